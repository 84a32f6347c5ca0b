//! Citizen identification number (公民身份号码), GB 11643-1999.

use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use crate::DivisionCode;
use crate::ascii;
use crate::division_code::is_province;
use crate::error::{Fault, ParseError, Subject};
use crate::mask::{MaskPolicy, Masked, YEAR_OF_EIGHTEEN};

/// Number of a citizen, or of a resident from Hong Kong, Macao or Taiwan
/// (公民身份号码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 to 6 | county of the first registration; `810000`, `820000`, `830000` on residence permits | digit |
/// | 7 to 14 | day of birth, `YYYYMMDD` | digit |
/// | 15 to 17 | sequence; odd for men, even for women | digit |
/// | 18 | check character, ISO 7064 MOD 11-2 | digit or `X` |
///
/// The number *is* personal information, so it does not leak by accident:
/// `Debug` prints no digit of it and there is no `Display`. Show it to people
/// with [`masked`](Self::masked); read all of it with [`expose`](Self::expose),
/// a word a reviewer can search for.
///
/// Deliberately absent: whether the county exists or existed at birth. A number
/// is given at registration, sometimes decades after birth, and kept for life;
/// the standard's own sample would fail. That the day of birth is not in the
/// future depends on today: see [`parse_on`](Self::parse_on).
///
/// ```
/// use gov_identity::{MaskPolicy, ResidentId, Sex};
///
/// let id: ResidentId = "11010519491231002X".parse()?;
/// assert_eq!(id.division().as_str(), "110105");
/// assert_eq!(id.birth_date().to_string(), "1949-12-31");
/// assert_eq!(id.sex(), Sex::Female);
/// assert_eq!(id.masked(MaskPolicy::FirstSixLastFour).to_string(), "110105********002X");
/// assert_eq!(format!("{id:?}"), "ResidentId(..)");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "公民身份号码")]
#[doc(alias = "身份证号")]
#[doc(alias = "港澳台居民居住证号码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ResidentId([u8; Self::LEN]);

/// Whose number it is (号码类别).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ResidentKind {
    /// A citizen with a resident identity card (居民身份证).
    Citizen,
    /// A resident of Hong Kong with a residence permit (港澳居民居住证), `810000`.
    HongKong,
    /// A resident of Macao with a residence permit (港澳居民居住证), `820000`.
    Macao,
    /// A resident of Taiwan with a residence permit (台湾居民居住证), `830000`.
    Taiwan,
}

/// Sex as the sequence number says it (性别), GB/T 2261.1.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a digit is odd or even")]
pub enum Sex {
    /// Odd sequence (男).
    Male,
    /// Even sequence (女).
    Female,
}

impl ResidentId {
    /// Length of the text form, in characters.
    pub const LEN: usize = 18;

    /// First and last year of birth that the form admits. The oldest sample of
    /// the standard is from 1880; the upper end only keeps slips of the pen out.
    pub const BIRTH_YEARS: (u32, u32) = (1800, 2199);

