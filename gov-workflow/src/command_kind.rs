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
    /// [`Command::RequestThirdPartyHearing`] (利害关系人要求听证).
    RequestThirdPartyHearing,
    /// [`Command::WaiveHearing`] (放弃听证).
    WaiveHearing,
    /// [`Command::ScheduleHearing`] (通知听证).
    ScheduleHearing,
    /// [`Command::AnnounceHearing`] (公告听证).
    AnnounceHearing,
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
    /// [`Command::DeclareNotNeeded`](crate::Command::DeclareNotNeeded) (告知无需许可).
    DeclareNotNeeded,
    /// [`Command::CorrectOnTheSpot`](crate::Command::CorrectOnTheSpot) (当场更正).
    CorrectOnTheSpot,
    /// [`Command::MakePromise`](crate::Command::MakePromise) (告知承诺).
    MakePromise,
    /// [`Command::CheckPromise`](crate::Command::CheckPromise) (核查承诺).
    CheckPromise,
    /// [`Command::OrderRectification`](crate::Command::OrderRectification) (责令限期整改).
    OrderRectification,
    /// [`Command::Revoke`](crate::Command::Revoke) (撤销许可).
    Revoke,
    /// [`Command::Terminate`](crate::Command::Terminate) (终止办理).
    Terminate,
    /// [`Command::ProposeVoid`](crate::Command::ProposeVoid) (提请作废).
    ProposeVoid,
    /// [`Command::Void`](crate::Command::Void) (作废).
    Void,
    /// [`Command::Forward`](crate::Command::Forward) (初审转报).
    Forward,
    /// [`Command::TakeOver`](crate::Command::TakeOver) (接收转报).
    TakeOver,
    /// [`Command::ReceiveRenewal`](crate::Command::ReceiveRenewal) (收件（延续）).
    ReceiveRenewal,
    /// [`Command::DeemRenewed`](crate::Command::DeemRenewed) (视为准予延续).
    DeemRenewed,
    /// [`Command::NameInspectors`](crate::Command::NameInspectors) (指派检验检测检疫人员).
    NameInspectors,
    /// [`Command::RecordSelection`](crate::Command::RecordSelection) (记录招标拍卖考试结果).
    RecordSelection,
    /// [`Command::CorrectClericalError`](crate::Command::CorrectClericalError) (更正).
    CorrectClericalError,
    /// [`Command::RecordFalsehood`](crate::Command::RecordFalsehood) (记录虚假材料).
    RecordFalsehood,
    /// [`Command::RecordPayment`](crate::Command::RecordPayment) (收费).
    RecordPayment,
    /// [`Command::PreCheck`](crate::Command::PreCheck) (网上预审).
    PreCheck,
    /// [`Command::HandOutVoucher`](crate::Command::HandOutVoucher) (出具书面凭证).
    HandOutVoucher,
    /// [`Command::ExplainDelay`](crate::Command::ExplainDelay) (公开说明超期理由).
    ExplainDelay,
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
    pub const ALL: [Self; 53] = [
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
        Self::RequestThirdPartyHearing,
        Self::WaiveHearing,
        Self::ScheduleHearing,
        Self::AnnounceHearing,
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
        Self::DeclareNotNeeded,
        Self::CorrectOnTheSpot,
        Self::MakePromise,
        Self::CheckPromise,
        Self::OrderRectification,
        Self::Revoke,
        Self::Terminate,
        Self::ProposeVoid,
        Self::Void,
        Self::Forward,
        Self::TakeOver,
        Self::ReceiveRenewal,
        Self::DeemRenewed,
        Self::NameInspectors,
        Self::RecordSelection,
        Self::CorrectClericalError,
        Self::RecordFalsehood,
        Self::RecordPayment,
        Self::PreCheck,
        Self::HandOutVoucher,
        Self::ExplainDelay,
    ];

    /// The event it asks for; the first of those it asks for.
    #[must_use]
    pub const fn event(self) -> EventKind {
        match self {
            Self::Receive | Self::TakeOver | Self::ReceiveRenewal => EventKind::Received,
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
            Self::RequestThirdPartyHearing => EventKind::ThirdPartyHearingRequested,
            Self::WaiveHearing => EventKind::HearingWaived,
            Self::ScheduleHearing => EventKind::HearingScheduled,
            Self::AnnounceHearing => EventKind::HearingAnnounced,
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
            Self::DeclareNotNeeded => EventKind::NotNeeded,
            Self::CorrectOnTheSpot => EventKind::CorrectedOnTheSpot,
            Self::MakePromise => EventKind::PromiseMade,
            Self::CheckPromise => EventKind::PromiseChecked,
            Self::OrderRectification => EventKind::RectificationOrdered,
            Self::Revoke => EventKind::Revoked,
            Self::Terminate => EventKind::Terminated,
            Self::ProposeVoid => EventKind::VoidProposed,
            Self::Void => EventKind::Voided,
            Self::Forward => EventKind::Forwarded,
            Self::DeemRenewed => EventKind::DeemedRenewed,
            Self::NameInspectors => EventKind::InspectorsNamed,
            Self::RecordSelection => EventKind::SelectionRecorded,
            Self::CorrectClericalError => EventKind::ClericalErrorCorrected,
            Self::RecordFalsehood => EventKind::FalsehoodFound,
            Self::RecordPayment => EventKind::FeePaid,
            Self::PreCheck => EventKind::PreChecked,
            Self::HandOutVoucher => EventKind::VoucherHandedOut,
            Self::ExplainDelay => EventKind::DelayExplained,
        }
    }

    /// Who may give it.
    ///
    /// An officer never withdraws for an applicant, and nobody but time makes
    /// silence count.
    #[must_use]
    pub const fn doer(self) -> Doer {
        match self {
            Self::Receive
            | Self::Supplement
            | Self::RequestHearing
            | Self::CorrectOnTheSpot
            | Self::MakePromise
            | Self::ReceiveRenewal => Doer::ApplicantOr(Role::Acceptance),
            Self::RequestSupplement
            | Self::Accept
            | Self::AcceptTolerantly
            | Self::RevokeAcceptance
            | Self::RefuseAcceptance
            | Self::DeclareNotNeeded
            | Self::ProposeVoid
            | Self::TakeOver
            | Self::PreCheck
            | Self::HandOutVoucher => Doer::Officer(Role::Acceptance),
            Self::DeemAccepted | Self::DeemWithdrawn | Self::DeemRenewed => Doer::Clock,
            Self::StartReview
            | Self::RecordReview
            | Self::Reassign
            | Self::CheckOnSite
            | Self::StartSpecialProcedure
            | Self::EndSpecialProcedure
            | Self::OfferHearing
            | Self::RequestThirdPartyHearing
            | Self::ScheduleHearing
            | Self::AnnounceHearing
            | Self::HoldHearing
            | Self::NotifyThirdParty
            | Self::HearThirdParty
            | Self::WaiveThirdParty
            | Self::CheckPromise
            | Self::NameInspectors
            | Self::RecordSelection
            | Self::RecordFalsehood
            | Self::ExplainDelay => Doer::Officer(Role::Review),
            Self::ExtendDecision => Doer::Officer(Role::Head),
            Self::Grant
            | Self::Refuse
            | Self::OrderRectification
            | Self::Revoke
            | Self::Terminate
            | Self::Void
            | Self::Forward
            | Self::CorrectClericalError => Doer::Officer(Role::Decision),
            Self::Issue => Doer::Officer(Role::Issuance),
            Self::Deliver | Self::Close | Self::RecordPayment => Doer::Officer(Role::Delivery),
            Self::Withdraw | Self::WaiveHearing => Doer::Applicant,
        }
    }

    /// Whether it answers, decides or ends a case: what a body can no longer do once the law
    /// has done it.
    pub(crate) const fn settles(self) -> bool {
        matches!(
            self,
            Self::RequestSupplement
                | Self::RefuseAcceptance
                | Self::DeclareNotNeeded
                | Self::RevokeAcceptance
                | Self::DeemWithdrawn
                | Self::Grant
                | Self::Refuse
                | Self::Forward
                | Self::Terminate
        )
    }

    /// Whether it belongs to the ordinary way of a case, rather than correcting or undoing it.
    pub(crate) const fn leads_on(self) -> bool {
        !matches!(
            self,
            Self::Terminate
                | Self::ProposeVoid
                | Self::Void
                | Self::Revoke
                | Self::CheckPromise
                | Self::OrderRectification
                | Self::CorrectClericalError
                | Self::RecordFalsehood
                | Self::RecordPayment
                | Self::PreCheck
                | Self::HandOutVoucher
                | Self::ExplainDelay
        )
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
            | Self::RefuseAcceptance
            | Self::DeclareNotNeeded
            | Self::CorrectOnTheSpot
            | Self::HandOutVoucher => 32,
            Self::StartReview | Self::RecordReview | Self::Reassign | Self::CheckOnSite => 34,
            Self::NotifyThirdParty | Self::HearThirdParty | Self::WaiveThirdParty => 36,
            Self::Grant | Self::Refuse => 38,
            Self::ExtendDecision => 42,
            Self::Issue | Self::Deliver => 44,
            Self::StartSpecialProcedure | Self::EndSpecialProcedure => 45,
            Self::OfferHearing
            | Self::RequestHearing
            | Self::RequestThirdPartyHearing
            | Self::WaiveHearing => 47,
            Self::AnnounceHearing => 46,
            Self::ScheduleHearing | Self::HoldHearing => 48,
            Self::Revoke => 69,
            Self::Forward | Self::TakeOver => 35,
            Self::ReceiveRenewal | Self::DeemRenewed => 50,
            Self::RecordSelection => return Some(Basis::selection()),
            Self::NameInspectors => 55,
            Self::RecordFalsehood => 78,
            Self::RecordPayment => 58,
            Self::ExplainDelay => return Some(Basis::delay()),
            Self::Close
            | Self::Withdraw
            | Self::AcceptTolerantly
            | Self::RevokeAcceptance
            | Self::DeemWithdrawn
            | Self::PreCheck
            | Self::MakePromise
            | Self::CheckPromise
            | Self::OrderRectification
            | Self::Terminate
            | Self::ProposeVoid
            | Self::Void
            | Self::CorrectClericalError => return None,
        }))
    }
}
