//! What a holder shows at a window.

pub(crate) mod challenge;
pub(crate) mod error;
pub(crate) mod report;

use std::fmt;

use chrono::{DateTime, FixedOffset};
use subtle::ConstantTimeEq;

pub use self::challenge::Challenge;
pub use self::error::{PresentError, PresentationError, ShowError};
pub use self::report::PresentationReport;
use crate::chain::ChainCache;
use crate::holder_key::HolderKey;
use crate::public_key::Signature;
use crate::sd_jwt::compact::{Jws, TokenType, encode, signing_input};
use crate::sd_jwt::json::{Json, Members, Object};
use crate::sd_jwt::{ReadError, ReadLimits};
use crate::signed_license::SignedLicense;
use crate::signer::Signer;
use crate::status_list::StatusBook;
use crate::trust::TrustStore;
use crate::verify::{VerifiedLicense, VerifyError};

/// What a holder shows (出示件): a license with the elements they chose, and,
/// where the license is bound to a key, that key's signature over exactly these
/// elements, for one audience and one nonce (`kb+jwt`, RFC 9901).
///
/// ```
/// use gov_license::{Presentation, ReadError};
///
/// assert_eq!(Presentation::parse("a.b.c").unwrap_err(), ReadError::NotSdJwt);
/// ```
#[doc(alias = "出示件")]
#[derive(Clone, Eq, PartialEq)]
pub struct Presentation {
    license: SignedLicense,
    binding: Option<Binding>,
}

#[derive(Clone, Eq, PartialEq)]
struct Binding {
    text: Box<str>,
    signed: usize,
    signature: Signature,
    audience: String,
    nonce: String,
    issued_at: i64,
    sd_hash: String,
}

/// Claims of other tokens. A key binding that carries one is none.
const FOREIGN: [&str; 9] =
    ["vct", "jti", "iss", "sub", "status", "status_list", "cnf", "_sd", "license"];

impl Presentation {
    /// A license without a key, shown as it is.
    #[must_use]
    pub const fn of(license: SignedLicense) -> Self {
        Self { license, binding: None }
    }

    /// Reads `<JWS>~<disclosure>~…~<key binding>`, the last of which is empty
    /// where the license is not bound.
    ///
    /// # Errors
    ///
    /// As [`SignedLicense::parse`], for the key binding as well.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let limits = ReadLimits::default();
        if text.len() > limits.max_bytes {
            return Err(ReadError::TooLong { limit: limits.max_bytes });
        }
        let (license, binding) = text.rsplit_once('~').ok_or(ReadError::NotSdJwt)?;
        let license = SignedLicense::parse(&format!("{license}~"))?;
        let is_shown_alone = binding.is_empty();
        let binding = (!is_shown_alone).then(|| Binding::read(binding, limits)).transpose()?;
        Ok(Self { license, binding })
    }

    /// The text. It holds personal information.
    #[must_use]
    pub fn to_text(&self) -> String {
        let binding = self.binding.as_ref().map_or("", |binding| &binding.text);
        format!("{}{binding}", self.license.as_str())
    }

    /// The license shown; nobody has looked at it yet.
    #[must_use]
    pub const fn unverified(&self) -> &SignedLicense {
        &self.license
    }

    /// Checks the license at the moment `at`, and that it is shown here, now, by
    /// whoever holds its key.
    ///
    /// A license that is bound to no key is nobody's in particular: anybody who
    /// has its text can show it. [`VerifiedPresentation::is_bound`] says so.
    ///
    /// # Errors
    ///
    /// The first of [`PresentationError`], in its order.
    pub fn verify(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        challenge: &Challenge,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedPresentation<'_>, PresentationError> {
        let license = self.license.verify_with_status(trust, book, at);
        self.shown(license, trust, challenge, at)
    }

    /// The same with the chains that passed before.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_with(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        cache: &mut ChainCache,
        challenge: &Challenge,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedPresentation<'_>, PresentationError> {
        let license = self.license.verify_with(trust, book, cache, at);
        self.shown(license, trust, challenge, at)
    }

    fn shown<'a>(
        &'a self,
        license: Result<VerifiedLicense<'a>, VerifyError>,
        trust: &TrustStore,
        challenge: &Challenge,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedPresentation<'a>, PresentationError> {
        let license = license.map_err(PresentationError::License)?;
        match self.binding_faults(trust, challenge, at).into_iter().next() {
            None => Ok(VerifiedPresentation { license, is_bound: self.binding.is_some() }),
            Some(fault) => Err(fault),
        }
    }

    /// Looks at everything, the license and whether whoever shows it holds its
    /// key, and lists all that is found at the moment `at`.
    pub fn examine(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        challenge: &Challenge,
        at: DateTime<FixedOffset>,
    ) -> PresentationReport {
        let license = self.license.examine_with_status(trust, book, at);
        let faults = self.binding_faults(trust, challenge, at);
        PresentationReport::new(license, faults, self.binding.is_some())
    }

    /// Every reason to think that somebody else shows it, or elsewhere, or at
    /// another time.
    fn binding_faults(
        &self,
        trust: &TrustStore,
        challenge: &Challenge,
        at: DateTime<FixedOffset>,
    ) -> Vec<PresentationError> {
        match (self.license.holder_key(), &self.binding) {
            (None, None) => vec![],
            (Some(_), None) => vec![PresentationError::KeyBindingMissing],
            (None, Some(_)) => vec![PresentationError::NoHolderKey],
            (Some(key), Some(binding)) => {
                let mut faults = binding.faults(key, &self.license, challenge);
                let age = at.timestamp().saturating_sub(binding.issued_at);
                let ahead = age.saturating_neg();
                if trust.policy().is_beyond_skew(ahead) {
                    faults.push(PresentationError::SignedInFuture { seconds: ahead });
                }
                if u64::try_from(age).is_ok_and(|age| age > challenge.max_age().as_secs()) {
                    faults.push(PresentationError::TooOld { seconds: age });
                }
                faults
            }
        }
    }
}

