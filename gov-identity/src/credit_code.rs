//! Unified social credit code (统一社会信用代码), GB 32100-2015.

use core::fmt;
use core::str::FromStr;

use crate::ascii;
use crate::authority::{Authority, Category};
use crate::division_code::is_province;
use crate::error::{Fault, ParseError};
use crate::organization_code::check_character;
use crate::subject::Subject;
use crate::{DivisionCode, OrganizationCode};

/// Code of a legal person or other organization (统一社会信用代码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 | registering authority (登记管理部门) | digit or letter |
/// | 2 | category of organization (机构类别) | digit or letter |
/// | 3 to 8 | division of registration (登记管理机关行政区划), `100000` for the nation | digit |
/// | 9 to 17 | organization code (主体标识码) with its own check | digit or letter; 17: digit or `X` |
/// | 18 | check character (校验码), weights 3^(i−1) mod 31 | digit or letter |
///
/// The letters I, O, S, V and Z are never used. The text form is upper case;
/// lower case is refused, not repaired.
///
/// Deliberately absent: a closed list of authorities and categories. Practice
/// runs ahead of the published table, so an unlisted pair is no fault; ask
/// [`Category::basis`].
///
/// ```
/// use gov_identity::CreditCode;
///
/// // A wrong literal in a `const` does not compile.
/// const BUREAU: CreditCode = CreditCode::from_static("91640200MA0000007F");
/// assert_eq!(BUREAU.to_string(), "91640200MA0000007F");
/// assert_eq!(BUREAU.division().as_str(), "640200");
/// assert_eq!(BUREAU.organization_code().as_str(), "MA0000007");
/// ```
#[doc(alias = "统一社会信用代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CreditCode([u8; Self::LEN]);

impl CreditCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 18;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `9164` is too short
    /// - `91640200MA0000007O`: position 18 holds a letter outside the alphabet
    /// - `91880106PDY0099898`: no province is `88`
    /// - `91350100M000100Y56`: the organization code in it should end in `4`
    /// - `91640200MA00000071`: the check character should be `F`
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let code: [u8; Self::LEN] = match ascii::fixed(text, Subject::CreditCode) {
            Ok(code) => code,
            Err(error) => return Err(error),
        };
        let sum = match weighted_sum(&code) {
            Ok(sum) => sum,
            Err(position) => return Err(ascii::stray(text, &code, Subject::CreditCode, position)),
        };
        let [_, _, a, b, c, d, e, f, body @ .., own, _] = &code;
        if !is_province([*a, *b])
            && !matches!([a, b, c, d, e, f], [b'1', b'0', b'0', b'0', b'0', b'0'])
        {
            return Err(ParseError::new(Subject::CreditCode, Fault::Division, 3, 4));
        }
        if *own != check_character(body) {
            return Err(fail(Fault::OrganizationCheck, 17));
        }
        if sum % 31 == 0 { Ok(Self(code)) } else { Err(fail(Fault::CheckCharacter, 18)) }
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
            Err(_) => panic!("not a unified social credit code"),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// The authority that registered the organization.
    #[must_use]
    pub const fn authority(&self) -> Authority {
        self.category().authority()
    }

    /// What kind of organization it is, as that authority divides them.
    #[must_use]
    pub const fn category(&self) -> Category {
        let [authority, kind, ..] = self.0;
        Category::from_bytes([authority, kind])
    }

    /// The division the organization is registered in.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        let [_, _, a, b, c, d, e, f, ..] = self.0;
        DivisionCode::from_digits([a, b, c, d, e, f])
    }

    /// The organization code inside the credit code (主体标识码).
    #[must_use]
    pub const fn organization_code(&self) -> OrganizationCode {
        let [_, _, _, _, _, _, _, _, code @ .., _] = self.0;
        OrganizationCode::from_checked(code)
    }
}

/// Checks the alphabet of each position and weighs all eighteen characters; the
/// check character weighs one, so a right code sums to a multiple of 31. The error
/// is the position of a character that is not allowed there.
const fn weighted_sum(code: &[u8; CreditCode::LEN]) -> Result<u32, u8> {
    let mut rest: &[u8] = code;
    let mut position = 1;
    let mut weight = 1;
    let mut sum = 0;
    while let [byte, tail @ ..] = rest {
        let allowed = match position {
            3..=8 => byte.is_ascii_digit(),
            17 => matches!(byte, b'0'..=b'9' | b'X'),
            _ => true,
        };
        match value(*byte) {
            Some(value) if allowed => sum += value * if position == 18 { 1 } else { weight },
            _ => return Err(position),
        }
        weight = weight * 3 % 31;
        position += 1;
        rest = tail;
    }
    Ok(sum)
}

/// The value of a character in the alphabet of thirty-one.
pub(crate) const fn value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 10,
        b'J'..=b'N' => byte - b'J' + 18,
        b'P'..=b'R' => byte - b'P' + 23,
        b'T' | b'U' => byte - b'T' + 26,
        b'W'..=b'Y' => byte - b'W' + 28,
        _ => return None,
    };
    #[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
    Some(value as u32)
}

impl FromStr for CreditCode {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CreditCode({self})")
    }
}

const fn fail(fault: Fault, position: u8) -> ParseError {
    ParseError::at(Subject::CreditCode, fault, position)
}
