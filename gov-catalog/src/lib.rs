//! Coded service items (政务服务事项): what a person or a company can apply for,
//! under which code, with which materials, within which limits.
//!
//! An item is read whole or refused with *every* fault and its place.
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use gov_catalog::Item;
//!
//! let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
//! let item = Item::from_json(json).unwrap();
//! assert_eq!(item.code().basic().item_type().zh(), "行政许可");
//! // The guide does not list a household register.
//! assert!(item.demands(&["申请书", "户口簿"]).is_err());
//! ```
//!
//! # Terms
//!
//! | Type | Chinese term | Source |
//! | ---- | ------------ | ------ |
//! | [`BasicCode`], [`ImplementationCode`] | 基本编码, 实施编码 | ZWFW C 0109.1-2018, GB/T 39554.1-2020 |
//! | [`HandlingCode`] | 业务办理项编码 | the same |
//! | [`CaseNumber`] | 办件编号 | practice of two provinces |
//! | [`ItemType`], [`ExerciseLevel`] | 事项类型, 行使层级 | GB/T 39046-2020, tables A.1 and A.2 |
//! | [`Item`], [`Material`], [`TimeLimit`] | 政务服务事项, 申请材料, 时限 | ZWFW C 0109.2-2018 |
//! | [`ItemDraft`], [`Criterion`] | 事项草稿, 可判定的条件 | – |
//! | [`Catalog`], [`AsOf`], [`Diff`] | 事项目录, 有效, 版本差异 | 石嘴山市方案2017 2(2)1(1) |
//! | [`Finding`], [`Rule`] | 检查发现, 检查规则 | the plan, laws and practice: [`Rule::basis`] |
//! | [`Move`], [`PowerList`] | 下放、委托、收回、合并、拆分, 权责清单 | 行政许可法 art. 24 |
//! | [`Directory`], [`DirectoryItem`] | 基本目录, 目录事项 | ZWFW C 0109.2-2018 |
//! | [`Scheme`], [`Dialect`], [`CodeRegistry`] | 编码方案, 枚举值方言, 编码登记 | 国办函〔2016〕108号; provinces |
//! | [`Guide`], [`ReviewRules`] | 办事指南, 审查细则 | 行政许可法 art. 30; DB31/T 544-2024 |
//!
//! # Features
//!
//! | Feature | Effect |
//! | ------- | ------ |
//! | `serde` | codes as text; items and catalogs from and to JSON |
//! | `schemars` | JSON Schemas of both; turns `serde` on |
//! | `csv`, `xlsx` | [`Workbook`]s as departments keep their lists; these need `std` |
#![no_std]

extern crate alloc;
#[cfg(feature = "xlsx")]
extern crate std;

mod basic_code;
mod case_number;
mod exercise_level;
mod handling_code;
mod implementation_code;
mod item_code;
mod item_type;
mod license_type_ref;
mod scheme;

mod catalog;
mod check;
mod code_registry;

mod basis;
mod body;
mod condition;
mod criterion;
mod dialect;
mod fee;
mod guide;
mod item;
mod item_draft;
mod limits;
mod material;
mod openness;
mod outcome;
mod power;
mod service;
mod state;
mod step;
mod time_limit;
mod topics;

#[cfg(feature = "serde")]
mod cpsv_ap;
#[cfg(feature = "serde")]
mod cpsv_ap_fault;
#[cfg(feature = "serde")]
mod cpsv_ap_read;
#[cfg(feature = "serde")]
mod cpsv_ap_write;
#[cfg(feature = "csv")]
mod csv;
mod exchange;
mod exchange_cell;
mod exchange_draft;
mod exchange_fault;
mod exchange_read;
mod exchange_schema;
mod exchange_write;
mod guide_page;
mod html;
mod markdown;
mod page;
mod review_rules;
mod sheet_export;
mod sheet_fault;
mod sheet_import;
mod sheet_schema;
mod supplement;
mod theme;
mod theme_fault;
#[cfg(feature = "serde")]
mod theme_json;
mod theme_page;
mod tree;
mod workbook;
#[cfg(feature = "xlsx")]
mod xlsx;

