//! Fee (收费).

use alloc::vec::Vec;

use crate::{Basis, Text};

/// What an item costs (收费), and why.
///
/// A license is free unless a law or an administrative regulation sets a fee
/// (Licensing Law art. 58, 行政许可法第五十八条); so every row has its basis, and
/// being free has one too.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert!(!item.fees().is_free());
/// assert_eq!(item.fees().rows[0].name, "工本费");
/// ```
#[doc(alias = "收费")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Fees {
    /// The fees; none when the item is free.
    pub rows: Vec<Fee>,
    /// Why the item is free, or the rule behind all rows.
    pub basis: Vec<Basis>,
}

/// One fee (收费项目).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let fee = &item.fees().rows[0];
/// assert_eq!(fee.basis[0].to_string(), "《示例条例》第九条");
/// ```
#[doc(alias = "收费项目")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Fee {
    /// Name (收费项目名称), up to 200 characters.
    pub name: Text,
    /// Standard (收费标准), as published.
    pub standard: Text,
    /// The law or administrative regulation that sets it; never empty.
    pub basis: Vec<Basis>,
    /// When it can be reduced (减免情形).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub reducible_when: Option<Text>,
    /// A remark (备注).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub remark: Option<Text>,
}

impl Fees {
    /// No fee, and why.
    #[must_use]
    pub const fn free(basis: Vec<Basis>) -> Self {
        Self { rows: Vec::new(), basis }
    }

    /// These fees, on this basis.
    #[must_use]
    pub const fn new(rows: Vec<Fee>, basis: Vec<Basis>) -> Self {
        Self { rows, basis }
    }

    /// Whether the item costs nothing.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.rows.is_empty()
    }
}

impl Fee {
    /// A fee that is never reduced.
    #[must_use]
    pub fn new(name: impl Into<Text>, standard: impl Into<Text>, basis: Vec<Basis>) -> Self {
        Self {
            name: name.into(),
            standard: standard.into(),
            basis,
            reducible_when: None,
            remark: None,
        }
    }
}
