//! Chains of certificates: every rule of the closed profile, broken alone.

use gov_license::gov_identity::CreditCode;
use gov_license::{AnchorError, Axis, ChainFault, ChainRule, TrustStore, Verdict, VerifyError};
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, ExtendedKeyUsagePurpose, GeneralSubtree,
    IsCa, KeyUsagePurpose, NameConstraints, SanType, SerialNumber, date_time_ymd,
};

use crate::desk::{at, builder_of, now, random, type_code};
use crate::forge::Draft;
use crate::pki::{
    BUREAU, Key, OTHER, PURPOSE, Pki, Plan, assemble, forge, organization_identifier, policy,
    replace, trust,
};

/// What an examination says about a chain under a root.
fn faults(certificates: &[&Vec<u8>], trust: &TrustStore) -> Vec<(usize, ChainRule)> {
    let signed = Draft::usual().chain(certificates).read().unwrap();
    let report = signed.examine(trust, now());
    let fault = |finding: &VerifyError| match finding {
        VerifyError::Chain(fault) => (fault.certificate(), fault.rule()),
        other => panic!("{other}"),
    };
    let faults: Vec<_> = report.on(Axis::Chain).map(fault).collect();
    let good = faults.is_empty();
    assert_eq!(report.verdict(Axis::Chain), if good { Verdict::Yes } else { Verdict::No });
    // Nothing wrong with a chain is ever reported as something else.
    if let Some((certificate, rule)) = faults.first() {
        let first = VerifyError::Chain(ChainFault::new(*certificate, *rule));
        assert_eq!(signed.verify(trust, now()).unwrap_err(), first);
    }
    faults
}

#[track_caller]
fn check_plan(change: impl FnOnce(&mut Plan), expected: &[(usize, ChainRule)]) {
    let mut plan = Plan::usual();
    change(&mut plan);
    let Pki { root, intermediate, leaf } = plan.certify();
    let mut store = TrustStore::new(policy());
    if store.add_anchor_der(&root).is_ok() {
        assert_eq!(faults(&[&leaf, &intermediate], &store), expected);
    } else {
        panic!("the root is no anchor");
    }
}

#[test]
fn the_usual_chain_passes_both_gates() {
    check_plan(|_| (), &[]);
}

#[test]
fn the_first_certificate_is_made_for_signing_licenses() {
    let other = |last| ExtendedKeyUsagePurpose::Other(vec![2, 999, 36903, last]);
    let purpose = ExtendedKeyUsagePurpose::Other(PURPOSE.to_vec());
    let refused = [(1, ChainRule::Purpose)];
    check_plan(|plan| plan.leaf.extended_key_usages = vec![], &refused);
    check_plan(|plan| plan.leaf.extended_key_usages = vec![other(2)], &refused);
    check_plan(|plan| plan.leaf.extended_key_usages = vec![other(128)], &refused);
    let usual = ExtendedKeyUsagePurpose::ServerAuth;
    check_plan(|plan| plan.leaf.extended_key_usages = vec![usual.clone()], &refused);
    let both = vec![usual, purpose.clone()];
    check_plan(|plan| plan.leaf.extended_key_usages = both, &[]);
    // Made for anything is not made for this.
    let any = vec![ExtendedKeyUsagePurpose::Any];
    let refused = [(1, ChainRule::Purpose), (1, ChainRule::PurposeForm)];
    check_plan(|plan| plan.leaf.extended_key_usages = any, &refused);
    // An authority may be bound to purposes as well.
    let bound = |purposes| move |plan: &mut Plan| plan.intermediate.extended_key_usages = purposes;
    check_plan(bound(vec![purpose]), &[]);
    check_plan(bound(vec![other(2)]), &[(2, ChainRule::Purpose)]);
}

#[test]
fn the_first_certificate_is_no_authority() {
    let authority = IsCa::Ca(BasicConstraints::Unconstrained);
    check_plan(|plan| plan.leaf.is_ca = authority, &[(1, ChainRule::Authority)]);
    check_plan(|plan| plan.leaf.is_ca = IsCa::ExplicitNoCa, &[]);
}

