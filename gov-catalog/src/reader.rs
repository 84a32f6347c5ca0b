//! Reads a tree of values and keeps *every* fault, each with its place.
//!
//! A derived `Deserialize` stops at the first fault. The clerk who uploads an
//! item wants one list, so the item is read from a tree by hand, and nothing
//! else describes its format to serde: a second description would drift.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::mem;

use crate::Text;
use crate::item_fault::{Expected, ItemFault, ItemFaultKind, Segment};
use crate::node::Node;
use crate::text::Texts;
use crate::vocabulary::Word;

/// A field by its English and its Chinese name.
pub(crate) type Field = (&'static str, &'static str);

/// Where the reader stands and what it found wrong so far.
#[derive(Default)]
pub(crate) struct Reader {
    path: Vec<Segment>,
    pub(crate) faults: Vec<ItemFault>,
    texts: Texts,
}

/// A record whose fields are being taken out.
pub(crate) struct Record<'r, 'n> {
    reader: &'r mut Reader,
    fields: Vec<(Cow<'n, str>, Node<'n>)>,
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
    pub(crate) fn record<'n, T>(
        &mut self,
        node: Node<'n>,
        read: impl FnOnce(&mut Record<'_, 'n>) -> Option<T>,
    ) -> Option<T> {
        let Node::Record(fields) = node else {
            return self.expected(Expected::Record);
        };
        let mut record = Record { reader: self, fields };
        let value = read(&mut record);
        record.refuse_the_rest();
        value
    }

    /// A text of up to `max` characters that is not blank, shared with its likes.
    pub(crate) fn text(&mut self, node: Node<'_>, max: usize) -> Option<Text> {
        self.checked(node, max).map(|text| self.share(&text))
    }

    /// The same for a text that is its item's own: looking for its likes would
    /// only cost room and time.
    pub(crate) fn own_text(&mut self, node: Node<'_>, max: usize) -> Option<Text> {
        self.checked(node, max).map(|text| Text::from(&*text))
    }

    fn checked<'n>(&mut self, node: Node<'n>, max: usize) -> Option<Cow<'n, str>> {
        let Node::Text(text) = node else {
            return self.expected(Expected::Text);
        };
        let kind = if text.trim().is_empty() {
            ItemFaultKind::Blank
        } else if text.len() > max && text.chars().count() > max {
            ItemFaultKind::TooLong { max }
        } else {
            return Some(text);
        };
        self.fault(kind);
        None
    }

    /// The one copy of a text.
    pub(crate) fn share(&mut self, text: &str) -> Text {
        self.texts.share(text)
    }

    /// A text that a parser turns into a value.
    pub(crate) fn parsed<T>(
        &mut self,
        node: Node<'_>,
        parse: impl FnOnce(&str) -> Result<T, ItemFaultKind>,
    ) -> Option<T> {
        let Node::Text(text) = node else {
            return self.expected(Expected::Text);
        };
        parse(&text).map_err(|kind| self.fault(kind)).ok()
    }

    /// A value of a vocabulary.
    pub(crate) fn word<T: Word>(&mut self, node: Node<'_>) -> Option<T> {
        self.parsed(node, |text| {
            let found = T::ALL.iter().find(|value| value.word() == text);
            found.copied().ok_or(ItemFaultKind::Word)
        })
    }

    /// Yes or no.
    #[expect(clippy::needless_pass_by_value, reason = "the form of every reading function")]
    pub(crate) fn flag(&mut self, node: Node<'_>) -> Option<bool> {
        match node {
            Node::Flag(flag) => Some(flag),
            _ => self.expected(Expected::Flag),
        }
    }

    /// Any whole number.
    #[expect(clippy::needless_pass_by_value, reason = "the form of every reading function")]
    pub(crate) fn integer(&mut self, node: Node<'_>) -> Option<i64> {
        match node {
            Node::Number(number) => Some(number),
            _ => self.expected(Expected::Number),
        }
    }

    /// A whole number in a range.
    #[expect(clippy::needless_pass_by_value, reason = "the form of every reading function")]
    pub(crate) fn number<T: TryFrom<u64>>(
        &mut self,
        node: Node<'_>,
        min: u64,
        max: u64,
    ) -> Option<T> {
        let count = match node {
            Node::Number(number) => u64::try_from(number).ok(),
            _ => None,
        };
        let Some(number) = count else {
            return self.expected(Expected::Number);
        };
        let number = if (min..=max).contains(&number) { T::try_from(number).ok() } else { None };
        if number.is_none() {
            self.fault(ItemFaultKind::Range { min, max });
        }
        number
    }

    /// A list, every element of it.
    pub(crate) fn list<'n, T>(
        &mut self,
        node: Node<'n>,
        mut read: impl FnMut(&mut Self, Node<'n>) -> Option<T>,
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
    pub(crate) fn some<'n, T>(
        &mut self,
        node: Node<'n>,
        read: impl FnMut(&mut Self, Node<'n>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let values = self.list(node, read)?;
        if values.is_empty() {
            self.fault(ItemFaultKind::Empty);
            return None;
        }
        Some(values)
    }
}

