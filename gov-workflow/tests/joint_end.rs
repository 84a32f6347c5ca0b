//! How joint cases end: one exit window, what a refusal and a withdrawal mean for the rest.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/theme.rs"]
mod theme;
#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use theme::{JointDesk, hand_over, item, pass_on, rules, rules_of, shown, to, whole};
use town::*;

#[test]
fn nothing_is_handed_over_before_every_branch_has_ended() {
    let desk = JointDesk::accepted(rules())
        .granted("fire", "2026-03-03")
        .granted("food", "2026-03-04")
        .issued("fire", "2026-03-04");
    let lead = window();
    let desk = desk
        .refused(
            &lead,
            &hand_over(),
            "2026-03-05T09:00:00",
            JointRefusal::NotJoined { position: 3 },
        )
        .refused(
            &lead,
            &JointCommand::Close,
            "2026-03-05T09:00:00",
            JointRefusal::WrongState { state: JointState::InProgress },
        )
        .done(&lead, &pass_on("sign"), "2026-03-05T09:00:00")
        .granted("sign", "2026-03-06")
        .granted("drain", "2026-03-09");
    assert_eq!(shown(&desk.events[desk.events.len() - 2..]), ["drain 准予许可决定", "会合"]);
    assert_eq!(desk.case.joined(), Some(day("2026-03-09")));
    assert_eq!(desk.case.outcome(), Some(JointOutcome::AllGranted));
    let desk = desk
        .refused(
            &lead,
            &hand_over(),
            "2026-03-10T09:00:00",
            JointRefusal::NotIssued { position: 2 },
        )
        .issued("food", "2026-03-10")
        .issued("sign", "2026-03-10")
        .issued("drain", "2026-03-10")
        .refused(&lead, &JointCommand::Close, "2026-03-10T12:00:00", JointRefusal::NotHandedOver)
        .done(&lead, &hand_over(), "2026-03-11T09:00:00")
        .done(&lead, &JointCommand::Close, "2026-03-11T09:30:00");
    assert_eq!(
        shown(&desk.events[desk.events.len() - 10..]),
        [
            "统一送达",
            "drain 送达",
            "fire 送达",
            "food 送达",
            "sign 送达",
            "办结",
            "drain 办结",
            "fire 办结",
            "food 办结",
            "sign 办结",
        ]
    );
    assert_eq!(desk.case.state(), JointState::Closed);
    assert_eq!(JointCase::replay(&desk.events).as_ref(), Ok(&desk.case));
    let closed = JointRefusal::WrongState { state: JointState::Closed };
    desk.refused(&lead, &hand_over(), "2026-03-12T09:00:00", closed);
}

#[test]
fn art_44_the_time_to_hand_over_runs_from_the_last_decision() {
    let desk = JointDesk::all_granted();
    let deadlines = desk.case.deadlines(&desk.rules);
    let delivery: Vec<_> =
        deadlines.iter().filter(|due| due.deadline.limit().clock == Clock::Delivery).collect();
    assert_eq!(delivery.len(), 1);
    assert_eq!(
        (delivery[0].branch.as_ref(), delivery[0].deadline.start()),
        (None, day("2026-03-09"))
    );
}

#[test]
fn what_one_body_refuses_the_others_still_decide_and_what_rests_on_it_is_left_out() {
    let desk = JointDesk::accepted(rules()).reviewed("food", "2026-03-03").done(
        &theme::decider("food"),
        &to("food", refuse()),
        "2026-03-04T10:00:00",
    );
    assert_eq!(
        shown(&desk.events[desk.events.len() - 2..]),
        ["food 不予许可决定", "sign 不再办理"]
    );
    let needs = |event: &JointEvent| match &event.fact {
        JointFact::LeftOut { needs, .. } => needs.clone(),
        _ => None,
    };
    assert_eq!(desk.events.last().and_then(needs), Some(item("food")));
    let left_out = JointRefusal::LeftOut { position: 3 };
    let desk = desk
        .refused(&window(), &pass_on("sign"), "2026-03-04T11:00:00", left_out)
        .refused(
            &theme::reviewer("sign"),
            &to("sign", Command::StartReview),
            "2026-03-04T11:00:00",
            left_out,
        )
        .granted("fire", "2026-03-05")
        .granted("drain", "2026-03-06");
    assert_eq!(desk.case.state(), JointState::Joined);
    assert_eq!(desk.case.outcome(), Some(JointOutcome::SomeGranted));
    let desk = desk.issued("fire", "2026-03-06").issued("drain", "2026-03-06").done(
        &window(),
        &hand_over(),
        "2026-03-09T09:00:00",
    );
    assert_eq!(desk.branch("food"), Some(State::Delivered), "a refusal is handed over, too");
}

