//! The compiled table against a naive reading of the tables it was made from.
#![cfg(feature = "divisions")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "the tables are known to be right"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use gov_identity::{DivisionCode, DivisionStatus, Divisions};

const CHINA: Divisions = Divisions::china();

/// `code, name, first year, last year`, read without a thought.
fn rows() -> Vec<(u32, &'static str, i32, i32)> {
    let table = include_str!("../data/divisions.tsv").lines().filter(|line| !line.starts_with('#'));
    table
        .map(|line| {
            let cells: Vec<_> = line.split('\t').collect();
            let to = if cells[3].is_empty() { 2024 } else { cells[3].parse().unwrap() };
            (cells[0].parse().unwrap(), cells[1], cells[2].parse().unwrap(), to)
        })
        .collect()
}

/// One table for each year, as they were printed.
fn tables() -> BTreeMap<i32, BTreeMap<u32, &'static str>> {
    let mut tables: BTreeMap<i32, BTreeMap<u32, &'static str>> = BTreeMap::new();
    for (code, name, from, to) in rows() {
        for year in from..=to {
            assert_eq!(tables.entry(year).or_default().insert(code, name), None, "{code} {year}");
        }
    }
    tables
}

/// `old code, year` to the new codes.
fn successions() -> BTreeMap<(u32, i32), BTreeSet<u32>> {
    let mut successions: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
    for line in include_str!("../data/division_successions.tsv").lines() {
        let cells: Vec<_> = line.split('\t').collect();
        if let [old, new, year] = cells[..] {
            let key = (old.parse().unwrap(), year.parse().unwrap());
            successions.entry(key).or_default().insert(new.parse().unwrap());
        }
    }
    assert_eq!(successions.values().map(BTreeSet::len).sum::<usize>(), 2_979);
    successions
}

fn code(number: u32) -> DivisionCode {
    DivisionCode::parse(&format!("{number:06}")).unwrap()
}

fn number(code: DivisionCode) -> u32 {
    code.as_str().parse().unwrap()
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 7, 1).unwrap()
}

#[test]
fn every_code_in_every_year_is_what_the_table_of_that_year_says() {
    let tables = tables();
    let codes: BTreeMap<u32, (i32, i32)> = rows().iter().fold(BTreeMap::new(), |mut codes, row| {
        let (first, last) = codes.entry(row.0).or_insert((row.2, row.3));
        (*first, *last) = (row.2.min(*first), row.3.max(*last));
        codes
    });
    assert_eq!((codes.len(), tables.len()), (6_757, 45));
    for (&year, table) in &tables {
        for (&number, &(first, _)) in &codes {
            let (code, date) = (code(number), day(year));
            let name = table.get(&number).copied();
            let status = match name {
                Some(_) => DivisionStatus::Current,
                None if year < first => DivisionStatus::NotYet,
                None => DivisionStatus::Historical,
            };
            assert_eq!(CHINA.status(code, date), status, "{number} {year}");
            assert_eq!(CHINA.name(code, date), name, "{number} {year}");

            let parts = [number / 10_000 * 10_000, number / 100 * 100, number];
            let mut full = String::new();
            for (index, part) in parts.iter().enumerate() {
                if index == 0 || parts[index - 1] != *part {
                    full += table.get(part).copied().unwrap_or_default();
                }
            }
            let said = CHINA.full_name(code, date).map(|name| name.to_string());
            assert_eq!(said, name.map(|_| full), "{number} {year}");
        }
        let listed: Vec<u32> = CHINA.listed(day(year)).map(number).collect();
        assert!(listed.iter().eq(table.keys()), "{year}");
    }
}

