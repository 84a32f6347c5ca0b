//! The text of a working calendar: its range, its years, its special days.

use core::fmt;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

/// A day that a notice takes out of the ordinary week, or puts into it
/// (节假日或调休工作日).
///
/// A few notices repeat the ordinary week; such a day is kept as it stands.
///
/// ```
/// # #[cfg(feature = "china-calendar")] {
/// use chrono::NaiveDate;
/// use gov_workflow::Calendar;
///
/// let day = NaiveDate::from_ymd_opt(2025, 1, 26).unwrap();
/// let calendar = Calendar::china();
/// let special = calendar.special_day(day).unwrap();
/// assert!(special.works());
/// assert_eq!((special.name(), special.notice()), ("春节", 2025));
/// # }
/// ```
#[doc(alias = "节假日")]
#[doc(alias = "调休")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SpecialDay {
    date: NaiveDate,
    works: bool,
    name: String,
    notice: u16,
}

impl SpecialDay {
    pub(crate) const fn new(date: NaiveDate, works: bool, name: String, notice: u16) -> Self {
        Self { date, works, name, notice }
    }

    /// The day.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// Whether it is a working day (调休工作日) rather than a day off.
    #[must_use]
    pub const fn works(&self) -> bool {
        self.works
    }

    /// The holiday it belongs to, in Chinese, as the notice names it; the reason and the
    /// order where an office set it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The year whose notice set the day; often the year after a late December day.
    #[must_use]
    pub const fn notice(&self) -> u16 {
        self.notice
    }
}

/// What the text of a calendar says.
#[derive(Debug)]
pub(crate) struct Workdays {
    pub(crate) days: BTreeMap<NaiveDate, SpecialDay>,
    pub(crate) firm: Option<(NaiveDate, NaiveDate)>,
    pub(crate) provisional: Option<(NaiveDate, NaiveDate)>,
    pub(crate) years: Option<BTreeSet<i32>>,
}

impl Workdays {
    /// Reads the text, reporting every fault.
    pub(crate) fn parse(text: &str) -> Result<Self, Vec<CalendarError>> {
        let mut read = Self { days: BTreeMap::new(), firm: None, provisional: None, years: None };
        let mut faults = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let outcome = match line.strip_prefix('#') {
                Some(comment) => read.header(comment.trim()),
                None if line.is_empty() => Ok(()),
                None => read.row(line),
            };
            faults.extend(outcome.err().map(|fault| CalendarError { line: index + 1, fault }));
        }
        if faults.is_empty() { Ok(read) } else { Err(faults) }
    }

    /// Three comments mean something: `firm:`, `provisional:`, `covered years:`.
    fn header(&mut self, comment: &str) -> Result<(), CalendarFault> {
        if let Some(range) = comment.strip_prefix("firm:") {
            self.firm = Some(days(range)?);
        } else if let Some(range) = comment.strip_prefix("provisional:") {
            self.provisional = Some(days(range)?);
        } else if let Some(years) = comment.strip_prefix("covered years:") {
            let years: Result<BTreeSet<i32>, _> = years.split_whitespace().map(year).collect();
            self.years = Some(years?.into_iter().collect());
        }
        Ok(())
    }

    fn row(&mut self, line: &str) -> Result<(), CalendarFault> {
        let mut columns = line.split('\t');
        let (Some(day), Some(mark), Some(name), Some(notice), None) =
            (columns.next(), columns.next(), columns.next(), columns.next(), columns.next())
        else {
            return Err(CalendarFault::Columns);
        };
        let date = date(day).ok_or(CalendarFault::Date)?;
        let works = match mark {
            "work" => true,
            "off" => false,
            _ => return Err(CalendarFault::Mark),
        };
        if name.trim().is_empty() {
            return Err(CalendarFault::Name);
        }
        let notice = u16::try_from(year(notice)?).map_err(|_| CalendarFault::Year)?;
        let special = SpecialDay { date, works, name: name.to_owned(), notice };
        match self.days.insert(date, special) {
            None => Ok(()),
            Some(_) => Err(CalendarFault::Repeated),
        }
    }

    /// The years whose notices set the days, first and last.
    pub(crate) fn notices(&self) -> Option<(u16, u16)> {
        let notices = || self.days.values().map(SpecialDay::notice);
        Some((notices().min()?, notices().max()?))
    }

    /// The first row that no covered year holds, by its place among the rows.
    pub(crate) fn stray_year(&self) -> Option<i32> {
        let years = self.years.as_ref()?;
        self.days.keys().map(Datelike::year).find(|year| !years.contains(year))
    }
}

