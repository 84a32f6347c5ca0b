//! Rows 22 to 24: presentations, disclosures, what digests give away.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::TimeDelta;
use gov_license::{
    Challenge, DigestFault, DisclosureFault, Piece, Presentation, PresentationError, ReadError,
    StatusBook,
};
use serde_json::{Value, json};

use crate::desk::{now, random, signed};
use crate::forge::{Draft, decode, digest, encode, refused};
use crate::pki::Plan;
use crate::window::{bound, challenge, issue, phone, shown, trust};

#[test]
fn pitfall_22_an_answer_counts_once_here_and_now_and_for_what_was_chosen() {
    let text = shown().to_text();
    let verify = |text: &str, challenge: &Challenge, seconds| {
        let moment = now() + TimeDelta::seconds(seconds);
        let read = Presentation::parse(text).unwrap();
        read.verify(&trust(), &StatusBook::new(), challenge, moment).map(|_| ()).err()
    };
    let other = |audience, nonce| Challenge::try_new(audience, nonce).unwrap();
    let (audience, nonce) = ("https://window.example.cn", "n-0S6_WzA2Mj");
    assert_eq!(verify(&text, &challenge(), 0), None);
    let elsewhere = other("https://other.example.cn", nonce);
    let again = other(audience, "another");
    let short = challenge().with_max_age(Duration::from_secs(10));
    let errors = [
        verify(&text, &again, 0).unwrap(),
        verify(&text, &elsewhere, 0).unwrap(),
        verify(&text, &short, 11).unwrap(),
    ];
    let expected = [
        PresentationError::Nonce,
        PresentationError::Audience,
        PresentationError::TooOld { seconds: 11 },
    ];
    assert_eq!(errors, expected);
    assert_eq!(errors.iter().map(PresentationError::code).collect::<BTreeSet<_>>().len(), 3);
    // One disclosure less, one more, two the other way round.
    let changed = Some(PresentationError::Disclosures);
    let pieces: Vec<_> = text.split('~').collect();
    let last = pieces.len() - 1;
    for position in 1..last {
        let mut fewer = pieces.clone();
        fewer.remove(position);
        assert_eq!(verify(&fewer.join("~"), &challenge(), 0), changed);
    }
    let chosen = bound().show(&["sub"]).unwrap();
    let chosen = chosen.present(&challenge(), &phone(), now()).unwrap().to_text();
    let mut more: Vec<_> = chosen.split('~').collect();
    more.insert(1, pieces[last - 1]);
    assert_eq!(verify(&more.join("~"), &challenge(), 0), changed);
    let mut turned = pieces.clone();
    turned.swap(1, 2);
    assert_eq!(verify(&turned.join("~"), &challenge(), 0), changed);
}

const SALT: &str = "aaaaaaaaaaaaaaaaaaaaaa";

fn disclosed(place: &str, disclosures: &[&str]) -> Draft {
    let mut draft = Draft::usual();
    for disclosure in disclosures {
        draft.disclose(place, disclosure);
    }
    draft
}

