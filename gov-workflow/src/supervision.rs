//! What supervision finds in the events of a case.

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::CreditCode;

use crate::case::day;
use crate::{Author, Card, CardPolicy, CardValue, Case, CaseNumber, Clock, Deadline, Event};
use crate::{
    EventKind, Fact, JointTransitionError, NotCovered, Origin, Rules, SupervisionRule,
    TransitionError,
};

/// What electronic supervision finds in a case (电子监察).
///
/// ```
/// use chrono::DateTime;
/// use gov_workflow::{Supervision, SupervisionRule};
/// # use gov_workflow::gov_identity::{CreditCode, DivisionCode};
/// # use gov_workflow::*;
/// # let item = ItemCode::parse("1164020010001501113000131001000").unwrap();
/// # let body = CreditCode::from_static("91640200MA0000007F");
/// # let draft = ProcedureDraft::licensing(item, "示例许可", body, DivisionCode::from_static("640200"));
/// # let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// # let rules = Rules::new(Procedure::try_new(draft).unwrap(), calendar);
///
/// let at = DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap();
/// let found = Supervision::watch(&[], &rules, &CardPolicy::suggested(), at)?;
/// assert!(found.cards.is_empty());
/// # Ok::<(), gov_workflow::SupervisionError>(())
/// ```
#[doc(alias = "电子监察")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Supervision {
    /// The cards, in the order of the rules.
    pub cards: Vec<Card>,
}

/// Why a case cannot be watched.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SupervisionError {
    /// The events do not make a case.
    #[error(transparent)]
    Transition(#[from] TransitionError),
    /// The events do not make a joint case.
    #[error(transparent)]
    Joint(#[from] JointTransitionError),
    /// A day that has to be counted lies outside the calendar.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
}

impl SupervisionError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Transition(cause) => cause.code(),
            Self::Joint(cause) => cause.code(),
            Self::NotCovered(cause) => cause.code(),
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Transition(cause) => cause.zh(),
            Self::Joint(cause) => cause.zh(),
            Self::NotCovered(cause) => cause.zh(),
        }
    }
}

impl Supervision {
    /// Looks at a case at a time.
    ///
    /// # Errors
    ///
    /// Events that do not make a case; days outside the calendar.
    pub fn watch(
        events: &[Event],
        rules: &Rules,
        policy: &CardPolicy,
        at: DateTime<FixedOffset>,
    ) -> Result<Self, SupervisionError> {
        let case = Case::replay(events)?;
        let Some(filing) = case.filing() else { return Ok(Self { cards: Vec::new() }) };
        let watch = Watch { events, rules, policy, at, case: filing.case.clone() };
        let mut cards = watch.clocks(&case)?;
        cards.extend(watch.charges(&case));
        cards.extend(watch.special_procedures()?);
        cards.extend(watch.steps());
        cards.extend(watch.closing());
        cards.extend(watch.intake());
        cards.sort_by_key(|card| card.rule);
        Ok(Self { cards })
    }
}

pub(crate) struct Watch<'a> {
    pub(crate) events: &'a [Event],
    pub(crate) rules: &'a Rules,
    pub(crate) policy: &'a CardPolicy,
    pub(crate) at: DateTime<FixedOffset>,
    pub(crate) case: CaseNumber,
}

