//! The rules of the consistency checks, as data.

/// A rule of the consistency checks (检查规则): nine groups with stable numbers.
///
/// Three rules are held before a catalog is there at all: 2.3 and most of 4.1 by
/// [`Item`](crate::Item) itself ([`ItemFault::rule`](crate::ItemFault::rule)), the reuse of codes
/// and overlapping periods by [`Catalog::publish`](crate::Catalog::publish)
/// ([`PublishError::rule`](crate::PublishError::rule)). Rule 3.1 concerns a case
/// ([`Catalog::check_case`](crate::Catalog::check_case)).
///
/// ```
/// use gov_catalog::{Rule, Severity};
///
/// assert_eq!(Rule::LicenseLimit.id(), "4.2");
/// assert_eq!(Rule::LicenseLimit.basis(), "行政许可法 art. 42");
/// assert_eq!(Rule::from_id("4.2"), Some(Rule::LicenseLimit));
/// assert_eq!(Rule::ALL.len(), 28);
/// ```
#[doc(alias = "检查规则")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Rule {
    /// 1.1: same basic code, same name, type, basis and unified elements (同一基本编码的名称、类型、依据和统一要素应一致).
    UnifiedElements,
    /// 1.2: copies differ only in body, level, place, contact, promise and local additions (同一事项在各级只能在主体、层级、地点、联系方式、承诺时限和地方增加内容上不同).
    FaithfulCopies,
    /// 2.1: one code, one item; one item, one code; no reuse (一码一事项、一事项一码，编码不得重复使用).
    OneCodeOneItem,
    /// 2.2: the level of the code is one of the levels of the directory item (编码中的层级应在目录事项的行使层级之内).
    LevelInSet,
    /// 2.3: type, basic code and body inside the code are those of the item (编码中的类型、基本编码和主体应与事项一致).
    CodeAgrees,
    /// 2.4: every link leads to an item, and one that was merged or split is linked both ways (沿革应指向目录内的事项，合并、拆分的双方应互相注明).
    Links,
    /// 3.1: a case asks only what the guide of its version lists (办件只能要求受理时版本的办事指南所列材料和条件).
    NothingBeyondGuide,
    /// 4.1: no promise and no step takes longer than the statutory limit (承诺时限和环节时限不得超过法定时限).
    PromiseWithinLaw,
    /// 4.2: a license takes at most 20 working days, and 10 more, unless another rule is cited (行政许可的法定时限不超过20个工作日，可延长10个工作日，另有规定的应注明依据).
    LicenseLimit,
    /// 5.1: an instant item promises the same day, and only an instant item does (即办件的承诺时限应为零，非即办件不为零).
    InstantPromise,
    /// 5.2: full online depth means no visit; a visit has a reason; no visit without online means posting (全程网办应零跑动，需到现场应说明原因，零跑动而不网办应提供邮寄).
    VisitsAndOnline,
    /// 5.3: a fee says whether it can be paid online; no fee, no payment online (收费事项应标明是否支持网上支付，不收费的不应支持).
    FeesAndPayment,
    /// 5.4: a named result has a sample (有结果名称应有结果样本).
    SampleOfResult,
    /// 5.5: topics for those who can apply, and only for them (服务对象与主题分类应对应).
    AudienceAndTopics,
    /// 5.6: a license has a question and the five steps accept, review, decide, deliver, close (行政许可应有常见问题和受理、审查、决定、送达、办结五个环节).
    LicenseFlow,
    /// 5.7: telephones for enquiry and complaint differ and have the area code (咨询电话与投诉电话应不同并带区号).
    Telephones,
    /// 5.8: an item has the elements of its kind, and none of another (事项应有其类型的要素，不得有其他类型的要素).
    ElementsOfKind,
    /// 6.1: no fee without a law or an administrative regulation (收费应有法律或者行政法规依据).
    FeeBasis,
    /// 6.2: no service of an intermediary without a law, a regulation or a State Council decision (中介服务应有法律、法规或者国务院决定依据).
    IntermediaryBasis,
    /// 7.1: what is handed down is a new item below and ends above (下放应在下级新设事项，上级事项应有终止日期).
    HandedDown,
    /// 7.2: an entrusted item names who entrusts and where it was announced, and is not entrusted on (委托应列明委托部门和公告，不得再委托).
    Entrusted,
    /// 7.3: after a move the old holder has no item in force (移交或者收回后原主体不得再有有效事项).
    OldHolder,
    /// 7.4: acceptance and decision have their levels, and none accepts above the deciding one (受理层级和决定层级均应填写，受理层级不得高于决定层级).
    LevelsSet,
    /// 8.1: every power has a parent in the power list (每项权力应在权责清单内).
    PowerParent,
    /// 8.2: a change of the power list gives the item a version from that day (权责清单变更应使事项自当日起有新版本).
    DatedVersions,
    /// 9.1: a node of the directory is never handled (目录节点不得直接办理).
    NodesNotHandled,
    /// 9.2: an item that one applies for has materials (办理项至少应有一套申请材料).
    HasMaterials,
    /// 9.3: every list of values is sorted and free of repeats (多值要素应按序且不重复).
    SortedLists,
}

