//! The published schemas, held against what is really written.

#![cfg(feature = "schemars")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use schemars::{JsonSchema, schema_for};
use serde_json::Value;
use town::*;

fn schema<T: JsonSchema>() -> Value {
    serde_json::to_value(schema_for!(T)).unwrap()
}

#[test]
fn the_schema_of_an_event_knows_every_fact_and_no_other_field() {
    let schema = schema::<Event>();
    assert_eq!(schema["additionalProperties"], false);
    let facts = schema["$defs"]["Fact"]["oneOf"].as_array().unwrap();
    let mut known: Vec<String> = Vec::new();
    for fact in facts {
        match fact.get("properties") {
            Some(fields) => {
                assert_eq!(fact["additionalProperties"], false);
                known.extend(fields.as_object().unwrap().keys().cloned());
            }
            None => known.extend(fact.get("const").and_then(Value::as_str).map(str::to_owned)),
        }
        let plain = fact.get("enum").and_then(Value::as_array);
        known.extend(plain.into_iter().flatten().map(|word| word.as_str().unwrap().to_owned()));
    }
    let mut kinds: Vec<String> = EventKind::ALL
        .iter()
        .map(|kind| serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned())
        .collect();
    known.sort();
    kinds.sort();
    assert_eq!(known, kinds);
}

#[test]
fn the_schema_of_a_procedure_names_each_field_that_is_written() {
    let schema = schema::<Procedure>();
    let written = serde_json::to_value(rules().procedure()).unwrap();
    let named: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    let written: Vec<&String> = written.as_object().unwrap().keys().collect();
    let sorted = |mut keys: Vec<&String>| {
        keys.sort();
        keys.into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(sorted(named), sorted(written));
    assert_eq!(schema["additionalProperties"], false);
}

#[test]
fn names_have_their_pattern_and_their_chinese_title() {
    for (schema, title, pattern) in [
        (schema::<CaseNumber>(), "办件编号", "^[!-~]{1,64}$"),
        (schema::<ItemCode>(), "事项编码", "^[!-~]{1,64}$"),
        (schema::<StaffId>(), "工号", "^[!-~]{1,64}$"),
        (schema::<MaterialName>(), "材料名称", r"^\S(?:[^\x00-\x1F\x7F]{0,198}\S)?$"),
    ] {
        assert_eq!(
            (schema["title"].as_str(), schema["pattern"].as_str()),
            (Some(title), Some(pattern))
        );
    }
}

#[test]
fn commands_have_a_schema_too() {
    let known = schema::<Command>().to_string();
    for kind in CommandKind::ALL {
        let word = serde_json::to_value(kind).unwrap().to_string();
        assert!(known.contains(&word), "{word}");
    }
}
