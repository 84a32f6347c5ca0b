//! The limits of an item (时限).

use crate::{Text, TimeLimit};

/// The limits of an item (时限), each from its own event.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let limits = item.limits().unwrap();
/// assert_eq!(limits.supplement_notice.statutory(), 5);
/// assert!(limits.extension.is_some());
/// ```
#[doc(alias = "时限")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Limits {
    /// From receipt to the one notice of everything that is missing (补正告知).
    pub supplement_notice: TimeLimit,
    /// From acceptance to the decision (审批决定).
    pub decision: TimeLimit,
    /// What the head of the organ can add to the decision, once (延长).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub extension: Option<TimeLimit>,
    /// From the decision to handing over what was granted (颁发送达).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub delivery: Option<TimeLimit>,
    /// A word on the statutory limit (法定办结时限说明, `ANTICIPATE_EXPLAIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub statutory_note: Option<Text>,
    /// A word on the promise (承诺办结时限说明, `PROMISE_EXPLAIN`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub promise_note: Option<Text>,
}

impl Limits {
    /// The two limits that every item has.
    #[must_use]
    pub const fn new(supplement_notice: TimeLimit, decision: TimeLimit) -> Self {
        Self {
            supplement_notice,
            decision,
            extension: None,
            delivery: None,
            statutory_note: None,
            promise_note: None,
        }
    }
}
