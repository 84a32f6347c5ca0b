//! Special procedures: what may stop the clock, from when, until when.

use chrono::NaiveDate;

use crate::decide::written;
use crate::{Case, Fact, Pause, PauseGround, Procedure, Refusal, Words};

impl Case {
    /// The procedure begins, and the applicant is told how long it will take.
    pub(crate) fn pause(
        &self,
        procedure: &Procedure,
        ground: &PauseGround,
        days: u16,
        notice: &str,
    ) -> Result<Fact, Refusal> {
        let listed = procedure.special_procedures().iter().find(|listed| listed.ground == *ground);
        let listed = listed.ok_or(Refusal::PauseNotListed)?;
        if self.running(ground).is_some() {
            return Err(Refusal::PauseRunning);
        }
        if let Some(longest) = listed.days.filter(|longest| days > *longest) {
            return Err(Refusal::PauseTooLong { longest });
        }
        written(notice, Words::Notice)?;
        let (ground, notice) = (ground.clone(), notice.to_owned());
        Ok(Fact::SpecialProcedureStarted { ground, days, notice })
    }

    /// The procedure ended on that day; the last that runs lets the review go on.
    pub(crate) fn resume(
        &self,
        ground: &PauseGround,
        on: NaiveDate,
        result: &str,
        today: NaiveDate,
    ) -> Result<Vec<Fact>, Refusal> {
        let pause = self.running(ground).ok_or(Refusal::PauseNotRunning)?;
        if on < pause.from {
            return Err(Refusal::PauseEndsEarly { from: pause.from });
        }
        if on > today {
            return Err(Refusal::PauseEndsInFuture);
        }
        written(result, Words::Result)?;
        let resumed = (!self.paused_besides(ground)).then_some(Fact::Resumed);
        let (ground, result) = (ground.clone(), result.to_owned());
        let ended = Fact::SpecialProcedureEnded { ground, on, result };
        Ok([ended].into_iter().chain(resumed).collect())
    }

    /// Whether another procedure than this one still runs, the hearing aside.
    fn paused_besides(&self, ground: &PauseGround) -> bool {
        let mut open = self.pauses.iter().filter(|pause| pause.to.is_none());
        open.any(|pause| pause.ground != *ground && pause.ground != PauseGround::Hearing)
    }

    /// The hearing has its own steps and is none of these.
    fn running(&self, ground: &PauseGround) -> Option<&Pause> {
        let mut open = self.pauses.iter().filter(|pause| pause.to.is_none());
        open.find(|pause| pause.ground == *ground && pause.ground != PauseGround::Hearing)
    }

    /// The clock stands still from that day.
    pub(crate) fn stop(&mut self, ground: &PauseGround, from: NaiveDate) {
        self.pauses.push(Pause { ground: ground.clone(), from, to: None });
    }

    /// The clock runs on after that day.
    pub(crate) fn go_on(&mut self, ground: &PauseGround, on: NaiveDate) {
        let mut open = self.pauses.iter_mut().filter(|pause| pause.to.is_none());
        if let Some(pause) = open.find(|pause| pause.ground == *ground) {
            pause.to = Some(on);
        }
    }
}
