//! State of a version, other names of its item, and where it came from.

use crate::vocabulary::vocabulary;
use crate::{ItemCode, Text};

vocabulary! {
    /// State of a version (事项状态, `TASK_STATE`).
    ///
    /// A version that is not in use takes no new cases; running cases go on
    /// under the version they were accepted under.
    ///
    /// ```
    /// assert_eq!(gov_catalog::ItemState::Cancelled.zh(), "取消");
    /// ```
    #[doc(alias = "事项状态")]
    pub enum ItemState {
        /// In use (在用),
        InUse = "in-use", "在用";
        /// Suspended (暂停); also an item that was handed down and can come back,
        Suspended = "suspended", "暂停";
        /// Cancelled (取消); the code is never used again,
        Cancelled = "cancelled", "取消";
    }

    /// What links an item to another (事项沿革): the way back from a new item, the
    /// way on from one that ended.
    ///
    /// ```
    /// assert_eq!(gov_catalog::LinkKind::MergedFrom.zh(), "合并自");
    /// ```
    #[doc(alias = "事项沿革")]
    pub enum LinkKind {
        /// This item replaces the other at another level (层级调整自),
        LevelChangedFrom = "level-changed-from", "层级调整自";
        /// This item replaces the other at another body (主体变更自),
        BodyChangedFrom = "body-changed-from", "主体变更自";
        /// This item joins the other with more (合并自),
        MergedFrom = "merged-from", "合并自";
        /// This item is a part of the other (拆分自),
        SplitFrom = "split-from", "拆分自";
        /// The other handed its power down to this one (下放自),
        HandedDownFrom = "handed-down-from", "下放自";
        /// The other entrusts this one (受委托自),
        EntrustedFrom = "entrusted-from", "受委托自";
        /// This item takes its power back from the other (收回自),
        TakenBackFrom = "taken-back-from", "收回自";
        /// This item ended and went into the other, with more (并入),
        MergedInto = "merged-into", "并入";
        /// This item ended, and the other is a part of it (拆分为),
        SplitInto = "split-into", "拆分为";
    }
}

/// A link from an item to the one it comes from, or to the one that took its
/// place (事项沿革). It holds from the first day of the version that has it.
///
/// ```
/// use gov_catalog::{ItemCode, Link, LinkKind};
///
/// let parent: ItemCode = "1164020001001501113000131001000".parse()?;
/// assert_eq!(Link::new(LinkKind::SplitFrom, parent).item, parent);
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "事项沿革")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Link {
    /// What the link says.
    pub kind: LinkKind,
    /// The item it leads to.
    pub item: ItemCode,
}

/// Names that other systems have for an item (地方编码). They are opaque and
/// never parsed.
///
/// ```
/// use gov_catalog::LocalCodes;
///
/// assert!(LocalCodes::default().item.is_none());
/// ```
#[doc(alias = "地方编码")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct LocalCodes {
    /// Of the directory item (`LOCAL_CATALOG_CODE`), up to 50 characters.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub directory: Option<Text>,
    /// Of the implementing item (`LOCAL_TASK_CODE`), up to 50 characters.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub item: Option<Text>,
    /// The row in the exchange table (`ROW_GUID`), up to 50 characters: a row,
    /// not the item.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub row: Option<Text>,
}

impl LinkKind {
    /// Whether it leads from an item that ended to what took its place.
    #[must_use]
    pub const fn leads_on(self) -> bool {
        matches!(self, Self::MergedInto | Self::SplitInto)
    }

    /// The link that the other item has back, where items are merged or split.
    #[must_use]
    pub const fn back(self) -> Option<Self> {
        match self {
            Self::MergedFrom => Some(Self::MergedInto),
            Self::MergedInto => Some(Self::MergedFrom),
            Self::SplitFrom => Some(Self::SplitInto),
            Self::SplitInto => Some(Self::SplitFrom),
            _ => None,
        }
    }
}

impl Link {
    /// A link.
    #[must_use]
    pub const fn new(kind: LinkKind, item: ItemCode) -> Self {
        Self { kind, item }
    }
}

/// In use: what a row that does not say is.
impl Default for ItemState {
    fn default() -> Self {
        Self::InUse
    }
}
