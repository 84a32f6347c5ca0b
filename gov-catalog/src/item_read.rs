//! Reads an item, from JSON and from a draft alike: the one place that says which
//! fields it has.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::element_read::{
    CODE, ITEM_NAME, bases, basis, body, condition, date, division, fees, free_text, limits, line,
    materials, name, outcome, phone, short, site_check, step, time_limit, window,
};
use crate::item_fault::ItemFaultKind;
use crate::node::Node;
use crate::reader::{Field, Reader, Record};
use crate::vocabulary::Word;
use crate::{
    Body, Enforcement, ExerciseLevel, Intermediary, Item, ItemCode, ItemDraft, ItemLevels,
    ItemType, Limits, Link, LocalCodes, Office, Online, Power, Question, Remedies, Service,
    SpecialProcedure, Topics,
};

/// Longest text that a region adds (`EXTEND_FIELD`).
const EXTENSION: usize = 2000;
/// Longest list of punishments (`PUNISHMENT_METHOD`).
const PUNISHMENT: usize = 3000;

const TYPE: Field = ("type", "事项类型");
const BODY: Field = ("body", "实施主体");
const ENDS: Field = ("ends", "计划取消日期");

pub(crate) fn item(reader: &mut Reader, node: Node<'_>) -> Option<Item> {
    reader.record(node, |r| {
        let code = r.must(("code", "事项编码"), item_code);
        let name = r.must(("name", "事项名称"), |r, node| r.text(node, ITEM_NAME));
        let item_type = r.must(TYPE, item_type);
        let body = r.must(BODY, body);
        agree(r, code, item_type, body.as_ref());
        let division = r.must(("division", "行政区划"), division);
        let version = r.must(("version", "版本"), |r, node| r.number(node, 1, u32::MAX.into()));
        let effective = r.must(("effective", "生效日期"), date);
        let ends = r.may(ENDS, date);
        in_order(r, effective, ends.flatten());
        let state = r.group(("state", "事项状态"), Reader::word);
        let local_codes = r.group(("local_codes", "地方编码"), local_codes);
        let links = r.lists(("links", "事项沿革"), link);
        let power = r.group(("power", "权力来源"), power);
        let levels = r.group(("levels", "层级"), levels);
        let service = r.group(("service", "办理方式"), service);
        let online = r.group(("online", "网上办理"), online);
        let topics = r.group(("topics", "主题分类"), topics);
        let basis = r.must(("basis", "设定依据"), |r, node| r.some(node, basis));
        let needs = Needs::of(item_type.or(code.map(|code| code.item_type())));
        let conditions =
            needs.application(r, ("conditions", "受理条件"), |r, node| r.list(node, condition));
        let materials = needs.application(r, ("materials", "申请材料"), materials);
        let limits = needs.limits(r);
        let steps =
            needs.application(r, ("steps", "办理环节"), |r, node| needs.some(r, node, step));
        let special_procedures = r.lists(("special_procedures", "特别程序"), special_procedure);
        let site_check = r.may(("site_check", "现场核查"), site_check);
        let fees =
            needs.application(r, ("fees", "收费"), |r, node| fees(r, node, needs.applied_for));
        let intermediaries = r.lists(("intermediaries", "中介服务"), intermediary);
        let outcome = r.must(("outcome", "办理结果"), outcome);
        let windows = needs
            .application(r, ("windows", "办理窗口"), |r, node| needs.some(r, node, window));
        let enquiry_phones =
            r.must(("enquiry_phones", "咨询电话"), |r, node| r.some(node, phone));
        let complaint_phones =
            r.must(("complaint_phones", "投诉电话"), |r, node| r.some(node, phone));
        let questions = r.lists(("questions", "常见问题"), question);
        let remedies = r.group(("remedies", "权利与救济"), remedies);
        let enforcement = r.group(("enforcement", "处罚与征收"), enforcement);
        let extension = r.may(("extension", "扩展字段"), |r, node| r.text(node, EXTENSION));
        let notes = r.lists(("notes", "备注"), free_text);
        Some(Item(ItemDraft {
            code: code?,
            name: name?,
            item_type: item_type?,
            body: body?,
            division: division?,
            version: version?,
            effective: effective?,
            ends: ends?,
            state: state?,
            local_codes: local_codes?,
            links: links?,
            power: power?,
            levels: levels?,
            service: service?,
            online: online?,
            topics: topics?,
            basis: basis?,
            conditions: conditions?,
            materials: materials?,
            limits: limits?,
            steps: steps?,
            special_procedures: special_procedures?,
            site_check: site_check?,
            fees: fees?,
            intermediaries: intermediaries?,
            outcome: outcome?,
            windows: windows?,
            enquiry_phones: enquiry_phones?,
            complaint_phones: complaint_phones?,
            questions: questions?,
            remedies: remedies?,
            enforcement: enforcement?,
            extension: extension?,
            notes: notes?,
        }))
    })
}

/// What an item must have, by its type: nobody applies for a penalty, so it has
/// no window to apply at.
#[derive(Clone, Copy)]
struct Needs {
    applied_for: bool,
    limits: bool,
}

