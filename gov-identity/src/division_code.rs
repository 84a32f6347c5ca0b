//! Administrative division code (行政区划代码), GB/T 2260 and its extension to
//! towns and villages.

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::ascii;
use crate::error::{Fault, ParseError};
use crate::lenient::repair;
use crate::notice::Notice;
use crate::subject::Subject;

/// Code of a place with a government, from province to village (行政区划代码).
///
/// | Digits | Level | Source |
/// | ------ | ----- | ------ |
/// | 1 to 2 | province (省、自治区、直辖市) | GB/T 2260 |
/// | 3 to 4 | city (地级市、州、盟) | GB/T 2260 |
/// | 5 to 6 | county (县、区、旗) | GB/T 2260 |
/// | 7 to 9 | township (乡镇、街道) | GB/T 10114 |
/// | 10 to 12 | village (村、社区) | statistical code of the National Bureau of Statistics |
///
/// 2, 4, 6, 9 and 12 digits are read; trailing zeros add nothing, so `64`,
/// `640000` and `640000000000` are one value. The text form has six digits
/// down to the county, nine for a township, twelve for a village.
///
/// Being well-formed is timeless and is checked here. Being *in force* depends
/// on the year and is the business of a table, not of this type. `100000`
/// stands for the country as a whole (国家级), as in credit codes.
///
/// ```
/// use gov_identity::{DivisionCode, DivisionLevel};
///
/// const CITY: DivisionCode = DivisionCode::from_static("640200");
/// let county: DivisionCode = "640202".parse()?;
/// assert_eq!(county.level(), DivisionLevel::County);
/// assert_eq!(county.parent(), Some(CITY));
/// assert!(CITY.contains(county));
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "行政区划代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct DivisionCode([u8; 12]);

/// The level of a division (行政区划级别).
///
/// The upper levels sort before the lower ones.
#[doc(alias = "行政区划级别")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by the constitution, art. 30, and GB/T 39046")]
pub enum DivisionLevel {
    /// The whole country (国家级), `100000`.
    Nation,
    /// Province, autonomous region, municipality (省级).
    Province,
    /// City, prefecture, league (市级).
    City,
    /// County, district, banner (县级).
    County,
    /// Town, township, subdistrict (乡镇、街道).
    Township,
    /// Village, residential community (村、社区).
    Village,
}

const NATION: DivisionCode = DivisionCode(*b"100000000000");

