//! Why elements make no license.

use crate::element::Element;
use crate::face::FaceError;
use crate::text::TextFault;

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
