//! Which sheets a workbook has, which columns they have, and what stands in a cell.

use crate::vocabulary::Word;
use crate::{
    Audience, BasisRank, BodyKind, ExerciseLevel, HandlingArea, HandlingChannel, ItemState,
    LimitUnit, LinkKind, MaterialForm, MaterialKind, OnlineDepth, OutcomeKind, PowerSource,
    Promptness, Requirement, StepKind,
};

/// A sheet: its name, the list of the item whose elements are its rows, and its
/// columns.
pub(crate) struct SheetSchema {
    pub(crate) name: &'static str,
    /// Path of the list; none for the sheets of items, of rules and of what no
    /// other sheet holds.
    pub(crate) list: Option<&'static str>,
    pub(crate) columns: &'static [Column],
}

/// A column: the path of the element in its record, its heading, and its kind.
pub(crate) struct Column {
    pub(crate) path: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) kind: Cell,
}

/// What a cell holds.
#[derive(Clone, Copy)]
pub(crate) enum Cell {
    Text,
    Number,
    /// 是 or 否.
    Flag,
    /// Texts, each on a line.
    Lines,
    /// A word of a vocabulary, by its Chinese name.
    Word(Vocabulary),
    /// Words, each on a line.
    Words(Vocabulary),
}

/// Finds a word by itself or by its Chinese name; answers both.
pub(crate) type Vocabulary = fn(&str) -> Option<(&'static str, &'static str)>;

fn of<T: Word>(text: &str) -> Option<(&'static str, &'static str)> {
    let mut words = T::ALL.iter().map(|value| (value.word(), value.chinese()));
    words.find(|(word, zh)| *word == text || *zh == text)
}

fn material_source(text: &str) -> Option<(&'static str, &'static str)> {
    const WORDS: [(&str, &str); 3] =
        [("applicant", "申请人自备"), ("government", "政府部门核发"), ("other", "其他")];
    WORDS.into_iter().find(|(word, zh)| *word == text || *zh == text)
}

const fn text(path: &'static str, zh: &'static str) -> Column {
    Column { path, zh, kind: Cell::Text }
}

const fn number(path: &'static str, zh: &'static str) -> Column {
    Column { path, zh, kind: Cell::Number }
}

const fn flag(path: &'static str, zh: &'static str) -> Column {
    Column { path, zh, kind: Cell::Flag }
}

const fn lines(path: &'static str, zh: &'static str) -> Column {
    Column { path, zh, kind: Cell::Lines }
}

const fn word<T: Word>(path: &'static str, zh: &'static str) -> Column {
    Column { path, zh, kind: Cell::Word(of::<T>) }
}

const fn words<T: Word>(path: &'static str, zh: &'static str) -> Column {
    Column { path, zh, kind: Cell::Words(of::<T>) }
}

/// The columns that say which item a row belongs to.
pub(crate) const CODE: &str = "事项编码";
pub(crate) const VERSION: &str = "版本";
/// The columns that say which element of the item a rule is behind.
pub(crate) const PLACE: &str = "依据对象";
pub(crate) const NUMBER: &str = "序号";

/// The columns of the sheet of what no other sheet holds: path of the element,
/// kind of its value, the value.
pub(crate) const ELEMENT: &str = "要素";
pub(crate) const KIND: &str = "取值类型";
pub(crate) const VALUE: &str = "内容";