    /// Reads the text form, of either kind.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `11010519491231002` is too short
    /// - `1101051949123A002X`: position 14 holds a letter
    /// - `990105180001010014`: no province is `99`; `830001…` is no permit
    /// - `110105198013010013`: month 13 at positions 11 to 12
    /// - `110105179912310016`: born before 1800
    /// - `110105194912310021`: the check character does not match
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let number = match ascii::fixed(text, Subject::ResidentId) {
            Ok(number) => number,
            Err(error) => return Err(error),
        };
        let remainder = match remainder(&number) {
            Ok(remainder) => remainder,
            Err(error) => return Err(error),
        };
        if let Err(error) = check_division(&number) {
            return Err(error);
        }
        let [_, _, _, _, _, _, birth @ .., _, _, _, _] = &number;
        if let Err(error) = check_birth(birth) {
            return Err(error);
        }
        if remainder == 1 { Ok(Self(number)) } else { Err(at(Fault::CheckCharacter, 18, 18)) }
    }

    /// Reads the text form and refuses a birth after `today`.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); [`Fault::DateRange`] at positions 7 to
    /// 14 for a day of birth after `today`.
    pub fn parse_on(text: &str, today: NaiveDate) -> Result<Self, ParseError> {
        let id = Self::parse(text)?;
        if id.birth_date() > today { Err(at(Fault::DateRange, 7, 14)) } else { Ok(id) }
    }

    /// All of the number.
    #[must_use]
    pub const fn expose(&self) -> &str {
        ascii::text(&self.0)
    }

    /// As much of the number as the policy shows (脱敏), for people to read.
    #[must_use]
    pub const fn masked(&self, policy: MaskPolicy) -> Masked<'_> {
        Masked::new(self.expose(), Some(YEAR_OF_EIGHTEEN), policy)
    }

    /// The division of the first registration.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        let [a, b, c, d, e, f, ..] = self.0;
        DivisionCode::from_digits([a, b, c, d, e, f])
    }

    /// Whose number it is.
    #[must_use]
    pub const fn kind(&self) -> ResidentKind {
        match &self.0 {
            [b'8', b'1', b'0', b'0', b'0', b'0', ..] => ResidentKind::HongKong,
            [b'8', b'2', b'0', b'0', b'0', b'0', ..] => ResidentKind::Macao,
            [b'8', b'3', ..] => ResidentKind::Taiwan,
            _ => ResidentKind::Citizen,
        }
    }

    /// The day of birth.
    #[must_use]
    pub const fn birth_date(&self) -> NaiveDate {
        let [_, _, _, _, _, _, birth @ .., _, _, _, _] = &self.0;
        match birth_date(birth) {
            Some(date) => date,
            None => NaiveDate::MIN, // Never: `parse` saw this very date.
        }
    }

    /// The sex that the sequence says.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        let [.., sequence, _] = self.0;
        if sequence % 2 == 1 { Sex::Male } else { Sex::Female }
    }

    /// Full years of age on a day (周岁); none before the day of birth.
    ///
    /// A year is full from the birthday on; in common years that is 1 March for
    /// who was born on 29 February.
    #[must_use]
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        date.years_since(self.birth_date())
    }
}

/// Checks the alphabet and answers the remainder of ISO 7064 MOD 11-2.
const fn remainder(number: &[u8; ResidentId::LEN]) -> Result<u32, ParseError> {
    let mut rest: &[u8] = number;
    let mut position = 1;
    let mut sum = 0_u32;
    while let [byte, tail @ ..] = rest {
        #[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
        let value = match *byte {
            digit @ b'0'..=b'9' => (digit - b'0') as u32,
            b'X' if position == 18 => 10,
            _ => return Err(at(Fault::Character, position, position)),
        };
        sum = sum * 2 + value; // Below 2^22: reduced once at the end.
        position += 1;
        rest = tail;
    }
    Ok(sum % 11)
}

const fn check_division(number: &[u8; ResidentId::LEN]) -> Result<(), ParseError> {
    match *number {
        [b'8', b'3', b'0', b'0', b'0', b'0', ..] => Ok(()),
        [b'8', b'3', ..] => Err(at(Fault::Division, 3, 6)),
        [a, b, ..] if is_province([a, b]) => Ok(()),
        _ => Err(at(Fault::Division, 1, 2)),
    }
}

const fn check_birth(birth: &[u8; 8]) -> Result<(), ParseError> {
    let [year @ .., m, n, _, _] = birth;
    if birth_date(birth).is_none() {
        let month_exists = matches!([m, n], [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']);
        return Err(if month_exists { at(Fault::Date, 13, 14) } else { at(Fault::Date, 11, 12) });
    }
    let (first, last) = ResidentId::BIRTH_YEARS;
    match ascii::number(year) {
        year if year < first => Err(at(Fault::DateRange, 7, 10)),
        year if year > last => Err(at(Fault::DateRange, 7, 14)),
        _ => Ok(()),
    }
}

/// `YYYYMMDD` as a day of the calendar.
#[expect(clippy::as_conversions, reason = "four digits fit")]
const fn birth_date(birth: &[u8; 8]) -> Option<NaiveDate> {
    let [year @ .., m, n, d, e] = birth;
    let (month, day) = (ascii::number(&[*m, *n]), ascii::number(&[*d, *e]));
    NaiveDate::from_ymd_opt(ascii::number(year) as i32, month, day)
}

impl FromStr for ResidentId {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResidentId(..)")
    }
}

const fn at(fault: Fault, first: u8, last: u8) -> ParseError {
    ParseError::new(Subject::ResidentId, fault, first, last)
}
