//! Each article that the crate implements, as a story; article 32 is in `acceptance.rs`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

fn due(desk: &Desk, clock: Clock) -> Vec<String> {
    let of = |deadline: &&Deadline| deadline.limit().clock == clock;
    let deadlines = desk.case.deadlines(&desk.rules);
    deadlines.iter().filter(of).map(|deadline| deadline.due().unwrap().to_string()).collect()
}

#[test]
fn a_case_goes_from_receipt_to_closing() {
    let desk = Desk::reviewed(rules())
        .done(&decider(), &Command::Grant, "2026-03-04T09:00:00")
        .done(&issuer(), &issue(), "2026-03-05T09:00:00")
        .done(&window(), &deliver(), "2026-03-06T09:00:00")
        .done(&window(), &Command::Close, "2026-03-06T09:01:00");
    assert_eq!(desk.case.state(), State::Closed);
    assert_eq!(desk.case.version(), 8);
    assert_eq!(desk.case.last_event_at(), Some(at("2026-03-06T09:01:00")));
    assert_eq!(desk.case.license(), Some("示例证字第0001号"));
    assert_eq!(due(&desk, Clock::SupplementNotice), ["2026-03-09"]);
    assert_eq!(due(&desk, Clock::Decision), ["2026-03-30"]);
    assert_eq!(due(&desk, Clock::Delivery), ["2026-03-18"]);
    assert_eq!(Case::replay(&desk.events), Ok(desk.case));
}

#[test]
fn art_22_an_officer_of_another_division_never_touches_a_case() {
    let desk = Desk::received(rules());
    for roles in [&Role::ALL[..], &[]] {
        let Actor::Officer(mut stranger) = officer("F-01", BUREAU, roles) else { unreachable!() };
        stranger.division = ELSEWHERE;
        let stranger = Actor::Officer(stranger);
        for (command, time) in [
            (Command::Accept, "2026-03-02T10:00:00"),
            (Command::Grant, "2026-03-02T10:00:00"),
            (Command::Close, "1999-01-01T00:00:00"),
        ] {
            desk.clone().refused(&stranger, &command, time, Refusal::OtherDivision);
        }
        assert_eq!(
            next_commands(&desk.case, &desk.rules, &stranger, at("2026-03-02T10:00:00")),
            []
        );
    }
}

#[test]
fn art_22_another_body_has_no_say() {
    let stranger = officer("F-01", STRANGER, &Role::ALL);
    Desk::received(rules()).refused(
        &stranger,
        &Command::Accept,
        "2026-03-02T10:00:00",
        Refusal::OtherBody,
    );
}

#[test]
fn art_26_a_window_of_the_hall_accepts_and_hands_out_but_never_decides() {
    let hall = officer("H-09", HALL, &Role::ALL);
    Desk::received(rules())
        .done(&hall, &Command::Accept, "2026-03-02T10:00:00")
        .refused(&hall, &Command::StartReview, "2026-03-02T11:00:00", Refusal::OtherBody)
        .done(&reviewer(), &Command::StartReview, "2026-03-02T11:00:00")
        .done(&reviewer(), &review(), "2026-03-02T12:00:00")
        .refused(&hall, &Command::Grant, "2026-03-02T13:00:00", Refusal::OtherBody)
        .done(&decider(), &Command::Grant, "2026-03-02T13:00:00")
        .refused(&hall, &issue(), "2026-03-02T14:00:00", Refusal::OtherBody)
        .done(&issuer(), &issue(), "2026-03-02T14:00:00")
        .done(&hall, &deliver(), "2026-03-02T15:00:00")
        .done(&hall, &Command::Close, "2026-03-02T15:00:00");
}

#[test]
fn art_29_an_application_is_the_applicants_own() {
    let other = Refusal::OtherApplicant;
    Desk::new(rules()).refused(&neighbor(), &receive(&[]), "2026-03-02T09:30:00", other);
    Desk::received(rules())
        .refused(&neighbor(), &Command::Withdraw, "2026-03-02T10:00:00", other)
        .refused(&neighbor(), &supplement(&["照片"]), "2026-03-02T10:00:00", other);
    let window_entered = Desk::new(rules()).done(&window(), &receive(&[]), "2026-03-02T09:30:00");
    assert_eq!(window_entered.case.filing().unwrap().applicant, citizen_key());
}

