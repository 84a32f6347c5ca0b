//! Selective disclosure: what the holder may leave away, and what nobody may
//! smuggle in (RFC 9901, section 7.1, and the audits of its libraries).

use std::collections::BTreeSet;

use gov_license::gov_identity::IdentityKey;
use gov_license::{DigestFault, DisclosureFault, JsonFault, Piece, ReadError, SignedLicense};
use serde_json::{Value, json};

use crate::desk::{HOLDER, builder, license, now, random, signed};
use crate::forge::{Draft, decode, digest, encode, refused};
use crate::pki::Plan;

const SALT: &str = "aaaaaaaaaaaaaaaaaaaaaa";

/// The seven disclosures of the desk's license.
const NAMES: [&str; 7] = [
    "sub",
    "CertificateHolderCode",
    "CertificateHolderType",
    "CertificateHolderName",
    "经营者名称",
    "经营项目",
    "住所",
];

#[test]
fn whatever_is_left_away_is_not_there_and_the_rest_still_verifies() {
    let trust = Plan::usual().trust();
    let whole = license();
    for chosen in 0..1_u32 << NAMES.len() {
        let is_chosen = |name: &str| {
            let index = NAMES.iter().position(|known| *known == name).unwrap();
            chosen >> index & 1 == 1
        };
        let names: Vec<_> = NAMES.into_iter().filter(|name| is_chosen(name)).collect();
        let text = strip(signed().as_str(), &names);
        let signed = SignedLicense::parse(&text).unwrap();
        let shown = signed.unverified();
        let holder = is_chosen("sub")
            || is_chosen("CertificateHolderCode") && is_chosen("CertificateHolderType");
        let key = IdentityKey::parse(HOLDER).unwrap();
        assert_eq!(shown.holder(), holder.then_some(&key), "{names:?}");
        assert_eq!(shown.holder_code().is_some(), holder);
        assert_eq!(shown.holder_name(), is_chosen("CertificateHolderName").then_some("样例人"));
        let fields: Vec<_> = whole.face().iter().filter(|(name, _)| is_chosen(name)).collect();
        assert_eq!(shown.face().iter().collect::<Vec<_>>(), fields);
        if chosen % 16 == 5 {
            assert!(signed.verify(&trust, now()).is_ok());
        }
    }
}

/// Leaves disclosures away as a holder does, without touching what is signed.
fn strip(text: &str, names: &[&str]) -> String {
    let (jws, disclosures) = text.split_once('~').unwrap();
    let mut kept = jws.to_owned() + "~";
    for disclosure in disclosures.split_terminator('~') {
        let value: Value = serde_json::from_slice(&decode(disclosure)).unwrap();
        if names.contains(&value[1].as_str().unwrap()) {
            kept.push_str(disclosure);
            kept.push('~');
        }
    }
    kept
}

#[test]
fn the_number_and_order_of_digests_tell_nothing() {
    for (fields, places) in [(0, 8), (1, 8), (7, 8), (8, 8), (9, 16), (16, 16), (17, 24)] {
        let bare = gov_license::License::builder(license().id().clone())
            .name("许可证")
            .number("1")
            .issuing_authority_name("局")
            .issued_on(license().issued_on())
            .holder(IdentityKey::parse(HOLDER).unwrap(), "样例人");
        let filled = (0..fields).fold(bare, |bare, n| bare.face(format!("字段{n}"), "值"));
        let issuer = Plan::usual().issuer();
        let signed = issuer.issue(&filled.build().unwrap(), now(), &mut random()).unwrap();
        let mut draft = Draft::of(&signed);
        assert_eq!(draft.disclosures.len(), fields + 4);
        for (place, expected) in [("/_sd", 8), ("/face/_sd", places)] {
            let digests = draft.digests(place).clone();
            assert_eq!(digests.len(), expected, "{place} of {fields}");
            assert!(digests.is_sorted_by_key(|digest| digest.as_str().unwrap().to_owned()));
            assert!(digests.iter().all(|digest| digest.as_str().unwrap().len() == 43));
        }
    }
}

#[test]
fn every_salt_has_128_bits_and_is_used_once() {
    let mut salts = BTreeSet::new();
    let mut random = random();
    for _ in 0..3 {
        let signed = Plan::usual().issuer().issue(&license(), now(), &mut random).unwrap();
        for disclosure in Draft::of(&signed).disclosures {
            let value: Value = serde_json::from_slice(&decode(&disclosure)).unwrap();
            assert_eq!(decode(value[0].as_str().unwrap()).len(), 16);
            assert!(salts.insert(value[0].as_str().unwrap().to_owned()));
        }
    }
    assert_eq!(salts.len(), 21);
}

