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

fn files() -> [(String, Vec<u8>); 4] {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let license = signed().as_str().as_bytes().to_vec();
    [
        ("root.der", root),
        ("intermediate.der", intermediate),
        ("leaf.der", leaf),
        ("license.sd-jwt", license),
    ]
    .map(|(name, content)| (format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR")), content))
}
