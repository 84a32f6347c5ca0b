//! Two views over one catalog: powers, and services that one applies for.

use alloc::borrow::Cow;

use super::AsOf;
use crate::{Item, ItemType};

/// Which types of items count as services (政务服务事项范围): data, since the line
/// moved and will move again.
///
/// ```
/// use gov_catalog::{ItemType, ServiceRules};
///
/// assert!(ServiceRules::OF_2017.contains(ItemType::LEVY));
/// assert!(!ServiceRules::OF_2022.contains(ItemType::LEVY));
/// ```
#[doc(alias = "政务服务事项范围")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ServiceRules {
    types: Cow<'static, [ItemType]>,
    extensions: bool,
}

impl ServiceRules {
    /// The plan of 2017: licenses, levies, payments, confirmations and public
    /// services.
    pub const OF_2017: Self = Self {
        types: Cow::Borrowed(&[
            ItemType::LICENSE,
            ItemType::LEVY,
            ItemType::PAYMENT,
            ItemType::CONFIRMATION,
            ItemType::PUBLIC_SERVICE,
        ]),
        extensions: true,
    };

    /// The opinion of 2022 (国发〔2022〕5号): what one applies for. Penalty,
    /// compulsion, levy and inspection stay in the power list.
    pub const OF_2022: Self = Self {
        types: Cow::Borrowed(&[
            ItemType::LICENSE,
            ItemType::CONFIRMATION,
            ItemType::ADJUDICATION,
            ItemType::PAYMENT,
            ItemType::AWARD,
            ItemType::OTHER_POWER,
            ItemType::PUBLIC_SERVICE,
        ]),
        extensions: true,
    };

    /// Rules of one's own; `extensions` says whether the extensions of public
    /// services (21 to 29) count as well.
    #[must_use]
    pub fn new(types: &[ItemType], extensions: bool) -> Self {
        Self { types: Cow::Owned(types.into()), extensions }
    }

    /// Whether items of this type are services.
    #[must_use]
    pub fn contains(&self, item_type: ItemType) -> bool {
        let extension = item_type.is_extension() && item_type.is_public_service();
        self.types.contains(&item_type) || self.extensions && extension
    }
}

impl<'a> AsOf<'a> {
    /// The items in force that are services.
    pub fn services(&self, rules: &ServiceRules) -> impl Iterator<Item = &'a Item> {
        self.iter().filter(|item| rules.contains(item.item_type()))
    }

    /// The items in force that are powers: all but public services.
    pub fn powers(&self) -> impl Iterator<Item = &'a Item> {
        self.iter().filter(|item| !item.item_type().is_public_service())
    }
}
