//! National exchange tables (国家政务服务数据交换表).

use alloc::vec::Vec;

use crate::exchange_fault::ExchangeFault;
use crate::sheet_fault::{SheetFault, SheetPlace};
use crate::workbook::{Workbook, Written};
use crate::{
    Dialect, Item, ItemDraft, MaterialSource, NumberTable, OutcomeKind, exchange_read,
    exchange_write,
};

/// Items as rows of the national exchange tables (交换表), state of 2020, both
/// ways: one sheet for each table, the first row with the names of its fields.
///
/// Tables that are sent up have the prefix `up_`, those handed down `dn_`; the
/// family follows the type of the item: `task_general`, `task_punish`,
/// `task_handle` (levy), `task_check`, `task_public`. Several values in a field
/// are joined by `^`.
///
/// The tables have no field for some elements: the limit of the notice, the
/// criteria of conditions, the rules behind a limit. These stand in a table of
/// this crate's own beside the national ones, `…_supplement`, as path, kind and
/// value, so that an item comes back whole. Whoever knows only the national
/// tables does not look at it; [`national_only`](Self::national_only) leaves it
/// away and tells what is lost by that.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Dialect, Exchange, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let exchange = Exchange::in_dialect(Dialect::C0109).materials_in(Dialect::Guangdong);
/// let written = exchange.write([&item]).unwrap();
/// let basic = written.workbook.sheet("up_task_general_basic").unwrap();
/// assert_eq!(basic.rows[0][1], "TASK_NAME");
/// assert_eq!(basic.rows[1][1], "示例许可（新办）");
///
/// let read = exchange.read(&written.workbook).unwrap();
/// assert_eq!(read.items, [item]);
/// assert_eq!(read.unread, []);
/// ```
///
/// Deliberately absent: the fields that say how a batch was sent (`CD_TIME`,
/// `CD_BATCH`, `CD_OPERATION`, `DATA_SOURCE`): whoever sends it adds them, and
/// they are passed over in reading. And numbers that no source confirms: units
/// of limits, kinds of results and sources of materials have those that the
/// caller gives.
#[doc(alias = "交换表")]
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    pub(crate) dialect: Dialect,
    pub(crate) materials: Dialect,
    pub(crate) limit_units: Option<(&'a str, &'a str)>,
    pub(crate) outcome_kinds: Option<NumberTable<OutcomeKind>>,
    pub(crate) material_sources: Option<NumberTable<MaterialSource>>,
    pub(crate) left_open: Option<&'a ItemDraft>,
    pub(crate) supplement: bool,
}

/// What came out of exchange tables (读入的交换表).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Dialect, Exchange, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let exchange = Exchange::in_dialect(Dialect::C0109).materials_in(Dialect::Guangdong);
/// let mut workbook = exchange.write([&item]).unwrap().workbook;
/// // Another system says that the guide has a page of its own.
/// let basic = workbook.sheets.iter_mut().find(|sheet| sheet.name.ends_with("_extend")).unwrap();
/// let column = basic.rows[0].iter().position(|name| name == "ONLINE_HANDLE_URL").unwrap();
/// basic.rows[1][column] = "https://other.example.gov.cn/".into();
/// let read = exchange.read(&workbook).unwrap();
/// assert_eq!(read.unread[0].to_string(), "sheet up_task_general_extend, row 2, column 23: not read");
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "what was not read is said here and nowhere else"]
#[non_exhaustive]
pub struct ExchangeRead {
    /// The items, in the order of the tables and of their rows.
    pub items: Vec<Item>,
    /// Fields that say something an item has no element for; of the tables of the
    /// directory and of the bodies, the whole sheet (row 0).
    pub unread: Vec<Unread>,
}

/// A field that says something an item has no element for (未读入的字段), by its
/// place.
///
/// ```
/// use gov_catalog::{Dialect, Exchange, Workbook};
///
/// let faults = Exchange::in_dialect(Dialect::C0109).read(&Workbook::default()).unwrap_err();
/// assert_eq!(faults[0].code(), "no-basic-table");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Unread(pub(crate) SheetPlace);

