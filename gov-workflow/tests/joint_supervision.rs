//! What supervision finds in a joint case: the whole, for which the lead answers, and each
//! branch, without holding one body to what all do together.

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
use theme::*;
use town::{BUREAU, citizen, window};

fn watch(desk: &JointDesk, time: &str) -> Vec<Card> {
    let policy = CardPolicy::suggested();
    let at = town::at(time);
    Supervision::watch_joint(&desk.events, &desk.rules, &policy, at).unwrap().cards
}

/// Case, rule and color of each card.
fn shown(desk: &JointDesk, time: &str) -> Vec<String> {
    let one = |card: &Card| format!("{} {} {:?}", card.case, card.rule.id(), card.color);
    watch(desk, time).iter().map(one).collect()
}

#[test]
fn nothing_is_late_that_waits_for_the_others_and_the_one_window() {
    // Granted on 2026-03-04; the last on 2026-03-31, and all is handed over on 2026-04-14.
    let mut desk = JointDesk::accepted(rules())
        .granted("fire", "2026-03-03")
        .granted("food", "2026-03-04")
        .issued("food", "2026-03-04");
    assert_eq!(shown(&desk, "2026-03-24T09:00:00"), Vec::<String>::new());
    let food = desk.case.branch(&item("food")).unwrap();
    let clocks = food.deadlines(desk.rules.branch(&item("food")).unwrap());
    assert!(clocks.iter().all(|due| due.limit().clock != Clock::Delivery));
    let public = JointProgress::of(&desk.events, &desk.rules).unwrap();
    assert_eq!(public.branches[1].progress.as_ref().unwrap().due, []);
    desk = desk
        .granted("drain", "2026-03-24")
        .done(&window(), &pass_on("sign"), "2026-03-24T11:00:00")
        .granted("sign", "2026-03-31");
    for code in ["fire", "sign", "drain"] {
        desk = desk.issued(code, "2026-03-31");
    }
    let desk = desk.done(&window(), &hand_over(), "2026-04-14T09:00:00").done(
        &window(),
        &JointCommand::Close,
        "2026-04-14T10:00:00",
    );
    assert_eq!(shown(&desk, "2026-06-01T09:00:00"), Vec::<String>::new());
}

#[test]
fn what_a_body_promises_for_its_own_deliveries_does_not_bind_the_one_window() {
    let mut draft = draft();
    let mut food = draft.branches[1].procedure.as_draft().clone();
    food.promised = vec![Limit::promised(Clock::Delivery, 1, Basis::licensing_law(44))];
    draft.branches[1].procedure = Procedure::try_new(food).unwrap();
    let desk = JointDesk::accepted(rules_of(draft)).granted("food", "2026-03-04");
    assert_eq!(shown(&desk, "2026-03-20T09:00:00"), Vec::<String>::new());
}

#[test]
fn each_body_answers_for_its_branch_and_the_lead_for_the_whole() {
    let desk = JointDesk::accepted(rules());
    // Ten days are promised for food, twenty for fire and drain by law, 45 for the whole.
    assert_eq!(shown(&desk, "2026-03-17T09:00:00"), ["2026-0001-2 S5 Yellow"]);
    assert_eq!(watch(&desk, "2026-03-17T09:00:00")[0].unit, BUREAU);
    let late = shown(&desk, "2026-05-05T09:00:00");
    assert_eq!(
        late,
        [
            "2026-0001 S6 Red",
            "2026-0001-1 S6 Red",
            "2026-0001-2 S5 Yellow",
            "2026-0001-2 S6 Red",
            "2026-0001-4 S6 Red",
        ]
    );
    let whole = watch(&desk, "2026-05-05T09:00:00").remove(0);
    let (clock, unit) = (Clock::Decision, LimitUnit::WorkingDay);
    assert_eq!(whole.value, CardValue::Days { clock, elapsed: 46, limit: 45, unit });
    assert_eq!(whole.unit, LEAD);
}

#[test]
fn the_whole_ends_when_the_branches_join_and_is_handed_over_in_ten_days() {
    let mut desk = JointDesk::all_granted();
    for code in ["fire", "food", "sign", "drain"] {
        desk = desk.issued(code, "2026-03-10");
    }
    assert_eq!(desk.case.joined().unwrap().to_string(), "2026-03-09");
    assert_eq!(shown(&desk, "2026-03-23T09:00:00"), ["2026-0001 S6 Notice"], "the tenth day");
    assert_eq!(shown(&desk, "2026-03-24T09:00:00"), ["2026-0001 S6 Red"]);
    let handed = desk.clone().done(&window(), &hand_over(), "2026-03-23T09:00:00");
    assert_eq!(shown(&handed, "2026-06-01T09:00:00"), Vec::<String>::new());
    let late = desk.done(&window(), &hand_over(), "2026-03-24T09:00:00");
    assert_eq!(shown(&late, "2026-06-01T09:00:00"), ["2026-0001 S6 Red"]);
}

#[test]
fn silence_toward_the_whole_is_the_leads_and_a_case_taken_back_brings_no_card() {
    let silent = JointDesk::received(rules());
    let cards = watch(&silent, "2026-03-10T09:00:00");
    assert_eq!((cards.len(), cards[0].rule.id(), cards[0].unit), (1, "S6", LEAD));
    let deemed =
        silent.clone().done(&Actor::Clock, &whole(Command::DeemAccepted), "2026-03-10T00:00:00");
    assert_eq!(shown(&deemed, "2026-03-10T09:00:00"), ["2026-0001 S6 Red"]);
    let back = silent.done(&citizen(), &whole(Command::Withdraw), "2026-03-10T00:00:00");
    assert_eq!(shown(&back, "2026-06-01T09:00:00"), Vec::<String>::new());
    assert_eq!(shown(&JointDesk::new(rules()), "2026-06-01T09:00:00"), Vec::<String>::new());
}

#[test]
fn what_the_one_notice_did_not_ask_for_is_held_against_no_branch() {
    let desk = JointDesk::new(rules())
        .done(&citizen(), &whole(town::receive(&["申请表"])), "2026-03-02T09:30:00")
        .done(&window(), &whole(town::request(&["平面图"], "2026-03-20")), "2026-03-03T09:00:00")
        .done(&citizen(), &whole(town::supplement(&["平面图"])), "2026-03-04T09:00:00")
        .done(&window(), &whole(Command::Accept), "2026-03-04T10:00:00");
    assert_eq!(shown(&desk, "2026-03-05T09:00:00"), Vec::<String>::new());
}

#[test]
fn events_that_make_no_joint_case_are_an_error() {
    let desk = JointDesk::accepted(rules());
    let watch = |events| {
        let policy = CardPolicy::suggested();
        Supervision::watch_joint(events, &desk.rules, &policy, town::at("2026-03-05T09:00:00"))
    };
    let error = watch(&desk.events[1..]).unwrap_err();
    assert_eq!(error.code(), "transition");
    assert_eq!(error.zh(), "联办件处于“草稿”，不能发生“受理”");
    assert_eq!(error.to_string(), "joint case: Accepted cannot happen to a case that is a draft");
}