#[test]
fn what_was_examined_in_advance_of_a_refused_branch_can_be_refused_and_never_granted() {
    let who = theme::decider("drain");
    let desk = JointDesk::accepted(rules())
        .reviewed("drain", "2026-03-03")
        .reviewed("fire", "2026-03-04")
        .done(&theme::decider("fire"), &to("fire", refuse()), "2026-03-04T10:00:00")
        .refused(
            &who,
            &to("drain", Command::Grant),
            "2026-03-04T11:00:00",
            JointRefusal::ResultFailed { position: 4, needs: 1 },
        );
    // Another act of the applicant does not take back what a body still answers for.
    let other =
        desk.clone().done(&citizen(), &to("food", Command::Withdraw), "2026-03-04T12:00:00");
    assert_eq!(other.branch("drain"), Some(State::InReview));
    let refused = desk.clone().done(&who, &to("drain", refuse()), "2026-03-04T12:00:00");
    assert_eq!(refused.branch("drain"), Some(State::Refused));
    let withdrawn = desk.done(&citizen(), &to("drain", Command::Withdraw), "2026-03-04T12:00:00");
    assert_eq!(withdrawn.branch("drain"), Some(State::Withdrawn));
}

#[test]
fn a_branch_taken_back_takes_with_it_what_rests_on_it_and_nothing_else() {
    let back = |code| to(code, Command::Withdraw);
    let desk = JointDesk::accepted(rules());
    let stranger = JointRefusal::Branch { position: 1, refusal: Refusal::OtherApplicant };
    let desk = desk.refused(&neighbor(), &back("fire"), "2026-03-03T09:00:00", stranger);
    let unfired = desk.clone().done(&citizen(), &back("fire"), "2026-03-03T09:00:00");
    assert_eq!(shown(&unfired.events[8..]), ["fire 撤回", "drain 撤回"]);
    assert_eq!(unfired.branch("food"), Some(State::Accepted));
    let unfed = desk.clone().done(&citizen(), &back("food"), "2026-03-03T09:00:00");
    assert_eq!(shown(&unfed.events[8..]), ["food 撤回", "sign 不再办理"]);
    let unsigned = desk.done(&citizen(), &back("sign"), "2026-03-03T09:00:00");
    assert_eq!(shown(&unsigned.events[8..]), ["sign 不再办理"]);
    let stays = JointRefusal::LeftOut { position: 3 };
    unsigned.refused(&citizen(), &back("sign"), "2026-03-03T10:00:00", stays);

    // Every branch taken back: nothing to hand over, and the case is closed.
    let nothing = unfired.done(&citizen(), &back("food"), "2026-03-04T09:00:00");
    assert_eq!(nothing.case.state(), JointState::Joined);
    assert_eq!(nothing.case.outcome(), Some(JointOutcome::NoneGranted));
    let nothing = nothing
        .refused(&window(), &hand_over(), "2026-03-04T10:00:00", JointRefusal::NoResults)
        .done(&window(), &JointCommand::Close, "2026-03-04T10:00:00");
    assert_eq!(nothing.case.state(), JointState::Closed);
}

#[test]
fn the_whole_is_taken_back_with_all_its_branches_until_the_first_is_decided() {
    let back = whole(Command::Withdraw);
    let desk = JointDesk::accepted(rules()).done(&citizen(), &back, "2026-03-03T09:00:00");
    assert_eq!(desk.case.state(), JointState::Withdrawn);
    for code in ["fire", "food", "drain"] {
        assert_eq!(desk.branch(code), Some(State::Withdrawn));
    }
    assert_eq!(desk.case.due(&desk.rules), None);
    let before = JointDesk::received(rules()).done(&citizen(), &back, "2026-03-02T10:00:00");
    assert_eq!(before.case.state(), JointState::Withdrawn);
    JointDesk::accepted(rules()).granted("food", "2026-03-03").refused(
        &citizen(),
        &back,
        "2026-03-04T09:00:00",
        JointRefusal::DecidedBefore { position: 2 },
    );
}

