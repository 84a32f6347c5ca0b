//! What a holder shows, and to whom, and when.

use std::time::Duration;

use chrono::TimeDelta;
use gov_license::{
    Axis, Challenge, HolderKey, PresentError, Presentation, PresentationError, ReadError,
    ShowError, SignedLicense, Signer, StatusBook, TextFault, Verdict, VerifyError,
};
use serde_json::{Value, json};

use crate::desk::{at, license, now, random, signed};
use crate::forge::{decode, jws};
use crate::pki::{Key, Plan};

const AUDIENCE: &str = "https://window.example.cn";
const NONCE: &str = "n-0S6_WzA2Mj";

pub(crate) fn phone() -> Key {
    Key::from_seed([5; 32])
}

pub(crate) fn bound() -> SignedLicense {
    let key = HolderKey::try_new(&phone().signer().public_key()).unwrap();
    let issued = at("2026-01-05T09:00:00+08:00");
    Plan::usual().issuer().issue_bound(&license(), &key, issued, &mut random()).unwrap()
}

pub(crate) fn challenge() -> Challenge {
    Challenge::try_new(AUDIENCE, NONCE).unwrap()
}

pub(crate) fn shown() -> Presentation {
    let license = bound().show(&["CertificateHolderName", "face.经营项目"]).unwrap();
    license.present(&challenge(), &phone().signer(), now()).unwrap()
}

fn verify(text: &str, challenge: &Challenge, seconds: i64) -> Result<bool, PresentationError> {
    let at = now() + TimeDelta::seconds(seconds);
    let presentation = Presentation::parse(text).unwrap();
    let verified = presentation.verify(&Plan::usual().trust(), &StatusBook::new(), challenge, at);
    verified.map(|verified| verified.is_bound())
}

#[test]
fn a_bound_license_is_shown_by_who_holds_its_key() {
    let key = phone().signer().public_key();
    assert_eq!(bound().holder_key().unwrap().as_bytes()[..], key);
    let text = shown().to_text();
    let read = Presentation::parse(&text).unwrap();
    assert_eq!(read, shown());
    assert_eq!(verify(&text, &challenge(), 0), Ok(true));
    let trust = Plan::usual().trust();
    let verified = read.verify(&trust, &StatusBook::new(), &challenge(), now()).unwrap();
    let license = verified.license().license();
    assert_eq!((license.holder(), license.holder_name()), (None, Some("样例人")));
    assert_eq!(license.face().iter().collect::<Vec<_>>(), [("经营项目", "热食类食品制售")]);
    let debug = format!("{read:?} {verified:?} {:?}", challenge());
    assert!(!debug.contains("样例人") && !debug.contains(NONCE));
}

#[test]
fn an_examination_lists_everything_about_the_license_and_its_holder() {
    let trust = Plan::usual().trust();
    let examine = |presentation: &Presentation, challenge: &Challenge, moment| {
        presentation.examine(&trust, &StatusBook::new(), challenge, moment)
    };
    let good = examine(&shown(), &challenge(), now());
    assert_eq!((good.conclusion(), good.binding()), (None, &[][..]));
    for axis in Axis::ALL {
        let expected = if axis == Axis::Status { Verdict::NotCarried } else { Verdict::Yes };
        assert_eq!(good.verdict(axis), expected, "{axis:?}");
    }
    // The license alone says that its holder is yet to be found out.
    assert_eq!(good.license().verdict(Axis::HolderBinding), Verdict::Undetermined);

    // Another key, another choice, window, question and hour: all of it at once.
    let other = Challenge::try_new("https://other.example.cn", "another").unwrap();
    let text = forged(&Key::from_seed([6; 32]), |_, _| ());
    let mut pieces: Vec<_> = text.split('~').collect();
    pieces.remove(1);
    let presentation = Presentation::parse(&pieces.join("~")).unwrap();
    let late = now() + TimeDelta::days(365);
    let report = examine(&presentation, &other, late);
    let faults = [
        PresentationError::SignatureInvalid,
        PresentationError::Disclosures,
        PresentationError::Audience,
        PresentationError::Nonce,
        PresentationError::TooOld { seconds: 365 * 24 * 3600 },
    ];
    assert_eq!(report.binding(), faults);
    assert_eq!(report.verdict(Axis::HolderBinding), Verdict::No);
    assert_eq!(report.verdict(Axis::Period), Verdict::No);
    let expired = VerifyError::Expired { last: license().period().last().unwrap() };
    assert_eq!(report.license().findings(), std::slice::from_ref(&expired));
    // The license comes first, as it does when verifying.
    let first = PresentationError::License(expired);
    assert_eq!(report.conclusion(), Some(first.clone()));
    let verified = presentation.verify(&trust, &StatusBook::new(), &other, late);
    assert_eq!(verified.unwrap_err(), first);
    let report = examine(&presentation, &other, now());
    assert_eq!(report.conclusion(), Some(PresentationError::SignatureInvalid));

    let unbound = examine(&Presentation::of(signed()), &challenge(), now());
    assert_eq!(unbound.verdict(Axis::HolderBinding), Verdict::NotCarried);
    assert_eq!(unbound.conclusion(), None);
    let keyless = examine(&Presentation::of(bound()), &challenge(), now());
    assert_eq!(keyless.binding(), [PresentationError::KeyBindingMissing]);
    assert_eq!(keyless.verdict(Axis::HolderBinding), Verdict::No);
}

