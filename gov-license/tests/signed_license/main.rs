//! Signed licenses: issuing, reading, trusting. One binary, since all of it
//! needs the same certificates.
#![expect(clippy::string_slice, reason = "all of these texts are ASCII")]

#[cfg(test)]
mod annotated_copy;
#[cfg(test)]
mod chain;
#[cfg(test)]
mod chain_cache;
#[cfg(test)]
#[path = "../suites/chains.rs"]
mod chains_of_others;
#[cfg(test)]
mod changed;
#[cfg(test)]
mod disclosure;
#[cfg(test)]
mod file_result;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod issuance;
#[cfg(test)]
mod issuing;
#[cfg(test)]
mod joint;
#[cfg(test)]
mod presentation;
#[cfg(test)]
#[cfg(feature = "qr")]
mod qr;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod root;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
#[cfg(feature = "serde")]
mod serde;
#[cfg(test)]
#[path = "../suites/signatures.rs"]
mod signatures_of_others;
#[cfg(test)]
mod status;
#[cfg(test)]
mod token_type;
#[cfg(test)]
#[cfg(feature = "sm")]
mod under_sm2;
#[cfg(test)]
mod verifying;

#[cfg(test)]
#[cfg(feature = "qr")]
#[path = "../../src/qr/base45.rs"]
mod base45;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod forge;
#[cfg(test)]
#[path = "../pki/chain.rs"]
mod pki;
#[cfg(test)]
#[cfg(feature = "sm")]
#[path = "../pki/sm2.rs"]
mod sm2_pki;
/// The very source of every SM2 check: the vectors of the standard have another
/// identifier, and signatures in DER stand in certificates only.
#[cfg(test)]
#[cfg(feature = "sm")]
#[path = "../../src/sm2_sm3.rs"]
mod sm2_sm3;
