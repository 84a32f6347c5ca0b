//! Working days, against the control totals, the vectors and a walker of days.

#![cfg(feature = "china-calendar")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use gov_workflow::{Calendar, CalendarFault, RegionLayer};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The second opinion: reads the same files in its own way and walks over the days.
struct Walker {
    special: BTreeMap<NaiveDate, bool>,
    last: NaiveDate,
}

impl Walker {
    fn new(files: &[&str]) -> Self {
        let mut special = BTreeMap::new();
        for file in files {
            for line in file.lines().filter(|line| !line.starts_with('#')) {
                let (date, rest) = line.split_once('\t').unwrap();
                special.insert(day(date), rest.starts_with("work"));
            }
        }
        Self { special, last: day("2026-12-25") }
    }

    fn works(&self, day: NaiveDate) -> bool {
        let ordinary = day.weekday() != Weekday::Sat && day.weekday() != Weekday::Sun;
        self.special.get(&day).copied().unwrap_or(ordinary)
    }

    fn nth_after(&self, start: NaiveDate, n: u32) -> Option<NaiveDate> {
        let mut day = start;
        let mut left = n;
        while left > 0 {
            day = day.succ_opt().filter(|day| *day <= self.last)?;
            left -= u32::from(self.works(day));
        }
        Some(day)
    }

    fn between(&self, a: NaiveDate, b: NaiveDate) -> usize {
        a.iter_days().skip(1).take_while(|day| *day <= b).filter(|day| self.works(*day)).count()
    }
}

const CN: &str = include_str!("../data/workdays_cn.tsv");
const NX: &str = include_str!("../data/workdays_ningxia.tsv");

fn check_every_day(calendar: &Calendar, walker: &Walker) {
    let (first, last) = calendar.range();
    assert_eq!((first, last), (day("2007-01-01"), day("2026-12-25")));
    for date in first.iter_days().take_while(|date| *date <= last) {
        assert_eq!(calendar.is_working_day(date), Ok(walker.works(date)), "{date}");
        for n in [0, 1, 5, 20] {
            let due = calendar.nth_working_day_after(date, n).ok();
            assert_eq!(due, walker.nth_after(date, n), "{date} + {n}");
        }
    }
}

#[test]
fn every_covered_day_is_as_the_walker_has_it() {
    check_every_day(&Calendar::china(), &Walker::new(&[CN]));
}

#[test]
fn every_day_of_ningxia_is_as_the_walker_has_it() {
    let calendar = Calendar::china().with_region(RegionLayer::ningxia());
    check_every_day(&calendar, &Walker::new(&[CN, NX]));
}

