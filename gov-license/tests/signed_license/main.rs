//! Signed licenses: issuing, reading, trusting. One binary, since all of it
//! needs the same certificates.
#![expect(clippy::string_slice, reason = "all of these texts are ASCII")]

#[cfg(test)]
mod annotated_copy;
#[cfg(test)]
mod chain;
#[cfg(test)]
mod changed;
#[cfg(test)]
mod disclosure;
#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod presentation;
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
mod status;
#[cfg(test)]
mod token_type;
#[cfg(test)]
mod verifying;

#[cfg(test)]
mod desk;
#[cfg(test)]
mod forge;
#[cfg(test)]
#[path = "../pki/chain.rs"]
mod pki;
