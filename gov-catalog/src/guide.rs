//! Guide (办事指南).

use alloc::vec::Vec;
use core::fmt;

use crate::{Item, Material};

/// The public instructions of an item (办事指南): a view of one version.
///
/// There is no other source of a guide, so what is published cannot drift from
/// what is handled.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let guide = item.guide();
/// assert!(guide.demands(&["申请书"]).is_ok());
///
/// let beyond = guide.demands(&["申请书", "户口簿"]).unwrap_err();
/// assert_eq!(beyond[0].position(), 2);
/// ```
#[doc(alias = "办事指南")]
#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    item: &'a Item,
}

/// Something was asked that the guide does not list.
///
/// Nothing beyond the published list of materials may be asked: Licensing Law
/// art. 30 (the full list is published) and 31 (nothing unrelated may be asked).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let beyond = item.demands(&["户口簿"]).unwrap_err();
/// assert_eq!(beyond[0].code(), "beyond-guide");
/// assert_eq!(beyond[0].basis(), "行政许可法 art. 30, 31");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("demand {position}: not a material of the guide (行政许可法 art. 30, 31)")]
pub struct Beyond {
    position: usize,
}

impl<'a> Guide<'a> {
    pub(crate) const fn of(item: &'a Item) -> Self {
        Self { item }
    }

    /// The item whose guide this is.
    #[must_use]
    pub const fn item(&self) -> &'a Item {
        self.item
    }

    /// The materials that may be asked for, in their order.
    pub fn materials(&self) -> impl Iterator<Item = &'a Material> + use<'a> {
        self.item.materials().iter()
    }

    /// Whether all that is asked stands in the guide, by the exact names.
    ///
    /// # Errors
    ///
    /// Every demand that names no material of the guide. The error gives the
    /// position of the demand, not its text.
    pub fn demands(&self, asked: &[&str]) -> Result<(), Vec<Beyond>> {
        let beyond: Vec<_> = asked
            .iter()
            .zip(1..)
            .filter(|(name, _)| self.item.material(name).is_none())
            .map(|(_, position)| Beyond { position })
            .collect();
        if beyond.is_empty() { Ok(()) } else { Err(beyond) }
    }
}

impl Beyond {
    /// Which of the demands, counted from 1.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "beyond-guide"
    }

    /// The legal basis of the refusal.
    #[must_use]
    pub const fn basis(&self) -> &'static str {
        "行政许可法 art. 30, 31"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

struct Chinese(Beyond);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let position = self.0.position;
        write!(
            f,
            "第{position}项要求不在办事指南的材料目录内，不得索要（行政许可法第三十条、第三十一条）"
        )
    }
}
