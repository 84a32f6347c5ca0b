//! What keeps a joint procedure from being published.

use std::collections::BTreeSet;

use crate::joint::procedure::{Branch, JointDraft, JointProcedure};
use crate::{Clock, ItemCode, Procedure, ProcedureFault};

/// Something that keeps a joint procedure from being published. Branches are counted from 1.
///
/// ```
/// use gov_workflow::JointFault;
///
/// let fault = JointFault::Circular { position: 2 };
/// assert_eq!(fault.to_string(), "joint procedure: branch 2 needs its own result");
/// assert_eq!(fault.zh(), "并联审批规程：第2项联办事项以自身结果为前置");
/// assert_eq!(fault.code(), "circular");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum JointFault {
    /// Something is wrong with the lead's part.
    #[error("joint {0}")]
    Whole(ProcedureFault),
    /// Something is wrong with a branch under its inner limit.
    #[error("branch {position}: {fault}")]
    Branch {
        /// The branch.
        position: usize,
        /// What is wrong.
        fault: ProcedureFault,
    },
    /// One body alone needs no joint case.
    #[error("joint procedure: fewer than two branches")]
    TooFewBranches,
    /// More branches than anybody can follow.
    #[error("joint procedure: more than {} branches", JointProcedure::MOST)]
    TooManyBranches,
    /// The item of an earlier branch, or of the joint procedure itself.
    #[error("joint procedure: branch {position} has an item that stands there before")]
    ItemRepeated {
        /// The branch.
        position: usize,
    },
    /// A branch needs the result of an item that is no branch.
    #[error("joint procedure: branch {position} needs an item that is no branch")]
    NeedsUnknown {
        /// The branch.
        position: usize,
    },
    /// A branch needs its own result, by way of others perhaps.
    #[error("joint procedure: branch {position} needs its own result")]
    Circular {
        /// The branch.
        position: usize,
    },
    /// A branch is examined in advance of nothing.
    #[error("joint procedure: branch {position} is in advance of no other")]
    NothingInAdvance {
        /// The branch.
        position: usize,
    },
    /// A branch is only reviewed first by its body. The branch of a joint case is the
    /// procedure of the body that decides.
    #[error("joint procedure: branch {position} is decided by an upper level")]
    DecidedAbove {
        /// The branch.
        position: usize,
    },
    /// A branch has more time inside than of its own.
    #[error("joint procedure: branch {position} has more time inside than of its own")]
    LimitLonger {
        /// The branch.
        position: usize,
    },
    /// The branches up to this one take longer than all of them may.
    #[error("joint procedure: branch {position} can end after {days} days, later than the whole")]
    PathLonger {
        /// The last branch of the sequence.
        position: usize,
        /// The sum of its limits and of those before it.
        days: u32,
    },
}

impl JointFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Whole(fault) | Self::Branch { fault, .. } => fault.code(),
            Self::TooFewBranches => "too-few-branches",
            Self::TooManyBranches => "too-many-branches",
            Self::ItemRepeated { .. } => "item-repeated",
            Self::NeedsUnknown { .. } => "needs-unknown",
            Self::Circular { .. } => "circular",
            Self::NothingInAdvance { .. } => "nothing-in-advance",
            Self::DecidedAbove { .. } => "decided-above",
            Self::LimitLonger { .. } => "limit-longer",
            Self::PathLonger { .. } => "path-longer",
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        let of = |position, text: &str| format!("并联审批规程：第{position}项联办事项{text}");
        match *self {
            Self::Whole(fault) => format!("并联审批{}", fault.zh()),
            Self::Branch { position, fault } => format!("第{position}项联办事项：{}", fault.zh()),
            Self::TooFewBranches => "并联审批规程：联办事项少于两项".to_owned(),
            Self::TooManyBranches => {
                format!("并联审批规程：联办事项超过{}项", JointProcedure::MOST)
            }
            Self::ItemRepeated { position } => of(position, "与前面的事项编码相同"),
            Self::NeedsUnknown { position } => of(position, "的前置事项不在联办事项之内"),
            Self::Circular { position } => of(position, "以自身结果为前置"),
            Self::NothingInAdvance { position } => of(position, "没有前置事项，不能提前审查"),
            Self::DecidedAbove { position } => {
                of(position, "由上级机关决定，应列上级机关的办理规程")
            }
            Self::LimitLonger { position } => of(position, "的内部时限长于本事项时限"),
            Self::PathLonger { position, days } => {
                of(position, &format!("连同前置事项共需{days}日，超过联办时限"))
            }
        }
    }
}

impl JointDraft {
    /// Faults of the branches among each other, circles last.
    pub(crate) fn shape(&self) -> Vec<JointFault> {
        let mut faults = Vec::new();
        if self.branches.len() < 2 {
            faults.push(JointFault::TooFewBranches);
        }
        if self.branches.len() > JointProcedure::MOST {
            return vec![JointFault::TooManyBranches];
        }
        let mut seen = BTreeSet::from([&self.item]);
        let known: BTreeSet<_> =
            self.branches.iter().map(|branch| branch.procedure.item()).collect();
        for (position, branch) in (1..).zip(&self.branches) {
            if !seen.insert(branch.procedure.item()) {
                faults.push(JointFault::ItemRepeated { position });
            }
            if branch.needs.iter().any(|need| !known.contains(need)) {
                faults.push(JointFault::NeedsUnknown { position });
            }
            if branch.in_advance && branch.needs.is_empty() {
                faults.push(JointFault::NothingInAdvance { position });
            }
            if branch.procedure.first_review().is_some() {
                faults.push(JointFault::DecidedAbove { position });
            }
        }
        for (position, branch) in (1..).zip(&self.branches) {
            if self.behind(branch.procedure.item()).contains(branch.procedure.item()) {
                faults.push(JointFault::Circular { position });
            }
        }
        faults
    }

    /// Every item whose result this one needs, directly or not.
    fn behind(&self, item: &ItemCode) -> BTreeSet<&ItemCode> {
        let mut behind = BTreeSet::new();
        let mut open = vec![item];
        while let Some(item) = open.pop() {
            let of = self.branches.iter().filter(|branch| branch.procedure.item() == item);
            for need in of.flat_map(|branch| &branch.needs) {
                if behind.insert(need) {
                    open.push(need);
                }
            }
        }
        behind
    }

    /// Sequences that take longer than the whole may. Asked of drafts without circles.
    pub(crate) fn paths(&self, branches: &[Procedure]) -> Vec<JointFault> {
        let most = u32::from(self.decision.days);
        let ends = (1..).zip(self.ends(branches));
        let late = ends.filter(|(_, days)| *days > most);
        late.map(|(position, days)| JointFault::PathLonger { position, days }).collect()
    }

    /// After how many days each branch ends at the latest. Natural days are never longer
    /// than as many working days.
    fn ends(&self, branches: &[Procedure]) -> Vec<u32> {
        let own = |own: &Procedure| own.promised(Clock::Decision).unwrap_or(own.decision()).days;
        let own: Vec<u32> = branches.iter().map(|procedure| own(procedure).into()).collect();
        let mut ends = own.clone();
        // No sequence is longer than all branches one after the other.
        for _ in branches {
            let end = |(branch, own): (&Branch, &u32)| {
                let needed = branches.iter().zip(&ends);
                let needed = needed.filter(|(other, _)| branch.needs.contains(other.item()));
                let before = needed.map(|(_, end)| *end).max().unwrap_or(0);
                if branch.in_advance { before.max(*own) } else { before + own }
            };
            ends = self.branches.iter().zip(&own).map(end).collect();
        }
        ends
    }
}
