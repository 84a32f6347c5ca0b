//! Joint cases, article by article: one application, several bodies.

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
use theme::{JointDesk, LEAD, hand_over, item, pass_on, rules, shown, to, whole};
use town::*;

#[test]
fn art_26_one_acceptance_by_the_lead_accepts_for_every_parallel_branch_at_the_same_moment() {
    let desk = JointDesk::accepted(rules());
    assert_eq!(
        shown(&desk.events),
        [
            "整体 收件",
            "整体 受理",
            "fire 收件",
            "fire 受理",
            "food 收件",
            "food 受理",
            "drain 收件",
            "drain 受理",
        ],
        "the sign waits for the result of food"
    );
    let accepted = &desk.events[1];
    for event in &desk.events[2..] {
        assert_eq!((event.at, &event.by), (accepted.at, &accepted.by));
    }
    let fire = desk.case.branch(&item("fire")).unwrap();
    assert_eq!(fire.filing().unwrap().case.as_str(), "2026-0001-1");
    let has: Vec<_> = fire.materials().iter().map(MaterialName::as_str).collect();
    assert_eq!(has, ["平面图", "申请表"], "each body gets what its guide names");
    assert_eq!(desk.case.state(), JointState::InProgress);
}

#[test]
fn art_26_only_the_lead_and_its_windows_accept_and_hand_out() {
    let desk = JointDesk::received(rules());
    let accept = whole(Command::Accept);
    let at_body = officer("W-09", theme::FIRE, &[Role::Acceptance, Role::Delivery]);
    let desk = desk.refused(
        &at_body,
        &accept,
        "2026-03-02T10:00:00",
        JointRefusal::Whole(Refusal::OtherBody),
    );
    let of_lead = officer("W-01", LEAD, &[Role::Acceptance]);
    desk.clone().done(&of_lead, &accept, "2026-03-02T10:00:00");
    let joined = JointDesk::all_granted();
    for command in [hand_over(), JointCommand::Close, pass_on("sign")] {
        let refused = JointRefusal::Whole(Refusal::OtherBody);
        joined.clone().refused(&at_body, &command, "2026-03-10T10:00:00", refused);
    }
}

#[test]
fn art_26_no_branch_is_accepted_or_handed_out_alone_and_the_whole_is_never_decided() {
    let desk = JointDesk::accepted(rules());
    for (actor, command) in [
        (window(), Command::Accept),
        (citizen(), supplement(&["平面图"])),
        (window(), request(&["平面图"], "2026-03-20")),
        (window(), deliver()),
        (window(), Command::Close),
        (Actor::Clock, Command::DeemAccepted),
    ] {
        let refused = JointRefusal::WholeOnly { command: command.kind() };
        desk.clone().refused(&actor, &to("fire", command), "2026-03-03T10:00:00", refused);
    }
    let lead = officer("F-01", LEAD, &Role::ALL);
    let together = JointRefusal::NotJoint { command: CommandKind::Deliver };
    desk.clone().refused(&lead, &whole(deliver()), "2026-03-03T10:00:00", together);
    for command in [Command::Grant, refuse(), Command::StartReview, issue()] {
        let refused = JointRefusal::BranchOnly { command: command.kind() };
        desk.clone().refused(&lead, &whole(command), "2026-03-03T10:00:00", refused);
    }
}

#[test]
fn art_32_the_applicant_is_told_once_and_for_all_branches_what_is_missing() {
    let desk = JointDesk::new(rules())
        .done(&citizen(), &whole(receive(&["申请表", "效果图"])), "2026-03-02T09:30:00")
        .done(
            &window(),
            &whole(request(&["平面图", "健康证"], "2026-03-20")),
            "2026-03-04T09:00:00",
        )
        .refused(
            &window(),
            &whole(request(&["效果图"], "2026-03-20")),
            "2026-03-04T10:00:00",
            JointRefusal::Whole(Refusal::AlreadyRequested { on: day("2026-03-04") }),
        )
        .done(&citizen(), &whole(supplement(&["平面图"])), "2026-03-05T09:00:00");
    assert_eq!(desk.case.state(), JointState::SupplementRequested);
    let desk = desk.done(&citizen(), &whole(supplement(&["健康证"])), "2026-03-12T09:00:00").done(
        &window(),
        &whole(Command::Accept),
        "2026-03-12T10:00:00",
    );
    let accepted = |code| desk.case.branch(&item(code)).unwrap().acceptance().unwrap().on;
    for code in ["fire", "food", "drain"] {
        assert_eq!(accepted(code), day("2026-03-12"), "{code}");
    }
}

