//! Numbers against peers and against a bare loop over the same bytes.
//!
//! All numbers are made up: persons have the sequence 000, which is given to
//! nobody; organizations have the range PDY00001 to PDY99999.

use std::error::Error;
use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, Throughput};
use gov_benches::{Target, criterion, report};
use gov_identity::{CreditCode, DivisionCode, Divisions, OrganizationCode, ResidentId};

/// Numbers in one iteration.
const COUNT: usize = 1000;
/// Lookups in one iteration: too many for the processor to learn their paths.
const LOOKUPS: usize = 50_000;

const RESIDENTS: &str = "ResidentId";
const CREDIT: &str = "CreditCode";
const DIVISIONS: &str = "Divisions";

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = criterion();
    residents(&mut criterion);
    credit_codes(&mut criterion);
    divisions(&mut criterion)?;
    criterion.final_summary();
    report(
        COUNT,
        &[
            (RESIDENTS, "parse", "cinv", Target::Faster(5.0)),
            (RESIDENTS, "parse", "china-citizen-id", Target::Faster(5.0)),
            (RESIDENTS, "parse", "bare loop", Target::Within(3.0)),
            // The peers look the county up; ours does when asked.
            (RESIDENTS, "parse and county", "cinv", Target::Told),
            (RESIDENTS, "parse and county", "china-citizen-id", Target::Told),
            (CREDIT, "parse", "bare loop", Target::Within(3.0)),
        ],
    )?;
    report(
        LOOKUPS,
        &[
            (DIVISIONS, "status", "bare search", Target::Within(2.0)),
            (DIVISIONS, "name", "bare search", Target::Within(2.0)),
        ],
    )?;
    Ok(())
}

fn residents(criterion: &mut Criterion) {
    let numbers = made_up_persons();
    let china = Divisions::china();
    assert!(numbers.iter().all(|number| ResidentId::parse(number).is_ok()));
    assert!(numbers.iter().all(|number| cinv::is_valid(number)));
    assert!(numbers.iter().all(|number| china_citizen_id::parse_v2(number).is_ok()));
    assert!(numbers.iter().all(|number| bare_mod_11_2(number)));

    let mut group = criterion.benchmark_group(RESIDENTS);
    group.throughput(Throughput::Elements(1000));
    group.bench_function("bare loop", |bencher| {
        bencher.iter(|| each(&numbers, bare_mod_11_2));
    });
    group.bench_function("parse", |bencher| {
        bencher.iter(|| each(&numbers, ResidentId::parse));
    });
    group.bench_function("parse and county", |bencher| {
        let parse = |number: &str| ResidentId::parse(number).map(|id| china.birth_notice(&id));
        bencher.iter(|| each(&numbers, parse));
    });
    group.bench_function("cinv", |bencher| {
        bencher.iter(|| each(&numbers, cinv::is_valid));
    });
    group.bench_function("china-citizen-id", |bencher| {
        bencher.iter(|| each(&numbers, china_citizen_id::parse_v2));
    });
    group.finish();
}

fn credit_codes(criterion: &mut Criterion) {
    let codes = made_up_organizations();
    assert!(codes.iter().all(|code| CreditCode::parse(code).is_ok()));
    assert!(codes.iter().all(|code| bare_mod_31(code)));

    let mut group = criterion.benchmark_group(CREDIT);
    group.throughput(Throughput::Elements(1000));
    group.bench_function("bare loop", |bencher| bencher.iter(|| each(&codes, bare_mod_31)));
    group.bench_function("parse", |bencher| bencher.iter(|| each(&codes, CreditCode::parse)));
    group.finish();
}

