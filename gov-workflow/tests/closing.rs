//! The moment at which a last day is over: at midnight, or when the body closes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use chrono::{NaiveDate, NaiveTime};
use gov_workflow::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap()
}

fn ends(deadline: &Deadline, closing: Option<&str>) -> Result<String, DueUnknown> {
    let closing = closing.map(|text| text.parse::<NaiveTime>().unwrap());
    deadline.ends_at(closing).map(|end| end.to_rfc3339())
}

#[test]
fn art_203_a_last_day_ends_at_midnight_or_when_the_body_closes() {
    let deadline = Deadline::reckon(Limit::supplement_notice(), day("2026-03-02"), &calendar());
    assert_eq!(ends(&deadline, None).as_deref(), Ok("2026-03-10T00:00:00+08:00"));
    assert_eq!(ends(&deadline, Some("17:30:00")).as_deref(), Ok("2026-03-09T17:30:00+08:00"));
    let instant = Deadline::reckon(Limit::registration(), day("2026-03-02"), &calendar());
    assert_eq!(ends(&instant, Some("12:00:00")).as_deref(), Ok("2026-03-02T12:00:00+08:00"));
}

#[test]
fn an_unknown_last_day_has_no_end_and_no_day_is_too_far() {
    let late = Deadline::reckon(Limit::decision(), day("2026-12-21"), &calendar());
    assert_eq!(late.ends_at(None).unwrap_err(), late.due().unwrap_err());
    let from = day("2026-03-02");
    let open = Pause { ground: PauseGround::Testing, from, to: None };
    let open = Deadline::reckon(Limit::decision(), from, &calendar()).paused([open]);
    assert_eq!(ends(&open, None), Err(DueUnknown::Paused { since: from }));
    for far in [NaiveDate::MAX, NaiveDate::MIN] {
        let renewal = Deadline::renewal(from, far, &calendar());
        assert!(renewal.ends_at(None).is_ok());
        assert!(renewal.ends_at(NaiveTime::from_hms_opt(23, 59, 59)).is_ok());
    }
}
