//! The certificates and the license that the documentation shows.

use std::fs;

use crate::desk::signed;
use crate::pki::{Pki, Plan};

#[test]
fn they_are_the_ones_of_these_tests() {
    for (path, content) in files() {
        assert!(fs::read(&path).unwrap() == content, "{path}");
    }
}

#[test]
#[ignore = "writes them anew, after a change of the plan"]
fn write_them() {
    for (path, content) in files() {
        fs::write(path, content).unwrap();
    }
}

fn files() -> Vec<(String, Vec<u8>)> {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let license = signed().as_str().as_bytes().to_vec();
    let usual = [
        ("root.der", root),
        ("intermediate.der", intermediate),
        ("leaf.der", leaf),
        ("license.sd-jwt", license),
    ];
    let place = |name| format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    usual.into_iter().chain(under_sm2()).map(|(name, content)| (place(name), content)).collect()
}

#[cfg(feature = "sm")]
fn under_sm2() -> Vec<(&'static str, Vec<u8>)> {
    let Pki { root, .. } = crate::sm2_pki::sm2_certify(&Plan::usual());
    let license = crate::under_sm2::signed().as_str().as_bytes().to_vec();
    vec![("sm2_root.der", root), ("sm2_license.sd-jwt", license)]
}

#[cfg(not(feature = "sm"))]
fn under_sm2() -> Vec<(&'static str, Vec<u8>)> {
    Vec::new()
}
