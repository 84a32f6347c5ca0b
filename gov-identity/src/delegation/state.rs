//! Where a delegation can stand, and what can happen to it there.

use core::fmt;

/// Where a delegation stands (授权状态).
///
/// ```text
/// Proposed ─ Confirm ─▶ Confirmed ─ Suspend ─▶ Suspended
///                        │    ▲                    │
///                        │    └────── Resume ──────┘
///                        └─ Consume ─▶ Consumed
/// ```
///
/// `Revoke` and `Expire` lead from every state that is not final to `Revoked`
/// and `Expired`.
///
/// ```
/// use gov_identity::{DelegationEvent, DelegationState};
///
/// let state = DelegationState::Proposed.after(DelegationEvent::Confirm);
/// assert_eq!(state, Ok(DelegationState::Confirmed));
/// assert!(DelegationState::Revoked.after(DelegationEvent::Resume).is_err());
/// ```
#[doc(alias = "授权状态")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new state")]
pub enum DelegationState {
    /// Proposed, waiting for the delegate (待确认).
    Proposed,
    /// Confirmed by the delegate and in force (已确认).
    Confirmed,
    /// Out of force for a time (已停用).
    Suspended,
    /// Taken back, or given up by the delegate (已撤销).
    Revoked,
    /// Its period is over (已过期).
    Expired,
    /// Used, and good for one time only (已使用).
    Consumed,
}

/// What happens to a delegation (授权环节).
#[doc(alias = "授权环节")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new event")]
pub enum DelegationEvent {
    /// The delegate accepts (确认).
    Confirm,
    /// Put out of force for a time (停用).
    Suspend,
    /// Put in force again (恢复).
    Resume,
    /// Taken back, refused or given up (撤销).
    Revoke,
    /// The period is over (过期).
    Expire,
    /// Used, where it is good for one time (使用).
    Consume,
}

/// The event cannot happen to a delegation in this state.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("delegation: {} cannot happen to one that is {}", .event.code(), .from.code())]
pub struct DelegationStateError {
    from: DelegationState,
    event: DelegationEvent,
}

impl DelegationState {
    /// All states, in the order above.
    pub const ALL: [Self; 6] = [
        Self::Proposed,
        Self::Confirmed,
        Self::Suspended,
        Self::Revoked,
        Self::Expired,
        Self::Consumed,
    ];

    /// The state after an event: the whole law of a delegation. What it does
    /// not list cannot happen.
    ///
    /// # Errors
    ///
    /// When the event cannot happen in this state.
    pub const fn after(self, event: DelegationEvent) -> Result<Self, DelegationStateError> {
        use DelegationEvent::{Confirm, Consume, Expire, Resume, Revoke, Suspend};
        Ok(match (self, event) {
            (Self::Proposed, Confirm) | (Self::Suspended, Resume) => Self::Confirmed,
            (Self::Confirmed, Suspend) => Self::Suspended,
            (Self::Confirmed, Consume) => Self::Consumed,
            (from, Revoke) if !from.is_final() => Self::Revoked,
            (from, Expire) if !from.is_final() => Self::Expired,
            (from, event) => return Err(DelegationStateError { from, event }),
        })
    }

    /// Whether nothing can happen any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Self::Proposed | Self::Confirmed | Self::Suspended => false,
            Self::Revoked | Self::Expired | Self::Consumed => true,
        }
    }

    /// The state as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Confirmed => "confirmed",
            Self::Suspended => "suspended",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::Consumed => "consumed",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Proposed => "待确认",
            Self::Confirmed => "已确认",
            Self::Suspended => "已停用",
            Self::Revoked => "已撤销",
            Self::Expired => "已过期",
            Self::Consumed => "已使用",
        }
    }
}

impl DelegationEvent {
    /// All events, in the order above.
    pub const ALL: [Self; 6] =
        [Self::Confirm, Self::Suspend, Self::Resume, Self::Revoke, Self::Expire, Self::Consume];

    /// The event as a word that programs can rely on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Suspend => "suspend",
            Self::Resume => "resume",
            Self::Revoke => "revoke",
            Self::Expire => "expire",
            Self::Consume => "consume",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Confirm => "确认",
            Self::Suspend => "停用",
            Self::Resume => "恢复",
            Self::Revoke => "撤销",
            Self::Expire => "过期",
            Self::Consume => "使用",
        }
    }
}

impl DelegationStateError {
    /// The state the delegation stayed in.
    #[must_use]
    pub const fn from(&self) -> DelegationState {
        self.from
    }

    /// The event that was refused.
    #[must_use]
    pub const fn event(&self) -> DelegationEvent {
        self.event
    }

    /// The error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "not-possible"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

struct Chinese(DelegationStateError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DelegationStateError { from, event } = self.0;
        write!(f, "代办授权{}，不能{}", from.zh(), event.zh())
    }
}
