//! What somebody wants to happen to a joint case.

use gov_identity::IdentityKey;

use crate::joint::event::JointFact;
use crate::{Command, CommandKind, EventKind, ItemCode};
use crate::{DeliveryWay, Fact};

/// What somebody wants to happen to a joint case (联办操作).
///
/// ```
/// use gov_workflow::{Command, CommandKind, JointCommand, JointCommandKind};
///
/// let accept = JointCommand::Whole(Command::Accept);
/// assert_eq!(accept.kind(), JointCommandKind::Whole(CommandKind::Accept));
/// ```
#[doc(alias = "联办操作")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new command")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum JointCommand {
    /// To the application as a whole (整体): [`JointCommandKind::WHOLE`].
    Whole(Command),
    /// To one branch, by its own body or by the applicant: [`JointCommandKind::BRANCH`].
    Branch {
        /// Its item.
        item: ItemCode,
        /// What.
        command: Command,
    },
    /// Tell the body of a later branch that the results it needs are there, which is its
    /// receipt and its acceptance (前置办结告知).
    PassOn {
        /// Its item.
        item: ItemCode,
        /// The number of the notice.
        notice: String,
    },
    /// Hand over all results together (统一送达).
    HandOver {
        /// In which way.
        way: DeliveryWay,
        /// To whom.
        receiver: IdentityKey,
    },
    /// Finish (办结).
    Close,
}

/// A joint command without its particulars (联办操作种类).
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new command")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum JointCommandKind {
    /// [`JointCommand::Whole`] (整体).
    Whole(CommandKind),
    /// [`JointCommand::Branch`] (联办事项).
    Branch {
        /// Its item.
        item: ItemCode,
        /// What.
        command: CommandKind,
    },
    /// [`JointCommand::PassOn`] (前置办结告知).
    PassOn {
        /// Its item.
        item: ItemCode,
    },
    /// [`JointCommand::HandOver`] (统一送达).
    HandOver,
    /// [`JointCommand::Close`] (办结).
    Close,
}

impl JointCommand {
    /// Which kind of command this is.
    #[must_use]
    pub fn kind(&self) -> JointCommandKind {
        match self {
            Self::Whole(command) => JointCommandKind::Whole(command.kind()),
            Self::Branch { item, command } => {
                JointCommandKind::Branch { item: item.clone(), command: command.kind() }
            }
            Self::PassOn { item, .. } => JointCommandKind::PassOn { item: item.clone() },
            Self::HandOver { .. } => JointCommandKind::HandOver,
            Self::Close => JointCommandKind::Close,
        }
    }
}

impl JointCommandKind {
    /// What is done to the application as a whole.
    ///
    /// Deliberately absent: tolerant acceptance, which the bodies would have to agree on.
    pub const WHOLE: [CommandKind; 13] = [
        CommandKind::Receive,
        CommandKind::PreCheck,
        CommandKind::CorrectOnTheSpot,
        CommandKind::RequestSupplement,
        CommandKind::Supplement,
        CommandKind::Accept,
        CommandKind::DeemAccepted,
        CommandKind::RefuseAcceptance,
        CommandKind::DeclareNotNeeded,
        CommandKind::HandOutVoucher,
        CommandKind::ExtendDecision,
        CommandKind::ExplainDelay,
        CommandKind::Withdraw,
    ];

    /// What is done to one branch, once it has begun; taking it back also before. What was
    /// decided can be corrected and revoked also when the joint case is closed.
    pub const BRANCH: [CommandKind; 29] = [
        CommandKind::StartReview,
        CommandKind::RecordReview,
        CommandKind::Reassign,
        CommandKind::CheckOnSite,
        CommandKind::StartSpecialProcedure,
        CommandKind::EndSpecialProcedure,
        CommandKind::OfferHearing,
        CommandKind::RequestHearing,
        CommandKind::RequestThirdPartyHearing,
        CommandKind::WaiveHearing,
        CommandKind::ScheduleHearing,
        CommandKind::HoldHearing,
        CommandKind::AnnounceHearing,
        CommandKind::NotifyThirdParty,
        CommandKind::HearThirdParty,
        CommandKind::WaiveThirdParty,
        CommandKind::ExtendDecision,
        CommandKind::Grant,
        CommandKind::Refuse,
        CommandKind::Issue,
        CommandKind::NameInspectors,
        CommandKind::RecordSelection,
        CommandKind::RecordFalsehood,
        CommandKind::RecordPayment,
        CommandKind::Terminate,
        CommandKind::Withdraw,
        CommandKind::ExplainDelay,
        CommandKind::CorrectClericalError,
        CommandKind::Revoke,
    ];

    pub(crate) const fn english(&self) -> &'static str {
        match self {
            Self::Whole(command) | Self::Branch { command, .. } => command.english(),
            Self::PassOn { .. } => "pass on",
            Self::HandOver => "hand over",
            Self::Close => "close",
        }
    }

    /// The command in Chinese, as a button says it.
    #[must_use]
    pub const fn zh(&self) -> &'static str {
        match self {
            Self::Whole(command) | Self::Branch { command, .. } => command.zh(),
            Self::PassOn { .. } => "告知前置事项办结",
            Self::HandOver => "统一送达",
            Self::Close => "办结",
        }
    }
}

/// Whether such a thing can be told of the whole at all.
pub(crate) fn happens_to_whole(fact: &Fact) -> bool {
    let kind = fact.kind();
    // They come with a supplement and with a refusal to accept.
    matches!(kind, EventKind::SupplementCompleted | EventKind::FalsehoodFound)
        || JointCommandKind::WHOLE.iter().any(|command| command.event() == kind)
}

/// Whether such a thing can be told of a branch at all.
pub(crate) fn happens_to_branch(fact: &Fact) -> bool {
    let kind = fact.kind();
    let by_the_lead = matches!(
        kind,
        EventKind::Received
            | EventKind::SupplementReceived
            | EventKind::Accepted
            | EventKind::DeemedAccepted
            | EventKind::Resumed
            | EventKind::Delivered
            | EventKind::Closed
    );
    by_the_lead || JointCommandKind::BRANCH.iter().any(|command| command.event() == kind)
}

impl JointFact {
    /// The fact of a branch.
    pub(crate) fn of(item: &ItemCode, fact: Fact) -> Self {
        Self::Branch { item: item.clone(), fact }
    }
}
