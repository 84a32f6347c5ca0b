//! Identifiers of people, organizations and places (身份标识) as the Chinese
//! national standards write them.
//!
//! Every type here is the proof of its own check: a [`CreditCode`] in your hand
//! has eighteen legal characters and two matching check characters. There is no
//! `is_valid`; there is only [`CreditCode::parse`].
//!
//! ```
//! use gov_identity::{CreditCode, ParseError};
//!
//! let code: CreditCode = "91640200MA0000007F".parse()?;
//! assert_eq!(code.division().as_str(), "640200");
//! # Ok::<(), ParseError>(())
//! ```
//!
//! # Terms
//!
//! | Type | Chinese term | Standard |
//! | ---- | ------------ | -------- |
//! | [`ResidentId`] | 公民身份号码 | GB 11643-1999 |
//! | [`LegacyResidentId`] | 15位公民身份号码 | GB 11643-1989 |
//! | [`ForeignResidentId`], [`LegacyForeignResidentId`] | 外国人永久居留身份证号码 | forms of 2023 and 2017 |
//! | [`CreditCode`] | 统一社会信用代码 | GB 32100-2015 |
//! | [`OrganizationCode`] | 组织机构代码 | GB 11714-1997 |
//! | [`RegistrationNumber`] | 注册号 | GS 15-2006 |
//! | [`DivisionCode`] | 行政区划代码 | GB/T 2260, GB/T 10114 |
//! | [`Document`] | 证件 | GB/T 36903-2018, annex A |
//! | [`IdentityKey`] | 唯一标识 | city plan, part 2 (一)1(2) |
//!
//! # Features
//!
//! | Feature | Effect |
//! | ------- | ------ |
//! | `serde` | every identifier reads and writes its text form |
//! | `ticket` | `Ticket`: a sign-in carried from one channel to the next; turns `serde` on |
//! | `divisions` | `Divisions`: the table of divisions from 1980 to 2024, 107 KB |
//! | `csv` | `check_csv`: checks a CSV file; needs `std` |
//! | `schemars` | JSON Schemas of these text forms; turns `serde` on |

#![no_std]

extern crate alloc;
#[cfg(feature = "csv")]
extern crate std;

mod resident_id;

mod credit_code;
mod division_code;
#[cfg(feature = "divisions")]
mod divisions;
mod document;
mod foreign_resident_id;
mod identity_key;
mod mask;
mod organization_code;
mod registration_number;

mod assurance;
mod authentication;
mod channel;
mod check_rows;
mod delegation;
mod label;
mod profile;
mod pseudonym;
mod subject_key;
#[cfg(feature = "ticket")]
mod ticket;

mod error;
mod notice;
mod subject;

mod ascii;
mod lenient;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;

pub use crate::assurance::{AssuranceLevel, AssurancePolicy, Way, WayKind};
pub use crate::authentication::{Authentication, AuthenticationClaims, AuthenticationError};
pub use crate::channel::{Channel, HandlingForm};
pub use crate::check_rows::{
    Column, RowCheck, RowFinding, RowFindings, RowReport, RowSummary, Severity, check_rows,
};
#[cfg(feature = "csv")]
pub use crate::check_rows::{CsvError, check_csv};
pub use crate::credit_code::{Authority, Category, CategoryBasis, CreditCode, PilotCreditCode};
pub use crate::delegation::{
    Delegation, DelegationError, DelegationEvent, DelegationState, DelegationStateError,
    DelegationStep, DelegationTerms, NotDelegated, Scope,
};
pub use crate::division_code::{DivisionCode, DivisionLevel};
#[cfg(feature = "divisions")]
pub use crate::divisions::{
    DirectoryError, DirectoryFault, DivisionDirectory, DivisionInterval, DivisionStatus, Divisions,
    FullName, Successors,
};
pub use crate::document::{Document, DocumentKind, DocumentNumber};
pub use crate::error::{Fault, ParseError};
pub use crate::foreign_resident_id::{
    ForeignResidentId, FormerNumberLink, LegacyForeignResidentId, Nationality,
};
pub use crate::identity_key::{IdentityKey, MaskedKey};
pub use crate::label::Label;
pub use crate::mask::{MaskPolicy, Masked};
pub use crate::notice::{Notice, NoticeKind};
pub use crate::organization_code::OrganizationCode;
pub use crate::profile::{OtherSubject, Profile, Statement, TrustClass};
pub use crate::pseudonym::{Pseudonym, Pseudonymizer};
pub use crate::registration_number::{Registrant, RegistrationNumber};
pub use crate::resident_id::{LegacyResidentId, ResidentId, ResidentKind, Sex};
pub use crate::subject::Subject;
pub use crate::subject_key::SubjectKey;
#[cfg(feature = "ticket")]
pub use crate::ticket::{
    Nonce, RecentTickets, RedeemedTicket, Ticket, TicketCheck, TicketClaims, TicketError,
    TicketSignError, TicketUse, UsedTickets,
};
#[cfg(feature = "ticket")]
pub use ed25519_dalek;
