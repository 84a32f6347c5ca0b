//! What stops and lengthens the time to decide, and what holds the decision up.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

const EXPERTS: PauseGround = PauseGround::ExpertReview;

fn decision(desk: &Desk) -> Deadline {
    desk.case.deadlines(&desk.rules).remove(1)
}

fn due(desk: &Desk) -> String {
    decision(desk).due().unwrap().to_string()
}

fn special() -> Desk {
    Desk::reviewed(rules_of(special_draft()))
}

#[test]
fn art_45_a_special_procedure_stops_the_clock_until_its_end() {
    let desk = special();
    assert_eq!(due(&desk), "2026-03-30");
    let desk = desk.done(&reviewer(), &pause(EXPERTS, 8), "2026-03-04T09:00:00");
    assert_eq!(desk.case.state(), State::Suspended);
    assert_eq!(decision(&desk).due(), Err(DueUnknown::Paused { since: day("2026-03-04") }));
    let waiting = |command| Refusal::WrongState { command, state: State::Suspended };
    let desk = desk
        .refused(&decider(), &Command::Grant, "2026-03-05T09:00:00", waiting(CommandKind::Grant))
        .refused(&reviewer(), &review(), "2026-03-05T09:00:00", waiting(CommandKind::RecordReview))
        // Told later than it ended: the days since count.
        .done(&reviewer(), &resume(EXPERTS, "2026-03-11"), "2026-03-13T16:00:00");
    assert_eq!(desk.case.state(), State::InReview);
    assert_eq!(due(&desk), "2026-04-06", "five working days left out");
    assert_eq!(desk.case.pauses().len(), 1);
    desk.done(&decider(), &Command::Grant, "2026-03-16T09:00:00");
}

#[test]
fn art_45_only_what_the_procedure_allows_stops_the_clock_and_the_length_is_told() {
    let time = "2026-03-04T09:00:00";
    let untold = Command::StartSpecialProcedure { ground: EXPERTS, days: 8, notice: " ".into() };
    let law = PauseGround::SpecialLaw { basis: Basis::new("示例条例", "7") };
    special()
        .refused(&reviewer(), &pause(PauseGround::Auction, 8), time, Refusal::PauseNotListed)
        .refused(&reviewer(), &pause(PauseGround::Hearing, 8), time, Refusal::PauseNotListed)
        .refused(&reviewer(), &pause(law.clone(), 8), time, Refusal::PauseNotListed)
        .refused(&reviewer(), &pause(EXPERTS, 11), time, Refusal::PauseTooLong { longest: 10 })
        .refused(&reviewer(), &untold, time, Refusal::Blank { words: Words::Notice })
        .done(&reviewer(), &pause(EXPERTS, 10), time)
        .refused(&reviewer(), &pause(EXPERTS, 8), time, Refusal::PauseRunning);
    let none = Desk::reviewed(rules());
    none.refused(&reviewer(), &pause(EXPERTS, 8), time, Refusal::PauseNotListed);
    let mut cited = special_draft();
    cited.special_procedures = vec![SpecialProcedure { ground: law.clone(), days: None }];
    Desk::reviewed(rules_of(cited)).done(&reviewer(), &pause(law, 60), time);
}

#[test]
fn art_45_the_bodys_own_visit_stops_nothing() {
    let desk = special().done(&reviewer(), &check(&["R-01", "R-02"]), "2026-03-24T16:00:00");
    assert_eq!((due(&desk).as_str(), desk.case.pauses()), ("2026-03-30", &[][..]));
}

#[test]
fn art_45_overlapping_procedures_are_left_out_once_and_the_last_lets_the_review_go_on() {
    let tests = PauseGround::Testing;
    let desk = special()
        .done(&reviewer(), &pause(EXPERTS, 8), "2026-03-04T09:00:00")
        .done(&reviewer(), &pause(tests.clone(), 30), "2026-03-06T09:00:00")
        .done(&reviewer(), &resume(EXPERTS, "2026-03-11"), "2026-03-11T09:00:00");
    assert_eq!(desk.case.state(), State::Suspended, "the tests still run");
    let desk = desk
        .refused(
            &reviewer(),
            &resume(EXPERTS, "2026-03-12"),
            "2026-03-12T09:00:00",
            Refusal::PauseNotRunning,
        )
        .done(&reviewer(), &resume(tests, "2026-03-13"), "2026-03-13T09:00:00");
    assert_eq!((desk.case.state(), due(&desk).as_str()), (State::InReview, "2026-04-08"));
}

