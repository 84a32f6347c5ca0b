//! Electronic licenses (电子证照): issue, read, verify.
//!
//! A license is an SD-JWT (RFC 9901) signed by the issuing body, whose X.509
//! chain travels with it, so any JOSE library can check one. Reading asks
//! whether a text can be understood in one way only; verifying asks whom it
//! comes from. Clock, trust and randomness are arguments.
//!
//! ```
//! use chrono::DateTime;
//! use gov_license::gov_identity::{CreditCode, IdentityKey};
//! use gov_license::*;
//! # use rand_chacha::{ChaCha20Rng, rand_core::SeedableRng};
//! # const LEAF: &[u8] = include_bytes!("../tests/data/leaf.der");
//! # const INTERMEDIATE: &[u8] = include_bytes!("../tests/data/intermediate.der");
//! # const ROOT: &[u8] = include_bytes!("../tests/data/root.der");
//! # let mut random = ChaCha20Rng::from_seed([9; 32]);
//!
//! // The bureau: its code, its key (in hardware: implement `Signer`), its chain.
//! let bureau = CreditCode::parse("11640200PDY00001XK")?;
//! let signer = Ed25519Signer::from_seed(&[3; 32]);
//! let issuer = Issuer::try_new(bureau, signer, vec![LEAF.to_vec(), INTERMEDIATE.to_vec()])?;
//!
//! let kind = LicenseTypeCode::parse("11640200PDY00001XK001")?;
//! let license = License::builder(LicenseId::try_new(kind, bureau, "2026000001", 1)?)
//!     .name("食品经营许可证")
//!     .number("JY26402000000001")
//!     .issuing_authority_name("样例市审批服务管理局")
//!     .issued_on("2026-01-05".parse()?)
//!     .period("2026-01-05".parse()?, Some("2031-01-04".parse()?))
//!     .holder(IdentityKey::parse("111:11010519491231002X")?, "样例人")
//!     .face("经营项目", "热食类食品制售")
//!     .build()?;
//! let at = DateTime::parse_from_rfc3339("2026-01-05T09:00:00+08:00")?;
//! let signed = issuer.issue(&license, at, &mut random)?;
//!
//! // The window: whom it trusts, and what certificates for licenses are for.
//! let mut trust = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
//! trust.add_anchor_der(ROOT)?;
//! let received = SignedLicense::parse(signed.as_str())?;
//! let verified = received.verify(&trust, at)?;
//! assert_eq!(verified.license(), &license);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | Type | Chinese term | Standard |
//! | ---- | ------------ | -------- |
//! | [`LicenseId`] | 电子证照标识 | GB/T 36904-2018 |
//! | [`LicenseTypeCode`] | 证照类型代码 | GB/T 36902-2018 |
//! | [`HolderCode`] | 持证主体代码类型代码 | GB/T 36903-2018, annex A |
//! | [`License`], [`Element`] | 电子证照, 证照基础信息 | GB/T 36903-2018 |
//! | [`SignedLicense`] | 电子证照 | RFC 9901 |
//!
//! | Feature | Effect |
//! | ------- | ------ |
//! | `serde` | codes read and write their text form, licenses their elements |
//! | `schemars` | JSON Schemas of these forms; turns `serde` on |

mod license_id;

mod check_character;
mod holder_code;
mod license_id_error;
mod type_code;

mod license;

mod element;
mod face;
mod period;
mod status_reference;
mod text;

mod issuer;
mod signer;

mod signed_license;

mod claims;
mod compact;
mod disclosure;
mod json;
mod limits;
mod read_error;

mod verify;

mod report;
mod trust_policy;
mod trust_store;
mod verify_error;

mod certificate;
mod chain_fault;
mod closed_profile;
mod ed25519;
mod object_id;
mod path_validation;

pub use gov_identity;

pub use crate::chain_fault::{ChainFault, ChainRule};
pub use crate::check_character::check_character;
pub use crate::claims::Contradiction;
pub use crate::element::Element;
pub use crate::face::{Face, FaceError};
pub use crate::holder_code::{HolderCategory, HolderCode};
pub use crate::issuer::{IssueError, Issuer, IssuerError};
pub use crate::json::JsonFault;
pub use crate::license::{License, LicenseBuilder, LicenseError};
pub use crate::license_id::{LenientLicenseId, LicenseId};
pub use crate::license_id_error::{LicenseIdError, LicenseIdPart};
pub use crate::limits::ReadLimits;
pub use crate::object_id::ObjectId;
pub use crate::period::Period;
pub use crate::read_error::{DigestFault, DisclosureFault, HeaderFault, Piece, ReadError};
pub use crate::report::{Axis, Report, Verdict};
pub use crate::signed_license::SignedLicense;
pub use crate::signer::{Algorithm, Ed25519Signer, Signer, SignerError};
pub use crate::status_reference::StatusReference;
pub use crate::text::TextFault;
pub use crate::trust_policy::{TrustPolicy, UnknownStatus};
pub use crate::trust_store::{AnchorError, TrustStore};
pub use crate::type_code::{LicenseTypeCode, LicenseTypeCodeError};
pub use crate::verify::VerifiedLicense;
pub use crate::verify_error::VerifyError;
