//! The certificates that the front page of the documentation shows.

use std::fs;

use crate::pki::{Pki, Plan};

#[test]
fn they_are_the_ones_of_these_tests() {
    for (path, der) in files() {
        assert!(fs::read(&path).unwrap() == der, "{path}");
    }
}

#[test]
#[ignore = "writes them anew, after a change of the plan"]
fn write_them() {
    for (path, der) in files() {
        fs::write(path, der).unwrap();
    }
}

fn files() -> [(String, Vec<u8>); 3] {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    [("root", root), ("intermediate", intermediate), ("leaf", leaf)]
        .map(|(name, der)| (format!("{}/tests/data/{name}.der", env!("CARGO_MANIFEST_DIR")), der))
}
