//! The schema says the same as the reader: rules written twice drift.
#![cfg(feature = "schemars")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::{
    BasicCode, CaseNumber, GansuCode, GuideBasicCode, HandlingCode, ImplementationCode, Item,
    ItemCode, ItemType, LicenseTypeRef, SichuanCode,
};
use jsonschema::Validator;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

fn validator<T: JsonSchema>() -> Validator {
    jsonschema::validator_for(schema_for!(T).as_value()).unwrap()
}

fn fixture() -> Value {
    serde_json::from_str(include_str!("data/item.json")).unwrap()
}

#[test]
fn the_fixture_fits_the_schema() {
    assert!(validator::<Item>().is_valid(&fixture()));
}

/// Each record of the fixture without each of its fields, and with one more; as
/// a license, a penalty, an inspection and a public service.
#[test]
fn schema_and_reader_agree_on_every_field() {
    for digits in ["01", "02", "06", "20"] {
        let mut item = fixture();
        item["type"] = json!(digits);
        item["code"] = json!(format!("11640200PDY00001XK300{digits}31900001"));
        agree_on_every_field(&item);
    }
}

fn agree_on_every_field(fixture: &Value) {
    let schema = validator::<Item>();
    let fixture = || fixture.clone();
    let agree = |item: &Value, pointer: &str| {
        let read = Item::from_json(&item.to_string()).is_ok();
        assert_eq!(schema.is_valid(item), read, "{pointer}");
    };
    for pointer in records(&fixture(), String::new()) {
        let fields: Vec<_> =
            fixture().pointer(&pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        for field in fields {
            let mut item = fixture();
            item.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(&field);
            agree(&item, &format!("{pointer}/{field}"));
        }
        let mut item = fixture();
        item.pointer_mut(&pointer).unwrap()["zzz"] = json!(1);
        agree(&item, &pointer);
    }
}

/// JSON pointers of all records of a value.
fn records(value: &Value, pointer: String) -> Vec<String> {
    match value {
        Value::Object(record) => {
            let below = record.iter().flat_map(|(k, v)| records(v, format!("{pointer}/{k}")));
            let below: Vec<_> = below.collect();
            [vec![pointer], below].concat()
        }
        Value::Array(list) => {
            let below = list.iter().enumerate();
            below.flat_map(|(index, v)| records(v, format!("{pointer}/{index}"))).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn every_code_that_parses_matches_its_pattern() {
    fn matches<T: JsonSchema>(text: &str) {
        assert!(validator::<T>().is_valid(&json!(text)), "{text}");
        assert!(!validator::<T>().is_valid(&json!(format!("{text}0"))), "{text}");
        assert!(!validator::<T>().is_valid(&json!(text.to_lowercase().replace('1', "l"))));
    }
    matches::<BasicCode>("00013100100Y");
    matches::<ImplementationCode>("11640200PDY00001XK3000131900002");
    matches::<HandlingCode>("11640200PDY00001XK300013190000201");
    matches::<ItemCode>("11640200PDY00001XK300013190000201");
    matches::<ItemCode>("11640200PDY00001XK3000131900002");
    matches::<CaseNumber>("11640200PDY00001XK3000131900002202606010068");
    matches::<CaseNumber>("11640200PDY00001XK300013190000201202606010068");
    matches::<ItemType>("01");
    matches::<LicenseTypeRef>("11640200PDY00001XK001");
    matches::<GuideBasicCode>("XK0010100Y");
    matches::<GansuCode>("62052400MZ-XK-0001");
    matches::<SichuanCode>("511A0138000000-511602000000-000-115113010833722043-1-00");
}
