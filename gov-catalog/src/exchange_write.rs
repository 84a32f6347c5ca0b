//! Items as rows of the national exchange tables.

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::exchange::Exchange;
use crate::exchange_cell::{self, elements, get};
use crate::exchange_fault::ExchangeFault;
use crate::exchange_read;
use crate::exchange_schema::{
    BASIC, Derived, Family, Field, Form, KEYS, SUPPLEMENT, SUPPLEMENT_FIELDS, TABLES,
};
use crate::node::Node;
use crate::supplement::{self, Plain};
use crate::workbook::{LeftOut, Sheet, Workbook, Written};
use crate::{Item, item_tree};

pub(crate) fn write<'i>(
    exchange: &Exchange<'_>,
    items: impl IntoIterator<Item = &'i Item>,
) -> Result<Written, Vec<ExchangeFault>> {
    let mut writer = Writer {
        exchange,
        sheets: Vec::new(),
        left_out: Vec::new(),
        faults: Vec::new(),
        guids: BTreeSet::new(),
    };
    for (item, position) in items.into_iter().zip(1..) {
        writer.item(item, position);
    }
    if writer.faults.is_empty() {
        Ok(Written { workbook: Workbook::new(writer.sheets), left_out: writer.left_out })
    } else {
        Err(writer.faults)
    }
}

struct Writer<'e> {
    exchange: &'e Exchange<'e>,
    sheets: Vec<Sheet>,
    left_out: Vec<LeftOut>,
    faults: Vec<ExchangeFault>,
    guids: BTreeSet<String>,
}

/// An item with what its rows need: as a tree, and under the name of its row.
pub(crate) struct Source<'i> {
    pub(crate) item: &'i Item,
    pub(crate) tree: Node<'i>,
    pub(crate) guid: String,
}

/// A row: its fields and what stands in them.
pub(crate) type Row = Vec<(&'static Field, String)>;

impl Writer<'_> {
    fn item(&mut self, item: &Item, position: usize) {
        let source = Source { item, tree: item_tree::item(&item.0), guid: self.guid(item) };
        let mut rows = Vec::new();
        for (schema, table) in TABLES.iter().zip(0..) {
            let count = schema
                .list
                .map_or(1, |list| get(&source.tree, list).map_or(0, |node| elements(node).len()));
            rows.extend((1..=count).map(|nth| (table, nth, source.row(self.exchange, table, nth))));
        }
        let found = exchange_read::found(self.exchange, &rows);
        let beside = supplement::beyond(item_tree::item(&item.0), found.node());
        for (table, _, row) in &rows {
            self.push(position, &source, *table, row);
        }
        if self.exchange.supplement {
            for (beside, nth) in beside.into_iter().zip(1..) {
                self.beside(&source, nth, &beside.path, &beside.value);
            }
        } else {
            let paths = supplement::roots(beside).into_iter();
            self.left_out.extend(paths.map(|path| LeftOut { item: position, path }));
        }
        self.guids.insert(source.guid);
    }

    /// The name of the row of an item: that of the department, unless an earlier
    /// row has it, as two versions of one item may.
    fn guid(&self, item: &Item) -> String {
        let own = item.local_codes().row.as_ref().map(ToString::to_string);
        let own = own.filter(|own| !self.guids.contains(own));
        own.unwrap_or_else(|| format!("{}-{}", item.code(), item.version()))
    }

    fn push(&mut self, position: usize, source: &Source<'_>, table: usize, row: &Row) {
        let name = source.family().table(table);
        for (field, value) in row {
            if value.chars().count() > field.max {
                let fault = ExchangeFault::new(position, name, field.name, field.max);
                self.faults.push(fault);
            }
        }
        let headings = row.iter().map(|(field, _)| field.name).collect();
        self.add(name, headings, row.iter().map(|(_, value)| value.clone()).collect());
    }

    fn beside(&mut self, source: &Source<'_>, nth: usize, path: &str, value: &Plain<'_>) {
        let ((kind, _), value) = value.cells();
        let keys = source.keys(SUPPLEMENT, nth);
        let headings = keys.iter().map(|(field, _)| field.name).chain(SUPPLEMENT_FIELDS).collect();
        let cells = [path.into(), kind.into(), value, nth.to_string()];
        let row = keys.into_iter().map(|(_, value)| value).chain(cells).collect();
        self.add(source.family().table(SUPPLEMENT), headings, row);
    }

    fn add(&mut self, name: &'static str, headings: Vec<&'static str>, row: Vec<String>) {
        if !self.sheets.iter().any(|sheet| sheet.name == name) {
            let headings = headings.into_iter().map(String::from).collect();
            self.sheets.push(Sheet::new(name, vec![headings]));
        }
        if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.name == name) {
            sheet.rows.push(row);
        }
    }
}