#[test]
fn an_intermediate_is_an_authority() {
    check_plan(
        |plan| plan.intermediate.is_ca = IsCa::ExplicitNoCa,
        &[(2, ChainRule::NotAuthority)],
    );
    // What is no authority gets no key identifier from the tool that makes it.
    let refused = [(2, ChainRule::NotAuthority), (2, ChainRule::SubjectKeyIdentifier)];
    check_plan(|plan| plan.intermediate.is_ca = IsCa::NoCa, &refused);
}

#[test]
fn each_key_does_what_it_may() {
    let missing = [(2, ChainRule::KeyCertSign)];
    let crl = vec![KeyUsagePurpose::CrlSign];
    check_plan(|plan| plan.intermediate.key_usages = crl, &missing);
    check_plan(|plan| plan.intermediate.key_usages = vec![], &missing);
    let missing = [(1, ChainRule::DigitalSignature)];
    let other = vec![KeyUsagePurpose::ContentCommitment, KeyUsagePurpose::KeyAgreement];
    check_plan(|plan| plan.leaf.key_usages = other, &missing);
    check_plan(|plan| plan.leaf.key_usages = vec![], &missing);
}

#[test]
fn every_certificate_is_in_its_period_the_anchor_too() {
    type Params = fn(&mut Plan) -> &mut CertificateParams;
    let all: [Params; 3] =
        [|plan| &mut plan.leaf, |plan| &mut plan.intermediate, |plan| &mut plan.root];
    for (number, params) in (1..).zip(all) {
        let past = date_time_ymd(2026, 5, 31);
        check_plan(|plan| params(plan).not_after = past, &[(number, ChainRule::Expired)]);
        let future = date_time_ymd(2026, 6, 2);
        check_plan(|plan| params(plan).not_before = future, &[(number, ChainRule::NotYetValid)]);
    }
}

#[test]
fn both_ends_of_a_certificate_are_inside() {
    // The bureau's certificate: 2025-01-01 to 2030-01-01, 00:00 UTC.
    let signed = Draft::usual().read().unwrap();
    let trust = Plan::usual().trust();
    for (moment, fault) in [
        ("2024-12-31T23:59:59Z", Some(ChainRule::NotYetValid)),
        ("2025-01-01T00:00:00Z", None),
        ("2030-01-01T00:00:00Z", None),
        ("2030-01-01T00:00:01Z", Some(ChainRule::Expired)),
    ] {
        let report = signed.examine(&trust, at(moment));
        let expected = fault.map(|rule| VerifyError::Chain(ChainFault::new(1, rule)));
        assert_eq!(report.on(Axis::Chain).next(), expected.as_ref(), "{moment}");
    }
}

#[test]
fn the_root_says_how_many_authorities_may_follow() {
    let depth = |depth| IsCa::Ca(BasicConstraints::Constrained(depth));
    check_plan(|plan| plan.root.is_ca = depth(0), &[(3, ChainRule::PathLength)]);
    check_plan(|plan| plan.root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained), &[]);
}

#[test]
fn the_chain_is_taken_in_order_and_whole() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let store = trust(&root);
    let swapped = faults(&[&intermediate, &leaf], &store);
    assert!(swapped.contains(&(1, ChainRule::Authority)), "{swapped:?}");
    assert!(swapped.contains(&(1, ChainRule::Name)), "{swapped:?}");
    assert!(swapped.contains(&(1, ChainRule::Signature)), "{swapped:?}");
    assert!(swapped.contains(&(2, ChainRule::NotAuthority)), "{swapped:?}");
    assert!(swapped.contains(&(2, ChainRule::Anchor)), "{swapped:?}");
    assert_eq!(faults(&[&leaf], &store), [(1, ChainRule::Anchor)]);
    // A verifier may trust the intermediate itself.
    assert_eq!(faults(&[&leaf], &trust(&intermediate)), []);
    let twice = faults(&[&leaf, &intermediate, &intermediate], &store);
    assert!(twice.contains(&(2, ChainRule::Name)), "{twice:?}");
}

