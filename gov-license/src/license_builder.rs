//! Puts a license together.

use std::fmt;

use chrono::NaiveDate;
use gov_identity::{CreditCode, IdentityKey};

use crate::element::Element;
use crate::face::Face;
use crate::license::License;
use crate::license_error::LicenseError;
use crate::license_id::LicenseId;
use crate::license_id_error::LicenseIdError;
use crate::period::Period;
use crate::status_reference::StatusReference;

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
    pub(crate) fn new(id: LicenseId) -> Self {
        Self {
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

    /// All that the license says but what each version has of its own.
    pub(crate) fn next_of(license: &License) -> Result<Self, LicenseIdError> {
        let mut holders = license.holders.iter().cloned().zip(license.holder_names.iter().cloned());
        Ok(Self {
            id: license.id.next_version()?,
            name: license.name.clone(),
            number: license.number.clone(),
            issuing_authority_name: license.issuing_authority_name.clone(),
            issued_on: None,
            period: None,
            joint_issuers: license.joint_issuers.clone(),
            holder: holders.next(),
            joint_holders: holders.collect(),
            face: license.face.iter().map(|(name, value)| (name.into(), value.into())).collect(),
            status: None,
        })
    }

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

impl fmt::Debug for LicenseBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LicenseBuilder").field("id", &self.id).finish_non_exhaustive()
    }
}
