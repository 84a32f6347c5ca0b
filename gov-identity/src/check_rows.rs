//! Checking a whole table of numbers (批量核验).

use alloc::vec::Vec;
use core::fmt;
use core::ops::ControlFlow;

use chrono::NaiveDate;

#[cfg(feature = "divisions")]
use crate::Divisions;
use crate::{Notice, ParseError, Subject};

#[cfg(feature = "csv")]
mod csv;
mod number;

#[cfg(feature = "csv")]
pub use self::csv::{CsvError, check_csv};

/// Checks row after row and reports what it finds (批量核验).
///
/// Rows come from any iterator and are looked at once; nothing of them is kept,
/// so the memory needed does not grow with the table. Each finding names its row
/// and column, counted from 1, and never repeats the cell. The caller ends the
/// run by breaking off.
///
/// ```
/// use gov_identity::{Column, RowCheck, RowFindings, Subject, check_rows};
///
/// let rows = [
///     ["11010519491231002X", "91640200MA0000007F"],
///     ["110105194913310021", ""],
/// ];
/// let columns = [Column::Required(Subject::ResidentId), Column::Required(Subject::CreditCode)];
/// let mut findings = RowFindings::up_to(1_000);
/// let summary = check_rows(rows, &RowCheck::new(columns), |report| findings.take(report));
///
/// assert_eq!((summary.rows(), summary.errors()), (2, 2));
/// let [check, missing] = findings.list() else { panic!() };
/// assert_eq!((check.row(), check.column(), check.code()), (2, 1, "date"));
/// assert_eq!(missing.to_string(), "row 2, column 2: unified social credit code: missing");
/// assert_eq!(missing.zh().to_string(), "第2行第2列：统一社会信用代码缺失");
/// ```
pub fn check_rows<R>(
    rows: impl IntoIterator<Item = R>,
    check: &RowCheck,
    mut report: impl FnMut(RowReport) -> ControlFlow<()>,
) -> RowSummary
where
    R: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut summary = RowSummary::default();
    for (number, cells) in (1..).zip(rows) {
        if check.row(number, cells, &mut summary, &mut report).is_break() {
            summary.stopped = true;
            break;
        }
    }
    summary
}

/// What a table should hold, column by column (核验规则).
///
/// ```
/// use gov_identity::{Column, RowCheck, Subject};
///
/// // The second column may be empty; the third holds anything.
/// let check = RowCheck::new([
///     Column::Required(Subject::ResidentId),
///     Column::Optional(Subject::CreditCode),
///     Column::Any,
/// ])
/// .with_progress_every(100_000);
/// # let _ = check;
/// ```
#[doc(alias = "批量核验")]
#[derive(Clone, Debug)]
pub struct RowCheck {
    columns: Vec<Column>,
    today: Option<NaiveDate>,
    notices: bool,
    #[cfg(feature = "divisions")]
    divisions: Option<Divisions>,
    progress_every: u64,
}

/// What a column holds (列).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "closed by logic: not checked, must be, may be")]
pub enum Column {
    /// Anything; not looked at.
    Any,
    /// An identifier in every row.
    Required(Subject),
    /// An identifier or nothing.
    Optional(Subject),
}

/// What a run tells while it goes on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum RowReport {
    /// Something about one cell.
    Finding(RowFinding),
    /// So many rows are done.
    Progress {
        /// Rows so far.
        rows: u64,
    },
}

/// Something about one cell (核验发现): where, what and how grave.
///
/// ```
/// use gov_identity::{Column, RowCheck, RowFindings, Severity, Subject, check_rows};
///
/// let mut findings = RowFindings::up_to(10);
/// let check = RowCheck::new([Column::Required(Subject::ResidentId)]);
/// check_rows([["110105194912310003"]], &check, |report| findings.take(report));
/// let [finding] = findings.list() else { panic!() };
/// assert_eq!(finding.severity(), Severity::Notice);
/// assert_eq!(finding.code(), "sequence-zero");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct RowFinding {
    row: u64,
    column: usize,
    subject: Subject,
    kind: Kind,
}

/// How grave a finding is (严重程度).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed: refused or not")]
pub enum Severity {
    /// Worth telling; the cell is good (提示).
    Notice,
    /// The cell is not what the column holds (错误).
    Error,
}

/// How a run went (核验汇总).
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct RowSummary {
    rows: u64,
    errors: u64,
    notices: u64,
    stopped: bool,
}

/// Collects findings up to a bound, and counts the rest (发现清单).
#[derive(Clone, Debug)]
pub struct RowFindings {
    list: Vec<RowFinding>,
    bound: usize,
    omitted: u64,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Error(ParseError),
    Notice(Notice),
    Missing,
    NotText,
}

