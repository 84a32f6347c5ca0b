//! JSON-LD after CPSV-AP 3.2: the mandatory classes and properties are there,
//! everything points to something, what has no place stands beside, and faults
//! are told with their JSON pointers.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use std::collections::BTreeSet;

use gov_catalog::{CpsvAp, CpsvApFault, CpsvApRead, Item, LimitUnit, TimeLimit};
use serde_json::{Value, json};

fn item() -> Item {
    Item::from_json(include_str!("data/item.json")).unwrap()
}

fn document(items: &[Item]) -> Value {
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().write(items);
    serde_json::from_str(&written.json_ld).unwrap()
}

/// Mandatory properties by class, as this project reads release 3.2.0; `.ci` has
/// the same with counts, classes and datatypes for a SHACL engine.
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
            _ if name == "gc:supplement" => {}
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
    natural.limits.as_mut().unwrap().decision =
        TimeLimit::try_new(LimitUnit::NaturalDay, 15, Some(7)).unwrap();
    let document = document(&[Item::try_from(natural).unwrap()]);
    let time = &document["@graph"][1]["cv:processingTime"];
    assert_eq!(*time, json!({ "@type": "xsd:duration", "@value": "P7D" }));
}

#[test]
fn what_has_no_place_is_told_and_only_that() {
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().plain().write([&item()]);
    let paths: Vec<_> = written.left_out.iter().map(|left| left.path.as_str()).collect();
    for path in ["links", "power", "topics", "questions", "remedies", "complaint_phones", "notes"] {
        assert!(paths.contains(&path), "{path}");
    }
    let mut bare = item().to_draft();
    (bare.questions, bare.notes, bare.links) = (Vec::new(), Vec::new(), Vec::new());
    let bare = Item::try_from(bare).unwrap();
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().plain().write([&bare]);
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

/// The document of the specimen after a change; what is read from it.
fn read_after(change: impl FnOnce(&mut Value)) -> Result<CpsvApRead, Vec<CpsvApFault>> {
    let mut document = document(&[item()]);
    change(&mut document);
    CpsvAp::read(&document.to_string())
}

fn told(read: Result<CpsvApRead, Vec<CpsvApFault>>) -> Vec<(String, &'static str)> {
    let faults = read.unwrap_err();
    faults.iter().map(|fault| (fault.pointer().to_owned(), fault.code())).collect()
}

#[test]
fn the_specimen_comes_back_and_nothing_is_unread() {
    let read = read_after(|_| {}).unwrap();
    assert_eq!(read.items, [item()]);
    assert_eq!(read.unread, Vec::<String>::new());
}

#[test]
fn what_the_vocabulary_says_is_read_and_not_only_the_supplement() {
    let read = read_after(|document| {
        let service = &mut document["@graph"][1];
        service["dct:title"]["@value"] = json!("另一名称");
        service["cpsv:hasInput"][0]["dct:title"] = json!("另一材料");
        service["cv:holdsRequirement"][0]["dct:title"]["@value"] = json!("另一条件");
        service["cv:contactPoint"]["cv:telephone"] = json!("0952-0000009");
        document["@graph"][0]["skos:prefLabel"]["@value"] = json!("另一示例局");
    })
    .unwrap();
    let [read_item] = read.items.as_slice() else { panic!() };
    assert_eq!(read_item.name(), "另一名称");
    assert_eq!(read_item.materials()[0].name, "另一材料");
    assert_eq!(read_item.conditions()[0].text, "另一条件");
    assert_eq!(read_item.enquiry_phones(), ["0952-0000009"]);
    assert_eq!(read_item.body().name, "另一示例局");
}

#[test]
fn what_is_said_otherwise_or_beyond_is_told() {
    let read = read_after(|document| {
        document["@graph"][1]["cpsv:hasInput"][1]["dct:description"]["@value"] = json!("两份");
        document["@graph"][1]["cpsv:follows"][0]["cv:other"] = json!(1);
        document["@graph"].as_array_mut().unwrap().push(json!({ "@type": "cv:Event" }));
    })
    .unwrap();
    assert_eq!(
        read.unread,
        [
            "/@graph/1/cpsv:follows/0",
            "/@graph/1/cpsv:hasInput/1/dct:description/@value",
            "/@graph/2",
        ],
    );
}

#[test]
fn every_fault_is_told_at_once_with_its_pointer() {
    let faults = read_after(|document| {
        let service = &mut document["@graph"][1];
        service["dct:identifier"] = json!("116402/2");
        service["cpsv:hasInput"][1]["dct:title"]["@value"] = json!("其他材料");
        service["cv:hasCompetentAuthority"]["@id"] = json!("https://example.gov.cn/bodies/none");
        let pairs = service["gc:supplement"]["@value"].as_array_mut().unwrap();
        pairs.insert(0, json!(["conditions[9].text", "一"]));
        pairs.insert(1, json!(["name"]));
        pairs.insert(2, json!(["version", 0]));
    });
    let faults = told(faults);
    for (pointer, code) in [
        ("/@graph/1/dct:identifier", "length"),
        ("/@graph/1/cpsv:hasInput/1/dct:title", "catch-all"),
        ("/@graph/1/cv:hasCompetentAuthority", "no-such-node"),
        ("/@graph/1/gc:supplement/@value/0/0", "no-such-place"),
        ("/@graph/1/gc:supplement/@value/1", "no-pair"),
        ("/@graph/1/gc:supplement/@value/2/1", "range"),
    ] {
        assert!(faults.contains(&(pointer.into(), code)), "{pointer} {code} {faults:?}");
    }
}

#[test]
fn a_document_that_is_none_is_one_fault() {
    assert_eq!(told(CpsvAp::read("{")), [(String::new(), "syntax")]);
    assert_eq!(told(CpsvAp::read("[]")), [("/@context".into(), "context")]);
    let faults = read_after(|document| {
        document["@context"]["cv"] = json!("http://example.org/");
    });
    assert_eq!(told(faults), [("/@context".into(), "context")]);
    let faults = read_after(|document| {
        document.as_object_mut().unwrap().remove("@graph");
    });
    let faults = faults.unwrap_err();
    assert_eq!(
        (faults[0].to_string(), faults[0].zh()),
        ("document: no graph".into(), "文档：缺少节点列表".into())
    );
}

#[test]
fn a_name_given_twice_is_a_fault_of_its_node() {
    let written = CpsvAp::at("https://example.gov.cn/").unwrap().write([&item()]);
    let twice = written.json_ld.replacen("\"dct:title\":", "\"dct:title\": 1, \"dct:title\":", 1);
    let faults = CpsvAp::read(&twice).unwrap_err();
    assert_eq!(faults[0].code(), "field-twice");
    assert_eq!(faults[0].to_string(), "/@graph/1/cpsv:follows/0: a name is given twice");
    assert_eq!(faults[0].zh(), "/@graph/1/cpsv:follows/0：有重复的名称");
}

#[test]
fn without_the_supplement_it_is_told_what_is_missing() {
    let faults = read_after(|document| {
        document["@graph"][1].as_object_mut().unwrap().remove("gc:supplement");
    });
    let faults = faults.unwrap_err();
    assert!(faults.iter().all(|fault| ["missing", "empty"].contains(&fault.code())), "{faults:?}");
    assert!(
        faults.iter().any(|fault| { fault.to_string() == "/@graph/1: limits: missing" }),
        "{faults:?}"
    );
}