#[test]
fn a_special_procedure_never_ends_in_the_future_or_before_it_began() {
    let early = Refusal::PauseEndsEarly { from: day("2026-03-04") };
    let time = "2026-03-12T09:00:00";
    let mute = Command::EndSpecialProcedure {
        ground: EXPERTS,
        on: day("2026-03-12"),
        result: String::new(),
    };
    special()
        .done(&reviewer(), &pause(EXPERTS, 8), "2026-03-04T09:00:00")
        .refused(&reviewer(), &resume(EXPERTS, "2026-03-13"), time, Refusal::PauseEndsInFuture)
        .refused(&reviewer(), &resume(EXPERTS, "2026-03-03"), time, early)
        .refused(&reviewer(), &mute, time, Refusal::Blank { words: Words::Result })
        .done(&reviewer(), &resume(EXPERTS, "2026-03-12"), time);
}

#[test]
fn art_42_the_head_extends_once_before_the_end_with_a_reason_and_a_notice() {
    let time = "2026-03-30T23:00:00";
    let mute = Command::ExtendDecision { days: 10, reason: String::new(), notice: notice() };
    let untold =
        Command::ExtendDecision { days: 10, reason: "案情复杂".into(), notice: String::new() };
    let long = Refusal::ExtensionTooLong { longest: 10 };
    let desk = Desk::reviewed(rules())
        .refused(&decider(), &extend(10), time, Refusal::RoleMissing { role: Role::Head })
        .refused(&head(), &extend(11), time, long)
        .refused(&head(), &extend(0), time, long)
        .refused(&head(), &mute, time, Refusal::Blank { words: Words::Reason })
        .refused(&head(), &untold, time, Refusal::Blank { words: Words::Notice });
    let over = Refusal::DecisionOverdue { due: day("2026-03-30") };
    desk.clone().refused(&head(), &extend(10), "2026-03-31T00:00:00", over);
    let desk = desk.done(&head(), &extend(10), time);
    assert_eq!(due(&desk), "2026-04-13", "the ordinary week knows no Qingming");
    assert_eq!(desk.case.extension().unwrap().days, 10);
    desk.refused(&head(), &extend(5), "2026-03-31T09:00:00", Refusal::ExtendedBefore);
    let mut never = draft();
    never.extension = None;
    Desk::reviewed(rules_of(never)).refused(&head(), &extend(1), time, Refusal::NotExtendable);
}

#[test]
fn art_42_2_joint_handling_is_extended_by_the_head_of_the_government() {
    let mut joint = draft();
    joint.decision = Limit::joint_decision();
    joint.extension = Some(Extension::joint_decision(STRANGER));
    let mayor = officer("M-01", STRANGER, &[Role::Head]);
    let desk = Desk::reviewed(rules_of(joint))
        .refused(&head(), &extend(15), "2026-04-01T09:00:00", Refusal::OtherBody)
        .done(&mayor, &extend(15), "2026-04-01T09:00:00");
    assert_eq!(decision(&desk).days(), 60);
}

#[test]
fn an_extension_lengthens_the_promise_by_as_much() {
    let mut promised = draft();
    promised.promised.push(Limit::promised(Clock::Decision, 7, Basis::new("示例许可", "办事指南")));
    let desk = Desk::reviewed(rules_of(promised)).done(&head(), &extend(3), "2026-03-05T09:00:00");
    let days: Vec<u32> = desk.case.deadlines(&desk.rules).iter().map(Deadline::days).collect();
    assert_eq!(days, [5, 23, 10]);
}

