//! Third parties whose interests are directly concerned ask for a hearing of their own.

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

use chrono::NaiveDate;
use gov_workflow::*;
use town::*;
use variants::ask_as;

const WAIVE: Command = Command::WaiveHearing;

/// So many were notified and heard; the hearing is offered on 2026-03-04, and the five days end
/// on 2026-03-11.
fn offered(parties: usize) -> Desk {
    let mut desk = Desk::reviewed(rules());
    for party in 1..=parties {
        desk = desk.done(&reviewer(), &notify(), "2026-03-03T13:00:00").done(
            &reviewer(),
            &hear(party),
            "2026-03-03T13:00:00",
        );
    }
    desk.done(&reviewer(), &offer_hearing(), "2026-03-04T09:00:00")
}

fn waive(party: usize) -> Command {
    Command::WaiveThirdParty { party }
}

fn open() -> Refusal {
    Refusal::HearingRightOpen { until: Some(day("2026-03-11")) }
}

fn due(desk: &Desk, clock: Clock) -> Result<NaiveDate, DueUnknown> {
    let deadlines = desk.case.deadlines(&desk.rules);
    deadlines.into_iter().find(|deadline| deadline.limit().clock == clock).unwrap().due()
}

#[test]
fn art_47_a_third_party_asks_for_a_hearing_that_the_applicant_waived() {
    let last = "2026-03-11T23:00:00";
    let asked = offered(2).done(&citizen(), &WAIVE, "2026-03-05T09:00:00").done(
        &reviewer(),
        &ask_as(2),
        last,
    );
    let fact = &asked.events.last().unwrap().fact;
    assert_eq!(*fact, Fact::ThirdPartyHearingRequested { party: 2 });
    assert_eq!(due(&asked, Clock::Decision), Err(DueUnknown::Paused { since: day("2026-03-11") }));
    assert_eq!(due(&asked, Clock::Hearing), Ok(day("2026-04-08")), "twenty days to hold it");
    let late = Refusal::HearingTooLate { latest: day("2026-04-08") };
    let held = asked
        .refused(&decider(), &Command::Grant, "2026-03-12T09:00:00", Refusal::HearingNotHeld)
        .refused(&chair(), &schedule_hearing("2026-04-09"), "2026-03-12T09:00:00", late)
        .done(&chair(), &schedule_hearing("2026-03-23"), "2026-03-12T10:00:00")
        .refused(&reviewer(), &hold_hearing(), "2026-03-23T09:00:00", Refusal::HearingByExaminer)
        .done(&chair(), &hold_hearing(), "2026-03-23T10:00:00");
    assert_eq!(due(&held, Clock::Decision), Ok(day("2026-04-09")), "eight days are left out");
    let granted = held.done(&decider(), &Command::Grant, "2026-03-24T09:00:00");
    assert_eq!(Case::replay(&granted.events).as_ref(), Ok(&granted.case));
}

#[test]
fn art_47_one_request_is_enough_and_no_later_waiver_undoes_it() {
    let time = "2026-03-05T10:00:00";
    let chosen = Refusal::HearingChosen;
    let asked = offered(2).done(&reviewer(), &ask_as(1), "2026-03-05T09:00:00");
    let asked = asked
        .refused(&citizen(), &WAIVE, time, chosen)
        .refused(&citizen(), &Command::RequestHearing, time, chosen)
        .refused(&reviewer(), &ask_as(2), time, chosen)
        .refused(&chair(), &announce_hearing("2026-03-20"), time, chosen);
    // A history from elsewhere may tell of such a waiver.
    let mut case = asked.case;
    let waived = Event { at: at(time), by: Author::Applicant, fact: Fact::HearingWaived };
    case.apply(&waived).unwrap();
    let decided = case.decide(&asked.rules, &refuse(), &decider(), at("2026-03-20T09:00:00"));
    assert_eq!(decided, Err(Refusal::HearingNotHeld));
    offered(1).done(&citizen(), &Command::RequestHearing, "2026-03-05T09:00:00").refused(
        &reviewer(),
        &ask_as(1),
        time,
        chosen,
    );
}

