//! Why a joint command cannot be done.

use crate::joint::case::JointState;
use crate::joint::command::JointCommandKind;
use crate::{Basis, CommandKind, Refusal};

/// Why a command cannot be done to a joint case (联办不能办理的原因). Branches are counted
/// from 1, in the order of the joint procedure.
///
/// ```
/// use gov_workflow::JointRefusal;
///
/// let refusal = JointRefusal::ResultMissing { position: 2, needs: 1 };
/// assert_eq!(refusal.to_string(), "branch 2: waits for the result of branch 1");
/// assert_eq!(refusal.zh(), "第2项联办事项须待第1项的结果");
/// assert_eq!(refusal.remedy(), "branch 1 is decided first");
/// assert_eq!(refusal.remedy_zh(), "先办理第1项联办事项");
/// assert_eq!(refusal.code(), "result-missing");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum JointRefusal {
    /// The whole cannot take it, for a reason that any case can have.
    #[error(transparent)]
    Whole(Refusal),
    /// A branch cannot take it, for a reason that any case can have.
    #[error("branch {position}: {refusal}")]
    Branch {
        /// The branch.
        position: usize,
        /// Why not.
        refusal: Refusal,
    },
    /// No branch has this item.
    #[error("branch: no branch has this item")]
    UnknownBranch,
    /// Done to the whole, never to one branch.
    #[error("branch: cannot {} for one branch alone", .command.english())]
    WholeOnly {
        /// The command.
        command: CommandKind,
    },
    /// Done to one branch, never to the whole.
    #[error("joint case: cannot {} for the whole at once", .command.english())]
    BranchOnly {
        /// The command.
        command: CommandKind,
    },
    /// Not done in a joint case, neither to the whole nor to a branch.
    #[error("joint case: cannot {} in a joint case", .command.english())]
    NotJoint {
        /// The command.
        command: CommandKind,
    },
    /// The joint case stands elsewhere.
    #[error("joint case: not possible while it is {}", .state.english())]
    WrongState {
        /// Where it stands.
        state: JointState,
    },
    /// The branch has not begun.
    #[error("branch {position}: has not begun")]
    NotBegun {
        /// The branch.
        position: usize,
    },
    /// The branch has begun before.
    #[error("branch {position}: has begun before")]
    BegunBefore {
        /// The branch.
        position: usize,
    },
    /// The branch was left out.
    #[error("branch {position}: was left out")]
    LeftOut {
        /// The branch.
        position: usize,
    },
    /// The branch waits for another's result.
    #[error("branch {position}: waits for the result of branch {needs}")]
    ResultMissing {
        /// The branch.
        position: usize,
        /// The one it waits for.
        needs: usize,
    },
    /// The branch needs a result that will not come.
    #[error("branch {position}: branch {needs} has ended without the result it needs")]
    ResultFailed {
        /// The branch.
        position: usize,
        /// The one without a result.
        needs: usize,
    },
    /// The branches have not joined.
    #[error("joint case: branch {position} is not decided")]
    NotJoined {
        /// The first branch that is open.
        position: usize,
    },
    /// A license is still to be made.
    #[error("joint case: the license of branch {position} is not made")]
    NotIssued {
        /// The first such branch.
        position: usize,
    },
    /// Results wait to be handed over.
    #[error("joint case: its results are not handed over")]
    NotHandedOver,
    /// No branch has a result.
    #[error("joint case: there is no result to hand over")]
    NoResults,
    /// A branch is decided, and the whole cannot be taken back.
    #[error("joint case: branch {position} is decided")]
    DecidedBefore {
        /// The first such branch.
        position: usize,
    },
    /// The number leaves no room for the numbers of the branches.
    #[error("case number: more than {longest} characters")]
    NumberTooLong {
        /// The most characters.
        longest: usize,
    },
}

impl From<Refusal> for JointRefusal {
    fn from(refusal: Refusal) -> Self {
        Self::Whole(refusal)
    }
}

