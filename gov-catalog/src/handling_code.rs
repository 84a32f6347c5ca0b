//! Handling code (业务办理项编码), scheme `National2018`.

use core::fmt;
use core::str::FromStr;

use gov_identity::{CreditCode, ParseError};

use crate::characters::{self, number};
use crate::checks::{Checks, CodeNotices};
use crate::error::{CodeError, CodeFault, CodeSubject};
use crate::implementation_code::upper_case;
use crate::{BasicCode, ExerciseLevel, ImplementationCode};

/// Code of the smallest unit a person applies for (业务办理项编码,
/// `TASK_HANDLE_ITEM`): new, change, renewal, cancellation.
///
/// | Position | Meaning |
/// | -------- | ------- |
/// | 1 to 31 | [`ImplementationCode`] |
/// | 32 to 33 | sequence (顺序号), 01 to 99 |
///
/// ```
/// use gov_catalog::HandlingCode;
///
/// let code: HandlingCode = "116402000100150111300013100100001".parse()?;
/// assert_eq!(code.implementation().as_str(), "1164020001001501113000131001000");
/// assert_eq!(code.sequence(), 1);
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "业务办理项编码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct HandlingCode([u8; Self::LEN]);

impl HandlingCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 33;

    /// Reads the text form with every check ([`Checks::STRICT`]).
    ///
    /// # Errors
    ///
    /// What [`ImplementationCode::parse`] refuses in the first 31 characters,
    /// then a sequence of 00.
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
        let subject = CodeSubject::HandlingCode;
        let code: [u8; Self::LEN] = match characters::fixed(text, subject) {
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
        let [implementation @ .., a, b] = code;
        match ImplementationCode::from_characters(implementation, subject, checks) {
            Ok(_) if number(&[a, b]) == 0 => {
                Err(CodeError::new(subject, CodeFault::Sequence, 32, 33))
            }
            Ok((_, more)) => Ok((Self(code), notices.and(more))),
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
            Err(_) => panic!("not a handling code"),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// The implementation code it is a part of.
    #[must_use]
    pub const fn implementation(&self) -> ImplementationCode {
        let [implementation @ .., _, _] = self.0;
        ImplementationCode::from_checked(implementation)
    }

    /// The number among the handling items of one implementation code, 1 to 99.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "two digits; `try_from` is not const")]
    pub const fn sequence(&self) -> u8 {
        let [.., a, b] = self.0;
        number(&[a, b]) as u8
    }

    /// The credit code of the implementing body.
    ///
    /// # Errors
    ///
    /// As [`ImplementationCode::body`].
    pub const fn body(&self) -> Result<CreditCode, ParseError> {
        self.implementation().body()
    }

    /// The level of government that holds the power.
    #[must_use]
    pub const fn level(&self) -> ExerciseLevel {
        self.implementation().level()
    }

    /// The code of the directory item.
    #[must_use]
    pub const fn basic(&self) -> BasicCode {
        self.implementation().basic()
    }
}

impl FromStr for HandlingCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for HandlingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for HandlingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HandlingCode({self})")
    }
}
