//! What an item publishes beside its rules: questions, remedies, intermediary
//! services, special procedures, and what only some families have.

use alloc::vec::Vec;

use crate::{Basis, Text, TimeLimit};

/// A common question with its answer (常见问题).
///
/// ```
/// use gov_catalog::Question;
///
/// let question = Question::new("多久办结？", "十个工作日。");
/// assert_eq!(question.answer, "十个工作日。");
/// ```
#[doc(alias = "常见问题")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Question {
    /// The question (`QUESTION`), up to 1000 characters.
    pub question: Text,
    /// The answer (`ANSWER`).
    pub answer: Text,
}

/// What an applicant can do against a decision (权利与救济).
///
/// ```
/// use gov_catalog::Remedies;
///
/// assert!(Remedies::default().court.is_none());
/// ```
#[doc(alias = "救济")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Remedies {
    /// Rights and duties of the applicant (申请人权利义务).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub rights: Option<Text>,
    /// The body that reviews (行政复议机关).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub review: Option<Office>,
    /// The court (行政诉讼法院).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub court: Option<Office>,
}

/// An office one can turn to (受理机关).
///
/// ```
/// use gov_catalog::Office;
///
/// assert_eq!(Office::new("示例法院").name, "示例法院");
/// ```
#[doc(alias = "机关")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Office {
    /// Name, up to 200 characters.
    pub name: Text,
    /// Address.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub address: Option<Text>,
    /// Telephone.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub phone: Option<Text>,
    /// Address on the web.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub url: Option<Text>,
}

/// A service of an intermediary that is a condition (中介服务, `SERVICE_TYPE`).
///
/// It needs a law, a regulation or a decision of the State Council (Business
/// Environment Regulation art. 43, 优化营商环境条例第四十三条); check 6.2 says
/// when it has none.
///
/// ```
/// use gov_catalog::Intermediary;
///
/// assert!(Intermediary::new("检测").basis.is_empty());
/// ```
#[doc(alias = "中介服务")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Intermediary {
    /// Name of the service, up to 200 characters.
    pub name: Text,
    /// The rules that ask for it.
    pub basis: Vec<Basis>,
    /// Institutions that may give it, as published.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub institutions: Vec<Text>,
}

/// A procedure whose time does not count against the limit (特别程序,
/// `SPECIAL_PROCEDURE`): hearing, tender, tests, expert review.
///
/// ```
/// use gov_catalog::SpecialProcedure;
///
/// assert!(SpecialProcedure::new("专家评审").limit.is_none());
/// ```
#[doc(alias = "特别程序")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct SpecialProcedure {
    /// Name, up to 200 characters.
    pub name: Text,
    /// How long it takes; the applicant is told (Licensing Law art. 45).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub limit: Option<TimeLimit>,
    /// The rules that allow it.
    pub basis: Vec<Basis>,
}

/// What only penalties and levies have (处罚与征收).
///
/// ```
/// use gov_catalog::Enforcement;
///
/// assert!(Enforcement::default().punishment.is_none());
/// ```
#[doc(alias = "行政处罚")]
#[doc(alias = "行政征收")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Enforcement {
    /// Kinds of punishment (处罚种类, `PUNISHMENT_METHOD`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub punishment: Option<Text>,
    /// What is levied (征收种类, `COLLECT_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub levy: Option<Text>,
    /// Whether the levy can be reduced (`IS_PERMIT_REDUCE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub reducible: Option<bool>,
}

impl Question {
    /// A question with its answer.
    #[must_use]
    pub fn new(question: impl Into<Text>, answer: impl Into<Text>) -> Self {
        Self { question: question.into(), answer: answer.into() }
    }
}

impl Office {
    /// An office of which only the name is known.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Self {
        Self { name: name.into(), address: None, phone: None, url: None }
    }
}

impl Intermediary {
    /// A service without basis or institutions.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Self {
        Self { name: name.into(), basis: Vec::new(), institutions: Vec::new() }
    }
}

impl SpecialProcedure {
    /// A procedure of unknown length.
    #[must_use]
    pub fn new(name: impl Into<Text>) -> Self {
        Self { name: name.into(), limit: None, basis: Vec::new() }
    }
}
