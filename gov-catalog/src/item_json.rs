//! The JSON form of an item: the one place that says which fields it has.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;
use gov_identity::{CreditCode, DivisionCode};
use serde::de::{Deserialize, Deserializer, Error as _};

use crate::item_fault::{ItemFault, ItemFaultKind};
use crate::reader::{Field, Node, Reader, Record};
use crate::{
    Basis, Body, Condition, Fee, Fees, Item, ItemCode, ItemType, LicenseTypeRef, LimitUnit, Limits,
    Material, MaterialForm, MaterialSource, Outcome, Requirement, SiteCheck, Step, StepKind,
    TimeLimit, Window,
};

/// Longest item name (`TASK_NAME`), in characters.
const ITEM_NAME: usize = 1000;
/// Longest name of a body, a material, a fee, a result (`DEPT_NAME` …).
const NAME: usize = 200;
/// Longest address, hours or similar line (`TRANSACT_ADDR` …).
const LINE: usize = 500;
/// Longest free text. The exchange tables set no length; this bounds the input.
const TEXT: usize = 4000;

impl Item {
    /// The largest JSON text that is read, in bytes.
    pub const MAX_JSON: usize = 1 << 20;

    /// Reads the JSON form.
    ///
    /// # Errors
    ///
    /// *Every* fault in the order of the elements, each with its path: what is
    /// missing, unknown, given twice, of another kind, blank or too long; codes
    /// that do not parse; a promise beyond the statutory limit; a type or body
    /// that differs from the code's; two materials of one name; a catch-all
    /// line; a fee without basis; a site check by fewer than two officers.
    /// A text that is no JSON at all, or larger than
    /// [`MAX_JSON`](Self::MAX_JSON), is one fault.
    pub fn from_json(json: &str) -> Result<Self, Vec<ItemFault>> {
        let whole = |kind| vec![ItemFault::new(Vec::new(), kind)];
        if json.len() > Self::MAX_JSON {
            return Err(whole(ItemFaultKind::TooLarge { max: Self::MAX_JSON }));
        }
        let node = serde_json::from_str(json).map_err(|error| {
            whole(ItemFaultKind::Syntax { line: error.line(), column: error.column() })
        })?;
        Self::from_node(node)
    }

    fn from_node(node: Node) -> Result<Self, Vec<ItemFault>> {
        let mut reader = Reader::default();
        match item(&mut reader, node) {
            Some(item) if reader.faults.is_empty() => Ok(item),
            _ => Err(reader.faults),
        }
    }
}

/// Reads the same form from any self-describing format. serde has room for one
/// fault only, so it is told the first; [`Item::from_json`] tells all.
impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_node(Node::deserialize(deserializer)?).map_err(|faults| match faults.first() {
            Some(fault) => D::Error::custom(fault),
            None => D::Error::custom("not an item"),
        })
    }
}

const TYPE: Field = ("type", "事项类型");
const BODY: Field = ("body", "实施主体");

fn item(reader: &mut Reader, node: Node) -> Option<Item> {
    reader.record(node, |r| {
        let code = r.must(("code", "事项编码"), item_code);
        let name = r.must(("name", "事项名称"), |r, node| r.text(node, ITEM_NAME));
        let item_type = r.must(TYPE, item_type);
        let body = r.must(BODY, body);
        agree(r, code, item_type, body.as_ref());
        let division = r.must(("division", "行政区划"), division);
        let version = r.must(("version", "版本"), |r, node| r.number(node, 1, u32::MAX.into()));
        let effective = r.must(("effective", "生效日期"), date);
        let basis = r.must(("basis", "设定依据"), |r, node| r.some(node, basis));
        let conditions = r.must(("conditions", "受理条件"), |r, node| r.list(node, condition));
        let materials = r.must(("materials", "申请材料"), materials);
        let limits = r.must(("limits", "时限"), limits);
        let steps = r.must(("steps", "办理环节"), |r, node| r.some(node, step));
        let site_check = r.may(("site_check", "现场核查"), site_check);
        let fees = r.must(("fees", "收费"), fees);
        let outcome = r.must(("outcome", "办理结果"), outcome);
        let windows = r.must(("windows", "办理窗口"), |r, node| r.some(node, window));
        let enquiry_phones =
            r.must(("enquiry_phones", "咨询电话"), |r, node| r.some(node, phone));
        let complaint_phones =
            r.must(("complaint_phones", "投诉电话"), |r, node| r.some(node, phone));
        let notes = r.may(("notes", "备注"), |r, node| r.list(node, free_text));
        Some(Item {
            code: code?,
            name: name?,
            item_type: item_type?,
            body: body?,
            division: division?,
            version: version?,
            effective: effective?,
            basis: basis?,
            conditions: conditions?,
            materials: materials?,
            limits: limits?,
            steps: steps?,
            site_check: site_check?,
            fees: fees?,
            outcome: outcome?,
            windows: windows?,
            enquiry_phones: enquiry_phones?,
            complaint_phones: complaint_phones?,
            notes: notes?.unwrap_or_default(),
        })
    })
}