#[test]
fn a_root_sent_along_is_refused() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let along = faults(&[&leaf, &intermediate, &root], &trust(&root));
    assert!(along.contains(&(3, ChainRule::Root)), "{along:?}");
    let along = faults(&[&leaf, &intermediate, &root], &trust(&intermediate));
    assert_eq!(along, [(3, ChainRule::Root), (3, ChainRule::Anchor)]);
}

#[test]
fn nobody_is_trusted_unless_the_store_says_so() {
    let Pki { intermediate, leaf, .. } = Plan::usual().certify();
    let chain = [&leaf, &intermediate];
    assert_eq!(faults(&chain, &TrustStore::new(policy())), [(2, ChainRule::Anchor)]);

    // A root of the same name with another key.
    let mut plan = Plan::usual();
    plan.root_key = Key::from_seed([11; 32]);
    let impostor = plan.certify().root;
    let refused = [(2, ChainRule::Signature)];
    assert_eq!(faults(&chain, &trust(&impostor)), refused);

    // Both roots: a change of keys. The right one is found in either order.
    for order in
        [[&impostor, &Plan::usual().certify().root], [&Plan::usual().certify().root, &impostor]]
    {
        let mut store = TrustStore::new(policy());
        for root in order {
            store.add_anchor_der(root).unwrap();
            store.add_anchor_der(root).unwrap();
        }
        assert_eq!(store.anchors().len(), 2);
        assert_eq!(faults(&chain, &store), []);
    }
}

#[test]
fn a_chain_has_so_many_certificates_at_most() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let store = |certificates| {
        let mut store = TrustStore::new(policy().with_max_chain(certificates));
        store.add_anchor_der(&root).unwrap();
        store
    };
    let chain = [&leaf, &intermediate];
    assert_eq!(faults(&chain, &store(3)), []);
    assert_eq!(faults(&chain, &store(2)), [(2, ChainRule::Length)]);
    assert_eq!(faults(&chain, &store(0)), [(1, ChainRule::Length)]);
    let long = [&leaf, &intermediate, &intermediate, &intermediate];
    assert_eq!(faults(&long, &trust(&root)), [(4, ChainRule::Length)]);
}

/// The bureau's certificate with its signed part changed and signed again.
fn forged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<(usize, ChainRule)> {
    let plan = Plan::usual();
    let Pki { root, intermediate, leaf } = plan.certify();
    let leaf = forge(&leaf, &plan.intermediate_key, change);
    faults(&[&leaf, &intermediate], &trust(&root))
}

/// Algorithm and beginning of the key in a `SubjectPublicKeyInfo`.
const KEY_HEAD: [u8; 10] = [0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0];

#[test]
fn a_certificate_signed_again_without_change_is_the_same() {
    assert_eq!(forged(|_| ()), []);
}

#[test]
fn a_key_of_another_curve_is_no_key_even_with_the_right_bytes() {
    let x25519 = |tbs: &mut Vec<u8>| {
        let mut other = KEY_HEAD;
        other[6] = 0x6e;
        replace(tbs, &KEY_HEAD, &other);
    };
    assert_eq!(forged(x25519), [(1, ChainRule::PublicKey)]);
    let unused_bits = |tbs: &mut Vec<u8>| {
        let mut other = KEY_HEAD;
        other[9] = 7;
        replace(tbs, &KEY_HEAD, &other);
    };
    // The parser itself refuses bits that are not zero and yet not used.
    assert_eq!(forged(unused_bits), [(1, ChainRule::Form)]);
}

/// The certificate with other bytes for a key.
fn with_key(key: [u8; 32]) -> Vec<(usize, ChainRule)> {
    let public = x509_key(&Plan::usual().certify().leaf);
    forged(|tbs| {
        let from = [&KEY_HEAD[..], &public].concat();
        replace(tbs, &from, &[&KEY_HEAD[..], &key].concat());
    })
}

