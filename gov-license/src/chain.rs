//! Chains of certificates (证书链): two gates that must both accept.

pub(crate) mod cache;
pub(crate) mod certificate;
pub(crate) mod closed_profile;
pub(crate) mod fault;
pub(crate) mod identifier;
pub(crate) mod issuance;
pub(crate) mod path_validation;
pub(crate) mod shape;

use std::cmp::Reverse;

use gov_identity::CreditCode;

pub use self::cache::ChainCache;
use self::certificate::Certificate;
use self::closed_profile::ClosedProfile;
pub use self::fault::{ChainFault, ChainRule};
use self::path_validation::Signed;
use crate::public_key::PublicKey;
use crate::trust::{IssuanceRules, ObjectId, TrustStore};

/// Certificates in DER as a token brought them, the signer's first, and the
/// question asked about them.
pub(crate) struct Chain<'a> {
    pub(crate) certificates: &'a [Vec<u8>],
    /// What the signer's certificate must be made for.
    pub(crate) purpose: &'a ObjectId,
    /// The moment asked about, in Unix time.
    pub(crate) at: i64,
}

impl<'a> Chain<'a> {
    /// The signer's certificate.
    pub(crate) fn leaf(&self) -> Option<Certificate<'a>> {
        self.certificates.first().and_then(|der| Certificate::read(der))
    }

    /// Both gates, and who the signer is.
    pub(crate) fn judge(&self, trust: &TrustStore) -> Judgment {
        let policy = trust.policy();
        let leaf = self.leaf();
        let body =
            |leaf: &Certificate<'_>| leaf.body(policy.body_attribute(), policy.body_prefix());
        let signatory = Signatory {
            key: leaf.as_ref().and_then(Certificate::public_key),
            body: leaf.as_ref().and_then(body),
        };
        Judgment { period: self.period(trust), signatory }
    }

    /// The time in which the chain passes both gates, this moment within it.
    ///
    /// Two anchors may share a name: the one with which it passes for longest
    /// counts, or else the one that leaves the fewest faults.
    pub(crate) fn period(&self, trust: &TrustStore) -> Result<ChainPeriod, Vec<ChainFault>> {
        let mut chain = Vec::new();
        for (position, der) in (1..).zip(self.certificates) {
            // The anchor has a place of its own in the count.
            if position >= trust.policy().max_chain() {
                return Err(vec![ChainFault::new(position, ChainRule::Length)]);
            }
            match Certificate::read(der) {
                Some(certificate) => chain.push(certificate),
                None => return Err(vec![ChainFault::new(position, ChainRule::Form)]),
            }
        }
        let issuer = chain.last().map(Certificate::issuer).unwrap_or_default();
        let under_each =
            trust.anchors_of(issuer).map(|anchor| self.period_under(&chain, anchor, trust));
        let best = under_each.min_by_key(|outcome| match outcome {
            Ok(period) => (0, Reverse(period.last)),
            Err(faults) => (faults.len(), Reverse(0)),
        });
        best.unwrap_or_else(|| {
            let mut faults = inspect_below_anchor(&chain, &self.profile(), trust);
            faults.push(ChainFault::new(chain.len(), ChainRule::Anchor));
            Err(faults)
        })
    }

    /// Both gates; the second is asked only about a chain that passed the first.
    fn period_under<'b>(
        &self,
        below: &[Certificate<'b>],
        anchor: &'b [u8],
        trust: &TrustStore,
    ) -> Result<ChainPeriod, Vec<ChainFault>> {
        let anchor_read = Certificate::read(anchor);
        let chain: Vec<_> = below.iter().chain(&anchor_read).collect();
        let mut faults = inspect_brought(below, trust);
        faults.extend(self.profile().inspect(&chain));
        faults.sort_by_key(|fault| (fault.certificate(), fault.rule()));
        let second_gate = || {
            let issuers = chain.iter().skip(1);
            let checked = chain.iter().zip(issuers).map(|(one, next)| next.link(one)).collect();
            let algorithm = below.first().and_then(Certificate::key_algorithm);
            algorithm.is_some_and(|algorithm| {
                let signed = Signed { algorithm, checked };
                path_validation::accepts(self.certificates, anchor, self.at, self.purpose, &signed)
            })
        };
        if faults.is_empty() && !second_gate() {
            faults.push(ChainFault::new(1, ChainRule::PathValidation));
        }
        if faults.is_empty() { Ok(ChainPeriod::of(&chain)) } else { Err(faults) }
    }

    const fn profile(&self) -> ClosedProfile<'a> {
        ClosedProfile { at: self.at, purpose: self.purpose }
    }
}

/// What was found out about a chain at one moment.
pub(crate) struct Judgment {
    /// When it passes, or why it does not.
    pub(crate) period: Result<ChainPeriod, Vec<ChainFault>>,
    pub(crate) signatory: Signatory,
}

impl Judgment {
    /// The first fault, where one is enough.
    pub(crate) fn passed(self) -> Result<(ChainPeriod, Signatory), ChainFault> {
        let first = |faults: Vec<_>| faults.into_iter().next();
        // A chain that fails has a fault, so the second is never needed.
        let refused = || ChainFault::new(1, ChainRule::PathValidation);
        let period = self.period.map_err(|faults| first(faults).unwrap_or_else(refused))?;
        Ok((period, self.signatory))
    }
}

/// Whose certificate the first one is, as far as it says so.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Signatory {
    pub(crate) key: Option<PublicKey>,
    pub(crate) body: Option<CreditCode>,
}

/// From the latest beginning to the earliest end among the certificates of a
/// chain, its anchor among them; in Unix time, both seconds included.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChainPeriod {
    pub(crate) first: i64,
    pub(crate) last: i64,
}

impl ChainPeriod {
    fn of(chain: &[&Certificate<'_>]) -> Self {
        let whole = Self { first: i64::MIN, last: i64::MAX };
        chain.iter().map(|certificate| certificate.period()).fold(whole, |period, (first, last)| {
            Self { first: period.first.max(first), last: period.last.min(last) }
        })
    }

    pub(crate) const fn contains(&self, at: i64) -> bool {
        self.first <= at && at <= self.last
    }
}

/// A chain without an anchor is still looked at, so that all its faults show.
fn inspect_below_anchor(
    chain: &[Certificate<'_>],
    profile: &ClosedProfile<'_>,
    trust: &TrustStore,
) -> Vec<ChainFault> {
    let mut faults = inspect_brought(chain, trust);
    faults.extend(profile.inspect(&chain.iter().collect::<Vec<_>>()));
    faults.sort_by_key(|fault| (fault.certificate(), fault.rule()));
    faults
}

/// What is asked only of certificates that were sent along: none is a root, and
/// each keeps the rules for issuing. The store asked its anchors itself.
fn inspect_brought(chain: &[Certificate<'_>], trust: &TrustStore) -> Vec<ChainFault> {
    let own = (1..).zip(chain).filter(|(_, certificate)| certificate.is_self_issued());
    let mut faults: Vec<_> =
        own.map(|(position, _)| ChainFault::new(position, ChainRule::Root)).collect();
    if trust.policy().issuance() == IssuanceRules::Strict {
        faults.extend(issuance::inspect(chain));
    }
    faults
}
