//! Unified social credit code (统一社会信用代码), GB 32100-2015.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::ascii::{self, EightDigits};
use crate::division_code::is_place;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::notice::{Notice, NoticeKind};
use crate::organization_code::check_character;
use crate::subject::Subject;
use crate::{DivisionCode, OrganizationCode};

mod authority;
mod pilot_credit_code;

pub use self::authority::{Authority, Category, CategoryBasis};
pub use self::pilot_credit_code::PilotCreditCode;

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
/// runs ahead of the published table, so an unlisted pair is no fault;
/// [`notices`](Self::notices) tells.
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
    ///
    /// Where the last fault may be that of a pilot code instead,
    /// [`ParseError::pilot_exception_possible`] says so.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let (code, matches) = match read(text, Subject::CreditCode) {
            Ok(read) => read,
            Err(error) => return Err(error),
        };
        let [_, _, a, b, c, d, e, f, body @ .., own, _] = code;
        if !is_place([*a, *b, *c, *d, *e, *f]) {
            return Err(ParseError::new(Subject::CreditCode, Fault::Division, 3, 4));
        }
        if *own != check_character(body) {
            return Err(fail(Fault::OrganizationCheck, 17));
        }
        if matches {
            return Ok(Self(*code));
        }
        let mut error = fail(Fault::CheckCharacter, 18);
        error.pilot = pilot_credit_code::is_signature(code);
        Err(error)
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

    /// Reads what people and forms write: blanks around the code, full-width
    /// characters and lower case are repaired and told. The notices of the
    /// value follow.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, mut notices) = repair(text, Subject::CreditCode);
        let code = Self::parse(&text)?;
        notices.extend(code.notices());
        Ok((code, notices))
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

    /// What is odd about the value, though nothing is wrong with it.
    ///
    /// ```
    /// use gov_identity::{CreditCode, NoticeKind};
    ///
    /// let code = CreditCode::from_static("54110105PDY001389W"); // A village committee.
    /// assert_eq!(code.notices()[0].kind(), NoticeKind::PairObservedPractice);
    /// ```
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        category_notice(self.category(), Subject::CreditCode).into_iter().collect()
    }
}

/// What is odd about the first two characters.
pub(crate) fn category_notice(category: Category, subject: Subject) -> Option<Notice> {
    let kind = match category.basis() {
        Some(CategoryBasis::Standard2015 | CategoryBasis::Amendment2016) => return None,
        Some(CategoryBasis::ObservedPractice) => NoticeKind::PairObservedPractice,
        None => NoticeKind::PairUnlisted,
    };
    Some(Notice::new(subject, kind, 1, 2))
}

/// Eighteen characters of the alphabet of each position, and whether the last
/// one is right.
#[inline]
pub(crate) const fn read(
    text: &str,
    subject: Subject,
) -> Result<(&[u8; CreditCode::LEN], bool), ParseError> {
    if let Some(code) = text.as_bytes().first_chunk()
        && text.len() == CreditCode::LEN
        && let Some(sum) = weigh(code)
    {
        return Ok((code, sum % 31 == 0));
    }
    Err(fault(text, subject))
}

/// The weighted sum of all eighteen characters; none when one is outside the
/// alphabet. The last one weighs one, so a right code sums to a multiple of 31.
const fn weigh(code: &[u8; CreditCode::LEN]) -> Option<u32> {
    let [_, _, a, b, c, d, e, f, .., own, _] = *code;
    if EightDigits::read([b'0', b'0', a, b, c, d, e, f]).is_none()
        || !matches!(own, b'0'..=b'9' | b'X')
    {
        return None;
    }
    let mut rest: &[u8] = code;
    let mut weights: &[u32] = &[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
    let mut sum = 0;
    let mut all = 0;
    while let ([byte, tail @ ..], [weight, weights_after @ ..]) = (rest, weights) {
        let value = value(*byte);
        sum += value * *weight;
        all |= value;
        rest = tail;
        weights = weights_after;
    }
    if all < NONE { Some(sum) } else { None }
}

/// What is wrong with a text that is no eighteen characters of the alphabets.
#[cold]
const fn fault(text: &str, subject: Subject) -> ParseError {
    let code: [u8; CreditCode::LEN] = match ascii::fixed(text, subject) {
        Ok(code) => code,
        Err(error) => return error,
    };
    let mut rest: &[u8] = &code;
    let mut position = 1;
    while let [byte, tail @ ..] = rest {
        let allowed = match position {
            3..=8 => byte.is_ascii_digit(),
            17 => matches!(byte, b'0'..=b'9' | b'X'),
            _ => is_allowed(*byte),
        };
        if !allowed {
            break;
        }
        position += 1;
        rest = tail;
    }
    ascii::stray(text, &code, subject, position)
}

/// Whether a character is one of the thirty-one that credit codes are made of.
pub(crate) const fn is_allowed(byte: u8) -> bool {
    value(byte) < NONE
}

/// The value of a character in the alphabet of thirty-one, or [`NONE`].
#[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "one entry for each byte")]
const fn value(byte: u8) -> u32 {
    VALUES[byte as usize] as u32
}

/// What a character outside the alphabet is worth: a bit that no value has.
const NONE: u32 = 32;

#[expect(clippy::as_conversions, clippy::indexing_slicing, reason = "one entry for each byte")]
const VALUES: [u8; 256] = {
    let mut values = [NONE as u8; 256];
    let mut rest: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut value = 0;
    while let [byte, tail @ ..] = rest {
        values[*byte as usize] = value;
        value += 1;
        rest = tail;
    }
    values
};

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
