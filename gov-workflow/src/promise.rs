//! The promise track: decided on the spot, checked afterwards.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::decide::written;
use crate::{Bar, Barred, Basis, Case, Clock, CommandKind, Fact, Limit, MaterialName, Procedure};
use crate::{Refusal, Rules, Words};

/// How an item can be had on the applicant's promise (告知承诺制).
///
/// The applicant chooses; the normal way stays open. What is promised is decided on the
/// spot and checked afterwards.
///
/// ```
/// use gov_workflow::{Basis, PromiseTrack};
///
/// // Zhejiang gives the body 60 working days to check.
/// let track = PromiseTrack::checked_within(60, Basis::new("示例省告知承诺办法", "12"));
/// assert_eq!(track.check.days, 60);
/// ```
#[doc(alias = "告知承诺")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct PromiseTrack {
    /// The materials of the guide that the promise stands for.
    pub instead_of: BTreeSet<MaterialName>,
    /// Time to check afterwards, from the decision (事后核查期限).
    pub check: Limit,
    /// For how many months a broken promise bars from the track; none where no rule names
    /// an end.
    pub barred_months: Option<u16>,
    /// The rule that opens the track.
    pub basis: Basis,
}

impl PromiseTrack {
    /// A track whose promises stand for no material and are checked within so many working
    /// days; who breaks one is barred without an end.
    #[must_use]
    pub fn checked_within(days: u16, basis: Basis) -> Self {
        let check = Limit::statutory(Clock::PromiseCheck, days, basis.clone());
        Self { instead_of: BTreeSet::new(), check, barred_months: None, basis }
    }
}

/// What became of a promise (承诺履行情况).
///
/// ```
/// # use gov_workflow::Case;
/// assert!(Case::draft().promised().is_none());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Promised {
    /// The day on which it was signed.
    pub on: NaiveDate,
    /// What the last check found; none before a check.
    pub kept: Option<bool>,
    /// The last day to put right what was untrue, once ordered.
    pub rectify_until: Option<NaiveDate>,
}

impl Case {
    /// What became of the applicant's promise, on the promise track (告知承诺).
    #[must_use]
    pub const fn promised(&self) -> Option<&Promised> {
        self.promised.as_ref()
    }

    /// The materials that the promise stands for.
    pub(crate) fn promised_materials<'a>(
        &self,
        procedure: &'a Procedure,
    ) -> Option<&'a BTreeSet<MaterialName>> {
        let track = procedure.promise().filter(|_| self.promised.is_some());
        track.map(|track| &track.instead_of)
    }

    /// What stands in the way of a step on the promise track.
    pub(crate) fn guard_promise(
        &self,
        rules: &Rules,
        kind: CommandKind,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let procedure = rules.procedure();
        if kind == CommandKind::MakePromise {
            procedure.promise().ok_or(Refusal::NoPromiseTrack)?;
            if self.promised.is_some() {
                return Err(Refusal::PromisedBefore);
            }
            return rules.circumstances().may_promise(procedure.item(), today);
        }
        self.something_granted()?;
        let promised = self.promised.as_ref().ok_or(Refusal::NothingPromised)?;
        match (kind, promised.kept) {
            (CommandKind::CheckPromise, _) | (_, Some(false)) => Ok(()),
            _ => Err(Refusal::PromiseHolds),
        }
    }

    /// Whether the promise was broken, and the time to put it right is over.
    pub(crate) fn broken_promise(&self, today: NaiveDate) -> Result<(), Refusal> {
        let promised = self.promised.as_ref().ok_or(Refusal::NothingPromised)?;
        match (promised.kept, promised.rectify_until) {
            (Some(false), Some(until)) if today <= until => {
                Err(Refusal::RectificationOpen { until })
            }
            (Some(false), Some(_)) => Ok(()),
            (Some(false), None) => Err(Refusal::RectificationNotOrdered),
            _ => Err(Refusal::PromiseHolds),
        }
    }

    /// Who broke a promise is barred from the track.
    pub(crate) fn barred_from_promising(procedure: &Procedure, today: NaiveDate) -> Option<Bar> {
        let PromiseTrack { barred_months, basis, .. } = procedure.promise()?;
        let (from, item) = (Barred::PromiseTrack, procedure.item().clone());
        let bar = Bar { from, item, since: today, until: None, basis: basis.clone() };
        Some(match barred_months {
            Some(months) => Bar::lasting(bar.from, bar.item, today, *months, bar.basis),
            None => bar,
        })
    }

    /// What becomes of the promise by this.
    pub(crate) fn learn_of_promise(&mut self, fact: &Fact, today: NaiveDate) {
        match (fact, &mut self.promised) {
            (Fact::PromiseChecked { kept, .. }, Some(promised)) => {
                promised.kept = Some(*kept);
                // What was put right is done with; what breaks again is ordered again.
                promised.rectify_until = promised.rectify_until.filter(|_| !kept);
            }
            (Fact::RectificationOrdered { until, .. }, Some(promised)) => {
                promised.rectify_until = Some(*until);
            }
            (Fact::PromiseMade { .. }, promised) => {
                *promised = Some(Promised { on: today, kept: None, rectify_until: None });
            }
            _ => {}
        }
    }
}

pub(crate) fn rectify(
    reason: &str,
    until: NaiveDate,
    notice: &str,
    today: NaiveDate,
) -> Result<Fact, Refusal> {
    written(reason, Words::Reason)?;
    if until <= today {
        return Err(Refusal::NoTimeToPutRight);
    }
    written(notice, Words::Notice)?;
    let (reason, notice) = (reason.to_owned(), notice.to_owned());
    Ok(Fact::RectificationOrdered { reason, until, notice })
}
