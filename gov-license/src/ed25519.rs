//! Ed25519 as this profile accepts it: one form of a key, one form of a signature.

use ed25519_dalek::{Signature, Verifier, VerifyingKey};

/// An Ed25519 public key that is neither of small order nor written in a second
/// way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct PublicKey(VerifyingKey);

impl PublicKey {
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.try_into().ok()?;
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        (!key.is_weak() && is_reduced(bytes)).then_some(Self(key))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// RFC 8032 without any of the leniency it allows.
    ///
    /// The answers are those of `verify_strict`, for less: this key was weighed
    /// when it was read, and `verify` compares R as it is encoded, so that R is
    /// of small order only if it is one of eight texts and need not be unpacked.
    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| {
            !SMALL_ORDER.contains(signature.r_bytes()) && self.0.verify(message, &signature).is_ok()
        })
    }
}

/// Whether y is below the prime, 2^255 − 19. The other second way to write a
/// point, the sign of an x that is zero, is left to points of small order.
fn is_reduced(point: &[u8; 32]) -> bool {
    let [first, middle @ .., last] = point;
    let is_at_the_end = last & 0x7f == 0x7f && middle.iter().all(|byte| *byte == 0xff);
    !(is_at_the_end && *first >= 0xed)
}

/// The points whose order divides the cofactor, each in its only form.
const SMALL_ORDER: [[u8; 32]; 8] = {
    const fn with_sign(mut point: [u8; 32]) -> [u8; 32] {
        point[31] |= 0x80;
        point
    }
    const fn ends(first: u8, middle: u8, last: u8) -> [u8; 32] {
        let mut point = [middle; 32];
        point[0] = first;
        point[31] = last;
        point
    }
    const OF_EIGHT: [[u8; 32]; 2] = [
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef,
            0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88,
            0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10,
            0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77,
            0x92, 0xac, 0x03, 0x7a,
        ],
    ];
    [
        ends(1, 0, 0),          // The neutral point, y = 1.
        ends(0xec, 0xff, 0x7f), // Of order two, y = -1.
        [0; 32],                // Of order four, y = 0.
        with_sign([0; 32]),
        OF_EIGHT[0],
        with_sign(OF_EIGHT[0]),
        OF_EIGHT[1],
        with_sign(OF_EIGHT[1]),
    ]
};

/// Whether the second half of a signature is a number below the order of the
/// group; above it lies a second form of the same signature (malleability).
pub(crate) fn has_reduced_scalar(signature: &[u8; 64]) -> bool {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    signature.iter().skip(32).rev().lt(ORDER.iter().rev())
}
