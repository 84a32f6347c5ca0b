//! Which commands there are: who may give them, where the law speaks of them.

#[cfg(doc)]
use crate::Command;
use crate::{Basis, EventKind, Role};

/// A command without its particulars (操作种类).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new command")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CommandKind {
    /// [`Command::Receive`] (收件).
    Receive,
    /// [`Command::RequestSupplement`] (一次性告知补正).
    RequestSupplement,
    /// [`Command::Supplement`] (补正).
    Supplement,
    /// [`Command::Accept`] (受理).
    Accept,
    /// [`Command::DeemAccepted`] (视为受理).
    DeemAccepted,
    /// [`Command::RefuseAcceptance`] (不予受理).
    RefuseAcceptance,
    /// [`Command::StartReview`] (开始审查).
    StartReview,
    /// [`Command::RecordReview`] (出具审查意见).
    RecordReview,
    /// [`Command::Reassign`] (变更承办人).
    Reassign,
    /// [`Command::CheckOnSite`] (实地核查).
    CheckOnSite,
    /// [`Command::StartSpecialProcedure`] (启动特别程序).
    StartSpecialProcedure,
    /// [`Command::EndSpecialProcedure`] (结束特别程序).
    EndSpecialProcedure,
    /// [`Command::OfferHearing`] (告知听证权利).
    OfferHearing,
    /// [`Command::RequestHearing`] (申请听证).
    RequestHearing,
    /// [`Command::WaiveHearing`] (放弃听证).
    WaiveHearing,
    /// [`Command::ScheduleHearing`] (通知听证).
    ScheduleHearing,
    /// [`Command::HoldHearing`] (举行听证).
    HoldHearing,
    /// [`Command::NotifyThirdParty`] (告知利害关系人).
    NotifyThirdParty,
    /// [`Command::HearThirdParty`] (听取利害关系人意见).
    HearThirdParty,
    /// [`Command::WaiveThirdParty`] (记录利害关系人放弃陈述).
    WaiveThirdParty,
    /// [`Command::ExtendDecision`] (延长期限).
    ExtendDecision,
    /// [`Command::Grant`] (准予许可).
    Grant,
    /// [`Command::Refuse`] (不予许可).
    Refuse,
    /// [`Command::Issue`] (制证).
    Issue,
    /// [`Command::Deliver`] (送达).
    Deliver,
    /// [`Command::Close`] (办结).
    Close,
    /// [`Command::Withdraw`] (撤回).
    Withdraw,
    /// [`Command::AcceptTolerantly`] (容缺受理).
    AcceptTolerantly,
    /// [`Command::RevokeAcceptance`] (撤销受理).
    RevokeAcceptance,
    /// [`Command::DeemWithdrawn`] (视为撤回).
    DeemWithdrawn,
}

/// Who may give a command (有权主体).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new kind of actor")]
pub enum Doer {
    /// The applicant alone (仅申请人).
    Applicant,
    /// The applicant, or an officer at the window who enters it (申请人或窗口代录).
    ApplicantOr(Role),
    /// An officer with this role (具有该岗位职责的工作人员).
    Officer(Role),
    /// The passing of time alone (仅系统时钟).
    Clock,
}

impl CommandKind {
    /// All kinds, in the order of a case that meets every one of them.
    pub const ALL: [Self; 30] = [
        Self::Receive,
        Self::RequestSupplement,
        Self::Supplement,
        Self::Accept,
        Self::DeemAccepted,
        Self::RefuseAcceptance,
        Self::StartReview,
        Self::RecordReview,
        Self::Reassign,
        Self::CheckOnSite,
        Self::StartSpecialProcedure,
        Self::EndSpecialProcedure,
        Self::OfferHearing,
        Self::RequestHearing,
        Self::WaiveHearing,
        Self::ScheduleHearing,
        Self::HoldHearing,
        Self::NotifyThirdParty,
        Self::HearThirdParty,
        Self::WaiveThirdParty,
        Self::ExtendDecision,
        Self::Grant,
        Self::Refuse,
        Self::Issue,
        Self::Deliver,
        Self::Close,
        Self::Withdraw,
        Self::AcceptTolerantly,
        Self::RevokeAcceptance,
        Self::DeemWithdrawn,
    ];

