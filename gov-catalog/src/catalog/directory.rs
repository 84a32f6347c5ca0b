//! Basic directory (基本目录): what items there are, before any body claims them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::{BasicCode, Basis, ExerciseLevel, ItemState, ItemType, SubItem, Text};

/// The basic directory behind a catalog (基本目录), by basic codes.
///
/// ```
/// use gov_catalog::{BasicCode, Directory, DirectoryItem};
///
/// let code = BasicCode::from_static("000131900001");
/// let directory = Directory::from_iter([DirectoryItem::new(code, "示例许可")]);
/// assert_eq!(directory.get(code).unwrap().name, "示例许可");
/// ```
#[doc(alias = "基本目录")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Directory {
    items: BTreeMap<BasicCode, DirectoryItem>,
}

/// An item of the basic directory (目录事项): the elements that are the same
/// wherever it is implemented, under a code of 12 characters.
///
/// It is never applied for, and has no body, place, limit or telephone: those
/// belong to the [`Item`](crate::Item)s by which bodies claim it. A node (`00Y`) is
/// a main item that has sub-items, and is claimed by nobody.
///
/// ```
/// use gov_catalog::{BasicCode, DirectoryItem, ItemType};
///
/// let item = DirectoryItem::new(BasicCode::from_static("000131900001"), "示例许可");
/// assert_eq!(item.item_type(), ItemType::LICENSE);
/// ```
#[doc(alias = "目录事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DirectoryItem {
    /// The basic code (基本编码, `CATALOG_CODE`).
    pub code: BasicCode,
    /// The name (事项名称), up to 1000 characters.
    pub name: Text,
    /// The version (版本), from 1.
    pub version: u32,
    /// In use, suspended or cancelled (事项状态).
    pub state: ItemState,
    /// The rules that establish it (设定依据).
    pub basis: Vec<Basis>,
    /// Levels that may exercise it (行使层级, `USE_LEVEL`); empty where nobody says.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub levels: Vec<ExerciseLevel>,
    /// The department that guides it from above (主管部门).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub department: Option<Text>,
    /// The bodies that implement it, by kind (实施主体).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub bodies: Vec<Text>,
    /// The code that the region gives it (地方基本编码, `LOCAL_CATALOG_CODE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub local_code: Option<Text>,
    /// The first day it is in force (计划生效日期).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub effective: Option<NaiveDate>,
    /// The first day it is no longer in force (计划取消日期).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub ends: Option<NaiveDate>,
}

impl Directory {
    /// The item of this code.
    #[must_use]
    pub fn get(&self, code: BasicCode) -> Option<&DirectoryItem> {
        self.items.get(&code)
    }

    /// The items, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &DirectoryItem> {
        self.items.values()
    }

    /// The sub-items of a main item, which any code of it names.
    pub fn sub_items(&self, main: BasicCode) -> impl Iterator<Item = &DirectoryItem> {
        let same = move |code: BasicCode| code.as_str().get(..9) == main.as_str().get(..9);
        self.iter().filter(move |item| {
            same(item.code) && matches!(item.code.sub_item(), SubItem::Number(_))
        })
    }
}

/// A later item replaces an earlier one of the same code and a lower version.
impl FromIterator<DirectoryItem> for Directory {
    fn from_iter<I: IntoIterator<Item = DirectoryItem>>(items: I) -> Self {
        let mut directory = Self::default();
        for item in items {
            let newer = directory.get(item.code).is_none_or(|known| known.version <= item.version);
            if newer {
                directory.items.insert(item.code, item);
            }
        }
        directory
    }
}

impl DirectoryItem {
    /// A first version in use, of which nothing more is known.
    #[must_use]
    pub fn new(code: BasicCode, name: impl Into<Text>) -> Self {
        Self {
            code,
            name: name.into(),
            version: 1,
            state: ItemState::InUse,
            basis: Vec::new(),
            levels: Vec::new(),
            department: None,
            bodies: Vec::new(),
            local_code: None,
            effective: None,
            ends: None,
        }
    }

    /// The type (事项类型), inside the code.
    #[must_use]
    pub const fn item_type(&self) -> ItemType {
        self.code.item_type()
    }
}
