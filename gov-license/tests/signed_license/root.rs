//! A root is taken only as it was written.

use gov_license::{AnchorError, TrustStore};
use pem_rfc7468::{LineEnding, encode_string};

use crate::pki::{Pki, Plan, policy};

fn add(pem: &str) -> Result<usize, AnchorError> {
    let mut trust = TrustStore::new(policy());
    trust.add_root_pem(pem).map(|()| trust.anchors().len())
}

fn pem(der: &[u8], ending: LineEnding) -> String {
    encode_string("CERTIFICATE", ending, der).unwrap()
}

#[test]
fn a_root_is_taken_in_pem_with_either_line_ending() {
    let Pki { root, .. } = Plan::usual().certify();
    for ending in [LineEnding::LF, LineEnding::CRLF] {
        let pem = pem(&root, ending);
        assert_eq!(add(&pem), Ok(1));
        assert_eq!(add(pem.trim_end()), Ok(1));
        assert_eq!(add(&format!("{pem}\n")), Err(AnchorError::Pem));
    }
    assert_eq!(add(&pem(&root, LineEnding::CR)), Err(AnchorError::Pem));
}

#[test]
fn every_changed_byte_of_a_root_is_found() {
    let pem = pem(&Plan::usual().certify().root, LineEnding::LF);
    for position in 0..pem.len() {
        for byte in 0..128 {
            let mut changed = pem.as_bytes().to_vec();
            if changed[position] == byte {
                continue;
            }
            changed[position] = byte;
            let changed = String::from_utf8(changed).unwrap();
            assert!(add(&changed).is_err(), "byte {position} as {byte}");
        }
    }
}

#[test]
fn every_changed_bit_of_a_root_in_der_is_found() {
    let Pki { root, .. } = Plan::usual().certify();
    for position in 0..root.len() {
        for bit in 0..8 {
            let mut changed = root.clone();
            changed[position] ^= 1 << bit;
            let mut trust = TrustStore::new(policy());
            assert!(trust.add_root_der(&changed).is_err(), "byte {position} bit {bit}");
            assert_eq!(trust.anchors().len(), 0);
        }
    }
}

#[test]
fn an_authority_under_another_is_an_anchor_but_no_root() {
    let Pki { intermediate, .. } = Plan::usual().certify();
    let mut trust = TrustStore::new(policy());
    assert_eq!(trust.add_root_der(&intermediate), Err(AnchorError::NotRoot));
    assert_eq!(trust.add_anchor_der(&intermediate), Ok(()));
}
