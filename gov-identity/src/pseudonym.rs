//! One stable name per purpose instead of a number (假名).

use core::fmt;
use core::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::ascii;
use crate::error::{Fault, ParseError};
use crate::subject::Subject;
use crate::{IdentityKey, Label};

/// Gives persons a name that says nothing about their number (假名化).
///
/// The same key, purpose and person give the same pseudonym; another purpose
/// gives one that nobody without the key can join to the first. A plain hash
/// would not do: there are about 10^11 citizen numbers, and all of them can be
/// tried.
///
/// The pseudonym is HMAC-SHA256, under the key, of the purpose, one zero byte
/// and the text form of the [`IdentityKey`], so any system that holds the key
/// can compute it: `printf 'rating\0111:11010519491231002X' | openssl dgst
/// -sha256 -hmac …`. The key is wiped from memory on drop and never shown. Who
/// holds it can find a person by trying; keep it where keys are kept.
///
/// ```
/// use gov_identity::{IdentityKey, Label, Pseudonymizer};
///
/// // In earnest: 32 bytes of a random source, kept where keys are kept.
/// let pseudonymizer = Pseudonymizer::new(&[7; 32]);
/// let person = IdentityKey::parse("111:11010519491231002X")?;
/// let rating = pseudonymizer.pseudonym(&Label::parse("rating")?, &person);
/// let survey = pseudonymizer.pseudonym(&Label::parse("survey")?, &person);
/// assert_ne!(rating, survey);
/// assert_eq!(format!("{pseudonymizer:?}"), "Pseudonymizer(..)");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "假名化")]
pub struct Pseudonymizer([u8; 64]);

/// The name of a person for one purpose (假名).
///
/// The text form is `<purpose>:<64 hexadecimal digits>`, lower case.
///
/// ```
/// use gov_identity::{IdentityKey, Label, Pseudonym, Pseudonymizer};
///
/// let person = IdentityKey::parse("111:11010519491231002X")?;
/// let name = Pseudonymizer::new(&[7; 32]).pseudonym(&Label::parse("rating")?, &person);
/// assert_eq!(name.purpose().as_str(), "rating");
/// assert_eq!(Pseudonym::parse(&name.to_string())?, name);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "假名")]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Pseudonym {
    purpose: Label,
    digest: [u8; 32],
}

impl Pseudonymizer {
    /// Takes the secret key: 32 bytes of a random source.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        let mut block = [0; 64]; // HMAC fills a short key up with zeros.
        for (slot, byte) in block.iter_mut().zip(key) {
            *slot = *byte;
        }
        Self(block)
    }

    /// The pseudonym of a person or organization for a purpose.
    #[must_use]
    pub fn pseudonym(&self, purpose: &Label, key: &IdentityKey) -> Pseudonym {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        mac.update(purpose.as_str().as_bytes());
        mac.update(&[0]); // No label and no key holds a zero byte.
        mac.update(key.holder_code().as_bytes());
        mac.update(b":");
        mac.update(key.expose_number().as_bytes());
        Pseudonym { purpose: purpose.clone(), digest: mac.finalize().into_bytes().into() }
    }
}

impl Pseudonym {
    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// - `rating`: the colon and the digits are missing
    /// - a purpose that is no [`Label`]
    /// - other than 64 digits after it, or a capital among them, counted in the
    ///   digits
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let no_digits = ParseError::at(Subject::Pseudonym, Fault::Prefix, 1);
        let (purpose, digits) = text.rsplit_once(':').ok_or(no_digits)?;
        let purpose = Label::parse(purpose)?;
        let digits: [u8; 64] = ascii::fixed(digits, Subject::Pseudonym)?;
        let mut digest = [0; 32];
        for (position, (byte, pair)) in (1..).step_by(2).zip(digest.iter_mut().zip(pairs(&digits)))
        {
            let [high, low] = pair.map(nibble);
            let stray = |position| ParseError::at(Subject::Pseudonym, Fault::Character, position);
            *byte = high.ok_or(stray(position))? << 4 | low.ok_or(stray(position + 1))?;
        }
        Ok(Self { purpose, digest })
    }

    /// The purpose it is for.
    #[must_use]
    pub const fn purpose(&self) -> &Label {
        &self.purpose
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn digest(&self) -> &[u8; 32] {
        &self.digest
    }
}

const fn pairs(digits: &[u8; 64]) -> &[[u8; 2]] {
    digits.as_chunks().0
}

const fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl FromStr for Pseudonym {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.purpose)?;
        self.digest.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Pseudonym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pseudonym({}:..)", self.purpose)
    }
}

impl Drop for Pseudonymizer {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Pseudonymizer {}

impl fmt::Debug for Pseudonymizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pseudonymizer(..)")
    }
}
