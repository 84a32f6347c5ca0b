//! The clocks of a case.

use crate::{Case, Clock, Deadline, Rules, State};

impl Case {
    /// The clocks that have started, each by law and, if shorter, by promise: the
    /// notice of what is missing, the decision, the delivery of what was granted, the
    /// request for a hearing and the hearing.
    ///
    /// None of a case that was not accepted or was taken back. The clock of the
    /// notice runs from receipt, and anew from a supplement.
    #[must_use]
    pub fn deadlines(&self, rules: &Rules) -> Vec<Deadline> {
        if matches!(self.state, State::NotAccepted | State::Withdrawn | State::DeemedWithdrawn) {
            return Vec::new();
        }
        let (procedure, calendar) = (rules.procedure(), rules.calendar());
        let received = self.filing.as_ref().map(|filing| filing.complete_since);
        let accepted = self.acceptance.as_ref().map(|acceptance| acceptance.on);
        let granted = self.decision.as_ref().filter(|decision| decision.granted);
        let granted = granted.map(|decision| decision.on);
        let started = [
            (Clock::SupplementNotice, received),
            (Clock::Decision, accepted),
            (Clock::Delivery, granted),
        ];
        let mut deadlines = Vec::new();
        for (clock, start) in started {
            let Some(start) = start else { continue };
            let limits = procedure.limits(clock).cloned();
            let run = limits.map(|limit| Deadline::reckon(limit, start, calendar));
            if clock == Clock::Decision {
                deadlines.extend(run.map(|deadline| self.adjusted(deadline)));
            } else {
                deadlines.extend(run);
            }
        }
        deadlines.extend(self.hearing.iter().flat_map(|hearing| hearing.deadlines(rules)));
        deadlines
    }

    /// Both the law's time to decide and the promised one leave out what art. 45 leaves
    /// out; an extension by so many days promises as many more.
    fn adjusted(&self, deadline: Deadline) -> Deadline {
        let deadline = match &self.extension {
            Some(extension) => deadline.extended(extension.clone()),
            None => deadline,
        };
        if self.pauses.is_empty() { deadline } else { deadline.paused(self.pauses.clone()) }
    }

    /// The law's time to decide, once it runs.
    pub(crate) fn decision_due(&self, rules: &Rules) -> Option<Deadline> {
        let start = self.acceptance.as_ref()?.on;
        let limit = rules.procedure().decision().clone();
        Some(self.adjusted(Deadline::reckon(limit, start, rules.calendar())))
    }
}
