//! The guide as a page: what Licensing Law art. 30 and Business Environment
//! Regulation art. 35 say must be published, in the order a citizen reads it.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use chrono::Datelike;

use crate::{
    Basis, Fees, Guide, Item, Limits, Line, Material, Office, Page, Requirement, Text, TimeLimit,
    Window,
};

impl Guide<'_> {
    /// The guide as a page of its own; the same version gives the same page.
    ///
    #[cfg_attr(feature = "serde", doc = "```")]
    #[cfg_attr(not(feature = "serde"), doc = "```ignore")]
    /// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
    /// let item = gov_catalog::Item::from_json(json).unwrap();
    /// let page = item.guide().page();
    /// assert!(page.to_html().contains("<h1>示例许可（新办）办事指南</h1>"));
    /// assert!(page.to_markdown().contains("## 申请材料"));
    /// ```
    #[must_use]
    pub fn page(&self) -> Page {
        let item = self.item();
        // Nobody applies for a penalty: what an application would need is said
        // only where there is something to say.
        let applied_for = item.item_type().is_applied_for();
        let shown = |page: Page, there: bool, add: &dyn Fn(Page) -> Page| {
            if applied_for || there { add(page) } else { page }
        };
        let title = if applied_for { "办事指南" } else { "事项公开" };
        let page = Page::new(format!("{}{title}", item.name())).subtitle(version(item));
        let page = page.section("basics", "基本信息").facts(basics(item));
        let offered = service(item).iter().any(|(_, lines)| !lines.is_empty());
        let page =
            shown(page, offered, &|page| page.section("service", "办理方式").facts(service(item)));
        let page = page.section("basis", "设定依据").list(item.basis().iter().map(cited));
        let page = shown(page, !item.conditions().is_empty(), &|page| conditions(page, item));
        let page = shown(page, !item.materials().is_empty(), &|page| materials(page, item));
        let page = limits(page, item);
        let page = flow(page, item);
        let page = shown(page, *item.fees() != Fees::default(), &|page| fees(page, item.fees()));
        let page = page.section("outcome", "办理结果").facts(outcome(item));
        let page = shown(page, !item.windows().is_empty(), &|page| {
            page.section("windows", "办理地点、时间").table(
                "办理窗口",
                ["窗口", "地址", "时间"],
                item.windows().iter().map(window),
            )
        });
        let page = page.section("contact", "咨询和监督投诉").facts([
            ("咨询电话", phones(item.enquiry_phones())),
            ("监督投诉电话", phones(item.complaint_phones())),
        ]);
        let page = intermediaries(page, item);
        let page = remedies(page, item);
        let page = questions(page, item);
        let page = match item.notes() {
            [] => page,
            notes => page.section("notes", "备注").list(notes.iter().map(text)),
        };
        let page = page.footer(format!("事项编码：{}", item.code()));
        if !applied_for {
            return page;
        }
        page.footer(
            "除本指南列明的材料外，不得要求申请人提交其他材料（行政许可法第三十条、第三十一条）。",
        )
    }

    /// The guide as one HTML file.
    #[must_use]
    pub fn to_html(&self) -> String {
        self.page().to_html()
    }

    /// The guide as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        self.page().to_markdown()
    }
}

/// Which version it is and from when.
pub(crate) fn version(item: &Item) -> String {
    let (body, day) = (&item.body().name, item.effective());
    let (year, month, day) = (day.year(), day.month(), day.day());
    format!("{body} · 第{}版 · 自{year}年{month}月{day}日起施行", item.version())
}

