//! From "somebody says so" to "the issuing body says so".

use chrono::{DateTime, FixedOffset};

use crate::certificate::Certificate;
use crate::chain_fault::{ChainFault, ChainRule};
use crate::closed_profile::ClosedProfile;
use crate::ed25519::has_reduced_scalar;
use crate::license::License;
use crate::path_validation;
use crate::report::{Axis, Report};
use crate::signed_license::SignedLicense;
use crate::trust_policy::UnknownStatus;
use crate::trust_store::TrustStore;
use crate::verify_error::VerifyError;

impl SignedLicense {
    /// Checks the license at the moment `at`.
    ///
    /// # Errors
    ///
    /// The first reason not to trust it, in this order: form, chain, signature,
    /// issuer right, period, status. A forged license is never called expired.
    pub fn verify(
        &self,
        trust: &TrustStore,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedLicense<'_>, VerifyError> {
        match self.examine(trust, at).conclusion() {
            None => Ok(VerifiedLicense { signed: self, at }),
            Some(reason) => Err(reason.clone()),
        }
    }

    /// Looks at everything and lists all that is found at the moment `at`.
    pub fn examine(&self, trust: &TrustStore, at: DateTime<FixedOffset>) -> Report {
        let mut findings = Vec::new();
        findings.extend(self.contradictions().iter().copied().map(VerifyError::Contradiction));
        findings.extend(self.chain_faults(trust, at).into_iter().map(VerifyError::Chain));
        let leaf = self.unverified_chain().next().and_then(Certificate::read);
        findings.extend(self.signature_fault(leaf.as_ref()));
        findings.extend(self.right_faults(trust, leaf.as_ref()));
        findings.extend(self.period_faults(trust, at));

        let mut not_carried = Vec::new();
        match self.unverified().status() {
            None => not_carried.push(Axis::Status),
            Some(_) => findings.push(VerifyError::StatusUnknown),
        }
        if !self.is_bound() {
            not_carried.push(Axis::HolderBinding);
        }
        let tolerated = |finding: &VerifyError| {
            *finding == VerifyError::StatusUnknown
                && trust.policy().unknown_status() == UnknownStatus::Accept
        };
        let conclusion = findings.iter().find(|finding| !tolerated(finding)).cloned();
        Report::new(at, findings, not_carried, self.is_bound(), conclusion)
    }

