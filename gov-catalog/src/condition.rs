//! Condition (受理条件).

use alloc::vec::Vec;

use crate::{Basis, Criterion, Text};

/// A condition that the applicant must meet (受理条件).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.conditions()[0].text, "有固定场所。");
/// assert_eq!(item.conditions()[0].basis[0].to_string(), "《示例条例》第二条");
/// ```
#[doc(alias = "受理条件")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Condition {
    /// What must be so.
    pub text: Text,
    /// Rules that set the condition; none may be added without
    /// (Business Environment Regulation art. 35, 优化营商环境条例第三十五条).
    pub basis: Vec<Basis>,
    /// The same as a rule that a program can test, as far as one can.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub criterion: Option<Criterion>,
}

impl Condition {
    /// A condition that only people can test.
    #[must_use]
    pub fn new(text: impl Into<Text>, basis: Vec<Basis>) -> Self {
        Self { text: text.into(), basis, criterion: None }
    }
}
