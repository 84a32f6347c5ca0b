//! The JSON form of an item.

use alloc::vec;
use alloc::vec::Vec;

use serde::de::{Deserialize, Deserializer, Error as _};

use crate::Item;
use crate::item_fault::{ItemFault, ItemFaultKind};
use crate::item_read;
use crate::node::Node;
use crate::reader::Reader;

impl Item {
    /// The largest JSON text that is read, in bytes.
    pub const MAX_JSON: usize = 1 << 20;

    /// Reads the JSON form.
    ///
    /// # Errors
    ///
    /// *Every* fault in the order of the elements, each with its path: what is
    /// missing, unknown, given twice, of another kind, blank or too long; codes
    /// that do not parse; an end before the beginning; a promise beyond the statutory limit; a type or body
    /// that differs from the code's; two materials of one name; a catch-all
    /// line; a fee without basis; a site check by fewer than two officers.
    /// A text that is no JSON at all, or larger than
    /// [`MAX_JSON`](Self::MAX_JSON), is one fault.
    pub fn from_json(json: &str) -> Result<Self, Vec<ItemFault>> {
        let whole = |kind| vec![ItemFault::new(Vec::new(), kind)];
        if json.len() > Self::MAX_JSON {
            return Err(whole(ItemFaultKind::TooLarge { max: Self::MAX_JSON }));
        }
        let node = serde_json::from_str(json).map_err(|error| {
            whole(ItemFaultKind::Syntax { line: error.line(), column: error.column() })
        })?;
        Self::from_node(node)
    }

    fn from_node(node: Node<'_>) -> Result<Self, Vec<ItemFault>> {
        let mut reader = Reader::default();
        match item_read::item(&mut reader, node) {
            Some(item) if reader.faults.is_empty() => Ok(item),
            _ => Err(reader.faults),
        }
    }
}

/// Reads the same form from any self-describing format. serde has room for one
/// fault only, so it is told the first; [`Item::from_json`] tells all.
impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_node(Node::deserialize(deserializer)?).map_err(|faults| match faults.first() {
            Some(fault) => D::Error::custom(fault),
            None => D::Error::custom("not an item"),
        })
    }
}
