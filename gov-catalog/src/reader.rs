//! Reads a tree of values and keeps *every* fault, each with its place.
//!
//! A derived `Deserialize` stops at the first fault. The clerk who uploads an
//! item wants one list, so the item is read from a tree by hand, and nothing
//! else describes its format to serde: a second description would drift.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::item_fault::{Expected, ItemFault, ItemFaultKind, Segment};

/// A value of any self-describing format, its records in the order written.
pub(crate) enum Node {
    Null,
    Number(u64),
    Text(String),
    List(Vec<Node>),
    Record(Vec<(String, Node)>),
    /// Truth values and numbers that are no counts: nothing here wants them.
    Other,
}

/// A field by its English and its Chinese name.
pub(crate) type Field = (&'static str, &'static str);

/// Where the reader stands and what it found wrong so far.
#[derive(Default)]
pub(crate) struct Reader {
    path: Vec<Segment>,
    pub(crate) faults: Vec<ItemFault>,
}

/// A record whose fields are being taken out.
pub(crate) struct Record<'r> {
    reader: &'r mut Reader,
    fields: Vec<(String, Option<Node>)>,
}

impl Reader {
    /// Notes a fault of the place where the reader stands.
    pub(crate) fn fault(&mut self, kind: ItemFaultKind) {
        self.faults.push(ItemFault::new(self.path.clone(), kind));
    }

    /// Reads one step further down.
    fn at<T>(&mut self, segment: Segment, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(segment);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Notes a fault of a field of the place where the reader stands.
    pub(crate) fn fault_at(&mut self, (english, chinese): Field, kind: ItemFaultKind) {
        self.at(Segment::Field(english, chinese), |reader| reader.fault(kind));
    }

    fn expected<T>(&mut self, expected: Expected) -> Option<T> {
        self.fault(ItemFaultKind::Kind { expected });
        None
    }

    /// A record; whatever `read` leaves in it is unknown.
    pub(crate) fn record<T>(
        &mut self,
        node: Node,
        read: impl FnOnce(&mut Record<'_>) -> Option<T>,
    ) -> Option<T> {
        let Node::Record(fields) = node else {
            return self.expected(Expected::Record);
        };
        let fields = fields.into_iter().map(|(name, node)| (name, Some(node))).collect();
        let mut record = Record { reader: self, fields };
        let value = read(&mut record);
        record.refuse_the_rest();
        value
    }

    /// A text of up to `max` characters that is not blank.
    pub(crate) fn text(&mut self, node: Node, max: usize) -> Option<String> {
        let Node::Text(text) = node else {
            return self.expected(Expected::Text);
        };
        let kind = if text.trim().is_empty() {
            ItemFaultKind::Blank
        } else if text.chars().count() > max {
            ItemFaultKind::TooLong { max }
        } else {
            return Some(text);
        };
        self.fault(kind);
        None
    }

    /// A text that a parser turns into a value.
    pub(crate) fn parsed<T>(
        &mut self,
        node: Node,
        parse: impl FnOnce(&str) -> Result<T, ItemFaultKind>,
    ) -> Option<T> {
        let Node::Text(text) = node else {
            return self.expected(Expected::Text);
        };
        parse(&text).map_err(|kind| self.fault(kind)).ok()
    }

    /// One of a set of words.
    pub(crate) fn word<T: Copy>(&mut self, node: Node, words: &[(&str, T)]) -> Option<T> {
        self.parsed(node, |text| {
            let found = words.iter().find(|(word, _)| *word == text);
            found.map(|(_, value)| *value).ok_or(ItemFaultKind::Word)
        })
    }

    /// A whole number in a range.
    #[expect(clippy::needless_pass_by_value, reason = "the form of every reading function")]
    pub(crate) fn number<T: TryFrom<u64>>(&mut self, node: Node, min: u64, max: u64) -> Option<T> {
        let Node::Number(number) = node else {
            return self.expected(Expected::Number);
        };
        let number = if (min..=max).contains(&number) { T::try_from(number).ok() } else { None };
        if number.is_none() {
            self.fault(ItemFaultKind::Range { min, max });
        }
        number
    }

    /// A list, every element of it.
    pub(crate) fn list<T>(
        &mut self,
        node: Node,
        mut read: impl FnMut(&mut Self, Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Node::List(elements) = node else {
            return self.expected(Expected::List);
        };
        let mut values = Vec::with_capacity(elements.len());
        let mut whole = true;
        for (element, position) in elements.into_iter().zip(1..) {
            match self.at(Segment::Element(position), |reader| read(reader, element)) {
                Some(value) => values.push(value),
                None => whole = false,
            }
        }
        whole.then_some(values)
    }

    /// A list with at least one element.
    pub(crate) fn some<T>(
        &mut self,
        node: Node,
        read: impl FnMut(&mut Self, Node) -> Option<T>,
    ) -> Option<Vec<T>> {
        let values = self.list(node, read)?;
        if values.is_empty() {
            self.fault(ItemFaultKind::Empty);
            return None;
        }
        Some(values)
    }
}

impl Record<'_> {
    /// A field that must be there.
    pub(crate) fn must<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&mut Reader, Node) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = self.take(field.0) else {
            self.reader.fault_at(field, ItemFaultKind::Missing);
            return None;
        };
        self.reader.at(Segment::Field(field.0, field.1), |r| read(r, node))
    }

    /// A field that may be left out. The outer `None` is a fault.
    #[expect(clippy::option_option, reason = "absent and faulty are not the same")]
    pub(crate) fn may<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&mut Reader, Node) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.take(field.0) {
            Some(node) => {
                self.reader.at(Segment::Field(field.0, field.1), |r| read(r, node)).map(Some)
            }
            None => Some(None),
        }
    }

    /// Notes a fault that two fields have together.
    pub(crate) fn fault_at(&mut self, field: Field, kind: ItemFaultKind) {
        self.reader.fault_at(field, kind);
    }

    /// Notes a fault of the record as a whole.
    pub(crate) fn fault(&mut self, kind: ItemFaultKind) {
        self.reader.fault(kind);
    }

    /// The value of a field, once; an explicit null is no value.
    fn take(&mut self, name: &str) -> Option<Node> {
        let mut value = None;
        for ((field, node), position) in self.fields.iter_mut().zip(1..) {
            match node.take_if(|_| field == name) {
                Some(_) if value.is_some() => self.reader.fault(ItemFaultKind::Twice { position }),
                Some(node) => value = Some(node),
                None => {}
            }
        }
        value.filter(|node| !matches!(node, Node::Null))
    }

    fn refuse_the_rest(self) {
        for ((_, node), position) in self.fields.into_iter().zip(1..) {
            if node.is_some() {
                self.reader.fault(ItemFaultKind::Unknown { position });
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(u64::try_from(number).map_or(Node::Other, Node::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = elements.next_element()? {
            list.push(element);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Node, A::Error> {
        let mut record = Vec::new();
        while let Some(field) = fields.next_entry()? {
            record.push(field);
        }
        Ok(Node::Record(record))
    }
}
