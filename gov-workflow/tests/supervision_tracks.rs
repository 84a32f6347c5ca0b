//! What supervision sees in the rarer ways of a case, and in how it ended.

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

fn watch(desk: &Desk, time: &str) -> Vec<(&'static str, CardValue)> {
    let policy = CardPolicy::suggested();
    let found = Supervision::watch(&desk.events, &desk.rules, &policy, at(time)).unwrap();
    found.cards.iter().map(|card| (card.rule.id(), card.value)).collect()
}

/// The same events, but for one that `decide` would never give.
fn forged(desk: &Desk, kind: EventKind, fact: Fact) -> Desk {
    let mut desk = desk.clone();
    let event = desk.events.iter_mut().find(|event| event.fact.kind() == kind).unwrap();
    event.fact = fact;
    desk
}

const LATER: &str = "2026-03-04T18:00:00";

#[test]
fn s1_each_end_without_a_reason_is_seen_and_none_with_one() {
    let time = "2026-03-04T09:00:00";
    let accepted = Desk::accepted(rules());
    let impossible = TerminationGround::Impossible;
    let terminated = accepted.clone().done(&decider(), &terminate(impossible), time);
    let told = Desk::received(rules()).done(&window(), &not_needed(), time);
    let void =
        accepted.done(&window(), &propose_void(), time).done(&decider(), &Command::Void, time);
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, time);
    let revoked = granted.done(&decider(), &revoke(RevocationGround::NotQualified), time);
    let mute = || " ".to_owned();
    let ground = RevocationGround::NotQualified;
    let (remedies, bar) = (remedies(), None);
    for (desk, fact) in [
        (terminated, Fact::Terminated { ground: impossible, reason: mute() }),
        (told, Fact::NotNeeded { reason: mute() }),
        (void, Fact::VoidProposed { reason: mute() }),
        (revoked, Fact::Revoked { ground, reason: mute(), remedies, bar }),
    ] {
        assert_eq!(watch(&desk, LATER), []);
        let forged = forged(&desk, fact.kind(), fact);
        assert_eq!(watch(&forged, LATER), [("S1", CardValue::Blank)]);
    }
    // Void, and nobody proposed it.
    let mut unproposed = Desk::accepted(rules());
    let by = unproposed.events[1].by.clone();
    unproposed.events.push(Event { at: at(time), by, fact: Fact::Voided });
    assert_eq!(watch(&unproposed, LATER), [("S1", CardValue::Blank)]);
}

fn closed(draft: ProcedureDraft, fen: Option<u64>) -> Desk {
    let time = "2026-03-04T09:00:00";
    let desk = Desk::reviewed(rules_of(draft)).done(&decider(), &Command::Grant, time);
    let desk = match fen {
        Some(fen) => desk.done(&window(), &pay(fen), time),
        None => desk,
    };
    desk.done(&issuer(), &issue(), time).done(&window(), &deliver(), time).done(
        &window(),
        &Command::Close,
        time,
    )
}

#[test]
fn s3_a_charge_on_a_free_item_a_wrong_one_and_a_missing_one_are_seen() {
    let paid = closed(priced(), Some(10_000));
    assert_eq!(watch(&paid, LATER), []);
    assert_eq!(watch(&closed(draft(), None), LATER), []);
    let receipt = || "示例票据0001".to_owned();
    let too_much =
        forged(&paid, EventKind::FeePaid, Fact::FeePaid { fen: 10_001, receipt: receipt() });
    let value = CardValue::Fee { paid: 10_001, due: Some(10_000) };
    assert_eq!(watch(&too_much, LATER), [("S3", value)]);
    let mut free = paid.clone();
    let mut plain = draft();
    plain.fee = None;
    free.rules = rules_of(plain);
    let value = CardValue::Fee { paid: 10_000, due: Some(0) };
    assert_eq!(watch(&free, LATER), [("S3", value)]);
    for (fen, due) in [(Some(10_000), Some(10_000)), (None, None)] {
        let mut unpaid = closed(draft(), None);
        let mut dear = priced();
        dear.fee.as_mut().unwrap().fen = fen;
        unpaid.rules = rules_of(dear);
        assert_eq!(watch(&unpaid, LATER), [("S3", CardValue::Fee { paid: 0, due })]);
    }
}

#[test]
fn s7_a_special_procedure_over_its_limit_is_seen_open_or_ended() {
    let desk = Desk::reviewed(rules_of(special_draft())).done(
        &reviewer(),
        &pause(PauseGround::ExpertReview, 5),
        "2026-03-04T09:00:00",
    );
    assert_eq!(watch(&desk, "2026-03-11T23:59:59"), [], "five working days");
    let late = [("S7", CardValue::Count { found: 6, allowed: 5 })];
    assert_eq!(watch(&desk, "2026-03-12T00:00:00"), late);
    let ended = desk.done(
        &reviewer(),
        &resume(PauseGround::ExpertReview, "2026-03-12"),
        "2026-03-12T16:00:00",
    );
    assert_eq!(watch(&ended, "2026-03-20T09:00:00"), late, "what was late stays late");
}

