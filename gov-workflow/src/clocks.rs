//! The clocks of a case.

use chrono::NaiveDate;

use crate::{Case, Clock, Deadline, Limit, Procedure, Rules, State};

impl Case {
    /// The clocks that have started, each by law and, if shorter, by promise: the
    /// notice of what is missing, the decision or the first review, the naming of officers
    /// for a technical check, the delivery of what was granted, the check of a promise, the
    /// request for a hearing and the hearing, the renewal of a license before it expires.
    ///
    /// None of a case that was not accepted, was taken back, terminated or declared void.
    /// The clock of the notice runs from receipt, and anew from a supplement.
    #[must_use]
    pub fn deadlines(&self, rules: &Rules) -> Vec<Deadline> {
        use State as At;
        if matches!(
            self.state,
            At::NotAccepted
                | At::NotNeeded
                | At::Withdrawn
                | At::DeemedWithdrawn
                | At::Terminated
                | At::Voided
        ) {
            return Vec::new();
        }
        let (procedure, calendar) = (rules.procedure(), rules.calendar());
        let mut deadlines = Vec::new();
        for (clock, start) in self.started(procedure) {
            let Some(start) = start else { continue };
            let reckon = |limit| Deadline::reckon(limit, start, calendar);
            match clock {
                Clock::Decision => {
                    let limits = self.decision_limits(procedure);
                    deadlines.extend(limits.map(|limit| self.adjusted(reckon(limit))));
                }
                Clock::FirstReview => {
                    let limits = procedure.limits(clock).cloned();
                    deadlines.extend(limits.map(|limit| self.adjusted(reckon(limit))));
                }
                Clock::TechnicalCheck => deadlines.push(reckon(Limit::technical_check())),
                _ => deadlines.extend(procedure.limits(clock).cloned().map(reckon)),
            }
        }
        deadlines.extend(self.hearing.iter().flat_map(|hearing| hearing.deadlines(rules)));
        deadlines.extend(self.expiry(rules));
        deadlines
    }

    /// The days on which the clocks started.
    fn started(&self, procedure: &Procedure) -> [(Clock, Option<NaiveDate>); 5] {
        let received = self.filing.as_ref().map(|filing| filing.complete_since);
        let accepted = self.acceptance.as_ref().map(|acceptance| acceptance.on);
        let granted = self.decision.as_ref().filter(|decision| decision.granted);
        let granted = granted.map(|decision| decision.on);
        let first =
            if procedure.first_review().is_some() { Clock::FirstReview } else { Clock::Decision };
        [
            (Clock::SupplementNotice, received),
            (first, accepted),
            (Clock::TechnicalCheck, accepted.filter(|_| procedure.inspectors().is_some())),
            (Clock::Delivery, granted),
            (Clock::PromiseCheck, granted.filter(|_| self.promised.is_some())),
        ]
    }

    /// What is promised by the applicant is decided on the spot, whatever the body promises
    /// else.
    fn decision_limits(&self, procedure: &Procedure) -> impl Iterator<Item = Limit> {
        let track = procedure.promise().filter(|_| self.promised.is_some());
        let on_the_spot =
            track.map(|track| Limit::promised(Clock::Decision, 0, track.basis.clone()));
        let promised = procedure.promised(Clock::Decision).cloned();
        [procedure.decision().clone()].into_iter().chain(on_the_spot.or(promised))
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

    /// The law's time to decide or to review first, once it runs.
    pub(crate) fn decision_due(&self, rules: &Rules) -> Option<Deadline> {
        let start = self.acceptance.as_ref()?.on;
        let limit = rules.procedure().decision().clone();
        Some(self.adjusted(Deadline::reckon(limit, start, rules.calendar())))
    }

    /// Whether officers are still to be named for a technical check.
    pub(crate) const fn inspectors_due(&self) -> bool {
        !self.inspectors_named && self.state.is_undecided()
    }

    /// Whether what was promised is still to be checked.
    pub(crate) fn promise_unchecked(&self) -> bool {
        self.promised.as_ref().is_some_and(|promised| promised.kept.is_none())
            && self.state != State::Revoked
    }
}
