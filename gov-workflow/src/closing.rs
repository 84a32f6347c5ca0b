//! The moment at which a last day is over.

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime};

use crate::case::CHINA;
use crate::{Deadline, DueUnknown};

impl Deadline {
    /// The moment at which the last day is over (届满时刻), in China's time: when the body
    /// stops its business that day, where it has hours of business, else at 24:00
    /// (民法典 art. 203).
    ///
    /// The hours are data of the body. The cases of this crate are judged by whole days, the
    /// reading that is milder to the applicant.
    ///
    /// ```
    /// use chrono::NaiveTime;
    /// use gov_workflow::{Calendar, Deadline, Limit};
    ///
    /// let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
    /// let deadline = Deadline::reckon(Limit::decision(), "2026-03-02".parse()?, &calendar);
    /// assert_eq!(deadline.ends_at(None).unwrap().to_rfc3339(), "2026-03-31T00:00:00+08:00");
    /// let closing = NaiveTime::from_hms_opt(17, 30, 0);
    /// assert_eq!(deadline.ends_at(closing).unwrap().to_rfc3339(), "2026-03-30T17:30:00+08:00");
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`due`](Self::due).
    #[doc(alias = "届满时刻")]
    pub fn ends_at(&self, closing: Option<NaiveTime>) -> Result<DateTime<FixedOffset>, DueUnknown> {
        let last = self.due()?;
        let local = match (closing, last.succ_opt()) {
            (Some(closing), _) => last.and_time(closing),
            (None, Some(next)) => next.and_time(NaiveTime::MIN),
            (None, None) => NaiveDateTime::MAX,
        };
        // No last day lies so near the beginning of time.
        let utc = local.checked_sub_offset(CHINA).unwrap_or(local);
        Ok(DateTime::from_naive_utc_and_offset(utc, CHINA))
    }
}
