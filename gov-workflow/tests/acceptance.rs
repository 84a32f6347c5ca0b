//! Article 32, as stories: what happens between receipt and acceptance.

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

fn deemed() -> Desk {
    Desk::received(rules()).done(&Actor::Clock, &Command::DeemAccepted, "2026-03-10T00:00:00")
}

fn due(desk: &Desk, clock: Clock) -> Vec<String> {
    let of = |deadline: &&Deadline| deadline.limit().clock == clock;
    let deadlines = desk.case.deadlines(&desk.rules);
    deadlines.iter().filter(of).map(|deadline| deadline.due().unwrap().to_string()).collect()
}

#[test]
fn art_32_1_who_needs_no_license_is_told_so() {
    let time = "2026-03-02T10:00:00";
    let mute = Command::DeclareNotNeeded { reason: " ".to_owned() };
    let blank = Refusal::Blank { words: Words::Reason };
    let desk = Desk::received(rules()).refused(&window(), &mute, time, blank);
    let told = desk.clone().done(&window(), &not_needed(), time);
    assert_eq!(told.case.state(), State::NotNeeded);
    assert_eq!(told.case.deadlines(&told.rules), []);
    // It is no refusal to accept, which older cases called it.
    desk.refused(&window(), &not_accept(Ground::NotNeeded), time, Refusal::NotNeededIsTold);
}

#[test]
fn art_32_1_also_while_the_applicant_is_asked_for_more_and_never_after_acceptance() {
    let asked = Desk::received(rules()).done(
        &window(),
        &request(&["照片"], "2026-03-20"),
        "2026-03-03T09:00:00",
    );
    asked.done(&window(), &not_needed(), "2026-03-04T09:00:00");
    let command = CommandKind::DeclareNotNeeded;
    let late = Refusal::WrongState { command, state: State::Accepted };
    Desk::accepted(rules()).refused(&window(), &not_needed(), "2026-03-03T09:00:00", late);
}

#[test]
fn art_32_2_a_refusal_to_accept_names_the_right_body_and_the_remedies() {
    let time = "2026-03-02T10:00:00";
    let unnamed = not_accept(Ground::NotOurPower { right_body: " ".to_owned() });
    let blank = |words| Refusal::Blank { words };
    let desk = Desk::received(rules()).refused(&window(), &unnamed, time, blank(Words::RightBody));
    let ground = || Ground::NotOurPower { right_body: "示例省主管部门".to_owned() };
    for (review, court, words) in
        [("", "示例区人民法院", Words::ReviewBody), ("示例市人民政府", "", Words::Court)]
    {
        let command = Command::RefuseAcceptance {
            ground: ground(),
            reason: "不属于本机关职权".to_owned(),
            remedies: Remedies { review: review.to_owned(), court: court.to_owned() },
        };
        desk.clone().refused(&window(), &command, time, blank(words));
    }
    let desk = desk.done(&window(), &not_accept(ground()), time);
    assert_eq!(desk.case.state(), State::NotAccepted);
    assert_eq!(desk.case.deadlines(&desk.rules), []);
}

#[test]
fn art_32_3_a_slip_is_put_right_on_the_spot_and_is_no_notice() {
    let time = "2026-03-03T09:00:00";
    let unsaid =
        Command::CorrectOnTheSpot { materials: [name("申请表")].into(), note: String::new() };
    let desk = Desk::new(rules())
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .refused(&citizen(), &correct(&[]), time, Refusal::ListEmpty)
        .refused(&citizen(), &correct(&["婚姻证明"]), time, Refusal::NotInGuide { position: 1 })
        .refused(&citizen(), &correct(&["租赁合同"]), time, Refusal::NotInHand { position: 1 })
        .refused(&citizen(), &unsaid, time, Refusal::Blank { words: Words::Note })
        .refused(&neighbor(), &correct(&["申请表"]), time, Refusal::OtherApplicant)
        .done(&citizen(), &correct(&["申请表"]), time)
        .done(&window(), &correct(&["申请表"]), time);
    assert_eq!(desk.case.state(), State::Submitted);
    assert_eq!(due(&desk, Clock::SupplementNotice), ["2026-03-09"], "the clock runs on");
    assert_eq!(desk.case.notice(), None);
    desk.done(&window(), &request(&["租赁合同"], "2026-03-20"), "2026-03-04T09:00:00").done(
        &citizen(),
        &correct(&["申请表"]),
        "2026-03-05T09:00:00",
    );
    let accepted =
        Refusal::WrongState { command: CommandKind::CorrectOnTheSpot, state: State::Accepted };
    Desk::accepted(rules()).refused(&citizen(), &correct(&["申请表"]), time, accepted);
}

