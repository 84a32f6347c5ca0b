//! Code of an item in the draft of Hubei (湖北).

use core::fmt;
use core::str::FromStr;

use gov_identity::{DivisionCode, ParseError};

use crate::characters;
use crate::{CodeError, CodeSubject};

/// Code of an item in the draft of Hubei (湖北省事项编码): sixteen digits.
///
/// | Position | Meaning |
/// | -------- | ------- |
/// | 1 to 6 | region (区划) |
/// | 7 to 9 | body (部门) |
/// | 10 to 11 | type (类型), a numbering of its own |
/// | 12 to 14 | item (事项) |
/// | 15 to 16 | sub-item (子项) |
///
/// ```
/// use gov_catalog::HubeiCode;
///
/// // Made up after the draft.
/// let code: HubeiCode = "4201000120100301".parse()?;
/// assert_eq!((code.body(), code.item_type()), ("012", "01"));
/// assert_eq!((code.item(), code.sub_item()), ("003", "01"));
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
///
/// Deliberately absent: what the type digits mean; the draft does not say.
#[doc(alias = "湖北")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct HubeiCode([u8; Self::LEN]);

impl HubeiCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 16;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// Another length; a character that is no digit.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let subject = CodeSubject::HubeiCode;
        let code: [u8; Self::LEN] = characters::fixed(text, subject)?;
        match (1..).zip(code).find(|(_, byte)| !byte.is_ascii_digit()) {
            Some((position, byte)) => Err(characters::wrong(byte, subject, position)),
            None => Ok(Self(code)),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// The region.
    ///
    /// # Errors
    ///
    /// No division begins with these digits.
    pub fn region(&self) -> Result<DivisionCode, ParseError> {
        DivisionCode::parse(self.as_str().get(..6).unwrap_or_default())
    }

    /// The three digits of the body.
    #[must_use]
    pub fn body(&self) -> &str {
        self.as_str().get(6..9).unwrap_or_default()
    }

    /// The two digits of the type.
    #[must_use]
    pub fn item_type(&self) -> &str {
        self.as_str().get(9..11).unwrap_or_default()
    }

    /// The three digits of the item.
    #[must_use]
    pub fn item(&self) -> &str {
        self.as_str().get(11..14).unwrap_or_default()
    }

    /// The two digits of the sub-item.
    #[must_use]
    pub fn sub_item(&self) -> &str {
        self.as_str().get(14..).unwrap_or_default()
    }
}

impl FromStr for HubeiCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for HubeiCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for HubeiCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HubeiCode({self})")
    }
}
