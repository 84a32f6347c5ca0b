//! What a joint case shares with every other: vouchers, slips, false materials at the door,
//! corrections and revocations afterwards; and what it goes without.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/theme.rs"]
mod theme;
#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use theme::*;
use town::{citizen, not_accept, window};
use variants::{amend, correct, pre_check, revoke, voucher};

#[test]
fn art_78_the_lead_turns_false_materials_away_for_all() {
    let desk = JointDesk::received(rules()).done(
        &window(),
        &whole(not_accept(Ground::FalseMaterials)),
        "2026-03-02T10:00:00",
    );
    assert_eq!(desk.case.state(), JointState::NotAccepted);
    assert_eq!(shown(&desk.events), ["整体 收件", "整体 发现虚假材料", "整体 不予受理"]);
    assert_eq!(JointCase::replay(&desk.events).as_ref(), Ok(&desk.case));
}

#[test]
fn art_32_the_one_answer_has_its_voucher_and_slips_are_put_right_on_the_spot() {
    let desk = JointDesk::received(rules())
        .done(&window(), &whole(pre_check(PreCheckOutcome::Pass)), "2026-03-02T09:35:00")
        .done(&citizen(), &whole(correct(&["平面图"])), "2026-03-02T09:40:00");
    assert_eq!(desk.case.state(), JointState::Submitted);
    let accepted = desk
        .clone()
        .done(&window(), &whole(Command::Accept), "2026-03-02T10:00:00")
        .done(&window(), &whole(voucher()), "2026-03-02T10:05:00");
    assert_eq!(accepted.case.whole().voucher(), Some("示例受字第1号"));
    assert_eq!(accepted.case.state(), JointState::InProgress);
    let refused = desk
        .done(
            &window(),
            &whole(not_accept(Ground::NotOurPower {
                right_body: "示例省主管部门".to_owned()
            })),
            "2026-03-02T10:00:00",
        )
        .done(&window(), &whole(voucher()), "2026-03-02T10:05:00");
    assert_eq!(refused.case.whole().voucher(), Some("示例受字第1号"));
    assert_eq!(refused.case.state(), JointState::NotAccepted);
}

fn closed() -> JointDesk {
    let mut desk = JointDesk::all_granted();
    for code in ["fire", "food", "sign", "drain"] {
        desk = desk.issued(code, "2026-03-10");
    }
    desk.done(&window(), &hand_over(), "2026-03-11T09:00:00").done(
        &window(),
        &JointCommand::Close,
        "2026-03-11T10:00:00",
    )
}

#[test]
fn art_69_what_one_body_granted_it_corrects_and_revokes_after_all_was_closed() {
    let amended = to("food", amend("示例街1号", "示例街2号"));
    let revoked = to("food", revoke(RevocationGround::Fraud));
    let desk = closed()
        .done(&decider("food"), &amended, "2026-03-12T09:00:00")
        .refused(
            &decider("fire"),
            &revoked,
            "2026-03-12T10:00:00",
            JointRefusal::Branch { position: 2, refusal: Refusal::OtherBody },
        )
        .done(&decider("food"), &revoked, "2026-03-12T10:00:00");
    assert_eq!(desk.case.state(), JointState::Closed);
    assert_eq!(desk.branch("food"), Some(State::Revoked));
    assert_eq!(desk.branch("fire"), Some(State::Closed));
    assert_eq!(desk.case.outcome(), Some(JointOutcome::SomeGranted));
    assert_eq!(JointCase::replay(&desk.events).as_ref(), Ok(&desk.case));
    let again = JointRefusal::Branch {
        position: 2,
        refusal: Refusal::WrongState { command: CommandKind::Revoke, state: State::Revoked },
    };
    let _ = desk.refused(&decider("food"), &revoked, "2026-03-12T11:00:00", again);
}

