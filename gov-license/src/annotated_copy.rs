//! A copy of a license for one purpose (`copy+jwt`).

pub(crate) mod error;

use std::fmt;

use chrono::{DateTime, FixedOffset};
use gov_identity::{CreditCode, IdentityKey};

pub use self::error::CopyError;
use crate::chain::{Chain, ChainCache, Judgment, Signatory};
use crate::issuer::{IssueError, Issuer};
use crate::public_key::Signature;
use crate::sd_jwt::compact::{Jws, TokenType};
use crate::sd_jwt::json::{Json, Members, Object};
use crate::sd_jwt::{ReadError, ReadLimits};
use crate::signed_license::SignedLicense;
use crate::signer::Signer;
use crate::status_list::StatusBook;
use crate::text::TextFault;
use crate::trust::TrustStore;
use crate::verify::VerifiedLicense;

/// A copy that a license library made for one user and one purpose (加注件);
/// nobody has looked at its signature yet.
///
/// It carries the license with the chosen elements and is worth nothing for
/// another user, for another purpose, or when its time is over. The library's
/// signature stands beside that of the issuing body, never for it.
///
/// `Debug` shows the license as [`SignedLicense`] does, and no text.
///
/// ```
/// use gov_license::AnnotatedCopy;
///
/// assert_eq!(AnnotatedCopy::parse("e30.e30.").unwrap_err().code(), "algorithm-missing");
/// ```
#[doc(alias = "加注件")]
#[derive(Clone, Eq, PartialEq)]
pub struct AnnotatedCopy {
    text: Box<str>,
    signed: usize,
    signature: Signature,
    chain: Vec<Vec<u8>>,
    maker: CreditCode,
    user: String,
    purpose: String,
    made_at: i64,
    expires_at: i64,
    license: SignedLicense,
}

/// Claims of other tokens. A copy that carries one is none.
const FOREIGN: [&str; 9] =
    ["vct", "jti", "sub", "aud", "nonce", "sd_hash", "status_list", "cnf", "_sd"];

impl AnnotatedCopy {
    /// Longest purpose, in characters.
    pub const MAX_PURPOSE: usize = 200;

    /// Reads the compact form of a JWS.
    ///
    /// # Errors
    ///
    /// As [`SignedLicense::parse`], for the copy (at most 128 KiB) and for the
    /// license in it; when user or purpose is not one line of visible text, the
    /// purpose has more than 200 characters, or the copy ends before it was made.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let usual = ReadLimits::default();
        let limits = ReadLimits { max_bytes: 2 * usual.max_bytes, ..usual };
        let jws = Jws::read(text, TokenType::Copy, limits)?;
        let claims = &jws.payload;
        if let Some(claim) = FOREIGN.into_iter().find(|name| claims.contains_key(*name)) {
            return Err(ReadError::ForeignClaim { claim });
        }
        let purpose = line(claims, "purpose")?;
        if purpose.chars().count() > Self::MAX_PURPOSE {
            return Err(ReadError::Claim { claim: "purpose" });
        }
        let (made_at, expires_at) = (claims.need_integer("iat")?, claims.need_integer("exp")?);
        if expires_at <= made_at {
            return Err(ReadError::Claim { claim: "exp" });
        }
        Ok(Self {
            maker: maker(claims)?,
            user: line(claims, "user")?,
            purpose,
            made_at,
            expires_at,
            license: SignedLicense::parse(claims.need_text("license")?)?,
            text: text.into(),
            signed: jws.signed.len(),
            signature: jws.signature,
            chain: jws.chain,
        })
    }

    /// The text, byte for byte as it arrived. It holds personal information.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.text
    }

    /// The license in it; nobody has looked at it yet.
    #[must_use]
    pub const fn unverified(&self) -> &SignedLicense {
        &self.license
    }

    /// Checks at the moment `at` that a trusted library made the copy for this
    /// user and this purpose, and that the license in it holds.
    ///
    /// # Errors
    ///
    /// The first of [`CopyError`], in its order.
    pub fn verify(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        user: &str,
        purpose: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedCopy<'_>, CopyError> {
        let judgment = self.certificates(trust, at)?.judge(trust);
        self.check(trust, judgment, user, purpose, at)?;
        let license = self.license.verify_with_status(trust, book, at);
        Ok(VerifiedCopy { copy: self, license: license.map_err(CopyError::License)? })
    }

    /// The same with the chains that passed before, the library's and the
    /// issuing body's.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_with(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        cache: &mut ChainCache,
        user: &str,
        purpose: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedCopy<'_>, CopyError> {
        let judgment = cache.judge(&self.certificates(trust, at)?, trust);
        self.check(trust, judgment, user, purpose, at)?;
        let license = self.license.verify_with(trust, book, cache, at);
        Ok(VerifiedCopy { copy: self, license: license.map_err(CopyError::License)? })
    }

    fn certificates<'a>(
        &'a self,
        trust: &'a TrustStore,
        at: DateTime<FixedOffset>,
    ) -> Result<Chain<'a>, CopyError> {
        let purpose = trust.policy().copy_purpose().ok_or(CopyError::NoPurpose)?;
        Ok(Chain { certificates: &self.chain, purpose, at: at.timestamp() })
    }

    /// Everything but the license in it.
    fn check(
        &self,
        trust: &TrustStore,
        judgment: Judgment,
        user: &str,
        purpose: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<(), CopyError> {
        let (_, Signatory { key, body }) = judgment.passed().map_err(CopyError::Chain)?;
        if let Some(fault) = trust.revocation_fault(&self.chain, at.timestamp()) {
            return Err(CopyError::Chain(fault));
        }
        let signed = self.text.as_bytes().get(..self.signed).unwrap_or_default();
        if !key.is_some_and(|key| key.verify(signed, &self.signature)) {
            return Err(CopyError::SignatureInvalid);
        }
        if body != Some(self.maker) {
            return Err(CopyError::OtherMaker);
        }
        let ahead = self.made_at.saturating_sub(at.timestamp());
        for (is_wrong, error) in [
            (trust.policy().is_beyond_skew(ahead), CopyError::MadeInFuture { seconds: ahead }),
            (self.expires_at <= at.timestamp(), CopyError::Expired),
            (self.user != user, CopyError::OtherUser),
            (self.purpose != purpose, CopyError::OtherPurpose),
        ] {
            if is_wrong {
                return Err(error);
            }
        }
        Ok(())
    }
}

