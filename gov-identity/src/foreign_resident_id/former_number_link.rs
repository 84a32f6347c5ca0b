//! What ties the two numbers of a foreign permanent resident together.

use core::fmt;
use core::str::FromStr;

use crate::ascii;
use crate::error::ParseError;
use crate::subject::Subject;

/// The part of the former number that the chip of the new card keeps
/// (既往版本号码关联项): two digits of the city, one of the sequence.
///
/// Source: adaptation guide of the National Immigration Administration,
/// 2023-10-13. See [`ForeignResidentId::legacy`](crate::ForeignResidentId::legacy).
///
/// ```
/// use gov_identity::{ForeignResidentId, FormerNumberLink};
///
/// let link: FormerNumberLink = "011".parse()?;
/// let id = ForeignResidentId::parse("944840197001100012")?;
/// assert_eq!(id.legacy(link).unwrap().expose(), "USA440170011019");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "既往版本号码关联项")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct FormerNumberLink([u8; Self::LEN]);

impl FormerNumberLink {
    /// Length of the text form, in characters.
    pub const LEN: usize = 3;

    /// Reads three digits.
    ///
    /// # Errors
    ///
    /// `01` is too short; `01A` has a letter.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        match ascii::fixed(text, Subject::FormerNumberLink) {
            Ok(digits) => match ascii::first_non_digit(&digits) {
                Some(position) => {
                    Err(ascii::stray(text, &digits, Subject::FormerNumberLink, position))
                }
                None => Ok(Self(digits)),
            },
            Err(error) => Err(error),
        }
    }

    /// Wraps three bytes the caller has already seen to be digits.
    pub(crate) const fn from_checked(digits: [u8; Self::LEN]) -> Self {
        Self(digits)
    }

    pub(crate) const fn bytes(self) -> [u8; Self::LEN] {
        self.0
    }

    /// The three digits.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }
}

impl FromStr for FormerNumberLink {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for FormerNumberLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FormerNumberLink(..)") // Three characters of a person's number.
    }
}
