//! What holds of every joint case, whoever does whatever in whichever order.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/theme.rs"]
mod theme;
#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use proptest::prelude::*;
use theme::*;
use variants::*;

const CODES: [&str; 4] = ["fire", "food", "sign", "drain"];

/// For each body one who may do everything and one who decides; the window, the lead, the
/// governor, the applicant, a neighbor, the clock.
fn people() -> Vec<Actor> {
    let mut people = vec![town::citizen(), town::neighbor(), Actor::Clock, town::window()];
    people.extend([governor(), town::officer("F-01", LEAD, &Role::ALL)]);
    for code in CODES {
        people.push(town::officer("F-01", body(code), &Role::ALL));
        people.push(decider(code));
    }
    people
}

fn commands() -> Vec<JointCommand> {
    let mut commands: Vec<_> = [
        everything(),
        town::receive(&["申请表"]),
        town::request(&["平面图", "健康证", "效果图"], "2026-05-29"),
        town::supplement(&["平面图", "健康证", "效果图"]),
        Command::Accept,
        Command::DeemAccepted,
        town::not_accept(Ground::NotOurPower { right_body: "示例省主管部门".to_owned() }),
        town::not_accept(Ground::FalseMaterials),
        not_needed(),
        correct(&["申请表"]),
        pre_check(PreCheckOutcome::Pass),
        voucher(),
        town::extend(15),
        explain_delay(),
        Command::Withdraw,
    ]
    .map(whole)
    .into();
    for code in CODES {
        commands.push(pass_on(code));
        let own = [
            Command::StartReview,
            town::review(),
            town::pause(PauseGround::ExpertReview, 8),
            town::resume(PauseGround::ExpertReview, "2026-03-06"),
            Command::Grant,
            town::refuse(),
            town::issue(),
            Command::Withdraw,
            Command::Close,
            town::reassign("F-01"),
            town::check(&["F-01", "F-02"]),
            town::extend(10),
            town::notify(),
            town::hear(1),
            Command::WaiveThirdParty { party: 1 },
            town::offer_hearing(),
            Command::RequestHearing,
            ask_as(1),
            Command::WaiveHearing,
            town::schedule_hearing("2026-03-20"),
            town::announce_hearing("2026-03-20"),
            town::hold_hearing(),
            name_inspectors(&["F-01", "F-02"]),
            record_selection(true),
            falsehood(),
            explain_delay(),
            amend("旧", "新"),
            revoke(RevocationGround::Fraud),
            pay(100),
            terminate(TerminationGround::ApplicantGone),
        ];
        commands.extend(own.map(|command| to(code, command)));
    }
    commands.extend([hand_over(), JointCommand::Close]);
    commands
}

/// Mostly what can be done next, by somebody who can: who, which of it, hours later. Taking
/// back is rare, so that cases get on.
fn steps() -> impl Strategy<Value = Vec<(usize, prop::sample::Index, i64, bool)>> {
    let rarely = prop::bool::weighted(0.05);
    let step = (0..people().len(), any::<prop::sample::Index>(), 0_i64..20, rarely);
    prop::collection::vec(step, 1..150)
}

fn is_taking_back(command: &JointCommand) -> bool {
    matches!(
        command,
        JointCommand::Whole(
            Command::Withdraw | Command::RefuseAcceptance { .. } | Command::DeclareNotNeeded { .. }
        ) | JointCommand::Branch { command: Command::Withdraw | Command::Terminate { .. }, .. }
    )
}

