//! The text form is the wire form, and a bad wire value never shows up in a log.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "the numbers are known to be right")]

use std::fmt::Debug;

use gov_identity::{
    Authority, Category, CreditCode, DivisionCode, DocumentKind, DocumentNumber, ForeignResidentId,
    FormerNumberLink, IdentityKey, LegacyForeignResidentId, LegacyResidentId, Notice, NoticeKind,
    OrganizationCode, ParseError, PilotCreditCode, RegistrationNumber, ResidentId, Subject,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

#[test]
fn text_is_the_wire_form() {
    wire::<ResidentId>("11010519491231002X");
    wire::<LegacyResidentId>("110105120101996");
    wire::<ForeignResidentId>("911124198108030024");
    wire::<LegacyForeignResidentId>("SAU320085010102");
    wire::<FormerNumberLink>("011");
    wire::<CreditCode>("91640200MA0000007F");
    wire::<PilotCreditCode>("91350211M000YYYY3K");
    wire::<Authority>("9");
    wire::<Category>("91");
    wire::<OrganizationCode>("PDY00001X");
    wire::<RegistrationNumber>("110108000000016");
    wire::<DivisionCode>("640202");
    wire::<DivisionCode>("640202001");
    wire::<DocumentKind>("414");
    wire::<DocumentNumber>("军字第0000000号");
    wire::<IdentityKey>("111:11010519491231002X");
    wire::<IdentityKey>("999:某证件1");
}

/// What a release with a longer table wrote is read.
#[test]
fn an_unlisted_nationality_is_read_back() {
    wire::<ForeignResidentId>("91199919990101001X");
    wire::<LegacyForeignResidentId>("QQQ110090123106");
    wire::<IdentityKey>("999:91199919990101001X");
}

#[test]
fn digits_in_a_table_are_still_text() {
    let table = "640200,11010519491231002X,110105120101996,911124198108030024\n\
                 110000,440524188001010014,110105120101995,932682198501010017\n";
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let rows = reader
        .deserialize::<(DivisionCode, ResidentId, LegacyResidentId, ForeignResidentId)>()
        .collect::<Result<Vec<_>, _>>()
        .unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].1.expose(), "440524188001010014");
}

#[test]
fn no_number_of_a_person_leaks_through_json() {
    silent_json::<ResidentId>("11010519491231");
    silent_json::<LegacyResidentId>("11010519491231");
    silent_json::<ForeignResidentId>("11010519491231");
    silent_json::<LegacyForeignResidentId>("11010519491231");
    silent_json::<IdentityKey>("11010519491231");
    silent_json::<DocumentNumber>("11010519491231");
    silent_json::<FormerNumberLink>("11010519491231");
}

fn silent_json<T: DeserializeOwned + Debug>(digits: &str) {
    let bare = format!("{digits}0021");
    let wires = [
        format!("\"{digits} 0021\""),
        format!("\"{digits}\\u00200021\""),
        bare.clone(),
        format!("-{bare}"),
        format!("{bare}.5"),
        format!("{bare}{bare}"),
        format!("[{bare}]"),
        format!("[\"{bare}\"]"),
        format!("{{\"{bare}\":{bare}}}"),
        format!("\"{bare}"),
    ];
    for wire in wires {
        let errors = [
            serde_json::from_str::<T>(&wire).unwrap_err(),
            serde_json::from_slice::<Vec<T>>(format!("[{wire}]").as_bytes()).unwrap_err(),
        ];
        for error in errors.map(|error| format!("{error} {error:?}")) {
            assert!(!error.contains(digits), "{error}");
        }
    }
}

#[test]
fn no_number_of_a_person_leaks_through_a_table() {
    for cell in ["110105194912310021", "110105194912310021.5", "\"110105194912310021 \"", "true"] {
        let table = format!("110000,{cell}\n");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        let row = reader.deserialize::<(DivisionCode, ResidentId)>().next().unwrap();
        let error = row.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("110105"), "{error}");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
        let row = reader.deserialize::<(DivisionCode, LegacyResidentId)>().next().unwrap();
        assert!(!row.unwrap_err().to_string().contains("110105"));
    }
}

