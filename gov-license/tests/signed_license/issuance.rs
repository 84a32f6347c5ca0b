//! Rules for whoever issues certificates: held unless a policy says otherwise.

use gov_license::{AnchorError, Axis, ChainFault, ChainRule, IssuanceRules, TrustStore};
use gov_license::{Report, VerifyError};
use rcgen::{CustomExtension, DistinguishedName, ExtendedKeyUsagePurpose, IsCa, KeyUsagePurpose};

use crate::desk::now;
use crate::forge::Draft;
use crate::pki::{Key, PURPOSE, Pki, Plan, policy, trust};

/// Faults of a chain under the strict rules; under the others it has none.
#[track_caller]
fn strict(change: impl Fn(&mut Plan), expected: &[(usize, ChainRule)]) {
    let mut plan = Plan::usual();
    change(&mut plan);
    let Pki { root, intermediate, leaf } = plan.certify();
    let signed = Draft::usual().chain(&[&leaf, &intermediate]).read().unwrap();
    let report = signed.examine(&trust(&root), now());
    let expected = expected.iter().map(|(number, rule)| ChainFault::new(*number, *rule));
    assert_eq!(faults(&report), expected.collect::<Vec<_>>());
    let mut lenient = TrustStore::new(policy().with_issuance_rules(IssuanceRules::PathOnly));
    lenient.add_anchor_der(&root).unwrap();
    assert_eq!(faults(&signed.examine(&lenient, now())), []);
}

fn faults(report: &Report) -> Vec<ChainFault> {
    let fault = |finding: &VerifyError| match finding {
        VerifyError::Chain(fault) => fault.clone(),
        other => panic!("{other}"),
    };
    report.on(Axis::Chain).map(fault).collect()
}

/// The fault of a root under the strict rules; under the others it is an anchor.
#[track_caller]
fn strict_root(change: impl Fn(&mut Plan), expected: Option<ChainRule>) {
    let mut plan = Plan::usual();
    change(&mut plan);
    let root = plan.certify().root;
    let added = TrustStore::new(policy()).add_anchor_der(&root);
    let refused = |rule| Err(AnchorError::Certificate(ChainFault::new(1, rule)));
    assert_eq!(added, expected.map_or(Ok(()), refused));
    let mut lenient = TrustStore::new(policy().with_issuance_rules(IssuanceRules::PathOnly));
    assert_eq!(lenient.add_anchor_der(&root), Ok(()));
}

/// An extension of the certificate's own making.
fn extension(arcs: &[u64], content: &[u8], critical: bool) -> CustomExtension {
    let mut extension = CustomExtension::from_oid_content(arcs, content.to_vec());
    extension.set_criticality(critical);
    extension
}

#[test]
fn a_certificate_names_the_key_that_signed_it() {
    let missing = |number| [(number, ChainRule::AuthorityKeyIdentifier)];
    strict(|plan| plan.leaf.use_authority_key_identifier_extension = false, &missing(1));
    strict(|plan| plan.intermediate.use_authority_key_identifier_extension = false, &missing(2));
    // By issuer and serial number: [1] a directory name, [2] a serial number.
    let by_serial = [0x30, 0x0b, 0xa1, 6, 0xa4, 4, 0x30, 2, 0x31, 0, 0x82, 1, 1];
    let named = |content: Vec<u8>| {
        move |plan: &mut Plan| {
            plan.leaf.use_authority_key_identifier_extension = false;
            plan.leaf.custom_extensions = vec![extension(&[2, 5, 29, 35], &content, false)];
        }
    };
    strict(named(by_serial.to_vec()), &missing(1));
    let key = gov_license::Signer::public_key(&Key::from_seed([2; 32]).signer());
    let by_key = [&[0x30, 0x16, 0x80, 0x14], &key[..20]].concat();
    strict(named(by_key), &[]);
    let by_both = [&[0x30, 0x21, 0x80, 0x14], &key[..20], &by_serial[2..]].concat();
    strict(named(by_both), &missing(1));
}

#[test]
fn a_root_need_not_name_its_own_key_and_then_names_it_rightly() {
    strict_root(|plan| plan.root.use_authority_key_identifier_extension = false, None);
    let names = |id: [u8; 20]| {
        move |plan: &mut Plan| {
            let content = [&[0x30, 0x16, 0x80, 0x14], &id[..]].concat();
            plan.root.use_authority_key_identifier_extension = false;
            plan.root.custom_extensions = vec![extension(&[2, 5, 29, 35], &content, false)];
        }
    };
    let key = gov_license::Signer::public_key(&Key::from_seed([1; 32]).signer());
    strict_root(names(key[..20].try_into().unwrap()), None);
    strict_root(names([7; 20]), Some(ChainRule::AuthorityKeyIdentifier));
}

