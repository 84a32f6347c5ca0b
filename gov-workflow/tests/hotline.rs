//! A ticket of the hotline has days to be handled and hours to be sent back.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]
#![expect(clippy::panic, reason = "a test that cannot go on fails where it stands")]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

fn ticket(rule: HotlineRule) -> HotlineTicket {
    HotlineTicket::dispatched(at("2026-03-06T09:00:00"), rule)
}

fn head() -> StaffId {
    StaffId::parse("H-01").unwrap()
}

#[test]
fn five_working_days_and_five_more_once() {
    let mut ticket = ticket(HotlineRule::default());
    assert_eq!(ticket.due(&calendar()), Ok(day("2026-03-13")));
    assert_eq!(ticket.extend(head(), at("2026-03-13T23:59:59"), &calendar()), Ok(()));
    assert_eq!(ticket.extended_by(), Some(&head()));
    assert_eq!(ticket.due(&calendar()), Ok(day("2026-03-20")));
    let again = ticket.extend(head(), at("2026-03-13T23:59:59"), &calendar());
    assert_eq!(again, Err(HotlineError::AlreadyExtended));
}

#[test]
fn no_extension_after_the_end_nor_where_there_is_none() {
    let late =
        ticket(HotlineRule::default()).extend(head(), at("2026-03-14T00:00:00"), &calendar());
    assert_eq!(late, Err(HotlineError::Over));
    let none = HotlineRule { extension: 0, ..HotlineRule::default() };
    let none = ticket(none).extend(head(), at("2026-03-09T09:00:00"), &calendar());
    assert_eq!(none, Err(HotlineError::NoExtension));
}

#[test]
fn a_longer_time_of_the_law_wins_and_a_shorter_one_does_not() {
    let law = |days| HotlineRule { law_days: Some(days), ..HotlineRule::default() };
    assert_eq!(ticket(law(20)).due(&calendar()), Ok(day("2026-04-03")));
    assert_eq!(ticket(law(3)).due(&calendar()), Ok(day("2026-03-13")));
}

#[test]
fn a_wrong_dispatch_goes_back_within_a_day_by_the_clock() {
    let ticket = ticket(HotlineRule::default());
    assert_eq!(ticket.send_back(at("2026-03-07T09:00:00")), Ok(()));
    assert_eq!(ticket.send_back(at("2026-03-07T09:00:01")), Err(HotlineError::ReturnOver));
}

#[test]
fn the_calendar_never_guesses_and_errors_say_what_is_written_here() {
    let mut late = HotlineTicket::dispatched(at("2026-12-24T09:00:00"), HotlineRule::default());
    let error = late.extend(head(), at("2026-12-24T10:00:00"), &calendar()).unwrap_err();
    assert_eq!(error.code(), "calendar-not-covered");
    assert!(error.zh().starts_with("工作日历没有覆盖"));
    for (error, code, english, chinese) in [
        (
            HotlineError::NoExtension,
            "no-extension",
            "hotline ticket: the rule knows no extension",
            "热线工单：规定不允许延期",
        ),
        (
            HotlineError::AlreadyExtended,
            "already-extended",
            "hotline ticket: extended before",
            "热线工单：已延期一次",
        ),
        (
            HotlineError::Over,
            "over",
            "hotline ticket: the last day is over",
            "热线工单：办理期限已过",
        ),
        (
            HotlineError::ReturnOver,
            "return-over",
            "hotline ticket: the time to send it back is over",
            "热线工单：退回时限已过",
        ),
    ] {
        assert_eq!(
            (error.code(), error.to_string().as_str(), error.zh().as_str()),
            (code, english, chinese)
        );
    }
}
