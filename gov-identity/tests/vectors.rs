//! Every row of `data/identity_vectors.tsv`: the verdict, its reason and place,
//! the notices it names and the facts it states. The notices of the table of
//! divisions are read in `division_notice.rs`.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a vector that cannot be read is a failure")]

use chrono::NaiveDate;
use gov_identity::{
    CategoryBasis, CreditCode, ForeignResidentId, FormerNumberLink, LegacyForeignResidentId,
    LegacyResidentId, Nationality, Notice, OrganizationCode, ParseError, PilotCreditCode,
    RegistrationNumber, ResidentId, Sex,
};

/// Who gives a notice that a row names.
const NOTICES: [(&str, &str, Door); 11] = [
    ("LowerCaseX", "lower-case", Door::Lenient),
    ("LowerCase", "lower-case", Door::Lenient),
    ("DisplayHyphen", "hyphen", Door::Lenient),
    ("SequenceZero", "sequence-zero", Door::Value),
    ("PairObservedPractice", "pair-observed-practice", Door::Value),
    ("PairUnlisted", "pair-unlisted", Door::Value),
    ("CreatedAfterBirth", "created-after-birth", Door::Table),
    ("AbolishedBeforeBirth", "abolished-before-birth", Door::Table),
    ("ObservedUnpublished", "observed-unpublished", Door::Table),
    ("UnknownCounty", "unknown-county", Door::Table),
    ("UnknownPrefecture", "unknown-prefecture", Door::Table),
];

#[derive(Clone, Copy, PartialEq)]
enum Door {
    Lenient,
    Value,
    Table,
}

const REASONS: [(&str, &str); 9] = [
    ("Length", "length"),
    ("Character", "character"),
    ("Prefix", "prefix"),
    ("Region", "division"),
    ("Nationality", "nationality"),
    ("Date", "date"),
    ("DateRange", "date-range"),
    ("OrgCheck", "organization-check"),
    ("Checksum", "check-character"),
];

struct Row {
    line: &'static str,
    kind: &'static str,
    number: String,
    expected: &'static str,
    note: &'static str,
}

impl Row {
    fn all() -> Vec<Self> {
        let lines = include_str!("data/identity_vectors.tsv").lines().skip(1);
        let row = |line: &'static str| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_else(|| panic!("{line}"));
            let (kind, number, expected, note) = (cell(), cell(), cell(), cell());
            Self { line, kind, number: number.replace("\\n", "\n"), expected, note }
        };
        lines.map(row).collect()
    }

    /// The value of a `key=value` part of the note.
    fn stated(&self, key: &str) -> Option<&'static str> {
        let begin = format!("{key}=");
        let mut words = self.note.split([' ', ';']);
        words.find_map(|word| word.strip_prefix(&*begin))
    }

    fn says(&self, word: &str) -> bool {
        self.note.split([' ', ';', ',']).any(|part| part == word)
    }
}

/// What a number turned out to be: its text and what it remarks of itself.
type Read = Result<(String, Vec<Notice>), ParseError>;

fn strict(row: &Row) -> Read {
    let (text, today) = (row.number.as_str(), clock());
    match row.kind {
        "cn18" => {
            let id = ResidentId::parse_citizen(text);
            let id = id.and_then(|id| ResidentId::parse_on(id.expose(), today));
            id.map(|id| (id.expose().to_owned(), id.notices()))
        }
        "hmt18" => {
            let id = ResidentId::parse_permit(text);
            let id = id.and_then(|id| ResidentId::parse_on(id.expose(), today));
            id.map(|id| (id.expose().to_owned(), id.notices()))
        }
        "cn15" => {
            LegacyResidentId::parse_on(text, today).map(|id| (id.expose().to_owned(), id.notices()))
        }
        "fpr18" => ForeignResidentId::parse_on(text, today)
            .map(|id| (id.expose().to_owned(), id.notices())),
        "fpr15" => LegacyForeignResidentId::parse_on(text, today)
            .map(|id| (id.expose().to_owned(), id.notices())),
        "uscc" => CreditCode::parse(text).map(|code| (code.to_string(), code.notices())),
        "org9" => OrganizationCode::parse(text).map(|code| (code.to_string(), Vec::new())),
        "reg15" => RegistrationNumber::parse(text).map(|code| (code.to_string(), Vec::new())),
        kind => panic!("{kind}"),
    }
}

