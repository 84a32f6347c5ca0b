//! Keys that are trusted no longer.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use crate::chain::ChainRule;
use crate::chain::certificate::Certificate;
use crate::chain::fault::ChainFault;
use crate::trust::store::{AnchorError, TrustStore};

/// Keys by their bytes, and since when, in Unix time.
pub(crate) type Revocations = BTreeMap<Vec<u8>, i64>;

/// A certificate of a chain whose key is revoked.
#[derive(Clone, Copy)]
pub(crate) struct RevokedKey {
    /// Which certificate, counted from 1.
    pub(crate) certificate: usize,
    /// The first second of the revocation.
    pub(crate) since: i64,
}

impl TrustStore {
    /// Trusts the key of a certificate no longer (密钥作废), from a moment on,
    /// for instance since it was stolen. Of two moments the earlier counts.
    ///
    /// Whoever has the key can also write an earlier date into what they sign.
    /// So from that moment on a license signed with it holds only where a
    /// [`StatusBook`](crate::StatusBook::remember) remembers it from before;
    /// without such proof it is undetermined whether it holds. Status lists and
    /// annotated copies, which are soon renewed, are refused.
    ///
    /// An anchor is not revoked but left out of the store.
    ///
    /// # Errors
    ///
    /// When it is not one certificate in DER with a key of this profile.
    pub fn revoke_key(
        &mut self,
        certificate_der: &[u8],
        since: DateTime<FixedOffset>,
    ) -> Result<(), AnchorError> {
        let refuse = |rule| AnchorError::Certificate(ChainFault::new(1, rule));
        let read = Certificate::read(certificate_der).ok_or(refuse(ChainRule::Form))?;
        read.public_key().ok_or(refuse(ChainRule::PublicKey))?;
        let since = since.timestamp();
        let earliest = self.revocations.entry(read.key_bytes().to_vec()).or_insert(since);
        *earliest = since.min(*earliest);
        Ok(())
    }

    /// The certificate whose key was revoked first, of those sent along.
    pub(crate) fn revoked_key(&self, chain: &[Vec<u8>], at: i64) -> Option<RevokedKey> {
        if self.revocations.is_empty() {
            return None;
        }
        let revoked = (1..).zip(chain).filter_map(|(certificate, der)| {
            let since = *self.revocations.get(Certificate::read(der)?.key_bytes())?;
            (since <= at).then_some(RevokedKey { certificate, since })
        });
        revoked.min_by_key(|revoked| revoked.since)
    }

    /// The same as a fault, where no proof from before is asked for.
    pub(crate) fn revocation_fault(&self, chain: &[Vec<u8>], at: i64) -> Option<ChainFault> {
        let revoked = self.revoked_key(chain, at)?;
        Some(ChainFault::new(revoked.certificate, ChainRule::Revoked))
    }
}
