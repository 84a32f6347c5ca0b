//! The second gate: path validation by rustls-webpki.
//!
//! An opinion from unrelated code. Each gate alone has a gap: webpki accepts an
//! intermediate that may not sign certificates and an expired root; the closed
//! profile is ours and may have a hole we do not see.

use std::time::Duration;

use rustls_pki_types::{
    AlgorithmIdentifier, CertificateDer, InvalidSignature, SignatureVerificationAlgorithm, UnixTime,
};
use webpki::{
    EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeId, KeyPurposeIdIter,
    anchor_from_trusted_cert,
};

use crate::algorithm::Algorithm;
use crate::chain::certificate::Link;
use crate::chain::identifier;
use crate::public_key::{PublicKey, Signature};
use crate::trust::object_id::ObjectId;

/// Whether webpki finds a path from the first certificate to this anchor. The
/// signatures that the first gate checked need not be computed again.
pub(crate) fn accepts(
    chain: &[Vec<u8>],
    anchor: &[u8],
    at: i64,
    purpose: &ObjectId,
    signed: &Signed<'_>,
) -> bool {
    validate(chain, anchor, at, purpose, signed).is_some()
}

fn validate(
    chain: &[Vec<u8>],
    anchor: &[u8],
    at: i64,
    purpose: &ObjectId,
    signed: &Signed<'_>,
) -> Option<()> {
    let at = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(at).ok()?));
    let anchor = CertificateDer::from(anchor);
    let anchor = anchor_from_trusted_cert(&anchor).ok()?;
    let (leaf, intermediates) = chain.split_first()?;
    let leaf = CertificateDer::from(leaf.as_slice());
    let intermediates: Vec<_> =
        intermediates.iter().map(|der| CertificateDer::from(der.as_slice())).collect();
    let leaf = EndEntityCert::try_from(&leaf).ok()?;
    leaf.verify_for_usage(&[signed], &[anchor], &intermediates, at, Purpose(purpose), None, None)
        .map(|_| ())
        .ok()
}

/// The one algorithm of a chain, without leniency, behind webpki's door.
#[derive(Debug)]
pub(crate) struct Signed<'a> {
    pub(crate) algorithm: Algorithm,
    /// Signatures that hold, as the first gate found out by the same function.
    pub(crate) checked: Vec<Link<'a>>,
}

impl SignatureVerificationAlgorithm for Signed<'_> {
    fn verify_signature(
        &self,
        public_key: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), InvalidSignature> {
        if self.checked.contains(&Link { key: public_key, message, signature }) {
            return Ok(());
        }
        let key = PublicKey::read(self.algorithm, public_key);
        let signature = Signature::of_certificate(self.algorithm, signature);
        match (key, signature) {
            (Some(key), Some(signature)) if key.verify(message, &signature) => Ok(()),
            _ => Err(InvalidSignature),
        }
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        AlgorithmIdentifier::from_slice(identifier::of_key(self.algorithm))
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        AlgorithmIdentifier::from_slice(identifier::of_signature(self.algorithm))
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
