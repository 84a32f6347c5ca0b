//! What a verifier asks of a license beyond its chain, and in which order.

use ed25519_dalek::{Signature, SigningKey, Verifier};
use gov_license::{
    Axis, Contradiction, SignedLicense, Signer, StatusReference, TrustStore, Verdict, VerifyError,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha512};
use x509_parser::num_bigint::BigUint;

use crate::desk::{at, builder, day, license, now, random, signed};
use crate::forge::{Draft, decode, encode};
use crate::pki::{Plan, policy};

#[track_caller]
fn contradicts(draft: &Draft, expected: &[Contradiction]) {
    let signed = draft.read().unwrap();
    let report = signed.examine(&Plan::usual().trust(), now());
    let expected: Vec<_> = expected.iter().copied().map(VerifyError::Contradiction).collect();
    assert_eq!(report.on(Axis::Form).cloned().collect::<Vec<_>>(), expected);
    assert_eq!(signed.verify(&Plan::usual().trust(), now()).unwrap_err(), expected[0]);
    assert_eq!(report.verdict(Axis::Form), Verdict::No);
}

#[test]
fn a_license_agrees_with_itself() {
    let set = |name, value: Value| Draft::usual().set(name, value);
    let next = license().id().next_version().unwrap();
    contradicts(&set("CertificateIdentifier", json!(next.as_str())), &[Contradiction::Identifier]);
    contradicts(&set("jti", json!(next.as_str())), &[Contradiction::Identifier]);
    let kind = "11640200PDY00001XK002";
    contradicts(&set("CertificateTypeCode", json!(kind)), &[Contradiction::TypeCode]);
    let vct = format!("urn:oid:1.2.156.3005.2:{kind}");
    contradicts(&set("vct", json!(vct)), &[Contradiction::TokenType]);
    contradicts(&set("vct", json!("11640200PDY00001XK001")), &[Contradiction::TokenType]);
    let other = "11640200PDY000028K";
    contradicts(
        &set("CertificateIssuingAuthorityCode", json!(other)),
        &[Contradiction::IssuingAuthority],
    );
    contradicts(&set("iss", json!(format!("001:{other}"))), &[Contradiction::Issuer]);
    contradicts(&set("iss", json!("11640200PDY00001XK")), &[Contradiction::Issuer]);
    for nbf in [1_767_542_399, 1_767_542_401] {
        contradicts(&set("nbf", json!(nbf)), &[Contradiction::Begin]);
    }
    for exp in [json!(1_798_732_799), json!(1_798_732_801), Value::Null] {
        contradicts(&set("exp", exp), &[Contradiction::End]);
    }
    contradicts(&set("CertificateExpiringDate", Value::Null), &[Contradiction::End]);
    contradicts(
        &set("iss", json!("x")).set("nbf", json!(1)),
        &[Contradiction::Issuer, Contradiction::Begin],
    );
}

