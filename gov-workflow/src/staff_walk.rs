//! Every way a case can go, tried on the function that decides.

use core::mem::{Discriminant, discriminant};
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta, TimeZone};
use gov_identity::{Channel, CreditCode, IdentityKey};

use crate::case::{CHINA, day};
use crate::{
    Actor, Author, Calendar, Case, CaseNumber, Circumstances, Clock, Command, CommandKind,
};
use crate::{Defect, DeliveryWay, Event, Ground, LateSupplement, MaterialName, Officer, Opinion};
use crate::{Procedure, QuotaQueue, Refusal, Remedies, Role, Rules, StaffId, State};

/// The ways of a case among these people.
pub(crate) struct Walk<'a> {
    procedure: &'a Procedure,
    rules: Rules,
    actors: Vec<Actor>,
    reviewers: BTreeMap<CreditCode, BTreeSet<StaffId>>,
    points: Vec<Point>,
}

/// A case at a moment, as far as it differs from others.
struct Point {
    case: Case,
    now: DateTime<FixedOffset>,
    tries: Vec<Try>,
    from: Option<(usize, Mover)>,
    ways: Vec<(usize, Mover)>,
}

/// What came of a command.
struct Try {
    actor: usize,
    command: CommandKind,
    outcome: Result<Vec<Event>, Refusal>,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Mover {
    Actor(usize, CommandKind),
    Time,
}

/// What tells two points apart: what can be done, and why the rest cannot.
type Mark = (State, Option<Author>, Vec<Option<Discriminant<Refusal>>>);

impl<'a> Walk<'a> {
    /// Goes every way; none when there are too many.
    pub(crate) fn through(procedure: &'a Procedure, present: &[Officer]) -> Option<Self> {
        const MOST: usize = 2048;
        let calendar = Calendar::parse("week", "# firm: 2001-01-01..9999-12-31\n").ok()?;
        let mut reviewers: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for officer in present.iter().filter(|officer| officer.roles.contains(&Role::Review)) {
            reviewers.entry(officer.body).or_default().insert(officer.staff.clone());
        }
        let mut walk = Self {
            procedure,
            rules: Rules::new(lasting(procedure)?, calendar).under(alone()),
            actors: actors(procedure, present),
            reviewers,
            points: Vec::new(),
        };
        let monday = NaiveDate::from_ymd_opt(2001, 1, 1)?.and_hms_opt(9, 0, 0)?;
        let start = CHINA.from_local_datetime(&monday).single()?;
        let mut marks = vec![walk.add(Case::draft(), start, None)];
        let mut at = 0;
        while at < walk.points.len() {
            for (mover, case, now) in walk.next(at) {
                let mark = walk.add(case, now, Some((at, mover)));
                let known = marks.iter().position(|known| *known == mark);
                let to = known.unwrap_or(marks.len());
                if known.is_some() {
                    walk.points.pop();
                } else {
                    marks.push(mark);
                }
                if let Some(point) = walk.points.get_mut(at) {
                    point.ways.push((to, mover));
                }
            }
            at += 1;
            if walk.points.len() > MOST {
                return None;
            }
        }
        Some(walk)
    }

    /// Tries everything at a new point.
    fn add(
        &mut self,
        case: Case,
        now: DateTime<FixedOffset>,
        from: Option<(usize, Mover)>,
    ) -> Mark {
        let mut tries = Vec::new();
        for command in self.commands(day(now)) {
            for (index, actor) in self.actors.iter().enumerate() {
                let outcome = case.decide(&self.rules, &command, actor, now);
                tries.push(Try { actor: index, command: command.kind(), outcome });
            }
        }
        for (index, actor) in self.actors.iter().enumerate() {
            for command in self.with_colleagues(actor) {
                let outcome = case.decide(&self.rules, &command, actor, now);
                tries.push(Try { actor: index, command: command.kind(), outcome });
            }
        }
        let outcomes = tries.iter().map(|tried| tried.outcome.as_ref().err().map(discriminant));
        let accepted_by = case.acceptance().map(|acceptance| acceptance.by.clone());
        let mark = (case.state(), accepted_by, outcomes.collect());
        self.points.push(Point { case, now, tries, from, ways: Vec::new() });
        mark
    }

