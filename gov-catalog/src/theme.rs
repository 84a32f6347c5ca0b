//! Theme: one thing (一件事).

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::theme_fault::{ThemeFault, ThemeFaultKind};
use crate::{
    Item, ItemCode, LimitUnit, Limits, Material, MaterialForm, MaterialKind, Requirement, Text,
    TimeLimit,
};

/// Several items that are one thing for the applicant (一件事), such as opening
/// a restaurant: which they are, which waits for which, and which of their
/// materials are the same paper under different names.
///
/// As data a department keeps; with the items it becomes a [`Theme`].
///
/// ```
/// use gov_catalog::ThemePlan;
///
/// let plan = ThemePlan::new("开餐馆");
/// assert!(plan.items.is_empty());
/// ```
#[doc(alias = "一件事")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct ThemePlan {
    /// Name of the thing.
    pub name: Text,
    /// The items, in the order in which they are shown.
    pub items: Vec<ThemeItem>,
    /// Names of materials that are one paper: the first of a list is shown.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub same: Vec<Vec<Text>>,
    /// Remarks of whoever wrote the plan.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub notes: Vec<Text>,
}

/// An item of a theme (联办事项).
///
/// ```
/// use gov_catalog::{ItemCode, ThemeItem};
///
/// let code: ItemCode = "1164020001001501113000131001000".parse()?;
/// assert!(ThemeItem::new(code).after.is_empty());
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "联办事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct ThemeItem {
    /// Its code.
    pub code: ItemCode,
    /// The items whose result it needs (前置事项).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub after: Vec<ItemCode>,
}

/// A plan with its items: materials and forms merged, each asked once; limits
/// side by side; the order in which the items can go.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Item, Theme, ThemeItem, ThemePlan};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let mut plan = ThemePlan::new("开示例店");
/// plan.items.push(ThemeItem::new(item.code()));
/// let theme = Theme::of(&plan, [&item]).unwrap();
/// assert_eq!(theme.stages().len(), 1);
/// assert_eq!(theme.materials()[0].asked_by[0].item.name(), "示例许可（新办）");
/// ```
///
/// Deliberately absent: who leads the joint case and when it is due. That is
/// the business of `gov-workflow`.
#[doc(alias = "一件事")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Theme<'a> {
    plan: &'a ThemePlan,
    items: Vec<&'a Item>,
    /// How many items each has to wait for, along the longest way.
    stages: Vec<usize>,
}

/// A material of a theme, asked once for all items that ask for it (合并材料).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Item, Theme, ThemeItem, ThemePlan};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let mut plan = ThemePlan::new("开示例店");
/// plan.items.push(ThemeItem::new(item.code()));
/// let theme = Theme::of(&plan, [&item]).unwrap();
/// assert_eq!(theme.materials().last().unwrap().only_when, ["委托代理人办理时"]);
/// ```
#[doc(alias = "合并材料")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct MergedMaterial<'a> {
    /// The name it is asked by.
    pub name: &'a Text,
    /// The strictest requirement of all who ask.
    pub requirement: Requirement,
    /// When it is needed so strictly; none when always.
    pub only_when: Vec<&'a Text>,
    /// The fewest forms that serve everybody: `[Paper, Electronic]` where one
    /// asks for paper and another for a file.
    pub forms: Vec<MaterialForm>,
    /// Originals: the most that anybody asks.
    pub originals: u8,
    /// Copies: the most that anybody asks.
    pub copies: u8,
    /// The item of the theme that ends in it, where everybody who asks waits for
    /// that item: the applicant need not hand it in.
    pub result_of: Option<&'a Item>,
    /// Who asks for it, in the order of the theme, and as what.
    pub asked_by: Vec<Asked<'a>>,
}

/// An item that asks for a material, and the material as it asks.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Item, Theme, ThemeItem, ThemePlan};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let mut plan = ThemePlan::new("开示例店");
/// plan.items.push(ThemeItem::new(item.code()));
/// let theme = Theme::of(&plan, [&item]).unwrap();
/// assert_eq!(theme.form()[0].material.name, "申请书");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Asked<'a> {
    /// The item.
    pub item: &'a Item,
    /// Its material.
    pub material: &'a Material,
}

/// How long the longest way through a theme takes, in one unit (最长办理时间).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct LongestWay {
    /// What is counted.
    pub unit: LimitUnit,
    /// By the limits of the law.
    pub statutory: u32,
    /// By the promises.
    pub promised: u32,
}

impl ThemePlan {
    /// A plan without items.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Self {
        Self { name: name.into(), items: Vec::new(), same: Vec::new(), notes: Vec::new() }
    }
}

impl ThemeItem {
    /// An item that waits for no other.
    #[must_use]
    pub const fn new(code: ItemCode) -> Self {
        Self { code, after: Vec::new() }
    }
}

