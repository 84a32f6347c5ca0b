//! Whom an assertion is about (认证主体).

use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use crate::error::ParseError;
use crate::{DocumentNumber, IdentityKey, Pseudonym};

/// Whom an assertion is about: by number, by pseudonym, or by the national
/// network number (认证主体).
///
/// A platform that had the network number checked must not ask for the plain
/// number again (order 173 of six ministries, 2025), so an assertion works
/// without one.
///
/// | Text form | Meaning |
/// | --------- | ------- |
/// | `111:11010519491231002X` | an [`IdentityKey`] |
/// | `pseudonym:<purpose>:<64 hexadecimal digits>` | a [`Pseudonym`] (假名) |
/// | `network:<number>` | a network number (网号), opaque |
///
/// ```
/// use gov_identity::SubjectKey;
///
/// let key: SubjectKey = "network:N3k7Qw".parse()?;
/// assert_eq!(key.expose(), "network:N3k7Qw");
/// assert_eq!(format!("{key:?}"), "SubjectKey(network:..)");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "认证主体")]
#[derive(Clone, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SubjectKey {
    /// By the key that every system knows.
    Known(IdentityKey),
    /// By the name for one purpose (假名).
    Pseudonym(Pseudonym),
    /// By the national network number (网号).
    NetworkNumber(DocumentNumber),
}

impl SubjectKey {
    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// Those of [`IdentityKey`], [`Pseudonym`] and [`DocumentNumber`], counted
    /// in what follows the first colon for the latter two.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        match text.split_once(':') {
            Some(("pseudonym", rest)) => Pseudonym::parse(rest).map(Self::Pseudonym),
            Some(("network", rest)) => DocumentNumber::parse(rest).map(Self::NetworkNumber),
            _ => IdentityKey::parse(text).map(Self::Known),
        }
    }

    /// The text form, all of it.
    #[must_use]
    pub fn expose(&self) -> String {
        let (kind, rest) = match self {
            Self::Known(key) => return key.expose(),
            Self::Pseudonym(pseudonym) => ("pseudonym:", pseudonym.to_string()),
            Self::NetworkNumber(number) => ("network:", number.expose().to_string()),
        };
        kind.to_string() + &rest
    }

    /// Whether it names a natural person; pseudonyms and network numbers do.
    #[must_use]
    pub fn is_person(&self) -> bool {
        match self {
            Self::Known(key) => key.is_person(),
            Self::Pseudonym(_) | Self::NetworkNumber(_) => true,
        }
    }
}

impl From<IdentityKey> for SubjectKey {
    fn from(key: IdentityKey) -> Self {
        Self::Known(key)
    }
}

impl From<Pseudonym> for SubjectKey {
    fn from(pseudonym: Pseudonym) -> Self {
        Self::Pseudonym(pseudonym)
    }
}

impl FromStr for SubjectKey {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Debug for SubjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(key) => write!(f, "SubjectKey({key:?})"),
            Self::Pseudonym(pseudonym) => write!(f, "SubjectKey({pseudonym:?})"),
            Self::NetworkNumber(_) => f.write_str("SubjectKey(network:..)"),
        }
    }
}
