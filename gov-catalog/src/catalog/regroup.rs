//! Items merged into one and split into several (合并、拆分), as versions to publish.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{AsOf, Catalog, Move, MoveRefusal};
use crate::{
    BasicCode, CodeRegistry, Item, ItemCode, ItemDraft, ItemState, Link, LinkKind, MintError,
    SubItem,
};

impl Catalog {
    /// Merges items of one body into one (合并): from the day on there is a new
    /// item under a new code, and the old ones are cancelled. Links lead both ways
    /// ([`LinkKind::MergedFrom`], [`LinkKind::MergedInto`]).
    ///
    /// `merged` says what the new item is; its code, type, body, version, first
    /// day and links are set here. The code is the next of the main item where all
    /// of them are its sub-items, else the next main item of the department. Where
    /// copies of other bodies were merged before, `basic` is the code that the
    /// directory item got then.
    ///
    #[cfg_attr(feature = "serde", doc = "```")]
    #[cfg_attr(not(feature = "serde"), doc = "```ignore")]
    /// use chrono::NaiveDate;
    /// use gov_catalog::{Catalog, CodeRegistry, Item, ItemCode};
    ///
    /// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
    /// let mut catalog = Catalog::from_json(json).unwrap();
    /// let one: ItemCode = "11640200PDY00001XK3000131900001".parse()?;
    /// let other: ItemCode = "11640200PDY00001XK3000131900003".parse()?;
    /// let mut draft = catalog.get(one).unwrap().to_draft();
    /// (draft.code, draft.name) = (other, "示例变更许可".into());
    /// catalog.publish(Item::try_from(draft).unwrap()).unwrap();
    ///
    /// let mut registry = CodeRegistry::of(&catalog);
    /// let mut merged = catalog.get(one).unwrap().to_draft();
    /// merged.name = "示例统一许可".into();
    /// let day = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    /// let merging = catalog.merge(&mut registry, &[one, other], merged, None, day).unwrap();
    /// let code = merging.versions()[0].code();
    /// catalog.apply(merging).unwrap();
    ///
    /// assert!(catalog.as_of(day).get(one).is_none());
    /// assert_eq!(catalog.as_of(day).now_in_place_of(one)[0].code(), code);
    /// # Ok::<(), gov_catalog::CodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fewer than two items, or one twice; one that is not in force on the day, has
    /// a later version or was entrusted; items of different bodies, levels or
    /// types; no code left, or one that was given before; a new item at fault. The
    /// registry is changed only when nothing is refused.
    pub fn merge(
        &self,
        registry: &mut CodeRegistry,
        parents: &[ItemCode],
        merged: ItemDraft,
        basic: Option<BasicCode>,
        on: NaiveDate,
    ) -> Result<Move, MoveRefusal> {
        let mut items = Vec::with_capacity(parents.len());
        for (code, position) in parents.iter().zip(0..) {
            if parents.iter().take(position).any(|other| other == code) {
                return Err(MoveRefusal::TooFew);
            }
            items.push(self.movable(*code, on)?);
        }
        let [first, others @ ..] = items.as_slice() else { return Err(MoveRefusal::TooFew) };
        if others.is_empty() {
            return Err(MoveRefusal::TooFew);
        }
        if others.iter().any(|other| !alike(first.code(), other.code())) {
            return Err(MoveRefusal::Unlike);
        }
        let mut minted = registry.clone();
        let sub_item = others.iter().all(|other| same_main_item(first.code(), other.code()));
        let basic = match basic {
            Some(basic) => basic,
            None => next_basic(&mut minted, first.code(), sub_item)?,
        };
        let handling = items.iter().any(|item| item.code().handling().is_some());
        let code = self.mint(&mut minted, first, basic, handling)?;
        let links = parents.iter().map(|parent| Link::new(LinkKind::MergedFrom, *parent));
        let mut drafts = Vec::from([heir(merged, first, code, links.collect(), on)]);
        let into = Link::new(LinkKind::MergedInto, code);
        drafts.extend(items.iter().map(|item| cancelled(item, [into], on)));
        let versions = self.checked(drafts)?;
        *registry = minted;
        Ok(versions)
    }

