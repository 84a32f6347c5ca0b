//! What a license says, whoever says it.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use gov_identity::{CreditCode, IdentityKey};

use crate::element::Element;
use crate::face::{Face, FaceError};
use crate::holder_code::HolderCode;
use crate::license_id::LicenseId;
use crate::license_id_error::LicenseIdError;
use crate::period::{Period, write_date};
use crate::status_reference::StatusReference;
use crate::text::TextFault;
use crate::type_code::LicenseTypeCode;

/// The content of an electronic license (电子证照): the metadata of
/// GB/T 36903-2018 and the face fields.
///
/// A `License` is a statement, not a proof: anybody can make one. Proof is a
/// [`VerifiedLicense`](crate::VerifiedLicense).
///
/// Several persons may hold a license together, and several bodies issue one
/// (GB/T 36903 allows both); the first holder and the body of the identifier
/// stand for them where one is asked for. Holder elements may be missing in a
/// license that was read, since its holder need not show them; one that was
/// built has them all.
///
/// `Debug` shows neither holder nor numbers nor values of face fields.
///
/// ```
/// use chrono::NaiveDate;
/// use gov_identity::{CreditCode, IdentityKey};
/// use gov_license::{License, LicenseId, LicenseTypeCode};
///
/// let bureau = CreditCode::parse("91640200MA0000007F")?;
/// let kind = LicenseTypeCode::parse("91640200MA0000007F001")?;
/// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
/// let license = License::builder(LicenseId::try_new(kind, bureau, "2026000001", 1)?)
///     .name("食品经营许可证")
///     .number("JY26402000000001")
///     .issuing_authority_name("样例市审批服务管理局")
///     .issued_on(day("2026-01-05"))
///     .period(day("2026-01-05"), Some(day("2031-01-04")))
///     .holder(IdentityKey::parse("111:11010519491231002X")?, "样例人")
///     .face("经营项目", "热食类食品制售")
///     .build()?;
/// assert_eq!(license.issuer(), bureau);
/// assert!(!format!("{license:?}").contains("样例人"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "电子证照")]
#[derive(Clone, Eq, PartialEq)]
pub struct License {
    pub(crate) id: LicenseId,
    pub(crate) name: String,
    pub(crate) number: String,
    pub(crate) issuing_authority_name: String,
    pub(crate) issued_on: NaiveDate,
    pub(crate) period: Period,
    pub(crate) joint_issuers: Vec<(CreditCode, String)>,
    pub(crate) holders: Vec<IdentityKey>,
    pub(crate) holder_names: Vec<String>,
    pub(crate) face: Face,
    pub(crate) status: Option<StatusReference>,
}

impl License {
    /// Starts a license; the identifier already says type and issuing body.
    pub fn builder(id: LicenseId) -> LicenseBuilder {
        LicenseBuilder {
            id,
            name: String::new(),
            number: String::new(),
            issuing_authority_name: String::new(),
            issued_on: None,
            period: None,
            joint_issuers: Vec::new(),
            holder: None,
            joint_holders: Vec::new(),
            face: Vec::new(),
            status: None,
        }
    }

    /// Starts the next version of this license, as a reissue (补发), renewal
    /// (延续), change (变更) or replacement (换发) makes one: the next identifier,
    /// which [links back](LicenseId::previous_version), and all that it says but
    /// the day of issue, the period and the place of its status.
    ///
    /// ```
    /// # let text = include_str!("../tests/data/license.sd-jwt");
    /// # let old = gov_license::SignedLicense::parse(text)?;
    /// # let old = old.unverified();
    /// let renewed = old
    ///     .next_version()?
    ///     .issued_on("2026-11-20".parse()?)
    ///     .period("2027-01-01".parse()?, Some("2027-12-31".parse()?))
    ///     .build()?;
    /// assert_eq!(renewed.id().previous_version().as_ref(), Some(old.id()));
    /// assert_eq!(renewed.holder(), old.holder());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`LicenseIdError::Version`] after version 999.
    pub fn next_version(&self) -> Result<LicenseBuilder, LicenseIdError> {
        let mut holders = self.holders.iter().cloned().zip(self.holder_names.iter().cloned());
        Ok(LicenseBuilder {
            id: self.id.next_version()?,
            name: self.name.clone(),
            number: self.number.clone(),
            issuing_authority_name: self.issuing_authority_name.clone(),
            issued_on: None,
            period: None,
            joint_issuers: self.joint_issuers.clone(),
            holder: holders.next(),
            joint_holders: holders.collect(),
            face: self.face.iter().map(|(name, value)| (name.into(), value.into())).collect(),
            status: None,
        })
    }

    /// The license identifier (证照标识).
    #[must_use]
    pub const fn id(&self) -> &LicenseId {
        &self.id
    }

    /// The type of license (证照类型代码), as the identifier says it.
    #[must_use]
    pub const fn type_code(&self) -> LicenseTypeCode {
        self.id.type_code()
    }

    /// The name of the license (证照名称).
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number on the face (证照编号). It may be a person's number.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The issuing body (证照颁发机构代码), as the identifier says it.
    #[must_use]
    pub const fn issuer(&self) -> CreditCode {
        self.id.issuer()
    }

