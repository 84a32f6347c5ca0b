//! Rules between items of one directory item: copies at other bodies and levels.

use alloc::vec::Vec;
use core::hash::{BuildHasher, Hash, Hasher};

use hashbrown::{DefaultHashBuilder, HashMap, HashSet};

use super::Rule;
use super::finding::Findings;
use super::place::{self, Place};
use crate::{BasicCode, Basis, Item, ItemCode, LimitUnit, Requirement, SubItem, Text};

/// An item among its copies, with digests of what must agree. Equal digests
/// spare a second look at the item, which lies far away in a large catalog;
/// unequal ones lead to the comparison itself.
struct Copy<'a> {
    code: ItemCode,
    item: &'a Item,
    unified: u64,
    copied: u64,
    known: u64,
}

pub(super) fn check(newest: &[&Item], findings: &mut Findings<'_>) {
    let state = DefaultHashBuilder::default();
    let mut copies: Vec<_> = newest.iter().map(|item| Copy::of(item, &state)).collect();
    // The uppermost copy sets the measure; upper levels sort first.
    copies.sort_unstable_by_key(|copy| (copy.code.basic(), copy.code.level(), copy.code));
    for copies in copies.chunk_by(|one, other| one.code.basic() == other.code.basic()) {
        let Some((first, others)) = copies.split_first().filter(|(_, rest)| !rest.is_empty())
        else {
            continue;
        };
        for other in others.iter().filter(|other| other.unified != first.unified) {
            unified_elements(other.item, first.item, findings);
        }
        faithful_copies(copies, findings);
        one_code_each(copies, findings);
    }
    nodes_not_handled(&copies, findings);
}

impl<'a> Copy<'a> {
    fn of(item: &'a Item, state: &DefaultHashBuilder) -> Self {
        Self {
            code: item.code(),
            item,
            unified: digest(state, |to| {
                directory_name(item).hash(to);
                for basis in item.basis() {
                    (&basis.law, &basis.article).hash(to);
                }
                (&item.power().department, &item.levels().exercised).hash(to);
            }),
            copied: digest(state, |to| {
                conditions(item).for_each(|condition| condition.hash(to));
                materials(item).for_each(|material| material.hash(to));
                statutory(item).hash(to);
                fees(item).for_each(|fee| fee.hash(to));
                intermediaries(item).for_each(|service| service.hash(to));
                item.outcome().name.hash(to);
            }),
            known: digest(state, |to| known(item).hash(to)),
        }
    }
}

type Digest = <DefaultHashBuilder as BuildHasher>::Hasher;

fn digest(state: &DefaultHashBuilder, feed: impl FnOnce(&mut Digest)) -> u64 {
    let mut hasher = state.build_hasher();
    feed(&mut hasher);
    hasher.finish()
}

/// 1.1. The name without what tells handling items apart, the department, the
/// basis. The type is a part of the code and cannot differ.
fn unified_elements(item: &Item, first: &Item, findings: &mut Findings<'_>) {
    let compared: [(Place, bool); 4] = [
        (place::NAME, directory_name(item) == directory_name(first)),
        (place::BASIS, has_all(item.basis(), first.basis())),
        (place::DEPARTMENT, item.power().department == first.power().department),
        (place::EXERCISED, item.levels().exercised == first.levels().exercised),
    ];
    for (place, _) in compared.into_iter().filter(|(_, same)| !same) {
        findings
            .add(
                Rule::UnifiedElements,
                item,
                place,
                (
                    "differs from the uppermost item of the same basic code",
                    "与同一基本编码的上级事项不一致",
                ),
            )
            .beside(first.code());
    }
}

/// The name of the directory item: without the note in brackets at the end that
/// tells new, change, renewal and cancellation apart.
pub(super) fn directory_name(item: &Item) -> &str {
    let name = item.name();
    match name.strip_suffix('）').and_then(|name| name.rsplit_once('（')) {
        Some((name, _)) if item.code().handling().is_some() => name,
        _ => name,
    }
}

/// Whether a copy has every rule of the measure; it may add local ones.
pub(super) fn has_all(copy: &[Basis], measure: &[Basis]) -> bool {
    measure.iter().all(|one| {
        copy.iter().any(|other| (&other.law, &other.article) == (&one.law, &one.article))
    })
}

