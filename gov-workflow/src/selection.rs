//! Who gets what not everybody can get: tenders, auctions, examinations.

use crate::decide::written;
use crate::{Case, Fact, Procedure, Refusal, Words};

/// How those who get a license are chosen (公平竞争、考试), 行政许可法 art. 53 and 54.
///
/// The body records what came of it with the case; until then, and to whom was not chosen,
/// nothing is granted. In a renewal it records the choice that still holds.
///
/// ```
/// use gov_workflow::Selection;
///
/// assert_eq!((Selection::Auction.article(), Selection::Examination.article()), (53, 54));
/// ```
#[doc(alias = "招标")]
#[doc(alias = "拍卖")]
#[doc(alias = "考试")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Selection {
    /// The one who wins a tender (招标), for scarce resources and the like.
    Tender,
    /// The one who wins an auction (拍卖), for scarce resources and the like.
    Auction,
    /// Whoever passes a public examination (考试), for a qualification of citizens.
    Examination,
}

impl Selection {
    /// The article of the Licensing Law that lays it down.
    #[must_use]
    pub const fn article(self) -> u16 {
        match self {
            Self::Tender | Self::Auction => 53,
            Self::Examination => 54,
        }
    }

    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Tender => "tender",
            Self::Auction => "auction",
            Self::Examination => "examination",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::Tender => "招标",
            Self::Auction => "拍卖",
            Self::Examination => "考试",
        }
    }
}

impl Case {
    /// Whether the applicant won the tender or auction or passed the examination (招标拍卖考试结果);
    /// none before that is recorded.
    #[must_use]
    pub const fn chosen(&self) -> Option<bool> {
        self.chosen
    }

    /// Whether an outcome can be recorded: there is a selection, and once.
    pub(crate) fn selectable(&self, procedure: &Procedure) -> Result<(), Refusal> {
        procedure.selection().ok_or(Refusal::NoSelection)?;
        if self.chosen.is_some() { Err(Refusal::SelectionRecorded) } else { Ok(()) }
    }

    /// Whether the applicant was chosen, where somebody is.
    pub(crate) fn was_chosen(&self, procedure: &Procedure) -> Result<(), Refusal> {
        match (procedure.selection(), self.chosen) {
            (None, _) | (Some(_), Some(true)) => Ok(()),
            (Some(selection), None) => Err(Refusal::SelectionPending { selection }),
            (Some(selection), Some(false)) => Err(Refusal::NotChosen { selection }),
        }
    }
}

/// What came of the selection, with the record that proves it.
pub(crate) fn selected(chosen: bool, record: &str) -> Result<Fact, Refusal> {
    written(record, Words::SelectionRecord)?;
    Ok(Fact::SelectionRecorded { chosen, record: record.to_owned() })
}
