//! The hearing: offered, asked for or waived, scheduled, held.

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::decide::written;
use crate::{
    Case, Command, CommandKind, Deadline, Fact, Limit, PauseGround, Refusal, Rules, Words,
};

/// How far the hearing of a case has come (听证情况), 行政许可法 art. 46-48.
///
/// Once the right to it was told, nothing is decided before the hearing is held, or
/// waived, or not asked for in five working days. Third parties that were notified ask for it
/// in the same time; the applicant waives it for itself alone, and the five days pass unless
/// each of them does not want to be heard either. One that the body announces of its own
/// motion is held, whatever was chosen.
///
/// ```
/// # use gov_workflow::Case;
/// assert!(Case::draft().hearing().is_none());
/// ```
#[doc(alias = "听证")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Hearing {
    /// The day on which the right was told (告知听证权利).
    pub offered: Option<NaiveDate>,
    /// Whether the applicant waived it (放弃听证).
    pub waived: bool,
    /// The day on which the applicant or a third party asked for it (申请听证).
    pub requested: Option<NaiveDate>,
    /// The day on which the body announced a hearing of its own motion (公告听证).
    pub announced: Option<NaiveDate>,
    /// The day for which it is scheduled (听证日期).
    pub scheduled: Option<NaiveDate>,
    /// The day on which it was held (举行听证).
    pub held: Option<NaiveDate>,
}

impl Hearing {
    /// Days of notice before the hearing, 行政许可法 art. 48.
    const NOTICE: u32 = 7;

    /// The time to ask for it, once the right was told.
    fn to_ask(&self, rules: &Rules) -> Option<Deadline> {
        let offered = self.offered?;
        Some(Deadline::reckon(Limit::hearing_request(), offered, rules.calendar()))
    }

    /// Whether there will be one.
    const fn comes(&self) -> bool {
        self.requested.is_some() || self.announced.is_some()
    }

    /// The clocks that have started.
    pub(crate) fn deadlines(&self, rules: &Rules) -> impl Iterator<Item = Deadline> {
        let held =
            self.requested.map(|on| Deadline::reckon(Limit::hearing(), on, rules.calendar()));
        self.to_ask(rules).into_iter().chain(held)
    }

    /// Whether it still keeps the case from being decided, once the third parties have waived
    /// it or while they have not.
    pub(crate) fn done(
        &self,
        rules: &Rules,
        others_waived: bool,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let waived = self.waived && others_waived;
        match (self.comes(), self.held, self.to_ask(rules)) {
            (true, None, _) => Err(Refusal::HearingNotHeld),
            (false, None, Some(deadline)) if !waived && !deadline.is_over(today)? => {
                Err(Refusal::HearingRightOpen { until: deadline.due().ok() })
            }
            _ => Ok(()),
        }
    }

    /// Whether somebody who has waived it, or not, can still choose.
    fn open(&self, rules: &Rules, waived: bool, today: NaiveDate) -> Result<(), Refusal> {
        if let Some(on) = self.announced {
            return Err(Refusal::HearingAnnounced { on });
        }
        if waived || self.requested.is_some() {
            return Err(Refusal::HearingChosen);
        }
        let Some(deadline) = self.to_ask(rules) else { return Err(Refusal::HearingNotOffered) };
        match (deadline.is_over(today)?, deadline.due()) {
            (true, Ok(until)) => Err(Refusal::HearingRequestLate { until }),
            _ => Ok(()),
        }
    }

    /// Whether it waits to be held.
    const fn waits(&self) -> Result<(), Refusal> {
        match (self.comes(), self.held) {
            (false, _) => Err(Refusal::HearingNotRequested),
            (true, Some(on)) => Err(Refusal::HearingHeldBefore { on }),
            (true, None) => Ok(()),
        }
    }

    /// Whether the body can still announce one of its own motion.
    const fn announceable(&self) -> Result<(), Refusal> {
        match (self.held, self.announced, self.requested) {
            (Some(on), ..) => Err(Refusal::HearingHeldBefore { on }),
            (_, Some(on), _) => Err(Refusal::HearingAnnounced { on }),
            (.., Some(_)) => Err(Refusal::HearingChosen),
            _ => Ok(()),
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
            let first = matches!(kind, CommandKind::OfferHearing | CommandKind::AnnounceHearing);
            return if first { Ok(()) } else { Err(Refusal::HearingNotOffered) };
        };
        match kind {
            CommandKind::OfferHearing => {
                hearing.announceable()?;
                hearing.offered.map_or(Ok(()), |on| Err(Refusal::HearingOffered { on }))
            }
            CommandKind::AnnounceHearing => hearing.announceable(),
            CommandKind::RequestHearing | CommandKind::WaiveHearing => {
                hearing.open(rules, hearing.waived, today)
            }
            CommandKind::RequestThirdPartyHearing => {
                hearing.open(rules, false, today)?;
                self.notified(1).map(|_| ())
            }
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

    /// The step of the hearing that the command asks for.
    pub(crate) fn heard(
        &self,
        rules: &Rules,
        command: &Command,
        today: NaiveDate,
    ) -> Result<Fact, Refusal> {
        if let Command::OfferHearing { notice }
        | Command::ScheduleHearing { notice, .. }
        | Command::AnnounceHearing { notice, .. } = command
        {
            written(notice, Words::Notice)?;
        }
        if let Command::ScheduleHearing { on, .. } | Command::AnnounceHearing { on, .. } = command {
            let unasked = Hearing::default();
            self.hearing.as_ref().unwrap_or(&unasked).on_time(rules, *on, today)?;
        }
        Ok(match command {
            Command::OfferHearing { notice } => Fact::HearingOffered { notice: notice.clone() },
            Command::ScheduleHearing { on, notice } => {
                Fact::HearingScheduled { on: *on, notice: notice.clone() }
            }
            Command::AnnounceHearing { on, notice } => {
                Fact::HearingAnnounced { on: *on, notice: notice.clone() }
            }
            Command::HoldHearing { record } => {
                written(record, Words::Record)?;
                Fact::HearingHeld { record: record.clone() }
            }
            Command::RequestThirdPartyHearing { party } => {
                self.notified(*party)?;
                Fact::ThirdPartyHearingRequested { party: *party }
            }
            Command::WaiveHearing => Fact::HearingWaived,
            _ => Fact::HearingRequested,
        })
    }

    /// How far the hearing has come by this.
    pub(crate) fn learn_of_hearing(&mut self, fact: &Fact, today: NaiveDate) {
        let hearing = self.hearing.get_or_insert_default();
        match fact {
            Fact::HearingOffered { .. } => hearing.offered = Some(today),
            Fact::HearingAnnounced { on, .. } => {
                (hearing.announced, hearing.scheduled) = (Some(today), Some(*on));
                self.stop(&PauseGround::Hearing, today);
            }
            Fact::HearingWaived => hearing.waived = true,
            Fact::HearingScheduled { on, .. } => hearing.scheduled = Some(*on),
            Fact::HearingRequested | Fact::ThirdPartyHearingRequested { .. } => {
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
