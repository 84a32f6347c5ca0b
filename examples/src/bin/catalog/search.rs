//! `catalog search`.

use gov_catalog::{Item, TimeLimit};
use serde_json::json;

use crate::Sources;
use crate::shelf;
use crate::tell::{Teller, Tone};

pub(crate) fn run(words: &[String], sources: &Sources, mut teller: Teller) -> bool {
    let Some(shelf) = shelf::read(sources, &mut teller) else {
        return teller
            .finish("没有检索：请先改正以上问题。", "nothing was searched: mend these first");
    };
    let mut found = 0;
    for item in shelf.catalog.newest() {
        let Some(places) = places(item, words) else { continue };
        found += 1;
        let (code, name, body) = (item.code(), item.name(), &item.body().name);
        let decision = item.decision();
        let promised =
            decision.map(|limit| format!("，承诺{}个{}", limit.promised(), limit.unit().zh()));
        let value = json!({
            "item": code.as_str(), "version": item.version(), "name": name,
            "body": body.as_str(), "level": code.level().zh(), "found_in": places,
            "promised": decision.map(TimeLimit::promised),
            "unit": decision.map(|limit| limit.unit().as_str()),
        });
        let zh = format!("{name}（{body}{}）", promised.unwrap_or_default());
        let en = format!("{code} version {}; found in: {}", item.version(), places.join(", "));
        teller.entry("items", Tone::Plain, value, &zh, &en);
    }
    if found == 0 {
        teller.fail();
    }
    teller.finish(&format!("找到{found}个事项。"), &format!("{found} items found"))
}

/// Where the words stand; none unless all of them do.
fn places(item: &Item, words: &[String]) -> Option<Vec<&'static str>> {
    let code = item.code();
    let mut texts: Vec<(&'static str, &str)> = vec![
        ("code", code.as_str()),
        ("name", item.name()),
        ("body", &item.body().name),
        ("outcome", &item.outcome().name),
    ];
    texts.extend(item.materials().iter().map(|material| ("materials", material.name.as_str())));
    texts.extend(item.basis().iter().map(|basis| ("basis", basis.law.as_str())));
    texts.extend(item.conditions().iter().map(|condition| ("conditions", condition.text.as_str())));
    let mut places = Vec::new();
    for word in words {
        let found: Vec<_> = texts
            .iter()
            .filter(|(_, text)| text.contains(word.as_str()))
            .map(|(place, _)| *place)
            .collect();
        if found.is_empty() {
            return None;
        }
        places.extend(found);
    }
    places.sort_unstable();
    places.dedup();
    Some(places)
}
