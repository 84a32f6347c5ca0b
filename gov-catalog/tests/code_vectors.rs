//! Published codes of real bodies, broken ones and made-up ones.
//!
//! The parts that each row expects were written down apart from this crate.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::{
    BasicCode, CaseNumber, Checks, CodeNotice, HandlingCode, ImplementationCode, ItemType, Scheme,
    SchemeCode, Source, SubItem,
};

const VECTORS: &str = include_str!("data/codes.tsv");

struct Row {
    id: &'static str,
    input: &'static str,
    expected: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    VECTORS.lines().filter_map(|line| {
        let mut columns = line.split('\t');
        let ("code", id, input, expected) =
            (columns.next()?, columns.next()?, columns.next()?, columns.next()?)
        else {
            return None;
        };
        Some(Row { id, input, expected })
    })
}

/// What the row says of one part, such as `uscc=`.
fn part(row: &Row, name: &str) -> &'static str {
    let (_, after) = row
        .expected
        .split_once(name)
        .unwrap_or_else(|| panic!("{}: the row does not say {name}", row.id));
    after.split([';', ' ']).next().unwrap()
}

#[test]
fn every_row_is_one_of_those_tested_below() {
    let tested = VALID_HANDLING.len()
        + VALID_IMPLEMENTATION.len()
        + REFUSED.len()
        + OTHER_SCHEMES.len()
        + ["real-case-01", "real-basic-01", "neg-05", "synthetic-nx-01"].len();
    assert_eq!(rows().count(), tested);
}

const VALID_HANDLING: [&str; 4] = ["real-01", "real-02", "real-03", "synthetic-szs-02"];

#[test]
fn handling_codes_have_the_expected_parts() {
    for row in rows().filter(|row| VALID_HANDLING.contains(&row.id)) {
        let code: HandlingCode = row.input.parse().unwrap();
        assert_eq!(code.to_string(), row.input);
        if row.id.starts_with("real") {
            parts(&row, code.implementation());
            assert_eq!(format!("{:02}", code.sequence()), part(&row, "handle_seq="), "{}", row.id);
        } else {
            assert_eq!(code.sequence(), 1);
        }
    }
}

const VALID_IMPLEMENTATION: [&str; 6] =
    ["real-04", "real-05", "real-06", "real-07", "real-08", "synthetic-szs-01"];

#[test]
fn implementation_codes_have_the_expected_parts() {
    for row in rows().filter(|row| VALID_IMPLEMENTATION.contains(&row.id)) {
        let code: ImplementationCode = row.input.parse().unwrap();
        assert_eq!(code.to_string(), row.input);
        if row.id.starts_with("real") {
            parts(&row, code);
        } else {
            assert_eq!(code.body().unwrap().as_str(), part(&row, "uscc="));
            assert_eq!(code.level().digit(), '3');
        }
    }
}

fn parts(row: &Row, code: ImplementationCode) {
    let id = row.id;
    assert_eq!(code.body().unwrap().as_str(), part(row, "uscc="), "{id}");
    assert_eq!(code.body_text(), part(row, "uscc="), "{id}");
    assert_eq!(code.level().digit().to_string(), part(row, "use_level="), "{id}");
    assert_eq!(code.basic().as_str(), part(row, "catalog_code="), "{id}");
    basic_parts(row, code.basic());
}

fn basic_parts(row: &Row, basic: BasicCode) {
    let id = row.id;
    let source = match basic.source() {
        Source::Nation => "00".to_owned(),
        Source::Province(province) => province.as_str().trim_end_matches("0000").to_owned(),
    };
    let sub = match basic.sub_item() {
        SubItem::None => "000".to_owned(),
        SubItem::Divided => "00Y".to_owned(),
        SubItem::Number(number) => format!("{number:03}"),
    };
    assert_eq!(source, part(row, "source="), "{id}");
    assert_eq!(basic.item_type().as_str(), part(row, "type="), "{id}");
    assert_eq!(basic.department(), part(row, "dept="), "{id}");
    assert_eq!(format!("{:03}", basic.main_item()), part(row, "main="), "{id}");
    assert_eq!(sub, part(row, "sub="), "{id}");
}

#[test]
fn the_basic_code_has_the_expected_parts() {
    let row = rows().find(|row| row.id == "real-basic-01").unwrap();
    let code: BasicCode = row.input.parse().unwrap();
    assert_eq!(code.to_string(), row.input);
    basic_parts(&Row { expected: "source=00 type=01 dept=31 main=001 sub=000", ..row }, code);
}

#[test]
fn the_case_number_has_the_expected_parts() {
    let row = rows().find(|row| row.id == "real-case-01").unwrap();
    let case: CaseNumber = row.input.parse().unwrap();
    assert_eq!(case.to_string(), row.input);
    assert_eq!(case.item().as_str(), "12441500196720244T3442199806003");
    assert_eq!(case.date().to_string(), "2022-06-23");
    assert_eq!(case.serial(), 68);
}

/// The broken rows and the fault that each of them names.
const REFUSED: [(&str, &str, &str); 5] = [
    ("neg-01", "USCC check character", "credit-check"),
    ("neg-02", "use_level 0", "level"),
    ("neg-03", "length 30", "length"),
    ("neg-04", "lower-case letter", "lower-case"),
    ("neg-06", "impossible date", "date"),
];

