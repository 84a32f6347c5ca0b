//! Catalog (事项目录): the versions of all items, and which of them stands when.

mod diff;
mod directory;
#[cfg(feature = "serde")]
mod directory_json;
#[cfg(feature = "serde")]
mod directory_read;
#[cfg(feature = "serde")]
mod json;
mod moves;
mod power_list;
#[cfg(feature = "serde")]
mod power_list_json;
mod publish;
mod regroup;
mod services;

use alloc::boxed::Box;
use alloc::vec::Vec;

use chrono::NaiveDate;
use hashbrown::HashMap;

pub use self::diff::{Change, ChangeKind, Diff};
pub use self::directory::{Directory, DirectoryItem};
pub use self::moves::{Holder, Move, MoveRefusal};
pub use self::power_list::{PowerEntry, PowerList};
pub use self::publish::{CatalogFault, CatalogFaultKind, PublishError};
pub use self::services::ServiceRules;
use crate::{Item, ItemCode, ItemState};

/// A catalog of service items (政务服务事项目录): every version of every item, of
/// all five levels.
///
/// A version that is published never changes and never goes away. One code has
/// at most one version on any day; a code once cancelled is never given again.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use chrono::NaiveDate;
/// use gov_catalog::{Catalog, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
/// let mut catalog = Catalog::from_json(json).unwrap();
/// let item = catalog.iter().next().unwrap().clone();
///
/// let mut next = item.to_draft();
/// next.version += 1;
/// next.effective = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
/// catalog.publish(Item::try_from(next).unwrap())?;
///
/// let before = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
/// assert_eq!(catalog.as_of(before).get(item.code()), Some(&item));
/// assert_eq!(catalog.get(item.code()).unwrap().version(), item.version() + 1);
/// # Ok::<(), gov_catalog::PublishError>(())
/// ```
///
/// Deliberately absent: a way to change or to remove. A correction is a new
/// version; an item ends by a version that is not in use.
#[doc(alias = "政务服务事项目录")]
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    versions: Vec<Version>,
    /// Where the newest version of each code is.
    newest: HashMap<ItemCode, u32>,
    powers: Option<PowerList>,
    directory: Option<Directory>,
}

/// One version and the way to the one before it. Boxed, so that growing and
/// sorting move a pointer and not a thousand bytes.
#[derive(Clone, Debug)]
struct Version {
    item: Box<Item>,
    previous: Option<u32>,
}

impl Catalog {
    /// The newest version of an item, whatever its state and first day.
    #[must_use]
    pub fn get(&self, code: ItemCode) -> Option<&Item> {
        self.newest.get(&code).and_then(|place| self.at(*place))
    }

    /// A version by its number: what a case that pinned it goes by.
    #[must_use]
    pub fn version(&self, code: ItemCode, version: u32) -> Option<&Item> {
        self.versions(code).find(|item| item.version() == version)
    }

    /// The versions of an item, the newest first.
    pub fn versions(&self, code: ItemCode) -> impl Iterator<Item = &Item> {
        let mut next = self.newest.get(&code).copied();
        core::iter::from_fn(move || {
            let version = self.place(next?)?;
            next = version.previous;
            Some(&*version.item)
        })
    }

    /// Every version of every item, in the order they were published.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Item> {
        self.versions.iter().map(|version| &*version.item)
    }

    /// The newest version of every item, in the order they were published.
    pub fn newest(&self) -> impl Iterator<Item = &Item> {
        let newest = |place: &u32, item: &Item| self.newest.get(&item.code()) == Some(place);
        let places = (0..).zip(self.iter());
        places.filter(move |(place, item)| newest(place, item)).map(|(_, item)| item)
    }

    /// Number of versions.
    #[must_use]
    pub fn len(&self) -> usize {
        self.versions.len()
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// The catalog as it stands on a day.
    #[must_use]
    pub const fn as_of(&self, date: NaiveDate) -> AsOf<'_> {
        AsOf { catalog: self, date }
    }

    /// Puts the power list behind the catalog, which check 8.1 and 8.2 look into.
    pub fn set_power_list(&mut self, powers: PowerList) {
        self.powers = Some(powers);
    }

    /// The power list behind the catalog.
    #[must_use]
    pub const fn power_list(&self) -> Option<&PowerList> {
        self.powers.as_ref()
    }

    /// Puts the basic directory behind the catalog: items are then held against
    /// what they claim (checks 1.1, 2.2, 8.2, 9.1).
    pub fn set_directory(&mut self, directory: Directory) {
        self.directory = Some(directory);
    }

    /// The basic directory behind the catalog.
    #[must_use]
    pub const fn directory(&self) -> Option<&Directory> {
        self.directory.as_ref()
    }

    fn place(&self, place: u32) -> Option<&Version> {
        self.versions.get(usize::try_from(place).ok()?)
    }

    fn at(&self, place: u32) -> Option<&Item> {
        self.place(place).map(|version| &*version.item)
    }
}

/// A catalog as it stands on a day (某日有效的目录).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use chrono::NaiveDate;
/// use gov_catalog::Catalog;
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
/// let catalog = Catalog::from_json(json).unwrap();
/// let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
/// assert_eq!(catalog.as_of(day).iter().count(), 0, "nothing was in force yet");
/// ```
#[doc(alias = "有效")]
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'a> {
    catalog: &'a Catalog,
    date: NaiveDate,
}

impl<'a> AsOf<'a> {
    /// The day.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// The version in force on the day: the one whose period has it, if that is
    /// in use. New cases are taken under it.
    #[must_use]
    pub fn get(&self, code: ItemCode) -> Option<&'a Item> {
        self.standing(code).filter(|item| item.state() == ItemState::InUse)
    }

    /// The version whose period has the day, in use or not.
    #[must_use]
    pub fn standing(&self, code: ItemCode) -> Option<&'a Item> {
        let date = self.date;
        let begun = self.catalog.versions(code).find(|item| item.effective() <= date)?;
        begun.ends().is_none_or(|ends| date < ends).then_some(begun)
    }

    /// The items in force on the day, in the order they were published.
    pub fn iter(&self) -> impl Iterator<Item = &'a Item> + use<'a> {
        let view = *self;
        // A version is in force when it is what its code has on that day.
        view.catalog.iter().filter(move |item| {
            view.get(item.code()).is_some_and(|other| core::ptr::eq(*item, other))
        })
    }
}
