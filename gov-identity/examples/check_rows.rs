//! Checks a million rows of made-up numbers and compares the time with that of
//! the bare `csv` reader over the same bytes, in one run.
//!
//! ```sh
//! cargo run --release -p gov-identity --all-features --example check_rows
//! ```
//!
//! Two tables are measured: one as a service hall keeps it, with eight columns of
//! which two are checked, and one of the two numbers alone, where there is
//! hardly anything to read beside what is checked.
//!
//! The numbers belong to nobody: births in 1800 to 1869, and credit codes with a
//! body from the range that the standard leaves to users. One in a thousand has
//! a wrong check character.

use std::error::Error;
use std::fmt::Write;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use chrono::{Datelike, NaiveDate, TimeDelta};
use csv::{ByteRecord, ReaderBuilder};
use gov_identity::{Column, Divisions, RowCheck, RowReport, RowSummary, Subject, check_csv};

const ROWS: u32 = 1_000_000;
const ROUNDS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let [person, organization] = [Subject::ResidentId, Subject::CreditCode].map(Column::Required);
    let any = Column::Any;
    compare("as a hall keeps it", true, &[any, any, person, any, organization])?;
    compare("two numbers alone", false, &[person, organization])
}

fn compare(name: &str, wide: bool, columns: &[Column]) -> Result<(), Box<dyn Error>> {
    let file = table(wide)?;
    let check = RowCheck::new(columns.iter().copied());
    let with_table = check.clone().with_divisions(Divisions::china());
    let summary = run(&file, &check)?;
    println!("{name}: {} rows, {} bytes", summary.rows(), file.len());
    println!("  {} errors, {} notices", summary.errors(), summary.notices());

    // Turn and turn about, so that all meet the same machine; the best of each.
    let mut best = [Duration::MAX; 3];
    for _ in 0..ROUNDS {
        let times = [
            timed(|| bare(&file))?,
            timed(|| run(&file, &check).map(|summary| summary.rows()))?,
            timed(|| run(&file, &with_table).map(|summary| summary.rows()))?,
        ];
        for (best, time) in best.iter_mut().zip(times) {
            *best = time.min(*best);
        }
    }
    let [reader, checked, divided] = best;
    let hundredths = |time: Duration| time.as_nanos() * 100 / reader.as_nanos();
    let ratio = |time| format!("{}.{:02} x", hundredths(time) / 100, hundredths(time) % 100);
    println!("  bare csv reader:         {reader:?}");
    println!("  check_csv:               {checked:?}, {}", ratio(checked));
    println!("  check_csv and divisions: {divided:?}, {}", ratio(divided));
    Ok(())
}

/// Reads every row and looks at nothing.
fn bare(file: &[u8]) -> Result<u64, Box<dyn Error>> {
    let mut reader = ReaderBuilder::new().has_headers(true).flexible(true).from_reader(file);
    let mut record = ByteRecord::new();
    let mut rows = 0;
    while reader.read_byte_record(&mut record)? {
        rows += 1;
    }
    Ok(rows)
}

fn run(file: &[u8], check: &RowCheck) -> Result<RowSummary, Box<dyn Error>> {
    let mut progress = 0;
    let summary = check_csv(file, true, check, |report| {
        if let RowReport::Progress { rows } = report {
            progress = rows;
        }
        ControlFlow::Continue(())
    })?;
    assert_eq!(progress, summary.rows());
    Ok(summary)
}

fn timed(work: impl FnOnce() -> Result<u64, Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    let rows = work()?;
    assert_eq!(rows, u64::from(ROWS));
    Ok(start.elapsed())
}

/// A heading and a million rows.
fn table(wide: bool) -> Result<Vec<u8>, Box<dyn Error>> {
    let china = Divisions::china();
    let counties: Vec<String> =
        china.listed(china.data_date()).map(|code| code.as_str().to_owned()).collect();
    let first = NaiveDate::from_ymd_opt(1800, 1, 1).ok_or("no such day")?;
    let mut file = String::from(if wide {
        "序号,姓名,公民身份号码,单位名称,统一社会信用代码,联系地址,申请日期,事项名称\n"
    } else {
        "公民身份号码,统一社会信用代码\n"
    });
    for (row, county) in (0..ROWS).zip(counties.iter().cycle()) {
        let birth = first + TimeDelta::days(i64::from(row % 25_000));
        let (year, month, day) = (birth.year(), birth.month(), birth.day());
        let sequence = row % 999 + 1;
        let person = format!("{county}{year:04}{month:02}{day:02}{sequence:03}");
        let body = format!("PDY{:05}", row % 99_999 + 1);
        let code = format!("91{county}{body}{}", organization_check(&body));
        let wrong = row % 1_000 == 999;
        let (person_check, code_check) = (resident_check(&person), credit_check(&code));
        let code_check = if wrong { other(code_check) } else { code_check };
        if wide {
            writeln!(
                file,
                "{row},某某,{person}{person_check},石嘴山市某某商贸有限公司,{code}{code_check},\
                 大武口区某某路{row}号,2026-03-02,食品经营许可",
            )?;
        } else {
            writeln!(file, "{person}{person_check},{code}{code_check}")?;
        }
    }
    Ok(file.into_bytes())
}

/// ISO 7064 MOD 11-2, computed here a second time.
fn resident_check(body: &str) -> char {
    let sum = body.chars().fold(0, |sum, digit| (sum + digit.to_digit(10).unwrap_or(0)) * 2);
    char::from(b"10X98765432".get(usize::try_from(sum % 11).unwrap_or(0)).copied().unwrap_or(b'?'))
}

fn organization_check(body: &str) -> char {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let values = body.chars().map(|character| character.to_digit(36).unwrap_or(0));
    match 11 - values.zip(weights).map(|(value, weight)| value * weight).sum::<u32>() % 11 {
        11 => '0',
        10 => 'X',
        check => char::from_digit(check, 10).unwrap_or('?'),
    }
}

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

fn credit_check(body: &str) -> char {
    let value = |character| ALPHABET.chars().position(|letter| letter == character).unwrap_or(0);
    let (sum, _) = body.chars().fold((0, 1), |(sum, weight), character| {
        (sum + value(character) * weight, weight * 3 % 31)
    });
    ALPHABET.chars().nth((31 - sum % 31) % 31).unwrap_or('?')
}

/// Another character than this one.
fn other(check: char) -> char {
    if check == '0' { '1' } else { '0' }
}
