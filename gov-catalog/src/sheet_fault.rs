//! What can be wrong with a workbook.

use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::ItemFault;

/// One fault of a workbook, with sheet, row and column.
///
/// The fault never repeats what stands in the cell; a sheet that is not known is
/// told by its position.
///
/// ```
/// use gov_catalog::{Sheet, Workbook};
///
/// let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).into()).collect();
/// let rows = vec![row(&["事项编码", "版本"]), row(&["116402", "1"])];
/// let faults = Workbook::new(vec![Sheet::new("事项", rows)]).items().unwrap_err();
/// let fault = faults.iter().find(|fault| fault.code() == "length").unwrap();
/// assert_eq!((fault.sheet(), fault.row(), fault.column()), (Some("事项"), 2, Some(1)));
/// assert!(fault.to_string().starts_with("sheet 事项, row 2, column 1: code: item code: "));
/// assert!(fault.zh().starts_with("《事项》表第2行第1列：事项编码"));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SheetFault {
    place: SheetPlace,
    kind: SheetFaultKind,
}

/// What is wrong there.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum SheetFaultKind {
    /// No sheet of items has this name.
    UnknownSheet,
    /// An earlier sheet has the same name.
    SheetTwice,
    /// The sheet of items is not there.
    NoItems,
    /// The sheet has no row of headings.
    NoHeadings,
    /// The sheet has more rows than are read.
    TooManyRows {
        /// The most that are read.
        max: usize,
    },
    /// No column has this heading.
    UnknownColumn,
    /// An earlier column has the same heading.
    ColumnTwice {
        /// The earlier column, from 1.
        first: usize,
    },
    /// The column that says which item a row belongs to is not there.
    NoKey,
    /// A cell beyond the headings, or below an empty one, is filled in.
    NoHeading,
    /// No row of the sheet of items has this code and version.
    NoSuchItem,
    /// An earlier row has the same code and version.
    ItemTwice {
        /// The earlier row, from 1.
        first: usize,
    },
    /// Rules do not stand behind such an element.
    UnknownPlace,
    /// The item has no element of this position.
    NoSuchElement,
    /// An element of the item is wrong.
    Element(ItemFault),
}

/// Sheet, row and column, from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct SheetPlace {
    /// Position of the sheet; 0 for the whole workbook.
    pub(crate) sheet: usize,
    pub(crate) name: Option<&'static str>,
    /// 0 for the whole sheet.
    pub(crate) row: usize,
    pub(crate) column: Option<usize>,
}

impl SheetFault {
    pub(crate) const fn new(place: SheetPlace, kind: SheetFaultKind) -> Self {
        Self { place, kind }
    }

    /// Name of the sheet, if it is one that is known.
    #[must_use]
    pub const fn sheet(&self) -> Option<&'static str> {
        self.place.name
    }

    /// Position of the sheet in the workbook, from 1; 0 for the whole workbook.
    #[must_use]
    pub const fn sheet_position(&self) -> usize {
        self.place.sheet
    }

    /// The row, from 1, headings counted; 0 for the whole sheet.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.place.row
    }

    /// The column, from 1; none for a whole row, or where the column is missing.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
        self.place.column
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> &SheetFaultKind {
        &self.kind
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.kind {
            SheetFaultKind::UnknownSheet => "unknown-sheet",
            SheetFaultKind::SheetTwice => "sheet-twice",
            SheetFaultKind::NoItems => "no-items",
            SheetFaultKind::NoHeadings => "no-headings",
            SheetFaultKind::TooManyRows { .. } => "too-many-rows",
            SheetFaultKind::UnknownColumn => "unknown-column",
            SheetFaultKind::ColumnTwice { .. } => "column-twice",
            SheetFaultKind::NoKey => "no-key",
            SheetFaultKind::NoHeading => "no-heading",
            SheetFaultKind::NoSuchItem => "no-such-item",
            SheetFaultKind::ItemTwice { .. } => "item-twice",
            SheetFaultKind::UnknownPlace => "unknown-place",
            SheetFaultKind::NoSuchElement => "no-such-element",
            SheetFaultKind::Element(fault) => fault.code(),
        }
    }

    /// The fault as one Chinese sentence for the clerk who filled the sheet in.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("{}{}", ChinesePlace(&self.place), ChineseKind(&self.kind))
    }
}

