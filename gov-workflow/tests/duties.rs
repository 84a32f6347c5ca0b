//! What holds of every case, whoever does whatever in whichever order.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use proptest::prelude::*;
use town::*;
use variants::*;

/// Everybody who might try something: specialists, people with every role, a
/// foreigner, the applicant, a neighbor, the clock.
fn people() -> Vec<Actor> {
    let Actor::Officer(mut foreigner) = officer("F-01", BUREAU, &Role::ALL) else { unreachable!() };
    foreigner.division = ELSEWHERE;
    vec![
        citizen(),
        neighbor(),
        Actor::Clock,
        window(),
        reviewer(),
        decider(),
        issuer(),
        head(),
        chair(),
        factotum(),
        officer("F-02", BUREAU, &Role::ALL),
        Actor::Officer(foreigner),
    ]
}

/// Every kind of command, most of them well filled in, some not.
fn commands() -> Vec<Command> {
    let mut commands = ordinary();
    commands.extend(rare_commands());
    let mut file = forwarded().case.forwarded_file(&upper_procedure()).unwrap();
    file.to = BUREAU;
    let case = CaseNumber::parse("B-0008").unwrap();
    commands.push(Command::TakeOver { case, file: Box::new(file) });
    commands
}

fn upper_procedure() -> Procedure {
    Procedure::try_new(upper()).unwrap()
}

fn ordinary() -> Vec<Command> {
    vec![
        receive(&["申请表", "租赁合同"]),
        receive(&["申请表"]),
        request(&["租赁合同"], "2026-05-29"),
        request(&["租赁合同", "照片"], "2026-03-04"),
        request(&[], "2026-05-29"),
        supplement(&["租赁合同"]),
        supplement(&["申请表", "租赁合同", "照片"]),
        Command::Accept,
        Command::DeemAccepted,
        not_accept(Ground::NotNeeded),
        not_accept(Ground::NotSupplemented),
        not_accept(Ground::NotOurPower { right_body: "示例省主管部门".to_owned() }),
        not_accept(Ground::FalseMaterials),
        Command::StartReview,
        review(),
        reassign("R-09"),
        check(&["R-01", "R-09"]),
        check(&["F-01", "F-02"]),
        pause(PauseGround::ExpertReview, 8),
        pause(PauseGround::Testing, 8),
        pause(PauseGround::Auction, 8),
        resume(PauseGround::ExpertReview, "2026-03-06"),
        resume(PauseGround::Testing, "2026-03-12"),
        offer_hearing(),
        Command::RequestHearing,
        Command::WaiveHearing,
        schedule_hearing("2026-03-18"),
        schedule_hearing("2026-03-30"),
        schedule_hearing("2026-05-20"),
        announce_hearing("2026-03-20"),
        announce_hearing("2026-05-20"),
        hold_hearing(),
        notify(),
        hear(1),
        hear(2),
        Command::WaiveThirdParty { party: 1 },
        extend(10),
        extend(11),
        Command::Grant,
        refuse(),
        issue(),
        deliver(),
        Command::Close,
        Command::Withdraw,
    ]
}

/// Who, what, and how many hours later (or earlier).
type Attempt = (usize, usize, i64);

fn attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let hours = prop_oneof![9 => 0_i64..30, 1 => -5_i64..0, 1 => 100_i64..200];
    prop::collection::vec((0..people().len(), 0..commands().len(), hours), 1..120)
}

/// A case that gets on: mostly what can be done next, by somebody who can.
fn willing() -> impl Strategy<Value = Vec<(usize, prop::sample::Index, i64)>> {
    prop::collection::vec((0..people().len(), any::<prop::sample::Index>(), 0_i64..30), 1..60)
}