#[test]
fn art_32_4_everything_is_asked_for_once_and_with_reasons() {
    let time = "2026-03-03T09:00:00";
    let desk = Desk::new(rules()).done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00");
    let unreasoned = Command::RequestSupplement {
        missing: vec![Defect { material: name("租赁合同"), reason: String::new() }],
        until: day("2026-03-20"),
    };
    let blank = Refusal::Blank { words: Words::Reason };
    let asked = request(&["租赁合同", "申请表"], "2026-03-20");
    let twice = request(&["租赁合同", "租赁合同"], "2026-03-20");
    let desk = desk
        .refused(&window(), &request(&[], "2026-03-20"), time, Refusal::ListEmpty)
        .refused(&window(), &twice, time, Refusal::ListedTwice { position: 2 })
        .refused(&window(), &unreasoned, time, blank)
        .refused(&window(), &request(&["租赁合同"], "2026-03-03"), time, Refusal::NoTimeLeft)
        .done(&window(), &asked, time);
    assert!(desk.case.materials().is_empty(), "what is defective is not in hand");
    let again = Refusal::AlreadyRequested { on: day("2026-03-03") };
    let desk = desk
        .refused(&window(), &asked, "2026-03-04T09:00:00", again)
        .refused(&citizen(), &supplement(&[]), "2026-03-04T09:00:00", Refusal::ListEmpty)
        .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-04T09:00:00");
    assert_eq!(desk.case.state(), State::SupplementRequested, "one piece is still missing");
    let desk = desk.done(&citizen(), &supplement(&["申请表"]), "2026-03-05T09:00:00");
    assert_eq!(desk.case.state(), State::Submitted);
    assert_eq!(due(&desk, Clock::SupplementNotice), ["2026-03-12"], "five days run anew");
    desk.refused(&window(), &asked, "2026-03-05T10:00:00", again);
}

#[test]
fn art_32_4_the_fifth_working_day_is_the_last_to_tell() {
    let asked = request(&["照片"], "2026-03-20");
    let told = |time| Desk::received(rules()).try_do(&window(), &asked, time);
    assert_eq!(told("2026-03-09T23:59:59"), Ok(()));
    let late = Refusal::DeemedAccepted { on: day("2026-03-02") };
    assert_eq!(told("2026-03-10T00:00:00"), Err(late));
}

#[test]
fn art_32_4_silence_accepts_as_of_the_day_of_receipt() {
    let early = Refusal::SilenceNotOver { due: Some(day("2026-03-09")) };
    Desk::received(rules()).refused(
        &Actor::Clock,
        &Command::DeemAccepted,
        "2026-03-09T23:59:59",
        early,
    );
    let desk = deemed();
    let acceptance = desk.case.acceptance().unwrap();
    assert_eq!((acceptance.on, &acceptance.by), (day("2026-03-02"), &Author::Clock));
    assert_eq!(due(&desk, Clock::Decision), ["2026-03-30"], "five days are used up");
}

#[test]
fn art_32_4_after_silence_nobody_accepts_refuses_or_asks_any_more() {
    let late = Refusal::DeemedAccepted { on: day("2026-03-02") };
    let answers = [
        Command::Accept,
        request(&["照片"], "2026-03-20"),
        not_accept(Ground::NotNeeded),
        not_needed(),
    ];
    for answer in answers {
        let recorded = deemed().refused(&window(), &answer, "2026-03-10T09:00:00", late);
        recorded.done(&reviewer(), &Command::StartReview, "2026-03-10T09:00:00").refused(
            &window(),
            &answer,
            "2026-03-11T09:00:00",
            late,
        );
        // Also before anybody recorded it: the law does not wait for a record.
        Desk::received(rules()).refused(&window(), &answer, "2026-03-10T09:00:00", late);
    }
    assert_eq!(late.basis(), Some(Basis::licensing_law(32)));
}

