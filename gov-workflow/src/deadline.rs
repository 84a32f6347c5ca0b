//! A limit that has met a start day and a calendar.

use chrono::{Days, NaiveDate};

use crate::limit::{LimitUnit, StartRule};
use crate::{Calendar, Limit, NotCovered};

/// A time limit that runs (期限): from which day, until which day, by which
/// calendar and which law.
///
/// The value keeps the calendar it was reckoned with, so that it can explain
/// itself years later and be compared with a newer notice.
///
/// ```
/// # #[cfg(feature = "china-calendar")] {
/// use chrono::NaiveDate;
/// use gov_workflow::{Calendar, Deadline, Limit};
///
/// let accepted = NaiveDate::from_ymd_opt(2017, 9, 29).unwrap();
/// let deadline = Deadline::reckon(Limit::decision(), accepted, &Calendar::china());
/// assert_eq!(deadline.due(), Ok(NaiveDate::from_ymd_opt(2017, 11, 2).unwrap()));
/// assert_eq!(deadline.explain().lines().next().unwrap(),
///     "decision: 20 working days, statutory (行政许可法 art. 42)");
/// # }
/// ```
#[doc(alias = "期限")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Deadline {
    limit: Limit,
    start: NaiveDate,
    due: Result<NaiveDate, DueUnknown>,
    calendar: Calendar,
}

/// Why nobody can name the last day.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DueUnknown {
    /// It lies outside the calendar.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
}

impl DueUnknown {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotCovered(cause) => cause.code(),
        }
    }

    /// The answer as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NotCovered(cause) => cause.zh(),
        }
    }
}

impl Deadline {
    /// Runs `limit` from the day of the event that starts it.
    #[must_use]
    pub fn reckon(limit: Limit, start: NaiveDate, calendar: &Calendar) -> Self {
        let due = due(&limit, start, calendar).map_err(DueUnknown::NotCovered);
        Self { limit, start, due, calendar: calendar.clone() }
    }

    /// The limit that runs.
    #[must_use]
    pub const fn limit(&self) -> &Limit {
        &self.limit
    }

    /// The day of the event that started it; not counted.
    #[must_use]
    pub const fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day; it ends at 24:00, or when the body closes (民法典 art. 203).
    ///
    /// # Errors
    ///
    /// When the calendar does not reach that far.
    pub const fn due(&self) -> Result<NaiveDate, DueUnknown> {
        self.due
    }

    /// The calendar it was reckoned with.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether the last day is over on `day`.
    ///
    /// This does not need the last day itself to be covered: what the calendar
    /// covers ends before it, and so many days cannot pass in fewer days.
    ///
    /// # Errors
    ///
    /// When the calendar would be needed and does not reach that far.
    pub fn is_over(&self, day: NaiveDate) -> Result<bool, NotCovered> {
        match self.due {
            Ok(due) => Ok(due < day),
            Err(DueUnknown::NotCovered(cause)) => {
                let passed = day.signed_duration_since(self.start).num_days();
                let (_, last) = self.calendar.range();
                let before_due = day <= last && last < cause.day();
                if passed <= i64::from(self.limit.days) || before_due {
                    Ok(false)
                } else {
                    Err(cause)
                }
            }
        }
    }

    /// How much is used up on `day`, in the unit of the limit (已用时).
    ///
    /// # Errors
    ///
    /// When the calendar is needed and does not cover the two days.
    pub fn elapsed(&self, day: NaiveDate) -> Result<u32, NotCovered> {
        let from = counted_from(&self.limit, self.start, &self.calendar)?;
        match self.limit.unit {
            LimitUnit::NaturalDay => {
                let days = day.signed_duration_since(from).num_days();
                Ok(u32::try_from(days.max(0)).unwrap_or(u32::MAX))
            }
            LimitUnit::WorkingDay => self.calendar.working_days_between(from, day),
        }
    }

    /// What is left on `day`, in the unit of the limit (剩余); below zero past it.
    ///
    /// # Errors
    ///
    /// As for [`elapsed`](Self::elapsed).
    pub fn remaining(&self, day: NaiveDate) -> Result<i64, NotCovered> {
        Ok(i64::from(self.limit.days) - i64::from(self.elapsed(day)?))
    }
}

fn due(limit: &Limit, start: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, NotCovered> {
    let from = counted_from(limit, start, calendar)?;
    let days = u32::from(limit.days);
    match limit.unit {
        LimitUnit::WorkingDay => calendar.nth_working_day_after(from, days),
        LimitUnit::NaturalDay if days == 0 => calendar.nth_working_day_after(from, 0),
        LimitUnit::NaturalDay => {
            let last = from.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX);
            roll(last, calendar)
        }
    }
}

/// The day after which counting begins.
fn counted_from(
    limit: &Limit,
    start: NaiveDate,
    calendar: &Calendar,
) -> Result<NaiveDate, NotCovered> {
    match limit.start_rule {
        StartRule::DayAfter => Ok(start),
        StartRule::DayAfterWorkingDay => roll(start, calendar),
    }
}

/// The day itself, or the next working day after a day of rest.
fn roll(day: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, NotCovered> {
    if calendar.is_working_day(day)? { Ok(day) } else { calendar.nth_working_day_after(day, 1) }
}
