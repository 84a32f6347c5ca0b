//! Business registration number (工商注册号), GS 15-2006.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::DivisionCode;
use crate::ascii;
use crate::division_code::is_place;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::notice::Notice;
use crate::subject::Subject;

/// Number of an enterprise or household before credit codes (注册号).
///
/// | Position | Meaning | Alphabet |
/// | -------- | ------- | -------- |
/// | 1 to 6 | registering authority (登记机关), `100000` for the nation | digit |
/// | 7 to 14 | sequence; its first digit tells the kind | digit |
/// | 15 | check digit, ISO 7064 MOD 11,10 | digit |
///
/// In force from 2007-07-01; the thirteen digits before that are not read.
/// Enterprises carry only a credit code now: this is a key for searching old
/// registers.
///
/// ```
/// use gov_identity::{Registrant, RegistrationNumber};
///
/// let number: RegistrationNumber = "110108000000016".parse()?;
/// assert_eq!(number.division().as_str(), "110108");
/// assert_eq!(number.registrant(), Registrant::DomesticEnterprise);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "注册号")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RegistrationNumber([u8; Self::LEN]);

/// What the first digit of the sequence tells (企业类型).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the ten digits are given out")]
pub enum Registrant {
    /// 0 to 3: domestic enterprise (内资企业).
    DomesticEnterprise,
    /// 4 and 5: foreign-invested enterprise (外商投资企业); one source keeps 5
    /// for offices of foreign enterprises (外国企业常驻代表机构).
    ForeignInvested,
    /// 6 to 9: individual household (个体工商户).
    IndividualHousehold,
}

impl RegistrationNumber {
    /// Length of the text form, in characters.
    pub const LEN: usize = 15;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `1101053999999` is too short
    /// - `11010539999999X`: the check is a digit, never X
    /// - `990105399999992`: no province is `99`
    /// - `110108000000017`: the check digit should be `6`
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let digits: [u8; Self::LEN] = match ascii::fixed(text, Subject::RegistrationNumber) {
            Ok(digits) => digits,
            Err(error) => return Err(error),
        };
        if let Some(position) = ascii::first_non_digit(&digits) {
            return Err(ascii::stray(text, &digits, Subject::RegistrationNumber, position));
        }
        let [a, b, c, d, e, f, ..] = digits;
        if !is_place([a, b, c, d, e, f]) {
            return Err(ParseError::new(Subject::RegistrationNumber, Fault::Division, 1, 2));
        }
        if matches(&digits) {
            Ok(Self(digits))
        } else {
            Err(ParseError::at(Subject::RegistrationNumber, Fault::CheckCharacter, 15))
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
            Ok(number) => number,
            Err(_) => panic!("not a registration number"),
        }
    }

    /// Reads what people and forms write: blanks around the number and
    /// full-width digits are repaired and told.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, notices) = repair(text, Subject::RegistrationNumber);
        Ok((Self::parse(&text)?, notices))
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// The division of the authority that registered it.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        let [a, b, c, d, e, f, ..] = self.0;
        DivisionCode::from_digits([a, b, c, d, e, f])
    }

    /// Whose number it is.
    #[must_use]
    pub const fn registrant(&self) -> Registrant {
        match self.0 {
            [_, _, _, _, _, _, b'0'..=b'3', ..] => Registrant::DomesticEnterprise,
            [_, _, _, _, _, _, b'4' | b'5', ..] => Registrant::ForeignInvested,
            _ => Registrant::IndividualHousehold,
        }
    }
}

impl Registrant {
    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::DomesticEnterprise => "内资企业",
            Self::ForeignInvested => "外商投资企业",
            Self::IndividualHousehold => "个体工商户",
        }
    }
}

/// ISO 7064 MOD 11,10 over all fifteen digits.
const fn matches(digits: &[u8; RegistrationNumber::LEN]) -> bool {
    let [body @ .., check] = digits;
    let mut rest: &[u8] = body;
    let mut product = 10;
    while let [digit, tail @ ..] = rest {
        product = match (product + ascii::value(*digit)) % 10 {
            0 => 20 % 11,
            sum => sum * 2 % 11,
        };
        rest = tail;
    }
    (product + ascii::value(*check)) % 10 == 1
}

impl FromStr for RegistrationNumber {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for RegistrationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RegistrationNumber({self})")
    }
}
