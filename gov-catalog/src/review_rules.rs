//! Review rules (审查细则).

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::guide_page::{bases, copies, promised, version};
use crate::{Basis, Item, Line, Material, Page, Step, StepKind, TimeLimit};

/// What is checked at each step, how, by which post, by when (审查细则): a view
/// of one version, as the guide is.
///
/// There is no second source of standards: materials are measured by their
/// acceptance standard, conditions by their own text and rules. Where neither
/// says how to measure, the point is [`unmeasured`](ReviewPoint::is_measured)
/// and the page shows it, since an officer's discretion begins there.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let rules = item.review_rules();
/// assert_eq!(rules.points().next().unwrap().subject(), "申请书");
/// // Three of the four materials say nothing of how they are measured.
/// assert_eq!(rules.points().filter(|point| !point.is_measured()).count(), 3);
/// ```
///
/// Deliberately absent: weights, scores, and the names of officers. A post is
/// responsible, and the record of a case says who held it.
#[doc(alias = "审查细则")]
#[derive(Clone, Copy, Debug)]
pub struct ReviewRules<'a> {
    item: &'a Item,
}

/// One thing that is checked (审查要点).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Item, StepKind};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let point = item.review_rules().points().next().unwrap();
/// assert_eq!((point.step(), point.standard()), (StepKind::Accept, Some("签名或者盖章。")));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ReviewPoint<'a> {
    step: StepKind,
    subject: &'a str,
    requirement: String,
    method: &'static str,
    standard: Option<&'a str>,
    basis: &'a [Basis],
}

impl Item {
    /// The review rules of this version.
    #[must_use]
    pub const fn review_rules(&self) -> ReviewRules<'_> {
        ReviewRules { item: self }
    }
}

impl<'a> ReviewRules<'a> {
    /// The item whose rules these are.
    #[must_use]
    pub const fn item(&self) -> &'a Item {
        self.item
    }

    /// Everything that is checked: materials at acceptance, conditions at
    /// review, the site where there is a check on site.
    pub fn points(&self) -> impl Iterator<Item = ReviewPoint<'a>> + use<'a> {
        let item = self.item;
        let materials = item.materials().iter().map(of_material);
        let conditions = item.conditions().iter().map(|condition| ReviewPoint {
            step: StepKind::Review,
            subject: &condition.text,
            requirement: "符合本条件".into(),
            method: "对照材料、共享数据和有关规定审查",
            standard: (!condition.basis.is_empty()).then_some("符合所列依据的规定"),
            basis: &condition.basis,
        });
        let site = item.site_check().map(|check| ReviewPoint {
            step: StepKind::SiteCheck,
            subject: "现场与申请材料是否一致",
            requirement: format!("核查人员不少于{}人", check.officers),
            method: "现场核查，制作核查记录，由核查人员和申请人签字",
            standard: Some("现场情况与申请材料一致，并符合受理条件"),
            basis: &check.basis,
        });
        materials.chain(conditions).chain(site)
    }

    /// The rules as a page.
    #[must_use]
    pub fn page(&self) -> Page {
        let item = self.item;
        let mut page = Page::new(format!("{}审查细则", item.name())).subtitle(version(item));
        page = page.section("basics", "基本情况").facts([
            ("事项编码", vec![Line::text(item.code().as_str())]),
            ("实施主体", vec![Line::text(item.body().name.as_str())]),
            ("设定依据", bases(item.basis())),
            ("办理结果", vec![Line::text(item.outcome().name.as_str())]),
        ]);
        if !item.steps().is_empty() {
            page = page.section("posts", "环节、岗位、时限和文书").table(
                "各环节的责任",
                ["环节", "责任岗位", "时限", "结论", "文书"],
                item.steps().iter().map(|step| self.step(step)),
            );
        }
        for (id, kind, caption) in [
            ("accept", StepKind::Accept, "受理：材料审查要点"),
            ("review", StepKind::Review, "审查：条件审查要点"),
            ("site-check", StepKind::SiteCheck, "现场核查要点"),
        ] {
            let rows: Vec<_> = self.points().filter(|point| point.step == kind).map(row).collect();
            if !rows.is_empty() {
                page = page.section(id, caption).table(
                    caption,
                    ["审查内容", "要求", "方法", "标准", "依据"],
                    rows,
                );
            }
        }
        page.footer(format!("事项编码：{}", item.code()))
            .footer("本细则由事项本版本的要素生成；细则之外不得增设审查要求。")
    }

    /// The rules as one HTML file.
    #[must_use]
    pub fn to_html(&self) -> String {
        self.page().to_html()
    }

    /// The rules as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        self.page().to_markdown()
    }

    fn step(&self, step: &Step) -> Vec<Vec<Line>> {
        let limit = step.limit.as_ref().or_else(|| self.limit(step.kind));
        let (outcomes, documents) = results(step.kind);
        vec![
            vec![Line::text(step.name.as_str())],
            vec![Line::text(step.role.as_str())],
            limit.map(|limit| Line::from(promised(limit))).into_iter().collect(),
            outcomes.iter().map(|text| Line::text(*text)).collect(),
            documents.iter().map(|text| Line::text(*text)).collect(),
        ]
    }

    /// The limit of the item that a step without its own one falls under.
    fn limit(&self, kind: StepKind) -> Option<&'a TimeLimit> {
        let limits = self.item.limits();
        match kind {
            StepKind::Accept => limits.map(|limits| &limits.supplement_notice),
            StepKind::Decide => limits.map(|limits| &limits.decision),
            StepKind::Deliver => limits.and_then(|limits| limits.delivery.as_ref()),
            StepKind::SiteCheck => self.item.site_check().and_then(|check| check.limit.as_ref()),
            StepKind::Review | StepKind::Close => None,
        }
    }
}

