//! The key by which a holder shows that a license is theirs.

use crate::algorithm::Algorithm;
use crate::public_key::{PublicKey, Signature};
use crate::sd_jwt::Piece;
use crate::sd_jwt::compact::{decode, encode};
use crate::sd_jwt::json::{Json, Object};

/// The public key of a holder (持证人公钥), to which an issuer of the same
/// [`Algorithm`] binds a license (`cnf.jwk`, RFC 7800 and 8037).
///
/// ```
/// use gov_license::{Ed25519Signer, HolderKey, Signer};
///
/// let phone = Ed25519Signer::from_seed(&[5; 32]);
/// assert!(HolderKey::try_new(&phone.public_key()).is_some());
/// assert!(HolderKey::try_new(&[0; 32]).is_none());
/// ```
#[doc(alias = "持证人公钥")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct HolderKey(pub(crate) PublicKey);

impl HolderKey {
    /// A key in the form of its algorithm, as a [`Signer`](crate::Signer) gives
    /// it: 32 bytes of Ed25519, or with the feature `sm` 65 of SM2. `None` for
    /// bytes that are none, and for keys of small order.
    #[must_use]
    pub fn try_new(bytes: &[u8]) -> Option<Self> {
        Algorithm::ALL.iter().find_map(|algorithm| PublicKey::read(*algorithm, bytes)).map(Self)
    }

    /// The bytes in the form of its algorithm.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Its algorithm.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        self.0.algorithm()
    }

    /// Whether the holder signed this message: 64 bytes in the one form that the
    /// algorithm has here, without any of the leniency that RFC 8032 allows.
    ///
    /// This is the check that every license, list and presentation goes through.
    /// Here it is for a challenge of the caller's own, at a terminal for example;
    /// a [`Presentation`](crate::Presentation) brings its own.
    ///
    /// ```
    /// use gov_license::{Ed25519Signer, HolderKey, Signer};
    ///
    /// let phone = Ed25519Signer::from_seed(&[5; 32]);
    /// let key = HolderKey::try_new(&phone.public_key()).unwrap();
    /// let signature = phone.sign(b"n-0S6_WzA2Mj")?;
    /// assert!(key.verify(b"n-0S6_WzA2Mj", &signature));
    /// assert!(!key.verify(b"n-0S6_WzA2Mk", &signature));
    /// # Ok::<(), gov_license::SignerError>(())
    /// ```
    #[must_use]
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        let whole = |bytes| Signature::new(self.algorithm(), bytes);
        signature.try_into().is_ok_and(|bytes| self.0.verify(message, &whole(bytes)))
    }

    pub(crate) fn to_jwk(self) -> Json {
        let (kind, curve) = names(self.algorithm());
        let texts = [("kty", kind.to_owned()), ("crv", curve.to_owned())].into_iter();
        let numbers = match &self.0 {
            PublicKey::Ed25519(key) => vec![("x", encode(key.as_bytes()))],
            #[cfg(feature = "sm")]
            PublicKey::Sm2(key) => {
                let (x, y) = key.as_bytes().split_at(33);
                vec![("x", encode(x.get(1..).unwrap_or_default())), ("y", encode(y))]
            }
        };
        let member = |(name, text): (&str, String)| (name.to_owned(), Json::Text(text));
        Json::Object(texts.chain(numbers).map(member).collect())
    }

    /// A JWK with its private half in it was never meant for a license.
    pub(crate) fn of_jwk(jwk: &Json) -> Option<Self> {
        let Json::Object(members) = jwk else { return None };
        let is = |name, value| members.get(name) == Some(&Json::text(value));
        let of = |algorithm: &&Algorithm| {
            let (kind, curve) = names(**algorithm);
            is("kty", kind) && is("crv", curve)
        };
        if members.contains_key("d") {
            return None;
        }
        let algorithm = *Algorithm::ALL.iter().find(of)?;
        let bytes = match algorithm {
            Algorithm::Ed25519 => number(members, "x")?,
            #[cfg(feature = "sm")]
            Algorithm::Sm2 => [vec![0x04], number(members, "x")?, number(members, "y")?].concat(),
        };
        PublicKey::read(algorithm, &bytes).map(Self)
    }
}

/// Type and curve of a key; no registry has a name for the curve of SM2.
const fn names(algorithm: Algorithm) -> (&'static str, &'static str) {
    match algorithm {
        Algorithm::Ed25519 => ("OKP", "Ed25519"),
        #[cfg(feature = "sm")]
        Algorithm::Sm2 => ("EC", "SM2"),
    }
}

/// 32 bytes each, leading zeros included (RFC 7518, section 6.2.1.2).
fn number(members: &Object, name: &str) -> Option<Vec<u8>> {
    let Some(Json::Text(text)) = members.get(name) else { return None };
    decode(text, Piece::Payload).ok().filter(|bytes| bytes.len() == 32)
}
