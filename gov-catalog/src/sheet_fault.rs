//! What can be wrong with a workbook.

use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::exchange::Unread;
use crate::{DialectError, ItemFault};

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
    /// No element of an item has this path, or not in this order.
    NoSuchPlace,
    /// The kind of value is not known, or the value is not of that kind.
    NoSuchValue,
    /// A table needs its field `ROW_GUID`, those of its elements `TASK_GUID`.
    NoGuid,
    /// No table of the basic elements of items is there.
    NoBasicTable,
    /// An earlier row has the same `ROW_GUID`.
    GuidTwice {
        /// The earlier row, from 1.
        first: usize,
    },
    /// No basic row has this `TASK_GUID` as its `ROW_GUID`.
    NoSuchGuid,
    /// The number cannot be read in the dialect.
    Dialect(DialectError),
    /// The field contradicts another one of the item.
    Contradicts,
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
            SheetFaultKind::NoSuchPlace => "no-such-place",
            SheetFaultKind::NoSuchValue => "no-such-value",
            SheetFaultKind::NoGuid => "no-guid",
            SheetFaultKind::NoBasicTable => "no-basic-table",
            SheetFaultKind::GuidTwice { .. } => "guid-twice",
            SheetFaultKind::NoSuchGuid => "no-such-guid",
            SheetFaultKind::Dialect(error) => error.code(),
            SheetFaultKind::Contradicts => "contradicts",
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
        self.place.fmt(f)?;
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
            SheetFaultKind::NoSuchPlace => f.write_str("no element has this path here"),
            SheetFaultKind::NoSuchValue => f.write_str("no value of a known kind"),
            SheetFaultKind::NoGuid => f.write_str("the field ROW_GUID or TASK_GUID is missing"),
            SheetFaultKind::NoBasicTable => f.write_str("no table of basic elements"),
            SheetFaultKind::GuidTwice { first } => write!(f, "row {first} has the same ROW_GUID"),
            SheetFaultKind::NoSuchGuid => f.write_str("no item has this TASK_GUID"),
            SheetFaultKind::Dialect(error) => error.fmt(f),
            SheetFaultKind::Contradicts => f.write_str("contradicts another field of the item"),
            SheetFaultKind::Element(fault) => fault.fmt(f),
        }
    }
}

impl fmt::Display for SheetPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.name, self.sheet) {
            (Some(name), _) => write!(f, "sheet {name}")?,
            (None, 0) => f.write_str("workbook")?,
            (None, position) => write!(f, "sheet number {position}")?,
        }
        if self.row > 0 {
            write!(f, ", row {}", self.row)?;
        }
        self.column.map_or(Ok(()), |column| write!(f, ", column {column}"))
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: not read", self.0)
    }
}

impl Unread {
    /// Name of the table.
    #[must_use]
    pub const fn sheet(&self) -> Option<&'static str> {
        self.0.name
    }

    /// The row, from 1, headings counted.
    #[must_use]
    pub const fn row(&self) -> usize {
        self.0.row
    }

    /// The column, from 1.
    #[must_use]
    pub const fn column(&self) -> Option<usize> {
        self.0.column
    }

    /// What happened to it as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "not-read"
    }

    /// The same as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("{}此字段的内容未能读入事项", ChinesePlace(&self.0))
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
            SheetFaultKind::NoSuchPlace => f.write_str("事项没有此路径的要素，或者次序不对"),
            SheetFaultKind::NoSuchValue => f.write_str("取值类型不明，或者内容与类型不符"),
            SheetFaultKind::NoGuid => f.write_str("缺少ROW_GUID字段或者TASK_GUID字段"),
            SheetFaultKind::NoBasicTable => f.write_str("缺少基本要素表"),
            SheetFaultKind::GuidTwice { first } => write!(f, "与第{first}行的ROW_GUID相同"),
            SheetFaultKind::NoSuchGuid => f.write_str("没有此TASK_GUID的事项"),
            SheetFaultKind::Dialect(error) => f.write_str(error.zh()),
            SheetFaultKind::Contradicts => f.write_str("与该事项的另一字段矛盾"),
            SheetFaultKind::Element(fault) => f.write_str(&fault.zh()),
        }
    }
}
