//! Between receipt and acceptance: what is asked for, what comes, who keeps silent.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use gov_identity::{Channel, IdentityKey};

use crate::decide::written;
use crate::{Case, CaseNumber, Deadline, Defect, Fact, Ground, MaterialName, Procedure};
use crate::{Refusal, Rules, State, Words};

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

    /// Whether the ground for not accepting holds.
    pub(crate) fn grounded(&self, ground: &Ground, today: NaiveDate) -> Result<(), Refusal> {
        match (ground, &self.notice) {
            (Ground::NotNeeded, _) => Ok(()),
            (Ground::NotOurPower { right_body }, _) => written(right_body, Words::RightBody),
            (Ground::NotSupplemented, None) => Err(Refusal::NeverRequested),
            (Ground::NotSupplemented, Some(notice)) => {
                if self.state == State::SupplementRequested && today <= notice.until {
                    return Err(Refusal::SupplementStillOpen { until: notice.until });
                }
                Ok(())
            }
        }
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