#[test]
fn s8_a_special_procedure_that_ended_before_it_began_is_seen() {
    let desk = Desk::reviewed(rules_of(special_draft()))
        .done(&reviewer(), &pause(PauseGround::ExpertReview, 5), "2026-03-04T09:00:00")
        .done(&reviewer(), &resume(PauseGround::ExpertReview, "2026-03-04"), "2026-03-04T16:00:00");
    assert_eq!(watch(&desk, LATER), []);
    let ended = Fact::SpecialProcedureEnded {
        ground: PauseGround::ExpertReview,
        on: day("2026-03-03"),
        result: "评审通过".to_owned(),
    };
    let value = CardValue::Dated { on: day("2026-03-03"), other: day("2026-03-04") };
    let early = forged(&desk, EventKind::SpecialProcedureEnded, ended);
    assert_eq!(watch(&early, LATER), [("S8", value)]);
}

#[test]
fn s12_another_number_of_steps_than_laid_down_is_seen() {
    let decided = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    assert_eq!(watch(&decided, LATER), [], "no steps are laid down");
    for (steps, seen) in [(1, false), (2, true)] {
        let mut draft = draft();
        draft.steps = ["初审", "复核"].map(str::to_owned).into_iter().take(steps).collect();
        let mut desk = decided.clone();
        desk.rules = rules_of(draft);
        let value = CardValue::Count { found: 1, allowed: 2 };
        assert_eq!(watch(&desk, LATER), if seen { vec![("S12", value)] } else { vec![] });
    }
    // What is promised is decided on the spot, without steps.
    let mut draft = promising();
    draft.steps = vec!["初审".to_owned()];
    assert_eq!(watch(&granted_on_promise(rules_of(draft)), "2026-03-02T11:00:00"), []);
}

fn late(desk: &Desk, time: &str) -> Vec<(&'static str, Clock)> {
    let clock = |(id, value)| match value {
        CardValue::Days { clock, .. } => (id, clock),
        other => unreachable!("{other:?}"),
    };
    watch(desk, time).into_iter().map(clock).collect()
}

#[test]
fn s5_and_s6_watch_the_clocks_of_each_track() {
    let reported = Desk::accepted(rules_of(reporting()));
    assert_eq!(late(&reported, "2026-03-31T09:00:00"), [("S6", Clock::FirstReview)]);
    assert_eq!(late(&forwarded(), "2026-06-01T09:00:00"), []);
    let unnamed = Desk::accepted(rules_of(tested()));
    assert_eq!(late(&unnamed, "2026-03-10T09:00:00"), [("S6", Clock::TechnicalCheck)]);
    let named =
        unnamed.done(&reviewer(), &name_inspectors(&["R-01", "R-09"]), "2026-03-09T16:00:00");
    assert_eq!(late(&named, "2026-03-10T09:00:00"), []);
    let promised = granted_on_promise(rules_of(promising()))
        .done(&issuer(), &issue(), "2026-03-02T11:00:00")
        .done(&window(), &deliver(), "2026-03-02T12:00:00");
    assert_eq!(late(&promised, "2026-05-26T09:00:00"), [("S6", Clock::PromiseCheck)]);
    let checked = promised.done(&reviewer(), &check_promise(true), "2026-05-25T16:00:00");
    assert_eq!(late(&checked, "2026-05-26T09:00:00"), []);
    let slow = Desk::new(rules_of(promising()))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&citizen(), &promise(), "2026-03-02T09:31:00")
        .done(&window(), &Command::Accept, "2026-03-02T10:00:00");
    assert_eq!(late(&slow, "2026-03-03T09:00:00"), [("S5", Clock::Decision)]);
}

#[test]
fn s2_a_promised_material_and_a_file_from_below_are_not_missing() {
    assert_eq!(watch(&granted_on_promise(rules_of(promising())), "2026-03-02T11:00:00"), []);
    let mut file = forwarded().case.forwarded_file(&Procedure::try_new(upper()).unwrap()).unwrap();
    file.materials.clear();
    let case = CaseNumber::parse("P-0009").unwrap();
    let above = Desk::new(rules_of(upper()))
        .done(
            &upper_window(),
            &Command::TakeOver { case, file: Box::new(file) },
            "2026-03-05T09:00:00",
        )
        .done(&upper_window(), &Command::Accept, "2026-03-05T10:00:00");
    assert_eq!(watch(&above, "2026-03-05T11:00:00"), []);
}

#[test]
fn a_card_names_fees_in_both_languages() {
    let desk = closed(priced(), Some(10_000));
    let paid = |fen| Fact::FeePaid { fen, receipt: "示例票据0001".to_owned() };
    let policy = CardPolicy::suggested();
    let card = |desk: &Desk| {
        let found = Supervision::watch(&desk.events, &desk.rules, &policy, at(LATER)).unwrap();
        found.cards.into_iter().next().unwrap()
    };
    let dear = card(&forged(&desk, EventKind::FeePaid, paid(20_000)));
    assert!(dear.to_string().contains("20000 fen where 10000 are due"), "{dear}");
    assert!(dear.zh().contains("实收20000分，应收10000分"), "{}", dear.zh());
    let mut open = closed(draft(), None);
    let mut reckoned = priced();
    reckoned.fee.as_mut().unwrap().fen = None;
    open.rules = rules_of(reckoned);
    let unpaid = card(&open);
    assert!(unpaid.to_string().contains("0 fen where a fee is due"), "{unpaid}");
    assert!(unpaid.zh().contains("实收0分，本事项应当收费"), "{}", unpaid.zh());
}
