//! Basis (依据).

use alloc::string::String;
use core::fmt;

/// Where a rule of an item stands (依据): law, article, and what it says.
///
/// Displayed as a guide prints it: `《中华人民共和国行政许可法》第四十二条`.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.basis()[0].to_string(), "《示例条例》第一条");
/// ```
#[doc(alias = "依据")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Basis {
    /// Name of the law, regulation or rule (法律法规名称), without brackets.
    pub law: String,
    /// Article, paragraph and item (条款), such as `第四十二条第一款`; none when
    /// the whole law is meant or the article could not be confirmed.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub article: Option<String>,
    /// The gist of the text (条文要旨), not a quotation.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub gist: Option<String>,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "《{}》{}", self.law, self.article.as_deref().unwrap_or_default())
    }
}
