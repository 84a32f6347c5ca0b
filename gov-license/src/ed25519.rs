//! Ed25519 as this profile accepts it: one form of a key, one form of a signature.

use ed25519_dalek::{Signature, VerifyingKey};

/// An Ed25519 public key that is neither of small order nor written in a second
/// way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct PublicKey(VerifyingKey);

impl PublicKey {
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let key = VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?;
        let canonical = key.to_edwards().compress().to_bytes();
        (!key.is_weak() && canonical == bytes).then_some(Self(key))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// RFC 8032 without any of the leniency it allows.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

/// Whether the second half of a signature is a number below the order of the
/// group; above it lies a second form of the same signature (malleability).
pub(crate) fn has_reduced_scalar(signature: &[u8; 64]) -> bool {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    signature.iter().skip(32).rev().lt(ORDER.iter().rev())
}