    /// The event it asks for.
    #[must_use]
    pub const fn event(self) -> EventKind {
        match self {
            Self::Receive => EventKind::Received,
            Self::RequestSupplement => EventKind::SupplementRequested,
            Self::Supplement => EventKind::SupplementReceived,
            Self::Accept => EventKind::Accepted,
            Self::DeemAccepted => EventKind::DeemedAccepted,
            Self::RefuseAcceptance => EventKind::AcceptanceRefused,
            Self::StartReview => EventKind::ReviewStarted,
            Self::RecordReview => EventKind::ReviewRecorded,
            Self::Reassign => EventKind::Reassigned,
            Self::CheckOnSite => EventKind::OnSiteChecked,
            Self::StartSpecialProcedure => EventKind::SpecialProcedureStarted,
            Self::EndSpecialProcedure => EventKind::SpecialProcedureEnded,
            Self::OfferHearing => EventKind::HearingOffered,
            Self::RequestHearing => EventKind::HearingRequested,
            Self::WaiveHearing => EventKind::HearingWaived,
            Self::ScheduleHearing => EventKind::HearingScheduled,
            Self::HoldHearing => EventKind::HearingHeld,
            Self::NotifyThirdParty => EventKind::ThirdPartyNotified,
            Self::HearThirdParty => EventKind::ThirdPartyHeard,
            Self::WaiveThirdParty => EventKind::ThirdPartyWaived,
            Self::ExtendDecision => EventKind::DecisionExtended,
            Self::Grant => EventKind::Granted,
            Self::Refuse => EventKind::Refused,
            Self::Issue => EventKind::Issued,
            Self::Deliver => EventKind::Delivered,
            Self::Close => EventKind::Closed,
            Self::Withdraw => EventKind::Withdrawn,
            Self::AcceptTolerantly => EventKind::ToleranceAccepted,
            Self::RevokeAcceptance => EventKind::AcceptanceRevoked,
            Self::DeemWithdrawn => EventKind::DeemedWithdrawn,
        }
    }

    /// Who may give it.
    ///
    /// An officer never withdraws for an applicant, and nobody but time makes
    /// silence count.
    #[must_use]
    pub const fn doer(self) -> Doer {
        match self {
            Self::Receive | Self::Supplement | Self::RequestHearing => {
                Doer::ApplicantOr(Role::Acceptance)
            }
            Self::RequestSupplement
            | Self::Accept
            | Self::AcceptTolerantly
            | Self::RevokeAcceptance
            | Self::RefuseAcceptance => Doer::Officer(Role::Acceptance),
            Self::DeemAccepted | Self::DeemWithdrawn => Doer::Clock,
            Self::StartReview
            | Self::RecordReview
            | Self::Reassign
            | Self::CheckOnSite
            | Self::StartSpecialProcedure
            | Self::EndSpecialProcedure
            | Self::OfferHearing
            | Self::ScheduleHearing
            | Self::HoldHearing
            | Self::NotifyThirdParty
            | Self::HearThirdParty
            | Self::WaiveThirdParty => Doer::Officer(Role::Review),
            Self::ExtendDecision => Doer::Officer(Role::Head),
            Self::Grant | Self::Refuse => Doer::Officer(Role::Decision),
            Self::Issue => Doer::Officer(Role::Issuance),
            Self::Deliver | Self::Close => Doer::Officer(Role::Delivery),
            Self::Withdraw | Self::WaiveHearing => Doer::Applicant,
        }
    }

