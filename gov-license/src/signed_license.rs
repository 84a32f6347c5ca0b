//! A license as it arrived.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset};

use crate::algorithm::Algorithm;
use crate::claims::{Claims, Contradiction};
use crate::holder_key::HolderKey;
use crate::license::License;
use crate::presentation::ShowError;
use crate::public_key::Signature;
use crate::sd_jwt::compact::{Compact, Jws};
use crate::sd_jwt::disclosure::Disclosed;
use crate::sd_jwt::limits::ReadLimits;
use crate::sd_jwt::read_error::ReadError;

/// A license as it arrived (电子证照): the text, what it says, and a signature
/// nobody has looked at yet.
///
/// The text received is kept, and it is what [`verify`](Self::verify) checks:
/// two writers of JSON may disagree, one signature cannot.
///
/// `Debug` shows the license as [`License`] does, and no text.
///
/// ```
/// use gov_license::{ReadError, SignedLicense};
///
/// // A signed text that is not a license is refused before any trust.
/// assert_eq!(SignedLicense::parse("e30.e30.~").unwrap_err().code(), "algorithm-missing");
/// ```
#[doc(alias = "电子证照")]
#[derive(Clone, Eq, PartialEq)]
pub struct SignedLicense {
    text: Box<str>,
    /// How much of the text the signature is over.
    signed: usize,
    signature: Signature,
    chain: Vec<Vec<u8>>,
    license: License,
    issued_at: i64,
    holder_key: Option<HolderKey>,
    disclosed: Vec<String>,
    contradictions: Vec<Contradiction>,
}

impl SignedLicense {
    /// Reads the compact form, `<header>.<payload>.<signature>~<disclosure>~…~`.
    ///
    /// Reading asks whether the text can be understood in one way only. It asks
    /// nothing about trust.
    ///
    /// # Errors
    ///
    /// The first of these, in this order:
    ///
    /// - longer than 64 KiB, or not of the compact form
    /// - base64url that is padded or has stray bits, in any piece
    /// - JSON with a duplicate name, a float, an integer beyond ±(2^53 − 1),
    ///   more than 16 levels, a byte order mark, something behind it
    /// - a header with another `alg`, another `typ`, a `crit`, or no `x5c`
    /// - digests or disclosures that RFC 9901 refuses, or with a name that must
    ///   stand in clear
    /// - claims that belong to another type of token, or make no license
    /// - digests or a holder's key of another [`Algorithm`] than the signature's
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        Self::parse_within(text, ReadLimits::default())
    }

    /// Reads the compact form within other limits than the usual.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_within(text: &str, limits: ReadLimits) -> Result<Self, ReadError> {
        let Compact { jws, disclosures } = Compact::read(text, limits)?;
        let Jws { chain, payload, signed, signature } = jws;
        let resolved = Disclosed::resolve(payload, &disclosures, signature.algorithm(), limits)?;
        let Claims { license, issued_at, holder_key, disclosed, contradictions } =
            Claims::read(resolved)?;
        if holder_key.is_some_and(|key| key.0.algorithm() != signature.algorithm()) {
            return Err(ReadError::Claim { claim: "cnf" });
        }
        Ok(Self {
            text: text.into(),
            signed: signed.len(),
            signature,
            chain,
            license,
            issued_at,
            holder_key,
            disclosed,
            contradictions,
        })
    }

    /// What the license says. Fit for display, not for decisions.
    #[must_use]
    pub const fn unverified(&self) -> &License {
        &self.license
    }

    /// The text, byte for byte as it arrived. It holds personal information.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.text
    }

    /// The algorithm it says it is signed with.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.signature.algorithm()
    }

    /// The certificates in it, in DER, the issuer's first. Nobody has looked at
    /// them yet.
    pub fn unverified_chain(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.chain.iter().map(Vec::as_slice)
    }

    /// The key the license says its holder has; nobody has looked at it yet.
    #[must_use]
    pub const fn holder_key(&self) -> Option<&HolderKey> {
        self.holder_key.as_ref()
    }

    /// The names of the elements that can be left away, in their order: claims
    /// such as `CertificateHolderName` and `sub`, and `face.<field>`.
    #[must_use]
    pub fn disclosed(&self) -> impl ExactSizeIterator<Item = &str> {
        self.disclosed.iter().map(String::as_str)
    }

    /// The license with only these of its elements to be seen; those that stand
    /// in clear stay.
    ///
    /// `sub` says what `CertificateHolderCode` and `CertificateHolderType` say
    /// together: who shows one shows the holder's number.
    ///
    /// ```
    /// # let text = include_str!("../tests/data/license.sd-jwt");
    /// let license = gov_license::SignedLicense::parse(text)?;
    /// let shown = license.show(&["face.经营项目"])?;
    /// assert_eq!(shown.unverified().holder(), None);
    /// assert_eq!(shown.unverified().face().get("经营项目"), Some("热食类食品制售"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first name that is not among [those](Self::disclosed) that are there;
    /// or, where the license says less than a license must, what is missing.
    pub fn show(&self, names: &[&str]) -> Result<Self, ShowError> {
        let is_missing = |name: &str| !self.disclosed().any(|there| there == name);
        if let Some((position, _)) = (1..).zip(names).find(|(_, name)| is_missing(name)) {
            return Err(ShowError::Name { position });
        }
        let mut pieces = self.text.split_terminator('~');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        text.push('~');
        for (disclosure, name) in pieces.zip(self.disclosed()) {
            if names.contains(&name) {
                text.push_str(disclosure);
                text.push('~');
            }
        }
        // Less than what was read within its limits is read within the same.
        let most = usize::MAX;
        let limits = ReadLimits { max_bytes: most, max_depth: most, max_values: most };
        Self::parse_within(&text, limits).map_err(ShowError::Unreadable)
    }

    pub(crate) fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    pub(crate) fn signed_bytes(&self) -> &[u8] {
        self.text.as_bytes().get(..self.signed).unwrap_or_default()
    }

    pub(crate) const fn signature(&self) -> &Signature {
        &self.signature
    }

    pub(crate) fn contradictions(&self) -> &[Contradiction] {
        &self.contradictions
    }

    /// When it says it was signed, in Unix time.
    pub(crate) const fn issued_at(&self) -> i64 {
        self.issued_at
    }

    /// Seconds from `at` to the moment of signing.
    pub(crate) fn seconds_ahead(&self, at: DateTime<FixedOffset>) -> i64 {
        self.issued_at.saturating_sub(at.timestamp())
    }

    pub(crate) const fn is_bound(&self) -> bool {
        self.holder_key.is_some()
    }
}

impl FromStr for SignedLicense {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        Self::parse(text)
    }
}

impl fmt::Debug for SignedLicense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedLicense").field("unverified", &self.license).finish_non_exhaustive()
    }
}
