//! SM2 with SM3 as this profile accepts it: one form of a key, one form of a
//! signature, one identifier.

use sm2::dsa::signature::Verifier;
use sm2::dsa::{Signature, VerifyingKey};

/// The identifier of whoever signs, which goes into every digest (可辨别标识).
/// GM/T 0009 and GB/T 35276 have this one where nothing else was agreed.
pub(crate) const IDENTIFIER: &str = "1234567812345678";

/// An SM2 public key, uncompressed: a point of the curve other than infinity.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct PublicKey([u8; 65]);

impl PublicKey {
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let key = Self(bytes.try_into().ok()?);
        key.verifying().map(|_| key)
    }

    pub(crate) const fn as_bytes(&self) -> &[u8; 65] {
        &self.0
    }

    pub(crate) fn verify(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        match (self.verifying(), Signature::from_slice(signature)) {
            (Some(key), Ok(signature)) => key.verify(message, &signature).is_ok(),
            _ => false,
        }
    }

    fn verifying(&self) -> Option<VerifyingKey> {
        VerifyingKey::from_sec1_bytes(IDENTIFIER, &self.0).ok()
    }
}

/// Whether both halves are numbers from 1 up to below the order of the group.
pub(crate) fn is_in_range(signature: &[u8; 64]) -> bool {
    Signature::from_slice(signature).is_ok()
}

/// The signature of a certificate, in the one form DER has for it.
pub(crate) fn read_der(der: &[u8]) -> Option<[u8; 64]> {
    Signature::from_der(der).ok().map(|signature| signature.to_bytes().into())
}
