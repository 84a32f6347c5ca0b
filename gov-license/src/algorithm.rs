//! How this profile signs and digests.

use sha2::{Digest, Sha256};
#[cfg(feature = "sm")]
use sm3::Sm3;

/// A signature algorithm of this profile, and the digest that goes with it
/// (签名算法).
///
/// A signed text is of one algorithm throughout: the signature, every
/// certificate up to the anchor, the digests of its disclosures and the key of
/// its holder. Whoever trusts anchors of one algorithm only, trusts texts of
/// that algorithm only.
///
/// ```
/// assert_eq!(gov_license::Algorithm::Ed25519.name(), "EdDSA");
/// assert_eq!(gov_license::Algorithm::Ed25519.digest_name(), "sha-256");
/// ```
#[doc(alias = "签名算法")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Algorithm {
    /// Ed25519 (RFC 8032): public keys of 32 bytes, signatures of 64, R‖S;
    /// digests by SHA-256.
    Ed25519,
    /// SM2 with SM3 (GB/T 32918, GB/T 32905), under the identifier
    /// `1234567812345678`: public keys of 65 bytes, 04‖x‖y; signatures of 64,
    /// r‖s; digests by SM3. Feature `sm`.
    ///
    /// No registry of JOSE has names for these. `SM2-SM3`, the digest `sm3` and
    /// the curve `SM2` of a holder's key are private to this profile.
    #[cfg(feature = "sm")]
    #[doc(alias = "国密")]
    Sm2,
}

impl Algorithm {
    pub(crate) const ALL: &[Self] = &[
        Self::Ed25519,
        #[cfg(feature = "sm")]
        Self::Sm2,
    ];

    /// The name in the header of a license (`alg`; RFC 8037 has `EdDSA`).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "EdDSA",
            #[cfg(feature = "sm")]
            Self::Sm2 => "SM2-SM3",
        }
    }

    /// The name of its digest in a license (`_sd_alg`).
    #[must_use]
    pub const fn digest_name(self) -> &'static str {
        match self {
            Self::Ed25519 => "sha-256",
            #[cfg(feature = "sm")]
            Self::Sm2 => "sm3",
        }
    }

    /// The algorithm of a header. RFC 9864 calls Ed25519 by its own name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        match name {
            "EdDSA" | "Ed25519" => Some(Self::Ed25519),
            #[cfg(feature = "sm")]
            "SM2-SM3" => Some(Self::Sm2),
            _ => None,
        }
    }

    pub(crate) fn digest(self, bytes: &[u8]) -> [u8; 32] {
        match self {
            Self::Ed25519 => Sha256::digest(bytes).into(),
            #[cfg(feature = "sm")]
            Self::Sm2 => Sm3::digest(bytes).into(),
        }
    }
}