/// A case at one of five places of its road, carried there by one busy officer.
fn begun(place: u8, track: u8, on_site: bool) -> Desk {
    let mut draft = match track % 6 {
        0 | 1 => special_draft(),
        2 => promising(),
        3 => reporting(),
        4 => renewable(),
        _ => ProcedureDraft { fee: priced().fee, ..tested() },
    };
    draft.on_site_officers = on_site.then_some(2);
    let mut desk = Desk::new(rules_of(draft));
    let road = [
        (citizen(), receive(&["申请表", "租赁合同"])),
        (factotum(), Command::Accept),
        (factotum(), Command::StartReview),
        (factotum(), review()),
        (factotum(), notify()),
        (factotum(), offer_hearing()),
    ];
    let steps = [0, 1, 2, 4, 0, 6][usize::from(place % 6)];
    for (actor, command) in road.iter().take(steps) {
        desk = desk.done(actor, command, "2026-03-02T08:00:00");
    }
    desk
}

fn check_history(desk: &Desk) {
    let kinds: Vec<EventKind> = desk.events.iter().map(|event| event.fact.kind()).collect();
    let first = |wanted: &[EventKind]| kinds.iter().position(|kind| wanted.contains(kind));
    let accepted = first(&[EventKind::Accepted, EventKind::DeemedAccepted]);
    let decided = first(&[EventKind::Granted, EventKind::Refused]);

    assert!(desk.events.is_sorted_by_key(|event| event.at), "time runs forward");
    assert_eq!(Case::replay(&desk.events).as_ref(), Ok(&desk.case), "replay is life");
    if let Some(decided) = decided {
        let accepted = accepted.expect("nothing is decided that was not accepted");
        assert!(accepted < decided);
        assert_ne!(desk.events[accepted].by, desk.events[decided].by, "two people, always");
        // A first review decides nothing.
        assert!(desk.rules.procedure().first_review().is_none());
        // Who was untrue is refused for that, as the reviewer found; what is promised is
        // checked afterwards.
        let untrue = kinds[..decided].contains(&EventKind::FalsehoodFound);
        assert!(!untrue || kinds[decided] == EventKind::Refused, "nothing false is granted");
        let untrue = untrue || kinds[..decided].contains(&EventKind::PromiseMade);
        assert!(untrue || kinds[..decided].contains(&EventKind::ReviewRecorded));
        let before = |kind| kinds[..decided].iter().filter(|other| **other == kind).count();
        let asked =
            before(EventKind::HearingRequested) + before(EventKind::ThirdPartyHearingRequested);
        let held = before(EventKind::HearingHeld);
        assert_eq!(asked + before(EventKind::HearingAnnounced), held, "held, and asked for once");
        let offered = desk.events[..decided]
            .iter()
            .find(|event| event.fact.kind() == EventKind::HearingOffered);
        if let Some(offered) = offered.filter(|_| held == 0) {
            let all_waived = before(EventKind::HearingWaived) == 1
                && before(EventKind::ThirdPartyNotified) == before(EventKind::ThirdPartyWaived);
            let days = desk.events[decided].at - offered.at;
            assert!(all_waived || days > chrono::TimeDelta::days(5), "nobody's choice is cut off");
        }
        assert_eq!(
            before(EventKind::ThirdPartyNotified),
            before(EventKind::ThirdPartyHeard) + before(EventKind::ThirdPartyWaived)
        );
        assert_eq!(
            before(EventKind::SpecialProcedureStarted),
            before(EventKind::SpecialProcedureEnded)
        );
        let examined = |event: &&Event| {
            matches!(event.fact.kind(), EventKind::ReviewRecorded | EventKind::OnSiteChecked)
        };
        if let Some(held) = first(&[EventKind::HearingHeld]) {
            let mut examiners = desk.events[..held].iter().filter(examined);
            assert!(examiners.all(|event| event.by != desk.events[held].by), "an impartial chair");
        }
        if desk.rules.procedure().on_site_officers().is_some() {
            assert!(untrue || kinds[..decided].contains(&EventKind::OnSiteChecked));
        }
    }
    for (rare, at_most) in [
        (EventKind::Received, 1),
        (EventKind::FalsehoodFound, 1),
        (EventKind::Revoked, 1),
        (EventKind::Voided, 1),
        (EventKind::SupplementRequested, 1),
        (EventKind::DecisionExtended, 1),
        (EventKind::HearingOffered, 1),
        (EventKind::HearingRequested, 1),
        (EventKind::ThirdPartyHearingRequested, 1),
        (EventKind::HearingHeld, 1),
        (EventKind::HearingAnnounced, 1),
        (EventKind::Issued, 1),
        (EventKind::Delivered, 1),
        (EventKind::Closed, 1),
    ] {
        assert!(kinds.iter().filter(|kind| **kind == rare).count() <= at_most, "{rare:?}");
    }
    for event in &desk.events {
        if let Author::Officer { division, body, .. } = &event.by {
            assert_eq!(*division, TOWN);
            assert!([BUREAU, HALL].contains(body));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_tried_the_law_holds(
        place: u8,
        track: u8,
        on_site: bool,
        attempts in attempts(),
    ) {
        let (people, commands) = (people(), commands());
        let mut desk = begun(place, track, on_site);
        let mut now = at("2026-03-02T09:00:00");
        for (who, what, hours) in attempts {
            now += chrono::TimeDelta::hours(hours);
            let before = desk.case.clone();
            match desk.case.decide(&desk.rules, &commands[what], &people[who], now) {
                Ok(events) => {
                    prop_assert!(!events.is_empty());
                    for event in events {
                        desk.case.apply(&event).unwrap();
                        desk.events.push(event);
                    }
                }
                Err(refusal) => {
                    prop_assert_eq!(&before, &desk.case);
                    prop_assert!(!refusal.zh().is_empty() && !refusal.remedy_zh().is_empty());
                }
            }
        }
        check_history(&desk);
    }

    #[test]
    fn what_next_commands_lists_is_what_decide_allows(
        place: u8,
        track: u8,
        on_site: bool,
        steps in willing(),
    ) {
        let (people, commands) = (people(), commands());
        let mut desk = begun(place, track, on_site);
        let mut now = at("2026-03-02T09:00:00");
        for (who, which, hours) in steps {
            now += chrono::TimeDelta::hours(hours);
            let actor = &people[who];
            let listed = next_commands(&desk.case, &desk.rules, actor, now);
            let mut possible = Vec::new();
            for command in &commands {
                let decided = desk.case.decide(&desk.rules, command, actor, now);
                let kind = command.kind();
                let why = explain(&desk.case, &desk.rules, kind, actor, now);
                prop_assert_eq!(why.refusal().is_none(), listed.contains(&kind));
                match decided {
                    Ok(events) => {
                        prop_assert!(listed.contains(&kind), "{kind:?} was not listed");
                        possible.push(events);
                    }
                    Err(refusal) if !listed.contains(&kind) => {
                        prop_assert_eq!(Some(refusal), why.refusal());
                    }
                    Err(_) => {}
                }
            }
            if !possible.is_empty() {
                for event in possible.swap_remove(which.index(possible.len())) {
                    desk.case.apply(&event).unwrap();
                    desk.events.push(event);
                }
            }
        }
        check_history(&desk);
    }
}

#[test]
fn every_listed_command_can_be_filled_in() {
    // A road on which each kind of command is listed for somebody at some time.
    let mut met = Vec::new();
    let road: [(Actor, Command, &str); 17] = [
        (citizen(), receive(&["申请表"]), "2026-03-02T09:00:00"),
        (window(), request(&["租赁合同"], "2026-03-20"), "2026-03-03T09:00:00"),
        (citizen(), supplement(&["租赁合同"]), "2026-03-04T09:00:00"),
        (window(), Command::Accept, "2026-03-05T09:00:00"),
        (reviewer(), Command::StartReview, "2026-03-06T09:00:00"),
        (reviewer(), review(), "2026-03-06T10:00:00"),
        (reviewer(), pause(PauseGround::ExpertReview, 8), "2026-03-06T11:00:00"),
        (reviewer(), resume(PauseGround::ExpertReview, "2026-03-06"), "2026-03-06T12:00:00"),
        (reviewer(), notify(), "2026-03-06T12:00:00"),
        (reviewer(), hear(1), "2026-03-06T12:30:00"),
        (reviewer(), offer_hearing(), "2026-03-06T13:00:00"),
        (citizen(), Command::RequestHearing, "2026-03-06T14:00:00"),
        (chair(), schedule_hearing("2026-03-18"), "2026-03-06T15:00:00"),
        (chair(), hold_hearing(), "2026-03-18T09:00:00"),
        (decider(), Command::Grant, "2026-03-19T09:00:00"),
        (issuer(), issue(), "2026-03-20T09:00:00"),
        (window(), deliver(), "2026-03-23T09:00:00"),
    ];
    let mut desk = Desk::new(rules_of(special_draft()));
    for (actor, command, time) in road {
        for person in people() {
            for later in [0, 24 * 8] {
                let now = at(time) + chrono::TimeDelta::hours(later);
                for kind in next_commands(&desk.case, &desk.rules, &person, now) {
                    let filled = commands().into_iter().filter(|command| command.kind() == kind);
                    let mut tried =
                        filled.map(|command| desk.case.decide(&desk.rules, &command, &person, now));
                    let done = tried.any(|outcome| outcome.is_ok());
                    // The neighbor could apply for itself, which no command here does.
                    assert!(done || person == neighbor(), "{kind:?} by {person:?} at {now}");
                    met.push(kind);
                }
            }
        }
        desk = desk.done(&actor, &command, time);
    }
    met.extend(next_commands(&desk.case, &desk.rules, &window(), at("2026-03-24T09:00:00")));
    let lapsed = at("2026-03-11T09:00:00");
    for outcome in [LateOutcome::DeemedWithdrawn, LateOutcome::AcceptanceRevoked] {
        let desk = tolerated(outcome);
        for person in [Actor::Clock, window()] {
            met.extend(next_commands(&desk.case, &desk.rules, &person, lapsed));
        }
        let before = Case::replay(&desk.events[..1]).unwrap();
        met.extend(next_commands(&before, &desk.rules, &window(), at("2026-03-02T10:00:00")));
    }
    let now = at("2026-03-30T09:00:00");
    for (draft, steps) in [
        (promising(), 1),
        (reporting(), 4),
        (renewable(), 0),
        (tested(), 2),
        (selective(Selection::Tender), 2),
        (priced(), 2),
    ] {
        let events = &adjourned().events[..steps];
        let case = Case::replay(events).unwrap();
        let rules = rules_of(draft);
        for person in people() {
            met.extend(next_commands(&case, &rules, &person, events.last().map_or(now, |e| e.at)));
        }
    }
    for (desk, time) in [
        (granted_on_promise(rules_of(promising())), "2026-03-02T11:00:00"),
        (
            granted_on_promise(rules_of(promising())).done(
                &reviewer(),
                &check_promise(false),
                "2026-03-03T09:00:00",
            ),
            "2026-03-03T10:00:00",
        ),
        (renewal(), "2026-04-02T00:00:00"),
        (Desk::reviewed(rules()), "2026-03-31T09:00:00"),
        (
            Desk::received(rules()).done(&window(), &propose_void(), "2026-03-02T10:00:00"),
            "2026-03-02T11:00:00",
        ),
    ] {
        for person in people() {
            met.extend(next_commands(&desk.case, &desk.rules, &person, at(time)));
        }
    }
    met.sort();
    met.dedup();
    assert_eq!(met, CommandKind::ALL);
}
