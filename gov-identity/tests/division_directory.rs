//! A table of one's own, on the five levels of Ningxia.
#![cfg(feature = "divisions")]
#![expect(clippy::unwrap_used, reason = "what the helpers read is known to be right")]

use std::collections::BTreeMap;

use chrono::NaiveDate;
use gov_identity::{
    DirectoryError, DivisionCode, DivisionDirectory, DivisionLevel, DivisionStatus, Divisions,
};

const NINGXIA: &str = include_str!("data/divisions_ningxia.tsv");

fn ningxia() -> DivisionDirectory {
    DivisionDirectory::parse(NINGXIA, 2023..=2023).unwrap()
}

/// `code, name` of every line.
fn lines() -> impl Iterator<Item = (DivisionCode, &'static str)> {
    let lines = NINGXIA.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let (code, name) = line.split_once('\t').unwrap();
        (DivisionCode::parse(code).unwrap(), name)
    })
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 6, 30).unwrap()
}

#[test]
fn all_3199_rows_of_ningxia_are_read_and_found() {
    let directory = ningxia();
    assert_eq!(directory.len(), 3_199);
    let mut levels = BTreeMap::new();
    for (code, name) in lines() {
        assert_eq!(directory.status(code, day(2023)), DivisionStatus::Current, "{code}");
        assert_eq!(directory.name(code, day(2023)), Some(name));
        assert_eq!(directory.name(code, day(2022)), None);
        assert_eq!(directory.status(code, day(2024)), DivisionStatus::NotCovered);
        *levels.entry(code.level()).or_insert(0) += 1;
    }
    let levels: Vec<_> = levels.into_iter().collect();
    assert_eq!(
        levels,
        [
            (DivisionLevel::Province, 1),
            (DivisionLevel::City, 5),
            (DivisionLevel::County, 22),
            (DivisionLevel::Township, 259),
            (DivisionLevel::Village, 2_912),
        ],
    );
}

#[test]
fn full_names_are_the_names_of_the_prefixes() {
    let directory = ningxia();
    let names: BTreeMap<DivisionCode, &str> = lines().collect();
    for (code, _) in lines() {
        let digits = code.as_full_str();
        let mut full = String::new();
        let mut last = None;
        for length in [2, 4, 6, 9, 12] {
            let prefix = DivisionCode::parse(digits.split_at(length).0).unwrap();
            if last != Some(prefix) {
                full += names.get(&prefix).copied().unwrap_or_default();
            }
            last = Some(prefix);
        }
        assert_eq!(directory.full_name(code, day(2023)).unwrap().to_string(), full);
    }
}

#[test]
fn every_row_is_the_child_of_one() {
    let directory = ningxia();
    let region = DivisionCode::from_static("64");
    let mut below = directory.children(region, day(2023));
    let mut count = 1;
    while let Some(code) = below.pop() {
        count += 1;
        if code.level() != DivisionLevel::Village {
            below.extend(directory.children(code, day(2023)));
        }
    }
    assert_eq!(count, 3_199);
    assert_eq!(directory.children(DivisionCode::from_static("100000"), day(2023)), [region]);
    assert_eq!(directory.children(region, day(2022)), []);
}

#[test]
fn laid_over_it_answers_first_and_the_national_table_the_rest() {
    let over = ningxia().over(Divisions::china());
    let status = |code: &str, year| over.status(DivisionCode::parse(code).unwrap(), day(year));
    assert_eq!(status("640202", 2023), DivisionStatus::Current, "both");
    assert_eq!(status("640202", 1990), DivisionStatus::Current, "the national table");
    assert_eq!(status("640222", 2023), DivisionStatus::Historical, "the national table");
    assert_eq!(status("110105", 2023), DivisionStatus::Current, "the national table");
    assert_eq!(status("640299", 2023), DivisionStatus::UnknownCounty, "the national table");
    assert_eq!(status("110105001", 2023), DivisionStatus::NotCovered, "no towns of Beijing");
    assert_eq!(status("110105001001", 2023), DivisionStatus::NotCovered);
    assert_eq!(status("640202999", 2023), DivisionStatus::UnknownTownship);
    assert_eq!(status("640202999001", 2023), DivisionStatus::UnknownTownship);
    assert_eq!(status("640202001999", 2023), DivisionStatus::UnknownVillage);
    assert_eq!(status("640202001999", 2022), DivisionStatus::NotCovered);
    assert_eq!(over.name(DivisionCode::from_static("110105"), day(2023)), Some("朝阳区"));
    assert_eq!(over.children(DivisionCode::from_static("100000"), day(2023)).len(), 34);
    assert_eq!(over.children(DivisionCode::from_static("640200"), day(2023)).len(), 3);
    assert_eq!(over.children(DivisionCode::from_static("640200"), day(1985)).len(), 6);
}