impl Needs {
    /// Where the type could not be read, everything is asked for.
    fn of(item_type: Option<ItemType>) -> Self {
        Self {
            applied_for: item_type.is_none_or(ItemType::is_applied_for),
            limits: item_type.is_none_or(ItemType::always_has_limits),
        }
    }

    /// An element of the application: it must be there for items that somebody
    /// applies for, others may do without.
    fn application<'n, T: Default>(
        self,
        r: &mut Record<'_, 'n>,
        field: Field,
        read: impl FnOnce(&mut Reader, Node<'n>) -> Option<T>,
    ) -> Option<T> {
        if self.applied_for { r.must(field, read) } else { r.group(field, read) }
    }

    #[expect(clippy::option_option, reason = "absent and faulty are not the same")]
    fn limits(self, r: &mut Record<'_, '_>) -> Option<Option<Limits>> {
        const LIMITS: Field = ("limits", "时限");
        if self.limits { r.must(LIMITS, limits).map(Some) } else { r.may(LIMITS, limits) }
    }

    /// A list, with an element where somebody applies.
    fn some<'n, T>(
        self,
        reader: &mut Reader,
        node: Node<'n>,
        read: impl FnMut(&mut Reader, Node<'n>) -> Option<T>,
    ) -> Option<Vec<T>> {
        if self.applied_for { reader.some(node, read) } else { reader.list(node, read) }
    }
}

/// Compares type and body with those inside the code, as far as all are read.
fn agree(
    r: &mut Record<'_, '_>,
    code: Option<ItemCode>,
    item_type: Option<ItemType>,
    body: Option<&Body>,
) {
    let Some(code) = code else { return };
    if item_type.is_some_and(|item_type| item_type != code.item_type()) {
        r.fault_at(TYPE, ItemFaultKind::TypeDiffers);
    }
    if body.is_some_and(|body| code.implementation().body_text() != body.code.as_str()) {
        r.fault_at(BODY, ItemFaultKind::BodyDiffers);
    }
}

/// A version that ends before it begins was never in force.
fn in_order(r: &mut Record<'_, '_>, effective: Option<NaiveDate>, ends: Option<NaiveDate>) {
    if let (Some(effective), Some(ends)) = (effective, ends)
        && ends <= effective
    {
        r.fault_at(ENDS, ItemFaultKind::EndsBeforeBeginning);
    }
}

fn local_codes(reader: &mut Reader, node: Node<'_>) -> Option<LocalCodes> {
    reader.record(node, |r| {
        let directory = r.may(("directory", "地方基本编码"), short);
        let own = |r: &mut Reader, node: Node<'_>| r.own_text(node, CODE);
        let item = r.may(("item", "地方实施编码"), own);
        let row = r.may(("row", "数据行标识"), own);
        Some(LocalCodes { directory: directory?, item: item?, row: row? })
    })
}

fn link(reader: &mut Reader, node: Node<'_>) -> Option<Link> {
    reader.record(node, |r| {
        let kind = r.must(("kind", "类别"), Reader::word);
        let item = r.must(("item", "事项编码"), item_code);
        Some(Link { kind: kind?, item: item? })
    })
}

fn power(reader: &mut Reader, node: Node<'_>) -> Option<Power> {
    reader.record(node, |r| {
        let source = r.may(("source", "行使依据"), Reader::word);
        let body_kind = r.may(("body_kind", "实施主体性质"), Reader::word);
        let parent = r.may(("parent", "权责清单事项"), short);
        let department = r.may(("department", "主管部门"), name);
        let entrusted_by = r.may(("entrusted_by", "委托部门"), name);
        let announcement = r.may(("announcement", "委托公告"), line);
        Some(Power {
            source: source?,
            body_kind: body_kind?,
            parent: parent?,
            department: department?,
            entrusted_by: entrusted_by?,
            announcement: announcement?,
        })
    })
}

fn levels(reader: &mut Reader, node: Node<'_>) -> Option<ItemLevels> {
    reader.record(node, |r| {
        let exercised = r.lists(("exercised", "行使层级"), Reader::word::<ExerciseLevel>);
        let accept = r.may(("accept", "受理层级"), Reader::word);
        let decide = r.may(("decide", "决定层级"), Reader::word);
        Some(ItemLevels { exercised: exercised?, accept: accept?, decide: decide? })
    })
}

