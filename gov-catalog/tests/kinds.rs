//! What an item must have depends on its kind: nobody applies for a penalty.
#![cfg(feature = "serde")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::{Catalog, Item, ItemType, Rule};
use serde_json::{Value, json};

/// The specimen as an item of this type.
fn of_type(digits: &str) -> Value {
    let mut item: Value = serde_json::from_str(include_str!("data/item.json")).unwrap();
    item["type"] = json!(digits);
    item["code"] = json!(format!("11640200PDY00001XK300{digits}31900001"));
    item.as_object_mut().unwrap().remove("enforcement");
    item
}

/// Elements of the application.
const APPLICATION: [&str; 5] = ["conditions", "materials", "steps", "fees", "windows"];

fn missing(item: &Value) -> Vec<String> {
    match Item::from_json(&item.to_string()) {
        Ok(_) => Vec::new(),
        Err(faults) => {
            assert!(faults.iter().all(|fault| fault.code() == "missing"), "{faults:?}");
            faults.iter().map(gov_catalog::ItemFault::path).collect()
        }
    }
}

#[test]
fn every_type_asks_for_what_it_needs_and_for_no_more() {
    for number in 0..=29_u8 {
        let digits = format!("{number:02}");
        let item_type = ItemType::parse(&digits).unwrap();
        // GB/T 39046, table A.1: group, penalty, compulsion, levy, inspection.
        let applied_for = ![0, 2, 3, 4, 6].contains(&number);
        let limits = applied_for && number < 20;
        assert_eq!(item_type.is_applied_for(), applied_for, "{digits}");
        assert_eq!(item_type.always_has_limits(), limits, "{digits}");
        let mut expected: Vec<String> = Vec::new();
        for element in ["conditions", "materials", "limits", "steps", "fees", "windows"] {
            let mut item = of_type(&digits);
            item.as_object_mut().unwrap().remove(element);
            let needed = if element == "limits" { limits } else { applied_for };
            let told = missing(&item);
            let wanted = if needed { vec![element.to_owned()] } else { Vec::new() };
            assert_eq!(told, wanted, "{digits} {element}");
            expected.extend(wanted);
        }
        let mut bare = of_type(&digits);
        bare.as_object_mut()
            .unwrap()
            .retain(|name, _| name != "limits" && !APPLICATION.contains(&name.as_str()));
        assert_eq!(missing(&bare), expected, "{digits}");
    }
}

#[test]
fn what_is_there_is_checked_in_every_kind() {
    let mut penalty = of_type("02");
    penalty["limits"]["decision"]["promised"] = json!(21);
    penalty["steps"][0]["kind"] = json!("surprise");
    penalty["fees"]["rows"][0]["basis"] = json!([]);
    let faults = Item::from_json(&penalty.to_string()).unwrap_err();
    let told: Vec<_> = faults.iter().map(|fault| (fault.path(), fault.code())).collect();
    assert_eq!(
        told,
        [
            ("limits.decision".to_owned(), "promise-exceeds-statute"),
            ("steps[1].kind".to_owned(), "word"),
            ("fees.rows[1].basis".to_owned(), "empty"),
        ],
    );
    // Lists may be empty where nobody applies, and not where somebody does.
    for (digits, empty) in [("06", 0), ("20", 3)] {
        let mut item = of_type(digits);
        item["steps"] = json!([]);
        item["windows"] = json!([]);
        item["fees"] = json!({ "rows": [], "basis": [] });
        let faults = Item::from_json(&item.to_string()).err().unwrap_or_default();
        assert_eq!(faults.len(), empty, "{digits}");
        assert!(faults.iter().all(|fault| fault.code() == "empty"), "{digits}");
    }
}

