//! Delay: a time that is over is explained to the public.

use chrono::NaiveDate;

use crate::{Case, Clock, Refusal, Rules, State};

impl Case {
    /// Whether a time to decide, to review first or to deliver is or was over, by law or by
    /// promise.
    pub(crate) fn overdue(&self, rules: &Rules, today: NaiveDate) -> Result<(), Refusal> {
        let decided = self.decision.as_ref().map_or(today, |decision| decision.on);
        for deadline in self.deadlines(rules) {
            let until = match deadline.limit().clock {
                Clock::Decision | Clock::FirstReview => decided,
                Clock::Delivery if matches!(self.state, State::Granted | State::Issued) => today,
                _ => continue,
            };
            if deadline.is_over(until)? {
                return Ok(());
            }
        }
        Err(Refusal::NotOverdue)
    }
}