fn basics(item: &Item) -> Vec<(&'static str, Vec<Line>)> {
    let (code, power, service) = (item.code(), item.power(), item.service());
    let one = |text: &str| vec![Line::text(text)];
    let joint = service.joint_bodies.iter().map(text).collect();
    let enforcement = Some(item.enforcement()).filter(|_| !item.item_type().is_applied_for());
    let reducible = enforcement.and_then(|enforcement| enforcement.reducible);
    let reducible = reducible.map(|flag| if flag { "可以减免" } else { "不予减免" });
    vec![
        ("事项名称", one(item.name())),
        ("事项状态", one(item.state().zh())),
        ("事项类型", one(item.item_type().zh())),
        ("实施编码", one(code.implementation().as_str())),
        ("业务办理项编码", code.handling().iter().map(|code| Line::text(code.as_str())).collect()),
        ("实施主体", one(&item.body().name)),
        ("统一社会信用代码", one(item.body().code.as_str())),
        ("实施主体性质", power.body_kind.iter().map(|kind| Line::text(kind.zh())).collect()),
        ("权力来源", power.source.iter().map(|source| Line::text(source.zh())).collect()),
        ("委托部门", power.entrusted_by.iter().map(text).collect()),
        ("委托公告", power.announcement.iter().map(text).collect()),
        ("处罚种类", enforcement.iter().flat_map(|one| &one.punishment).map(text).collect()),
        ("征收种类", enforcement.iter().flat_map(|one| &one.levy).map(text).collect()),
        ("征收减免", reducible.map(Line::text).into_iter().collect()),
        ("联办机构", joint),
        ("行使层级", one(code.level().zh())),
        ("受理层级", item.levels().accept.iter().map(|level| Line::text(level.zh())).collect()),
        ("决定层级", item.levels().decide.iter().map(|level| Line::text(level.zh())).collect()),
        ("行政区划代码", one(item.division().as_str())),
        ("地方补充", item.extension().map(Line::text).into_iter().collect()),
    ]
}

/// To whom, how and where it is offered.
fn service(item: &Item) -> Vec<(&'static str, Vec<Line>)> {
    let (service, online) = (item.service(), item.online());
    let yes_or_no = |flag: Option<bool>| {
        flag.map(|flag| Line::text(if flag { "是" } else { "否" })).into_iter().collect()
    };
    vec![
        ("服务对象", together(service.audience.iter().map(|audience| audience.zh()))),
        ("办件类型", service.promptness.iter().map(|kind| Line::text(kind.zh())).collect()),
        ("办理形式", together(service.channels.iter().map(|channel| channel.zh()))),
        ("通办范围", together(service.area.iter().map(|area| area.zh()))),
        ("到现场次数", service.visits.map(|n| Line::from(format!("{n}次"))).into_iter().collect()),
        ("必须到现场的原因", service.visits_reason.iter().map(text).collect()),
        ("数量限制", service.quota.iter().map(text).collect()),
        ("进驻政务大厅", yes_or_no(service.at_center)),
        ("支持预约", yes_or_no(service.appointment)),
        ("支持网上支付", yes_or_no(service.online_payment)),
        ("支持寄送", yes_or_no(service.posting)),
        ("支持自助终端", yes_or_no(service.terminals)),
        ("网上办理深度", together(online.depth.iter().map(|depth| depth.zh()))),
        ("网上办理地址", online.url.iter().map(address).collect()),
        ("移动端办理地址", online.mobile_url.iter().map(address).collect()),
    ]
}

/// Several words as one line; no line without any.
fn together(words: impl Iterator<Item = &'static str>) -> Vec<Line> {
    let words: Vec<_> = words.collect();
    if words.is_empty() { Vec::new() } else { vec![Line::from(words.join("、"))] }
}

pub(crate) fn text(text: &Text) -> Line {
    Line::text(text.as_str())
}

fn address(url: &Text) -> Line {
    Line::link(url.as_str(), url)
}

fn conditions(page: Page, item: &Item) -> Page {
    let page = page.section("conditions", "受理条件");
    match item.conditions() {
        [] => page.paragraph("无。"),
        conditions => {
            page.steps(conditions.iter().map(|c| Line::text(with_basis(&c.text, &c.basis))))
        }
    }
}

/// The materials, and once more those that may follow: the list of these must
/// be published in advance.
fn materials(page: Page, item: &Item) -> Page {
    let page = page.section("materials", "申请材料");
    let page = match item.materials() {
        [] => page.paragraph("无需提交材料。"),
        materials => page.table(
            "申请材料目录",
            ["材料名称", "是否必需", "形式", "份数", "来源", "受理标准", "依据"],
            materials.iter().map(material),
        ),
    };
    let later: Vec<_> = item
        .materials()
        .iter()
        .filter(|material| material.requirement == Requirement::MayFollow)
        .map(|material| Line::text(material.name.as_str()))
        .collect();
    if later.is_empty() {
        page
    } else {
        page.section("may-follow", "可以容缺后补的材料").list(later)
    }
}

fn material(material: &Material) -> Vec<Vec<Line>> {
    let needed = match &material.only_when {
        Some(when) => format!("{}（{when}）", material.requirement.zh()),
        None => material.requirement.zh().into(),
    };
    vec![
        vec![text(&material.name)],
        vec![Line::from(needed)],
        vec![Line::text(material.form.zh())],
        vec![Line::from(copies(material.originals, material.copies))],
        source(material),
        standard(material),
        bases(&material.basis),
    ]
}

