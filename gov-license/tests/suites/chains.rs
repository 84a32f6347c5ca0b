//! x509-limbo: which chains lead to an anchor.

use std::collections::BTreeMap;

use gov_license::{Axis, ObjectId, TrustPolicy, TrustStore, Verdict};
use pem_rfc7468::decode_vec;
use serde::Deserialize;

use crate::desk::at;
use crate::forge::Draft;

#[derive(Deserialize)]
struct Suite {
    testcases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    id: String,
    features: Vec<String>,
    validation_kind: String,
    trusted_certs: Vec<String>,
    untrusted_intermediates: Vec<String>,
    peer_certificate: String,
    validation_time: Option<String>,
    expected_result: String,
    max_chain_depth: Option<usize>,
}

impl Case {
    fn expected(&self) -> bool {
        self.expected_result == "SUCCESS"
    }

    /// Whether both gates let a chain of these certificates pass. The suite
    /// gives a bag, a license an order; so every order is tried.
    fn accepted(&self) -> bool {
        let mut trust = TrustStore::new(self.policy());
        for pem in &self.trusted_certs {
            // An anchor that is none is not trusted, which is an answer too.
            let _ = trust.add_anchor_der(&der(pem));
        }
        let at = at(self.validation_time.as_deref().unwrap_or("2024-01-01T00:00:00Z"));
        self.orders().iter().any(|chain| {
            let signed = Draft::usual().chain(&chain.iter().collect::<Vec<_>>()).read();
            signed
                .is_ok_and(|signed| signed.examine(&trust, at).verdict(Axis::Chain) == Verdict::Yes)
        })
    }

    /// The leaf with every sequence of intermediates whose names fit, at most
    /// 60: enough for all but the bags made to keep a path builder busy.
    fn orders(&self) -> Vec<Vec<Vec<u8>>> {
        let bag: Vec<_> = self.untrusted_intermediates.iter().map(|pem| der(pem)).collect();
        let mut orders = vec![vec![der(&self.peer_certificate)]];
        let mut next = 0;
        while let Some(chain) = orders.get(next).cloned()
            && orders.len() < 60
        {
            let issuer = names(chain.last().unwrap()).map(|(_, issuer)| issuer);
            for der in bag.iter().filter(|der| !chain.contains(der)) {
                if issuer.is_some() && names(der).map(|(subject, _)| subject) == issuer {
                    orders.push([&chain[..], std::slice::from_ref(der)].concat());
                }
            }
            next += 1;
        }
        orders
    }

    /// The purpose the suite tests for stands where license signing would.
    fn policy(&self) -> TrustPolicy {
        let purpose = if self.validation_kind == "CLIENT" { 2 } else { 1 };
        let purpose = ObjectId::parse(&format!("1.3.6.1.5.5.7.3.{purpose}")).unwrap();
        // The suite counts intermediates; leaf and anchor come on top.
        TrustPolicy::new(purpose).with_max_chain(self.max_chain_depth.map_or(9, |depth| depth + 2))
    }

    /// Chains and nothing else: no names of hosts, no constraints on them, no
    /// lists of revoked certificates, no rules of browsers.
    fn is_core(&self) -> bool {
        let beside = ["crl::", "::nc::", "::san::", "webpki::"];
        !beside.iter().any(|part| self.id.contains(part)) && self.features.is_empty()
    }
}

fn der(pem: &str) -> Vec<u8> {
    decode_vec(pem.as_bytes()).unwrap().1
}

fn suite() -> Vec<Case> {
    let suite: Suite = serde_json::from_str(include_str!("x509_limbo_ed25519.json")).unwrap();
    suite.testcases
}

/// Subject and issuer.
fn names(der: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (_, certificate) = x509_parser::parse_x509_certificate(der).ok()?;
    Some((certificate.subject().as_raw().to_vec(), certificate.issuer().as_raw().to_vec()))
}

/// A case answered otherwise than the suite expects.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// What this crate answers.
    accepted: bool,
    reason: String,
}

fn exceptions() -> BTreeMap<String, Exception> {
    serde_json::from_str(include_str!("exceptions.json")).unwrap()
}

#[test]
fn every_chain_of_limbo_is_answered_rightly_or_excepted_with_a_reason() {
    let (cases, mut exceptions) = (suite(), exceptions());
    assert_eq!(cases.len(), 194);
    let mut faults = Vec::new();
    for case in cases {
        let accepted = case.accepted();
        match exceptions.remove(&case.id) {
            None if accepted != case.expected() => {
                faults.push(format!("{}: wrongly {accepted}", case.id));
            }
            Some(_) if accepted == case.expected() => {
                faults.push(format!("{}: the exception is not needed", case.id));
            }
            Some(exception) if exception.accepted != accepted || exception.reason.len() < 20 => {
                faults.push(format!("{}: the exception says otherwise", case.id));
            }
            _ => {}
        }
    }
    faults.extend(exceptions.keys().map(|id| format!("{id}: no such case")));
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Rules for whoever *issues* certificates, which say nothing about a path:
/// the profile leaves them to the authorities.
const ISSUANCE: [&str; 5] = [
    "rfc5280::aki::",
    "rfc5280::ski::",
    "rfc5280::root-non-critical",
    "rfc5280::ca-empty-subject",
    "rfc5280::leaf-ku-keycertsign",
];

#[test]
fn on_the_core_cases_no_path_is_accepted_too_many() {
    let (mut right, mut all) = (0, 0);
    let exceptions = exceptions();
    for case in suite().iter().filter(|case| case.is_core()) {
        all += 1;
        match exceptions.get(&case.id) {
            None => right += 1,
            Some(exception) => {
                let issuance = ISSUANCE.iter().any(|rule| case.id.starts_with(rule));
                assert!(!exception.accepted || issuance, "{}", case.id);
            }
        }
    }
    assert_eq!((right, all), (48, 61));
}