#[test]
fn art_31_nothing_beyond_the_guide_is_asked_for_or_taken() {
    let beyond = Refusal::NotInGuide { position: 2 };
    let desk = Desk::received(rules());
    let asked = request(&["照片", "婚姻证明"], "2026-03-20");
    desk.refused(&window(), &asked, "2026-03-03T09:00:00", beyond);
    let brought = receive(&["申请表", "车辆登记证"]);
    let beyond = Refusal::NotInGuide { position: 2 };
    Desk::new(rules()).refused(&citizen(), &brought, "2026-03-02T09:30:00", beyond);
}

#[test]
fn art_34_nothing_is_decided_without_a_review_unless_on_the_spot() {
    let unread = Refusal::ReviewMissing;
    Desk::accepted(rules())
        .refused(&decider(), &Command::Grant, "2026-03-03T09:00:00", unread)
        .refused(&decider(), &refuse(), "2026-03-03T09:00:00", unread);
    let mut instant = draft();
    instant.promised.push(Limit::promised(Clock::Decision, 0, Basis::new("示例许可", "办事指南")));
    let desk = Desk::accepted(rules_of(instant));
    assert_eq!(due(&desk, Clock::Decision), ["2026-03-30", "2026-03-02"]);
    desk.done(&decider(), &Command::Grant, "2026-03-02T10:05:00");
}

#[test]
fn art_34_two_officers_check_on_site() {
    let mut checked = draft();
    checked.on_site_officers = Some(2);
    let alone = Refusal::TooFewOfficers { required: 2, found: 1 };
    let time = "2026-03-04T09:00:00";
    Desk::reviewed(rules_of(checked.clone()))
        .refused(&decider(), &Command::Grant, time, Refusal::OnSiteCheckMissing)
        .refused(&reviewer(), &check(&["R-01"]), time, alone)
        .refused(&reviewer(), &check(&["R-02", "R-03"]), time, Refusal::NotAmongOfficers)
        .done(&reviewer(), &check(&["R-01", "R-02"]), time)
        .done(&decider(), &Command::Grant, "2026-03-05T09:00:00");
    checked.on_site_officers = Some(3);
    let few = Refusal::TooFewOfficers { required: 3, found: 2 };
    let desk = Desk::reviewed(rules_of(checked));
    desk.refused(&reviewer(), &check(&["R-01", "R-02"]), time, few);
    // Where no check is required, two officers still make one.
    Desk::reviewed(rules()).refused(&reviewer(), &check(&["R-01"]), time, alone);
}

#[test]
fn art_38_a_refusal_gives_reasons_and_remedies() {
    let time = "2026-03-04T09:00:00";
    let desk = Desk::reviewed(rules());
    for (reason, review, court, words) in [
        ("", "示例市人民政府", "示例区人民法院", Words::Reason),
        ("不符合条件", "\t", "示例区人民法院", Words::ReviewBody),
        ("不符合条件", "示例市人民政府", "", Words::Court),
    ] {
        let remedies = Remedies { review: review.to_owned(), court: court.to_owned() };
        let command = Command::Refuse { reason: reason.to_owned(), remedies };
        desk.clone().refused(&decider(), &command, time, Refusal::Blank { words });
    }
    let desk = desk
        .done(&decider(), &refuse(), time)
        .done(&window(), &deliver(), "2026-03-05T09:00:00")
        .done(&window(), &Command::Close, "2026-03-05T09:00:00");
    assert!(!desk.case.decision().unwrap().granted);
    assert_eq!(due(&desk, Clock::Delivery), Vec::<String>::new(), "art. 44 speaks of licenses");
}

#[test]
fn art_44_a_license_is_made_before_it_is_handed_over() {
    let desk = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    let too_early = Refusal::WrongState { command: CommandKind::Deliver, state: State::Granted };
    let nameless = Command::Issue { license: String::new() };
    let blank = Refusal::Blank { words: Words::License };
    desk.refused(&window(), &deliver(), "2026-03-05T09:00:00", too_early).refused(
        &issuer(),
        &nameless,
        "2026-03-05T09:00:00",
        blank,
    );
}

