//! What the public sees, and what it never does.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use town::*;

fn progress(desk: &Desk) -> Progress {
    Progress::of(&desk.events, &desk.rules).unwrap()
}

fn due(desk: &Desk) -> Vec<(Clock, Origin, String)> {
    let due = progress(desk).due;
    due.iter().map(|due| (due.clock, due.origin, due.on.unwrap().to_string())).collect()
}

#[test]
fn steps_have_dates_posts_and_staff_numbers() {
    let seen = progress(&Desk::reviewed(rules()));
    assert_eq!((seen.case.unwrap().as_str(), seen.item.as_str()), ("2026-0001", "示例许可"));
    let steps: Vec<_> = seen
        .steps
        .iter()
        .map(|step| (step.kind, step.post, step.staff.as_ref().map(StaffId::as_str)))
        .collect();
    assert_eq!(
        steps,
        [
            (EventKind::Received, None, None),
            (EventKind::Accepted, Some(Role::Acceptance), Some("W-01")),
            (EventKind::ReviewStarted, Some(Role::Review), Some("R-01")),
            (EventKind::ReviewRecorded, Some(Role::Review), Some("R-01")),
        ]
    );
    assert_eq!(seen.steps.first().unwrap().at, at("2026-03-02T09:30:00"));
}

#[test]
fn only_what_is_still_to_be_done_is_due() {
    let mut draft = draft();
    draft.promised = vec![Limit::promised(Clock::Decision, 10, Basis::licensing_law(42))];
    let statutory = |clock, on: &str| (clock, Origin::Statutory, on.to_owned());
    let desk = Desk::received(rules_of(draft));
    assert_eq!(due(&desk), [statutory(Clock::SupplementNotice, "2026-03-09")]);
    let desk = desk.done(&window(), &Command::Accept, "2026-03-02T10:00:00");
    assert_eq!(
        due(&desk),
        [
            statutory(Clock::Decision, "2026-03-30"),
            (Clock::Decision, Origin::Promised, "2026-03-16".to_owned()),
        ]
    );
    let desk = desk
        .done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00")
        .done(&reviewer(), &review(), "2026-03-03T11:00:00")
        .done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    assert_eq!(due(&desk), [statutory(Clock::Delivery, "2026-03-18")]);
    let desk = desk.done(&issuer(), &issue(), "2026-03-05T09:00:00").done(
        &window(),
        &deliver(),
        "2026-03-05T10:00:00",
    );
    assert_eq!(due(&desk), []);
}

#[test]
fn the_posts_that_can_act_are_named_and_none_when_it_is_over() {
    assert_eq!(progress(&Desk::received(rules())).posts, [Role::Acceptance]);
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    assert_eq!(progress(&granted).posts, [Role::Issuance]);
    let over = Desk::received(rules()).done(&citizen(), &Command::Withdraw, "2026-03-02T10:00:00");
    let over = progress(&over);
    assert_eq!((over.state, over.posts.len(), over.due.len()), (State::Withdrawn, 0, 0));
}

#[test]
fn no_personal_number_is_ever_shown() {
    let number = "11010519491231002X";
    let careless = officer(number, HALL, &[Role::Acceptance]);
    let desk = Desk::received(rules()).done(&careless, &Command::Accept, "2026-03-02T10:00:00");
    let seen = progress(&desk);
    let step = seen.steps.last().unwrap();
    assert_eq!((step.post, &step.staff), (Some(Role::Acceptance), &None));
    let everything = format!("{:?}", Desk::reviewed(rules()).events);
    assert!(!format!("{seen:?}").contains(number));
    assert!(!everything.contains(number), "nor does any event show one in passing");
}

#[test]
fn events_that_make_no_case_are_an_error() {
    let desk = Desk::accepted(rules());
    let error = Progress::of(desk.events.get(1..).unwrap(), &desk.rules).unwrap_err();
    assert_eq!(error.code(), "transition");
}

#[test]
fn each_track_shows_its_own_clocks_until_they_are_done() {
    let clocks =
        |desk: &Desk| -> Vec<Clock> { progress(desk).due.iter().map(|due| due.clock).collect() };
    let reported = Desk::accepted(rules_of(variants::reporting()));
    assert_eq!(clocks(&reported), [Clock::FirstReview]);
    assert_eq!(clocks(&variants::forwarded()), []);
    let unnamed = Desk::accepted(rules_of(variants::tested()));
    assert_eq!(clocks(&unnamed), [Clock::Decision, Clock::TechnicalCheck]);
    let named = variants::name_inspectors(&["R-01", "R-09"]);
    let named = unnamed.done(&reviewer(), &named, "2026-03-03T09:00:00");
    assert_eq!(clocks(&named), [Clock::Decision]);
    let promised = variants::granted_on_promise(rules_of(variants::promising()));
    assert_eq!(clocks(&promised), [Clock::Delivery, Clock::PromiseCheck]);
    let time = "2026-03-03T09:00:00";
    let checked = promised.done(&reviewer(), &variants::check_promise(true), time);
    assert_eq!(clocks(&checked), [Clock::Delivery]);
}

#[test]
fn the_first_steps_of_each_kind_of_case_have_their_post() {
    let lower = variants::forwarded();
    let above = Desk::new(rules_of(variants::upper())).done(
        &variants::upper_window(),
        &variants::take_over(&lower),
        "2026-03-05T09:00:00",
    );
    let posts: Vec<_> = progress(&above).steps.iter().map(|step| (step.kind, step.post)).collect();
    let window = Some(Role::Acceptance);
    assert_eq!(posts, [(EventKind::Received, window), (EventKind::TakenOver, window)]);
    assert_eq!((progress(&lower).state, progress(&lower).posts.len()), (State::Forwarded, 0));
}
