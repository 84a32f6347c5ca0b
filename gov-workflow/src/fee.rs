//! Fees: none, unless a law or an administrative regulation says so.

use crate::decide::written;
use crate::{Basis, Case, Fact, Procedure, Refusal, Words};

/// What an item costs (收费), 行政许可法 art. 58, 59.
///
/// ```
/// use gov_workflow::{Basis, Fee};
///
/// let fee = Fee { fen: Some(10_000), basis: Basis::new("示例收费条例", "5") };
/// assert_eq!(fee.fen, Some(10_000));
/// ```
#[doc(alias = "收费")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Fee {
    /// How much, in fen (分); none where the published standard reckons it for each case.
    pub fen: Option<u64>,
    /// The law or administrative regulation that allows it.
    pub basis: Basis,
}

impl Case {
    /// What was paid, in fen (已收费用).
    #[must_use]
    pub const fn paid(&self) -> Option<u64> {
        self.paid
    }

    /// Whether a fee can be taken: there is one, and once.
    pub(crate) fn chargeable(&self, procedure: &Procedure) -> Result<(), Refusal> {
        procedure.fee().ok_or(Refusal::FreeOfCharge)?;
        if self.paid.is_some() { Err(Refusal::PaidBefore) } else { Ok(()) }
    }

    /// Whether what was granted is paid for.
    pub(crate) fn settled(&self, procedure: &Procedure) -> Result<(), Refusal> {
        let granted = self.decision.as_ref().is_some_and(|decision| decision.granted);
        if granted && procedure.fee().is_some() && self.paid.is_none() {
            return Err(Refusal::FeeUnpaid);
        }
        Ok(())
    }
}

/// The fee that is published, and no other.
pub(crate) fn paid(procedure: &Procedure, fen: u64, receipt: &str) -> Result<Fact, Refusal> {
    let due = procedure.fee().and_then(|fee| fee.fen);
    if due.is_some_and(|due| due != fen) {
        return Err(Refusal::OtherFee);
    }
    written(receipt, Words::Receipt)?;
    Ok(Fact::FeePaid { fen, receipt: receipt.to_owned() })
}