impl RowCheck {
    /// Expects these columns, from the first on; what follows them is not
    /// looked at.
    #[must_use]
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            today: None,
            notices: true,
            #[cfg(feature = "divisions")]
            divisions: None,
            progress_every: 10_000,
        }
    }

    /// Refuses births after this day.
    #[must_use]
    pub fn with_today(self, today: NaiveDate) -> Self {
        Self { today: Some(today), ..self }
    }

    /// Asks a table of divisions for its notices.
    #[cfg(feature = "divisions")]
    #[must_use]
    pub fn with_divisions(self, divisions: Divisions) -> Self {
        Self { divisions: Some(divisions), ..self }
    }

    /// Reports errors only.
    #[must_use]
    pub fn without_notices(self) -> Self {
        Self { notices: false, ..self }
    }

    /// Reports progress every so many rows instead of every 10,000; never at 0.
    #[must_use]
    pub fn with_progress_every(self, rows: u64) -> Self {
        Self { progress_every: rows, ..self }
    }

    /// Checks one row and counts it.
    fn row(
        &self,
        row: u64,
        cells: impl IntoIterator<Item: AsRef<[u8]>>,
        summary: &mut RowSummary,
        report: &mut impl FnMut(RowReport) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut cells = cells.into_iter();
        summary.rows += 1;
        for (position, column) in (1..).zip(&self.columns) {
            let cell = cells.next();
            let cell = cell.as_ref().map_or(&[][..], AsRef::as_ref);
            let subject = match column {
                Column::Required(subject) => *subject,
                Column::Optional(subject) if !cell.is_empty() => *subject,
                Column::Any | Column::Optional(_) => continue,
            };
            self.cell(subject, cell, |kind| {
                match kind {
                    Kind::Notice(_) => summary.notices += 1,
                    _ => summary.errors += 1,
                }
                report(RowReport::Finding(RowFinding { row, column: position, subject, kind }))
            })?;
        }
        match summary.rows.checked_rem(self.progress_every) {
            Some(0) => report(RowReport::Progress { rows: summary.rows }),
            _ => ControlFlow::Continue(()),
        }
    }

    /// Checks one cell and tells what it finds.
    fn cell(
        &self,
        subject: Subject,
        cell: &[u8],
        mut tell: impl FnMut(Kind) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if cell.is_empty() {
            return tell(Kind::Missing);
        }
        let Ok(text) = core::str::from_utf8(cell) else {
            return tell(Kind::NotText);
        };
        match self.number(subject, text) {
            Err(error) => tell(Kind::Error(error)),
            Ok(notices) => notices.into_iter().try_for_each(|notice| tell(Kind::Notice(notice))),
        }
    }
}

impl RowFinding {
    /// The row, counted from 1.
    #[must_use]
    pub const fn row(&self) -> u64 {
        self.row
    }

    /// The column, counted from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.column
    }

    /// What the column holds.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self.kind {
            Kind::Notice(_) => Severity::Notice,
            Kind::Error(_) | Kind::Missing | Kind::NotText => Severity::Error,
        }
    }

    /// What it is, as a word that programs can rely on: that of the
    /// [`ParseError`] or [`Notice`], `missing` for an empty cell, `not-text` for
    /// one that is not UTF-8.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.kind {
            Kind::Error(error) => error.code(),
            Kind::Notice(notice) => notice.code(),
            Kind::Missing => "missing",
            Kind::NotText => "not-text",
        }
    }

    /// The finding as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl fmt::Display for RowFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, column, subject, kind } = self;
        write!(f, "row {row}, column {column}: ")?;
        match kind {
            Kind::Error(error) => error.fmt(f),
            Kind::Notice(notice) => notice.fmt(f),
            Kind::Missing => write!(f, "{}: missing", subject.english()),
            Kind::NotText => write!(f, "{}: not UTF-8", subject.english()),
        }
    }
}

struct Chinese(RowFinding);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let RowFinding { row, column, subject, kind } = self.0;
        write!(f, "第{row}行第{column}列：")?;
        match kind {
            Kind::Error(error) => error.zh().fmt(f),
            Kind::Notice(notice) => notice.zh().fmt(f),
            Kind::Missing => write!(f, "{}缺失", subject.zh()),
            Kind::NotText => write!(f, "{}不是UTF-8文本", subject.zh()),
        }
    }
}

impl RowSummary {
    /// Rows that were checked.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// Findings that are errors.
    #[must_use]
    pub const fn errors(&self) -> u64 {
        self.errors
    }

    /// Findings that are notices.
    #[must_use]
    pub const fn notices(&self) -> u64 {
        self.notices
    }

    /// Whether the caller broke off.
    #[must_use]
    pub const fn is_stopped(&self) -> bool {
        self.stopped
    }
}

impl RowFindings {
    /// Keeps so many.
    #[must_use]
    pub const fn up_to(bound: usize) -> Self {
        Self { list: Vec::new(), bound, omitted: 0 }
    }

    /// Takes a report and goes on.
    pub fn take(&mut self, report: RowReport) -> ControlFlow<()> {
        if let RowReport::Finding(finding) = report {
            if self.list.len() < self.bound {
                self.list.push(finding);
            } else {
                self.omitted += 1;
            }
        }
        ControlFlow::Continue(())
    }

    /// The first findings, in the order of the table.
    #[must_use]
    pub fn list(&self) -> &[RowFinding] {
        &self.list
    }

    /// How many more there were.
    #[must_use]
    pub const fn omitted(&self) -> u64 {
        self.omitted
    }
}