/// A range such as `2007-01-01..2026-12-25`, words after it aside.
fn days(range: &str) -> Result<(NaiveDate, NaiveDate), CalendarFault> {
    let range = range.split_whitespace().next().unwrap_or_default();
    let (first, last) = range.split_once("..").ok_or(CalendarFault::Range)?;
    match (date(first), date(last)) {
        (Some(first), Some(last)) if first <= last => Ok((first, last)),
        _ => Err(CalendarFault::Range),
    }
}

/// Ten characters, `2007-01-01`; what chrono would also forgive is refused.
pub(crate) fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (text.len() == 10 && date.to_string() == text).then_some(date)
}

fn year(text: &str) -> Result<i32, CalendarFault> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().map_err(|_| CalendarFault::Year) } else { Err(CalendarFault::Year) }
}

/// A line of a calendar's text that cannot be read.
///
/// ```
/// use gov_workflow::Calendar;
///
/// let faults = Calendar::parse("X", "# firm: 2025-01-01..2025-12-31\n2025-02-30\toff\t春节\t2025\n");
/// let fault = faults.unwrap_err()[0];
/// assert_eq!(fault.to_string(), "calendar line 2: no such day, expected YYYY-MM-DD");
/// assert_eq!(fault.zh(), "工作日历第2行：没有这一天，应写作YYYY-MM-DD");
/// assert_eq!((fault.line(), fault.code()), (2, "date"));
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("calendar line {line}: {fault}")]
pub struct CalendarError {
    line: usize,
    fault: CalendarFault,
}

/// What is wrong with the line.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarFault {
    /// Not four columns with tabs between them.
    #[error("expected four columns: day, off or work, name, year of the notice")]
    Columns,
    /// Not a day.
    #[error("no such day, expected YYYY-MM-DD")]
    Date,
    /// Neither `off` nor `work`.
    #[error("the second column is neither off nor work")]
    Mark,
    /// A holiday without a name.
    #[error("the name of the holiday is missing")]
    Name,
    /// Not a year of four digits.
    #[error("expected a year of four digits")]
    Year,
    /// The day stands on an earlier line, too.
    #[error("the day stands on an earlier line, too")]
    Repeated,
    /// Not a range of days.
    #[error("expected a range of days, FIRST..LAST")]
    Range,
    /// The text nowhere says which days it covers.
    #[error("no line says which days are covered: firm or covered years")]
    NoCover,
    /// A provisional range that does not follow the firm one.
    #[error("the provisional days do not follow the firm ones")]
    Gap,
    /// A day of an office without an order.
    #[error("the number of the order is missing")]
    Order,
    /// A row of a year that the text does not claim to cover.
    #[error("a row lies outside the covered years")]
    Stray,
}

impl CalendarError {
    pub(crate) const fn at(line: usize, fault: CalendarFault) -> Self {
        Self { line, fault }
    }

    /// A fault of the text as a whole, put after its last line.
    pub(crate) fn whole(text: &str, fault: CalendarFault) -> Vec<Self> {
        vec![Self { line: text.lines().count() + 1, fault }]
    }

    /// The line, counted from 1; a fault of the whole text stands after the last.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> CalendarFault {
        self.fault
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.fault {
            CalendarFault::Columns => "columns",
            CalendarFault::Date => "date",
            CalendarFault::Mark => "mark",
            CalendarFault::Name => "name",
            CalendarFault::Year => "year",
            CalendarFault::Repeated => "repeated",
            CalendarFault::Range => "range",
            CalendarFault::NoCover => "no-cover",
            CalendarFault::Gap => "gap",
            CalendarFault::Order => "order",
            CalendarFault::Stray => "stray",
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("工作日历第{}行：{}", self.line, Zh(self.fault))
    }
}

struct Zh(CalendarFault);

impl fmt::Display for Zh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            CalendarFault::Columns => "应有四列：日期、off或work、名称、通知年份",
            CalendarFault::Date => "没有这一天，应写作YYYY-MM-DD",
            CalendarFault::Mark => "第二列应为off或work",
            CalendarFault::Name => "缺少节假日名称",
            CalendarFault::Year => "年份应为四位数字",
            CalendarFault::Repeated => "该日期前面已经出现",
            CalendarFault::Range => "应为日期范围“起..止”",
            CalendarFault::NoCover => "没有写明覆盖哪些日期",
            CalendarFault::Gap => "暂定日期没有紧接确定日期",
            CalendarFault::Order => "缺少决定文号",
            CalendarFault::Stray => "有日期不在声明覆盖的年份之内",
        })
    }
}