fn x509_key(der: &[u8]) -> Vec<u8> {
    let (_, certificate) = x509_parser::parse_x509_certificate(der).unwrap();
    certificate.public_key().subject_public_key.data.to_vec()
}

#[test]
fn weak_keys_and_keys_in_a_second_form_are_refused() {
    let refused = [(1, ChainRule::PublicKey)];
    let mut one = [0; 32];
    one[0] = 1;
    assert_eq!(with_key(one), refused);
    assert_eq!(with_key([0; 32]), refused);
    // y = p + k stands for y = k; where k is on the curve it is a second form.
    let mut second_forms = 0;
    for k in 2..19_u8 {
        let mut key = [0xff; 32];
        (key[0], key[31]) = (0xed + k, 0x7f);
        let lenient = ed25519_dalek::VerifyingKey::from_bytes(&key);
        second_forms += usize::from(lenient.is_ok_and(|key| !key.is_weak()));
        assert_eq!(with_key(key), refused, "{k}");
    }
    assert!(second_forms > 0);
}

#[test]
fn the_algorithm_is_ed25519_without_parameters_inside_and_outside() {
    let both = [(1, ChainRule::AlgorithmTwice), (1, ChainRule::Algorithm)];
    let head = [0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 0x30];
    let ed448 = [0x30, 5, 6, 3, 0x2b, 0x65, 0x71, 0x30];
    assert_eq!(forged(|tbs| replace(tbs, &head, &ed448)), both);

    let plan = Plan::usual();
    let Pki { root, intermediate, leaf } = plan.certify();
    let (_, parsed) = x509_parser::parse_x509_certificate(&leaf).unwrap();
    let outside = |algorithm: &[u8]| {
        let tbs = parsed.tbs_certificate.as_ref();
        let leaf = assemble(tbs, algorithm, &parsed.signature_value.data);
        faults(&[&leaf, &intermediate], &trust(&root))
    };
    assert_eq!(outside(&[0x30, 5, 6, 3, 0x2b, 0x65, 0x70]), []);
    assert_eq!(outside(&[0x30, 7, 6, 3, 0x2b, 0x65, 0x70, 5, 0]), both);
    assert_eq!(outside(&[0x30, 5, 6, 3, 0x2b, 0x65, 0x71]), both);
}

#[test]
fn a_certificate_is_of_version_3_with_a_positive_serial_number() {
    let version = |tbs: &mut Vec<u8>| replace(tbs, &[0xa0, 3, 2, 1, 2], &[0xa0, 3, 2, 1, 1]);
    let refused = forged(version);
    assert_eq!(refused, [(1, ChainRule::Version)]);
    let serial = |serial: Vec<u8>| {
        move |plan: &mut Plan| {
            plan.leaf.serial_number = Some(SerialNumber::from(serial));
        }
    };
    check_plan(serial(vec![0x7f; 20]), &[]);
    check_plan(serial(vec![0x7f; 21]), &[(1, ChainRule::SerialNumber)]);
    check_plan(serial(vec![0]), &[(1, ChainRule::SerialNumber)]);
    let negative = forged(|tbs| replace(tbs, &[2, 1, 3, 0x30], &[2, 1, 0x83, 0x30]));
    assert_eq!(negative, [(1, ChainRule::SerialNumber)]);
}

#[test]
fn every_critical_extension_is_understood() {
    let mut extension = CustomExtension::from_oid_content(&[2, 999, 5], vec![5, 0]);
    check_plan(|plan| plan.leaf.custom_extensions.push(extension.clone()), &[]);
    extension.set_criticality(true);
    let refused = [(1, ChainRule::CriticalExtension)];
    check_plan(|plan| plan.leaf.custom_extensions.push(extension.clone()), &refused);
    let refused = [(2, ChainRule::CriticalExtension)];
    check_plan(|plan| plan.intermediate.custom_extensions.push(extension), &refused);
}

