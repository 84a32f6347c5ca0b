//! Cases against what one would write by hand for the same work.
//!
//! The hand-written peers do no more than the least: a table of states, a scan of who
//! accepted, `serde_json` and SHA-256 of the same bytes, a walk over the same days.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Weekday};
use criterion::{BatchSize, Criterion};
use gov_benches::{Target, criterion, report};
use gov_identity::{CreditCode, DivisionCode, IdentityKey};
use gov_workflow::{
    Actor, Calendar, Case, CaseNumber, Channel, Command, Deadline, DeliveryWay, Event, History,
    ItemCode, Limit, Officer, Opinion, Procedure, ProcedureDraft, RegionLayer, Role, Rules,
    StaffId,
};
use sha2::{Digest, Sha256};

/// Events of the road from receipt to closing.
const ROAD: usize = 9;
/// Events of a case that is replayed.
const REPLAYED: usize = 20;
/// Deadlines in one iteration.
const STARTS: usize = 4000;
/// Events that are added to a short and to a long case.
const ADDED: usize = 100;

const STEP: &str = "Case step";
const CHAIN: &str = "Case step with JSON and chain";
const REPLAY: &str = "Case replay";
const DEADLINE: &str = "Deadline";
const LENGTH: &str = "Case length";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut criterion = criterion();
    let town = Town::new()?;
    steps(&mut criterion, &town)?;
    chain(&mut criterion, &town)?;
    replay(&mut criterion, &town)?;
    deadlines(&mut criterion)?;
    lengths(&mut criterion, &town)?;
    criterion.final_summary();
    report(ROAD, &[(STEP, "decide and apply", "by hand", Target::Within(5.0))])?;
    report(
        ROAD,
        &[(CHAIN, "decide, apply, record", "serde_json and SHA-256", Target::Within(1.5))],
    )?;
    report(REPLAYED, &[(REPLAY, "replay", "deserialize", Target::Within(1.3))])?;
    report(
        STARTS,
        &[
            (DEADLINE, "twenty working days", "walk", Target::Faster(20.0)),
            // The value that keeps its limit, its law and its calendar, to explain itself.
            (DEADLINE, "with its reckoning", "walk", Target::Faster(20.0)),
            // The same, by a calendar that counts its owners.
            (DEADLINE, "with its region", "walk", Target::Faster(8.0)),
        ],
    )?;
    report(ADDED, &[(LENGTH, "after 10000 events", "after 100 events", Target::Within(1.2))])?;
    Ok(())
}

/// A procedure, its people, and the road of a case.
struct Town {
    rules: Rules,
    road: Vec<(Actor, Command)>,
    review: (Actor, Command),
    start: DateTime<FixedOffset>,
}

impl Town {
    fn new() -> Result<Self> {
        let bureau = CreditCode::from_static("11640200PDY00001XK");
        let division = DivisionCode::from_static("640200");
        let item = ItemCode::parse("1164020010001501113000131001000")?;
        let draft = ProcedureDraft::licensing(item, "示例许可", bureau, division);
        let procedure = Procedure::try_new(draft).map_err(|_| "a procedure")?;
        let applicant = IdentityKey::parse("111:11010519491231002X").map_err(|_| "a key")?;
        let officer = |staff: &str, role| -> Result<Actor> {
            let (staff, roles) = (StaffId::parse(staff)?, [role].into());
            Ok(Actor::Officer(Officer { staff, body: bureau, division, roles }))
        };
        let (window, reviewer) =
            (officer("W-01", Role::Acceptance)?, officer("R-01", Role::Review)?);
        let (decider, issuer) =
            (officer("D-01", Role::Decision)?, officer("I-01", Role::Issuance)?);
        let exit = officer("W-02", Role::Delivery)?;
        let review = Command::RecordReview {
            step: "初审".to_owned(),
            opinion: Opinion::InFavor,
            note: "材料属实".to_owned(),
        };
        let receive = Command::Receive {
            case: CaseNumber::parse("2026-0001")?,
            applicant: applicant.clone(),
            channel: Channel::WEB,
            materials: [].into(),
        };
        let issue = Command::Issue { license: "示例证字第0001号".to_owned() };
        let deliver = Command::Deliver { way: DeliveryWay::Window, receiver: applicant.clone() };
        let road = vec![
            (Actor::Applicant(applicant), receive),
            (window, Command::Accept),
            (reviewer.clone(), Command::StartReview),
            (reviewer.clone(), review.clone()),
            (reviewer.clone(), review.clone()),
            (decider, Command::Grant),
            (issuer, issue),
            (exit.clone(), deliver),
            (exit, Command::Close),
        ];
        assert_eq!(road.len(), ROAD);
        Ok(Self {
            rules: Rules::new(procedure, Calendar::china()),
            road,
            review: (reviewer, review),
            start: DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00")?,
        })
    }

