//! Five grades, and the numbers that scales give them.

use core::fmt;
use core::str::FromStr;

/// How satisfied an applicant is (满意度), after 国办发〔2019〕51号.
///
/// Numbers come in through a named [`GradeScale`] only, since two scales in use run
/// in opposite directions.
///
/// ```
/// use gov_workflow::{Grade, GradeScale};
///
/// assert_eq!(GradeScale::Gb39046.grade(1), Ok(Grade::VerySatisfied));
/// assert_eq!(GradeScale::Reversed.grade(1), Ok(Grade::VeryDissatisfied));
/// assert_eq!("gb39046:4".parse(), Ok(Grade::Dissatisfied));
/// assert_eq!("4".parse::<Grade>().unwrap_err().code(), "scale-missing");
/// ```
#[doc(alias = "满意度")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by 国办发〔2019〕51号")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Grade {
    /// Very satisfied (非常满意).
    VerySatisfied,
    /// Satisfied (满意).
    Satisfied,
    /// Basically satisfied (基本满意).
    BasicallySatisfied,
    /// Dissatisfied (不满意); bad.
    Dissatisfied,
    /// Very dissatisfied (非常不满意); bad.
    VeryDissatisfied,
}

/// Which number means which grade (评价分值体系).
///
/// | Scale | 1 | 5 | Source |
/// | ----- | - | - | ------ |
/// | `gb39046` | very satisfied | very dissatisfied | GB/T 39046-2020 A.8 |
/// | `reversed` | very dissatisfied | very satisfied | interfaces of vendors |
#[doc(alias = "评价分值体系")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum GradeScale {
    /// The national one.
    Gb39046,
    /// Its reverse.
    Reversed,
}

impl Grade {
    /// All grades, from the best.
    pub const ALL: [Self; 5] = [
        Self::VerySatisfied,
        Self::Satisfied,
        Self::BasicallySatisfied,
        Self::Dissatisfied,
        Self::VeryDissatisfied,
    ];

    /// Whether the body has to answer it (差评).
    #[must_use]
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::Dissatisfied | Self::VeryDissatisfied)
    }

    /// The grade in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::VerySatisfied => "非常满意",
            Self::Satisfied => "满意",
            Self::BasicallySatisfied => "基本满意",
            Self::Dissatisfied => "不满意",
            Self::VeryDissatisfied => "非常不满意",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::VerySatisfied => "very satisfied",
            Self::Satisfied => "satisfied",
            Self::BasicallySatisfied => "basically satisfied",
            Self::Dissatisfied => "dissatisfied",
            Self::VeryDissatisfied => "very dissatisfied",
        })
    }
}

impl FromStr for Grade {
    type Err = GradeError;

    /// Reads a number with the name of its scale: `gb39046:4`.
    fn from_str(text: &str) -> Result<Self, GradeError> {
        let (name, digit) = text.split_once(':').ok_or(GradeError::ScaleMissing)?;
        let scale = GradeScale::ALL.into_iter().find(|scale| scale.as_str() == name);
        let scale = scale.ok_or(GradeError::ScaleUnknown)?;
        match digit.as_bytes() {
            [digit @ b'1'..=b'5'] => scale.grade(digit - b'0'),
            _ => Err(GradeError::Number),
        }
    }
}

impl GradeScale {
    /// All scales.
    pub const ALL: [Self; 2] = [Self::Gb39046, Self::Reversed];

    /// The name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gb39046 => "gb39046",
            Self::Reversed => "reversed",
        }
    }

    /// The grade that a number means.
    ///
    /// # Errors
    ///
    /// A number other than 1 to 5.
    pub const fn grade(self, number: u8) -> Result<Grade, GradeError> {
        match (self, number) {
            (Self::Gb39046, 1) | (Self::Reversed, 5) => Ok(Grade::VerySatisfied),
            (Self::Gb39046, 2) | (Self::Reversed, 4) => Ok(Grade::Satisfied),
            (_, 3) => Ok(Grade::BasicallySatisfied),
            (Self::Gb39046, 4) | (Self::Reversed, 2) => Ok(Grade::Dissatisfied),
            (Self::Gb39046, 5) | (Self::Reversed, 1) => Ok(Grade::VeryDissatisfied),
            _ => Err(GradeError::Number),
        }
    }

    /// The number of a grade, from 1 to 5.
    #[must_use]
    pub const fn number(self, grade: Grade) -> u8 {
        let number = match grade {
            Grade::VerySatisfied => 1,
            Grade::Satisfied => 2,
            Grade::BasicallySatisfied => 3,
            Grade::Dissatisfied => 4,
            Grade::VeryDissatisfied => 5,
        };
        match self {
            Self::Gb39046 => number,
            Self::Reversed => 6 - number,
        }
    }
}

/// The text or number is no grade.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum GradeError {
    /// A number that does not say by which scale.
    #[error("grade: a number without the name of its scale")]
    ScaleMissing,
    /// A scale that is not known.
    #[error("grade: the scale is not known")]
    ScaleUnknown,
    /// A number other than 1 to 5.
    #[error("grade: the number is not one of 1 to 5")]
    Number,
}

impl GradeError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ScaleMissing => "scale-missing",
            Self::ScaleUnknown => "scale-unknown",
            Self::Number => "number",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::ScaleMissing => "评价分值未注明所用的分值体系",
            Self::ScaleUnknown => "评价分值体系未知",
            Self::Number => "评价分值应为1至5",
        }
        .to_owned()
    }
}
