//! The second gate: path validation by rustls-webpki.
//!
//! An opinion from unrelated code. Each gate alone has a gap: webpki accepts an
//! intermediate that may not sign certificates and an expired root; the closed
//! profile is ours and may have a hole we do not see.

use std::time::Duration;

use rustls_pki_types::{
    AlgorithmIdentifier, CertificateDer, InvalidSignature, SignatureVerificationAlgorithm,
    UnixTime, alg_id,
};
use webpki::{
    EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeId, KeyPurposeIdIter,
    anchor_from_trusted_cert,
};

use crate::chain::certificate::Link;
use crate::ed25519::PublicKey;
use crate::trust::object_id::ObjectId;

/// Whether webpki finds a path from the first certificate to this anchor. The
/// signatures that the first gate checked need not be computed again.
pub(crate) fn accepts(
    chain: &[Vec<u8>],
    anchor: &[u8],
    at: i64,
    purpose: &ObjectId,
    checked: Vec<Link<'_>>,
) -> bool {
    validate(chain, anchor, at, purpose, &Ed25519 { checked }).is_some()
}

fn validate(
    chain: &[Vec<u8>],
    anchor: &[u8],
    at: i64,
    purpose: &ObjectId,
    ed25519: &Ed25519<'_>,
) -> Option<()> {
    let at = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(at).ok()?));
    let anchor = CertificateDer::from(anchor);
    let anchor = anchor_from_trusted_cert(&anchor).ok()?;
    let (leaf, intermediates) = chain.split_first()?;
    let leaf = CertificateDer::from(leaf.as_slice());
    let intermediates: Vec<_> =
        intermediates.iter().map(|der| CertificateDer::from(der.as_slice())).collect();
    let leaf = EndEntityCert::try_from(&leaf).ok()?;
    leaf.verify_for_usage(&[ed25519], &[anchor], &intermediates, at, Purpose(purpose), None, None)
        .map(|_| ())
        .ok()
}

/// ed25519-dalek without leniency, behind webpki's door.
#[derive(Debug)]
struct Ed25519<'a> {
    /// Signatures that hold, as the first gate found out by the same function.
    checked: Vec<Link<'a>>,
}

impl SignatureVerificationAlgorithm for Ed25519<'_> {
    fn verify_signature(
        &self,
        public_key: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), InvalidSignature> {
        if self.checked.contains(&Link { key: public_key, message, signature }) {
            return Ok(());
        }
        match PublicKey::read(public_key) {
            Some(key) if key.verify(message, signature) => Ok(()),
            _ => Err(InvalidSignature),
        }
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::ED25519
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::ED25519
    }
}

/// webpki asks this of intermediates too, so a certificate without purposes
/// passes here; the closed profile asks the leaf for its own.
struct Purpose<'a>(&'a ObjectId);

impl ExtendedKeyUsageValidator for Purpose<'_> {
    fn validate(&self, purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        let wanted = KeyPurposeId::new(self.0.as_der());
        let mut any = false;
        for purpose in purposes {
            if purpose? == wanted {
                return Ok(());
            }
            any = true;
        }
        #[expect(deprecated, reason = "its successor cannot be made outside webpki")]
        if any { Err(Error::RequiredEkuNotFound) } else { Ok(()) }
    }
}
