//! Why an entry is no type of license, and why a license is not one of a type.

use crate::directory_element::DirectoryElement;
use crate::face_field::{FieldFault, ValueFault};
use crate::text::TextFault;
use crate::type_code::LicenseTypeCodeError;

/// Why an entry is no type of license.
///
/// ```
/// use gov_license::LicenseTypeFault;
///
/// let fault = LicenseTypeFault::Authority;
/// assert_eq!(fault.code(), "license-type-authority");
/// assert_eq!(fault.zh(), "证照定义机构代码与证照类型代码前18位不一致");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LicenseTypeFault {
    /// The code is none.
    #[error("license type: {0}")]
    Code(LicenseTypeCodeError),
    /// The defining body is not the first 18 characters of the code.
    #[error("license type: CertificateDefineAuthorityCode is not the one in the type code")]
    Authority,
    /// A text that cannot stand in a directory.
    #[error("license type: {} {fault}", .element.name())]
    Text {
        /// Of which element.
        element: DirectoryElement,
        /// What is wrong with it.
        fault: TextFault,
    },
    /// A word that the standard does not know.
    #[error("license type: {} is not a word of the standard", .element.name())]
    Word {
        /// Of which element.
        element: DirectoryElement,
    },
    /// Versions are counted from 1.
    #[error("license type: the version is 0")]
    Version,
    /// The first day of the version is no date.
    #[error("license type: the effective date is not a date as YYYY-MM-DD")]
    Date,
    /// A field that cannot stand on a face.
    #[error("license type: field {field}: {fault}")]
    Field {
        /// Which field, counted from 1.
        field: usize,
        /// What is wrong with it.
        fault: FieldFault,
    },
}

impl LicenseTypeFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Code(_) => "license-type-code",
            Self::Authority => "license-type-authority",
            Self::Text { .. } => "license-type-text",
            Self::Word { .. } => "license-type-word",
            Self::Version => "license-type-version",
            Self::Date => "license-type-date",
            Self::Field { .. } => "license-type-field",
        }
    }

    /// The fault as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Code(fault) => fault.zh(),
            Self::Authority => "证照定义机构代码与证照类型代码前18位不一致".to_owned(),
            Self::Text { element, fault } => format!("{}{}", element.zh(), fault.zh()),
            Self::Word { element } => format!("{}不是标准规定的取值", element.zh()),
            Self::Version => "目录条目版本号应从1开始".to_owned(),
            Self::Date => "目录条目生效日期应为YYYY-MM-DD格式的日期".to_owned(),
            Self::Field { field, fault } => format!("照面字段第{field}项{}", fault.zh()),
        }
    }
}

/// Why a license is not one of a type.
///
/// ```
/// use gov_license::Mismatch;
///
/// let mismatch = Mismatch::Missing { field: 2 };
/// assert_eq!(mismatch.to_string(), "license: field 2 of the type is missing");
/// assert_eq!(mismatch.zh(), "缺少该证照类型的第2个照面字段");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Mismatch {
    /// The license is of another type.
    #[error("license: it is of another type")]
    OtherType,
    /// The directory has no such type, or none yet on the day of issue.
    #[error("license: its type is not in the directory on the day of issue")]
    UnknownType,
    /// Such a holder cannot hold licenses of the type.
    #[error("license: such a holder cannot hold licenses of the type")]
    Holder,
    /// A required field is missing.
    #[error("license: field {field} of the type is missing")]
    Missing {
        /// Which field of the type, counted from 1.
        field: usize,
    },
    /// The type has no such field.
    #[error("license: face field {field} is unknown to the type")]
    Unknown {
        /// Which field of the face, counted from 1.
        field: usize,
    },
    /// The value does not fit its field.
    #[error("license: face field {field} {fault}")]
    Value {
        /// Which field of the face, counted from 1.
        field: usize,
        /// What is wrong with it.
        fault: ValueFault,
    },
}

impl Mismatch {
    /// The kind of mismatch as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherType => "mismatch-type",
            Self::UnknownType => "mismatch-unknown-type",
            Self::Holder => "mismatch-holder",
            Self::Missing { .. } => "mismatch-missing",
            Self::Unknown { .. } => "mismatch-unknown",
            Self::Value { .. } => "mismatch-value",
        }
    }

    /// The mismatch as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::OtherType => "该证照属于其他证照类型".to_owned(),
            Self::UnknownType => "颁发之日目录中没有该证照类型".to_owned(),
            Self::Holder => "持证主体类别不符合该证照类型".to_owned(),
            Self::Missing { field } => format!("缺少该证照类型的第{field}个照面字段"),
            Self::Unknown { field } => format!("照面字段第{field}项不属于该证照类型"),
            Self::Value { field, fault } => format!("照面字段第{field}项{}", fault.zh()),
        }
    }
}