impl<'a> Theme<'a> {
    /// Finds the items of a plan; of several versions of one the latest is taken.
    ///
    /// # Errors
    ///
    /// *Every* fault: a plan without items, an item named twice or not found, one
    /// that waits for itself or for an item outside the plan, items that wait for
    /// each other in a circle.
    pub fn of(
        plan: &'a ThemePlan,
        items: impl IntoIterator<Item = &'a Item>,
    ) -> Result<Self, Vec<ThemeFault>> {
        let mut known: BTreeMap<ItemCode, &'a Item> = BTreeMap::new();
        for item in items {
            let newest = known.entry(item.code()).or_insert(item);
            if newest.version() < item.version() {
                *newest = item;
            }
        }
        let mut faults = Vec::new();
        let found = found(plan, &known, &mut faults);
        let before = before(plan, &mut faults);
        match stages(&before) {
            Some(stages) if faults.is_empty() => Ok(Self { plan, items: found, stages }),
            Some(_) => Err(faults),
            None => {
                faults.push(ThemeFault::whole(ThemeFaultKind::Circle));
                Err(faults)
            }
        }
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &'a ThemePlan {
        self.plan
    }

    /// The items, in the order of the plan.
    #[must_use]
    pub fn items(&self) -> &[&'a Item] {
        &self.items
    }

    /// The items in the order in which they can go: those of one stage at the
    /// same time, each stage after the one before.
    #[must_use]
    pub fn stages(&self) -> Vec<Vec<&'a Item>> {
        let count = self.stages.iter().max().map_or(0, |last| last.saturating_add(1));
        (0..count).map(|stage| self.stage(stage).collect()).collect()
    }

    fn stage(&self, stage: usize) -> impl Iterator<Item = &'a Item> {
        let items = self.items.iter().zip(&self.stages);
        items.filter(move |(_, at)| **at == stage).map(|(item, _)| *item)
    }

    /// The application forms, in the order of the plan: the parts of the one
    /// form that the applicant fills in (一张表单).
    #[must_use]
    pub fn form(&self) -> Vec<Asked<'a>> {
        self.asked().filter(Asked::is_form).collect()
    }

    /// The materials beside the form, each once.
    ///
    /// Two items ask for the same material when it has the same name in both, or
    /// when the plan says that two names are one paper. Nothing is guessed from
    /// less: see [`alike`](Self::alike).
    #[must_use]
    pub fn materials(&self) -> Vec<MergedMaterial<'a>> {
        let mut merged: Vec<MergedMaterial<'a>> = Vec::new();
        for asked in self.asked().filter(|asked| !asked.is_form()) {
            let name = self.shown(&asked.material.name);
            match merged.iter_mut().find(|material| material.name == name) {
                Some(material) => material.asked_by.push(asked),
                None => merged.push(MergedMaterial::of(name, asked)),
            }
        }
        for material in &mut merged {
            material.settle();
            material.result_of = self.result(material);
        }
        merged
    }

    /// The item whose result a material is, if all who ask wait for it.
    fn result(&self, material: &MergedMaterial<'a>) -> Option<&'a Item> {
        self.items.iter().copied().find(|item| {
            let result = item.outcome().license_type;
            let waits = |asked: &Asked<'_>| {
                let mut plan = self.plan.items.iter();
                plan.any(|one| one.code == asked.item.code() && one.after.contains(&item.code()))
            };
            result.is_some_and(|result| material.license_types().any(|code| code == result))
                && material.asked_by.iter().all(waits)
        })
    }

    /// Materials of different names that the same type of license proves, so
    /// that whoever keeps the plan can decide whether they are one paper.
    #[must_use]
    pub fn alike(&self) -> Vec<(&'a Text, &'a Text)> {
        let merged = self.materials();
        let mut pairs = Vec::new();
        for (material, position) in merged.iter().zip(1..) {
            for other in merged.iter().skip(position) {
                if material.license_types().any(|code| other.license_types().any(|o| o == code)) {
                    pairs.push((material.name, other.name));
                }
            }
        }
        pairs
    }

    /// The limits of the items, side by side.
    pub fn limits(&self) -> impl Iterator<Item = (&'a Item, Option<&'a Limits>)> {
        self.items.iter().map(|item| (*item, item.limits()))
    }

    /// How long the items take one after the other, as far as one must wait for
    /// another; none when they count in different units, or one has no limit.
    #[must_use]
    pub fn longest_way(&self) -> Option<LongestWay> {
        let unit = self.items.first()?.decision()?.unit();
        if self.items.iter().any(|item| item.decision().is_none_or(|limit| limit.unit() != unit)) {
            return None;
        }
        let statutory = self.longest(TimeLimit::statutory);
        let promised = self.longest(TimeLimit::promised);
        Some(LongestWay { unit, statutory, promised })
    }

    fn longest(&self, days: impl Fn(&TimeLimit) -> u16) -> u32 {
        let before: Vec<Vec<usize>> = before(self.plan, &mut Vec::new());
        let mut done: Vec<u32> = self.items.iter().map(|_| 0).collect();
        let mut order: Vec<_> = self.items.iter().zip(&before).zip(&self.stages).zip(0..).collect();
        order.sort_by_key(|((_, stage), _)| **stage);
        for (((item, before), _), position) in order {
            let start = before.iter().filter_map(|at| done.get(*at)).max().copied().unwrap_or(0);
            if let Some(done) = done.get_mut(position) {
                *done = start.saturating_add(item.decision().map_or(0, &days).into());
            }
        }
        done.into_iter().max().unwrap_or(0)
    }

    fn asked(&self) -> impl Iterator<Item = Asked<'a>> {
        let items = self.items.iter();
        items.flat_map(|item| item.materials().iter().map(|material| Asked { item, material }))
    }

    /// The name under which a material is asked for.
    fn shown(&self, name: &'a Text) -> &'a Text {
        let same = self.plan.same.iter().find(|names| names.contains(name));
        same.and_then(|names| names.first()).unwrap_or(name)
    }
}

