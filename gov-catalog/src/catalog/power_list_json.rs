//! The JSON form of a power list.

use alloc::vec;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::element_read::{date, name, short};
use crate::item_fault::{ItemFault, ItemFaultKind};
use crate::item_read::item_type;
use crate::node::Node;
use crate::reader::{Field, Reader};
use crate::{Item, PowerEntry, PowerList};

const UNTIL: Field = ("until", "终止日期");

impl PowerList {
    /// The largest JSON text that is read, in bytes.
    pub const MAX_JSON: usize = 64 * Item::MAX_JSON;

    /// Reads the JSON form: `powers`, each with `id`, `name`, `type` and perhaps
    /// the days `from` and `until`.
    ///
    /// ```
    /// use gov_catalog::PowerList;
    ///
    /// let json = r#"{"powers": [{"id": "QL-1", "name": "示例许可", "type": "01", "until": "2027-01-01"}]}"#;
    /// let powers = PowerList::from_json(json).unwrap();
    /// assert_eq!(powers.get("QL-1").unwrap().item_type.zh(), "行政许可");
    ///
    /// let faults = PowerList::from_json(r#"{"powers": [{"id": "QL-1"}]}"#).unwrap_err();
    /// assert_eq!(faults[0].to_string(), "powers[1].name: missing");
    /// ```
    ///
    /// # Errors
    ///
    /// *Every* fault with its path, as [`Item::from_json`] tells them; two rows of
    /// one identifier, and a row that ends before it begins.
    pub fn from_json(json: &str) -> Result<Self, Vec<ItemFault>> {
        let whole = |kind| vec![ItemFault::new(Vec::new(), kind)];
        if json.len() > Self::MAX_JSON {
            return Err(whole(ItemFaultKind::TooLarge { max: Self::MAX_JSON }));
        }
        let node = serde_json::from_str(json).map_err(|error| {
            whole(ItemFaultKind::Syntax { line: error.line(), column: error.column() })
        })?;
        let mut reader = Reader::default();
        match powers(&mut reader, node) {
            Some(powers) if reader.faults.is_empty() => Ok(powers.into()),
            _ => Err(reader.faults),
        }
    }
}

fn powers(reader: &mut Reader, node: Node<'_>) -> Option<Vec<PowerEntry>> {
    let mut known = alloc::collections::BTreeMap::new();
    let mut position = 0;
    reader.record(node, |r| {
        r.must(("powers", "权责清单事项"), |r, node| {
            r.list(node, |r, node| {
                position += 1;
                let entry = entry(r, node)?;
                let first = *known.entry(entry.id.clone()).or_insert(position);
                if first != position {
                    r.fault(ItemFaultKind::SameIdentifier { first });
                }
                Some(entry)
            })
        })
    })
}

fn entry(reader: &mut Reader, node: Node<'_>) -> Option<PowerEntry> {
    reader.record(node, |r| {
        let id = r.must(("id", "标识"), short);
        let name = r.must(("name", "名称"), name);
        let item_type = r.must(("type", "事项类型"), item_type);
        let from = r.may(("from", "起始日期"), date);
        let until = r.may(UNTIL, date);
        if let (Some(Some(from)), Some(Some(until))) = (from, until)
            && until <= from
        {
            r.fault_at(UNTIL, ItemFaultKind::EndsBeforeBeginning);
        }
        let mut entry = PowerEntry::new(id?, name?, item_type?);
        (entry.from, entry.until) = (from?, until?);
        Some(entry)
    })
}

impl Serialize for PowerList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries: Vec<_> = self.iter().collect();
        let mut list = serializer.serialize_struct("PowerList", 1)?;
        list.serialize_field("powers", &entries)?;
        list.end()
    }
}

impl Serialize for PowerEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entry = serializer.serialize_map(None)?;
        entry.serialize_entry("id", &self.id)?;
        entry.serialize_entry("name", &self.name)?;
        entry.serialize_entry("type", &self.item_type)?;
        for (name, day) in [("from", self.from), ("until", self.until)] {
            if let Some(day) = day {
                entry.serialize_entry(name, &day)?;
            }
        }
        entry.end()
    }
}
