//! Tolerant acceptance: what may follow, until when, and what if it does not.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

const LATE: &str = "2026-03-11T09:00:00";

fn received(materials: &[&str]) -> Desk {
    Desk::new(tolerant(LateOutcome::Refused)).done(
        &citizen(),
        &receive(materials),
        "2026-03-02T09:30:00",
    )
}

#[test]
fn only_a_minor_material_of_the_guide_may_follow_and_by_a_promised_day() {
    let time = "2026-03-02T10:00:00";
    let lease = |until| accept_tolerantly(&["租赁合同"], until);
    let unsigned = Command::AcceptTolerantly {
        missing: [name("租赁合同")].into(),
        until: day("2026-03-10"),
        promise: String::new(),
    };
    let desk = received(&["申请表"])
        .refused(&window(), &accept_tolerantly(&[], "2026-03-10"), time, Refusal::ListEmpty)
        .refused(
            &window(),
            &accept_tolerantly(&["申请表"], "2026-03-10"),
            time,
            Refusal::NotMinor { position: 1 },
        )
        .refused(&window(), &lease("2026-03-02"), time, Refusal::NoTimeLeft)
        .refused(
            &window(),
            &lease("2026-03-17"),
            time,
            Refusal::ToleranceTooLong { latest: day("2026-03-16") },
        )
        .refused(&window(), &unsigned, time, Refusal::Blank { words: Words::Promise })
        .done(&window(), &lease("2026-03-16"), time);
    assert_eq!(desk.case.state(), State::Accepted);
    assert_eq!(desk.case.tolerated().unwrap().until, day("2026-03-16"));
    assert_eq!(desk.case.deadlines(&desk.rules)[1].due(), Ok(day("2026-03-30")));
    let main = Refusal::MaterialMissing { position: 1 };
    received(&[]).refused(&window(), &lease("2026-03-10"), time, main);
    Desk::received(rules()).refused(&window(), &lease("2026-03-10"), time, Refusal::NotTolerant);
    let silent = Refusal::DeemedAccepted { on: day("2026-03-02") };
    received(&["申请表"]).refused(&window(), &lease("2026-03-20"), "2026-03-10T09:00:00", silent);
}

#[test]
fn nothing_is_granted_without_it_and_nothing_refused_before_the_promised_day_is_over() {
    let open = Refusal::ToleranceOpen { until: day("2026-03-10") };
    let desk = tolerated(LateOutcome::Refused)
        .done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00")
        .done(&reviewer(), &review(), "2026-03-03T10:00:00")
        .refused(
            &decider(),
            &Command::Grant,
            "2026-03-10T09:00:00",
            Refusal::MaterialMissing { position: 2 },
        )
        .refused(&decider(), &refuse(), "2026-03-10T09:00:00", open);
    let missing = Refusal::MaterialMissing { position: 2 };
    desk.clone().refused(&decider(), &Command::Grant, LATE, missing);
    // It may come late, as long as nobody has ended the case.
    desk.done(&citizen(), &supplement(&["租赁合同"]), LATE)
        .refused(&Actor::Clock, &Command::DeemWithdrawn, LATE, Refusal::ToleranceMet)
        .done(&decider(), &Command::Grant, LATE);
}

#[test]
fn what_does_not_come_ends_the_case_in_the_one_way_of_the_guide() {
    let other = Refusal::ToleranceOtherOutcome;
    for outcome in
        [LateOutcome::DeemedWithdrawn, LateOutcome::AcceptanceRevoked, LateOutcome::Refused]
    {
        let open = Refusal::ToleranceOpen { until: day("2026-03-10") };
        let ways = [
            (
                Actor::Clock,
                Command::DeemWithdrawn,
                LateOutcome::DeemedWithdrawn,
                State::DeemedWithdrawn,
            ),
            (window(), revoke_acceptance(), LateOutcome::AcceptanceRevoked, State::NotAccepted),
            (decider(), refuse(), LateOutcome::Refused, State::Refused),
        ];
        for (actor, command, policy, end) in ways {
            let desk = tolerated(outcome).refused(&actor, &command, "2026-03-10T23:59:59", open);
            if policy == outcome {
                let ended = desk.done(&actor, &command, LATE);
                assert_eq!(ended.case.state(), end);
                assert_eq!(Case::replay(&ended.events), Ok(ended.case));
            } else {
                desk.refused(&actor, &command, LATE, other);
            }
        }
    }
}

#[test]
fn who_accepted_does_not_refuse_for_what_did_not_come() {
    let desk = Desk::new(tolerant(LateOutcome::Refused))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&factotum(), &accept_tolerantly(&["租赁合同"], "2026-03-10"), "2026-03-02T10:00:00");
    desk.refused(&factotum(), &refuse(), LATE, Refusal::AcceptedByTheSame);
}

#[test]
fn an_acceptance_is_revoked_with_reasons_and_only_where_something_was_to_follow() {
    let mute = Command::RevokeAcceptance { reason: " ".to_owned(), remedies: remedies() };
    let blank = Refusal::Blank { words: Words::Reason };
    tolerated(LateOutcome::AcceptanceRevoked).refused(&window(), &mute, LATE, blank);
    let nothing = Refusal::NothingTolerated;
    for rules in [rules(), tolerant(LateOutcome::AcceptanceRevoked)] {
        Desk::accepted(rules).refused(&window(), &revoke_acceptance(), LATE, nothing);
    }
}

#[test]
fn what_may_follow_is_a_required_material_of_the_guide() {
    let mut draft = draft();
    let materials = ["婚姻证明", "照片", "租赁合同"].map(name).into();
    draft.tolerance = Some(Tolerance { materials, days: 10, outcome: LateOutcome::Refused });
    let faults = Procedure::try_new(draft).unwrap_err();
    let expected = [1, 2].map(|position| ProcedureFault::ToleranceNotRequired { position });
    assert_eq!(faults, expected);
    assert_eq!(faults[0].code(), "tolerance-not-required");
    assert_eq!(
        faults[0].to_string(),
        "procedure: material 1 that may follow is not a required one of the guide",
    );
    assert_eq!(faults[0].zh(), "办理规程：第1项可容缺材料不是办事指南的必要材料");
}
