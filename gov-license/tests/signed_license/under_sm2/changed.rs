//! Whatever is changed on the way, the license no longer verifies.

use gov_license::Issuer;

use crate::changed::check_every_byte;
use crate::pki::{BUREAU, Pki, Plan, trust};
use crate::sm2_pki::{sm2_certify, sm2_key};

#[test]
fn no_single_changed_byte_verifies() {
    // A short chain, so that every place can be tried.
    let Pki { leaf, intermediate, .. } = sm2_certify(&Plan::usual());
    let issuer = Issuer::try_new(BUREAU, sm2_key(3), vec![leaf]).unwrap();
    check_every_byte(&issuer, &trust(&intermediate));
}
