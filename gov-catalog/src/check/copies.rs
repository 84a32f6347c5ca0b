//! Rules between items of one directory item: copies at other bodies and levels.

use alloc::vec::Vec;

use hashbrown::{HashMap, HashSet};

use super::Rule;
use super::finding::Findings;
use super::place::{self, Place};
use crate::{BasicCode, Basis, Fee, Item, ItemCode, Material, SubItem};

pub(super) fn check(newest: &[&Item], findings: &mut Findings<'_>) {
    let mut by_basic: HashMap<BasicCode, Vec<&Item>> = HashMap::with_capacity(newest.len());
    for item in newest {
        by_basic.entry(item.code().basic()).or_default().push(item);
    }
    for copies in by_basic.values_mut().filter(|copies| copies.len() > 1) {
        // The uppermost copy sets the measure; upper levels sort first.
        copies.sort_by_key(|item| (item.code().level(), item.code()));
        unified_elements(copies, findings);
        faithful_copies(copies, findings);
        one_code_each(copies, findings);
    }
    nodes_not_handled(newest, &by_basic, findings);
}

/// 1.1. The name without what tells handling items apart, the department, the
/// basis. The type is a part of the code and cannot differ.
fn unified_elements(copies: &[&Item], findings: &mut Findings<'_>) {
    let Some((first, others)) = copies.split_first() else { return };
    for item in others {
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
}

/// The name of the directory item: without the note in brackets at the end that
/// tells new, change, renewal and cancellation apart.
fn directory_name(item: &Item) -> &str {
    let name = item.name();
    match name.strip_suffix('）').and_then(|name| name.rsplit_once('（')) {
        Some((name, _)) if item.code().handling().is_some() => name,
        _ => name,
    }
}

/// Whether a copy has every rule of the measure; it may add local ones.
fn has_all(copy: &[Basis], measure: &[Basis]) -> bool {
    measure.iter().all(|one| {
        copy.iter().any(|other| (&other.law, &other.article) == (&one.law, &one.article))
    })
}

/// 1.2. Copies are items of one full name: `（新办）` is no copy of `（变更）`.
fn faithful_copies(copies: &[&Item], findings: &mut Findings<'_>) {
    let mut measures: HashMap<&str, &Item> = HashMap::new();
    for item in copies {
        let first = *measures.entry(item.name()).or_insert(item);
        if first.code() == item.code() {
            continue;
        }
        for (place, _) in compare(item, first).into_iter().filter(|(_, same)| !same) {
            findings
                .add(
                    Rule::FaithfulCopies,
                    item,
                    place,
                    (
                        "differs from the uppermost copy of the same item",
                        "与同一事项的上级版本不一致，此要素不得由地方改变",
                    ),
                )
                .beside(first.code());
        }
    }
}

/// The elements that copies may not change, and whether they are the same.
fn compare(item: &Item, first: &Item) -> [(Place, bool); 6] {
    let conditions = |item: &Item| -> Vec<_> {
        item.conditions().iter().map(|condition| condition.text.clone()).collect()
    };
    let asked = |material: &Material| (material.name.clone(), material.requirement);
    let materials = |item: &Item| -> Vec<_> { item.materials().iter().map(asked).collect() };
    let statutory = |item: &Item| {
        let decision = &item.limits().decision;
        (decision.unit(), decision.statutory())
    };
    let fee = |fee: &Fee| (fee.name.clone(), fee.standard.clone());
    let fees = |item: &Item| -> Vec<_> { item.fees().rows.iter().map(fee).collect() };
    let services = |item: &Item| -> Vec<_> {
        item.intermediaries().iter().map(|service| service.name.clone()).collect()
    };
    [
        (place::CONDITIONS, conditions(item) == conditions(first)),
        (place::MATERIALS, materials(item) == materials(first)),
        (place::LIMITS, statutory(item) == statutory(first)),
        (place::FEES, fees(item) == fees(first)),
        (place::INTERMEDIARIES, services(item) == services(first)),
        (place::OUTCOME, item.outcome().name == first.outcome().name),
    ]
}

/// 2.1, the part that no single code shows: one body has one item twice.
fn one_code_each(copies: &[&Item], findings: &mut Findings<'_>) {
    let mut seen: HashMap<_, ItemCode> = HashMap::new();
    for item in copies {
        let known = (item.body().code, item.division(), item.name());
        let first = *seen.entry(known).or_insert(item.code());
        let part = first.implementation() == item.code().implementation()
            && first.handling().is_some() != item.code().handling().is_some();
        if first != item.code() && !part {
            findings
                .add(
                    Rule::OneCodeOneItem,
                    item,
                    place::CODE,
                    (
                        "the same body offers an item of this name under another code",
                        "同一主体的同名事项使用了另一编码",
                    ),
                )
                .beside(first);
        }
    }
}

/// 9.1. `00Y` never gets this far. What is left: an implementing item that has
/// handling items is handled through them; a main item that has sub-items in
/// the catalog is handled through those.
fn nodes_not_handled(
    newest: &[&Item],
    by_basic: &HashMap<BasicCode, Vec<&Item>>,
    findings: &mut Findings<'_>,
) {
    let divided: HashSet<_> = newest
        .iter()
        .filter_map(|item| item.code().handling())
        .map(|code| code.implementation())
        .collect();
    let with_sub_items: HashSet<_> = by_basic
        .keys()
        .filter(|code| matches!(code.sub_item(), SubItem::Number(_)))
        .map(main_item)
        .collect();
    for item in newest {
        let code = item.code();
        if code.handling().is_none() && divided.contains(&code.implementation()) {
            findings.add(
                Rule::NodesNotHandled,
                item,
                place::CODE,
                (
                    "the implementing item has handling items and is not handled itself",
                    "实施事项已设业务办理项，不应直接办理",
                ),
            );
        }
        let basic = code.basic();
        if basic.sub_item() == SubItem::None && with_sub_items.contains(&main_item(&basic)) {
            findings.add(
                Rule::NodesNotHandled,
                item,
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
fn main_item(code: &BasicCode) -> [u8; 9] {
    let mut main = [0; 9];
    for (place, byte) in main.iter_mut().zip(code.as_str().bytes()) {
        *place = byte;
    }
    main
}
