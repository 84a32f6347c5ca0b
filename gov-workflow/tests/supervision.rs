//! Cards by thresholds that are data, and by rules that see the events only.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

fn promised() -> Rules {
    let mut draft = draft();
    draft.promised = vec![Limit::promised(Clock::Decision, 10, Basis::licensing_law(42))];
    rules_of(draft)
}

fn watch(desk: &Desk, time: &str) -> Vec<Card> {
    let policy = CardPolicy::suggested();
    Supervision::watch(&desk.events, &desk.rules, &policy, at(time)).unwrap().cards
}

fn shown(desk: &Desk, time: &str) -> Vec<(&'static str, CardColor)> {
    watch(desk, time).iter().map(|card| (card.rule.id(), card.color)).collect()
}

#[test]
fn vector_sv_01_two_days_before_the_promise_hunan_warns() {
    let hunan = CardPolicy::hunan();
    assert_eq!(hunan.judge(Origin::Promised, 8, 10), Some(CardColor::Yellow));
    assert_eq!(hunan.judge(Origin::Promised, 7, 10), None);
}

#[test]
fn vector_sv_02_one_day_before_the_promise_a_city_prompts() {
    let city = CardPolicy::one_day_prompt();
    assert_eq!(city.judge(Origin::Promised, 9, 10), Some(CardColor::Notice));
    assert_eq!(city.judge(Origin::Promised, 8, 10), None);
}

#[test]
fn vector_sv_03_past_the_promise_is_red_in_chengdu_and_yellow_by_our_suggestion() {
    assert_eq!(CardPolicy::chengdu().judge(Origin::Promised, 11, 10), Some(CardColor::Red));
    assert_eq!(CardPolicy::chengdu().judge(Origin::Promised, 9, 10), Some(CardColor::Yellow));
    assert_eq!(CardPolicy::suggested().judge(Origin::Promised, 11, 10), Some(CardColor::Yellow));
    assert_eq!(CardPolicy::hunan().judge(Origin::Statutory, 21, 20), Some(CardColor::Red));
}

#[cfg(feature = "china-calendar")]
#[test]
fn vector_el_02_three_working_days_are_used_over_the_national_day_of_2017() {
    let deadline = Deadline::reckon(Limit::decision(), day("2017-09-29"), &Calendar::china());
    assert_eq!(deadline.elapsed(day("2017-10-10")), Ok(3));
}

#[test]
fn an_open_clock_goes_from_nothing_over_notice_and_yellow_to_red() {
    let desk = Desk::accepted(promised());
    let (notice, yellow, red) = (CardColor::Notice, CardColor::Yellow, CardColor::Red);
    assert_eq!(shown(&desk, "2026-03-11T17:00:00"), []);
    assert_eq!(shown(&desk, "2026-03-12T09:00:00"), [("S5", notice)], "8 of 10");
    assert_eq!(shown(&desk, "2026-03-16T23:59:59"), [("S5", notice)], "the last day is in time");
    assert_eq!(shown(&desk, "2026-03-17T00:00:00"), [("S5", yellow)]);
    assert_eq!(shown(&desk, "2026-03-26T09:00:00"), [("S5", yellow), ("S6", notice)]);
    assert_eq!(shown(&desk, "2026-03-31T09:00:00"), [("S5", yellow), ("S6", red)]);
}

#[test]
fn what_was_done_in_time_brings_no_card_and_what_was_late_stays_late() {
    let decided = |time| Desk::reviewed(promised()).done(&decider(), &Command::Grant, time);
    let delivered = |desk: Desk| {
        desk.done(&issuer(), &issue(), "2026-03-18T09:00:00").done(
            &window(),
            &deliver(),
            "2026-03-18T10:00:00",
        )
    };
    assert_eq!(shown(&delivered(decided("2026-03-16T16:00:00")), "2026-06-01T09:00:00"), []);
    let late = delivered(decided("2026-03-17T16:00:00"));
    assert_eq!(shown(&late, "2026-06-01T09:00:00"), [("S5", CardColor::Yellow)]);
}

