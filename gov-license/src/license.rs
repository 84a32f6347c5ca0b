//! What a license says, whoever says it.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use gov_identity::{CreditCode, IdentityKey};

use crate::element::Element;
use crate::face::Face;
use crate::holder_code::HolderCode;
use crate::license_builder::LicenseBuilder;
use crate::license_error::LicenseError;
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
        LicenseBuilder::new(id)
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
        LicenseBuilder::next_of(self)
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
