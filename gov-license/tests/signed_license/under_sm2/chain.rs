//! Chains of SM2 certificates: the rules that only they can break. All others
//! are tested with Ed25519 and do not ask for the algorithm.

use gov_license::{
    AnchorError, Axis, ChainFault, ChainRule, Ed25519Signer, Signer, TrustStore, VerifyError,
};
use sm2::dsa::signature::Signer as _;
use sm2::dsa::{Signature, SigningKey};

use super::{signed, text};
use crate::desk::now;
use crate::forge::Draft;
use crate::pki::{Pki, Plan, policy};
use crate::sm2_pki::{
    SM2_KEY, SM2_SIGNATURE, children, der_signature, enclose, integer, recertify, recertify_info,
    seal, sm2_certify, sm2_key, sm2_trust, tlv,
};

/// What an examination says about a chain under the usual root.
fn faults(certificates: &[&Vec<u8>], trust: &TrustStore) -> Vec<(usize, ChainRule)> {
    let draft = Draft::of(&signed()).chain(certificates);
    let read = gov_license::SignedLicense::parse(&text(&draft, &sm2_key(3))).unwrap();
    let report = read.examine(trust, now());
    let fault = |finding: &VerifyError| match finding {
        VerifyError::Chain(fault) => (fault.certificate(), fault.rule()),
        other => panic!("{other}"),
    };
    report.on(Axis::Chain).map(fault).collect()
}

fn under_usual(leaf: &Vec<u8>) -> Vec<(usize, ChainRule)> {
    faults(&[leaf, &sm2_certify(&Plan::usual()).intermediate], &sm2_trust(policy()))
}

#[test]
fn the_usual_chain_passes_both_gates() {
    assert_eq!(under_usual(&sm2_certify(&Plan::usual()).leaf), []);
}

/// The usual certificates for keys of either kind, each signed by the one above.
fn mixed(keys: &[Box<dyn Signer>; 3]) -> Pki {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let [first, second, third] = keys.each_ref().map(|key| &**key);
    Pki {
        root: recertify(&root, first, first),
        intermediate: recertify(&intermediate, second, first),
        leaf: recertify(&leaf, third, second),
    }
}

#[test]
fn a_chain_of_both_algorithms_is_refused_though_every_signature_holds() {
    for mix in 0..8_u8 {
        let is_sm2 = [4, 2, 1].map(|bit| mix & bit != 0);
        let keys = [(1, is_sm2[0]), (2, is_sm2[1]), (3, is_sm2[2])].map(|(number, is_sm2)| {
            let key: Box<dyn Signer> = if is_sm2 {
                Box::new(sm2_key(number))
            } else {
                Box::new(Ed25519Signer::from_seed(&[number; 32]))
            };
            key
        });
        let Pki { root, intermediate, leaf } = mixed(&keys);
        let mut trust = TrustStore::new(policy());
        trust.add_root_der(&root).unwrap();
        let draft = if is_sm2[2] { Draft::of(&signed()) } else { Draft::usual() };
        let draft = draft.chain(&[&leaf, &intermediate]);
        let read = gov_license::SignedLicense::parse(&text(&draft, &*keys[2])).unwrap();
        // A certificate stands out by its own key, or by the key that signed it.
        let odd = |position: usize| {
            let (key, signer) =
                (is_sm2[3 - position], is_sm2[3_usize.saturating_sub(position + 1)]);
            key != is_sm2[2] || signer != is_sm2[2]
        };
        let rule = |position| ChainFault::new(position, ChainRule::OtherAlgorithm);
        let expected: Vec<_> = (1..=3).filter(|position| odd(*position)).map(rule).collect();
        let report = read.examine(&trust, now());
        let found = report.findings().iter().cloned();
        assert!(found.eq(expected.into_iter().map(VerifyError::Chain)), "{mix:03b} {report:?}");
        assert_eq!(report.conclusion().is_none(), matches!(mix, 0b000 | 0b111));
    }
}