#[track_caller]
fn disclosure_refused(draft: &Draft, fault: DisclosureFault) {
    refused(&draft.text(), ReadError::Disclosure { number: draft.disclosures.len(), fault });
}

/// The desk's license with one more disclosure, digest and all.
fn with(place: &str, disclosure: &str) -> Draft {
    let mut draft = Draft::usual();
    draft.disclose(place, disclosure);
    draft
}

#[test]
fn a_disclosure_is_an_array_of_three() {
    assert!(with("/face/_sd", &format!(r#"["{SALT}","字段","值"]"#)).read().is_ok());
    for form in [
        "[]".to_owned(),
        format!(r#"["{SALT}"]"#),
        format!(r#"["{SALT}","值"]"#),
        format!(r#"["{SALT}","字段","值",1]"#),
        r#"{"salt":1}"#.to_owned(),
        "1".to_owned(),
        format!(r#"[1,"{SALT}","值"]"#),
        format!(r#"["{SALT}",1,"值"]"#),
        format!(r#"["{SALT}",["字段"],"值"]"#),
    ] {
        disclosure_refused(&with("/face/_sd", &form), DisclosureFault::Form);
    }
    let short = format!(r#"["{}","字段","值"]"#, &SALT[1..]);
    disclosure_refused(&with("/face/_sd", &short), DisclosureFault::Salt);
    let duplicate = format!(r#"["{SALT}","字段",{{"a":1,"a":1}}]"#);
    let draft = with("/face/_sd", &duplicate);
    let piece = Piece::Disclosure(draft.disclosures.len());
    refused(&draft.text(), ReadError::Json { piece, fault: JsonFault::DuplicateName });
    let mut draft = Draft::usual();
    draft.disclosures.insert(2, "=".to_owned());
    refused(&draft.text(), ReadError::Encoding { piece: Piece::Disclosure(3) });
}

#[test]
fn a_disclosure_nobody_asked_for_is_refused() {
    let mut draft = Draft::usual();
    draft.disclosures.push(encode(format!(r#"["{SALT}","字段","值"]"#).as_bytes()));
    disclosure_refused(&draft, DisclosureFault::Unreferenced);

    // The same content in another spelling has another digest.
    let mut draft = with("/face/_sd", &format!(r#"["{SALT}","字段","值"]"#));
    draft.disclosures.pop();
    draft.disclosures.push(encode(format!(r#"["{SALT}", "字段","值"]"#).as_bytes()));
    disclosure_refused(&draft, DisclosureFault::Unreferenced);
}

#[test]
fn nothing_is_disclosed_twice() {
    let mut draft = Draft::usual();
    draft.disclosures.push(draft.disclosures[0].clone());
    disclosure_refused(&draft, DisclosureFault::Twice);

    let mut draft = with("/face/_sd", &format!(r#"["{SALT}","甲","值"]"#));
    draft.disclose("/face/_sd", &format!(r#"["{SALT}","乙","值"]"#));
    disclosure_refused(&draft, DisclosureFault::SaltTwice);

    let again = with("/face/_sd", &format!(r#"["{SALT}","住所","别处"]"#));
    disclosure_refused(&again, DisclosureFault::NameTwice);
    let again = with("/_sd", &format!(r#"["{SALT}","sub","{HOLDER}"]"#));
    disclosure_refused(&again, DisclosureFault::NameTwice);
    // The same name in two places is two things.
    assert!(with("/_sd", &format!(r#"["{SALT}","住所","别处"]"#)).read().is_ok());
}

#[test]
fn reserved_names_are_never_disclosed() {
    for place in ["/_sd", "/face/_sd"] {
        for name in ["_sd", "_sd_alg", "..."] {
            let named = format!(r#"["{SALT}","{name}",["x"]]"#);
            disclosure_refused(&with(place, &named), DisclosureFault::Reserved);
            let inside = format!(r#"["{SALT}","字段",[{{"a":{{"{name}":["x"]}}}}]]"#);
            disclosure_refused(&with(place, &inside), DisclosureFault::Reserved);
        }
    }
}

#[test]
fn a_disclosure_never_stands_for_what_is_in_clear() {
    for name in [
        "vct",
        "jti",
        "iss",
        "iat",
        "nbf",
        "exp",
        "status",
        "cnf",
        "face",
        "CertificateName",
        "CertificateTypeCode",
        "CertificateNumber",
        "CertificateIdentifier",
        "CertificateIssuingAuthorityName",
        "CertificateIssuingAuthorityCode",
        "CertificateIssuedDate",
        "CertificateEffectiveDate",
        "CertificateExpiringDate",
    ] {
        let disclosure = format!(r#"["{SALT}","{name}","x"]"#);
        disclosure_refused(&with("/_sd", &disclosure), DisclosureFault::Clear);
        // Also where the claim is not in clear, so that leaving it away hides nothing.
        let mut draft = Draft::usual();
        draft.payload.as_object_mut().unwrap().remove(name);
        if name != "face" {
            draft.disclose("/_sd", &disclosure);
            disclosure_refused(&draft, DisclosureFault::Clear);
        }
    }
    let mut draft = Draft::usual().set("x", json!("in clear"));
    draft.disclose("/_sd", &format!(r#"["{SALT}","x","y"]"#));
    disclosure_refused(&draft, DisclosureFault::Clear);
    let mut draft = Draft::usual();
    draft.payload["face"]["字段"] = json!("in clear");
    assert_eq!(draft.read().unwrap().unverified().face().get("字段"), Some("in clear"));
    draft.disclose("/face/_sd", &format!(r#"["{SALT}","字段","y"]"#));
    disclosure_refused(&draft, DisclosureFault::Clear);
}

#[track_caller]
fn digests_refused(draft: &Draft, fault: DigestFault) {
    refused(&draft.text(), ReadError::Digest(fault));
}

#[test]
fn digests_are_whole_and_stand_once() {
    for (from, to) in [("/_sd", "/_sd"), ("/_sd", "/face/_sd"), ("/face/_sd", "/_sd")] {
        let mut draft = Draft::usual();
        let again = draft.digests(from)[0].clone();
        draft.digests(to).push(again);
        digests_refused(&draft, DigestFault::Duplicate);
    }
    let whole = digest("x");
    for wrong in [
        json!(&whole[..42]),
        json!(&whole[..22]),
        json!(format!("{whole}AA")),
        json!(format!("{whole}=")),
        json!(""),
        json!(1),
        json!([whole]),
        json!({ "...": whole }),
    ] {
        let mut draft = Draft::usual();
        draft.digests("/face/_sd").push(wrong);
        digests_refused(&draft, DigestFault::Form);
    }
    digests_refused(&Draft::usual().set("_sd", json!("x")), DigestFault::Form);
    digests_refused(&Draft::usual().set("_sd", json!({})), DigestFault::Form);
}

#[test]
fn digests_stand_at_the_top_and_under_face_only() {
    digests_refused(&Draft::usual().set("x", json!({ "_sd": [] })), DigestFault::Reserved);
    digests_refused(
        &Draft::usual().set("x", json!([{ "...": digest("x") }])),
        DigestFault::Reserved,
    );
    digests_refused(&Draft::usual().set("...", json!("x")), DigestFault::Reserved);
    digests_refused(
        &Draft::usual().set("x", json!({ "_sd_alg": "sha-256" })),
        DigestFault::Reserved,
    );
    let mut draft = Draft::usual();
    draft.payload["face"]["_sd_alg"] = json!("sha-256");
    digests_refused(&draft, DigestFault::Reserved);
    let mut draft = Draft::usual();
    draft.payload["face"]["字段"] = json!({ "_sd": [] });
    digests_refused(&draft, DigestFault::Reserved);
}

#[test]
fn the_digest_algorithm_is_sha_256_and_may_go_unsaid() {
    for name in ["sha-512", "sha-384", "SHA-256", "sm3", ""] {
        digests_refused(&Draft::usual().set("_sd_alg", json!(name)), DigestFault::Algorithm);
    }
    digests_refused(&Draft::usual().set("_sd_alg", json!(1)), DigestFault::Algorithm);
    assert!(Draft::usual().set("_sd_alg", Value::Null).read().is_ok());
}

#[test]
fn a_face_field_is_text() {
    for value in ["1", "true", "null", "[]", "{}"] {
        let draft = with("/face/_sd", &format!(r#"["{SALT}","字段",{value}]"#));
        refused(&draft.text(), ReadError::Claim { claim: "face" });
    }
    let blank = with("/face/_sd", &format!(r#"["{SALT}","字段",""]"#));
    assert_eq!(blank.read().unwrap_err().code(), "license-face");
    let name = with("/face/_sd", &format!(r#"["{SALT}","","值"]"#));
    assert_eq!(name.read().unwrap_err().code(), "license-face");
    assert_eq!(builder().face("住所", "别处").build().unwrap_err().code(), "license-face");
}
