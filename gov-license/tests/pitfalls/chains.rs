//! Rows 26 to 28 and 31: who signs for whom, key usage, encodings, hints.

use gov_license::{
    AnchorError, Axis, ChainFault, ChainRule, IssuanceRules, SignedLicense, TrustStore, VerifyError,
};
use pem_rfc7468::{LineEnding, encode_string};
use rcgen::{BasicConstraints, IsCa, KeyIdMethod, KeyUsagePurpose};
use serde_json::json;

use crate::desk::{builder_of, license, now, random, type_code};
use crate::forge::Draft;
use crate::pki::{BUREAU, Key, OTHER, Pki, Plan, forge, policy, replace, trust as trust_under};
use crate::window::trust;

fn under(certificates: &[&Vec<u8>]) -> SignedLicense {
    Draft::usual().chain(certificates).read().unwrap()
}

fn faults(signed: &SignedLicense, trust: &TrustStore) -> Vec<(usize, ChainRule)> {
    let report = signed.examine(trust, now());
    let fault = |finding: &VerifyError| match finding {
        VerifyError::Chain(fault) => (fault.certificate(), fault.rule()),
        other => panic!("{other}"),
    };
    report.on(Axis::Chain).map(fault).collect()
}

fn changed(change: impl FnOnce(&mut Plan)) -> Vec<(usize, ChainRule)> {
    let mut plan = Plan::usual();
    change(&mut plan);
    let Pki { root, intermediate, leaf } = plan.certify();
    faults(&under(&[&leaf, &intermediate]), &trust_under(&root))
}

#[test]
fn pitfall_26_another_chain_does_not_stand_in_for_the_bureaus_own() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    // The same subject with another key: the license was signed with the first.
    let mut twin = Plan::usual();
    twin.leaf_key = Key::from_seed([13; 32]);
    let twin = twin.certify().leaf;
    let error = under(&[&twin, &intermediate]).verify(&trust(), now()).unwrap_err();
    assert_eq!(error, VerifyError::SignatureInvalid);

    // Another bureau, trusted and honest, that may not issue this type.
    let rights =
        policy().with_right(BUREAU, [type_code(BUREAU)]).with_right(OTHER, [type_code(OTHER)]);
    let mut store = TrustStore::new(rights);
    store.add_root_der(&root).unwrap();
    let own = Plan::of(OTHER);
    let Pki { leaf: others, .. } = own.certify();
    let chain = vec![others.clone(), intermediate.clone()];
    let other = gov_license::Issuer::try_new(OTHER, own.leaf_key.signer(), chain).unwrap();
    let issue = |license| other.issue(&license, now(), &mut random()).unwrap();
    let theirs = issue(builder_of(OTHER).build().unwrap());
    assert!(theirs.verify(&store, now()).is_ok());
    let foreign = gov_license::LicenseId::try_new(type_code(BUREAU), OTHER, "1", 1).unwrap();
    let foreign = gov_license::License::builder(foreign)
        .name("食品经营许可证")
        .number("1")
        .issuing_authority_name("样例局")
        .issued_on(license().issued_on())
        .holder(license().holder().unwrap().clone(), "样例人")
        .build()
        .unwrap();
    let no_right = VerifyError::NoRight { body: OTHER, type_code: type_code(BUREAU) };
    assert_eq!(issue(foreign).verify(&store, now()).unwrap_err(), no_right);
    // And under whose certificate the bureau's license is not the bureau's.
    let error = under(&[&others, &intermediate]).verify(&store, now()).unwrap_err();
    assert_eq!(error, VerifyError::OtherBody { named: OTHER, claimed: BUREAU });

    // The intermediate as an issuer; the bureau as an authority; the bureau as
    // an anchor that signed itself.
    assert!(faults(&under(&[&intermediate]), &trust()).contains(&(1, ChainRule::Authority)));
    let below = Plan::usual();
    let authority = rcgen::Issuer::from_params(&below.leaf, &below.leaf_key);
    let sub = below.leaf.signed_by(&Key::from_seed([14; 32]), &authority).unwrap().der().to_vec();
    let found = faults(&under(&[&sub, &leaf, &intermediate]), &trust());
    assert!(found.contains(&(2, ChainRule::NotAuthority)), "{found:?}");
    assert!(found.contains(&(2, ChainRule::KeyCertSign)), "{found:?}");
    let alone = below.leaf.self_signed(&below.leaf_key).unwrap().der().to_vec();
    let refused = AnchorError::Certificate(ChainFault::new(1, ChainRule::NotAuthority));
    assert_eq!(TrustStore::new(policy()).add_anchor_der(&alone), Err(refused));
}

/// The 194 chains of x509-limbo, 66 of them the core, are answered in
/// `tests/suites/chains.rs`, where the figures are printed.
#[test]
fn pitfall_27_a_key_does_only_what_its_certificate_says() {
    assert_eq!(changed(|_| ()), []);
    // rustls-webpki alone lets this one pass.
    let lists_only =
        |plan: &mut Plan| plan.intermediate.key_usages = vec![KeyUsagePurpose::CrlSign];
    assert_eq!(changed(lists_only), [(2, ChainRule::KeyCertSign)]);
    assert_eq!(
        changed(|plan| plan.intermediate.key_usages = vec![]),
        [(2, ChainRule::KeyCertSign)]
    );
    let agreement = |plan: &mut Plan| plan.leaf.key_usages = vec![KeyUsagePurpose::KeyAgreement];
    assert_eq!(changed(agreement), [(1, ChainRule::DigitalSignature)]);
    assert_eq!(changed(|plan| plan.leaf.key_usages = vec![]), [(1, ChainRule::DigitalSignature)]);
    let authority = IsCa::Ca(BasicConstraints::Unconstrained);
    assert_eq!(changed(|plan| plan.leaf.is_ca = authority), [(1, ChainRule::Authority)]);
    let exceptions: serde_json::Value =
        serde_json::from_str(include_str!("../suites/exceptions.json")).unwrap();
    let accepted =
        exceptions.as_object().unwrap().iter().filter(|(_, exception)| {
            exception["kind"] != "stricter" && exception["kind"] != "beside"
        });
    assert_eq!(accepted.count(), 0, "an exception that is neither");
}

