//! An SM2 key in memory.

use std::fmt;

use sm2::Scalar;
use sm2::dsa::SigningKey;
use sm2::dsa::signature::Signer as _;
use zeroize::optimization_barrier;

use crate::algorithm::Algorithm;
use crate::signer::{Signer, SignerError};
use crate::sm2_sm3::IDENTIFIER;

/// An SM2 key in memory, wiped when dropped. Feature `sm`.
///
/// Nonces follow from key and message (RFC 6979 with SM3), so the same message
/// gets the same signature and no random source can give the key away. No claim
/// is made about side channels. Fit for tests and small installations; a
/// bureau's key belongs in hardware.
///
/// ```
/// use gov_license::{Signer, Sm2Signer};
///
/// let signer = Sm2Signer::from_secret(&[7; 32]).unwrap();
/// assert_eq!(signer.public_key().len(), 65);
/// assert_eq!(signer.sign(b"message")?.len(), 64);
/// assert_eq!(format!("{signer:?}"), "Sm2Signer(..)");
/// # Ok::<(), gov_license::SignerError>(())
/// ```
///
/// A license under SM2 is issued, read and verified like any other; the anchors
/// of the store say that SM2 is trusted.
///
/// ```
/// use gov_license::{Algorithm, ObjectId, SignedLicense, TrustPolicy, TrustStore};
/// # const ROOT: &[u8] = include_bytes!("../tests/data/sm2_root.der");
/// # const RECEIVED: &str = include_str!("../tests/data/sm2_license.sd-jwt");
///
/// let mut trust = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
/// trust.add_root_der(ROOT)?;
/// let received = SignedLicense::parse(RECEIVED)?;
/// assert_eq!(received.algorithm(), Algorithm::Sm2);
/// let at = chrono::DateTime::parse_from_rfc3339("2026-06-01T10:00:00+08:00")?;
/// assert!(received.verify(&trust, at).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Sm2Signer(SigningKey);

impl Sm2Signer {
    /// The key of a secret number in 32 bytes, the highest first; `None` unless
    /// it lies from 1 to n − 2 (GB/T 32918.1, 6.1), where n is the order of the
    /// group. The caller wipes the number.
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Option<Self> {
        let signer = Self(SigningKey::from_slice(IDENTIFIER, secret).ok()?);
        // n − 1 is a number that can never sign: 1 + d has no inverse.
        (**signer.0.as_nonzero_scalar() + Scalar::ONE != Scalar::ZERO).then_some(signer)
    }
}

/// The key of sm2 does not wipe itself.
impl Drop for Sm2Signer {
    fn drop(&mut self) {
        if let Ok(nobodys) = SigningKey::from_slice(IDENTIFIER, &[1; 32]) {
            self.0 = nobodys;
            optimization_barrier(&self.0);
        }
    }
}

impl Signer for Sm2Signer {
    fn algorithm(&self) -> Algorithm {
        Algorithm::Sm2
    }

    fn public_key(&self) -> Vec<u8> {
        self.0.verifying_key().to_sec1_bytes().into_vec()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        self.0.try_sign(message).map(|signature| signature.to_vec()).map_err(|_| SignerError)
    }
}

impl fmt::Debug for Sm2Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sm2Signer(..)")
    }
}