#[test]
fn art_82_the_bodys_limits_are_in_working_days_and_holidays_are_not_counted() {
    // Wednesday and Thursday are off, and the Saturday after makes up for one of them.
    let notice = "# firm: 2026-01-01..2026-12-25\n\
        2026-03-04\toff\t示例节\t2026\n\
        2026-03-05\toff\t示例节\t2026\n\
        2026-03-07\twork\t示例节\t2026\n";
    let calendar = Calendar::parse("notice", notice).unwrap();
    let of = |draft| Rules::new(Procedure::try_new(draft).unwrap(), calendar.clone());
    let mut tested = draft();
    tested.inspectors = Some(2);
    let desk = Desk::reviewed(of(tested));
    assert_eq!(due(&desk, Clock::SupplementNotice), ["2026-03-10"]);
    assert_eq!(due(&desk, Clock::TechnicalCheck), ["2026-03-10"]);
    assert_eq!(due(&desk, Clock::Decision), ["2026-03-31"]);
    let desk = Desk::reviewed(of(draft()))
        .done(&reviewer(), &offer_hearing(), "2026-03-03T16:00:00")
        .done(&citizen(), &Command::WaiveHearing, "2026-03-05T09:00:00")
        .done(&decider(), &Command::Grant, "2026-03-06T09:00:00");
    assert_eq!(due(&desk, Clock::HearingRequest), ["2026-03-11"]);
    assert_eq!(due(&desk, Clock::Delivery), ["2026-03-19"]);
    // Silence accepts when five working days are over, not seven days.
    let early = Refusal::SilenceNotOver { due: Some(day("2026-03-10")) };
    let silent = Desk::received(of(draft()));
    silent.refused(&Actor::Clock, &Command::DeemAccepted, "2026-03-10T23:59:59", early).done(
        &Actor::Clock,
        &Command::DeemAccepted,
        "2026-03-11T00:00:00",
    );
    let mut reported = draft();
    reported.first_review = Some(FirstReview::for_body(STRANGER));
    assert_eq!(due(&Desk::accepted(of(reported)), Clock::FirstReview), ["2026-03-31"]);
}

#[test]
fn who_accepted_never_decides() {
    let desk = Desk::received(rules())
        .done(&factotum(), &Command::Accept, "2026-03-02T10:00:00")
        .done(&factotum(), &Command::StartReview, "2026-03-02T11:00:00")
        .done(&factotum(), &review(), "2026-03-02T12:00:00")
        .refused(&factotum(), &Command::Grant, "2026-03-03T09:00:00", Refusal::AcceptedByTheSame)
        .refused(&factotum(), &refuse(), "2026-03-03T09:00:00", Refusal::AcceptedByTheSame);
    desk.done(&decider(), &Command::Grant, "2026-03-03T09:00:00");
}

#[test]
fn a_staff_number_is_a_person_only_inside_a_body() {
    let twin = officer("W-01", BUREAU, &[Role::Decision]);
    Desk::reviewed(rules()).done(&twin, &Command::Grant, "2026-03-04T09:00:00");
}

#[test]
fn the_applicant_withdraws_before_the_decision_and_nobody_else_does() {
    let wrong = Refusal::WrongActor { command: CommandKind::Withdraw };
    let desk = Desk::reviewed(rules())
        .refused(&factotum(), &Command::Withdraw, "2026-03-04T09:00:00", wrong)
        .refused(&Actor::Clock, &Command::Withdraw, "2026-03-04T09:00:00", wrong);
    let withdrawn = desk.clone().done(&citizen(), &Command::Withdraw, "2026-03-04T09:00:00");
    assert_eq!(withdrawn.case.deadlines(&withdrawn.rules), []);
    let decided = Refusal::WrongState { command: CommandKind::Withdraw, state: State::Granted };
    desk.done(&decider(), &Command::Grant, "2026-03-04T09:00:00").refused(
        &citizen(),
        &Command::Withdraw,
        "2026-03-04T10:00:00",
        decided,
    );
}

