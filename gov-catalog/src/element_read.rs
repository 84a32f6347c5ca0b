//! Reads the elements of an item: the one place that says which fields they have.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;
use gov_identity::{CreditCode, DivisionCode};

use crate::item_fault::ItemFaultKind;
use crate::node::Node;
use crate::reader::{Reader, Record};
use crate::{
    Basis, Body, Claim, Condition, Criterion, FactTest, Fee, Fees, LicenseTypeRef, Limits,
    Material, MaterialDetails, MaterialSource, Outcome, SiteCheck, Step, Text, TimeLimit, Window,
};

/// Longest item name (`TASK_NAME`) and question, in characters.
pub(crate) const ITEM_NAME: usize = 1000;
/// Longest name of a body, a material, a fee, a result (`DEPT_NAME` …).
pub(crate) const NAME: usize = 200;
/// Longest code or short name of another system (`LOCAL_TASK_CODE` …).
pub(crate) const CODE: usize = 50;
/// Longest address, hours or similar line (`TRANSACT_ADDR` …).
pub(crate) const LINE: usize = 500;
/// Longest free text. The exchange tables set no length; this bounds the input.
pub(crate) const TEXT: usize = 4000;

pub(crate) fn body(reader: &mut Reader, node: Node<'_>) -> Option<Body> {
    reader.record(node, |r| {
        let code = r.must(("code", "统一社会信用代码"), credit_code);
        let name = r.must(("name", "名称"), name);
        let short_name = r.may(("short_name", "简称"), short);
        Some(Body { code: code?, name: name?, short_name: short_name? })
    })
}

pub(crate) fn basis(reader: &mut Reader, node: Node<'_>) -> Option<Basis> {
    reader.record(node, |r| {
        let law = r.must(("law", "法律法规名称"), line);
        let article = r.may(("article", "条款"), name);
        let gist = r.may(("gist", "条文要旨"), free_text);
        let rank = r.may(("rank", "效力层级"), Reader::word);
        Some(Basis { law: law?, article: article?, gist: gist?, rank: rank? })
    })
}

/// A list of rules that may be empty.
pub(crate) fn bases(reader: &mut Reader, node: Node<'_>) -> Option<Vec<Basis>> {
    reader.list(node, basis)
}

pub(crate) fn condition(reader: &mut Reader, node: Node<'_>) -> Option<Condition> {
    reader.record(node, |r| {
        let text = r.must(("text", "内容"), free_text);
        let basis = r.must(("basis", "依据"), bases);
        let criterion = r.may(("criterion", "判定规则"), criterion);
        Some(Condition { text: text?, basis: basis?, criterion: criterion? })
    })
}

fn criterion(reader: &mut Reader, node: Node<'_>) -> Option<Criterion> {
    nested_criterion(reader, node, 1)
}

/// A criterion at some depth; deeper than the format allows is a fault, not a
/// longer stack.
fn nested_criterion(reader: &mut Reader, node: Node<'_>, depth: usize) -> Option<Criterion> {
    if depth > Criterion::MAX_DEPTH {
        reader.fault(ItemFaultKind::TooDeep { max: Criterion::MAX_DEPTH });
        return None;
    }
    let below = |r: &mut Reader, node: Node<'_>| nested_criterion(r, node, depth + 1);
    reader.record(node, |r| {
        let all = r.may(("all", "同时满足"), |r, node| r.some(node, below));
        let any = r.may(("any", "满足其一"), |r, node| r.some(node, below));
        let not = r.may(("not", "不得"), below);
        let fact = r.may(("fact", "事实"), claim);
        let forms = [
            all?.map(Criterion::All),
            any?.map(Criterion::Any),
            not?.map(|part| Criterion::Not(Box::new(part))),
            fact?.map(Criterion::Fact),
        ];
        r.one_of(forms)
    })
}

fn claim(reader: &mut Reader, node: Node<'_>) -> Option<Claim> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let must = r.must(("must", "要求"), fact_test);
        Some(Claim { name: name?, must: must? })
    })
}

fn fact_test(reader: &mut Reader, node: Node<'_>) -> Option<FactTest> {
    reader.record(node, |r| {
        let at_least = r.may(("at_least", "不小于"), Reader::integer);
        let at_most = r.may(("at_most", "不大于"), Reader::integer);
        let not_before = r.may(("not_before", "不早于"), date);
        let not_after = r.may(("not_after", "不晚于"), date);
        let is = r.may(("is", "是否"), Reader::flag);
        let one_of = r.may(("one_of", "属于"), |r, node| r.some(node, name));
        let forms = [
            at_least?.map(FactTest::AtLeast),
            at_most?.map(FactTest::AtMost),
            not_before?.map(FactTest::NotBefore),
            not_after?.map(FactTest::NotAfter),
            is?.map(FactTest::Is),
            one_of?.map(FactTest::OneOf),
        ];
        r.one_of(forms)
    })
}

