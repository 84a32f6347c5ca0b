//! Period of validity (证照有效期) in days of China standard time.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};

/// China standard time, eight hours east all year.
const CHINA_SECONDS: i64 = 8 * 60 * 60;

/// The days on which a license is valid (证照有效期), both ends included.
///
/// Valid from 00:00 China standard time of the first day to the end of the last
/// day; without a last day, for good (长期).
///
/// ```
/// use chrono::{DateTime, NaiveDate};
/// use gov_license::Period;
///
/// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
/// let period = Period::try_new(day("2026-01-01"), Some(day("2026-12-31"))).unwrap();
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// assert!(period.contains(at("2025-12-31T16:00:00Z")));
/// assert!(!period.contains(at("2026-12-31T16:00:00Z")));
/// ```
#[doc(alias = "证照有效期")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Period {
    first: NaiveDate,
    last: Option<NaiveDate>,
}

impl Period {
    /// From the first day to the last; `None` where the last comes before the
    /// first.
    #[must_use]
    pub fn try_new(first: NaiveDate, last: Option<NaiveDate>) -> Option<Self> {
        if last.is_some_and(|last| last < first) { None } else { Some(Self { first, last }) }
    }

    /// The first day (证照有效期起始日期).
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last day (证照有效期截止日期); none when the license does not end.
    #[must_use]
    pub const fn last(self) -> Option<NaiveDate> {
        self.last
    }

    /// Whether the license has begun and not yet ended.
    #[must_use]
    pub fn contains(self, at: DateTime<FixedOffset>) -> bool {
        self.has_begun(at) && !self.is_over(at)
    }

    pub(crate) fn has_begun(self, at: DateTime<FixedOffset>) -> bool {
        self.starts() <= at.timestamp()
    }

    pub(crate) fn is_over(self, at: DateTime<FixedOffset>) -> bool {
        self.ends().is_some_and(|ends| ends <= at.timestamp())
    }

    /// First second of the first day, in Unix time.
    pub(crate) fn starts(self) -> i64 {
        midnight(self.first)
    }

    /// First second after the last day, in Unix time.
    pub(crate) fn ends(self) -> Option<i64> {
        self.last?.checked_add_days(Days::new(1)).map(midnight)
    }
}

/// 00:00 of a day in China, in Unix time.
fn midnight(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp() - CHINA_SECONDS
}

/// Reads `YYYY-MM-DD`, years 0001 to 9999, and nothing else.
pub(crate) fn read_date(text: &str) -> Option<NaiveDate> {
    let date: NaiveDate = text.parse().ok()?;
    (write_date(date)? == text).then_some(date)
}

/// Writes `YYYY-MM-DD`; the form has no room for other years.
pub(crate) fn write_date(date: NaiveDate) -> Option<String> {
    let text = date.to_string();
    (text.len() == 10 && !text.starts_with("0000")).then_some(text)
}
