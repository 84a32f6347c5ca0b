//! Ends without a decision: terminated, void.

use crate::actor::Actor;
use crate::{Case, Refusal};

/// Why a case cannot be decided (终止情形).
///
/// ```
/// use gov_workflow::{Command, CommandKind, TerminationGround};
///
/// let ground = TerminationGround::ApplicantGone;
/// let terminate = Command::Terminate { ground, reason: "申请人已注销".to_owned() };
/// assert_eq!(terminate.kind(), CommandKind::Terminate);
/// ```
#[doc(alias = "终止情形")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum TerminationGround {
    /// What was applied for has become impossible (申请事项已不可能实现).
    Impossible,
    /// The applicant has died, or the body is dissolved (申请人死亡或者终止).
    ApplicantGone,
    /// The basis of the item was repealed (许可依据被废止).
    BasisRepealed,
}

impl Case {
    /// Two people void a case: one proposes it, another one does it.
    pub(crate) fn another_voids(&self, actor: &Actor) -> Result<(), Refusal> {
        let proposed = self.void_proposed.as_ref().ok_or(Refusal::VoidNotProposed)?;
        if proposed.shares_a_person_with(actor) {
            return Err(Refusal::VoidedByTheSame);
        }
        Ok(())
    }
}
