//! A schema never refuses what the parser reads.
#![cfg(feature = "schemars")]
#![expect(clippy::unwrap_used, reason = "a schema that is none is a failure")]

use gov_identity::{
    Authority, Category, CreditCode, DivisionCode, DocumentKind, DocumentNumber, Fault,
    ForeignResidentId, FormerNumberLink, IdentityKey, LegacyForeignResidentId, LegacyResidentId,
    Notice, NoticeKind, OrganizationCode, ParseError, PilotCreditCode, RegistrationNumber,
    ResidentId, Subject,
};
use jsonschema::Validator;
use proptest::prelude::*;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Value, json};

/// Numbers of every kind, as the vectors have them.
fn numbers() -> Vec<String> {
    let lines = include_str!("data/identity_vectors.tsv").lines().skip(1);
    lines.map(|line| line.split('\t').nth(1).unwrap().replace("\\n", "\n")).collect()
}

/// What the parser reads, the schema admits; how many that were.
fn admitted<T: JsonSchema + Serialize>(
    parse: fn(&str) -> Result<T, ParseError>,
    texts: &[String],
) -> usize {
    let schema = validator::<T>();
    let read = texts.iter().filter_map(|text| parse(text).ok().map(|value| (text, value)));
    read.inspect(|(text, value)| {
        assert!(schema.is_valid(&json!(text)), "{text}");
        assert!(schema.is_valid(&serde_json::to_value(value).unwrap()), "{text}");
    })
    .count()
}

/// A text of the right length in a wrong alphabet: the schema says so by itself.
fn refused<T: JsonSchema>(texts: &[&str]) {
    let schema = validator::<T>();
    for text in texts {
        assert!(!schema.is_valid(&json!(text)), "{text}");
    }
    for value in [json!(1), json!(null), json!(["1"]), json!({})] {
        assert!(!schema.is_valid(&value), "{value}");
    }
}

fn validator<T: JsonSchema>() -> Validator {
    jsonschema::validator_for(&serde_json::to_value(schema_for!(T)).unwrap()).unwrap()
}

#[test]
fn every_valid_vector_matches_its_schema() {
    let numbers = numbers();
    // As many as there are valid rows of the kind, and others by chance.
    assert!(admitted(ResidentId::parse, &numbers) >= 23 + 11);
    assert!(admitted(LegacyResidentId::parse, &numbers) >= 12);
    assert!(admitted(ForeignResidentId::parse_any_nationality, &numbers) >= 13);
    assert!(admitted(LegacyForeignResidentId::parse_any_nationality, &numbers) >= 12);
    assert!(admitted(CreditCode::parse, &numbers) >= 43);
    assert!(admitted(PilotCreditCode::parse, &numbers) >= 2);
    assert!(admitted(OrganizationCode::parse, &numbers) >= 12);
    assert!(admitted(RegistrationNumber::parse, &numbers) >= 14);
}

#[test]
fn every_short_code_that_is_read_matches_its_schema() {
    let short = || (0..=0x7f_u8).map(|byte| char::from(byte).to_string());
    let one: Vec<_> = short().collect();
    let two: Vec<_> =
        one.iter().flat_map(|one| short().map(move |two| one.clone() + &two)).collect();
    let three: Vec<_> = (0..1000).map(|number| format!("{number:03}")).collect();
    assert_eq!(admitted(Authority::parse, &one), 31);
    assert_eq!(admitted(Category::parse, &two), 31 * 31);
    assert_eq!(admitted(DocumentKind::parse, &three), 1000);
    assert_eq!(admitted(FormerNumberLink::parse, &three), 1000);
    let divisions = ["64", "6402", "640202", "640202001", "640202001002", "100000"];
    assert_eq!(admitted(DivisionCode::parse, &divisions.map(str::to_owned)), 6);
}

#[test]
fn every_key_of_a_vector_matches_the_schema_of_keys() {
    let keys: Vec<_> =
        numbers().iter().flat_map(|number| IdentityKey::candidates(number)).collect();
    assert!(keys.len() > 150);
    let texts: Vec<_> = keys.iter().map(IdentityKey::expose).collect();
    assert_eq!(admitted(IdentityKey::parse, &texts), texts.len());
    let longest = format!("999:{}", "号".repeat(DocumentNumber::MAX));
    assert_eq!(admitted(IdentityKey::parse, &[longest]), 1);
}

#[test]
fn a_schema_knows_the_alphabet() {
    refused::<ResidentId>(&["11010519491231002x", "91010519491231002X", "11010517491231002X", "1"]);
    refused::<LegacyResidentId>(&["11010512010199X", "910105120101996"]);
    refused::<ForeignResidentId>(&["811124198108030024", "911CAN198108030024"]);
    refused::<LegacyForeignResidentId>(&["sAU320085010102", "SAU32008501010X"]);
    refused::<CreditCode>(&["91110105PDY0I9963A", "9111010APDY0099634", "91640200ma0000007f"]);
    refused::<PilotCreditCode>(&["91330106M000YYYY3K", "91350211MA00YYYY3K"]);
    refused::<OrganizationCode>(&["PDY00001A", "PDY00001-X"]);
    refused::<RegistrationNumber>(&["11010539999999X", "010105399999993"]);
    refused::<DivisionCode>(&["640", "64020A", "6402020010020"]);
    refused::<IdentityKey>(&["11010519491231002X", "999:", "999:a b", "99:1"]);
    refused::<DocumentNumber>(&["", "a b"]);
    refused::<Authority>(&["", "I", "91"]);
    refused::<Category>(&["9", "9Z"]);
    refused::<DocumentKind>(&["11", "11A"]);
    refused::<FormerNumberLink>(&["11", "11A"]);
    refused::<Subject>(&["nobody"]);
    refused::<NoticeKind>(&["unheard-of"]);
}

#[test]
fn records_match_their_schemas() {
    let (notices, errors) = (validator::<Notice>(), validator::<ParseError>());
    let mut faults = std::collections::BTreeSet::new();
    for number in numbers() {
        let (told, error) = match ResidentId::parse_lenient(&number) {
            Ok((_, told)) => (told, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        assert!(told.iter().all(|notice| notices.is_valid(&record(notice))));
        let found =
            [CreditCode::parse(&number).err(), ForeignResidentId::parse(&number).err(), error];
        for error in found.into_iter().flatten() {
            assert!(errors.is_valid(&record(&error)), "{error}");
            faults.insert(error.code());
        }
    }
    let pilot = PilotCreditCode::parse("91350211M000YYYY3N").unwrap_err();
    assert_eq!(pilot.fault(), Fault::OtherKind);
    assert!(errors.is_valid(&record(&pilot)));
    assert_eq!(faults.len(), 9); // All but the one above.

    assert!(!errors.is_valid(&json!({ "subject": "resident-id", "code": "date", "first": 1 })));
    let stray =
        json!({ "subject": "resident-id", "code": "date", "first": 1, "last": 1, "text": "" });
    assert!(!errors.is_valid(&stray));
}

fn record<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

proptest! {
    #[test]
    fn a_document_number_that_is_read_matches(text in "\\PC{0,70}|[\\s\u{200b}-\u{206f}A-Z]{1,4}") {
        let schema = validator::<DocumentNumber>();
        if DocumentNumber::parse(&text).is_ok() {
            prop_assert!(schema.is_valid(&json!(text)));
        }
    }
}
