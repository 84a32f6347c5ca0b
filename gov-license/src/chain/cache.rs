//! Chains that passed, to be believed again without looking twice.

use std::collections::BTreeMap;
use std::fmt;

use crate::chain::{Chain, ChainPeriod, Judgment, Signatory};
use crate::signed_license::SignedLicense;
use crate::trust::{ObjectId, TrustStore};

/// Chains of certificates that passed (证书链缓存), so that the licenses of one
/// body cost one signature check each.
///
/// A chain is known again by its exact bytes, under the very anchors and policy
/// with which it passed, for the same purpose, and for moments within the
/// periods of all its certificates, the anchor's too; otherwise it is judged
/// anew. So no answer is ever other than without a cache. Only the chain is
/// remembered: the signature of the license, the right of its issuer, its period
/// and its status are looked at every time.
///
/// When the cache is full, the chain that has been in it longest leaves. A chain
/// that does not pass is not kept, so strangers cannot crowd it out.
///
/// It is a plain value without a lock. Give each thread its own; or share one
/// behind a `Mutex`, which holds the others up for as long as one verification.
///
/// ```
/// use gov_license::{ChainCache, ObjectId, SignedLicense, StatusBook, TrustPolicy, TrustStore};
/// # const ROOT: &[u8] = include_bytes!("../../tests/data/root.der");
/// # const RECEIVED: &str = include_str!("../../tests/data/license.sd-jwt");
/// # let mut trust = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
/// # trust.add_anchor_der(ROOT)?;
///
/// let (book, mut cache) = (StatusBook::new(), ChainCache::new(1000));
/// let license = SignedLicense::parse(RECEIVED)?;
/// let at = chrono::DateTime::parse_from_rfc3339("2026-06-01T10:00:00+08:00")?;
/// license.verify_with(&trust, &book, &mut cache, at)?; // Looks at the whole chain.
/// license.verify_with(&trust, &book, &mut cache, at)?; // Knows it already.
/// assert_eq!(cache.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "证书链缓存")]
#[derive(Clone)]
pub struct ChainCache {
    capacity: usize,
    passed: BTreeMap<Vec<Vec<u8>>, Passed>,
    /// How many chains have been taken in so far.
    taken: u64,
}

/// A chain that passed, and under what.
#[derive(Clone)]
struct Passed {
    store: [u8; 32],
    purpose: ObjectId,
    period: ChainPeriod,
    signatory: Signatory,
    number: u64,
}

impl ChainCache {
    /// An empty cache for at most so many chains; with none it remembers nothing.
    ///
    /// A chain takes a few kilobytes, and never more than the longest license.
    #[must_use]
    pub const fn new(capacity: usize) -> Self {
        Self { capacity, passed: BTreeMap::new(), taken: 0 }
    }

    /// The most chains it holds.
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// How many chains it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.passed.len()
    }

    /// Whether it holds no chain.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.passed.is_empty()
    }

    /// Whether it holds the chain of this license. That says nothing about trust.
    #[must_use]
    pub fn knows(&self, license: &SignedLicense) -> bool {
        self.passed.contains_key(license.chain())
    }

    pub(crate) fn judge(&mut self, chain: &Chain<'_>, trust: &TrustStore) -> Judgment {
        if let Some(known) = self.passed.get(chain.certificates)
            && known.holds(chain, trust)
        {
            return Judgment { period: Ok(known.period), signatory: known.signatory };
        }
        let judgment = chain.judge(trust);
        if let Ok(period) = judgment.period {
            self.keep(chain, trust, period, judgment.signatory);
        }
        judgment
    }

    fn keep(
        &mut self,
        chain: &Chain<'_>,
        trust: &TrustStore,
        period: ChainPeriod,
        signatory: Signatory,
    ) {
        self.passed.remove(chain.certificates);
        if self.passed.len() >= self.capacity {
            // Only a chain that was judged, which costs far more, asks for this.
            let oldest = self.passed.iter().min_by_key(|(_, passed)| passed.number);
            let Some(oldest) = oldest.map(|(chain, _)| chain.clone()) else { return };
            self.passed.remove(&oldest);
        }
        let (store, purpose, number) = (*trust.version(), chain.purpose.clone(), self.taken);
        let passed = Passed { store, purpose, period, signatory, number };
        self.passed.insert(chain.certificates.to_vec(), passed);
        self.taken = self.taken.wrapping_add(1);
    }
}

impl Passed {
    fn holds(&self, chain: &Chain<'_>, trust: &TrustStore) -> bool {
        self.store == *trust.version()
            && self.purpose == *chain.purpose
            && self.period.contains(chain.at)
    }
}

impl fmt::Debug for ChainCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChainCache")
            .field("capacity", &self.capacity)
            .field("len", &self.passed.len())
            .finish_non_exhaustive()
    }
}
