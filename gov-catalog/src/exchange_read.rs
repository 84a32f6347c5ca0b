//! Rows of the national exchange tables as items.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::dialect::DialectError;
use crate::exchange::{Exchange, ExchangeRead, Unread};
use crate::exchange_cell::{self, below, number};
use crate::exchange_draft::{Beside, Draft, Said, rules, unread};
use crate::exchange_schema::{
    BASIC, Derived, Family, Field, Form, KEYS, OTHER_FIELDS, OTHER_TABLES, SUPPLEMENT,
    SUPPLEMENT_FIELDS, TABLES, TRANSPORT,
};
use crate::exchange_write::Row;
use crate::item_read;
use crate::reader::Reader;
use crate::sheet_fault::{SheetFault, SheetFaultKind, SheetPlace};
use crate::sheet_import::{item_without_rows, nearest};
use crate::tree::Tree;
use crate::workbook::{Sheet, Workbook};

pub(crate) fn read(
    exchange: &Exchange<'_>,
    workbook: &Workbook,
) -> Result<ExchangeRead, Vec<SheetFault>> {
    let mut import = Import {
        exchange,
        faults: Vec::new(),
        drafts: Vec::new(),
        known: BTreeMap::new(),
        unread: Vec::new(),
    };
    for table in import.tables(workbook) {
        import.rows(&table);
    }
    let read = import.finish();
    if import.faults.is_empty() {
        return Ok(read);
    }
    import.faults.sort_by_key(|(place, _)| (place.sheet, place.row, place.column));
    Err(import.faults.into_iter().map(|(place, kind)| SheetFault::new(place, kind)).collect())
}

/// What the rows of one item give back of it, without its supplement.
pub(crate) fn found<'r>(exchange: &Exchange<'_>, rows: &'r [(usize, usize, Row)]) -> Tree<'r> {
    let mut tree = item_without_rows();
    for (table, nth, row) in rows {
        let base = base(*table, *nth);
        for (field, cell) in row.iter().filter(|(_, cell)| !cell.is_empty()) {
            // What is written can be read.
            let _ = fill(exchange, field, cell, &base, &mut tree);
        }
    }
    rules(&mut tree);
    tree
}

struct Import<'w, 'e> {
    exchange: &'e Exchange<'e>,
    faults: Vec<(SheetPlace, SheetFaultKind)>,
    drafts: Vec<Draft<'w>>,
    /// Which draft has a row of this name.
    known: BTreeMap<&'w str, usize>,
    /// Tables of something other than items.
    unread: Vec<Unread>,
}

/// A table whose headings are understood.
pub(crate) struct Table<'w> {
    /// Its place in the family.
    place: usize,
    name: &'static str,
    sheet: &'w Sheet,
    position: usize,
    columns: Vec<Option<Column>>,
}

#[derive(Clone, Copy)]
struct Column {
    name: &'static str,
    field: Option<&'static Field>,
}