/// The materials, no two of one name.
pub(crate) fn materials(reader: &mut Reader, node: Node<'_>) -> Option<Vec<Material>> {
    let mut names = BTreeMap::new();
    let mut position = 0;
    reader.list(node, |reader, node| {
        position += 1;
        reader.record(node, |r| material(r, position, &mut names))
    })
}

fn material(
    r: &mut Record<'_, '_>,
    position: usize,
    names: &mut BTreeMap<Text, usize>,
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
    let requirement = r.must(("requirement", "是否必需"), Reader::word);
    let only_when = r.may(("only_when", "何时需要"), free_text);
    let form = r.must(("form", "材料形式"), Reader::word);
    let originals = r.must(("originals", "原件份数"), |r, node| r.number(node, 0, 99));
    let copies = r.must(("copies", "复印件份数"), |r, node| r.number(node, 0, 99));
    let source = r.must(("source", "材料来源"), material_source);
    let basis = r.must(("basis", "依据"), bases);
    let acceptance_standard = r.may(("acceptance_standard", "受理标准"), free_text);
    let details = r.may(("details", "附件与说明"), details);
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
        details: details?.map(Box::new),
    })
}

fn details(reader: &mut Reader, node: Node<'_>) -> Option<MaterialDetails> {
    reader.record(node, |r| {
        let kind = r.may(("kind", "材料类型"), Reader::word);
        let blank_form = r.may(("blank_form", "空白表格"), line);
        let sample = r.may(("sample", "示例样表"), line);
        let filling = r.may(("filling", "填报须知"), free_text);
        let source_note = r.may(("source_note", "来源渠道说明"), line);
        let paper_format = r.may(("paper_format", "纸质材料规格"), name);
        let signature = r.may(("signature", "签名签章要求"), line);
        let remark = r.may(("remark", "备注"), free_text);
        Some(MaterialDetails {
            kind: kind?,
            blank_form: blank_form?,
            sample: sample?,
            filling: filling?,
            source_note: source_note?,
            paper_format: paper_format?,
            signature: signature?,
            remark: remark?,
        })
    })
}

/// Whether a material is a line such as "other materials" (兜底条款).
fn is_catch_all(name: &str) -> bool {
    const LINES: [&str; 6] =
        ["其他材料", "其它材料", "其他有关材料", "其他相关材料", "其它有关材料", "其它相关材料"];
    LINES.iter().any(|line| name.contains(line))
}

fn material_source(reader: &mut Reader, node: Node<'_>) -> Option<MaterialSource> {
    reader.record(node, |r| {
        let source = r.must(("kind", "类别"), |r, node| {
            r.parsed(node, |text| match text {
                "applicant" => Ok(MaterialSource::Applicant),
                "government" => Ok(MaterialSource::government(None)),
                "other" => Ok(MaterialSource::Other),
                _ => Err(ItemFaultKind::Word),
            })
        });
        if matches!(source, Some(MaterialSource::Applicant | MaterialSource::Other)) {
            return source;
        }
        let license_type = r.may(("license_type", "证照类型代码"), license_type);
        source.and(Some(MaterialSource::government(license_type?)))
    })
}

pub(crate) fn limits(reader: &mut Reader, node: Node<'_>) -> Option<Limits> {
    reader.record(node, |r| {
        let supplement_notice = r.must(("supplement_notice", "补正告知"), time_limit);
        let decision = r.must(("decision", "审批决定"), time_limit);
        let extension = r.may(("extension", "延长"), time_limit);
        let delivery = r.may(("delivery", "颁发送达"), time_limit);
        let statutory_note = r.may(("statutory_note", "法定时限说明"), free_text);
        let promise_note = r.may(("promise_note", "承诺时限说明"), free_text);
        Some(Limits {
            supplement_notice: supplement_notice?,
            decision: decision?,
            extension: extension?,
            delivery: delivery?,
            statutory_note: statutory_note?,
            promise_note: promise_note?,
        })
    })
}

pub(crate) fn time_limit(reader: &mut Reader, node: Node<'_>) -> Option<TimeLimit> {
    let days =
        |min| move |r: &mut Reader, node: Node<'_>| r.number(node, min, TimeLimit::MAX.into());
    reader.record(node, |r| {
        let unit = r.must(("unit", "单位"), Reader::word);
        let statutory = r.must(("statutory", "法定时限"), days(1));
        let promised = r.may(("promised", "承诺时限"), days(0));
        let basis = r.must(("basis", "依据"), bases);
        let limit = TimeLimit::try_new(unit?, statutory?, promised?);
        let limit = limit.map_err(|error| r.fault(ItemFaultKind::Limit(error))).ok()?;
        Some(limit.with_basis(basis?))
    })
}

