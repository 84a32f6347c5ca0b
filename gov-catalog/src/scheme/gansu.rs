//! Code of an item in Gansu (甘肃), as one county writes it.

use core::fmt;
use core::str::FromStr;

use crate::characters::{self, number};
use crate::{CodeError, CodeFault, CodeSubject};

/// Code of an item in Gansu (甘肃省事项编码), as the forms of one county have it.
///
/// | Position | Meaning |
/// | -------- | ------- |
/// | 1 to 8 | region with its town (区划), as written |
/// | 9 to 10 | two letters of the body (部门拼音首字母) |
/// | 11, 14 | `-` |
/// | 12 to 13 | letters of the type (类型) |
/// | 15 to 18 | serial (顺序号), 0001 to 9999 |
///
/// ```
/// use gov_catalog::GansuCode;
///
/// let code: GansuCode = "62052400MZ-XK-0001".parse()?;
/// assert_eq!((code.region(), code.body(), code.letters()), ("62052400", "MZ", "XK"));
/// assert_eq!(code.serial(), 1);
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "甘肃")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct GansuCode([u8; Self::LEN]);

impl GansuCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 18;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// Another length; a digit, letter or hyphen out of its place; the serial 0000.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let subject = CodeSubject::GansuCode;
        let code: [u8; Self::LEN] = characters::fixed(text, subject)?;
        let allowed = |position: usize, byte: u8| match position {
            9 | 10 | 12 | 13 => byte.is_ascii_uppercase(),
            11 | 14 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        if let Some((position, byte)) = (1..).zip(code).find(|(p, byte)| !allowed(*p, *byte)) {
            return Err(characters::wrong(byte, subject, position));
        }
        let read = Self(code);
        if read.serial() == 0 {
            return Err(CodeError::new(subject, CodeFault::Sequence, 15, 18));
        }
        Ok(read)
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// The eight digits of the region with its town.
    #[must_use]
    pub fn region(&self) -> &str {
        self.as_str().get(..8).unwrap_or_default()
    }

    /// The two letters of the body.
    #[must_use]
    pub fn body(&self) -> &str {
        self.as_str().get(8..10).unwrap_or_default()
    }

    /// The two letters of the type.
    #[must_use]
    pub fn letters(&self) -> &str {
        self.as_str().get(11..13).unwrap_or_default()
    }

    /// The serial, 1 to 9999.
    #[must_use]
    pub fn serial(&self) -> u16 {
        let [.., a, b, c, d] = self.0;
        u16::try_from(number(&[a, b, c, d])).unwrap_or_default()
    }
}

impl FromStr for GansuCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for GansuCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for GansuCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GansuCode({self})")
    }
}
