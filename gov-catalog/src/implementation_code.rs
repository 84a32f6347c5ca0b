//! Implementation code (实施编码), scheme `National2018`.

use core::fmt;
use core::str::FromStr;

use gov_identity::{CreditCode, Fault, ParseError};

use crate::characters::{self, credit_value};
use crate::checks::{Check, Checks, CodeNotice, CodeNotices};
use crate::error::{CodeError, CodeFault, CodeSubject};
use crate::{BasicCode, ExerciseLevel};

/// Code of a directory item as one body implements it (实施编码, `TASK_CODE`).
///
/// | Position | Meaning |
/// | -------- | ------- |
/// | 1 to 18 | credit code of the implementing body (实施主体) |
/// | 19 | exercise level (行使层级), 1 to 6 |
/// | 20 to 31 | [`BasicCode`], never a node of the directory |
///
/// The cut after 18 is certain: in every real code the check characters inside
/// the first 18 verify, or fail as published codes are known to fail.
///
/// ```
/// use gov_catalog::{BasicCode, ExerciseLevel, ImplementationCode};
///
/// // A made-up body of Shizuishan.
/// const CODE: ImplementationCode =
///     ImplementationCode::from_static("1164020001001501113000131001000");
/// assert_eq!(CODE.body().unwrap().division().as_str(), "640200");
/// assert_eq!(CODE.level(), ExerciseLevel::City);
/// assert_eq!(CODE.basic(), BasicCode::from_static("000131001000"));
/// ```
#[doc(alias = "实施编码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ImplementationCode([u8; Self::LEN]);

