//! Row 32: what we accept, others accept.

use std::io::Write;
use std::process::{Command, Stdio};

use gov_license::{Axis, IssuanceRules, TrustStore, Verdict};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, ExtendedKeyUsagePurpose, IsCa,
    KeyUsagePurpose, SerialNumber, date_time_ymd,
};
use rustls_pki_types::{
    AlgorithmIdentifier, CertificateDer, InvalidSignature, SignatureVerificationAlgorithm,
    UnixTime, alg_id,
};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use crate::desk::now;
use crate::forge::Draft;
use crate::pki::{Key, PURPOSE, Pki, Plan, forge, policy};

/// One change of one certificate, counted from the leaf.
#[derive(Clone, Debug)]
enum Change {
    Usages(usize, Vec<KeyUsagePurpose>),
    NotAuthority(usize),
    Authority(usize, Option<u8>),
    Begins(usize, i32),
    Ends(usize, i32),
    Purposes(usize, Vec<ExtendedKeyUsagePurpose>),
    Serial(usize, Vec<u8>),
    Extension(usize, u64, Vec<u8>, bool),
    NoKeyIdentifier(usize),
    Key(usize, u8),
    /// A bit of the signed part, signed again.
    Signed(usize, prop::sample::Index, u8),
    /// A bit of the whole.
    Bit(usize, prop::sample::Index, u8),
    Swap,
    Leave,
}

fn change() -> impl Strategy<Value = Change> {
    let usages = prop::sample::subsequence(
        vec![
            KeyUsagePurpose::DigitalSignature,
            KeyUsagePurpose::ContentCommitment,
            KeyUsagePurpose::KeyAgreement,
            KeyUsagePurpose::KeyCertSign,
            KeyUsagePurpose::CrlSign,
        ],
        0..=4,
    );
    let purposes = prop::sample::subsequence(
        vec![
            ExtendedKeyUsagePurpose::Other(PURPOSE.to_vec()),
            ExtendedKeyUsagePurpose::ServerAuth,
            ExtendedKeyUsagePurpose::Any,
        ],
        0..=3,
    );
    let which = || 0..3_usize;
    prop_oneof![
        (which(), usages).prop_map(|(which, usages)| Change::Usages(which, usages)),
        which().prop_map(Change::NotAuthority),
        (which(), prop::option::of(0..3_u8))
            .prop_map(|(which, length)| Change::Authority(which, length)),
        (which(), 2020..2029_i32).prop_map(|(which, year)| Change::Begins(which, year)),
        (which(), 2022..2050_i32).prop_map(|(which, year)| Change::Ends(which, year)),
        (which(), purposes).prop_map(|(which, purposes)| Change::Purposes(which, purposes)),
        (which(), prop::collection::vec(any::<u8>(), 1..22))
            .prop_map(|(which, serial)| Change::Serial(which, serial)),
        (which(), 14..38_u64, prop::collection::vec(any::<u8>(), 0..6), any::<bool>()).prop_map(
            |(which, arc, content, critical)| { Change::Extension(which, arc, content, critical) }
        ),
        which().prop_map(Change::NoKeyIdentifier),
        (which(), 20..24_u8).prop_map(|(which, seed)| Change::Key(which, seed)),
        (which(), any::<prop::sample::Index>(), 0..8_u8)
            .prop_map(|(which, place, bit)| Change::Signed(which, place, bit)),
        (which(), any::<prop::sample::Index>(), 0..8_u8)
            .prop_map(|(which, place, bit)| Change::Bit(which, place, bit)),
        Just(Change::Swap),
        Just(Change::Leave),
    ]
}

/// Certificates in DER, the leaf first and the root last.
struct Chain(Vec<Vec<u8>>);

fn params(plan: &mut Plan, which: usize) -> &mut CertificateParams {
    match which {
        0 => &mut plan.leaf,
        1 => &mut plan.intermediate,
        _ => &mut plan.root,
    }
}