#[test]
fn notices_travel_as_codes_and_positions() {
    let (_, notices) = ResidentId::parse_lenient(" 11010519491231002x").unwrap();
    assert_eq!(
        serde_json::to_value(&notices).unwrap(),
        json!([
            { "subject": "resident-id", "code": "trimmed", "first": 1, "last": 18 },
            { "subject": "resident-id", "code": "lower-case", "first": 18, "last": 18 },
        ])
    );
    assert_eq!(round_trip(&notices), notices);
}

#[test]
fn errors_travel_as_codes_and_positions() {
    let short = ResidentId::parse("1101").unwrap_err();
    assert_eq!(
        serde_json::to_value(short).unwrap(),
        json!({
            "subject": "resident-id", "code": "length", "first": 5, "last": 5,
            "expected": 18, "found": 4,
        })
    );
    let pilot = CreditCode::parse("91350211M000YYYY3K").unwrap_err();
    assert_eq!(
        serde_json::to_value(pilot).unwrap(),
        json!({
            "subject": "credit-code", "code": "check-character", "first": 18, "last": 18,
            "pilot_exception_possible": true,
        })
    );
    for line in include_str!("data/identity_vectors.tsv").lines().skip(1) {
        let number = line.split('\t').nth(1).unwrap();
        let errors = [
            ResidentId::parse(number).err(),
            LegacyResidentId::parse(number).err(),
            ForeignResidentId::parse(number).err(),
            LegacyForeignResidentId::parse(number).err(),
            CreditCode::parse(number).err(),
            PilotCreditCode::parse(number).err(),
        ];
        for error in errors.into_iter().flatten() {
            assert_eq!(round_trip(&error), error);
        }
    }
}

#[test]
fn records_that_nobody_wrote_are_refused() {
    let right = json!({ "subject": "resident-id", "code": "date", "first": 7, "last": 14 });
    assert!(serde_json::from_value::<ParseError>(right.clone()).is_ok());
    for (key, value) in [
        ("subject", json!("nobody")),
        ("code", json!("unheard-of")),
        ("code", json!("length")),
        ("expected", json!(18)),
        ("first", json!(0)),
        ("first", json!(15)),
        ("last", json!(256)),
        ("note", json!("a stray field")),
    ] {
        let mut record = right.clone();
        record[key] = value;
        assert!(serde_json::from_value::<ParseError>(record.clone()).is_err(), "{record}");
    }
    let right = json!({ "subject": "resident-id", "code": "trimmed", "first": 1, "last": 18 });
    assert!(serde_json::from_value::<Notice>(right.clone()).is_ok());
    for (key, value) in [("code", json!("date")), ("first", json!(19)), ("note", json!(1))] {
        let mut record = right.clone();
        record[key] = value;
        assert!(serde_json::from_value::<Notice>(record.clone()).is_err(), "{record}");
    }
}

#[test]
fn every_word_is_read_back() {
    for subject in Subject::ALL {
        assert_eq!(serde_json::to_value(subject).unwrap(), json!(subject.code()));
        assert_eq!(round_trip(subject), *subject);
    }
    for kind in NoticeKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), json!(kind.code()));
        assert_eq!(round_trip(kind), *kind);
    }
}

#[track_caller]
fn wire<T: Serialize + DeserializeOwned + Debug + PartialEq>(text: &str) {
    let wire = json!(text);
    let value: T = serde_json::from_value(wire.clone()).unwrap();
    assert_eq!(serde_json::to_value(&value).unwrap(), wire);
    assert_eq!(round_trip(&value), value);
    // Escaped, or from a reader, the text is not borrowed from the input.
    let escaped: Vec<_> = text.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect();
    let escaped = format!("\"{}\"", escaped.concat());
    assert_eq!(serde_json::from_reader::<_, T>(escaped.as_bytes()).unwrap(), value);
}

fn round_trip<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}