/// Compares type and body with those inside the code, as far as all are read.
fn agree(
    r: &mut Record<'_>,
    code: Option<ItemCode>,
    item_type: Option<ItemType>,
    body: Option<&Body>,
) {
    let Some(code) = code else { return };
    if item_type.is_some_and(|item_type| item_type != code.item_type()) {
        r.fault_at(TYPE, ItemFaultKind::TypeDiffers);
    }
    if body.is_some_and(|body| code.body() != Ok(body.code)) {
        r.fault_at(BODY, ItemFaultKind::BodyDiffers);
    }
}

fn body(reader: &mut Reader, node: Node) -> Option<Body> {
    reader.record(node, |r| {
        let code = r.must(("code", "统一社会信用代码"), credit_code);
        let name = r.must(("name", "名称"), name);
        Some(Body { code: code?, name: name? })
    })
}

fn basis(reader: &mut Reader, node: Node) -> Option<Basis> {
    reader.record(node, |r| {
        let law = r.must(("law", "法律法规名称"), |r, node| r.text(node, LINE));
        let article = r.may(("article", "条款"), |r, node| r.text(node, NAME));
        let gist = r.may(("gist", "条文要旨"), free_text);
        Some(Basis { law: law?, article: article?, gist: gist? })
    })
}

/// A list of rules that may be empty.
fn bases(reader: &mut Reader, node: Node) -> Option<Vec<Basis>> {
    reader.list(node, basis)
}

fn condition(reader: &mut Reader, node: Node) -> Option<Condition> {
    reader.record(node, |r| {
        let text = r.must(("text", "内容"), free_text);
        let basis = r.must(("basis", "依据"), bases);
        Some(Condition { text: text?, basis: basis? })
    })
}

/// The materials, no two of one name.
fn materials(reader: &mut Reader, node: Node) -> Option<Vec<Material>> {
    let mut names = BTreeMap::new();
    let mut position = 0;
    reader.list(node, |reader, node| {
        position += 1;
        reader.record(node, |r| material(r, position, &mut names))
    })
}

fn material(
    r: &mut Record<'_>,
    position: usize,
    names: &mut BTreeMap<String, usize>,
) -> Option<Material> {
    let name = r.must(("name", "名称"), |r, node| {
        let name = r.text(node, NAME)?;
        if is_catch_all(&name) {
            r.fault(ItemFaultKind::CatchAll);
        }
        let first = *names.entry(name.clone()).or_insert(position);
        if first != position {
            r.fault(ItemFaultKind::SameName { first });
        }
        Some(name)
    });
    let requirement = r.must(("requirement", "是否必需"), |r, node| {
        r.word(
            node,
            &[
                ("required", Requirement::Required),
                ("may-follow", Requirement::MayFollow),
                ("optional", Requirement::Optional),
            ],
        )
    });
    let only_when = r.may(("only_when", "何时需要"), free_text);
    let form = r.must(("form", "材料形式"), |r, node| {
        r.word(
            node,
            &[
                ("paper", MaterialForm::Paper),
                ("electronic", MaterialForm::Electronic),
                ("either", MaterialForm::Either),
            ],
        )
    });
    let originals = r.must(("originals", "原件份数"), |r, node| r.number(node, 0, 99));
    let copies = r.must(("copies", "复印件份数"), |r, node| r.number(node, 0, 99));
    let source = r.must(("source", "材料来源"), material_source);
    let basis = r.must(("basis", "依据"), bases);
    let acceptance_standard = r.may(("acceptance_standard", "受理标准"), free_text);
    Some(Material {
        name: name?,
        requirement: requirement?,
        only_when: only_when?,
        form: form?,
        originals: originals?,
        copies: copies?,
        source: source?,
        basis: basis?,
        acceptance_standard: acceptance_standard?,
    })
}

