//! The lower level accepts, the upper one decides: city plan, part 2, (二)2(2).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::gov_identity::DivisionCode;
use gov_workflow::*;
use town::*;

const DISTRICT: DivisionCode = DivisionCode::from_static("640202");
const COUNTY: DivisionCode = DivisionCode::from_static("640221");
const STREET: DivisionCode = DivisionCode::from_static("640202001");

/// The windows of a district take in for the city.
fn served() -> Rules {
    let mut draft = draft();
    draft.window_divisions = [DISTRICT].into();
    rules_of(draft)
}

fn from(division: DivisionCode, actor: Actor) -> Actor {
    let Actor::Officer(officer) = actor else { panic!() };
    Actor::Officer(Officer { division, ..officer })
}

#[test]
fn a_window_of_the_lower_division_takes_in_accepts_and_hands_out() {
    for division in [DISTRICT, STREET] {
        let lower = from(division, window());
        let desk = Desk::received(served())
            .done(&lower, &Command::Accept, "2026-03-02T10:00:00")
            .done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00")
            .done(&reviewer(), &review(), "2026-03-03T10:00:00")
            .done(&decider(), &Command::Grant, "2026-03-04T09:00:00")
            .done(&issuer(), &issue(), "2026-03-05T09:00:00")
            .done(&lower, &deliver(), "2026-03-06T09:00:00")
            .done(&lower, &Command::Close, "2026-03-06T09:30:00");
        let by = &desk.case.acceptance().unwrap().by;
        assert!(matches!(by, Author::Officer { division: own, .. } if *own == division));
    }
}

#[test]
fn the_lower_division_decides_nothing() {
    let everything = from(DISTRICT, factotum());
    let desk = Desk::reviewed(served());
    for command in [Command::Grant, refuse(), review(), extend(5)] {
        desk.clone().refused(&everything, &command, "2026-03-04T09:00:00", Refusal::OtherDivision);
    }
    let granted = desk.done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    granted.refused(&everything, &issue(), "2026-03-05T09:00:00", Refusal::OtherDivision);
}

#[test]
fn only_the_named_divisions_serve_and_only_the_named_bodies() {
    let desk = Desk::received(served());
    let time = "2026-03-02T10:00:00";
    for division in [COUNTY, ELSEWHERE, DivisionCode::from_static("640000")] {
        let other = from(division, window());
        desk.clone().refused(&other, &Command::Accept, time, Refusal::OtherDivision);
    }
    let stranger = from(DISTRICT, officer("W-02", STRANGER, &[Role::Acceptance]));
    desk.refused(&stranger, &Command::Accept, time, Refusal::OtherBody);
    let unnamed = from(DISTRICT, window());
    Desk::received(rules()).refused(&unnamed, &Command::Accept, time, Refusal::OtherDivision);
}

#[test]
fn windows_outside_the_division_keep_a_procedure_from_being_published() {
    let mut draft = draft();
    draft.window_divisions = [DISTRICT, ELSEWHERE].into();
    let faults = Procedure::try_new(draft).unwrap_err();
    assert_eq!(faults, [ProcedureFault::WindowElsewhere { position: 2 }]);
}