impl<'w> Import<'w, '_> {
    fn fault(&mut self, place: SheetPlace, kind: SheetFaultKind) {
        self.faults.push((place, kind));
    }

    /// The tables: basic ones first, supplements last.
    fn tables(&mut self, workbook: &'w Workbook) -> Vec<Table<'w>> {
        let mut tables: Vec<Table<'w>> = Vec::new();
        for (sheet, position) in workbook.sheets.iter().zip(1..) {
            let mut place = SheetPlace { sheet: position, name: None, row: 0, column: None };
            if let Some(other) = OTHER_TABLES.iter().find(|name| **name == sheet.name) {
                self.unread.push(Unread(SheetPlace { name: Some(other), ..place }));
                continue;
            }
            let Some((family, table, name)) = Family::find(&sheet.name) else {
                self.fault(place, SheetFaultKind::UnknownSheet);
                continue;
            };
            place.name = Some(name);
            if tables.iter().any(|other| other.name == name) {
                self.fault(place, SheetFaultKind::SheetTwice);
            } else if sheet.rows.len() > Workbook::MAX_ROWS {
                self.fault(place, SheetFaultKind::TooManyRows { max: Workbook::MAX_ROWS });
            } else {
                let columns = self.headings(family, table, sheet, place);
                tables.push(Table { place: table, name, sheet, position, columns });
            }
        }
        if !tables.iter().any(|table| table.place == BASIC) {
            let place = SheetPlace { sheet: 0, name: None, row: 0, column: None };
            self.fault(place, SheetFaultKind::NoBasicTable);
        }
        tables.sort_by_key(|table| table.place);
        tables
    }

    fn headings(
        &mut self,
        family: Family,
        table: usize,
        sheet: &Sheet,
        place: SheetPlace,
    ) -> Vec<Option<Column>> {
        let Some(row) = sheet.rows.first() else {
            self.fault(place, SheetFaultKind::NoHeadings);
            return Vec::new();
        };
        let mut columns: Vec<Option<Column>> = Vec::with_capacity(row.len());
        for (cell, position) in row.iter().zip(1..) {
            let here = SheetPlace { row: 1, column: Some(position), ..place };
            let column = column(family, table, cell.trim());
            let first = column.and_then(|column| {
                columns.iter().position(|other| other.is_some_and(|o| o.name == column.name))
            });
            match (column, first) {
                (None, _) if !cell.trim().is_empty() => {
                    self.fault(here, SheetFaultKind::UnknownColumn);
                }
                (Some(_), Some(first)) => {
                    self.fault(here, SheetFaultKind::ColumnTwice { first: first + 1 });
                }
                _ => {}
            }
            columns.push(column);
        }
        let key = key(table);
        if !columns.iter().flatten().any(|column| column.name == key) {
            self.fault(SheetPlace { row: 1, ..place }, SheetFaultKind::NoGuid);
            return Vec::new();
        }
        columns
    }

    fn rows(&mut self, table: &Table<'w>) {
        if table.columns.is_empty() {
            return;
        }
        for (cells, row) in self.ordered(table) {
            for (cell, column) in cells.iter().zip(1..) {
                let heading = table.columns.get(column - 1).copied().flatten();
                if heading.is_none() && !cell.trim().is_empty() {
                    self.fault(table.at(row, Some(column)), SheetFaultKind::NoHeading);
                }
            }
            let guid = table.cell(cells, key(table.place));
            let known = self.known.get(guid).copied();
            match (table.place, known) {
                (BASIC, Some(first)) => {
                    let first = self.drafts.get(first).map_or(0, |draft| draft.row);
                    let place = table.at(row, table.position_of("ROW_GUID"));
                    self.fault(place, SheetFaultKind::GuidTwice { first });
                }
                (BASIC, None) => {
                    self.known.insert(guid, self.drafts.len());
                    self.drafts.push(Draft::of(table, row, guid));
                    self.row(table, cells, row, self.drafts.len() - 1);
                }
                (_, Some(at)) => self.row(table, cells, row, at),
                (_, None) => {
                    let place = table.at(row, table.position_of("TASK_GUID"));
                    self.fault(place, SheetFaultKind::NoSuchGuid);
                }
            }
        }
    }

    /// The rows that say something, in the order that `ORDER_NUM` gives them.
    fn ordered(&mut self, table: &Table<'w>) -> Vec<(&'w [String], usize)> {
        let mut rows = Vec::new();
        for (cells, row) in table.sheet.rows.iter().zip(1..).skip(1) {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let order = table.cell(cells, "ORDER_NUM");
            let order = match (order, order.parse::<u32>()) {
                ("", _) => u32::MAX,
                (_, Ok(order)) => order,
                (_, Err(_)) => {
                    let place = table.at(row, table.position_of("ORDER_NUM"));
                    self.fault(place, SheetFaultKind::NoSuchValue);
                    u32::MAX
                }
            };
            rows.push((order, cells.as_slice(), row));
        }
        rows.sort_by_key(|(order, ..)| *order);
        rows.into_iter().map(|(_, cells, row)| (cells, row)).collect()
    }

    /// Puts the fields of a row into its item.
    fn row(&mut self, table: &Table<'w>, cells: &'w [String], row: usize, at: usize) {
        let exchange = self.exchange;
        let Some(draft) = self.drafts.get_mut(at) else { return };
        let mut faults = Vec::new();
        let nth = draft.next(table.place);
        if table.place == SUPPLEMENT {
            let cell = |name| (table.raw(cells, name), table.at(row, table.position_of(name)));
            let [path, kind, value, _] = SUPPLEMENT_FIELDS.map(cell);
            draft.beside.push(Beside { path, kind, value });
            return;
        }
        let base = base(table.place, nth);
        draft.places.insert(base.clone(), table.at(row, None));
        for (column, position) in table.columns.iter().zip(1..) {
            let Some(column) = column else { continue };
            let place = table.at(row, Some(position));
            let cell = cells.get(position - 1).map_or("", String::as_str);
            if let Some(field) = column.field {
                draft.places.insert(path_of(field, &base), place);
            }
            if cell.trim().is_empty() || TRANSPORT.contains(&column.name) {
                continue;
            }
            draft.said.push(Said { table: table.place, nth, field: column.name, cell, place });
            let Some(field) = column.field else { continue };
            if let Err(error) = fill(exchange, field, cell, &base, &mut draft.tree) {
                faults.push((place, SheetFaultKind::Dialect(error)));
            }
            if field.name == "IS_FEE" {
                draft.is_fee = Some((cell.trim() == "1", place));
            }
        }
        if table.place == BASIC {
            for name in contradictions(table, cells) {
                let place = table.at(row, table.position_of(name));
                faults.push((place, SheetFaultKind::Contradicts));
            }
            draft.code(table, cells, row);
        }
        self.faults.extend(faults);
    }

    /// Reads what was put together, and leads its faults back to their fields.
    fn finish(&mut self) -> ExchangeRead {
        let mut read =
            ExchangeRead { items: Vec::new(), unread: core::mem::take(&mut self.unread) };
        let mut reader = Reader::default();
        for mut draft in core::mem::take(&mut self.drafts) {
            self.faults.extend(draft.settle(self.exchange));
            let places = core::mem::take(&mut draft.places);
            let tree = core::mem::replace(&mut draft.tree, Tree::record());
            let item = item_read::item(&mut reader, tree.node());
            for fault in core::mem::take(&mut reader.faults) {
                self.faults.push((nearest(&places, &fault), SheetFaultKind::Element(fault)));
            }
            let Some(item) = item else { continue };
            read.unread.extend(unread(self.exchange, &item, &draft));
            read.items.push(item);
        }
        read
    }
}

