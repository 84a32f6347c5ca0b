//! What supervision must not hold against anybody, and what it must: longer limits, moved
//! last days, decisions without a review, hearings.

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

fn watch(desk: &Desk, time: &str) -> Vec<Card> {
    let policy = CardPolicy::suggested();
    Supervision::watch(&desk.events, &desk.rules, &policy, at(time)).unwrap().cards
}

fn shown(desk: &Desk, time: &str) -> Vec<(&'static str, CardColor)> {
    watch(desk, time).iter().map(|card| (card.rule.id(), card.color)).collect()
}

fn promised(limit: Limit) -> Rules {
    let mut draft = draft();
    draft.promised = vec![limit];
    rules_of(draft)
}

#[test]
fn an_extension_lengthens_what_supervision_watches() {
    // Twenty days end on 2026-03-30, thirty on 2026-04-13.
    let rules = promised(Limit::promised(Clock::Decision, 10, Basis::licensing_law(42)));
    let desk = Desk::accepted(rules).done(&head(), &extend(10), "2026-03-05T09:00:00");
    assert_eq!(shown(&desk, "2026-03-25T09:00:00"), [], "17 of 20 promised");
    let yellow = ("S5", CardColor::Yellow);
    assert_eq!(shown(&desk, "2026-03-31T09:00:00"), [yellow], "21 of 30");
    assert_eq!(shown(&desk, "2026-04-13T09:00:00"), [yellow, ("S6", CardColor::Notice)]);
    assert_eq!(shown(&desk, "2026-04-14T00:00:00"), [yellow, ("S6", CardColor::Red)]);
    let late = watch(&desk, "2026-04-14T00:00:00").remove(1).value;
    let (clock, unit) = (Clock::Decision, LimitUnit::WorkingDay);
    assert_eq!(late, CardValue::Days { clock, elapsed: 31, limit: 30, unit });
}

#[test]
fn a_last_day_that_moved_on_from_a_weekend_is_in_time() {
    // Twelve natural days end on Saturday 2026-03-14, and so on Monday.
    let limit = Limit::promised(Clock::Decision, 12, Basis::licensing_law(42));
    let rules = promised(Limit { unit: LimitUnit::NaturalDay, ..limit });
    let desk = Desk::reviewed(rules);
    let notice = ("S5", CardColor::Notice);
    assert_eq!(shown(&desk, "2026-03-16T23:59:59"), [notice]);
    assert_eq!(shown(&desk, "2026-03-17T00:00:00"), [("S5", CardColor::Yellow)]);
    let decided = |time| desk.clone().done(&decider(), &Command::Grant, time);
    assert_eq!(shown(&decided("2026-03-16T16:00:00"), "2026-03-20T09:00:00"), []);
    let late = watch(&decided("2026-03-17T16:00:00"), "2026-03-20T09:00:00").remove(0).value;
    let (clock, unit) = (Clock::Decision, LimitUnit::NaturalDay);
    assert_eq!(late, CardValue::Days { clock, elapsed: 15, limit: 12, unit });
}

#[test]
fn s6_a_hearing_that_was_asked_for_is_held_within_twenty_days() {
    // Asked for on 2026-03-04: twenty working days end on 2026-04-01.
    let offered = Desk::reviewed(rules()).done(&reviewer(), &notify(), "2026-03-03T13:00:00").done(
        &reviewer(),
        &offer_hearing(),
        "2026-03-03T14:00:00",
    );
    for (who, request) in [(citizen(), Command::RequestHearing), (reviewer(), variants::ask_as(1))]
    {
        let asked = offered.clone().done(&who, &request, "2026-03-04T09:00:00").done(
            &chair(),
            &schedule_hearing("2026-03-25"),
            "2026-03-05T09:00:00",
        );
        assert_eq!(shown(&asked, "2026-03-27T09:00:00"), []);
        assert_eq!(shown(&asked, "2026-04-01T09:00:00"), [("S6", CardColor::Notice)]);
        let late = watch(&asked, "2026-04-02T09:00:00").remove(0);
        let (clock, unit) = (Clock::Hearing, LimitUnit::WorkingDay);
        assert_eq!(late.value, CardValue::Days { clock, elapsed: 21, limit: 20, unit });
        assert_eq!((late.rule.id(), late.color), ("S6", CardColor::Red));
        let held = asked.done(&chair(), &hold_hearing(), "2026-03-25T09:00:00");
        assert_eq!(shown(&held, "2026-04-02T09:00:00"), []);
    }
}

