//! An item that is put together from the rows of exchange tables.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::exchange::{Exchange, Unread};
use crate::exchange_read::Table;
use crate::exchange_write::{Row, Source};
use crate::sheet_fault::{SheetFaultKind, SheetPlace};
use crate::sheet_import::item_without_rows;
use crate::sheet_schema::PLACES;
use crate::supplement::{self, Plain};
use crate::tree::Tree;
use crate::{Item, item_tree};

/// An item that is being put together.
pub(crate) struct Draft<'w> {
    pub(crate) tree: Tree<'w>,
    /// Where its elements stand, by path.
    pub(crate) places: BTreeMap<String, SheetPlace>,
    pub(crate) row: usize,
    guid: &'w str,
    pub(crate) is_fee: Option<(bool, SheetPlace)>,
    /// How many rows each table has of it.
    counts: [usize; 6],
    /// Every field, to be compared with what would be written.
    pub(crate) said: Vec<Said<'w>>,
    pub(crate) beside: Vec<Beside<'w>>,
}

pub(crate) struct Said<'w> {
    pub(crate) table: usize,
    pub(crate) nth: usize,
    pub(crate) field: &'static str,
    pub(crate) cell: &'w str,
    pub(crate) place: SheetPlace,
}

/// A row of the supplement: path, kind and value, each with its place.
pub(crate) struct Beside<'w> {
    pub(crate) path: (&'w str, SheetPlace),
    pub(crate) kind: (&'w str, SheetPlace),
    pub(crate) value: (&'w str, SheetPlace),
}

impl<'w> Draft<'w> {
    pub(crate) fn of(table: &Table<'w>, row: usize, guid: &'w str) -> Self {
        Self {
            tree: item_without_rows(),
            places: BTreeMap::from([(String::new(), table.at(row, None))]),
            row,
            guid,
            is_fee: None,
            counts: [0; 6],
            said: Vec::new(),
            beside: Vec::new(),
        }
    }

    /// Which row of the table this is, from 1.
    pub(crate) fn next(&mut self, table: usize) -> usize {
        let Some(count) = self.counts.get_mut(table) else { return 0 };
        *count += 1;
        *count
    }

    /// The code of the item, and the department's own name of its row.
    pub(crate) fn code(&mut self, table: &Table<'w>, cells: &'w [String], row: usize) {
        let handling = table.cell(cells, "TASK_HANDLE_ITEM");
        let name = if handling.is_empty() { "TASK_CODE" } else { "TASK_HANDLE_ITEM" };
        let code = table.cell(cells, name);
        let text = |text| Some(Tree::Value(crate::node::Node::text(text)));
        self.places.insert("code".into(), table.at(row, table.position_of(name)));
        if !code.is_empty() {
            self.tree.set("code", text(code));
        }
        let generated = format!("{code}-{}", table.cell(cells, "TASK_VERSION"));
        if self.guid != generated && !self.guid.is_empty() {
            self.places
                .insert("local_codes.row".into(), table.at(row, table.position_of("ROW_GUID")));
            self.tree.set("local_codes.row", text(self.guid));
        }
    }

    /// Completes what is left open and adds what stands beside; answers what is
    /// wrong there.
    pub(crate) fn settle(&mut self, exchange: &Exchange<'w>) -> Vec<(SheetPlace, SheetFaultKind)> {
        let mut faults = Vec::new();
        rules(&mut self.tree);
        if let Some(draft) = exchange.left_open {
            let mut open = Tree::from(item_tree::item(draft));
            // What an item is, only its own row can say.
            for name in ["code", "name", "type", "body", "version", "effective", "links"] {
                open.set(name, None);
            }
            self.tree.complete(&open);
        }
        for Beside { path, kind, value } in core::mem::take(&mut self.beside) {
            let Some(plain) = Plain::read(kind.0.trim(), value.0) else {
                faults.push((kind.1, SheetFaultKind::NoSuchValue));
                continue;
            };
            if supplement::put(&mut self.tree, path.0.trim(), plain) {
                self.places.insert(path.0.trim().into(), value.1);
            } else {
                faults.push((path.1, SheetFaultKind::NoSuchPlace));
            }
        }
        let fees = matches!(self.tree.at("fees.rows"), Some(Tree::List(rows)) if !rows.is_empty());
        faults.extend(
            self.is_fee
                .filter(|(is_fee, _)| *is_fee != fees)
                .map(|(_, place)| (place, SheetFaultKind::Contradicts)),
        );
        faults
    }
}

/// No rule is a list without rules.
pub(crate) fn rules(tree: &mut Tree<'_>) {
    for (path, _) in PLACES {
        tree.with_rules(path);
    }
}

/// The fields that the item, written again, would not have so.
pub(crate) fn unread(exchange: &Exchange<'_>, item: &Item, draft: &Draft<'_>) -> Vec<Unread> {
    let tree = item_tree::item(&item.0);
    let source = Source { item, tree, guid: draft.guid.into() };
    let mut rows: BTreeMap<(usize, usize), Row> = BTreeMap::new();
    let mut unread = Vec::new();
    for said in &draft.said {
        if ["ROW_GUID", "ORDER_NUM"].contains(&said.field) {
            continue;
        }
        let row = rows
            .entry((said.table, said.nth))
            .or_insert_with(|| source.row(exchange, said.table, said.nth));
        let written = row.iter().find(|(field, _)| field.name == said.field);
        let same = written.is_some_and(|(_, cell)| cell == said.cell || alike(cell, said.cell));
        if !same {
            unread.push(Unread(said.place));
        }
    }
    unread
}

/// Whether two fields say the same: numbers in another order, spaces around.
fn alike(one: &str, other: &str) -> bool {
    let sorted = |cell: &str| {
        let mut parts: Vec<_> = cell.split('^').map(|part| String::from(part.trim())).collect();
        parts.sort();
        parts
    };
    sorted(one) == sorted(other)
}