#[test]
fn broken_codes_are_refused_for_what_is_broken() {
    for (id, reason, code) in REFUSED {
        let row = rows().find(|row| row.id == id).unwrap();
        assert!(row.expected.starts_with(&format!("invalid: {reason}")), "{id}");
        let error = if id == "neg-06" {
            row.input.parse::<CaseNumber>().unwrap_err()
        } else {
            row.input.parse::<ImplementationCode>().unwrap_err()
        };
        assert_eq!(error.code(), code, "{id}");
    }
}

#[test]
fn a_penalty_parses_and_is_not_applied_for() {
    let row = rows().find(|row| row.id == "neg-05").unwrap();
    let code: ImplementationCode = row.input.parse().unwrap();
    assert_eq!(code.basic().item_type(), ItemType::PENALTY);
    assert!(!code.basic().item_type().is_applied_for());
}

#[test]
fn an_organization_check_is_reported_only_when_it_is_switched_on() {
    let row = rows().find(|row| row.id == "synthetic-nx-01").unwrap();
    let strict = ImplementationCode::parse(row.input).unwrap_err();
    assert_eq!((strict.code(), strict.positions()), ("organization-check", 17..=17));

    let (code, notices) = ImplementationCode::parse_lenient(row.input, Checks::WARN).unwrap();
    assert!(notices.iter().eq([CodeNotice::OrganizationCheck]));
    assert_eq!(code.body_text(), part(&row, "uscc="));
    assert!(code.body().is_err());
    assert_eq!(code.basic().item_type(), ItemType::CONFIRMATION);

    let (_, notices) = ImplementationCode::parse_lenient(row.input, Checks::OFF).unwrap();
    assert!(notices.is_empty());
}

#[test]
fn a_basic_code_of_2016_has_the_expected_parts() {
    let row = rows().find(|row| row.id == "real-legacy-01").unwrap();
    let (code, _) = Scheme::Guide2016.read(row.input, Checks::STRICT).unwrap();
    let SchemeCode::GuideBasic(code) = code else { panic!() };
    assert_eq!(code.to_string(), row.input);
    assert_eq!(code.letters(), part(&row, "type="));
    assert_eq!(format!("{:05}", code.main_item()), part(&row, "main="));
    assert_eq!(part(&row, "sub="), "00Y");
    assert_eq!(code.sub_item(), SubItem::Divided);
}

#[test]
fn a_code_of_gansu_has_the_expected_parts() {
    let row = rows().find(|row| row.id == "real-legacy-02").unwrap();
    let (code, _) = Scheme::Gansu.read(row.input, Checks::STRICT).unwrap();
    let SchemeCode::Gansu(code) = code else { panic!() };
    assert_eq!(code.to_string(), row.input);
    assert_eq!(code.region(), part(&row, "region8="));
    assert_eq!((code.body(), code.letters()), (part(&row, "dept="), part(&row, "type=")));
    assert_eq!(format!("{:04}", code.serial()), part(&row, "seq="));
}

#[test]
fn a_code_of_sichuan_has_the_expected_parts() {
    let row = rows().find(|row| row.id == "real-local-01").unwrap();
    let (code, _) = Scheme::Sichuan.read(row.input, Checks::STRICT).unwrap();
    let SchemeCode::Sichuan(code) = code else { panic!() };
    assert_eq!(code.to_string(), row.input);
    assert_eq!(code.local_basic(), part(&row, "local_base="));
    assert_eq!(code.region().as_full_str(), part(&row, "region12="));
    assert_eq!(code.body().as_str(), part(&row, "uscc="));
    let unknown = [part(&row, "ext="), part(&row, "flag="), part(&row, "suffix=")];
    assert_eq!(code.unknown_parts(), unknown);
}

#[test]
fn every_row_reads_under_its_scheme_or_is_refused() {
    for row in rows() {
        let scheme = match row.id {
            "real-legacy-01" => Scheme::Guide2016,
            "real-legacy-02" => Scheme::Gansu,
            "real-local-01" => Scheme::Sichuan,
            _ => Scheme::National2018,
        };
        let refused = row.expected.starts_with("invalid") || row.id == "synthetic-nx-01";
        let read = scheme.read(row.input, Checks::STRICT).ok();
        assert_eq!(read.is_none(), refused, "{}", row.id);
        if let Some((code, notices)) = read {
            assert_eq!((code.scheme(), code.to_string().as_str()), (scheme, row.input));
            assert!(notices.is_empty());
        }
    }
}

/// Codes of other schemes are refused by their length; `Scheme` reads them.
const OTHER_SCHEMES: [(&str, usize); 3] =
    [("real-legacy-01", 10), ("real-legacy-02", 18), ("real-local-01", 55)];

#[test]
fn codes_of_other_schemes_are_refused_by_their_length() {
    for (id, length) in OTHER_SCHEMES {
        let row = rows().find(|row| row.id == id).unwrap();
        assert_eq!(row.input.len(), length, "{id}");
        let errors = [
            BasicCode::parse(row.input).unwrap_err(),
            ImplementationCode::parse(row.input).unwrap_err(),
            HandlingCode::parse(row.input).unwrap_err(),
            CaseNumber::parse(row.input).unwrap_err(),
        ];
        for error in errors {
            assert_eq!((error.code(), error.positions()), ("length", 1..=length), "{id}");
        }
    }
    let old = BasicCode::parse("XK0010100Y").unwrap_err();
    assert_eq!(
        old.to_string(),
        "basic code: expected 12 characters, found 10, the length of a basic code of the 2016 guide",
    );
    assert_eq!(
        old.zh().to_string(),
        "基本编码应为12个字符，实为10个，与2016年技术指南的基本编码同长",
    );
}