mod characters;
mod checks;
mod element_read;
mod error;
mod item_fault;
#[cfg(feature = "serde")]
mod item_json;
mod item_read;
mod item_tree;
mod node;
#[cfg(feature = "serde")]
mod node_serde;
mod reader;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
mod text;
mod vocabulary;

pub use gov_identity;

pub use crate::basic_code::{BasicCode, Source, SubItem};
pub use crate::basis::{Basis, BasisRank};
pub use crate::body::{Body, Window};
pub use crate::case_number::CaseNumber;
pub use crate::catalog::{
    AsOf, Catalog, CatalogFault, CatalogFaultKind, Change, ChangeKind, Diff, Directory,
    DirectoryItem, Holder, Move, MoveRefusal, PowerEntry, PowerList, PublishError, ServiceRules,
};
pub use crate::check::{CheckSettings, Finding, Rule, RuleOrigin, Severity};
pub use crate::checks::{Check, Checks, CodeNotice, CodeNotices};
pub use crate::code_registry::{CodeRegistry, MintError};
pub use crate::condition::Condition;
#[cfg(feature = "serde")]
pub use crate::cpsv_ap::{CpsvAp, CpsvApRead, CpsvApWritten};
#[cfg(feature = "serde")]
pub use crate::cpsv_ap_fault::{CpsvApFault, CpsvApFaultKind};
pub use crate::criterion::{
    Assessment, Claim, Criterion, Fact, FactTest, Facts, OpenPart, Verdict,
};
#[cfg(feature = "csv")]
pub use crate::csv::CsvError;
pub use crate::dialect::{Dialect, DialectError, NumberTable, Numbered};
pub use crate::error::{CodeError, CodeFault, CodeSubject};
pub use crate::exchange::{Exchange, ExchangeRead, Unread};
pub use crate::exchange_fault::ExchangeFault;
pub use crate::exercise_level::ExerciseLevel;
pub use crate::fee::{Fee, Fees};
pub use crate::guide::{Beyond, Guide};
pub use crate::handling_code::HandlingCode;
pub use crate::implementation_code::ImplementationCode;
pub use crate::item::Item;
pub use crate::item_code::ItemCode;
pub use crate::item_draft::ItemDraft;
pub use crate::item_fault::{Expected, ItemFault, ItemFaultKind};
pub use crate::item_type::ItemType;
pub use crate::license_type_ref::LicenseTypeRef;
pub use crate::limits::Limits;
pub use crate::material::{
    Material, MaterialDetails, MaterialForm, MaterialKind, MaterialSource, Requirement,
};
pub use crate::openness::{
    Enforcement, Intermediary, Office, Question, Remedies, SpecialProcedure,
};
pub use crate::outcome::{Outcome, OutcomeKind};
pub use crate::page::{Line, Page};
pub use crate::power::{BodyKind, ItemLevels, Power, PowerSource};
pub use crate::review_rules::{ReviewPoint, ReviewRules};
pub use crate::scheme::{
    GansuCode, GuideBasicCode, HubeiCode, LetterTypes, Scheme, SchemeCode, SichuanCode,
};
pub use crate::service::{
    Audience, HandlingArea, HandlingChannel, Online, OnlineDepth, Promptness, Service,
};
pub use crate::sheet_fault::{SheetFault, SheetFaultKind};
pub use crate::state::{ItemState, Link, LinkKind, LocalCodes};
pub use crate::step::{SiteCheck, Step, StepKind};
pub use crate::text::Text;
pub use crate::theme::{Asked, LongestWay, MergedMaterial, Theme, ThemeItem, ThemePlan};
pub use crate::theme_fault::{ThemeFault, ThemeFaultKind};
pub use crate::time_limit::{LimitError, LimitUnit, TimeLimit};
pub use crate::topics::Topics;
pub use crate::workbook::{LeftOut, Sheet, Workbook, Written};
#[cfg(feature = "xlsx")]
pub use crate::xlsx::XlsxError;