impl SignedLicense {
    /// Shows the license to whoever gave out this challenge. What is not to be
    /// seen is left away [before](Self::show).
    ///
    /// # Errors
    ///
    /// When the license is bound to no key or to another, or the key fails.
    pub fn present<S: Signer + ?Sized>(
        &self,
        challenge: &Challenge,
        key: &S,
        at: DateTime<FixedOffset>,
    ) -> Result<Presentation, PresentError> {
        let holder = self.holder_key().ok_or(PresentError::NoHolderKey)?;
        let algorithm = holder.0.algorithm();
        if key.algorithm() != algorithm || key.public_key() != holder.as_bytes() {
            return Err(PresentError::OtherKey);
        }
        let payload = Object::from([
            ("aud".to_owned(), Json::text(challenge.audience())),
            ("nonce".to_owned(), Json::text(challenge.nonce())),
            ("iat".to_owned(), Json::Integer(at.timestamp())),
            ("sd_hash".to_owned(), Json::Text(sd_hash(self))),
        ]);
        let input = signing_input(TokenType::KeyBinding, algorithm, &[], payload);
        let bytes = key.sign(input.as_bytes()).map_err(PresentError::Signer)?;
        let signature: [u8; 64] = bytes.try_into().map_err(|_| PresentError::WrongSignature)?;
        if !holder.0.verify(input.as_bytes(), &Signature::new(algorithm, signature)) {
            return Err(PresentError::WrongSignature);
        }
        let text = format!("{}{input}.{}", self.as_str(), encode(&signature));
        Presentation::parse(&text).map_err(PresentError::Unreadable)
    }
}

impl Binding {
    fn read(text: &str, limits: ReadLimits) -> Result<Self, ReadError> {
        let jws = Jws::read(text, TokenType::KeyBinding, limits)?;
        let claims = &jws.payload;
        if let Some(claim) = FOREIGN.into_iter().find(|name| claims.contains_key(*name)) {
            return Err(ReadError::ForeignClaim { claim });
        }
        Ok(Self {
            audience: claims.need_text("aud")?.to_owned(),
            nonce: claims.need_text("nonce")?.to_owned(),
            issued_at: claims.need_integer("iat")?,
            sd_hash: claims.need_text("sd_hash")?.to_owned(),
            text: text.into(),
            signed: jws.signed.len(),
            signature: jws.signature,
        })
    }

    fn faults(
        &self,
        key: &HolderKey,
        license: &SignedLicense,
        challenge: &Challenge,
    ) -> Vec<PresentationError> {
        let signed = self.text.as_bytes().get(..self.signed).unwrap_or_default();
        let is_answer = self.nonce.as_bytes().ct_eq(challenge.nonce().as_bytes());
        [
            (key.0.verify(signed, &self.signature), PresentationError::SignatureInvalid),
            (self.sd_hash == sd_hash(license), PresentationError::Disclosures),
            (self.audience == challenge.audience(), PresentationError::Audience),
            (is_answer.into(), PresentationError::Nonce),
        ]
        .into_iter()
        .filter_map(|(holds, fault)| (!holds).then_some(fault))
        .collect()
    }
}

/// The digest of exactly what is shown: the license and the chosen disclosures.
fn sd_hash(license: &SignedLicense) -> String {
    encode(&license.algorithm().digest(license.as_str().as_bytes()))
}

/// A license that was shown here and now (已核验的出示件). Nothing but
/// [`Presentation::verify`] makes one.
///
/// ```
/// use gov_license::VerifiedPresentation;
///
/// fn may_collect(shown: &VerifiedPresentation<'_>) -> bool {
///     shown.is_bound() && shown.license().license().holder().is_some()
/// }
/// # let _ = may_collect;
/// ```
#[doc(alias = "已核验的出示件")]
#[derive(Clone, Copy, Debug)]
pub struct VerifiedPresentation<'a> {
    license: VerifiedLicense<'a>,
    is_bound: bool,
}

impl<'a> VerifiedPresentation<'a> {
    /// The license, with the elements that were shown.
    #[must_use]
    pub const fn license(&self) -> VerifiedLicense<'a> {
        self.license
    }

    /// Whether whoever showed it has the key it is bound to.
    #[must_use]
    pub const fn is_bound(&self) -> bool {
        self.is_bound
    }
}

impl fmt::Debug for Presentation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Presentation")
            .field("license", &self.license)
            .field("is_bound", &self.binding.is_some())
            .finish_non_exhaustive()
    }
}
