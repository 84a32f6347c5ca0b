//! What a decision has to know and no case knows of itself.

use chrono::NaiveDate;

use crate::{Bar, Barred, Case, CaseNumber, ItemCode, Refusal, Rules};

/// What is known outside the case (案外情况) when a command is judged.
///
/// The core asks nobody: who embeds it looks these up and hands them in with the
/// [`Rules`].
///
/// ```
/// use gov_workflow::Circumstances;
///
/// let nothing = Circumstances::default();
/// assert!(nothing.bars.is_empty() && nothing.queue.is_none());
/// ```
#[doc(alias = "案外情况")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct Circumstances {
    /// What earlier cases have barred the applicant from.
    pub bars: Vec<Bar>,
    /// Who waits for a license whose number is limited (有数量限制); none when nobody has
    /// looked.
    pub queue: Option<QuotaQueue>,
}

/// The queue for a license whose number is limited (数量限制排队), one for each item and body.
///
/// ```
/// use gov_workflow::{CaseNumber, Circumstances, QuotaQueue};
///
/// let cases = vec![CaseNumber::parse("2026-0001")?, CaseNumber::parse("2026-0007")?];
/// let queue = Some(QuotaQueue { left: 3, cases });
/// let circumstances = Circumstances { queue, ..Circumstances::default() };
/// # assert_eq!(circumstances.queue.unwrap().left, 3);
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "数量限制")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct QuotaQueue {
    /// How many licenses are left (剩余数量).
    pub left: u32,
    /// The cases that are accepted and not yet decided, in the order of acceptance, the one
    /// that is judged among them.
    pub cases: Vec<CaseNumber>,
}

impl Circumstances {
    /// The bar that holds on that day.
    fn bar(&self, from: Barred, item: &ItemCode, on: NaiveDate) -> Option<&Bar> {
        let meant = |bar: &&Bar| {
            bar.from == from && (from == Barred::PromiseTrack || bar.item == *item) && bar.holds(on)
        };
        self.bars.iter().find(meant)
    }

    /// Whether the applicant may apply for this item.
    pub(crate) fn may_apply(&self, item: &ItemCode, on: NaiveDate) -> Result<(), Refusal> {
        match self.bar(Barred::Application, item, on) {
            Some(bar) => {
                let article = bar.basis.article().parse().unwrap_or(78);
                Err(Refusal::BarredFromApplying { article, until: bar.until })
            }
            None => Ok(()),
        }
    }

    /// Whether the applicant may choose the promise track.
    pub(crate) fn may_promise(&self, item: &ItemCode, on: NaiveDate) -> Result<(), Refusal> {
        match self.bar(Barred::PromiseTrack, item, on) {
            Some(bar) => Err(Refusal::BarredFromPromising { until: bar.until }),
            None => Ok(()),
        }
    }
}

impl Case {
    /// Whether all that were accepted earlier are decided, 行政许可法 art. 57.
    pub(crate) fn in_turn(&self, rules: &Rules) -> Result<(), Refusal> {
        if !rules.procedure().is_limited() {
            return Ok(());
        }
        let queue = rules.circumstances().queue.as_ref().ok_or(Refusal::QueueUnknown)?;
        let number = self.filing.as_ref().map(|filing| &filing.case);
        match queue.cases.iter().position(|case| Some(case) == number) {
            None => Err(Refusal::QueueUnknown),
            Some(0) => Ok(()),
            Some(ahead) => Err(Refusal::NotItsTurn { ahead }),
        }
    }

    /// Whether a license is left.
    pub(crate) fn one_left(rules: &Rules) -> Result<(), Refusal> {
        match &rules.circumstances().queue {
            Some(queue) if rules.procedure().is_limited() && queue.left == 0 => {
                Err(Refusal::QuotaUsedUp)
            }
            _ => Ok(()),
        }
    }
}
