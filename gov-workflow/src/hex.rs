//! Digests and how they are written.

use sha2::{Digest, Sha256};

/// A SHA-256 digest.
pub(crate) type Hash = [u8; 32];

/// The digest of the parts, one after the other.
pub(crate) fn sha256(parts: &[&[u8]]) -> Hash {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finalize().into()
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(hash: &Hash) -> String {
    base16ct::lower::encode_string(hash)
}

/// Reads exactly what [`hex`] writes.
pub(crate) fn unhex(text: &[u8]) -> Option<Hash> {
    let mut hash = Hash::default();
    let read = base16ct::lower::decode(text, &mut hash).ok()?.len();
    (read == hash.len()).then_some(hash)
}
