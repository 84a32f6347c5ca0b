//! What would happen to a joint case: the one place where a joint command becomes events.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, FixedOffset};

use crate::case::{CHINA, day};
use crate::decide::written;
use crate::joint::case::{JointCase, JointState};
use crate::joint::command::{JointCommand, JointCommandKind};
use crate::joint::event::{JointEvent, JointFact};
use crate::joint::procedure::{JointRules, Place};
use crate::joint::refusal::JointRefusal;
use crate::{Actor, Author, Case, CaseNumber, Command, CommandKind, ItemCode};
use crate::{Event, Fact};
use crate::{JointProcedure, MaterialName, State};
use crate::{Refusal, Words};

impl JointCase {
    /// What would happen if `actor` gave this command at this time.
    ///
    /// The acceptance of the whole is the acceptance of every branch that begins with it,
    /// at the same moment and by the same officer, who therefore decides none of them. When
    /// the last branch is decided or ends, the branches join.
    ///
    /// The order of checks is that of [`Case::decide`]: an officer of another division or
    /// body is never told where a joint case stands.
    ///
    /// # Errors
    ///
    /// The first reason why it cannot be done.
    pub fn decide(
        &self,
        rules: &JointRules,
        command: &JointCommand,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<JointEvent>, JointRefusal> {
        self.permit(rules, &command.kind(), actor, at)?;
        let facts = match command {
            JointCommand::Whole(command) => self.to_whole(rules, command, actor, at)?,
            JointCommand::Branch { item, command } => {
                let place = rules.place(item).ok_or(JointRefusal::UnknownBranch)?;
                self.to_branch(place, command, actor, at)?
            }
            JointCommand::PassOn { item, notice } => {
                written(notice, Words::Notice)?;
                let place = rules.place(item).ok_or(JointRefusal::UnknownBranch)?;
                let accepted = Fact::Accepted { on: day(at) };
                let mut facts =
                    vec![JointFact::PassedOn { item: item.clone(), notice: notice.clone() }];
                facts.extend(begun(place, &self.whole, &accepted));
                facts
            }
            JointCommand::HandOver { way, receiver } => {
                let (way, receiver) = (*way, receiver.clone());
                let mut facts = vec![JointFact::HandedOver { way }];
                let ready = |case: &Case| matches!(case.state(), State::Issued | State::Refused);
                facts.extend(self.each(ready, &Fact::Delivered { way, receiver }));
                facts
            }
            JointCommand::Close => {
                let mut facts = vec![JointFact::Closed];
                facts.extend(self.each(|case| case.state() == State::Delivered, &Fact::Closed));
                facts
            }
        };
        self.settled(rules, facts, actor, at)
    }

    /// All that can be said without knowing the particulars of the command.
    pub(crate) fn permit(
        &self,
        rules: &JointRules,
        kind: &JointCommandKind,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<(), JointRefusal> {
        let (state, lead) = (self.state(), rules.whole().procedure());
        if let Some(filing) = self.whole.filing()
            && (filing.procedure != lead.version() || filing.item != *lead.item())
        {
            return Err(Refusal::OtherProcedure.into());
        }
        match kind {
            JointCommandKind::Whole(kind) => {
                if !JointCommandKind::WHOLE.contains(kind) {
                    return Err(JointRefusal::not_to_whole(*kind));
                }
                self.whole.permit(rules.whole(), *kind, actor, at)?;
                self.in_order(at)?;
                if self.joined.is_some() {
                    return Err(JointRefusal::WrongState { state });
                }
                let decided = |place: &Place<'_>| {
                    self.branch(place.item()).is_some_and(|case| case.decision().is_some())
                };
                match rules.places().find(decided) {
                    Some(Place { position, .. }) if *kind == CommandKind::Withdraw => {
                        Err(JointRefusal::DecidedBefore { position })
                    }
                    _ => Ok(()),
                }
            }
            JointCommandKind::Branch { item, command } => {
                let place = rules.place(item).ok_or(JointRefusal::UnknownBranch)?;
                if !JointCommandKind::BRANCH.contains(command) {
                    return Err(JointRefusal::not_to_branch(*command));
                }
                self.permit_branch(rules, place, *command, actor, at)
            }
            JointCommandKind::PassOn { item } => {
                let place = rules.place(item).ok_or(JointRefusal::UnknownBranch)?;
                self.admit_lead(rules, CommandKind::Accept, actor, at)?;
                self.can_begin(rules, place)
            }
            JointCommandKind::HandOver => {
                self.admit_lead(rules, CommandKind::Deliver, actor, at)?;
                self.can_hand_over(rules)
            }
            JointCommandKind::Close => {
                self.admit_lead(rules, CommandKind::Close, actor, at)?;
                let paid = |place: Place<'_>| match self.branch(place.item()) {
                    // What was revoked costs nothing.
                    Some(case) if case.state() == State::Delivered => {
                        case.settled(place.rules.procedure()).map_err(|refusal| {
                            JointRefusal::Branch { position: place.position, refusal }
                        })
                    }
                    _ => Ok(()),
                };
                match state {
                    JointState::HandedOver => rules.places().try_for_each(paid),
                    JointState::Joined if !self.has_results() => Ok(()),
                    JointState::Joined => Err(JointRefusal::NotHandedOver),
                    _ => Err(JointRefusal::WrongState { state }),
                }
            }
        }
    }