impl Watch<'_> {
    /// S1, S2, S4, S9 and S10.
    pub(crate) fn intake(&self) -> Vec<Card> {
        let alone = [self.endings(), self.acceptance(), self.reasons()];
        alone.into_iter().flatten().chain(self.supplements()).collect()
    }

    fn card(&self, rule: SupervisionRule, value: CardValue, by: Option<&Author>) -> Card {
        let color = self.policy.broken;
        let (case, unit, at) = (self.case.clone(), self.unit(by), self.at);
        Card { case, rule, color, value, unit, at, answer: None, lifting: None }
    }

    /// The body that answers for the officer who did it; the one that decides where nobody
    /// did.
    fn unit(&self, by: Option<&Author>) -> CreditCode {
        let procedure = self.rules.procedure();
        let acting = by.and_then(Author::body).unwrap_or_else(|| procedure.body());
        procedure.answers_for(acting)
    }

    /// S5 and S6.
    fn clocks(&self, case: &Case) -> Result<Vec<Card>, NotCovered> {
        let mut cards = Vec::new();
        for deadline in case.deadlines(self.rules) {
            let Some((starts, ends)) = run(deadline.limit().clock) else { continue };
            let end = self.end(starts, ends);
            let (on, by) = (end.map(|event| day(event.at)), end.map(|event| &event.by));
            cards.extend(self.clock(&deadline, on, by)?);
        }
        Ok(cards)
    }

    /// The card of a clock that was stopped on a day, or still runs.
    pub(crate) fn clock(
        &self,
        deadline: &Deadline,
        end: Option<NaiveDate>,
        by: Option<&Author>,
    ) -> Result<Option<Card>, NotCovered> {
        let until = end.unwrap_or_else(|| day(self.at));
        let (limit, over) = (deadline.limit(), deadline.is_over(until)?);
        // A last day that moved on from a day of rest is in time.
        let (used, days) = (deadline.elapsed(until)?, deadline.days());
        let elapsed = if over { used } else { used.min(days) };
        let days = u16::try_from(days).unwrap_or(u16::MAX);
        let color = self.policy.judge(limit.origin, elapsed, days);
        // What was done in time needs no warning any more.
        let Some(color) = color.filter(|_| over || end.is_none()) else { return Ok(None) };
        let rule = match limit.origin {
            Origin::Promised => SupervisionRule::OverPromise,
            Origin::Statutory => SupervisionRule::OverLaw,
        };
        let (clock, limit, unit) = (limit.clock, days, limit.unit);
        let value = CardValue::Days { clock, elapsed, limit, unit };
        Ok(Some(Card { color, ..self.card(rule, value, by) }))
    }

    /// The event that answered an application, since it was last complete.
    pub(crate) fn answer(&self) -> Option<&Event> {
        run(Clock::SupplementNotice).and_then(|(starts, ends)| self.end(starts, ends))
    }

    /// The event that stopped a clock since it last started.
    fn end(&self, starts: &[EventKind], ends: &[EventKind]) -> Option<&Event> {
        let is = |event: &Event, kinds: &[EventKind]| kinds.contains(&event.fact.kind());
        let start = self.events.iter().rposition(|event| is(event, starts))?;
        self.events.iter().skip(start + 1).find(|event| is(event, ends))
    }

    /// S2. After a notice, what was asked for suffices, art. 32 (5); so does a promise, and a file
    /// that the lower level answers for.
    fn acceptance(&self) -> Option<Card> {
        let index =
            self.events.iter().position(|event| event.fact.kind() == EventKind::Accepted)?;
        let before = Case::replay(self.events.iter().take(index)).ok()?;
        let guide = self.rules.procedure().materials();
        let promised = before.promised_materials(self.rules.procedure());
        let lacks = |name| {
            !before.materials().contains(name)
                && !promised.is_some_and(|promised| promised.contains(name))
        };
        let missing = guide.iter().position(|listed| listed.required && lacks(&listed.name));
        let sent_up = before.taken_over().is_some();
        let position = missing.filter(|_| before.notice().is_none() && !sent_up)? + 1;
        let by = self.events.get(index).map(|event| &event.by);
        Some(self.card(SupervisionRule::MaterialMissing, CardValue::Material { position }, by))
    }

    /// S4.
    fn reasons(&self) -> Option<Card> {
        let blank = self.events.iter().find(|event| {
            matches!(&event.fact,
                Fact::Refused { reason, .. } | Fact::AcceptanceRefused { reason, .. }
                    if reason.trim().is_empty())
        })?;
        let rule = SupervisionRule::RefusedWithoutReason;
        Some(self.card(rule, CardValue::Blank, Some(&blank.by)))
    }

    /// S1: what ended in another way than by a decision, a refusal to accept or the applicant.
    /// The reason to void a case stands where that was proposed.
    fn endings(&self) -> Option<Card> {
        let proposed = self.events.iter().any(|event| {
            matches!(&event.fact, Fact::VoidProposed { reason } if !reason.trim().is_empty())
        });
        let mute = self.events.iter().find(|event| match &event.fact {
            Fact::Terminated { reason, .. }
            | Fact::NotNeeded { reason }
            | Fact::AcceptanceRevoked { reason, .. }
            | Fact::Revoked { reason, .. } => reason.trim().is_empty(),
            Fact::Voided => !proposed,
            _ => false,
        })?;
        let rule = SupervisionRule::EndedWithoutReason;
        Some(self.card(rule, CardValue::Blank, Some(&mute.by)))
    }

    /// S3: each charge on a free item or of another amount than published; none, once a
    /// priced license is closed.
    fn charges(&self, case: &Case) -> Vec<Card> {
        let fee = self.rules.procedure().fee();
        let due = fee.map_or(Some(0), |fee| fee.fen);
        let card = |paid, by| self.card(SupervisionRule::Charge, CardValue::Fee { paid, due }, by);
        let wrong = self.events.iter().filter_map(|event| match event.fact {
            Fact::FeePaid { fen, .. } if due.is_some_and(|due| due != fen) => {
                Some(card(fen, Some(&event.by)))
            }
            _ => None,
        });
        let granted = case.decision().is_some_and(|decision| decision.granted);
        let closed = self.events.iter().find(|event| event.fact.kind() == EventKind::Closed);
        let unpaid = closed.filter(|_| granted && fee.is_some() && case.paid().is_none());
        wrong.chain(unpaid.map(|event| card(0, Some(&event.by)))).collect()
    }

    /// S7 and S8.
    fn special_procedures(&self) -> Result<Vec<Card>, NotCovered> {
        let mut cards = Vec::new();
        for (index, event) in self.events.iter().enumerate() {
            let Fact::SpecialProcedureStarted { ground, days, .. } = &event.fact else { continue };
            let end = self.events.iter().skip(index + 1).find_map(|later| match &later.fact {
                Fact::SpecialProcedureEnded { ground: ended, on, .. } if ended == ground => {
                    Some(*on)
                }
                // It ends with the case.
                fact if ENDS.contains(&fact.kind()) => Some(day(later.at)),
                _ => None,
            });
            let (from, until) = (day(event.at), end.unwrap_or_else(|| day(self.at)));
            let taken = self.rules.calendar().working_days_between(from, until)?;
            if taken > (*days).into() {
                let value = CardValue::Count { found: taken, allowed: (*days).into() };
                let rule = SupervisionRule::SpecialProcedureLate;
                cards.push(self.card(rule, value, Some(&event.by)));
            }
            if until < from {
                let value = CardValue::Dated { on: until, other: from };
                let rule = SupervisionRule::SpecialProcedureDated;
                cards.push(self.card(rule, value, Some(&event.by)));
            }
        }
        Ok(cards)
    }

    /// S12, of a case that was decided after a review and whose steps are laid down.
    fn steps(&self) -> Option<Card> {
        let procedure = self.rules.procedure();
        let defined = procedure.steps();
        let found =
            self.events.iter().filter(|event| matches!(&event.fact, Fact::ReviewRecorded { .. }));
        let index = self.events.iter().position(|event| {
            matches!(event.fact.kind(), EventKind::Granted | EventKind::Refused)
        })?;
        let decided = self.events.get(index)?;
        let (found, allowed) = (found.count(), defined.len());
        if defined.is_empty() || found == allowed {
            return None;
        }
        let before = Case::replay(self.events.iter().take(index)).ok()?;
        if before.is_decided_unreviewed(procedure, day(decided.at)) {
            return None;
        }
        let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
        let value = CardValue::Count { found: count(found), allowed: count(allowed) };
        Some(self.card(SupervisionRule::StepCount, value, Some(&decided.by)))
    }

    /// S9 and S10.
    fn supplements(&self) -> Vec<Card> {
        let mut cards = Vec::new();
        let mut notices: Vec<&Event> = Vec::new();
        let mut early = None;
        for event in self.events {
            match event.fact.kind() {
                EventKind::SupplementRequested => notices.push(event),
                EventKind::SupplementReceived => {
                    let notice = notices.last().filter(|notice| event.at < notice.at);
                    early = early.or(notice.map(|notice| (event, *notice)));
                }
                _ => {}
            }
        }
        let allowed = self.policy.supplement_notices;
        let found = u32::try_from(notices.len()).unwrap_or(u32::MAX);
        if let Some(last) = notices.last().filter(|_| found > allowed) {
            let value = CardValue::Count { found, allowed };
            cards.push(self.card(SupervisionRule::SupplementNotices, value, Some(&last.by)));
        }
        if let Some((event, notice)) = early {
            let value = CardValue::Dated { on: day(event.at), other: day(notice.at) };
            cards.push(self.card(SupervisionRule::SupplementDated, value, Some(&notice.by)));
        }
        cards
    }

    /// S11.
    fn closing(&self) -> Option<Card> {
        let accepted = self.events.iter().find_map(|event| match event.fact {
            Fact::Accepted { on }
            | Fact::DeemedAccepted { on }
            | Fact::ToleranceAccepted { on, .. } => Some((on, event)),
            _ => None,
        });
        let (on, event): (NaiveDate, _) = accepted?;
        let closed = self.events.iter().find(|event| event.fact.kind() == EventKind::Closed)?;
        let other = day(closed.at);
        let value = CardValue::Dated { on, other };
        (on > other).then(|| self.card(SupervisionRule::AcceptanceDated, value, Some(&event.by)))
    }
}