proptest! {
    #[test]
    fn counting_is_what_walking_is(a in 0_u64..7298, days in 0_u64..7298, n in 0_u32..600) {
        let calendar = Calendar::china();
        let walker = Walker::new(&[CN]);
        let (first, last) = calendar.range();
        let a = first + chrono::Days::new(a);
        let b = (a + chrono::Days::new(days)).min(last);
        let between = calendar.working_days_between(a, b);
        prop_assert_eq!(between, Ok(u32::try_from(walker.between(a, b)).unwrap()));
        prop_assert_eq!(calendar.nth_working_day_after(a, n).ok(), walker.nth_after(a, n));
    }

    #[test]
    fn the_nth_working_day_is_n_working_days_away(a in 0_u64..7298, n in 0_u32..600) {
        let calendar = Calendar::china().with_region(RegionLayer::ningxia());
        let a = calendar.range().0 + chrono::Days::new(a);
        if let Ok(due) = calendar.nth_working_day_after(a, n) {
            prop_assert_eq!(calendar.working_days_between(a, due), Ok(n));
            prop_assert!(n == 0 || calendar.is_working_day(due).unwrap());
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(# firm: [0-9.-]{0,22}\n|[0-9-]{8,10}\t(off|work)\t\\PC{0,3}\t[0-9]{3,5}\n|\\PC{0,20}\n){0,6}") {
        if let Ok(calendar) = Calendar::parse("X", &text) {
            let (first, last) = calendar.range();
            prop_assert!(calendar.is_working_day(first).is_ok() && calendar.is_working_day(last).is_ok());
            prop_assert!(calendar.nth_working_day_after(first, u32::MAX).is_err());
        }
        prop_assert!(RegionLayer::parse("X", &text).is_err());
    }
}

#[test]
fn the_control_totals_are_met() {
    let calendar = Calendar::china().with_provisional_days();
    for line in include_str!("data/calendar_vectors.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let ["calendar", id, input, expected, ..] = columns[..] else { continue };
        if let Some(date) = id.strip_prefix("day-") {
            let works = calendar.is_working_day(day(date)).unwrap();
            assert_eq!(works, expected == "work", "{input}");
        } else {
            let year: i32 = id.trim_start_matches("wd-").parse().unwrap();
            let last_of = |year: i32| day(&format!("{year}-12-31"));
            let total = calendar.working_days_between(last_of(year - 1), last_of(year)).unwrap();
            assert_eq!(total.to_string(), expected, "{year}");
        }
    }
}

#[test]
fn outside_the_firm_days_there_is_no_answer() {
    let calendar = Calendar::china();
    for date in ["2006-12-31", "2026-12-26", "2027-01-04", "1949-10-01", "9999-12-31"] {
        let error = calendar.is_working_day(day(date)).unwrap_err();
        assert_eq!(error.range(), (day("2007-01-01"), day("2026-12-25")));
        assert!(calendar.nth_working_day_after(day(date), 0).is_err());
        assert!(calendar.working_days_between(day("2010-01-01"), day(date)).is_err());
        assert!(calendar.working_days_between(day(date), day("2010-01-01")).is_err());
    }
    let late = calendar.nth_working_day_after(day("2026-12-25"), 1).unwrap_err();
    assert_eq!(late.day(), day("2026-12-26"));
    assert_eq!(late.zh(), "工作日历没有覆盖2026-12-26，数据自2007-01-01起至2026-12-25止");
    assert_eq!(late.code(), "calendar-not-covered");
    for extreme in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(calendar.is_working_day(extreme).is_err());
        assert!(calendar.nth_working_day_after(extreme, u32::MAX).is_err());
        assert!(calendar.working_days_between(NaiveDate::MIN, extreme).is_err());
    }
    assert!(calendar.nth_working_day_after(day("2007-01-01"), u32::MAX).is_err());
    assert_eq!(calendar.working_days_between(day("2010-02-01"), day("2010-01-01")), Ok(0));
}

#[test]
fn provisional_days_are_asked_for_by_name() {
    let calendar = Calendar::china().with_provisional_days();
    assert_eq!(calendar.is_working_day(day("2026-12-28")), Ok(true));
    assert!(calendar.is_working_day(day("2027-01-01")).is_err());
    assert!(calendar.version().contains("provisional..2026-12-31"), "{}", calendar.version());
    assert_eq!(calendar.with_provisional_days(), calendar);
}

#[test]
fn a_region_says_what_it_does_not_know() {
    let national = Calendar::china();
    let lenient = national.with_region(RegionLayer::ningxia());
    let strict = national.with_strict_region(RegionLayer::ningxia());
    assert_eq!(lenient.is_working_day(day("2023-04-21")), Ok(true), "the national answer");
    let error = strict.is_working_day(day("2023-04-21")).unwrap_err();
    assert_eq!(error.day(), day("2023-04-21"));
    let error = strict.nth_working_day_after(day("2022-12-30"), 1).unwrap_err();
    assert_eq!(error.day(), day("2023-01-01"));
    assert!(strict.working_days_between(day("2017-06-01"), day("2019-06-01")).is_err(), "2018");
    assert_eq!(strict.is_working_day(day("2019-06-05")), Ok(false), "Eid al-Fitr");
    assert_eq!(national.is_working_day(day("2019-06-05")), Ok(true));

    let (a, b) = (day("2021-12-01"), day("2024-01-01"));
    assert_eq!(lenient.unknown_region_years(a, b), [2023, 2024]);
    assert_eq!(national.unknown_region_years(a, b), Vec::<i32>::new());
}

#[test]
fn a_version_names_data_and_notices() {
    let china = Calendar::china();
    let (text, print) = china.version().rsplit_once('#').unwrap();
    assert_eq!(text, "CN 2007-01-01..2026-12-25 notices 2007-2026 ");
    assert_eq!(print.len(), 16);
    let layered = china.with_strict_region(RegionLayer::ningxia());
    let rest = layered.version().strip_prefix(china.version()).unwrap();
    assert!(rest.starts_with(" + NX 2016,2017,2019,2020,2021,2022 notices 2016-2022 #"), "{rest}");
    assert!(rest.ends_with(" strict"), "{rest}");
    let changed = Calendar::parse("CN", &CN.replace("2026-10-10\twork", "2026-10-10\toff"));
    assert_ne!(changed.unwrap().version(), china.version());
    assert_eq!(format!("{china:?}"), format!("Calendar({})", china.version()));
}

#[test]
fn every_faulty_line_is_reported() {
    use CalendarFault::*;
    let text = "# firm: 2025-01-01..2025-12-31\n\
        2025-01-01 off 元旦 2025\n\
        2025-1-01\toff\t元旦\t2025\n\
        2025-02-29\toff\t元旦\t2025\n\
        2025-01-02\tfrei\t元旦\t2025\n\
        2025-01-03\toff\t \t2025\n\
        2025-01-04\toff\t元旦\t25\n\
        2025-01-05\toff\t元旦\t2025\n\
        2025-01-05\twork\t元旦\t2025\n\
        # firm: 2025-12-31..2025-01-01\n\
        # covered years: 2025 twenty\n\
        2025-01-06\toff\t元旦\t2025\textra\n\
        \n\
        \x202025-1-01\toff\t元旦\t2025\n\
        +12025-01-01\toff\t元旦\t2025\n";
    let faults = Calendar::parse("X", text).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.line(), fault.fault())).collect();
    let expected = [
        (2, Columns),
        (3, Date),
        (4, Date),
        (5, Mark),
        (6, Name),
        (7, Year),
        (9, Repeated),
        (10, Range),
        (11, Year),
        (12, Columns),
        (14, Date),
        (15, Date),
    ];
    assert_eq!(found, expected);
    let whole = |text| Calendar::parse("X", text).unwrap_err()[0];
    assert_eq!((whole("").line(), whole("").fault()), (1, NoCover));
    let gap = whole("# firm: 2025-01-01..2025-12-25\n# provisional: 2025-12-27..2025-12-31\n");
    assert_eq!((gap.line(), gap.fault()), (3, Gap));
    let region = |text| RegionLayer::parse("X", text).unwrap_err()[0].fault();
    assert_eq!(region("2025-01-01\toff\t元旦\t2025\n"), NoCover);
    assert_eq!(region("# covered years: 2024\n2025-01-01\toff\t元旦\t2025\n"), Stray);
}