#[test]
fn every_number_of_six_digits_has_the_status_that_its_prefixes_give() {
    let codes: BTreeMap<u32, i32> = rows().iter().map(|row| (row.0, row.3)).collect();
    let cities: BTreeSet<u32> = codes.keys().map(|code| code / 100).collect();
    let provinces: BTreeSet<u32> = codes.keys().map(|code| code / 10_000).collect();
    let unpublished =
        [230_119, 320_219, 321_119, 430_419, 612_403, 622_961, 632_824, 632_825, 632_826];
    for number in 10_000..1_000_000 {
        let status = match codes.get(&number) {
            Some(2024) => DivisionStatus::Current,
            Some(_) => DivisionStatus::Historical,
            None if number == 100_000 => DivisionStatus::Current,
            None if !provinces.contains(&(number / 10_000)) => DivisionStatus::UnknownProvince,
            None if !cities.contains(&(number / 100)) => DivisionStatus::UnknownPrefecture,
            None if unpublished.contains(&number) => DivisionStatus::ObservedUnpublished,
            None if number == 441_282 => DivisionStatus::Collective,
            None if [0, 1, 2, 11, 20].contains(&(number % 100)) => DivisionStatus::Collective,
            None => DivisionStatus::UnknownCounty,
        };
        let code = code(number);
        assert_eq!(CHINA.status(code, day(2024)), status, "{number}");
        assert_eq!(CHINA.ever(code), status, "{number}");
        if number % 101 == 0 {
            assert_eq!(CHINA.status(code, day(1979)), DivisionStatus::NotCovered, "{number}");
            assert_eq!(CHINA.status(code, day(2025)), DivisionStatus::NotCovered, "{number}");
        }
    }
}

#[test]
fn the_years_begin_and_end_at_new_year() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let beijing = code(110_000);
    assert_eq!((CHINA.years(), CHINA.data_date()), (1980..=2024, day("2024-12-31")));
    for (date, status, name) in [
        ("1979-12-31", DivisionStatus::NotCovered, None),
        ("1980-01-01", DivisionStatus::Current, Some("北京市")),
        ("2024-12-31", DivisionStatus::Current, Some("北京市")),
        ("2025-01-01", DivisionStatus::NotCovered, None),
    ] {
        assert_eq!(CHINA.status(beijing, day(date)), status, "{date}");
        assert_eq!(CHINA.name(beijing, day(date)), name, "{date}");
    }
    for (date, status) in [
        ("1982-12-31", DivisionStatus::NotYet),
        ("1983-01-01", DivisionStatus::Current),
        ("1992-12-31", DivisionStatus::Current),
        ("1993-01-01", DivisionStatus::Historical),
    ] {
        assert_eq!(CHINA.status(code(440_524), day(date)), status, "{date}");
    }
    for far in [NaiveDate::MIN, NaiveDate::MAX] {
        assert_eq!(CHINA.status(beijing, far), DivisionStatus::NotCovered);
        assert_eq!(CHINA.ever(beijing), DivisionStatus::Current);
        assert_eq!(CHINA.name(beijing, far), None);
        assert_eq!(
            CHINA.successors(code(110_103), far).count(),
            usize::from(far > day("2024-12-31"))
        );
    }
}

#[test]
fn below_the_county_the_table_has_no_say() {
    for text in ["640202001", "640202001001"] {
        let town = DivisionCode::parse(text).unwrap();
        assert_eq!(CHINA.status(town, day(2020)), DivisionStatus::NotCovered);
        assert_eq!(CHINA.ever(town), DivisionStatus::NotCovered);
        assert_eq!(CHINA.name(town, day(2020)), None);
        assert_eq!(CHINA.history(town).count(), 0);
        assert_eq!(CHINA.successors(town, day(2020)).count(), 0);
        assert_eq!(CHINA.current_codes(town, day(2020)), []);
    }
}

#[test]
fn every_succession_is_found_from_the_year_before_it() {
    for ((old, year), new) in successions() {
        let successors = CHINA.successors(code(old), day(year - 1));
        assert_eq!(successors.year(), Some(year), "{old} {year}");
        assert_eq!(successors.map(number).collect::<BTreeSet<_>>(), new, "{old} {year}");
    }
}

#[test]
fn no_succession_is_made_up() {
    let (tables, successions) = (tables(), successions());
    for (&year, table) in &tables {
        for &old in table.keys() {
            // The division keeps its code from year to year until a row says otherwise.
            let mut next = year;
            let expected = loop {
                next += 1;
                if let Some(new) = successions.get(&(old, next)) {
                    break Some((next, new.clone()));
                }
                if !tables.get(&next).is_some_and(|table| table.contains_key(&old)) {
                    break None;
                }
            };
            let successors = CHINA.successors(code(old), day(year));
            let found = successors.year().map(|year| (year, successors.map(number).collect()));
            assert_eq!(found, expected, "{old} {year}");
        }
    }
}

#[test]
fn a_division_that_ended_has_the_same_successors_ever_after() {
    let xuanwu = code(110_104);
    for year in 2009..2040 {
        assert_eq!(CHINA.successors(xuanwu, day(year)).map(number).collect::<Vec<_>>(), [110_102]);
        assert_eq!(CHINA.current_codes(xuanwu, day(year)), [code(110_102)]);
    }
}

