//! What can be done to a joint case now, and why the rest cannot.

use core::fmt;

use chrono::{DateTime, FixedOffset};

use crate::Actor;
use crate::joint::case::JointCase;
use crate::joint::command::JointCommandKind;
use crate::joint::procedure::JointRules;
use crate::joint::refusal::JointRefusal;

impl JointCase {
    /// What the actor can do to the joint case at this time (可办理的操作): to the whole,
    /// then branch by branch.
    ///
    /// Asked of the same function that decides; what is entered with the command can still
    /// be refused.
    #[must_use]
    pub fn next_commands(
        &self,
        rules: &JointRules,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Vec<JointCommandKind> {
        let mut kinds = JointCommandKind::all(rules);
        kinds.retain(|kind| self.permit(rules, kind, actor, at).is_ok());
        kinds
    }

    /// Whether the actor can do this at this time, and if not, why not, on which legal
    /// basis, and what would make it possible (能否办理及其原因).
    #[must_use]
    pub fn explain(
        &self,
        rules: &JointRules,
        command: JointCommandKind,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> JointExplanation {
        let refusal = self.permit(rules, &command, actor, at).err();
        JointExplanation::new(command, refusal)
    }
}

impl JointCommandKind {
    /// Every kind that a joint case under these rules can meet.
    #[must_use]
    pub fn all(rules: &JointRules) -> Vec<Self> {
        let mut all: Vec<_> = Self::WHOLE.into_iter().map(Self::Whole).collect();
        for place in rules.places() {
            let item = || place.item().clone();
            all.push(Self::PassOn { item: item() });
            all.extend(
                Self::BRANCH.into_iter().map(|command| Self::Branch { item: item(), command }),
            );
        }
        all.extend([Self::HandOver, Self::Close]);
        all
    }
}

/// Why something can or cannot be done to a joint case (联办原因说明).
///
/// ```
/// use gov_workflow::{JointCommandKind, JointExplanation, JointRefusal};
///
/// let why = JointExplanation::new(
///     JointCommandKind::HandOver,
///     Some(JointRefusal::NotJoined { position: 2 }),
/// );
/// assert_eq!(
///     why.to_string(),
///     "cannot hand over: branch 2 is not decided (行政许可法 art. 26); \
///      possible when: branch 2 is decided first",
/// );
/// assert_eq!(
///     why.zh(),
///     "不能统一送达：第2项联办事项尚未作出决定（《行政许可法》第二十六条）。办法：先对第2项联办事项作出决定。",
/// );
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct JointExplanation {
    command: JointCommandKind,
    refusal: Option<JointRefusal>,
}

impl JointExplanation {
    /// Explains the outcome of a command, also one that [`JointCase::decide`] refused for
    /// its particulars.
    #[must_use]
    pub const fn new(command: JointCommandKind, refusal: Option<JointRefusal>) -> Self {
        Self { command, refusal }
    }

    /// The command it is about.
    #[must_use]
    pub const fn command(&self) -> &JointCommandKind {
        &self.command
    }

    /// What stands in the way, if anything does.
    #[must_use]
    pub const fn refusal(&self) -> Option<JointRefusal> {
        self.refusal
    }

    /// The explanation in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let command = self.command.zh();
        let Some(refusal) = self.refusal else { return format!("可以{command}。") };
        let basis = refusal.basis().map(|basis| format!("（{}）", basis.zh())).unwrap_or_default();
        format!("不能{command}：{}{basis}。办法：{}。", refusal.zh(), refusal.remedy_zh())
    }
}

impl fmt::Display for JointExplanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let command = self.command.english();
        let Some(refusal) = self.refusal else { return write!(f, "can {command}") };
        let text = refusal.to_string();
        let reason = match refusal {
            // Which branch it is must be said.
            JointRefusal::Branch { .. } => text.as_str(),
            _ => text.split_once(": ").map_or(text.as_str(), |(_, reason)| reason),
        };
        write!(f, "cannot {command}: {reason}")?;
        if let Some(basis) = refusal.basis() {
            write!(f, " ({basis})")?;
        }
        write!(f, "; possible when: {}", refusal.remedy())
    }
}
