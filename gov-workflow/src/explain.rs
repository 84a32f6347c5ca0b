//! What can be done now, and why the rest cannot.

use core::fmt;

use chrono::{DateTime, FixedOffset};

use crate::{Actor, Basis, Case, CommandKind, Procedure, Refusal, Rules};

/// What the actor can do to the case at this time (可办理的操作).
///
/// Asked of the same function that decides, so that no button is shown that would
/// be refused for the actor, the time, the state or the law; what is entered with
/// the command can still be.
///
/// ```
/// # #[cfg(feature = "china-calendar")] {
/// # use gov_identity::{CreditCode, DivisionCode, IdentityKey};
/// # use gov_workflow::*;
/// # let draft = ProcedureDraft::licensing(
/// #     ItemCode::parse("1164020010001501113000131001000").unwrap(),
/// #     "食品经营许可",
/// #     CreditCode::from_static("91640200MA0000007F"),
/// #     DivisionCode::from_static("640200"),
/// # );
/// # let rules = Rules::new(Procedure::try_new(draft).unwrap(), Calendar::china());
/// let citizen = Actor::Applicant(IdentityKey::parse("111:11010519491231002X").unwrap());
/// let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap();
/// assert_eq!(next_commands(&Case::draft(), &rules, &citizen, at), [CommandKind::Receive]);
/// # }
/// ```
#[must_use]
pub fn next_commands(
    case: &Case,
    rules: &Rules,
    actor: &Actor,
    at: DateTime<FixedOffset>,
) -> Vec<CommandKind> {
    let mut kinds = CommandKind::ALL.to_vec();
    kinds.retain(|kind| case.permit(rules, *kind, actor, at).is_ok());
    kinds
}

/// Whether the actor can do this to the case at this time, and if not, why not, on
/// which legal basis, and what would make it possible (能否办理及其原因).
#[must_use]
pub fn explain(
    case: &Case,
    rules: &Rules,
    command: CommandKind,
    actor: &Actor,
    at: DateTime<FixedOffset>,
) -> Explanation {
    let refusal = case.permit(rules, command, actor, at).err();
    Explanation::under(rules.procedure(), command, refusal)
}

/// Why something can or cannot be done (原因说明).
///
/// ```
/// use gov_workflow::{CommandKind, Explanation, Refusal};
///
/// let why = Explanation::new(CommandKind::Grant, Some(Refusal::ReviewMissing));
/// assert_eq!(
///     why.to_string(),
///     "cannot grant: nobody has reviewed the case (行政许可法 art. 34); \
///      possible when: an officer reviews the case and records an opinion",
/// );
/// assert_eq!(
///     why.zh(),
///     "不能准予许可：本办件尚无审查意见（《行政许可法》第三十四条）。办法：先由审查人员出具审查意见。",
/// );
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Explanation {
    command: CommandKind,
    refusal: Option<Refusal>,
    basis: Option<Basis>,
}

impl Explanation {
    /// Explains the outcome of a command, also one that [`Case::decide`] refused for
    /// its particulars.
    #[must_use]
    pub fn new(command: CommandKind, refusal: Option<Refusal>) -> Self {
        Self { command, refusal, basis: refusal.and_then(|refusal| refusal.basis()) }
    }

    /// As [`new`](Self::new), with the rules that are the procedure's own.
    #[must_use]
    pub fn under(procedure: &Procedure, command: CommandKind, refusal: Option<Refusal>) -> Self {
        let basis = refusal.and_then(|refusal| refusal.basis_under(procedure));
        Self { command, refusal, basis }
    }

    /// Where the law says so, if it does.
    #[must_use]
    pub const fn basis(&self) -> Option<&Basis> {
        self.basis.as_ref()
    }

    /// The command it is about.
    #[must_use]
    pub const fn command(&self) -> CommandKind {
        self.command
    }

    /// What stands in the way, if anything does.
    #[must_use]
    pub const fn refusal(&self) -> Option<Refusal> {
        self.refusal
    }

    /// The explanation in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let command = self.command.zh();
        let Some(refusal) = self.refusal else { return format!("可以{command}。") };
        let basis = self.basis.as_ref().map(|basis| format!("（{}）", basis.zh()));
        let basis = basis.unwrap_or_default();
        let reason = match refusal {
            // The command was named before.
            Refusal::WrongState { state, .. } => format!("办件处于“{}”", state.zh()),
            _ => refusal.zh(),
        };
        format!("不能{command}：{reason}{basis}。办法：{}。", refusal.remedy_zh())
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let command = self.command.english();
        let Some(refusal) = self.refusal else { return write!(f, "can {command}") };
        let text = match refusal {
            // The command was named before.
            Refusal::WrongState { state, .. } => format!("case: it is {}", state.english()),
            _ => refusal.to_string(),
        };
        let reason = text.split_once(": ").map_or(text.as_str(), |(_, reason)| reason);
        write!(f, "cannot {command}: {reason}")?;
        if let Some(basis) = &self.basis {
            write!(f, " ({basis})")?;
        }
        write!(f, "; possible when: {}", refusal.remedy())
    }
}