    /// Goes the road, handing each event over.
    fn go(&self, mut keep: impl FnMut(&Event)) -> Case {
        let mut case = Case::draft();
        for (minutes, (actor, command)) in (0..).zip(&self.road) {
            let at = self.start + TimeDelta::minutes(minutes);
            let decided = case.decide(&self.rules, black_box(command), actor, at);
            for event in decided.unwrap_or_default() {
                if case.apply(&event).is_ok() {
                    keep(&event);
                }
            }
        }
        case
    }

    /// A case under review with so many events, for which the last day to decide is unimportant.
    fn reviewed(&self, events: u64) -> Case {
        let mut case = Case::draft();
        for (actor, command) in self.road.iter().take(3) {
            for event in case.decide(&self.rules, command, actor, self.start).unwrap_or_default() {
                let _ = case.apply(&event);
            }
        }
        while case.version() < events {
            self.review_once(&mut case);
        }
        case
    }

    fn review_once(&self, case: &mut Case) {
        let (actor, command) = &self.review;
        for event in case.decide(&self.rules, command, actor, self.start).unwrap_or_default() {
            let _ = case.apply(&event);
        }
    }
}

/// What one writes by hand: a table of states, who may, and the scan of who accepted.
mod by_hand {
    use super::{Arc, DateTime, FixedOffset};

    #[derive(Clone, Debug)]
    #[expect(dead_code, reason = "kept, as a log keeps it, and read by nobody here")]
    pub(crate) struct Entry {
        pub(crate) at: DateTime<FixedOffset>,
        pub(crate) staff: Arc<str>,
        pub(crate) body: [u8; 18],
        pub(crate) kind: u8,
        pub(crate) text: String,
    }

    #[derive(Debug, Default)]
    pub(crate) struct Log {
        pub(crate) state: u8,
        pub(crate) entries: Vec<Entry>,
    }

    const ACCEPTED: u8 = 1;
    const GRANTED: u8 = 4;

    /// Columns are kinds of events, rows are states; 255 is not possible.
    const AFTER: [[u8; 8]; 8] = [
        [1, 255, 255, 255, 255, 255, 255, 255],
        [255, 2, 255, 255, 255, 255, 255, 255],
        [255, 255, 3, 255, 4, 255, 255, 255],
        [255, 255, 255, 3, 4, 255, 255, 255],
        [255, 255, 255, 255, 255, 5, 255, 255],
        [255, 255, 255, 255, 255, 255, 6, 255],
        [255, 255, 255, 255, 255, 255, 255, 7],
        [255, 255, 255, 255, 255, 255, 255, 255],
    ];

    impl Log {
        /// Whether it was done.
        pub(crate) fn step(&mut self, entry: Entry) -> bool {
            let row = AFTER.get(usize::from(self.state));
            let after = row.and_then(|row| row.get(usize::from(entry.kind))).copied();
            let Some(after) = after.filter(|after| *after != 255) else { return false };
            if self.entries.last().is_some_and(|last| entry.at < last.at) {
                return false;
            }
            let accepted_by_the_same = |earlier: &Entry| {
                earlier.kind == ACCEPTED
                    && earlier.staff == entry.staff
                    && earlier.body == entry.body
            };
            if entry.kind == GRANTED && self.entries.iter().any(accepted_by_the_same) {
                return false;
            }
            self.state = after;
            self.entries.push(entry);
            true
        }
    }
}

fn steps(criterion: &mut Criterion, town: &Town) -> Result<()> {
    let kinds = [0, 1, 2, 3, 3, 4, 5, 6, 7];
    let people: Vec<Arc<str>> =
        ["A", "W-01", "R-01", "R-01", "R-01", "D-01", "I-01", "W-02", "W-02"].map(Arc::from).into();
    let body = *b"11640200PDY00001XK";
    let by_hand = || {
        let mut log = by_hand::Log::default();
        for (minutes, (kind, staff)) in (0..).zip(kinds.iter().zip(&people)) {
            let at = town.start + TimeDelta::minutes(minutes);
            let text = if *kind == 3 { "材料属实".to_owned() } else { String::new() };
            let (kind, staff) = (black_box(*kind), staff.clone());
            log.step(by_hand::Entry { at, staff, body, kind, text });
        }
        log
    };
    if by_hand().entries.len() != ROAD || town.go(|_| {}).version() != 9 {
        return Err("the road is closed".into());
    }
    let mut group = criterion.benchmark_group(STEP);
    group.bench_function("by hand", |bencher| bencher.iter(by_hand));
    group.bench_function("decide and apply", |bencher| bencher.iter(|| town.go(|_| {})));
    group.finish();
    Ok(())
}