impl<'n> Record<'_, 'n> {
    /// A field that must be there.
    pub(crate) fn must<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&mut Reader, Node<'n>) -> Option<T>,
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
        read: impl FnOnce(&mut Reader, Node<'n>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.take(field.0) {
            Some(node) => {
                self.reader.at(Segment::Field(field.0, field.1), |r| read(r, node)).map(Some)
            }
            None => Some(None),
        }
    }

    /// The one form that is there; none or several are a fault.
    pub(crate) fn one_of<T>(&mut self, forms: impl IntoIterator<Item = Option<T>>) -> Option<T> {
        let mut forms = forms.into_iter().flatten();
        if let (Some(form), None) = (forms.next(), forms.next()) {
            return Some(form);
        }
        self.reader.fault(ItemFaultKind::Form);
        None
    }

    /// Notes a fault that two fields have together.
    pub(crate) fn fault_at(&mut self, field: Field, kind: ItemFaultKind) {
        self.reader.fault_at(field, kind);
    }

    /// Notes a fault of the record as a whole.
    pub(crate) fn fault(&mut self, kind: ItemFaultKind) {
        self.reader.fault(kind);
    }

    /// A list that may be left out, and is empty then.
    pub(crate) fn lists<T>(
        &mut self,
        field: Field,
        read: impl FnMut(&mut Reader, Node<'n>) -> Option<T>,
    ) -> Option<Vec<T>> {
        self.may(field, |r, node| r.list(node, read)).map(Option::unwrap_or_default)
    }

    /// A record that may be left out, and says nothing then.
    pub(crate) fn group<T: Default>(
        &mut self,
        field: Field,
        read: impl FnOnce(&mut Reader, Node<'n>) -> Option<T>,
    ) -> Option<T> {
        self.may(field, read).map(Option::unwrap_or_default)
    }

    /// The value of a field, once; an explicit null is no value.
    fn take(&mut self, name: &str) -> Option<Node<'n>> {
        let mut value = None;
        for ((field, node), position) in self.fields.iter_mut().zip(1..) {
            if field != name || matches!(node, Node::Taken) {
                continue;
            }
            if value.is_some() {
                *node = Node::Taken;
                self.reader.fault(ItemFaultKind::Twice { position });
            } else {
                value = Some(mem::replace(node, Node::Taken));
            }
        }
        value.filter(|node| !matches!(node, Node::Null))
    }

    fn refuse_the_rest(self) {
        for ((_, node), position) in self.fields.into_iter().zip(1..) {
            if !matches!(node, Node::Taken) {
                self.reader.fault(ItemFaultKind::Unknown { position });
            }
        }
    }
}