/// The sheet of items comes first, that of rules and that of what no other sheet
/// holds last.
pub(crate) const SHEETS: [SheetSchema; 13] = [
    SheetSchema { name: "事项", list: None, columns: ITEM },
    SheetSchema {
        name: "沿革",
        list: Some("links"),
        columns: &[word::<LinkKind>("kind", "类别"), text("item", "相关事项编码")],
    },
    SheetSchema {
        name: "受理条件", list: Some("conditions"), columns: &[text("text", "内容")]
    },
    SheetSchema { name: "申请材料", list: Some("materials"), columns: MATERIAL },
    SheetSchema {
        name: "办理环节",
        list: Some("steps"),
        columns: &[
            word::<StepKind>("kind", "环节类别"),
            text("name", "环节名称"),
            text("role", "办理岗位"),
            word::<LimitUnit>("limit.unit", "时限单位"),
            number("limit.statutory", "法定时限"),
            number("limit.promised", "承诺时限"),
        ],
    },
    SheetSchema {
        name: "特别程序",
        list: Some("special_procedures"),
        columns: &[
            text("name", "程序名称"),
            word::<LimitUnit>("limit.unit", "时限单位"),
            number("limit.statutory", "法定时限"),
            number("limit.promised", "承诺时限"),
        ],
    },
    SheetSchema {
        name: "收费项目",
        list: Some("fees.rows"),
        columns: &[
            text("name", "收费项目名称"),
            text("standard", "收费标准"),
            text("reducible_when", "减免情形"),
            text("remark", "备注"),
        ],
    },
    SheetSchema {
        name: "中介服务",
        list: Some("intermediaries"),
        columns: &[text("name", "服务名称"), lines("institutions", "机构")],
    },
    SheetSchema {
        name: "办理窗口",
        list: Some("windows"),
        columns: &[
            text("name", "窗口名称"),
            text("address", "地址"),
            text("hours", "办理时间"),
            text("division", "乡镇街道或者村社区代码"),
        ],
    },
    SheetSchema {
        name: "常见问题",
        list: Some("questions"),
        columns: &[text("question", "问题"), text("answer", "答复")],
    },
    SheetSchema { name: "备注", list: Some("notes"), columns: &[text("", "备注")] },
    SheetSchema {
        name: "依据",
        list: None,
        columns: &[
            text("law", "法律法规名称"),
            text("article", "条款"),
            text("gist", "条文要旨"),
            word::<BasisRank>("rank", "效力层级"),
        ],
    },
    SheetSchema {
        name: "补充要素",
        list: None,
        columns: &[text("path", ELEMENT), text("kind", KIND), text("value", VALUE)],
    },
];

const ITEM: &[Column] = &[
    text("code", CODE),
    number("version", VERSION),
    text("name", "事项名称"),
    text("type", "事项类型"),
    text("body.code", "实施主体统一社会信用代码"),
    text("body.name", "实施主体"),
    text("body.short_name", "实施主体简称"),
    text("division", "行政区划代码"),
    text("effective", "生效日期"),
    text("ends", "计划取消日期"),
    word::<ItemState>("state", "事项状态"),
    text("local_codes.directory", "地方基本编码"),
    text("local_codes.item", "地方实施编码"),
    text("local_codes.row", "数据行标识"),
    word::<PowerSource>("power.source", "权力来源"),
    word::<BodyKind>("power.body_kind", "实施主体性质"),
    text("power.parent", "权责清单事项"),
    text("power.department", "主管部门"),
    text("power.entrusted_by", "委托部门"),
    text("power.announcement", "委托公告"),
    words::<ExerciseLevel>("levels.exercised", "行使层级"),
    word::<ExerciseLevel>("levels.accept", "受理层级"),
    word::<ExerciseLevel>("levels.decide", "决定层级"),
    words::<Audience>("service.audience", "服务对象"),
    word::<Promptness>("service.promptness", "办件类型"),
    words::<HandlingChannel>("service.channels", "办理形式"),
    words::<HandlingArea>("service.area", "通办范围"),
    number("service.visits", "到现场次数"),
    text("service.visits_reason", "必须现场办理原因"),
    lines("service.joint_bodies", "联办机构"),
    text("service.quota", "数量限制"),
    flag("service.at_center", "进驻政务大厅"),
    flag("service.appointment", "预约办理"),
    flag("service.online_payment", "网上支付"),
    flag("service.posting", "物流快递"),
    flag("service.terminals", "自助终端"),
    words::<OnlineDepth>("online.depth", "网办深度"),
    text("online.url", "电脑端地址"),
    flag("online.single_sign_on", "电脑端单点登录"),
    text("online.mobile_url", "移动端地址"),
    flag("online.mobile_single_sign_on", "移动端单点登录"),
    lines("topics.personal", "自然人主题"),
    lines("topics.corporate", "法人主题"),
    lines("topics.local_personal", "自然人地方主题"),
    lines("topics.local_corporate", "法人地方主题"),
    word::<LimitUnit>("limits.supplement_notice.unit", "补正告知时限单位"),
    number("limits.supplement_notice.statutory", "补正告知法定时限"),
    number("limits.supplement_notice.promised", "补正告知承诺时限"),
    word::<LimitUnit>("limits.decision.unit", "办结时限单位"),
    number("limits.decision.statutory", "法定办结时限"),
    number("limits.decision.promised", "承诺办结时限"),
    word::<LimitUnit>("limits.extension.unit", "延长时限单位"),
    number("limits.extension.statutory", "延长法定时限"),
    number("limits.extension.promised", "延长承诺时限"),
    word::<LimitUnit>("limits.delivery.unit", "送达时限单位"),
    number("limits.delivery.statutory", "送达法定时限"),
    number("limits.delivery.promised", "送达承诺时限"),
    text("limits.statutory_note", "法定办结时限说明"),
    text("limits.promise_note", "承诺办结时限说明"),
    number("site_check.officers", "现场核查人数"),
    word::<LimitUnit>("site_check.limit.unit", "现场核查时限单位"),
    number("site_check.limit.statutory", "现场核查法定时限"),
    number("site_check.limit.promised", "现场核查承诺时限"),
    text("site_check.except", "不需现场核查的情形"),
    text("outcome.name", "结果名称"),
    word::<OutcomeKind>("outcome.kind", "结果类型"),
    text("outcome.license_type", "结果证照类型代码"),
    number("outcome.validity_years", "有效期（年）"),
    text("outcome.sample", "结果样本"),
    lines("enquiry_phones", "咨询电话"),
    lines("complaint_phones", "投诉电话"),
    text("remedies.rights", "申请人权利义务"),
    text("remedies.review.name", "行政复议机关"),
    text("remedies.review.address", "行政复议机关地址"),
    text("remedies.review.phone", "行政复议机关电话"),
    text("remedies.review.url", "行政复议机关网址"),
    text("remedies.court.name", "行政诉讼法院"),
    text("remedies.court.address", "行政诉讼法院地址"),
    text("remedies.court.phone", "行政诉讼法院电话"),
    text("remedies.court.url", "行政诉讼法院网址"),
    text("enforcement.punishment", "处罚种类"),
    text("enforcement.levy", "征收种类"),
    flag("enforcement.reducible", "征收可以减免"),
    text("extension", "扩展字段"),
];