/// Lookups in the table against a binary search over the codes of its rows.
fn divisions(criterion: &mut Criterion) -> Result<(), Box<dyn Error>> {
    let china = Divisions::china();
    let date = NaiveDate::from_ymd_opt(2000, 6, 1).ok_or("a date")?;
    let rows = include_str!("../gov-identity/data/divisions.tsv").lines();
    let codes = rows.filter_map(|row| row.split('\t').next()?.parse().ok());
    let codes: Vec<u32> = codes.filter(|code| (110_000..830_000).contains(code)).collect();
    assert!(codes.is_sorted() && codes.len() > 7000);
    // Known codes and, between them, unknown ones.
    let asked = (0..LOOKUPS).filter_map(|index| codes.get(index * 7919 % codes.len()));
    let asked: Vec<u32> =
        asked.enumerate().map(|(index, code)| code + u32::from(index % 8 == 0)).collect();
    let questions: Vec<_> = asked
        .iter()
        .map(|code| DivisionCode::parse(&code.to_string()))
        .collect::<Result<_, _>>()?;
    assert_eq!(questions.len(), LOOKUPS);

    let mut group = criterion.benchmark_group(DIVISIONS);
    group.throughput(Throughput::Elements(50_000));
    group.bench_function("bare search", |bencher| {
        bencher.iter(|| {
            for code in &asked {
                black_box(codes.binary_search(black_box(code)).is_ok());
            }
        });
    });
    group.bench_function("status", |bencher| {
        bencher.iter(|| {
            for code in &questions {
                black_box(china.status(*black_box(code), date));
            }
        });
    });
    group.bench_function("name", |bencher| {
        bencher.iter(|| {
            for code in &questions {
                black_box(china.name(*black_box(code), date));
            }
        });
    });
    group.finish();
    Ok(())
}

/// Does the work once for each number and keeps the optimizer from leaving it out.
fn each<T>(numbers: &[String], mut work: impl FnMut(&str) -> T) {
    for number in numbers {
        black_box(work(black_box(number)));
    }
}

/// The least that a check of a citizen number can be: eighteen weights, one remainder.
fn bare_mod_11_2(number: &str) -> bool {
    const WEIGHTS: [u32; 18] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
    let value = |byte: u8| if byte == b'X' { 10 } else { u32::from(byte.wrapping_sub(b'0')) };
    let products = number.bytes().zip(WEIGHTS).map(|(byte, weight)| value(byte) * weight);
    number.len() == 18 && products.sum::<u32>() % 11 == 1
}

/// The same for a credit code, with a table of the values of characters.
fn bare_mod_31(code: &str) -> bool {
    const WEIGHTS: [u32; 18] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1];
    let value = |byte: u8| VALUES.get(usize::from(byte)).map_or(0, |value| u32::from(*value));
    let products = code.bytes().zip(WEIGHTS).map(|(byte, weight)| value(byte) * weight);
    code.len() == 18 && products.sum::<u32>().is_multiple_of(31)
}

const VALUES: [u8; 128] = values();

const fn values() -> [u8; 128] {
    let mut values = [0; 128];
    let mut rest: &[u8] = ALPHABET.as_bytes();
    let mut value = 0;
    while let [byte, tail @ ..] = rest {
        #[expect(clippy::indexing_slicing, clippy::as_conversions, reason = "ASCII; const")]
        {
            values[*byte as usize] = value;
        }
        value += 1;
        rest = tail;
    }
    values
}

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const COUNTIES: [&str; 8] =
    ["110101", "120101", "310101", "320102", "440103", "510104", "610102", "650102"];

fn made_up_persons() -> Vec<String> {
    let place = |index: usize| COUNTIES.get(index % COUNTIES.len()).copied().unwrap_or_default();
    let number = |index: usize| {
        let (year, month) = (1950 + index % 70, 1 + index % 12);
        let day = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            .get(month - 1)
            .map(|days| 1 + index % days)?;
        let body = format!("{}{year}{month:02}{day:02}000", place(index));
        let checked =
            |check: char| Some(format!("{body}{check}")).filter(|text| bare_mod_11_2(text));
        "0123456789X".chars().find_map(checked)
    };
    (0..COUNT).filter_map(number).collect()
}

fn made_up_organizations() -> Vec<String> {
    let place = |index: usize| COUNTIES.get(index % COUNTIES.len()).copied().unwrap_or_default();
    let code = |index: usize| {
        let body = format!("PDY{:05}", 1 + index * 97);
        let mut own = ALPHABET.chars().map(|check| format!("{body}{check}"));
        let own = own.find(|code| OrganizationCode::parse(code).is_ok())?;
        let code = format!("91{}{own}", place(index));
        let checked = |check: char| Some(format!("{code}{check}")).filter(|text| bare_mod_31(text));
        ALPHABET.chars().find_map(checked)
    };
    (0..COUNT).filter_map(code).collect()
}