#[test]
fn pitfall_28_a_certificate_has_one_encoding() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let form = [(1, ChainRule::Form)];
    let refused =
        |leaf: Vec<u8>| assert_eq!(faults(&under(&[&leaf, &intermediate]), &trust()), form);
    refused([leaf.clone(), vec![0]].concat());
    refused([leaf.clone(), intermediate.clone()].concat());
    // Indefinite length, and a length written longer than it need be.
    refused([&[0x30, 0x80][..], &leaf[4..], &[0, 0]].concat());
    refused([&[0x30, 0x83, 0][..], &leaf[2..]].concat());

    // Tags and texts that the parsers pass over and other readers refuse, signed
    // by the authority itself.
    let signed = |from: &[u8], to: &[u8]| {
        let authority = Plan::usual().intermediate_key;
        let leaf = forge(&leaf, &authority, |tbs| replace(tbs, from, to));
        faults(&under(&[&leaf, &intermediate]), &trust())
    };
    let city = "样例市".as_bytes();
    assert_eq!(signed(city, city), []);
    let not_utf8 = [&[0x66][..], &city[1..]].concat();
    assert_eq!(signed(city, &not_utf8), form);
    let text_tag = |tag| [&[tag, 30][..], city].concat();
    assert_eq!(signed(&text_tag(0x0c), &text_tag(0x04)), form);
    let key = |sequence, id| [sequence, 5, id, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0];
    assert_eq!(signed(&key(0x30, 6), &key(0x10, 6)), form);
    assert_eq!(signed(&key(0x30, 6), &key(0x30, 7)), form);
    // organizationIdentifier with an arc that begins with nothing.
    assert_eq!(signed(&[6, 3, 0x55, 4, 0x61], &[6, 3, 0x55, 0x80, 0x61]), form);
    let authority_key = |sequence| [4, 0x18, sequence, 0x16, 0x80, 0x14];
    let unread = signed(&authority_key(0x30), &authority_key(0x10));
    assert_eq!(unread, [(1, ChainRule::Extension)]);

    let pem = |der: &[u8]| encode_string("CERTIFICATE", LineEnding::LF, der).unwrap();
    let add = |text: &str| TrustStore::new(policy()).add_root_pem(text);
    let good = pem(&root);
    assert_eq!(add(&good), Ok(()));
    assert_eq!(add(&good.replace('\n', "\r\n")), Ok(()));
    for text in [
        format!("# our root\n{good}"),
        format!("{good}# our root\n"),
        format!("\u{feff}{good}"),
        format!("{good}{good}"),
        good.replacen('\n', "\r\n", 2),
        good.replace("MII", "MI I"),
        good.to_lowercase(),
    ] {
        assert_eq!(add(&text), Err(AnchorError::Pem), "{text}");
    }
    let two = AnchorError::Certificate(ChainFault::new(1, ChainRule::Form));
    assert_eq!(add(&pem(&[root.clone(), root].concat())), Err(two));
}

/// Two anchors that a key identifier does not tell apart: both are tried. The
/// chain comes with the license, so `kid` is not asked at all.
#[test]
fn pitfall_31_a_hint_is_a_hint() {
    let of = |seed: u8| {
        let mut plan = Plan::usual();
        plan.root_key = Key::from_seed([seed; 32]);
        plan.root.key_identifier_method = KeyIdMethod::PreSpecified(vec![7; 8]);
        plan
    };
    let (one, other) = (of(1), of(21));
    let roots = [one.certify().root, other.certify().root];
    let licenses = [&one, &other].map(|plan| {
        let Pki { intermediate, leaf, .. } = plan.certify();
        under(&[&leaf, &intermediate])
    });
    for order in [[0, 1], [1, 0]] {
        let mut store = TrustStore::new(policy());
        for root in order {
            store.add_root_der(&roots[root]).unwrap();
        }
        for license in &licenses {
            assert!(license.verify(&store, now()).is_ok());
        }
    }
    // Each alone carries its own only.
    let signature = [(2, ChainRule::Signature)];
    assert_eq!(faults(&licenses[0], &trust_under(&roots[1])), signature);
    assert_eq!(faults(&licenses[1], &trust_under(&roots[0])), signature);
    // A key identifier in the header decides nothing, right or wrong.
    for kid in [json!("AAAAAAAAAAA"), json!(1), json!({ "x5t": "x" })] {
        let mut draft = Draft::usual();
        draft.header["kid"] = kid;
        assert!(draft.read().unwrap().verify(&trust(), now()).is_ok());
    }
    // Nor is a chain forgiven because the rules for issuing are.
    let lenient = policy().with_issuance_rules(IssuanceRules::PathOnly);
    let mut store = TrustStore::new(lenient);
    store.add_root_der(&roots[1]).unwrap();
    assert_eq!(faults(&licenses[0], &store), signature);
}