#[test]
fn art_32_4_silence_after_a_supplement_accepts_as_of_the_supplement() {
    let desk = Desk::new(rules())
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&window(), &request(&["租赁合同"], "2026-03-20"), "2026-03-03T09:00:00");
    let waiting = Refusal::WrongState {
        command: CommandKind::DeemAccepted,
        state: State::SupplementRequested,
    };
    let desk = desk
        .refused(&Actor::Clock, &Command::DeemAccepted, "2026-03-11T00:00:00", waiting)
        .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-12T09:00:00")
        .done(&Actor::Clock, &Command::DeemAccepted, "2026-03-20T00:00:00");
    assert_eq!(desk.case.acceptance().unwrap().on, day("2026-03-12"));
}

#[test]
fn art_32_5_what_is_complete_is_accepted_and_what_is_not_is_not() {
    let desk = Desk::new(rules()).done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00");
    let missing = Refusal::MaterialMissing { position: 2 };
    desk.refused(&window(), &Command::Accept, "2026-03-02T10:00:00", missing)
        .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-02T10:30:00")
        .done(&window(), &Command::Accept, "2026-03-02T11:00:00");
}

#[test]
fn art_32_5_who_handed_in_all_that_was_asked_for_is_accepted() {
    // The window forgot to ask for the lease: its fault, not the applicant's.
    let desk = Desk::new(rules())
        .done(&citizen(), &receive(&[]), "2026-03-02T09:30:00")
        .done(&window(), &request(&["申请表"], "2026-03-20"), "2026-03-03T09:00:00")
        .done(&citizen(), &supplement(&["申请表"]), "2026-03-04T09:00:00")
        .done(&window(), &Command::Accept, "2026-03-04T10:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-05T09:00:00")
        .done(&reviewer(), &review(), "2026-03-05T11:00:00");
    // Still nothing is granted without it, and the applicant can bring it any time.
    let missing = Refusal::MaterialMissing { position: 2 };
    desk.refused(&decider(), &Command::Grant, "2026-03-06T09:00:00", missing)
        .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-06T10:00:00")
        .done(&decider(), &Command::Grant, "2026-03-06T11:00:00");
}

#[test]
fn who_never_supplements_is_not_accepted_but_only_after_the_last_day() {
    let desk = Desk::new(rules())
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .refused(
            &window(),
            &not_accept(Ground::NotSupplemented),
            "2026-03-02T10:00:00",
            Refusal::NeverRequested,
        )
        .done(&window(), &request(&["租赁合同"], "2026-03-20"), "2026-03-03T09:00:00");
    let open = Refusal::SupplementStillOpen { until: day("2026-03-20") };
    let not_supplemented = not_accept(Ground::NotSupplemented);
    let desk = desk.refused(&window(), &not_supplemented, "2026-03-20T23:00:00", open).done(
        &window(),
        &not_supplemented,
        "2026-03-21T09:00:00",
    );
    assert_eq!(desk.case.state(), State::NotAccepted);
}

fn late_supplement(policy: LateSupplement) -> Desk {
    let mut draft = draft();
    draft.late_supplement = policy;
    Desk::new(rules_of(draft)).done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00").done(
        &window(),
        &request(&["租赁合同"], "2026-03-04"),
        "2026-03-03T09:00:00",
    )
}

#[test]
fn a_supplement_that_never_comes_ends_the_case_in_the_one_way_of_the_guide() {
    let refused_after = LateSupplement::RefusedAfter { days: 2 };
    let ways = [
        (LateSupplement::DeemedWithdrawn, Actor::Clock, Command::DeemWithdrawn),
        (LateSupplement::NotAccepted, window(), not_accept(Ground::NotSupplemented)),
        (refused_after, decider(), refuse()),
    ];
    let ends = [State::DeemedWithdrawn, State::NotAccepted, State::Refused];
    for (policy, _, _) in &ways {
        for ((outcome, actor, command), end) in ways.iter().zip(ends) {
            // Two working days from the notice are a day more than the notice gave.
            let until = day(if *policy == refused_after { "2026-03-05" } else { "2026-03-04" });
            let last = format!("{until}T23:59:59");
            let open = Refusal::SupplementStillOpen { until };
            let desk = late_supplement(*policy).refused(actor, command, &last, open);
            let late = "2026-03-06T00:00:00";
            if policy == outcome {
                let ended = desk.done(actor, command, late);
                assert_eq!(ended.case.state(), end);
                assert_eq!(Case::replay(&ended.events), Ok(ended.case));
            } else {
                desk.refused(actor, command, late, Refusal::ToleranceOtherOutcome);
            }
        }
    }
}

