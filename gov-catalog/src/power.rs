//! The power behind an item (行使依据), and the levels that hold it.

use alloc::vec::Vec;

use crate::vocabulary::vocabulary;
use crate::{ExerciseLevel, Text};

/// Where the power comes from and which row of the power list it stands in
/// (权力来源).
///
/// ```
/// use gov_catalog::{Power, PowerSource};
///
/// let mut power = Power::default();
/// power.source = Some(PowerSource::EntrustedFromAbove);
/// assert!(PowerSource::EntrustedFromAbove.is_entrusted());
/// assert_eq!(power.entrusted_by, None, "check 7.2 asks for the body that entrusts");
/// ```
#[doc(alias = "权力来源")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct Power {
    /// Own, handed down, authorized or entrusted (`POWER_SOURCE`); none for a
    /// public service.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub source: Option<PowerSource>,
    /// What kind of organ the body is (`DEPT_TYPE`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub body_kind: Option<BodyKind>,
    /// The row of the power list behind the item (权责清单上级事项), up to 50
    /// characters; none for a public service.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub parent: Option<Text>,
    /// The department that guides the item from above (主管部门).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub department: Option<Text>,
    /// The body that entrusts (委托部门, `ENTRUST_NAME`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub entrusted_by: Option<Text>,
    /// Where the entrusting was announced (委托公告); Licensing Law art. 24.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub announcement: Option<Text>,
}

vocabulary! {
    /// How the body came by the power (行使依据, `POWER_SOURCE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::PowerSource::HandedDown.zh(), "上级下放");
    /// ```
    #[doc(alias = "权力来源")]
    pub enum PowerSource {
        /// Its own by statute (法定本级行使),
        Own = "own", "法定本级行使";
        /// Handed down from a higher level (下放),
        HandedDown = "handed-down", "上级下放";
        /// Authorized by a higher level (上级授权),
        AuthorizedFromAbove = "authorized-from-above", "上级授权";
        /// Authorized at the same level (同级授权),
        AuthorizedAtLevel = "authorized-at-level", "同级授权";
        /// Entrusted by a higher level (上级委托),
        EntrustedFromAbove = "entrusted-from-above", "上级委托";
        /// Entrusted at the same level (同级委托),
        EntrustedAtLevel = "entrusted-at-level", "同级委托";
    }

    /// What kind of organ acts (实施主体性质, `DEPT_TYPE`).
    ///
    /// ```
    /// assert_eq!(gov_catalog::BodyKind::StatutoryOrgan.zh(), "法定机关");
    /// ```
    #[doc(alias = "实施主体性质")]
    pub enum BodyKind {
        /// An organ by statute (法定机关),
        StatutoryOrgan = "statutory-organ", "法定机关";
        /// An authorized organization (授权组织),
        AuthorizedOrganization = "authorized-organization", "授权组织";
        /// An entrusted organization (受委托组织),
        EntrustedOrganization = "entrusted-organization", "受委托组织";
        /// Another (其他),
        Other = "other", "其他";
    }
}

impl PowerSource {
    /// Whether another body keeps name and liability (委托).
    #[must_use]
    pub const fn is_entrusted(self) -> bool {
        matches!(self, Self::EntrustedFromAbove | Self::EntrustedAtLevel)
    }
}

/// The levels an item concerns (层级).
///
/// Acceptance may be on a lower level than the decision: a first review below,
/// or acceptance for another body.
///
/// ```
/// use gov_catalog::{ExerciseLevel, ItemLevels};
///
/// let mut levels = ItemLevels::default();
/// levels.accept = Some(ExerciseLevel::Town);
/// levels.decide = Some(ExerciseLevel::County);
/// assert!(levels.accept > levels.decide, "lower levels sort after upper ones");
/// ```
#[doc(alias = "行使层级")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
#[non_exhaustive]
pub struct ItemLevels {
    /// Levels at which the directory lets the power be exercised (`USE_LEVEL`).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    #[cfg_attr(feature = "schemars", schemars(default))]
    pub exercised: Vec<ExerciseLevel>,
    /// Where the application is accepted (受理层级).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub accept: Option<ExerciseLevel>,
    /// Where it is decided (决定层级).
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub decide: Option<ExerciseLevel>,
}
