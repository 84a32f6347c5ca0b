//! Wycheproof and CCTV: which signatures are signatures.

use gov_license::{Axis, ChainFault, ChainRule, HolderKey, Report, SignedLicense, VerifyError};
use serde_json::Value;

use crate::desk::{now, signed};
use crate::forge::{Draft, encode};
use crate::pki::{Key, Pki, Plan, forge, replace, trust};

struct Vector {
    key: Vec<u8>,
    message: Vec<u8>,
    signature: Vec<u8>,
    flags: Vec<String>,
    /// Where the suite itself says so.
    valid: Option<bool>,
}

impl Vector {
    fn accepted(&self) -> bool {
        HolderKey::try_new(&self.key).is_some_and(|key| {
            assert_eq!(key.as_bytes(), self.key);
            key.verify(&self.message, &self.signature)
        })
    }

    fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|held| held == flag)
    }
}

/// Whether the second half is a number below the order of the group, which is
/// 2^252 + 27742317777372353535851937790883648493: reckoned here a second time.
fn has_reduced_scalar(signature: &[u8; 64]) -> bool {
    let half =
        |range: std::ops::Range<usize>| u128::from_le_bytes(signature[range].try_into().unwrap());
    let order = (1 << 124, 27_742_317_777_372_353_535_851_937_790_883_648_493);
    (half(48..64), half(32..48)) < order
}

fn hex(value: &Value) -> Vec<u8> {
    let digits: Vec<_> =
        value.as_str().unwrap().chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    let byte = |pair: &[u32]| u8::try_from(pair[0] * 16 + pair[1]).unwrap();
    digits.chunks_exact(2).map(byte).collect()
}

fn flags(value: &Value) -> Vec<String> {
    serde_json::from_value(value.clone()).unwrap_or_default()
}

fn wycheproof() -> Vec<Vector> {
    let suite: Value = serde_json::from_str(include_str!("wycheproof_ed25519.json")).unwrap();
    let mut vectors = Vec::new();
    for group in suite["testGroups"].as_array().unwrap() {
        for test in group["tests"].as_array().unwrap() {
            vectors.push(Vector {
                key: hex(&group["publicKey"]["pk"]),
                message: hex(&test["msg"]),
                signature: hex(&test["sig"]),
                flags: flags(&test["flags"]),
                valid: Some(test["result"] == "valid"),
            });
        }
    }
    vectors
}

fn cctv() -> Vec<Vector> {
    let suite: Vec<Value> = serde_json::from_str(include_str!("cctv_ed25519.json")).unwrap();
    let vector = |test: &Value| Vector {
        key: hex(&test["key"]),
        message: test["msg"].as_str().unwrap().as_bytes().to_vec(),
        signature: hex(&test["sig"]),
        flags: flags(&test["flags"]),
        valid: None,
    };
    suite.iter().map(vector).collect()
}

#[test]
fn wycheproof_is_answered_as_it_says() {
    let vectors = wycheproof();
    assert_eq!(vectors.len(), 151);
    let mut malleable = 0;
    for (number, vector) in (1..).zip(&vectors) {
        assert_eq!(Some(vector.accepted()), vector.valid, "test {number}");
        if vector.has("SignatureMalleability") {
            malleable += 1;
            let whole = <&[u8; 64]>::try_from(vector.signature.as_slice());
            assert!(!vector.accepted() && whole.is_ok_and(|bytes| !has_reduced_scalar(bytes)));
        }
    }
    assert_eq!(malleable, 8);
}

#[test]
fn a_good_signature_has_a_reduced_scalar() {
    for vector in wycheproof().iter().chain(&cctv()).filter(|vector| vector.accepted()) {
        assert!(has_reduced_scalar(vector.signature.as_slice().try_into().unwrap()));
    }
}