#[test]
fn pitfall_23_no_disclosure_smuggles_anything_in() {
    let fault = |draft: Draft, fault| {
        refused(&draft.text(), ReadError::Disclosure { number: draft.disclosures.len(), fault });
    };
    let field = format!(r#"["{SALT}","字段","值"]"#);
    assert!(disclosed("/face/_sd", &[&field]).read().is_ok());
    // A digest twice; a disclosure that no digest asks for.
    let mut twice = disclosed("/face/_sd", &[&field]);
    let again = twice.digests("/face/_sd").last().unwrap().clone();
    twice.digests("/_sd").push(again);
    refused(&twice.text(), ReadError::Digest(DigestFault::Duplicate));
    let mut stray = Draft::usual();
    stray.disclosures.push(encode(field.as_bytes()));
    fault(stray, DisclosureFault::Unreferenced);
    // Reserved names, as a name and inside a value.
    for name in ["_sd", "_sd_alg", "..."] {
        let named = format!(r#"["{SALT}","{name}","x"]"#);
        fault(disclosed("/face/_sd", &[&named]), DisclosureFault::Reserved);
        let inside = format!(r#"["{SALT}","字段",{{"{name}":["x"]}}]"#);
        fault(disclosed("/face/_sd", &[&inside]), DisclosureFault::Reserved);
    }
    // Over a claim in clear, over another disclosure, with a salt used before.
    fault(disclosed("/_sd", &[&format!(r#"["{SALT}","iss","x"]"#)]), DisclosureFault::Clear);
    let again = format!(r#"["{SALT}","住所","别处"]"#);
    fault(disclosed("/face/_sd", &[&again]), DisclosureFault::NameTwice);
    let other = format!(r#"["{SALT}","另一字段","值"]"#);
    fault(disclosed("/face/_sd", &[&field, &other]), DisclosureFault::SaltTwice);
    let mut repeated = Draft::usual();
    repeated.disclosures.push(repeated.disclosures[0].clone());
    fault(repeated, DisclosureFault::Twice);
    // A placeholder of an array, alone or with a second member; a digest cut
    // short; the algorithm in an inner object.
    for placeholder in [json!({ "...": digest("x") }), json!({ "...": digest("x"), "a": 1 })] {
        let draft = Draft::usual().set("x", json!([placeholder]));
        refused(&draft.text(), ReadError::Digest(DigestFault::Reserved));
    }
    for length in [42, 22, 1] {
        let mut cut = Draft::usual();
        cut.digests("/_sd").push(json!(&digest("x")[..length]));
        refused(&cut.text(), ReadError::Digest(DigestFault::Form));
    }
    let nested = Draft::usual().set("x", json!({ "_sd_alg": "sha-256" }));
    refused(&nested.text(), ReadError::Digest(DigestFault::Reserved));
    // An array of two, as for an element of an array, is no member.
    fault(disclosed("/face/_sd", &[&format!(r#"["{SALT}","值"]"#)]), DisclosureFault::Form);
    let mut broken = Draft::usual();
    broken.disclosures.push("=".to_owned());
    let piece = Piece::Disclosure(broken.disclosures.len());
    refused(&broken.text(), ReadError::Encoding { piece });
}

#[test]
fn pitfall_24_what_is_hidden_gives_nothing_away() {
    // Three fields to eight. Sorted, with decoys: neither number nor order tell which fields there are.
    let mut seen = BTreeSet::new();
    for fields in 0..6 {
        let plain = crate::desk::builder();
        let filled =
            (0..fields).fold(plain, |builder, field| builder.face(format!("字段{field}"), "值"));
        let mut draft = Draft::of(&issue(filled, now()));
        for place in ["/_sd", "/face/_sd"] {
            let digests = draft.digests(place).clone();
            assert!(digests.is_sorted_by_key(|digest| digest.as_str().unwrap().to_owned()));
            seen.insert(digests.len());
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [8]);
    // Two showings hide the same behind the same.
    let hidden = |names: &[&str]| {
        let shown = bound().show(names).unwrap();
        shown.as_str().split('~').next().unwrap().to_owned()
    };
    assert_eq!(hidden(&["sub"]), hidden(&["face.住所", "CertificateHolderName"]));
    // A field of two values: 128 bits stand before each, never the same.
    let mut salts = BTreeSet::new();
    let mut digests = BTreeSet::new();
    let mut random = random();
    for _ in 0..8 {
        let license = crate::desk::builder().face("性别", "女").build().unwrap();
        let signed = Plan::usual().issuer().issue(&license, now(), &mut random).unwrap();
        let sex = Draft::of(&signed).disclosures.into_iter().find_map(|disclosure| {
            let value: Value = serde_json::from_slice(&decode(&disclosure)).unwrap();
            (value[1] == "性别").then_some((disclosure, value))
        });
        let (disclosure, value) = sex.unwrap();
        let salt = decode(value[0].as_str().unwrap());
        assert_eq!(salt.len(), 16);
        assert!(salts.insert(salt) && digests.insert(digest(&disclosure)));
        // The digest of the value with no salt, or of the value alone, is not it.
        let guess = digest(&encode(r#"["","性别","女"]"#.as_bytes()));
        assert!(!signed.as_str().contains(&guess));
    }
    let short = format!(r#"["{}","性别","女"]"#, &SALT[1..]);
    let mut draft = Draft::of(&signed());
    draft.disclose("/face/_sd", &short);
    let number = draft.disclosures.len();
    refused(&draft.text(), ReadError::Disclosure { number, fault: DisclosureFault::Salt });
}
