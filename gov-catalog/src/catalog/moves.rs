//! Moves of a power between bodies (下放、委托、收回), as versions to publish.

use alloc::vec;
use alloc::vec::Vec;

use chrono::NaiveDate;
use gov_identity::DivisionCode;

use super::publish::follows;
use super::{Catalog, PublishError};
use crate::{
    Body, BodyKind, Item, ItemCode, ItemDraft, ItemFault, ItemState, Link, LinkKind, MintError,
    PowerSource, Text,
};

/// Who gets a power, and under which code (承接主体).
///
/// ```
/// use gov_catalog::gov_identity::DivisionCode;
/// use gov_catalog::{Body, Holder, ItemCode};
///
/// let code: ItemCode = "11640200PDY00001XK4000131900001".parse()?;
/// let body = Body::new(code.body().unwrap(), "大武口区示例局");
/// let holder = Holder::new(code, body, DivisionCode::from_static("640202"));
/// assert_eq!(holder.division.as_str(), "640202");
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "承接主体")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Holder {
    /// The code of the item there.
    pub code: ItemCode,
    /// The body, the same as inside the code.
    pub body: Body,
    /// The division it is offered in.
    pub division: DivisionCode,
}

/// Versions that together move a power, merge or split items; publish all of
/// them (权力调整).
///
/// The catalog is not changed until they are: whoever decides reads them first.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use chrono::NaiveDate;
/// use gov_catalog::gov_identity::DivisionCode;
/// use gov_catalog::{Body, Catalog, Holder, ItemCode, PowerSource};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
/// let mut catalog = Catalog::from_json(json).unwrap();
/// let city: ItemCode = "11640200PDY00001XK3000131900001".parse()?;
/// let county: ItemCode = "11640200PDY00001XK4000131900001".parse()?;
/// let body = Body::new(county.body().unwrap(), "大武口区示例局");
/// let holder = Holder::new(county, body, DivisionCode::from_static("640202"));
/// let day = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
///
/// let handing_down = catalog.hand_down(city, holder, day).unwrap();
/// catalog.apply(handing_down).unwrap();
/// assert!(catalog.as_of(day).get(city).is_none());
/// let item = catalog.as_of(day).get(county).unwrap();
/// assert_eq!(item.power().source, Some(PowerSource::HandedDown));
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
#[doc(alias = "下放")]
#[doc(alias = "委托")]
#[doc(alias = "收回")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Move {
    versions: Vec<Item>,
}

/// A move that the law or the catalog refuses (不予调整).
///
/// ```
/// use gov_catalog::MoveRefusal;
///
/// let refusal = MoveRefusal::SubEntrusting;
/// assert_eq!(refusal.code(), "sub-entrusting");
/// assert_eq!(refusal.basis(), Some("行政许可法 art. 24"));
/// ```
#[doc(alias = "不予调整")]
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MoveRefusal {
    /// The item is not in force on the day, or has a later version already.
    #[error("the item is not in force on that day, or has a later version")]
    NotInForce,
    /// Handing down goes to a lower level.
    #[error("the new holder is not on a lower level")]
    Level,
    /// The new holder's code is of another directory item.
    #[error("the code of the new holder is of another directory item")]
    BasicCode,
    /// The new holder already has the item in force.
    #[error("the new holder already has the item in force")]
    AlreadyHeld,
    /// Who was entrusted cannot entrust others, nor hand down.
    #[error("an entrusted body can neither entrust others nor hand down (行政许可法 art. 24)")]
    SubEntrusting,
    /// The item was neither handed down nor entrusted by an item of this catalog.
    #[error("no item of the catalog handed this one down or entrusted it")]
    NoOrigin,
    /// To merge takes two items, to split two parts.
    #[error("fewer than two, or one of them twice")]
    TooFew,
    /// The items are of different bodies, levels or types.
    #[error("the items are of different bodies, levels or types")]
    Unlike,
    /// No code can be given to a new item.
    #[error("{0}")]
    Mint(MintError),
    /// A version that would come out is at fault.
    #[error("a new version is at fault in {} places", .0.len())]
    Item(Vec<ItemFault>),
    /// A version that would come out cannot be published.
    #[error("{0}")]
    Publish(PublishError),
}

