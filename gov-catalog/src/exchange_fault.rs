//! What the exchange tables cannot hold.

use alloc::format;
use alloc::string::String;

/// A value that is longer than its field.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Dialect, Exchange, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let mut draft = Item::from_json(json).unwrap().to_draft();
/// draft.power.entrusted_by = Some("厅".repeat(101).into());
/// let item = Item::try_from(draft).unwrap();
/// let faults = Exchange::in_dialect(Dialect::C0109).write([&item]).unwrap_err();
/// assert_eq!(
///     faults[0].to_string(),
///     "item 1: up_task_general_basic.ENTRUST_NAME: more than 100 characters",
/// );
/// assert_eq!(faults[0].zh(), "第1个事项的up_task_general_basic.ENTRUST_NAME超过100个字");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("item {item}: {table}.{field}: more than {max} characters")]
pub struct ExchangeFault {
    item: usize,
    table: String,
    field: &'static str,
    max: usize,
}

impl ExchangeFault {
    pub(crate) fn new(item: usize, table: &str, field: &'static str, max: usize) -> Self {
        Self { item, table: table.into(), field, max }
    }

    /// Which of the items, from 1.
    #[must_use]
    pub const fn item(&self) -> usize {
        self.item
    }

    /// The table.
    #[must_use]
    pub fn table(&self) -> &str {
        &self.table
    }

    /// The field.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "field-too-long"
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("第{}个事项的{}.{}超过{}个字", self.item, self.table, self.field, self.max)
    }
}
