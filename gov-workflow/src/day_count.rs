//! Working days counted ahead, so that a question costs one look.

use chrono::{Datelike, NaiveDate};

use crate::SpecialDay;

/// How many days are worked through each day of the stretch in which notices set days, and
/// which day is the n-th. Before and after it the ordinary week rules.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct DayCount {
    /// The day before the stretch, and the working days through it.
    before: (i32, i32),
    /// Working days through each day of the stretch.
    through: Vec<i32>,
    /// The working days of the stretch, in order.
    worked: Vec<NaiveDate>,
}

impl DayCount {
    /// Counts along days that stand in their order.
    pub(crate) fn of(special: &[SpecialDay]) -> Self {
        let (Some(first), Some(last)) = (special.first(), special.last()) else {
            return Self::default();
        };
        let (first, last) = (number(first.date()), number(last.date()));
        let before = (first - 1, weekdays(first - 1));
        let (mut through, mut worked) = (Vec::new(), Vec::new());
        let mut sum = before.1;
        let mut named = special.iter().peekable();
        for day in first..=last {
            let works = match named.next_if(|special| number(special.date()) == day) {
                Some(special) => special.works(),
                None => weekdays(day) > weekdays(day - 1),
            };
            if works {
                sum += 1;
                worked.extend(NaiveDate::from_num_days_from_ce_opt(day));
            }
            through.push(sum);
        }
        Self { before, through, worked }
    }

    /// Working days from the beginning of time through this day.
    #[inline]
    pub(crate) fn through(&self, day: NaiveDate) -> i32 {
        let day = number(day);
        let inside = usize::try_from(day - self.before.0 - 1).ok();
        match inside.map(|inside| self.through.get(inside)) {
            None => weekdays(day),
            Some(Some(through)) => *through,
            Some(None) => weekdays(day) + self.shift(),
        }
    }

    /// The day through which so many days have been worked, itself a working day.
    #[inline]
    pub(crate) fn day_with(&self, target: i64) -> Option<NaiveDate> {
        let inside = usize::try_from(target - i64::from(self.before.1) - 1).ok();
        let day = match inside.map(|inside| self.worked.get(inside)) {
            None => weekday(target),
            Some(Some(day)) => return Some(*day),
            Some(None) => weekday(target - i64::from(self.shift())),
        };
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
    }

    /// What the stretch adds to the ordinary week after it.
    fn shift(&self) -> i32 {
        let Some(through) = self.through.last() else { return 0 };
        let days = i32::try_from(self.through.len()).unwrap_or(i32::MAX);
        through - weekdays(self.before.0.saturating_add(days))
    }
}

/// Days since the beginning of time; day 1 is a Monday.
fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// Mondays to Fridays from day 1 through this day.
const fn weekdays(day: i32) -> i32 {
    let rest = day.rem_euclid(7);
    day.div_euclid(7) * 5 + if rest < 5 { rest } else { 5 }
}

/// The `n`-th of them.
const fn weekday(n: i64) -> i64 {
    (n - 1).div_euclid(5) * 7 + (n - 1).rem_euclid(5) + 1
}
