//! Service item (政务服务事项).

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use gov_identity::{CreditCode, DivisionCode};

use crate::{
    Basis, Beyond, Fees, Guide, ItemCode, ItemType, LicenseTypeRef, Material, SiteCheck, Step,
    TimeLimit,
};

/// One version of a service item (政务服务事项) with the elements of its guide.
///
/// An item is read whole or not at all: `Item::from_json` returns *every*
/// fault with its place. So one in hand has a code that agrees with its type
/// and its body, promises within the law, materials with names of their own,
/// and a basis for every fee.
///
/// | Element | Chinese | Exchange table |
/// | ------- | ------- | -------------- |
/// | [`code`](Self::code) | 事项编码 | `TASK_CODE`, `TASK_HANDLE_ITEM` |
/// | [`name`](Self::name) | 事项名称 | `TASK_NAME` |
/// | [`item_type`](Self::item_type) | 事项类型 | `TASK_TYPE` |
/// | [`body`](Self::body) | 实施主体 | `DEPT_CODE`, `DEPT_NAME` |
/// | [`version`](Self::version) | 版本 | `TASK_VERSION` |
/// | [`effective`](Self::effective) | 生效日期 | `PLAN_EFFECTIVE_DATE` |
/// | [`basis`](Self::basis) | 设定依据 | `BY_LAW` |
/// | [`conditions`](Self::conditions) | 受理条件 | `ACCEPT_CONDITION` |
/// | [`limits`](Self::limits) | 时限 | `ANTICIPATE_DAY`, `PROMISE_DAY` |
/// | [`steps`](Self::steps) | 办理流程 | `HANDLE_FLOW` |
/// | [`fees`](Self::fees) | 收费 | `IS_FEE`, `FEE_BASIS` |
/// | [`outcome`](Self::outcome) | 办理结果 | `RESULT_NAME` |
/// | [`windows`](Self::windows) | 办理地点、时间 | `TRANSACT_ADDR`, `TRANSACT_TIME` |
///
/// Deliberately absent: a state. Whether a version is in force depends on the
/// day and on the other versions, and is a question to the catalog.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.code().to_string(), "11640200PDY00001XK300013190000201");
/// assert_eq!(item.limits().decision.promised(), 10);
/// assert_eq!(item.materials().len(), 4);
/// ```
#[doc(alias = "政务服务事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[expect(clippy::struct_field_names, reason = "`type` is a keyword; the accessor has this name")]
pub struct Item {
    pub(crate) code: ItemCode,
    pub(crate) name: String,
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub(crate) item_type: ItemType,
    pub(crate) body: Body,
    pub(crate) division: DivisionCode,
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub(crate) version: u32,
    #[cfg_attr(feature = "schemars", schemars(with = "String", extend("format" = "date")))]
    pub(crate) effective: NaiveDate,
    pub(crate) basis: Vec<Basis>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) materials: Vec<Material>,
    pub(crate) limits: Limits,
    pub(crate) steps: Vec<Step>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub(crate) site_check: Option<SiteCheck>,
    pub(crate) fees: Fees,
    pub(crate) outcome: Outcome,
    pub(crate) windows: Vec<Window>,
    pub(crate) enquiry_phones: Vec<String>,
    pub(crate) complaint_phones: Vec<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub(crate) notes: Vec<String>,
}

/// The organ that acts (实施主体).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.body().name, "石嘴山市示例局");
/// assert_eq!(item.body().code.division().as_str(), "640200");
/// ```
#[doc(alias = "实施主体")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Body {
    /// Its credit code, the same as inside the item's code.
    pub code: CreditCode,
    /// Its name, up to 200 characters.
    pub name: String,
}

/// A condition that the applicant must meet (受理条件).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.conditions()[0].text, "有固定场所。");
/// assert_eq!(item.conditions()[0].basis[0].to_string(), "《示例条例》第二条");
/// ```
#[doc(alias = "受理条件")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Condition {
    /// What must be so.
    pub text: String,
    /// Rules that set the condition; none may be added without
    /// (Business Environment Regulation art. 35, 优化营商环境条例第三十五条).
    pub basis: Vec<Basis>,
}

