//! Number of a foreign permanent resident (外国人永久居留身份证号码), form of 2017.

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
use crate::{DivisionCode, FormerNumberLink, Nationality, ascii};

/// Number on the card of a foreign permanent resident before December 2023
/// (旧版外国人永久居留身份证号码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 to 3 | nationality, ISO 3166-1 alpha-3 | letter |
/// | 4 to 7 | province and city that accepted the application | digit |
/// | 8 to 13 | day of birth, `YYMMDD` | digit |
/// | 14 | sequence | digit |
/// | 15 | check digit, weights 7, 3, 1 as in ICAO 9303 | digit |
///
/// Such cards stay good until they expire, so the number is a key of its own;
/// [`ForeignResidentId::link_to`](crate::ForeignResidentId::link_to) ties it to
/// the number after it. No official text of the check rule was found; specimens
/// and other programs agree on it.
///
/// Deliberately absent: sex and age. The number says neither the one nor the
/// century of birth.
///
/// Personal like a [`ResidentId`](crate::ResidentId): `Debug` prints no
/// character, there is no `Display`.
///
/// ```
/// use gov_identity::LegacyForeignResidentId;
///
/// let id: LegacyForeignResidentId = "SAU320085010102".parse()?;
/// assert_eq!(id.nationality().unwrap().numeric(), "682");
/// assert_eq!(id.division().as_str(), "320000");
/// let days: Vec<String> = id.birth_dates().map(|day| day.to_string()).collect();
/// assert_eq!(days, ["1985-01-01", "2085-01-01"]);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "旧版外国人永久居留身份证号码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct LegacyForeignResidentId([u8; Self::LEN]);

/// Where the two digits of the year stand, counted from 0.
const YEAR: &[usize] = &[7, 8];

