//! License type code (证照类型代码), GB/T 36902 and GB/T 36904.

use std::fmt;
use std::str::{self, FromStr};

use gov_identity::CreditCode;

/// Code of a type of license (证照类型代码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 to 18 | credit code of the authority that defined the type (证照定义机构代码) | see [`CreditCode`] |
/// | 19 to 21 | sequence number (顺序号), from `001` | digit |
///
/// Whether the sequence may hold letters is not known for certain and was never
/// seen; a code with letters can be read as part of an identifier with
/// [`LicenseId::parse_lenient`](crate::LicenseId::parse_lenient).
///
/// ```
/// use gov_license::LicenseTypeCode;
///
/// // Construction permit (建筑工程施工许可证).
/// const PERMIT: LicenseTypeCode = LicenseTypeCode::from_static("11100000000013338W009");
/// assert_eq!(PERMIT.authority().as_str(), "11100000000013338W");
/// assert_eq!(PERMIT.sequence(), 9);
/// ```
#[doc(alias = "证照类型代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LicenseTypeCode {
    text: [u8; Self::LEN],
    authority: CreditCode,
}

impl LicenseTypeCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 21;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `11100000000013338W09`: 20 characters
    /// - `11100000000013338W0A9`: the sequence number is not three digits
    /// - `11100000000013338W000`: sequence numbers begin at `001`
    /// - `11100000000013338X009`: the first 18 characters are no credit code
    pub const fn parse(text: &str) -> Result<Self, LicenseTypeCodeError> {
        let (Some((authority, sequence)), Some(bytes)) =
            (text.as_bytes().split_first_chunk::<18>(), text.as_bytes().first_chunk())
        else {
            return Err(LicenseTypeCodeError::Length { found: text.len() });
        };
        match sequence {
            [b'0', b'0', b'0'] => return Err(LicenseTypeCodeError::Sequence),
            [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] => {}
            [_, _, _] => return Err(LicenseTypeCodeError::Sequence),
            _ => return Err(LicenseTypeCodeError::Length { found: text.len() }),
        }
        let Ok(authority) = str::from_utf8(authority) else {
            return Err(LicenseTypeCodeError::Length { found: text.len() });
        };
        match CreditCode::parse(authority) {
            Ok(authority) => Ok(Self { text: *bytes, authority }),
            Err(fault) => Err(LicenseTypeCodeError::Authority(fault)),
        }
    }

    /// Reads a literal.
    ///
    /// # Panics
    ///
    /// When [`parse`](Self::parse) would fail. Write it in a `const` and the
    /// panic is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "the documented purpose: reject a wrong literal")]
    pub const fn from_static(text: &'static str) -> Self {
        match Self::parse(text) {
            Ok(code) => code,
            Err(_) => panic!("not a license type code"),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match str::from_utf8(&self.text) {
            Ok(text) => text,
            Err(_) => "", // Out of reach: `parse` admits ASCII only.
        }
    }

    /// The authority that defined the type (证照定义机构代码).
    #[must_use]
    pub const fn authority(&self) -> CreditCode {
        self.authority
    }

    /// The sequence number among the types of that authority (顺序号), 1 to 999.
    #[must_use]
    pub fn sequence(&self) -> u16 {
        self.text.iter().skip(18).fold(0, |number, digit| number * 10 + u16::from(digit - b'0'))
    }
}

/// The text is not a license type code.
///
/// ```
/// use gov_license::{LicenseTypeCode, LicenseTypeCodeError};
///
/// let error = LicenseTypeCode::parse("11100000000013338W000").unwrap_err();
/// assert_eq!(error, LicenseTypeCodeError::Sequence);
/// assert_eq!(error.code(), "type-code-sequence");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LicenseTypeCodeError {
    /// Not 21 characters.
    #[error("license type code: expected 21 characters, found {found} bytes")]
    Length {
        /// Bytes that were there.
        found: usize,
    },
    /// The last three characters are not a number from 001 to 999.
    #[error("license type code: characters 19 to 21 are not a number from 001")]
    Sequence,
    /// The first 18 characters are not a credit code.
    #[error("license type code: characters 1 to 18: {0}")]
    Authority(gov_identity::ParseError),
}

impl LicenseTypeCodeError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "type-code-length",
            Self::Sequence => "type-code-sequence",
            Self::Authority(_) => "type-code-authority",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Length { found } => format!("证照类型代码应为21个字符，实为{found}个字节"),
            Self::Sequence => "证照类型代码第19至21位应为001起的三位数字".to_owned(),
            Self::Authority(fault) => format!("证照类型代码的定义机构代码有误：{}", fault.zh()),
        }
    }
}

impl FromStr for LicenseTypeCode {
    type Err = LicenseTypeCodeError;

    fn from_str(text: &str) -> Result<Self, LicenseTypeCodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for LicenseTypeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for LicenseTypeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LicenseTypeCode({self})")
    }
}
