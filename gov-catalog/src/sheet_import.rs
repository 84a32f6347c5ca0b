//! Sheets as items: rows put together as trees, for the one reader to check.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::item_fault::ItemFault;
use crate::node::Node;
use crate::reader::Reader;
use crate::sheet_export::leading;
use crate::sheet_fault::{SheetFault, SheetFaultKind, SheetPlace};
use crate::sheet_schema::{
    CODE, Cell, Column, ELEMENT, KIND, NUMBER, PLACE, PLACES, SHEETS, SheetSchema, VALUE, VERSION,
};
use crate::supplement::{self, Plain};
use crate::tree::Tree;
use crate::workbook::{Sheet, Workbook};
use crate::{Item, item_read};

pub(crate) fn read(workbook: &Workbook) -> Result<Vec<Item>, Vec<SheetFault>> {
    let mut import = Import::default();
    let tables = import.tables(workbook);
    for table in &tables {
        import.rows(table);
    }
    let items = import.finish();
    if import.faults.is_empty() {
        return Ok(items);
    }
    // In the order of the workbook, so that a clerk goes through it once.
    import.faults.sort_by_key(|(place, _)| (place.sheet, place.row, place.column));
    Err(import.faults.into_iter().map(|(place, kind)| SheetFault::new(place, kind)).collect())
}

#[derive(Default)]
struct Import<'w> {
    faults: Vec<(SheetPlace, SheetFaultKind)>,
    items: Vec<Draft<'w>>,
    /// Which draft has a code and version.
    known: BTreeMap<(&'w str, &'w str), usize>,
}

/// A sheet whose headings are understood.
struct Table<'w> {
    schema: &'static SheetSchema,
    sheet: &'w Sheet,
    position: usize,
    columns: Vec<Heading>,
}

/// What a column of the sheet is.
#[derive(Clone, Copy)]
enum Heading {
    Empty,
    Unknown,
    /// One of the leading columns, by its name.
    Leading(&'static str),
    Element(&'static Column),
}

/// An item that is being put together.
struct Draft<'w> {
    tree: Tree<'w>,
    /// Where its elements stand, by path.
    places: BTreeMap<String, SheetPlace>,
    row: usize,
}

impl<'w> Import<'w> {
    fn fault(&mut self, place: SheetPlace, kind: SheetFaultKind) {
        self.faults.push((place, kind));
    }

