//! The promise track: chosen by the applicant, decided on the spot, checked afterwards.

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

fn due(desk: &Desk, clock: Clock) -> Vec<String> {
    let of = |deadline: &&Deadline| deadline.limit().clock == clock;
    let deadlines = desk.case.deadlines(&desk.rules);
    deadlines.iter().filter(of).map(|deadline| deadline.due().unwrap().to_string()).collect()
}

fn untrue() -> Desk {
    granted_on_promise(rules_of(promising())).done(
        &reviewer(),
        &check_promise(false),
        "2026-03-10T09:00:00",
    )
}

#[test]
fn what_is_promised_is_decided_on_the_spot_without_review_and_without_the_material() {
    let desk = granted_on_promise(rules_of(promising()));
    assert_eq!(desk.case.state(), State::Granted);
    assert_eq!(due(&desk, Clock::Decision), ["2026-03-30", "2026-03-02"], "by law, and at once");
    assert_eq!(due(&desk, Clock::PromiseCheck), ["2026-05-25"], "sixty working days");
    assert_eq!(Case::replay(&desk.events), Ok(desk.case));
}

#[test]
fn the_promise_stands_for_its_materials_and_no_other() {
    let missing = Refusal::MaterialMissing { position: 1 };
    Desk::new(rules_of(promising()))
        .done(&citizen(), &receive(&[]), "2026-03-02T09:30:00")
        .done(&citizen(), &promise(), "2026-03-02T09:31:00")
        .refused(&window(), &Command::Accept, "2026-03-02T10:00:00", missing);
}

#[test]
fn the_applicant_chooses_and_the_normal_way_stays_open() {
    let lease = Refusal::MaterialMissing { position: 2 };
    let time = "2026-03-02T10:00:00";
    let desk = Desk::new(rules_of(promising()))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .refused(&window(), &Command::Accept, time, lease)
        .refused(&neighbor(), &promise(), time, Refusal::OtherApplicant)
        .done(&citizen(), &supplement(&["租赁合同"]), time)
        .done(&window(), &Command::Accept, time);
    let unread = Refusal::ReviewMissing;
    desk.refused(&decider(), &Command::Grant, "2026-03-02T11:00:00", unread);
    let unsigned = Command::MakePromise { promise: "\t".to_owned() };
    let blank = Refusal::Blank { words: Words::Promise };
    Desk::received(rules_of(promising()))
        .refused(&citizen(), &unsigned, time, blank)
        .done(&window(), &promise(), time)
        .refused(&citizen(), &promise(), time, Refusal::PromisedBefore);
}

#[test]
fn only_listed_items_are_had_on_a_promise_and_none_of_the_sensitive_fields() {
    let time = "2026-03-02T10:00:00";
    Desk::received(rules()).refused(&citizen(), &promise(), time, Refusal::NoPromiseTrack);
    for field in [
        SensitiveField::Safety,
        SensitiveField::Health,
        SensitiveField::Ecology,
        SensitiveField::Finance,
    ] {
        let mut draft = promising();
        draft.sensitive = [field].into();
        assert_eq!(Procedure::try_new(draft), Err(vec![ProcedureFault::PromiseExcluded]));
    }
}

#[test]
fn after_silence_nobody_promises_any_more() {
    let silent = Refusal::DeemedAccepted { on: day("2026-03-02") };
    let late = "2026-03-10T00:00:00";
    Desk::received(rules_of(promising())).refused(&citizen(), &promise(), late, silent);
}

