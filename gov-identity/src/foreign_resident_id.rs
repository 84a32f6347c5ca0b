//! Number of a foreign permanent resident (外国人永久居留身份证号码), form of 2023.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use chrono::NaiveDate;

use crate::division_code::is_province;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::mask::{MaskPolicy, Masked, YEAR_OF_EIGHTEEN};
use crate::notice::{Notice, NoticeKind};
use crate::resident_id::gb11643;
use crate::subject::Subject;
use crate::{DivisionCode, Sex, ascii};

mod former_number_link;
mod legacy_foreign_resident_id;
mod nationality;

pub use self::former_number_link::FormerNumberLink;
pub use self::legacy_foreign_resident_id::LegacyForeignResidentId;
pub use self::nationality::Nationality;

/// Number on the card of a foreign permanent resident, as given since December
/// 2023 (外国人永久居留身份证号码).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 | a foreigner | `9` |
/// | 2 to 3 | province that accepted the application | digit |
/// | 4 to 6 | nationality, ISO 3166-1 numeric | digit |
/// | 7 to 14 | day of birth, `YYYYMMDD` | digit |
/// | 15 to 17 | sequence; odd for men, even for women | digit |
/// | 18 | check character, ISO 7064 MOD 11-2 | digit or `X` |
///
/// Source: adaptation guide of the National Immigration Administration,
/// 2023-10-13. Cards of the old form stay good until they expire:
/// [`LegacyForeignResidentId`].
///
/// Personal like a [`ResidentId`](crate::ResidentId): `Debug` prints no digit,
/// there is no `Display`.
///
/// ```
/// use gov_identity::{ForeignResidentId, Sex};
///
/// let id: ForeignResidentId = "911124198108030024".parse()?;
/// assert_eq!(id.nationality().unwrap().alpha3(), "CAN");
/// assert_eq!(id.province().as_str(), "110000");
/// assert_eq!(id.birth_date().to_string(), "1981-08-03");
/// assert_eq!(id.sex(), Sex::Female);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "外国人永久居留身份证号码")]
#[doc(alias = "五星卡")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ForeignResidentId(gb11643::Number);

impl ForeignResidentId {
    /// Length of the text form, in characters.
    pub const LEN: usize = gb11643::LEN;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `91112419810803002` is too short
    /// - `911CAN198108030024`: position 4 holds a letter
    /// - `811010199901010018` does not begin with 9
    /// - `999010199901010013`: no province is `99`
    /// - `91199919990101001X`: `999` is the code of no nationality
    /// - `911010199913010019`: month 13
    /// - `911010179901010013`: born before 1800
    /// - `911124198108030025`: the check character does not match
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        Self::parse_as(text, true)
    }

    /// Reads the text form, whatever the code of the nationality.
    ///
    /// For a real card whose nationality the table of this release does not
    /// list; [`notices`](Self::notices) tells. What was stored is read back
    /// through this door too, so that a later table makes nothing unreadable.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) but [`Fault::Nationality`].
    pub const fn parse_any_nationality(text: &str) -> Result<Self, ParseError> {
        Self::parse_as(text, false)
    }

    /// Reads the text form and refuses a birth after `today`.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); [`Fault::DateRange`] at positions 7 to
    /// 14 for a day of birth after `today`.
    pub fn parse_on(text: &str, today: NaiveDate) -> Result<Self, ParseError> {
        let id = Self::parse(text)?;
        gb11643::check_today(id.birth_date(), today, Subject::ForeignResidentId).map(|()| id)
    }

    /// Reads what people and forms write: blanks around the number, full-width
    /// characters and a lower-case `x` or Roman numeral at the end are repaired
    /// and told. The notices of the value follow.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, mut notices) = repair(text, Subject::ForeignResidentId);
        let id = Self::parse(&text)?;
        notices.extend(id.notices());
        Ok((id, notices))
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

    /// The province that accepted the application.
    #[must_use]
    pub const fn province(&self) -> DivisionCode {
        let [_, a, b, ..] = self.0;
        DivisionCode::from_digits([a, b, b'0', b'0', b'0', b'0'])
    }

    /// The nationality; none when the table of this release does not list it.
    #[must_use]
    pub const fn nationality(&self) -> Option<Nationality> {
        let [_, _, _, a, b, c, ..] = self.0;
        Nationality::numbered([a, b, c])
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
    #[must_use]
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        date.years_since(self.birth_date())
    }

    /// The number of the card before, with the link that the chip of the new
    /// card holds; none when the nationality is not listed.
    ///
    /// ```
    /// use gov_identity::{ForeignResidentId, FormerNumberLink};
    ///
    /// let id = ForeignResidentId::parse("932682198501010017")?;
    /// let legacy = id.legacy(FormerNumberLink::parse("000")?).unwrap();
    /// assert_eq!(legacy.expose(), "SAU320085010102");
    /// assert_eq!(id.link_to(&legacy).unwrap().as_str(), "000");
    /// # Ok::<(), gov_identity::ParseError>(())
    /// ```
    #[must_use]
    pub const fn legacy(&self, link: FormerNumberLink) -> Option<LegacyForeignResidentId> {
        let Some(nationality) = self.nationality() else { return None };
        let [_, p, q, _, _, _, _, _, birth @ .., _, _, _, _] = &self.0;
        let [city @ .., sequence] = &link.bytes();
        let letters = nationality.alpha3().as_bytes();
        let characters = ascii::joined(&[letters, &[*p, *q], city, birth, &[*sequence]]);
        Some(LegacyForeignResidentId::with_check(characters))
    }

    /// The link between this number and that of a card before; none when the
    /// two differ in province, nationality or day of birth, so that they cannot
    /// be the same person's. Equal parts do not prove that they are.
    #[must_use]
    pub fn link_to(&self, legacy: &LegacyForeignResidentId) -> Option<FormerNumberLink> {
        let link = legacy.link();
        (self.legacy(link)? == *legacy).then_some(link)
    }

    /// What is odd about the value, though nothing is wrong with it.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        let subject = Subject::ForeignResidentId;
        let unlisted = Notice::new(subject, NoticeKind::NationalityUnlisted, 4, 6);
        let nationality = self.nationality().is_none().then_some(unlisted);
        nationality.into_iter().chain(gb11643::sequence_notice(&self.0, subject)).collect()
    }

    const fn parse_as(text: &str, listed: bool) -> Result<Self, ParseError> {
        let (number, matches) = match gb11643::read(text, Subject::ForeignResidentId) {
            Ok(read) => read,
            Err(error) => return Err(error),
        };
        let id = Self(*number);
        match *number {
            [b'9', a, b, ..] if is_province([a, b]) => {}
            [b'9', ..] => return Err(at(Fault::Division, 2, 3)),
            _ => return Err(at(Fault::Prefix, 1, 1)),
        }
        if listed && id.nationality().is_none() {
            return Err(at(Fault::Nationality, 4, 6));
        }
        if let Err(error) = gb11643::check_birth(number, Subject::ForeignResidentId) {
            return Err(error);
        }
        if matches { Ok(id) } else { Err(at(Fault::CheckCharacter, 18, 18)) }
    }
}

impl FromStr for ForeignResidentId {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for ForeignResidentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ForeignResidentId(..)")
    }
}

const fn at(fault: Fault, first: u8, last: u8) -> ParseError {
    ParseError::new(Subject::ForeignResidentId, fault, first, last)
}
