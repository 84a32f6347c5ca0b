//! More time to decide, once.

use gov_identity::CreditCode;

use crate::Basis;

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
        Self { days: 15, approver: Some(government), basis: Basis::licensing_law(42) }
    }
}
