//! The answer of a calendar that does not know.

use chrono::NaiveDate;

/// The calendar does not know this day (日历未覆盖): no notice yet, or no data.
///
/// ```
/// use chrono::NaiveDate;
/// use gov_workflow::Calendar;
///
/// let calendar = Calendar::parse("X", "# firm: 2025-01-01..2025-12-31\n").unwrap();
/// let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
/// let error = calendar.is_working_day(day).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "calendar: 2026-01-05 is not covered, the data reaches from 2025-01-01 to 2025-12-31",
/// );
/// ```
#[doc(alias = "日历未覆盖")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("calendar: {day} is not covered, the data reaches from {first} to {last}")]
pub struct NotCovered {
    pub(crate) day: NaiveDate,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
}

impl NotCovered {
    /// The first day that would have been needed.
    #[must_use]
    pub const fn day(&self) -> NaiveDate {
        self.day
    }

    /// The first and the last day of the data.
    #[must_use]
    pub const fn range(&self) -> (NaiveDate, NaiveDate) {
        (self.first, self.last)
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "calendar-not-covered"
    }

    /// The answer as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        let Self { day, first, last } = self;
        format!("工作日历没有覆盖{day}，数据自{first}起至{last}止")
    }
}
