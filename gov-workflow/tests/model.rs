//! Every interleaving of two departments and four officers on one case, with a store that
//! keeps versions and keys, driven through the real `decide`: nothing that the law forbids
//! can be stored, nothing is stored twice, and every case can end.
//!
//! The alphabet is spelled out below, so that the space stays small when the crate learns
//! new commands. The last tests seed faults: a model that cannot find them proves nothing.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use gov_workflow::*;
use stateright::{Checker, Model, Property};
use town::*;

/// What is modeled: the crate as it is, or with a fault.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fault {
    None,
    /// `decide` forgets who accepted.
    NoSeparation,
    /// The store forgets to compare versions.
    NoVersions,
    /// The store forgets the keys of requests.
    NoKeys,
}

struct Desks {
    fault: Fault,
}

static RULES: LazyLock<Rules> = LazyLock::new(|| rules_of(special_draft()));

/// Who: a window of the hall, and of the bureau a reviewer, a decider and one who may do
/// everything; the applicant; time.
static PEOPLE: LazyLock<[Actor; 6]> = LazyLock::new(|| {
    let decider = officer("D-01", BUREAU, &[Role::Decision, Role::Issuance]);
    [window(), reviewer(), decider, factotum(), citizen(), Actor::Clock]
});

static COMMANDS: LazyLock<[Command; 15]> = LazyLock::new(|| {
    [
        receive(&["申请表"]),
        request(&["租赁合同"], "2026-03-20"),
        supplement(&["租赁合同"]),
        Command::Accept,
        Command::DeemAccepted,
        Command::StartReview,
        review(),
        pause(PauseGround::ExpertReview, 8),
        resume(PauseGround::ExpertReview, "2026-03-02"),
        Command::Grant,
        refuse(),
        issue(),
        deliver(),
        Command::Close,
        Command::Withdraw,
    ]
});

/// The day of receipt, and one after the silence.
const TIMES: [&str; 2] = ["2026-03-02T10:00:00", "2026-03-12T10:00:00"];

/// Who gives which command, by their places in the lists.
type Attempt = (usize, usize);

/// What was decided on a version, on its way to the store.
#[derive(Clone, Debug)]
struct Request {
    attempt: Attempt,
    time: usize,
    expected: u64,
    key: u8,
    events: Vec<Event>,
    /// Whether it comes twice.
    again: bool,
}

#[derive(Clone, Debug)]
struct Town {
    case: Case,
    /// What was stored, and under which key: the case is what this makes.
    stored: Vec<(Attempt, usize, u8)>,
    flying: Vec<Request>,
    time: usize,
    keys: u8,
    repeated: bool,
    /// What the store should never have said or done.
    wrong: Option<&'static str>,
}

impl Town {
    /// All that what can still happen depends on: two ways to the same place are one.
    fn identity(&self) -> impl Hash + Eq {
        let stored = |key: u8| self.stored.iter().filter(|(.., other)| *other == key).count();
        let under_way = |request: &Request| {
            let stale = request.expected < self.case.version();
            (request.attempt, request.time, stale, stored(request.key), request.again)
        };
        let flying: Vec<_> = self.flying.iter().map(under_way).collect();
        let done: Vec<_> = (0..COMMANDS.len()).map(|what| self.was_done(what)).collect();
        let place = |by: &Author| {
            PEOPLE.iter().position(|person| match (person, by) {
                (Actor::Officer(officer), by) => by.is(officer),
                (Actor::Clock, Author::Clock) | (Actor::Applicant(_), Author::Applicant) => true,
                _ => false,
            })
        };
        let accepted = self.case.acceptance().map(|acceptance| place(&acceptance.by));
        let decided = self.case.decision().map(|decision| place(&decision.by));
        let twice = self.stored.iter().any(|(.., key)| stored(*key) > 1);
        let here = (self.case.state(), self.time, self.repeated, self.wrong, twice);
        (done, accepted, decided, flying, here)
    }

    fn was_done(&self, command: usize) -> bool {
        self.stored.iter().any(|((_, done), ..)| *done == command)
    }
}

impl PartialEq for Town {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Hash for Town {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// Somebody loads the case, decides, and sends; the request is under way.
    Send(Attempt),
    /// The same, stored at once: for what nobody competes for.
    Do(Attempt),
    /// A request arrives at the store.
    Arrive(usize),
    /// A request arrives, the answer gets lost, and it will come again.
    ArriveUnheard(usize),
    /// Ten days pass.
    Wait,
}

impl Desks {
    fn decide(&self, town: &Town, (who, what): Attempt) -> Result<Vec<Event>, Refusal> {
        let (actor, command) = (&PEOPLE[who], &COMMANDS[what]);
        let now = at(TIMES[town.time]);
        let decided = town.case.decide(&RULES, command, actor, now);
        match (self.fault, decided) {
            (Fault::NoSeparation, Err(Refusal::AcceptedByTheSame)) => {
                let honest = decider();
                let mut events = town.case.decide(&RULES, command, &honest, now)?;
                let Actor::Officer(Officer { staff, body, division, .. }) = actor.clone() else {
                    return Ok(events);
                };
                for event in &mut events {
                    event.by = Author::Officer { staff: staff.clone(), body, division };
                }
                Ok(events)
            }
            (_, decided) => decided,
        }
    }