fn lenient(row: &Row) -> Read {
    let text = row.number.as_str();
    match row.kind {
        "cn18" | "hmt18" => {
            ResidentId::parse_lenient(text).map(|(id, told)| (id.expose().to_owned(), told))
        }
        "cn15" => {
            LegacyResidentId::parse_lenient(text).map(|(id, told)| (id.expose().to_owned(), told))
        }
        "fpr18" => {
            ForeignResidentId::parse_lenient(text).map(|(id, told)| (id.expose().to_owned(), told))
        }
        "fpr15" => LegacyForeignResidentId::parse_lenient(text)
            .map(|(id, told)| (id.expose().to_owned(), told)),
        "uscc" => CreditCode::parse_lenient(text).map(|(code, told)| (code.to_string(), told)),
        "org9" => {
            OrganizationCode::parse_lenient(text).map(|(code, told)| (code.to_string(), told))
        }
        "reg15" => {
            RegistrationNumber::parse_lenient(text).map(|(code, told)| (code.to_string(), told))
        }
        kind => panic!("{kind}"),
    }
}

fn clock() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap()
}

fn codes(notices: &[Notice]) -> Vec<&'static str> {
    notices.iter().map(Notice::code).collect()
}

#[test]
fn there_are_three_hundred_and_sixteen() {
    assert_eq!(Row::all().len(), 316);
}

#[test]
fn a_valid_number_is_read_without_a_word() {
    for row in Row::all().iter().filter(|row| row.expected == "valid") {
        let read = Ok((row.number.clone(), Vec::new()));
        assert_eq!(strict(row), read, "{}", row.line);
        assert_eq!(lenient(row), read, "{}", row.line);
    }
}

#[test]
fn a_number_with_a_notice_is_read_and_the_notice_is_given() {
    for row in Row::all().iter().filter(|row| row.expected == "notice") {
        let name = row.stated("notice").unwrap();
        let (_, code, door) = NOTICES.iter().find(|(known, ..)| *known == name).unwrap();
        let (_, told) = lenient(row).unwrap();
        match door {
            Door::Lenient => {
                assert!(strict(row).is_err(), "{}", row.line);
                assert_eq!(codes(&told), [*code], "{}", row.line);
            }
            Door::Value => {
                assert_eq!(codes(&strict(row).unwrap().1), [*code], "{}", row.line);
                assert_eq!(codes(&told), [*code], "{}", row.line);
            }
            Door::Table => {
                assert_eq!(strict(row), Ok((row.number.clone(), Vec::new())), "{}", row.line);
                assert_eq!(told, [], "{}", row.line);
            }
        }
    }
}

#[test]
fn an_invalid_number_is_refused_for_the_reason_and_at_the_place() {
    for row in Row::all().iter().filter(|row| row.expected == "invalid") {
        let error = strict(row).expect_err(row.line);
        let reason = row.stated("reason").unwrap();
        let (_, code) = REASONS.iter().find(|(known, _)| *known == reason).unwrap();
        assert_eq!(error.code(), *code, "{}", row.line);

        let mut place = row.stated("pos").unwrap().split('-').map(|part| part.parse().unwrap());
        let first: usize = place.next().unwrap();
        assert_eq!(error.positions(), first..=place.next().unwrap_or(first), "{}", row.line);

        let pilot = row.stated("pilot_exception_possible") == Some("true");
        assert_eq!(error.pilot_exception_possible(), pilot, "{}", row.line);
        assert_eq!(PilotCreditCode::parse(&row.number).is_ok(), pilot, "{}", row.line);
    }
}

