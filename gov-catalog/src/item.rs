//! Service item (政务服务事项).

use alloc::vec::Vec;

use chrono::NaiveDate;
use gov_identity::DivisionCode;

use crate::{
    Basis, Beyond, Body, Condition, Enforcement, Fees, Guide, Intermediary, ItemCode, ItemDraft,
    ItemLevels, ItemState, ItemType, Limits, Link, LocalCodes, Material, Online, Outcome, Power,
    Question, Remedies, Service, SiteCheck, SpecialProcedure, Step, Text, TimeLimit, Topics,
    Window,
};

/// One version of a service item (政务服务事项) with the elements of its guide.
///
/// An item is read whole or not at all: `Item::from_json` and
/// [`Item::try_from`] an [`ItemDraft`] return *every* fault with its place. So
/// one in hand has a code that agrees with its type and its body, promises
/// within the law, materials with names of their own, and a basis for every fee.
///
/// | Element | Chinese | Exchange table |
/// | ------- | ------- | -------------- |
/// | [`code`](Self::code) | 事项编码 | `TASK_CODE`, `TASK_HANDLE_ITEM` |
/// | [`name`](Self::name), [`item_type`](Self::item_type) | 事项名称, 事项类型 | `TASK_NAME`, `TASK_TYPE` |
/// | [`body`](Self::body), [`power`](Self::power) | 实施主体, 权力来源 | `DEPT_CODE`, `DEPT_NAME`, `POWER_SOURCE` … |
/// | [`version`](Self::version), [`state`](Self::state) | 版本, 事项状态 | `TASK_VERSION`, `TASK_STATE` |
/// | [`effective`](Self::effective), [`ends`](Self::ends) | 计划生效日期, 计划取消日期 | `PLAN_EFFECTIVE_DATE`, `PLAN_CANCEL_DATE` |
/// | [`levels`](Self::levels) | 行使层级, 受理层级 | `USE_LEVEL` |
/// | [`basis`](Self::basis) | 设定依据 | `BY_LAW` |
/// | [`conditions`](Self::conditions) | 受理条件 | `ACCEPT_CONDITION` |
/// | [`materials`](Self::materials) | 申请材料 | the table of materials |
/// | [`limits`](Self::limits) | 时限 | `ANTICIPATE_DAY`, `PROMISE_DAY` |
/// | [`steps`](Self::steps), [`special_procedures`](Self::special_procedures) | 办理流程, 特别程序 | `HANDLE_FLOW`, `SPECIAL_PROCEDURE` |
/// | [`service`](Self::service), [`online`](Self::online) | 办理方式, 网上办理 | `SERVER_TYPE`, `PROJECT_TYPE`, `ONLINE_HANDLE_DEPTH` … |
/// | [`fees`](Self::fees), [`intermediaries`](Self::intermediaries) | 收费, 中介服务 | `IS_FEE`, `FEE_BASIS`, `SERVICE_TYPE` |
/// | [`outcome`](Self::outcome) | 办理结果 | `RESULT_TYPE`, `RESULT_NAME`, `RESULT_GUID` |
/// | [`windows`](Self::windows) | 办理地点、时间 | `TRANSACT_ADDR`, `TRANSACT_TIME` |
/// | [`topics`](Self::topics) | 主题分类 | `USER_TOPIC_TYPE`, `CORP_TOPIC_TYPE` |
/// | [`questions`](Self::questions), [`remedies`](Self::remedies) | 常见问题, 救济 | the table of questions |
///
/// A published version never changes. To correct one, take its
/// [`to_draft`](Self::to_draft), change that, and publish it as the next version.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.code().to_string(), "11640200PDY00001XK300013190000201");
/// assert_eq!(item.decision().unwrap().promised(), 10);
/// assert_eq!(item.materials().len(), 4);
/// ```
#[doc(alias = "政务服务事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema), schemars(transparent))]
pub struct Item(pub(crate) ItemDraft);

impl Item {
    /// The code; with the version it is the identity of the item.
    #[must_use]
    pub const fn code(&self) -> ItemCode {
        self.0.code
    }

    /// The name; two items may share one.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The type, the same as inside the code.
    #[must_use]
    pub const fn item_type(&self) -> ItemType {
        self.0.item_type
    }

    /// The organ that acts.
    #[must_use]
    pub const fn body(&self) -> &Body {
        &self.0.body
    }

