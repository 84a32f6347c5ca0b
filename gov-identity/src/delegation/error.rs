//! Why a delegation was not made, and why one does not cover.

use core::fmt;

use super::DelegationStateError;

/// Why a delegation was not made or a step not recorded; the first in this list.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DelegationError {
    /// An organization does not act; a person does.
    #[error("delegation: the delegate is not a person")]
    DelegateNotAPerson,
    /// Somebody would act for themselves, or grant it to themselves.
    #[error("delegation: the delegate is the principal or grants it to themselves")]
    ToOneself,
    /// The period ends before it begins.
    #[error("delegation: the period ends before it begins")]
    Period,
    /// Passed on without the principal's leave.
    #[error("delegation: the delegate may not pass it on (民法典 art. 169)")]
    RedelegationNotAllowed,
    /// Passed on by somebody else, for another principal, or under another name
    /// of the parent; or proposed anew with a parent.
    #[error("delegation: it does not follow from the one it is passed on from")]
    NotFromParent,
    /// Passed on for more, or for longer.
    #[error("delegation: it reaches further than the one it is passed on from")]
    Wider,
    /// A step earlier than the one before it.
    #[error("delegation: the step is earlier than the one before it")]
    Backwards,
    /// The event cannot happen in the state of that instant.
    #[error(transparent)]
    State(#[from] DelegationStateError),
    /// Only the delegate confirms and uses; only who granted it or the
    /// principal suspends and resumes; only one of the three revokes.
    #[error("delegation: it is not for this person to do that")]
    WrongPerson,
    /// The period is not over.
    #[error("delegation: the period is not over")]
    NotOver,
    /// Used up though it is good for more than one time, or before it begins.
    #[error("delegation: it is not used up by one use, or has not begun")]
    NotUsedUp,
}

/// Why somebody may not act under a delegation (无权代办); the first in this
/// list.
///
/// The basis of each is 民法典 art. 171: who has no power to act, goes beyond
/// it, or acts after it ended, does not bind the principal.
#[doc(alias = "无权代办")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NotDelegated {
    /// The delegate has not confirmed it.
    #[error("delegation: not confirmed by the delegate (民法典 art. 171)")]
    Proposed,
    /// It is out of force for a time.
    #[error("delegation: suspended (民法典 art. 171)")]
    Suspended,
    /// It was taken back.
    #[error("delegation: revoked (民法典 art. 171)")]
    Revoked,
    /// Its period is over.
    #[error("delegation: expired (民法典 art. 171)")]
    Expired,
    /// It was good for one time.
    #[error("delegation: used already (民法典 art. 171)")]
    Consumed,
    /// Its period has not begun.
    #[error("delegation: not yet in force (民法典 art. 171)")]
    NotBegun,
    /// The item is not among those delegated.
    #[error("delegation: the item is not included (民法典 art. 171)")]
    Item,
    /// The division is not among those delegated.
    #[error("delegation: the division is not included (民法典 art. 171)")]
    Division,
    /// The role is not among those delegated, or none was named.
    #[error("delegation: the role is not included (民法典 art. 171)")]
    Role,
    /// The delegation that it is passed on from was not given, is not the one
    /// it names, or does not allow it.
    #[error("delegation: the one it is passed on from is missing (民法典 art. 171)")]
    Parent,
}

impl DelegationError {
    /// The error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DelegateNotAPerson => "delegate-not-a-person",
            Self::ToOneself => "to-oneself",
            Self::Period => "period",
            Self::RedelegationNotAllowed => "redelegation-not-allowed",
            Self::NotFromParent => "not-from-parent",
            Self::Wider => "wider",
            Self::Backwards => "backwards",
            Self::State(error) => error.code(),
            Self::WrongPerson => "wrong-person",
            Self::NotOver => "not-over",
            Self::NotUsedUp => "not-used-up",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl NotDelegated {
    /// All reasons, in the order in which they are looked at.
    pub const ALL: [Self; 10] = [
        Self::Proposed,
        Self::Suspended,
        Self::Revoked,
        Self::Expired,
        Self::Consumed,
        Self::NotBegun,
        Self::Item,
        Self::Division,
        Self::Role,
        Self::Parent,
    ];

    /// The reason as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Suspended => "suspended",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::Consumed => "consumed",
            Self::NotBegun => "not-begun",
            Self::Item => "item",
            Self::Division => "division",
            Self::Role => "role",
            Self::Parent => "parent",
        }
    }

    /// The legal basis.
    #[must_use]
    pub const fn basis(&self) -> &'static str {
        "民法典 art. 171"
    }

    /// The reason as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        ChineseReason(*self)
    }
}

struct Chinese(DelegationError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.0 {
            DelegationError::State(error) => return error.zh().fmt(f),
            DelegationError::DelegateNotAPerson => "受托人应为自然人",
            DelegationError::ToOneself => "受托人不得为委托人或授权人本人",
            DelegationError::Period => "有效期的截止时间应晚于起始时间",
            DelegationError::RedelegationNotAllowed => "不得转委托（依据民法典第169条）",
            DelegationError::NotFromParent => "与原授权不相衔接",
            DelegationError::Wider => "超出原授权的范围或期限",
            DelegationError::Backwards => "该环节早于上一环节",
            DelegationError::WrongPerson => "该环节不应由此人办理",
            DelegationError::NotOver => "有效期尚未届满",
            DelegationError::NotUsedUp => "并非一次性授权，或尚未生效",
        };
        write!(f, "代办授权：{reason}")
    }
}

struct ChineseReason(NotDelegated);

impl fmt::Display for ChineseReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.0 {
            NotDelegated::Proposed => "受托人尚未确认",
            NotDelegated::Suspended => "已停用",
            NotDelegated::Revoked => "已撤销",
            NotDelegated::Expired => "已过期",
            NotDelegated::Consumed => "一次性授权已使用",
            NotDelegated::NotBegun => "尚未生效",
            NotDelegated::Item => "不包括该事项",
            NotDelegated::Division => "不包括该区域",
            NotDelegated::Role => "不包括该角色",
            NotDelegated::Parent => "缺少其所依据的原授权",
        };
        write!(f, "代办授权：{reason}（依据民法典第171条）")
    }
}
