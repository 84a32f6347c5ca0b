//! What would become of a case, without touching it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

#[test]
fn a_supposition_goes_as_far_as_life_would_and_leaves_the_case_alone() {
    let desk = Desk::reviewed(rules_of(special_draft()));
    let untouched = desk.clone();
    let steps = [
        (reviewer(), pause(PauseGround::ExpertReview, 8), "2026-03-04T09:00:00"),
        (reviewer(), resume(PauseGround::ExpertReview, "2026-03-11"), "2026-03-11T09:00:00"),
        (window(), Command::Grant, "2026-03-12T09:00:00"),
        (decider(), Command::Grant, "2026-03-12T10:00:00"),
    ];
    let played: Vec<_> =
        steps.iter().map(|(who, what, when)| (what.clone(), who.clone(), at(when))).collect();
    let supposed = what_if(&desk.case, &desk.rules, &played);
    assert_eq!(desk.case, untouched.case);
    assert_eq!(supposed.refused, Some((3, Refusal::OtherBody)));
    let deadline = &supposed.case.deadlines(&desk.rules)[1];
    assert_eq!(deadline.due(), Ok(day("2026-04-06")), "five working days would be left out");

    let mut lived = desk;
    for (who, what, when) in steps.iter().take(2) {
        lived = lived.done(who, what, when);
    }
    assert_eq!(supposed.case, lived.case);
    assert_eq!(supposed.events, lived.events[untouched.events.len()..]);

    let rest = what_if(&supposed.case, &lived.rules, &played[3..]);
    assert_eq!((rest.case.state(), rest.refused), (State::Granted, None));
}