/// Where a rule comes from (规则来源).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum RuleOrigin {
    /// The city plan.
    Plan,
    /// A law.
    Law,
    /// The plan and a law.
    PlanAndLaw,
    /// A city's script for the quality of data.
    Quality,
    /// A suggestion of this crate.
    Design,
}

/// How grave a breach is (严重程度). The graver one sorts first.
///
/// ```
/// assert_eq!(gov_catalog::Severity::Error.zh(), "错误");
/// ```
#[doc(alias = "严重程度")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[expect(clippy::exhaustive_enums, reason = "stop, look, know: there is no fourth")]
pub enum Severity {
    /// It must be put right before publishing (错误).
    Error,
    /// Somebody should look at it (警告).
    Warning,
    /// Good to know (提示).
    Notice,
}

impl Rule {
    /// All rules, in the order of their numbers.
    pub const ALL: [Self; 28] = [
        Self::UnifiedElements,
        Self::FaithfulCopies,
        Self::OneCodeOneItem,
        Self::LevelInSet,
        Self::CodeAgrees,
        Self::Links,
        Self::NothingBeyondGuide,
        Self::PromiseWithinLaw,
        Self::LicenseLimit,
        Self::InstantPromise,
        Self::VisitsAndOnline,
        Self::FeesAndPayment,
        Self::SampleOfResult,
        Self::AudienceAndTopics,
        Self::LicenseFlow,
        Self::Telephones,
        Self::ElementsOfKind,
        Self::FeeBasis,
        Self::IntermediaryBasis,
        Self::HandedDown,
        Self::Entrusted,
        Self::OldHolder,
        Self::LevelsSet,
        Self::PowerParent,
        Self::DatedVersions,
        Self::NodesNotHandled,
        Self::HasMaterials,
        Self::SortedLists,
    ];