    /// The sheets in the order of the schema: items first, rules last.
    fn tables(&mut self, workbook: &'w Workbook) -> Vec<Table<'w>> {
        let mut tables: Vec<(usize, Table<'w>)> = Vec::new();
        for (sheet, position) in workbook.sheets.iter().zip(1..) {
            let mut place = SheetPlace { sheet: position, name: None, row: 0, column: None };
            let found = SHEETS.iter().enumerate().find(|(_, schema)| schema.name == sheet.name);
            let Some((order, schema)) = found else {
                self.fault(place, SheetFaultKind::UnknownSheet);
                continue;
            };
            place.name = Some(schema.name);
            if tables.iter().any(|(other, _)| *other == order) {
                self.fault(place, SheetFaultKind::SheetTwice);
            } else if sheet.rows.len() > Workbook::MAX_ROWS {
                self.fault(place, SheetFaultKind::TooManyRows { max: Workbook::MAX_ROWS });
            } else if let Some(columns) = self.headings(schema, sheet, place) {
                tables.push((order, Table { schema, sheet, position, columns }));
            }
        }
        if !workbook.sheets.iter().any(|sheet| SHEETS.first().is_some_and(|s| s.name == sheet.name))
        {
            let place = SheetPlace { sheet: 0, name: None, row: 0, column: None };
            self.fault(place, SheetFaultKind::NoItems);
        }
        tables.sort_by_key(|(order, _)| *order);
        tables.into_iter().map(|(_, table)| table).collect()
    }

    fn headings(
        &mut self,
        schema: &'static SheetSchema,
        sheet: &Sheet,
        place: SheetPlace,
    ) -> Option<Vec<Heading>> {
        let Some(row) = sheet.rows.first() else {
            self.fault(place, SheetFaultKind::NoHeadings);
            return None;
        };
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut headings = Vec::new();
        for (cell, column) in row.iter().zip(1..) {
            let here = SheetPlace { row: 1, column: Some(column), ..place };
            let name = cell.trim();
            let heading = heading(schema, name);
            if let Heading::Unknown = heading {
                self.fault(here, SheetFaultKind::UnknownColumn);
            } else if !name.is_empty()
                && let Some(first) = seen.insert(name, column)
            {
                self.fault(here, SheetFaultKind::ColumnTwice { first });
            }
            headings.push(heading);
        }
        if [CODE, VERSION].iter().any(|key| !seen.contains_key(key)) {
            self.fault(SheetPlace { row: 1, ..place }, SheetFaultKind::NoKey);
            return None;
        }
        Some(headings)
    }

    fn rows(&mut self, table: &Table<'w>) {
        for (cells, row) in table.sheet.rows.iter().zip(1..).skip(1) {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let place = table.place(row, None);
            for (cell, column) in cells.iter().zip(1..) {
                let heading = table.columns.get(column - 1).unwrap_or(&Heading::Empty);
                if matches!(heading, Heading::Empty) && !cell.trim().is_empty() {
                    let place = table.place(row, Some(column));
                    self.fault(place, SheetFaultKind::NoHeading);
                }
            }
            let key = (table.leading(cells, CODE), table.leading(cells, VERSION));
            if leading(table.schema).is_empty() {
                self.item(table, cells, row, key);
            } else if let Some(at) = self.known.get(&key).copied() {
                self.element(table, cells, row, at);
            } else {
                self.fault(place, SheetFaultKind::NoSuchItem);
            }
        }
    }

    /// A row of the sheet of items.
    fn item(
        &mut self,
        table: &Table<'w>,
        cells: &'w [String],
        row: usize,
        key: (&'w str, &'w str),
    ) {
        if let Some(first) = self.known.get(&key) {
            let first = self.items.get(*first).map_or(0, |draft| draft.row);
            self.fault(table.place(row, None), SheetFaultKind::ItemTwice { first });
            return;
        }
        let mut draft = Draft { tree: item_without_rows(), places: BTreeMap::new(), row };
        draft.places.insert(String::new(), table.place(row, None));
        draft.fill(table, cells, row, "");
        self.known.insert(key, self.items.len());
        self.items.push(draft);
    }

    /// A row of another sheet: an element of a list, a rule, or what stands beside.
    fn element(&mut self, table: &Table<'w>, cells: &'w [String], row: usize, at: usize) {
        let Some(draft) = self.items.get_mut(at) else { return };
        if table.schema.is_beside() {
            if let Err((heading, kind)) = draft.beside(table, cells, row) {
                self.fault(table.place(row, table.position_of(heading)), kind);
            }
            return;
        }
        let path = match table.schema.list {
            Some(list) => Ok(list.into()),
            None => rule_path(table, cells),
        };
        let added = path.and_then(|list| {
            let element = draft.tree.add(&list).ok_or(SheetFaultKind::NoSuchElement)?;
            Ok(format!("{list}[{element}]"))
        });
        match added {
            Ok(path) => {
                draft.places.insert(path.clone(), table.place(row, None));
                draft.fill(table, cells, row, &path);
            }
            Err(kind) => self.fault(table.place(row, None), kind),
        }
    }

    /// Reads what was put together, and leads its faults back to their cells.
    fn finish(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut reader = Reader::default();
        for draft in core::mem::take(&mut self.items) {
            let Draft { mut tree, places, .. } = draft;
            for (path, _) in PLACES {
                tree.with_rules(path);
            }
            let item = item_read::item(&mut reader, tree.node());
            for fault in core::mem::take(&mut reader.faults) {
                self.faults.push((nearest(&places, &fault), SheetFaultKind::Element(fault)));
            }
            items.extend(item);
        }
        items
    }
}

/// What a heading means: Chinese, or the English path of the element.
fn heading(schema: &'static SheetSchema, name: &str) -> Heading {
    if name.is_empty() {
        return Heading::Empty;
    }
    if let Some(name) = leading(schema).iter().find(|leading| **leading == name) {
        return Heading::Leading(name);
    }
    let column = schema.columns.iter().find(|column| column.zh == name || column.path == name);
    column.map_or(Heading::Unknown, Heading::Element)
}

/// The list of rules that a row of the sheet of rules adds to.
fn rule_path(table: &Table<'_>, cells: &[String]) -> Result<String, SheetFaultKind> {
    let (place, number) = (table.leading(cells, PLACE), table.leading(cells, NUMBER));
    let found =
        PLACES.iter().find(|(path, zh)| *zh == place || (*path == place && !place.is_empty()));
    let (path, _) = found.ok_or(SheetFaultKind::UnknownPlace)?;
    let Some(list) = SheetSchema::list_of(path) else {
        return Ok(if path.is_empty() { "basis".into() } else { format!("{path}.basis") });
    };
    let number: usize = number.parse().map_err(|_| SheetFaultKind::NoSuchElement)?;
    let rest = path.strip_prefix(list).unwrap_or_default();
    Ok(format!("{list}[{number}]{rest}.basis"))
}

/// The cell of the fault's element, or of the nearest thing around it.
pub(crate) fn nearest(places: &BTreeMap<String, SheetPlace>, fault: &ItemFault) -> SheetPlace {
    let whole = SheetPlace { sheet: 0, name: None, row: 0, column: None };
    fault.nearest(places).copied().unwrap_or(whole)
}

impl Table<'_> {
    const fn place(&self, row: usize, column: Option<usize>) -> SheetPlace {
        SheetPlace { sheet: self.position, name: Some(self.schema.name), row, column }
    }

    /// The column of this heading, from 1.
    fn position_of(&self, name: &str) -> Option<usize> {
        let column = self.columns.iter().position(|heading| match heading {
            Heading::Leading(leading) => *leading == name,
            Heading::Element(column) => column.zh == name,
            Heading::Empty | Heading::Unknown => false,
        });
        column.map(|column| column + 1)
    }

    /// The cell of the column of this heading, as it stands there.
    fn cell<'c>(&self, cells: &'c [String], name: &str) -> &'c str {
        let column = self.position_of(name).and_then(|position| cells.get(position - 1));
        column.map_or("", String::as_str)
    }