fn chain(criterion: &mut Criterion, town: &Town) -> Result<()> {
    let number = CaseNumber::parse("2026-0001")?;
    let mut events = Vec::new();
    town.go(|event| events.push(event.clone()));
    let mut group = criterion.benchmark_group(CHAIN);
    group.bench_function("decide, apply, record", |bencher| {
        bencher.iter(|| {
            let mut history = History::new(number.clone());
            town.go(|event| {
                let _ = history.record(event);
            });
            history
        });
    });
    // What the chain hashes and writes around an event: its place, the hashes before and after.
    let place = "gov-workflow history 1\n2026-0001\n1\n".to_owned() + &"0".repeat(64) + "\n";
    group.bench_function("serde_json and SHA-256", |bencher| {
        bencher.iter(|| {
            let mut text = String::new();
            for event in &events {
                let line = serde_json::to_string(black_box(event)).unwrap_or_default();
                let digest = Sha256::new().chain_update(&place).chain_update(&line).finalize();
                text.push_str(&line);
                black_box(digest);
            }
            text
        });
    });
    group.finish();
    Ok(())
}

fn replay(criterion: &mut Criterion, town: &Town) -> Result<()> {
    let mut lines = Vec::new();
    let mut case = Case::draft();
    let mut at = town.start;
    let reviews = std::iter::repeat_n(&town.review, REPLAYED - (ROAD - 2));
    let (before, after) = (town.road.iter().take(3), town.road.iter().skip(5));
    for (actor, command) in before.chain(reviews).chain(after) {
        at += TimeDelta::minutes(1);
        let decided = case.decide(&town.rules, command, actor, at).map_err(|_| "refused")?;
        for event in decided {
            case.apply(&event)?;
            lines.push(event.to_json()?);
        }
    }
    assert_eq!(lines.len(), REPLAYED);
    let replayed = |lines: &[String]| {
        let mut case = Case::draft();
        for line in lines {
            if let Ok(event) = Event::from_json(line) {
                let _ = case.apply(&event);
            }
        }
        case
    };
    assert!(replayed(&lines) == case);
    let mut group = criterion.benchmark_group(REPLAY);
    group.bench_function("deserialize", |bencher| {
        bencher.iter(|| {
            for line in &lines {
                let _ = black_box(serde_json::from_str::<Event>(black_box(line)));
            }
        });
    });
    group.bench_function("replay", |bencher| bencher.iter(|| replayed(black_box(&lines))));
    group.finish();
    Ok(())
}

fn deadlines(criterion: &mut Criterion) -> Result<()> {
    let calendar = Calendar::china();
    let mut special = BTreeMap::new();
    for row in include_str!("../gov-workflow/data/workdays_cn.tsv").lines() {
        let mut columns = row.split('\t');
        if let (Some(day), Some(mark)) = (columns.next(), columns.next()) {
            special.insert(day.parse::<NaiveDate>()?, mark == "work");
        }
    }
    let first = NaiveDate::from_ymd_opt(2007, 1, 1).ok_or("a day")?;
    // All over the years, so that no day stays in the processor's memory of the last one.
    let starts: Vec<_> = first.iter_days().take(7000).collect();
    let starts: Vec<_> =
        (0..STARTS).filter_map(|index| starts.get(index * 2741 % starts.len()).copied()).collect();
    let walk = |start: NaiveDate| {
        let (mut day, mut left) = (start, 20);
        while left > 0 {
            day = day.succ_opt()?;
            let ordinary = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            left -= u32::from(special.get(&day).copied().unwrap_or(ordinary));
        }
        Some(day)
    };
    let regional = calendar.with_region(RegionLayer::ningxia());
    let limit = Limit::decision();
    let reckon = |start| Deadline::reckon(limit.clone(), start, &calendar);
    assert!(starts.iter().all(|start| reckon(*start).due().ok() == walk(*start)));
    let mut group = criterion.benchmark_group(DEADLINE);
    group.bench_function("walk", |bencher| {
        bencher.iter(|| {
            for start in &starts {
                black_box(walk(black_box(*start)));
            }
        });
    });
    group.bench_function("twenty working days", |bencher| {
        bencher.iter(|| {
            for start in &starts {
                black_box(calendar.nth_working_day_after(black_box(*start), 20).is_ok());
            }
        });
    });
    group.bench_function("with its reckoning", |bencher| {
        bencher.iter(|| {
            for start in &starts {
                black_box(reckon(black_box(*start)));
            }
        });
    });
    group.bench_function("with its region", |bencher| {
        bencher.iter(|| {
            for start in &starts {
                black_box(Deadline::reckon(limit.clone(), black_box(*start), &regional));
            }
        });
    });
    group.finish();
    Ok(())
}

fn lengths(criterion: &mut Criterion, town: &Town) -> Result<()> {
    let mut group = criterion.benchmark_group(LENGTH);
    for events in [100, 10_000] {
        let case = town.reviewed(events);
        if case.version() != events {
            return Err("a case cannot grow".into());
        }
        group.bench_function(format!("after {events} events"), |bencher| {
            bencher.iter_batched_ref(
                || case.clone(),
                |case| {
                    for _ in 0..ADDED {
                        town.review_once(case);
                    }
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
    Ok(())
}