#[test]
fn late_materials_reach_every_body_whose_guide_names_them() {
    let desk = JointDesk::accepted(rules()).done(
        &citizen(),
        &whole(supplement(&["申请表"])),
        "2026-03-03T09:00:00",
    );
    assert_eq!(
        shown(&desk.events[8..]),
        ["整体 收到补正材料", "fire 收到补正材料", "food 收到补正材料", "drain 收到补正材料"]
    );
    let late = desk.done(&citizen(), &whole(supplement(&["效果图"])), "2026-03-03T10:00:00");
    assert_eq!(shown(&late.events[12..]), ["整体 收到补正材料"], "the sign gets it later");
}

#[test]
fn who_accepts_for_all_decides_no_branch() {
    let all = officer("F-01", theme::body("food"), &Role::ALL);
    let mut draft = theme::draft();
    draft.windows.insert(theme::body("food"));
    let desk = JointDesk::received(rules_of(draft))
        .done(&all, &whole(Command::Accept), "2026-03-02T10:00:00")
        .reviewed("food", "2026-03-03");
    let same = JointRefusal::Branch { position: 2, refusal: Refusal::AcceptedByTheSame };
    let desk = desk.refused(&all, &to("food", Command::Grant), "2026-03-03T10:00:00", same);
    desk.done(&theme::decider("food"), &to("food", Command::Grant), "2026-03-03T10:00:00");
}

#[test]
fn art_22_each_body_touches_its_own_branch_only() {
    let desk = JointDesk::accepted(rules()).reviewed("fire", "2026-03-03");
    let other = JointRefusal::Branch { position: 1, refusal: Refusal::OtherBody };
    let desk = desk.refused(
        &theme::decider("food"),
        &to("fire", Command::Grant),
        "2026-03-03T10:00:00",
        other,
    );
    // Nor is it told that a branch of another body has not begun.
    desk.refused(
        &theme::reviewer("food"),
        &to("sign", Command::StartReview),
        "2026-03-03T10:00:00",
        JointRefusal::Branch { position: 3, refusal: Refusal::OtherBody },
    );
}

#[test]
fn time_runs_forward_across_the_branches() {
    let desk = JointDesk::accepted(rules()).reviewed("fire", "2026-03-05");
    let back = Refusal::TimeRunsBackwards { last: at("2026-03-05T09:30:00") };
    desk.clone().refused(
        &theme::reviewer("food"),
        &to("food", Command::StartReview),
        "2026-03-04T09:00:00",
        JointRefusal::Whole(back),
    );
    let early = whole(supplement(&["申请表"]));
    desk.refused(&citizen(), &early, "2026-03-04T09:00:00", JointRefusal::Whole(back));
}

#[test]
fn another_version_of_the_joint_procedure_is_refused() {
    let mut draft = theme::draft();
    draft.version = 2;
    let mut desk = JointDesk::accepted(rules());
    desk.rules = rules_of(draft);
    let other = JointRefusal::Whole(Refusal::OtherProcedure);
    for command in [to("fire", Command::StartReview), hand_over(), whole(Command::Withdraw)] {
        desk = desk.refused(&theme::reviewer("fire"), &command, "2026-03-03T09:00:00", other);
    }
    let unknown = to("nothing", Command::StartReview);
    JointDesk::accepted(rules()).refused(
        &theme::reviewer("fire"),
        &unknown,
        "2026-03-03T09:00:00",
        JointRefusal::UnknownBranch,
    );
}

#[test]
fn a_number_leaves_room_for_the_numbers_of_the_branches() {
    let long = |length: usize| Command::Receive {
        case: CaseNumber::parse(&"9".repeat(length)).unwrap(),
        applicant: citizen_key(),
        channel: Channel::WEB,
        materials: [].into(),
    };
    let too_long = JointRefusal::NumberTooLong { longest: 61 };
    let desk = JointDesk::new(rules());
    let desk = desk.refused(&citizen(), &whole(long(62)), "2026-03-02T09:00:00", too_long);
    desk.done(&citizen(), &whole(long(61)), "2026-03-02T09:00:00");
}

