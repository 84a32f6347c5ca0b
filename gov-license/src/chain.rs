//! Chains of certificates (证书链): two gates that must both accept.

pub(crate) mod certificate;
pub(crate) mod closed_profile;
pub(crate) mod fault;
pub(crate) mod issuance;
pub(crate) mod path_validation;

use self::certificate::Certificate;
use self::closed_profile::ClosedProfile;
pub use self::fault::{ChainFault, ChainRule};
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

    /// The faults under the anchor that leaves the fewest: two anchors may share
    /// a name.
    pub(crate) fn faults(&self, trust: &TrustStore) -> Vec<ChainFault> {
        let mut chain = Vec::new();
        for (position, der) in (1..).zip(self.certificates) {
            // The anchor has a place of its own in the count.
            if position >= trust.policy().max_chain() {
                return vec![ChainFault::new(position, ChainRule::Length)];
            }
            match Certificate::read(der) {
                Some(certificate) => chain.push(certificate),
                None => return vec![ChainFault::new(position, ChainRule::Form)],
            }
        }
        let issuer = chain.last().map(Certificate::issuer);
        trust
            .anchors()
            .filter(|anchor| Certificate::read(anchor).map(|anchor| anchor.subject()) == issuer)
            .map(|anchor| self.faults_under(anchor, trust))
            .min_by_key(Vec::len)
            .unwrap_or_else(|| {
                let mut faults = inspect_below_anchor(&chain, &self.profile(), trust);
                faults.push(ChainFault::new(chain.len(), ChainRule::Anchor));
                faults
            })
    }

    /// The last second at which a chain without faults still has none.
    pub(crate) fn ends(&self, trust: &TrustStore) -> i64 {
        let end = |der: &[u8]| Certificate::read(der).map(|read| read.ends());
        let anchors = trust.anchors().filter(|anchor| self.faults_under(anchor, trust).is_empty());
        let last = anchors.filter_map(end).max();
        let below = self.certificates.iter().filter_map(|der| end(der));
        below.chain(last).min().unwrap_or(i64::MIN)
    }

    /// Both gates; the second is asked only about a chain that passed the first.
    fn faults_under(&self, anchor: &[u8], trust: &TrustStore) -> Vec<ChainFault> {
        let below: Vec<_> =
            self.certificates.iter().filter_map(|der| Certificate::read(der)).collect();
        let mut faults = inspect_brought(&below, trust);
        let chain: Vec<_> = below.into_iter().chain(Certificate::read(anchor)).collect();
        faults.extend(self.profile().inspect(&chain));
        faults.sort_by_key(|fault| (fault.certificate(), fault.rule()));
        let second_gate =
            || path_validation::accepts(self.certificates, anchor, self.at, self.purpose);
        if faults.is_empty() && !second_gate() {
            faults.push(ChainFault::new(1, ChainRule::PathValidation));
        }
        faults
    }

    const fn profile(&self) -> ClosedProfile<'a> {
        ClosedProfile { at: self.at, purpose: self.purpose }
    }
}

/// A chain without an anchor is still looked at, so that all its faults show.
fn inspect_below_anchor(
    chain: &[Certificate<'_>],
    profile: &ClosedProfile<'_>,
    trust: &TrustStore,
) -> Vec<ChainFault> {
    let mut faults = inspect_brought(chain, trust);
    faults.extend(profile.inspect(chain));
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
