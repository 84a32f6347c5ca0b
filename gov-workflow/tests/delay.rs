//! Who is late explains it, and everybody can read why.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/theme.rs"]
mod theme;
#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use town::*;
use variants::explain_delay;

fn delays(desk: &Desk) -> Vec<(String, String)> {
    let progress = Progress::of(&desk.events, &desk.rules).unwrap();
    let shown = |delay: &ProgressDelay| (delay.at.to_rfc3339(), delay.reason.clone());
    progress.delays.iter().map(shown).collect()
}

fn explained(desk: &Desk, time: &str) -> Result<(), Refusal> {
    desk.clone().try_do(&reviewer(), &explain_delay(), time)
}

#[test]
fn art_36_who_decides_late_explains_it_to_the_public() {
    // Twenty days end on 2026-03-30.
    let desk = Desk::reviewed(rules());
    assert_eq!(explained(&desk, "2026-03-30T23:59:59"), Err(Refusal::NotOverdue));
    assert_eq!(delays(&desk), []);
    let late = desk.done(&reviewer(), &explain_delay(), "2026-03-31T09:00:00");
    let shown = ("2026-03-31T09:00:00+08:00".to_owned(), "专家不足，评审延后".to_owned());
    assert_eq!(delays(&late), [shown]);
    assert_eq!(late.case.state(), State::InReview);
    let blank = Command::ExplainDelay { reason: " ".to_owned() };
    let refused = Refusal::Blank { words: Words::Reason };
    let _ = late.refused(&reviewer(), &blank, "2026-03-31T10:00:00", refused);
}

#[test]
fn art_36_a_late_decision_is_explained_after_it_and_one_in_time_needs_nothing() {
    let decided = |time| Desk::reviewed(rules()).done(&decider(), &refuse(), time);
    let in_time = decided("2026-03-30T16:00:00");
    assert_eq!(explained(&in_time, "2026-04-20T09:00:00"), Err(Refusal::NotOverdue));
    let late = decided("2026-03-31T16:00:00");
    assert_eq!(explained(&late, "2026-04-20T09:00:00"), Ok(()));
}

#[test]
fn art_36_a_broken_promise_and_a_late_delivery_are_explained_too() {
    let mut short = draft();
    short.promised = vec![Limit::promised(Clock::Decision, 5, Basis::licensing_law(42))];
    let promised = Desk::reviewed(rules_of(short));
    assert_eq!(explained(&promised, "2026-03-09T16:00:00"), Err(Refusal::NotOverdue));
    assert_eq!(explained(&promised, "2026-03-10T09:00:00"), Ok(()));
    // Ten days to deliver end on 2026-03-18.
    let granted = Desk::reviewed(rules()).done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    assert_eq!(explained(&granted, "2026-03-18T16:00:00"), Err(Refusal::NotOverdue));
    assert_eq!(explained(&granted, "2026-03-19T09:00:00"), Ok(()));
    let delivered = granted.done(&issuer(), &issue(), "2026-03-17T09:00:00").done(
        &window(),
        &deliver(),
        "2026-03-18T09:00:00",
    );
    assert_eq!(explained(&delivered, "2026-04-20T09:00:00"), Err(Refusal::NotOverdue));
    let reporting = Desk::reviewed(rules_of(variants::reporting()));
    assert_eq!(explained(&reporting, "2026-03-31T09:00:00"), Ok(()), "a late first review");
}

#[test]
fn art_36_what_stopped_the_clock_and_what_lengthened_it_is_no_delay() {
    let longer = Desk::reviewed(rules()).done(&head(), &extend(10), "2026-03-05T09:00:00");
    assert_eq!(explained(&longer, "2026-03-31T09:00:00"), Err(Refusal::NotOverdue));
    assert_eq!(explained(&longer, "2026-04-14T09:00:00"), Ok(()));
    let paused = Desk::reviewed(rules_of(special_draft())).done(
        &reviewer(),
        &pause(PauseGround::ExpertReview, 8),
        "2026-03-04T09:00:00",
    );
    assert_eq!(explained(&paused, "2026-06-01T09:00:00"), Err(Refusal::NotOverdue));
}

#[test]
fn art_36_the_lead_and_each_body_explain_their_own_delay() {
    use theme::{JointDesk, LEAD, item, to, whole};
    let lead = officer("R-01", LEAD, &[Role::Review]);
    let desk = JointDesk::accepted(theme::rules());
    let refused = JointRefusal::Whole(Refusal::NotOverdue);
    let desk = desk
        .refused(&lead, &whole(explain_delay()), "2026-05-04T09:00:00", refused)
        .done(&theme::reviewer("fire"), &to("fire", explain_delay()), "2026-05-04T10:00:00")
        .done(&lead, &whole(explain_delay()), "2026-05-05T09:00:00");
    let public = JointProgress::of(&desk.events, &desk.rules).unwrap();
    assert_eq!(public.delays.len(), 1);
    for branch in &public.branches {
        let told = branch.progress.as_ref().map_or(0, |progress| progress.delays.len());
        assert_eq!(told, usize::from(branch.item == item("fire")));
    }
}