#[test]
fn name_constraints_are_not_understood_here() {
    let constraints = NameConstraints {
        permitted_subtrees: vec![GeneralSubtree::DnsName("example.cn".into())],
        excluded_subtrees: vec![],
    };
    let name = SanType::DnsName("a.example.cn".try_into().unwrap());
    check_plan(
        |plan| {
            plan.intermediate.name_constraints = Some(constraints);
            plan.leaf.subject_alt_names = vec![name];
        },
        &[(2, ChainRule::NameConstraints)],
    );
}

#[test]
fn an_extension_stands_once_and_can_be_read() {
    let extension = |content| CustomExtension::from_oid_content(&[2, 999, 5], content);
    let twice = |plan: &mut Plan| {
        plan.leaf.custom_extensions = vec![extension(vec![5, 0]), extension(vec![5, 0])];
    };
    check_plan(twice, &[(1, ChainRule::Extension)]);
    let usage = CustomExtension::from_oid_content(&[2, 5, 29, 15], vec![3, 2, 7, 0x80]);
    check_plan(|plan| plan.leaf.custom_extensions = vec![usage], &[(1, ChainRule::Extension)]);
    let broken = CustomExtension::from_oid_content(&[2, 5, 29, 35], vec![0xff]);
    let plan = |plan: &mut Plan| {
        plan.leaf.use_authority_key_identifier_extension = false;
        plan.leaf.custom_extensions = vec![broken];
    };
    let refused = [(1, ChainRule::Extension), (1, ChainRule::AuthorityKeyIdentifier)];
    check_plan(plan, &refused);
}

#[test]
fn key_identifiers_agree() {
    let plan = Plan::usual();
    let intermediate = x509_key(&plan.certify().intermediate);
    let other = |tbs: &mut Vec<u8>| replace(tbs, &intermediate[..20], &[7; 20]);
    assert_eq!(forged(other), [(1, ChainRule::KeyIdentifier)]);
}

#[test]
fn a_certificate_is_one_in_der_and_nothing_behind_it() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let mut trailing = leaf.clone();
    trailing.push(0);
    let refused = [(1, ChainRule::Form)];
    assert_eq!(faults(&[&trailing, &intermediate], &trust(&root)), refused);
    let two = [leaf.clone(), intermediate.clone()].concat();
    assert_eq!(faults(&[&two, &intermediate], &trust(&root)), refused);
    // Indefinite length, which BER knows and DER does not.
    let mut indefinite = vec![0x30, 0x80];
    indefinite.extend(&leaf[4..]);
    indefinite.extend([0, 0]);
    assert_eq!(faults(&[&indefinite, &intermediate], &trust(&root)), refused);
    assert_eq!(faults(&[&leaf, &vec![]], &trust(&root)), [(2, ChainRule::Form)]);
    assert_eq!(faults(&[&leaf[..40].to_vec()], &trust(&root)), refused);
}

#[test]
fn a_license_under_an_unreadable_certificate_is_not_called_forged() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let signed = Draft::usual().chain(&[&leaf[1..].to_vec(), &intermediate]).read().unwrap();
    let report = signed.examine(&trust(&root), now());
    assert_eq!(report.verdict(Axis::Signature), Verdict::Undetermined);
    assert_eq!(report.verdict(Axis::IssuerRight), Verdict::No);
    assert_eq!(report.on(Axis::Signature).next(), Some(&VerifyError::SignatureUnchecked));
}

#[test]
fn the_certificate_is_the_issuers_own() {
    let verify = |plan: &Plan| {
        let Pki { root, intermediate, leaf } = plan.certify();
        let signed = Draft::usual().chain(&[&leaf, &intermediate]).read().unwrap();
        signed.verify(&trust(&root), now()).map(|_| ())
    };
    assert_eq!(verify(&Plan::usual()), Ok(()));
    let refused = VerifyError::OtherBody { named: OTHER, claimed: BUREAU };
    assert_eq!(verify(&Plan::of(OTHER)), Err(refused));

    let named = |values: &[&str]| {
        let mut plan = Plan::usual();
        plan.leaf.distinguished_name.remove(organization_identifier());
        for value in values {
            plan.leaf.distinguished_name.push(organization_identifier(), *value);
        }
        verify(&plan)
    };
    assert_eq!(named(&["NTRCN-11640200PDY00001XK"]), Ok(()));
    for value in [
        "11640200PDY00001XK",
        "ntrcn-11640200PDY00001XK",
        "NTRCN-11640200PDY00001XA",
        "NTRCN-11640200PDY00001XK ",
        "VATCN-11640200PDY00001XK",
        "NTRCN-",
    ] {
        assert_eq!(named(&[value]), Err(VerifyError::NoBody), "{value}");
    }
    assert_eq!(named(&[]), Err(VerifyError::NoBody));
}