#[test]
fn a_role_is_needed_for_each_duty() {
    let desk = Desk::received(rules());
    let time = "2026-03-02T10:00:00";
    for (kind, role) in [
        (Command::Accept, Role::Acceptance),
        (Command::StartReview, Role::Review),
        (Command::Grant, Role::Decision),
        (issue(), Role::Issuance),
        (Command::Close, Role::Delivery),
    ] {
        let others: Vec<Role> = Role::ALL.into_iter().filter(|other| *other != role).collect();
        let actor = officer("X-01", BUREAU, &others);
        desk.clone().refused(&actor, &kind, time, Refusal::RoleMissing { role });
    }
    let wrong = Refusal::WrongActor { command: CommandKind::Accept };
    desk.clone().refused(&citizen(), &Command::Accept, time, wrong);
    let wrong = Refusal::WrongActor { command: CommandKind::DeemAccepted };
    desk.refused(&factotum(), &Command::DeemAccepted, "2026-03-10T00:00:00", wrong);
}

#[test]
fn time_never_runs_backwards_and_is_chinas() {
    let last = at("2026-03-02T09:30:00");
    let early = Refusal::TimeRunsBackwards { last };
    let desk = Desk::received(rules());
    let desk = desk.refused(&window(), &Command::Accept, "2026-03-02T09:29:59", early);
    // Twenty to seventeen in London is the next morning in China.
    let london = chrono::DateTime::parse_from_rfc3339("2026-03-04T16:20:00+00:00").unwrap();
    let events = desk.case.decide(&desk.rules, &Command::Accept, &window(), london).unwrap();
    assert_eq!(events[0].at.to_rfc3339(), "2026-03-05T00:20:00+08:00");
    assert_eq!(events[0].fact, Fact::Accepted { on: day("2026-03-05") });
    for extreme in [chrono::NaiveDateTime::MIN, chrono::NaiveDateTime::MAX] {
        let extreme = extreme.and_utc().fixed_offset();
        let refusal = desk.case.decide(&desk.rules, &Command::Accept, &window(), extreme);
        assert_eq!(refusal, Err(Refusal::TimeOutOfRange));
    }
}

#[test]
fn a_case_keeps_the_procedure_it_began_with() {
    let mut next = draft();
    next.version = 2;
    let mut desk = Desk::received(rules());
    desk.rules = rules_of(next);
    desk.refused(&window(), &Command::Accept, "2026-03-02T10:00:00", Refusal::OtherProcedure);
}

#[test]
fn where_the_calendar_ends_nothing_is_guessed_and_nothing_certain_is_held_up() {
    let received = receive(&["申请表", "租赁合同"]);
    let desk = Desk::new(rules()).done(&citizen(), &received, "2026-12-24T09:00:00");
    let deadline = &desk.case.deadlines(&desk.rules)[0];
    assert_eq!(deadline.due().unwrap_err().code(), "calendar-not-covered");
    // Five days cannot be over in five days, whatever the notice will say.
    desk.clone().done(&window(), &Command::Accept, "2026-12-29T09:00:00");
    let mut late = desk.clone();
    let refusal = late.try_do(&window(), &Command::Accept, "2026-12-30T09:00:00").unwrap_err();
    assert_eq!(refusal.code(), "calendar-not-covered");
    let mut silent = desk;
    let refusal = silent.try_do(&Actor::Clock, &Command::DeemAccepted, "2026-12-28T09:00:00");
    assert_eq!(refusal, Err(Refusal::SilenceNotOver { due: None }));
}

#[test]
fn texts_end_where_the_exchange_tables_end() {
    let long = |characters| Command::RecordReview {
        step: "初审".to_owned(),
        opinion: Opinion::Against,
        note: "误".repeat(characters),
    };
    let time = "2026-03-04T09:00:00";
    let too_long = Refusal::TooLong { words: Words::Note };
    Desk::reviewed(rules()).refused(&reviewer(), &long(2001), time, too_long).done(
        &reviewer(),
        &long(2000),
        time,
    );
}
