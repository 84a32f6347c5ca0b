//! Licenses signed with SM2 under a chain of SM2 certificates.

mod chain;
mod changed;
mod token_type;
mod vectors;

use gov_license::{
    Algorithm, AnnotatedCopy, Axis, ChainCache, Challenge, DigestFault, Ed25519Signer, HeaderFault,
    HolderKey, IssueError, Issuer, IssuerError, ObjectId, PresentError, Presentation,
    PresentationError, ReadError, SignedLicense, Signer, Sm2Signer, StatusBook, StatusList,
    StatusReference, StatusWidth, TrustPolicy, TrustStore, Verdict, VerifyError,
};
use rcgen::ExtendedKeyUsagePurpose;
use serde_json::{Value, json};
use sm3::{Digest, Sm3};

use crate::desk::{at, builder, license, now, random};
use crate::forge::{Draft, decode, encode};
use crate::pki::{BUREAU, PURPOSE, Pki, Plan, policy};
use crate::sm2_pki::{sm2_certify, sm2_issuer, sm2_jws, sm2_key, sm2_trust};

/// The license of the desk, signed with SM2.
pub(crate) fn signed() -> SignedLicense {
    let issued = at("2026-01-05T09:00:00+08:00");
    sm2_issuer(&Plan::usual()).issue(&license(), issued, &mut random()).unwrap()
}

/// A license put together again and signed by whatever key.
fn text(draft: &Draft, key: &dyn Signer) -> String {
    let mut pieces = vec![sm2_jws(&draft.header.to_string(), &draft.payload.to_string(), key)];
    pieces.extend(draft.disclosures.iter().cloned());
    pieces.join("~") + "~"
}

fn phone() -> Sm2Signer {
    sm2_key(5)
}

fn bound() -> SignedLicense {
    let key = HolderKey::try_new(&phone().public_key()).unwrap();
    let issuer = sm2_issuer(&Plan::usual());
    issuer.issue_bound(&license(), &key, at("2026-01-05T09:00:00+08:00"), &mut random()).unwrap()
}

fn challenge() -> Challenge {
    Challenge::try_new("https://window.example.cn", "n-0S6_WzA2Mj").unwrap()
}

fn shown() -> Presentation {
    let license = bound().show(&["CertificateHolderName", "face.经营项目"]).unwrap();
    license.present(&challenge(), &phone(), now()).unwrap()
}

/// A body that signs something else than licenses.
fn plan_for(last: u64) -> Plan {
    let mut plan = Plan::usual();
    let purpose = [&PURPOSE[..3], &[last]].concat();
    plan.leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::Other(purpose)];
    plan
}

fn full_policy() -> TrustPolicy {
    let purpose = |text| ObjectId::parse(text).unwrap();
    policy()
        .with_status_signing(purpose("2.999.36903.2"))
        .with_copy_signing(purpose("2.999.36903.3"))
}

#[test]
fn what_was_issued_with_sm2_is_what_is_verified() {
    let received = SignedLicense::parse(signed().as_str()).unwrap();
    assert_eq!(received.algorithm(), Algorithm::Sm2);
    let trust = sm2_trust(policy());
    let report = received.examine(&trust, now());
    assert_eq!(report.findings(), []);
    let verdicts = Axis::ALL.map(|axis| report.verdict(axis));
    let (yes, absent) = (Verdict::Yes, Verdict::NotCarried);
    assert_eq!(verdicts, [yes, yes, yes, yes, yes, absent, absent]);
    let verified = received.verify(&trust, now()).unwrap();
    assert_eq!(verified.license(), &license());
}

#[test]
fn it_says_sm2_with_sm3_and_digests_with_sm3() {
    let draft = Draft::of(&signed());
    assert_eq!(draft.header["alg"], "SM2-SM3");
    assert_eq!(draft.payload["_sd_alg"], "sm3");
    let held = |digest: &Value| {
        let list = |place: &str| draft.payload.pointer(place).unwrap().as_array().unwrap().clone();
        list("/_sd").contains(digest) || list("/face/_sd").contains(digest)
    };
    assert_eq!(draft.disclosures.len(), 7);
    for disclosure in &draft.disclosures {
        assert!(held(&json!(encode(&Sm3::digest(disclosure)))));
    }
}

#[test]
fn names_of_the_algorithm_are_pinned() {
    assert_eq!((Algorithm::Sm2.name(), Algorithm::Sm2.digest_name()), ("SM2-SM3", "sm3"));
    for name in ["SM2", "sm2-sm3", "SM3", "SM2SM3"] {
        let mut draft = Draft::of(&signed());
        draft.header["alg"] = json!(name);
        let error = SignedLicense::parse(&text(&draft, &sm2_key(3))).unwrap_err();
        assert_eq!(error, ReadError::Header(HeaderFault::Algorithm));
    }
}