/// What makes a material acceptable and how to prepare it.
fn standard(material: &Material) -> Vec<Line> {
    let mut lines: Vec<_> = material.acceptance_standard.iter().map(text).collect();
    let Some(details) = &material.details else { return lines };
    for (label, value) in [
        ("填报须知", &details.filling),
        ("签名签章", &details.signature),
        ("纸质规格", &details.paper_format),
        ("空白表格", &details.blank_form),
        ("示例样表", &details.sample),
        ("备注", &details.remark),
    ] {
        lines.extend(value.iter().map(|value| Line::from(format!("{label}：{value}"))));
    }
    lines
}

pub(crate) fn copies(originals: u8, copies: u8) -> String {
    match (originals, copies) {
        (0, 0) => "无需提交纸件".into(),
        (originals, 0) => format!("原件{originals}份"),
        (0, copies) => format!("复印件{copies}份"),
        (originals, copies) => format!("原件{originals}份，复印件{copies}份"),
    }
}

fn source(material: &Material) -> Vec<Line> {
    let mut lines = vec![Line::text(material.source.zh())];
    if material.license_type().is_some() {
        lines.push(Line::text("可由电子证照库获取的，无需提交"));
    }
    let details = material.details.as_ref();
    lines.extend(details.and_then(|details| details.source_note.as_ref()).map(text));
    lines
}

/// The limits, and the procedures whose time does not count.
fn limits(page: Page, item: &Item) -> Page {
    let Some(limits) = item.limits() else { return special(page, item) };
    let page = page
        .section("limits", "办理时限")
        .table("法定时限和承诺时限", ["环节", "法定时限", "承诺时限", "依据"], limit_rows(limits))
        .facts([
            ("法定时限说明", limits.statutory_note.iter().map(text).collect()),
            ("承诺时限说明", limits.promise_note.iter().map(text).collect()),
        ]);
    special(page, item)
}

fn special(page: Page, item: &Item) -> Page {
    let rows = item.special_procedures().iter().map(|procedure| {
        vec![
            vec![text(&procedure.name)],
            procedure.limit.iter().map(|limit| Line::from(statutory(limit))).collect(),
            bases(&procedure.basis),
        ]
    });
    page.table("不计入时限的特别程序", ["程序", "所需时间", "依据"], rows)
}

fn limit_rows(limits: &Limits) -> Vec<Vec<Vec<Line>>> {
    let named = [
        ("补正告知", Some(&limits.supplement_notice)),
        ("审批决定", Some(&limits.decision)),
        ("延长（一次）", limits.extension.as_ref()),
        ("颁发送达", limits.delivery.as_ref()),
    ];
    let rows = named.into_iter().filter_map(|(name, limit)| limit.map(|limit| (name, limit)));
    rows.map(|(name, limit)| {
        vec![
            vec![Line::text(name)],
            vec![Line::from(statutory(limit))],
            vec![Line::from(promised(limit))],
            bases(limit.basis()),
        ]
    })
    .collect()
}

pub(crate) fn statutory(limit: &TimeLimit) -> String {
    format!("{}个{}", limit.statutory(), limit.unit().zh())
}

pub(crate) fn promised(limit: &TimeLimit) -> String {
    match limit.promised() {
        0 => "当日".into(),
        days => format!("{days}个{}", limit.unit().zh()),
    }
}

fn flow(page: Page, item: &Item) -> Page {
    let rows = item.steps().iter().map(|step| {
        let limit = step.limit.as_ref().map(|limit| Line::from(promised(limit)));
        vec![
            vec![Line::text(step.name.as_str())],
            vec![Line::text(step.kind.zh())],
            vec![Line::text(step.role.as_str())],
            limit.into_iter().collect(),
        ]
    });
    let page = if item.steps().is_empty() {
        page
    } else {
        page.section("flow", "办理流程").table(
            "办理环节",
            ["环节", "类别", "办理岗位", "时限"],
            rows,
        )
    };
    let Some(check) = item.site_check() else { return page };
    page.section("site-check", "现场核查").facts([
        ("核查人数", vec![Line::from(format!("不少于{}人", check.officers))]),
        ("核查时限", check.limit.iter().map(|limit| Line::from(promised(limit))).collect()),
        ("不需核查的情形", check.except.iter().map(text).collect()),
        ("依据", bases(&check.basis)),
    ])
}