pub(crate) fn step(reader: &mut Reader, node: Node<'_>) -> Option<Step> {
    reader.record(node, |r| {
        let kind = r.must(("kind", "环节类别"), Reader::word);
        let name = r.must(("name", "名称"), name);
        let role = r.must(("role", "办理岗位"), self::name);
        let limit = r.may(("limit", "时限"), time_limit);
        Some(Step { kind: kind?, name: name?, role: role?, limit: limit? })
    })
}

pub(crate) fn site_check(reader: &mut Reader, node: Node<'_>) -> Option<SiteCheck> {
    reader.record(node, |r| {
        let officers = r.must(("officers", "核查人数"), |r, node| r.number(node, 2, 99));
        let limit = r.may(("limit", "时限"), time_limit);
        let basis = r.must(("basis", "依据"), |r, node| r.some(node, basis));
        let except = r.may(("except", "不需现场核查的情形"), free_text);
        Some(SiteCheck { officers: officers?, limit: limit?, basis: basis?, except: except? })
    })
}

/// Being free has a reason where somebody applies; what nobody applies for needs
/// none.
pub(crate) fn fees(reader: &mut Reader, node: Node<'_>, applied_for: bool) -> Option<Fees> {
    reader.record(node, |r| {
        let rows = r.must(("rows", "收费项目"), |r, node| r.list(node, fee));
        let basis = r.must(("basis", "依据"), |r, node| {
            if applied_for { r.some(node, basis) } else { r.list(node, basis) }
        });
        Some(Fees { rows: rows?, basis: basis? })
    })
}

fn fee(reader: &mut Reader, node: Node<'_>) -> Option<Fee> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let standard = r.must(("standard", "收费标准"), free_text);
        let basis = r.must(("basis", "依据"), |r, node| r.some(node, basis));
        let reducible_when = r.may(("reducible_when", "减免情形"), free_text);
        let remark = r.may(("remark", "备注"), free_text);
        Some(Fee {
            name: name?,
            standard: standard?,
            basis: basis?,
            reducible_when: reducible_when?,
            remark: remark?,
        })
    })
}

pub(crate) fn outcome(reader: &mut Reader, node: Node<'_>) -> Option<Outcome> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let kind = r.may(("kind", "结果类型"), Reader::word);
        let license_type = r.may(("license_type", "证照类型代码"), license_type);
        let validity_years =
            r.may(("validity_years", "有效期"), |r, node| r.number(node, 1, 100));
        let basis = r.must(("basis", "依据"), bases);
        let sample = r.may(("sample", "结果样本"), line);
        Some(Outcome {
            name: name?,
            kind: kind?,
            license_type: license_type?,
            validity_years: validity_years?,
            basis: basis?,
            sample: sample?,
        })
    })
}

pub(crate) fn window(reader: &mut Reader, node: Node<'_>) -> Option<Window> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let address = r.must(("address", "地址"), line);
        let hours = r.must(("hours", "办理时间"), line);
        let division = r.may(("division", "乡镇街道或村社区"), division);
        Some(Window { name: name?, address: address?, hours: hours?, division: division? })
    })
}

pub(crate) fn name(reader: &mut Reader, node: Node<'_>) -> Option<Text> {
    reader.text(node, NAME)
}

pub(crate) fn short(reader: &mut Reader, node: Node<'_>) -> Option<Text> {
    reader.text(node, CODE)
}

pub(crate) fn line(reader: &mut Reader, node: Node<'_>) -> Option<Text> {
    reader.text(node, LINE)
}

pub(crate) fn free_text(reader: &mut Reader, node: Node<'_>) -> Option<Text> {
    reader.text(node, TEXT)
}

fn license_type(reader: &mut Reader, node: Node<'_>) -> Option<LicenseTypeRef> {
    reader.parsed(node, |text| LicenseTypeRef::parse(text).map_err(ItemFaultKind::Code))
}

fn credit_code(reader: &mut Reader, node: Node<'_>) -> Option<CreditCode> {
    reader.parsed(node, |text| CreditCode::parse(text).map_err(ItemFaultKind::Identity))
}

pub(crate) fn division(reader: &mut Reader, node: Node<'_>) -> Option<DivisionCode> {
    reader.parsed(node, |text| DivisionCode::parse(text).map_err(ItemFaultKind::Identity))
}

pub(crate) fn date(reader: &mut Reader, node: Node<'_>) -> Option<NaiveDate> {
    reader.parsed(node, |text| {
        // chrono also reads `2026-1-1` and `+2026-01-01`; the form is one.
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let date = if plain && text.len() == 10 { text.parse().ok() } else { None };
        date.ok_or(ItemFaultKind::Date)
    })
}

/// Digits and hyphens: an area code and a number, or a short hotline.
pub(crate) fn phone(reader: &mut Reader, node: Node<'_>) -> Option<Text> {
    reader.parsed(node, |text| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let edges = text.starts_with('-') || text.ends_with('-');
        if plain && !edges && (3..=20).contains(&digits) && text.len() <= 24 {
            Ok(Text::from(text))
        } else {
            Err(ItemFaultKind::Phone)
        }
    })
}