#[test]
fn alone_it_says_how_far_it_knows() {
    let alone = ningxia();
    for (code, status) in [
        ("110105", DivisionStatus::UnknownProvince),
        ("649900", DivisionStatus::UnknownPrefecture),
        ("640299", DivisionStatus::UnknownCounty),
        ("640202999", DivisionStatus::UnknownTownship),
        ("640202001999", DivisionStatus::UnknownVillage),
        ("100000", DivisionStatus::NotCovered),
    ] {
        assert_eq!(alone.status(DivisionCode::parse(code).unwrap(), day(2023)), status, "{code}");
    }
    let county = DivisionDirectory::parse("640202\t大武口区\n", 2023..=2023).unwrap();
    let town = DivisionCode::from_static("640202001");
    assert_eq!(county.status(town, day(2023)), DivisionStatus::NotCovered, "it lists no towns");
    let nothing = DivisionDirectory::parse("# nothing\n\n", 2023..=2023).unwrap();
    assert!(nothing.is_empty());
    assert_eq!(nothing.status(town, day(2023)), DivisionStatus::NotCovered);
}

#[test]
fn towns_of_a_city_without_counties_belong_to_the_city() {
    let list = "441900\t东莞市\n441900003\t东城街道\n441900003001\t岗贝社区\n";
    let directory = DivisionDirectory::parse(list, 2023..=2023).unwrap();
    let codes = ["441900", "441900003", "441900003001"].map(|code| code.parse().unwrap());
    let [city, town, village] = codes;
    assert_eq!(directory.children(city, day(2023)), [town]);
    let name = directory.full_name(village, day(2023)).unwrap();
    assert_eq!(name.to_string(), "东莞市东城街道岗贝社区");
}

#[test]
fn rows_may_carry_years_of_their_own() {
    let list = "640221001\t甲镇\t2001\t2009\n640221001\t乙镇\t2010\t\n640221002\t丙镇\t2015\t\n";
    let directory = DivisionDirectory::parse(list, 2000..=2023).unwrap();
    let [first, second] = ["640221001", "640221002"].map(|code| code.parse().unwrap());
    for (year, name, status) in [
        (1999, None, DivisionStatus::NotCovered),
        (2000, None, DivisionStatus::NotYet),
        (2001, Some("甲镇"), DivisionStatus::Current),
        (2009, Some("甲镇"), DivisionStatus::Current),
        (2010, Some("乙镇"), DivisionStatus::Current),
        (2023, Some("乙镇"), DivisionStatus::Current),
        (2024, None, DivisionStatus::NotCovered),
    ] {
        assert_eq!(directory.name(first, day(year)), name, "{year}");
        assert_eq!(directory.status(first, day(year)), status, "{year}");
    }
    assert_eq!(directory.status(second, day(2014)), DivisionStatus::NotYet);
    let ended = DivisionDirectory::parse("640221001\t甲镇\t2001\t2009", 2000..=2023).unwrap();
    assert_eq!(ended.status(first, day(2010)), DivisionStatus::Historical);
}