/// The body as an identity key, as in a license.
fn maker(claims: &Object) -> Result<CreditCode, ReadError> {
    let claim = "iss";
    let code = claims.need_text(claim)?.strip_prefix("001:").ok_or(ReadError::Claim { claim })?;
    CreditCode::parse(code).map_err(|fault| ReadError::Code { claim, fault })
}

fn line(claims: &Object, claim: &'static str) -> Result<String, ReadError> {
    let text = claims.need_text(claim)?;
    TextFault::check_line(text).map_err(|_| ReadError::Claim { claim })?;
    Ok(text.to_owned())
}

impl<S: Signer> Issuer<S> {
    /// Makes a copy of a license for one user and one purpose at the moment
    /// `at`, worth something until `until`. What is not to be seen is left away
    /// [before](SignedLicense::show).
    ///
    /// The key is the library's, with a certificate made for copies. Whether the
    /// license holds is asked when it is used, not here.
    ///
    /// # Errors
    ///
    /// When the key fails or answers a signature that is not its own, or a
    /// reader would refuse the text, as [`AnnotatedCopy::parse`] lists it.
    pub fn annotate(
        &self,
        license: &SignedLicense,
        user: &str,
        purpose: &str,
        at: DateTime<FixedOffset>,
        until: DateTime<FixedOffset>,
    ) -> Result<AnnotatedCopy, IssueError> {
        let payload = Object::from([
            ("iss".to_owned(), Json::Text(IdentityKey::from(self.code()).expose())),
            ("iat".to_owned(), Json::Integer(at.timestamp())),
            ("exp".to_owned(), Json::Integer(until.timestamp())),
            ("user".to_owned(), Json::text(user)),
            ("purpose".to_owned(), Json::text(purpose)),
            ("license".to_owned(), Json::text(license.as_str())),
        ]);
        let text = self.seal(TokenType::Copy, payload)?;
        AnnotatedCopy::parse(&text).map_err(IssueError::Unreadable)
    }
}

/// A copy that holds for its user and purpose (已核验的加注件). Nothing but
/// [`AnnotatedCopy::verify`] makes one.
///
/// ```
/// use gov_license::VerifiedCopy;
///
/// fn line_on_screen(copy: &VerifiedCopy<'_>) -> String {
///     format!("仅供{}用于{}", copy.user(), copy.purpose())
/// }
/// # let _ = line_on_screen;
/// ```
#[doc(alias = "已核验的加注件")]
#[derive(Clone, Copy, Debug)]
pub struct VerifiedCopy<'a> {
    copy: &'a AnnotatedCopy,
    license: VerifiedLicense<'a>,
}

impl<'a> VerifiedCopy<'a> {
    /// The license, with the chosen elements.
    #[must_use]
    pub const fn license(&self) -> VerifiedLicense<'a> {
        self.license
    }

    /// The body whose library made the copy.
    #[must_use]
    pub const fn maker(&self) -> CreditCode {
        self.copy.maker
    }

    /// For whom it was made.
    #[must_use]
    pub fn user(&self) -> &'a str {
        &self.copy.user
    }

    /// What it was made for.
    #[must_use]
    pub fn purpose(&self) -> &'a str {
        &self.copy.purpose
    }
}

impl fmt::Debug for AnnotatedCopy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnnotatedCopy")
            .field("maker", &self.maker)
            .field("license", &self.license)
            .finish_non_exhaustive()
    }
}