impl LegacyForeignResidentId {
    /// Length of the text form, in characters.
    pub const LEN: usize = 15;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `SAU32008501010` is too short
    /// - `SA1320085010102`: position 3 holds a digit
    /// - `ATA990090123107`: no province is `99`
    /// - `QQQ110090123106`: `QQQ` is the code of no nationality
    /// - `ATA110001022909`: neither 1901 nor 2001 had a 29 February
    /// - `SAU320085010103`: the check digit does not match
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        Self::parse_as(text, true)
    }

    /// Reads the text form, whatever the code of the nationality, as
    /// [`ForeignResidentId::parse_any_nationality`](crate::ForeignResidentId::parse_any_nationality) does.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) but [`Fault::Nationality`].
    pub const fn parse_any_nationality(text: &str) -> Result<Self, ParseError> {
        Self::parse_as(text, false)
    }

    /// Reads the text form and refuses it when every day of birth that it may
    /// mean lies after `today`.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); [`Fault::DateRange`] at positions 8 to 13.
    pub fn parse_on(text: &str, today: NaiveDate) -> Result<Self, ParseError> {
        let id = Self::parse(text)?;
        if id.birth_dates().any(|day| day <= today) {
            Ok(id)
        } else {
            Err(at(Fault::DateRange, 8, 13))
        }
    }

    /// Reads what people and forms write: blanks around the number, full-width
    /// characters and lower case are repaired and told. The notices of the
    /// value follow.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, mut notices) = repair(text, Subject::LegacyForeignResidentId);
        let id = Self::parse(&text)?;
        notices.extend(id.notices());
        Ok((id, notices))
    }

    /// Completes fourteen characters that another number has proved.
    pub(crate) const fn with_check(characters: [u8; 14]) -> Self {
        Self(ascii::joined(&[&characters, &[check_digit(&characters)]]))
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

    /// The city that accepted the application, or the province where the
    /// number names no city.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        let [_, _, _, a, b, c, d, ..] = self.0;
        DivisionCode::from_digits([a, b, c, d, b'0', b'0'])
    }

    /// The nationality; none when the table of this release does not list it.
    #[must_use]
    pub const fn nationality(&self) -> Option<Nationality> {
        let [a, b, c, ..] = self.0;
        Nationality::lettered([a, b, c])
    }

    /// The days of birth that the number may mean, one of the 1900s, one of the
    /// 2000s: two, or one where the other is in no calendar.
    pub fn birth_dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let id = *self;
        [1900, 2000].into_iter().filter_map(move |century| id.day_of_birth(century))
    }

    /// The part that the chip of the new card holds of this number.
    #[must_use]
    pub const fn link(&self) -> FormerNumberLink {
        let [_, _, _, _, _, a, b, _, _, _, _, _, _, sequence, _] = self.0;
        FormerNumberLink::from_checked([a, b, sequence])
    }

    /// What is odd about the value, though nothing is wrong with it.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        let subject = Subject::LegacyForeignResidentId;
        let unlisted = Notice::new(subject, NoticeKind::NationalityUnlisted, 1, 3);
        self.nationality().is_none().then_some(unlisted).into_iter().collect()
    }

    const fn parse_as(text: &str, listed: bool) -> Result<Self, ParseError> {
        let characters: [u8; Self::LEN] = match ascii::fixed(text, Subject::LegacyForeignResidentId)
        {
            Ok(characters) => characters,
            Err(error) => return Err(error),
        };
        if let Some(position) = first_stray(&characters) {
            let subject = Subject::LegacyForeignResidentId;
            return Err(ascii::stray(text, &characters, subject, position));
        }
        let id = Self(characters);
        let [_, _, _, a, b, _, _, _, _, m, n, _, _, _, _] = characters;
        if !is_province([a, b]) {
            return Err(at(Fault::Division, 4, 5));
        }
        if listed && id.nationality().is_none() {
            return Err(at(Fault::Nationality, 1, 3));
        }
        if id.day_of_birth(1900).is_none() && id.day_of_birth(2000).is_none() {
            let (first, last) = if ascii::is_month([m, n]) { (12, 13) } else { (10, 11) };
            return Err(at(Fault::Date, first, last));
        }
        let [body @ .., check] = &characters;
        if *check == check_digit(body) { Ok(id) } else { Err(at(Fault::CheckCharacter, 15, 15)) }
    }

    const fn day_of_birth(&self, century: u32) -> Option<NaiveDate> {
        let [_, _, _, _, _, _, _, year @ .., m, n, d, e, _, _] = &self.0;
        ascii::day(century + ascii::number(year), [*m, *n], [*d, *e])
    }
}

/// The position of the first character that is not allowed there.
const fn first_stray(characters: &[u8; LegacyForeignResidentId::LEN]) -> Option<u8> {
    match characters {
        [a, _, _, ..] if !a.is_ascii_uppercase() => Some(1),
        [_, b, _, ..] if !b.is_ascii_uppercase() => Some(2),
        [_, _, c, ..] if !c.is_ascii_uppercase() => Some(3),
        [_, _, _, digits @ ..] => match ascii::first_non_digit(digits) {
            Some(position) => Some(position + 3),
            None => None,
        },
    }
}

/// Weights 7, 3, 1 in turn over digits and letters, A being 10.
#[expect(clippy::as_conversions, reason = "`u32::from` is not const; the digit is below 10")]
const fn check_digit(characters: &[u8; 14]) -> u8 {
    let mut rest: &[u8] = characters;
    let mut weight = 7;
    let mut sum = 0;
    while let [byte, tail @ ..] = rest {
        sum += weight * ascii::base36(*byte);
        weight = match weight {
            7 => 3,
            3 => 1,
            _ => 7,
        };
        rest = tail;
    }
    b'0' + (sum % 10) as u8
}

impl FromStr for LegacyForeignResidentId {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for LegacyForeignResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LegacyForeignResidentId(..)")
    }
}

const fn at(fault: Fault, first: u8, last: u8) -> ParseError {
    ParseError::new(Subject::LegacyForeignResidentId, fault, first, last)
}
