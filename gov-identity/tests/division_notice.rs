//! What the table remarks about the division in a number.
#![cfg(feature = "divisions")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::as_conversions,
    reason = "the numbers are known to be right"
)]

use std::collections::BTreeMap;

use gov_identity::{
    CreditCode, Divisions, LegacyResidentId, NoticeKind, PilotCreditCode, RegistrationNumber,
    ResidentId,
};

const CHINA: Divisions = Divisions::china();

/// The notices that are the table's to give, by the names of the vectors.
const REGION: [(&str, NoticeKind); 5] = [
    ("CreatedAfterBirth", NoticeKind::CreatedAfterBirth),
    ("AbolishedBeforeBirth", NoticeKind::AbolishedBeforeBirth),
    ("ObservedUnpublished", NoticeKind::ObservedUnpublished),
    ("UnknownCounty", NoticeKind::UnknownCounty),
    ("UnknownPrefecture", NoticeKind::UnknownPrefecture),
];

#[test]
fn every_vector_has_just_the_region_notice_it_names() {
    let mut read = BTreeMap::new();
    for line in include_str!("data/identity_vectors.tsv").lines().skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        let [kind, number, _, note] = cells[..] else { panic!("{line}") };
        let found = match kind {
            "cn18" | "hmt18" => {
                ResidentId::parse(number).ok().map(|id| (CHINA.birth_notice(&id), 1..=6))
            }
            "cn15" => LegacyResidentId::parse(number)
                .ok()
                .map(|id| (CHINA.legacy_birth_notice(&id), 1..=6)),
            "uscc" => {
                CreditCode::parse(number).ok().map(|code| (CHINA.registration_notice(&code), 3..=8))
            }
            "reg15" => RegistrationNumber::parse(number)
                .ok()
                .map(|number| (CHINA.legacy_registration_notice(&number), 1..=6)),
            _ => None,
        };
        let Some((notice, place)) = found else { continue };
        let expected = REGION.iter().find(|(name, _)| note.contains(&format!("notice={name}")));
        // Two rows carry two remarks in words.
        let expected = expected.or_else(|| REGION.iter().find(|(name, _)| note.contains(name)));
        assert_eq!(notice.map(|notice| notice.kind()), expected.map(|(_, kind)| *kind), "{line}");
        assert!(notice.is_none_or(|notice| notice.positions() == place), "{line}");
        *read.entry((kind, notice.is_some())).or_insert(0) += 1;
    }
    let counts: Vec<_> = read.into_iter().collect();
    assert!(counts.iter().any(|(key, count)| *key == ("cn18", true) && *count >= 10), "{counts:?}");
    assert!(
        counts.iter().any(|(key, count)| *key == ("cn18", false) && *count >= 20),
        "{counts:?}"
    );
    assert!(counts.iter().any(|(key, count)| *key == ("cn15", true) && *count >= 4), "{counts:?}");
    assert!(counts.iter().any(|(key, count)| *key == ("uscc", true) && *count >= 2), "{counts:?}");
    assert!(
        counts.iter().any(|(key, count)| *key == ("hmt18", false) && *count >= 9),
        "{counts:?}"
    );
}

#[test]
fn a_pilot_code_is_asked_for_its_division_too() {
    let notice = |text: &str| {
        let code = PilotCreditCode::parse(text).unwrap();
        CHINA.pilot_registration_notice(&code).map(|notice| (notice.kind(), notice.positions()))
    };
    assert_eq!(notice("91350211M000YYYY3K"), None);
    assert_eq!(notice("91359911M000YYYY3K"), Some((NoticeKind::UnknownPrefecture, 3..=8)));
}

/// A number of sequence 000, which nobody has.
fn born(county: u32, year: i32) -> ResidentId {
    let body = format!("{county:06}{year:04}0701000");
    let checked = (0..=10).map(|check| format!("{body}{}", b"0123456789X"[check] as char));
    checked.map(|text| ResidentId::parse(&text)).find_map(Result::ok).unwrap()
}

#[test]
fn every_county_and_every_year_of_birth_is_judged_as_the_intervals_say() {
    let mut intervals: BTreeMap<u32, Vec<(i32, i32)>> = BTreeMap::new();
    let table = include_str!("../data/divisions.tsv").lines().filter(|line| !line.starts_with('#'));
    for line in table {
        let cells: Vec<_> = line.split('\t').collect();
        let to = if cells[3].is_empty() { i32::MAX } else { cells[3].parse().unwrap() };
        intervals
            .entry(cells[0].parse().unwrap())
            .or_default()
            .push((cells[2].parse().unwrap(), to));
    }
    // Permits are no citizens of a county.
    for permit in [810_000, 820_000] {
        intervals.remove(&permit);
    }
    for (county, intervals) in intervals {
        for year in (1900..=2030).step_by(2).chain(1975..2000) {
            // The year after the last table may still have seen the county.
            let stood =
                intervals.iter().any(|(from, to)| *from <= year && year <= to.saturating_add(1));
            let later = intervals.iter().any(|(from, _)| year < *from);
            let expected = match (year < 1980 || stood, later) {
                (true, _) => None,
                (false, true) => Some(NoticeKind::CreatedAfterBirth),
                (false, false) => Some(NoticeKind::AbolishedBeforeBirth),
            };
            let notice = CHINA.birth_notice(&born(county, year)).map(|notice| notice.kind());
            assert_eq!(notice, expected, "{county} {year}");
        }
    }
}

#[test]
fn a_county_between_two_lives_is_younger_than_who_was_born_then() {
    // 130107: 井陉矿区 has a gap in the tables.
    let history: Vec<_> =
        CHINA.history("130107".parse().unwrap()).map(|interval| interval.years()).collect();
    let [first, second] = &history[..] else { panic!("{history:?}") };
    let gap = first.end() + 2;
    assert!(gap < *second.start());
    let notice = CHINA.birth_notice(&born(130_107, gap)).unwrap();
    assert_eq!(notice.kind(), NoticeKind::CreatedAfterBirth);
}

#[test]
fn notices_never_repeat_the_number() {
    let notice = CHINA.birth_notice(&born(440_524, 2001)).unwrap();
    assert_eq!(notice.code(), "abolished-before-birth");
    assert_eq!(
        notice.to_string(),
        "citizen identification number: the division ended before the person was born \
         (characters 1 to 6)",
    );
    assert_eq!(notice.zh().to_string(), "公民身份号码第1至6位：该行政区划撤销于出生之前");
    assert!(!format!("{notice:?}").contains("440524"));
}
