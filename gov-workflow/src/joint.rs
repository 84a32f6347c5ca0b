//! One application, several bodies (并联审批、一件事): a joint case is made of cases.
//!
//! The lead takes in, tells once what is missing, accepts for all and hands over all
//! results; each branch is a [`Case`](crate::Case) of its own body, with its own clock and
//! its own separation of duties. There is no second law: what happens to a branch happens
//! to its case, through the same functions.

mod case;
mod command;
mod decide;
mod due;
mod event;
mod explain;
mod fault;
mod procedure;
mod progress;
mod refusal;
mod supervision;

pub use self::case::{JointCase, JointOutcome, JointState, JointTransitionError};
pub use self::command::{JointCommand, JointCommandKind};
pub use self::due::{BranchDue, JointDeadline, JointDue};
pub use self::event::{JointEvent, JointFact};
pub use self::explain::JointExplanation;
pub use self::fault::JointFault;
pub use self::procedure::{Branch, JointDraft, JointProcedure, JointRules};
pub use self::progress::{JointBranchProgress, JointProgress};
pub use self::refusal::JointRefusal;
