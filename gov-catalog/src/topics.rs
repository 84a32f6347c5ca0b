//! Topics of an item (主题).

use alloc::vec::Vec;

use crate::Text;

/// Topics under which people look for an item (主题分类).
///
/// Two lists of numbers, one for natural and one for legal persons, and the
/// region's own. The numbers are kept as text of up to 50 characters: their list comes
/// from one source and is data that can be replaced.
///
/// ```
/// use gov_catalog::Topics;
///
/// let mut topics = Topics::default();
/// topics.corporate = vec!["010".into(), "015".into()];
/// assert!(topics.personal.is_empty());
/// ```
#[doc(alias = "主题分类")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Topics {
    /// For natural persons (面向自然人事项主题分类, `USER_TOPIC_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub personal: Vec<Text>,
    /// For legal persons (面向法人事项主题分类, `CORP_TOPIC_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub corporate: Vec<Text>,
    /// Of the region, for natural persons (`USER_CHARACTER_TOPIC_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub local_personal: Vec<Text>,
    /// Of the region, for legal persons (`CORP_CHARACTER_TOPIC_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub local_corporate: Vec<Text>,
}
