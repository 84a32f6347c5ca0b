//! Step (办理环节) and check on site (现场核查).

use alloc::vec::Vec;

use crate::vocabulary::vocabulary;
use crate::{Basis, Text, TimeLimit};

/// One step of the flow that the guide shows (办理环节).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// let step = &item.steps()[2];
/// assert_eq!(step.kind, gov_catalog::StepKind::SiteCheck);
/// assert_eq!(step.role, "核查岗");
/// ```
#[doc(alias = "办理环节")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Step {
    /// What is done (环节类别).
    pub kind: StepKind,
    /// Name (环节名称).
    pub name: Text,
    /// The post that does it (办理岗位), never a person.
    pub role: Text,
    /// Its own limit, within that of the item.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub limit: Option<TimeLimit>,
}

vocabulary! {
    /// What a step does (环节类别).
    ///
    /// ```
    /// assert_eq!(gov_catalog::StepKind::SiteCheck.zh(), "现场核查");
    /// ```
    #[doc(alias = "办理环节")]
    pub enum StepKind {
        /// Acceptance (受理),
        Accept = "accept", "受理";
        /// Review (审查),
        Review = "review", "审查";
        /// Check on site (现场核查),
        SiteCheck = "site-check", "现场核查";
        /// Decision (决定),
        Decide = "decide", "决定";
        /// Issuing and delivery (制证送达),
        Deliver = "deliver", "制证送达";
        /// Closing (办结),
        Close = "close", "办结";
    }
}

/// The check on site that an item needs (现场核查).
///
/// Where the substance of materials must be verified, at least two officers do
/// it (Licensing Law art. 34, 行政许可法第三十四条第三款).
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = gov_catalog::Item::from_json(json).unwrap();
/// assert_eq!(item.site_check().unwrap().officers, 2);
/// ```
#[doc(alias = "现场核查")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct SiteCheck {
    /// Officers at least, never fewer than two.
    #[cfg_attr(feature = "schemars", schemars(range(min = 2)))]
    pub officers: u8,
    /// Limit from the day the officers get the task.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub limit: Option<TimeLimit>,
    /// Rules that ask for it.
    pub basis: Vec<Basis>,
    /// What of the item is not checked on site (不需现场核查的情形).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub except: Option<Text>,
}

impl Step {
    /// A step without a limit of its own.
    #[must_use]
    pub fn new(kind: StepKind, name: impl Into<Text>, role: impl Into<Text>) -> Self {
        Self { kind, name: name.into(), role: role.into(), limit: None }
    }
}

impl SiteCheck {
    /// A check by this many officers, everywhere.
    #[must_use]
    pub const fn new(officers: u8, basis: Vec<Basis>) -> Self {
        Self { officers, limit: None, basis, except: None }
    }
}
