//! The clock of a hotline ticket.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use crate::case::day;
use crate::{Calendar, NotCovered, StaffId};

/// A ticket of the hotline 12345 that was dispatched to a body (12345热线工单).
///
/// ```
/// use chrono::DateTime;
/// use gov_workflow::{Calendar, HotlineRule, HotlineTicket};
///
/// let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// let at = DateTime::parse_from_rfc3339("2026-03-06T09:00:00+08:00").unwrap();
/// let ticket = HotlineTicket::dispatched(at, HotlineRule::default());
/// assert_eq!(ticket.due(&calendar).unwrap().to_string(), "2026-03-13");
/// assert_eq!(ticket.return_until().to_rfc3339(), "2026-03-07T09:00:00+08:00");
/// ```
#[doc(alias = "12345")]
#[doc(alias = "热线工单")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct HotlineTicket {
    dispatched_at: DateTime<FixedOffset>,
    rule: HotlineRule,
    extended_by: Option<StaffId>,
}

/// In which time a ticket is handled (热线工单时限).
///
/// The default is that of Anyang's local rules; others put their own numbers. Where a law
/// gives the matter itself more time, that time goes into `law_days` and wins (Weifang).
#[doc(alias = "热线工单时限")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct HotlineRule {
    /// Working days to handle it, from the dispatch.
    pub days: u16,
    /// Working days more, once, with the approval of the head; 0 where there are none.
    pub extension: u16,
    /// Working days that a law gives for the matter, if it gives any.
    pub law_days: Option<u16>,
    /// Hours to send a wrongly dispatched ticket back.
    pub return_hours: u16,
}

impl Default for HotlineRule {
    fn default() -> Self {
        Self { days: 5, extension: 5, law_days: None, return_hours: 24 }
    }
}

impl HotlineTicket {
    /// A ticket that reaches the body at this time.
    #[must_use]
    pub const fn dispatched(at: DateTime<FixedOffset>, rule: HotlineRule) -> Self {
        Self { dispatched_at: at, rule, extended_by: None }
    }

    /// The last day to handle it.
    ///
    /// # Errors
    ///
    /// When the calendar does not reach that far.
    pub fn due(&self, calendar: &Calendar) -> Result<NaiveDate, NotCovered> {
        let HotlineRule { days, extension, law_days, .. } = self.rule;
        let extension = if self.extended_by.is_some() { extension } else { 0 };
        let days = days.saturating_add(extension).max(law_days.unwrap_or(0));
        calendar.nth_working_day_after(day(self.dispatched_at), days.into())
    }

    /// Extends the time, with the approval of the head.
    ///
    /// # Errors
    ///
    /// - a second extension, or one where the rule knows none
    /// - one after the last day
    /// - one that needs a day outside the calendar
    pub fn extend(
        &mut self,
        head: StaffId,
        at: DateTime<FixedOffset>,
        calendar: &Calendar,
    ) -> Result<(), HotlineError> {
        if self.rule.extension == 0 {
            return Err(HotlineError::NoExtension);
        }
        if self.extended_by.is_some() {
            return Err(HotlineError::AlreadyExtended);
        }
        if day(at) > self.due(calendar)? {
            return Err(HotlineError::Over);
        }
        self.extended_by = Some(head);
        Ok(())
    }

    /// Who approved the extension, if somebody did.
    #[must_use]
    pub const fn extended_by(&self) -> Option<&StaffId> {
        self.extended_by.as_ref()
    }

    /// The last moment to send it back, when it was dispatched to the wrong body.
    #[must_use]
    pub fn return_until(&self) -> DateTime<FixedOffset> {
        let hours = TimeDelta::hours(self.rule.return_hours.into());
        self.dispatched_at.checked_add_signed(hours).unwrap_or(self.dispatched_at)
    }

    /// Whether it can still be sent back.
    ///
    /// # Errors
    ///
    /// When the hours are over.
    pub fn send_back(&self, at: DateTime<FixedOffset>) -> Result<(), HotlineError> {
        if at <= self.return_until() { Ok(()) } else { Err(HotlineError::ReturnOver) }
    }
}

/// Why a ticket cannot be extended or sent back.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum HotlineError {
    /// The rule knows no extension.
    #[error("hotline ticket: the rule knows no extension")]
    NoExtension,
    /// It was extended before.
    #[error("hotline ticket: extended before")]
    AlreadyExtended,
    /// The last day is over.
    #[error("hotline ticket: the last day is over")]
    Over,
    /// The hours to send it back are over.
    #[error("hotline ticket: the time to send it back is over")]
    ReturnOver,
    /// A day that has to be counted lies outside the calendar.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
}

impl HotlineError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoExtension => "no-extension",
            Self::AlreadyExtended => "already-extended",
            Self::Over => "over",
            Self::ReturnOver => "return-over",
            Self::NotCovered(cause) => cause.code(),
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NoExtension => "热线工单：规定不允许延期".to_owned(),
            Self::AlreadyExtended => "热线工单：已延期一次".to_owned(),
            Self::Over => "热线工单：办理期限已过".to_owned(),
            Self::ReturnOver => "热线工单：退回时限已过".to_owned(),
            Self::NotCovered(cause) => cause.zh(),
        }
    }
}
