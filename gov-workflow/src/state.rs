//! Where a case can stand, and what can happen to it there.

use crate::EventKind;

/// Where a case stands (办件状态).
///
/// ```text
/// Draft ─ Received ─▶ Submitted ─┬─ SupplementRequested ─▶ SupplementRequested
///                         ▲      │                               │
///                         └──────┼── SupplementCompleted ────────┤
///                                ├─ AcceptanceRefused ─▶ NotAccepted
///                                └─ Accepted, DeemedAccepted ─▶ Accepted
///
/// Accepted ─ ReviewStarted ─▶ InReview        both: Granted ─▶ Granted, Refused ─▶ Refused
///
/// InReview ─ SpecialProcedureStarted ─▶ Suspended ─ Resumed ─▶ InReview
///
/// Granted ─ Issued ─▶ Issued ─┬─ Delivered ─▶ Delivered ─ Closed ─▶ Closed
///                   Refused ──┘
/// ```
///
/// `ToleranceAccepted` leads where `Accepted` leads; from there to the decision,
/// `AcceptanceRevoked` leads to `NotAccepted`, `DeemedWithdrawn` to `DeemedWithdrawn`, and
/// `Forwarded` to `Forwarded`. `NotNeeded` leads where `AcceptanceRefused` leads, to a state
/// of its own; a supplement that never comes can also be refused or deemed withdrawn.
/// `Withdrawn` and `Terminated` lead from every state before the decision to their own,
/// `DeemedRenewed` to `Granted`; `Voided` from every state before `Closed` to `Voided`; `Revoked`
/// from what was granted to `Revoked`. The hearing, the third parties and the extension
/// happen inside the states from `Accepted` to the decision.
///
/// ```
/// use gov_workflow::{EventKind, State};
///
/// assert_eq!(State::Submitted.after(EventKind::Accepted), Ok(State::Accepted));
/// assert!(State::Submitted.after(EventKind::Granted).is_err(), "acceptance comes first");
/// ```
#[doc(alias = "办件状态")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new state")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum State {
    /// Nothing has been handed in (草稿).
    Draft,
    /// Handed in, not yet accepted; five working days run (已提交).
    Submitted,
    /// Waiting for what the applicant was told to add (待补正).
    SupplementRequested,
    /// Refused at the door (不予受理).
    NotAccepted,
    /// Accepted, by the body or by its silence; the clock to decide runs (已受理).
    Accepted,
    /// Being examined (审查中).
    InReview,
    /// In a special procedure; the clock to decide stands still (特别程序).
    Suspended,
    /// Decided in favor; the clock to deliver runs (准予许可).
    Granted,
    /// Decided against (不予许可).
    Refused,
    /// The license is made (已制证).
    Issued,
    /// The result is in the applicant's hands (已送达).
    Delivered,
    /// Finished (办结).
    Closed,
    /// Taken back by the applicant (已撤回).
    Withdrawn,
    /// Taken back by silence: what was promised did not come (视为撤回).
    DeemedWithdrawn,
    /// No license is needed (无需许可).
    NotNeeded,
    /// Ended without a decision, which nobody could take (终止).
    Terminated,
    /// Declared void for a technical error (作废).
    Voided,
    /// Reviewed here, decided by the upper level (已转报).
    Forwarded,
    /// What was granted is revoked (已撤销).
    Revoked,
}

impl State {
    /// All states, in the order of the diagram.
    pub const ALL: [Self; 19] = [
        Self::Draft,
        Self::Submitted,
        Self::SupplementRequested,
        Self::NotAccepted,
        Self::Accepted,
        Self::InReview,
        Self::Suspended,
        Self::Granted,
        Self::Refused,
        Self::Issued,
        Self::Delivered,
        Self::Closed,
        Self::Withdrawn,
        Self::DeemedWithdrawn,
        Self::NotNeeded,
        Self::Terminated,
        Self::Voided,
        Self::Forwarded,
        Self::Revoked,
    ];

