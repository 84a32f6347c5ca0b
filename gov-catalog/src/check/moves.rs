//! Rules on where an item comes from: other holders, and the power list.

use super::finding::Findings;
use super::{Rule, place};
use crate::{Catalog, Item, ItemState, LinkKind, PowerSource};

pub(super) fn check(catalog: &Catalog, item: &Item, findings: &mut Findings<'_>) {
    handed_down(catalog, item, findings);
    entrusted(catalog, item, findings);
    old_holder(catalog, item, findings);
    power_list(catalog, item, findings);
}

/// 2.4. Who handed a power down or entrusted it may stand in a catalog above.
pub(super) fn links(catalog: &Catalog, item: &Item, findings: &mut Findings<'_>) {
    for (link, position) in item.links().iter().zip(1..) {
        let from_above = [LinkKind::HandedDownFrom, LinkKind::EntrustedFrom].contains(&link.kind);
        let said = match (catalog.get(link.item), link.kind.back()) {
            (None, _) if from_above => continue,
            (None, _) => ("the catalog has no such item", "目录中没有所指的事项"),
            (Some(other), Some(back)) if !leads(other, back, item) => {
                ("the other item has no link back", "对方事项没有相应的沿革")
            }
            (Some(_), _) => continue,
        };
        findings.add(Rule::Links, item, place::LINKS, said).at(position).beside(link.item);
    }
}

/// Whether an item has a link of this kind to another.
fn leads(item: &Item, kind: LinkKind, to: &Item) -> bool {
    item.links().iter().any(|link| link.kind == kind && link.item == to.code())
}

/// 7.1.
fn handed_down(catalog: &Catalog, item: &Item, findings: &mut Findings<'_>) {
    let from = linked(item, LinkKind::HandedDownFrom).last();
    if from.is_none() && item.power().source == Some(PowerSource::HandedDown) {
        findings.add(
            Rule::HandedDown,
            item,
            place::LINKS,
            ("handed down, and not said by which item", "上级下放的事项未注明来源事项"),
        );
    }
    let Some(code) = from else { return };
    if item.power().source != Some(PowerSource::HandedDown) {
        findings
            .add(
                Rule::HandedDown,
                item,
                place::SOURCE,
                (
                    "handed down, and the source of the power says otherwise",
                    "下放事项的行使依据不是上级下放",
                ),
            )
            .beside(code);
    }
    if code.level() >= item.code().level() {
        findings
            .add(
                Rule::HandedDown,
                item,
                place::LINKS,
                ("handed down by an item that is not above it", "来源事项的层级不高于本事项"),
            )
            .beside(code);
    }
    if catalog.get(code).is_some_and(is_endless) {
        findings
            .add(
                Rule::HandedDown,
                item,
                place::ENDS,
                ("the item that was handed down has no end above", "已下放的上级事项没有终止日期"),
            )
            .beside(code);
    }
}

/// 7.2.
fn entrusted(catalog: &Catalog, item: &Item, findings: &mut Findings<'_>) {
    let power = item.power();
    if !power.source.is_some_and(PowerSource::is_entrusted) {
        return;
    }
    if power.entrusted_by.is_none() {
        findings.add(
            Rule::Entrusted,
            item,
            place::ENTRUSTED_BY,
            ("it is not said who entrusts", "未列明委托部门"),
        );
    }
    if power.announcement.is_none() {
        findings.add(
            Rule::Entrusted,
            item,
            place::ANNOUNCEMENT,
            ("the entrusting was not announced", "委托未公告"),
        );
    }
    for code in linked(item, LinkKind::EntrustedFrom) {
        let principal = catalog.get(code).and_then(|principal| principal.power().source);
        if principal.is_some_and(PowerSource::is_entrusted) {
            findings
                .add(
                    Rule::Entrusted,
                    item,
                    place::LINKS,
                    ("entrusted by a body that was itself entrusted", "受委托机关再委托"),
                )
                .beside(code);
        }
    }
}

/// 7.3. Who entrusts keeps its item; everybody else who passed one on has none.
fn old_holder(catalog: &Catalog, item: &Item, findings: &mut Findings<'_>) {
    let moves = [
        LinkKind::HandedDownFrom,
        LinkKind::TakenBackFrom,
        LinkKind::BodyChangedFrom,
        LinkKind::LevelChangedFrom,
        LinkKind::MergedFrom,
        LinkKind::SplitFrom,
    ];
    for link in item.links().iter().filter(|link| moves.contains(&link.kind)) {
        let in_force = catalog.get(link.item).filter(|old| {
            old.state() == ItemState::InUse && old.ends().is_none_or(|ends| item.effective() < ends)
        });
        if let Some(old) = in_force {
            findings
                .add(
                    Rule::OldHolder,
                    old,
                    place::ENDS,
                    (
                        "still in force though another item has taken its place",
                        "已被其他事项承接，仍然有效",
                    ),
                )
                .beside(item.code());
        }
    }
}

/// 8.1 and 8.2. Without a power list only the name of the parent is asked for.
fn power_list(catalog: &Catalog, item: &Item, findings: &mut Findings<'_>) {
    if item.item_type().is_public_service() {
        return;
    }
    let Some(parent) = &item.power().parent else {
        findings.add(
            Rule::PowerParent,
            item,
            place::PARENT,
            ("a power without a parent in the power list", "未注明所属的权责清单事项"),
        );
        return;
    };
    let Some(powers) = catalog.power_list() else { return };
    let Some(power) = powers.get(parent) else {
        findings.add(
            Rule::PowerParent,
            item,
            place::PARENT,
            ("the power list has no such power", "权责清单中没有所注明的事项"),
        );
        return;
    };
    if power.from.is_some_and(|from| item.effective() < from) {
        findings.add(
            Rule::DatedVersions,
            item,
            place::VERSION,
            ("in force before the power was in the list", "早于权责清单收录之日生效"),
        );
    }
    if power.until.is_some_and(|until| item.ends().is_none_or(|ends| until < ends)) {
        findings.add(
            Rule::DatedVersions,
            item,
            place::VERSION,
            (
                "the power left the list and the item has no version that ends it",
                "权责清单已取消该权力，事项没有相应的新版本",
            ),
        );
    }
}

/// The items that an item is linked to in this way.
fn linked(item: &Item, kind: LinkKind) -> impl Iterator<Item = crate::ItemCode> {
    item.links().iter().filter(move |link| link.kind == kind).map(|link| link.item)
}

/// Whether nothing says that the item ends.
fn is_endless(item: &Item) -> bool {
    item.state() == ItemState::InUse && item.ends().is_none()
}