#[test]
fn every_code_since_1984_leads_to_the_newest_table_but_one() {
    let tables = tables();
    let newest = &tables[&2024];
    let mut lost = BTreeSet::new();
    for (&year, table) in tables.range(1984..2024) {
        for &old in table.keys() {
            let current = CHINA.current_codes(code(old), day(year));
            assert!(current.iter().all(|code| newest.contains_key(&number(*code))), "{old} {year}");
            if current.is_empty() {
                lost.insert(old);
            }
        }
    }
    assert_eq!(lost, BTreeSet::from([542_528]));
}

#[test]
fn current_codes_are_what_a_walk_from_year_to_year_finds() {
    let (tables, successions) = (tables(), successions());
    for (&year, table) in tables.range(1980..=2024).step_by(4) {
        for &old in table.keys() {
            let mut codes = BTreeSet::from([old]);
            for next in year + 1..=2024 {
                let after = |code: u32| match successions.get(&(code, next)) {
                    Some(new) => new.clone(),
                    None => tables[&next].contains_key(&code).then_some(code).into_iter().collect(),
                };
                codes = codes.into_iter().flat_map(after).collect();
            }
            let found: BTreeSet<u32> =
                CHINA.current_codes(code(old), day(year)).into_iter().map(number).collect();
            assert_eq!(found, codes, "{old} {year}");
        }
    }
}

#[test]
fn history_is_the_rows_of_the_code() {
    let mut expected: BTreeMap<u32, Vec<_>> = BTreeMap::new();
    for (code, name, from, to) in rows() {
        expected.entry(code).or_default().push((name, from..=to));
    }
    for (number, rows) in expected {
        let history = CHINA.history(code(number));
        assert!(history.map(|interval| (interval.name(), interval.years())).eq(rows), "{number}");
    }
    let open: Vec<bool> = CHINA.history(code(340_823)).map(|interval| interval.is_open()).collect();
    assert_eq!(open, [false]);
    assert!(CHINA.history(code(640_202)).last().unwrap().is_open());
}

#[test]
fn children_are_what_a_form_offers_next() {
    let date = day(2024);
    let names = |parent: DivisionCode| {
        CHINA.children(parent, date).map(|code| CHINA.name(code, date).unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(names(DivisionCode::from_static("100000")).len(), 34);
    assert_eq!(names(code(640_000)), ["银川市", "石嘴山市", "吴忠市", "固原市", "中卫市"]);
    assert_eq!(names(code(640_200)), ["大武口区", "惠农区", "平罗县"]);
    assert_eq!(names(code(110_000)).len(), 16, "districts come right below a municipality");
    let total: usize = CHINA.listed(date).map(|code| CHINA.children(code, date).count()).sum();
    assert_eq!(total + 34, CHINA.listed(date).count(), "everything has one parent");
    assert_eq!(CHINA.children(code(640_000), day(1979)).count(), 0);
}

#[test]
fn unpublished_codes_are_those_of_the_list() {
    let list = include_str!("../data/divisions_unpublished.tsv");
    let expected = list.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let cells: Vec<_> = line.split('\t').collect();
        (DivisionCode::parse(cells[0]).unwrap(), Some(cells[1]).filter(|name| !name.is_empty()))
    });
    assert!(CHINA.unpublished().eq(expected));
    assert_eq!(CHINA.unpublished().count(), 9);
}

#[test]
fn a_status_says_itself_in_both_languages() {
    let texts: BTreeSet<_> = DivisionStatus::ALL
        .iter()
        .flat_map(|status| [status.code().to_owned(), status.to_string(), status.zh().to_owned()])
        .collect();
    assert_eq!(texts.len(), 3 * DivisionStatus::ALL.len(), "no two alike");
    assert_eq!(DivisionStatus::NotCovered.zh(), "区划表未覆盖该日期或该级别");
    assert_eq!(
        DivisionStatus::NotCovered.to_string(),
        "the table does not cover the date or the level",
    );
}

#[test]
fn debug_says_how_much_there_is() {
    assert_eq!(format!("{CHINA:?}"), "Divisions(1980..=2024, 7706 rows)");
    assert_eq!(
        format!("{:?}", CHINA.successors(code(110_104), day(2009))),
        "[DivisionCode(110102)]",
    );
}