    /// Where the law speaks of it; none for closing and withdrawing, which the
    /// Licensing Law leaves to practice, and for what local statutes rule.
    #[must_use]
    pub fn basis(self) -> Option<Basis> {
        Some(Basis::licensing_law(match self {
            Self::Receive => 29,
            Self::RequestSupplement
            | Self::Supplement
            | Self::Accept
            | Self::DeemAccepted
            | Self::RefuseAcceptance => 32,
            Self::StartReview | Self::RecordReview | Self::Reassign | Self::CheckOnSite => 34,
            Self::NotifyThirdParty | Self::HearThirdParty | Self::WaiveThirdParty => 36,
            Self::Grant | Self::Refuse => 38,
            Self::ExtendDecision => 42,
            Self::Issue | Self::Deliver => 44,
            Self::StartSpecialProcedure | Self::EndSpecialProcedure => 45,
            Self::OfferHearing | Self::RequestHearing | Self::WaiveHearing => 47,
            Self::ScheduleHearing | Self::HoldHearing => 48,
            Self::Close
            | Self::Withdraw
            | Self::AcceptTolerantly
            | Self::RevokeAcceptance
            | Self::DeemWithdrawn => return None,
        }))
    }

    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Receive => "take in",
            Self::RequestSupplement => "request a supplement",
            Self::Supplement => "supplement",
            Self::Accept => "accept",
            Self::DeemAccepted => "deem accepted",
            Self::RefuseAcceptance => "refuse to accept",
            Self::StartReview => "start the review",
            Self::RecordReview => "record a review step",
            Self::Reassign => "hand on to another officer",
            Self::CheckOnSite => "record an on-site check",
            Self::StartSpecialProcedure => "start a special procedure",
            Self::EndSpecialProcedure => "end a special procedure",
            Self::OfferHearing => "offer a hearing",
            Self::RequestHearing => "request a hearing",
            Self::WaiveHearing => "waive the hearing",
            Self::ScheduleHearing => "schedule the hearing",
            Self::HoldHearing => "hold the hearing",
            Self::NotifyThirdParty => "notify a third party",
            Self::HearThirdParty => "hear a third party",
            Self::WaiveThirdParty => "record a third party's waiver",
            Self::ExtendDecision => "extend the time to decide",
            Self::Grant => "grant",
            Self::Refuse => "refuse",
            Self::Issue => "issue",
            Self::Deliver => "deliver",
            Self::Close => "close",
            Self::Withdraw => "withdraw",
            Self::AcceptTolerantly => "accept tolerantly",
            Self::RevokeAcceptance => "revoke the acceptance",
            Self::DeemWithdrawn => "deem withdrawn",
        }
    }

    /// The command in Chinese, as a button says it.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Receive => "收件",
            Self::RequestSupplement => "告知补正",
            Self::Supplement => "补正",
            Self::Accept => "受理",
            Self::DeemAccepted => "视为受理",
            Self::RefuseAcceptance => "不予受理",
            Self::StartReview => "开始审查",
            Self::RecordReview => "出具审查意见",
            Self::Reassign => "变更承办人",
            Self::CheckOnSite => "记录实地核查",
            Self::StartSpecialProcedure => "启动特别程序",
            Self::EndSpecialProcedure => "结束特别程序",
            Self::OfferHearing => "告知听证权利",
            Self::RequestHearing => "申请听证",
            Self::WaiveHearing => "放弃听证",
            Self::ScheduleHearing => "通知听证",
            Self::HoldHearing => "举行听证",
            Self::NotifyThirdParty => "告知利害关系人",
            Self::HearThirdParty => "听取利害关系人意见",
            Self::WaiveThirdParty => "记录利害关系人放弃陈述",
            Self::ExtendDecision => "延长期限",
            Self::Grant => "准予许可",
            Self::Refuse => "不予许可",
            Self::Issue => "制证",
            Self::Deliver => "送达",
            Self::Close => "办结",
            Self::Withdraw => "撤回",
            Self::AcceptTolerantly => "容缺受理",
            Self::RevokeAcceptance => "撤销受理",
            Self::DeemWithdrawn => "视为撤回",
        }
    }
}