    /// Where a case can go from a point: by what people do, or by waiting.
    fn next(&self, at: usize) -> Vec<(Mover, Case, DateTime<FixedOffset>)> {
        let Some(point) = self.points.get(at) else { return Vec::new() };
        let mut next = Vec::new();
        for Try { actor, command, outcome } in &point.tries {
            let Ok(events) = outcome else { continue };
            let mut case = point.case.clone();
            if events.iter().all(|event| case.apply(event).is_ok()) {
                next.push((Mover::Actor(*actor, *command), case, point.now));
            }
        }
        if let Some(later) = point.now.checked_add_signed(self.leap()) {
            next.push((Mover::Time, point.case.clone(), later));
        }
        next
    }

    /// Longer than any limit of the procedure, in days of any kind.
    fn leap(&self) -> TimeDelta {
        let clocks =
            [Clock::SupplementNotice, Clock::Decision, Clock::FirstReview, Clock::Delivery];
        let limits = clocks.into_iter().flat_map(|clock| self.procedure.limits(clock));
        let to_supplement = match self.procedure.late_supplement() {
            LateSupplement::RefusedAfter { days } => days,
            _ => 0,
        };
        let days = limits.map(|limit| limit.days).chain([to_supplement]);
        let longest = days.max().unwrap_or(0);
        TimeDelta::days(i64::from(longest) * 2 + 30)
    }

    /// One well filled-in command of each kind that a case can need for its end.
    fn commands(&self, today: NaiveDate) -> Vec<Command> {
        let guide = self.procedure.materials();
        let everything: BTreeSet<MaterialName> =
            guide.iter().map(|listed| listed.name.clone()).collect();
        let until = today.checked_add_days(Days::new(1)).unwrap_or(today);
        let text = || "核验".to_owned();
        let remedies = || Remedies { review: text(), court: text() };
        let missing = guide.iter().take(1);
        let defect = |name: &MaterialName| Defect { material: name.clone(), reason: text() };
        let mut commands: Vec<_> = [everything.clone(), BTreeSet::new()]
            .into_iter()
            .filter_map(|materials| {
                let case = CaseNumber::parse(NUMBER).ok()?;
                Some(Command::Receive {
                    case,
                    applicant: self.applicant(),
                    channel: Channel::WINDOW,
                    materials,
                })
            })
            .collect();
        commands.extend(self.steps().into_iter().map(|step| Command::RecordReview {
            step,
            opinion: Opinion::InFavor,
            note: text(),
        }));
        commands.extend(self.variants(&everything));
        commands.extend([
            Command::DeclareNotNeeded { reason: text() },
            Command::RefuseAcceptance {
                ground: Ground::NotSupplemented,
                reason: text(),
                remedies: remedies(),
            },
            Command::RequestSupplement {
                missing: missing.map(|listed| defect(&listed.name)).collect(),
                until,
            },
            Command::Supplement { materials: everything },
            Command::Accept,
            Command::DeemAccepted,
            Command::DeemWithdrawn,
            Command::StartReview,
            Command::Grant,
            Command::Refuse { reason: text(), remedies: remedies() },
            Command::Issue { license: text() },
            Command::Deliver { way: DeliveryWay::Window, receiver: self.applicant() },
            Command::Close,
            Command::Withdraw,
        ]);
        commands
    }

    /// The steps that a review takes: one, where they are not laid down.
    fn steps(&self) -> Vec<String> {
        match self.procedure.steps() {
            [] => vec!["核验".to_owned()],
            steps => steps.to_vec(),
        }
    }