#[test]
fn an_anchor_is_of_one_algorithm() {
    let sm2 = [1, 2].map(sm2_key);
    let ed25519 = [1, 2].map(|number| Ed25519Signer::from_seed(&[number; 32]));
    let intermediate = Plan::usual().certify().intermediate;
    let add = |key: &dyn Signer, issuer: &dyn Signer| {
        TrustStore::new(policy()).add_anchor_der(&recertify(&intermediate, key, issuer))
    };
    assert_eq!(add(&sm2[1], &sm2[0]), Ok(()));
    assert_eq!(add(&ed25519[1], &ed25519[0]), Ok(()));
    let rule = ChainFault::new(1, ChainRule::OtherAlgorithm);
    assert_eq!(add(&sm2[1], &ed25519[0]), Err(AnchorError::Certificate(rule.clone())));
    assert_eq!(add(&ed25519[1], &sm2[0]), Err(AnchorError::Certificate(rule)));
}

/// The usual bureau's certificate with this subject public key info.
fn leaf_with(info: &[u8]) -> Vec<u8> {
    recertify_info(&Plan::usual().certify().leaf, info, &sm2_key(2))
}

fn info(name: &[u8], key: &[u8]) -> Vec<u8> {
    tlv(0x30, &[name, &tlv(0x03, &[&[0], key].concat())].concat())
}

#[test]
fn a_key_has_one_name_and_one_form() {
    let key = sm2_key(3).public_key();
    assert_eq!(under_usual(&leaf_with(&info(SM2_KEY, &key))), []);

    let curve = |arc: u8| {
        let mut name = SM2_KEY.to_vec();
        *name.last_mut().unwrap() = arc;
        name
    };
    let (key_name, curve_name) = (&SM2_KEY[2..11], &SM2_KEY[11..]);
    let in_bytes = tlv(0x30, &[key_name, &[4], &curve_name[1..]].concat());
    let privately = tlv(0x30, &[key_name, &[0x86], &curve_name[1..]].concat());
    let compressed = [&[2 + (key[64] & 1)], &key[1..33]].concat();
    let hybrid = [&[6 + (key[64] & 1)], &key[1..]].concat();
    for (what, info) in [
        ("another curve", info(&curve(0x2e), &key)),
        ("no curve", info(&tlv(0x30, key_name), &key)),
        ("a null for a curve", info(&tlv(0x30, &[key_name, &[5, 0]].concat()), &key)),
        ("the curve as a string of bytes", info(&in_bytes, &key)),
        ("the curve under a tag of its own", info(&privately, &key)),
        ("the curve as the algorithm", info(&tlv(0x30, curve_name), &key)),
        ("a compressed point", info(SM2_KEY, &compressed)),
        ("a hybrid point", info(SM2_KEY, &hybrid)),
        ("the point at infinity", info(SM2_KEY, &[0])),
        ("a point off the curve", info(SM2_KEY, &[&key[..64], &[key[64] ^ 1]].concat())),
        ("no tag of the form", info(SM2_KEY, &key[1..])),
    ] {
        let leaf = leaf_with(&info);
        let found = under_usual(&leaf);
        assert!(found.contains(&(1, ChainRule::PublicKey)), "{what}: {found:?}");
        let chain = vec![leaf, sm2_certify(&Plan::usual()).intermediate];
        assert!(gov_license::Issuer::try_new(crate::pki::BUREAU, sm2_key(3), chain).is_err());
    }
}

/// The signed part of the usual bureau's certificate.
fn signed_part() -> Vec<u8> {
    children(&sm2_certify(&Plan::usual()).leaf)[0].to_vec()
}