/// Whether a material is a line such as "other materials" (兜底条款).
fn is_catch_all(name: &str) -> bool {
    const LINES: [&str; 6] =
        ["其他材料", "其它材料", "其他有关材料", "其他相关材料", "其它有关材料", "其它相关材料"];
    LINES.iter().any(|line| name.contains(line))
}

fn material_source(reader: &mut Reader, node: Node) -> Option<MaterialSource> {
    const WORDS: [(&str, MaterialSource); 3] = [
        ("applicant", MaterialSource::Applicant),
        ("government", MaterialSource::Government { license_type: None }),
        ("other", MaterialSource::Other),
    ];
    reader.record(node, |r| {
        let source = r.must(("kind", "类别"), |r, node| r.word(node, &WORDS));
        if matches!(source, Some(MaterialSource::Applicant | MaterialSource::Other)) {
            return source;
        }
        let license_type = r.may(("license_type", "证照类型代码"), license_type);
        source.and(Some(MaterialSource::Government { license_type: license_type? }))
    })
}

fn limits(reader: &mut Reader, node: Node) -> Option<Limits> {
    reader.record(node, |r| {
        let supplement_notice = r.must(("supplement_notice", "补正告知"), time_limit);
        let decision = r.must(("decision", "审批决定"), time_limit);
        let extension = r.may(("extension", "延长"), time_limit);
        let delivery = r.may(("delivery", "颁发送达"), time_limit);
        Some(Limits {
            supplement_notice: supplement_notice?,
            decision: decision?,
            extension: extension?,
            delivery: delivery?,
        })
    })
}

fn time_limit(reader: &mut Reader, node: Node) -> Option<TimeLimit> {
    let days = |min| move |r: &mut Reader, node| r.number(node, min, TimeLimit::MAX.into());
    reader.record(node, |r| {
        let unit = r.must(("unit", "单位"), |r, node| {
            r.word(
                node,
                &[("working-day", LimitUnit::WorkingDay), ("natural-day", LimitUnit::NaturalDay)],
            )
        });
        let statutory = r.must(("statutory", "法定时限"), days(1));
        let promised = r.may(("promised", "承诺时限"), days(0));
        let basis = r.must(("basis", "依据"), bases);
        let limit = TimeLimit::try_new(unit?, statutory?, promised?);
        let limit = limit.map_err(|error| r.fault(ItemFaultKind::Limit(error))).ok()?;
        Some(limit.with_basis(basis?))
    })
}

fn step(reader: &mut Reader, node: Node) -> Option<Step> {
    reader.record(node, |r| {
        let kind = r.must(("kind", "环节类别"), |r, node| {
            r.word(
                node,
                &[
                    ("accept", StepKind::Accept),
                    ("review", StepKind::Review),
                    ("site-check", StepKind::SiteCheck),
                    ("decide", StepKind::Decide),
                    ("deliver", StepKind::Deliver),
                    ("close", StepKind::Close),
                ],
            )
        });
        let name = r.must(("name", "名称"), name);
        let role = r.must(("role", "办理岗位"), self::name);
        let limit = r.may(("limit", "时限"), time_limit);
        Some(Step { kind: kind?, name: name?, role: role?, limit: limit? })
    })
}

