//! Revocation: what was granted wrongly is taken away.

use chrono::NaiveDate;

use crate::decide::reasoned;
use crate::{Bar, Barred, Basis, Case, Fact, Procedure, Refusal, Remedies, SensitiveField};

/// Why a license is revoked (撤销情形), 行政许可法 art. 69.
///
/// Deliberately absent: the exception for grave harm to the public interest, which is for
/// people to weigh before they give the command.
///
/// ```
/// use gov_workflow::{Basis, CommandKind, RevocationGround};
///
/// assert_ne!(RevocationGround::Fraud, RevocationGround::BrokenPromise);
/// assert_eq!(CommandKind::Revoke.basis(), Some(Basis::licensing_law(69)));
/// ```
#[doc(alias = "撤销情形")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum RevocationGround {
    /// An official abused the office or neglected the duty (滥用职权、玩忽职守).
    AbuseOfOffice,
    /// Beyond the power of the body (超越法定职权).
    BeyondPower,
    /// Against the procedure of the law (违反法定程序).
    ProcedureBroken,
    /// The applicant has no capacity, or does not meet the conditions (不具备申请资格、不符合法定条件).
    NotQualified,
    /// Had by fraud or bribery (以欺骗、贿赂等不正当手段取得).
    Fraud,
    /// What was promised is untrue, and was not put right in time (承诺不实且逾期未整改).
    BrokenPromise,
}

impl Case {
    /// What this case bars the applicant from, once it has ended with that (限制).
    #[must_use]
    pub fn bar(&self) -> Option<&Bar> {
        let refused = self.decision.as_ref().is_some_and(|decision| !decision.granted);
        let ended = matches!(self.state, crate::State::NotAccepted | crate::State::Revoked);
        self.bar.as_ref().filter(|_| ended || refused)
    }

    /// Only what was granted can be checked and revoked.
    pub(crate) fn something_granted(&self) -> Result<(), Refusal> {
        match &self.decision {
            Some(decision) if decision.granted => Ok(()),
            _ => Err(Refusal::NothingGranted),
        }
    }

    pub(crate) fn revoke(
        &self,
        procedure: &Procedure,
        ground: RevocationGround,
        reason: &str,
        remedies: &Remedies,
        today: NaiveDate,
    ) -> Result<Fact, Refusal> {
        let bar = match ground {
            RevocationGround::BrokenPromise => {
                self.broken_promise(today)?;
                Self::barred_from_promising(procedure, today)
            }
            RevocationGround::Fraud => barred_for_falsehood(procedure, 36, 79, today),
            _ => None,
        };
        reasoned(reason, remedies)?;
        let (reason, remedies) = (reason.to_owned(), remedies.clone());
        Ok(Fact::Revoked { ground, reason, remedies, bar })
    }
}

/// Who hid facts or handed in false materials (隐瞒情况、提供虚假材料): nothing is accepted or
/// granted, 行政许可法 art. 78.
pub(crate) fn falsehood(procedure: &Procedure, note: &str, today: NaiveDate) -> Fact {
    let bar = barred_for_falsehood(procedure, 12, 78, today);
    Fact::FalsehoodFound { note: note.to_owned(), bar }
}

/// So many months, where the item directly concerns safety or health.
fn barred_for_falsehood(
    procedure: &Procedure,
    months: u16,
    article: u16,
    today: NaiveDate,
) -> Option<Bar> {
    let barred = procedure.sensitive().iter().copied().any(SensitiveField::bars);
    let basis = Basis::licensing_law(article);
    barred
        .then(|| Bar::lasting(Barred::Application, procedure.item().clone(), today, months, basis))
}
