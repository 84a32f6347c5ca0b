//! Checking a CSV file.

use core::cell::Cell;
use core::ops::ControlFlow;
use std::io;

use csv::{ByteRecord, ReaderBuilder};

use super::{RowCheck, RowReport, RowSummary};

/// Checks a CSV file, row after row (批量核验).
///
/// Rows are counted as a spreadsheet shows them: the heading is row 1, empty
/// lines count, and a cell of several lines is one row. A mark for the order of
/// bytes at the beginning is left out; cells that are not looked at may be in
/// any encoding. One row takes at most [`CsvError::MAX_ROW`] bytes, so the
/// memory needed does not grow with the file.
///
/// # Errors
///
/// - the file cannot be read on
/// - a row is longer than allowed, as after a quotation mark that never closes
///
/// ```
/// use gov_identity::{Column, RowCheck, RowFindings, Subject, check_csv};
///
/// let file = "姓名,身份证号\n张三,110105194913310021\n";
/// let check = RowCheck::new([Column::Any, Column::Required(Subject::ResidentId)]);
/// let mut findings = RowFindings::up_to(1_000);
/// let summary = check_csv(file.as_bytes(), true, &check, |report| findings.take(report))?;
/// assert_eq!(summary.rows(), 1);
/// assert_eq!(findings.list()[0].zh().to_string(), "第2行第2列：公民身份号码第11至12位：日历上没有这一天");
/// # Ok::<(), gov_identity::CsvError>(())
/// ```
pub fn check_csv(
    file: impl io::Read,
    has_heading: bool,
    check: &RowCheck,
    mut report: impl FnMut(RowReport) -> ControlFlow<()>,
) -> Result<RowSummary, CsvError> {
    let allowed = Cell::new(CsvError::MAX_ROW);
    let bounded = Bounded { file, read: 0, allowed: &allowed };
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bounded);
    let mut summary = RowSummary::default();
    let mut record = ByteRecord::new();
    let mut row = 0;
    loop {
        let line = reader.position().line();
        if !reader.read_byte_record(&mut record).map_err(CsvError::from_csv)? {
            return Ok(summary);
        }
        allowed.set(reader.position().byte().saturating_add(CsvError::MAX_ROW));
        row += 1 + empty_lines(reader.position().line() - line, &record);
        if has_heading && row == 1 {
            continue;
        }
        if check.row(row, &record, &mut summary, &mut report).is_break() {
            summary.stopped = true;
            return Ok(summary);
        }
    }
}

/// Why a CSV file was not checked to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// The file could not be read on.
    #[error("CSV file: it cannot be read on")]
    Io(#[source] io::Error),
    /// A row is longer than [`MAX_ROW`](Self::MAX_ROW).
    #[error("CSV file: a row is longer than 1048576 bytes")]
    LongRow,
}

/// A reader that ends in an error when a row never does.
struct Bounded<'a, R> {
    file: R,
    read: u64,
    allowed: &'a Cell<u64>,
}

impl<R: io::Read> io::Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.allowed.get() < self.read {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let length = self.file.read(buffer)?;
        self.read += u64::try_from(length).unwrap_or(u64::MAX);
        Ok(length)
    }
}

/// Lines that the reader went over without a word: those it advanced by, less
/// the one of the row and those inside its cells.
fn empty_lines(advanced: u64, record: &ByteRecord) -> u64 {
    if advanced <= 1 {
        return 0;
    }
    let line_ends = record.as_slice().iter().filter(|byte| **byte == b'\n');
    line_ends.fold(advanced - 1, |left, _| left.saturating_sub(1))
}

impl CsvError {
    /// Longest row, in bytes.
    pub const MAX_ROW: u64 = 1024 * 1024;

    fn from_csv(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                Self::LongRow
            }
            csv::ErrorKind::Io(error) => Self::Io(error),
            // Rows of any length and bytes of any kind are taken, so nothing else is left.
            _ => Self::Io(io::Error::from(io::ErrorKind::InvalidData)),
        }
    }

    /// The error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::LongRow => "long-row",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Io(_) => "CSV文件：无法继续读取",
            Self::LongRow => "CSV文件：某一行超过1048576字节",
        }
    }
}
