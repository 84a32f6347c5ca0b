//! Trust: whom a verifier trusts, and on what terms (信任).

pub(crate) mod object_id;
pub(crate) mod policy;
pub(crate) mod revocation;
pub(crate) mod store;

pub use object_id::ObjectId;
pub use policy::{IssuanceRules, TrustPolicy, UnknownStatus};
pub use store::{AnchorError, TrustStore};
