//! What supervision finds in the events of a case.

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::CreditCode;

use crate::case::day;
use crate::{Author, Card, CardPolicy, CardValue, Case, CaseNumber, Clock, Event, EventKind, Fact};
use crate::{NotCovered, Origin, Rules, SupervisionRule, TransitionError};

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
            Self::NotCovered(cause) => cause.code(),
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Transition(cause) => cause.zh(),
            Self::NotCovered(cause) => cause.zh(),
        }
    }
}

impl Supervision {
    /// The rules for which a case holds no facts yet: how it ended without a decision,
    /// what was charged, special procedures, a number of steps. Silence on them is
    /// not a clean sheet. (S13 is asked of a card: [`Card::late_answer`].)
    pub const UNJUDGED: [SupervisionRule; 5] = [
        SupervisionRule::EndedWithoutReason,
        SupervisionRule::Charge,
        SupervisionRule::SpecialProcedureLate,
        SupervisionRule::SpecialProcedureDated,
        SupervisionRule::StepCount,
    ];

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
        cards.extend(watch.acceptance());
        cards.extend(watch.reasons());
        cards.extend(watch.supplements());
        cards.extend(watch.closing());
        cards.sort_by_key(|card| card.rule);
        Ok(Self { cards })
    }
}

struct Watch<'a> {
    events: &'a [Event],
    rules: &'a Rules,
    policy: &'a CardPolicy,
    at: DateTime<FixedOffset>,
    case: CaseNumber,
}

impl Watch<'_> {
    fn card(&self, rule: SupervisionRule, value: CardValue, by: Option<&Author>) -> Card {
        let color = self.policy.broken;
        let (case, unit, at) = (self.case.clone(), self.unit(by), self.at);
        Card { case, rule, color, value, unit, at, answer: None, lifting: None }
    }

    /// The body of the officer who did it; the one that decides where nobody did.
    fn unit(&self, by: Option<&Author>) -> CreditCode {
        by.and_then(Author::body).unwrap_or_else(|| self.rules.procedure().body())
    }

    /// S5 and S6.
    fn clocks(&self, case: &Case) -> Result<Vec<Card>, NotCovered> {
        let mut cards = Vec::new();
        for deadline in case.deadlines(self.rules) {
            let Some((starts, ends)) = run(deadline.limit().clock) else { continue };
            let end = self.end(starts, ends);
            let until = end.map_or_else(|| day(self.at), |event| day(event.at));
            let (limit, elapsed) = (deadline.limit(), deadline.elapsed(until)?);
            let Some(color) = self.policy.judge(limit.origin, elapsed, limit.days) else {
                continue;
            };
            if end.is_some() && elapsed <= limit.days.into() {
                // What was done in time needs no warning any more.
                continue;
            }
            let rule = match limit.origin {
                Origin::Promised => SupervisionRule::OverPromise,
                Origin::Statutory => SupervisionRule::OverLaw,
            };
            let (clock, limit, unit) = (limit.clock, limit.days, limit.unit);
            let value = CardValue::Days { clock, elapsed, limit, unit };
            cards.push(Card { color, ..self.card(rule, value, end.map(|event| &event.by)) });
        }
        Ok(cards)
    }

    /// The event that stopped a clock since it last started.
    fn end(&self, starts: &[EventKind], ends: &[EventKind]) -> Option<&Event> {
        let is = |event: &Event, kinds: &[EventKind]| kinds.contains(&event.fact.kind());
        let start = self.events.iter().rposition(|event| is(event, starts))?;
        self.events.iter().skip(start + 1).find(|event| is(event, ends))
    }

    /// S2. After a notice, what was asked for suffices, art. 32 (5).
    fn acceptance(&self) -> Option<Card> {
        let index =
            self.events.iter().position(|event| event.fact.kind() == EventKind::Accepted)?;
        let before = Case::replay(self.events.iter().take(index)).ok()?;
        let guide = self.rules.procedure().materials();
        let lacks = |name| !before.materials().contains(name);
        let missing = guide.iter().position(|listed| listed.required && lacks(&listed.name));
        let position = missing.filter(|_| before.notice().is_none())? + 1;
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
            Fact::Accepted { on } | Fact::DeemedAccepted { on } => Some((on, event)),
            _ => None,
        });
        let (on, event): (NaiveDate, _) = accepted?;
        let closed = self.events.iter().find(|event| event.fact.kind() == EventKind::Closed)?;
        let other = day(closed.at);
        let value = CardValue::Dated { on, other };
        (on > other).then(|| self.card(SupervisionRule::AcceptanceDated, value, Some(&event.by)))
    }
}

/// What starts a clock and what stops it; none for a clock that no card watches.
fn run(clock: Clock) -> Option<(&'static [EventKind], &'static [EventKind])> {
    use EventKind as On;
    const RUNS: [(Clock, &[EventKind], &[EventKind]); 3] = [
        (
            Clock::SupplementNotice,
            &[On::Received, On::SupplementCompleted],
            &[On::SupplementRequested, On::Accepted, On::ToleranceAccepted, On::DeemedAccepted],
        ),
        (
            Clock::Decision,
            &[On::Accepted, On::ToleranceAccepted, On::DeemedAccepted],
            &[On::Granted, On::Refused],
        ),
        (Clock::Delivery, &[On::Granted], &[On::Delivered]),
    ];
    let (_, starts, ends) = RUNS.into_iter().find(|(known, _, _)| *known == clock)?;
    Some((starts, ends))
}