#[test]
fn art_47_the_decision_waits_for_the_choice_and_for_the_hearing() {
    let offered =
        Desk::reviewed(rules()).done(&reviewer(), &offer_hearing(), "2026-03-04T09:00:00");
    let open = Refusal::HearingRightOpen { until: Some(day("2026-03-11")) };
    let again = Refusal::HearingOffered { on: day("2026-03-04") };
    let offered = offered.refused(&decider(), &refuse(), "2026-03-11T23:00:00", open).refused(
        &reviewer(),
        &offer_hearing(),
        "2026-03-11T23:00:00",
        again,
    );
    // Nobody asked in five working days.
    let late = Refusal::HearingRequestLate { until: day("2026-03-11") };
    offered
        .clone()
        .refused(&citizen(), &Command::RequestHearing, "2026-03-12T00:00:00", late)
        .done(&decider(), &refuse(), "2026-03-12T00:00:00");
    offered
        .clone()
        .done(&citizen(), &Command::WaiveHearing, "2026-03-05T09:00:00")
        .refused(
            &citizen(),
            &Command::RequestHearing,
            "2026-03-05T10:00:00",
            Refusal::HearingChosen,
        )
        .refused(
            &reviewer(),
            &schedule_hearing("2026-03-20"),
            "2026-03-05T10:00:00",
            Refusal::HearingNotRequested,
        )
        .done(&decider(), &refuse(), "2026-03-05T10:00:00");
    let desk = offered.done(&citizen(), &Command::RequestHearing, "2026-03-11T23:00:00").refused(
        &decider(),
        &refuse(),
        "2026-03-12T09:00:00",
        Refusal::HearingNotHeld,
    );
    assert_eq!(decision(&desk).due(), Err(DueUnknown::Paused { since: day("2026-03-11") }));
    let clocks: Vec<_> = desk.case.deadlines(&desk.rules).into_iter().skip(2).collect();
    let shown: Vec<_> =
        clocks.iter().map(|clock| (clock.limit().clock, clock.due().unwrap())).collect();
    let expected =
        [(Clock::HearingRequest, day("2026-03-11")), (Clock::Hearing, day("2026-04-08"))];
    assert_eq!(shown, expected);
    assert!(clocks[0].explain().starts_with("request for a hearing: 5 working days, statutory"));
    assert!(clocks[1].explain_zh().starts_with("法定举行听证期限：20个工作日"));
}

#[test]
fn art_47_nobody_asks_for_a_hearing_that_was_not_offered() {
    let desk = Desk::reviewed(rules());
    for (actor, command) in [
        (citizen(), Command::RequestHearing),
        (citizen(), Command::WaiveHearing),
        (chair(), schedule_hearing("2026-03-20")),
        (chair(), hold_hearing()),
    ] {
        desk.clone().refused(&actor, &command, "2026-03-04T09:00:00", Refusal::HearingNotOffered);
    }
    let wrong = Refusal::WrongActor { command: CommandKind::WaiveHearing };
    desk.refused(&window(), &Command::WaiveHearing, "2026-03-04T09:00:00", wrong);
}

#[test]
fn art_48_a_hearing_is_told_seven_days_before_and_held_by_another_officer() {
    let asked = Desk::reviewed(rules())
        .done(&reviewer(), &offer_hearing(), "2026-03-04T09:00:00")
        .done(&window(), &Command::RequestHearing, "2026-03-04T10:00:00")
        .refused(&chair(), &hold_hearing(), "2026-03-04T11:00:00", Refusal::HearingNotScheduled);
    let soon = Refusal::HearingTooSoon { earliest: day("2026-03-13") };
    let late = Refusal::HearingTooLate { latest: day("2026-04-01") };
    let asked = asked
        .refused(&chair(), &schedule_hearing("2026-03-12"), "2026-03-04T11:00:00", soon)
        .refused(&chair(), &schedule_hearing("2026-04-02"), "2026-03-04T11:00:00", late);
    asked.clone().done(&chair(), &schedule_hearing("2026-04-01"), "2026-03-04T11:00:00");
    asked.clone().refused(&chair(), &schedule_hearing("2026-04-02"), "2026-03-23T09:00:00", late);
    // A body that let the time pass holds it late rather than never.
    asked.clone().done(&chair(), &schedule_hearing("2026-04-20"), "2026-03-27T09:00:00");
    let desk = asked
        .done(&chair(), &schedule_hearing("2026-03-13"), "2026-03-04T11:00:00")
        .refused(
            &chair(),
            &hold_hearing(),
            "2026-03-12T09:00:00",
            Refusal::HearingNotYet { on: day("2026-03-13") },
        )
        .refused(&reviewer(), &hold_hearing(), "2026-03-13T09:00:00", Refusal::HearingByExaminer)
        .done(&chair(), &hold_hearing(), "2026-03-13T09:00:00");
    assert_eq!(due(&desk), "2026-04-08", "seven working days are left out");
    let hearing = desk.case.hearing().unwrap();
    assert_eq!((hearing.scheduled, hearing.held), (hearing.held, Some(day("2026-03-13"))));
    let held = Refusal::HearingHeldBefore { on: day("2026-03-13") };
    desk.refused(&chair(), &hold_hearing(), "2026-03-16T09:00:00", held).done(
        &decider(),
        &Command::Grant,
        "2026-03-16T09:00:00",
    );
}

