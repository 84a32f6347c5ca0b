//! Citizens and residents of Hong Kong, Macao and Taiwan: doors, days, ages.

use chrono::NaiveDate;
use gov_identity::{
    ForeignResidentId, LegacyForeignResidentId, LegacyResidentId, ResidentId, ResidentKind,
};

const CITIZEN: &str = "11010519491231002X";
const PERMITS: [(&str, ResidentKind); 3] = [
    ("810000199408230021", ResidentKind::HongKong),
    ("820000180001010010", ResidentKind::Macao),
    ("830000199201300022", ResidentKind::Taiwan),
];

#[test]
fn citizens_and_permits_have_doors_of_their_own() {
    assert_eq!(ResidentId::parse_citizen(CITIZEN).unwrap().kind(), ResidentKind::Citizen);
    let error = ResidentId::parse_permit(CITIZEN).unwrap_err();
    assert_eq!((error.code(), error.positions()), ("prefix", 1..=2));
    for (permit, kind) in PERMITS {
        assert_eq!(ResidentId::parse(permit).unwrap().kind(), kind);
        assert_eq!(ResidentId::parse_permit(permit).unwrap().kind(), kind);
        assert!(ResidentId::parse_citizen(permit).is_err(), "{permit}");
    }
    let error = |text| ResidentId::parse_citizen(text).unwrap_err();
    assert_eq!((error(PERMITS[0].0).code(), error(PERMITS[0].0).positions()), ("prefix", 1..=6));
    assert_eq!((error(PERMITS[2].0).code(), error(PERMITS[2].0).positions()), ("division", 1..=2));
}

#[test]
fn the_door_for_both_admits_what_one_of_the_two_admits() {
    for province in 0..100 {
        for county in ["0000", "0001", "0105"] {
            let body = format!("{province:02}{county}18000101001");
            let number = with_check(&body);
            let citizen = ResidentId::parse_citizen(&number);
            let permit = ResidentId::parse_permit(&number);
            assert!(citizen.is_err() || permit.is_err(), "{number}");
            assert_eq!(ResidentId::parse(&number).is_ok(), citizen.is_ok() || permit.is_ok());
        }
    }
}

#[test]
fn every_day_of_the_calendar_is_a_birthday_and_no_other_is() {
    for year in [1800, 1804, 1899, 1900, 1904, 1999, 2000, 2024, 2100, 2199] {
        for month in 0..100 {
            for day in 0..100 {
                let number = with_check(&format!("110105{year}{month:02}{day:02}001"));
                let birth = NaiveDate::from_ymd_opt(year, month, day);
                match ResidentId::parse(&number) {
                    Ok(id) => assert_eq!(Some(id.birth_date()), birth),
                    Err(error) => {
                        assert_eq!(birth, None, "{number}");
                        assert_eq!(error.code(), "date");
                        let place = if (1..=12).contains(&month) { 13..=14 } else { 11..=12 };
                        assert_eq!(error.positions(), place);
                    }
                }
            }
        }
    }
}

#[test]
fn every_year_in_range_is_read_and_no_other_is() {
    let (first, last) = ResidentId::BIRTH_YEARS;
    for year in 0..=9999 {
        let error = ResidentId::parse(&with_check(&format!("110105{year:04}0101001"))).err();
        let place = error.map(|error| (error.code(), error.positions()));
        let expected = match year {
            year if year < first => Some(("date-range", 7..=10)),
            year if year > last => Some(("date-range", 7..=14)),
            _ => None,
        };
        assert_eq!(place, expected, "{year}");
    }
}

#[test]
fn a_year_is_full_on_the_birthday() {
    let age = |birth: &str, on: &str| {
        let id = ResidentId::parse(&with_check(&format!("110105{birth}001"))).unwrap();
        id.age_on(on.parse().unwrap())
    };
    assert_eq!(age("20080101", "2007-12-31"), None);
    assert_eq!(age("20080101", "2008-01-01"), Some(0));
    assert_eq!(age("20080102", "2026-01-01"), Some(17));
    assert_eq!(age("20080101", "2026-01-01"), Some(18));
    assert_eq!(age("20080229", "2026-02-28"), Some(17));
    assert_eq!(age("20080229", "2026-03-01"), Some(18));
    assert_eq!(age("18800101", "2026-01-01"), Some(146));
}

