//! The elements of an item before they are checked.

use alloc::vec::Vec;

use chrono::NaiveDate;
use gov_identity::DivisionCode;

use crate::item_fault::ItemFault;
use crate::item_read;
use crate::item_tree;
use crate::reader::Reader;
use crate::{
    Basis, Body, Condition, Enforcement, Fees, Intermediary, Item, ItemCode, ItemLevels, ItemState,
    ItemType, Limits, Link, LocalCodes, Material, Online, Outcome, Power, Question, Remedies,
    Service, SiteCheck, SpecialProcedure, Step, Text, Topics, Window,
};

/// The elements of an item that is being written (事项草稿).
///
/// Which elements an item must have depends on its type: nobody applies for a
/// penalty, a compulsion, a levy or an inspection, so these need no conditions,
/// materials, limits, steps, fees or windows; a public service may have no limits.
///
/// A draft may be wrong; [`Item::try_from`] it says every fault at once, the
/// same ones with the same paths as `Item::from_json`: both go through one reader.
///
/// ```
/// use chrono::NaiveDate;
/// use gov_catalog::gov_identity::DivisionCode;
/// use gov_catalog::{Body, Item, ItemCode, ItemDraft, LimitUnit, Limits, TimeLimit};
///
/// let code: ItemCode = "11640200PDY00001XK300013190000201".parse()?;
/// let body = Body::new(code.body().unwrap(), "石嘴山市示例局");
/// let days = |days| TimeLimit::try_new(LimitUnit::WorkingDay, days, None).unwrap();
/// let limits = Limits::new(days(5), days(20));
/// let city = DivisionCode::from_static("640200");
/// let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
///
/// let draft = ItemDraft::new(code, "示例许可（新办）", body, city, day, limits);
/// let faults = Item::try_from(draft).unwrap_err();
/// assert_eq!(faults[0].to_string(), "basis: empty list");
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "事项草稿")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Item", deny_unknown_fields, extend("allOf" = demands()))
)]
#[non_exhaustive]
pub struct ItemDraft {
    /// The code (事项编码).
    pub code: ItemCode,
    /// The name (事项名称), up to 1000 characters.
    pub name: Text,
    /// The type (事项类型), the same as inside the code.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub item_type: ItemType,
    /// The implementing body (实施主体), the same as inside the code.
    pub body: Body,
    /// The division the item is offered in (行政区划).
    pub division: DivisionCode,
    /// The version (版本), from 1.
    #[cfg_attr(feature = "schemars", schemars(range(min = 1)))]
    pub version: u32,
    /// The first day this version is in force (计划生效日期).
    #[cfg_attr(feature = "schemars", schemars(with = "alloc::string::String", extend("format" = "date")))]
    pub effective: NaiveDate,
    /// The first day it is no longer in force (计划取消日期), after `effective`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(
        feature = "schemars",
        schemars(with = "Option<alloc::string::String>", extend("format" = "date"))
    )]
    pub ends: Option<NaiveDate>,
    /// The state (事项状态); in use when JSON does not say.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub state: ItemState,
    /// Names that other systems have for it (地方编码).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub local_codes: LocalCodes,
    /// The items that it comes from (事项沿革).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub links: Vec<Link>,
    /// Where the power comes from (权力来源).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub power: Power,
    /// The levels of exercise, acceptance and decision (层级).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub levels: ItemLevels,
    /// To whom, where and how it is offered (办理方式).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub service: Service,
    /// What can be done online (网上办理).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub online: Online,
    /// The topics under which people look for it (主题分类).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub topics: Topics,
    /// The rules that establish the item (设定依据), at least one.
    pub basis: Vec<Basis>,
    /// The conditions (受理条件).
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub conditions: Vec<Condition>,
    /// The materials (申请材料), no two of one name.
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub materials: Vec<Material>,
    /// The limits (时限); none only where [`ItemType::always_has_limits`] is not so.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub limits: Option<Limits>,
    /// The steps (办理环节), at least one where somebody applies.
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub steps: Vec<Step>,
    /// Procedures whose time does not count (特别程序).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub special_procedures: Vec<SpecialProcedure>,
    /// The check on site (现场核查).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub site_check: Option<SiteCheck>,
    /// What it costs (收费).
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub fees: Fees,
    /// Services of intermediaries that are conditions (中介服务).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub intermediaries: Vec<Intermediary>,
    /// What a granted application ends in (办理结果).
    pub outcome: Outcome,
    /// Where and when one can apply (办理窗口), at least one where somebody applies.
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub windows: Vec<Window>,
    /// Telephones for questions (咨询电话), at least one.
    pub enquiry_phones: Vec<Text>,
    /// Telephones for complaints (投诉电话), at least one.
    pub complaint_phones: Vec<Text>,
    /// Common questions (常见问题).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub questions: Vec<Question>,
    /// What an applicant can do against a decision (救济).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub remedies: Remedies,
    /// What only penalties and levies have (处罚与征收).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "is_default"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub enforcement: Enforcement,
    /// What the region adds for itself (扩展字段), up to 2000 characters.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub extension: Option<Text>,
    /// Remarks (备注).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub notes: Vec<Text>,
}

