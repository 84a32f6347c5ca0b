//! Power list (权责清单): what a body may do, and the parent of the catalog.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::{ItemType, Text};

/// The power list behind a catalog (权责清单), by the identifiers of its rows.
///
/// ```
/// use gov_catalog::{ItemType, PowerEntry, PowerList};
///
/// let list = PowerList::from_iter([PowerEntry::new("QL-1", "示例许可", ItemType::LICENSE)]);
/// assert_eq!(list.get("QL-1").unwrap().name, "示例许可");
/// assert!(list.get("QL-2").is_none());
/// ```
#[doc(alias = "权责清单")]
#[doc(alias = "权力清单")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PowerList {
    entries: BTreeMap<Text, PowerEntry>,
}

/// One row of the power list (权责清单事项).
///
/// ```
/// use gov_catalog::{ItemType, PowerEntry};
///
/// let power = PowerEntry::new("QL-1", "示例处罚", ItemType::PENALTY);
/// assert_eq!(power.until, None);
/// ```
#[doc(alias = "权责清单事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct PowerEntry {
    /// The identifier that items name as their parent; opaque.
    pub id: Text,
    /// Name of the power.
    pub name: Text,
    /// Its type.
    pub item_type: ItemType,
    /// The first day it is in the list; none when it always was.
    pub from: Option<NaiveDate>,
    /// The first day it is no longer in the list.
    pub until: Option<NaiveDate>,
}

impl PowerList {
    /// The row of this identifier.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&PowerEntry> {
        self.entries.get(id)
    }

    /// The rows, by their identifiers.
    pub fn iter(&self) -> impl Iterator<Item = &PowerEntry> {
        self.entries.values()
    }
}

/// A later row replaces an earlier one of the same identifier.
impl FromIterator<PowerEntry> for PowerList {
    fn from_iter<I: IntoIterator<Item = PowerEntry>>(entries: I) -> Self {
        let entries = entries.into_iter().map(|entry| (entry.id.clone(), entry));
        Self { entries: entries.collect() }
    }
}

impl From<Vec<PowerEntry>> for PowerList {
    fn from(entries: Vec<PowerEntry>) -> Self {
        entries.into_iter().collect()
    }
}

impl PowerEntry {
    /// A power without dates.
    #[must_use]
    pub fn new(id: impl Into<Text>, name: impl Into<Text>, item_type: ItemType) -> Self {
        Self { id: id.into(), name: name.into(), item_type, from: None, until: None }
    }
}
