//! License identifiers, type codes and their check character.
#![cfg(test)]
#![expect(clippy::string_slice, reason = "all of these texts are ASCII")]

use gov_license::gov_identity::CreditCode;
use gov_license::{
    LicenseId, LicenseIdError, LicenseIdPart, LicenseTypeCode, LicenseTypeCodeError,
    check_character,
};
use proptest::prelude::*;

const VECTORS: &str = include_str!("data/license_vectors.tsv");
const VALID: &str = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";

fn rows(kind: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    VECTORS.lines().filter_map(move |line| {
        let mut fields = line.split('\t');
        (fields.next() == Some(kind)).then_some(())?;
        Some((fields.next().unwrap(), fields.next().unwrap()))
    })
}

#[test]
fn every_identifier_of_the_vectors_is_read_as_expected() {
    let mut count = 0;
    for (text, expected) in rows("ecid") {
        let found = match (LicenseId::parse(text), LicenseId::parse_lenient(text)) {
            (Ok(id), Ok(lenient)) => {
                assert_eq!(id.as_str(), text);
                assert_eq!(lenient.strict(), Ok(id));
                "valid"
            }
            (Err(_), Ok(lenient)) => {
                assert_eq!(lenient.as_str(), text);
                "valid-lenient"
            }
            (Err(strict), Err(lenient)) => match (strict, lenient) {
                (
                    LicenseIdError::CheckCharacter { expected },
                    LicenseIdError::CheckCharacter { expected: again },
                ) => {
                    assert_eq!(expected, again);
                    let right = format!("{}{expected}", &text[..text.len() - 1]);
                    assert!(LicenseId::parse_lenient(&right).is_ok());
                    "invalid-check"
                }
                _ => "invalid-syntax",
            },
            (Ok(_), Err(_)) => panic!("{text}"),
        };
        assert_eq!(found, expected, "{text}");
        count += 1;
    }
    assert_eq!(count, 34);
}

#[test]
fn the_published_check_characters_come_out() {
    let mut count = 0;
    for (text, expected) in rows("mod3736") {
        assert_eq!(check_character(text).unwrap().to_string(), expected);
        count += 1;
    }
    assert_eq!(count, 5);
    assert_eq!(check_character("12A"), Some('1')); // The running value wraps to 36.
    assert_eq!(check_character("12a"), None);
    assert_eq!(check_character("1.2"), None);
    assert_eq!(check_character("1"), Some('Z'));
}

#[test]
fn every_type_code_of_the_vectors_is_read() {
    let mut count = 0;
    for (text, _) in rows("typecode") {
        let code = LicenseTypeCode::parse(text).unwrap();
        assert_eq!(code.to_string(), text);
        assert_eq!(format!("{}{:03}", code.authority(), code.sequence()), text);
        count += 1;
    }
    assert_eq!(count, 13);
}

#[test]
fn the_parts_of_an_identifier_are_there() {
    let id: LicenseId = VALID.parse().unwrap();
    assert_eq!(id.type_code().as_str(), "11100000000013338W011");
    assert_eq!(id.issuer(), CreditCode::parse("11430000006122244L").unwrap());
    assert_eq!((id.serial(), id.version(), id.check_character()), ("20230000403", 1, 'U'));
    assert_eq!(id.to_string(), VALID);
    let again = LicenseId::try_new(id.type_code(), id.issuer(), id.serial(), id.version());
    assert_eq!(again.as_ref(), Ok(&id));
    let next = id.next_version().unwrap();
    assert_eq!(next.as_str(), VALID.replace(".001.U", ".002.S"));
    assert_eq!(format!("{id:?}"), "LicenseId(11100000000013338W011.11430000006122244L..001)");
    let lenient = LicenseId::parse_lenient(VALID).unwrap();
    assert_eq!(lenient.type_code(), "11100000000013338W011");
    assert!(!format!("{lenient:?}").contains("20230000403"));
}

#[test]
fn versions_end_at_999() {
    let id = LicenseId::parse(VALID).unwrap();
    let of = |version| LicenseId::try_new(id.type_code(), id.issuer(), id.serial(), version);
    assert_eq!(of(0), Err(LicenseIdError::Version));
    assert_eq!(of(1000), Err(LicenseIdError::Version));
    let last = of(999).unwrap();
    assert_eq!(last.version(), 999);
    assert_eq!(last.next_version(), Err(LicenseIdError::Version));
    let mut id = of(1).unwrap();
    for version in 2..=999 {
        id = id.next_version().unwrap();
        assert_eq!(id.version(), version);
    }
}

#[track_caller]
fn refused(text: &str, error: LicenseIdError) {
    assert_eq!(LicenseId::parse(text), Err(error), "{text}");
}