    /// The state after an event of this kind.
    ///
    /// This function is the whole law of the case: what it does not list cannot
    /// happen. What it lists can still be forbidden, by the guards of
    /// [`Case::decide`](crate::Case::decide).
    ///
    /// # Errors
    ///
    /// When such an event cannot happen in this state.
    #[expect(clippy::match_same_arms, reason = "a line for each line of the diagram")]
    pub const fn after(self, event: EventKind) -> Result<Self, TransitionError> {
        use EventKind as On;
        use State as To;
        Ok(match (self, event) {
            (To::Draft, On::Received) => To::Submitted,
            (
                To::Submitted,
                On::TakenOver | On::RenewalRequested | On::PromiseMade | On::PreChecked,
            ) => To::Submitted,
            (
                from @ (To::NotAccepted
                | To::NotNeeded
                | To::Accepted
                | To::InReview
                | To::Suspended),
                On::VoucherHandedOut,
            ) => from,
            (from @ (To::Submitted | To::SupplementRequested), On::CorrectedOnTheSpot) => from,
            (To::Submitted, On::SupplementRequested) => To::SupplementRequested,
            (To::SupplementRequested, On::SupplementCompleted) => To::Submitted,
            (To::Submitted | To::SupplementRequested, On::AcceptanceRefused) => To::NotAccepted,
            (To::Submitted | To::SupplementRequested, On::NotNeeded) => To::NotNeeded,
            (To::SupplementRequested, On::DeemedWithdrawn) => To::DeemedWithdrawn,
            (To::SupplementRequested, On::Refused) => To::Refused,
            (To::Submitted, On::Accepted | On::DeemedAccepted | On::ToleranceAccepted) => {
                To::Accepted
            }
            (To::Accepted | To::InReview | To::Suspended, On::AcceptanceRevoked) => To::NotAccepted,
            (To::Accepted | To::InReview | To::Suspended, On::DeemedWithdrawn) => {
                To::DeemedWithdrawn
            }
            (To::Accepted, On::ReviewStarted) => To::InReview,
            (To::InReview, On::ReviewRecorded | On::OnSiteChecked) => To::InReview,
            (To::InReview | To::Suspended, On::SpecialProcedureStarted) => To::Suspended,
            (To::Suspended, On::SpecialProcedureEnded) => To::Suspended,
            (To::Suspended, On::Resumed) => To::InReview,
            (
                from @ (To::Accepted | To::InReview | To::Suspended),
                On::HearingOffered
                | On::HearingRequested
                | On::ThirdPartyHearingRequested
                | On::HearingWaived
                | On::HearingScheduled
                | On::HearingHeld
                | On::HearingAnnounced
                | On::ThirdPartyNotified
                | On::ThirdPartyHeard
                | On::ThirdPartyWaived
                | On::InspectorsNamed
                | On::SelectionRecorded
                | On::DecisionExtended
                | On::Reassigned,
            ) => from,
            (
                from @ (To::Accepted
                | To::InReview
                | To::Suspended
                | To::Granted
                | To::Issued
                | To::Delivered),
                On::FeePaid,
            ) => from,
            (
                from @ (To::Accepted
                | To::InReview
                | To::Suspended
                | To::Granted
                | To::Refused
                | To::Issued
                | To::Delivered),
                On::DelayExplained,
            ) => from,
            (To::Accepted | To::InReview, On::Forwarded) => To::Forwarded,
            (To::Accepted | To::InReview, On::Granted) => To::Granted,
            (To::Accepted | To::InReview, On::Refused) => To::Refused,
            (To::Granted, On::Issued) => To::Issued,
            (To::Issued | To::Refused, On::Delivered) => To::Delivered,
            (To::Delivered, On::Closed) => To::Closed,
            (from, On::SupplementReceived | On::FalsehoodFound) if from.is_undecided() => from,
            (from, On::Withdrawn) if from.is_undecided() => To::Withdrawn,
            (from, On::Terminated) if from.is_undecided() => To::Terminated,
            (from, On::DeemedRenewed) if from.is_undecided() => To::Granted,
            (from, On::VoidProposed) if from.is_open() => from,
            (from, On::Voided) if from.is_open() => To::Voided,
            (from, On::ClericalErrorCorrected) if from.is_decided() => from,
            (from, On::PromiseChecked | On::RectificationOrdered) if from.is_granted() => from,
            (from, On::Revoked) if from.is_granted() => To::Revoked,
            (from, event) => return Err(TransitionError { from, event }),
        })
    }

    /// Whether a decision is still to come (决定作出前).
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(
            self,
            Self::Submitted
                | Self::SupplementRequested
                | Self::Accepted
                | Self::InReview
                | Self::Suspended
        )
    }

    /// Whether a decision was taken and still stands (决定作出后).
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Refused) || self.is_granted()
    }

    /// Whether something may have been granted that still stands. What was delivered
    /// and closed can be a refusal, too.
    const fn is_granted(self) -> bool {
        matches!(self, Self::Granted | Self::Issued | Self::Delivered | Self::Closed)
    }

    /// Whether the case is under way: taken in and not yet over.
    const fn is_open(self) -> bool {
        self.is_undecided() || (self.is_decided() && !self.is_final())
    }

    /// Whether the case is over (办件终结). What was closed can still be corrected, checked
    /// and revoked; nothing else happens to it any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::NotAccepted
                | Self::NotNeeded
                | Self::Closed
                | Self::Withdrawn
                | Self::DeemedWithdrawn
                | Self::Terminated
                | Self::Voided
                | Self::Forwarded
                | Self::Revoked
        )
    }

    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Draft => "a draft",
            Self::Submitted => "submitted",
            Self::SupplementRequested => "waiting for supplements",
            Self::NotAccepted => "not accepted",
            Self::Accepted => "accepted",
            Self::InReview => "in review",
            Self::Suspended => "in a special procedure",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Issued => "issued",
            Self::Delivered => "delivered",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::DeemedWithdrawn => "deemed withdrawn",
            Self::NotNeeded => "without need of a license",
            Self::Terminated => "terminated",
            Self::Voided => "void",
            Self::Forwarded => "forwarded",
            Self::Revoked => "revoked",
        }
    }

    /// The state in Chinese, as the applicant reads it.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Submitted => "已提交",
            Self::SupplementRequested => "待补正",
            Self::NotAccepted => "不予受理",
            Self::Accepted => "已受理",
            Self::InReview => "审查中",
            Self::Suspended => "特别程序",
            Self::Granted => "准予许可",
            Self::Refused => "不予许可",
            Self::Issued => "已制证",
            Self::Delivered => "已送达",
            Self::Closed => "办结",
            Self::Withdrawn => "已撤回",
            Self::DeemedWithdrawn => "视为撤回",
            Self::NotNeeded => "无需许可",
            Self::Terminated => "终止",
            Self::Voided => "作废",
            Self::Forwarded => "已转报",
            Self::Revoked => "已撤销",
        }
    }
}

/// The event cannot happen in this state.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("case: {event:?} cannot happen to a case that is {}", .from.english())]
pub struct TransitionError {
    from: State,
    event: EventKind,
}

impl TransitionError {
    /// The state the case stayed in.
    #[must_use]
    pub const fn from(&self) -> State {
        self.from
    }

    /// The event that does not fit.
    #[must_use]
    pub const fn event(&self) -> EventKind {
        self.event
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "transition"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("办件处于“{}”，不能发生“{}”", self.from.zh(), self.event.zh())
    }
}
