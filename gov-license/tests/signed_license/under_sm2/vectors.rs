//! SM2 and SM3 against the examples of the standards, and against what OpenSSL
//! made (`tests/data/README.md` says where each row is from).

use base64ct::{Base64, Encoding};
use gov_license::{AnchorError, ChainRule, Signer, Sm2Signer, TrustStore, VerifyError};
use proptest::prelude::*;
use sm2::dsa::SigningKey;
use sm2::dsa::signature::Signer as _;
use sm3::{Digest, Sm3};

use super::{base16, signed};
use crate::desk::at;
use crate::forge::Draft;
use crate::pki::policy;
use crate::sm2_pki::der_signature;
use crate::sm2_sm3::{IDENTIFIER, PublicKey, is_in_range, read_der};

const VECTORS: &str = include_str!("../../data/sm_vectors.tsv");

/// Input, what is expected, and the note, of every row of this kind.
fn rows(kind: &str) -> Vec<(&'static str, &'static str, &'static str)> {
    let cut = |row: &'static str| {
        let mut cells = row.split('\t');
        (cells.next() == Some(kind))
            .then(|| (cells.next().unwrap(), cells.next().unwrap(), cells.next().unwrap()))
    };
    VECTORS.lines().filter_map(cut).collect()
}

/// A value of the worked signature.
fn example(name: &str) -> Vec<u8> {
    let row = rows("sm2sig").into_iter().find(|(input, ..)| *input == name);
    base16(row.unwrap().1)
}

fn example_key() -> PublicKey {
    PublicKey::read(&[vec![4], example("PAx"), example("PAy")].concat()).unwrap()
}

fn example_signature() -> [u8; 64] {
    [example("r"), example("s")].concat().try_into().unwrap()
}

/// A certificate of the table, by its name in the note.
fn certificate(name: &str) -> Vec<u8> {
    let named = |note: &str| note.split(';').next() == Some(&format!("name {name}"));
    let row = rows("sm2cert").into_iter().find(|(.., note)| named(note)).unwrap();
    Base64::decode_vec(row.0).unwrap()
}

#[test]
fn sm3_digests_as_the_standard_does() {
    let rows = rows("sm3");
    assert_eq!(rows.len(), 3);
    for (message, digest, _) in rows {
        assert_eq!(Sm3::digest(base16(message)).as_slice(), base16(digest), "{message}");
    }
}

#[test]
fn the_worked_signature_of_the_standard_verifies() {
    let (key, message) = (example_key(), example("M"));
    assert_eq!(example("ID"), IDENTIFIER.as_bytes());
    assert!(key.verify(&message, &example_signature()));
    assert!(!key.verify(b"message digesT", &example_signature()));
    let signer = Sm2Signer::from_secret(&example("dA").try_into().unwrap()).unwrap();
    assert_eq!(signer.public_key(), key.as_bytes());
    for bit in 0..512 {
        let mut changed = example_signature();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(!key.verify(&message, &changed), "bit {bit}");
    }
}

#[test]
fn the_same_message_gets_the_same_signature() {
    let [(input, expected, _)] = rows("sm2det")[..] else { panic!("one row") };
    let [secret, identifier, message] = input.split('|').collect::<Vec<_>>()[..] else {
        panic!("three parts")
    };
    assert_eq!(base16(identifier), IDENTIFIER.as_bytes());
    let signer = Sm2Signer::from_secret(&base16(secret).try_into().unwrap()).unwrap();
    let signature = signer.sign(&base16(message)).unwrap();
    assert_eq!(signature, base16(expected));
    // Not the worked signature, whose nonce was drawn, and yet as good.
    assert_ne!(signature, example_signature());
    assert!(example_key().verify(&base16(message), &signature.try_into().unwrap()));
}

