//! Renewal, art. 50 of the Licensing Law: silence renews.

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

const EXPIRED: &str = "2026-04-02T00:00:00";

#[test]
fn art_50_who_asks_thirty_days_before_by_either_reading_is_in_time() {
    let everything = ["申请表", "租赁合同"];
    let asked = |draft, today: &str, expires| {
        let time = format!("{today}T09:30:00");
        Desk::new(rules_of(draft)).try_do(&citizen(), &renew(&everything, expires), &time)
    };
    // The first of April less thirty natural days is the second of March.
    assert_eq!(asked(renewable(), "2026-03-02", "2026-04-01"), Ok(()));
    let late = Refusal::RenewalLate { latest: day("2026-03-02") };
    assert_eq!(asked(renewable(), "2026-03-03", "2026-04-01"), Err(late));
    // Where the item counts working days, natural days still suffice.
    let mut working = renewable();
    working.renewal.as_mut().unwrap().unit = LimitUnit::WorkingDay;
    assert_eq!(asked(working.clone(), "2026-03-02", "2026-04-01"), Ok(()));
    assert_eq!(asked(working.clone(), "2026-03-03", "2026-04-01"), Err(late));
    let renewal = working.renewal.unwrap();
    assert_eq!(renewal.ask_by(day("2026-04-01"), &calendar()), Ok(day("2026-02-18")));
    assert_eq!(calendar().working_days_between(day("2026-02-18"), day("2026-04-01")), Ok(30));
}

#[test]
fn art_50_a_renewal_names_the_license_and_only_where_licenses_expire() {
    let time = "2026-03-02T09:30:00";
    let asked = renew(&["申请表"], "2026-04-01");
    Desk::new(rules()).refused(&citizen(), &asked, time, Refusal::NotRenewable);
    let desk = renewal();
    let renewed = desk.case.renewal().unwrap();
    assert_eq!(
        (renewed.license.as_str(), renewed.expires),
        ("示例证字第0001号", day("2026-04-01"))
    );
    Desk::new(rules_of(renewable()))
        .refused(&neighbor(), &asked, time, Refusal::OtherApplicant)
        .refused(
            &citizen(),
            &renew(&["婚姻证明"], "2026-04-01"),
            time,
            Refusal::NotInGuide { position: 1 },
        );
}

#[test]
fn art_50_silence_until_the_license_expires_renews_it_from_wherever_the_case_stands() {
    let early = Refusal::NotExpired { expires: day("2026-04-01") };
    let received = renewal();
    let asked = renewal().done(&window(), &request(&["照片"], "2026-05-20"), "2026-03-03T09:00:00");
    let accepted = renewal().done(&window(), &Command::Accept, "2026-03-03T09:00:00");
    let reviewed = accepted.clone().done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00");
    for desk in [received, asked, accepted, reviewed] {
        let desk = desk
            .refused(&Actor::Clock, &Command::DeemRenewed, "2026-04-01T23:59:59", early)
            .done(&Actor::Clock, &Command::DeemRenewed, EXPIRED);
        assert_eq!(desk.case.state(), State::Granted);
        let decision = desk.case.decision().unwrap();
        let expected = (day("2026-04-02"), &Author::Clock, true);
        assert_eq!((decision.on, &decision.by, decision.granted), expected);
        assert_eq!(Case::replay(&desk.events).as_ref(), Ok(&desk.case));
        desk.done(&issuer(), &issue(), "2026-04-03T09:00:00").done(
            &window(),
            &deliver(),
            "2026-04-03T10:00:00",
        );
    }
}