    /// What an officer does with all who review in the same body.
    fn with_colleagues(&self, actor: &Actor) -> Vec<Command> {
        let Some(officer) = actor.officer() else { return Vec::new() };
        let officers = self.reviewers.get(&officer.body).cloned().unwrap_or_default();
        let (opinion, note) = (Opinion::InFavor, "核验".to_owned());
        let mut commands = vec![Command::CheckOnSite { officers: officers.clone(), opinion, note }];
        if self.procedure.inspectors().is_some() {
            commands.push(Command::NameInspectors { officers });
        }
        commands
    }

    /// What only cases of some procedures need.
    fn variants(&self, everything: &BTreeSet<MaterialName>) -> Vec<Command> {
        let (procedure, text) = (self.procedure, || "核验".to_owned());
        let mut commands = Vec::new();
        if procedure.promise().is_some() {
            commands.push(Command::MakePromise { promise: text() });
        }
        if procedure.selection().is_some() {
            let record = |chosen| Command::RecordSelection { chosen, record: text() };
            commands.extend([true, false].map(record));
        }
        if procedure.first_review().is_some() {
            commands.push(Command::Forward { opinion: Opinion::InFavor, report: text() });
        }
        if let Some(fee) = procedure.fee() {
            let fen = fee.fen.unwrap_or(1);
            commands.push(Command::RecordPayment { fen, receipt: text() });
        }
        // A license that expires while nobody waits: silence is no plan.
        let far = NaiveDate::from_ymd_opt(9999, 12, 31);
        if let (Some(expires), Some(_), Ok(case)) =
            (far, procedure.renewal(), CaseNumber::parse(NUMBER))
        {
            let (applicant, channel) = (self.applicant(), Channel::WINDOW);
            let (materials, license) = (everything.clone(), text());
            commands.push(Command::ReceiveRenewal {
                case,
                applicant,
                channel,
                materials,
                license,
                expires,
            });
        }
        commands
    }

    /// Somebody: the rules are the same for all who apply.
    fn applicant(&self) -> IdentityKey {
        IdentityKey::from(self.procedure.body())
    }

    /// The points from which the body reaches no end.
    ///
    /// Where something was just done, it must get there by its own acts; where time
    /// has passed, what the law then brings about counts too.
    pub(crate) fn stuck(&self) -> Vec<usize> {
        let (by_law, by_acts) = (self.finishing(true), self.finishing(false));
        let waited = |point: &Point| matches!(point.from, Some((_, Mover::Time)));
        let mut stuck = Vec::new();
        for (at, point) in self.points.iter().enumerate() {
            let finishing = if waited(point) { &by_law } else { &by_acts };
            if point.case.state() != State::Draft && !finishing.contains(&at) {
                stuck.push(at);
            }
        }
        stuck
    }

    /// The points from which waiting and officers, and the clock if it helps, reach an end.
    fn finishing(&self, clock_helps: bool) -> BTreeSet<usize> {
        let mut finishing: BTreeSet<usize> =
            (0..self.points.len()).filter(|at| self.state(*at).is_final()).collect();
        let helps = |mover: Mover| match mover {
            Mover::Time => true,
            Mover::Actor(actor, command) => match self.actors.get(actor) {
                Some(Actor::Officer(_) | Actor::Deputy(_)) => true,
                // The applicant's silence is none of the body's.
                Some(Actor::Clock) => clock_helps || command == CommandKind::DeemWithdrawn,
                _ => false,
            },
        };
        loop {
            let before = finishing.len();
            for (at, point) in self.points.iter().enumerate().rev() {
                if point.ways.iter().any(|(to, mover)| helps(*mover) && finishing.contains(to)) {
                    finishing.insert(at);
                }
            }
            if finishing.len() == before {
                return finishing;
            }
        }
    }

    /// Whether officers, and the clock, can get from one point to the other.
    pub(crate) fn reaches(&self, from: usize, to: usize) -> bool {
        self.reach(from).contains(&to)
    }

    /// Whether who leaves this point can come back, wherever they went.
    pub(crate) fn is_last(&self, at: usize) -> bool {
        self.reach(at).into_iter().all(|other| self.reaches(other, at))
    }