/// A penalty as a department keeps it: no application at all.
fn penalty() -> Item {
    let mut item = of_type("02");
    item.as_object_mut()
        .unwrap()
        .retain(|name, _| name != "limits" && !APPLICATION.contains(&name.as_str()));
    for name in ["service", "online", "topics", "questions", "site_check", "intermediaries"] {
        item.as_object_mut().unwrap().remove(name);
    }
    for name in ["special_procedures", "levels", "links", "ends"] {
        item.as_object_mut().unwrap().remove(name);
    }
    item["state"] = json!("in-use");
    item["power"] = json!({ "source": "own", "parent": "QL-1" });
    item["outcome"] = json!({ "name": "行政处罚决定书", "basis": [] });
    item["enquiry_phones"] = json!(["0952-0000001"]);
    item["complaint_phones"] = json!(["0952-0000002"]);
    item["enforcement"] = json!({ "punishment": "警告\n罚款" });
    Item::from_json(&item.to_string()).unwrap()
}

#[test]
fn a_penalty_without_an_application_keeps_every_rule_and_has_its_pages() {
    let item = penalty();
    assert_eq!((item.limits(), item.decision()), (None, None));
    assert!(item.steps().is_empty() && item.windows().is_empty() && item.fees().is_free());
    let catalog = Catalog::from_items([item.clone()]).unwrap();
    assert_eq!(catalog.check(), []);
    let guide = item.guide().to_markdown();
    assert!(!guide.contains("办理时限") && !guide.contains("办理流程"), "{guide}");
    assert!(item.guide().to_html().contains("警告"));
    assert!(!item.review_rules().to_markdown().contains("环节、岗位"));
    let json = serde_json::to_string(&item).unwrap();
    assert_eq!(Item::from_json(&json).unwrap(), item);
    assert!(!json.contains("limits"));
    // Whoever changes it says so in words.
    let mut draft = item.to_draft();
    draft.enforcement.punishment = Some("警告".into());
    let next = Item::try_from(draft).unwrap();
    assert_eq!(gov_catalog::Diff::between(&item, &next).changes().len(), 1);
}

#[test]
fn a_page_of_what_nobody_applies_for_offers_no_window_and_no_fee() {
    let guide = penalty().guide().to_markdown();
    for heading in ["## 收费", "## 办理地点、时间", "## 申请材料", "## 受理条件"] {
        assert!(!guide.contains(heading), "{heading}\n{guide}");
    }
}

#[test]
fn elements_of_a_kind_stand_where_they_belong() {
    let found = |digits: &str, change: &dyn Fn(&mut gov_catalog::ItemDraft)| {
        let mut draft = Item::from_json(&of_type(digits).to_string()).unwrap().to_draft();
        draft.state = gov_catalog::ItemState::InUse;
        draft.power.source = None;
        change(&mut draft);
        let catalog = Catalog::from_items([Item::try_from(draft).unwrap()]).unwrap();
        let findings = catalog.check().into_iter();
        let findings = findings.filter(|finding| finding.rule() == Rule::ElementsOfKind);
        findings.map(|finding| (finding.field(), finding.chinese())).collect::<Vec<_>>()
    };
    let own = Some(gov_catalog::PowerSource::Own);
    assert_eq!(found("01", &|_| {}), []);
    assert_eq!(
        found("02", &|_| {}),
        [("enforcement.punishment".to_owned(), "行政处罚未列明处罚种类")]
    );
    assert_eq!(found("02", &|draft| draft.enforcement.punishment = Some("警告".into())), []);
    assert_eq!(
        found("01", &|draft| draft.enforcement.punishment = Some("警告".into())),
        [("enforcement.punishment".to_owned(), "非行政处罚事项列有处罚种类")]
    );
    let half = [("enforcement.levy".to_owned(), "行政征收未列明征收种类和是否可以减免")];
    assert_eq!(found("04", &|_| {}), half);
    assert_eq!(found("04", &|draft| draft.enforcement.levy = Some("排污费".into())), half);
    assert_eq!(
        found("04", &|draft| {
            draft.enforcement.levy = Some("排污费".into());
            draft.enforcement.reducible = Some(false);
        }),
        []
    );
    assert_eq!(
        found("07", &|draft| draft.enforcement.reducible = Some(true)),
        [("enforcement.levy".to_owned(), "非行政征收事项列有征收种类或者减免")]
    );
    assert_eq!(
        found("20", &|draft| draft.power.source = own),
        [("power.source".to_owned(), "公共服务事项列有行使依据")]
    );
    assert_eq!(Rule::ElementsOfKind.id(), "5.8");
}
