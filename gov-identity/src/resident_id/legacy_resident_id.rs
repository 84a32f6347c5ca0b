//! Citizen identification number of fifteen digits (15位公民身份号码), GB 11643-1989.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use crate::division_code::is_province;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::mask::{MaskPolicy, Masked};
use crate::notice::{Notice, NoticeKind};
use crate::subject::Subject;
use crate::{DivisionCode, ResidentId, Sex, ascii};

use super::gb11643;

/// Number of a citizen as given until 1999 (15位公民身份号码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 to 6 | county of the first registration | digit |
/// | 7 to 12 | day of birth, `YYMMDD` | digit |
/// | 13 to 15 | sequence; odd for men, even for women | digit |
///
/// Old registers still hold such numbers. They name nobody by themselves: an
/// [`IdentityKey`](crate::IdentityKey) is made of the number that
/// [`upgrade`](Self::upgrade) gives. There is no check character, so most slips
/// of the pen go unseen.
///
/// Personal like a [`ResidentId`]: `Debug` prints no digit, there is no `Display`.
///
/// ```
/// use gov_identity::LegacyResidentId;
///
/// // The sequences 996 to 999 were kept for those born in the 1800s.
/// let born_1812: LegacyResidentId = "110105120101996".parse()?;
/// assert_eq!(born_1812.upgrade().expose(), "110105181201019962");
/// let born_1912: LegacyResidentId = "110105120101995".parse()?;
/// assert_eq!(born_1912.upgrade().expose(), "110105191201019953");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "15位身份证号")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LegacyResidentId([u8; Self::LEN]);

/// Where the two digits of the year stand, counted from 0.
const YEAR: &[usize] = &[6, 7];

impl LegacyResidentId {
    /// Length of the text form, in characters.
    pub const LEN: usize = 15;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `11010512010199` is too short
    /// - `11010512010199X`: position 15 holds a letter
    /// - `990105120101996`: no province is `99`; `83…` stands on permits only
    /// - `810000120101996`: so do `810000` and `820000`, and permits never had
    ///   fifteen digits
    /// - `110105000229001`: 1900 had no 29 February, nor had 1800
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let digits: [u8; Self::LEN] = match ascii::fixed(text, Subject::LegacyResidentId) {
            Ok(digits) => digits,
            Err(error) => return Err(error),
        };
        if let Some(position) = ascii::first_non_digit(&digits) {
            return Err(ascii::stray(text, &digits, Subject::LegacyResidentId, position));
        }
        let [_, _, _, _, _, _, _, _, m, n, ..] = digits;
        match digits {
            [b'8', b'1' | b'2', b'0', b'0', b'0', b'0', ..] => return Err(at(Fault::Prefix, 1, 6)),
            [a, b, ..] if is_province([a, b]) => {}
            _ => return Err(at(Fault::Division, 1, 2)),
        }
        let legacy = Self(digits);
        if legacy.day_of_birth().is_some() {
            Ok(legacy)
        } else if ascii::is_month([m, n]) {
            Err(at(Fault::Date, 11, 12))
        } else {
            Err(at(Fault::Date, 9, 10))
        }
    }

    /// Reads the text form and refuses a birth after `today`.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); [`Fault::DateRange`] at positions 7 to
    /// 12 for a day of birth after `today`.
    pub fn parse_on(text: &str, today: NaiveDate) -> Result<Self, ParseError> {
        let legacy = Self::parse(text)?;
        if legacy.birth_date() > today { Err(at(Fault::DateRange, 7, 12)) } else { Ok(legacy) }
    }

    /// Reads what people and forms write: blanks around the number and
    /// full-width digits are repaired and told. The notices of the value follow.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, mut notices) = repair(text, Subject::LegacyResidentId);
        let legacy = Self::parse(&text)?;
        notices.extend(legacy.notices());
        Ok((legacy, notices))
    }

    /// The number of eighteen characters that replaced it (升位). The century is
    /// 18 for the sequences 996 to 999, otherwise 19.
    #[must_use]
    pub const fn upgrade(&self) -> ResidentId {
        let [a, b, c, d, e, f, rest @ ..] = &self.0;
        let century: &[u8] = if self.is_centenarian() { b"18" } else { b"19" };
        let digits: [u8; 17] = ascii::joined(&[&[*a, *b, *c, *d, *e, *f], century, rest]);
        let check = gb11643::check_character(&digits);
        ResidentId::from_checked(ascii::joined(&[&digits, &[check]]))
    }

    /// All of the number.
    #[must_use]
    pub const fn expose(&self) -> &str {
        ascii::text(&self.0)
    }

    /// As much of the number as the policy shows (脱敏), for people to read.
    #[must_use]
    pub const fn masked(&self, policy: MaskPolicy) -> Masked<'_> {
        Masked::new(self.expose(), Some(YEAR), policy)
    }

    /// The division of the first registration.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        let [a, b, c, d, e, f, ..] = self.0;
        DivisionCode::from_digits([a, b, c, d, e, f])
    }

    /// The day of birth.
    #[must_use]
    pub const fn birth_date(&self) -> NaiveDate {
        match self.day_of_birth() {
            Some(date) => date,
            None => NaiveDate::MIN, // Never: `parse` saw this very date.
        }
    }

    /// The sex that the sequence says.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        let [.., digit] = self.0;
        Sex::of_sequence(digit)
    }

    /// Full years of age on a day (周岁); none before the day of birth.
    #[must_use]
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        date.years_since(self.birth_date())
    }

    /// What is odd about the value, though nothing is wrong with it.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        let zero = matches!(self.0, [.., b'0', b'0', b'0']);
        let notice = || Notice::new(Subject::LegacyResidentId, NoticeKind::SequenceZero, 13, 15);
        zero.then(notice).into_iter().collect()
    }

    /// The centenarian rule of GB 11643-1989.
    const fn is_centenarian(&self) -> bool {
        matches!(self.0, [.., b'9', b'9', b'6'..=b'9'])
    }

    const fn day_of_birth(&self) -> Option<NaiveDate> {
        let [_, _, _, _, _, _, year @ .., m, n, d, e, _, _, _] = &self.0;
        let century = if self.is_centenarian() { 1800 } else { 1900 };
        ascii::day(century + ascii::number(year), [*m, *n], [*d, *e])
    }
}

impl FromStr for LegacyResidentId {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for LegacyResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LegacyResidentId(..)")
    }
}

const fn at(fault: Fault, first: u8, last: u8) -> ParseError {
    ParseError::new(Subject::LegacyResidentId, fault, first, last)
}
