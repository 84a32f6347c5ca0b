//! A published guide is pinned to the letter, and says what the law asks for.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::Item;

const JSON: &str = include_str!("data/item.json");

fn item() -> Item {
    Item::from_json(JSON).unwrap()
}

/// To write the files anew after a change on purpose, run with `BLESS=1`, and
/// read what changed.
fn pinned(name: &str, text: &str) {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(path).unwrap(), "{name}");
}

#[test]
fn the_guide_is_pinned_in_both_forms() {
    pinned("guide.html", &item().guide().to_html());
    pinned("guide.md", &item().guide().to_markdown());
}

#[test]
fn the_review_rules_are_pinned_in_both_forms() {
    pinned("review_rules.html", &item().review_rules().to_html());
    pinned("review_rules.md", &item().review_rules().to_markdown());
}

#[test]
fn rendering_twice_gives_the_same_text() {
    assert_eq!(item().guide().to_html(), item().guide().to_html());
    assert_eq!(item().guide().to_markdown(), item().guide().to_markdown());
}

#[test]
fn every_section_that_the_law_asks_for_is_there() {
    let markdown = item().guide().to_markdown();
    for heading in [
        "基本信息",
        "设定依据",
        "受理条件",
        "申请材料",
        "可以容缺后补的材料",
        "办理时限",
        "办理流程",
        "收费",
        "办理结果",
        "办理地点、时间",
        "咨询和监督投诉",
        "权利和救济",
    ] {
        assert!(markdown.contains(&format!("\n## {heading}\n")), "{heading}");
    }
}

/// Every text of the item is in the guide, but for what is no one's business.
#[test]
fn nothing_that_the_item_says_to_the_public_is_left_out() {
    const INNER: [&str; 9] = [
        "LC-0900",
        "LI-0900-01",
        "row-0001",
        "QL-0900",
        "示例局",
        "11100000PDY00001X7001",
        "030",
        "L1",
        "L2",
    ];
    let html = item().guide().to_html();
    let mut missing = Vec::new();
    walk(&serde_json::from_str(JSON).unwrap(), &mut |field, text| {
        let shown = html.contains(text) || INNER.contains(&text);
        // Words have Chinese names, dates are written out, rules for programs
        // have no words.
        let word = text.is_ascii() && !text.contains(['0', '1', '2', '3', '4', '5', ':']);
        let other = ["effective", "ends", "code", "item", "division"].contains(&field);
        if !shown && !word && !other {
            missing.push(format!("{field}: {text}"));
        }
    });
    assert_eq!(missing, Vec::<String>::new());
}

fn walk(value: &serde_json::Value, see: &mut impl FnMut(&str, &str)) {
    fn below(field: &str, value: &serde_json::Value, see: &mut impl FnMut(&str, &str)) {
        match value {
            serde_json::Value::String(text) => see(field, text),
            serde_json::Value::Array(list) => list.iter().for_each(|one| below(field, one, see)),
            serde_json::Value::Object(fields) => {
                let fields = fields
                    .iter()
                    .filter(|(name, _)| !["criterion", "topics", "links"].contains(&name.as_str()));
                fields.for_each(|(name, one)| below(name, one, see));
            }
            _ => {}
        }
    }
    below("", value, see);
}

#[test]
fn review_points_cover_materials_conditions_and_the_site() {
    let item = item();
    let subjects: Vec<_> =
        item.review_rules().points().map(|point| point.subject().to_owned()).collect();
    assert_eq!(subjects.len(), item.materials().len() + item.conditions().len() + 1);
    let license = item.review_rules().points().nth(1).unwrap();
    assert_eq!(license.method(), "先查电子证照库，能够核验的不再收取；否则核对所提交的材料");
    assert!(!license.is_measured());
    assert_eq!(license.requirement(), "非必要；电子；复印件1份");
}
