//! What binds a ticket to the one who asked for it (随机数).

use core::fmt;

use subtle::ConstantTimeEq;

/// 32 bytes of a random source that the receiving system gives out before a
/// ticket is made, and wants back in it (随机数).
///
/// Two are compared in constant time, and none is shown.
///
/// ```
/// use gov_identity::Nonce;
///
/// let nonce = Nonce::new([7; 32]); // In earnest: of a random source, for one sign-in.
/// assert_eq!(nonce, Nonce::new([7; 32]));
/// assert_eq!(format!("{nonce:?}"), "Nonce(..)");
/// ```
#[doc(alias = "随机数")]
#[derive(Clone, Copy)]
pub struct Nonce([u8; 32]);

impl Nonce {
    /// Takes the 32 bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl PartialEq for Nonce {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Eq for Nonce {}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nonce(..)")
    }
}