#[test]
fn the_policy_says_where_the_certificate_names_its_body() {
    let attribute = rcgen::DnType::CustomDnType(vec![2, 999, 7]);
    let mut plan = Plan::usual();
    plan.leaf.distinguished_name.push(attribute, BUREAU.as_str());
    plan.leaf.distinguished_name.remove(organization_identifier());
    let Pki { root, intermediate, leaf } = plan.certify();
    let signed = Draft::usual().chain(&[&leaf, &intermediate]).read().unwrap();
    assert_eq!(signed.verify(&trust(&root), now()).unwrap_err(), VerifyError::NoBody);
    let attribute = gov_license::ObjectId::parse("2.999.7").unwrap();
    let mut store = TrustStore::new(policy().with_body_attribute(attribute, ""));
    store.add_anchor_der(&root).unwrap();
    assert!(signed.verify(&store, now()).is_ok());
}

#[test]
fn a_bureau_cannot_issue_for_another_with_its_own_good_chain() {
    // Honest key, honest chain, and a license that names another bureau.
    let Pki { intermediate, leaf, .. } = Plan::usual().certify();
    let key = Plan::usual().leaf_key.signer();
    let issuer = gov_license::Issuer::try_new(OTHER, key, vec![leaf, intermediate]).unwrap();
    let license = builder_of(OTHER).build().unwrap();
    let signed = issuer.issue(&license, now(), &mut random()).unwrap();
    let refused = VerifyError::OtherBody { named: BUREAU, claimed: OTHER };
    assert_eq!(signed.verify(&Plan::usual().trust(), now()).unwrap_err(), refused);
    assert_eq!(type_code(OTHER).authority(), CreditCode::parse(OTHER.as_str()).unwrap());
}

#[track_caller]
fn anchor_refused(der: &[u8], rule: ChainRule) {
    let error = TrustStore::new(policy()).add_anchor_der(der).unwrap_err();
    assert_eq!(error, AnchorError::Certificate(ChainFault::new(1, rule)));
}

#[test]
fn an_anchor_is_an_authority_with_its_own_good_signature() {
    let plan = Plan::usual();
    let Pki { root, leaf, .. } = plan.certify();
    anchor_refused(&leaf, ChainRule::NotAuthority);
    anchor_refused(&[], ChainRule::Form);
    anchor_refused(&[root.clone(), vec![0]].concat(), ChainRule::Form);
    // Issued to itself, signed by somebody else.
    anchor_refused(&forge(&root, &plan.leaf_key, |_| ()), ChainRule::Signature);
    let mut changed = root.clone();
    *changed.last_mut().unwrap() ^= 1;
    anchor_refused(&changed, ChainRule::Signature);
    let mut plan = Plan::usual();
    plan.root.key_usages = vec![KeyUsagePurpose::CrlSign];
    anchor_refused(&plan.certify().root, ChainRule::KeyCertSign);
    // A bureau's certificate that it signed itself.
    let alone = plan.leaf.self_signed(&plan.leaf_key).unwrap();
    anchor_refused(alone.der(), ChainRule::NotAuthority);
}

