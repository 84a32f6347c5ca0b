//! What an item ends in (办理结果).

use alloc::vec::Vec;

use crate::vocabulary::vocabulary;
use crate::{Basis, LicenseTypeRef, Text};

/// What a granted application ends in (办理结果).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.outcome().name, "示例许可证");
/// assert_eq!(item.outcome().validity_years, Some(5));
/// ```
#[doc(alias = "办理结果")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Outcome {
    /// Name of the license or document (结果名称), up to 200 characters.
    pub name: Text,
    /// What kind of result it is (结果类型, `RESULT_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub kind: Option<OutcomeKind>,
    /// Type of the electronic license, where there is one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub license_type: Option<LicenseTypeRef>,
    /// Years it is valid from the decision (有效期); none when without end.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    #[cfg_attr(feature = "schemars", schemars(range(min = 1, max = 100)))]
    pub validity_years: Option<u8>,
    /// Rules behind name and validity.
    pub basis: Vec<Basis>,
    /// Where a sample of it is (结果样本, `RESULT_GUID`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub sample: Option<Text>,
}

vocabulary! {
    /// What kind of result an item has (结果类型, `RESULT_TYPE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::OutcomeKind::License.zh(), "证照");
    /// ```
    #[doc(alias = "结果类型")]
    pub enum OutcomeKind {
        /// A license or certificate (证照),
        License = "license", "证照";
        /// An approval document (批文),
        Approval = "approval", "批文";
        /// Another (其他),
        Other = "other", "其他";
        /// None (无),
        None = "none", "无";
    }
}

impl Outcome {
    /// A result without end and without license type.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Self {
        Self {
            name: name.into(),
            kind: None,
            license_type: None,
            validity_years: None,
            basis: Vec::new(),
            sample: None,
        }
    }
}
