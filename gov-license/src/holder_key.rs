//! The key by which a holder shows that a license is theirs.

use crate::ed25519::PublicKey;
use crate::sd_jwt::Piece;
use crate::sd_jwt::compact::{decode, encode};
use crate::sd_jwt::json::{Json, Object};

/// The public key of a holder (持证人公钥), Ed25519, to which an issuer binds a
/// license (`cnf.jwk`, RFC 7800 and 8037).
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
    /// A key of 32 bytes; `None` for bytes that are none, and for keys of small
    /// order.
    #[must_use]
    pub fn try_new(bytes: &[u8]) -> Option<Self> {
        PublicKey::read(bytes).map(Self)
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    pub(crate) fn to_jwk(self) -> Json {
        Json::Object(Object::from([
            ("kty".to_owned(), Json::text("OKP")),
            ("crv".to_owned(), Json::text("Ed25519")),
            ("x".to_owned(), Json::Text(encode(self.as_bytes()))),
        ]))
    }

    /// A JWK with its private half in it was never meant for a license.
    pub(crate) fn of_jwk(jwk: &Json) -> Option<Self> {
        let Json::Object(members) = jwk else { return None };
        let is = |name, value| members.get(name) == Some(&Json::text(value));
        let Some(Json::Text(x)) = members.get("x") else { return None };
        if !is("kty", "OKP") || !is("crv", "Ed25519") || members.contains_key("d") {
            return None;
        }
        Self::try_new(&decode(x, Piece::Payload).ok()?)
    }
}