#[test]
fn an_unbound_license_is_shown_without_a_key() {
    let presentation = Presentation::of(signed());
    assert_eq!(presentation.to_text(), signed().as_str());
    assert_eq!(verify(signed().as_str(), &challenge(), 0), Ok(false));
    let error = signed().present(&challenge(), &phone().signer(), now()).unwrap_err();
    assert_eq!(error, PresentError::NoHolderKey);
    let binding = shown().to_text();
    let binding = binding.rsplit('~').next().unwrap();
    let text = format!("{}{binding}", signed().as_str());
    assert_eq!(verify(&text, &challenge(), 0), Err(PresentationError::NoHolderKey));
}

#[test]
fn a_bound_license_is_worth_nothing_without_its_key() {
    let missing = Err(PresentationError::KeyBindingMissing);
    assert_eq!(verify(bound().as_str(), &challenge(), 0), missing);
    let stranger = Key::from_seed([6; 32]).signer();
    let error = bound().present(&challenge(), &stranger, now()).unwrap_err();
    assert_eq!(error, PresentError::OtherKey);
}

#[test]
fn an_answer_is_for_one_window_and_one_question() {
    let text = shown().to_text();
    let other = |audience, nonce| Challenge::try_new(audience, nonce).unwrap();
    for audience in
        ["https://window.example.cn/", "https://other.example.cn", "HTTPS://window.example.cn"]
    {
        assert_eq!(verify(&text, &other(audience, NONCE), 0), Err(PresentationError::Audience));
    }
    for nonce in ["n-0S6_WzA2Mk", "n-0S6_WzA2M", "n-0S6_WzA2Mjj"] {
        assert_eq!(verify(&text, &other(AUDIENCE, nonce), 0), Err(PresentationError::Nonce));
    }
    assert_eq!(Challenge::try_new("", NONCE), Err(TextFault::Blank));
    let fault = TextFault::Character { position: 2 };
    assert_eq!(Challenge::try_new(AUDIENCE, "a\nb"), Err(fault));
}

#[test]
fn an_answer_is_good_for_five_minutes_or_as_long_as_was_said() {
    let text = shown().to_text();
    assert_eq!(verify(&text, &challenge(), 300), Ok(true));
    let old = |seconds| Err(PresentationError::TooOld { seconds });
    assert_eq!(verify(&text, &challenge(), 301), old(301));
    assert_eq!(verify(&text, &challenge(), -60), Ok(true));
    let future = Err(PresentationError::SignedInFuture { seconds: 61 });
    assert_eq!(verify(&text, &challenge(), -61), future);
    let short = challenge().with_max_age(Duration::from_secs(10));
    assert_eq!(verify(&text, &short, 10), Ok(true));
    assert_eq!(verify(&text, &short, 11), old(11));
}

#[test]
fn exactly_what_was_signed_is_shown() {
    let text = shown().to_text();
    let mut pieces: Vec<_> = text.split('~').collect();
    assert_eq!(pieces.len(), 4);
    let whole = bound();
    let others: Vec<_> = whole.as_str().split('~').collect();
    let other = others.iter().find(|piece| !piece.is_empty() && !pieces.contains(piece)).unwrap();
    let refused = Err(PresentationError::Disclosures);
    for position in [1, 2] {
        let mut fewer = pieces.clone();
        fewer.remove(position);
        assert_eq!(verify(&fewer.join("~"), &challenge(), 0), refused);
    }
    let mut more = pieces.clone();
    more.insert(3, *other);
    assert_eq!(verify(&more.join("~"), &challenge(), 0), refused);
    pieces.swap(1, 2);
    assert_eq!(verify(&pieces.join("~"), &challenge(), 0), refused);
}