#[test]
fn another_identifier_is_another_signature() {
    for identifier in ["", "1234567812345679", "ALICE123@YAHOO.COM"] {
        let key = SigningKey::from_slice(identifier, &example("dA")).unwrap();
        let signature: sm2::dsa::Signature = key.sign(&example("M"));
        assert!(!example_key().verify(&example("M"), &signature.to_bytes().into()), "{identifier}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_signature_holds_for_its_key_and_message_alone(
        secrets in any::<[[u8; 32]; 2]>(),
        message in proptest::collection::vec(any::<u8>(), 0..200),
        place in any::<proptest::sample::Index>(),
        mask in 1..=255_u8,
    ) {
        let signers = secrets.map(|secret| Sm2Signer::from_secret(&secret));
        let [Some(signer), Some(other)] = signers else { return Ok(()) };
        let [key, stranger] =
            [&signer, &other].map(|signer| PublicKey::read(&signer.public_key()).unwrap());
        let signature: [u8; 64] = signer.sign(&message).unwrap().try_into().unwrap();
        prop_assert!(key.verify(&message, &signature));
        prop_assert!(is_in_range(&signature));
        prop_assert_eq!(stranger.verify(&message, &signature), stranger == key);
        let mut changed = signature;
        changed[place.index(64)] ^= mask;
        prop_assert!(!key.verify(&message, &changed));
        let mut longer = message.clone();
        longer.push(mask);
        prop_assert!(!key.verify(&longer, &signature));
        // There and back through the form that certificates have.
        let der = der_signature(&signature);
        prop_assert_eq!(read_der(&der), Some(signature));
    }
}

#[test]
fn halves_of_a_signature_lie_from_one_to_below_the_order() {
    let order = base16("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    let mut below = order.clone();
    below[31] -= 1;
    let zero = vec![0; 32];
    for (r, s, expected) in [
        (&below, &below, true),
        (&zero, &below, false),
        (&below, &zero, false),
        (&order, &below, false),
        (&below, &order, false),
        (&vec![0xff; 32], &below, false),
    ] {
        let signature = [r.as_slice(), s].concat().try_into().unwrap();
        assert_eq!(is_in_range(&signature), expected, "{r:?} {s:?}");
        assert!(!example_key().verify(&example("M"), &signature));
    }
    // r + s = n leaves the key out of the reckoning.
    let mut one = zero;
    one[31] = 1;
    let without_key = [one, below].concat().try_into().unwrap();
    assert!(is_in_range(&without_key));
    assert!(!example_key().verify(&example("M"), &without_key));
}

#[test]
fn a_public_key_is_a_point_in_its_uncompressed_form() {
    let good = example_key().as_bytes().to_vec();
    let refuse = |bytes: &[u8]| assert_eq!(PublicKey::read(bytes), None, "{bytes:?}");
    refuse(&good[..64]);
    refuse(&[&good[..], &[0]].concat());
    refuse(&[0]);
    refuse(&[&[2 + (good[64] & 1)], &good[1..33]].concat());
    for tag in [0, 2, 3, 5, 6, 7, 0x84] {
        refuse(&[&[tag], &good[1..]].concat());
    }
    for place in [1, 32, 33, 64] {
        let mut off_the_curve = good.clone();
        off_the_curve[place] ^= 1;
        refuse(&off_the_curve);
    }
    // A coordinate that is not reduced.
    refuse(&[&[4], &[0xff; 32][..], &good[33..]].concat());
}

#[test]
fn certificates_of_openssl_verify_as_the_table_says() {
    // All of them are in date at this moment.
    let moment = at("2026-11-25T08:00:00+08:00");
    let faults = |leaf: &str, intermediates: &[&str], root: &str| {
        let mut trust = TrustStore::new(policy());
        trust.add_root_der(&certificate(root)).unwrap();
        let chain: Vec<_> =
            [leaf].iter().chain(intermediates).map(|name| certificate(name)).collect();
        let draft = Draft::of(&signed()).chain(&chain.iter().collect::<Vec<_>>());
        let text = super::text(&draft, &crate::sm2_pki::sm2_key(3));
        let read = gov_license::SignedLicense::parse(&text).unwrap();
        let rule = |finding: &VerifyError| match finding {
            VerifyError::Chain(fault) => Some((fault.certificate(), fault.rule())),
            _ => None,
        };
        read.examine(&trust, moment).findings().iter().filter_map(rule).collect::<Vec<_>>()
    };
    // They name no purpose; nothing else is wrong with them.
    let purpose = (1, ChainRule::Purpose);
    assert_eq!(faults("leaf", &[], "ca"), [purpose]);
    assert_eq!(faults("leaf-of-intermediate", &["intermediate"], "intermediate-root"), [purpose]);
    let path = (3, ChainRule::PathLength);
    assert_eq!(faults("leaf-of-intermediate", &["intermediate"], "ca"), [purpose, path]);
    let strangers = faults("leaf-of-intermediate", &[], "ca");
    assert!(strangers.contains(&(1, ChainRule::Anchor)), "{strangers:?}");
}

#[test]
fn a_certificate_with_a_raw_signature_is_refused() {
    let mut trust = TrustStore::new(policy());
    let error = trust.add_anchor_der(&certificate("bad-raw-signature")).unwrap_err();
    let AnchorError::Certificate(fault) = error else { panic!("{error}") };
    assert_eq!(fault.rule(), ChainRule::Signature);
}

#[test]
fn a_signature_of_openssl_verifies_under_its_certificate() {
    let [(input, ..)] = rows("sm2msg")[..] else { panic!("one row") };
    let (message, signature) = input.split_once('|').unwrap();
    let [message, signature] = [message, signature].map(|text| Base64::decode_vec(text).unwrap());
    let leaf = certificate("leaf");
    let (_, leaf) = x509_parser::parse_x509_certificate(&leaf).unwrap();
    let key = PublicKey::read(&leaf.public_key().subject_public_key.data).unwrap();
    assert!(key.verify(&message, &read_der(&signature).unwrap()));
    assert!(!key.verify(b"license byte", &read_der(&signature).unwrap()));
}