#[test]
fn s7_a_special_procedure_ends_with_its_case() {
    let paused = Desk::reviewed(rules_of(special_draft())).done(
        &reviewer(),
        &pause(PauseGround::ExpertReview, 5),
        "2026-03-04T09:00:00",
    );
    let withdrawn = paused.clone().done(&citizen(), &Command::Withdraw, "2026-03-06T09:00:00");
    let ground = TerminationGround::ApplicantGone;
    let ended = variants::terminate(ground);
    let terminated = paused.clone().done(&decider(), &ended, "2026-03-06T09:00:00");
    let void = paused
        .clone()
        .done(&window(), &variants::propose_void(), "2026-03-06T09:00:00")
        .done(&decider(), &Command::Void, "2026-03-06T10:00:00");
    for desk in [withdrawn, terminated, void] {
        assert_eq!(shown(&desk, "2026-06-01T09:00:00"), [], "{:?}", desk.case.state());
    }
    let late = paused.done(&citizen(), &Command::Withdraw, "2026-03-12T09:00:00");
    assert_eq!(shown(&late, "2026-06-01T09:00:00"), [("S7", CardColor::Red)], "six of five days");
}

#[test]
fn s12_what_needs_no_review_needs_no_steps() {
    let steps = |mut draft: ProcedureDraft| {
        draft.steps = vec!["初审".to_owned()];
        rules_of(draft)
    };
    let mut strict = draft();
    strict.late_supplement = LateSupplement::RefusedAfter { days: 2 };
    let never_came = Desk::new(steps(strict))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&window(), &request(&["租赁合同"], "2026-03-06"), "2026-03-03T09:00:00")
        .done(&decider(), &refuse(), "2026-03-09T09:00:00");
    let tolerant = tolerant(LateOutcome::Refused).procedure().as_draft().clone();
    let lapsed = Desk::new(steps(tolerant))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&window(), &accept_tolerantly(&["租赁合同"], "2026-03-10"), "2026-03-02T10:00:00")
        .done(&decider(), &refuse(), "2026-03-11T09:00:00");
    let untrue = Desk::accepted(steps(draft()))
        .done(&reviewer(), &variants::falsehood(), "2026-03-03T09:00:00")
        .done(&decider(), &refuse(), "2026-03-04T09:00:00");
    for desk in [never_came, lapsed, untrue] {
        assert_eq!(shown(&desk, "2026-03-12T09:00:00"), [], "{:?}", desk.events.last());
    }
}

#[test]
fn s11_sees_a_tolerant_acceptance_after_closing_too() {
    let time = "2026-03-04T09:00:00";
    let mut desk = tolerated(LateOutcome::Refused)
        .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-03T09:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-03T10:00:00")
        .done(&reviewer(), &review(), "2026-03-03T11:00:00")
        .done(&decider(), &refuse(), time)
        .done(&window(), &deliver(), time)
        .done(&window(), &Command::Close, time);
    assert_eq!(shown(&desk, "2026-03-05T09:00:00"), []);
    for event in &mut desk.events {
        if let Fact::ToleranceAccepted { on, .. } = &mut event.fact {
            *on = day("2026-03-05");
        }
    }
    let card = watch(&desk, "2026-03-05T09:00:00").remove(0);
    let value = CardValue::Dated { on: day("2026-03-05"), other: day("2026-03-04") };
    assert_eq!((card.rule.id(), card.value), ("S11", value));
}
