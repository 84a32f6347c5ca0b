//! The directory of electronic licenses (电子证照目录), GB/T 36902-2018.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::license::License;
use crate::license_type::LicenseType;
#[cfg(feature = "serde")]
use crate::license_type::LicenseTypeRecord;
use crate::license_type_fault::{LicenseTypeFault, Mismatch};
use crate::type_code::LicenseTypeCode;

/// The directory of electronic licenses (电子证照目录): types in numbered
/// versions, none of which ever changes.
///
/// ```
/// use gov_license::{LicenseDirectory, LicenseType, LicenseTypeRecord};
///
/// let record = |version, effective: &str| LicenseTypeRecord {
///     type_code: "91640200MA0000007F001".into(),
///     type_name: "食品经营许可证".into(),
///     authority_name: "样例市审批服务管理局".into(),
///     authority_code: "91640200MA0000007F".into(),
///     version,
///     effective: effective.into(),
///     ..LicenseTypeRecord::default()
/// };
/// let mut directory = LicenseDirectory::new();
/// directory.publish(LicenseType::try_new(record(1, "2026-01-01")).unwrap()).unwrap();
/// directory.publish(LicenseType::try_new(record(2, "2026-07-01")).unwrap()).unwrap();
///
/// let code = "91640200MA0000007F001".parse().unwrap();
/// let on = |day: &str| directory.as_of(code, day.parse().unwrap()).map(LicenseType::version);
/// assert_eq!([on("2025-12-31"), on("2026-06-30"), on("2026-07-01")], [None, Some(1), Some(2)]);
/// ```
#[doc(alias = "电子证照目录")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct LicenseDirectory(BTreeMap<LicenseTypeCode, Vec<LicenseType>>);

impl LicenseDirectory {
    /// No type yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// Adds a type, or the next version of one.
    ///
    /// # Errors
    ///
    /// When the version is not one more than the last, or counts no later than
    /// the last.
    pub fn publish(&mut self, kind: LicenseType) -> Result<(), PublishError> {
        let versions = self.0.get(&kind.code()).map_or(&[][..], Vec::as_slice);
        let last = versions.last();
        let expected = last.map_or(0, LicenseType::version).saturating_add(1);
        if kind.version() != expected {
            return Err(PublishError::Version { expected });
        }
        if last.is_some_and(|last| kind.effective() <= last.effective()) {
            return Err(PublishError::Date);
        }
        self.0.entry(kind.code()).or_default().push(kind);
        Ok(())
    }

    /// The version of a type that counts on a day; none before the first.
    #[must_use]
    pub fn as_of(&self, code: LicenseTypeCode, day: NaiveDate) -> Option<&LicenseType> {
        self.versions(code).iter().rev().find(|kind| kind.effective() <= day)
    }

    /// Whether a whole license is one of its type, in the version that counts on
    /// its day of issue. An [`Issuer`](crate::Issuer::with_directory) asks
    /// before it signs.
    ///
    /// # Errors
    ///
    /// All mismatches at once, as [`LicenseType::check`] lists them; or that the
    /// directory has no such type on that day.
    pub fn check(&self, license: &License) -> Result<(), Vec<Mismatch>> {
        self.type_of(license)?.check(license)
    }

    /// Whether what is shown of a license that was read fits its type. A holder
    /// need not show every field, so none is missing.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check), without the fields that are missing.
    pub fn check_shown(&self, license: &License) -> Result<(), Vec<Mismatch>> {
        self.type_of(license)?.check_shown(license)
    }

    fn type_of(&self, license: &License) -> Result<&LicenseType, Vec<Mismatch>> {
        self.as_of(license.type_code(), license.issued_on())
            .ok_or_else(|| vec![Mismatch::UnknownType])
    }