/// 1.2. Copies are items of one full name: `（新办）` is no copy of `（变更）`.
fn faithful_copies(copies: &[Copy<'_>], findings: &mut Findings<'_>) {
    let mut measures: Vec<&Copy<'_>> = Vec::new();
    for copy in copies {
        // Few names share a basic code: as many as it has handling items.
        let Some(first) = measures.iter().find(|first| same_name(first, copy)) else {
            measures.push(copy);
            continue;
        };
        if first.copied == copy.copied {
            continue;
        }
        for (place, _) in compare(copy.item, first.item).into_iter().filter(|(_, same)| !same) {
            findings
                .add(
                    Rule::FaithfulCopies,
                    copy.item,
                    place,
                    (
                        "differs from the uppermost copy of the same item",
                        "与同一事项的上级版本不一致，此要素不得由地方改变",
                    ),
                )
                .beside(first.code);
        }
    }
}

/// Whether two copies have one full name. Copies that agree in the directory
/// name and are no handling items need no look at the names.
fn same_name(one: &Copy<'_>, other: &Copy<'_>) -> bool {
    let whole = one.code.handling().is_none() && other.code.handling().is_none();
    whole && one.unified == other.unified || one.item.name() == other.item.name()
}

/// The elements that copies may not change, and whether they are the same.
fn compare(item: &Item, first: &Item) -> [(Place, bool); 6] {
    [
        (place::CONDITIONS, conditions(item).eq(conditions(first))),
        (place::MATERIALS, materials(item).eq(materials(first))),
        (place::LIMITS, statutory(item) == statutory(first)),
        (place::FEES, fees(item).eq(fees(first))),
        (place::INTERMEDIARIES, intermediaries(item).eq(intermediaries(first))),
        (place::OUTCOME, item.outcome().name == first.outcome().name),
    ]
}

fn conditions(item: &Item) -> impl Iterator<Item = &Text> {
    item.conditions().iter().map(|condition| &condition.text)
}

fn materials(item: &Item) -> impl Iterator<Item = (&Text, Requirement)> {
    item.materials().iter().map(|material| (&material.name, material.requirement))
}

fn fees(item: &Item) -> impl Iterator<Item = (&Text, &Text)> {
    item.fees().rows.iter().map(|fee| (&fee.name, &fee.standard))
}

fn intermediaries(item: &Item) -> impl Iterator<Item = &Text> {
    item.intermediaries().iter().map(|service| &service.name)
}

/// What a copy may not change of the limits.
fn statutory(item: &Item) -> Option<(LimitUnit, u16)> {
    item.decision().map(|decision| (decision.unit(), decision.statutory()))
}

/// By what an applicant knows an item: body, place and name.
fn known(item: &Item) -> impl Hash + Eq {
    (item.body().code, item.division(), item.name())
}

/// 2.1, the part that no single code shows: one body has one item twice.
fn one_code_each(copies: &[Copy<'_>], findings: &mut Findings<'_>) {
    let mut seen: HashMap<u64, &Copy<'_>> = HashMap::with_capacity(copies.len());
    for copy in copies {
        let first = *seen.entry(copy.known).or_insert(copy);
        let part = first.code.implementation() == copy.code.implementation()
            && first.code.handling().is_some() != copy.code.handling().is_some();
        if first.code != copy.code && !part && known(first.item) == known(copy.item) {
            findings
                .add(
                    Rule::OneCodeOneItem,
                    copy.item,
                    place::CODE,
                    (
                        "the same body offers an item of this name under another code",
                        "同一主体的同名事项使用了另一编码",
                    ),
                )
                .beside(first.code);
        }
    }
}

/// 9.1. `00Y` never gets this far. What is left: an implementing item that has
/// handling items is handled through them; a main item that has sub-items in
/// the catalog is handled through those.
fn nodes_not_handled(copies: &[Copy<'_>], findings: &mut Findings<'_>) {
    let divided: HashSet<_> = copies
        .iter()
        .filter_map(|copy| copy.code.handling())
        .map(|code| code.implementation())
        .collect();
    let with_sub_items: HashSet<_> = copies
        .iter()
        .map(|copy| copy.code.basic())
        .filter(|code| matches!(code.sub_item(), SubItem::Number(_)))
        .map(main_item)
        .collect();
    for copy in copies {
        if copy.code.handling().is_none() && divided.contains(&copy.code.implementation()) {
            findings.add(
                Rule::NodesNotHandled,
                copy.item,
                place::CODE,
                (
                    "the implementing item has handling items and is not handled itself",
                    "实施事项已设业务办理项，不应直接办理",
                ),
            );
        }
        let basic = copy.code.basic();
        if basic.sub_item() == SubItem::None && with_sub_items.contains(&main_item(basic)) {
            findings.add(
                Rule::NodesNotHandled,
                copy.item,
                place::CODE,
                (
                    "the main item has sub-items and is not handled itself",
                    "主项已设子项，不应直接办理",
                ),
            );
        }
    }
}

/// The basic code without its sub-item.
fn main_item(code: BasicCode) -> [u8; 9] {
    let mut main = [0; 9];
    for (place, byte) in main.iter_mut().zip(code.as_str().bytes()) {
        *place = byte;
    }
    main
}