/// What ends a case while a special procedure runs.
const ENDS: [EventKind; 6] = [
    EventKind::Withdrawn,
    EventKind::DeemedWithdrawn,
    EventKind::AcceptanceRevoked,
    EventKind::Terminated,
    EventKind::Voided,
    EventKind::DeemedRenewed,
];

/// What starts a clock and what stops it; none for a clock that no card watches.
fn run(clock: Clock) -> Option<(&'static [EventKind], &'static [EventKind])> {
    use EventKind as On;
    const ACCEPTED: &[EventKind] = &[On::Accepted, On::ToleranceAccepted, On::DeemedAccepted];
    const GRANTED: &[EventKind] = &[On::Granted, On::DeemedRenewed];
    const DECIDED: &[EventKind] = &[On::Granted, On::Refused, On::DeemedRenewed];
    const RUNS: [(Clock, &[EventKind], &[EventKind]); 7] = [
        (
            Clock::SupplementNotice,
            &[On::Received, On::SupplementCompleted],
            &[
                On::SupplementRequested,
                On::Accepted,
                On::ToleranceAccepted,
                On::DeemedAccepted,
                On::DeemedRenewed,
            ],
        ),
        (Clock::Decision, ACCEPTED, DECIDED),
        (Clock::FirstReview, ACCEPTED, &[On::Forwarded, On::DeemedRenewed]),
        (
            Clock::TechnicalCheck,
            ACCEPTED,
            &[On::InspectorsNamed, On::Granted, On::Refused, On::DeemedRenewed, On::Forwarded],
        ),
        (
            Clock::Hearing,
            &[On::HearingRequested, On::ThirdPartyHearingRequested],
            &[On::HearingHeld, On::DeemedRenewed],
        ),
        (Clock::Delivery, GRANTED, &[On::Delivered, On::Revoked]),
        (Clock::PromiseCheck, GRANTED, &[On::PromiseChecked, On::Revoked]),
    ];
    let (_, starts, ends) = RUNS.into_iter().find(|(known, _, _)| *known == clock)?;
    Some((starts, ends))
}