#[test]
fn art_46_the_body_announces_a_hearing_of_its_own_motion_and_holds_it_before_it_decides() {
    let announce = announce_hearing("2026-03-16");
    let desk = Desk::reviewed(rules());
    let too_soon = Refusal::HearingTooSoon { earliest: day("2026-03-13") };
    let time = "2026-03-04T09:00:00";
    let desk = desk
        .refused(&chair(), &announce_hearing("2026-03-12"), time, too_soon)
        .done(&chair(), &announce, time)
        .refused(
            &chair(),
            &announce,
            "2026-03-04T10:00:00",
            Refusal::HearingAnnounced { on: day("2026-03-04") },
        );
    let announced = Refusal::HearingAnnounced { on: day("2026-03-04") };
    let asked = "2026-03-04T11:00:00";
    let desk = desk
        .refused(&chair(), &offer_hearing(), asked, announced)
        .refused(&citizen(), &Command::RequestHearing, asked, announced)
        .refused(&citizen(), &Command::WaiveHearing, asked, announced)
        .refused(&decider(), &Command::Grant, asked, Refusal::HearingNotHeld)
        .refused(
            &chair(),
            &hold_hearing(),
            asked,
            Refusal::HearingNotYet { on: day("2026-03-16") },
        );
    let stopped = DueUnknown::Paused { since: day("2026-03-04") };
    assert_eq!(decision(&desk).due(), Err(stopped));
    let clocks: Vec<_> =
        desk.case.deadlines(&desk.rules).iter().map(|due| due.limit().clock).collect();
    assert_eq!(clocks, [Clock::SupplementNotice, Clock::Decision], "no right, no time to ask");
    let held = desk
        .done(&chair(), &schedule_hearing("2026-03-17"), "2026-03-05T09:00:00")
        .refused(&reviewer(), &hold_hearing(), "2026-03-17T09:00:00", Refusal::HearingByExaminer)
        .done(&chair(), &hold_hearing(), "2026-03-17T09:00:00");
    // Nine working days, from the 5th to the 17th, are left out.
    assert_eq!(due(&held), "2026-04-10");
    let again = Refusal::HearingHeldBefore { on: day("2026-03-17") };
    let held =
        held.refused(&chair(), &announce_hearing("2026-04-01"), "2026-03-18T09:00:00", again);
    held.done(&decider(), &Command::Grant, "2026-03-18T10:00:00");
}

#[test]
fn art_46_a_waiver_keeps_no_body_from_a_hearing_of_its_own_and_a_request_needs_none() {
    let offered =
        Desk::reviewed(rules()).done(&reviewer(), &offer_hearing(), "2026-03-04T09:00:00");
    let waived = offered.clone().done(&citizen(), &Command::WaiveHearing, "2026-03-04T10:00:00");
    let announced = waived.done(&chair(), &announce_hearing("2026-03-16"), "2026-03-04T11:00:00");
    let not_held = Refusal::HearingNotHeld;
    announced.refused(&decider(), &Command::Grant, "2026-03-05T09:00:00", not_held);
    let asked = offered.done(&citizen(), &Command::RequestHearing, "2026-03-04T10:00:00");
    let announce = announce_hearing("2026-03-16");
    asked.refused(&chair(), &announce, "2026-03-04T11:00:00", Refusal::HearingChosen);
}

