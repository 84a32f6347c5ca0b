//! What supervision finds in the events of a joint case.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::case::day;
use crate::joint::case::JointCase;
use crate::joint::event::{JointEvent, JointFact};
use crate::joint::procedure::JointRules;
use crate::supervision::Watch;
use crate::{CardPolicy, Clock, Event, Supervision, SupervisionError, SupervisionRule};

impl Supervision {
    /// Looks at a joint case at a time: at the whole, for which the lead answers, then at
    /// each branch.
    ///
    /// The time of the whole to decide ends when the branches join, the time to hand over at
    /// the one exit window. What was in hand at the one acceptance is looked at once.
    ///
    /// # Errors
    ///
    /// Events that do not make a joint case; days outside the calendar.
    pub fn watch_joint(
        events: &[JointEvent],
        rules: &JointRules,
        policy: &CardPolicy,
        at: DateTime<FixedOffset>,
    ) -> Result<Self, SupervisionError> {
        let case = JointCase::replay(events)?;
        let Some(filing) = case.whole().filing() else { return Ok(Self { cards: Vec::new() }) };
        let whole: Vec<Event> = events.iter().filter_map(JointEvent::of_whole).collect();
        let case_number = filing.case.clone();
        let watch = Watch { events: &whole, rules: rules.whole(), policy, at, case: case_number };
        let mut cards = watch.intake();
        for due in case.deadlines(rules).iter().filter(|due| due.branch.is_none()) {
            let (end, by) = match due.deadline.limit().clock {
                Clock::SupplementNotice => {
                    let answer = watch.answer();
                    (answer.map(|event| day(event.at)), answer.map(|event| &event.by))
                }
                Clock::Decision => (case.joined(), None),
                _ => (handed_over(events), None),
            };
            cards.extend(watch.clock(&due.deadline, end, by)?);
        }
        cards.sort_by_key(|card| card.rule);
        for place in rules.places() {
            let own: Vec<Event> =
                events.iter().filter_map(|event| event.of_branch(place.item())).collect();
            let found = Self::watch(&own, place.rules, policy, at)?.cards;
            let own =
                found.into_iter().filter(|card| card.rule != SupervisionRule::MaterialMissing);
            cards.extend(own);
        }
        Ok(Self { cards })
    }
}

/// The day on which all results were handed over together.
fn handed_over(events: &[JointEvent]) -> Option<NaiveDate> {
    let handed = |event: &&JointEvent| matches!(event.fact, JointFact::HandedOver { .. });
    events.iter().find(handed).map(|event| day(event.at))
}