#[test]
fn what_rests_on_a_revoked_branch_is_left_out_or_never_granted() {
    let desk = JointDesk::accepted(rules())
        .granted("food", "2026-03-03")
        .granted("fire", "2026-03-04")
        .reviewed("drain", "2026-03-05")
        .done(&decider("food"), &to("food", revoke(RevocationGround::Fraud)), "2026-03-05T10:00:00")
        .done(
            &decider("fire"),
            &to("fire", revoke(RevocationGround::Fraud)),
            "2026-03-05T11:00:00",
        );
    assert!(desk.case.is_left_out(&item("sign")));
    let desk = desk
        .refused(
            &decider("drain"),
            &to("drain", Command::Grant),
            "2026-03-06T09:00:00",
            JointRefusal::ResultFailed { position: 4, needs: 1 },
        )
        .done(&citizen(), &to("drain", Command::Withdraw), "2026-03-06T10:00:00");
    assert_eq!(desk.case.state(), JointState::Joined);
    assert_eq!(desk.case.outcome(), Some(JointOutcome::NoneGranted));
    // Nothing is left to hand over.
    let desk = desk
        .refused(&window(), &hand_over(), "2026-03-06T11:00:00", JointRefusal::NoResults)
        .done(&window(), &JointCommand::Close, "2026-03-06T12:00:00");
    assert_eq!(desk.case.state(), JointState::Closed);
}

#[test]
fn a_revoked_branch_keeps_nobody_from_closing_for_its_fee() {
    let mut draft = draft();
    let mut food = draft.branches[1].procedure.as_draft().clone();
    food.fee = variants::priced().fee;
    draft.branches[1].procedure = Procedure::try_new(food).unwrap();
    let mut desk = JointDesk::accepted(rules_of(draft))
        .granted("fire", "2026-03-03")
        .granted("food", "2026-03-04")
        .granted("drain", "2026-03-05")
        .done(&window(), &pass_on("sign"), "2026-03-06T09:00:00")
        .granted("sign", "2026-03-09");
    for code in ["fire", "food", "sign", "drain"] {
        desk = desk.issued(code, "2026-03-10");
    }
    let desk = desk.done(&window(), &hand_over(), "2026-03-11T09:00:00");
    let unpaid = JointRefusal::Branch { position: 2, refusal: Refusal::FeeUnpaid };
    let desk = desk
        .refused(&window(), &JointCommand::Close, "2026-03-11T10:00:00", unpaid)
        .done(&decider("food"), &to("food", revoke(RevocationGround::Fraud)), "2026-03-12T10:00:00")
        .done(&window(), &JointCommand::Close, "2026-03-12T11:00:00");
    assert_eq!(desk.case.state(), JointState::Closed);
}

#[test]
fn what_a_joint_case_goes_without_is_sent_to_neither_part() {
    let desk = JointDesk::accepted(rules());
    let now = town::at("2026-03-03T09:00:00");
    let code = |kind| {
        let refusal = desk.case.explain(&desk.rules, kind, &window(), now).refusal();
        refusal.map(|refusal| refusal.code())
    };
    for command in CommandKind::ALL {
        let whole = JointCommandKind::WHOLE.contains(&command);
        let branch = JointCommandKind::BRANCH.contains(&command);
        let together = matches!(command, CommandKind::Deliver | CommandKind::Close);
        if !whole {
            let expected = if branch { "branch-only" } else { "not-joint" };
            assert_eq!(code(JointCommandKind::Whole(command)), Some(expected), "{command:?}");
        }
        if !branch {
            let expected = if whole || together { "whole-only" } else { "not-joint" };
            let kind = JointCommandKind::Branch { item: item("food"), command };
            assert_eq!(code(kind), Some(expected), "{command:?}");
        }
    }
}

#[test]
fn the_branch_of_a_joint_case_is_decided_by_its_own_body() {
    let mut draft = draft();
    let mut food = draft.branches[1].procedure.as_draft().clone();
    food.first_review = Some(FirstReview::for_body(LEAD));
    draft.branches[1].procedure = Procedure::try_new(food).unwrap();
    let faults = JointProcedure::try_new(draft).unwrap_err();
    assert_eq!(faults, [JointFault::DecidedAbove { position: 2 }]);
}