impl Source<'_> {
    fn family(&self) -> Family {
        Family::of(self.item.item_type())
    }

    /// The row of a table for the nth element of its list.
    pub(crate) fn row(&self, exchange: &Exchange<'_>, table: usize, nth: usize) -> Row {
        let mut row = if table == BASIC { Vec::new() } else { self.keys(table, nth) };
        let Some(schema) = TABLES.get(table) else { return row };
        let element = match schema.list {
            None => Some(&self.tree),
            Some(list) => {
                let list = get(&self.tree, list).map(elements).unwrap_or_default();
                nth.checked_sub(1).and_then(|place| list.get(place))
            }
        };
        let Some(element) = element else { return row };
        for field in schema.fields.iter().filter(|field| field.is_in(self.family())) {
            let value = match field.form {
                Form::Derived(what) => self.derived(exchange, what, table, nth, element),
                _ => exchange_cell::write(exchange, field, element),
            };
            row.push((field, value));
        }
        row
    }

    fn keys(&self, table: usize, nth: usize) -> Row {
        let key = |field: &'static Field| match field.form {
            Form::Derived(Derived::RowGuid) => (field, self.row_guid(table, nth)),
            Form::Derived(Derived::TaskGuid) => (field, self.guid.clone()),
            Form::Derived(Derived::ImplementationCode) => (field, self.implementation()),
            _ => (field, self.handling()),
        };
        KEYS.iter().map(key).collect()
    }

    fn row_guid(&self, table: usize, nth: usize) -> String {
        const INITIALS: [&str; 6] = ["", "E", "M", "F", "Q", "S"];
        match INITIALS.get(table) {
            Some(initial) if table != BASIC => {
                format!("{}-{}-{initial}{nth}", self.item.code(), self.item.version())
            }
            _ => self.guid.clone(),
        }
    }

    fn implementation(&self) -> String {
        self.item.code().implementation().to_string()
    }

    fn handling(&self) -> String {
        self.item.code().handling().map(|code| code.to_string()).unwrap_or_default()
    }

    fn derived(
        &self,
        exchange: &Exchange<'_>,
        what: Derived,
        table: usize,
        nth: usize,
        element: &Node<'_>,
    ) -> String {
        let number = |path: &str| match get(element, path) {
            Some(Node::Number(number)) => *number,
            _ => 0,
        };
        let flag = |flag| String::from(if flag { "1" } else { "0" });
        match what {
            Derived::RowGuid => self.row_guid(table, nth),
            Derived::TaskGuid => self.guid.clone(),
            Derived::BasicCode => self.item.code().basic().to_string(),
            Derived::ImplementationCode => self.implementation(),
            Derived::HandlingCode => self.handling(),
            Derived::Promise => {
                let days = ["limits.decision.promised", "limits.decision.statutory"];
                let days = days.iter().find_map(|path| get(element, path));
                match days {
                    Some(Node::Number(days)) => days.to_string(),
                    _ => String::new(),
                }
            }
            Derived::PromiseUnit => {
                let basic = TABLES.get(BASIC).map(|schema| schema.fields).unwrap_or_default();
                let unit = basic.iter().find(|field| field.name == "ANTICIPATE_TYPE");
                unit.map(|unit| exchange_cell::write(exchange, unit, element)).unwrap_or_default()
            }
            Derived::IsFee => flag(!self.item.fees().is_free()),
            Derived::IsOnline => flag(self.item.online().is_offered()),
            Derived::OnlineUrl => {
                self.item.online().url.as_ref().map(ToString::to_string).unwrap_or_default()
            }
            Derived::Pages => (number("originals") + number("copies")).to_string(),
            Derived::IsReducible => flag(get(element, "reducible_when").is_some()),
            Derived::Order => nth.to_string(),
        }
    }
}
