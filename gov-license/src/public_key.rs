//! Keys and signatures, whatever their algorithm.

use crate::algorithm::Algorithm;
use crate::ed25519;
#[cfg(feature = "sm")]
use crate::sm2_sm3;

/// A public key in the only form its algorithm has here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PublicKey {
    Ed25519(ed25519::PublicKey),
    #[cfg(feature = "sm")]
    Sm2(sm2_sm3::PublicKey),
}

impl PublicKey {
    pub(crate) fn read(algorithm: Algorithm, bytes: &[u8]) -> Option<Self> {
        match algorithm {
            Algorithm::Ed25519 => ed25519::PublicKey::read(bytes).map(Self::Ed25519),
            #[cfg(feature = "sm")]
            Algorithm::Sm2 => sm2_sm3::PublicKey::read(bytes).map(Self::Sm2),
        }
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        match self {
            Self::Ed25519(_) => Algorithm::Ed25519,
            #[cfg(feature = "sm")]
            Self::Sm2(_) => Algorithm::Sm2,
        }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Ed25519(key) => key.as_bytes(),
            #[cfg(feature = "sm")]
            Self::Sm2(key) => key.as_bytes(),
        }
    }

    /// Whether this key signed the message. A signature of another algorithm
    /// than the key's is none.
    pub(crate) fn verify(&self, message: &[u8], signature: &Signature) -> bool {
        match (self, signature.algorithm) {
            (Self::Ed25519(key), Algorithm::Ed25519) => key.verify(message, &signature.bytes),
            #[cfg(feature = "sm")]
            (Self::Sm2(key), Algorithm::Sm2) => key.verify(message, &signature.bytes),
            #[cfg(feature = "sm")]
            _ => false,
        }
    }
}

/// A signature as a signed text carries it, and the algorithm it claims.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Signature {
    algorithm: Algorithm,
    bytes: [u8; 64],
}

impl Signature {
    pub(crate) const fn new(algorithm: Algorithm, bytes: [u8; 64]) -> Self {
        Self { algorithm, bytes }
    }

    /// The signature in a certificate, which for SM2 has a form of its own: a
    /// DER sequence of two integers.
    pub(crate) fn of_certificate(algorithm: Algorithm, bytes: &[u8]) -> Option<Self> {
        let bytes = match algorithm {
            Algorithm::Ed25519 => bytes.try_into().ok(),
            #[cfg(feature = "sm")]
            Algorithm::Sm2 => sm2_sm3::read_der(bytes),
        };
        Some(Self { algorithm, bytes: bytes? })
    }

    pub(crate) const fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Whether its numbers lie in the ranges of its algorithm; beyond them could
    /// lie a second form of the same signature.
    pub(crate) fn is_in_range(&self) -> bool {
        match self.algorithm {
            Algorithm::Ed25519 => ed25519::has_reduced_scalar(&self.bytes),
            #[cfg(feature = "sm")]
            Algorithm::Sm2 => sm2_sm3::is_in_range(&self.bytes),
        }
    }
}
