//! The code by which an item is known.

use core::fmt;
use core::str::FromStr;

use gov_identity::{CreditCode, ParseError};

use crate::error::{CodeError, CodeSubject};
use crate::{BasicCode, ExerciseLevel, HandlingCode, ImplementationCode, ItemType};

/// The code of an item that somebody applies for (事项编码): that of a handling
/// item, or of an implementing item that is not divided further.
///
/// Code and version together are the identity of an item; its name never is.
///
/// ```
/// use gov_catalog::ItemCode;
///
/// let code: ItemCode = "116402000100150111300013100100001".parse()?;
/// assert_eq!(code.implementation().as_str(), "1164020001001501113000131001000");
/// assert!(code.handling().is_some());
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "事项编码")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "the scheme has these two")]
pub enum ItemCode {
    /// An implementing item, 31 characters.
    Implementation(ImplementationCode),
    /// A handling item, 33 characters.
    Handling(HandlingCode),
}

impl ItemCode {
    /// Reads 31 or 33 characters.
    ///
    /// # Errors
    ///
    /// Another length; else as [`ImplementationCode::parse`] and
    /// [`HandlingCode::parse`].
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        match text.chars().count() {
            ImplementationCode::LEN => ImplementationCode::parse(text).map(Self::Implementation),
            HandlingCode::LEN => HandlingCode::parse(text).map(Self::Handling),
            found => Err(CodeError::length(CodeSubject::ItemCode, found)),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match self {
            Self::Implementation(code) => code.as_str(),
            Self::Handling(code) => code.as_str(),
        }
    }

    /// The implementation code, the whole or a part.
    #[must_use]
    pub const fn implementation(&self) -> ImplementationCode {
        match self {
            Self::Implementation(code) => *code,
            Self::Handling(code) => code.implementation(),
        }
    }

    /// The handling code, if it is one.
    #[must_use]
    pub const fn handling(&self) -> Option<HandlingCode> {
        match self {
            Self::Implementation(_) => None,
            Self::Handling(code) => Some(*code),
        }
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

    /// The item type inside the basic code.
    #[must_use]
    pub const fn item_type(&self) -> ItemType {
        self.basic().item_type()
    }
}

impl From<ImplementationCode> for ItemCode {
    fn from(code: ImplementationCode) -> Self {
        Self::Implementation(code)
    }
}

impl From<HandlingCode> for ItemCode {
    fn from(code: HandlingCode) -> Self {
        Self::Handling(code)
    }
}

impl FromStr for ItemCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for ItemCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
