//! What a decision is judged by.

use crate::{Calendar, Procedure};

/// What a decision is judged by (办理规则): one version of a procedure, and a calendar.
///
/// ```
/// # use gov_identity::{CreditCode, DivisionCode};
/// # use gov_workflow::{Calendar, ItemCode, Procedure, ProcedureDraft, Rules};
/// let draft = ProcedureDraft::licensing(
///     ItemCode::parse("1164020010001501113000131001000")?,
///     "食品经营许可",
///     CreditCode::from_static("91640200MA0000007F"),
///     DivisionCode::from_static("640200"),
/// );
/// let calendar = Calendar::parse("X", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// let rules = Rules::new(Procedure::try_new(draft).unwrap(), calendar);
/// assert_eq!(rules.procedure().version(), 1);
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "办理规则")]
#[derive(Clone, Debug)]
pub struct Rules {
    procedure: Procedure,
    calendar: Calendar,
}

impl Rules {
    /// Judges by this procedure and this calendar.
    #[must_use]
    pub const fn new(procedure: Procedure, calendar: Calendar) -> Self {
        Self { procedure, calendar }
    }

    /// The procedure (办理规程).
    #[must_use]
    pub const fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The calendar (工作日历).
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}