    /// The name of the issuing body (证照颁发机构).
    #[must_use]
    pub fn issuing_authority_name(&self) -> &str {
        &self.issuing_authority_name
    }

    /// The date of issue (证照颁发日期).
    #[must_use]
    pub const fn issued_on(&self) -> NaiveDate {
        self.issued_on
    }

    /// The days of validity (证照有效期).
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The bodies that issue it together with the [issuing body](Self::issuer)
    /// (联合颁发机构), by code and name. Only the issuing body signs; it names the
    /// others on its own word.
    #[must_use]
    pub fn joint_issuers(&self) -> impl ExactSizeIterator<Item = (CreditCode, &str)> {
        self.joint_issuers.iter().map(|(code, name)| (*code, name.as_str()))
    }

    /// Who holds it (持证主体代码), the first of several; none where the holder did
    /// not show it.
    #[must_use]
    pub fn holder(&self) -> Option<&IdentityKey> {
        self.holders.first()
    }

    /// All who hold it together (共同持证主体代码), in their order; none where they
    /// did not show it, and only the first where only `sub` was shown.
    #[must_use]
    pub fn holders(&self) -> &[IdentityKey] {
        &self.holders
    }

    /// What kind of number the holder is known by (持证主体代码类型代码).
    #[must_use]
    pub fn holder_code(&self) -> Option<HolderCode> {
        self.holder().map(HolderCode::of)
    }

    /// The name of the holder (持证主体), the first of several; none where the
    /// holder did not show it.
    #[must_use]
    pub fn holder_name(&self) -> Option<&str> {
        self.holder_names().next()
    }

    /// The names of all who hold it together, in their order; none where they
    /// did not show it.
    #[must_use]
    pub fn holder_names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.holder_names.iter().map(String::as_str)
    }

    /// The face fields (照面信息); only those shown.
    #[must_use]
    pub const fn face(&self) -> &Face {
        &self.face
    }

    /// Where the status of the license can be learned.
    #[must_use]
    pub const fn status(&self) -> Option<&StatusReference> {
        self.status.as_ref()
    }

    /// Checks what the types of the fields do not say.
    pub(crate) fn checked(self) -> Result<Self, LicenseError> {
        for (element, text) in self.texts() {
            TextFault::check_line(text).map_err(|fault| LicenseError::Text { element, fault })?;
        }
        for (element, date) in [
            (Element::IssuedDate, Some(self.issued_on)),
            (Element::EffectiveDate, Some(self.period.first())),
            (Element::ExpiringDate, self.period.last()),
        ] {
            if date.is_some_and(|date| write_date(date).is_none()) {
                return Err(LicenseError::Date { element });
            }
        }
        let issuers = self.joint_issuers.iter().map(|(code, _)| *code);
        if !all_differ(issuers.chain([self.issuer()])) {
            return Err(LicenseError::Twice { element: Element::IssuingAuthorityCode });
        }
        if !all_differ(self.holders.iter()) {
            return Err(LicenseError::Twice { element: Element::HolderCode });
        }
        Ok(self)
    }

    /// Whether every text is in the form in which it is issued.
    pub(crate) fn check_normal(&self) -> Result<(), LicenseError> {
        for (element, text) in self.texts() {
            TextFault::check_normal(text).map_err(|fault| LicenseError::Text { element, fault })?;
        }
        self.face.check_normal().map_err(LicenseError::Face)
    }

    fn texts(&self) -> impl Iterator<Item = (Element, &str)> {
        let joint = self.joint_issuers().map(|(_, name)| (Element::IssuingAuthorityName, name));
        let holders = self.holder_names().map(|name| (Element::HolderName, name));
        [
            (Element::Name, self.name()),
            (Element::Number, self.number()),
            (Element::IssuingAuthorityName, self.issuing_authority_name()),
        ]
        .into_iter()
        .chain(joint)
        .chain(holders)
    }
}

fn all_differ<T: Ord>(values: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    values.into_iter().all(|value| seen.insert(value))
}

/// Puts a [`License`] together.
///
/// ```
/// use gov_license::{Element, License, LicenseError, LicenseId};
///
/// let id: LicenseId =
///     "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U".parse()?;
/// let error = License::builder(id).name("许可证").build().unwrap_err();
/// assert_eq!(error, LicenseError::Missing { element: Element::IssuedDate });
/// # Ok::<(), gov_license::LicenseIdError>(())
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing before `build`"]
pub struct LicenseBuilder {
    id: LicenseId,
    name: String,
    number: String,
    issuing_authority_name: String,
    issued_on: Option<NaiveDate>,
    period: Option<(NaiveDate, Option<NaiveDate>)>,
    joint_issuers: Vec<(CreditCode, String)>,
    holder: Option<(IdentityKey, String)>,
    joint_holders: Vec<(IdentityKey, String)>,
    face: Vec<(String, String)>,
    status: Option<StatusReference>,
}

