//! A catalog against bare parsing, a bare map and its own text.
//!
//! Each work takes a second or more, so it is timed as a whole, in rounds that
//! alternate with the other work; the fastest round of each counts.
//!
//! The items are made up: bodies of the range PDY00001 to PDY99999, directory
//! items of one department. Every item has all elements of the exchange tables.
//! Copies of a directory item share its texts, as real ones do; telephones and
//! local codes are their own. A second text, where nothing at all is shared,
//! shows the memory without that.

use std::collections::HashMap;
use std::env;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use gov_benches::{Missed, Target};
use gov_catalog::gov_identity::CreditCode;
use gov_catalog::{Catalog, Item, ItemCode};
use serde_json::Value;

/// Items of the main comparison.
const ITEMS: usize = 100_000;
/// Items of the two ends between which the cost of one item stays flat.
const FLAT: [usize; 2] = [10_000, 1_000_000];
/// Directory items that the bodies implement.
const DIRECTORY: usize = 2_000;
/// Rounds of each work.
const ROUNDS: usize = 5;

const TEMPLATE: &str = include_str!("../gov-catalog/tests/data/catalog.json");

fn main() -> Result<(), Missed> {
    // `-- --flat` measures the two ends only, `-- --quick` all but them.
    if env::args().any(|argument| argument == "--flat") {
        let mut table = Table::default();
        flatness(&mut table);
        return table.finish();
    }
    // `cargo test --benches` and `cargo bench -- --test` only want to see it run.
    let short = env::args().any(|argument| argument == "--test");
    let items = if short { 200 } else { ITEMS };
    let mut table = Table::default();
    compare(&mut table, items);
    memory(&mut table, items);
    if !short && env::args().all(|argument| argument != "--quick") {
        flatness(&mut table);
    }
    table.finish()
}

/// Loading, checking and looking up, in one run.
fn compare(table: &mut Table, items: usize) {
    let text = generate(items, Sharing::Copies);
    println!("{items} items, {} bytes of JSON each", text.len() / items.max(1));
    let catalog = load(&text);
    assert_eq!(catalog.len(), items);
    assert_eq!(catalog.check().len(), 0, "the generated catalog keeps every rule");

    let [value, ours, check] = fastest([
        &mut || work(serde_json::from_str::<Value>(&text).is_ok()),
        &mut || work(load(&text).len()),
        &mut || work(catalog.check().len()),
    ]);
    table.row("load / serde_json::Value", ours, value, items, Target::Within(2.0));
    table.row("full check / load", check, ours, items, Target::Within(2.0));

    let codes = shuffled(&catalog.iter().map(Item::code).collect::<Vec<_>>());
    let bare: HashMap<ItemCode, &Item> = catalog.iter().map(|item| (item.code(), item)).collect();
    let versions = |item: Option<&Item>| item.map_or(0, Item::version);
    let [lookup, map] = fastest([
        &mut || work(codes.iter().map(|code| versions(catalog.get(*code))).sum::<u32>()),
        &mut || {
            let found = codes.iter().map(|code| versions(bare.get(code).copied()));
            work(found.sum::<u32>());
        },
    ]);
    table.row("lookup by code / bare HashMap", lookup, map, codes.len(), Target::Within(2.0));
}

/// Bytes that the catalog keeps, against the bytes of its text.
fn memory(table: &mut Table, items: usize) {
    for (sharing, name, target) in [
        (Sharing::Copies, "memory / JSON text", Target::Within(1.5)),
        (Sharing::Nothing, "memory / JSON text, no text shared", Target::Told),
    ] {
        let text = generate(items, sharing);
        let mut catalog = None;
        let counted = allocation_counter::measure(|| catalog = Some(load(&text)));
        let kept = usize::try_from(counted.bytes_current).unwrap_or(0);
        drop(catalog);
        table.bytes(name, kept, text.len(), items, target);
    }
}

/// Loading and checking at both ends, one item's share of it.
fn flatness(table: &mut Table) {
    let [few, many] = FLAT.map(|items| {
        let text = generate(items, Sharing::Copies);
        let [load_time] = fastest_of(2, [&mut || work(load(&text).len())]);
        let catalog = load(&text);
        drop(text);
        let [check_time] = fastest_of(2, [&mut || work(catalog.check().len())]);
        [load_time, check_time].map(|time| time / u32::try_from(items).unwrap_or(1))
    });
    table.row("load of one of 1,000,000 / of 10,000", many[0], few[0], 1, Target::Within(1.3));
    table.row("check of one of 1,000,000 / of 10,000", many[1], few[1], 1, Target::Within(1.3));
}

/// Keeps a result from being optimized away.
fn work<T>(result: T) {
    black_box(result);
}

fn load(text: &str) -> Catalog {
    Catalog::from_json(text).unwrap_or_default()
}

/// The fastest of several rounds of each work, the works taking turns.
fn fastest<const N: usize>(works: [&mut dyn FnMut(); N]) -> [Duration; N] {
    fastest_of(ROUNDS, works)
}

