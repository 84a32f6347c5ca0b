//! Exercise level (行使层级), GB/T 39046-2020, table A.2.

use gov_identity::DivisionLevel;

use crate::vocabulary::Word;

/// Level of government that holds a power (行使层级): character 19 of the
/// implementation code.
///
/// The upper levels sort before the lower ones.
///
/// ```
/// use gov_catalog::ExerciseLevel;
///
/// assert_eq!(ExerciseLevel::from_digit('3'), Some(ExerciseLevel::City));
/// assert_eq!(ExerciseLevel::City.digit(), '3');
/// assert_eq!(ExerciseLevel::City.zh(), "市级");
/// assert_eq!(ExerciseLevel::from_digit('7'), None);
/// ```
///
/// Deliberately absent: 7, managed by tiers (分级管理). It says of a directory
/// item that several levels hold the power; no body ever stands on it. In an
/// older dialect 6 meant the same and no village existed.
#[doc(alias = "行使层级")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_enums, reason = "closed by GB/T 39046, table A.2")]
pub enum ExerciseLevel {
    /// The nation (国家级), 1.
    Nation,
    /// Province, autonomous region, municipality (省级), 2.
    Province,
    /// City, prefecture, league (市级), 3.
    City,
    /// County, district, banner (县级), 4.
    County,
    /// Town or subdistrict (乡镇、街道), 5.
    Town,
    /// Village or community (村、社区), 6.
    Village,
}

impl ExerciseLevel {
    /// All levels from the nation down.
    pub const ALL: [Self; 6] =
        [Self::Nation, Self::Province, Self::City, Self::County, Self::Town, Self::Village];

    /// The level that a digit writes.
    #[must_use]
    pub const fn from_digit(digit: char) -> Option<Self> {
        Some(match digit {
            '1' => Self::Nation,
            '2' => Self::Province,
            '3' => Self::City,
            '4' => Self::County,
            '5' => Self::Town,
            '6' => Self::Village,
            _ => return None,
        })
    }

    /// The digit of the standard.
    #[must_use]
    pub const fn digit(self) -> char {
        match self {
            Self::Nation => '1',
            Self::Province => '2',
            Self::City => '3',
            Self::County => '4',
            Self::Town => '5',
            Self::Village => '6',
        }
    }

    /// The word that JSON has.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Town => "town",
            Self::Village => "village",
        }
    }

    /// The name in the standard.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Nation => "国家级",
            Self::Province => "省级",
            Self::City => "市级",
            Self::County => "县级",
            Self::Town => "乡镇（街道）",
            Self::Village => "村（社区）",
        }
    }
}

impl Word for ExerciseLevel {
    const ALL: &'static [Self] = &Self::ALL;

    fn word(self) -> &'static str {
        self.as_str()
    }

    fn chinese(self) -> &'static str {
        self.zh()
    }
}

/// The level of the government of a division.
impl From<DivisionLevel> for ExerciseLevel {
    fn from(level: DivisionLevel) -> Self {
        match level {
            DivisionLevel::Nation => Self::Nation,
            DivisionLevel::Province => Self::Province,
            DivisionLevel::City => Self::City,
            DivisionLevel::County => Self::County,
            DivisionLevel::Township => Self::Town,
            DivisionLevel::Village => Self::Village,
        }
    }
}