    /// Splits an item into several of the same body (拆分): each part is a new item
    /// under a new code, the old one is cancelled. Links lead both ways
    /// ([`LinkKind::SplitFrom`], [`LinkKind::SplitInto`]).
    ///
    /// `parts` say what the new items are, as in [`merge`](Self::merge). Parts of
    /// a sub-item are sub-items beside it, others main items of their own.
    ///
    /// # Errors
    ///
    /// As [`merge`](Self::merge); fewer than two parts.
    pub fn split(
        &self,
        registry: &mut CodeRegistry,
        parent: ItemCode,
        parts: Vec<ItemDraft>,
        on: NaiveDate,
    ) -> Result<Move, MoveRefusal> {
        if parts.len() < 2 {
            return Err(MoveRefusal::TooFew);
        }
        let item = self.movable(parent, on)?;
        let mut minted = registry.clone();
        let sub_item = matches!(parent.basic().sub_item(), SubItem::Number(_));
        let (mut drafts, mut into) = (Vec::new(), Vec::new());
        for part in parts {
            let basic = next_basic(&mut minted, parent, sub_item)?;
            let code = self.mint(&mut minted, item, basic, parent.handling().is_some())?;
            let links = Vec::from([Link::new(LinkKind::SplitFrom, parent)]);
            drafts.push(heir(part, item, code, links, on));
            into.push(Link::new(LinkKind::SplitInto, code));
        }
        drafts.push(cancelled(item, into, on));
        let versions = self.checked(drafts)?;
        *registry = minted;
        Ok(versions)
    }

    /// Gives the code of a new item of the same body and level.
    fn mint(
        &self,
        registry: &mut CodeRegistry,
        item: &Item,
        basic: BasicCode,
        handling: bool,
    ) -> Result<ItemCode, MoveRefusal> {
        if basic.item_type() != item.item_type() {
            return Err(MoveRefusal::BasicCode);
        }
        let implementation = registry
            .implement(item.body().code, item.code().level(), basic)
            .map_err(MoveRefusal::Mint)?;
        let code = if handling {
            registry.next_handling(implementation).map_err(MoveRefusal::Mint)?.into()
        } else {
            implementation.into()
        };
        // The registry may know less than the catalog.
        if self.get(code).is_some() || self.get(implementation.into()).is_some() {
            return Err(MoveRefusal::Mint(MintError::Given));
        }
        Ok(code)
    }
}

impl<'a> AsOf<'a> {
    /// The items in force on the day that took the place of one (现行事项): itself
    /// while it is in force, else what it was merged or split into, and what that
    /// became. Empty when nothing did.
    #[must_use]
    pub fn now_in_place_of(&self, code: ItemCode) -> Vec<&'a Item> {
        let (mut found, mut seen, mut next) = (Vec::new(), Vec::new(), Vec::from([code]));
        while let Some(code) = next.pop() {
            if seen.contains(&code) {
                continue;
            }
            seen.push(code);
            if let Some(item) = self.get(code) {
                found.push(item);
                continue;
            }
            let Some(standing) = self.standing(code) else { continue };
            let into = standing.links().iter().rev().filter(|link| link.kind.leads_on());
            next.extend(into.map(|link| link.item));
        }
        found
    }
}

/// Whether two items can become one: one body, one level, one type.
fn alike(one: ItemCode, other: ItemCode) -> bool {
    let parts = |code: ItemCode| (code.body().ok(), code.level(), code.item_type());
    parts(one) == parts(other)
}

/// Whether both are sub-items of one main item.
fn same_main_item(one: ItemCode, other: ItemCode) -> bool {
    let [one, other] = [one.basic(), other.basic()];
    let numbered = |code: BasicCode| matches!(code.sub_item(), SubItem::Number(_));
    numbered(one) && numbered(other) && one.as_str().get(..9) == other.as_str().get(..9)
}

fn next_basic(
    registry: &mut CodeRegistry,
    code: ItemCode,
    sub_item: bool,
) -> Result<BasicCode, MoveRefusal> {
    let basic = code.basic();
    let next = if sub_item {
        registry.next_sub_item(basic)
    } else {
        let department = basic.department().parse().map_err(|_| MintError::Parts);
        department.and_then(|department| {
            registry.next_main_item(basic.source(), basic.item_type(), department)
        })
    };
    next.map_err(MoveRefusal::Mint)
}

/// A draft as the new item that comes from others.
fn heir(
    draft: ItemDraft,
    from: &Item,
    code: ItemCode,
    links: Vec<Link>,
    on: NaiveDate,
) -> ItemDraft {
    ItemDraft {
        code,
        item_type: code.item_type(),
        body: from.body().clone(),
        version: 1,
        effective: on,
        ends: None,
        state: ItemState::InUse,
        links,
        ..draft
    }
}

/// The last version of an item, with the way to what took its place.
fn cancelled(item: &Item, into: impl IntoIterator<Item = Link>, on: NaiveDate) -> ItemDraft {
    let mut draft = super::moves::next(item, on);
    draft.state = ItemState::Cancelled;
    draft.links.extend(into);
    draft
}
