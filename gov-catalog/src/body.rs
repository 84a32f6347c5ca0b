//! Implementing body (实施主体) and the windows where it is met.

use gov_identity::{CreditCode, DivisionCode};

use crate::Text;

/// The organ that acts (实施主体).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.body().name, "石嘴山市示例局");
/// assert_eq!(item.body().code.division().as_str(), "640200");
/// ```
#[doc(alias = "实施主体")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Body {
    /// Its credit code, the same as inside the item's code.
    pub code: CreditCode,
    /// Its name, up to 200 characters.
    pub name: Text,
    /// Its short name (简称), up to 50 characters.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub short_name: Option<Text>,
}

/// A window where one can apply (办理窗口).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.windows()[0].name, "综合窗口");
/// ```
#[doc(alias = "办理窗口")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Window {
    /// Name of the hall or window.
    pub name: Text,
    /// Address (办理地点), up to 500 characters.
    pub address: Text,
    /// Hours (办理时间), up to 500 characters.
    pub hours: Text,
    /// Town or village whose window it is (乡镇街道、村社区); none for the body's own.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub division: Option<DivisionCode>,
}

impl Body {
    /// A body without a short name.
    #[must_use]
    pub fn new(code: CreditCode, name: impl Into<Text>) -> Self {
        Self { code, name: name.into(), short_name: None }
    }
}

impl Window {
    /// A window of the body's own.
    #[must_use]
    pub fn new(name: impl Into<Text>, address: impl Into<Text>, hours: impl Into<Text>) -> Self {
        Self { name: name.into(), address: address.into(), hours: hours.into(), division: None }
    }
}