    fn reach(&self, from: usize) -> BTreeSet<usize> {
        let mut reach = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(point) = open.pop().and_then(|at| self.points.get(at)) {
            for (to, mover) in &point.ways {
                if self.is_body(*mover) && reach.insert(*to) {
                    open.push(*to);
                }
            }
        }
        reach
    }

    fn is_body(&self, mover: Mover) -> bool {
        let Mover::Actor(actor, _) = mover else { return false };
        matches!(self.actors.get(actor), Some(Actor::Officer(_) | Actor::Deputy(_) | Actor::Clock))
    }

    /// Where the case stands at a point.
    pub(crate) fn state(&self, at: usize) -> State {
        self.points.get(at).map_or(State::Draft, |point| point.case.state())
    }

    /// Whether officers need this kind of command for the end of a case.
    pub(crate) const fn needs(&self, kind: CommandKind) -> bool {
        use CommandKind as Kind;
        match kind {
            Kind::RequestSupplement
            | Kind::Accept
            | Kind::RefuseAcceptance
            | Kind::StartReview
            | Kind::RecordReview
            | Kind::Issue
            | Kind::Deliver
            | Kind::Close => true,
            Kind::Grant | Kind::Refuse => self.procedure.first_review().is_none(),
            Kind::Forward => self.procedure.first_review().is_some(),
            Kind::CheckOnSite => self.procedure.on_site_officers().is_some(),
            Kind::NameInspectors => self.procedure.inspectors().is_some(),
            Kind::RecordSelection => self.procedure.selection().is_some(),
            Kind::RecordPayment => self.procedure.fee().is_some(),
            _ => false,
        }
    }

    /// What was done to get there, waiting aside.
    pub(crate) fn path(&self, at: usize) -> Vec<(Author, CommandKind)> {
        let mut path = Vec::new();
        let mut point = self.points.get(at);
        while let Some((before, mover)) = point.and_then(|point| point.from) {
            if let Mover::Actor(actor, command) = mover {
                path.extend(self.actors.get(actor).map(|actor| (Author::of(actor), command)));
            }
            point = self.points.get(before);
        }
        path.reverse();
        path
    }

    /// What comes of every command at a point.
    pub(crate) fn outcomes(
        &self,
        at: usize,
    ) -> impl Iterator<Item = (Author, CommandKind, Result<(), Refusal>)> {
        let tries = self.points.get(at).map(|point| point.tries.as_slice()).unwrap_or_default();
        tries.iter().filter_map(|Try { actor, command, outcome }| {
            let author = Author::of(self.actors.get(*actor)?);
            Some((author, *command, outcome.as_ref().map(|_| ()).map_err(|refusal| *refusal)))
        })
    }
}

/// The number of the case that is tried.
const NUMBER: &str = "check";

/// The procedure with its organs entrusted for ever: who they are counts, not since when.
fn lasting(procedure: &Procedure) -> Option<Procedure> {
    let mut draft = procedure.as_draft().clone();
    for entrusting in &mut draft.entrusted {
        (entrusting.from, entrusting.until) = (NaiveDate::MIN, None);
    }
    Procedure::try_new(draft).ok()
}

/// Nobody waits for the same license, and nobody is barred.
fn alone() -> Circumstances {
    let queue =
        CaseNumber::parse(NUMBER).ok().map(|number| QuotaQueue { left: 1, cases: vec![number] });
    Circumstances { bars: Vec::new(), queue }
}

/// The applicant, time, and three of each kind of officer: one to accept, one to
/// decide, one more.
fn actors(procedure: &Procedure, present: &[Officer]) -> Vec<Actor> {
    let applicant = Actor::Applicant(IdentityKey::from(procedure.body()));
    let mut actors = vec![applicant, Actor::Clock];
    for (index, officer) in present.iter().enumerate() {
        let duty = |other: &&Officer| {
            (other.body, other.division, &other.roles)
                == (officer.body, officer.division, &officer.roles)
        };
        if present.iter().take(index).filter(duty).count() < 3 {
            actors.push(Actor::Officer(officer.clone()));
        }
    }
    actors
}
