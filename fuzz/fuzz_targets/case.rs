#![no_main]

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_workflow::gov_identity::DivisionCode;
use gov_workflow::report::{Particulars, Report};
use gov_workflow::*;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// A procedure and the events of a case, a line each.
const STORIES: [&str; 4] = [
    include_str!("../stories/adjourned.jsonl"),
    include_str!("../stories/promise.jsonl"),
    include_str!("../stories/renewal.jsonl"),
    include_str!("../stories/tolerated.jsonl"),
];

#[derive(Arbitrary, Debug)]
struct Input {
    story: u8,
    changes: Vec<(u16, Leaf)>,
    now: (i32, u32),
}

/// What stands in the place of a value.
#[derive(Arbitrary, Clone, Debug)]
enum Leaf {
    Nothing,
    Number(i64),
    Text(String),
    Day(i32),
    Moment(i64),
    Empty,
}

impl Leaf {
    fn value(&self) -> Value {
        let day = |days: i32| NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        match self {
            Self::Nothing => Value::Null,
            Self::Number(number) => (*number).into(),
            Self::Text(text) => text.clone().into(),
            Self::Day(days) => day(*days).to_string().into(),
            Self::Moment(seconds) => {
                DateTime::from_timestamp(*seconds, 0).unwrap_or_default().to_rfc3339().into()
            }
            Self::Empty => Value::Array(Vec::new()),
        }
    }
}

// Whatever stands in events that were stored long ago: what reads them agrees on whether they
// make a case, and what an actor can do next is what `explain` says.
fuzz_target!(|input: Input| {
    let story = STORIES[usize::from(input.story) % STORIES.len()];
    let mut lines: Vec<Value> =
        story.lines().map(|line| serde_json::from_str(line).expect("a story")).collect();
    for (place, leaf) in &input.changes {
        let mut leaves = Vec::new();
        lines.iter_mut().for_each(|line| collect(line, &mut leaves));
        let count = leaves.len().max(1);
        if let Some(old) = leaves.into_iter().nth(usize::from(*place) % count) {
            *old = leaf.value();
        }
    }
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    let Ok(procedure) = serde_json::from_value::<Procedure>(first) else { return };
    let events: Vec<Event> =
        lines.map_while(|line| Event::from_json(&line.to_string()).ok()).collect();
    let rules = Rules::new(procedure, Calendar::china());
    let replayed = Case::replay(&events);
    let (days, seconds) = input.now;
    let now = moment(days, seconds);

    assert_eq!(Progress::of(&events, &rules).is_ok(), replayed.is_ok());
    assert_eq!(Report::of(&events, &rules, &Particulars::default()).is_ok(), replayed.is_ok());
    assert_eq!(Diagram::of_case("办件", &events).is_ok(), replayed.is_ok());
    let cards = Supervision::watch(&events, &rules, &CardPolicy::suggested(), now);
    assert!(replayed.is_ok() || cards.is_err());

    let Ok(case) = replayed else { return };
    for event in &events {
        let line = event.to_json().expect("an event that was read");
        assert_eq!(Event::from_json(&line).as_ref(), Ok(event));
    }
    for deadline in case.deadlines(&rules) {
        assert!(!deadline.explain().is_empty());
        if let Ok(due) = deadline.due() {
            assert!(deadline.elapsed(due).is_ok());
        }
    }
    let everyone = [officer(&rules), Actor::Clock];
    for actor in &everyone {
        let next = next_commands(&case, &rules, actor, now);
        for command in CommandKind::ALL {
            let why = explain(&case, &rules, command, actor, now);
            assert_eq!(why.refusal().is_none(), next.contains(&command));
        }
    }
});

/// Every value of a document that holds no other.
fn collect<'a>(value: &'a mut Value, leaves: &mut Vec<&'a mut Value>) {
    match value {
        Value::Array(values) if values.is_empty() => {}
        Value::Array(values) => {
            return values.iter_mut().for_each(|value| collect(value, leaves));
        }
        Value::Object(fields) => {
            return fields.values_mut().for_each(|value| collect(value, leaves));
        }
        _ => {}
    }
    leaves.push(value);
}

fn moment(days: i32, seconds: u32) -> DateTime<FixedOffset> {
    let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
    let time = day.and_hms_opt(0, 0, 0).unwrap_or_default();
    let time = time + chrono::TimeDelta::seconds(i64::from(seconds % 86_400));
    time.and_utc().fixed_offset()
}

/// Somebody of the body who may do everything.
fn officer(rules: &Rules) -> Actor {
    let (body, division): (_, DivisionCode) =
        (rules.procedure().body(), rules.procedure().division());
    let staff = StaffId::parse("F-01").expect("a staff number");
    Actor::Officer(Officer { staff, body, division, roles: Role::ALL.into() })
}
