//! More time to decide, once.

use chrono::NaiveDate;
use gov_identity::CreditCode;

use crate::decide::written;
use crate::{Basis, Case, Fact, Procedure, Refusal, Rules, Words};

/// How far the time to decide can be extended, once (可延长期限), in the unit of the
/// limit.
///
/// ```
/// use gov_workflow::Extension;
///
/// assert_eq!(Extension::decision().days, 10);
/// ```
#[doc(alias = "延长期限")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Extension {
    /// How many days more, at most.
    pub days: u16,
    /// The body whose head approves; none for the body that decides.
    pub approver: Option<CreditCode>,
    /// Where the law says so.
    pub basis: Basis,
}

impl Extension {
    /// Ten working days by the head of the body, 行政许可法 art. 42 para. 1.
    #[must_use]
    pub fn decision() -> Self {
        Self { days: 10, approver: None, basis: Basis::licensing_law(42) }
    }

    /// Fifteen working days by the head of the government at that level, for unified,
    /// joint and centralized handling, 行政许可法 art. 42 para. 2.
    #[must_use]
    pub fn joint_decision(government: CreditCode) -> Self {
        Self { days: 15, approver: Some(government), basis: Basis::joint_handling() }
    }
}

impl Case {
    /// Whether more time can be had: once, and before the time is over.
    pub(crate) fn extendable(&self, rules: &Rules, today: NaiveDate) -> Result<(), Refusal> {
        let procedure = rules.procedure();
        if procedure.extension().is_none() || procedure.first_review().is_some() {
            return Err(Refusal::NotExtendable);
        }
        if self.extension.is_some() {
            return Err(Refusal::ExtendedBefore);
        }
        let Some(deadline) = self.decision_due(rules) else { return Ok(()) };
        match (deadline.is_over(today)?, deadline.due()) {
            (true, Ok(due)) => Err(Refusal::DecisionOverdue { due }),
            _ => Ok(()),
        }
    }
}

/// The one extension, of no more days than the procedure allows.
pub(crate) fn extend(
    procedure: &Procedure,
    days: u16,
    reason: &str,
    notice: &str,
) -> Result<Fact, Refusal> {
    let most = procedure.extension().ok_or(Refusal::NotExtendable)?;
    if !(1..=most.days).contains(&days) {
        return Err(Refusal::ExtensionTooLong { longest: most.days });
    }
    written(reason, Words::Reason)?;
    written(notice, Words::Notice)?;
    let extension = Extension { days, ..most.clone() };
    Ok(Fact::DecisionExtended { extension, reason: reason.to_owned(), notice: notice.to_owned() })
}
