//! Organization code (组织机构代码), GB 11714-1997.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::ascii;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::notice::{Notice, NoticeKind};
use crate::subject::Subject;

/// Code of an organization before credit codes, and inside each of them
/// (组织机构代码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 to 8 | body (本体代码) | digit or letter, all 26 |
/// | 9 | check character (校验码) | digit or `X` |
///
/// The text form has no hyphen. A letter is worth 10 to 35 here; credit codes
/// give letters other values.
///
/// ```
/// use gov_identity::OrganizationCode;
///
/// let code: OrganizationCode = "PDY00001X".parse()?;
/// assert_eq!(code.as_str(), "PDY00001X");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "组织机构代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct OrganizationCode([u8; Self::LEN]);

impl OrganizationCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 9;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// - `PDY00001` is too short; `PDY00001-X` is too long
    /// - `PDY00001A`: position 9 is a digit or `X`
    /// - `PDY000010`: the check character should be `X`
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let code: [u8; Self::LEN] = match ascii::fixed(text, Subject::OrganizationCode) {
            Ok(code) => code,
            Err(error) => return Err(error),
        };
        let [body @ .., check] = &code;
        let mut rest: &[u8] = body;
        let mut position = 1;
        while let [byte, tail @ ..] = rest {
            if !byte.is_ascii_digit() && !byte.is_ascii_uppercase() {
                return Err(ascii::stray(text, &code, Subject::OrganizationCode, position));
            }
            position += 1;
            rest = tail;
        }
        if !matches!(check, b'0'..=b'9' | b'X') {
            return Err(ascii::stray(text, &code, Subject::OrganizationCode, 9));
        }
        if *check == check_character(body) {
            Ok(Self(code))
        } else {
            Err(fail(Fault::CheckCharacter, 9))
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
            Err(_) => panic!("not an organization code"),
        }
    }

    /// Reads what people and forms write, such as the printed `PDY00001-X`:
    /// blanks around the code, the hyphen before the check character,
    /// full-width characters and lower case are repaired and told.
    ///
    /// ```
    /// use gov_identity::{NoticeKind, OrganizationCode};
    ///
    /// let (code, notices) = OrganizationCode::parse_lenient("PDY00001-X")?;
    /// assert_eq!(code.as_str(), "PDY00001X");
    /// assert_eq!(notices[0].kind(), NoticeKind::Hyphen);
    /// # Ok::<(), gov_identity::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (mut text, mut notices) = repair(text, Subject::OrganizationCode);
        if let Some((body, check)) = text.split_once('-').filter(|(body, _)| body.len() == 8) {
            notices.push(Notice::new(Subject::OrganizationCode, NoticeKind::Hyphen, 8, 9));
            text = [body, check].concat();
        }
        Ok((Self::parse(&text)?, notices))
    }

    /// Wraps nine bytes whose check the caller has already seen to match.
    pub(crate) const fn from_checked(code: [u8; Self::LEN]) -> Self {
        Self(code)
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }
}

/// The check character of eight digits and upper-case letters.
pub(crate) const fn check_character(body: &[u8; 8]) -> u8 {
    let mut rest: &[u8] = body;
    let mut weights: &[u32] = &[3, 7, 9, 10, 5, 8, 4, 2];
    let mut sum = 0;
    while let ([byte, tail @ ..], [weight, weights_after @ ..]) = (rest, weights) {
        sum += ascii::base36(*byte) * *weight;
        rest = tail;
        weights = weights_after;
    }
    match 11 - sum % 11 {
        11 => b'0',
        10 => b'X',
        #[expect(clippy::as_conversions, reason = "1 to 9")]
        value => b'0' + value as u8,
    }
}

impl FromStr for OrganizationCode {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for OrganizationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for OrganizationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OrganizationCode({self})")
    }
}

const fn fail(fault: Fault, position: u8) -> ParseError {
    ParseError::at(Subject::OrganizationCode, fault, position)
}
