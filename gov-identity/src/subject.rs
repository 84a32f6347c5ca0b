//! Which identifier an error or a notice speaks of.

/// The identifier that was being read.
///
/// ```
/// use gov_identity::{CreditCode, Subject};
///
/// let error = CreditCode::parse("9164").unwrap_err();
/// assert_eq!(error.subject(), Subject::CreditCode);
/// assert_eq!(error.subject().code(), "credit-code");
/// assert_eq!(error.subject().zh(), "统一社会信用代码");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Subject {
    /// [`ResidentId`](crate::ResidentId) (公民身份号码).
    ResidentId,
    /// [`LegacyResidentId`](crate::LegacyResidentId) (15位公民身份号码).
    LegacyResidentId,
    /// [`ForeignResidentId`](crate::ForeignResidentId) (外国人永久居留身份证号码).
    ForeignResidentId,
    /// [`LegacyForeignResidentId`](crate::LegacyForeignResidentId) (旧版外国人永久居留身份证号码).
    LegacyForeignResidentId,
    /// [`FormerNumberLink`](crate::FormerNumberLink) (既往版本号码关联项).
    FormerNumberLink,
    /// [`CreditCode`](crate::CreditCode) (统一社会信用代码).
    CreditCode,
    /// [`PilotCreditCode`](crate::PilotCreditCode) (试点统一社会信用代码).
    PilotCreditCode,
    /// [`Authority`](crate::Authority) (登记管理部门).
    Authority,
    /// [`Category`](crate::Category) (机构类别).
    Category,
    /// [`OrganizationCode`](crate::OrganizationCode) (组织机构代码).
    OrganizationCode,
    /// [`RegistrationNumber`](crate::RegistrationNumber) (注册号).
    RegistrationNumber,
    /// [`DivisionCode`](crate::DivisionCode) (行政区划代码).
    DivisionCode,
    /// [`IdentityKey`](crate::IdentityKey) (唯一标识).
    IdentityKey,
    /// [`DocumentKind`](crate::DocumentKind) (持证主体代码类型代码).
    DocumentKind,
    /// [`DocumentNumber`](crate::DocumentNumber) (证件号码).
    DocumentNumber,
    /// [`Label`](crate::Label) (标识).
    Label,
    /// [`Channel`](crate::Channel) (办理渠道).
    Channel,
    /// [`Pseudonym`](crate::Pseudonym) (假名).
    Pseudonym,
}

impl Subject {
    /// Every subject, in the order above.
    pub const ALL: &'static [Self] = &[
        Self::ResidentId,
        Self::LegacyResidentId,
        Self::ForeignResidentId,
        Self::LegacyForeignResidentId,
        Self::FormerNumberLink,
        Self::CreditCode,
        Self::PilotCreditCode,
        Self::Authority,
        Self::Category,
        Self::OrganizationCode,
        Self::RegistrationNumber,
        Self::DivisionCode,
        Self::IdentityKey,
        Self::DocumentKind,
        Self::DocumentNumber,
        Self::Label,
        Self::Channel,
        Self::Pseudonym,
    ];

    /// The identifier as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ResidentId => "resident-id",
            Self::LegacyResidentId => "legacy-resident-id",
            Self::ForeignResidentId => "foreign-resident-id",
            Self::LegacyForeignResidentId => "legacy-foreign-resident-id",
            Self::FormerNumberLink => "former-number-link",
            Self::CreditCode => "credit-code",
            Self::PilotCreditCode => "pilot-credit-code",
            Self::Authority => "authority",
            Self::Category => "category",
            Self::OrganizationCode => "organization-code",
            Self::RegistrationNumber => "registration-number",
            Self::DivisionCode => "division-code",
            Self::IdentityKey => "identity-key",
            Self::DocumentKind => "document-kind",
            Self::DocumentNumber => "document-number",
            Self::Label => "label",
            Self::Channel => "channel",
            Self::Pseudonym => "pseudonym",
        }
    }

    /// The English name.
    #[must_use]
    pub const fn english(self) -> &'static str {
        match self {
            Self::ResidentId => "citizen identification number",
            Self::LegacyResidentId => "citizen identification number of 15 digits",
            Self::ForeignResidentId => "foreign permanent resident number",
            Self::LegacyForeignResidentId => "foreign permanent resident number of the old form",
            Self::FormerNumberLink => "link to the former number",
            Self::CreditCode => "unified social credit code",
            Self::PilotCreditCode => "pilot credit code",
            Self::Authority => "authority of registration",
            Self::Category => "category of organization",
            Self::OrganizationCode => "organization code",
            Self::RegistrationNumber => "registration number",
            Self::DivisionCode => "administrative division code",
            Self::IdentityKey => "identity key",
            Self::DocumentKind => "holder code",
            Self::DocumentNumber => "document number",
            Self::Label => "label",
            Self::Channel => "channel",
            Self::Pseudonym => "pseudonym",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::ResidentId => "公民身份号码",
            Self::LegacyResidentId => "15位公民身份号码",
            Self::ForeignResidentId => "外国人永久居留身份证号码",
            Self::LegacyForeignResidentId => "旧版外国人永久居留身份证号码",
            Self::FormerNumberLink => "既往版本号码关联项",
            Self::CreditCode => "统一社会信用代码",
            Self::PilotCreditCode => "试点统一社会信用代码",
            Self::Authority => "登记管理部门",
            Self::Category => "机构类别",
            Self::OrganizationCode => "组织机构代码",
            Self::RegistrationNumber => "注册号",
            Self::DivisionCode => "行政区划代码",
            Self::IdentityKey => "唯一标识",
            Self::DocumentKind => "持证主体代码类型代码",
            Self::DocumentNumber => "证件号码",
            Self::Label => "标识",
            Self::Channel => "办理渠道",
            Self::Pseudonym => "假名",
        }
    }
}