impl<'a> Exchange<'a> {
    /// Rows with the numbers of this dialect.
    #[must_use]
    pub const fn in_dialect(dialect: Dialect) -> Self {
        Self {
            dialect,
            materials: dialect,
            limit_units: None,
            outcome_kinds: None,
            material_sources: None,
            left_open: None,
            supplement: true,
        }
    }

    /// The same with the table of materials in another dialect: those who publish
    /// numbers for materials publish no others.
    #[must_use]
    pub const fn materials_in(self, materials: Dialect) -> Self {
        Self { materials, ..self }
    }

    /// The same with codes for working day and natural day (`ANTICIPATE_TYPE`).
    /// No list of them is published; one product writes `W` and `N`.
    #[must_use]
    pub const fn limit_units(self, working_day: &'a str, natural_day: &'a str) -> Self {
        Self { limit_units: Some((working_day, natural_day)), ..self }
    }

    /// The same with numbers for kinds of results (`RESULT_TYPE`), of which no
    /// list is published.
    #[must_use]
    pub const fn outcome_kinds(self, numbers: NumberTable<OutcomeKind>) -> Self {
        Self { outcome_kinds: Some(numbers), ..self }
    }

    /// The same with numbers for sources of materials (`SOURCE_TYPE`), which every
    /// system numbers otherwise.
    ///
    /// ```
    /// use gov_catalog::{Dialect, Exchange, MaterialSource, NumberTable};
    ///
    /// const SOURCES: &[(&str, MaterialSource)] = &[
    ///     ("0", MaterialSource::Applicant),
    ///     ("1", MaterialSource::government(None)),
    ///     ("2", MaterialSource::Other),
    /// ];
    /// let exchange =
    ///     Exchange::in_dialect(Dialect::Guangxi).material_sources(NumberTable::new(SOURCES));
    /// ```
    #[must_use]
    pub const fn material_sources(self, numbers: NumberTable<MaterialSource>) -> Self {
        Self { material_sources: Some(numbers), ..self }
    }

    /// The same without the supplement: for a receiver that takes national tables
    /// only. What they have no place for is then [`left_out`](Written::left_out).
    #[must_use]
    pub const fn national_only(self) -> Self {
        Self { supplement: false, ..self }
    }

    /// The same with a draft for what rows of another system leave open: its
    /// division, its limit of the notice, the names of its windows …
    ///
    /// A field that says something is never overruled. Elements of a list are
    /// completed from the first element that the draft has in that list; a list
    /// without rows is that of the draft.
    #[must_use]
    pub const fn left_open_as(self, draft: &'a ItemDraft) -> Self {
        Self { left_open: Some(draft), ..self }
    }

    /// Writes items. Nothing is lost, unless [`national_only`](Self::national_only)
    /// says so.
    ///
    /// # Errors
    ///
    /// *Every* value that is longer than its field.
    pub fn write<'i>(
        &self,
        items: impl IntoIterator<Item = &'i Item>,
    ) -> Result<Written, Vec<ExchangeFault>> {
        exchange_write::write(self, items)
    }

    /// Reads items, of tables sent up and of tables handed down. Each is read
    /// whole: what its fields say, what its supplement says, and what the draft
    /// [for what is left open](Self::left_open_as) says.
    ///
    /// # Errors
    ///
    /// *Every* fault, each with table, row and column, and no item: tables and
    /// fields that are not known or there twice, rows that belong to no item,
    /// numbers that the dialect does not have, fields that contradict each other,
    /// and whatever [`Item::try_from`] would tell of an element.
    pub fn read(&self, workbook: &Workbook) -> Result<ExchangeRead, Vec<SheetFault>> {
        exchange_read::read(self, workbook)
    }
}
