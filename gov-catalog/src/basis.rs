//! Basis (依据).

use core::fmt;

use crate::Text;
use crate::vocabulary::vocabulary;

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
    pub law: Text,
    /// Article, paragraph and item (条款), such as `第四十二条第一款`; none when
    /// the whole law is meant or the article could not be confirmed.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub article: Option<Text>,
    /// The gist of the text (条文要旨), not a quotation.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub gist: Option<Text>,
    /// What kind of rule it is (效力层级); none when nobody said.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub rank: Option<BasisRank>,
}

vocabulary! {
    /// What kind of rule a basis is (效力层级).
    ///
    /// ```
    /// use gov_catalog::BasisRank;
    ///
    /// assert!(BasisRank::AdministrativeRegulation.may_set_fees());
    /// assert!(!BasisRank::DepartmentRule.may_set_fees());
    /// ```
    #[doc(alias = "效力层级")]
    pub enum BasisRank {
        /// Law (法律),
        Law = "law", "法律";
        /// Administrative regulation of the State Council (行政法规),
        AdministrativeRegulation = "administrative-regulation", "行政法规";
        /// Decision of the State Council (国务院决定),
        StateCouncilDecision = "state-council-decision", "国务院决定";
        /// Local regulation (地方性法规),
        LocalRegulation = "local-regulation", "地方性法规";
        /// Rule of a department of the State Council (部门规章),
        DepartmentRule = "department-rule", "部门规章";
        /// Rule of a local government (地方政府规章),
        LocalGovernmentRule = "local-government-rule", "地方政府规章";
        /// Any other document (规范性文件),
        Document = "document", "规范性文件";
    }
}

impl BasisRank {
    /// Whether it can set a fee on a license: a law or an administrative
    /// regulation (Licensing Law art. 58, 行政许可法第五十八条).
    #[must_use]
    pub const fn may_set_fees(self) -> bool {
        matches!(self, Self::Law | Self::AdministrativeRegulation)
    }

    /// Whether it can make the service of an intermediary a condition: a law, a
    /// regulation or a decision of the State Council (Business Environment
    /// Regulation art. 43, 优化营商环境条例第四十三条).
    #[must_use]
    pub const fn may_ask_for_intermediaries(self) -> bool {
        matches!(
            self,
            Self::Law
                | Self::AdministrativeRegulation
                | Self::StateCouncilDecision
                | Self::LocalRegulation
        )
    }
}

impl Basis {
    /// A law as a whole; article, gist and rank are set on the value.
    #[must_use]
    pub fn new(law: impl Into<Text>) -> Self {
        Self { law: law.into(), article: None, gist: None, rank: None }
    }

    /// The same law at one article.
    #[must_use]
    pub fn article(self, article: impl Into<Text>) -> Self {
        Self { article: Some(article.into()), ..self }
    }

    /// The same basis with its rank.
    #[must_use]
    pub fn rank(self, rank: BasisRank) -> Self {
        Self { rank: Some(rank), ..self }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "《{}》{}", self.law, self.article.as_deref().unwrap_or_default())
    }
}
