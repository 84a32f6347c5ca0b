//! The days on which an office opens and closes by its own order.

use chrono::Datelike;

use crate::hex::{hex, sha256};
use crate::workdays::{CalendarError, CalendarFault, SpecialDay, date};

/// The days on which a body's office is closed or open by an order of its own (机关日历层).
///
/// They win over the nation's and the region's days, for what the body promises and for
/// appointments. A closed office lengthens no limit of the law.
///
/// ```
/// use gov_workflow::{BodyLayer, Calendar, Deadline, Limit};
///
/// let layer = BodyLayer::parse("hall", "2026-03-06\toff\t系统升级\t示例告〔2026〕1号\n").unwrap();
/// let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// let calendar = calendar.with_body(layer);
/// let friday = "2026-03-06".parse()?;
/// assert_eq!(calendar.is_working_day(friday), Ok(true), "the law counts it");
/// assert_eq!(calendar.office().is_working_day(friday), Ok(false), "nobody is there");
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[doc(alias = "机关日历层")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BodyLayer {
    pub(crate) version: String,
    /// In their order.
    pub(crate) days: Vec<SpecialDay>,
}

impl BodyLayer {
    /// Reads rows of day, `off` or `work`, the reason and the number of the order, with tabs
    /// between them; lines that begin with `#` are skipped.
    ///
    /// `name` goes into the version.
    ///
    /// # Errors
    ///
    /// Every line that cannot be read: other columns, no day, another mark, no reason, no
    /// order, a day twice.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<CalendarError>> {
        let mut days: Vec<SpecialDay> = Vec::new();
        let mut faults = Vec::new();
        for (line, row) in (1..).zip(text.lines()) {
            if row.is_empty() || row.starts_with('#') {
                continue;
            }
            match read(row) {
                Ok(day) if days.iter().any(|other| other.date() == day.date()) => {
                    faults.push(CalendarError::at(line, CalendarFault::Repeated));
                }
                Ok(day) => days.push(day),
                Err(fault) => faults.push(CalendarError::at(line, fault)),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        days.sort_by_key(SpecialDay::date);
        let print = hex(&sha256(&[text.as_bytes()]));
        let print: String = print.chars().take(16).collect();
        Ok(Self { version: format!("{name} #{print}"), days })
    }

    /// The days, in their order; each names its reason and its order.
    #[must_use]
    pub fn days(&self) -> &[SpecialDay] {
        &self.days
    }
}

fn read(row: &str) -> Result<SpecialDay, CalendarFault> {
    let mut columns = row.split('\t');
    let (Some(day), Some(mark), Some(reason), Some(order), None) =
        (columns.next(), columns.next(), columns.next(), columns.next(), columns.next())
    else {
        return Err(CalendarFault::Columns);
    };
    let day = date(day).ok_or(CalendarFault::Date)?;
    let works = match mark {
        "work" => true,
        "off" => false,
        _ => return Err(CalendarFault::Mark),
    };
    if reason.trim().is_empty() {
        return Err(CalendarFault::Name);
    }
    if order.trim().is_empty() {
        return Err(CalendarFault::Order);
    }
    let year = u16::try_from(day.year()).map_err(|_| CalendarFault::Year)?;
    Ok(SpecialDay::new(day, works, format!("{reason}（{order}）"), year))
}