#[test]
fn a_hearing_and_a_special_procedure_stop_the_clock_together() {
    let desk = special()
        .done(&reviewer(), &offer_hearing(), "2026-03-04T09:00:00")
        .done(&citizen(), &Command::RequestHearing, "2026-03-04T10:00:00")
        .done(&reviewer(), &pause(EXPERTS, 8), "2026-03-05T09:00:00")
        .done(&chair(), &schedule_hearing("2026-03-16"), "2026-03-05T10:00:00")
        .refused(
            &reviewer(),
            &resume(PauseGround::Hearing, "2026-03-06"),
            "2026-03-06T09:00:00",
            Refusal::PauseNotRunning,
        )
        .done(&reviewer(), &resume(EXPERTS, "2026-03-13"), "2026-03-13T09:00:00");
    assert_eq!(desk.case.state(), State::InReview);
    assert_eq!(decision(&desk).due(), Err(DueUnknown::Paused { since: day("2026-03-04") }));
    let desk = desk.done(&chair(), &hold_hearing(), "2026-03-16T09:00:00");
    assert_eq!(due(&desk), "2026-04-09");
}

#[test]
fn art_36_the_decision_waits_until_every_third_party_was_heard_or_waived_it() {
    let time = "2026-03-04T09:00:00";
    let nameless = Command::NotifyThirdParty { party: String::new() };
    let mute = Command::HearThirdParty { party: 1, statement: "\n".to_owned() };
    let desk = Desk::reviewed(rules())
        .refused(&reviewer(), &hear(1), time, Refusal::NoThirdPartyWaits)
        .refused(&reviewer(), &nameless, time, Refusal::Blank { words: Words::Party })
        .done(&reviewer(), &notify(), time)
        .done(&reviewer(), &notify(), time)
        .refused(&decider(), &Command::Grant, time, Refusal::ThirdPartyNotHeard { position: 1 })
        .refused(&reviewer(), &mute, time, Refusal::Blank { words: Words::Statement })
        .refused(&reviewer(), &hear(0), time, Refusal::ThirdPartyUnknown)
        .refused(&reviewer(), &hear(3), time, Refusal::ThirdPartyUnknown)
        .done(&reviewer(), &hear(1), time)
        .refused(&reviewer(), &hear(1), time, Refusal::ThirdPartyAnswered { position: 1 })
        .refused(&decider(), &refuse(), time, Refusal::ThirdPartyNotHeard { position: 2 });
    assert_eq!((desk.case.third_parties(), desk.case.unheard_third_party()), (2, Some(2)));
    desk.done(&reviewer(), &Command::WaiveThirdParty { party: 2 }, time)
        .refused(&reviewer(), &hear(2), time, Refusal::NoThirdPartyWaits)
        .done(&decider(), &Command::Grant, time);
}

#[test]
fn all_of_it_together_is_replayed_to_the_same_day() {
    let desk = adjourned();
    assert_eq!(desk.case.state(), State::Granted);
    assert_eq!(Case::replay(&desk.events).as_ref(), Ok(&desk.case));
    // 30 days, less 7 of the experts and 8 of the hearing.
    assert_eq!(due(&desk), "2026-05-04");
}

#[test]
fn a_special_procedure_is_offered_only_where_the_item_has_one() {
    let offered = |draft| {
        let desk = Desk::reviewed(rules_of(draft));
        let commands =
            next_commands(&desk.case, &desk.rules, &reviewer(), at("2026-03-04T09:00:00"));
        commands.contains(&CommandKind::StartSpecialProcedure)
    };
    assert!(offered(special_draft()));
    assert!(!offered(draft()));
}

#[test]
fn what_is_certain_is_not_held_up_by_a_region_whose_next_year_is_unknown() {
    let text = "# covered years: 2019\n2019-06-05\toff\t开斋节\t2019\n";
    let layer = RegionLayer::parse("NX", text).unwrap();
    let rules = Rules::new(rules().procedure().clone(), calendar().with_strict_region(layer));
    // Five working days from Wednesday 2019-12-25 end in 2020; four are used on the 31st.
    let everything = receive(&["申请表", "租赁合同"]);
    let desk = Desk::new(rules).done(&citizen(), &everything, "2019-12-25T09:00:00");
    let accepted = desk.clone().done(&window(), &Command::Accept, "2019-12-31T09:00:00");
    assert_eq!(accepted.case.state(), State::Accepted);
    let mut next_year = desk;
    let refused = next_year.try_do(&window(), &Command::Accept, "2020-01-02T09:00:00").unwrap_err();
    assert_eq!(refused.code(), "calendar-not-covered");
}