fn build(changes: &[Change]) -> Chain {
    let mut plan = Plan::usual();
    for change in changes {
        match change.clone() {
            Change::Usages(which, usages) => params(&mut plan, which).key_usages = usages,
            Change::NotAuthority(which) => params(&mut plan, which).is_ca = IsCa::ExplicitNoCa,
            Change::Authority(which, length) => {
                let constraints =
                    length.map_or(BasicConstraints::Unconstrained, BasicConstraints::Constrained);
                params(&mut plan, which).is_ca = IsCa::Ca(constraints);
            }
            Change::Begins(which, year) => {
                params(&mut plan, which).not_before = date_time_ymd(year, 6, 1);
            }
            Change::Ends(which, year) => {
                params(&mut plan, which).not_after = date_time_ymd(year, 5, 1);
            }
            Change::Purposes(which, purposes) => {
                params(&mut plan, which).extended_key_usages = purposes;
            }
            Change::Serial(which, serial) => {
                params(&mut plan, which).serial_number = Some(SerialNumber::from(serial));
            }
            Change::Extension(which, arc, content, critical) => {
                let mut extension = CustomExtension::from_oid_content(&[2, 5, 29, arc], content);
                extension.set_criticality(critical);
                params(&mut plan, which).custom_extensions.push(extension);
            }
            Change::NoKeyIdentifier(which) => {
                params(&mut plan, which).use_authority_key_identifier_extension = false;
            }
            Change::Key(0, seed) => plan.leaf_key = Key::from_seed([seed; 32]),
            Change::Key(1, seed) => plan.intermediate_key = Key::from_seed([seed; 32]),
            Change::Key(_, seed) => plan.root_key = Key::from_seed([seed; 32]),
            _ => {}
        }
    }
    let Pki { root, intermediate, leaf } = plan.certify();
    let mut chain = vec![leaf, intermediate, root];
    for change in changes {
        match change {
            Change::Signed(which, place, bit) if *which < chain.len() => {
                let signer = if *which == 0 { &plan.intermediate_key } else { &plan.root_key };
                let flip = |tbs: &mut Vec<u8>| {
                    let at = place.index(tbs.len());
                    tbs[at] ^= 1 << bit;
                };
                if x509_parser::parse_x509_certificate(&chain[*which]).is_ok() {
                    chain[*which] = forge(&chain[*which], signer, flip);
                }
            }
            Change::Bit(which, place, bit) if *which < chain.len() => {
                let at = place.index(chain[*which].len());
                chain[*which][at] ^= 1 << bit;
            }
            Change::Swap => chain.swap(0, 1),
            Change::Leave if chain.len() == 3 => drop(chain.remove(1)),
            _ => {}
        }
    }
    Chain(chain)
}

impl Chain {
    /// Both gates, with and without the rules for issuing.
    fn accepted(&self, rules: IssuanceRules) -> bool {
        let (root, sent) = self.0.split_last().unwrap();
        let mut trust = TrustStore::new(policy().with_issuance_rules(rules));
        let signed = Draft::usual().chain(&sent.iter().collect::<Vec<_>>()).read().unwrap();
        trust.add_anchor_der(root).is_ok()
            && signed.examine(&trust, now()).verdict(Axis::Chain) == Verdict::Yes
    }

    /// rustls-webpki, asked directly and with an Ed25519 of the test's own.
    fn accepted_by_webpki(&self) -> bool {
        let (root, sent) = self.0.split_last().unwrap();
        let at = u64::try_from(now().timestamp()).unwrap();
        let at = UnixTime::since_unix_epoch(std::time::Duration::from_secs(at));
        let root = CertificateDer::from(root.as_slice());
        let sent: Vec<_> = sent.iter().map(|der| CertificateDer::from(der.as_slice())).collect();
        let Ok(anchor) = anchor_from_trusted_cert(&root) else { return false };
        let Ok(leaf) = EndEntityCert::try_from(&sent[0]) else { return false };
        let purpose = KeyUsage::required_if_present(&[0x88, 0x37, 0x82, 0xa0, 0x27, 1]);
        let anchors = [anchor];
        let path = leaf.verify_for_usage(&[&Plain], &anchors, &sent[1..], at, purpose, None, None);
        path.is_ok()
    }