#[test]
fn the_public_sees_the_whole_and_each_branch() {
    let desk = JointDesk::accepted(rules()).granted("food", "2026-03-05");
    let seen = JointProgress::of(&desk.events, &desk.rules).unwrap();
    assert_eq!((seen.name.as_str(), seen.state), ("开办餐馆", JointState::InProgress));
    assert_eq!(seen.case.unwrap().as_str(), "2026-0001");
    assert_eq!(seen.due, Some(Ok(day("2026-03-30"))));
    let steps: Vec<_> = seen.steps.iter().map(|step| step.kind).collect();
    assert_eq!(steps, [EventKind::Received, EventKind::Accepted]);
    let branches: Vec<_> = seen
        .branches
        .iter()
        .map(|branch| {
            let state = branch.progress.as_ref().map(|progress| progress.state);
            (branch.item.as_str(), branch.name.as_str(), state, branch.waits_for.clone())
        })
        .collect();
    assert_eq!(
        branches,
        [
            ("fire", "消防检查", Some(State::Accepted), vec![]),
            ("food", "食品经营许可", Some(State::Granted), vec![]),
            ("sign", "户外广告设置许可", None, vec![]),
            ("drain", "排水许可", Some(State::Accepted), vec![1]),
        ]
    );
    let joined = JointDesk::all_granted();
    let seen = JointProgress::of(&joined.events, &joined.rules).unwrap();
    assert_eq!((seen.due, seen.outcome), (None, Some(JointOutcome::AllGranted)));
    let cut: Vec<_> = joined.events[1..].to_vec();
    assert!(JointProgress::of(&cut, &joined.rules).is_err());
}

#[test]
fn each_branch_is_read_by_whatever_reads_a_case() {
    let desk = JointDesk::all_granted();
    for code in ["fire", "food", "sign", "drain"] {
        let own: Vec<Event> =
            desk.events.iter().filter_map(|event| event.of_branch(&item(code))).collect();
        let case = Case::replay(&own).unwrap();
        assert_eq!(Some(&case), desk.case.branch(&item(code)));
        let rules = desk.rules.branch(&item(code)).unwrap();
        assert!(Progress::of(&own, rules).is_ok());
    }
}

#[test]
fn the_exit_window_takes_a_branchs_fee_before_the_whole_is_closed() {
    let mut draft = theme::draft();
    let mut food = draft.branches[1].procedure.as_draft().clone();
    food.fee = Some(Fee { fen: Some(5000), basis: Basis::new("示例条例", "9") });
    draft.branches[1].procedure = Procedure::try_new(food).unwrap();
    let desk = JointDesk::accepted(rules_of(draft))
        .granted("fire", "2026-03-03")
        .granted("food", "2026-03-04")
        .granted("drain", "2026-03-05")
        .done(&citizen(), &to("sign", Command::Withdraw), "2026-03-05T12:00:00");
    let desk = ["fire", "food", "drain"]
        .into_iter()
        .fold(desk, |desk, code| desk.issued(code, "2026-03-06"))
        .done(&window(), &hand_over(), "2026-03-09T09:00:00");
    let unpaid = JointRefusal::Branch { position: 2, refusal: Refusal::FeeUnpaid };
    let pay = Command::RecordPayment { fen: 5000, receipt: "示例票据第1号".to_owned() };
    desk.refused(&window(), &JointCommand::Close, "2026-03-09T10:00:00", unpaid)
        .done(&window(), &to("food", pay), "2026-03-09T10:00:00")
        .done(&window(), &JointCommand::Close, "2026-03-09T10:30:00");
}

#[test]
fn who_is_barred_from_one_item_cannot_apply_for_the_theme() {
    let bar = Bar {
        from: Barred::Application,
        item: item("food"),
        since: day("2026-01-05"),
        until: Some(day("2027-01-04")),
        basis: Basis::licensing_law(78),
    };
    let barred = Circumstances { bars: vec![bar], queue: None };
    let rules = rules().under(&item("food"), barred);
    let refusal = Refusal::BarredFromApplying { article: 78, until: Some(day("2027-01-04")) };
    let receive = whole(theme::everything());
    JointDesk::new(rules).refused(
        &citizen(),
        &receive,
        "2026-03-02T09:30:00",
        JointRefusal::Branch { position: 2, refusal },
    );
}

#[test]
fn a_branch_that_is_terminated_leaves_no_result() {
    let terminate = Command::Terminate {
        ground: TerminationGround::Impossible,
        reason: "场所已拆除".to_owned(),
    };
    let desk = JointDesk::accepted(rules()).done(
        &officer("R-01", theme::body("food"), &Role::ALL),
        &to("food", terminate),
        "2026-03-03T09:00:00",
    );
    assert_eq!(shown(&desk.events[8..]), ["food 终止办理", "sign 不再办理"]);
}
