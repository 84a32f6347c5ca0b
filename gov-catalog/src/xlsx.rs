//! A workbook as XLSX (ISO/IEC 29500), as spreadsheet programs read it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Format, FormatAlign, Workbook as Book};

use crate::{Sheet, Workbook};

/// Most characters that a cell holds.
const CELL: usize = 32_767;

/// Why a workbook cannot be read or written.
///
/// ```
/// use gov_catalog::Workbook;
///
/// let error = Workbook::from_xlsx(b"no zip").unwrap_err();
/// assert_eq!(error.code(), "xlsx-unreadable");
/// assert_eq!(error.to_string(), "not a workbook in XLSX");
/// assert_eq!(error.zh(), "不是XLSX工作簿");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum XlsxError {
    /// The bytes are no XLSX.
    #[error("not a workbook in XLSX")]
    Unreadable,
    /// The bytes are more than are read.
    #[error("larger than {max} bytes")]
    TooLarge {
        /// The most that is read.
        max: usize,
    },
    /// A cell has a text that XLSX cannot hold: too long, or a control character.
    #[error("sheet number {sheet}, row {row}, column {column}: text that XLSX cannot hold")]
    Cell {
        /// The sheet, from 1.
        sheet: usize,
        /// The row, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A sheet has a name that XLSX cannot hold, or more rows or columns.
    #[error("sheet number {sheet}: name or size that XLSX cannot hold")]
    Sheet {
        /// The sheet, from 1.
        sheet: usize,
    },
}

impl XlsxError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "xlsx-unreadable",
            Self::TooLarge { .. } => "too-large",
            Self::Cell { .. } => "xlsx-cell",
            Self::Sheet { .. } => "xlsx-sheet",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Unreadable => "不是XLSX工作簿".into(),
            Self::TooLarge { max } => alloc::format!("超过{max}字节"),
            Self::Cell { sheet, row, column } => {
                alloc::format!("第{sheet}张表第{row}行第{column}列：文字无法写入XLSX")
            }
            Self::Sheet { sheet } => alloc::format!("第{sheet}张表：名称或者大小无法写入XLSX"),
        }
    }
}

impl Workbook {
    /// The largest XLSX that is read, in bytes.
    pub const MAX_XLSX: usize = 64 << 20;

    /// Reads XLSX. Numbers become the text a person sees, days `yyyy-mm-dd`.
    ///
    /// # Errors
    ///
    /// Bytes that are no XLSX, or more than [`MAX_XLSX`](Self::MAX_XLSX).
    pub fn from_xlsx(xlsx: &[u8]) -> Result<Self, XlsxError> {
        if xlsx.len() > Self::MAX_XLSX {
            return Err(XlsxError::TooLarge { max: Self::MAX_XLSX });
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).map_err(|_| XlsxError::Unreadable)?;
        let mut sheets = Vec::new();
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).map_err(|_| XlsxError::Unreadable)?;
            // The range begins at its first filled cell; positions count from A1.
            let (above, left) = range.start().unwrap_or((0, 0));
            let above = (0..above).map(|_| Vec::new());
            let rows = range.rows().map(|row| {
                let left = (0..left).map(|_| String::new());
                left.chain(row.iter().map(text)).collect()
            });
            sheets.push(Sheet::new(name, above.chain(rows).collect()));
        }
        Ok(Self::new(sheets))
    }

    /// Writes XLSX; the same workbook gives the same bytes.
    ///
    /// # Errors
    ///
    /// A cell or a sheet that XLSX cannot hold, with its place.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Book::new();
        // Else the file would carry the time of its making.
        book.set_properties(
            &rust_xlsxwriter::DocProperties::new().set_creation_datetime(&epoch()?),
        );
        let heading = Format::new().set_bold();
        let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (sheet, number) in self.sheets.iter().zip(1..) {
            let wrong = |_| XlsxError::Sheet { sheet: number };
            let page = book.add_worksheet();
            page.set_name(&sheet.name).map_err(wrong)?;
            page.set_freeze_panes(1, 0).map_err(wrong)?;
            for (cells, row) in sheet.rows.iter().zip(0..) {
                let format = if row == 0 { &heading } else { &plain };
                for (cell, column) in cells.iter().zip(0..) {
                    let place = |row: u32, column: u16| XlsxError::Cell {
                        sheet: number,
                        row: usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1),
                        column: usize::from(column).saturating_add(1),
                    };
                    if !fits(cell) {
                        return Err(place(row, column));
                    }
                    if !cell.is_empty() {
                        page.write_string_with_format(row, column, cell, format)
                            .map_err(|_| place(row, column))?;
                    }
                }
            }
        }
        book.save_to_buffer().map_err(|_| XlsxError::Unreadable)
    }
}

/// Whether a cell can hold a text and give it back unchanged. `_x0041_` is how
/// XLSX writes characters that XML cannot, and some programs read it so.
fn fits(text: &str) -> bool {
    let plain = |c: char| {
        c == '\n' || c == '\t' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    text.chars().count() <= CELL && text.chars().all(plain) && !text.contains("_x")
}

/// A cell as the text that a person sees; a formula that fails shows its error,
/// so that the reader stumbles over it.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            alloc::format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Bool(flag) => if *flag { "是" } else { "否" }.into(),
        other => other.to_string(),
    }
}

fn epoch() -> Result<rust_xlsxwriter::ExcelDateTime, XlsxError> {
    rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1).map_err(|_| XlsxError::Unreadable)
}