fn check(desk: &JointDesk) {
    let (case, events) = (&desk.case, &desk.events);
    assert_eq!(JointCase::replay(events).as_ref(), Ok(case), "replay is life");
    assert!(events.is_sorted_by_key(|event| event.at), "time runs forward");
    let place =
        |wanted: &dyn Fn(&JointFact) -> bool| events.iter().position(|event| wanted(&event.fact));
    let of = |code: &str, kinds: &[EventKind]| {
        place(&|fact| match fact {
            JointFact::Branch { item, fact } => {
                item.as_str() == code && kinds.contains(&fact.kind())
            }
            _ => false,
        })
    };
    let accepted = [EventKind::Accepted, EventKind::DeemedAccepted];
    let taken = place(&|fact| {
        matches!(fact, JointFact::Whole(Fact::Accepted { .. } | Fact::DeemedAccepted { .. }))
    });
    for code in CODES {
        let own: Vec<Event> =
            events.iter().filter_map(|event| event.of_branch(&item(code))).collect();
        assert_eq!(
            Case::replay(&own).ok().as_ref(),
            case.branch(&item(code)).or(Some(&Case::draft()))
        );
        let begun = of(code, &accepted);
        if begun.is_some() {
            assert!(taken.is_some() && taken < begun, "nothing begins before the one acceptance");
        }
        let decided = of(code, &[EventKind::Granted, EventKind::Refused]);
        if let (Some(begun), Some(decided)) = (begun, decided) {
            assert_ne!(events[begun].by, events[decided].by, "two people for each branch");
            let of_body =
                |by: &Author| matches!(by, Author::Officer { body: own, .. } if *own == body(code));
            assert!(of_body(&events[decided].by), "its own body decides");
        } else {
            assert_eq!(decided, None, "nothing is decided that was not accepted");
        }
        if let Some(handed) = of(code, &[EventKind::Delivered]) {
            let joined = place(&|fact| *fact == JointFact::Joined);
            assert!(joined.is_some_and(|joined| joined < handed));
        }
    }
    for (later, earlier) in [("sign", "food"), ("drain", "fire")] {
        if let Some(granted) = of(later, &[EventKind::Granted]) {
            let first = of(earlier, &[EventKind::Granted]);
            assert!(first.is_some_and(|first| first < granted), "{later} rests on {earlier}");
        }
    }
    for code in ["fire", "food", "drain"] {
        let begun = of(code, &accepted);
        assert_eq!(begun.map(|at| events[at].at), taken.map(|at| events[at].at), "one moment");
    }
    let notices = events
        .iter()
        .filter(|event| matches!(event.fact, JointFact::Whole(Fact::SupplementRequested { .. })));
    assert!(notices.count() <= 1, "one notice for all");
    let joined = events.iter().filter(|event| event.fact == JointFact::Joined).count();
    let all_over = CODES.iter().all(|code| {
        case.is_left_out(&item(code))
            || case
                .branch(&item(code))
                .is_some_and(|case| case.decision().is_some() || case.state().is_final())
    });
    if taken.is_some() && case.state() != JointState::Withdrawn {
        assert_eq!(joined, usize::from(all_over), "they join when the last has ended, once");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_done_the_law_holds_for_every_branch_and_for_the_whole(steps in steps()) {
        let (people, commands) = (people(), commands());
        let mut desk = JointDesk::new(rules());
        let mut now = town::at("2026-03-02T09:00:00");
        for (who, which, hours, back) in steps {
            now += chrono::TimeDelta::hours(hours);
            let actor = &people[who];
            let listed = desk.case.next_commands(&desk.rules, actor, now);
            let mut possible = Vec::new();
            for command in &commands {
                let kind = command.kind();
                let decided = desk.case.decide(&desk.rules, command, actor, now);
                let why = desk.case.explain(&desk.rules, kind.clone(), actor, now);
                let can = listed.contains(&kind);
                prop_assert_eq!(can, why.refusal().is_none());
                match decided {
                    Ok(events) => {
                        prop_assert!(can && !events.is_empty(), "{kind:?} was not listed");
                        if back || !is_taking_back(command) {
                            possible.push(events);
                        }
                    }
                    Err(refusal) if !can => prop_assert_eq!(Some(refusal), why.refusal()),
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
        check(&desk);
    }
}

#[test]
fn the_list_of_what_can_be_done_follows_the_branches() {
    let rules = rules();
    let all = JointCommandKind::all(&rules);
    let each_branch = JointCommandKind::BRANCH.len() + 1;
    assert_eq!(all.len(), JointCommandKind::WHOLE.len() + 4 * each_branch + 2);
    let filled_in: Vec<_> = commands().iter().map(JointCommand::kind).collect();
    assert!(all.iter().all(|kind| filled_in.contains(kind)), "every kind is tried");
    let mut met: Vec<JointCommandKind> = Vec::new();
    let mut see = |desk: &JointDesk, time: &str| {
        for person in people() {
            met.extend(desk.case.next_commands(&desk.rules, &person, town::at(time)));
        }
    };
    see(&JointDesk::new(rules.clone()), "2026-03-02T09:00:00");
    let received = JointDesk::received(rules);
    see(&received, "2026-03-02T10:00:00");
    see(&received, "2026-03-10T10:00:00");
    see(&JointDesk::accepted(theme::rules()), "2026-03-03T10:00:00");
    see(&JointDesk::all_granted(), "2026-03-10T10:00:00");
    for (command, wanted) in [
        (JointCommandKind::Whole(CommandKind::DeemAccepted), true),
        (JointCommandKind::PassOn { item: item("fire") }, false),
        (JointCommandKind::HandOver, false),
        (JointCommandKind::Branch { item: item("sign"), command: CommandKind::Issue }, true),
        (JointCommandKind::Branch { item: item("sign"), command: CommandKind::Withdraw }, true),
    ] {
        assert_eq!(met.contains(&command), wanted, "{command:?}");
    }
}