    /// The faults under the anchor that leaves the fewest: two anchors may share
    /// a name.
    fn chain_faults(&self, trust: &TrustStore, at: DateTime<FixedOffset>) -> Vec<ChainFault> {
        let mut chain = Vec::new();
        for (position, der) in (1..).zip(self.unverified_chain()) {
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
        let profile = ClosedProfile { at: at.timestamp(), purpose: trust.policy().purpose() };
        trust
            .anchors()
            .filter(|anchor| Certificate::read(anchor).map(|anchor| anchor.subject()) == issuer)
            .map(|anchor| self.faults_under(anchor, &profile))
            .min_by_key(Vec::len)
            .unwrap_or_else(|| {
                let mut faults = inspect_below_anchor(&chain, &profile);
                faults.push(ChainFault::new(chain.len(), ChainRule::Anchor));
                faults
            })
    }

    /// Both gates; the second is asked only about a chain that passed the first.
    fn faults_under(&self, anchor: &[u8], profile: &ClosedProfile<'_>) -> Vec<ChainFault> {
        let below: Vec<_> = self.unverified_chain().filter_map(Certificate::read).collect();
        let mut faults: Vec<_> = roots(&below).collect();
        let chain: Vec<_> = below.into_iter().chain(Certificate::read(anchor)).collect();
        faults.extend(profile.inspect(&chain));
        faults.sort_by_key(ChainFault::certificate);
        let second_gate =
            || path_validation::accepts(self.chain(), anchor, profile.at, profile.purpose);
        if faults.is_empty() && !second_gate() {
            faults.push(ChainFault::new(1, ChainRule::PathValidation));
        }
        faults
    }

    fn signature_fault(&self, leaf: Option<&Certificate<'_>>) -> Option<VerifyError> {
        let Some(key) = leaf.and_then(Certificate::public_key) else {
            return Some(VerifyError::SignatureUnchecked);
        };
        if !has_reduced_scalar(self.signature()) {
            return Some(VerifyError::SignatureMalformed);
        }
        let signed = key.verify(self.signed_bytes(), self.signature());
        (!signed).then_some(VerifyError::SignatureInvalid)
    }

    fn right_faults(&self, trust: &TrustStore, leaf: Option<&Certificate<'_>>) -> Vec<VerifyError> {
        let (policy, license) = (trust.policy(), self.unverified());
        let (body, type_code) = (license.issuer(), license.type_code());
        let named = leaf.and_then(|leaf| leaf.body(policy.body_attribute(), policy.body_prefix()));
        let mut faults = Vec::new();
        match named {
            None => faults.push(VerifyError::NoBody),
            Some(named) if named != body => {
                faults.push(VerifyError::OtherBody { named, claimed: body });
            }
            Some(_) => {}
        }
        if !policy.grants(license) {
            faults.push(VerifyError::NoRight { body, type_code });
        }
        faults
    }

    fn period_faults(&self, trust: &TrustStore, at: DateTime<FixedOffset>) -> Vec<VerifyError> {
        let period = self.unverified().period();
        let seconds = self.seconds_ahead(at);
        let mut faults = Vec::new();
        if u64::try_from(seconds).is_ok_and(|ahead| ahead > trust.policy().clock_skew().as_secs()) {
            faults.push(VerifyError::SignedInFuture { seconds });
        }
        if !period.has_begun(at) {
            faults.push(VerifyError::NotYetValid { first: period.first() });
        }
        if let Some(last) = period.last()
            && period.is_over(at)
        {
            faults.push(VerifyError::Expired { last });
        }
        faults
    }
}

/// A chain without an anchor is still looked at, so that all its faults show.
fn inspect_below_anchor(chain: &[Certificate<'_>], profile: &ClosedProfile<'_>) -> Vec<ChainFault> {
    let mut faults: Vec<_> = roots(chain).chain(profile.inspect(chain)).collect();
    faults.sort_by_key(ChainFault::certificate);
    faults
}

/// Certificates that were issued to themselves and yet sent along.
fn roots(chain: &[Certificate<'_>]) -> impl Iterator<Item = ChainFault> {
    let own = (1..).zip(chain).filter(|(_, certificate)| certificate.is_self_issued());
    own.map(|(position, _)| ChainFault::new(position, ChainRule::Root))
}

/// A license that its issuing body stands for (已核验的电子证照).
///
/// Nothing but [`SignedLicense::verify`] makes one, so a function that takes a
/// `VerifiedLicense` need not ask. What it says held at one moment; ask again
/// at another.
///
/// ```
/// use gov_license::VerifiedLicense;
///
/// /// The type says that somebody has looked.
/// fn may_open_a_restaurant(license: &VerifiedLicense<'_>) -> bool {
///     license.license().face().get("经营项目").is_some()
/// }
/// # let _ = may_open_a_restaurant;
/// ```
#[doc(alias = "已核验的电子证照")]
#[derive(Clone, Copy, Debug)]
pub struct VerifiedLicense<'a> {
    signed: &'a SignedLicense,
    at: DateTime<FixedOffset>,
}

impl<'a> VerifiedLicense<'a> {
    /// The content, now worth believing.
    #[must_use]
    pub const fn license(&self) -> &'a License {
        self.signed.unverified()
    }

    /// The signed form, to keep or to pass on.
    #[must_use]
    pub const fn signed(&self) -> &'a SignedLicense {
        self.signed
    }

    /// The moment for which it holds.
    #[must_use]
    pub const fn at(&self) -> DateTime<FixedOffset> {
        self.at
    }
}