#[test]
fn art_50_the_last_day_of_the_license_is_a_deadline_that_nothing_moves() {
    let of = |desk: &Desk| -> Vec<Deadline> {
        let mut found = desk.case.deadlines(&desk.rules);
        found.retain(|deadline| deadline.limit().clock == Clock::Renewal);
        found
    };
    // A Sunday: a count of days would move on to the Tuesday after Qingming.
    let everything = renew(&["申请表", "租赁合同"], "2026-04-05");
    let desk =
        Desk::new(rules_of(renewable())).done(&citizen(), &everything, "2026-03-02T09:30:00");
    let [deadline] = of(&desk).try_into().unwrap();
    assert_eq!((deadline.due(), deadline.days()), (Ok(day("2026-04-05")), 34));
    assert_eq!((deadline.start(), deadline.dated()), (day("2026-03-02"), Some(day("2026-04-05"))));
    assert_eq!(deadline.limit().basis, Basis::licensing_law(50));
    assert_eq!(
        deadline.explain(),
        "decision on the renewal: before the license expires, statutory (行政许可法 art. 50)\n\
         start: 2026-03-02 (Monday)\n\
         a last day on a day of rest does not move\n\
         last day: 2026-04-05 (Sunday); silence then renews the license\n"
    );
    assert_eq!(
        deadline.explain_zh(),
        "法定作出延续决定期限：原许可有效期届满前（《行政许可法》第五十条）\n\
         起算：2026年3月2日（星期一）\n\
         末日为休息日的，不顺延\n\
         届满：2026年4月5日（星期日），逾期未作决定的，视为准予延续\n"
    );
    // Neither a special procedure nor an extension moves it.
    let (from, to) = (day("2026-03-05"), Some(day("2026-03-20")));
    let pause = Pause { ground: PauseGround::ExpertReview, from, to };
    let moved = deadline.clone().paused([pause]).extended(Extension::decision());
    assert_eq!(moved, deadline);
    // Whoever reads only the deadlines knows when to record what silence did.
    for on in day("2026-03-02").iter_days().take(60) {
        let midnight = format!("{on}T23:59:00");
        let due = deadline.is_over(on).unwrap();
        let mut desk = desk.clone();
        assert_eq!(desk.try_do(&Actor::Clock, &Command::DeemRenewed, &midnight).is_ok(), due);
        let left = day("2026-04-05").signed_duration_since(on).num_days();
        assert_eq!(deadline.remaining(on), Ok(left));
    }
    let renewed = desk.clone().done(&Actor::Clock, &Command::DeemRenewed, "2026-04-06T00:00:00");
    let shown = |desk: &Desk| {
        let due = Progress::of(&desk.events, &desk.rules).unwrap().due;
        due.iter().any(|due| due.clock == Clock::Renewal)
    };
    assert!(shown(&desk) && !shown(&renewed), "the public sees it until it is decided");
    assert_eq!(of(&desk.done(&citizen(), &Command::Withdraw, "2026-03-03T09:00:00")), []);
    assert_eq!(of(&Desk::accepted(rules_of(renewable()))), [], "a first license renews nothing");
}

#[test]
fn art_50_a_license_that_ends_beyond_any_calendar_still_has_its_last_day() {
    let far = Deadline::renewal(day("2026-03-02"), day("9999-12-31"), &calendar());
    assert_eq!((far.due(), far.limit().days), (Ok(day("9999-12-31")), u16::MAX));
    assert_eq!(far.days(), 2_912_382);
    assert_eq!(far.remaining(day("9999-12-31")), Ok(0));
    assert!(far.unknown_region_years().is_empty());
}

#[test]
fn art_50_who_records_it_late_records_the_same_day() {
    let desk = renewal().done(&Actor::Clock, &Command::DeemRenewed, "2026-05-20T09:00:00");
    assert_eq!(desk.case.decision().unwrap().on, day("2026-04-02"));
}

#[test]
fn art_50_after_it_expired_nobody_refuses_any_more_recorded_or_not() {
    let renewed = Refusal::RenewedByLaw { on: day("2026-04-02") };
    let desk = renewal()
        .done(&window(), &Command::Accept, "2026-03-03T09:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-03T10:00:00")
        .done(&reviewer(), &review(), "2026-03-03T11:00:00");
    for command in [refuse(), Command::Grant, terminate(TerminationGround::Impossible)] {
        desk.clone().refused(&decider(), &command, EXPIRED, renewed);
    }
    desk.clone().done(&decider(), &refuse(), "2026-04-01T16:00:00");
    desk.done(&decider(), &Command::Grant, "2026-04-01T16:00:00");
    let silent = renewal();
    for command in [not_accept(Ground::FalseMaterials), not_needed()] {
        silent.clone().refused(&window(), &command, EXPIRED, renewed);
    }
}

#[test]
fn art_50_an_ordinary_case_is_never_renewed() {
    let not = Refusal::NotRenewal;
    Desk::accepted(rules()).refused(&Actor::Clock, &Command::DeemRenewed, EXPIRED, not);
    let wrong = Refusal::WrongActor { command: CommandKind::DeemRenewed };
    renewal().refused(&factotum(), &Command::DeemRenewed, EXPIRED, wrong);
}
