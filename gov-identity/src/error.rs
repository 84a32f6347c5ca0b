//! What can be wrong with the text of an identifier.

use core::fmt;
use core::ops::RangeInclusive;

use crate::subject::Subject;

mod place;

pub(crate) use self::place::Place;

/// The text is not the identifier it was parsed as.
///
/// The error says *which* identifier, *where* and *why*; it never repeats the
/// text, so it is safe to log even when the text was a citizen's number.
///
/// ```
/// use gov_identity::{Fault, ResidentId};
///
/// let error = ResidentId::parse("110105194913310021").unwrap_err();
/// assert_eq!(error.fault(), Fault::Date);
/// assert_eq!(error.positions(), 11..=12);
/// assert_eq!(error.code(), "date");
/// assert_eq!(
///     error.to_string(),
///     "citizen identification number: no such day in the calendar (characters 11 to 12)",
/// );
/// assert_eq!(error.zh().to_string(), "公民身份号码第11至12位：日历上没有这一天");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("{}: {fault} ({place}){}", .subject.english(), if *.pilot { PILOT } else { "" })]
pub struct ParseError {
    subject: Subject,
    fault: Fault,
    pub(crate) place: Place,
    pub(crate) pilot: bool,
}

const PILOT: &str = "; it may be a pilot code of Fujian";

/// The first thing found wrong, in the order of this list.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Wrong number of characters.
    #[error("expected {expected} characters, found {found}")]
    Length {
        /// Characters the standard asks for; of several lengths, the nearest.
        expected: usize,
        /// Characters that were there.
        found: usize,
    },
    /// A character outside the alphabet of its position.
    #[error("a character that is not allowed there")]
    Character,
    /// The leading characters say that this is another kind of number.
    #[error("the leading characters belong to no such number")]
    Prefix,
    /// The division cannot be one: no province has these digits.
    #[error("no division of the country begins like that")]
    Division,
    /// No state or territory has that code.
    #[error("no nationality has that code")]
    Nationality,
    /// The day of birth is not in the calendar.
    #[error("no such day in the calendar")]
    Date,
    /// The day of birth lies outside the years that such numbers cover.
    #[error("the day of birth is out of range")]
    DateRange,
    /// The organization code inside the credit code fails its own check.
    #[error("the check character of the organization code does not match")]
    OrganizationCheck,
    /// The last character is not the check character of the ones before it.
    #[error("the check character does not match")]
    CheckCharacter,
    /// It is a number of another kind, and a right one.
    #[error("a number of another kind")]
    OtherKind,
}

impl ParseError {
    pub(crate) const fn new(subject: Subject, fault: Fault, first: u8, last: u8) -> Self {
        Self { subject, fault, place: Place::new(first, last), pilot: false }
    }

    /// A fault of one character.
    pub(crate) const fn at(subject: Subject, fault: Fault, position: u8) -> Self {
        Self::new(subject, fault, position, position)
    }

    /// A wrong length points at the first character missing or too many.
    #[expect(clippy::as_conversions, reason = "bounded by 255 the line before")]
    pub(crate) const fn length(subject: Subject, expected: usize, found: usize) -> Self {
        let shorter = if found < expected { found } else { expected };
        let position = if shorter < 254 { shorter as u8 + 1 } else { 255 };
        Self::at(subject, Fault::Length { expected, found }, position)
    }

    /// The identifier that was being read.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        self.fault
    }

    /// Where: characters of the text, counted from 1 as the standards do.
    #[must_use]
    pub fn positions(&self) -> RangeInclusive<usize> {
        self.place.positions()
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.fault.code()
    }

    /// Whether the text may be a credit code that Fujian gave out before the
    /// standard (试点代码), or else a slip of the pen: the two look the same. See
    /// [`PilotCreditCode`](crate::PilotCreditCode).
    #[must_use]
    pub const fn pilot_exception_possible(&self) -> bool {
        self.pilot
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl Fault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Length { .. } => "length",
            Self::Character => "character",
            Self::Prefix => "prefix",
            Self::Division => "division",
            Self::Nationality => "nationality",
            Self::Date => "date",
            Self::DateRange => "date-range",
            Self::OrganizationCheck => "organization-check",
            Self::CheckCharacter => "check-character",
            Self::OtherKind => "other-kind",
        }
    }
}

/// The whole error in Chinese.
struct Chinese(ParseError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ParseError { subject, fault, place, pilot } = self.0;
        write!(f, "{}{}：", subject.zh(), place.zh())?;
        match fault {
            Fault::Length { expected, found } => {
                write!(f, "应为{expected}个字符，实为{found}个")
            }
            Fault::Character => f.write_str("此处不允许该字符"),
            Fault::Prefix => f.write_str("开头字符不属于此类号码"),
            Fault::Division => f.write_str("没有以此开头的行政区划"),
            Fault::Nationality => f.write_str("没有该国籍代码"),
            Fault::Date => f.write_str("日历上没有这一天"),
            Fault::DateRange => f.write_str("出生日期超出范围"),
            Fault::OrganizationCheck => f.write_str("其中的组织机构代码校验码不符"),
            Fault::CheckCharacter if pilot => {
                f.write_str("校验码不符，也可能是福建试点期间发放的代码，请核对证照")
            }
            Fault::CheckCharacter => f.write_str("校验码不符"),
            Fault::OtherKind => f.write_str("属于另一类号码"),
        }
    }
}