impl Catalog {
    /// Hands a power down to a lower body (下放): from the day on that body has
    /// it in its own name, and the upper item is suspended under its code.
    ///
    /// Suspended, not cancelled: a power that is taken back comes back under the
    /// same code, and the code of a cancelled item is never used again.
    ///
    /// # Errors
    ///
    /// The item is not in force on the day or was entrusted; the new holder is
    /// not lower, has another directory item's code, or holds the item already.
    pub fn hand_down(
        &self,
        upper: ItemCode,
        to: Holder,
        on: NaiveDate,
    ) -> Result<Move, MoveRefusal> {
        let item = self.movable(upper, on)?;
        if to.code.level() <= upper.level() {
            return Err(MoveRefusal::Level);
        }
        let mut lower = self.successor(item, to, on)?;
        lower.power.source = Some(PowerSource::HandedDown);
        link(&mut lower, LinkKind::HandedDownFrom, upper);
        self.checked(vec![lower, suspended(item, on)])
    }

    /// Entrusts a body with a power (委托): it acts in the name of the item's
    /// body, which keeps its item and the liability. `announcement` says where
    /// the entrusting was announced (Licensing Law art. 24).
    ///
    /// # Errors
    ///
    /// As [`hand_down`](Self::hand_down), but the level may be the same.
    pub fn entrust(
        &self,
        principal: ItemCode,
        to: Holder,
        announcement: Text,
        on: NaiveDate,
    ) -> Result<Move, MoveRefusal> {
        let item = self.movable(principal, on)?;
        let source = if to.code.level() > principal.level() {
            PowerSource::EntrustedFromAbove
        } else {
            PowerSource::EntrustedAtLevel
        };
        let mut entrusted = self.successor(item, to, on)?;
        entrusted.power.source = Some(source);
        entrusted.power.body_kind = Some(BodyKind::EntrustedOrganization);
        entrusted.power.entrusted_by = Some(item.body().name.clone());
        entrusted.power.announcement = Some(announcement);
        link(&mut entrusted, LinkKind::EntrustedFrom, principal);
        self.checked(vec![entrusted])
    }

    /// Takes back what was handed down or entrusted (收回). The holder's item is
    /// suspended; one that was handed down is in force above again.
    ///
    /// # Errors
    ///
    /// The item is not in force on the day; no item of the catalog is known that
    /// it came from.
    pub fn take_back(&self, holder: ItemCode, on: NaiveDate) -> Result<Move, MoveRefusal> {
        let item = self.as_of(on).get(holder).ok_or(MoveRefusal::NotInForce)?;
        let origin =
            item.links().iter().rev().find(|link| {
                matches!(link.kind, LinkKind::HandedDownFrom | LinkKind::EntrustedFrom)
            });
        let origin = origin.ok_or(MoveRefusal::NoOrigin)?;
        let upper = self.get(origin.item).ok_or(MoveRefusal::NoOrigin)?;
        let mut versions = vec![suspended(item, on)];
        if origin.kind == LinkKind::HandedDownFrom {
            let mut upper = next(upper, on);
            upper.state = ItemState::InUse;
            link(&mut upper, LinkKind::TakenBackFrom, holder);
            versions.push(upper);
        }
        self.checked(versions)
    }

    /// Publishes all versions of a move, or none.
    ///
    /// # Errors
    ///
    /// The catalog changed since the move was made, so that one of the versions
    /// cannot follow any more.
    pub fn apply(&mut self, versions: Move) -> Result<(), PublishError> {
        for item in &versions.versions {
            if let Some(newest) = self.get(item.code()) {
                follows(newest, item)?;
            }
        }
        versions.versions.into_iter().try_for_each(|item| self.publish(item))
    }

    /// The item, if it is in force on the day, is the newest version and may be
    /// passed on.
    pub(super) fn movable(&self, code: ItemCode, on: NaiveDate) -> Result<&Item, MoveRefusal> {
        let item = self.as_of(on).get(code).ok_or(MoveRefusal::NotInForce)?;
        if self.get(code).is_none_or(|newest| newest.version() != item.version()) {
            return Err(MoveRefusal::NotInForce);
        }
        if item.power().source.is_some_and(PowerSource::is_entrusted) {
            return Err(MoveRefusal::SubEntrusting);
        }
        Ok(item)
    }