#[test]
fn silence_and_slow_delivery_are_late_too() {
    let silent = Desk::received(rules());
    assert_eq!(shown(&silent, "2026-03-10T09:00:00"), [("S6", CardColor::Red)]);
    let deemed = silent.done(&Actor::Clock, &Command::DeemAccepted, "2026-03-10T00:00:00");
    let cards = watch(&deemed, "2026-03-10T09:00:00");
    assert_eq!(
        cards[0].value,
        CardValue::Days {
            clock: Clock::SupplementNotice,
            elapsed: 6,
            limit: 5,
            unit: LimitUnit::WorkingDay,
        }
    );
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    assert_eq!(shown(&granted, "2026-03-19T09:00:00"), [("S6", CardColor::Red)]);
}

#[test]
fn a_withdrawn_case_and_no_case_bring_no_card() {
    let withdrawn =
        Desk::accepted(promised()).done(&citizen(), &Command::Withdraw, "2026-03-03T08:00:00");
    assert_eq!(shown(&withdrawn, "2026-06-01T09:00:00"), []);
    assert_eq!(shown(&Desk::new(rules()), "2026-06-01T09:00:00"), []);
}

/// Events that `decide` would never give, as an old system may hand them over.
fn imported(change: impl FnOnce(&mut Vec<Event>)) -> Vec<(&'static str, CardValue)> {
    let mut desk = Desk::new(rules())
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&window(), &request(&["租赁合同"], "2026-03-20"), "2026-03-03T09:00:00")
        .done(&citizen(), &supplement(&["租赁合同"]), "2026-03-04T15:00:00")
        .done(&window(), &Command::Accept, "2026-03-04T16:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-05T09:00:00")
        .done(&reviewer(), &review(), "2026-03-05T10:00:00")
        .done(&decider(), &refuse(), "2026-03-06T09:00:00")
        .done(&window(), &deliver(), "2026-03-06T10:00:00")
        .done(&window(), &Command::Close, "2026-03-06T11:00:00");
    change(&mut desk.events);
    let cards = watch(&desk, "2026-03-06T12:00:00");
    assert!(cards.iter().all(|card| card.color == CardColor::Red));
    cards.iter().map(|card| (card.rule.id(), card.value)).collect()
}

fn place(events: &[Event], kind: EventKind) -> usize {
    events.iter().position(|event| event.fact.kind() == kind).unwrap()
}

#[test]
fn a_good_import_brings_no_card() {
    assert_eq!(imported(|_| {}), []);
}

#[test]
fn s2_accepting_without_a_required_material_is_seen() {
    let found = imported(|events| {
        events.drain(1..4);
    });
    assert_eq!(found, [("S2", CardValue::Material { position: 2 })]);
}

#[test]
fn s4_a_refusal_without_a_reason_is_seen() {
    let found = imported(|events| {
        let index = place(events, EventKind::Refused);
        events[index].fact = Fact::Refused { reason: "　 ".to_owned(), remedies: remedies() };
    });
    assert_eq!(found, [("S4", CardValue::Blank)]);
}

#[test]
fn s9_a_second_notice_is_seen() {
    let found = imported(|events| {
        let again: Vec<_> = events[1..4].to_vec();
        events.splice(4..4, again);
    });
    assert_eq!(found[0], ("S9", CardValue::Count { found: 2, allowed: 1 }));
}

#[test]
fn s10_a_supplement_before_its_notice_is_seen() {
    let found = imported(|events| {
        let index = place(events, EventKind::SupplementReceived);
        events[index].at = at("2026-03-02T15:00:00");
    });
    let value = CardValue::Dated { on: day("2026-03-02"), other: day("2026-03-03") };
    assert_eq!(found, [("S10", value)]);
}

#[test]
fn s11_acceptance_after_closing_is_seen() {
    let found = imported(|events| {
        let index = place(events, EventKind::Accepted);
        events[index].fact = Fact::Accepted { on: day("2026-03-09") };
    });
    let value = CardValue::Dated { on: day("2026-03-09"), other: day("2026-03-06") };
    assert_eq!(found, [("S11", value)]);
}

fn card() -> Card {
    watch(&Desk::accepted(promised()), "2026-03-17T09:00:00").remove(0)
}

