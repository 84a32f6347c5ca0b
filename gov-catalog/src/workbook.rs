//! Workbook: items as departments keep their lists (事项清单表).

use alloc::string::String;
use alloc::vec::Vec;

use crate::Item;
use crate::sheet_fault::SheetFault;
use crate::{sheet_export, sheet_import};

/// Items as sheets of rows, the way departments keep their lists: one sheet of
/// items, and beside it one for each kind of list that an item has.
///
/// The first row of a sheet names its columns, in Chinese; their order is free
/// and columns that nobody fills in may be left out. Rows of the other sheets
/// say by code and version which item they belong to, and stand in the order of
/// their list. Several values in one cell stand on lines of their own. What no
/// table has room for, such as a criterion for programs, stands in a sheet of
/// its own, 补充要素, by path: so an item comes back whole.
///
/// ```
/// use gov_catalog::Workbook;
///
/// let workbook = Workbook::template();
/// assert_eq!(workbook.sheets[0].name, "事项");
/// assert_eq!(workbook.sheets[0].rows[0][0], "事项编码");
/// ```
///
/// Deliberately absent: formulas, colors, and guesses at columns of other names.
#[doc(alias = "事项清单")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Workbook {
    /// The sheets; their order is free.
    pub sheets: Vec<Sheet>,
}

/// One sheet: rows of cells, the first with the names of the columns.
///
/// ```
/// use gov_catalog::Sheet;
///
/// assert_eq!(Sheet::new("事项", Vec::new()).name, "事项");
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its rows; cells that are missing at the end of a row are empty.
    pub rows: Vec<Vec<String>>,
}

/// Items as a workbook, and what did not fit into it.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Item, Workbook};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let written = Workbook::write([&item]);
/// assert_eq!(written.left_out, []);
/// assert_eq!(written.workbook.items().unwrap(), [item]);
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "what was left out is said here and nowhere else"]
#[non_exhaustive]
pub struct Written {
    /// The sheets.
    pub workbook: Workbook,
    /// What the workbook does not hold.
    pub left_out: Vec<LeftOut>,
}

/// An element of an item that a format cannot carry (未能写入的要素).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Dialect, Exchange, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let exchange = Exchange::in_dialect(Dialect::C0109).national_only();
/// let left_out = exchange.write([&item]).unwrap().left_out;
/// assert!(left_out.iter().any(|left| {
///     left.to_string() == "item 1: conditions[1].criterion does not fit into this format"
/// }));
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("item {item}: {path} does not fit into this format")]
#[non_exhaustive]
pub struct LeftOut {
    /// Which of the items, from 1.
    pub item: usize,
    /// Which element, as in [`ItemFault::path`](crate::ItemFault::path).
    pub path: String,
}

impl LeftOut {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "left-out"
    }

    /// The same as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        alloc::format!("第{}个事项的要素{}无法写入此格式", self.item, self.path)
    }
}

impl Workbook {
    /// The most rows of a sheet that are read.
    pub const MAX_ROWS: usize = 1_048_576;

    /// A workbook of these sheets.
    #[must_use]
    pub const fn new(sheets: Vec<Sheet>) -> Self {
        Self { sheets }
    }

    /// Every sheet with every column and no rows, for a department to fill in.
    #[must_use]
    pub fn template() -> Self {
        Self::write([]).workbook
    }

    /// Writes items. Nothing is left out: what no other sheet holds stands in the
    /// sheet 补充要素.
    pub fn write<'a>(items: impl IntoIterator<Item = &'a Item>) -> Written {
        sheet_export::write(items)
    }

    /// Reads the items, in the order of their sheet.
    ///
    /// # Errors
    ///
    /// *Every* fault, each with sheet, row and column, and no item: sheets and
    /// columns that are unknown or given twice, rows of an item that is not
    /// there, and whatever [`Item::try_from`] would tell of an element.
    pub fn items(&self) -> Result<Vec<Item>, Vec<SheetFault>> {
        sheet_import::read(self)
    }

    /// The sheet of this name.
    #[must_use]
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

impl Sheet {
    /// A sheet of these rows.
    #[must_use]
    pub fn new(name: impl Into<String>, rows: Vec<Vec<String>>) -> Self {
        Self { name: name.into(), rows }
    }
}