const MATERIAL: &[Column] = &[
    text("name", "材料名称"),
    word::<Requirement>("requirement", "是否必需"),
    text("only_when", "何时需要"),
    word::<MaterialForm>("form", "材料形式"),
    number("originals", "原件份数"),
    number("copies", "复印件份数"),
    Column { path: "source.kind", zh: "材料来源", kind: Cell::Word(material_source) },
    text("source.license_type", "证照类型代码"),
    text("acceptance_standard", "受理标准"),
    word::<MaterialKind>("details.kind", "材料类型"),
    text("details.blank_form", "空白表格"),
    text("details.sample", "示例样表"),
    text("details.filling", "填报须知"),
    text("details.source_note", "来源渠道说明"),
    text("details.paper_format", "纸质材料规格"),
    text("details.signature", "签名签章要求"),
    text("details.remark", "备注"),
];

/// The elements that rules stand behind: path without positions, heading. A
/// place within a list has a position.
pub(crate) const PLACES: [(&str, &str); 16] = [
    ("", "事项"),
    ("conditions", "受理条件"),
    ("materials", "申请材料"),
    ("limits.supplement_notice", "补正告知时限"),
    ("limits.decision", "办结时限"),
    ("limits.extension", "延长时限"),
    ("limits.delivery", "送达时限"),
    ("steps.limit", "环节时限"),
    ("special_procedures", "特别程序"),
    ("special_procedures.limit", "特别程序时限"),
    ("site_check", "现场核查"),
    ("site_check.limit", "现场核查时限"),
    ("fees", "收费"),
    ("fees.rows", "收费项目"),
    ("intermediaries", "中介服务"),
    ("outcome", "办理结果"),
];

impl SheetSchema {
    /// Whether it is the sheet of what no other sheet holds.
    pub(crate) fn is_beside(&self) -> bool {
        self.column("path").is_some()
    }

    pub(crate) fn column(&self, path: &str) -> Option<(usize, &'static Column)> {
        let mut columns = self.columns.iter().enumerate();
        columns.find(|(_, column)| column.path == path)
    }

    /// The list that begins a path, for a path inside a list.
    pub(crate) fn list_of(path: &str) -> Option<&'static str> {
        let lists = SHEETS.iter().filter_map(|sheet| sheet.list);
        lists.into_iter().find(|list| {
            path.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }
}