    /// The same without white space around it.
    fn leading<'c>(&self, cells: &'c [String], name: &str) -> &'c str {
        self.cell(cells, name).trim()
    }
}

impl<'w> Draft<'w> {
    /// Puts the cells of a row into the record at `base`.
    fn fill(&mut self, table: &Table<'w>, cells: &'w [String], row: usize, base: &str) {
        for (heading, column) in table.columns.iter().zip(1..) {
            let Heading::Element(element) = heading else { continue };
            let cell = cells.get(column - 1).map_or("", String::as_str);
            let path = match (base.is_empty(), element.path.is_empty()) {
                (true, _) => element.path.into(),
                (_, true) => base.into(),
                _ => format!("{base}.{}", element.path),
            };
            let place = table.place(row, Some(column));
            if !cell.trim().is_empty() {
                self.tree.set(&path, Some(Tree::from(value(element.kind, cell))));
                self.element_places(&path, element, cell, place);
            }
            self.places.insert(path, place);
        }
    }

    /// Puts a row of what no other sheet holds where it belongs; or says in which
    /// column it is wrong.
    fn beside(
        &mut self,
        table: &Table<'w>,
        cells: &'w [String],
        row: usize,
    ) -> Result<(), (&'static str, SheetFaultKind)> {
        let path = table.leading(cells, ELEMENT);
        let value = Plain::read(table.leading(cells, KIND), table.cell(cells, VALUE))
            .ok_or((KIND, SheetFaultKind::NoSuchValue))?;
        if !supplement::put(&mut self.tree, path, value) {
            return Err((ELEMENT, SheetFaultKind::NoSuchPlace));
        }
        self.places.insert(path.into(), table.place(row, table.position_of(VALUE)));
        Ok(())
    }

    /// Lines of one cell are elements of one list; all of them stand there.
    fn element_places(&mut self, path: &str, column: &Column, cell: &str, place: SheetPlace) {
        if matches!(column.kind, Cell::Lines | Cell::Words(_)) {
            for position in 1..=lines(cell).count() {
                self.places.insert(format!("{path}[{position}]"), place);
            }
        }
    }
}

fn lines(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('\n').filter(|line| !line.trim().is_empty())
}

/// What a cell says. What does not look like its kind stays text, and the reader
/// says what it expected.
fn value(kind: Cell, cell: &str) -> Node<'_> {
    let word = |words: crate::sheet_schema::Vocabulary, text| {
        Node::text(words(text).map_or(text, |(word, _)| word))
    };
    match kind {
        Cell::Text => Node::text(cell),
        Cell::Number => match cell.trim().parse() {
            Ok(number) => Node::Number(number),
            Err(_) => Node::text(cell),
        },
        Cell::Flag => match cell.trim() {
            "是" => Node::Flag(true),
            "否" => Node::Flag(false),
            _ => Node::text(cell),
        },
        Cell::Lines => Node::List(lines(cell).map(Node::text).collect()),
        Cell::Word(words) => word(words, cell.trim()),
        Cell::Words(words) => {
            Node::List(lines(cell).map(|line| word(words, line.trim())).collect())
        }
    }
}

/// An item with all its lists, still empty: no row is no element.
pub(crate) fn item_without_rows<'w>() -> Tree<'w> {
    let mut item = Tree::record();
    for list in SHEETS.iter().filter_map(|sheet| sheet.list) {
        item.set(list, Some(Tree::List(Vec::new())));
    }
    item
}