#[test]
fn faults_point_at_the_place() {
    let with = |from: &str, to: &str| VALID.replacen(from, to, 1);
    let length = |part, found| LicenseIdError::Length { part, found };
    refused("", LicenseIdError::Parts { found: 1 });
    refused(&format!("{VALID}."), LicenseIdError::Parts { found: 11 });
    refused(&with("3005.2", "3005.3"), LicenseIdError::Root);
    refused(&with("1.2.156", "1.2.56"), LicenseIdError::Root);
    refused(&with("W011", "W01"), length(LicenseIdPart::TypeCode, 20));
    refused(&with("44L", "44"), length(LicenseIdPart::Issuer, 17));
    refused(&with("20230000403", ""), length(LicenseIdPart::Serial, 0));
    refused(&with("20230000403", &"1".repeat(65)), length(LicenseIdPart::Serial, 65));
    refused(&with(".001.", ".1."), length(LicenseIdPart::Version, 1));
    refused(&with(".U", ".UU"), length(LicenseIdPart::Check, 2));
    refused(&format!("{VALID} "), length(LicenseIdPart::Check, 2));
    refused(&with("W011", "w011"), LicenseIdError::Character { position: 33 });
    refused(&with("20230000403", "2023_000403"), LicenseIdError::Character { position: 61 });
    refused(&with("20230000403", "2023令000403"), LicenseIdError::Character { position: 61 });
    refused(&with(".001.", ".0A1."), LicenseIdError::Character { position: 70 });
    refused(&with(".U", ".u"), LicenseIdError::Character { position: 73 });
    refused(&with(".001.U", ".000.U"), LicenseIdError::Version);
    refused(&with(".U", ".A"), LicenseIdError::CheckCharacter { expected: 'U' });
    let no_type = "1.2.156.3005.2.11100000000013338W0A1.11430000006122244L.1.001.";
    let check = check_character("11100000000013338W0A111430000006122244L1001").unwrap();
    let text = format!("{no_type}{check}");
    refused(&text, LicenseIdError::TypeCode(LicenseTypeCodeError::Sequence));
    assert!(LicenseId::parse_lenient(&text).is_ok());
    let id = LicenseId::parse(VALID).unwrap();
    for (serial, error) in [
        ("", length(LicenseIdPart::Serial, 0)),
        ("a", LicenseIdError::Character { position: 57 }),
        ("1.1", LicenseIdError::Parts { found: 11 }),
    ] {
        assert_eq!(LicenseId::try_new(id.type_code(), id.issuer(), serial, 1), Err(error));
    }
    let longest = "Z".repeat(64);
    let id = LicenseId::try_new(id.type_code(), id.issuer(), &longest, 1).unwrap();
    assert_eq!((id.serial(), id.as_str().len()), (&*longest, 126));
}

#[test]
fn no_single_substitution_is_read() {
    // MOD 37,36 finds every one; the root, the lengths and the alphabet find theirs.
    for position in 0..VALID.len() {
        for byte in 0..=0x7f_u8 {
            let mut changed = VALID.as_bytes().to_vec();
            changed[position] = byte;
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(LicenseId::parse(&changed).is_ok(), changed == VALID, "{changed}");
        }
    }
}

#[test]
fn faults_of_a_type_code_are_told_apart() {
    let parse = |text| LicenseTypeCode::parse(text).unwrap_err();
    for text in ["", "11100000000013338W", "11100000000013338W01", "11100000000013338W0111"] {
        assert_eq!(parse(text), LicenseTypeCodeError::Length { found: text.len() });
    }
    for text in ["11100000000013338W000", "11100000000013338W0A1", "11100000000013338W01令"] {
        assert!(matches!(parse(text).code(), "type-code-sequence" | "type-code-length"));
    }
    assert_eq!(parse("11100000000013338X011").code(), "type-code-authority");
    let code = LicenseTypeCode::from_static("11100000000013338W999");
    assert_eq!(
        (code.sequence(), format!("{code:?}").as_str()),
        (999, "LicenseTypeCode(11100000000013338W999)")
    );
}

proptest! {
    #[test]
    fn what_is_put_together_is_read_again(serial in "[0-9A-Z]{1,64}", version in 1..=999_u16) {
        let model = LicenseId::parse(VALID).unwrap();
        let id = LicenseId::try_new(model.type_code(), model.issuer(), &serial, version).unwrap();
        prop_assert_eq!(id.serial(), serial);
        prop_assert_eq!(id.version(), version);
        prop_assert_eq!(LicenseId::parse(id.as_str()), Ok(id));
    }

    #[test]
    fn reading_any_text_answers(text in "\\PC{0,150}") {
        prop_assert!(LicenseId::parse(&text).is_err());
        prop_assert!(LicenseTypeCode::parse(&text).is_err());
    }

    #[test]
    fn a_check_character_makes_the_sum_one(text in "[0-9A-Z]{0,40}") {
        // Verification as the standard writes it: running value plus check is 1.
        let check = check_character(&text).unwrap();
        let mut running = 36;
        for character in text.chars() {
            running = (running + character.to_digit(36).unwrap()) % 36;
            running = if running == 0 { 36 } else { running } * 2 % 37;
        }
        prop_assert_eq!((running + check.to_digit(36).unwrap()) % 36, 1);
    }
}
