//! Whatever is changed on the way, the license no longer verifies.

use gov_license::{Issuer, SignedLicense};

use crate::desk::{license, now, random};
use crate::pki::{BUREAU, Pki, Plan, trust};
use crate::sm2_pki::{sm2_certify, sm2_key};

#[test]
fn no_single_changed_byte_verifies() {
    // A short chain, so that every place can be tried.
    let Pki { leaf, intermediate, .. } = sm2_certify(&Plan::usual());
    let issuer = Issuer::try_new(BUREAU, sm2_key(3), vec![leaf]).unwrap();
    let signed = issuer.issue(&license(), now(), &mut random()).unwrap();
    let trust = trust(&intermediate);
    assert!(signed.verify(&trust, now()).is_ok());

    let text = signed.as_str();
    let payload_end = text.rfind('.').unwrap();
    for position in 0..text.len() {
        for bit in 0..7 {
            // Of header and payload two bits each: there a change is found by
            // arithmetic, which takes its time.
            if position < payload_end && bit != 0 && bit != position % 7 {
                continue;
            }
            let mut bytes = text.as_bytes().to_vec();
            bytes[position] ^= 1 << bit;
            if let Ok(changed) = SignedLicense::parse(&String::from_utf8(bytes).unwrap()) {
                assert!(changed.verify(&trust, now()).is_err(), "byte {position} bit {bit}");
            }
        }
    }
}
