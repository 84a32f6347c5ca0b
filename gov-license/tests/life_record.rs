//! A life as it is kept, and kept lives that cannot have happened.
#![cfg(test)]
#![cfg(feature = "serde")]

use chrono::{DateTime, FixedOffset};
use gov_license::{LicenseId, LicenseStatus, Life, LifeEvent, Period};
use serde_json::{Value, from_value, json, to_value};

const ID: &str = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
const NEXT: &str = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.002.S";

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn period(first: &str, last: Option<&str>) -> Period {
    Period::try_new(first.parse().unwrap(), last.map(|day| day.parse().unwrap())).unwrap()
}

/// Sealed, suspended and given back with some delay, then renewed.
fn lives() -> [Life; 2] {
    let id = LicenseId::parse(ID).unwrap();
    let mut life = Life::new(id, period("2026-01-01", Some("2026-12-31"))).with_renewal_days(45);
    for (event, effective, recorded) in [
        (LifeEvent::Seal, "2025-12-20T09:00:00+08:00", "2025-12-20T09:00:00+08:00"),
        (LifeEvent::Suspend, "2026-03-01T00:00:00+08:00", "2026-03-02T10:00:00.5+08:00"),
        (LifeEvent::Restore, "2026-04-01T00:00:00+08:00", "2026-04-01T08:00:00Z"),
    ] {
        life.record(event, at(effective), at(recorded)).unwrap();
    }
    let renewed = at("2026-11-20T09:00:00+08:00");
    let next = life.succeed(LifeEvent::Renew, period("2027-01-01", None), renewed, renewed);
    [life, next.unwrap()]
}

#[test]
fn a_life_is_kept_as_its_acts_and_lived_through_again() {
    let [old, new] = lives();
    for life in [&old, &new] {
        let text = serde_json::to_string(life).unwrap();
        let read: Life = serde_json::from_str(&text).unwrap();
        assert_eq!(read, *life);
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }
    let expected = json!({
        "CertificateIdentifier": NEXT,
        "previous": ID,
        "CertificateEffectiveDate": "2027-01-01",
        "renewal_days": 45,
        "acts": [{
            "event": "seal",
            "effective": "2026-11-20T09:00:00+08:00",
            "recorded": "2026-11-20T09:00:00+08:00",
        }],
    });
    assert_eq!(to_value(&new).unwrap(), expected);
    let read: Life = from_value(to_value(&old).unwrap()).unwrap();
    let moments = ["2026-02-01T00:00:00Z", "2026-03-15T00:00:00Z", "2026-12-01T00:00:00Z"];
    let statuses = [LicenseStatus::Valid, LicenseStatus::Suspended, LicenseStatus::Superseded];
    assert_eq!(moments.map(|moment| read.status(at(moment))), statuses);
}

#[test]
fn a_life_that_cannot_have_happened_is_refused() {
    let refused = |change: fn(&mut Value)| {
        let mut record = to_value(&lives()[0]).unwrap();
        change(&mut record);
        from_value::<Life>(record).unwrap_err().to_string()
    };
    let id = "license identifier: expected 10 pieces between full stops, found 1";
    assert_eq!(refused(|it| it["CertificateIdentifier"] = json!("x")), id);
    assert_eq!(refused(|it| it["previous"] = json!("x")), id);
    assert_eq!(
        refused(|it| it["previous"] = json!(NEXT)),
        "life: the previous version is not the one before"
    );
    assert_eq!(
        refused(|it| it["CertificateEffectiveDate"] = json!("20260101")),
        "life: CertificateEffectiveDate is not a date as YYYY-MM-DD"
    );
    assert_eq!(
        refused(|it| it["CertificateExpiringDate"] = json!("2025-12-31")),
        "life: the last day of validity comes before the first"
    );
    assert_eq!(refused(|it| it["acts"][1]["event"] = json!("x")), "life: act 2: not an event");
    assert_eq!(
        refused(|it| it["acts"][2]["recorded"] = json!("2026-04-01")),
        "life: act 3: not a moment as RFC 3339 writes it"
    );
    // The first act left away: nobody suspends a draft.
    assert_eq!(
        refused(|it| drop(it["acts"].as_array_mut().unwrap().remove(0))),
        "life: act 1: life: license: suspend cannot happen to one that is draft"
    );
    assert_eq!(
        refused(|it| it["acts"].as_array_mut().unwrap().swap(1, 2)),
        "life: act 2: life: license: restore cannot happen to one that is valid"
    );
    assert_eq!(
        refused(|it| it["acts"][1]["recorded"] = json!("2025-01-01T00:00:00+08:00")),
        "life: act 2: life: the event is recorded before the last one"
    );
    assert_eq!(
        refused(|it| it["acts"][0]["event"] = json!("end")),
        "life: act 1: life: the event follows from the dates"
    );
    let general = "expected the life of a license by its acts";
    assert_eq!(refused(|it| it["acts"] = json!(110_105_194_912_310_021_u64)), general);
    assert_eq!(refused(|it| it["11010519491231002X"] = json!("unknown")), general);
}

#[cfg(feature = "schemars")]
#[test]
fn the_schema_of_a_life_and_its_parser_agree() {
    let schema = to_value(schemars::schema_for!(Life)).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    for life in lives() {
        assert!(schema.is_valid(&to_value(life).unwrap()));
    }
    let [good, _] = lives().map(|life| to_value(life).unwrap());
    for (name, value) in [
        ("CertificateIdentifier", json!("x")),
        ("CertificateEffectiveDate", json!("20260101")),
        ("renewal_days", json!(-1)),
        ("acts", json!([{ "event": "x" }])),
        ("acts", json!({})),
        ("previous", json!(1)),
        ("an unknown member", json!(1)),
    ] {
        let mut record = good.clone();
        record[name] = value;
        assert!(!schema.is_valid(&record), "{name}");
        assert!(from_value::<Life>(record).is_err(), "{name}");
    }
    for name in ["CertificateIdentifier", "CertificateEffectiveDate", "renewal_days", "acts"] {
        let mut record = good.clone();
        record.as_object_mut().unwrap().remove(name).unwrap();
        assert!(!schema.is_valid(&record) && from_value::<Life>(record).is_err(), "{name}");
    }
}