#[test]
fn art_47_a_third_party_asks_that_was_notified_and_told_and_in_time() {
    let (time, ask) = ("2026-03-05T09:00:00", ask_as(1));
    Desk::reviewed(rules()).done(&reviewer(), &notify(), time).refused(
        &reviewer(),
        &ask,
        time,
        Refusal::HearingNotOffered,
    );
    let unknown = Refusal::ThirdPartyUnknown;
    let nobody = offered(0).refused(&reviewer(), &ask, time, unknown);
    let listed = |desk: &Desk| {
        next_commands(&desk.case, &desk.rules, &reviewer(), at(time))
            .contains(&CommandKind::RequestThirdPartyHearing)
    };
    assert!(!listed(&nobody), "nobody was notified");
    let two = offered(2);
    assert!(listed(&two));
    let wrong = Refusal::WrongActor { command: CommandKind::RequestThirdPartyHearing };
    let two = two
        .refused(&reviewer(), &ask_as(0), time, unknown)
        .refused(&reviewer(), &ask_as(3), time, unknown)
        .refused(&citizen(), &ask, time, wrong)
        .refused(&neighbor(), &ask, time, wrong)
        .refused(&decider(), &ask, time, Refusal::RoleMissing { role: Role::Review });
    let late = Refusal::HearingRequestLate { until: day("2026-03-11") };
    two.clone().refused(&reviewer(), &ask, "2026-03-12T00:00:00", late);
    let announced = two.done(&chair(), &announce_hearing("2026-03-20"), "2026-03-05T10:00:00");
    let refused = Refusal::HearingAnnounced { on: day("2026-03-05") };
    announced.refused(&reviewer(), &ask, "2026-03-05T11:00:00", refused);
}

#[test]
fn art_47_the_applicants_waiver_leaves_third_parties_their_five_days() {
    let waived = offered(1).done(&citizen(), &WAIVE, "2026-03-05T09:00:00");
    for command in [Command::Grant, refuse()] {
        waived
            .clone()
            .refused(&decider(), &command, "2026-03-05T10:00:00", open())
            .refused(&decider(), &command, "2026-03-11T23:59:59", open())
            .done(&decider(), &command, "2026-03-12T00:00:00");
    }
    // Nobody else was notified: the applicant chooses alone.
    offered(0).done(&citizen(), &WAIVE, "2026-03-05T09:00:00").done(
        &decider(),
        &Command::Grant,
        "2026-03-05T10:00:00",
    );
}

#[test]
fn art_47_nobody_is_waited_for_once_the_applicant_and_every_third_party_have_waived() {
    let (time, next) = ("2026-03-05T09:00:00", "2026-03-05T10:00:00");
    let told = Desk::reviewed(rules())
        .done(&reviewer(), &notify(), "2026-03-03T13:00:00")
        .done(&reviewer(), &notify(), "2026-03-03T13:00:00")
        .done(&reviewer(), &offer_hearing(), "2026-03-04T09:00:00")
        .done(&reviewer(), &waive(2), time);
    let all = told
        .clone()
        .done(&reviewer(), &waive(1), time)
        .refused(&decider(), &Command::Grant, time, open())
        .done(&citizen(), &WAIVE, time);
    all.clone().done(&decider(), &Command::Grant, next);
    // Who did not want to be heard thinks better of it, while nothing is decided.
    let asked = all.done(&reviewer(), &ask_as(1), next);
    asked.refused(&decider(), &Command::Grant, next, Refusal::HearingNotHeld);
    // One was heard, and may still want a hearing.
    told.done(&reviewer(), &hear(1), time)
        .done(&citizen(), &WAIVE, time)
        .refused(&decider(), &Command::Grant, next, open())
        .done(&decider(), &Command::Grant, "2026-03-12T00:00:00");
}

#[test]
fn art_46_a_hearing_that_the_body_announced_and_held_leaves_nothing_to_wait_for() {
    let held = offered(1)
        .done(&citizen(), &WAIVE, "2026-03-04T10:00:00")
        .done(&chair(), &announce_hearing("2026-03-13"), "2026-03-04T11:00:00")
        .refused(&decider(), &Command::Grant, "2026-03-12T09:00:00", Refusal::HearingNotHeld)
        .done(&chair(), &hold_hearing(), "2026-03-13T09:00:00");
    held.done(&decider(), &Command::Grant, "2026-03-13T10:00:00");
}

#[test]
fn art_47_a_third_party_asks_the_body_of_one_branch() {
    use theme::{JointDesk, to, whole};
    let (officer, time) = (theme::reviewer("fire"), "2026-03-03T14:00:00");
    let command = CommandKind::RequestThirdPartyHearing;
    let desk = JointDesk::accepted(theme::rules())
        .reviewed("fire", "2026-03-03")
        .done(&officer, &to("fire", notify()), time)
        .done(&officer, &to("fire", hear(1)), time)
        .done(&officer, &to("fire", offer_hearing()), time)
        .refused(&officer, &whole(ask_as(1)), time, JointRefusal::BranchOnly { command })
        .done(&citizen(), &to("fire", WAIVE), time);
    let until = Some(day("2026-03-10"));
    let refused = |refusal| JointRefusal::Branch { position: 1, refusal };
    let (grant, decider) = (to("fire", Command::Grant), theme::decider("fire"));
    let waits = refused(Refusal::HearingRightOpen { until });
    desk.refused(&decider, &grant, "2026-03-04T09:00:00", waits)
        .done(&officer, &to("fire", ask_as(1)), "2026-03-10T09:00:00")
        .refused(&decider, &grant, "2026-03-11T09:00:00", refused(Refusal::HearingNotHeld));
}