/// A presentation whose key binding somebody else wrote.
fn forged(key: &Key, change: impl FnOnce(&mut Value, &mut Value)) -> String {
    let text = shown().to_text();
    let (license, binding) = text.rsplit_once('~').unwrap();
    let mut parts = binding.split('.').map(|piece| serde_json::from_slice(&decode(piece)));
    let (mut header, mut payload) =
        (parts.next().unwrap().unwrap(), parts.next().unwrap().unwrap());
    change(&mut header, &mut payload);
    format!("{license}~{}", jws(&header.to_string(), &payload.to_string(), key))
}

#[test]
fn only_the_holders_key_binds() {
    assert_eq!(verify(&forged(&phone(), |_, _| ()), &challenge(), 0), Ok(true));
    let refused = Err(PresentationError::SignatureInvalid);
    for key in [Key::from_seed([6; 32]), Plan::usual().leaf_key] {
        assert_eq!(verify(&forged(&key, |_, _| ()), &challenge(), 0), refused);
    }
}

#[test]
fn a_key_binding_is_read_in_one_way_only() {
    let read = |change: fn(&mut Value, &mut Value)| {
        Presentation::parse(&forged(&phone(), change)).map(|_| ()).unwrap_err()
    };
    let header = gov_license::HeaderFault::Type;
    let error = read(|header, _| header["typ"] = json!("dc+sd-jwt"));
    assert_eq!(error, ReadError::Header(header));
    let missing = |claim| ReadError::Missing { claim };
    let remove = |payload: &mut Value, claim| drop(payload.as_object_mut().unwrap().remove(claim));
    for claim in ["aud", "nonce", "iat", "sd_hash"] {
        let text = forged(&phone(), |_, payload| remove(payload, claim));
        assert_eq!(Presentation::parse(&text).unwrap_err(), missing(claim));
        let text = forged(&phone(), |_, payload| payload[claim] = json!([1]));
        assert_eq!(Presentation::parse(&text).unwrap_err(), ReadError::Claim { claim });
    }
    for claim in ["vct", "jti", "iss", "sub", "status", "status_list", "cnf", "_sd", "license"] {
        let text = forged(&phone(), |_, payload| payload[claim] = json!("x"));
        assert_eq!(Presentation::parse(&text).unwrap_err(), ReadError::ForeignClaim { claim });
    }
    let long = format!("{}~", "x".repeat(65_536));
    assert_eq!(Presentation::parse(&long).unwrap_err(), ReadError::TooLong { limit: 65_536 });
}

#[test]
fn a_license_that_does_not_hold_is_not_shown_well() {
    let text = shown().to_text();
    let expired = VerifyError::Expired { last: license().period().last().unwrap() };
    let late = verify(&text, &challenge(), 365 * 24 * 3600);
    assert_eq!(late, Err(PresentationError::License(expired)));
}

#[test]
fn only_what_is_there_can_be_shown() {
    let license = signed();
    let names: Vec<_> = license.disclosed().collect();
    let expected = [
        "sub",
        "CertificateHolderCode",
        "CertificateHolderType",
        "CertificateHolderName",
        "face.经营者名称",
        "face.经营项目",
        "face.住所",
    ];
    assert_eq!(names, expected);
    let everything = license.show(&names).unwrap();
    assert_eq!(everything, license);
    let nothing = license.show(&[]).unwrap();
    assert_eq!(nothing.disclosed().len(), 0);
    assert!(nothing.verify(&Plan::usual().trust(), now()).is_ok());
    for names in [&["sub", "经营项目"][..], &["sub", "jti"], &["sub", "face.jti"]] {
        assert_eq!(license.show(names).unwrap_err(), ShowError::Name { position: 2 });
    }
    assert_eq!(nothing.show(&["sub"]).unwrap_err(), ShowError::Name { position: 1 });
}

#[test]
fn two_showings_of_one_license_hide_the_same() {
    let jws = |names: &[&str]| {
        let shown = bound().show(names).unwrap();
        shown.as_str().split('~').next().unwrap().to_owned()
    };
    assert_eq!(jws(&["sub"]), jws(&["face.住所"]));
}

#[test]
fn a_holders_key_is_a_good_one() {
    assert_eq!(HolderKey::try_new(&[0; 31]), None);
    assert_eq!(HolderKey::try_new(&[0; 32]), None);
    assert!(HolderKey::try_new(&phone().signer().public_key()).is_some());
}
