//! Who makes signatures.

use std::fmt;

use ed25519_dalek::{Signer as _, SigningKey};

use crate::algorithm::Algorithm;

/// A key that signs licenses, wherever it lives.
///
/// *Open:* implement it over the hardware module or signature server that holds
/// the key. The contract: [`sign`](Self::sign) answers the signature by
/// [`algorithm`](Self::algorithm) of the key whose public half
/// [`public_key`](Self::public_key) gives. An [`Issuer`](crate::Issuer) checks
/// every signature before it lets it out.
pub trait Signer {
    /// How the key signs.
    fn algorithm(&self) -> Algorithm;

    /// The public key in the form of its algorithm.
    fn public_key(&self) -> Vec<u8>;

    /// Signs the message itself, not a digest of it.
    ///
    /// # Errors
    ///
    /// When the key cannot be reached or refuses to sign.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError>;
}

/// The key could not sign. The reason belongs to whoever holds it.
///
/// ```
/// assert_eq!(gov_license::SignerError.to_string(), "signer: the key did not sign");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("signer: the key did not sign")]
#[expect(clippy::exhaustive_structs, reason = "deliberately says nothing more")]
pub struct SignerError;

/// An Ed25519 key in memory, wiped when dropped.
///
/// Fit for tests and small installations; a bureau's key belongs in hardware.
///
/// ```
/// use gov_license::{Ed25519Signer, Signer};
///
/// let signer = Ed25519Signer::from_seed(&[7; 32]);
/// assert_eq!(signer.sign(b"message")?.len(), 64);
/// assert_eq!(format!("{signer:?}"), "Ed25519Signer(..)");
/// # Ok::<(), gov_license::SignerError>(())
/// ```
pub struct Ed25519Signer(SigningKey);

impl Ed25519Signer {
    /// The key of a secret seed of 32 bytes (RFC 8032, section 5.1.5). The
    /// caller wipes the seed.
    #[must_use]
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }
}

impl Signer for Ed25519Signer {
    fn algorithm(&self) -> Algorithm {
        Algorithm::Ed25519
    }

    fn public_key(&self) -> Vec<u8> {
        self.0.verifying_key().to_bytes().to_vec()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        Ok(self.0.sign(message).to_bytes().to_vec())
    }
}

impl<S: Signer + ?Sized> Signer for Box<S> {
    fn algorithm(&self) -> Algorithm {
        (**self).algorithm()
    }

    fn public_key(&self) -> Vec<u8> {
        (**self).public_key()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        (**self).sign(message)
    }
}

impl fmt::Debug for Ed25519Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ed25519Signer(..)")
    }
}
