//! Verification of a file: three answers, and what each is about.

use gov_license::{FileResult, SignedLicense, TrustStore};
use serde_json::json;

use crate::desk::{at, now, signed};
use crate::forge::Draft;
use crate::pki::{OTHER, Plan, policy};

fn result(signed: &SignedLicense, trust: &TrustStore) -> FileResult {
    FileResult::of(&signed.examine(trust, now()))
}

#[test]
fn a_good_file_passes_whatever_its_period() {
    let trust = Plan::usual().trust();
    assert_eq!(result(&signed(), &trust), FileResult::Passed);
    let expired = signed().examine(&trust, at("2028-01-01T00:00:00Z"));
    assert!(expired.conclusion().is_some());
    assert_eq!(FileResult::of(&expired), FileResult::Passed);
}

#[test]
fn a_seal_that_does_not_hold_fails() {
    // Nobody is trusted; then a signature over other bytes.
    assert_eq!(result(&signed(), &TrustStore::new(policy())), FileResult::SealFailed);
    let text = Draft::usual().text();
    let end = text.find('~').unwrap();
    let (head, signature) = text[..end].rsplit_once('.').unwrap();
    let other = if signature.starts_with('A') { "B" } else { "A" };
    let forged = format!("{head}.{other}{}{}", &signature[1..], &text[end..]);
    let forged = SignedLicense::parse(&forged).unwrap();
    assert_eq!(result(&forged, &Plan::usual().trust()), FileResult::SealFailed);
    // The right to issue is part of the seal.
    let mut trust = TrustStore::new(policy().with_right(OTHER, []));
    trust.add_anchor_der(&Plan::usual().certify().root).unwrap();
    assert_eq!(result(&signed(), &trust), FileResult::SealFailed);
}

#[test]
fn a_file_that_contradicts_itself_fails_before_its_seal() {
    let draft = Draft::usual().set("iss", json!("001:11640200PDY000028K"));
    let signed = draft.read().unwrap();
    assert_eq!(result(&signed, &Plan::usual().trust()), FileResult::FileFailed);
    assert_eq!(result(&signed, &TrustStore::new(policy())), FileResult::FileFailed);
}