impl core::error::Error for SheetFault {}

impl fmt::Display for SheetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.place.name, self.place.sheet) {
            (Some(name), _) => write!(f, "sheet {name}")?,
            (None, 0) => f.write_str("workbook")?,
            (None, position) => write!(f, "sheet number {position}")?,
        }
        if self.place.row > 0 {
            write!(f, ", row {}", self.place.row)?;
        }
        if let Some(column) = self.place.column {
            write!(f, ", column {column}")?;
        }
        f.write_str(": ")?;
        match &self.kind {
            SheetFaultKind::UnknownSheet => f.write_str("no sheet of items has this name"),
            SheetFaultKind::SheetTwice => f.write_str("an earlier sheet has the same name"),
            SheetFaultKind::NoItems => f.write_str("the sheet of items is missing"),
            SheetFaultKind::NoHeadings => f.write_str("the row of headings is missing"),
            SheetFaultKind::TooManyRows { max } => write!(f, "more than {max} rows"),
            SheetFaultKind::UnknownColumn => f.write_str("no column has this heading"),
            SheetFaultKind::ColumnTwice { first } => {
                write!(f, "column {first} has the same heading")
            }
            SheetFaultKind::NoKey => f.write_str("the columns of code and version are missing"),
            SheetFaultKind::NoHeading => f.write_str("filled in without a heading"),
            SheetFaultKind::NoSuchItem => f.write_str("no item has this code and version"),
            SheetFaultKind::ItemTwice { first } => {
                write!(f, "row {first} has the same code and version")
            }
            SheetFaultKind::UnknownPlace => {
                f.write_str("rules do not stand behind such an element")
            }
            SheetFaultKind::NoSuchElement => {
                f.write_str("the item has no element of this position")
            }
            SheetFaultKind::Element(fault) => fault.fmt(f),
        }
    }
}

struct ChinesePlace<'a>(&'a SheetPlace);

impl fmt::Display for ChinesePlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.name, self.0.sheet) {
            (Some(name), _) => write!(f, "《{name}》表")?,
            (None, 0) => f.write_str("工作簿")?,
            (None, position) => write!(f, "第{position}张表")?,
        }
        if self.0.row > 0 {
            write!(f, "第{}行", self.0.row)?;
        }
        if let Some(column) = self.0.column {
            write!(f, "第{column}列")?;
        }
        f.write_str("：")
    }
}

struct ChineseKind<'a>(&'a SheetFaultKind);

impl fmt::Display for ChineseKind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            SheetFaultKind::UnknownSheet => f.write_str("事项清单没有此名称的表"),
            SheetFaultKind::SheetTwice => f.write_str("与前面的表同名"),
            SheetFaultKind::NoItems => f.write_str("缺少《事项》表"),
            SheetFaultKind::NoHeadings => f.write_str("缺少表头"),
            SheetFaultKind::TooManyRows { max } => write!(f, "超过{max}行"),
            SheetFaultKind::UnknownColumn => f.write_str("没有此名称的列"),
            SheetFaultKind::ColumnTwice { first } => write!(f, "与第{first}列同名"),
            SheetFaultKind::NoKey => f.write_str("缺少“事项编码”列或者“版本”列"),
            SheetFaultKind::NoHeading => f.write_str("填写了内容，但没有表头"),
            SheetFaultKind::NoSuchItem => f.write_str("《事项》表中没有此编码和版本的事项"),
            SheetFaultKind::ItemTwice { first } => write!(f, "与第{first}行的编码和版本相同"),
            SheetFaultKind::UnknownPlace => f.write_str("没有此类依据对象"),
            SheetFaultKind::NoSuchElement => f.write_str("该事项没有此序号的要素"),
            SheetFaultKind::Element(fault) => f.write_str(&fault.zh()),
        }
    }
}
