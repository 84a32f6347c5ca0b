//! Chance that can be repeated.
//!
//! The libraries take chance as an argument; this program draws all of it from
//! one text, so that a run can be repeated to the byte. A real authority keeps
//! its keys in an HSM and salts its licenses from the system's random source.

use ed25519_dalek::SigningKey;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sha2::{Digest, Sha256};

/// Everything secret or random in a run, by label.
#[derive(Clone, Copy)]
pub(crate) struct Seed<'a>(pub(crate) &'a str);

impl Seed<'_> {
    /// The key of the body that the label names.
    pub(crate) fn key(self, label: &str) -> SigningKey {
        SigningKey::from_bytes(&self.bytes("key", label))
    }

    /// A random source for the purpose that the label names.
    pub(crate) fn random(self, label: &str) -> ChaCha20Rng {
        ChaCha20Rng::from_seed(self.bytes("random", label))
    }

    fn bytes(self, use_of: &str, label: &str) -> [u8; 32] {
        Sha256::new()
            .chain_update("gov-examples one-window\0")
            .chain_update(use_of)
            .chain_update("\0")
            .chain_update(label)
            .chain_update("\0")
            .chain_update(self.0)
            .finalize()
            .into()
    }
}
