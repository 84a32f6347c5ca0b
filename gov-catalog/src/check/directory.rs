//! Rules between an item and the directory item that it claims.

use super::finding::Findings;
use super::place::{self, Place};
use super::{Rule, copies};
use crate::{Directory, Item, ItemState, SubItem};

pub(super) fn check(directory: &Directory, item: &Item, findings: &mut Findings<'_>) {
    let basic = item.code().basic();
    let Some(claimed) = directory.get(basic) else {
        findings.add(
            Rule::UnifiedElements,
            item,
            place::CODE,
            ("the directory has no item of this basic code", "基本目录中没有此基本编码的事项"),
        );
        return;
    };
    // 1.1. What the directory does not say is not judged.
    let silent = claimed.department.is_none();
    let compared: [(Place, bool); 4] = [
        (place::NAME, *copies::directory_name(item) == *claimed.name),
        (place::BASIS, copies::has_all(item.basis(), &claimed.basis)),
        (place::DEPARTMENT, silent || item.power().department == claimed.department),
        (place::EXERCISED, claimed.levels.is_empty() || item.levels().exercised == claimed.levels),
    ];
    for (place, _) in compared.into_iter().filter(|(_, same)| !same) {
        findings.add(
            Rule::UnifiedElements,
            item,
            place,
            ("differs from the item of the directory", "与基本目录中的事项不一致"),
        );
    }
    if !claimed.levels.is_empty() && !claimed.levels.contains(&item.code().level()) {
        findings.add(
            Rule::LevelInSet,
            item,
            place::CODE,
            (
                "the directory does not let this level exercise it",
                "编码中的行使层级不在基本目录的行使层级之内",
            ),
        );
    }
    let gone = claimed.ends.is_some_and(|ends| item.ends().is_none_or(|own| ends < own));
    if claimed.state != ItemState::InUse || gone {
        findings.add(
            Rule::DatedVersions,
            item,
            place::VERSION,
            (
                "the directory ended or suspended the item and no version says so",
                "基本目录已取消或者暂停该事项，事项没有相应的新版本",
            ),
        );
    }
    if basic.sub_item() == SubItem::None && directory.sub_items(basic).next().is_some() {
        findings.add(
            Rule::NodesNotHandled,
            item,
            place::CODE,
            (
                "the main item has sub-items in the directory and is not handled itself",
                "主项在基本目录中已设子项，不应直接办理",
            ),
        );
    }
}
