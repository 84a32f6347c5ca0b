//! From "somebody says so" to "the issuing body says so".

pub(crate) mod error;
pub(crate) mod memory;
pub(crate) mod report;
pub(crate) mod verified;

use chrono::{DateTime, FixedOffset};
use gov_identity::CreditCode;

pub use self::error::VerifyError;
pub use self::report::{Axis, Report, Verdict};
pub use self::verified::VerifiedLicense;
#[cfg(feature = "qr")]
use crate::chain::certificate::Certificate;
use crate::chain::{Chain, ChainCache, ChainFault, ChainRule, Judgment};
use crate::public_key::PublicKey;
use crate::signed_license::SignedLicense;
use crate::status_list::StatusBook;
use crate::trust::revocation::RevokedKey;
use crate::trust::{TrustStore, UnknownStatus};

impl SignedLicense {
    /// Checks the license at the moment `at`, without any status list.
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
        self.verify_with_status(trust, &StatusBook::new(), at)
    }

    /// Checks the license at the moment `at`, its status as the book has it.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_with_status(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedLicense<'_>, VerifyError> {
        self.verified(self.examine_with_status(trust, book, at))
    }

    /// Checks the license at the moment `at` with the chains that passed before,
    /// so that one signature is left to check. The answer is that of
    /// [`verify_with_status`](Self::verify_with_status).
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_with(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        cache: &mut ChainCache,
        at: DateTime<FixedOffset>,
    ) -> Result<VerifiedLicense<'_>, VerifyError> {
        self.verified(self.examine_with(trust, book, cache, at))
    }

    /// Looks at everything but the status and lists all that is found at the
    /// moment `at`.
    pub fn examine(&self, trust: &TrustStore, at: DateTime<FixedOffset>) -> Report {
        self.examine_with_status(trust, &StatusBook::new(), at)
    }

    /// Looks at everything, the status as the book has it, and lists all that is
    /// found at the moment `at`.
    pub fn examine_with_status(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        at: DateTime<FixedOffset>,
    ) -> Report {
        self.report(trust, book, self.certificates(trust, at).judge(trust), at)
    }

    /// Looks at everything with the chains that passed before, and lists all
    /// that is found at the moment `at`. The report is that of
    /// [`examine_with_status`](Self::examine_with_status).
    pub fn examine_with(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        cache: &mut ChainCache,
        at: DateTime<FixedOffset>,
    ) -> Report {
        self.report(trust, book, cache.judge(&self.certificates(trust, at), trust), at)
    }

    fn certificates<'a>(&'a self, trust: &'a TrustStore, at: DateTime<FixedOffset>) -> Chain<'a> {
        let (certificates, purpose) = (self.chain(), trust.policy().purpose());
        Chain { certificates, purpose, at: at.timestamp() }
    }

    /// What is found beside the chain is looked for every time.
    fn report(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        Judgment { period, signatory }: Judgment,
        at: DateTime<FixedOffset>,
    ) -> Report {
        let mut findings = Vec::new();
        findings.extend(self.contradictions().iter().copied().map(VerifyError::Contradiction));
        findings.extend(period.err().into_iter().flatten().map(VerifyError::Chain));
        findings.extend(self.revocation_fault(trust, book, at));
        findings.extend(self.signature_fault(signatory.key));
        findings.extend(self.right_faults(trust, signatory.body));
        findings.extend(self.period_faults(trust, at));

        let mut not_carried = Vec::new();
        match self.unverified().status() {
            None => not_carried.push(Axis::Status),
            Some(place) => findings.extend(book.finding(place, trust, at)),
        }
        findings.extend(book.memory().superseded(self.unverified().id(), at));
        if !self.is_bound() {
            not_carried.push(Axis::HolderBinding);
        }
        let tolerated = |finding: &VerifyError| {
            finding.axis() == Axis::Status
                && finding.is_undetermined()
                && trust.policy().unknown_status() == UnknownStatus::Accept
        };
        let conclusion = findings.iter().find(|finding| !tolerated(finding)).cloned();
        Report::new(at, findings, not_carried, self.is_bound(), conclusion)
    }

    fn verified(&self, report: Report) -> Result<VerifiedLicense<'_>, VerifyError> {
        let at = report.at();
        report.into_conclusion().map_or(Ok(VerifiedLicense::new(self, at)), Err)
    }

    /// A key that was stolen signs with any date: only what was seen before
    /// proves when.
    fn revocation_fault(
        &self,
        trust: &TrustStore,
        book: &StatusBook,
        at: DateTime<FixedOffset>,
    ) -> Option<VerifyError> {
        let RevokedKey { certificate, since } = trust.revoked_key(self.chain(), at.timestamp())?;
        if book.memory().saw_before(self, since) {
            None
        } else if self.issued_at() < since {
            Some(VerifyError::SigningTimeUnproven { certificate })
        } else {
            Some(VerifyError::Chain(ChainFault::new(certificate, ChainRule::Revoked)))
        }
    }

    /// Whether the key of its own first certificate signed it, whoever that is.
    #[cfg(feature = "qr")]
    pub(crate) fn is_signed_by_its_certificate(&self) -> bool {
        let leaf = self.chain().first().and_then(|der| Certificate::read(der));
        self.signature_fault(leaf.as_ref().and_then(Certificate::public_key)).is_none()
    }

    fn signature_fault(&self, key: Option<PublicKey>) -> Option<VerifyError> {
        let Some(key) = key else {
            return Some(VerifyError::SignatureUnchecked);
        };
        if key.algorithm() != self.algorithm() {
            return Some(VerifyError::SignatureAlgorithm);
        }
        if !self.signature().is_in_range() {
            return Some(VerifyError::SignatureMalformed);
        }
        let signed = key.verify(self.signed_bytes(), self.signature());
        (!signed).then_some(VerifyError::SignatureInvalid)
    }

    fn right_faults(&self, trust: &TrustStore, named: Option<CreditCode>) -> Vec<VerifyError> {
        let (policy, license) = (trust.policy(), self.unverified());
        let (body, type_code) = (license.issuer(), license.type_code());
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
        if trust.policy().is_beyond_skew(seconds) {
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
