//! What a type of license says about one field of the face.

use crate::period::read_date;
use crate::text::TextFault;

/// A field that the face of a type of license has (照面字段).
///
/// A plain record: [`LicenseType`](crate::LicenseType) checks it.
///
/// ```
/// use gov_license::{FaceField, FieldKind, ValueFault};
///
/// let area = FieldKind::Number { unit: "平方米".into() };
/// assert_eq!(area.check("120.5"), Ok(()));
/// assert_eq!(area.check("120.5平方米"), Err(ValueFault::Number));
/// let field = FaceField { name: "area".into(), zh: "经营面积".into(), required: true, kind: area };
/// assert!(field.required);
/// ```
#[doc(alias = "照面字段")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct FaceField {
    /// The name by which the face of a license knows it.
    pub name: String,
    /// The Chinese name for people.
    pub zh: String,
    /// Whether every license of the type has it.
    pub required: bool,
    /// What its value looks like.
    pub kind: FieldKind,
}

/// What the value of a field looks like.
///
/// ```
/// use gov_license::{FieldKind, ValueFault};
///
/// assert_eq!(FieldKind::Date.check("2026-02-28"), Ok(()));
/// assert_eq!(FieldKind::Date.check("2026-02-29"), Err(ValueFault::Date));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[non_exhaustive]
pub enum FieldKind {
    /// Text of so many characters at most (文本).
    Text {
        /// Most characters, 1 at least.
        max: usize,
    },
    /// A day as `YYYY-MM-DD` (日期).
    Date,
    /// A decimal number (数值): an optional minus sign, digits without leading
    /// zeros, an optional fraction. The unit is the type's and not written.
    Number {
        /// What is counted or measured, such as 平方米.
        unit: String,
    },
    /// One of a list of codes (代码).
    Code {
        /// The codes and their names.
        codes: Vec<CodeName>,
    },
    /// The digest of an image that travels apart (图像摘要): `sha-256:` and 64
    /// digits, `0` to `9` and `a` to `f`.
    ImageDigest,
}

/// A code of a list and what it means.
///
/// ```
/// let small = gov_license::CodeName { code: "01".into(), zh: "小型餐饮".into() };
/// assert_eq!(small.code, "01");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct CodeName {
    /// The code as it stands on the face.
    pub code: String,
    /// Its Chinese name.
    pub zh: String,
}

impl FieldKind {
    /// Whether a value looks like this.
    ///
    /// # Errors
    ///
    /// A text that is too long, no date, no number, not in the list, no digest.
    pub fn check(&self, value: &str) -> Result<(), ValueFault> {
        let (holds, fault) = match self {
            Self::Text { max } => {
                let found = value.chars().count();
                (found <= *max, ValueFault::TooLong { max: *max, found })
            }
            Self::Date => (read_date(value).is_some(), ValueFault::Date),
            Self::Number { .. } => (is_number(value), ValueFault::Number),
            Self::Code { codes } => {
                (codes.iter().any(|known| known.code == value), ValueFault::Code)
            }
            Self::ImageDigest => (is_digest(value), ValueFault::Digest),
        };
        if holds { Ok(()) } else { Err(fault) }
    }

    /// What is wrong with the kind itself.
    pub(crate) fn fault(&self) -> Option<FieldFault> {
        match self {
            Self::Text { max: 0 } => Some(FieldFault::Length),
            Self::Number { unit } => TextFault::check_line(unit).err().map(FieldFault::Unit),
            Self::Code { codes } => list_fault(codes),
            _ => None,
        }
    }
}

fn list_fault(codes: &[CodeName]) -> Option<FieldFault> {
    let readable = |text: &String| TextFault::check_line(text).is_ok();
    let whole = codes.iter().all(|known| readable(&known.code) && readable(&known.zh));
    let mut seen = std::collections::BTreeSet::new();
    let once = codes.iter().all(|known| seen.insert(&known.code));
    (codes.is_empty() || !whole || !once).then_some(FieldFault::Codes)
}

fn is_number(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = value.strip_prefix('-').unwrap_or(value);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

fn is_digest(value: &str) -> bool {
    value.strip_prefix("sha-256:").is_some_and(|digits| {
        digits.len() == 64 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// Why a value does not fit its field.
///
/// ```
/// use gov_license::ValueFault;
///
/// assert_eq!(ValueFault::Date.to_string(), "is not a date as YYYY-MM-DD");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueFault {
    /// More characters than the type allows.
    #[error("has {found} characters, {max} at most are allowed")]
    TooLong {
        /// How many are allowed.
        max: usize,
        /// How many there are.
        found: usize,
    },
    /// Not a date.
    #[error("is not a date as YYYY-MM-DD")]
    Date,
    /// Not a number.
    #[error("is not a decimal number without a unit")]
    Number,
    /// Not in the list of codes.
    #[error("is not in the list of codes")]
    Code,
    /// Not a digest.
    #[error("is not a digest as sha-256: and 64 digits")]
    Digest,
}

impl ValueFault {
    /// The fault as the end of a Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::TooLong { max, found } => format!("最多{max}个字符，实为{found}个字符"),
            Self::Date => "应为YYYY-MM-DD格式的日期".to_owned(),
            Self::Number => "应为不带单位的十进制数".to_owned(),
            Self::Code => "不在代码表中".to_owned(),
            Self::Digest => "应为sha-256:加64位十六进制摘要".to_owned(),
        }
    }
}

/// Why a field cannot stand in a type of license.
///
/// ```
/// assert_eq!(gov_license::FieldFault::Duplicate.to_string(), "the name stands already");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldFault {
    /// The name is no text for a face.
    #[error("the name {0}")]
    Name(TextFault),
    /// The Chinese name is no text for a face.
    #[error("the Chinese name {0}")]
    ChineseName(TextFault),
    /// The name is one that the signed form needs.
    #[error("the name is reserved")]
    Reserved,
    /// The name stands already.
    #[error("the name stands already")]
    Duplicate,
    /// No character is allowed.
    #[error("a text of no characters is allowed")]
    Length,
    /// The unit is no text for a face.
    #[error("the unit {0}")]
    Unit(TextFault),
    /// The list of codes is empty, has a blank, or has a code twice.
    #[error("the list of codes is empty, has a blank, or has a code twice")]
    Codes,
}

impl FieldFault {
    /// The fault as the end of a Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Name(fault) => format!("的名称{}", fault.zh()),
            Self::ChineseName(fault) => format!("的中文名称{}", fault.zh()),
            Self::Reserved => "的名称为保留名称".to_owned(),
            Self::Duplicate => "的名称重复".to_owned(),
            Self::Length => "的最大长度为零".to_owned(),
            Self::Unit(fault) => format!("的计量单位{}", fault.zh()),
            Self::Codes => "的代码表为空、有空项或有重复".to_owned(),
        }
    }
}
