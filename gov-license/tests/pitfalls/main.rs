//! Thirty-two ways in which systems for signed documents have failed, a test
//! each. Many are proved at greater length elsewhere; here each stands in its
//! most direct form, through the public doors.
//!
//! What does not apply to this crate is said where its test stands, with the
//! reason, and the test proves what remains of it.
#![expect(clippy::string_slice, reason = "all of these texts are ASCII")]

#[cfg(test)]
mod chains;
#[cfg(test)]
mod differential;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod offline;
#[cfg(test)]
mod showing;
#[cfg(test)]
mod signatures;
#[cfg(test)]
mod text;
#[cfg(test)]
mod time;

#[cfg(test)]
#[path = "../signed_license/desk.rs"]
mod desk;
#[cfg(test)]
#[expect(dead_code, reason = "shared with the tests of signed licenses")]
#[path = "../signed_license/forge.rs"]
mod forge;
#[cfg(test)]
#[expect(dead_code, reason = "shared with the tests of signed licenses")]
#[path = "../pki/chain.rs"]
mod pki;
/// A window that knows lists, holders and a library.
#[cfg(test)]
mod window;

/// Each row of the table has its test, and no test has another row's number.
#[cfg(test)]
#[test]
fn every_pitfall_has_its_test() {
    let sources = [
        include_str!("chains.rs"),
        include_str!("differential.rs"),
        include_str!("lists.rs"),
        include_str!("offline.rs"),
        include_str!("showing.rs"),
        include_str!("signatures.rs"),
        include_str!("text.rs"),
        include_str!("time.rs"),
    ];
    let names = sources.iter().flat_map(|source| source.split("#[test]\n").skip(1));
    let mut rows: Vec<u32> = names
        .filter_map(|test| test.trim_start().strip_prefix("fn pitfall_")?.get(..2)?.parse().ok())
        .collect();
    rows.sort_unstable();
    assert_eq!(rows, (1..=32).collect::<Vec<_>>());
}
