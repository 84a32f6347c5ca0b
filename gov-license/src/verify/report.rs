//! What an examination found.

use chrono::{DateTime, FixedOffset};

use crate::verify::error::VerifyError;

/// What an examination of a license found (核验报告), side by side.
///
/// Every fact found is listed, also those about a license that is already lost:
/// the findings on the period of a forged license say what it *claims*. What to
/// tell people first is [`conclusion`](Self::conclusion), which never calls a
/// forged license expired.
///
/// ```
/// use gov_license::{Axis, Report, Verdict};
///
/// fn show(report: &Report) -> String {
///     let line = |axis: &Axis| format!("{}:{}", axis.zh(), report.verdict(*axis).zh());
///     Axis::ALL.iter().map(line).collect::<Vec<_>>().join(",")
/// }
/// # let _ = show;
/// assert_eq!(Verdict::Undetermined.zh(), "无法确定");
/// ```
///
/// A report has to be read:
///
/// ```compile_fail
/// #![deny(unused_must_use)]
/// # use gov_license::{SignedLicense, TrustStore};
/// # use chrono::{DateTime, FixedOffset};
/// fn look(signed: &SignedLicense, trust: &TrustStore, at: DateTime<FixedOffset>) {
///     signed.examine(trust, at);
/// }
/// ```
#[doc(alias = "核验报告")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "an examination whose report nobody reads protects nobody"]
pub struct Report {
    at: DateTime<FixedOffset>,
    findings: Vec<VerifyError>,
    not_carried: Vec<Axis>,
    is_bound: bool,
    conclusion: Option<VerifyError>,
}

/// What an examination looks at, in the order in which reasons count.
///
/// ```
/// assert_eq!(gov_license::Axis::IssuerRight.zh(), "颁发权限");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Axis {
    /// The text can be understood in one way only and agrees with itself (格式).
    Form,
    /// The certificates lead to an anchor (证书链).
    Chain,
    /// The first certificate's key signed these bytes (签名).
    Signature,
    /// The body may issue this license (颁发权限).
    IssuerRight,
    /// The moment lies within the period of validity (有效期).
    Period,
    /// Neither revoked nor suspended (状态).
    Status,
    /// Who shows it holds the key it is bound to (持证人绑定).
    HolderBinding,
}

/// What is known on one axis.
///
/// ```
/// assert_eq!(gov_license::Verdict::Yes.zh(), "是");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// It holds.
    Yes,
    /// It does not hold; the findings say why.
    No,
    /// It could not be found out; the findings say why.
    Undetermined,
    /// The license carries nothing to be found out here.
    NotCarried,
}

impl Report {
    pub(crate) const fn new(
        at: DateTime<FixedOffset>,
        findings: Vec<VerifyError>,
        not_carried: Vec<Axis>,
        is_bound: bool,
        conclusion: Option<VerifyError>,
    ) -> Self {
        Self { at, findings, not_carried, is_bound, conclusion }
    }

    /// The moment the examination is about.
    #[must_use]
    pub const fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }

    /// What is known on one axis.
    ///
    /// The holder binding of a license that has one is
    /// [`Undetermined`](Verdict::Undetermined): only a presentation shows it.
    #[must_use]
    pub fn verdict(&self, axis: Axis) -> Verdict {
        let mut findings = self.on(axis).peekable();
        if findings.peek().is_none() && self.not_carried.contains(&axis) {
            Verdict::NotCarried
        } else if axis == Axis::HolderBinding && self.is_bound {
            Verdict::Undetermined
        } else if findings.peek().is_none() {
            Verdict::Yes
        } else if findings.all(VerifyError::is_undetermined) {
            Verdict::Undetermined
        } else {
            Verdict::No
        }
    }

    /// Everything found, in the order of the axes.
    #[must_use]
    pub fn findings(&self) -> &[VerifyError] {
        &self.findings
    }

    /// What was found on one axis.
    pub fn on(&self, axis: Axis) -> impl Iterator<Item = &VerifyError> {
        self.findings.iter().filter(move |finding| finding.axis() == axis)
    }

    /// The first reason not to trust the license, which is what
    /// [`verify`](crate::SignedLicense::verify) answers; none when it is
    /// trusted.
    #[must_use]
    pub const fn conclusion(&self) -> Option<&VerifyError> {
        self.conclusion.as_ref()
    }

    pub(crate) fn into_conclusion(self) -> Option<VerifyError> {
        self.conclusion
    }
}

impl Axis {
    /// All axes, in the order in which reasons count.
    pub const ALL: [Self; 7] = [
        Self::Form,
        Self::Chain,
        Self::Signature,
        Self::IssuerRight,
        Self::Period,
        Self::Status,
        Self::HolderBinding,
    ];

    /// The axis as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Chain => "chain",
            Self::Signature => "signature",
            Self::IssuerRight => "issuer-right",
            Self::Period => "period",
            Self::Status => "status",
            Self::HolderBinding => "holder-binding",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Form => "格式",
            Self::Chain => "证书链",
            Self::Signature => "签名",
            Self::IssuerRight => "颁发权限",
            Self::Period => "有效期",
            Self::Status => "状态",
            Self::HolderBinding => "持证人绑定",
        }
    }
}

impl Verdict {
    /// The verdict as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Undetermined => "undetermined",
            Self::NotCarried => "not-carried",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Yes => "是",
            Self::No => "否",
            Self::Undetermined => "无法确定",
            Self::NotCarried => "未载明",
        }
    }
}
