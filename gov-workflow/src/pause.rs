//! Time that does not count: special procedures.

use chrono::NaiveDate;

use crate::Basis;

/// A stretch of time that a limit leaves out (特别程序用时), 行政许可法 art. 45.
///
/// The day it began still counts, the day it ended does not. Stretches that overlap are
/// left out once.
///
/// ```
/// # #[cfg(feature = "china-calendar")] {
/// use chrono::NaiveDate;
/// use gov_workflow::{Calendar, Deadline, Limit, Pause, PauseGround};
///
/// let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
/// let review = Pause { ground: PauseGround::ExpertReview, from: day(3, 11), to: Some(day(3, 20)) };
/// let deadline = Deadline::reckon(Limit::decision(), day(3, 4), &Calendar::china());
/// assert_eq!(deadline.due(), Ok(day(4, 1)));
/// assert_eq!(deadline.paused([review]).due(), Ok(day(4, 11)));
/// # }
/// ```
#[doc(alias = "特别程序用时")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Pause {
    /// What stops the clock.
    pub ground: PauseGround,
    /// The day it began.
    pub from: NaiveDate,
    /// The day it ended; none while it goes on. An end before the beginning leaves
    /// nothing out.
    pub to: Option<NaiveDate>,
}

/// What may stop the clock (不计入时限的特别程序): the closed list of 行政许可法 art. 45,
/// or a special law that is cited.
///
/// Deliberately absent: the body's own visit on site, waiting for another body,
/// faults of a system, payment. None of them stops the clock.
///
/// ```
/// use gov_workflow::{Basis, PauseGround};
///
/// assert_eq!(PauseGround::Hearing.basis(), Basis::licensing_law(45));
/// ```
#[doc(alias = "特别程序")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "closed by law")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum PauseGround {
    /// A hearing (听证).
    Hearing,
    /// A call for tenders (招标).
    Tender,
    /// An auction (拍卖).
    Auction,
    /// A technical inspection (检验).
    Inspection,
    /// A technical test (检测).
    Testing,
    /// Quarantine (检疫).
    Quarantine,
    /// An appraisal by experts of a matter of fact (鉴定).
    ExpertAppraisal,
    /// A review by experts (专家评审).
    ExpertReview,
    /// What a special law names (其他法律规定的程序).
    SpecialLaw {
        /// Where the law says so.
        basis: Basis,
    },
}

impl PauseGround {
    /// Where the law says so.
    #[must_use]
    pub fn basis(&self) -> Basis {
        match self {
            Self::SpecialLaw { basis } => basis.clone(),
            _ => Basis::licensing_law(45),
        }
    }

    pub(crate) const fn english(&self) -> &'static str {
        match self {
            Self::Hearing => "hearing",
            Self::Tender => "tender",
            Self::Auction => "auction",
            Self::Inspection => "technical inspection",
            Self::Testing => "testing",
            Self::Quarantine => "quarantine",
            Self::ExpertAppraisal => "expert appraisal",
            Self::ExpertReview => "expert review",
            Self::SpecialLaw { .. } => "procedure of a special law",
        }
    }

    /// The ground in Chinese.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Hearing => "听证",
            Self::Tender => "招标",
            Self::Auction => "拍卖",
            Self::Inspection => "检验",
            Self::Testing => "检测",
            Self::Quarantine => "检疫",
            Self::ExpertAppraisal => "鉴定",
            Self::ExpertReview => "专家评审",
            Self::SpecialLaw { .. } => "其他法律规定的程序",
        }
    }
}

/// Days left out: those after `from`, up to `to`.
pub(crate) struct Gap {
    pub(crate) from: NaiveDate,
    /// None while it is open.
    pub(crate) to: Option<NaiveDate>,
}

/// The days left out after `start`, in order, apart from each other.
pub(crate) fn gaps(pauses: &[Pause], start: NaiveDate) -> Vec<Gap> {
    // As a rule there are none.
    if pauses.is_empty() {
        return Vec::new();
    }
    let clipped = pauses.iter().map(|pause| Gap { from: pause.from.max(start), to: pause.to });
    let mut sorted: Vec<Gap> =
        clipped.filter(|gap| gap.to.is_none_or(|to| gap.from < to)).collect();
    sorted.sort_by_key(|gap| gap.from);
    let mut merged: Vec<Gap> = Vec::new();
    for gap in sorted {
        match merged.last_mut() {
            Some(Gap { to: None, .. }) => {}
            Some(Gap { to: Some(end), .. }) if gap.from > *end => merged.push(gap),
            Some(before) => before.to = gap.to.and_then(|to| before.to.map(|end| end.max(to))),
            None => merged.push(gap),
        }
    }
    merged
}