#[test]
fn s13_a_card_is_answered_in_time_or_brings_another() {
    let policy = CardPolicy::suggested();
    let late = |card: &Card, time| card.late_answer(&policy, &calendar(), at(time)).unwrap();
    let mut open = card();
    assert_eq!(late(&open, "2026-03-20T23:00:00"), None);
    let second = late(&open, "2026-03-21T00:00:00").unwrap();
    assert_eq!((second.rule.id(), second.color), ("S13", CardColor::Red));
    open.answer(at("2026-03-20T17:00:00"), "已加派人手").unwrap();
    assert_eq!(late(&open, "2026-06-01T09:00:00"), None);
    assert_eq!(open.answer(at("2026-03-20T18:00:00"), "再答"), Err(CardError::AlreadyAnswered));
}

#[test]
fn a_wrong_card_is_lifted_once_and_with_a_reason() {
    let officer = || StaffId::parse("J-01").unwrap();
    let (early, later) = (at("2026-03-17T08:59:59"), at("2026-03-18T09:00:00"));
    let mut card = card();
    assert_eq!(card.lift(later, officer(), " "), Err(CardError::Blank));
    assert_eq!(card.lift(early, officer(), "系统故障"), Err(CardError::BeforeCard));
    assert!(card.stands());
    assert_eq!(card.lift(later, officer(), "系统故障"), Ok(()));
    assert!(!card.stands());
    assert_eq!(card.lifting.as_ref().unwrap().reason, "系统故障");
    assert_eq!(card.lift(later, officer(), "系统故障"), Err(CardError::AlreadyLifted));
    assert_eq!(card.answer(later, "不再需要"), Err(CardError::AlreadyLifted));
    let policy = CardPolicy::suggested();
    assert_eq!(card.late_answer(&policy, &calendar(), at("2026-06-01T09:00:00")), Ok(None));
}

#[test]
fn the_unit_that_answers_is_the_one_whose_officer_acted() {
    assert_eq!(card().unit, BUREAU);
    let desk = Desk::received(rules());
    let mut events = desk.events.clone();
    events.push(Event {
        at: at("2026-03-10T09:00:00"),
        by: Author::Officer { staff: StaffId::parse("W-01").unwrap(), body: HALL, division: TOWN },
        fact: Fact::Accepted { on: day("2026-03-10") },
    });
    let cards = watch(&Desk { events, ..desk }, "2026-03-10T10:00:00");
    assert_eq!((cards[0].rule.id(), cards[0].unit), ("S6", HALL));
}

#[test]
fn events_that_make_no_case_and_days_outside_the_calendar_are_errors() {
    let desk = Desk::accepted(promised());
    let policy = CardPolicy::suggested();
    let watch = |events, time| Supervision::watch(events, &desk.rules, &policy, at(time));
    let error = watch(&desk.events[1..], "2026-03-03T09:00:00").unwrap_err();
    assert_eq!(
        (error.code(), error.zh().as_str()),
        ("transition", "办件处于“草稿”，不能发生“受理”",)
    );
    assert_eq!(error.to_string(), "case: Accepted cannot happen to a case that is a draft");
    let error = watch(&desk.events, "2027-03-03T09:00:00").unwrap_err();
    assert_eq!(error.code(), "calendar-not-covered");
    assert!(error.zh().starts_with("工作日历没有覆盖"));
}

#[test]
fn cards_rules_and_errors_say_what_is_written_here() {
    assert_eq!(
        card().to_string(),
        "yellow card: case 2026-0001, longer than promised (S5), decision: 11 of 10 working days, \
         answered for by 11640200PDY00001XK"
    );
    assert_eq!(
        card().zh(),
        "黄牌：办件2026-0001，超承诺时限（S5），作出决定已用11个工作日，时限10个工作日，\
         责任单位11640200PDY00001XK"
    );
    let ids: Vec<_> = SupervisionRule::ALL.map(SupervisionRule::id).into();
    let expected: Vec<_> = (1..=13).map(|number| format!("S{number}")).collect();
    assert_eq!(ids, expected);
    for (error, code, english, chinese) in [
        (CardError::Blank, "blank", "card: the text is blank", "答复或撤牌理由为空"),
        (
            CardError::BeforeCard,
            "before-card",
            "card: the time lies before the card",
            "时间早于亮牌时间",
        ),
        (CardError::AlreadyAnswered, "already-answered", "card: answered before", "该牌已答复"),
        (CardError::AlreadyLifted, "already-lifted", "card: lifted before", "该牌已撤销"),
    ] {
        assert_eq!(
            (error.code(), error.to_string().as_str(), error.zh().as_str()),
            (code, english, chinese)
        );
    }
}
