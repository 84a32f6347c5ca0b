//! Signed licenses: issuing, reading, trusting. One binary, since all of it
//! needs the same certificates.

#[path = "../pki/chain.rs"]
mod pki;

mod desk;

mod fixtures;
mod round_trip;
