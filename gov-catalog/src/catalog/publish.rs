//! Publishing: what a new version must agree with.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use hashbrown::HashMap;

use super::{Catalog, Version};
use crate::{Item, ItemCode, ItemFault, ItemState, Rule};

/// A version that cannot be published (不能发布).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Catalog, PublishError};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
/// let mut catalog = Catalog::from_json(json).unwrap();
/// let again = catalog.iter().next().unwrap().clone();
/// let error = catalog.publish(again).unwrap_err();
/// assert_eq!(error, PublishError::Version);
/// assert_eq!(error.zh(), "版本号应大于已发布的版本");
/// ```
#[doc(alias = "发布")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The version number is not above the newest one.
    #[error("the version is not above the published one")]
    Version,
    /// It begins on or before the day the newest one begins, or before the
    /// planned end of that one.
    #[error("the period overlaps that of the published version")]
    Overlap,
    /// The item was cancelled: its code is never given again.
    #[error("the item is cancelled and its code is never given again")]
    CodeReused,
    /// The catalog has no room for another version.
    #[error("more versions than a catalog can hold")]
    Full,
}

/// One fault of a catalog that is read, with the position of its item.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let faults = gov_catalog::Catalog::from_json("[{}]").unwrap_err();
/// assert_eq!(faults[0].to_string(), "item 1: code: missing");
/// assert_eq!(faults[0].zh(), "第1个事项：事项编码：缺少");
/// ```
#[doc(alias = "目录错误")]
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("item {position}: {kind}")]
pub struct CatalogFault {
    position: usize,
    kind: CatalogFaultKind,
}

/// What is wrong with one item of a catalog.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogFaultKind {
    /// The item itself.
    #[error("{0}")]
    Item(ItemFault),
    /// The item beside the other versions of its code.
    #[error("{0}")]
    Publish(PublishError),
}

impl Catalog {
    /// Gathers versions in any order.
    ///
    /// # Errors
    ///
    /// *Every* version that cannot stand beside the others of its code, with its
    /// position from 1: see [`publish`](Self::publish).
    pub fn from_items(items: impl IntoIterator<Item = Item>) -> Result<Self, Vec<CatalogFault>> {
        Self::gather(items.into_iter().map(Box::new).zip(1..).collect())
    }

    pub(crate) fn gather(mut items: Vec<(Box<Item>, usize)>) -> Result<Self, Vec<CatalogFault>> {
        if !is_ascending(&items) {
            items.sort_by_key(|(item, _)| (item.code(), item.version()));
        }
        let mut catalog = Self {
            versions: Vec::with_capacity(items.len()),
            newest: HashMap::with_capacity(items.len()),
            powers: None,
            directory: None,
        };
        let mut faults = Vec::new();
        for (item, position) in items {
            if let Err(error) = catalog.add(item) {
                faults.push(CatalogFault::new(position, CatalogFaultKind::Publish(error)));
            }
        }
        faults.sort_by_key(CatalogFault::position);
        if faults.is_empty() { Ok(catalog) } else { Err(faults) }
    }

    /// Publishes a version. It ends the one before it on its first day.
    ///
    /// # Errors
    ///
    /// - a version number that is not above the newest one
    /// - a first day that is not after the newest one's, or lies before the end
    ///   that one has
    /// - a code whose item was cancelled
    pub fn publish(&mut self, item: Item) -> Result<(), PublishError> {
        self.add(Box::new(item))
    }

    fn add(&mut self, item: Box<Item>) -> Result<(), PublishError> {
        let place = u32::try_from(self.versions.len()).map_err(|_| PublishError::Full)?;
        let previous = self.newest.get(&item.code()).copied();
        if let Some(newest) = previous.and_then(|place| self.at(place)) {
            follows(newest, &item)?;
        }
        self.newest.insert(item.code(), place);
        self.versions.push(Version { item, previous });
        Ok(())
    }
}

/// Whether a version can stand after another of the same code.
pub(crate) fn follows(newest: &Item, next: &Item) -> Result<(), PublishError> {
    if next.version() <= newest.version() {
        return Err(PublishError::Version);
    }
    if newest.state() == ItemState::Cancelled {
        return Err(PublishError::CodeReused);
    }
    let within = newest.ends().is_some_and(|ends| next.effective() < ends);
    if within || next.effective() <= newest.effective() {
        return Err(PublishError::Overlap);
    }
    Ok(())
}

/// Whether the versions of each code come in their order, as a file that was
/// written by a catalog has them. Then nothing needs to be sorted.
fn is_ascending(items: &[(Box<Item>, usize)]) -> bool {
    let mut seen: HashMap<ItemCode, u32> = HashMap::with_capacity(items.len());
    items.iter().all(|(item, _)| {
        let before = seen.insert(item.code(), item.version());
        before.is_none_or(|before| before < item.version())
    })
}

impl PublishError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::Overlap => "overlap",
            Self::CodeReused => "code-reused",
            Self::Full => "full",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Version => "版本号应大于已发布的版本",
            Self::Overlap => "有效期与已发布的版本重叠",
            Self::CodeReused => "事项已取消，其编码不得再次使用",
            Self::Full => "目录容纳不下更多版本",
        }
    }

    /// The rule of the consistency checks that it breaks.
    #[must_use]
    pub const fn rule(self) -> Option<Rule> {
        match self {
            Self::CodeReused => Some(Rule::OneCodeOneItem),
            Self::Version | Self::Overlap => Some(Rule::DatedVersions),
            Self::Full => None,
        }
    }
}

impl CatalogFault {
    pub(crate) const fn new(position: usize, kind: CatalogFaultKind) -> Self {
        Self { position, kind }
    }

    /// Which item, from 1; 0 for the text as a whole.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }

    /// What is wrong with it.
    #[must_use]
    pub const fn kind(&self) -> &CatalogFaultKind {
        &self.kind
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.kind {
            CatalogFaultKind::Item(fault) => fault.code(),
            CatalogFaultKind::Publish(error) => error.code(),
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        Chinese(self).to_string()
    }
}

struct Chinese<'a>(&'a CatalogFault);

impl fmt::Display for Chinese<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第{}个事项：", self.0.position)?;
        match &self.0.kind {
            CatalogFaultKind::Item(fault) => f.write_str(&fault.zh()),
            CatalogFaultKind::Publish(error) => f.write_str(error.zh()),
        }
    }
}