    /// The contract of the store: one atomic step, if nobody was faster, once for each key.
    fn append(&self, town: &mut Town, request: &Request) {
        let known = town.stored.iter().any(|(.., key)| *key == request.key);
        if known && self.fault != Fault::NoKeys {
            return;
        }
        if town.case.version() != request.expected && self.fault != Fault::NoVersions {
            if known {
                town.wrong = Some("a repeated request is told that it failed");
            }
            return;
        }
        for event in &request.events {
            if town.case.apply(event).is_err() {
                town.wrong = Some("what is stored cannot have happened");
                return;
            }
        }
        town.stored.push((request.attempt, request.time, request.key));
    }

    /// What several people compete for.
    fn is_contested((_, what): Attempt) -> bool {
        matches!(
            COMMANDS[what].kind(),
            CommandKind::Accept | CommandKind::Grant | CommandKind::Refuse
        )
    }
}

impl Model for Desks {
    type State = Town;
    type Action = Step;

    fn init_states(&self) -> Vec<Town> {
        let case = Case::draft();
        let (stored, flying) = (Vec::new(), Vec::new());
        vec![Town { case, stored, flying, time: 0, keys: 0, repeated: false, wrong: None }]
    }

    fn actions(&self, town: &Town, steps: &mut Vec<Step>) {
        if town.wrong.is_some() {
            return;
        }
        for (index, request) in town.flying.iter().enumerate() {
            steps.push(Step::Arrive(index));
            if !town.repeated && !request.again {
                steps.push(Step::ArriveUnheard(index));
            }
        }
        for what in 0..COMMANDS.len() {
            // Once each is enough to tell the ways apart.
            if town.was_done(what) {
                continue;
            }
            for who in 0..PEOPLE.len() {
                if self.decide(town, (who, what)).is_err() {
                    continue;
                }
                if !Self::is_contested((who, what)) {
                    steps.push(Step::Do((who, what)));
                } else if town.flying.len() < 2
                    && town.flying.iter().all(|request| request.attempt.0 != who)
                {
                    steps.push(Step::Send((who, what)));
                }
            }
        }
        if town.time == 0 && town.case.state() == State::Submitted {
            steps.push(Step::Wait);
        }
    }

    fn next_state(&self, town: &Town, step: Step) -> Option<Town> {
        let mut town = town.clone();
        let request = |town: &mut Town, attempt, events| {
            town.keys += 1;
            let (time, expected, key) = (town.time, town.case.version(), town.keys);
            Request { attempt, time, expected, key, events, again: false }
        };
        match step {
            Step::Wait => town.time += 1,
            Step::Do(attempt) => {
                let events = self.decide(&town, attempt).ok()?;
                let request = request(&mut town, attempt, events);
                self.append(&mut town, &request);
            }
            Step::Send(attempt) => {
                let events = self.decide(&town, attempt).ok()?;
                let request = request(&mut town, attempt, events);
                town.flying.push(request);
            }
            Step::Arrive(index) => {
                let request = town.flying.remove(index);
                self.append(&mut town, &request);
            }
            Step::ArriveUnheard(index) => {
                town.repeated = true;
                town.flying[index].again = true;
                let request = town.flying[index].clone();
                self.append(&mut town, &request);
            }
        }
        Some(town)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("who accepted never decides", |_, town: &Town| {
                match (town.case.acceptance(), town.case.decision()) {
                    (Some(accepted), Some(decided)) => accepted.by != decided.by,
                    _ => true,
                }
            }),
            Property::always("nothing is decided that was not accepted", |_, town: &Town| {
                town.case.decision().is_none() || town.case.acceptance().is_some()
            }),
            Property::always("nothing is decided that was not reviewed", |_, town: &Town| {
                town.case.decision().is_none() || town.was_done(6)
            }),
            Property::always("no request is stored twice", |_, town: &Town| {
                let mut keys: Vec<_> = town.stored.iter().map(|(.., key)| key).collect();
                keys.sort_unstable();
                keys.windows(2).all(|pair| pair[0] != pair[1])
            }),
            Property::always("the store keeps its contract", |_, town: &Town| town.wrong.is_none()),
            Property::always("a case that goes on can go on", |model, town: &Town| {
                let mut steps = Vec::new();
                model.actions(town, &mut steps);
                town.case.state().is_final() || town.wrong.is_some() || !steps.is_empty()
            }),
            Property::eventually("every case ends", |_, town: &Town| town.case.state().is_final()),
            Property::sometimes("one of two decisions comes too late", |_, town: &Town| {
                town.flying.len() == 1
                    && town.case.decision().is_some()
                    && town.flying[0].expected < town.case.version()
            }),
            Property::sometimes("silence accepts", |_, town: &Town| town.was_done(4)),
            Property::sometimes(
                "closed after a supplement and a special procedure",
                |_, town: &Town| {
                    town.case.state() == State::Closed && town.was_done(2) && town.was_done(8)
                },
            ),
        ]
    }
}

#[test]
fn two_departments_and_four_officers_break_no_law_in_any_order() {
    let checker = Desks { fault: Fault::None }.checker().spawn_bfs().join();
    println!("{} states, {} of them apart", checker.state_count(), checker.unique_state_count());
    checker.assert_properties();
    assert!(checker.is_done() && checker.unique_state_count() > 1_000);
}

#[track_caller]
fn finds(fault: Fault, broken: &'static str) {
    let checker = Desks { fault }.checker().spawn_bfs().join();
    assert!(checker.discovery(broken).is_some(), "the model does not see {fault:?}");
}

#[test]
fn a_decision_without_separation_of_duties_is_found() {
    finds(Fault::NoSeparation, "who accepted never decides");
}

#[test]
fn a_store_without_versions_is_found() {
    finds(Fault::NoVersions, "the store keeps its contract");
}

#[test]
fn a_store_without_keys_is_found() {
    finds(Fault::NoKeys, "the store keeps its contract");
}
