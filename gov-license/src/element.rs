//! Metadata elements (元数据元素), GB/T 36903-2018, base group.

/// An element of the base group of license metadata (证照基础信息).
///
/// ```
/// use gov_license::Element;
///
/// assert_eq!(Element::IssuedDate.name(), "CertificateIssuedDate");
/// assert_eq!(Element::IssuedDate.zh(), "证照颁发日期");
/// ```
#[doc(alias = "证照基础信息")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Element {
    /// Name of the license (证照名称).
    Name,
    /// License type code (证照类型代码).
    TypeCode,
    /// Number on the face (证照编号).
    Number,
    /// License identifier (证照标识).
    Identifier,
    /// Name of the issuing body (证照颁发机构).
    IssuingAuthorityName,
    /// Credit code of the issuing body (证照颁发机构代码).
    IssuingAuthorityCode,
    /// Date of issue (证照颁发日期).
    IssuedDate,
    /// First day of validity (证照有效期起始日期).
    EffectiveDate,
    /// Last day of validity (证照有效期截止日期).
    ExpiringDate,
    /// Name of the holder (持证主体).
    HolderName,
    /// Number of the holder (持证主体代码).
    HolderCode,
    /// What kind of number that is (持证主体代码类型代码).
    HolderType,
}

impl Element {
    /// The English name in the standard.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "CertificateName",
            Self::TypeCode => "CertificateTypeCode",
            Self::Number => "CertificateNumber",
            Self::Identifier => "CertificateIdentifier",
            Self::IssuingAuthorityName => "CertificateIssuingAuthorityName",
            Self::IssuingAuthorityCode => "CertificateIssuingAuthorityCode",
            Self::IssuedDate => "CertificateIssuedDate",
            Self::EffectiveDate => "CertificateEffectiveDate",
            Self::ExpiringDate => "CertificateExpiringDate",
            Self::HolderName => "CertificateHolderName",
            Self::HolderCode => "CertificateHolderCode",
            Self::HolderType => "CertificateHolderType",
        }
    }

    /// The Chinese name in the standard.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Name => "证照名称",
            Self::TypeCode => "证照类型代码",
            Self::Number => "证照编号",
            Self::Identifier => "证照标识",
            Self::IssuingAuthorityName => "证照颁发机构",
            Self::IssuingAuthorityCode => "证照颁发机构代码",
            Self::IssuedDate => "证照颁发日期",
            Self::EffectiveDate => "证照有效期起始日期",
            Self::ExpiringDate => "证照有效期截止日期",
            Self::HolderName => "持证主体",
            Self::HolderCode => "持证主体代码",
            Self::HolderType => "持证主体代码类型代码",
        }
    }
}