    /// The `openssl` command with its strict rules, in a folder of its own.
    fn accepted_by_openssl(&self, number: usize) -> bool {
        let folder = std::env::temp_dir().join(format!("pitfall-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let pem = |der: &Vec<u8>| {
            pem_rfc7468::encode_string("CERTIFICATE", pem_rfc7468::LineEnding::LF, der).unwrap()
        };
        let (root, sent) = self.0.split_last().unwrap();
        let write = |name: &str, text: String| {
            let path = folder.join(name);
            std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
            path
        };
        let between: String = sent.iter().skip(1).map(pem).collect();
        let mut command = Command::new("openssl");
        command.args([
            "verify",
            "-x509_strict",
            "-partial_chain",
            "-no-CApath",
            "-no-CAstore",
            "-attime",
        ]);
        command.arg(now().timestamp().to_string());
        command.arg("-CAfile").arg(write("root.pem", pem(root)));
        if !between.is_empty() {
            command.arg("-untrusted").arg(write("between.pem", between));
        }
        command.arg(write("leaf.pem", pem(&sent[0]))).stdout(Stdio::null()).stderr(Stdio::null());
        let status = command.status().expect("the second opinion needs the `openssl` command");
        std::fs::remove_dir_all(folder).unwrap();
        status.success()
    }
}

#[derive(Debug)]
struct Plain;

impl SignatureVerificationAlgorithm for Plain {
    fn verify_signature(
        &self,
        key: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), InvalidSignature> {
        use ed25519_dalek::{Signature, Verifier, VerifyingKey};
        let key = key.try_into().map_err(|_| InvalidSignature)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| InvalidSignature)?;
        let signature = Signature::from_slice(signature).map_err(|_| InvalidSignature)?;
        key.verify(message, &signature).map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::ED25519
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::ED25519
    }
}

/// A few hundred chains a run; `PROPTEST_CASES=100000` asks for as many as the
/// table does. OpenSSL, which costs a process each, is asked about the first
/// chains accepted after a change, at most so many.
const ASKED_OF_OPENSSL: usize = 48;

#[test]
fn pitfall_32_what_is_accepted_here_is_accepted_by_others() {
    let config = Config::with_source_file(file!());
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { config.cases } else { 600 };
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..config });
    let (accepted, asked) = (std::cell::Cell::new(0_usize), std::cell::Cell::new(0));
    let outcome = runner.run(&prop::collection::vec(change(), 1..4), |changes| {
        let chain = build(&changes);
        let strict = chain.accepted(IssuanceRules::Strict);
        let path = chain.accepted(IssuanceRules::PathOnly);
        // The strict rules only ever take away.
        prop_assert!(!strict || path, "{:?}", changes);
        prop_assert!(!path || chain.accepted_by_webpki(), "webpki refuses {:?}", changes);
        if strict {
            accepted.set(accepted.get() + 1);
            if asked.get() < ASKED_OF_OPENSSL {
                asked.set(asked.get() + 1);
                prop_assert!(
                    chain.accepted_by_openssl(asked.get()),
                    "OpenSSL refuses {:?}",
                    changes
                );
            }
        }
        Ok(())
    });
    outcome.unwrap();
    println!(
        "{cases} chains, {} accepted, {} of them asked of OpenSSL",
        accepted.get(),
        asked.get()
    );
    // A comparison of nothing proves nothing.
    assert!(accepted.get() >= 20 && accepted.get() < usize::try_from(cases).unwrap());
    assert!(asked.get() >= 20);
    // And the others refuse where they should.
    let expired = build(&[Change::Ends(0, 2026)]);
    assert!(!expired.accepted_by_openssl(0) && !expired.accepted_by_webpki());
}