#[test]
fn nobody_is_born_after_today() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    assert!(ResidentId::parse_on(CITIZEN, day("1949-12-31")).is_ok());
    let error = ResidentId::parse_on(CITIZEN, day("1949-12-30")).unwrap_err();
    assert_eq!((error.code(), error.positions()), ("date-range", 7..=14));

    assert!(LegacyResidentId::parse_on("110105120101995", day("1912-01-01")).is_ok());
    let error = LegacyResidentId::parse_on("110105120101995", day("1911-12-31")).unwrap_err();
    assert_eq!((error.code(), error.positions()), ("date-range", 7..=12));

    assert!(ForeignResidentId::parse_on("911124198108030024", day("1981-08-03")).is_ok());
    let error = ForeignResidentId::parse_on("911124198108030024", day("1981-08-02")).unwrap_err();
    assert_eq!((error.code(), error.positions()), ("date-range", 7..=14));

    // 85 may be 1985; 00-02-29 is the year 2000 only.
    assert!(LegacyForeignResidentId::parse_on("SAU320085010102", day("1985-01-01")).is_ok());
    let error =
        LegacyForeignResidentId::parse_on("SAU320085010102", day("1984-12-31")).unwrap_err();
    assert_eq!((error.code(), error.positions()), ("date-range", 8..=13));
    assert!(LegacyForeignResidentId::parse_on("ATA110200022915", day("2000-02-28")).is_err());
}

#[test]
fn all_fifteen_digit_numbers_come_back_from_their_upgrade() {
    for sequence in 0..1000 {
        let text = format!("110105120101{sequence:03}");
        let legacy = LegacyResidentId::parse(&text).unwrap();
        let id = legacy.upgrade();
        assert_eq!(ResidentId::parse(id.expose()), Ok(id), "{text}");
        assert_eq!(id.legacy(), Some(legacy));
        assert_eq!(id.sex(), legacy.sex());
        assert_eq!(id.division(), legacy.division());
        let century = if sequence >= 996 { "1812-01-01" } else { "1912-01-01" };
        assert_eq!(id.birth_date().to_string(), century);
        assert_eq!(legacy.birth_date(), id.birth_date());
    }
}

#[test]
fn who_never_had_fifteen_digits_gets_none() {
    // An ordinary 996 of 1949 would come back as one of 1849.
    let sequence_996 = with_check("11010519491231996");
    for number in
        ["110105200101010016", "440524188001010014", &sequence_996, PERMITS[0].0, PERMITS[2].0]
    {
        let legacy = ResidentId::parse(number).ok().and_then(|id| id.legacy());
        assert_eq!(legacy, None, "{number}");
    }
}

#[test]
fn permits_never_had_fifteen_digits() {
    for (text, code) in [
        ("810000940823001", "prefix"),
        ("820000940823001", "prefix"),
        ("830000940823001", "division"),
    ] {
        assert_eq!(LegacyResidentId::parse(text).unwrap_err().code(), code);
    }
    assert!(LegacyResidentId::parse("810001940823001").is_ok());
}

#[test]
fn debug_shows_no_character_of_a_number() {
    let debug = [
        format!("{:?}", ResidentId::parse(CITIZEN).unwrap()),
        format!("{:?}", LegacyResidentId::parse("110105120101996").unwrap()),
        format!("{:?}", ForeignResidentId::parse("911124198108030024").unwrap()),
        format!("{:?}", LegacyForeignResidentId::parse("SAU320085010102").unwrap()),
        format!("{:?}", LegacyForeignResidentId::parse("SAU320085010102").unwrap().link()),
    ];
    for text in debug {
        assert!(text.ends_with("(..)") && !text.contains(|c: char| c.is_ascii_digit()), "{text}");
    }
}

/// Completes seventeen digits by the table of the standard, not by our code.
fn with_check(digits: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let products =
        digits.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight);
    let check = "10X98765432".chars().nth(products.sum::<usize>() % 11);
    digits.chars().chain(check).collect()
}
