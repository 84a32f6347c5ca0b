//! Names that systems give each other (标识).

use alloc::boxed::Box;
use core::fmt;
use core::str::FromStr;

use crate::error::{Fault, ParseError};
use crate::subject::Subject;

/// A short name that one system gave and others repeat (标识): of an
/// authentication center, a system, an item, a role, a source, a purpose.
///
/// 1 to 128 characters, none of them a blank or a control character. What it
/// means is the business of who gave it. It is *shown* in `Debug` and in
/// errors, so it must never be the number of a person.
///
/// ```
/// use gov_identity::Label;
///
/// let center: Label = "auth.nx.gov.cn".parse()?;
/// assert_eq!(center.as_str(), "auth.nx.gov.cn");
/// assert_eq!(Label::parse("two words").unwrap_err().positions(), 4..=4);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "标识")]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Label(Box<str>);

impl Label {
    /// Longest label, in characters.
    pub const MAX: usize = 128;

    /// Reads a label.
    ///
    /// # Errors
    ///
    /// - an empty text, or one of more than [`MAX`](Self::MAX) characters
    /// - `two words`: position 4 holds a blank
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let length = text.chars().count();
        if length == 0 || length > Self::MAX {
            let expected = length.clamp(1, Self::MAX);
            return Err(ParseError::length(Subject::Label, expected, length));
        }
        let stray = |character: char| character.is_whitespace() || character.is_control();
        match (1..).zip(text.chars()).find(|(_, character)| stray(*character)) {
            Some((position, _)) => Err(ParseError::at(Subject::Label, Fault::Character, position)),
            None => Ok(Self(text.into())),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Label {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({self})")
    }
}
