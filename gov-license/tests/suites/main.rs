//! What others have collected against verifiers, against this one. The files
//! and where they are from: `README.md` beside them.

#[cfg(test)]
mod chains;
#[cfg(test)]
mod signatures;

/// The very source that every signature check of the crate goes through. The
/// public doors sign and verify licenses only, and no license can carry the
/// messages of a suite; so the suites meet the source itself.
#[cfg(test)]
#[path = "../../src/ed25519.rs"]
mod ed25519;

#[cfg(test)]
#[path = "../signed_license/desk.rs"]
mod desk;
#[cfg(test)]
#[expect(dead_code, reason = "shared with other tests")]
#[path = "../signed_license/forge.rs"]
mod forge;
#[cfg(test)]
#[expect(dead_code, reason = "shared with other tests")]
#[path = "../pki/chain.rs"]
mod pki;