#[test]
fn faults_are_told_in_both_languages() {
    use CalendarFault::*;
    for (fault, code, english, zh) in [
        (
            "a",
            "columns",
            "calendar line 1: expected four columns: day, off or work, name, year of the notice",
            "工作日历第1行：应有四列：日期、off或work、名称、通知年份",
        ),
        (
            "x\toff\t元旦\t2025",
            "date",
            "calendar line 1: no such day, expected YYYY-MM-DD",
            "工作日历第1行：没有这一天，应写作YYYY-MM-DD",
        ),
        (
            "2025-01-01\tx\t元旦\t2025",
            "mark",
            "calendar line 1: the second column is neither off nor work",
            "工作日历第1行：第二列应为off或work",
        ),
        (
            "2025-01-01\toff\t\t2025",
            "name",
            "calendar line 1: the name of the holiday is missing",
            "工作日历第1行：缺少节假日名称",
        ),
        (
            "2025-01-01\toff\t元旦\t20250",
            "year",
            "calendar line 1: expected a year of four digits",
            "工作日历第1行：年份应为四位数字",
        ),
        (
            "# firm: 2025",
            "range",
            "calendar line 1: expected a range of days, FIRST..LAST",
            "工作日历第1行：应为日期范围“起..止”",
        ),
        (
            "#",
            "no-cover",
            "calendar line 2: no line says which days are covered: firm or covered years",
            "工作日历第2行：没有写明覆盖哪些日期",
        ),
    ] {
        let error = Calendar::parse("X", fault).unwrap_err()[0];
        assert_eq!((error.code(), error.to_string().as_str()), (code, english));
        assert_eq!(error.zh(), zh);
    }
    let rest = [
        (Repeated, "the day stands on an earlier line, too"),
        (Gap, "the provisional days do not follow the firm ones"),
        (Stray, "a row lies outside the covered years"),
    ];
    for (fault, english) in rest {
        assert_eq!(fault.to_string(), english);
    }
}

#[test]
fn a_day_that_a_layer_names_beyond_the_cover_is_not_in_the_calendar() {
    let week = Calendar::parse("week", "# firm: 2026-01-01..2026-12-31\n").unwrap();
    let row = |day: &str| format!("{day}\toff\t示例节\t2025\n");
    let days = ["2025-03-31", "2026-03-20", "2027-03-10"];
    let text = format!("# covered years: 2025 2026 2027\n{}", days.map(row).concat());
    let layered = week.with_region(RegionLayer::parse("X", &text).unwrap());
    let shown = |text: &str| layered.special_day(day(text)).is_some();
    assert_eq!(days.map(shown), [false, true, false]);
    assert_eq!(layered.special_days_between(NaiveDate::MIN, NaiveDate::MAX).count(), 1);
}
