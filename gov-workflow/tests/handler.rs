//! A case that is handed on to another officer.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

fn another() -> Actor {
    officer("R-02", BUREAU, &[Role::Review])
}

#[test]
fn from_then_on_the_other_examines() {
    let desk = Desk::accepted(rules());
    assert_eq!(desk.case.handler(), None);
    let desk = desk
        .done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00")
        .done(&reviewer(), &reassign("R-02"), "2026-03-03T10:00:00")
        .refused(&reviewer(), &review(), "2026-03-03T11:00:00", Refusal::OtherHandler)
        .refused(&another(), &reassign("R-02"), "2026-03-03T11:00:00", Refusal::HandlerAlready)
        .done(&another(), &review(), "2026-03-03T11:00:00");
    assert_eq!(desk.case.handler().unwrap().as_str(), "R-02");
    let progress = Progress::of(&desk.events, &desk.rules).unwrap();
    assert_eq!(progress.handler.as_ref(), desk.case.handler(), "the public sees who answers");
    let back = desk.done(&another(), &reassign("R-01"), "2026-03-04T09:00:00");
    back.done(&reviewer(), &review(), "2026-03-04T10:00:00");
}

#[test]
fn before_the_review_begins_it_can_be_handed_on_too() {
    Desk::accepted(rules())
        .done(&reviewer(), &reassign("R-02"), "2026-03-03T09:00:00")
        .refused(&reviewer(), &Command::StartReview, "2026-03-03T10:00:00", Refusal::OtherHandler)
        .done(&another(), &Command::StartReview, "2026-03-03T10:00:00");
}

#[test]
fn who_had_the_case_before_still_counts_for_the_separation_of_duties() {
    let desk = Desk::reviewed(rules())
        .done(&reviewer(), &reassign("R-02"), "2026-03-03T12:00:00")
        .done(&another(), &offer_hearing(), "2026-03-03T13:00:00")
        .done(&citizen(), &Command::RequestHearing, "2026-03-04T09:00:00")
        .done(&another(), &schedule_hearing("2026-03-16"), "2026-03-04T10:00:00");
    let time = "2026-03-16T09:00:00";
    desk.clone().refused(&reviewer(), &hold_hearing(), time, Refusal::HearingByExaminer);
    desk.done(&another(), &hold_hearing(), time);

    let accepted = Desk::received(rules())
        .done(&factotum(), &Command::Accept, "2026-03-02T10:00:00")
        .done(&factotum(), &reassign("R-02"), "2026-03-02T11:00:00")
        .done(&another(), &Command::StartReview, "2026-03-03T09:00:00")
        .done(&another(), &review(), "2026-03-03T10:00:00");
    let same = Refusal::AcceptedByTheSame;
    accepted.refused(&factotum(), &Command::Grant, "2026-03-04T09:00:00", same);
}

#[test]
fn a_deputy_of_the_handler_examines_in_the_handlers_name() {
    let member = |staff, roles: &[Role]| match officer(staff, BUREAU, roles) {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?}"),
    };
    let deputation = Deputation {
        deputy: member("R-03", &[]),
        principal: member("R-02", &[Role::Review]),
        roles: [Role::Review].into(),
        from: day("2026-03-02"),
        until: day("2026-03-06"),
        order: "示例授权第1号".to_owned(),
    };
    let deputy = Actor::Deputy(Deputy::try_new(deputation).unwrap());
    let desk = Desk::accepted(rules())
        .done(&reviewer(), &reassign("R-02"), "2026-03-03T09:00:00")
        .done(&deputy, &Command::StartReview, "2026-03-03T10:00:00");
    let own = officer("R-03", BUREAU, &[Role::Review]);
    desk.refused(&own, &review(), "2026-03-03T11:00:00", Refusal::OtherHandler);
}

#[test]
fn a_reason_is_given_and_only_a_reviewer_of_the_body_hands_on() {
    let blank = Command::Reassign { to: StaffId::parse("R-02").unwrap(), reason: " ".to_owned() };
    let desk = Desk::accepted(rules());
    let time = "2026-03-03T09:00:00";
    let no_reason = Refusal::Blank { words: Words::Reason };
    let lacks = Refusal::RoleMissing { role: Role::Review };
    desk.clone().refused(&reviewer(), &blank, time, no_reason);
    desk.refused(&decider(), &reassign("R-02"), time, lacks);
}
