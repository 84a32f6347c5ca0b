//! JSON-LD after CPSV-AP 3.2: the mandatory classes and properties are there,
//! everything points to something, and what has no place is told.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use std::collections::BTreeSet;

use gov_catalog::{CpsvAp, Item, LimitUnit, TimeLimit};
use serde_json::{Value, json};

fn item() -> Item {
    Item::from_json(include_str!("data/item.json")).unwrap()
}

fn document(items: &[Item]) -> Value {
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().write(items);
    serde_json::from_str(&written.json_ld).unwrap()
}

/// Mandatory properties by class, from the shapes of release 3.2.0.
const MANDATORY: [(&str, &[&str]); 9] = [
    (
        "cpsv:PublicService",
        &["dct:identifier", "dct:title", "dct:description", "cv:hasCompetentAuthority"],
    ),
    ("cv:PublicOrganisation", &["skos:prefLabel", "dct:spatial"]),
    ("cv:Evidence", &["dct:identifier", "dct:title"]),
    ("cv:Requirement", &["dct:identifier", "dct:title"]),
    ("cv:Output", &["dct:identifier", "dct:title"]),
    ("cv:Cost", &["dct:identifier"]),
    ("cv:Channel", &["dct:identifier"]),
    ("cpsv:Rule", &["dct:identifier", "dct:title", "dct:description"]),
    ("eli:LegalResource", &[]),
];

fn nodes<'v>(value: &'v Value, found: &mut Vec<&'v serde_json::Map<String, Value>>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("@id") {
                found.push(fields);
            }
            fields.values().for_each(|field| nodes(field, found));
        }
        Value::Array(elements) => elements.iter().for_each(|element| nodes(element, found)),
        _ => {}
    }
}

#[test]
fn every_class_has_its_mandatory_properties_and_an_identity_of_its_own() {
    let document = document(&[item()]);
    let mut found = Vec::new();
    nodes(&document["@graph"], &mut found);
    for (class, properties) in MANDATORY {
        let mut of_class =
            found.iter().filter(|node| node.get("@type") == Some(&json!(class))).peekable();
        assert!(of_class.peek().is_some(), "{class}");
        for node in of_class {
            for property in properties {
                assert!(
                    node.get(*property).is_some_and(|value| *value != json!([])),
                    "{class} {property}"
                );
            }
        }
    }
    let defined: BTreeSet<_> = found
        .iter()
        .filter(|node| node.contains_key("@type"))
        .map(|node| node["@id"].to_string())
        .collect();
    for node in found {
        assert!(defined.contains(&node["@id"].to_string()), "{}", node["@id"]);
    }
}

#[test]
fn every_text_says_that_it_is_chinese() {
    fn walk(name: &str, value: &Value) {
        match value {
            Value::String(text) => assert!(text.is_ascii(), "{name} {text}"),
            Value::Object(fields) if fields.contains_key("@language") => {
                assert_eq!(fields["@language"], "zh-Hans");
            }
            Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(name, value)),
            Value::Array(elements) => elements.iter().for_each(|value| walk(name, value)),
            _ => {}
        }
    }
    walk("", &document(&[item()]));
}

#[test]
fn a_body_of_two_items_is_there_once() {
    let mut other = item().to_draft();
    other.version = 9;
    let document = document(&[item(), Item::try_from(other).unwrap()]);
    let graph = document["@graph"].as_array().unwrap();
    let types: Vec<_> = graph.iter().map(|node| node["@type"].as_str().unwrap()).collect();
    assert_eq!(types, ["cv:PublicOrganisation", "cpsv:PublicService", "cpsv:PublicService"]);
}

#[test]
fn working_days_are_no_duration_and_natural_days_are() {
    assert_eq!(document(&[item()])["@graph"][1].get("cv:processingTime"), None);
    let mut natural = item().to_draft();
    natural.limits.decision = TimeLimit::try_new(LimitUnit::NaturalDay, 15, Some(7)).unwrap();
    let document = document(&[Item::try_from(natural).unwrap()]);
    let time = &document["@graph"][1]["cv:processingTime"];
    assert_eq!(*time, json!({ "@type": "xsd:duration", "@value": "P7D" }));
}

#[test]
fn what_has_no_place_is_told_and_only_that() {
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().write([&item()]);
    let paths: Vec<_> = written.left_out.iter().map(|left| left.path.as_str()).collect();
    for path in ["links", "power", "topics", "questions", "remedies", "complaint_phones", "notes"] {
        assert!(paths.contains(&path), "{path}");
    }
    let mut bare = item().to_draft();
    (bare.questions, bare.notes, bare.links) = (Vec::new(), Vec::new(), Vec::new());
    let bare = Item::try_from(bare).unwrap();
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().write([&bare]);
    let gone = ["questions", "notes", "links"];
    assert!(written.left_out.iter().all(|left| !gone.contains(&left.path.as_str())));
}

#[test]
fn a_base_is_an_address_that_can_be_continued() {
    for base in [
        "",
        "example.gov.cn/",
        "https://example.gov.cn",
        "https://例.cn/",
        "https://a b/",
        "ftp://a/",
        "https://a\"/",
    ] {
        assert_eq!(CpsvAp::at(base), None, "{base}");
    }
    assert!(CpsvAp::at("http://example.gov.cn/id#").is_some());
}