    fn permit_branch(
        &self,
        rules: &JointRules,
        place: Place<'_>,
        command: CommandKind,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<(), JointRefusal> {
        let Place { position, branch, .. } = place;
        let refused = |refusal| JointRefusal::Branch { position, refusal };
        if let Some(case) = self.branch(place.item()) {
            case.permit(place.rules, command, actor, at).map_err(refused)?;
            self.in_order(at)?;
        } else {
            let own = place.rules.procedure();
            self.whole.admit(own, command, actor, day(at)).map_err(refused)?;
            self.in_order(at)?;
            let state = self.state();
            if self.is_left_out(place.item()) {
                return Err(JointRefusal::LeftOut { position });
            }
            if command != CommandKind::Withdraw {
                return Err(JointRefusal::NotBegun { position });
            }
            if state != JointState::InProgress {
                return Err(JointRefusal::WrongState { state });
            }
        }
        if command == CommandKind::Grant {
            self.results_are_there(rules, position, &branch.needs)?;
        }
        Ok(())
    }

    /// What the lead does beside the whole's own case is done by the same people.
    fn admit_lead(
        &self,
        rules: &JointRules,
        kind: CommandKind,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<(), Refusal> {
        self.whole.admit(rules.whole().procedure(), kind, actor, day(at))?;
        self.in_order(at)
    }

    /// The joint case knows one time, whichever branch the last event happened to.
    fn in_order(&self, at: DateTime<FixedOffset>) -> Result<(), Refusal> {
        if !(1..=9999).contains(&day(at).year()) {
            return Err(Refusal::TimeOutOfRange);
        }
        match self.last.filter(|last| at < *last) {
            Some(last) => Err(Refusal::TimeRunsBackwards { last }),
            None => Ok(()),
        }
    }

    /// Whether a later branch can begin.
    fn can_begin(&self, rules: &JointRules, place: Place<'_>) -> Result<(), JointRefusal> {
        let (position, state) = (place.position, self.state());
        if state != JointState::InProgress {
            Err(JointRefusal::WrongState { state })
        } else if self.is_left_out(place.item()) {
            Err(JointRefusal::LeftOut { position })
        } else if self.branch(place.item()).is_some() {
            Err(JointRefusal::BegunBefore { position })
        } else {
            self.results_are_there(rules, position, &place.branch.needs)
        }
    }

    fn results_are_there(
        &self,
        rules: &JointRules,
        position: usize,
        needs: &BTreeSet<ItemCode>,
    ) -> Result<(), JointRefusal> {
        let missing =
            |place: &Place<'_>| needs.contains(place.item()) && !self.is_granted(place.item());
        match rules.places().find(missing) {
            None => Ok(()),
            Some(place) if self.is_over(place.item()) => {
                Err(JointRefusal::ResultFailed { position, needs: place.position })
            }
            Some(place) => Err(JointRefusal::ResultMissing { position, needs: place.position }),
        }
    }

    /// One window, and all results: nothing is handed over before the last is there.
    fn can_hand_over(&self, rules: &JointRules) -> Result<(), JointRefusal> {
        let state = self.state();
        match state {
            JointState::Joined => {}
            JointState::InProgress => {
                let open = rules.places().find(|place| !self.is_over(place.item()));
                let position = open.map_or(0, |place| place.position);
                return Err(JointRefusal::NotJoined { position });
            }
            _ => return Err(JointRefusal::WrongState { state }),
        }
        if !self.has_results() {
            return Err(JointRefusal::NoResults);
        }
        let to_issue = |place: &Place<'_>| {
            self.branch(place.item()).is_some_and(|case| case.state() == State::Granted)
        };
        match rules.places().find(to_issue) {
            Some(Place { position, .. }) => Err(JointRefusal::NotIssued { position }),
            None => Ok(()),
        }
    }

    fn to_whole(
        &self,
        rules: &JointRules,
        command: &Command,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<JointFact>, JointRefusal> {
        if let Command::Receive { case, .. } = command {
            numbered(case, JointProcedure::MOST)?;
            for Place { position, rules, .. } in rules.places() {
                let open = rules.circumstances().may_apply(rules.procedure().item(), day(at));
                open.map_err(|refusal| JointRefusal::Branch { position, refusal })?;
            }
        }
        let events = self.whole.decide(rules.whole(), command, actor, at)?;
        let mut facts = Vec::new();
        for Event { fact, .. } in events {
            facts.push(JointFact::Whole(fact.clone()));
            match &fact {
                Fact::Accepted { .. } | Fact::DeemedAccepted { .. } => {
                    let at_once = |place: &Place<'_>| place.branch.begins_with_the_case();
                    let accepted = |place| begun(place, &self.whole, &fact);
                    facts.extend(rules.places().filter(at_once).flat_map(accepted));
                }
                Fact::SupplementReceived { materials } => {
                    facts.extend(self.pushed(rules, materials));
                }
                Fact::Withdrawn => {
                    facts.extend(self.each(|case| case.state().is_undecided(), &Fact::Withdrawn));
                }
                _ => {}
            }
        }
        Ok(facts)
    }

    /// The lead pushes late materials to the branches whose guides name them.
    fn pushed(&self, rules: &JointRules, materials: &BTreeSet<MaterialName>) -> Vec<JointFact> {
        let open = rules.places().filter(|place| {
            self.branch(place.item()).is_some_and(|case| case.state().is_undecided())
        });
        let push = |place: Place<'_>| {
            let listed = |material: &&MaterialName| place.rules.procedure().names(material);
            let materials: BTreeSet<_> = materials.iter().filter(listed).cloned().collect();
            let received = Fact::SupplementReceived { materials: materials.clone() };
            (!materials.is_empty()).then(|| JointFact::of(place.item(), received))
        };
        open.filter_map(push).collect()
    }

    /// The same fact for every such branch.
    fn each(&self, such: impl Fn(&Case) -> bool, fact: &Fact) -> Vec<JointFact> {
        let such = self.branches.iter().filter(|(_, case)| such(case));
        such.map(|(item, _)| JointFact::of(item, fact.clone())).collect()
    }

    fn to_branch(
        &self,
        place: Place<'_>,
        command: &Command,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<JointFact>, JointRefusal> {
        let (position, item) = (place.position, place.item());
        let Some(case) = self.branch(item) else {
            return Ok(vec![JointFact::LeftOut { item: item.clone(), needs: None }]);
        };
        let events = case
            .decide(place.rules, command, actor, at)
            .map_err(|refusal| JointRefusal::Branch { position, refusal })?;
        Ok(events.into_iter().map(|event| JointFact::of(item, event.fact)).collect())
    }

    /// What follows of itself: who rests on a branch that ended goes with it, and when
    /// nothing is open any more, the branches join.
    fn settled(
        &self,
        rules: &JointRules,
        facts: Vec<JointFact>,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<JointEvent>, JointRefusal> {
        let (at, by) = (at.with_timezone(&CHINA), Author::of(actor));
        let event = |fact| JointEvent { at, by: by.clone(), fact };
        let mut after = self.clone();
        let mut events = Vec::new();
        let mut next: Vec<_> = facts.into_iter().map(event).collect();
        while !next.is_empty() {
            for event in next {
                // What the cases decided can happen to them; were it not so, nothing would.
                let state = after.state();
                after.apply(&event).map_err(|_| JointRefusal::WrongState { state })?;
                events.push(event);
            }
            next = self.consequence(&after, rules, actor).map(event).into_iter().collect();
        }
        Ok(events)
    }

    /// The first thing that follows when this joint case has come so far.
    fn consequence(&self, after: &Self, rules: &JointRules, actor: &Actor) -> Option<JointFact> {
        if after.state() != JointState::InProgress {
            return None;
        }
        for place in rules.places().filter(|place| !after.is_over(place.item())) {
            let item = place.item();
            let failed = |need: &&ItemCode| after.is_over(need) && !after.is_granted(need);
            let mut failed = place.branch.needs.iter().filter(failed);
            if after.branch(item).is_none() {
                let Some(need) = failed.next() else { continue };
                let (item, needs) = (item.clone(), Some(need.clone()));
                return Some(JointFact::LeftOut { item, needs });
            }
            // Who takes back a branch takes back what rests on it.
            let taken_back = matches!(actor, Actor::Applicant(_));
            if taken_back && failed.any(|need| !self.is_over(need)) {
                return Some(JointFact::of(item, Fact::Withdrawn));
            }
        }
        rules.places().all(|place| after.is_over(place.item())).then_some(JointFact::Joined)
    }
}

/// A branch begins: received by what the whole has in hand, and accepted.
fn begun(place: Place<'_>, whole: &Case, accepted: &Fact) -> Vec<JointFact> {
    let Place { position, rules, .. } = place;
    let Some(filing) = whole.filing() else { return Vec::new() };
    // Checked when the whole was received.
    let Ok(case) = numbered(&filing.case, position) else { return Vec::new() };
    let procedure = rules.procedure();
    let listed = |material: &&MaterialName| procedure.names(material);
    let received = Fact::Received {
        case,
        item: procedure.item().clone(),
        procedure: procedure.version(),
        applicant: filing.applicant.clone(),
        channel: filing.channel,
        materials: whole.materials().iter().filter(listed).cloned().collect(),
    };
    [received, accepted.clone()].map(|fact| JointFact::of(place.item(), fact)).into()
}

/// The number of a branch's case: that of the whole, and the branch's own.
fn numbered(case: &CaseNumber, position: usize) -> Result<CaseNumber, JointRefusal> {
    let longest = 64 - 3;
    CaseNumber::parse(&format!("{case}-{position}"))
        .map_err(|_| JointRefusal::NumberTooLong { longest })
}