    /// The item as the new holder gets it.
    fn successor(&self, item: &Item, to: Holder, on: NaiveDate) -> Result<ItemDraft, MoveRefusal> {
        if to.code.basic() != item.code().basic() {
            return Err(MoveRefusal::BasicCode);
        }
        let held = self.get(to.code);
        if held.is_some_and(|held| held.state() == ItemState::InUse) {
            return Err(MoveRefusal::AlreadyHeld);
        }
        let mut draft = next(item, on);
        draft.version = held.map_or(0, Item::version).saturating_add(1);
        draft.links = held.map_or_else(Vec::new, |held| held.links().to_vec());
        draft.levels.accept = Some(to.code.level());
        draft.levels.decide = Some(to.code.level());
        (draft.code, draft.body, draft.division) = (to.code, to.body, to.division);
        Ok(draft)
    }

    /// Drafts as items that can be published now.
    pub(super) fn checked(&self, drafts: Vec<ItemDraft>) -> Result<Move, MoveRefusal> {
        let mut versions = Vec::with_capacity(drafts.len());
        for draft in drafts {
            let item = Item::try_from(draft).map_err(MoveRefusal::Item)?;
            if let Some(newest) = self.get(item.code()) {
                follows(newest, &item).map_err(MoveRefusal::Publish)?;
            }
            versions.push(item);
        }
        Ok(Move { versions })
    }
}

/// The next version of an item from a day on.
pub(super) fn next(item: &Item, on: NaiveDate) -> ItemDraft {
    let mut draft = item.to_draft();
    draft.version = draft.version.saturating_add(1);
    draft.effective = on;
    draft.ends = None;
    draft
}

/// The next version of an item, out of use.
fn suspended(item: &Item, on: NaiveDate) -> ItemDraft {
    let mut draft = next(item, on);
    draft.state = ItemState::Suspended;
    draft
}

/// Adds a link that is not there yet, or makes it the last.
fn link(draft: &mut ItemDraft, kind: LinkKind, item: ItemCode) {
    let link = Link::new(kind, item);
    draft.links.retain(|other| *other != link);
    draft.links.push(link);
}

impl Holder {
    /// A body that gets a power.
    #[must_use]
    pub const fn new(code: ItemCode, body: Body, division: DivisionCode) -> Self {
        Self { code, body, division }
    }
}

impl Move {
    /// The versions, to be published together.
    #[must_use]
    pub fn versions(&self) -> &[Item] {
        &self.versions
    }
}

impl MoveRefusal {
    /// The kind of refusal as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotInForce => "not-in-force",
            Self::Level => "level",
            Self::BasicCode => "basic-code",
            Self::AlreadyHeld => "already-held",
            Self::SubEntrusting => "sub-entrusting",
            Self::NoOrigin => "no-origin",
            Self::TooFew => "too-few",
            Self::Unlike => "unlike",
            Self::Mint(error) => error.code(),
            Self::Item(_) => "item",
            Self::Publish(error) => error.code(),
        }
    }

    /// The legal basis, where it is the law that refuses.
    #[must_use]
    pub const fn basis(&self) -> Option<&'static str> {
        match self {
            Self::SubEntrusting => Some("行政许可法 art. 24"),
            _ => None,
        }
    }

    /// The refusal as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::NotInForce => "事项当日不在有效期内，或者已有更新的版本",
            Self::Level => "承接主体的层级不低于下放主体",
            Self::BasicCode => "承接主体的实施编码与事项的基本编码不一致",
            Self::AlreadyHeld => "承接主体已有该事项",
            Self::SubEntrusting => "受委托的机关不得再委托，也不得下放（行政许可法第二十四条）",
            Self::NoOrigin => "目录中没有下放或者委托该事项的上级事项",
            Self::TooFew => "合并或者拆分至少涉及两个事项，且不得重复",
            Self::Unlike => "事项的实施主体、层级或者类型不同",
            Self::Mint(error) => error.zh(),
            Self::Item(_) => "调整后的事项有误",
            Self::Publish(error) => error.zh(),
        }
    }
}