    /// All versions of a type, the oldest first.
    #[must_use]
    pub fn versions(&self, code: LicenseTypeCode) -> &[LicenseType] {
        self.0.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The codes of all types, in their order.
    #[must_use]
    pub fn codes(&self) -> impl ExactSizeIterator<Item = LicenseTypeCode> {
        self.0.keys().copied()
    }

    /// Reads a directory from JSON: an array of entries, the versions of a type
    /// in their order.
    ///
    /// # Errors
    ///
    /// All faults at once, each with its entry. Entries with wrong members come
    /// alone, and so does the place where the text is no JSON or a member stands
    /// twice.
    #[cfg(feature = "serde")]
    pub fn from_json(text: &str) -> Result<Self, Vec<DirectoryFault>> {
        let records: Vec<LicenseTypeRecord> =
            serde_json::from_str(text).map_err(|error| shape_faults(text, &error))?;
        let (mut directory, mut faults) = (Self::new(), Vec::new());
        for (entry, record) in (1..).zip(records) {
            match LicenseType::try_new(record) {
                Err(found) => {
                    let found = found.into_iter();
                    faults.extend(found.map(|fault| DirectoryFault::Type { entry, fault }));
                }
                Ok(kind) => {
                    let refused = directory.publish(kind).err();
                    faults.extend(refused.map(|fault| DirectoryFault::Publish { entry, fault }));
                }
            }
        }
        if faults.is_empty() { Ok(directory) } else { Err(faults) }
    }
}

/// The entries whose members are wrong, or the place where the text is.
#[cfg(feature = "serde")]
fn shape_faults(text: &str, error: &serde_json::Error) -> Vec<DirectoryFault> {
    let entries: Vec<serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
    let wrong = (1..).zip(entries).filter_map(|(entry, members)| {
        let shaped = serde_json::from_value::<LicenseTypeRecord>(members).is_ok();
        (!shaped).then_some(DirectoryFault::Shape { entry })
    });
    let wrong: Vec<_> = wrong.collect();
    // None where a member stands twice, which only the text itself shows.
    if wrong.is_empty() {
        vec![DirectoryFault::Json { line: error.line(), column: error.column() }]
    } else {
        wrong
    }
}

/// A version that cannot follow those that are there.
///
/// ```
/// use gov_license::PublishError;
///
/// let error = PublishError::Version { expected: 2 };
/// assert_eq!(error.to_string(), "license directory: version 2 is next");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// Another version is next.
    #[error("license directory: version {expected} is next")]
    Version {
        /// Which one.
        expected: u32,
    },
    /// It counts no later than the version before it.
    #[error("license directory: the version counts no later than the one before it")]
    Date,
}

impl PublishError {
    /// The kind of error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Version { .. } => "publish-version",
            Self::Date => "publish-date",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Version { expected } => format!("该证照类型的下一版本号应为{expected}"),
            Self::Date => "新版本的生效日期应晚于上一版本".to_owned(),
        }
    }
}

/// Why a text is no directory.
///
/// ```
/// use gov_license::{DirectoryFault, LicenseTypeFault};
///
/// let fault = DirectoryFault::Type { entry: 3, fault: LicenseTypeFault::Version };
/// assert_eq!(fault.to_string(), "entry 3: license type: the version is 0");
/// assert_eq!(fault.zh(), "第3条：目录条目版本号应从1开始");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DirectoryFault {
    /// The text is no array in JSON, or a member stands twice.
    #[error("license directory: not an array of entries in JSON, line {line}, column {column}")]
    Json {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1; 0 where the line ends.
        column: usize,
    },
    /// The members of an entry are not those of a type of license.
    #[error("entry {entry}: its members are not those of a license type")]
    Shape {
        /// Which entry, counted from 1.
        entry: usize,
    },
    /// The entry is no type of license.
    #[error("entry {entry}: {fault}")]
    Type {
        /// Which entry, counted from 1.
        entry: usize,
        /// What is wrong with it.
        fault: LicenseTypeFault,
    },
    /// The entry cannot follow those before it.
    #[error("entry {entry}: {fault}")]
    Publish {
        /// Which entry, counted from 1.
        entry: usize,
        /// What is wrong with it.
        fault: PublishError,
    },
}

impl DirectoryFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Json { .. } => "directory-json",
            Self::Shape { .. } => "directory-shape",
            Self::Type { fault, .. } => fault.code(),
            Self::Publish { fault, .. } => fault.code(),
        }
    }

    /// The fault as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Json { line, column } => {
                format!("不是规范的JSON数组，第{line}行第{column}列有误")
            }
            Self::Shape { entry } => format!("第{entry}条的成员与目录条目不符"),
            Self::Type { entry, fault } => format!("第{entry}条：{}", fault.zh()),
            Self::Publish { entry, fault } => format!("第{entry}条：{}", fault.zh()),
        }
    }
}
