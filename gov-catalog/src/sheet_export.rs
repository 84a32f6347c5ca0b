//! Items as sheets: the tree of an item, laid flat.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::node::Node;
use crate::sheet_schema::{
    CODE, Cell, Column, NUMBER, PLACE, PLACES, SHEETS, SheetSchema, VERSION,
};
use crate::workbook::{Sheet, Workbook, Written};
use crate::{Item, item_tree, supplement};

pub(crate) fn write<'a>(items: impl IntoIterator<Item = &'a Item>) -> Written {
    let mut sheets: Vec<_> = SHEETS.iter().map(empty).collect();
    for item in items {
        let key = [item.code().to_string(), item.version().to_string()];
        Flat { sheets: &mut sheets, key }.item(item_tree::item(&item.0));
    }
    Written { workbook: Workbook { sheets }, left_out: Vec::new() }
}

/// The sheet with its headings.
fn empty(schema: &SheetSchema) -> Sheet {
    let headings = schema.columns.iter().map(|column| column.zh);
    let headings = leading(schema).iter().copied().chain(headings);
    Sheet { name: schema.name.into(), rows: vec![headings.map(String::from).collect()] }
}

/// The headings that come before those of the elements.
pub(crate) fn leading(schema: &SheetSchema) -> &'static [&'static str] {
    match schema.list {
        Some(_) => &[CODE, VERSION],
        None if schema.column("code").is_some() => &[],
        None if schema.is_beside() => &[CODE, VERSION],
        None => &[CODE, VERSION, PLACE, NUMBER],
    }
}

/// One item on its way into the sheets.
struct Flat<'w> {
    /// In the order of [`SHEETS`].
    sheets: &'w mut [Sheet],
    key: [String; 2],
}

/// Where the walk stands: in the row of which sheet, at which path of the item
/// and of the row.
struct Spot<'s> {
    schema: &'s SheetSchema,
    /// Path from the item, such as `steps[2].limit`.
    path: String,
    /// The same from the row, such as `limit`.
    column: String,
    /// Position in the list that the row is of.
    number: Option<usize>,
}