#[test]
fn art_32_silence_accepts_for_every_branch_from_the_day_of_receipt() {
    let desk = JointDesk::received(rules())
        .refused(
            &Actor::Clock,
            &whole(Command::DeemAccepted),
            "2026-03-09T23:00:00",
            JointRefusal::Whole(Refusal::SilenceNotOver { due: Some(day("2026-03-09")) }),
        )
        .done(&Actor::Clock, &whole(Command::DeemAccepted), "2026-03-10T00:00:00");
    for code in ["fire", "food", "drain"] {
        let acceptance = desk.case.branch(&item(code)).unwrap().acceptance().unwrap();
        assert_eq!((acceptance.on, &acceptance.by), (day("2026-03-02"), &Author::Clock));
    }
}

#[test]
fn art_32_the_lead_refuses_at_the_door_for_all() {
    let desk = JointDesk::received(rules()).done(
        &window(),
        &whole(not_accept(Ground::NotOurPower { right_body: "示例省主管部门".to_owned() })),
        "2026-03-02T10:00:00",
    );
    assert_eq!((desk.case.state(), desk.events.len()), (JointState::NotAccepted, 2));
    assert!(desk.case.state().is_final());
    assert_eq!(desk.case.due(&desk.rules), None);
    assert_eq!(desk.case.deadlines(&desk.rules), []);
}

#[test]
fn art_32_what_needs_no_license_is_told_for_all() {
    let reason = "依法不需要取得行政许可".to_owned();
    let desk = JointDesk::received(rules())
        .done(&window(), &whole(Command::DeclareNotNeeded { reason }), "2026-03-02T10:00:00")
        .refused(
            &window(),
            &pass_on("sign"),
            "2026-03-02T11:00:00",
            JointRefusal::WrongState { state: JointState::NotNeeded },
        );
    assert_eq!((desk.case.state(), desk.case.state().zh()), (JointState::NotNeeded, "无需许可"));
    assert!(desk.case.state().is_final());
    assert_eq!(desk.case.deadlines(&desk.rules), []);
}

#[test]
fn art_42_the_whole_has_45_days_and_each_branch_its_own_or_less() {
    let desk = JointDesk::accepted(rules());
    let known = |who: &str, on: &str| (who.to_owned(), on.to_owned());
    assert_eq!(
        desk.decisions(),
        [
            known("whole", "2026-05-04"), // The ordinary week knows no Labor Day.
            known("fire", "2026-03-30"),
            known("food", "2026-03-30"),
            known("food", "2026-03-16"), // Promised inside the joint case.
            known("drain", "2026-03-30"),
        ]
    );
}

#[test]
fn art_42_the_head_of_the_government_extends_the_whole_once_by_15_days_at_most() {
    let desk = JointDesk::accepted(rules());
    let head_of_lead = officer("J-01", LEAD, &[Role::Head]);
    let desk = desk
        .refused(
            &head_of_lead,
            &whole(extend(15)),
            "2026-03-03T09:00:00",
            JointRefusal::Whole(Refusal::OtherBody),
        )
        .refused(
            &theme::governor(),
            &whole(extend(16)),
            "2026-03-03T09:00:00",
            JointRefusal::Whole(Refusal::ExtensionTooLong { longest: 15 }),
        )
        .done(&theme::governor(), &whole(extend(15)), "2026-03-03T09:00:00");
    assert_eq!(desk.decisions()[0].1, "2026-05-25");
    assert_eq!(desk.decisions()[1].1, "2026-03-30", "the branches keep their own time");
    desk.refused(
        &theme::governor(),
        &whole(extend(1)),
        "2026-03-04T09:00:00",
        JointRefusal::Whole(Refusal::ExtendedBefore),
    );
}