fn of_material(material: &Material) -> ReviewPoint<'_> {
    let when = material.only_when.as_ref().map(|when| format!("；{when}")).unwrap_or_default();
    let copies = copies(material.originals, material.copies);
    let (needed, form) = (material.requirement.zh(), material.form.zh());
    ReviewPoint {
        step: StepKind::Accept,
        subject: &material.name,
        requirement: format!("{needed}{when}；{form}；{copies}"),
        method: if material.license_type().is_some() {
            "先查电子证照库，能够核验的不再收取；否则核对所提交的材料"
        } else {
            "核对材料是否齐全、是否符合法定形式"
        },
        standard: material.acceptance_standard.as_deref(),
        basis: &material.basis,
    }
}

fn row(point: ReviewPoint<'_>) -> Vec<Vec<Line>> {
    let standard = point.standard.unwrap_or("未定标准，不得以此为由不予受理");
    vec![
        vec![Line::text(point.subject)],
        vec![Line::from(point.requirement)],
        vec![Line::text(point.method)],
        vec![Line::text(standard)],
        bases(point.basis),
    ]
}

/// How a step can end and the documents that say so: Licensing Law art. 32
/// (acceptance), 34 (check on site), 38 (decision with reasons and remedies),
/// 44 (delivery).
const fn results(kind: StepKind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        StepKind::Accept => {
            (&["受理", "一次告知补正", "不予受理"], &["受理通知书", "补正告知书", "不予受理通知书"])
        }
        StepKind::Review => (&["符合", "不符合"], &["审查意见"]),
        StepKind::SiteCheck => (&["一致", "不一致"], &["现场核查记录"]),
        StepKind::Decide => {
            (&["准予", "不予（说明理由并告知救济途径）"], &["准予决定书", "不予决定书"])
        }
        StepKind::Deliver => (&["送达"], &["送达回证"]),
        StepKind::Close => (&["办结"], &["案卷目录"]),
    }
}

impl<'a> ReviewPoint<'a> {
    /// The step at which it is checked.
    #[must_use]
    pub const fn step(&self) -> StepKind {
        self.step
    }

    /// What is checked (审查内容).
    #[must_use]
    pub const fn subject(&self) -> &'a str {
        self.subject
    }

    /// What is required of it (要求).
    #[must_use]
    pub fn requirement(&self) -> &str {
        &self.requirement
    }

    /// How it is checked (方法).
    #[must_use]
    pub const fn method(&self) -> &'static str {
        self.method
    }

    /// By what it is measured (标准), if anything says so.
    #[must_use]
    pub const fn standard(&self) -> Option<&'a str> {
        self.standard
    }

    /// Whether something says how to measure it.
    #[must_use]
    pub const fn is_measured(&self) -> bool {
        self.standard.is_some()
    }

    /// Rules behind it (依据).
    #[must_use]
    pub const fn basis(&self) -> &'a [Basis] {
        self.basis
    }
}
