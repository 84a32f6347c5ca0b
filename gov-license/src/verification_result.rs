//! Results of verification as the sharing standard numbers them.

use gov_identity::{CreditCode, IdentityKey};

use crate::element::Element;
use crate::license::License;
use crate::license_status::LicenseStatus;
use crate::period::write_date;
use crate::verify::{Axis, Report};

/// The result of verifying what somebody says of a license (证照信息验证结果),
/// GB/T 36906-2018.
///
/// ```
/// use gov_license::{LicenseStatus, VerificationResult};
///
/// let result = VerificationResult::of(LicenseStatus::Suspended);
/// assert_eq!((result.number(), result.zh()), (2, "信息正确且证照暂时失效"));
/// ```
#[doc(alias = "证照信息验证结果")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum VerificationResult {
    /// 0: correct and valid.
    Valid,
    /// 1: correct, not activated.
    NotActivated,
    /// 2: correct, invalid for a while.
    TemporarilyInvalid,
    /// 3: correct, no longer valid.
    NoLongerValid,
    /// 4: too little was said.
    Incomplete,
    /// 5: there is no such license.
    NotFound,
    /// 6: something said is wrong.
    Mismatch,
}

impl VerificationResult {
    /// All results, in the order of their numbers.
    pub const ALL: [Self; 7] = [
        Self::Valid,
        Self::NotActivated,
        Self::TemporarilyInvalid,
        Self::NoLongerValid,
        Self::Incomplete,
        Self::NotFound,
        Self::Mismatch,
    ];

    /// The result for a license about which everything said is right.
    #[must_use]
    pub const fn of(status: LicenseStatus) -> Self {
        match status {
            LicenseStatus::Valid | LicenseStatus::DeemedRenewed => Self::Valid,
            LicenseStatus::Draft | LicenseStatus::NotYetEffective => Self::NotActivated,
            LicenseStatus::Suspended | LicenseStatus::Lost => Self::TemporarilyInvalid,
            LicenseStatus::Expired
            | LicenseStatus::TransferredOut
            | LicenseStatus::Revoked
            | LicenseStatus::Withdrawn
            | LicenseStatus::PenaltyRevoked
            | LicenseStatus::Cancelled
            | LicenseStatus::Voided
            | LicenseStatus::Superseded => Self::NoLongerValid,
        }
    }

    /// Holds what somebody says against the record.
    ///
    /// In this order: 4 where one of the `needed` elements is not said or blank;
    /// 5 where there is no record; 6 where something said is not so, or the
    /// record does not have it; else by the status.
    #[must_use]
    pub fn verify(
        said: &[(Element, &str)],
        needed: &[Element],
        record: Option<(&License, LicenseStatus)>,
    ) -> Self {
        let is_said = |needed: &Element| {
            said.iter().any(|(element, text)| element == needed && !text.trim().is_empty())
        };
        if !needed.iter().all(is_said) {
            return Self::Incomplete;
        }
        let Some((license, status)) = record else { return Self::NotFound };
        let is_so = |(element, text): &(Element, &str)| {
            written(license, *element).is_some_and(|written| written == *text)
        };
        if said.iter().all(is_so) { Self::of(status) } else { Self::Mismatch }
    }

    /// The number in the standard, 0 to 6.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::NotActivated => 1,
            Self::TemporarilyInvalid => 2,
            Self::NoLongerValid => 3,
            Self::Incomplete => 4,
            Self::NotFound => 5,
            Self::Mismatch => 6,
        }
    }

    /// The Chinese text in the standard.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Valid => "信息正确且有效",
            Self::NotActivated => "信息正确且未激活",
            Self::TemporarilyInvalid => "信息正确且证照暂时失效",
            Self::NoLongerValid => "信息正确且证照已失效",
            Self::Incomplete => "信息不全无法验证",
            Self::NotFound => "查无此信息",
            Self::Mismatch => "信息错误参数不一致",
        }
    }
}

/// An element as a license writes it.
fn written(license: &License, element: Element) -> Option<String> {
    match element {
        Element::Name => Some(license.name().to_owned()),
        Element::TypeCode => Some(license.type_code().to_string()),
        Element::Number => Some(license.number().to_owned()),
        Element::Identifier => Some(license.id().to_string()),
        Element::IssuingAuthorityName => {
            let joint = license.joint_issuers().map(|(_, name)| name);
            joined(std::iter::once(license.issuing_authority_name()).chain(joint))
        }
        Element::IssuingAuthorityCode => {
            let (issuer, joint) = (license.issuer(), license.joint_issuers());
            let codes: Vec<_> =
                std::iter::once(issuer).chain(joint.map(|(code, _)| code)).collect();
            joined(codes.iter().map(CreditCode::as_str))
        }
        Element::IssuedDate => write_date(license.issued_on()),
        Element::EffectiveDate => write_date(license.period().first()),
        Element::ExpiringDate => license.period().last().and_then(write_date),
        Element::HolderName => joined(license.holder_names()),
        Element::HolderCode => joined(license.holders().iter().map(IdentityKey::expose_number)),
        Element::HolderType => joined(license.holders().iter().map(IdentityKey::holder_code)),
    }
}

/// Several in one text, as systems in use write them.
fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let texts: Vec<_> = texts.collect();
    if texts.is_empty() { None } else { Some(texts.join("^")) }
}

/// The result of verifying a file (证照文件验证结果), GB/T 36906-2018.
///
/// ```
/// use gov_license::FileResult;
///
/// assert_eq!(FileResult::SealFailed.number(), 1);
/// ```
#[doc(alias = "证照文件验证结果")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FileResult {
    /// 0: passed.
    Passed,
    /// 1: signature, certificates or issuer do not hold.
    SealFailed,
    /// 2: it cannot be read, or contradicts itself.
    FileFailed,
}

impl FileResult {
    /// All results, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Passed, Self::SealFailed, Self::FileFailed];

    /// The result for a license that was examined; one that cannot be read is
    /// [`FileFailed`](Self::FileFailed). Period and status are not about the
    /// file: [`VerificationResult`] tells them.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let holds = |axis: Axis| report.on(axis).next().is_none();
        if !holds(Axis::Form) {
            Self::FileFailed
        } else if [Axis::Chain, Axis::Signature, Axis::IssuerRight].into_iter().all(holds) {
            Self::Passed
        } else {
            Self::SealFailed
        }
    }

    /// The number in the standard, 0 to 2.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Passed => 0,
            Self::SealFailed => 1,
            Self::FileFailed => 2,
        }
    }

    /// The Chinese text in the standard.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Passed => "文件验证通过",
            Self::SealFailed => "文件签章校验失败",
            Self::FileFailed => "文件校验失败",
        }
    }
}