#[test]
fn art_45_what_stops_the_clock_of_a_branch_stops_that_of_the_whole_and_of_no_other_branch() {
    let desk = JointDesk::accepted(rules()).reviewed("fire", "2026-03-03");
    let start = to("fire", pause(PauseGround::ExpertReview, 5));
    let end = to("fire", resume(PauseGround::ExpertReview, "2026-03-11"));
    let desk = desk.done(&theme::reviewer("fire"), &start, "2026-03-04T09:00:00");
    let due = desk.case.due(&desk.rules).unwrap();
    let stopped = DueUnknown::Paused { since: day("2026-03-04") };
    assert_eq!((due.on, due.whole.due()), (Err(stopped), Err(stopped)));
    assert_eq!(due.branches[1].on, Ok(day("2026-03-16")));

    let desk = desk.done(&theme::reviewer("fire"), &end, "2026-03-11T15:00:00");
    let days: Vec<_> = desk.decisions().into_iter().map(|(_, on)| on).collect();
    // Five working days, from the 5th to the 11th, are left out.
    assert_eq!(days, ["2026-05-11", "2026-04-06", "2026-03-30", "2026-03-16", "2026-03-30"]);
    assert_eq!(JointCase::replay(&desk.events).as_ref(), Ok(&desk.case));
}

#[test]
fn a_later_branch_is_received_by_the_notice_that_the_earlier_is_done() {
    let lead = window();
    let desk = JointDesk::accepted(rules());
    assert_eq!(desk.branch("sign"), None);
    let missing = JointRefusal::ResultMissing { position: 3, needs: 2 };
    let desk = desk
        .refused(&lead, &pass_on("sign"), "2026-03-03T08:00:00", missing)
        .refused(
            &theme::reviewer("sign"),
            &to("sign", Command::StartReview),
            "2026-03-03T08:00:00",
            JointRefusal::NotBegun { position: 3 },
        )
        .granted("food", "2026-03-05")
        .done(&lead, &pass_on("sign"), "2026-03-09T09:00:00");
    assert_eq!(
        shown(&desk.events[desk.events.len() - 3..]),
        ["sign 告知", "sign 收件", "sign 受理"]
    );
    let sign = desk.case.branch(&item("sign")).unwrap();
    assert_eq!(sign.acceptance().unwrap().on, day("2026-03-09"), "its clock starts then");
    assert!(sign.materials().contains(&name("效果图")), "from the one set of files");
    let last = desk.decisions().pop().unwrap();
    assert_eq!(desk.decisions()[4], ("sign".to_owned(), "2026-04-06".to_owned()));
    assert_eq!(desk.decisions()[5], ("sign".to_owned(), "2026-03-16".to_owned()));
    assert_eq!(last, ("drain".to_owned(), "2026-03-30".to_owned()));
    let begun = JointRefusal::BegunBefore { position: 3 };
    desk.refused(&lead, &pass_on("sign"), "2026-03-09T10:00:00", begun);
}

#[test]
fn a_branch_in_advance_is_examined_at_once_and_granted_when_the_earlier_result_is_there() {
    let grant = to("drain", Command::Grant);
    let who = theme::decider("drain");
    let desk = JointDesk::accepted(rules())
        .reviewed("drain", "2026-03-03")
        .refused(
            &who,
            &grant,
            "2026-03-03T10:00:00",
            JointRefusal::ResultMissing { position: 4, needs: 1 },
        )
        .refused(
            &window(),
            &pass_on("drain"),
            "2026-03-03T10:00:00",
            JointRefusal::BegunBefore { position: 4 },
        )
        .granted("fire", "2026-03-04");
    let state = desk.done(&who, &grant, "2026-03-04T11:00:00").branch("drain");
    assert_eq!(state, Some(State::Granted));
}