impl Flat<'_> {
    fn item(&mut self, node: Node<'_>) {
        let [schema, ..] = &SHEETS;
        let mut row = vec![String::new(); schema.columns.len()];
        let spot = Spot { schema, path: String::new(), column: String::new(), number: None };
        self.value(&spot, node, &mut row);
        self.push(schema, row);
    }

    /// A value at a spot: into its cell, or taken apart further.
    fn value(&mut self, spot: &Spot<'_>, node: Node<'_>, row: &mut [String]) {
        if let Some((position, column)) = spot.schema.column(&spot.column) {
            match (cell(column, &node), row.get_mut(position)) {
                (Some(text), Some(cell)) => *cell = text,
                _ => self.beside(&spot.path, node),
            }
            return;
        }
        match node {
            Node::Record(fields) if spot.is_taken_apart() => self.record(spot, fields, row),
            Node::List(elements) => self.list(spot, elements),
            node => self.beside(&spot.path, node),
        }
    }

    fn record(
        &mut self,
        spot: &Spot<'_>,
        fields: Vec<(Cow<'_, str>, Node<'_>)>,
        row: &mut [String],
    ) {
        // A group without anything in it reads back as no group at all; only for
        // this one that is another value.
        if fields.is_empty() && spot.column == "details" {
            self.beside(&spot.path, Node::Record(Vec::new()));
        }
        for (name, node) in fields {
            let below = Spot {
                schema: spot.schema,
                path: join(&spot.path, &name),
                column: join(&spot.column, &name),
                number: spot.number,
            };
            if name == "basis" {
                self.rules(spot, node);
            } else {
                self.value(&below, node, row);
            }
        }
    }

    /// A list that has a sheet of its own.
    fn list(&mut self, spot: &Spot<'_>, elements: Vec<Node<'_>>) {
        let found = SHEETS.iter().find(|sheet| sheet.list == Some(spot.path.as_str()));
        let Some(schema) = found else {
            if !elements.is_empty() {
                self.beside(&spot.path, Node::List(elements));
            }
            return;
        };
        for (element, number) in elements.into_iter().zip(1..) {
            let mut row = vec![String::new(); schema.columns.len()];
            let path = format!("{}[{number}]", spot.path);
            let spot = Spot { schema, path, column: String::new(), number: Some(number) };
            self.value(&spot, element, &mut row);
            self.push(schema, row);
        }
    }

    /// The rules behind the element at a spot.
    fn rules(&mut self, spot: &Spot<'_>, node: Node<'_>) {
        let Node::List(rules) = node else { return };
        let [.., schema, _] = &SHEETS;
        let place = place(spot);
        let Some((_, zh)) = PLACES.iter().find(|(path, _)| *path == place) else {
            if !rules.is_empty() {
                self.beside(&join(&spot.path, "basis"), Node::List(rules));
            }
            return;
        };
        for (rule, nth) in rules.into_iter().zip(1..) {
            let mut row = vec![String::new(); schema.columns.len()];
            let path = format!("{}[{nth}]", join(&spot.path, "basis"));
            let number = spot.number.map(|number| number.to_string()).unwrap_or_default();
            let rule_spot = Spot { schema, path, column: String::new(), number: None };
            self.value(&rule_spot, rule, &mut row);
            self.push(schema, [String::from(*zh), number].into_iter().chain(row).collect());
        }
    }

    /// Adds a row, after the key of the item where the sheet has one.
    fn push(&mut self, schema: &SheetSchema, row: Vec<String>) {
        let key: &[String] = if leading(schema).is_empty() { &[] } else { &self.key };
        let row = key.iter().cloned().chain(row).collect();
        if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.name == schema.name) {
            sheet.rows.push(row);
        }
    }

    /// What no other sheet has a cell for: trees, and lists of texts with lines.
    fn beside(&mut self, path: &str, node: Node<'_>) {
        let [.., schema] = &SHEETS;
        for row in supplement::whole(path, node) {
            let ((_, kind), value) = row.value.cells();
            self.push(schema, vec![row.path, kind.into(), value]);
        }
    }
}

impl Spot<'_> {
    /// Whether columns or sheets know what is below.
    fn is_taken_apart(&self) -> bool {
        let below = |whole: &str, part: &str| {
            part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.'))
        };
        self.column.is_empty()
            || self.schema.columns.iter().any(|column| below(&self.column, column.path))
            || SHEETS.iter().filter_map(|sheet| sheet.list).any(|list| below(&self.path, list))
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { format!("{path}.{name}") }
}

/// The path of an element without positions.
fn place(spot: &Spot<'_>) -> String {
    match spot.schema.list {
        Some(list) if spot.column.is_empty() => list.into(),
        Some(list) => format!("{list}.{}", spot.column),
        None => spot.column.clone(),
    }
}

/// The text of a cell; none for what does not fit in.
fn cell(column: &Column, node: &Node<'_>) -> Option<String> {
    match (column.kind, node) {
        (Cell::Text, Node::Text(text)) => Some(text.clone().into_owned()),
        (Cell::Number, Node::Number(number)) => Some(number.to_string()),
        (Cell::Flag, Node::Flag(flag)) => Some(if *flag { "是" } else { "否" }.into()),
        (Cell::Word(words), Node::Text(word)) => words(word).map(|(_, zh)| zh.into()),
        (Cell::Words(words), Node::List(list)) => {
            lines(list, |word| words(word).map(|(_, zh)| zh.into()))
        }
        (Cell::Lines, Node::List(list)) => lines(list, |line| {
            let one = !line.contains(['\n', '\r']);
            one.then(|| line.into())
        }),
        _ => None,
    }
}

fn lines(list: &[Node<'_>], line: impl Fn(&str) -> Option<String>) -> Option<String> {
    let lines = list.iter().map(|node| match node {
        Node::Text(text) => line(text),
        _ => None,
    });
    Some(lines.collect::<Option<Vec<_>>>()?.join("\n"))
}
