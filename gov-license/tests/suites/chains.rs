//! x509-limbo: which chains lead to an anchor.

use std::collections::BTreeMap;

use gov_license::{Axis, ObjectId, TrustPolicy, TrustStore, Verdict};
use pem_rfc7468::decode_vec;
use rustls_pki_types::{CertificateDer, ServerName};
use serde::Deserialize;
use webpki::EndEntityCert;

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
    expected_peer_name: Option<Peer>,
    max_chain_depth: Option<usize>,
}

#[derive(Deserialize)]
struct Peer {
    value: String,
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

    /// The suite asks two questions in one: is there a path, and does the leaf
    /// name this host? No license has a host, so the second half is asked of
    /// webpki alone.
    fn names_its_host(&self) -> bool {
        let Some(Peer { value }) = &self.expected_peer_name else { return true };
        let leaf = der(&self.peer_certificate);
        let leaf = CertificateDer::from(leaf.as_slice());
        let name = ServerName::try_from(value.as_str()).unwrap();
        EndEntityCert::try_from(&leaf)
            .is_ok_and(|leaf| leaf.verify_is_valid_for_subject_name(&name).is_ok())
    }

    /// The 66 cases about paths and nothing else: no names of hosts, no
    /// constraints on names, no lists of revoked certificates, no rules of
    /// browsers, and no feature but a limit to the length of the chain.
    fn is_core(&self) -> bool {
        let beside = ["crl::", "::nc::", "::san::", "webpki::"];
        !beside.iter().any(|part| self.id.contains(part))
            && self.features.iter().all(|feature| feature == "max-chain-depth")
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
    kind: Kind,
    reason: String,
}

#[derive(Clone, Copy, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// The suite lets the chain pass; the profile asks for more and refuses it.
    Stricter,
    /// The suite refuses the chain for something that no chain of a license is
    /// asked: how the name of a host is written, or a list of revoked
    /// certificates. The path itself is good.
    Beside,
}

fn exceptions() -> BTreeMap<String, Exception> {
    serde_json::from_str(include_str!("exceptions.json")).unwrap()
}

/// Where a case may be about something beside the path.
const BESIDE: [&str; 4] = ["crl::", "rfc5280::san::", "webpki::cn::", "webpki::san::"];

/// How the cases were answered.
#[derive(Debug, Default, Eq, PartialEq)]
struct Score {
    right: usize,
    stricter: usize,
    beside: usize,
}

impl Score {
    const fn count(&mut self, kind: Option<Kind>) {
        match kind {
            None => self.right += 1,
            Some(Kind::Stricter) => self.stricter += 1,
            Some(Kind::Beside) => self.beside += 1,
        }
    }
}

#[test]
fn no_chain_of_limbo_is_accepted_wrongly_and_none_refused_without_a_reason() {
    let (cases, mut exceptions) = (suite(), exceptions());
    assert_eq!(cases.len(), 194);
    let (mut all, mut core, mut faults) = (Score::default(), Score::default(), Vec::new());
    for case in cases {
        let accepted = case.accepted() && case.names_its_host();
        let exception = exceptions.remove(&case.id);
        let kind = exception.as_ref().map(|exception| exception.kind);
        let is_right = match kind {
            None => accepted == case.expected(),
            Some(Kind::Stricter) => !accepted && case.expected(),
            Some(Kind::Beside) => {
                let allowed = BESIDE.iter().any(|group| case.id.starts_with(group));
                allowed && accepted && !case.expected()
            }
        };
        if !is_right || exception.is_some_and(|exception| exception.reason.len() < 20) {
            faults.push(format!("{}: answered {accepted}", case.id));
        }
        all.count(kind);
        if case.is_core() {
            core.count(kind);
        }
    }
    faults.extend(exceptions.keys().map(|id| format!("{id}: no such case")));
    assert!(faults.is_empty(), "{faults:#?}");
    println!("x509-limbo, all 194: {all:?}");
    println!("x509-limbo, core 66: {core:?} (OpenSSL 3.0 strict: 58 right, 1 of 8 too many)");
    assert_eq!(core, Score { right: 60, stricter: 6, beside: 0 });
    assert_eq!(all, Score { right: 153, stricter: 25, beside: 16 });
}