#[test]
fn the_case_is_due_when_its_latest_branch_is() {
    let desk = JointDesk::accepted(rules());
    // Food on 03-16 at the latest, the sign five days later; fire and drain on 03-30.
    assert_eq!(desk.due(), "2026-03-30");
    let due = desk.case.due(&desk.rules).unwrap();
    let days: Vec<_> = due.branches.iter().map(|branch| branch.on.unwrap().to_string()).collect();
    assert_eq!(days, ["2026-03-30", "2026-03-16", "2026-03-23", "2026-03-30"]);
    let begun: Vec<_> = due.branches.iter().map(|branch| branch.begun).collect();
    assert_eq!(begun, [true, true, false, true]);

    // Food is decided earlier than it had to be, and the sign can only be due sooner.
    let desk = desk.granted("food", "2026-03-05");
    let due = desk.case.due(&desk.rules).unwrap();
    assert_eq!(due.branches[1].decided, Some(day("2026-03-05")));
    assert_eq!(due.branches[2].on, Ok(day("2026-03-12")));
    // What was refused leaves the sign out of the reckoning.
    let desk = JointDesk::accepted(rules()).reviewed("food", "2026-03-03").done(
        &theme::decider("food"),
        &to("food", refuse()),
        "2026-03-04T10:00:00",
    );
    let due = desk.case.due(&desk.rules).unwrap();
    let positions: Vec<_> = due.branches.iter().map(|branch| branch.position).collect();
    assert_eq!(positions, [1, 2, 4]);
    assert_eq!(JointDesk::received(rules()).case.due(&rules()), None, "not accepted yet");
}

#[test]
fn the_due_day_explains_itself_in_both_languages() {
    let desk = JointDesk::accepted(rules()).granted("fire", "2026-03-04");
    let due = desk.case.due(&desk.rules).unwrap();
    let english: Vec<_> = due.explain().lines().map(str::to_owned).collect();
    assert_eq!(
        english[..7],
        [
            "joint case: due 2026-03-30, the day of its latest branch",
            "branch 1, 消防检查: decided on 2026-03-04",
            "branch 2, 食品经营许可: due 2026-03-16",
            "branch 3, 户外广告设置许可: due 2026-03-23, if what it needs comes on the last day for it",
            "branch 4, 排水许可: due 2026-03-30",
            "limit of the whole:",
            "decision: 45 working days, statutory (行政许可法 第四十二条第二款)",
        ]
    );
    let chinese: Vec<_> = due.explain_zh().lines().map(str::to_owned).collect();
    assert_eq!(
        chinese[..7],
        [
            "联办件2026年3月30日届满，以最迟的联办事项为准",
            "第1项“消防检查”：已于2026年3月4日作出决定",
            "第2项“食品经营许可”：2026年3月16日届满",
            "第3项“户外广告设置许可”：前置事项最迟办结的，2026年3月23日届满",
            "第4项“排水许可”：2026年3月30日届满",
            "联办时限：",
            "法定作出决定期限：45个工作日（《行政许可法》第四十二条第二款）",
        ]
    );
    let start = to("food", pause(PauseGround::ExpertReview, 5));
    let desk = desk.reviewed("food", "2026-03-05").done(
        &theme::reviewer("food"),
        &start,
        "2026-03-06T09:00:00",
    );
    let due = desk.case.due(&desk.rules).unwrap();
    assert!(due.explain().starts_with(
        "joint case: due day unknown, deadline: stopped since 2026-03-06\n\
         branch 1, 消防检查: decided on 2026-03-04\n\
         branch 2, 食品经营许可: due day unknown, deadline: stopped since 2026-03-06\n"
    ));
    assert!(due.explain_zh().starts_with(
        "联办件届满日未知，期限自2026年3月6日起停止计算\n\
         第1项“消防检查”：已于2026年3月4日作出决定\n\
         第2项“食品经营许可”：届满日未知，期限自2026年3月6日起停止计算\n"
    ));
}