#[test]
fn cctv_is_answered_as_by_strict_verification() {
    let vectors = cctv();
    assert_eq!(vectors.len(), 914);
    let accepted: Vec<_> = vectors.iter().filter(|vector| vector.accepted()).collect();
    assert_eq!(accepted.len(), 43);
    for vector in accepted {
        for flag in ["low_order_A", "low_order_R", "non_canonical_A", "non_canonical_R"] {
            assert!(!vector.has(flag), "{flag}");
        }
    }
    // The same verdict, one by one, from the library asked directly.
    for (number, vector) in vectors.iter().enumerate() {
        let key = <[u8; 32]>::try_from(vector.key.as_slice()).unwrap();
        let signature = ed25519_dalek::Signature::from_slice(&vector.signature).unwrap();
        let strict = ed25519_dalek::VerifyingKey::from_bytes(&key)
            .is_ok_and(|key| key.verify_strict(&vector.message, &signature).is_ok());
        assert_eq!(vector.accepted(), strict, "vector {number}");
    }
}

#[test]
fn a_key_is_read_in_its_only_form() {
    // Every y about the prime and near zero, with both signs.
    for (middle, last) in [(0, 0), (0, 0x80), (0xff, 0x7f), (0xff, 0xff), (0, 0x7f), (0xff, 0)] {
        for first in 0..=255 {
            let mut key = [middle; 32];
            (key[0], key[31]) = (first, last);
            let expected = ed25519_dalek::VerifyingKey::from_bytes(&key).is_ok_and(|read| {
                !read.is_weak() && read.to_edwards().compress().to_bytes() == key
            });
            assert_eq!(HolderKey::try_new(&key).is_some(), expected, "{key:02x?}");
        }
    }
}

/// A license under a bureau's certificate with this key, with this signature.
fn examine(key: &[u8], signature: &[u8]) -> Report {
    let plan = Plan::usual();
    let Pki { root, intermediate, leaf } = plan.certify();
    let own = gov_license::Signer::public_key(&plan.leaf_key.signer());
    let authority = Key::from_seed([2; 32]);
    let leaf = forge(&leaf, &authority, |tbs| replace_key(tbs, &own, key));
    let text = Draft::of(&signed()).chain(&[&leaf, &intermediate]).text();
    let (jws, disclosures) = text.split_once('~').unwrap();
    let (input, _) = jws.rsplit_once('.').unwrap();
    let forged = format!("{input}.{}~{disclosures}", encode(signature));
    SignedLicense::parse(&forged).unwrap().examine(&trust(&root), now())
}

/// The key stands in whole where a key belongs, and its first 20 bytes as its
/// identifier elsewhere.
fn replace_key(tbs: &mut [u8], own: &[u8], key: &[u8]) {
    let head = [0x03, 0x21, 0x00];
    replace(tbs, &[&head, own].concat(), &[&head, key].concat());
}

#[test]
fn no_key_and_no_signature_of_cctv_makes_a_license() {
    let refused_key = VerifyError::Chain(ChainFault::new(1, ChainRule::PublicKey));
    let mut seen = std::collections::BTreeSet::new();
    let mut refused = 0;
    for vector in cctv() {
        // One key with one R, since the message is the license's own.
        if !seen.insert((vector.key.clone(), vector.signature[..32].to_vec())) {
            continue;
        }
        let report = examine(&vector.key, &vector.signature);
        let weak = vector.has("low_order_A") || vector.has("non_canonical_A");
        assert_eq!(report.findings().contains(&refused_key), weak);
        refused += usize::from(weak);
        let finding = report.on(Axis::Signature).next().unwrap();
        let expected =
            if weak { VerifyError::SignatureUnchecked } else { VerifyError::SignatureInvalid };
        assert_eq!(*finding, expected);
    }
    assert!(refused > 0 && refused < seen.len());
}

#[test]
fn no_signature_of_wycheproof_signs_a_license() {
    for vector in wycheproof() {
        let Ok(signature) = <[u8; 64]>::try_from(vector.signature.as_slice()) else { continue };
        let report = examine(&vector.key, &signature);
        let expected = if has_reduced_scalar(&signature) {
            VerifyError::SignatureInvalid
        } else {
            VerifyError::SignatureMalformed
        };
        assert_eq!(report.on(Axis::Signature).collect::<Vec<_>>(), [&expected]);
    }
}