impl ImplementationCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 31;

    /// Reads the text form with every check ([`Checks::STRICT`]).
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - length: `11450000007565194H200011501500` has 30 characters
    /// - a character outside its alphabet, or a lower-case letter
    /// - the credit code: no such province; the check of its organization code;
    ///   its own check
    /// - the exercise level is none of 1 to 6
    /// - the basic code: source, item type, main item
    /// - the basic code is a node of the directory (`00Y`)
    pub const fn parse(text: &str) -> Result<Self, CodeError> {
        match Self::parse_lenient(text, Checks::STRICT) {
            Ok((code, _)) => Ok(code),
            Err(error) => Err(error),
        }
    }

    /// Reads the text form of a code that may break the checks of its credit
    /// code, and says what it let pass.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), save what `checks` warn of or switch off.
    pub const fn parse_lenient(
        text: &str,
        checks: Checks,
    ) -> Result<(Self, CodeNotices), CodeError> {
        let subject = CodeSubject::ImplementationCode;
        let code = match characters::fixed(text, subject) {
            Ok(code) => code,
            Err(error) => return Err(error),
        };
        let (code, notices) = match upper_case(code, checks) {
            Ok(read) => read,
            Err(position) => return Err(CodeError::at(subject, CodeFault::LowerCase, position)),
        };
        if let Err(error) = characters::with_body(&code, subject) {
            return Err(error);
        }
        match Self::from_characters(code, subject, checks) {
            Ok((code, more)) => Ok((code, notices.and(more))),
            Err(error) => Err(error),
        }
    }

    /// Reads characters whose alphabets have been checked, the beginning of a
    /// longer code perhaps.
    pub(crate) const fn from_characters(
        code: [u8; Self::LEN],
        subject: CodeSubject,
        checks: Checks,
    ) -> Result<(Self, CodeNotices), CodeError> {
        let (body, level, basic) = split(&code);
        let notices = match check_body(body, subject, checks) {
            Ok(notices) => notices,
            Err(error) => return Err(error),
        };
        if read_level(level).is_none() {
            return Err(CodeError::at(subject, CodeFault::Level, 19));
        }
        match BasicCode::from_characters(*basic, subject, 20) {
            Ok(basic) if basic.is_directory_node() => {
                Err(CodeError::new(subject, CodeFault::DirectoryNode, 29, 31))
            }
            Ok(basic) => Ok((Self(code), notices.and(basic.notices()))),
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
            Err(_) => panic!("not an implementation code"),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// The credit code of the implementing body.
    ///
    /// # Errors
    ///
    /// Only for a code that [`parse_lenient`](Self::parse_lenient) let pass:
    /// what its credit code breaks.
    pub const fn body(&self) -> Result<CreditCode, ParseError> {
        CreditCode::parse(self.body_text())
    }

    /// The eighteen characters of the implementing body, right or wrong.
    #[must_use]
    pub const fn body_text(&self) -> &str {
        characters::text(split(&self.0).0)
    }

    /// The level of government that holds the power.
    #[must_use]
    pub const fn level(&self) -> ExerciseLevel {
        match read_level(split(&self.0).1) {
            Some(level) => level,
            None => ExerciseLevel::Nation, // Never: every constructor has read it.
        }
    }

    /// The code of the directory item.
    #[must_use]
    pub const fn basic(&self) -> BasicCode {
        BasicCode::from_checked(*split(&self.0).2)
    }

    pub(crate) const fn from_checked(code: [u8; Self::LEN]) -> Self {
        Self(code)
    }
}

/// Turns lower-case letters into upper case, if that is allowed; else the
/// position of the first.
pub(crate) const fn upper_case<const N: usize>(
    mut code: [u8; N],
    checks: Checks,
) -> Result<([u8; N], CodeNotices), usize> {
    let mut rest: &[u8] = &code;
    let mut position = 1;
    while let [byte, tail @ ..] = rest {
        if byte.is_ascii_lowercase() {
            return match checks.lower_case {
                Check::Reject => Err(position),
                Check::Warn => {
                    code.make_ascii_uppercase();
                    Ok((code, CodeNotices::NONE.with(CodeNotice::LowerCase)))
                }
                Check::Off => {
                    code.make_ascii_uppercase();
                    Ok((code, CodeNotices::NONE))
                }
            };
        }
        position += 1;
        rest = tail;
    }
    Ok((code, CodeNotices::NONE))
}

/// Body, level and basic code.
const fn split(code: &[u8; ImplementationCode::LEN]) -> (&[u8; 18], u8, &[u8; 12]) {
    let [body @ .., level, _, _, _, _, _, _, _, _, _, _, _, _] = code;
    let [_, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, basic @ ..] = code;
    (body, *level, basic)
}

/// The level that a digit writes.
#[expect(clippy::as_conversions, reason = "`char::from` is not const")]
const fn read_level(digit: u8) -> Option<ExerciseLevel> {
    ExerciseLevel::from_digit(digit as char)
}

/// Applies the switches to the two checks of a credit code.
const fn check_body(
    body: &[u8; 18],
    subject: CodeSubject,
    checks: Checks,
) -> Result<CodeNotices, CodeError> {
    let fault = match CreditCode::parse(characters::text(body)) {
        Ok(_) => return Ok(CodeNotices::NONE),
        Err(error) => error.fault(),
    };
    let organization = match fault {
        Fault::OrganizationCheck => true,
        Fault::CheckCharacter => false,
        Fault::Division => return Err(CodeError::new(subject, CodeFault::Division, 3, 4)),
        // The alphabets are the same here and there, so this does not happen.
        _ => return Err(CodeError::new(subject, CodeFault::Character, 1, 18)),
    };
    let mut notices = CodeNotices::NONE;
    if !credit_check_matches(body) {
        match checks.credit_code {
            Check::Reject => return Err(CodeError::at(subject, CodeFault::CreditCheck, 18)),
            Check::Warn => notices = notices.with(CodeNotice::CreditCheck),
            Check::Off => {}
        }
    }
    if organization {
        match checks.organization_code {
            Check::Reject => return Err(CodeError::at(subject, CodeFault::OrganizationCheck, 17)),
            Check::Warn => notices = notices.with(CodeNotice::OrganizationCheck),
            Check::Off => {}
        }
    }
    Ok(notices)
}

/// The check of GB 32100 alone. [`CreditCode`] asks the organization code first
/// and stops there, so it cannot tell a code that fails one from one that fails
/// both.
const fn credit_check_matches(body: &[u8; 18]) -> bool {
    let [rest @ .., check] = body;
    let mut rest: &[u8] = rest;
    let mut weight = 1;
    let mut sum = 0;
    while let [byte, tail @ ..] = rest {
        if let Some(value) = credit_value(*byte) {
            sum += value * weight;
        }
        weight = weight * 3 % 31;
        rest = tail;
    }
    match credit_value(*check) {
        Some(check) => (sum + check) % 31 == 0,
        None => false,
    }
}

impl FromStr for ImplementationCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for ImplementationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for ImplementationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ImplementationCode({self})")
    }
}