#[test]
fn digests_are_those_that_go_with_the_signature() {
    let read = |draft: &Draft, key: &dyn Signer| {
        SignedLicense::parse(&text(draft, key)).map(|_| ()).unwrap_err()
    };
    let refused = ReadError::Digest(DigestFault::Algorithm);
    let sha = Draft::of(&signed()).set("_sd_alg", json!("sha-256"));
    assert_eq!(read(&sha, &sm2_key(3)), refused);
    // Nothing said means sha-256 (RFC 9901, section 4.1.1).
    let silent = Draft::of(&signed()).set("_sd_alg", Value::Null);
    assert_eq!(read(&silent, &sm2_key(3)), refused);
    let sm3 = Draft::usual().set("_sd_alg", json!("sm3"));
    assert_eq!(read(&sm3, &Plan::usual().leaf_key.signer()), refused);
    // The right name over digests of the other kind refers to nothing.
    let renamed = Draft::usual().set("_sd_alg", json!("sm3"));
    let mut renamed = Draft { header: Draft::of(&signed()).header, ..renamed };
    assert_eq!(read(&renamed, &sm2_key(3)).code(), "disclosure-unreferenced");
    renamed.disclosures.clear();
    assert!(SignedLicense::parse(&text(&renamed, &sm2_key(3))).is_ok());
}

#[test]
fn a_header_never_talks_a_key_into_another_algorithm() {
    // The bytes of one algorithm under the name and the chain of the other.
    let mut draft = Draft::of(&signed()).set("_sd_alg", json!("sha-256"));
    draft.disclosures.clear();
    draft.header["alg"] = json!("EdDSA");
    let keys: [Box<dyn Signer>; 2] =
        [Box::new(sm2_key(3)), Box::new(Ed25519Signer::from_seed(&[3; 32]))];
    for key in keys {
        let read = SignedLicense::parse(&text(&draft, &key)).unwrap();
        let report = read.examine(&sm2_trust(policy()), now());
        assert_eq!(report.findings(), [VerifyError::SignatureAlgorithm]);
        assert_eq!(report.verdict(Axis::Signature), Verdict::No);
    }
    let mut draft = Draft::usual().set("_sd_alg", json!("sm3"));
    draft.disclosures.clear();
    draft.header["alg"] = json!("SM2-SM3");
    let read = SignedLicense::parse(&text(&draft, &sm2_key(3))).unwrap();
    let report = read.examine(&Plan::usual().trust(), now());
    assert_eq!(report.findings(), [VerifyError::SignatureAlgorithm]);
}

#[test]
fn an_issuer_needs_the_certificate_of_its_own_key_and_algorithm() {
    let make = |signer: Box<dyn Signer>, leaf| {
        Issuer::try_new(BUREAU, signer, vec![leaf]).map(|_| ()).unwrap_err()
    };
    let leaf = || sm2_certify(&Plan::usual()).leaf;
    assert_eq!(make(Box::new(sm2_key(4)), leaf()), IssuerError::OtherKey);
    assert_eq!(make(Box::new(Ed25519Signer::from_seed(&[3; 32])), leaf()), IssuerError::OtherKey);
    assert_eq!(make(Box::new(sm2_key(3)), Plan::usual().certify().leaf), IssuerError::OtherKey);
}

#[test]
fn a_secret_number_lies_from_one_to_the_order_less_two() {
    // n − 1, the order of the group less one (GB/T 32918.5).
    let order = base16("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    let below = |less: u8| {
        let mut number: [u8; 32] = order.as_slice().try_into().unwrap();
        number[31] -= less;
        Sm2Signer::from_secret(&number).map(|signer| signer.sign(b"message").is_ok())
    };
    assert_eq!([below(0), below(1), below(2)], [None, None, Some(true)]);
    assert!(Sm2Signer::from_secret(&[0xff; 32]).is_none());
    assert!(Sm2Signer::from_secret(&[0; 32]).is_none());
    let mut one = [0; 32];
    one[31] = 1;
    assert!(Sm2Signer::from_secret(&one).is_some());
}