#[test]
fn a_newer_national_table_needs_no_release() {
    let over = DivisionDirectory::parse("640202\t大武口区\n", 2025..=2026).unwrap();
    let over = over.over(Divisions::china());
    let code = DivisionCode::from_static("640202");
    assert_eq!(over.status(code, day(2025)), DivisionStatus::Current);
    assert_eq!(over.status(code, day(2024)), DivisionStatus::Current);
    assert_eq!(
        over.status(DivisionCode::from_static("110105"), day(2025)),
        DivisionStatus::NotCovered
    );
}

#[test]
fn every_line_that_cannot_be_read_is_told_at_once() {
    let long = "长".repeat(61);
    let list = format!(
        "# head\n640202\n64020\t大武口区\n640202\t\n640202\t{long}\n640202\t甲\u{7}\n\
         640202\t甲\t199\t\n640202\t甲\t+199\t\n640202\t甲\t1990\t1989\n640202\t甲\t1990\tnow\n\
         640202\t甲\t1990\n640202\t甲\t1990\t\t\n\n640205\t惠农区\n640205\t又一个\n",
    );
    let errors = DivisionDirectory::parse(&list, 2000..=2023).unwrap_err();
    let told: Vec<_> = errors.iter().map(|e| (e.line(), e.column(), e.code())).collect();
    assert_eq!(
        told,
        [
            (2, 1, "cells"),
            (3, 1, "length"),
            (4, 2, "name"),
            (5, 2, "name"),
            (6, 2, "name"),
            (7, 3, "first-year"),
            (8, 3, "first-year"),
            (9, 4, "last-year"),
            (10, 4, "last-year"),
            (11, 1, "cells"),
            (12, 1, "cells"),
            (15, 1, "duplicate"),
        ],
    );
}

#[test]
fn a_code_is_there_twice_only_when_the_years_meet() {
    let errors = |list: &str| match DivisionDirectory::parse(list, 2000..=2023) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.iter().map(DirectoryError::line).collect(),
    };
    assert_eq!(errors("640202\t甲\t2000\t2004\n640202\t乙\t2005\t\n"), [0; 0]);
    assert_eq!(errors("640202\t甲\t2000\t2005\n640202\t乙\t2005\t\n"), [2]);
    assert_eq!(errors("640202\t乙\t2005\t\n640202\t甲\t2000\t2005\n"), [2]);
    assert_eq!(
        errors("640202\t甲\t2000\t2010\n640202\t乙\t2003\t2004\n640202\t丙\t2006\t\n"),
        [2, 3],
        "the longest reaches past its neighbor",
    );
}

#[test]
fn errors_say_the_line_and_why_and_not_the_text() {
    let list =
        "640202\t甲\n640202\t乙\n6402\nx\t甲\n640202\t甲\t1990\t1989\n640203\t\n640204\t甲\ta\t\n";
    let errors = DivisionDirectory::parse(list, 2000..=2023).unwrap_err();
    let texts: Vec<_> = errors.iter().map(|e| (e.to_string(), e.zh().to_string())).collect();
    let expected = [
        (
            "line 2, column 1: line 1 has the same code for the same time",
            "第2行第1列：与第1行代码相同且年份重叠",
        ),
        ("line 3, column 1: expected 2 or 4 cells, found 1", "第3行第1列：应为2列或4列，实为1列"),
        (
            "line 4, column 1: administrative division code: expected 2 characters, found 1 (character 2)",
            "第4行第1列：行政区划代码第2位：应为2个字符，实为1个",
        ),
        (
            "line 5, column 4: the last year is not empty and not a year of four digits from the first on",
            "第5行第4列：终止年份应为空，或为不早于起始年份的四位数字",
        ),
        (
            "line 6, column 2: the name is empty, too long or holds a control character",
            "第6行第2列：名称为空、过长或含有控制字符",
        ),
        (
            "line 7, column 3: the first year is not a year of four digits",
            "第7行第3列：起始年份应为四位数字",
        ),
    ];
    assert_eq!(texts, expected.map(|(english, zh)| (english.to_owned(), zh.to_owned())));
    assert_eq!(format!("{:?}", ningxia()), "DivisionDirectory(2023..=2023, 3199 rows, over None)");
}