/// What may be wrong in strict reading only: the writing.
#[test]
fn the_lenient_door_repairs_nothing_but_the_writing() {
    let mut repaired = 0;
    for row in Row::all().iter().filter(|row| row.expected == "invalid") {
        // The lenient door has no clock and reads both kinds of residents.
        if ["cn18", "hmt18", "fpr18"].contains(&row.kind) && strict(row).is_err_and(needs_more) {
            continue;
        }
        if let Ok((text, told)) = lenient(row) {
            repaired += 1;
            assert!(!told.is_empty(), "{}", row.line);
            let plain =
                Row { number: text, line: row.line, kind: row.kind, expected: "", note: "" };
            assert!(strict(&plain).is_ok() || row.kind == "cn18", "{}", row.line);
        }
    }
    // A line feed, three full-width digits, a Roman numeral, lower case; and of
    // the full-width ones those whose check then matches.
    assert!(repaired >= 5, "{repaired}");
}

/// Refused by a clock or by a door for citizens or permits only.
fn needs_more(error: ParseError) -> bool {
    error.code() == "prefix" || error.positions() == (7..=14) || error.code() == "division"
}

#[test]
fn facts_that_the_rows_state_are_read() {
    let mut facts = 0;
    for row in Row::all().iter().filter(|row| strict(row).is_ok()) {
        let text = row.number.as_str();
        if let Some(upgraded) = row.stated("upgrade") {
            let legacy = LegacyResidentId::parse(text).unwrap();
            assert_eq!(legacy.upgrade().expose(), upgraded, "{}", row.line);
            assert_eq!(legacy.upgrade().legacy(), Some(legacy), "{}", row.line);
            assert_eq!(legacy.upgrade().birth_date(), legacy.birth_date(), "{}", row.line);
            facts += 1;
        }
        let sex = match () {
            () if row.says("female") => Some(Sex::Female),
            () if row.says("male") => Some(Sex::Male),
            () => None,
        };
        let read = match row.kind {
            "cn18" | "hmt18" => ResidentId::parse(text).ok().map(|id| id.sex()),
            "cn15" => LegacyResidentId::parse(text).ok().map(|id| id.sex()),
            "fpr18" => ForeignResidentId::parse(text).ok().map(|id| id.sex()),
            _ => None,
        };
        if sex.is_some() {
            assert_eq!(read, sex, "{}", row.line);
            facts += 1;
        }
        if let (Some(link), Some(old)) = (row.stated("assoc"), row.stated("old")) {
            let id = ForeignResidentId::parse(text).unwrap();
            let link = FormerNumberLink::parse(link).unwrap();
            let legacy = LegacyForeignResidentId::parse(old).unwrap();
            assert_eq!(id.legacy(link), Some(legacy), "{}", row.line);
            assert_eq!(id.link_to(&legacy), Some(link), "{}", row.line);
            facts += 1;
        }
        if let (Some(link), Some(new)) = (row.stated("assoc"), row.stated("new")) {
            let legacy = LegacyForeignResidentId::parse(text).unwrap();
            let id = ForeignResidentId::parse(new).unwrap();
            assert_eq!(id.link_to(&legacy).unwrap().as_str(), link, "{}", row.line);
            facts += 1;
        }
        if let Some((_, nationality)) = row.note.split_once("nationality ") {
            let (alpha3, _) = nationality.split_at(3);
            let id = ForeignResidentId::parse(text).unwrap();
            assert_eq!(id.nationality(), Nationality::from_alpha3(alpha3), "{}", row.line);
            facts += 1;
        }
        if let Some(basis) = row.stated("basis") {
            let basis = match basis {
                "Standard2015" => CategoryBasis::Standard2015,
                "Amendment2016" => CategoryBasis::Amendment2016,
                _ => CategoryBasis::ObservedPractice,
            };
            let category = CreditCode::parse(text).unwrap().category();
            assert_eq!(category.basis(), Some(basis), "{}", row.line);
            assert!(category.zh().is_some() && category.english().is_some(), "{}", row.line);
            facts += 1;
        }
    }
    // Upgrades, sexes, links, nationalities, bases.
    assert_eq!(facts, 16 + 30 + 20 + 11 + 49);
}
