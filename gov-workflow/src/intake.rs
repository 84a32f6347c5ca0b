//! Between receipt and acceptance: what is asked for, what comes, who keeps silent.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use gov_identity::{Channel, IdentityKey};

use crate::decide::{reasoned, written};
use crate::revocation::falsehood;
use crate::{Case, CaseNumber, CommandKind, Deadline, Defect, Fact, Ground, LateSupplement};
use crate::{MaterialName, Procedure, Refusal, Remedies, Rules, State, Words};

impl Case {
    /// The last day to answer, while an answer is due.
    pub(crate) fn answer_due(&self, rules: &Rules) -> Option<Deadline> {
        let filing = self.filing.as_ref().filter(|_| self.state == State::Submitted)?;
        let limit = rules.procedure().supplement_notice().clone();
        Some(Deadline::reckon(limit, filing.complete_since, rules.calendar()))
    }

    /// Silence past the last day has accepted, whether it is recorded yet or not.
    pub(crate) fn not_silent_too_long(
        &self,
        rules: &Rules,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        match self.answer_due(rules) {
            Some(deadline) if deadline.is_over(today)? => {
                Err(Refusal::DeemedAccepted { on: deadline.start() })
            }
            _ => Ok(()),
        }
    }

    /// What the law asks of an answer to an application.
    pub(crate) fn guard_intake(
        &self,
        rules: &Rules,
        kind: CommandKind,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let procedure = rules.procedure();
        if kind == CommandKind::DeemAccepted {
            let Some(deadline) = self.answer_due(rules) else { return Ok(()) };
            return if deadline.is_over(today)? {
                Ok(())
            } else {
                Err(Refusal::SilenceNotOver { due: deadline.due().ok() })
            };
        }
        self.not_silent_too_long(rules, today)?;
        match kind {
            CommandKind::RequestSupplement if self.taken_over.is_some() => Err(Refusal::AskedBelow),
            CommandKind::RequestSupplement => match &self.notice {
                Some(notice) => Err(Refusal::AlreadyRequested { on: notice.on }),
                None => Ok(()),
            },
            CommandKind::Accept | CommandKind::AcceptTolerantly if self.falsehood => {
                Err(Refusal::FalsehoodFound)
            }
            // Who handed in all that was asked for shall be accepted, art. 32 (5); the lower
            // level answers for a file that it sent up.
            CommandKind::Accept if self.notice.is_some() || self.taken_over.is_some() => Ok(()),
            CommandKind::Accept => match self.promised_materials(procedure) {
                Some(promised) => self.complete_but_for(procedure, promised),
                None => self.complete_but_for(procedure, &BTreeSet::new()),
            },
            CommandKind::AcceptTolerantly => {
                procedure.tolerance().map(|_| ()).ok_or(Refusal::NotTolerant)
            }
            CommandKind::MakePromise => self.guard_promise(rules, kind, today),
            _ => Ok(()),
        }
    }

    /// Whether a case ends in this way since the supplement never came.
    pub(crate) fn guard_late_supplement(
        &self,
        rules: &Rules,
        kind: CommandKind,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let notice = self.notice.as_ref().ok_or(Refusal::NeverRequested)?;
        let policy = rules.procedure().late_supplement();
        let until = match policy {
            LateSupplement::RefusedAfter { days } => {
                let least = rules.calendar().nth_working_day_after(notice.on, days.into())?;
                notice.until.max(least)
            }
            _ => notice.until,
        };
        if today <= until {
            return Err(Refusal::SupplementStillOpen { until });
        }
        match (policy, kind) {
            (LateSupplement::NotAccepted, CommandKind::RefuseAcceptance)
            | (LateSupplement::DeemedWithdrawn, CommandKind::DeemWithdrawn)
            | (LateSupplement::RefusedAfter { .. }, CommandKind::Refuse) => Ok(()),
            _ => Err(Refusal::ToleranceOtherOutcome),
        }
    }

    /// What does not lead to acceptance, and why.
    pub(crate) fn refuse_acceptance(
        &self,
        rules: &Rules,
        ground: &Ground,
        reason: &str,
        remedies: &Remedies,
        today: NaiveDate,
    ) -> Result<Vec<Fact>, Refusal> {
        self.grounded(rules, ground, today)?;
        reasoned(reason, remedies)?;
        let found = (*ground == Ground::FalseMaterials && !self.falsehood)
            .then(|| falsehood(rules.procedure(), reason, today));
        let (ground, reason, remedies) = (ground.clone(), reason.to_owned(), remedies.clone());
        let refused = Fact::AcceptanceRefused { ground, reason, remedies };
        Ok(found.into_iter().chain([refused]).collect())
    }

    /// Whether the ground for not accepting holds.
    fn grounded(&self, rules: &Rules, ground: &Ground, today: NaiveDate) -> Result<(), Refusal> {
        match (ground, &self.notice) {
            (Ground::NotNeeded, _) => Err(Refusal::NotNeededIsTold),
            (Ground::NotOurPower { right_body }, _) => written(right_body, Words::RightBody),
            (Ground::NotSupplemented, None) => Err(Refusal::NeverRequested),
            (Ground::NotSupplemented, Some(_)) if self.state == State::SupplementRequested => {
                self.guard_late_supplement(rules, CommandKind::RefuseAcceptance, today)
            }
            // What came is still defective.
            (Ground::NotSupplemented, Some(_)) | (Ground::FalseMaterials, _) => Ok(()),
        }
    }

    /// The last piece of what was asked for completes the application.
    pub(crate) fn supplemented(
        &self,
        materials: &BTreeSet<MaterialName>,
    ) -> Result<Vec<Fact>, Refusal> {
        if materials.is_empty() {
            return Err(Refusal::ListEmpty);
        }
        let mut facts = vec![Fact::SupplementReceived { materials: materials.clone() }];
        let waiting = self.notice.as_ref().filter(|_| self.state == State::SupplementRequested);
        let there = |asked| self.materials.contains(asked) || materials.contains(asked);
        if waiting.is_some_and(|notice| notice.materials.iter().all(there)) {
            facts.push(Fact::SupplementCompleted);
        }
        Ok(facts)
    }
}

/// The application under this version of the procedure.
pub(crate) fn filed(
    procedure: &Procedure,
    case: &CaseNumber,
    applicant: &IdentityKey,
    channel: Channel,
    materials: &BTreeSet<MaterialName>,
) -> Fact {
    Fact::Received {
        case: case.clone(),
        item: procedure.item().clone(),
        procedure: procedure.version(),
        applicant: applicant.clone(),
        channel,
        materials: materials.clone(),
    }
}

pub(crate) fn in_guide(
    procedure: &Procedure,
    materials: &BTreeSet<MaterialName>,
) -> Result<(), Refusal> {
    match materials.iter().position(|material| !procedure.names(material)) {
        Some(index) => Err(Refusal::NotInGuide { position: index + 1 }),
        None => Ok(()),
    }
}

pub(crate) fn defects(procedure: &Procedure, missing: &[Defect]) -> Result<(), Refusal> {
    if missing.is_empty() {
        return Err(Refusal::ListEmpty);
    }
    let mut seen = BTreeSet::new();
    for (index, defect) in missing.iter().enumerate() {
        let position = index + 1;
        if !procedure.names(&defect.material) {
            return Err(Refusal::NotInGuide { position });
        }
        if !seen.insert(&defect.material) {
            return Err(Refusal::ListedTwice { position });
        }
        written(&defect.reason, Words::Reason)?;
    }
    Ok(())
}