impl JointRefusal {
    /// The kind of refusal as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Whole(refusal) | Self::Branch { refusal, .. } => refusal.code(),
            Self::UnknownBranch => "unknown-branch",
            Self::WholeOnly { .. } => "whole-only",
            Self::BranchOnly { .. } => "branch-only",
            Self::NotJoint { .. } => "not-joint",
            Self::WrongState { .. } => "wrong-state",
            Self::NotBegun { .. } => "not-begun",
            Self::BegunBefore { .. } => "begun-before",
            Self::LeftOut { .. } => "left-out",
            Self::ResultMissing { .. } => "result-missing",
            Self::ResultFailed { .. } => "result-failed",
            Self::NotJoined { .. } => "not-joined",
            Self::NotIssued { .. } => "not-issued",
            Self::NotHandedOver => "not-handed-over",
            Self::NoResults => "no-results",
            Self::DecidedBefore { .. } => "decided-before",
            Self::NumberTooLong { .. } => "number-too-long",
        }
    }

    /// The refusal as one Chinese sentence that a clerk can read out.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Whole(refusal) => refusal.zh(),
            Self::Branch { position, refusal } => {
                format!("第{position}项联办事项：{}", refusal.zh())
            }
            Self::UnknownBranch => "该事项不在联办事项之内".to_owned(),
            Self::WholeOnly { command } => {
                format!("“{}”应对联办件整体进行，不能只对一项", command.zh())
            }
            Self::BranchOnly { command } => format!("“{}”应由各联办事项分别进行", command.zh()),
            Self::NotJoint { command } => format!("联办件不进行“{}”", command.zh()),
            Self::WrongState { state } => format!("联办件处于“{}”，不能进行该操作", state.zh()),
            Self::NotBegun { position } => format!("第{position}项联办事项尚未开始"),
            Self::BegunBefore { position } => format!("第{position}项联办事项已经开始"),
            Self::LeftOut { position } => format!("第{position}项联办事项已不再办理"),
            Self::ResultMissing { position, needs } => {
                format!("第{position}项联办事项须待第{needs}项的结果")
            }
            Self::ResultFailed { position, needs } => {
                format!("第{needs}项未取得结果，第{position}项联办事项不能准予")
            }
            Self::NotJoined { position } => format!("第{position}项联办事项尚未作出决定"),
            Self::NotIssued { position } => format!("第{position}项联办事项尚未制证"),
            Self::NotHandedOver => "联办结果尚未送达".to_owned(),
            Self::NoResults => "联办件没有可送达的结果".to_owned(),
            Self::DecidedBefore { position } => format!("第{position}项联办事项已作出决定"),
            Self::NumberTooLong { longest } => format!("办件编号超过{longest}个字符"),
        }
    }

    /// What would make the command possible.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::Whole(refusal) | Self::Branch { refusal, .. } => refusal.remedy(),
            Self::UnknownBranch => "name the item of a branch".to_owned(),
            Self::WholeOnly { .. } => "the lead or the applicant does it for all".to_owned(),
            Self::BranchOnly { .. } => "each body does it to its branch".to_owned(),
            Self::NotJoint { command: CommandKind::Deliver } => {
                "hand over all results together".to_owned()
            }
            Self::NotJoint { command: CommandKind::Close } => {
                "close the joint case as a whole".to_owned()
            }
            Self::NotJoint { .. } => "nothing: a joint case goes without it".to_owned(),
            Self::WrongState { state: JointState::InProgress } => {
                "wait until all branches are decided".to_owned()
            }
            Self::WrongState {
                state: JointState::Draft | JointState::Submitted | JointState::SupplementRequested,
            } => "the lead accepts the application for all".to_owned(),
            Self::WrongState { .. } => "nothing: the joint case has gone past this".to_owned(),
            Self::NotBegun { .. } => "the lead passes it on when the results are there".to_owned(),
            Self::BegunBefore { .. } => "go on with the branch".to_owned(),
            Self::LeftOut { .. } => "nothing: a new application can be made".to_owned(),
            Self::ResultMissing { needs, .. } => format!("branch {needs} is decided first"),
            Self::ResultFailed { .. } => {
                "the body refuses the branch, or the applicant takes it back".to_owned()
            }
            Self::NotJoined { position } => format!("branch {position} is decided first"),
            Self::NotIssued { position } => format!("the license of branch {position} is made"),
            Self::NotHandedOver => "hand the results over".to_owned(),
            Self::NoResults => "close the joint case".to_owned(),
            Self::DecidedBefore { .. } => "take back the branches that are open".to_owned(),
            Self::NumberTooLong { .. } => "give it a shorter number".to_owned(),
        }
    }

    /// What would make the command possible, in Chinese (如何才能办理).
    #[must_use]
    pub fn remedy_zh(&self) -> String {
        match self {
            Self::Whole(refusal) | Self::Branch { refusal, .. } => refusal.remedy_zh(),
            Self::UnknownBranch => "填写联办事项的事项编码".to_owned(),
            Self::WholeOnly { .. } => "由牵头部门或者申请人对整体办理".to_owned(),
            Self::BranchOnly { .. } => "由各部门对本部门事项办理".to_owned(),
            Self::NotJoint { command: CommandKind::Deliver } => "统一送达全部结果".to_owned(),
            Self::NotJoint { command: CommandKind::Close } => "对联办件办结".to_owned(),
            Self::NotJoint { .. } => "联办件无此环节".to_owned(),
            Self::WrongState { state: JointState::InProgress } => {
                "待全部联办事项作出决定".to_owned()
            }
            Self::WrongState {
                state: JointState::Draft | JointState::Submitted | JointState::SupplementRequested,
            } => "先由牵头部门统一受理".to_owned(),
            Self::WrongState { .. } => "联办件已过此环节".to_owned(),
            Self::NotBegun { .. } => "待前置结果齐备，由牵头部门告知".to_owned(),
            Self::BegunBefore { .. } => "继续办理该事项".to_owned(),
            Self::LeftOut { .. } => "可另行申请".to_owned(),
            Self::ResultMissing { needs, .. } => format!("先办理第{needs}项联办事项"),
            Self::ResultFailed { .. } => "由该部门不予许可，或者由申请人撤回".to_owned(),
            Self::NotJoined { position } => format!("先对第{position}项联办事项作出决定"),
            Self::NotIssued { position } => format!("先为第{position}项联办事项制证"),
            Self::NotHandedOver => "先统一送达".to_owned(),
            Self::NoResults => "直接办结".to_owned(),
            Self::DecidedBefore { .. } => "逐项撤回尚未决定的事项".to_owned(),
            Self::NumberTooLong { .. } => "改用较短的办件编号".to_owned(),
        }
    }

    /// Why such a thing is not done to the whole.
    pub(crate) fn not_to_whole(command: CommandKind) -> Self {
        if JointCommandKind::BRANCH.contains(&command) {
            Self::BranchOnly { command }
        } else {
            Self::NotJoint { command }
        }
    }

    /// Why such a thing is not done to a branch. All results are handed over together, and
    /// all branches closed.
    pub(crate) fn not_to_branch(command: CommandKind) -> Self {
        let together = matches!(command, CommandKind::Deliver | CommandKind::Close);
        if together || JointCommandKind::WHOLE.contains(&command) {
            Self::WholeOnly { command }
        } else {
            Self::NotJoint { command }
        }
    }

    /// Where the law says so; none for what is order rather than law.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Self::Whole(refusal) | Self::Branch { refusal, .. } => refusal.basis(),
            // One body accepts, passes on and answers as one.
            Self::WholeOnly { .. }
            | Self::ResultMissing { .. }
            | Self::NotJoined { .. }
            | Self::NotIssued { .. }
            | Self::NotHandedOver => Some(Basis::licensing_law(26)),
            Self::BranchOnly { command } => command.basis(),
            _ => None,
        }
    }
}