#[test]
fn the_holder_is_the_same_in_both_forms() {
    let holder = |subject: &str, kind: &str, number: &str| {
        let mut draft = Draft::usual().show(&["CertificateHolderName"]);
        for (place, (name, value)) in (0..).zip([
            ("sub", subject),
            ("CertificateHolderType", kind),
            ("CertificateHolderCode", number),
        ]) {
            draft.disclose(
                "/_sd",
                &format!(r#"["{place}aaaaaaaaaaaaaaaaaaaaa","{name}","{value}"]"#),
            );
        }
        draft
    };
    let (number, other) = ("11010519491231002X", "440524188001010014");
    let same = holder(&format!("111:{number}"), "111", number);
    assert!(same.read().unwrap().verify(&Plan::usual().trust(), now()).is_ok());
    contradicts(&holder(&format!("111:{number}"), "111", other), &[Contradiction::Holder]);
    contradicts(&holder(&format!("111:{number}"), "414", number), &[Contradiction::Holder]);
}

#[test]
fn both_days_of_the_period_are_inside_in_china() {
    // 2026-01-05 to 2026-12-31; the last is over when 2027 begins in China.
    let trust = Plan::usual().trust();
    let signed = signed();
    let first = day("2026-01-05");
    let last = day("2026-12-31");
    for (moment, expected) in [
        ("2026-01-04T23:59:59+08:00", Some(VerifyError::NotYetValid { first })),
        ("2026-01-04T23:59:59.999+08:00", Some(VerifyError::NotYetValid { first })),
        ("2026-01-05T09:00:00+08:00", None),
        ("2026-12-31T00:00:00+08:00", None),
        ("2026-12-31T23:59:59.999+08:00", None),
        ("2026-12-31T15:59:59Z", None),
        ("2026-12-31T16:00:00Z", Some(VerifyError::Expired { last })),
        ("2027-01-01T00:00:00+08:00", Some(VerifyError::Expired { last })),
        ("2027-01-01T00:00:59+08:00", Some(VerifyError::Expired { last })),
    ] {
        let report = signed.examine(&trust, at(moment));
        let period = report
            .on(Axis::Period)
            .find(|finding| !matches!(finding, VerifyError::SignedInFuture { .. }));
        assert_eq!(period, expected.as_ref(), "{moment}");
        assert_eq!(license().period().contains(at(moment)), expected.is_none(), "{moment}");
    }
}

#[test]
fn the_period_begins_at_midnight_in_china() {
    // Signed the day before, so that only the period speaks.
    let issued = at("2026-01-04T12:00:00+08:00");
    let signed = Plan::usual().issuer().issue(&license(), issued, &mut random()).unwrap();
    let trust = Plan::usual().trust();
    let first = day("2026-01-05");
    let verify = |moment| signed.verify(&trust, at(moment)).map(|_| ());
    assert_eq!(verify("2026-01-04T15:59:59Z"), Err(VerifyError::NotYetValid { first }));
    assert_eq!(verify("2026-01-04T16:00:00Z"), Ok(()));
}

#[test]
fn clocks_may_differ_by_a_minute_about_the_signing_only() {
    let trust = Plan::usual().trust();
    let issued = at("2026-06-01T10:00:00+08:00");
    let signed = Plan::usual().issuer().issue(&license(), issued, &mut random()).unwrap();
    let verify = |moment| signed.verify(&trust, at(moment)).map(|_| ());
    assert_eq!(verify("2026-06-01T10:00:00+08:00"), Ok(()));
    assert_eq!(verify("2026-06-01T09:59:01+08:00"), Ok(()));
    assert_eq!(verify("2026-06-01T09:59:00+08:00"), Ok(()));
    let future = VerifyError::SignedInFuture { seconds: 61 };
    assert_eq!(verify("2026-06-01T09:58:59+08:00"), Err(future));

    let strict = policy().with_clock_skew(std::time::Duration::ZERO);
    let mut store = TrustStore::new(strict);
    store.add_anchor_der(&Plan::usual().certify().root).unwrap();
    let error = signed.verify(&store, at("2026-06-01T09:59:59+08:00")).unwrap_err();
    assert_eq!(error, VerifyError::SignedInFuture { seconds: 1 });
}

/// Breaks the signature without touching anything it is over.
fn unsigned(text: &str) -> String {
    let (jws, disclosures) = text.split_once('~').unwrap();
    let (signed, signature) = jws.rsplit_once('.').unwrap();
    let mut signature = decode(signature);
    signature[0] ^= 1;
    format!("{signed}.{}~{disclosures}", encode(&signature))
}

#[test]
fn a_forged_license_is_never_called_expired() {
    let status = StatusReference::try_new("https://status.example.cn/1", 1).unwrap();
    let trust = Plan::usual().trust();
    let first = |forged, wrong_body, expired, unknown: bool| {
        let license = if unknown { builder().status(status.clone()) } else { builder() };
        let issuer = Plan::usual().issuer();
        let signed = issuer.issue(&license.build().unwrap(), now(), &mut random()).unwrap();
        let draft = if wrong_body {
            let plan = Plan::of(crate::pki::OTHER);
            let crate::pki::Pki { intermediate, leaf, .. } = plan.certify();
            Draft::of(&signed).chain(&[&leaf, &intermediate])
        } else {
            Draft::of(&signed)
        };
        let text = if forged { unsigned(&draft.text()) } else { draft.text() };
        let moment = if expired { at("2027-01-01T00:00:00+08:00") } else { now() };
        let signed = SignedLicense::parse(&text).unwrap();
        let report = signed.examine(&trust, moment);
        // Every fact is listed, whatever comes first.
        let found = [
            (Axis::Signature, forged, Verdict::No),
            (Axis::IssuerRight, wrong_body, Verdict::No),
            (Axis::Period, expired, Verdict::No),
        ];
        for (axis, wrong, verdict) in found {
            let expected = if wrong { verdict } else { Verdict::Yes };
            assert_eq!(report.verdict(axis), expected, "{axis:?}");
        }
        let status = if unknown { Verdict::Undetermined } else { Verdict::NotCarried };
        assert_eq!(report.verdict(Axis::Status), status);
        assert_eq!(report.verdict(Axis::Chain), Verdict::Yes);
        let verified = signed.verify(&trust, moment).map(|_| ());
        assert_eq!(verified.as_ref().err(), report.conclusion());
        verified.err().map(|reason| reason.axis())
    };
    for case in 0..16 {
        let [forged, wrong_body, expired, unknown] = [1, 2, 4, 8].map(|bit| case & bit != 0);
        let expected = if forged {
            Some(Axis::Signature)
        } else if wrong_body {
            Some(Axis::IssuerRight)
        } else if expired {
            Some(Axis::Period)
        } else {
            unknown.then_some(Axis::Status)
        };
        assert_eq!(first(forged, wrong_body, expired, unknown), expected, "{case:04b}");
    }
}

#[test]
fn a_second_form_of_a_good_signature_is_refused() {
    // S + L, where L is the order of the group: the same signature by the
    // equation, another text.
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let signed = signed();
    let (jws, disclosures) = signed.as_str().split_once('~').unwrap();
    let (input, signature) = jws.rsplit_once('.').unwrap();
    let mut signature = decode(signature);
    let mut carry = 0;
    for (byte, order) in signature[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    assert_eq!(carry, 0);
    let text = format!("{input}.{}~{disclosures}", encode(&signature));
    let error = SignedLicense::parse(&text).unwrap();
    let error = error.verify(&Plan::usual().trust(), now()).unwrap_err();
    assert_eq!(error, VerifyError::SignatureMalformed);

    // L itself and just below it: the border.
    let with_scalar = |scalar: [u8; 32]| {
        signature[32..].copy_from_slice(&scalar);
        let text = format!("{input}.{}~{disclosures}", encode(&signature));
        let signed = SignedLicense::parse(&text).unwrap();
        signed.verify(&Plan::usual().trust(), now()).unwrap_err()
    };
    let mut below = ORDER;
    below[0] -= 1;
    let mut with_scalar = with_scalar;
    assert_eq!(with_scalar(ORDER), VerifyError::SignatureMalformed);
    assert_eq!(with_scalar(below), VerifyError::SignatureInvalid);
}

#[test]
fn a_license_bound_to_a_key_says_so() {
    let x = encode(&Plan::usual().root_key.signer().public_key());
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": "phone" });
    let signed = Draft::usual().set("cnf", json!({ "jwk": jwk })).read().unwrap();
    let trust = Plan::usual().trust();
    let report = signed.examine(&trust, now());
    assert_eq!(report.verdict(Axis::HolderBinding), Verdict::Undetermined);
    // The binding is a question to whoever shows it, not to the issuing body.
    assert!(signed.verify(&trust, now()).is_ok());
}

#[test]
fn a_signature_with_a_point_of_small_order_is_refused() {
    // R = the neutral point and S = k·a: the equation holds, and RFC 8032 leaves
    // a verifier free to accept it. The bureau itself could make such a one.
    let signed = signed();
    let (jws, disclosures) = signed.as_str().split_once('~').unwrap();
    let (input, _) = jws.rsplit_once('.').unwrap();
    let key = SigningKey::from_bytes(&[3; 32]);
    let mut secret = key.to_scalar_bytes();
    secret[0] &= 0xf8;
    secret[31] = secret[31] & 0x3f | 0x40;
    let mut point = [0; 32];
    point[0] = 1;
    let hashed =
        Sha512::digest([&point, key.verifying_key().as_bytes(), input.as_bytes()].concat());
    let order = BigUint::from(2_u8).pow(252) + ORDER_TAIL.parse::<BigUint>().unwrap();
    let product = BigUint::from_bytes_le(&hashed) * BigUint::from_bytes_le(&secret);
    let mut scalar = (product % order).to_bytes_le();
    scalar.resize(32, 0);
    let signature = [&point[..], &scalar].concat();

    let lenient = key.verifying_key();
    let parsed = Signature::from_slice(&signature).unwrap();
    assert!(lenient.verify(input.as_bytes(), &parsed).is_ok());

    let text = format!("{input}.{}~{disclosures}", encode(&signature));
    let received = SignedLicense::parse(&text).unwrap();
    let error = received.verify(&Plan::usual().trust(), now()).unwrap_err();
    assert_eq!(error, VerifyError::SignatureInvalid);
}

/// The order of the group is 2^252 and this.
const ORDER_TAIL: &str = "27742317777372353535851937790883648493";
