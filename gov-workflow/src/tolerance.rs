//! Tolerant acceptance: a minor material may follow, by a promised day.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::decide::written;
use crate::{Case, CommandKind, Fact, MaterialName, Procedure, Refusal, Rules, Words};

/// Which materials of a guide may follow after acceptance (容缺受理), and what happens
/// when they do not.
///
/// Local statutes differ in the outcome; a guide that names none of this accepts
/// nothing incomplete.
///
/// ```
/// use gov_workflow::{LateOutcome, MaterialName, Tolerance};
///
/// let tolerance = Tolerance {
///     materials: [MaterialName::parse("租赁合同")?].into(),
///     days: 10,
///     outcome: LateOutcome::Refused,
/// };
/// # assert_eq!(tolerance.days, 10);
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "容缺受理")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Tolerance {
    /// The minor ones among the required materials (可容缺材料).
    pub materials: BTreeSet<MaterialName>,
    /// The most working days until they must be there.
    pub days: u16,
    /// What happens when they are not.
    pub outcome: LateOutcome,
}

/// What becomes of a case whose material did not come by the promised day
/// (逾期未补齐的处理).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new outcome")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum LateOutcome {
    /// The application counts as withdrawn (视为撤回申请), as in Anyang.
    DeemedWithdrawn,
    /// The acceptance is revoked, with reasons (撤销受理), as in Zhejiang.
    AcceptanceRevoked,
    /// The license is refused (不予许可), as in Binzhou.
    Refused,
}

/// What was accepted without (容缺情况).
///
/// ```
/// # use gov_workflow::Case;
/// assert!(Case::draft().tolerated().is_none());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Tolerated {
    /// What was missing.
    pub missing: BTreeSet<MaterialName>,
    /// The last day to hand it in, as promised.
    pub until: NaiveDate,
}

impl Case {
    /// What the case was accepted without, if it was (容缺情况).
    #[must_use]
    pub const fn tolerated(&self) -> Option<&Tolerated> {
        self.tolerated.as_ref()
    }

    /// Accepts although these are missing.
    pub(crate) fn tolerate(
        &self,
        rules: &Rules,
        missing: &BTreeSet<MaterialName>,
        until: NaiveDate,
        promise: &str,
        today: NaiveDate,
    ) -> Result<Fact, Refusal> {
        let tolerance = rules.procedure().tolerance().ok_or(Refusal::NotTolerant)?;
        if missing.is_empty() {
            return Err(Refusal::ListEmpty);
        }
        if let Some(index) = missing.iter().position(|name| !tolerance.materials.contains(name)) {
            return Err(Refusal::NotMinor { position: index + 1 });
        }
        self.complete_but_for(rules.procedure(), missing)?;
        if until <= today {
            return Err(Refusal::NoTimeLeft);
        }
        let latest = rules.calendar().nth_working_day_after(today, tolerance.days.into())?;
        if until > latest {
            return Err(Refusal::ToleranceTooLong { latest });
        }
        written(promise, Words::Promise)?;
        let (missing, promise) = (missing.clone(), promise.to_owned());
        Ok(Fact::ToleranceAccepted { on: today, missing, until, promise })
    }

    /// Whether every required material is there that may not follow.
    pub(crate) fn complete_but_for(
        &self,
        procedure: &Procedure,
        missing: &BTreeSet<MaterialName>,
    ) -> Result<(), Refusal> {
        let there = |name| self.materials.contains(name) || missing.contains(name);
        let mut listed = procedure.materials().iter();
        match listed.position(|listed| listed.required && !there(&listed.name)) {
            Some(index) => Err(Refusal::MaterialMissing { position: index + 1 }),
            None => Ok(()),
        }
    }

    /// Whether a refusal waits for what may still follow; true when the promised day is
    /// over and the policy is to refuse, which needs no review.
    pub(crate) fn lapsed_to_refusal(
        &self,
        procedure: &Procedure,
        today: NaiveDate,
    ) -> Result<bool, Refusal> {
        match self.lapsed(procedure, today) {
            Ok(LateOutcome::Refused) => Ok(true),
            Ok(_) => Err(Refusal::ToleranceOtherOutcome),
            Err(Refusal::NothingTolerated | Refusal::ToleranceMet) => Ok(false),
            Err(open) => Err(open),
        }
    }

    /// Whether the case ends in this way since a material did not come.
    pub(crate) fn guard_lapse(
        &self,
        procedure: &Procedure,
        kind: CommandKind,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        match (self.lapsed(procedure, today)?, kind) {
            (LateOutcome::DeemedWithdrawn, CommandKind::DeemWithdrawn)
            | (LateOutcome::AcceptanceRevoked, CommandKind::RevokeAcceptance) => Ok(()),
            _ => Err(Refusal::ToleranceOtherOutcome),
        }
    }

    /// What the policy says, once the promised day is over and something is missing.
    fn lapsed(&self, procedure: &Procedure, today: NaiveDate) -> Result<LateOutcome, Refusal> {
        let tolerance = procedure.tolerance().ok_or(Refusal::NothingTolerated)?;
        let tolerated = self.tolerated.as_ref().ok_or(Refusal::NothingTolerated)?;
        if tolerated.missing.is_subset(&self.materials) {
            Err(Refusal::ToleranceMet)
        } else if today <= tolerated.until {
            Err(Refusal::ToleranceOpen { until: tolerated.until })
        } else {
            Ok(tolerance.outcome)
        }
    }
}