fn service(reader: &mut Reader, node: Node<'_>) -> Option<Service> {
    reader.record(node, |r| {
        let audience = words(r, ("audience", "服务对象"));
        let promptness = r.may(("promptness", "办件类型"), Reader::word);
        let channels = words(r, ("channels", "办理形式"));
        let area = words(r, ("area", "通办范围"));
        let visits = r.may(("visits", "到现场次数"), |r, node| r.number(node, 0, 99));
        let visits_reason =
            r.may(("visits_reason", "必须现场办理原因"), |r, node| r.text(node, ITEM_NAME));
        let joint_bodies = r.lists(("joint_bodies", "联办机构"), name);
        let quota = r.may(("quota", "数量限制"), free_text);
        let at_center = r.may(("at_center", "进驻政务大厅"), Reader::flag);
        let appointment = r.may(("appointment", "预约办理"), Reader::flag);
        let online_payment = r.may(("online_payment", "网上支付"), Reader::flag);
        let posting = r.may(("posting", "物流快递"), Reader::flag);
        let terminals = r.may(("terminals", "自助终端"), Reader::flag);
        Some(Service {
            audience: audience?,
            promptness: promptness?,
            channels: channels?,
            area: area?,
            visits: visits?,
            visits_reason: visits_reason?,
            joint_bodies: joint_bodies?,
            quota: quota?,
            at_center: at_center?,
            appointment: appointment?,
            online_payment: online_payment?,
            posting: posting?,
            terminals: terminals?,
        })
    })
}

fn online(reader: &mut Reader, node: Node<'_>) -> Option<Online> {
    reader.record(node, |r| {
        let depth = words(r, ("depth", "网办深度"));
        let url = r.may(("url", "电脑端地址"), line);
        let single_sign_on = r.may(("single_sign_on", "电脑端单点登录"), Reader::flag);
        let mobile_url = r.may(("mobile_url", "移动端地址"), line);
        let mobile_single_sign_on =
            r.may(("mobile_single_sign_on", "移动端单点登录"), Reader::flag);
        Some(Online {
            depth: depth?,
            url: url?,
            single_sign_on: single_sign_on?,
            mobile_url: mobile_url?,
            mobile_single_sign_on: mobile_single_sign_on?,
        })
    })
}

fn topics(reader: &mut Reader, node: Node<'_>) -> Option<Topics> {
    reader.record(node, |r| {
        let personal = r.lists(("personal", "自然人主题"), short);
        let corporate = r.lists(("corporate", "法人主题"), short);
        let local_personal = r.lists(("local_personal", "自然人特色主题"), short);
        let local_corporate = r.lists(("local_corporate", "法人特色主题"), short);
        Some(Topics {
            personal: personal?,
            corporate: corporate?,
            local_personal: local_personal?,
            local_corporate: local_corporate?,
        })
    })
}

fn special_procedure(reader: &mut Reader, node: Node<'_>) -> Option<SpecialProcedure> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let limit = r.may(("limit", "时限"), time_limit);
        let basis = r.must(("basis", "依据"), bases);
        Some(SpecialProcedure { name: name?, limit: limit?, basis: basis? })
    })
}

fn intermediary(reader: &mut Reader, node: Node<'_>) -> Option<Intermediary> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let basis = r.must(("basis", "依据"), bases);
        let institutions = r.lists(("institutions", "机构名单"), self::name);
        Some(Intermediary { name: name?, basis: basis?, institutions: institutions? })
    })
}

fn question(reader: &mut Reader, node: Node<'_>) -> Option<Question> {
    reader.record(node, |r| {
        let question = r.must(("question", "问题"), |r, node| r.text(node, ITEM_NAME));
        let answer = r.must(("answer", "解答"), free_text);
        Some(Question { question: question?, answer: answer? })
    })
}

fn remedies(reader: &mut Reader, node: Node<'_>) -> Option<Remedies> {
    reader.record(node, |r| {
        let rights = r.may(("rights", "申请人权利义务"), free_text);
        let review = r.may(("review", "行政复议机关"), office);
        let court = r.may(("court", "行政诉讼法院"), office);
        Some(Remedies { rights: rights?, review: review?, court: court? })
    })
}

fn office(reader: &mut Reader, node: Node<'_>) -> Option<Office> {
    reader.record(node, |r| {
        let name = r.must(("name", "名称"), name);
        let address = r.may(("address", "地址"), line);
        let phone = r.may(("phone", "电话"), phone);
        let url = r.may(("url", "网址"), line);
        Some(Office { name: name?, address: address?, phone: phone?, url: url? })
    })
}

fn enforcement(reader: &mut Reader, node: Node<'_>) -> Option<Enforcement> {
    reader.record(node, |r| {
        let punishment = r.may(("punishment", "处罚种类"), |r, node| r.text(node, PUNISHMENT));
        let levy = r.may(("levy", "征收种类"), name);
        let reducible = r.may(("reducible", "是否减免"), Reader::flag);
        Some(Enforcement { punishment: punishment?, levy: levy?, reducible: reducible? })
    })
}

/// A list of words that may be left out, in the order written.
fn words<T: Word>(r: &mut Record<'_, '_>, field: Field) -> Option<Vec<T>> {
    r.lists(field, Reader::word)
}

pub(crate) fn item_code(reader: &mut Reader, node: Node<'_>) -> Option<ItemCode> {
    reader.parsed(node, |text| ItemCode::parse(text).map_err(ItemFaultKind::Code))
}

pub(crate) fn item_type(reader: &mut Reader, node: Node<'_>) -> Option<ItemType> {
    reader.parsed(node, |text| ItemType::parse(text).map_err(ItemFaultKind::Code))
}
