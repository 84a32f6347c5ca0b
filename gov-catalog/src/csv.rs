//! A sheet as CSV (RFC 4180), as spreadsheet programs read it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Sheet;

/// What spreadsheet programs need to take a file for UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text is no CSV in UTF-8.
///
/// ```
/// use gov_catalog::Sheet;
///
/// let error = Sheet::from_csv("事项", b"\xff").unwrap_err();
/// assert_eq!((error.code(), error.record()), ("csv", Some(1)));
/// assert_eq!(error.to_string(), "not CSV in UTF-8 (record 1)");
/// assert_eq!(error.zh(), "第1条记录不是UTF-8编码的CSV");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CsvError {
    record: Option<u64>,
}

impl CsvError {
    /// The record that could not be read, from 1.
    #[must_use]
    pub const fn record(&self) -> Option<u64> {
        self.record
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "csv"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self.record {
            Some(record) => alloc::format!("第{record}条记录不是UTF-8编码的CSV"),
            None => "不是UTF-8编码的CSV".into(),
        }
    }
}

impl core::error::Error for CsvError {}

impl core::fmt::Display for CsvError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("not CSV in UTF-8")?;
        self.record.map_or(Ok(()), |record| write!(f, " (record {record})"))
    }
}

impl Sheet {
    /// Reads CSV in UTF-8, with or without byte order mark.
    ///
    /// # Errors
    ///
    /// Bytes that are no UTF-8; most departments' programs also write other
    /// encodings, and guessing one would change names silently.
    pub fn from_csv(name: impl Into<String>, csv: &[u8]) -> Result<Self, CsvError> {
        let text = csv.strip_prefix("\u{feff}".as_bytes()).unwrap_or(csv);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader = reader.has_headers(false).flexible(true).from_reader(text);
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (record, position) in reader.records().zip(1..) {
            let record = record.map_err(|_| CsvError { record: Some(position) })?;
            rows.push(record.iter().map(String::from).collect());
        }
        Ok(Self::new(name, rows))
    }

    /// Writes CSV in UTF-8 with a byte order mark.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .quote_style(csv::QuoteStyle::Necessary)
            .from_writer(Vec::new());
        for row in &self.rows {
            let missing = core::iter::repeat_n("", width - row.len());
            // Writing to memory cannot fail, and all rows have one width.
            let _ = writer.write_record(row.iter().map(String::as_str).chain(missing));
        }
        let bytes = writer.into_inner().unwrap_or_default();
        let mut text = String::from(BYTE_ORDER_MARK);
        text.push_str(&String::from_utf8_lossy(&bytes));
        text
    }
}