#[test]
fn an_anchor_in_pem_is_one_block_and_nothing_else() {
    let Pki { root, intermediate, .. } = Plan::usual().certify();
    let pem = |der: &[u8]| {
        pem_rfc7468::encode_string("CERTIFICATE", pem_rfc7468::LineEnding::LF, der).unwrap()
    };
    let add = |pem: &str| {
        let mut store = TrustStore::new(policy());
        store.add_anchor_pem(pem).map(|()| store.anchors().next().unwrap().to_vec())
    };
    let good = pem(&root);
    assert_eq!(add(&good), Ok(root.clone()));
    assert_eq!(add(good.trim_end()), Ok(root.clone()));
    assert_eq!(add(&good.replace('\n', "\r\n")), Ok(root.clone()));
    let long: String = good.split('\n').collect();
    for wrong in [
        String::new(),
        format!("# the root\n{good}"),
        format!("\u{feff}{good}"),
        format!(" {good}"),
        format!("{good}# the root"),
        format!("{good}{}", pem(&intermediate)),
        good.replace("CERTIFICATE", "TRUSTED CERTIFICATE"),
        good.replacen("-----END CERTIFICATE-----", "", 1),
        good.replacen("MII", "M II", 1),
        long,
    ] {
        assert_eq!(add(&wrong), Err(AnchorError::Pem), "{wrong}");
    }
    let two = pem(&[root, intermediate].concat());
    let refused = AnchorError::Certificate(ChainFault::new(1, ChainRule::Form));
    assert_eq!(add(&two), Err(refused));
}

#[test]
fn the_second_gate_has_a_say_of_its_own() {
    // TRUE written as 1: BER allows it, DER does not, and the first gate's
    // parser lets it pass.
    let (der, ber) = ([0x55, 0x1d, 0x0f, 1, 1, 0xff], [0x55, 0x1d, 0x0f, 1, 1, 1]);
    assert_eq!(forged(|tbs| replace(tbs, &der, &ber)), [(1, ChainRule::PathValidation)]);
}

#[test]
fn bit_strings_use_all_their_bits_and_purposes_end_where_they_end() {
    // A key and a signature whose last bit is zero may be called one bit shorter.
    let even = |bytes: &[u8]| bytes.last().is_some_and(|last| last % 2 == 0);
    let mut keys = (20..=255_u8).map(|seed| public_key(&Key::from_seed([seed; 32])));
    let key = keys.find(|key| even(key)).unwrap();
    let shorter = |tbs: &mut Vec<u8>| {
        let from = [&KEY_HEAD[..], &x509_key(&Plan::usual().certify().leaf)].concat();
        let mut to = [&KEY_HEAD[..], &key].concat();
        to[9] = 1;
        replace(tbs, &from, &to);
    };
    assert_eq!(forged(shorter), [(1, ChainRule::PublicKey)]);

    let mut found = false;
    for serial in 1..64_u8 {
        let mut plan = Plan::usual();
        plan.leaf.serial_number = Some(SerialNumber::from(vec![serial]));
        let Pki { root, intermediate, mut leaf } = plan.certify();
        if even(&leaf) {
            let unused = leaf.len() - 65;
            leaf[unused] = 1;
            let refused = [(1, ChainRule::Signature)];
            assert_eq!(faults(&[&leaf, &intermediate], &trust(&root)), refused);
            found = true;
            break;
        }
    }
    assert!(found);

    let purpose = |content: &[u8]| {
        let content = content.to_vec();
        move |plan: &mut Plan| {
            plan.leaf.extended_key_usages = vec![];
            let purposes = CustomExtension::from_oid_content(&[2, 5, 29, 37], content);
            plan.leaf.custom_extensions = vec![purposes];
        }
    };
    // 2.999.36903.1, then the same with something behind it.
    let whole = [0x30, 8, 6, 6, 0x88, 0x37, 0x82, 0xa0, 0x27, 0x1];
    check_plan(purpose(&whole), &[]);
    let refused = [(1, ChainRule::Extension), (1, ChainRule::Purpose)];
    check_plan(purpose(&[&whole[..], &[5, 0]].concat()), &refused);
    check_plan(purpose(&[0x30, 0]), &[(1, ChainRule::Purpose)]);
}

fn public_key(key: &Key) -> Vec<u8> {
    gov_license::Signer::public_key(&key.signer())
}