fn base16(text: &str) -> Vec<u8> {
    let pairs = text.as_bytes().chunks(2).map(|pair| str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

#[test]
fn a_license_under_sm2_is_bound_to_an_sm2_key_and_shown_with_it() {
    let license = bound();
    let holder = license.holder_key().unwrap();
    assert_eq!(holder.as_bytes(), phone().public_key());
    assert_eq!(holder.algorithm(), Algorithm::Sm2);
    let jwk = &Draft::of(&license).payload["cnf"]["jwk"];
    assert_eq!((&jwk["kty"], &jwk["crv"]), (&json!("EC"), &json!("SM2")));
    let text = shown().to_text();
    let read = Presentation::parse(&text).unwrap();
    let (trust, book) = (sm2_trust(policy()), StatusBook::new());
    let verified = read.verify(&trust, &book, &challenge(), now()).unwrap();
    assert!(verified.is_bound());
    let binding = text.rsplit('~').next().unwrap().split('.').nth(1).unwrap();
    let claims: Value = serde_json::from_slice(&decode(binding)).unwrap();
    let covered = text.rfind('~').unwrap() + 1;
    assert_eq!(claims["sd_hash"], encode(&Sm3::digest(&text[..covered])));
    // Another key, another choice.
    let error = bound().present(&challenge(), &sm2_key(6), now()).unwrap_err();
    assert_eq!(error, PresentError::OtherKey);
    let fewer = bound().show(&["CertificateHolderName"]).unwrap();
    let swapped = format!("{}{}", fewer.as_str(), text.rsplit('~').next().unwrap());
    let swapped = Presentation::parse(&swapped).unwrap();
    let error = swapped.verify(&trust, &book, &challenge(), now()).unwrap_err();
    assert_eq!(error, PresentationError::Disclosures);
}

#[test]
fn a_holder_key_of_the_other_algorithm_is_refused_by_issuer_and_reader() {
    let ed25519 = Ed25519Signer::from_seed(&[5; 32]);
    let keys = [ed25519.public_key(), phone().public_key()];
    let [ed25519_key, sm2] = keys.map(|bytes| HolderKey::try_new(&bytes).unwrap());
    let under_sm2 = sm2_issuer(&Plan::usual());
    let error = under_sm2.issue_bound(&license(), &ed25519_key, now(), &mut random()).unwrap_err();
    assert_eq!(error, IssueError::HolderKey);
    let under_ed25519 = Plan::usual().issuer();
    let error = under_ed25519.issue_bound(&license(), &sm2, now(), &mut random()).unwrap_err();
    assert_eq!(error, IssueError::HolderKey);

    let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": encode(&ed25519.public_key())});
    let swapped = Draft::of(&bound()).set("cnf", json!({ "jwk": jwk }));
    let error = SignedLicense::parse(&text(&swapped, &sm2_key(3))).unwrap_err();
    assert_eq!(error, ReadError::Claim { claim: "cnf" });
    let cnf = Draft::of(&bound()).payload["cnf"].clone();
    let swapped = Draft::usual().set("cnf", cnf);
    let error = swapped.read().unwrap_err();
    assert_eq!(error, ReadError::Claim { claim: "cnf" });
}

#[test]
fn a_key_binding_of_the_other_algorithm_is_no_signature() {
    let ed25519 = Ed25519Signer::from_seed(&[5; 32]);
    let text = shown().to_text();
    let (license, binding) = text.rsplit_once('~').unwrap();
    let payload = decode(binding.split('.').nth(1).unwrap());
    let header = json!({"alg": "EdDSA", "typ": "kb+jwt"}).to_string();
    let forged = sm2_jws(&header, str::from_utf8(&payload).unwrap(), &ed25519);
    let read = Presentation::parse(&format!("{license}~{forged}")).unwrap();
    let (trust, book) = (sm2_trust(policy()), StatusBook::new());
    let error = read.verify(&trust, &book, &challenge(), now()).unwrap_err();
    assert_eq!(error, PresentationError::SignatureInvalid);
}

#[test]
fn a_holder_key_has_one_form() {
    let usual = Draft::of(&bound()).payload["cnf"]["jwk"].clone();
    let read = |change: &dyn Fn(&mut Value)| {
        let mut jwk = usual.clone();
        change(&mut jwk);
        let draft = Draft::of(&bound()).set("cnf", json!({ "jwk": jwk }));
        SignedLicense::parse(&text(&draft, &sm2_key(3))).map(|_| ())
    };
    assert_eq!(read(&|_| ()), Ok(()));
    let (x, y) = (usual["x"].clone(), usual["y"].clone());
    let numbers = [&x, &y].map(|number| decode(number.as_str().unwrap())).concat();
    let changes: [&dyn Fn(&mut Value); 10] = [
        // The same bytes, parted elsewhere.
        &|jwk| {
            let (x, y) = numbers.split_at(31);
            (jwk["x"], jwk["y"]) = (json!(encode(x)), json!(encode(y)));
        },
        &|jwk| jwk["crv"] = json!("P-256"),
        &|jwk| jwk["kty"] = json!("OKP"),
        &|jwk| jwk["d"] = json!("AA"),
        &|jwk| jwk["x"] = y.clone(),
        &|jwk| jwk["y"] = x.clone(),
        &|jwk| drop(jwk.as_object_mut().unwrap().remove("y")),
        &|jwk| jwk["x"] = json!(encode(&[&[0], &decode(x.as_str().unwrap())[..]].concat())),
        &|jwk| jwk["x"] = json!(encode(&decode(x.as_str().unwrap())[..31])),
        &|jwk| (jwk["x"], jwk["y"]) = (json!(encode(&[0; 32])), json!(encode(&[0; 32]))),
    ];
    for (number, change) in changes.iter().enumerate() {
        assert_eq!(read(change), Err(ReadError::Claim { claim: "cnf" }), "{number}");
    }
    for wrong in [64, 66, 33] {
        assert_eq!(HolderKey::try_new(&vec![4; wrong]), None);
    }
    let mut compressed = phone().public_key();
    compressed.truncate(33);
    compressed[0] = 2;
    assert_eq!(HolderKey::try_new(&compressed), None);
}

#[test]
fn a_status_list_under_sm2_is_kept_and_answers() {
    let uri = "https://status.example.cn/2026/1";
    let mut list = StatusList::new(StatusWidth::Two, 8);
    list.set(1, StatusList::SUSPENDED).unwrap();
    let plan = plan_for(2);
    let Pki { intermediate, leaf, .. } = sm2_certify(&plan);
    let service = Issuer::try_new(BUREAU, sm2_key(3), vec![leaf, intermediate]).unwrap();
    let until = now() + chrono::Days::new(1);
    let published = service.publish(&list, uri, now(), until, None).unwrap();
    let (trust, mut book) = (sm2_trust(full_policy()), StatusBook::new());
    book.add(published, &trust, now()).unwrap();
    let verify = |index| {
        let status = StatusReference::try_new(uri, index).unwrap();
        let license = builder().status(status).build().unwrap();
        let signed = sm2_issuer(&Plan::usual()).issue(&license, now(), &mut random()).unwrap();
        signed.verify_with_status(&trust, &book, now()).map(|_| ())
    };
    assert_eq!(verify(0), Ok(()));
    assert_eq!(verify(1), Err(VerifyError::StatusSuspended));
}

#[test]
fn a_copy_made_with_sm2_carries_a_license_of_either_algorithm() {
    let Pki { intermediate, leaf, .. } = sm2_certify(&plan_for(3));
    let library = Issuer::try_new(BUREAU, sm2_key(3), vec![leaf, intermediate]).unwrap();
    let mut trust = sm2_trust(full_policy());
    let until = now() + chrono::Days::new(1);
    let verify = |license: &SignedLicense, trust: &TrustStore| {
        let copy = library.annotate(license, "样例市医院", "办理入院", now(), until).unwrap();
        let copy = AnnotatedCopy::parse(copy.as_str()).unwrap();
        let book = StatusBook::new();
        copy.verify(trust, &book, "样例市医院", "办理入院", now()).map(|_| ()).is_ok()
    };
    assert!(verify(&signed(), &trust));
    // Each signature stands for itself: the license only where its root is trusted.
    assert!(!verify(&crate::desk::signed(), &trust));
    trust.add_root_der(&Plan::usual().certify().root).unwrap();
    assert!(verify(&crate::desk::signed(), &trust));
}

#[test]
fn a_remembered_chain_serves_its_own_algorithm_only() {
    let (trust, book, mut cache) = (sm2_trust(policy()), StatusBook::new(), ChainCache::new(8));
    for _ in 0..2 {
        assert!(signed().verify_with(&trust, &book, &mut cache, now()).is_ok());
    }
    assert_eq!(cache.len(), 1);
    let mut draft = Draft::of(&signed()).set("_sd_alg", json!("sha-256"));
    draft.disclosures.clear();
    draft.header["alg"] = json!("EdDSA");
    let read = SignedLicense::parse(&text(&draft, &sm2_key(3))).unwrap();
    assert!(cache.knows(&read));
    let error = read.verify_with(&trust, &book, &mut cache, now()).map(|_| ()).unwrap_err();
    assert_eq!(error, VerifyError::SignatureAlgorithm);
}

#[test]
#[cfg(feature = "qr")]
fn a_code_brings_it_to_paper_and_back() {
    let shown = signed().show(&["face.经营项目"]).unwrap();
    let printed = gov_license::QrLicense::of(&Presentation::of(shown.clone())).unwrap();
    let scanned = gov_license::QrLicense::parse(printed.as_str()).unwrap();
    let intermediate = sm2_certify(&Plan::usual()).intermediate;
    let whole = scanned.complete([intermediate.as_slice()]);
    assert_eq!(whole, Presentation::of(shown));
    assert!(whole.unverified().verify(&sm2_trust(policy()), now()).is_ok());
}

#[test]
fn whoever_trusts_one_algorithm_trusts_no_other() {
    let error = signed().verify(&Plan::usual().trust(), now()).unwrap_err();
    assert_eq!(error.axis(), Axis::Chain);
    let error = crate::desk::signed().verify(&sm2_trust(policy()), now()).map(|_| ()).unwrap_err();
    assert_eq!(error.axis(), Axis::Chain);
}
