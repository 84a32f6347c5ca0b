//! Rows 1 to 6: signatures, keys, algorithms, types of token.

use base64ct::{Base64, Encoding};
use gov_license::{
    AnnotatedCopy, Axis, ChainFault, ChainRule, CopyError, HeaderFault, HolderKey, Presentation,
    PresentationError, ReadError, SignedLicense, SignedStatusList, Signer, StatusBook,
    StatusListError, VerifyError,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use x509_parser::num_bigint::BigUint;

use crate::desk::{now, signed};
use crate::forge::{Draft, decode, encode, refused};
use crate::pki::{Key, Pki, Plan, assemble, forge, replace};
use crate::window::{CAUSE, USER, bound, challenge, copy, published, shown, trust};

const ORDER: &str = "7237005577332262213973186563042994240857116359379907606001950938285454250989";

/// The text with another signature in its first signed part.
fn with_signature(text: &str, signature: &[u8]) -> String {
    let (jws, rest) = text.split_once('~').map_or((text, None), |(jws, rest)| (jws, Some(rest)));
    let (input, _) = jws.rsplit_once('.').unwrap();
    let tail = rest.map_or(String::new(), |rest| format!("~{rest}"));
    format!("{input}.{}{tail}", encode(signature))
}

fn signature_of(text: &str) -> Vec<u8> {
    decode(text.split('~').next().unwrap().rsplit('.').next().unwrap())
}

/// Key, signature, flags.
type Vector = (Vec<u8>, Vec<u8>, Vec<String>);

fn hex(value: &Value) -> Vec<u8> {
    let digits: Vec<_> =
        value.as_str().unwrap().chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect()
}

fn flags(value: &Value) -> Vec<String> {
    serde_json::from_value(value.clone()).unwrap_or_default()
}

/// Each with its number among the flags.
fn wycheproof() -> Vec<Vector> {
    let suite: Value =
        serde_json::from_str(include_str!("../suites/wycheproof_ed25519.json")).unwrap();
    let mut vectors = Vec::new();
    for group in suite["testGroups"].as_array().unwrap() {
        for test in group["tests"].as_array().unwrap() {
            let mut flags = flags(&test["flags"]);
            flags.push(format!("tc{}", test["tcId"]));
            vectors.push((hex(&group["publicKey"]["pk"]), hex(&test["sig"]), flags));
        }
    }
    vectors
}

fn cctv() -> Vec<Vector> {
    let suite: Vec<Value> =
        serde_json::from_str(include_str!("../suites/cctv_ed25519.json")).unwrap();
    let vector = |test: &Value| (hex(&test["key"]), hex(&test["sig"]), flags(&test["flags"]));
    suite.iter().map(vector).collect()
}

/// The suite itself, all 151, is answered in `tests/suites/signatures.rs`: no
/// license can carry its messages.
#[test]
fn pitfall_01_a_signature_has_one_form() {
    let text = signed().as_str().to_owned();
    let good = signature_of(&text);
    let (r, s) = good.split_at(32);
    let mut higher = BigUint::from_bytes_le(s) + ORDER.parse::<BigUint>().unwrap();
    let malformed = |signature: &[u8]| {
        let changed = SignedLicense::parse(&with_signature(&text, signature)).unwrap();
        changed.verify(&trust(), now()).unwrap_err() == VerifyError::SignatureMalformed
    };
    let mut forms = 0;
    // Every form that fits into 256 bits.
    while higher.bits() <= 256 {
        let mut scalar = higher.to_bytes_le();
        scalar.resize(32, 0);
        assert!(malformed(&[r, &scalar].concat()));
        higher += ORDER.parse::<BigUint>().unwrap();
        forms += 1;
    }
    assert_eq!(forms, 15);
    let flagged: Vec<_> = wycheproof()
        .into_iter()
        .filter(|(.., flags)| flags.iter().any(|flag| flag == "SignatureMalleability"))
        .collect();
    assert_eq!(flagged.len(), 8);
    assert!(flagged.iter().all(|(_, signature, _)| malformed(signature)));
    assert!(signed().verify(&trust(), now()).is_ok());
}

/// Faults of the chain when the bureau's certificate is for this key.
fn chain_with_key(key: &[u8]) -> Vec<VerifyError> {
    let plan = Plan::usual();
    let Pki { intermediate, leaf, .. } = plan.certify();
    let own = plan.leaf_key.signer().public_key();
    let head = [0x03, 0x21, 0x00];
    let leaf = forge(&leaf, &plan.intermediate_key, |tbs| {
        replace(tbs, &[&head[..], &own].concat(), &[&head[..], key].concat());
    });
    let signed = Draft::usual().chain(&[&leaf, &intermediate]).read().unwrap();
    signed.examine(&trust(), now()).on(Axis::Chain).cloned().collect()
}

/// That exactly 43 of the 914 signatures count is shown in
/// `tests/suites/signatures.rs` on the source that every door goes through.
#[test]
fn pitfall_02_weak_and_mixed_keys_are_no_keys() {
    let vectors = cctv();
    assert_eq!(vectors.len(), 914);
    let mut keys = std::collections::BTreeMap::new();
    for (key, _, flags) in vectors {
        let weak = flags.iter().any(|flag| flag == "low_order_A" || flag == "non_canonical_A");
        keys.insert(key, weak);
    }
    let weak = VerifyError::Chain(ChainFault::new(1, ChainRule::PublicKey));
    for (key, is_weak) in &keys {
        assert_eq!(HolderKey::try_new(key).is_none(), *is_weak);
        let faults = chain_with_key(key);
        assert_eq!(faults, if *is_weak { vec![weak.clone()] } else { vec![] });
    }
    assert!(keys.values().any(|weak| *weak) && keys.values().any(|weak| !weak));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// There is no batch door, since the verdict of a batch depends on the
    /// neighbors. What remains: no verdict depends on what came before it.
    #[test]
    fn pitfall_03_a_verdict_does_not_depend_on_its_company(
        order in prop::collection::vec((0..4_usize, 0..914_usize), 1..12),
    ) {
        let good = signed().as_str().to_owned();
        let vectors = cctv();
        let trust = trust();
        for (kind, vector) in order {
            let (text, expected) = match kind {
                0 => (good.clone(), None),
                1 => (with_signature(&good, &[7; 64]), Some(VerifyError::SignatureInvalid)),
                2 => {
                    let text = with_signature(&good, &vectors[vector].1);
                    (text, Some(VerifyError::SignatureInvalid))
                }
                _ => (with_signature(&good, &[0xff; 64]), Some(VerifyError::SignatureMalformed)),
            };
            let verdict = SignedLicense::parse(&text).unwrap().verify(&trust, now()).err();
            let malformed = verdict == Some(VerifyError::SignatureMalformed);
            prop_assert!(verdict == expected || kind == 2 && malformed);
        }
    }
}

#[test]
fn pitfall_04_r_in_a_second_form_is_refused_at_every_door() {
    let vectors = wycheproof();
    let is_it = |flags: &[String]| flags.iter().any(|flag| flag == "tc151");
    let (_, signature, _) = vectors.iter().find(|(.., flags)| is_it(flags)).unwrap();
    assert_eq!((signature[0], signature[31]), (1, 0x80));
    let trust = trust();

    let license = SignedLicense::parse(&with_signature(signed().as_str(), signature)).unwrap();
    assert_eq!(license.verify(&trust, now()).unwrap_err(), VerifyError::SignatureInvalid);

    let list = published(0, now());
    let list = SignedStatusList::parse(&with_signature(list.as_str(), signature)).unwrap();
    let added = StatusBook::new().add(list, &trust, now());
    assert_eq!(added, Err(StatusListError::SignatureInvalid));

    let copy = AnnotatedCopy::parse(&with_signature(copy().as_str(), signature)).unwrap();
    let verified = copy.verify(&trust, &StatusBook::new(), USER, CAUSE, now());
    assert_eq!(verified.unwrap_err(), CopyError::SignatureInvalid);

    let text = shown().to_text();
    let (head, binding) = text.rsplit_once('~').unwrap();
    let text = format!("{head}~{}", with_signature(binding, signature));
    let presentation = Presentation::parse(&text).unwrap();
    let verified = presentation.verify(&trust, &StatusBook::new(), &challenge(), now());
    assert_eq!(verified.unwrap_err(), PresentationError::SignatureInvalid);
}

#[test]
fn pitfall_05_the_algorithm_is_not_a_matter_of_opinion() {
    let plan = Plan::usual();
    let Pki { intermediate, leaf, .. } = plan.certify();
    let faults = |leaf: &Vec<u8>| -> Vec<_> {
        let signed = Draft::usual().chain(&[leaf, &intermediate]).read().unwrap();
        signed.examine(&trust(), now()).on(Axis::Chain).cloned().collect()
    };
    let broken = |rules: &[ChainRule]| -> Vec<_> {
        rules.iter().map(|rule| VerifyError::Chain(ChainFault::new(1, *rule))).collect()
    };
    // (a) An X25519 key: another purpose, 32 bytes all the same.
    let own = plan.leaf_key.signer().public_key();
    let info = |curve| [&[0x30, 5, 6, 3, 0x2b, 0x65, curve, 3, 0x21, 0][..], &own].concat();
    let x25519 = forge(&leaf, &plan.intermediate_key, |tbs| replace(tbs, &info(0x70), &info(0x6e)));
    assert_eq!(faults(&x25519), broken(&[ChainRule::PublicKey]));
    // (b) NULL parameters outside.
    let (_, parsed) = x509_parser::parse_x509_certificate(&leaf).unwrap();
    let (tbs, signature) = (parsed.tbs_certificate.as_ref(), &parsed.signature_value.data);
    let both = broken(&[ChainRule::AlgorithmTwice, ChainRule::Algorithm]);
    let null = assemble(tbs, &[0x30, 7, 6, 3, 0x2b, 0x65, 0x70, 5, 0], signature);
    assert_eq!(faults(&null), both);
    // (c) Ed448 inside, Ed25519 outside.
    let head = |curve| [0x30, 5, 6, 3, 0x2b, 0x65, curve, 0x30];
    let inside = forge(&leaf, &plan.intermediate_key, |tbs| replace(tbs, &head(0x70), &head(0x71)));
    assert_eq!(faults(&inside), both);
    // (d) The header of the license.
    let header = |value: Value| {
        let mut draft = Draft::usual();
        draft.header["alg"] = value;
        draft.text()
    };
    let mut missing = Draft::usual();
    missing.header.as_object_mut().unwrap().remove("alg");
    refused(&missing.text(), ReadError::Header(HeaderFault::AlgorithmMissing));
    refused(&header(json!("none")), ReadError::Header(HeaderFault::AlgorithmNone));
    refused(&header(json!("ES256")), ReadError::Header(HeaderFault::Algorithm));
    refused(&header(json!("X1")), ReadError::Header(HeaderFault::Algorithm));
    let codes = ["algorithm-missing", "algorithm-none", "algorithm-unknown"];
    let faults =
        [HeaderFault::AlgorithmMissing, HeaderFault::AlgorithmNone, HeaderFault::Algorithm];
    assert_eq!(faults.map(|fault| ReadError::Header(fault).code()), codes);
}

/// Five times five with the tickets of `gov-identity` is
/// `tests/signed_license/token_type.rs`; there is no catalog entry and no trust
/// list under a signature here.
#[test]
fn pitfall_06_what_was_signed_as_one_thing_is_no_other() {
    let (license, list, copy) =
        (bound().as_str().to_owned(), published(0, now()), copy().as_str().to_owned());
    let shown = shown().to_text();
    let binding = shown.rsplit('~').next().unwrap();
    let token = license.split('~').next().unwrap();
    let tokens = [token, list.as_str(), binding, &copy];
    for (made, text) in tokens.iter().enumerate() {
        let doors = [
            SignedLicense::parse(&format!("{text}~")).is_ok(),
            SignedStatusList::parse(text).is_ok(),
            Presentation::parse(&format!("{license}{text}")).is_ok(),
            AnnotatedCopy::parse(text).is_ok(),
        ];
        let read: Vec<_> = (0..4).filter(|door| doors[*door]).collect();
        assert_eq!(read, [made]);
    }
    // And under another type's key and certificate, whatever it calls itself.
    let Pki { intermediate, leaf, .. } = crate::window::plan_for(2, 4).certify();
    let mut draft = Draft::usual();
    draft.header["x5c"] =
        json!([Base64::encode_string(&leaf), Base64::encode_string(&intermediate)]);
    let (header, payload) = (draft.header.to_string(), draft.payload.to_string());
    let text = crate::forge::jws(&header, &payload, &Key::from_seed([4; 32])) + "~";
    let refused = VerifyError::Chain(ChainFault::new(1, ChainRule::Purpose));
    let license = SignedLicense::parse(&text).unwrap();
    assert_eq!(license.verify(&trust(), now()).unwrap_err(), refused);
}
