//! `catalog diff`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use gov_catalog::{Diff, Item, ItemCode};
use serde_json::{Value, json};

use crate::Numbers;
use crate::shelf;
use crate::tell::{Teller, Tone};

/// Compares the newest version of every item. Differences are an answer, not a
/// failure.
pub(crate) fn run(old: &Path, new: &Path, numbers: &Numbers, mut teller: Teller) -> bool {
    let mut read = |path: &Path| shelf::read_paths(&[PathBuf::from(path)], numbers, &mut teller);
    let (Some(old), Some(new)) = (read(old), read(new)) else {
        return teller
            .finish("没有比较：请先改正以上问题。", "nothing was compared: mend these first");
    };
    let (old, new) = (newest(old.catalog.newest()), newest(new.catalog.newest()));
    let mut changed = 0;
    for (code, before) in &old {
        match new.get(code) {
            Some(after) => changed += usize::from(compare(before, after, &mut teller)),
            None => {
                told(&mut teller, "removed", before, "删除", "is no longer there", &Value::Null);
            }
        }
    }
    let added = new.iter().filter(|(code, _)| !old.contains_key(*code));
    let mut count = 0;
    for (_, item) in added {
        count += 1;
        let (mut zh, mut en) = (vec!["新增".to_owned()], vec!["is new".to_owned()]);
        for link in item.links() {
            zh.push(format!("{}{}", link.kind.zh(), link.item));
            en.push(format!("{} {}", link.kind.as_str(), link.item));
        }
        let (zh, en) = (zh.join("，"), en.join(", "));
        told(&mut teller, "added", item, &zh, &en, &Value::Null);
    }
    let removed = old.keys().filter(|code| !new.contains_key(*code)).count();
    teller.finish(
        &format!("新增{count}个，变更{changed}个，删除{removed}个。"),
        &format!("{count} new, {changed} changed, {removed} gone"),
    )
}

fn newest<'a>(items: impl Iterator<Item = &'a Item>) -> BTreeMap<ItemCode, &'a Item> {
    items.map(|item| (item.code(), item)).collect()
}

/// Whether anything changed.
fn compare(before: &Item, after: &Item, teller: &mut Teller) -> bool {
    let diff = Diff::between(before, after);
    if diff.changes().is_empty() && before.version() == after.version() {
        return false;
    }
    let changes: Vec<_> = diff
        .changes()
        .iter()
        .map(|change| json!({ "path": change.path(), "zh": change.zh(), "en": change.to_string() }))
        .collect();
    let (from, to) = (before.version(), after.version());
    let (zh, en) = if from == to {
        (
            "变更，但版本号没有变：已经公布的版本不得改动".to_owned(),
            "changed within one version".to_owned(),
        )
    } else {
        (format!("第{from}版改为第{to}版"), format!("version {from} becomes {to}"))
    };
    if from == to {
        teller.fail();
    }
    told(
        teller,
        "changed",
        after,
        &zh,
        &en,
        &json!({
            "from": from, "to": to, "directory": diff.touches_directory(), "changes": changes,
        }),
    );
    for change in diff.changes() {
        teller.line(&change.zh(), &change.to_string());
    }
    true
}

fn told(teller: &mut Teller, list: &str, item: &Item, zh: &str, en: &str, more: &Value) {
    let code = item.code();
    let mut value = json!({ "item": code.as_str(), "name": item.name() });
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more.clone());
    }
    let name = item.name();
    teller.entry(
        list,
        Tone::Plain,
        value,
        &format!("{name} {code}：{zh}"),
        &format!("{code} {en}"),
    );
}