/// The limits of an item (时限), each from its own event.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let limits = item.limits();
/// assert_eq!(limits.supplement_notice.statutory(), 5);
/// assert!(limits.extension.is_some());
/// ```
#[doc(alias = "时限")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Limits {
    /// From receipt to the one notice of everything that is missing (补正告知).
    pub supplement_notice: TimeLimit,
    /// From acceptance to the decision (审批决定).
    pub decision: TimeLimit,
    /// What the head of the organ can add to the decision, once (延长).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub extension: Option<TimeLimit>,
    /// From the decision to handing over what was granted (颁发送达).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub delivery: Option<TimeLimit>,
}

/// What a granted application ends in (办理结果).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.outcome().name, "示例许可证");
/// assert_eq!(item.outcome().validity_years, Some(5));
/// ```
#[doc(alias = "办理结果")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Outcome {
    /// Name of the license or document (结果名称), up to 200 characters.
    pub name: String,
    /// Type of the electronic license, where there is one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub license_type: Option<LicenseTypeRef>,
    /// Years it is valid from the decision (有效期); none when without end.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "schemars", schemars(range(min = 1, max = 100)))]
    pub validity_years: Option<u8>,
    /// Rules behind name and validity.
    pub basis: Vec<Basis>,
}

/// A window where one can apply (办理窗口).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.windows()[0].name, "综合窗口");
/// ```
#[doc(alias = "办理窗口")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Window {
    /// Name of the hall or window.
    pub name: String,
    /// Address (办理地点), up to 500 characters.
    pub address: String,
    /// Hours (办理时间), up to 500 characters.
    pub hours: String,
}

impl Item {
    /// The code; with the version it is the identity of the item.
    #[must_use]
    pub const fn code(&self) -> ItemCode {
        self.code
    }

    /// The name; two items may share one.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type, the same as inside the code.
    #[must_use]
    pub const fn item_type(&self) -> ItemType {
        self.item_type
    }

    /// The organ that acts.
    #[must_use]
    pub const fn body(&self) -> &Body {
        &self.body
    }

    /// The division the item is offered in.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        self.division
    }

    /// The version, from 1; it only grows.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// The first day this version is in force.
    #[must_use]
    pub const fn effective(&self) -> NaiveDate {
        self.effective
    }

    /// The rules that establish the item (设定依据), at least one.
    #[must_use]
    pub fn basis(&self) -> &[Basis] {
        &self.basis
    }

    /// The conditions, in the order of the guide.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The materials, in the order of the guide; no two share a name.
    #[must_use]
    pub fn materials(&self) -> &[Material] {
        &self.materials
    }

    /// The material of this name.
    #[must_use]
    pub fn material(&self, name: &str) -> Option<&Material> {
        self.materials.iter().find(|material| material.name == name)
    }

    /// The limits, statutory and promised.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The steps, in their order; at least one.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The check on site, if the item needs one.
    #[must_use]
    pub const fn site_check(&self) -> Option<&SiteCheck> {
        self.site_check.as_ref()
    }

    /// What it costs.
    #[must_use]
    pub const fn fees(&self) -> &Fees {
        &self.fees
    }

    /// What a granted application ends in.
    #[must_use]
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Where and when one can apply; at least one window.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.windows
    }

    /// Telephones for questions (咨询电话), at least one.
    #[must_use]
    pub fn enquiry_phones(&self) -> &[String] {
        &self.enquiry_phones
    }

    /// Telephones for complaints (投诉电话), at least one.
    #[must_use]
    pub fn complaint_phones(&self) -> &[String] {
        &self.complaint_phones
    }

    /// Remarks of whoever wrote the item, such as its sources.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The item as the public reads it.
    #[must_use]
    pub const fn guide(&self) -> Guide<'_> {
        Guide::of(self)
    }

    /// Whether all that is asked stands in the guide; see [`Guide::demands`].
    ///
    /// # Errors
    ///
    /// Every demand beyond the guide.
    pub fn demands(&self, asked: &[&str]) -> Result<(), Vec<Beyond>> {
        self.guide().demands(asked)
    }
}
