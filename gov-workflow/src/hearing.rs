//! The hearing: offered, asked for or waived, scheduled, held.

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::decide::written;
use crate::{Case, CommandKind, Deadline, Fact, Limit, PauseGround, Refusal, Rules, Words};

/// How far the hearing of a case has come (听证情况), 行政许可法 art. 46-48.
///
/// Once the right to it was told, nothing is decided before the hearing is held, or
/// waived, or not asked for in five working days.
///
/// ```
/// # use gov_workflow::Case;
/// assert!(Case::draft().hearing().is_none());
/// ```
#[doc(alias = "听证")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Hearing {
    /// The day on which the right was told (告知听证权利).
    pub offered: NaiveDate,
    /// Whether the applicant waived it (放弃听证).
    pub waived: bool,
    /// The day on which it was asked for (申请听证).
    pub requested: Option<NaiveDate>,
    /// The day for which it is scheduled (听证日期).
    pub scheduled: Option<NaiveDate>,
    /// The day on which it was held (举行听证).
    pub held: Option<NaiveDate>,
}

impl Hearing {
    /// Days of notice before the hearing, 行政许可法 art. 48.
    const NOTICE: u32 = 7;

    pub(crate) const fn offered(on: NaiveDate) -> Self {
        Self { offered: on, waived: false, requested: None, scheduled: None, held: None }
    }

    /// The time to ask for it.
    fn to_ask(&self, rules: &Rules) -> Deadline {
        Deadline::reckon(Limit::hearing_request(), self.offered, rules.calendar())
    }

    /// The clocks that have started.
    pub(crate) fn deadlines(&self, rules: &Rules) -> impl Iterator<Item = Deadline> {
        let held =
            self.requested.map(|on| Deadline::reckon(Limit::hearing(), on, rules.calendar()));
        [self.to_ask(rules)].into_iter().chain(held)
    }

    /// Whether it still keeps the case from being decided.
    pub(crate) fn done(&self, rules: &Rules, today: NaiveDate) -> Result<(), Refusal> {
        match (self.requested, self.held) {
            (_, Some(_)) => Ok(()),
            (Some(_), None) => Err(Refusal::HearingNotHeld),
            (None, None) if self.waived => Ok(()),
            (None, None) => {
                let deadline = self.to_ask(rules);
                if deadline.is_over(today)? {
                    Ok(())
                } else {
                    Err(Refusal::HearingRightOpen { until: deadline.due().ok() })
                }
            }
        }
    }

    /// Whether the applicant can still choose.
    fn open(&self, rules: &Rules, today: NaiveDate) -> Result<(), Refusal> {
        if self.waived || self.requested.is_some() {
            return Err(Refusal::HearingChosen);
        }
        let deadline = self.to_ask(rules);
        match (deadline.is_over(today)?, deadline.due()) {
            (true, Ok(until)) => Err(Refusal::HearingRequestLate { until }),
            _ => Ok(()),
        }
    }

    /// Whether it waits to be held.
    const fn waits(&self) -> Result<(), Refusal> {
        match (self.requested, self.held) {
            (None, _) => Err(Refusal::HearingNotRequested),
            (_, Some(on)) => Err(Refusal::HearingHeldBefore { on }),
            (Some(_), None) => Ok(()),
        }
    }

    /// Whether it can be held on that day, if told today. A body that is late holds it
    /// late: the applicant does not lose it.
    fn on_time(&self, rules: &Rules, on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
        let earliest = rules.calendar().nth_working_day_after(today, Self::NOTICE)?;
        if on < earliest {
            return Err(Refusal::HearingTooSoon { earliest });
        }
        let Some(requested) = self.requested else { return Ok(()) };
        let limit = Deadline::reckon(Limit::hearing(), requested, rules.calendar());
        match limit.due() {
            Ok(latest) if earliest <= latest && latest < on => {
                Err(Refusal::HearingTooLate { latest })
            }
            _ => Ok(()),
        }
    }
}

impl Case {
    /// What the law asks of a step of the hearing.
    pub(crate) fn guard_hearing(
        &self,
        rules: &Rules,
        kind: CommandKind,
        actor: &Actor,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let Some(hearing) = &self.hearing else {
            let first = kind == CommandKind::OfferHearing;
            return if first { Ok(()) } else { Err(Refusal::HearingNotOffered) };
        };
        match kind {
            CommandKind::OfferHearing => Err(Refusal::HearingOffered { on: hearing.offered }),
            CommandKind::RequestHearing | CommandKind::WaiveHearing => hearing.open(rules, today),
            CommandKind::HoldHearing => {
                hearing.waits()?;
                match hearing.scheduled {
                    None => return Err(Refusal::HearingNotScheduled),
                    Some(on) if today < on => return Err(Refusal::HearingNotYet { on }),
                    Some(_) => {}
                }
                if self.examiners.iter().any(|by| by.shares_a_person_with(actor)) {
                    return Err(Refusal::HearingByExaminer);
                }
                Ok(())
            }
            _ => hearing.waits(),
        }
    }

    pub(crate) fn schedule(
        &self,
        rules: &Rules,
        on: NaiveDate,
        notice: &str,
        today: NaiveDate,
    ) -> Result<Fact, Refusal> {
        written(notice, Words::Notice)?;
        if let Some(hearing) = &self.hearing {
            hearing.on_time(rules, on, today)?;
        }
        Ok(Fact::HearingScheduled { on, notice: notice.to_owned() })
    }

    /// How far the hearing has come by this.
    pub(crate) fn learn_of_hearing(&mut self, fact: &Fact, today: NaiveDate) {
        let Some(hearing) = &mut self.hearing else { return };
        match fact {
            Fact::HearingWaived => hearing.waived = true,
            Fact::HearingScheduled { on, .. } => hearing.scheduled = Some(*on),
            Fact::HearingRequested => {
                hearing.requested = Some(today);
                self.stop(&PauseGround::Hearing, today);
            }
            _ => {
                hearing.held = Some(today);
                self.go_on(&PauseGround::Hearing, today);
            }
        }
    }
}
