//! Ends without a decision, and slips of the pen after one.

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
use variants::*;

#[test]
fn what_cannot_be_decided_is_terminated_with_a_reason_before_the_decision() {
    let time = "2026-03-03T12:00:00";
    let mute = Command::Terminate { ground: TerminationGround::Impossible, reason: " ".to_owned() };
    let blank = Refusal::Blank { words: Words::Reason };
    for ground in [
        TerminationGround::Impossible,
        TerminationGround::ApplicantGone,
        TerminationGround::BasisRepealed,
    ] {
        for desk in [Desk::received(rules()), Desk::accepted(rules()), Desk::reviewed(rules())] {
            let desk = desk.refused(&decider(), &mute, time, blank).done(
                &decider(),
                &terminate(ground),
                time,
            );
            assert_eq!(desk.case.state(), State::Terminated);
            assert_eq!(desk.case.deadlines(&desk.rules), []);
            assert_eq!(Case::replay(&desk.events), Ok(desk.case));
        }
    }
    let decided = Refusal::WrongState { command: CommandKind::Terminate, state: State::Granted };
    let late = terminate(TerminationGround::Impossible);
    Desk::reviewed(rules()).done(&decider(), &Command::Grant, time).refused(
        &decider(),
        &late,
        time,
        decided,
    );
}

#[test]
fn a_case_is_void_by_two_people_before_it_is_closed() {
    let time = "2026-03-06T12:00:00";
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    let issued = granted.clone().done(&issuer(), &issue(), "2026-03-05T09:00:00");
    let delivered = issued.clone().done(&window(), &deliver(), "2026-03-06T09:00:00");
    let closed = delivered.clone().done(&window(), &Command::Close, "2026-03-06T10:00:00");
    let mute = Command::ProposeVoid { reason: String::new() };
    let blank = Refusal::Blank { words: Words::Reason };
    for desk in [Desk::received(rules()), Desk::reviewed(rules()), granted, issued, delivered] {
        let desk = desk
            .refused(&decider(), &Command::Void, time, Refusal::VoidNotProposed)
            .refused(&factotum(), &mute, time, blank)
            .done(&factotum(), &propose_void(), time)
            .refused(&factotum(), &Command::Void, time, Refusal::VoidedByTheSame)
            .done(&decider(), &Command::Void, time);
        assert_eq!(desk.case.state(), State::Voided);
        assert_eq!(desk.case.deadlines(&desk.rules), []);
        // The number is never used again: the case goes nowhere from here.
        let over = Refusal::WrongState { command: CommandKind::Receive, state: State::Voided };
        desk.refused(&citizen(), &receive(&[]), time, over);
    }
    let over = Refusal::WrongState { command: CommandKind::ProposeVoid, state: State::Closed };
    closed.refused(&factotum(), &propose_void(), time, over);
}

#[test]
fn a_slip_of_the_pen_is_corrected_after_the_decision_and_the_old_text_is_kept() {
    let time = "2026-03-10T09:00:00";
    let right = amend("示例街1号", "示例街2号");
    let same = amend("示例街1号", "示例街1号");
    let untold = Command::CorrectClericalError {
        document: Document::Decision,
        old: "示例街1号".to_owned(),
        new: "示例街2号".to_owned(),
        notice: String::new(),
    };
    let blank = |words| Refusal::Blank { words };
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    let refused = Desk::reviewed(rules()).done(&decider(), &refuse(), "2026-03-04T09:00:00");
    let closed = refused.clone().done(&window(), &deliver(), "2026-03-05T09:00:00").done(
        &window(),
        &Command::Close,
        "2026-03-05T10:00:00",
    );
    for desk in [granted, refused, closed] {
        let state = desk.case.state();
        let desk = desk
            .refused(&decider(), &same, time, Refusal::NothingChanged)
            .refused(&decider(), &amend("", "示例街2号"), time, blank(Words::OldText))
            .refused(&decider(), &amend("示例街1号", " "), time, blank(Words::NewText))
            .refused(&decider(), &untold, time, blank(Words::Notice))
            .done(&decider(), &right, time)
            .done(&decider(), &amend("示例街2号", "示例街3号"), time);
        assert_eq!(desk.case.state(), state);
        let kept = desk.events.iter().filter_map(|event| match &event.fact {
            Fact::ClericalErrorCorrected { old, .. } => Some(old.as_str()),
            _ => None,
        });
        assert_eq!(kept.collect::<Vec<_>>(), ["示例街1号", "示例街2号"]);
    }
    let command = CommandKind::CorrectClericalError;
    let early = Refusal::WrongState { command, state: State::InReview };
    Desk::reviewed(rules()).refused(&decider(), &right, time, early);
}