fn fees(page: Page, fees: &Fees) -> Page {
    let page = page.section("fees", "收费");
    let page = if fees.is_free() {
        page.paragraph("不收费。")
    } else {
        page.table(
            "收费项目",
            ["项目", "标准", "减免情形", "备注", "依据"],
            fees.rows.iter().map(|fee| {
                vec![
                    vec![Line::text(fee.name.as_str())],
                    vec![Line::text(fee.standard.as_str())],
                    fee.reducible_when.iter().map(text).collect(),
                    fee.remark.iter().map(text).collect(),
                    bases(&fee.basis),
                ]
            }),
        )
    };
    page.facts([("收费依据", bases(&fees.basis))])
}

fn outcome(item: &Item) -> Vec<(&'static str, Vec<Line>)> {
    let outcome = item.outcome();
    let years = outcome.validity_years.map(|years| Line::from(format!("{years}年")));
    let license_type = outcome.license_type.map(|code| Line::from(code.to_string()));
    vec![
        ("结果名称", vec![text(&outcome.name)]),
        ("结果类型", outcome.kind.iter().map(|kind| Line::text(kind.zh())).collect()),
        ("有效期", years.into_iter().collect()),
        ("电子证照类型", license_type.into_iter().collect()),
        ("结果样本", outcome.sample.iter().map(text).collect()),
        ("依据", bases(&outcome.basis)),
    ]
}

fn window(window: &Window) -> Vec<Vec<Line>> {
    [&window.name, &window.address, &window.hours]
        .map(|text| vec![Line::text(text.as_str())])
        .into()
}

/// Services of others that are a condition; the law asks for a published list.
fn intermediaries(page: Page, item: &Item) -> Page {
    if item.intermediaries().is_empty() {
        return page;
    }
    page.section("intermediaries", "中介服务").table(
        "作为办理条件的中介服务",
        ["服务", "机构", "依据"],
        item.intermediaries().iter().map(|service| {
            vec![
                vec![text(&service.name)],
                service.institutions.iter().map(text).collect(),
                bases(&service.basis),
            ]
        }),
    )
}

/// What an applicant can do against a decision. Where the item names no office,
/// the law's own words stand (Licensing Law art. 7, 38).
fn remedies(page: Page, item: &Item) -> Page {
    let remedies = item.remedies();
    let page = page.section("remedies", "权利和救济").facts([
        ("申请人的权利义务", remedies.rights.iter().map(text).collect()),
        ("行政复议机关", remedies.review.as_ref().map(office).unwrap_or_default()),
        ("行政诉讼法院", remedies.court.as_ref().map(office).unwrap_or_default()),
    ]);
    page.paragraph("对决定不服的，可以依法申请行政复议或者提起行政诉讼。")
}

fn office(office: &Office) -> Vec<Line> {
    let phone =
        office.phone.iter().map(|phone| Line::link(phone.as_str(), &format!("tel:{phone}")));
    let lines = [text(&office.name)].into_iter().chain(office.address.iter().map(text));
    lines.chain(phone).chain(office.url.iter().map(address)).collect()
}

fn questions(page: Page, item: &Item) -> Page {
    if item.questions().is_empty() {
        return page;
    }
    page.section("questions", "常见问题").table(
        "问题和答复",
        ["问题", "答复"],
        item.questions()
            .iter()
            .map(|question| vec![vec![text(&question.question)], vec![text(&question.answer)]]),
    )
}

fn phones(phones: &[Text]) -> Vec<Line> {
    phones.iter().map(|phone| Line::link(phone.as_str(), &format!("tel:{phone}"))).collect()
}

/// Rules by law and article.
pub(crate) fn bases(basis: &[Basis]) -> Vec<Line> {
    basis.iter().map(|basis| Line::from(basis.to_string())).collect()
}

/// A rule with what it says.
fn cited(basis: &Basis) -> Line {
    match &basis.gist {
        Some(gist) => Line::from(format!("{basis}：{gist}")),
        None => Line::from(basis.to_string()),
    }
}

fn with_basis(text: &str, basis: &[Basis]) -> String {
    if basis.is_empty() {
        return text.into();
    }
    let rules: Vec<_> = basis.iter().map(ToString::to_string).collect();
    format!("{text}（{}）", rules.join("；"))
}
