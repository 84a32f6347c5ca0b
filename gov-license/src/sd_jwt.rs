//! Signed texts (RFC 7515, RFC 9901): one way to read them and one to write them.

pub(crate) mod compact;
pub(crate) mod disclosure;
pub(crate) mod json;
pub(crate) mod limits;
pub(crate) mod read_error;

pub use json::JsonFault;
pub use limits::ReadLimits;
pub use read_error::{DigestFault, DisclosureFault, HeaderFault, Piece, ReadError};