impl DivisionCode {
    /// Reads 2, 4, 6, 9 or 12 digits.
    ///
    /// # Errors
    ///
    /// - `64020` has none of the five lengths
    /// - `64020A`: position 6 holds a letter
    /// - `000102`: no division begins with `00`
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        let read = match ascii::length(text) {
            0..=2 => padded::<2>(text),
            3..=4 => padded::<4>(text),
            5..=6 => padded::<6>(text),
            7..=9 => padded::<9>(text),
            _ => padded::<12>(text),
        };
        match read {
            Ok([b'0', b'0', ..]) => {
                Err(ParseError::new(Subject::DivisionCode, Fault::Division, 1, 2))
            }
            Ok(code) => Ok(Self(code)),
            Err(error) => Err(error),
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
            Err(_) => panic!("not an administrative division code"),
        }
    }

    /// Reads what people and forms write: blanks around the code and full-width
    /// digits are repaired and told.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse) for the repaired text.
    pub fn parse_lenient(text: &str) -> Result<(Self, Vec<Notice>), ParseError> {
        let (text, notices) = repair(text, Subject::DivisionCode);
        Ok((Self::parse(&text)?, notices))
    }

    /// Wraps six bytes the caller has already seen to be digits of a province
    /// that can exist.
    pub(crate) const fn from_digits([a, b, c, d, e, f]: [u8; 6]) -> Self {
        Self([a, b, c, d, e, f, b'0', b'0', b'0', b'0', b'0', b'0'])
    }

    /// All twelve digits.
    #[cfg(feature = "divisions")]
    pub(crate) const fn digits(&self) -> &[u8; 12] {
        &self.0
    }

    /// The text form: six, nine or twelve digits.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        let digits = match self.level() {
            DivisionLevel::Village => 12,
            DivisionLevel::Township => 9,
            _ => 6,
        };
        ascii::text(self.0.split_at(digits).0)
    }

    /// All twelve digits, as the statistical code writes them.
    #[must_use]
    pub const fn as_full_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// The level, read from the trailing zeros.
    #[must_use]
    pub const fn level(self) -> DivisionLevel {
        match self.0 {
            [.., b'0', b'0', b'0', b'0', b'0', b'0'] => match self.0 {
                [b'1', b'0', b'0', b'0', b'0', b'0', ..] => DivisionLevel::Nation,
                [_, _, b'0', b'0', b'0', b'0', ..] => DivisionLevel::Province,
                [_, _, _, _, b'0', b'0', ..] => DivisionLevel::City,
                _ => DivisionLevel::County,
            },
            [.., b'0', b'0', b'0'] => DivisionLevel::Township,
            _ => DivisionLevel::Village,
        }
    }

    /// The division one level up that the code names; none for the nation.
    ///
    /// A level that a code leaves out is skipped: the towns of a city without
    /// counties (直筒子市) belong to the city.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        let [a, b, c, d, e, f, g, h, i, ..] = self.0;
        let z = b'0';
        Some(match self.level() {
            DivisionLevel::Nation => return None,
            DivisionLevel::Province => NATION,
            DivisionLevel::City => Self([a, b, z, z, z, z, z, z, z, z, z, z]),
            DivisionLevel::County => Self([a, b, c, d, z, z, z, z, z, z, z, z]),
            DivisionLevel::Township => Self([a, b, c, d, e, f, z, z, z, z, z, z]),
            DivisionLevel::Village => Self([a, b, c, d, e, f, g, h, i, z, z, z]),
        })
    }

    /// Whether the other division is this one or lies inside it, by its code.
    ///
    /// The nation contains every division.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        let digits = match self.level() {
            DivisionLevel::Nation => 0,
            DivisionLevel::Province => 2,
            DivisionLevel::City => 4,
            DivisionLevel::County => 6,
            DivisionLevel::Township => 9,
            DivisionLevel::Village => 12,
        };
        self.0.iter().zip(other.0).take(digits).all(|(ours, theirs)| *ours == theirs)
    }
}

/// Exactly `N` digits, filled up with zeros.
const fn padded<const N: usize>(text: &str) -> Result<[u8; 12], ParseError> {
    let digits: [u8; N] = match ascii::fixed(text, Subject::DivisionCode) {
        Ok(digits) => digits,
        Err(error) => return Err(error),
    };
    match ascii::first_non_digit(&digits) {
        Some(position) => Err(ascii::stray(text, &digits, Subject::DivisionCode, position)),
        None => Ok(ascii::joined(&[&digits])),
    }
}

/// Whether six digits are a place where organizations are registered: in some
/// province, or the nation itself (`100000`).
pub(crate) const fn is_place([a, b, c, d, e, f]: [u8; 6]) -> bool {
    is_province([a, b]) || matches!(&[a, b, c, d, e, f], b"100000")
}

/// Whether two digits are those of a province, as divisions and numbers of
/// persons write it (GB/T 2260; Taiwan is 71).
pub(crate) const fn is_province(digits: [u8; 2]) -> bool {
    let number = ascii::number(&digits);
    number < 100 && PROVINCES >> number & 1 == 1
}

/// A bit for each number of two digits.
const PROVINCES: u128 = {
    let mut provinces = 0;
    let mut rest: &[u32] = &[
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
        52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
    ];
    while let [province, tail @ ..] = rest {
        provinces |= 1 << *province;
        rest = tail;
    }
    provinces
};

impl FromStr for DivisionCode {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DivisionCode({self})")
    }
}