#[test]
fn an_authority_has_a_name_and_its_key_an_identifier() {
    // The tool that makes certificates writes basic constraints together with
    // a key identifier, so the test writes its own.
    let bare = |critical| {
        move |plan: &mut Plan| {
            plan.intermediate.is_ca = IsCa::NoCa;
            let constraints = extension(&[2, 5, 29, 19], &[0x30, 3, 1, 1, 0xff], critical);
            plan.intermediate.custom_extensions = vec![constraints];
        }
    };
    strict(bare(true), &[(2, ChainRule::SubjectKeyIdentifier)]);
    let both = [(2, ChainRule::SubjectKeyIdentifier), (2, ChainRule::BasicConstraints)];
    strict(bare(false), &both);
    strict(
        |plan| plan.intermediate.distinguished_name = DistinguishedName::new(),
        &[(2, ChainRule::Subject)],
    );
    strict_root(
        |plan| plan.root.distinguished_name = DistinguishedName::new(),
        Some(ChainRule::Subject),
    );
}

#[test]
fn constraints_on_policies_are_critical() {
    let constraints = |critical| extension(&[2, 5, 29, 36], &[0x30, 3, 0x80, 1, 0], critical);
    let change = |plan: &mut Plan| plan.intermediate.custom_extensions = vec![constraints(false)];
    strict(change, &[(2, ChainRule::PolicyConstraints)]);
    // And then they are not understood here, whatever the policy.
    let mut plan = Plan::usual();
    plan.intermediate.custom_extensions = vec![constraints(true)];
    let Pki { root, intermediate, leaf } = plan.certify();
    let signed = Draft::usual().chain(&[&leaf, &intermediate]).read().unwrap();
    let refused = [ChainFault::new(2, ChainRule::CriticalExtension)];
    assert_eq!(faults(&signed.examine(&trust(&root), now())), refused);
}

#[test]
fn the_key_of_a_bureau_signs_no_certificates() {
    let both = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyCertSign];
    strict(|plan| plan.leaf.key_usages.clone_from(&both), &[(1, ChainRule::KeyCertSignOfLeaf)]);
}

#[test]
fn purposes_are_named_one_by_one() {
    let purpose = ExtendedKeyUsagePurpose::Other(PURPOSE.to_vec());
    let both = vec![purpose.clone(), ExtendedKeyUsagePurpose::Any];
    let refused = [(1, ChainRule::PurposeForm)];
    strict(|plan| plan.leaf.extended_key_usages.clone_from(&both), &refused);
    // 2.999.36903.1, marked critical.
    let content = [0x30, 8, 6, 6, 0x88, 0x37, 0x82, 0xa0, 0x27, 1];
    let critical = |plan: &mut Plan| {
        plan.leaf.extended_key_usages = vec![];
        plan.leaf.custom_extensions = vec![extension(&[2, 5, 29, 37], &content, true)];
    };
    strict(critical, &refused);
    let named = |plan: &mut Plan| plan.root.extended_key_usages = vec![purpose.clone()];
    strict_root(named, Some(ChainRule::PurposeForm));
    // An intermediate may be bound to purposes.
    strict(|plan| plan.intermediate.extended_key_usages = vec![purpose.clone()], &[]);
}

#[test]
fn a_bureau_without_a_name_is_not_a_body_whatever_else_it_is_called() {
    let name = [0x30, 3, 0x82, 1, b'a'];
    let nameless = |critical| {
        move |plan: &mut Plan| {
            plan.leaf.distinguished_name = DistinguishedName::new();
            plan.leaf.custom_extensions = vec![extension(&[2, 5, 29, 17], &name, critical)];
        }
    };
    strict(nameless(false), &[(1, ChainRule::Subject)]);
    strict(nameless(true), &[]);
    let mut plan = Plan::usual();
    nameless(true)(&mut plan);
    let Pki { root, intermediate, leaf } = plan.certify();
    let signed = Draft::usual().chain(&[&leaf, &intermediate]).read().unwrap();
    assert_eq!(signed.verify(&trust(&root), now()).unwrap_err(), VerifyError::NoBody);
}
