//! Face fields (照面信息): what the license of this type says beside the metadata.

use std::collections::BTreeSet;
use std::fmt;

use crate::text::TextFault;

/// The fields on the face of a license, in their order (照面信息, 业务信息).
///
/// Names and values are text. The type of license says which fields there are;
/// a face by itself knows only that each name stands once.
///
/// `Debug` shows the names and no value.
///
/// ```
/// use gov_license::Face;
///
/// let mut face = Face::new();
/// face.insert("经营项目", "热食类食品制售")?;
/// assert_eq!(face.get("经营项目"), Some("热食类食品制售"));
/// assert_eq!(face.insert("经营项目", "冷食类食品制售").unwrap_err().code(), "face-duplicate");
/// # Ok::<(), gov_license::FaceError>(())
/// ```
#[doc(alias = "照面信息")]
#[derive(Clone, Default, Eq, PartialEq)]
pub struct Face(Vec<(String, String)>);

impl Face {
    /// No field.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a field behind the others.
    ///
    /// # Errors
    ///
    /// - a name or a value that is blank or holds a control character, a
    ///   direction mark or another character without a face (the value may
    ///   hold line breaks)
    /// - a name that stands already
    /// - the names `_sd`, `_sd_alg` and `...`, which the signed form needs
    pub fn insert(
        &mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<(), FaceError> {
        let (name, value) = (name.into(), value.into());
        let field = self.0.len() + 1;
        check(field, &name, &value)?;
        if self.get(&name).is_some() {
            return Err(FaceError::Duplicate { field });
        }
        self.0.push((name, value));
        Ok(())
    }

    /// All fields at once. A stranger's text may have thousands, so no name is
    /// compared with all before it.
    pub(crate) fn of(fields: Vec<(String, String)>) -> Result<Self, FaceError> {
        let mut seen = BTreeSet::new();
        for (field, (name, value)) in (1..).zip(&fields) {
            check(field, name, value)?;
            if !seen.insert(name) {
                return Err(FaceError::Duplicate { field });
            }
        }
        Ok(Self(fields))
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// The fields in their order: name and value.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether names and values are in the form in which they are issued.
    pub(crate) fn check_normal(&self) -> Result<(), FaceError> {
        for (field, (name, value)) in (1..).zip(self.iter()) {
            TextFault::check_normal(name).map_err(|fault| FaceError::Name { field, fault })?;
            TextFault::check_normal(value).map_err(|fault| FaceError::Value { field, fault })?;
        }
        Ok(())
    }

    /// How many fields there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What a field must be by itself.
fn check(field: usize, name: &str, value: &str) -> Result<(), FaceError> {
    TextFault::check_line(name).map_err(|fault| FaceError::Name { field, fault })?;
    TextFault::check(value).map_err(|fault| FaceError::Value { field, fault })?;
    if matches!(name, "_sd" | "_sd_alg" | "...") {
        return Err(FaceError::Reserved { field });
    }
    Ok(())
}

/// A field that cannot stand on a face.
///
/// ```
/// use gov_license::Face;
///
/// let error = Face::new().insert("", "1").unwrap_err();
/// assert_eq!(error.to_string(), "face field 1: the name is blank");
/// assert_eq!(error.zh(), "照面字段第1项的名称为空");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FaceError {
    /// The name is no text for a face.
    #[error("face field {field}: the name {fault}")]
    Name {
        /// Which field, counted from 1.
        field: usize,
        /// What is wrong with it.
        fault: TextFault,
    },
    /// The value is no text for a face.
    #[error("face field {field}: the value {fault}")]
    Value {
        /// Which field, counted from 1.
        field: usize,
        /// What is wrong with it.
        fault: TextFault,
    },
    /// The name is one that the signed form needs.
    #[error("face field {field}: the name is reserved")]
    Reserved {
        /// Which field, counted from 1.
        field: usize,
    },
    /// The name stands already.
    #[error("face field {field}: the name stands already")]
    Duplicate {
        /// Which field, counted from 1.
        field: usize,
    },
}

impl FaceError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Name { .. } => "face-name",
            Self::Value { .. } => "face-value",
            Self::Reserved { .. } => "face-reserved",
            Self::Duplicate { .. } => "face-duplicate",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Name { field, fault } => format!("照面字段第{field}项的名称{}", fault.zh()),
            Self::Value { field, fault } => format!("照面字段第{field}项的内容{}", fault.zh()),
            Self::Reserved { field } => format!("照面字段第{field}项的名称为保留名称"),
            Self::Duplicate { field } => format!("照面字段第{field}项的名称重复"),
        }
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(|(name, _)| name)).finish()
    }
}