fn fastest_of<const N: usize>(rounds: usize, mut works: [&mut dyn FnMut(); N]) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..rounds {
        for (work, best) in works.iter_mut().zip(&mut best) {
            let start = Instant::now();
            work();
            *best = start.elapsed().min(*best);
        }
    }
    best
}

/// How much the texts of items are alike.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Sharing {
    /// Copies of a directory item have its texts, and their own telephones,
    /// local codes and addresses.
    Copies,
    /// Every text is its item's own, law names included.
    Nothing,
}

/// A list of items as JSON text without white space.
fn generate(items: usize, sharing: Sharing) -> String {
    let list: Value = serde_json::from_str(TEMPLATE).unwrap_or_default();
    let template = list.get(0).map(Value::to_string).unwrap_or_default();
    let bodies: Vec<String> = (0..items.div_ceil(DIRECTORY)).filter_map(body).collect();
    let mut text = String::with_capacity(items * (template.len() + 64));
    text.push('[');
    for number in 0..items {
        if number > 0 {
            text.push(',');
        }
        let (place, directory) = (number / DIRECTORY, number % DIRECTORY);
        let body = bodies.get(place).map_or("", String::as_str);
        let basic = format!("000131{:03}{:03}", directory / 10 + 1, directory % 10 + 1);
        let item = template
            .replace("11640200PDY00001XK3000131900001", &format!("{body}3{basic}"))
            .replace("11640200PDY00001XK", body)
            .replace("LI-0900-01", &format!("LI-{number:08}"))
            .replace("row-0001", &format!("{number:032x}"))
            .replace("-0000001", &format!("-1{number:07}"))
            .replace("-0000002", &format!("-2{number:07}"))
            .replace("示例路1号", &format!("示例路{place}号"))
            .replace("示例局", &format!("示例{place}局"));
        let own = match sharing {
            Sharing::Copies => directory,
            Sharing::Nothing => number,
        };
        let item = item.replace("示例许可", &format!("示例许可{own}")).replace(
            "条例",
            &match sharing {
                Sharing::Copies => format!("条例{}", directory % 100),
                Sharing::Nothing => "条例".into(),
            },
        );
        match sharing {
            Sharing::Copies => text.push_str(&item),
            Sharing::Nothing => unshare(&item, number, &mut text),
        }
    }
    text.push(']');
    text
}

/// Gives every Chinese text of an item a mark of its own.
fn unshare(item: &str, number: usize, text: &mut String) {
    let mut position = 0;
    for part in item.split_inclusive('"') {
        let chinese = part.trim_end_matches('"');
        if chinese.is_ascii() {
            text.push_str(part);
        } else {
            // Writing to a string does not fail.
            let _ = write!(text, "{chinese}{number}/{position}\"");
            position += 1;
        }
    }
}

/// A made-up body: the number decides, the check characters are searched for.
fn body(number: usize) -> Option<String> {
    let checks = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let stem = format!("11640200PDY{:05}", number + 1);
    let pairs = "0123456789X".chars().flat_map(|one| checks.chars().map(move |two| (one, two)));
    let mut codes = pairs.map(|(one, two)| format!("{stem}{one}{two}"));
    codes.find(|code| CreditCode::parse(code).is_ok())
}

/// In an order that no cache has seen: a fixed stride through the list.
fn shuffled(codes: &[ItemCode]) -> Vec<ItemCode> {
    let count = codes.len();
    let stride = 7_919;
    (0..count).filter_map(|place| codes.get(place * stride % count).copied()).collect()
}

/// The rows that were measured, and how many missed.
#[derive(Default)]
struct Table {
    missed: Vec<String>,
}

impl Table {
    fn row(&mut self, name: &str, ours: Duration, other: Duration, items: usize, target: Target) {
        let each = |time: Duration| {
            time.as_secs_f64() * 1e9 / f64::from(u32::try_from(items).unwrap_or(1))
        };
        self.print(name, each(ours), each(other), "ns", target);
    }

    fn bytes(&mut self, name: &str, ours: usize, other: usize, items: usize, target: Target) {
        let each = |bytes: usize| f64::from(u32::try_from(bytes / items.max(1)).unwrap_or(0));
        self.print(name, each(ours), each(other), "bytes", target);
    }

    fn print(&mut self, name: &str, ours: f64, other: f64, unit: &str, target: Target) {
        let ratio = ours / other;
        let kept = match target {
            Target::Within(most) => ratio <= most,
            Target::Faster(least) => other / ours >= least,
            _ => true,
        };
        let verdict = if kept { "" } else { "  MISSED" };
        println!("{name:<42} {ours:>11.1} {other:>11.1} {unit:<6} {ratio:>6.2}  {target}{verdict}");
        if !kept {
            self.missed.push(name.into());
        }
    }

    fn finish(self) -> Result<(), Missed> {
        if !self.missed.is_empty() && env::var_os("BENCH_STRICT").is_some() {
            return Err(Missed::from(self.missed.len()));
        }
        Ok(())
    }
}
