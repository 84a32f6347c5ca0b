//! The JSON form of a catalog: a list of items, one for each version.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::mem;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Catalog;
use crate::Item;
use crate::catalog::{CatalogFault, CatalogFaultKind};
use crate::item_fault::{ItemFault, ItemFaultKind};
use crate::item_read;
use crate::node::Node;
use crate::reader::Reader;

impl Catalog {
    /// Reads a list of items, one for each version, in any order.
    ///
    /// # Errors
    ///
    /// *Every* fault of every item with its position, as [`Item::from_json`]
    /// tells them; when the items are all good, every version that cannot stand
    /// beside the others of its code. A text that is no JSON list is one fault of
    /// position 0.
    pub fn from_json(json: &str) -> Result<Self, Vec<CatalogFault>> {
        let mut loader = Loader::default();
        let mut text = serde_json::Deserializer::from_str(json);
        let read = text.deserialize_any(&mut loader).and_then(|()| text.end());
        if let Err(error) = read {
            let kind = if error.is_data() {
                ItemFaultKind::Kind { expected: crate::Expected::List }
            } else {
                ItemFaultKind::Syntax { line: error.line(), column: error.column() }
            };
            let fault = ItemFault::new(Vec::new(), kind);
            return Err(vec![CatalogFault::new(0, CatalogFaultKind::Item(fault))]);
        }
        loader.finish()
    }
}

/// What was read so far. One reader for all items, so that they share texts.
#[derive(Default)]
struct Loader {
    reader: Reader,
    items: Vec<(Box<Item>, usize)>,
    faults: Vec<CatalogFault>,
    position: usize,
}

impl Loader {
    /// Reads one item; nothing of its tree is kept.
    fn add(&mut self, node: Node<'_>) {
        self.position += 1;
        let item = item_read::item(&mut self.reader, node);
        let faults = mem::take(&mut self.reader.faults);
        match item {
            Some(item) if faults.is_empty() => self.items.push((Box::new(item), self.position)),
            _ => self.faults.extend(
                faults
                    .into_iter()
                    .map(|fault| CatalogFault::new(self.position, CatalogFaultKind::Item(fault))),
            ),
        }
    }

    fn finish(self) -> Result<Catalog, Vec<CatalogFault>> {
        if self.faults.is_empty() { Catalog::gather(self.items) } else { Err(self.faults) }
    }
}

impl<'de> Visitor<'de> for &mut Loader {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(&mut *self)?.is_some() {}
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for &mut Loader {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.add(Node::deserialize(deserializer)?);
        Ok(())
    }
}

/// All versions in the order they were published. The power list is data of its
/// own and not part of it.
impl Serialize for Catalog {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Reads the same form from any self-describing format. serde has room for one
/// fault only, so it is told the first; [`Catalog::from_json`] tells all.
impl<'de> Deserialize<'de> for Catalog {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut loader = Loader::default();
        deserializer.deserialize_seq(&mut loader)?;
        loader.finish().map_err(|faults| match faults.first() {
            Some(fault) => D::Error::custom(fault),
            None => D::Error::custom("not a catalog"),
        })
    }
}
