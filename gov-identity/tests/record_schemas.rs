//! The schemas of the records of trust admit what is written and nothing beside it.
#![cfg(feature = "schemars")]
#![expect(clippy::unwrap_used, reason = "a schema that is none is a failure")]

use gov_identity::{Authentication, Channel, Delegation, Label, Profile, Pseudonym, SubjectKey};
use jsonschema::Validator;
use proptest::prelude::*;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn validator<T: JsonSchema>() -> Validator {
    jsonschema::validator_for(&serde_json::to_value(schema_for!(T)).unwrap()).unwrap()
}

/// The record is read, written back the same and admitted; with any member
/// too many, or without any that is needed, it is neither read nor admitted.
fn record<T: DeserializeOwned + JsonSchema + Serialize>(value: &Value, optional: &[&str]) {
    let schema = validator::<T>();
    let read: T = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(&serde_json::to_value(&read).unwrap(), value);
    assert!(schema.is_valid(value), "{value}");

    let mut more = value.clone();
    more.as_object_mut().unwrap().insert("stray".to_owned(), json!(1));
    assert!(serde_json::from_value::<T>(more.clone()).is_err() && !schema.is_valid(&more));
    for name in value.as_object().unwrap().keys() {
        let mut less = value.clone();
        less.as_object_mut().unwrap().remove(name);
        let is_optional = optional.contains(&name.as_str());
        assert_eq!(serde_json::from_value::<T>(less.clone()).is_ok(), is_optional, "{name}");
        assert_eq!(schema.is_valid(&less), is_optional, "{name}");
    }
}

#[test]
fn records_are_what_their_schemas_say() {
    let way = json!({
        "kind": {"other": "iris"}, "level": "self-declared",
        "at": "2026-03-02T09:00:00+08:00", "by": "center",
    });
    let authentication = json!({
        "id": "a-1", "issuer": "center", "audience": "portal",
        "subject": "111:11010519491231002X", "acting_for": "001:91640200MA0000007F",
        "ways": [way], "channel": "mobile-app",
        "authenticated_at": "2026-03-02T09:00:00+08:00",
        "issued_at": "2026-03-02T09:00:05+08:00",
        "expires_at": "2026-03-02T17:00:00+08:00",
    });
    record::<Authentication>(&authentication, &["acting_for"]);
    let terms = json!({
        "id": "d-1", "principal": "001:91640200MA0000007F",
        "delegate": "111:11010519491231002X", "granted_by": "111:440524188001010014",
        "scope": {"divisions": ["640200"], "items": ["i-1"]},
        "valid_from": "2026-03-01T00:00:00+08:00", "valid_until": "2026-04-01T00:00:00+08:00",
        "one_time": false, "redelegation": false,
    });
    let step = json!({
        "event": "confirm", "at": "2026-03-01T09:00:00+08:00", "by": "111:11010519491231002X",
        "evidence": "face-1",
    });
    record::<Delegation>(&json!({"terms": terms, "steps": [step]}), &["steps"]);
    record::<gov_identity::DelegationTerms>(&terms, &["one_time", "redelegation"]);
    record::<gov_identity::DelegationStep>(&step, &["evidence"]);
    let statement = json!({
        "trust": "verified", "at": "2026-03-01T09:00:00+08:00", "source": "window", "value": "x",
    });
    let profile = json!({"subject": "111:11010519491231002X", "attributes": {"name": [statement]}});
    record::<Profile>(&profile, &["attributes"]);
}

proptest! {
    #[test]
    fn no_text_that_is_read_is_refused_by_its_schema(
        label in "\\PC{1,20}", channel in "[a-z][a-z0-9-]{0,23}", digits in "[0-9a-f]{64}",
    ) {
        let text = format!("{label}:{digits}");
        if let Ok(label) = Label::parse(&label) {
            prop_assert!(validator::<Label>().is_valid(&json!(label)));
        }
        if let Ok(pseudonym) = Pseudonym::parse(&text) {
            prop_assert!(validator::<Pseudonym>().is_valid(&json!(pseudonym)));
            let subject = SubjectKey::from(pseudonym);
            prop_assert!(validator::<SubjectKey>().is_valid(&json!(subject)));
        }
        let channel = Channel::parse(&channel).unwrap();
        prop_assert!(validator::<Channel>().is_valid(&json!(channel)));
    }
}

#[test]
fn texts_of_another_shape_are_refused() {
    for text in ["", "Window", "1st", "two words"] {
        assert!(!validator::<Channel>().is_valid(&json!(text)), "{text}");
    }
    for text in ["", "two words"] {
        assert!(!validator::<Label>().is_valid(&json!(text)), "{text}");
        assert!(!validator::<SubjectKey>().is_valid(&json!(text)), "{text}");
        assert!(!validator::<Pseudonym>().is_valid(&json!(text)), "{text}");
    }
    for value in [json!(1), json!(null), json!([]), json!({})] {
        assert!(!validator::<Channel>().is_valid(&value));
        assert!(!validator::<SubjectKey>().is_valid(&value));
    }
}