impl<'w> Table<'w> {
    pub(crate) const fn at(&self, row: usize, column: Option<usize>) -> SheetPlace {
        SheetPlace { sheet: self.position, name: Some(self.name), row, column }
    }

    /// The column of this name, from 1.
    pub(crate) fn position_of(&self, name: &str) -> Option<usize> {
        let at = self.columns.iter().position(|column| column.is_some_and(|c| c.name == name));
        at.map(|at| at + 1)
    }

    /// What stands there.
    fn raw(&self, cells: &'w [String], name: &str) -> &'w str {
        let cell = self.position_of(name).and_then(|position| cells.get(position - 1));
        cell.map_or("", String::as_str)
    }

    /// The same without white space around it.
    pub(crate) fn cell(&self, cells: &'w [String], name: &str) -> &'w str {
        self.raw(cells, name).trim()
    }
}

/// What a heading means; upper and lower case are the same to a database.
fn column(family: Family, table: usize, name: &str) -> Option<Column> {
    let is = |known: &&str| known.eq_ignore_ascii_case(name);
    let fields = TABLES.get(table).map(|schema| schema.fields).unwrap_or_default();
    let keys: &[Field] = if table == BASIC { &[] } else { &KEYS };
    let fields = keys.iter().chain(fields).filter(|field| field.is_in(family));
    for field in fields {
        if is(&field.name) {
            return Some(Column { name: field.name, field: Some(field) });
        }
    }
    let others: &[&'static str] =
        if table == SUPPLEMENT { &SUPPLEMENT_FIELDS } else { &OTHER_FIELDS };
    let found = TRANSPORT.iter().chain(others).find(|known| is(known));
    found.map(|name| Column { name, field: None })
}

/// The field by which a row is known, or says to which item it belongs.
const fn key(table: usize) -> &'static str {
    if table == BASIC { "ROW_GUID" } else { "TASK_GUID" }
}

/// The element that the nth row of a table is of.
fn base(table: usize, nth: usize) -> String {
    let list = TABLES.get(table).and_then(|schema| schema.list);
    list.map(|list| format!("{list}[{nth}]")).unwrap_or_default()
}

/// The path of what a field says, without the parts of a list.
fn path_of(field: &Field, base: &str) -> String {
    let path = match field.form {
        Form::Derived(Derived::Promise) => "limits.decision.promised",
        Form::Derived(_) => return format!("{base}#{}", field.name),
        _ => field.path.split("[].").next().unwrap_or_default(),
    };
    below(base, path)
}

fn fill<'w>(
    exchange: &Exchange<'_>,
    field: &Field,
    cell: &'w str,
    base: &str,
    tree: &mut Tree<'w>,
) -> Result<(), DialectError> {
    match field.form {
        Form::Derived(Derived::Promise) => {
            tree.set("limits.decision.promised", Some(Tree::Value(number(cell))));
            Ok(())
        }
        Form::Derived(_) => Ok(()),
        _ => exchange_cell::read(exchange, field, cell, base, tree),
    }
}

/// Fields of a basic row that say otherwise than another one.
fn contradictions(table: &Table<'_>, cells: &[String]) -> Vec<&'static str> {
    let cell = |name| {
        let column = table.position_of(name).and_then(|position| cells.get(position - 1));
        column.map_or("", |cell| cell.trim())
    };
    let (task, handling, basic) =
        (cell("TASK_CODE"), cell("TASK_HANDLE_ITEM"), cell("CATALOG_CODE"));
    let (unit, promised) = (cell("ANTICIPATE_TYPE"), cell("PROMISE_TYPE"));
    let code = if task.is_empty() { handling } else { task };
    let found = [
        ("TASK_HANDLE_ITEM", !handling.is_empty() && !handling.starts_with(task)),
        ("CATALOG_CODE", !basic.is_empty() && code.get(19..31).is_some_and(|part| part != basic)),
        ("PROMISE_TYPE", !promised.is_empty() && promised != unit),
    ];
    found.into_iter().filter(|(_, wrong)| *wrong).map(|(name, _)| name).collect()
}