impl LicenseBuilder {
    /// The name of the license (证照名称).
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The number on the face (证照编号).
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.number = number.into();
        self
    }

    /// The name of the issuing body (证照颁发机构).
    pub fn issuing_authority_name(mut self, name: impl Into<String>) -> Self {
        self.issuing_authority_name = name.into();
        self
    }

    /// The date of issue (证照颁发日期).
    pub const fn issued_on(mut self, date: NaiveDate) -> Self {
        self.issued_on = Some(date);
        self
    }

    /// The first and the last day of validity (证照有效期), both included; no
    /// last day means for good. Without a period the license is valid for good
    /// from the date of issue.
    pub const fn period(mut self, first: NaiveDate, last: Option<NaiveDate>) -> Self {
        self.period = Some((first, last));
        self
    }

    /// Who holds it, by key and name (持证主体).
    pub fn holder(mut self, key: IdentityKey, name: impl Into<String>) -> Self {
        self.holder = Some((key, name.into()));
        self
    }

    /// Who holds it together with the [holder](Self::holder) (共同持证主体), behind
    /// those already there.
    pub fn joint_holder(mut self, key: IdentityKey, name: impl Into<String>) -> Self {
        self.joint_holders.push((key, name.into()));
        self
    }

    /// A body that issues it together with that of the identifier
    /// (联合颁发机构), behind those already there.
    pub fn joint_issuer(mut self, code: CreditCode, name: impl Into<String>) -> Self {
        self.joint_issuers.push((code, name.into()));
        self
    }

    /// A field of the face (照面信息), behind those already there.
    pub fn face(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.face.push((name.into(), value.into()));
        self
    }

    /// Where the status of the license can be learned.
    pub fn status(mut self, status: StatusReference) -> Self {
        self.status = Some(status);
        self
    }

    /// The license, whole.
    ///
    /// # Errors
    ///
    /// The first fault: a missing date of issue or holder, a period that ends
    /// before it begins, a blank or unreadable text, a date outside the years
    /// 1 to 9999, a holder or a body that stands twice, a face field that
    /// [`Face::insert`] refuses.
    pub fn build(self) -> Result<License, LicenseError> {
        let missing = |element| LicenseError::Missing { element };
        let issued_on = self.issued_on.ok_or(missing(Element::IssuedDate))?;
        let holder = self.holder.ok_or(missing(Element::HolderCode))?;
        let (holders, holder_names) = std::iter::once(holder).chain(self.joint_holders).unzip();
        let (first, last) = self.period.unwrap_or((issued_on, None));
        let mut face = Face::new();
        for (name, value) in self.face {
            face.insert(name, value).map_err(LicenseError::Face)?;
        }
        License {
            id: self.id,
            name: self.name,
            number: self.number,
            issuing_authority_name: self.issuing_authority_name,
            issued_on,
            period: Period::try_new(first, last).ok_or(LicenseError::Period)?,
            joint_issuers: self.joint_issuers,
            holders,
            holder_names,
            face,
            status: self.status,
        }
        .checked()
    }
}

/// The elements given make no license.
///
/// ```
/// use gov_license::{Element, LicenseError};
///
/// let error = LicenseError::Missing { element: Element::IssuedDate };
/// assert_eq!(error.to_string(), "license: CertificateIssuedDate is missing");
/// assert_eq!(error.zh(), "缺少证照颁发日期");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LicenseError {
    /// An element that every license has was not given.
    #[error("license: {} is missing", .element.name())]
    Missing {
        /// Which one.
        element: Element,
    },
    /// A text that cannot stand on a license.
    #[error("license: {} {fault}", .element.name())]
    Text {
        /// Of which element.
        element: Element,
        /// What is wrong with it.
        fault: TextFault,
    },
    /// A date outside the years 1 to 9999.
    #[error("license: {} is outside the years 1 to 9999", .element.name())]
    Date {
        /// Of which element.
        element: Element,
    },
    /// The same holder or the same body stands twice.
    #[error("license: {} stands twice", .element.name())]
    Twice {
        /// Which element.
        element: Element,
    },
    /// The last day of validity comes before the first.
    #[error("license: the last day of validity comes before the first")]
    Period,
    /// A face field that cannot stand there.
    #[error("license: {0}")]
    Face(FaceError),
}

impl LicenseError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "license-missing",
            Self::Text { .. } => "license-text",
            Self::Date { .. } => "license-date",
            Self::Twice { .. } => "license-twice",
            Self::Period => "license-period",
            Self::Face(_) => "license-face",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Missing { element } => format!("缺少{}", element.zh()),
            Self::Text { element, fault } => format!("{}{}", element.zh(), fault.zh()),
            Self::Date { element } => format!("{}超出公元1年至9999年", element.zh()),
            Self::Twice { element } => format!("{}重复出现", element.zh()),
            Self::Period => "证照有效期截止日期早于起始日期".to_owned(),
            Self::Face(fault) => fault.zh(),
        }
    }
}

impl fmt::Debug for License {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("License")
            .field("id", &self.id)
            .field("name", &self.name)
            .field("issued_on", &self.issued_on)
            .field("period", &self.period)
            .field("face", &self.face)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for LicenseBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LicenseBuilder").field("id", &self.id).finish_non_exhaustive()
    }
}