    /// The division the item is offered in.
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        self.0.division
    }

    /// The version, from 1; it only grows.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.0.version
    }

    /// The first day this version is in force.
    #[must_use]
    pub const fn effective(&self) -> NaiveDate {
        self.0.effective
    }

    /// The first day it is planned to be no longer in force; no version can
    /// follow before. Without one, the version that follows ends it.
    #[must_use]
    pub const fn ends(&self) -> Option<NaiveDate> {
        self.0.ends
    }

    /// In use, suspended or cancelled.
    #[must_use]
    pub const fn state(&self) -> ItemState {
        self.0.state
    }

    /// Names that other systems have for it.
    #[must_use]
    pub const fn local_codes(&self) -> &LocalCodes {
        &self.0.local_codes
    }

    /// The items that it comes from.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.0.links
    }

    /// Where the power comes from.
    #[must_use]
    pub const fn power(&self) -> &Power {
        &self.0.power
    }

    /// The levels of exercise, acceptance and decision.
    #[must_use]
    pub const fn levels(&self) -> &ItemLevels {
        &self.0.levels
    }

    /// To whom, where and how it is offered.
    #[must_use]
    pub const fn service(&self) -> &Service {
        &self.0.service
    }

    /// What can be done online.
    #[must_use]
    pub const fn online(&self) -> &Online {
        &self.0.online
    }

    /// The topics under which people look for it.
    #[must_use]
    pub const fn topics(&self) -> &Topics {
        &self.0.topics
    }

    /// The rules that establish the item (设定依据), at least one.
    #[must_use]
    pub fn basis(&self) -> &[Basis] {
        &self.0.basis
    }

    /// The conditions, in the order of the guide.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        &self.0.conditions
    }

    /// The materials, in the order of the guide; no two share a name.
    #[must_use]
    pub fn materials(&self) -> &[Material] {
        &self.0.materials
    }

    /// The material of this name.
    #[must_use]
    pub fn material(&self, name: &str) -> Option<&Material> {
        self.0.materials.iter().find(|material| material.name == name)
    }

    /// The limits, statutory and promised; there for every item of a type that
    /// [always has them](ItemType::always_has_limits).
    #[must_use]
    pub const fn limits(&self) -> Option<&Limits> {
        self.0.limits.as_ref()
    }

    /// The limit of the decision, where the item has limits.
    #[must_use]
    pub fn decision(&self) -> Option<&TimeLimit> {
        self.limits().map(|limits| &limits.decision)
    }

    /// The steps, in their order; at least one where somebody applies.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0.steps
    }

    /// Procedures whose time does not count against the limit.
    #[must_use]
    pub fn special_procedures(&self) -> &[SpecialProcedure] {
        &self.0.special_procedures
    }

    /// The check on site, if the item needs one.
    #[must_use]
    pub const fn site_check(&self) -> Option<&SiteCheck> {
        self.0.site_check.as_ref()
    }

    /// What it costs.
    #[must_use]
    pub const fn fees(&self) -> &Fees {
        &self.0.fees
    }

    /// Services of intermediaries that are conditions.
    #[must_use]
    pub fn intermediaries(&self) -> &[Intermediary] {
        &self.0.intermediaries
    }

    /// What a granted application ends in.
    #[must_use]
    pub const fn outcome(&self) -> &Outcome {
        &self.0.outcome
    }

    /// Where and when one can apply; at least one window where somebody applies.
    #[must_use]
    pub fn windows(&self) -> &[Window] {
        &self.0.windows
    }

    /// Telephones for questions (咨询电话), at least one.
    #[must_use]
    pub fn enquiry_phones(&self) -> &[Text] {
        &self.0.enquiry_phones
    }

    /// Telephones for complaints (投诉电话), at least one.
    #[must_use]
    pub fn complaint_phones(&self) -> &[Text] {
        &self.0.complaint_phones
    }

    /// Common questions with their answers.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.0.questions
    }

    /// What an applicant can do against a decision.
    #[must_use]
    pub const fn remedies(&self) -> &Remedies {
        &self.0.remedies
    }

    /// What only penalties and levies have.
    #[must_use]
    pub const fn enforcement(&self) -> &Enforcement {
        &self.0.enforcement
    }

    /// What the region adds for itself (扩展字段, `EXTEND_FIELD`), not interpreted.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        self.0.extension.as_deref()
    }

    /// Remarks of whoever wrote the item, such as its sources.
    #[must_use]
    pub fn notes(&self) -> &[Text] {
        &self.0.notes
    }

    /// The elements to start the next version from.
    #[must_use]
    pub fn to_draft(&self) -> ItemDraft {
        self.0.clone()
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