#[test]
fn a_notice_that_gives_more_time_than_the_rule_is_kept() {
    let mut draft = draft();
    draft.late_supplement = LateSupplement::RefusedAfter { days: 2 };
    let open = Refusal::SupplementStillOpen { until: day("2026-03-20") };
    Desk::new(rules_of(draft))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&window(), &request(&["租赁合同"], "2026-03-20"), "2026-03-03T09:00:00")
        .refused(&decider(), &refuse(), "2026-03-06T09:00:00", open);
}

#[test]
fn a_supplement_that_is_still_defective_is_not_accepted_whatever_the_guide_says_of_silence() {
    for policy in [LateSupplement::DeemedWithdrawn, LateSupplement::RefusedAfter { days: 2 }] {
        let desk = late_supplement(policy)
            .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-04T09:00:00")
            .done(&window(), &not_accept(Ground::NotSupplemented), "2026-03-04T10:00:00");
        assert_eq!(desk.case.state(), State::NotAccepted);
    }
}

#[test]
fn art_32_each_answer_has_its_sealed_and_dated_voucher_once() {
    let accepted = Desk::accepted(rules());
    let in_review =
        accepted.clone().done(&reviewer(), &Command::StartReview, "2026-03-02T11:00:00");
    let told = Desk::received(rules()).done(&window(), &not_needed(), "2026-03-02T10:00:00");
    let right_body = "示例省主管部门".to_owned();
    let refused = Desk::received(rules()).done(
        &window(),
        &not_accept(Ground::NotOurPower { right_body }),
        "2026-03-02T10:00:00",
    );
    let time = "2026-03-02T12:00:00";
    let unnumbered = Command::HandOutVoucher { number: String::new() };
    for desk in [accepted, in_review, told, refused] {
        let state = desk.case.state();
        let desk = desk
            .refused(&window(), &unnumbered, time, Refusal::Blank { words: Words::Voucher })
            .done(&window(), &voucher(), time)
            .refused(&window(), &voucher(), time, Refusal::VoucherBefore);
        assert_eq!((desk.case.state(), desk.case.voucher()), (state, Some("示例受字第1号")));
    }
    let command = CommandKind::HandOutVoucher;
    let early = Refusal::WrongState { command, state: State::Submitted };
    Desk::received(rules()).refused(&window(), &voucher(), time, early);
}

#[test]
fn a_check_before_acceptance_is_no_answer_and_stops_no_clock() {
    let silent = Refusal::DeemedAccepted { on: day("2026-03-02") };
    for outcome in [PreCheckOutcome::Pass, PreCheckOutcome::Refuse, PreCheckOutcome::Supplement] {
        let check = pre_check(outcome);
        let desk = Desk::received(rules()).done(&window(), &check, "2026-03-03T09:00:00");
        assert_eq!((desk.case.state(), desk.case.acceptance()), (State::Submitted, None));
        assert_eq!(due(&desk, Clock::SupplementNotice), ["2026-03-09"]);
        let desk = desk.refused(&window(), &check, "2026-03-10T00:00:00", silent);
        desk.done(&Actor::Clock, &Command::DeemAccepted, "2026-03-10T00:00:00");
    }
    let mute = Command::PreCheck { outcome: PreCheckOutcome::Refuse, note: " ".to_owned() };
    let blank = Refusal::Blank { words: Words::Note };
    Desk::received(rules()).refused(&window(), &mute, "2026-03-03T09:00:00", blank);
}

#[test]
fn only_an_answer_that_came_too_late_is_told_that_silence_has_accepted() {
    let time = "2026-03-11T09:00:00";
    let deemed = Refusal::DeemedAccepted { on: day("2026-03-02") };
    let wrong = |command, state| Refusal::WrongState { command, state };
    let desk =
        Desk::received(rules()).done(&Actor::Clock, &Command::DeemAccepted, "2026-03-10T00:00:00");
    let desk = desk
        .refused(&window(), &Command::Accept, time, deemed)
        .refused(&issuer(), &issue(), time, wrong(CommandKind::Issue, State::Accepted))
        .done(&reviewer(), &Command::StartReview, time)
        .done(&reviewer(), &review(), time)
        .refused(&window(), &Command::Accept, time, deemed)
        .done(&decider(), &Command::Grant, time);
    let granted = wrong(CommandKind::Accept, State::Granted);
    desk.refused(&window(), &Command::Accept, time, granted);
}
