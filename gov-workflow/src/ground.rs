//! What an answer has to say: what is missing, why not, where to turn to.

use crate::MaterialName;

/// One material that is missing or defective, and why (补正内容).
#[doc(alias = "补正内容")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Defect {
    /// The material of the guide.
    pub material: MaterialName,
    /// What is wrong with it, for the applicant to read.
    pub reason: String,
}

/// Why an application is not accepted (不予受理情形).
#[doc(alias = "不予受理情形")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Ground {
    /// No license is needed (依法不需要取得行政许可), art. 32 (1). Read in the events of older
    /// cases; today it is an act of its own, [`Command::DeclareNotNeeded`](crate::Command::DeclareNotNeeded).
    NotNeeded,
    /// Not in this body's power (不属于本机关职权范围), art. 32 (2).
    NotOurPower {
        /// The body to apply to, by name.
        right_body: String,
    },
    /// What was asked for did not come in time, or is still defective (逾期未补正、补正后仍不符合).
    NotSupplemented,
    /// Facts were hidden, or materials are false (隐瞒情况、提供虚假材料), art. 78.
    FalseMaterials,
}

/// What a check before acceptance found (预审结果). A pass is neither acceptance nor a
/// decision.
///
/// ```
/// use gov_workflow::{Command, CommandKind, PreCheckOutcome};
///
/// let outcome = PreCheckOutcome::Pass;
/// let check = Command::PreCheck { outcome, note: "材料清晰".to_owned() };
/// assert_eq!(check.kind(), CommandKind::PreCheck);
/// ```
#[doc(alias = "网上预审")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the three results of practice")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PreCheckOutcome {
    /// Nothing stands against acceptance (通过).
    Pass,
    /// It will not be accepted (不通过).
    Refuse,
    /// Something is missing (需补正).
    Supplement,
}

/// What becomes of a supplement that never comes (逾期不补正的处理). Local rules differ.
///
/// ```
/// use gov_workflow::LateSupplement;
///
/// assert_eq!(LateSupplement::default(), LateSupplement::NotAccepted);
/// ```
#[doc(alias = "逾期不补正")]
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new outcome")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum LateSupplement {
    /// The application is not accepted (不予受理), where no local rule says otherwise.
    #[default]
    NotAccepted,
    /// The application counts as withdrawn (视为撤回申请), as in Zhejiang and Anyang.
    DeemedWithdrawn,
    /// The license is refused (不予许可) once the applicant has had so many working days
    /// from the notice, as in Binzhou, which gives two.
    RefusedAfter {
        /// The working days; a notice that names an earlier last day is given them, too.
        days: u16,
    },
}

/// Where to turn to against a decision (救济途径), 行政许可法 art. 38.
///
/// ```
/// use gov_workflow::Remedies;
///
/// let remedies = Remedies {
///     review: "某市人民政府".to_owned(),
///     court: "某区人民法院".to_owned(),
/// };
/// # assert_ne!(remedies.review, remedies.court);
/// ```
#[doc(alias = "救济途径")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "the law knows two")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Remedies {
    /// The body for administrative review (行政复议机关), by name.
    pub review: String,
    /// The court (人民法院), by name.
    pub court: String,
}