#[test]
fn what_is_true_stays_and_what_is_untrue_is_put_right_first() {
    let kept = granted_on_promise(rules_of(promising())).done(
        &reviewer(),
        &check_promise(true),
        "2026-03-10T09:00:00",
    );
    let broken = revoke(RevocationGround::BrokenPromise);
    let time = "2026-03-11T09:00:00";
    kept.refused(&decider(), &rectify("2026-03-20"), time, Refusal::PromiseHolds).refused(
        &decider(),
        &broken,
        time,
        Refusal::PromiseHolds,
    );
    let open = Refusal::RectificationOpen { until: day("2026-03-20") };
    let ordered = untrue()
        .refused(&decider(), &broken, time, Refusal::RectificationNotOrdered)
        .refused(&decider(), &rectify("2026-03-11"), time, Refusal::NoTimeToPutRight)
        .done(&decider(), &rectify("2026-03-20"), time)
        .refused(&decider(), &broken, "2026-03-20T23:59:59", open);
    let right = ordered.done(&reviewer(), &check_promise(true), "2026-03-20T10:00:00");
    let right = right.refused(&decider(), &broken, "2026-03-21T09:00:00", Refusal::PromiseHolds);
    // What breaks again is ordered again.
    right.done(&reviewer(), &check_promise(false), "2026-03-23T09:00:00").refused(
        &decider(),
        &broken,
        "2026-03-23T10:00:00",
        Refusal::RectificationNotOrdered,
    );
}

#[test]
fn what_was_not_put_right_is_revoked_and_bars_from_the_track() {
    let desk = untrue().done(&decider(), &rectify("2026-03-20"), "2026-03-11T09:00:00");
    let open = Case::replay(&desk.events).unwrap();
    assert_eq!(open.bar(), None);
    let desk =
        desk.done(&decider(), &revoke(RevocationGround::BrokenPromise), "2026-03-23T09:00:00");
    assert_eq!(desk.case.state(), State::Revoked);
    let bar = desk.case.bar().unwrap().clone();
    assert_eq!((bar.from, bar.since, bar.until), (Barred::PromiseTrack, day("2026-03-23"), None));
    // The next case of the same applicant is given the bar.
    let bars = Circumstances { bars: vec![bar], queue: None };
    let next = Desk::new(rules_of(promising()).under(bars)).done(
        &citizen(),
        &receive(&["申请表", "租赁合同"]),
        "2026-04-01T09:00:00",
    );
    let barred = Refusal::BarredFromPromising { until: None };
    next.refused(&citizen(), &promise(), "2026-04-01T09:01:00", barred).done(
        &window(),
        &Command::Accept,
        "2026-04-01T10:00:00",
    );
}

#[test]
fn a_bar_of_some_months_ends() {
    let mut draft = promising();
    draft.promise.as_mut().unwrap().barred_months = Some(6);
    let desk = granted_on_promise(rules_of(draft.clone()))
        .done(&reviewer(), &check_promise(false), "2026-03-10T09:00:00")
        .done(&decider(), &rectify("2026-03-20"), "2026-03-11T09:00:00")
        .done(&decider(), &revoke(RevocationGround::BrokenPromise), "2026-03-23T09:00:00");
    let bars = Circumstances { bars: vec![desk.case.bar().unwrap().clone()], queue: None };
    let rules = rules_of(draft).under(bars);
    let barred = Refusal::BarredFromPromising { until: Some(day("2026-09-23")) };
    for (today, outcome) in [("2026-09-23", Err(barred)), ("2026-09-24", Ok(()))] {
        let (early, later) = (format!("{today}T09:00:00"), format!("{today}T09:01:00"));
        let mut next = Desk::new(rules.clone()).done(&citizen(), &receive(&[]), &early);
        assert_eq!(next.try_do(&citizen(), &promise(), &later), outcome);
    }
}

#[test]
fn checks_and_orders_are_for_promises_that_were_granted() {
    let time = "2026-03-05T09:00:00";
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    granted.refused(&reviewer(), &check_promise(true), time, Refusal::NothingPromised);
    let command = CommandKind::CheckPromise;
    let early = Refusal::WrongState { command, state: State::InReview };
    Desk::reviewed(rules()).refused(&reviewer(), &check_promise(true), time, early);
    let desk = granted_on_promise(rules_of(promising()))
        .done(&issuer(), &issue(), "2026-03-02T11:00:00")
        .done(&window(), &deliver(), "2026-03-02T11:01:00")
        .done(&window(), &Command::Close, "2026-03-02T11:02:00")
        .done(&reviewer(), &check_promise(false), time);
    assert_eq!(desk.case.state(), State::Closed, "the check comes after closing, too");
    assert_eq!(desk.case.promised().unwrap().kept, Some(false));
}
