//! Electronic licenses (电子证照): issue, read, verify.
//!
//! A license is an SD-JWT (RFC 9901) signed by the issuing body, whose X.509
//! chain travels with it. Reading asks whether a text can be understood in one
//! way only; verifying asks whom it comes from. [`Issuer`] shows how to issue.
//!
//! ```
//! use gov_license::{ObjectId, SignedLicense, TrustPolicy, TrustStore};
//! # const ROOT: &[u8] = include_bytes!("../tests/data/root.der");
//! # const RECEIVED: &str = include_str!("../tests/data/license.sd-jwt");
//!
//! // Whom the window trusts, and the purpose of certificates that sign licenses.
//! let mut trust = TrustStore::new(TrustPolicy::new(ObjectId::parse("2.999.36903.1").unwrap()));
//! trust.add_anchor_der(ROOT)?;
//!
//! let received = SignedLicense::parse(RECEIVED)?;
//! let at = chrono::DateTime::parse_from_rfc3339("2026-06-01T10:00:00+08:00")?;
//! let verified = received.verify(&trust, at)?;
//! assert_eq!(verified.license().name(), "食品经营许可证");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | Type | Chinese term | Standard |
//! | ---- | ------------ | -------- |
//! | [`LicenseId`] | 电子证照标识 | GB/T 36904-2018 |
//! | [`LicenseTypeCode`] | 证照类型代码 | GB/T 36902-2018 |
//! | [`LicenseType`], [`LicenseDirectory`] | 证照类型, 电子证照目录 | GB/T 36902-2018 |
//! | [`License`], [`HolderCode`] | 电子证照, 持证主体代码类型代码 | GB/T 36903-2018 |
//! | [`Life`], [`VerificationResult`] | 证照生命周期, 证照信息验证结果 | GB/T 36906-2018 |
//! | [`SignedLicense`] | 电子证照 | RFC 9901 |
//! | [`TrustStore`], [`ChainCache`] | 信任库, 证书链缓存 | RFC 5280 |
//! | [`Presentation`], [`AnnotatedCopy`] | 出示件, 加注件 | RFC 9901 |
//! | [`StatusList`] | 状态列表 | draft-ietf-oauth-status-list |
//!
//! | Feature | Effect |
//! | ------- | ------ |
//! | `serde` | codes read and write their text form, licenses their elements |
//! | `schemars` | JSON Schemas of these forms; turns `serde` on |
//! | `qr` | licenses as QR codes (`QrLicense`, 二维码) |
//! | `sm` | SM2 with SM3 (国密, `Sm2Signer`) beside Ed25519 |

mod check_character;
mod construction;
mod directory_element;
mod element;
mod face;
mod face_field;
mod holder_code;
mod license;
mod license_builder;
mod license_directory;
mod license_error;
mod license_id;
mod license_id_error;
mod license_status;
mod license_type;
mod license_type_fault;
mod life;
mod life_event;
#[cfg(feature = "serde")]
mod life_record;
mod period;
mod status_reference;
mod text;
mod type_code;
mod verification_result;

mod algorithm;
mod annotated_copy;
mod chain;
mod claims;
mod ed25519;
mod holder_key;
mod issuer;
mod presentation;
mod public_key;
mod sd_jwt;
mod signed_license;
mod signer;
#[cfg(feature = "sm")]
mod sm2_signer;
#[cfg(feature = "sm")]
mod sm2_sm3;
mod status_list;
mod trust;
mod verify;

#[cfg(feature = "qr")]
mod qr;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;

pub use crate::algorithm::Algorithm;
pub use crate::annotated_copy::{AnnotatedCopy, CopyError, VerifiedCopy};
pub use crate::chain::{ChainCache, ChainFault, ChainRule};
pub use crate::check_character::check_character;
pub use crate::claims::Contradiction;
pub use crate::construction::{ConstructionOperation, ConstructionState};
pub use crate::directory_element::{AuthorityLevel, DirectoryElement, HolderScope};
pub use crate::element::Element;
pub use crate::face::{Face, FaceError};
pub use crate::face_field::{CodeName, FaceField, FieldFault, FieldKind, ValueFault};
pub use crate::holder_code::{HolderCategory, HolderCode};
pub use crate::holder_key::HolderKey;
pub use crate::issuer::{IssueError, Issuer, IssuerError};
pub use crate::license::License;
pub use crate::license_builder::LicenseBuilder;
pub use crate::license_directory::{DirectoryFault, LicenseDirectory, PublishError};
pub use crate::license_error::LicenseError;
pub use crate::license_id::{LenientLicenseId, LicenseId};
pub use crate::license_id_error::{LicenseIdError, LicenseIdPart};
pub use crate::license_status::{Impossible, LicenseStatus};
pub use crate::license_type::{LicenseType, LicenseTypeRecord, RelatedItem};
pub use crate::license_type_fault::{LicenseTypeFault, Mismatch};
pub use crate::life::{Life, LifeAct, LifeError};
pub use crate::life_event::LifeEvent;
pub use crate::period::Period;
pub use crate::presentation::{
    Challenge, PresentError, Presentation, PresentationError, PresentationReport, ShowError,
    VerifiedPresentation,
};
#[cfg(feature = "qr")]
pub use crate::qr::{QrError, QrLicense, QrSymbol};
pub use crate::sd_jwt::{
    DigestFault, DisclosureFault, HeaderFault, JsonFault, Piece, ReadError, ReadLimits,
};
pub use crate::signed_license::SignedLicense;
pub use crate::signer::{Ed25519Signer, Signer, SignerError};
#[cfg(feature = "sm")]
pub use crate::sm2_signer::Sm2Signer;
pub use crate::status_list::{
    SignedStatusList, StatusBook, StatusEntryError, StatusList, StatusListError, StatusWidth,
};
pub use crate::status_reference::StatusReference;
pub use crate::text::TextFault;
pub use crate::trust::{
    AnchorError, IssuanceRules, ObjectId, TrustPolicy, TrustStore, UnknownStatus,
};
pub use crate::type_code::{LicenseTypeCode, LicenseTypeCodeError};
pub use crate::verification_result::{FileResult, VerificationResult};
pub use crate::verify::{Axis, Report, Verdict, VerifiedLicense, VerifyError};
pub use gov_identity;
