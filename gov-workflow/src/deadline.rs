//! A limit that has met a start day and a calendar.

use chrono::{Days, NaiveDate};

use crate::limit::{Clock, LimitUnit, Origin, StartRule};
use crate::pause::{Gap, Pause, gaps};
use crate::reckoning::date_zh;
use crate::{Basis, Calendar, Extension, Limit, NotCovered};

/// A time limit that runs (期限): from which day, until which day, by which
/// calendar and which law.
///
/// The value keeps the calendar it was reckoned with, so that it can explain
/// itself years later and be compared with a newer notice.
///
/// The question to the calendar is the smaller part of its cost, keeping limit and calendar the
/// greater; nothing is written out before [`explain`](Self::explain) is called. A calendar
/// other than the national one counts its owners besides, and a basis that was read at run time
/// is copied, unless it is an article of the licensing law.
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
    changes: Option<Box<Changes>>,
    /// The last day where it is a date and no count of days.
    dated: Option<NaiveDate>,
    due: Result<NaiveDate, DueUnknown>,
    calendar: Calendar,
}

/// What befell it on the way. Most deadlines know none of it, and so are small.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Changes {
    pauses: Vec<Pause>,
    extension: Option<Extension>,
}

/// Why nobody can name the last day.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DueUnknown {
    /// It lies outside the calendar.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
    /// The clock stands still (中止计算), and nobody knows until when.
    #[error("deadline: stopped since {since}")]
    Paused {
        /// The day on which it stopped.
        since: NaiveDate,
    },
}

impl DueUnknown {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotCovered(cause) => cause.code(),
            Self::Paused { .. } => "paused",
        }
    }

    /// The answer as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::NotCovered(cause) => cause.zh(),
            Self::Paused { since } => format!("期限自{}起停止计算", date_zh(*since)),
        }
    }
}

impl Deadline {
    /// Runs `limit` from the day of the event that starts it: a promised one by the days on
    /// which the office is open, a statutory one by the law's working days alone.
    #[must_use]
    pub fn reckon(limit: Limit, start: NaiveDate, calendar: &Calendar) -> Self {
        let calendar = calendar.of(limit.origin).clone();
        let due = due(&limit, limit.days.into(), &[], start, &calendar);
        Self { limit, start, changes: None, dated: None, due, calendar }
    }

    /// Runs until the license expires, 行政许可法 art. 50: a date, which no day of rest, special
    /// procedure or extension moves. It is counted in natural days.
    #[must_use]
    pub fn renewal(asked: NaiveDate, expires: NaiveDate, calendar: &Calendar) -> Self {
        let limit = Limit {
            clock: Clock::Renewal,
            origin: Origin::Statutory,
            days: natural_days(asked, expires).try_into().unwrap_or(u16::MAX),
            unit: LimitUnit::NaturalDay,
            start_rule: StartRule::DayAfter,
            basis: Basis::licensing_law(50),
        };
        Self { dated: Some(expires), ..Self::reckon(limit, asked, calendar) }.again()
    }

    /// Leaves out the time of special procedures, besides what was left out before.
    #[must_use]
    pub fn paused(mut self, pauses: impl IntoIterator<Item = Pause>) -> Self {
        self.changes.get_or_insert_default().pauses.extend(pauses);
        self.again()
    }

    /// Lengthens the same run by the days of the extension. There is only one: another
    /// takes its place.
    #[must_use]
    pub fn extended(mut self, extension: Extension) -> Self {
        self.changes.get_or_insert_default().extension = Some(extension);
        self.again()
    }

    fn again(mut self) -> Self {
        if let Some(last) = self.dated {
            (self.changes, self.due) = (None, Ok(last));
            return self;
        }
        self.changes.take_if(|changes| **changes == Changes::default());
        self.due = due(&self.limit, self.days(), self.pauses(), self.start, &self.calendar);
        self
    }

    /// How many days there are with the extension, in the unit of the limit.
    #[must_use]
    pub fn days(&self) -> u32 {
        if let Some(last) = self.dated {
            return natural_days(self.start, last);
        }
        let more = self.extension().map_or(0, |extension| extension.days);
        u32::from(self.limit.days) + u32::from(more)
    }

