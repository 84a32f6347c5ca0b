//! Coded service items (政务服务事项): what a person or a company can apply for,
//! under which code, with which materials, within which limits.
#![no_std]

extern crate alloc;

mod basic_code;
mod case_number;
mod exercise_level;
mod handling_code;
mod implementation_code;
mod item_code;
mod item_type;
mod license_type_ref;

mod basis;
mod fee;
mod guide;
mod item;
mod material;
mod step;
mod time_limit;

mod characters;
mod checks;
mod error;
mod item_fault;
#[cfg(feature = "serde")]
mod item_json;
#[cfg(feature = "serde")]
mod reader;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;

pub use gov_identity;

pub use crate::basic_code::{BasicCode, Source, SubItem};
pub use crate::basis::Basis;
pub use crate::case_number::CaseNumber;
pub use crate::checks::{Check, Checks, Notice, Notices};
pub use crate::error::{CodeError, CodeFault, CodeSubject};
pub use crate::exercise_level::ExerciseLevel;
pub use crate::fee::{Fee, Fees};
pub use crate::guide::{Beyond, Guide};
pub use crate::handling_code::HandlingCode;
pub use crate::implementation_code::ImplementationCode;
pub use crate::item::{Body, Condition, Item, Limits, Outcome, Window};
pub use crate::item_code::ItemCode;
pub use crate::item_fault::{Expected, ItemFault, ItemFaultKind};
pub use crate::item_type::ItemType;
pub use crate::license_type_ref::LicenseTypeRef;
pub use crate::material::{Material, MaterialForm, MaterialSource, Requirement};
pub use crate::step::{SiteCheck, Step, StepKind};
pub use crate::time_limit::{LimitError, LimitUnit, TimeLimit};
