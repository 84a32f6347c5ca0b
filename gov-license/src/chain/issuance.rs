//! Rules for whoever issues certificates: what RFC 5280 and the baseline of the
//! public authorities ask of a certificate beyond what a path needs.
//!
//! A path without them can be checked just as well: the chain is in order here
//! and every signature is verified. They are held because an authority that
//! breaks them is not in control of what it issues.

use std::collections::BTreeSet;

use x509_parser::extensions::X509Extension;

use crate::chain::certificate::Certificate;
use crate::chain::fault::{ChainFault, ChainRule};

const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x13];
const POLICY_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x24];
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x25];
pub(crate) const SUBJECT_ALT_NAME: &[u8] = &[0x55, 0x1d, 0x11];

/// The faults of a chain below its anchor, certificate by certificate.
pub(crate) fn inspect(below: &[Certificate<'_>]) -> Vec<ChainFault> {
    let mut faults = Vec::new();
    for (position, certificate) in (1..).zip(below) {
        let mut broken = BTreeSet::new();
        if !names_signer(certificate) {
            broken.insert(ChainRule::AuthorityKeyIdentifier);
        }
        inspect_policy_constraints(certificate, &mut broken);
        match position {
            1 => inspect_leaf(certificate, &mut broken),
            _ => inspect_authority(certificate, &mut broken),
        }
        faults.extend(broken.into_iter().map(|rule| ChainFault::new(position, rule)));
    }
    faults
}

/// What an anchor must keep. It is trusted for what the policy says, so a root
/// names no purposes; and only a root may leave away which key signed it
/// (RFC 5280, 4.2.1.1), but may not name another.
pub(crate) fn inspect_anchor(anchor: &Certificate<'_>) -> BTreeSet<ChainRule> {
    let mut broken = BTreeSet::new();
    let is_root = anchor.signed(anchor);
    let is_named = match anchor.authority_key() {
        None => is_root,
        Some(_) if is_root => {
            names_signer(anchor) && anchor.authority_key_id() == anchor.subject_key_id()
        }
        Some(_) => names_signer(anchor),
    };
    if !is_named {
        broken.insert(ChainRule::AuthorityKeyIdentifier);
    }
    if is_root && critical(anchor, EXTENDED_KEY_USAGE).is_some() {
        broken.insert(ChainRule::PurposeForm);
    }
    inspect_policy_constraints(anchor, &mut broken);
    inspect_authority(anchor, &mut broken);
    broken
}

/// By the identifier of its key, and in no other way.
fn names_signer(certificate: &Certificate<'_>) -> bool {
    certificate.authority_key().is_some_and(|key| {
        key.key_identifier.is_some()
            && key.authority_cert_issuer.is_none()
            && key.authority_cert_serial.is_none()
    })
}

/// RFC 5280, 4.2.1.11.
fn inspect_policy_constraints(certificate: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
    if critical(certificate, POLICY_CONSTRAINTS) == Some(false) {
        broken.insert(ChainRule::PolicyConstraints);
    }
}

fn inspect_leaf(leaf: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
    // RFC 5280, 4.2.1.6: a subject without a name has its names there.
    let is_named = !leaf.has_empty_subject() || critical(leaf, SUBJECT_ALT_NAME) == Some(true);
    let purposes = critical(leaf, EXTENDED_KEY_USAGE) != Some(true) && !leaf.has_any_purpose();
    for (holds, rule) in [
        (is_named, ChainRule::Subject),
        (!leaf.may_sign_certificates(), ChainRule::KeyCertSignOfLeaf),
        (purposes, ChainRule::PurposeForm),
    ] {
        if !holds {
            broken.insert(rule);
        }
    }
}

fn inspect_authority(authority: &Certificate<'_>, broken: &mut BTreeSet<ChainRule>) {
    for (holds, rule) in [
        (!authority.has_empty_subject(), ChainRule::Subject),
        // RFC 5280, 4.2.1.2.
        (authority.subject_key_id().is_some(), ChainRule::SubjectKeyIdentifier),
        // RFC 5280, 4.2.1.9; that they are there is asked elsewhere.
        (critical(authority, BASIC_CONSTRAINTS) != Some(false), ChainRule::BasicConstraints),
    ] {
        if !holds {
            broken.insert(rule);
        }
    }
}

/// Whether an extension is marked critical; none where it is not there.
fn critical(certificate: &Certificate<'_>, oid: &[u8]) -> Option<bool> {
    let held = |extension: &&X509Extension<'_>| extension.oid.as_bytes() == oid;
    certificate.extensions().iter().find(held).map(|extension| extension.critical)
}
