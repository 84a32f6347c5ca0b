//! What a verifier remembers.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use crate::chain::{Chain, ChainFault, ChainRule};
use crate::public_key::PublicKey;
use crate::status_list::{SignedStatusList, StatusList, StatusListError};
use crate::status_reference::StatusReference;
use crate::trust::TrustStore;
use crate::verify::memory::Memory;
use crate::verify::{VerifiedLicense, VerifyError};

/// The newest status list of every address (状态列表簿), checked when it came in,
/// and the licenses that a verifier chose to [remember](Self::remember).
///
/// The book has no door to the network: whoever fetches lists, or gets them on
/// a stick, hands them in. To keep it between runs, keep the text of every
/// [list](Self::lists) and hand them in again.
///
/// Whose purpose is signing status lists may sign the list of any address: a
/// national service signs for many bodies.
///
/// ```
/// use gov_license::StatusBook;
///
/// let book = StatusBook::new();
/// assert_eq!(book.lists().len(), 0);
/// ```
#[doc(alias = "状态列表簿")]
#[derive(Clone, Debug, Default)]
pub struct StatusBook {
    lists: BTreeMap<String, Kept>,
    memory: Memory,
}

#[derive(Clone, Debug)]
struct Kept {
    list: SignedStatusList,
    /// The first second for which the list speaks.
    from: i64,
    /// The first second for which it no longer does.
    until: i64,
}

impl StatusBook {
    /// A book without lists.
    #[must_use]
    pub const fn new() -> Self {
        Self { lists: BTreeMap::new(), memory: Memory::new() }
    }

    /// Takes in a list that arrived at the moment `at`. On an error the list
    /// that was there stays.
    ///
    /// A list whose time is over is taken in as well: it answers nothing, but
    /// an older one cannot come after it.
    ///
    /// # Errors
    ///
    /// The first of [`StatusListError`], in its order. The same list again is
    /// none.
    pub fn add(
        &mut self,
        list: SignedStatusList,
        trust: &TrustStore,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StatusListError> {
        let policy = trust.policy();
        let at = at.timestamp();
        let purpose = policy.status_purpose().ok_or(StatusListError::NoPurpose)?;
        let chain = Chain { certificates: list.chain(), purpose, at };
        let (period, signatory) = chain.judge(trust).passed().map_err(StatusListError::Chain)?;
        if let Some(fault) = trust.revocation_fault(list.chain(), at) {
            return Err(StatusListError::Chain(fault));
        }
        // A key that signs licenses could otherwise revive what it signed.
        if chain.leaf().and_then(|leaf| leaf.has_purpose(policy.purpose())) != Some(false) {
            return Err(StatusListError::Chain(ChainFault::new(1, ChainRule::Purpose)));
        }
        let signed = |key: PublicKey| key.verify(list.signed_bytes(), list.signature());
        if !signatory.key.is_some_and(signed) {
            return Err(StatusListError::SignatureInvalid);
        }
        let seconds = list.issued_at.saturating_sub(at);
        if policy.is_beyond_skew(seconds) {
            return Err(StatusListError::SignedInFuture { seconds });
        }
        if let Some(Kept { list: known, .. }) = self.lists.get(list.uri()) {
            follows(known, &list)?;
        }
        let outlived = list.ttl.map(|ttl| at.saturating_add(ttl));
        let ends = list.expires_at.min(period.last.saturating_add(1));
        let until = outlived.into_iter().fold(ends, i64::min);
        let kept = Kept { from: list.issued_at.min(at), until, list };
        self.lists.insert(kept.list.uri().to_owned(), kept);
        Ok(())
    }

    /// Remembers a license that was verified, and that it was in hand at that
    /// moment.
    ///
    /// From then on an older version of it is superseded, as soon as this one is
    /// in force. And where a key that signed it is
    /// [revoked](TrustStore::revoke_key) at a later moment, this is the proof
    /// that the license is from before.
    ///
    /// ```
    /// # use gov_license::{ObjectId, SignedLicense, StatusBook, TrustPolicy, TrustStore};
    /// # let mut trust = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
    /// # trust.add_anchor_der(include_bytes!("../../tests/data/root.der"))?;
    /// # let license = SignedLicense::parse(include_str!("../../tests/data/license.sd-jwt"))?;
    /// let mut book = StatusBook::new();
    /// let seen = chrono::DateTime::parse_from_rfc3339("2026-06-01T10:00:00+08:00")?;
    /// book.remember(&license.verify(&trust, seen)?);
    ///
    /// // In July the key is stolen.
    /// let stolen = chrono::DateTime::parse_from_rfc3339("2026-07-01T00:00:00+08:00")?;
    /// let bureau = license.unverified_chain().next().unwrap_or_default();
    /// trust.revoke_key(bureau, stolen)?;
    /// assert!(license.verify_with_status(&trust, &book, stolen).is_ok());
    /// assert!(license.verify(&trust, stolen).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remember(&mut self, license: &VerifiedLicense<'_>) {
        self.memory.remember(license);
    }

    pub(crate) const fn memory(&self) -> &Memory {
        &self.memory
    }

    /// The lists, by address.
    #[must_use]
    pub fn lists(&self) -> impl ExactSizeIterator<Item = &SignedStatusList> {
        self.lists.values().map(|kept| &kept.list)
    }

    /// Why not to trust a license whose status stands there.
    pub(crate) fn finding(
        &self,
        place: &StatusReference,
        trust: &TrustStore,
        at: DateTime<FixedOffset>,
    ) -> Option<VerifyError> {
        let at = at.timestamp();
        let Some(kept) = self.lists.get(place.uri()).filter(|kept| kept.from <= at) else {
            return Some(VerifyError::StatusUnknown);
        };
        if kept.until <= at || trust.revoked_key(kept.list.chain(), at).is_some() {
            return Some(VerifyError::StatusOutdated);
        }
        let index = usize::try_from(place.index()).unwrap_or(usize::MAX);
        match kept.list.unverified().get(index) {
            None => Some(VerifyError::StatusIndex),
            Some(StatusList::VALID) => None,
            Some(StatusList::INVALID) => Some(VerifyError::StatusInvalid),
            Some(StatusList::SUSPENDED) => Some(VerifyError::StatusSuspended),
            Some(value) => Some(VerifyError::StatusValue { value }),
        }
    }
}

/// Whether the next list may take the place of the one known.
fn follows(known: &SignedStatusList, next: &SignedStatusList) -> Result<(), StatusListError> {
    if next.issued_at < known.issued_at {
        return Err(StatusListError::Rollback);
    }
    if next.issued_at == known.issued_at && next.as_str() != known.as_str() {
        return Err(StatusListError::Equivocation);
    }
    match known.unverified().first_revived(next.unverified()) {
        Some(index) => Err(StatusListError::IllegalTransition { index }),
        None => Ok(()),
    }
}