/// The items of the plan, as far as they are there.
fn found<'a>(
    plan: &ThemePlan,
    known: &BTreeMap<ItemCode, &'a Item>,
    faults: &mut Vec<ThemeFault>,
) -> Vec<&'a Item> {
    if plan.items.is_empty() {
        faults.push(ThemeFault::whole(ThemeFaultKind::Empty));
    }
    let mut items = Vec::new();
    for (item, position) in plan.items.iter().zip(1..) {
        let earlier =
            plan.items.iter().take(position - 1).position(|other| other.code == item.code);
        if let Some(first) = earlier {
            faults.push(ThemeFault::at(position, ThemeFaultKind::Twice { first: first + 1 }));
        }
        match known.get(&item.code) {
            Some(item) => items.push(*item),
            None => faults.push(ThemeFault::at(position, ThemeFaultKind::NotFound)),
        }
    }
    items
}

/// For each item the positions of those it waits for, from 0.
fn before(plan: &ThemePlan, faults: &mut Vec<ThemeFault>) -> Vec<Vec<usize>> {
    let waits = plan.items.iter().zip(1..).map(|(item, position)| {
        let mut before = Vec::new();
        for (code, nth) in item.after.iter().zip(1..) {
            match plan.items.iter().position(|other| other.code == *code) {
                Some(at) => before.push(at),
                None => faults.push(ThemeFault::at(position, ThemeFaultKind::Outside { nth })),
            }
        }
        before
    });
    waits.collect()
}

/// The stage of each item, or none where they wait in a circle.
fn stages(before: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut stages: Vec<usize> = before.iter().map(|_| 0).collect();
    for _ in 0..=before.len() {
        let mut moved = false;
        for (waits, position) in before.iter().zip(0..) {
            let latest = waits.iter().filter_map(|at| stages.get(*at)).max();
            let least = latest.map_or(0, |stage| stage.saturating_add(1));
            if let Some(stage) = stages.get_mut(position)
                && *stage < least
            {
                *stage = least;
                moved = true;
            }
        }
        if !moved {
            return Some(stages);
        }
    }
    None
}

impl Asked<'_> {
    /// Whether it is the form of the application.
    fn is_form(&self) -> bool {
        let kind = self.material.details.as_ref().and_then(|details| details.kind);
        kind == Some(MaterialKind::ApplicationForm)
    }
}

impl<'a> MergedMaterial<'a> {
    fn of(name: &'a Text, asked: Asked<'a>) -> Self {
        Self {
            name,
            requirement: asked.material.requirement,
            only_when: Vec::new(),
            forms: Vec::new(),
            originals: 0,
            copies: 0,
            result_of: None,
            asked_by: alloc::vec![asked],
        }
    }

    /// Works out what serves everybody who asks.
    fn settle(&mut self) {
        let asked = || self.asked_by.iter().map(|asked| asked.material);
        self.requirement =
            asked().map(|m| m.requirement).min_by_key(strictness).unwrap_or(self.requirement);
        self.originals = asked().map(|material| material.originals).max().unwrap_or(0);
        self.copies = asked().map(|material| material.copies).max().unwrap_or(0);
        let mut when = Vec::new();
        for material in asked().filter(|material| material.requirement == self.requirement) {
            match &material.only_when {
                Some(condition) if !when.contains(&condition) => when.push(condition),
                Some(_) => {}
                None => {
                    when.clear();
                    break;
                }
            }
        }
        self.only_when = when;
        let wanted = |form| asked().any(|material| material.form == form);
        self.forms = match (wanted(MaterialForm::Paper), wanted(MaterialForm::Electronic)) {
            (true, true) => alloc::vec![MaterialForm::Paper, MaterialForm::Electronic],
            (true, false) => alloc::vec![MaterialForm::Paper],
            (false, true) => alloc::vec![MaterialForm::Electronic],
            (false, false) => alloc::vec![MaterialForm::Either],
        };
    }

    fn license_types(&self) -> impl Iterator<Item = crate::LicenseTypeRef> {
        self.asked_by.iter().filter_map(|asked| asked.material.license_type())
    }
}

/// The strictest first.
const fn strictness(requirement: &Requirement) -> u8 {
    match requirement {
        Requirement::Required => 0,
        Requirement::MayFollow => 1,
        Requirement::Optional => 2,
    }
}