#[test]
fn a_signature_in_a_certificate_has_one_form() {
    let tbs = signed_part();
    let raw = sm2_key(2).sign(&tbs).unwrap();
    let (r, s) = raw.split_at(32);
    let enclosed = |signature: &[u8]| enclose(&tbs, SM2_SIGNATURE, signature);
    assert_eq!(under_usual(&enclosed(&der_signature(&raw))), []);

    let pair = |first: &[u8], second: &[u8]| tlv(0x30, &[first, second].concat());
    let padded = |number: &[u8]| tlv(0x02, &[&[0, 0], number].concat());
    let negative = tlv(0x02, &[&[0x80], &r[1..]].concat());
    let long = [&[0x30, 0x81], &der_signature(&raw)[1..]].concat();
    for (what, signature) in [
        ("raw", raw.clone()),
        ("swapped", pair(&integer(s), &integer(r))),
        ("padded", pair(&padded(r), &integer(s))),
        ("negative", pair(&negative, &integer(s))),
        ("zero", pair(&tlv(0x02, &[0]), &integer(s))),
        ("one number", tlv(0x30, &integer(r))),
        ("three numbers", tlv(0x30, &[integer(r), integer(s), integer(s)].concat())),
        ("trailing", [der_signature(&raw), vec![0]].concat()),
        ("a long length", long),
        ("a set", tlv(0x31, &[integer(r), integer(s)].concat())),
        ("nothing", Vec::new()),
    ] {
        assert_eq!(under_usual(&enclosed(&signature)), [(1, ChainRule::Signature)], "{what}");
    }
}

#[test]
fn a_certificate_signed_under_another_identifier_is_refused() {
    let tbs = signed_part();
    for identifier in ["", "1234567812345679"] {
        let key = SigningKey::from_slice(identifier, &[2; 32]).unwrap();
        let signature: Signature = key.sign(&tbs);
        let leaf = enclose(&tbs, SM2_SIGNATURE, signature.to_der().as_bytes());
        assert_eq!(under_usual(&leaf), [(1, ChainRule::Signature)], "{identifier}");
    }
}

#[test]
fn the_name_of_the_signature_is_the_one_with_sm3_and_without_parameters() {
    let signer = sm2_key(2);
    let (null, arc) = (&[5, 0][..], SM2_SIGNATURE.len() - 1);
    let mut sha1 = SM2_SIGNATURE.to_vec();
    sha1[arc] = 0x76; // 1.2.156.10197.1.502
    let with_null = tlv(0x30, &[&SM2_SIGNATURE[2..], null].concat());
    // A constant that some libraries have: 1.2.156.10197.501.
    let mistaken = tlv(0x30, &[6, 7, 0x2a, 0x81, 0x1c, 0xcf, 0x55, 0x83, 0x75]);
    let ecdsa = tlv(0x30, &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]);
    for name in [sha1, with_null, mistaken, ecdsa] {
        let part = signed_part();
        let mut parts = children(&part);
        parts[2] = &name;
        let tbs = tlv(0x30, &parts.concat());
        let signature = der_signature(&signer.sign(&tbs).unwrap());
        let found = under_usual(&enclose(&tbs, &name, &signature));
        assert_eq!(found, [(1, ChainRule::Algorithm)]);
        // Inside only, and outside only.
        let usual = signed_part();
        for (tbs, name) in [(&tbs, SM2_SIGNATURE), (&usual, &name[..])] {
            let signature = der_signature(&signer.sign(tbs).unwrap());
            let found = under_usual(&enclose(tbs, name, &signature));
            assert_eq!(found, [(1, ChainRule::AlgorithmTwice), (1, ChainRule::Algorithm)]);
        }
    }
}

#[test]
fn every_changed_bit_of_a_root_is_found() {
    let root = sm2_certify(&Plan::usual()).root;
    for position in 0..root.len() {
        for bit in 0..8 {
            let mut changed = root.clone();
            changed[position] ^= 1 << bit;
            let mut trust = TrustStore::new(policy());
            assert!(trust.add_root_der(&changed).is_err(), "byte {position} bit {bit}");
        }
    }
}

#[test]
fn another_key_of_the_same_name_signed_nothing() {
    let intermediate = sm2_certify(&Plan::usual()).intermediate;
    let stranger = sm2_key(9);
    let leaf = seal(&signed_part(), &stranger);
    assert_eq!(faults(&[&leaf, &intermediate], &sm2_trust(policy())), [(1, ChainRule::Signature)]);
}