impl ItemDraft {
    /// A draft of version 1 with what has no sensible blank; limits are `None` for
    /// what nobody applies for. It has no basis, no
    /// steps, windows or telephones yet, and its result has the name of the item.
    #[must_use]
    pub fn new(
        code: ItemCode,
        name: impl Into<Text>,
        body: Body,
        division: DivisionCode,
        effective: NaiveDate,
        limits: impl Into<Option<Limits>>,
    ) -> Self {
        let name = name.into();
        Self {
            code,
            outcome: Outcome::new(name.clone()),
            name,
            item_type: code.item_type(),
            body,
            division,
            version: 1,
            effective,
            ends: None,
            state: ItemState::default(),
            local_codes: LocalCodes::default(),
            links: Vec::new(),
            power: Power::default(),
            levels: ItemLevels::default(),
            service: Service::default(),
            online: Online::default(),
            topics: Topics::default(),
            basis: Vec::new(),
            conditions: Vec::new(),
            materials: Vec::new(),
            limits: limits.into(),
            steps: Vec::new(),
            special_procedures: Vec::new(),
            site_check: None,
            fees: Fees::free(Vec::new()),
            intermediaries: Vec::new(),
            windows: Vec::new(),
            enquiry_phones: Vec::new(),
            complaint_phones: Vec::new(),
            questions: Vec::new(),
            remedies: Remedies::default(),
            enforcement: Enforcement::default(),
            extension: None,
            notes: Vec::new(),
        }
    }
}

impl TryFrom<ItemDraft> for Item {
    type Error = Vec<ItemFault>;

    /// Checks a draft.
    ///
    /// # Errors
    ///
    /// Every fault that the same elements would have in JSON.
    fn try_from(draft: ItemDraft) -> Result<Self, Vec<ItemFault>> {
        let mut reader = Reader::default();
        match item_read::item(&mut reader, item_tree::item(&draft)) {
            Some(_) if reader.faults.is_empty() => Ok(Self(draft)),
            _ => Err(reader.faults),
        }
    }
}

/// What the type of an item asks for, as the reader does.
#[cfg(feature = "schemars")]
fn demands() -> serde_json::Value {
    let no_application = "^0[02346]$";
    let no_limits = "^(0[02346]|2[0-9])$";
    let unless = |pattern: &str, required: &[&str]| {
        serde_json::json!({
            "if": { "properties": { "type": { "pattern": pattern } } },
            "else": { "required": required },
        })
    };
    let application = ["conditions", "materials", "steps", "fees", "windows"];
    serde_json::json!([unless(no_application, &application), unless(no_limits, &["limits"])])
}

/// Whether a record says nothing and need not be written.
#[cfg(feature = "serde")]
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