fn site_check(reader: &mut Reader, node: Node) -> Option<SiteCheck> {
    reader.record(node, |r| {
        let officers = r.must(("officers", "核查人数"), |r, node| r.number(node, 2, 99));
        let limit = r.may(("limit", "时限"), time_limit);
        let basis = r.must(("basis", "依据"), |r, node| r.some(node, basis));
        let except = r.may(("except", "不需现场核查的情形"), free_text);
        Some(SiteCheck { officers: officers?, limit: limit?, basis: basis?, except: except? })
    })
}

fn fees(reader: &mut Reader, node: Node) -> Option<Fees> {
    reader.record(node, |r| {
        let rows = r.must(("rows", "收费项目"), |r, node| r.list(node, fee));
        let basis = r.must(("basis", "依据"), |r, node| r.some(node, basis));
        Some(Fees { rows: rows?, basis: basis? })
    })
}

fn fee(reader: &mut Reader, node: Node) -> Option<Fee> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let standard = r.must(("standard", "收费标准"), free_text);
        let basis = r.must(("basis", "依据"), |r, node| r.some(node, basis));
        let reducible_when = r.may(("reducible_when", "减免情形"), free_text);
        Some(Fee {
            name: name?,
            standard: standard?,
            basis: basis?,
            reducible_when: reducible_when?,
        })
    })
}

fn outcome(reader: &mut Reader, node: Node) -> Option<Outcome> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let license_type = r.may(("license_type", "证照类型代码"), license_type);
        let validity_years =
            r.may(("validity_years", "有效期"), |r, node| r.number(node, 1, 100));
        let basis = r.must(("basis", "依据"), bases);
        Some(Outcome {
            name: name?,
            license_type: license_type?,
            validity_years: validity_years?,
            basis: basis?,
        })
    })
}

fn window(reader: &mut Reader, node: Node) -> Option<Window> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let address = r.must(("address", "地址"), |r, node| r.text(node, LINE));
        let hours = r.must(("hours", "办理时间"), |r, node| r.text(node, LINE));
        Some(Window { name: name?, address: address?, hours: hours? })
    })
}

fn name(reader: &mut Reader, node: Node) -> Option<String> {
    reader.text(node, NAME)
}

fn free_text(reader: &mut Reader, node: Node) -> Option<String> {
    reader.text(node, TEXT)
}

fn item_code(reader: &mut Reader, node: Node) -> Option<ItemCode> {
    reader.parsed(node, |text| ItemCode::parse(text).map_err(ItemFaultKind::Code))
}

fn item_type(reader: &mut Reader, node: Node) -> Option<ItemType> {
    reader.parsed(node, |text| ItemType::parse(text).map_err(ItemFaultKind::Code))
}

fn license_type(reader: &mut Reader, node: Node) -> Option<LicenseTypeRef> {
    reader.parsed(node, |text| LicenseTypeRef::parse(text).map_err(ItemFaultKind::Code))
}

fn credit_code(reader: &mut Reader, node: Node) -> Option<CreditCode> {
    reader.parsed(node, |text| CreditCode::parse(text).map_err(ItemFaultKind::Identity))
}

fn division(reader: &mut Reader, node: Node) -> Option<DivisionCode> {
    reader.parsed(node, |text| DivisionCode::parse(text).map_err(ItemFaultKind::Identity))
}

fn date(reader: &mut Reader, node: Node) -> Option<NaiveDate> {
    reader.parsed(node, |text| {
        // chrono also reads `2026-1-1` and `+2026-01-01`; the form is one.
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let date = if plain && text.len() == 10 { text.parse().ok() } else { None };
        date.ok_or(ItemFaultKind::Date)
    })
}

/// Digits and hyphens: an area code and a number, or a short hotline.
fn phone(reader: &mut Reader, node: Node) -> Option<String> {
    reader.parsed(node, |text| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let edges = text.starts_with('-') || text.ends_with('-');
        if plain && !edges && (3..=20).contains(&digits) && text.len() <= 24 {
            Ok(text.into())
        } else {
            Err(ItemFaultKind::Phone)
        }
    })
}