    /// The rule of this number, such as `4.2`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// The stable number: group and rule.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.row().0
    }

    /// The rule as English words.
    #[must_use]
    pub const fn english(self) -> &'static str {
        self.row().1
    }

    /// The rule as one Chinese sentence.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        self.row().2
    }

    /// Where it comes from.
    #[must_use]
    pub const fn origin(self) -> RuleOrigin {
        self.row().3
    }

    /// How grave a breach is when nobody says otherwise.
    #[must_use]
    pub const fn severity(self) -> Severity {
        self.row().4
    }

    /// The law, standard or plan it stands on.
    #[must_use]
    pub const fn basis(self) -> &'static str {
        self.row().5
    }

    #[expect(clippy::too_many_lines, reason = "a table, one row for each rule")]
    const fn row(self) -> Row {
        match self {
            Self::UnifiedElements => (
                "1.1",
                "same basic code, same name, type, basis and unified elements",
                "同一基本编码的名称、类型、依据和统一要素应一致",
                RuleOrigin::Plan,
                Severity::Error,
                "石嘴山市方案2017 2(2)1(1)",
            ),
            Self::FaithfulCopies => (
                "1.2",
                "copies differ only in body, level, place, contact, promise and local additions",
                "同一事项在各级只能在主体、层级、地点、联系方式、承诺时限和地方增加内容上不同",
                RuleOrigin::Plan,
                Severity::Error,
                "石嘴山市方案2017 2(2)1(1)",
            ),
            Self::OneCodeOneItem => (
                "2.1",
                "one code, one item; one item, one code; no reuse",
                "一码一事项、一事项一码，编码不得重复使用",
                RuleOrigin::Plan,
                Severity::Error,
                "石嘴山市方案2017 2(2)1(1)",
            ),
            Self::LevelInSet => (
                "2.2",
                "the level of the code is one of the levels of the directory item",
                "编码中的层级应在目录事项的行使层级之内",
                RuleOrigin::Plan,
                Severity::Error,
                "GB/T 39046-2020 表A.2",
            ),
            Self::CodeAgrees => (
                "2.3",
                "type, basic code and body inside the code are those of the item",
                "编码中的类型、基本编码和主体应与事项一致",
                RuleOrigin::Plan,
                Severity::Error,
                "ZWFW C 0109.1-2018",
            ),
            Self::Links => (
                "2.4",
                "every link leads to an item, and one that was merged or split is linked both ways",
                "沿革应指向目录内的事项，合并、拆分的双方应互相注明",
                RuleOrigin::Design,
                Severity::Warning,
                "DB37/T 2561-2014",
            ),
            Self::NothingBeyondGuide => (
                "3.1",
                "a case asks only what the guide of its version lists",
                "办件只能要求受理时版本的办事指南所列材料和条件",
                RuleOrigin::PlanAndLaw,
                Severity::Error,
                "行政许可法 art. 30, 31",
            ),
            Self::PromiseWithinLaw => (
                "4.1",
                "no promise and no step takes longer than the statutory limit",
                "承诺时限和环节时限不得超过法定时限",
                RuleOrigin::Law,
                Severity::Error,
                "行政许可法 art. 42",
            ),
            Self::LicenseLimit => (
                "4.2",
                "a license takes at most 20 working days, and 10 more, unless another rule is cited",
                "行政许可的法定时限不超过20个工作日，可延长10个工作日，另有规定的应注明依据",
                RuleOrigin::Law,
                Severity::Error,
                "行政许可法 art. 42",
            ),
            Self::InstantPromise => (
                "5.1",
                "an instant item promises the same day, and only an instant item does",
                "即办件的承诺时限应为零，非即办件不为零",
                RuleOrigin::Quality,
                Severity::Warning,
                "城市数据质量规则",
            ),
            Self::VisitsAndOnline => (
                "5.2",
                "full online depth means no visit; a visit has a reason; no visit without online means posting",
                "全程网办应零跑动，需到现场应说明原因，零跑动而不网办应提供邮寄",
                RuleOrigin::Quality,
                Severity::Warning,
                "城市数据质量规则",
            ),
            Self::FeesAndPayment => (
                "5.3",
                "a fee says whether it can be paid online; no fee, no payment online",
                "收费事项应标明是否支持网上支付，不收费的不应支持",
                RuleOrigin::Quality,
                Severity::Warning,
                "城市数据质量规则",
            ),
            Self::SampleOfResult => (
                "5.4",
                "a named result has a sample",
                "有结果名称应有结果样本",
                RuleOrigin::Quality,
                Severity::Notice,
                "城市数据质量规则",
            ),
            Self::AudienceAndTopics => (
                "5.5",
                "topics for those who can apply, and only for them",
                "服务对象与主题分类应对应",
                RuleOrigin::Quality,
                Severity::Warning,
                "城市数据质量规则",
            ),
            Self::LicenseFlow => (
                "5.6",
                "a license has a question and the five steps accept, review, decide, deliver, close",
                "行政许可应有常见问题和受理、审查、决定、送达、办结五个环节",
                RuleOrigin::Quality,
                Severity::Warning,
                "城市数据质量规则",
            ),
            Self::Telephones => (
                "5.7",
                "telephones for enquiry and complaint differ and have the area code",
                "咨询电话与投诉电话应不同并带区号",
                RuleOrigin::Quality,
                Severity::Error,
                "城市数据质量规则",
            ),
            Self::ElementsOfKind => (
                "5.8",
                "an item has the elements of its kind, and none of another",
                "事项应有其类型的要素，不得有其他类型的要素",
                RuleOrigin::Design,
                Severity::Warning,
                "ZWFW C 0109.2-2018",
            ),
            Self::FeeBasis => (
                "6.1",
                "no fee without a law or an administrative regulation",
                "收费应有法律或者行政法规依据",
                RuleOrigin::Law,
                Severity::Error,
                "行政许可法 art. 58",
            ),
            Self::IntermediaryBasis => (
                "6.2",
                "no service of an intermediary without a law, a regulation or a State Council decision",
                "中介服务应有法律、法规或者国务院决定依据",
                RuleOrigin::Law,
                Severity::Error,
                "优化营商环境条例 art. 43",
            ),
            Self::HandedDown => (
                "7.1",
                "what is handed down is a new item below and ends above",
                "下放应在下级新设事项，上级事项应有终止日期",
                RuleOrigin::Plan,
                Severity::Error,
                "石嘴山市方案2017 2(2)4",
            ),
            Self::Entrusted => (
                "7.2",
                "an entrusted item names who entrusts and where it was announced, and is not entrusted on",
                "委托应列明委托部门和公告，不得再委托",
                RuleOrigin::Law,
                Severity::Error,
                "行政许可法 art. 24",
            ),
            Self::OldHolder => (
                "7.3",
                "after a move the old holder has no item in force",
                "移交或者收回后原主体不得再有有效事项",
                RuleOrigin::Law,
                Severity::Error,
                "城市条例",
            ),
            Self::LevelsSet => (
                "7.4",
                "acceptance and decision have their levels, and none accepts above the deciding one",
                "受理层级和决定层级均应填写，受理层级不得高于决定层级",
                RuleOrigin::Plan,
                Severity::Warning,
                "行政许可法 art. 35, 43",
            ),
            Self::PowerParent => (
                "8.1",
                "every power has a parent in the power list",
                "每项权力应在权责清单内",
                RuleOrigin::Plan,
                Severity::Error,
                "石嘴山市方案2017 2(2)1(1)",
            ),
            Self::DatedVersions => (
                "8.2",
                "a change of the power list gives the item a version from that day",
                "权责清单变更应使事项自当日起有新版本",
                RuleOrigin::Plan,
                Severity::Error,
                "石嘴山市方案2017 2(2)1(1)",
            ),
            Self::NodesNotHandled => (
                "9.1",
                "a node of the directory is never handled",
                "目录节点不得直接办理",
                RuleOrigin::Design,
                Severity::Error,
                "ZWFW C 0109.1-2018",
            ),
            Self::HasMaterials => (
                "9.2",
                "an item that one applies for has materials",
                "办理项至少应有一套申请材料",
                RuleOrigin::Design,
                Severity::Error,
                "ZWFW C 0109.2-2018",
            ),
            Self::SortedLists => (
                "9.3",
                "every list of values is sorted and free of repeats",
                "多值要素应按序且不重复",
                RuleOrigin::Design,
                Severity::Notice,
                "ZWFW C 0109.2-2018",
            ),
        }
    }
}

/// Number, English, Chinese, origin, severity, basis.
type Row = (&'static str, &'static str, &'static str, RuleOrigin, Severity, &'static str);

/// The number, as reports have it.
#[cfg(feature = "serde")]
impl serde::Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl Severity {
    /// The word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Notice => "提示",
        }
    }
}
