//! How a case began, was accepted and decided.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::{Channel, IdentityKey};

use crate::{Author, CaseNumber, ItemCode, MaterialName};

/// How a case began (申请登记).
///
/// ```
/// # use gov_workflow::Case;
/// assert!(Case::draft().filing().is_none());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Filing {
    /// The number of the case (办件编号).
    pub case: CaseNumber,
    /// The item (事项编码).
    pub item: ItemCode,
    /// The version of the procedure that holds for this case.
    pub procedure: u32,
    /// Who applies (申请人).
    pub applicant: IdentityKey,
    /// The way it came (申请渠道).
    pub channel: Channel,
    /// When it was received (收件时间).
    pub received_at: DateTime<FixedOffset>,
    /// The day on which the five days to answer began: that of receipt, or of the
    /// last supplement.
    pub complete_since: NaiveDate,
}

/// What the applicant was told to add (补正告知).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Notice {
    /// The day of the notice.
    pub on: NaiveDate,
    /// What was asked for.
    pub materials: BTreeSet<MaterialName>,
    /// The last day to hand it in.
    pub until: NaiveDate,
}

/// How the case was accepted (受理情况).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Acceptance {
    /// The day of acceptance.
    pub on: NaiveDate,
    /// Who accepted; [`Author::Clock`] when silence did (视为受理).
    pub by: Author,
}

/// How the case was decided (决定情况).
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Decision {
    /// The day of the decision.
    pub on: NaiveDate,
    /// Who decided.
    pub by: Author,
    /// In favor or against.
    pub granted: bool,
}
