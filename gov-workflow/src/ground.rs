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
    /// No license is needed (依法不需要取得行政许可), art. 32 (1).
    NotNeeded,
    /// Not in this body's power (不属于本机关职权范围), art. 32 (2).
    NotOurPower {
        /// The body to apply to, by name.
        right_body: String,
    },
    /// What was asked for did not come in time, or is still defective (逾期未补正).
    NotSupplemented,
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
