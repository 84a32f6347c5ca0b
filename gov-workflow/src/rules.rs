//! What a decision is judged by.

use std::sync::Arc;

use crate::{Calendar, Circumstances, Procedure};

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
    procedure: Arc<Procedure>,
    calendar: Calendar,
    circumstances: Circumstances,
}

impl Rules {
    /// Judges by this procedure and this calendar.
    #[must_use]
    pub fn new(procedure: Procedure, calendar: Calendar) -> Self {
        let circumstances = Circumstances::default();
        Self { procedure: Arc::new(procedure), calendar, circumstances }
    }

    /// The same rules in these circumstances (案外情况). A clone shares procedure and
    /// calendar, so that each case can have its own.
    #[must_use]
    pub fn under(mut self, circumstances: Circumstances) -> Self {
        self.circumstances = circumstances;
        self
    }

    /// What is known outside the case (案外情况).
    #[must_use]
    pub const fn circumstances(&self) -> &Circumstances {
        &self.circumstances
    }

    /// The procedure (办理规程).
    #[must_use]
    pub fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The calendar (工作日历).
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}
