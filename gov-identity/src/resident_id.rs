//! Citizen identification number (公民身份号码), GB 11643-1999.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use crate::division_code::is_province;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::mask::{MaskPolicy, Masked, YEAR_OF_EIGHTEEN};
use crate::notice::{Notice, NoticeKind};
use crate::subject::Subject;
use crate::{DivisionCode, ascii};

pub(crate) mod gb11643;
mod legacy_resident_id;
mod sex;

pub use self::legacy_resident_id::LegacyResidentId;
pub use self::sex::Sex;

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
/// It is `Copy` and therefore not wiped from memory when dropped: a wipe would
/// reach one copy of many. Keep numbers for as long as a decision needs them,
/// and store pseudonyms where they suffice.
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

impl ResidentId {
    /// Length of the text form, in characters.
    pub const LEN: usize = gb11643::LEN;

    /// First and last year of birth that the form admits.
    pub const BIRTH_YEARS: (u32, u32) = gb11643::BIRTH_YEARS;

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
        Self::parse_as(text, Accepted::Any)
    }

    /// Reads the number of a citizen; that of a residence permit is refused.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse), and:
    ///
    /// - `830000…`: 83 is the province of no citizen
    /// - `810000…`, `820000…`: such numbers stand on permits
    pub const fn parse_citizen(text: &str) -> Result<Self, ParseError> {
        Self::parse_as(text, Accepted::Citizen)
    }

    /// Reads the number of a residence permit (港澳台居民居住证); that of a
    /// citizen is refused.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse), and:
    ///
    /// - `110105…`, `71…`, `84…`: permits begin with 81, 82 or 83
    /// - `810001…`: four zeros follow
    pub const fn parse_permit(text: &str) -> Result<Self, ParseError> {
        Self::parse_as(text, Accepted::Permit)
    }

    /// Reads the text form and refuses a birth after `today`.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); [`Fault::DateRange`] at positions 7 to
    /// 14 for a day of birth after `today`.
    pub fn parse_on(text: &str, today: NaiveDate) -> Result<Self, ParseError> {
        let id = Self::parse(text)?;
        gb11643::check_today(id.birth_date(), today, Subject::ResidentId).map(|()| id)
    }

    /// Reads what people and forms write, and says what was repaired: blanks
    /// around the number, full-width characters, a lower-case `x` or Roman
    /// numeral `Ⅹ` at the end, fifteen digits. The notices of the value itself
    /// follow. Blanks inside are not repaired.
    ///
    /// ```
    /// use gov_identity::{NoticeKind, ResidentId};
    ///
    /// let (id, notices) = ResidentId::parse_lenient("110105120101996")?;
    /// assert_eq!(id.expose(), "110105181201019962");
    /// assert_eq!(notices[0].kind(), NoticeKind::Upgraded);
    /// # Ok::<(), gov_identity::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text, or, when it has
    /// fifteen characters, those of [`LegacyResidentId::parse`].
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, mut notices) = repair(text, Subject::ResidentId);
        let id = if ascii::length(&text) == LegacyResidentId::LEN {
            notices.push(Notice::new(Subject::ResidentId, NoticeKind::Upgraded, 1, 18));
            LegacyResidentId::parse(&text)?.upgrade()
        } else {
            Self::parse(&text)?
        };
        notices.extend(id.notices());
        Ok((id, notices))
    }

    /// The number of a citizen that was checked as fifteen digits.
    pub(crate) const fn from_checked(number: gb11643::Number) -> Self {
        Self(number)
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
        gb11643::birth_date(&self.0)
    }

    /// The sex that the sequence says.
    #[must_use]
    pub const fn sex(&self) -> Sex {
        gb11643::sex(&self.0)
    }

    /// Full years of age on a day (周岁); none before the day of birth.
    ///
    /// A year is full from the birthday on; in common years that is 1 March for
    /// who was born on 29 February.
    #[must_use]
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        date.years_since(self.birth_date())
    }

    /// The number of fifteen digits that the person had before 1999, for
    /// searching old registers. Only citizens born in the 1900s have one, and
    /// those born in the 1800s whose sequence is 996 to 999.
    #[must_use]
    pub fn legacy(&self) -> Option<LegacyResidentId> {
        let [a, b, c, d, e, f, _, _, rest @ .., _] = &self.0;
        let digits: [u8; 15] = ascii::joined(&[&[*a, *b, *c, *d, *e, *f], rest]);
        let legacy = LegacyResidentId::parse(ascii::text(&digits)).ok()?;
        (legacy.upgrade() == *self).then_some(legacy)
    }

    /// What is odd about the value, though nothing is wrong with it. What a
    /// table of divisions says is the business of that table.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        gb11643::sequence_notice(&self.0, Subject::ResidentId).into_iter().collect()
    }

    #[inline]
    const fn parse_as(text: &str, accepted: Accepted) -> Result<Self, ParseError> {
        let (number, matches) = match gb11643::read(text, Subject::ResidentId) {
            Ok(read) => read,
            Err(error) => return Err(error),
        };
        if let Err(error) = accepted.check(number) {
            return Err(error);
        }
        if let Err(error) = gb11643::check_birth(number, Subject::ResidentId) {
            return Err(error);
        }
        if matches { Ok(Self(*number)) } else { Err(at(Fault::CheckCharacter, 18, 18)) }
    }
}

impl ResidentKind {
    /// The Chinese name of the document that carries the number.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Citizen => "居民身份证",
            Self::HongKong | Self::Macao => "港澳居民居住证",
            Self::Taiwan => "台湾居民居住证",
        }
    }
}

/// Whose numbers a door admits.
#[derive(Clone, Copy)]
enum Accepted {
    Any,
    Citizen,
    Permit,
}

impl Accepted {
    const fn check(self, number: &gb11643::Number) -> Result<(), ParseError> {
        match (self, number) {
            (Self::Any | Self::Permit, [b'8', b'1' | b'2' | b'3', b'0', b'0', b'0', b'0', ..]) => {
                Ok(())
            }
            (Self::Permit, [b'8', b'1' | b'2' | b'3', ..]) | (Self::Any, [b'8', b'3', ..]) => {
                Err(at(Fault::Division, 3, 6))
            }
            (Self::Permit, _) => Err(at(Fault::Prefix, 1, 2)),
            (Self::Citizen, [b'8', b'1' | b'2', b'0', b'0', b'0', b'0', ..]) => {
                Err(at(Fault::Prefix, 1, 6))
            }
            (_, [a, b, ..]) if is_province([*a, *b]) => Ok(()),
            _ => Err(at(Fault::Division, 1, 2)),
        }
    }
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