    /// What is left out, in the order in which it was told (特别程序用时).
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        self.changes.as_ref().map_or(&[], |changes| &changes.pauses)
    }

    /// By how much it was extended, if it was (延长期限).
    #[must_use]
    pub const fn extension(&self) -> Option<&Extension> {
        match &self.changes {
            Some(changes) => changes.extension.as_ref(),
            None => None,
        }
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
    /// When the calendar does not reach that far, or the clock stands still.
    pub const fn due(&self) -> Result<NaiveDate, DueUnknown> {
        self.due
    }

    /// The last day where it is a date and no count of days (固定日期), as for a renewal.
    #[must_use]
    pub const fn dated(&self) -> Option<NaiveDate> {
        self.dated
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
            // It stopped before its last day was over.
            Err(DueUnknown::Paused { .. }) => Ok(false),
            Err(DueUnknown::NotCovered(cause)) => {
                let passed = day.signed_duration_since(self.start).num_days();
                let (_, last) = self.calendar.range();
                let before_due = day <= last && last < cause.day();
                let counted = || self.elapsed(day).is_ok_and(|used| used <= self.days());
                let certain = passed <= i64::from(self.days()) || before_due || counted();
                if certain { Ok(false) } else { Err(cause) }
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
        let mut days = self.between(from, day)?;
        for gap in gaps(self.pauses(), from) {
            let to = gap.to.map_or(day, |to| to.min(day));
            days = days.saturating_sub(self.between(gap.from.min(to), to)?);
        }
        Ok(days)
    }

    /// The days of the limit's unit after `a`, up to and with `b`.
    fn between(&self, a: NaiveDate, b: NaiveDate) -> Result<u32, NotCovered> {
        match self.limit.unit {
            LimitUnit::NaturalDay => Ok(natural_days(a, b)),
            LimitUnit::WorkingDay => self.calendar.working_days_between(a, b),
        }
    }

    /// What is left on `day`, in the unit of the limit (剩余); below zero past it.
    ///
    /// # Errors
    ///
    /// As for [`elapsed`](Self::elapsed).
    pub fn remaining(&self, day: NaiveDate) -> Result<i64, NotCovered> {
        Ok(i64::from(self.days()) - i64::from(self.elapsed(day)?))
    }
}

fn due(
    limit: &Limit,
    days: u32,
    pauses: &[Pause],
    start: NaiveDate,
    calendar: &Calendar,
) -> Result<NaiveDate, DueUnknown> {
    let from = counted_from(limit, start, calendar)?;
    let gaps = gaps(pauses, from);
    match limit.unit {
        LimitUnit::WorkingDay => working_due(from, days, &gaps, calendar),
        LimitUnit::NaturalDay if days == 0 => Ok(calendar.nth_working_day_after(from, 0)?),
        LimitUnit::NaturalDay => natural_due(from, days, &gaps, calendar),
    }
}

/// Runs from gap to gap: what is used up before one is not left after it.
fn working_due(
    from: NaiveDate,
    days: u32,
    gaps: &[Gap],
    calendar: &Calendar,
) -> Result<NaiveDate, DueUnknown> {
    let (mut from, mut left) = (from, days);
    for gap in gaps {
        let due = calendar.nth_working_day_after(from, left);
        if let Ok(due) = due
            && due <= gap.from
        {
            return Ok(due);
        }
        left -= calendar.working_days_between(from, gap.from)?.min(left);
        from = gap.to.ok_or(DueUnknown::Paused { since: gap.from })?;
    }
    Ok(calendar.nth_working_day_after(from, left)?)
}

fn natural_due(
    from: NaiveDate,
    days: u32,
    gaps: &[Gap],
    calendar: &Calendar,
) -> Result<NaiveDate, DueUnknown> {
    let (mut from, mut left) = (from, days);
    for gap in gaps {
        let before = natural_days(from, gap.from);
        if left <= before {
            break;
        }
        left -= before;
        from = gap.to.ok_or(DueUnknown::Paused { since: gap.from })?;
    }
    let mut last =
        roll(from.checked_add_days(Days::new(left.into())).unwrap_or(NaiveDate::MAX), calendar)?;
    // A last day that moves on does not move into a gap.
    for gap in gaps.iter().filter(|gap| gap.from >= from) {
        if last > gap.from && gap.to.is_none_or(|to| last <= to) {
            let to = gap.to.ok_or(DueUnknown::Paused { since: gap.from })?;
            last = calendar.nth_working_day_after(to, 1)?;
        }
    }
    Ok(last)
}

fn natural_days(a: NaiveDate, b: NaiveDate) -> u32 {
    u32::try_from(b.signed_duration_since(a).num_days().max(0)).unwrap_or(u32::MAX)
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
