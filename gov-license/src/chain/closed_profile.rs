//! The first gate: a closed profile over a chain taken in order.
//!
//! There is no path building. Every rule is tested on every certificate and
//! every fault is listed, so that a bureau learns all that is wrong with its
//! chain at once.

use std::collections::BTreeSet;

use x509_parser::extensions::ParsedExtension;
use x509_parser::x509::X509Version;

use crate::algorithm::Algorithm;
use crate::chain::certificate::Certificate;
use crate::chain::fault::{ChainFault, ChainRule};
use crate::chain::issuance::SUBJECT_ALT_NAME;
use crate::chain::shape::is_extension;
use crate::trust::object_id::ObjectId;

/// basicConstraints, keyUsage and extKeyUsage: all that may be critical in a
/// certificate with a subject.
const UNDERSTOOD: [&[u8]; 3] = [&[0x55, 0x1d, 0x13], &[0x55, 0x1d, 0x0f], &[0x55, 0x1d, 0x25]];

/// A chain from the issuing body's certificate upwards, its anchor last.
pub(crate) struct ClosedProfile<'a> {
    /// The moment asked about, in Unix time.
    pub(crate) at: i64,
    pub(crate) purpose: &'a ObjectId,
}

impl ClosedProfile<'_> {
    /// All faults, certificate by certificate.
    pub(crate) fn inspect(&self, chain: &[&Certificate<'_>]) -> Vec<ChainFault> {
        let mut faults = Vec::new();
        let first = chain.first().and_then(|leaf| leaf.key_algorithm());
        for (index, certificate) in chain.iter().enumerate() {
            let mut broken = BTreeSet::new();
            inspect_form(certificate, &mut broken);
            inspect_algorithms(certificate, first, &mut broken);
            inspect_extensions(certificate, &mut broken);
            self.inspect_validity(certificate, &mut broken);
            match index.checked_sub(1) {
                None => self.inspect_leaf(certificate, &mut broken),
                Some(below) => self.inspect_authority(certificate, below, &mut broken),
            }
            if let Some(next) = chain.get(index + 1) {
                inspect_link(certificate, next, &mut broken);
            }
            faults.extend(broken.into_iter().map(|rule| ChainFault::new(index + 1, rule)));
        }
        faults
    }

    /// What makes a certificate fit to be an anchor at any time.
    pub(crate) fn inspect_anchor(anchor: &Certificate<'_>) -> BTreeSet<ChainRule> {
        let mut broken = BTreeSet::new();
        inspect_form(anchor, &mut broken);
        inspect_algorithms(anchor, anchor.key_algorithm(), &mut broken);
        inspect_extensions(anchor, &mut broken);
        inspect_signing(anchor, &mut broken);
        if anchor.is_self_issued() && !anchor.signed(anchor) {
            broken.insert(ChainRule::Signature);
        }
        broken
    }

    fn inspect_validity(&self, certificate: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
        let (first, last) = certificate.period();
        if self.at < first {
            broken.insert(ChainRule::NotYetValid);
        }
        if self.at > last {
            broken.insert(ChainRule::Expired);
        }
    }

    fn inspect_leaf(&self, leaf: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
        if leaf.is_authority() {
            broken.insert(ChainRule::Authority);
        }
        if !leaf.key_usage().is_some_and(|usage| usage.digital_signature()) {
            broken.insert(ChainRule::DigitalSignature);
        }
        if leaf.has_purpose(self.purpose) != Some(true) {
            broken.insert(ChainRule::Purpose);
        }
    }

    /// `below` counts the authorities between this one and the leaf.
    fn inspect_authority(
        &self,
        authority: &Certificate<'_>,
        below: usize,
        broken: &mut BTreeSet<ChainRule>,
    ) {
        inspect_signing(authority, broken);
        let allowed = authority.path_length().map(usize::try_from);
        if allowed.is_some_and(|allowed| allowed.is_ok_and(|allowed| allowed < below)) {
            broken.insert(ChainRule::PathLength);
        }
        if authority.has_purpose(self.purpose) == Some(false) {
            broken.insert(ChainRule::Purpose);
        }
    }
}

fn inspect_form(certificate: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
    let serial = certificate.0.raw_serial();
    let positive =
        serial.first().is_some_and(|first| *first < 0x80) && serial.iter().any(|byte| *byte != 0);
    for (holds, rule) in [
        (certificate.0.version() == X509Version::V3, ChainRule::Version),
        (positive && serial.len() <= 20, ChainRule::SerialNumber),
        (certificate.has_one_algorithm(), ChainRule::AlgorithmTwice),
        (certificate.signature_algorithm().is_some(), ChainRule::Algorithm),
        (certificate.public_key().is_some(), ChainRule::PublicKey),
    ] {
        if !holds {
            broken.insert(rule);
        }
    }
}

/// A chain is of one algorithm, that of its first key. What has no name here
/// breaks a rule of its own.
fn inspect_algorithms(
    certificate: &Certificate<'_>,
    first: Option<Algorithm>,
    broken: &mut BTreeSet<ChainRule>,
) {
    let named = [certificate.key_algorithm(), certificate.signature_algorithm()];
    if named.into_iter().flatten().any(|named| first.is_some_and(|first| named != first)) {
        broken.insert(ChainRule::OtherAlgorithm);
    }
}

fn inspect_extensions(certificate: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
    let mut seen = BTreeSet::new();
    for extension in certificate.extensions() {
        let oid = extension.oid.as_bytes();
        let unreadable = matches!(extension.parsed_extension(), ParsedExtension::ParseError { .. });
        let is_shaped = is_extension(oid, extension.value);
        if unreadable || !is_shaped || !seen.insert(oid) {
            broken.insert(ChainRule::Extension);
        }
        if matches!(extension.parsed_extension(), ParsedExtension::NameConstraints(_)) {
            broken.insert(ChainRule::NameConstraints);
        } else if extension.critical && !is_understood(certificate, oid) {
            broken.insert(ChainRule::CriticalExtension);
        }
    }
}

/// Other names of a subject without a name must be critical (RFC 5280, 4.2.1.6).
/// They decide nothing here: a body is named by its subject or not at all.
fn is_understood(certificate: &Certificate<'_>, oid: &[u8]) -> bool {
    UNDERSTOOD.contains(&oid) || oid == SUBJECT_ALT_NAME && certificate.has_empty_subject()
}

/// It is an authority whose key may sign certificates.
fn inspect_signing(authority: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
    if !authority.is_authority() {
        broken.insert(ChainRule::NotAuthority);
    }
    if !authority.may_sign_certificates() {
        broken.insert(ChainRule::KeyCertSign);
    }
}

fn inspect_link(
    certificate: &Certificate<'_>,
    next: &Certificate<'_>,
    broken: &mut BTreeSet<ChainRule>,
) {
    if certificate.issuer() != next.subject() {
        broken.insert(ChainRule::Name);
    }
    if let (Some(asked), Some(held)) = (certificate.authority_key_id(), next.subject_key_id())
        && asked != held
    {
        broken.insert(ChainRule::KeyIdentifier);
    }
    if !next.signed(certificate) {
        broken.insert(ChainRule::Signature);
    }
}
