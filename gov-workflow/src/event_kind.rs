//! Which things can happen to a case.

/// What can happen to a case (办件环节), without its particulars.
///
/// The particulars are in [`Fact`](crate::Fact).
#[doc(alias = "办件环节")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new event")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum EventKind {
    /// Taken in (收件).
    Received,
    /// The applicant was told, once, what is missing (一次性告知补正).
    SupplementRequested,
    /// Materials came in later (收到补正材料).
    SupplementReceived,
    /// The last of the materials asked for came in (补正完成).
    SupplementCompleted,
    /// Accepted by the body (受理).
    Accepted,
    /// Accepted by the law, since the body kept silent (视为受理).
    DeemedAccepted,
    /// Not accepted (不予受理).
    AcceptanceRefused,
    /// Examination began (开始审查).
    ReviewStarted,
    /// A step of the examination ended with an opinion (审查意见).
    ReviewRecorded,
    /// Handed on to another officer (变更承办人).
    Reassigned,
    /// Officers checked on site (实地核查).
    OnSiteChecked,
    /// A special procedure began (特别程序开始).
    SpecialProcedureStarted,
    /// A special procedure ended (特别程序结束).
    SpecialProcedureEnded,
    /// The last special procedure that ran has ended (恢复审查).
    Resumed,
    /// The applicant, and the third parties notified, were told of the right to a hearing
    /// (告知听证权利).
    HearingOffered,
    /// The applicant asked for a hearing (申请听证).
    HearingRequested,
    /// A third party asked for a hearing (利害关系人要求听证).
    ThirdPartyHearingRequested,
    /// The applicant does not want a hearing (放弃听证).
    HearingWaived,
    /// The day of the hearing was told (通知听证).
    HearingScheduled,
    /// The hearing was held (举行听证).
    HearingHeld,
    /// The body announced a hearing of its own motion (公告听证).
    HearingAnnounced,
    /// A third party was told of the application (告知利害关系人).
    ThirdPartyNotified,
    /// A third party was heard (听取利害关系人意见).
    ThirdPartyHeard,
    /// A third party does not want to be heard (利害关系人放弃陈述).
    ThirdPartyWaived,
    /// The time to decide was extended (延长期限).
    DecisionExtended,
    /// Decided in favor (准予许可决定).
    Granted,
    /// Decided against (不予许可决定).
    Refused,
    /// The license was made (制证).
    Issued,
    /// The result was handed over (送达).
    Delivered,
    /// Finished (办结).
    Closed,
    /// Taken back (撤回).
    Withdrawn,
    /// Accepted although a minor material is missing (容缺受理).
    ToleranceAccepted,
    /// The acceptance was revoked, since a promised material did not come (撤销受理).
    AcceptanceRevoked,
    /// Counts as taken back, since a promised material did not come (视为撤回).
    DeemedWithdrawn,
    /// The applicant was told that no license is needed (告知无需许可).
    NotNeeded,
    /// An error was put right on the spot (当场更正). The five days run on.
    CorrectedOnTheSpot,
    /// The applicant chose the promise track (告知承诺).
    PromiseMade,
    /// What was promised was checked (承诺事后核查).
    PromiseChecked,
    /// What was untrue is to be put right (责令限期整改).
    RectificationOrdered,
    /// What was granted was revoked (撤销许可).
    Revoked,
    /// Ended without a decision (终止办理).
    Terminated,
    /// Somebody proposed to declare the case void (提请作废).
    VoidProposed,
    /// Declared void by somebody else (作废). The number is never used again.
    Voided,
    /// The first review ended, and went up with the whole file (初审转报).
    Forwarded,
    /// It came from the lower level, with opinion and whole file (接收转报). The applicant is not
    /// asked again.
    TakenOver,
    /// It asks to renew a license (申请延续). Silence until it expires renews it.
    RenewalRequested,
    /// Renewed by the law (视为准予延续), the body having kept silent until the license expired.
    DeemedRenewed,
    /// The officers of a technical check were named (指派检验检测检疫人员).
    InspectorsNamed,
    /// What came of a tender, an auction or an examination was recorded (招标拍卖考试结果).
    SelectionRecorded,
    /// A slip of the pen in a decision or license was put right (更正).
    ClericalErrorCorrected,
    /// Facts were hidden or materials are false (发现虚假材料).
    FalsehoodFound,
    /// The fee was paid (收费).
    FeePaid,
    /// Checked online before acceptance (网上预审).
    PreChecked,
    /// The voucher of the answer was handed out (出具书面凭证).
    VoucherHandedOut,
    /// It was explained to the public why a time is over (公开说明超期理由).
    DelayExplained,
}

impl EventKind {
    /// All kinds, in the order of a case that meets every one of them.
    pub const ALL: [Self; 55] = [
        Self::Received,
        Self::SupplementRequested,
        Self::SupplementReceived,
        Self::SupplementCompleted,
        Self::Accepted,
        Self::DeemedAccepted,
        Self::AcceptanceRefused,
        Self::ReviewStarted,
        Self::ReviewRecorded,
        Self::Reassigned,
        Self::OnSiteChecked,
        Self::SpecialProcedureStarted,
        Self::SpecialProcedureEnded,
        Self::Resumed,
        Self::HearingOffered,
        Self::HearingRequested,
        Self::ThirdPartyHearingRequested,
        Self::HearingWaived,
        Self::HearingScheduled,
        Self::HearingHeld,
        Self::HearingAnnounced,
        Self::ThirdPartyNotified,
        Self::ThirdPartyHeard,
        Self::ThirdPartyWaived,
        Self::DecisionExtended,
        Self::Granted,
        Self::Refused,
        Self::Issued,
        Self::Delivered,
        Self::Closed,
        Self::Withdrawn,
        Self::ToleranceAccepted,
        Self::AcceptanceRevoked,
        Self::DeemedWithdrawn,
        Self::NotNeeded,
        Self::CorrectedOnTheSpot,
        Self::PromiseMade,
        Self::PromiseChecked,
        Self::RectificationOrdered,
        Self::Revoked,
        Self::Terminated,
        Self::VoidProposed,
        Self::Voided,
        Self::Forwarded,
        Self::TakenOver,
        Self::RenewalRequested,
        Self::DeemedRenewed,
        Self::InspectorsNamed,
        Self::SelectionRecorded,
        Self::ClericalErrorCorrected,
        Self::FalsehoodFound,
        Self::FeePaid,
        Self::PreChecked,
        Self::VoucherHandedOut,
        Self::DelayExplained,
    ];

    /// The kind of event in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Received => "收件",
            Self::SupplementRequested => "一次性告知补正",
            Self::SupplementReceived => "收到补正材料",
            Self::SupplementCompleted => "补正完成",
            Self::Accepted => "受理",
            Self::DeemedAccepted => "视为受理",
            Self::AcceptanceRefused => "不予受理",
            Self::ReviewStarted => "开始审查",
            Self::ReviewRecorded => "审查意见",
            Self::Reassigned => "变更承办人",
            Self::OnSiteChecked => "实地核查",
            Self::SpecialProcedureStarted => "特别程序开始",
            Self::SpecialProcedureEnded => "特别程序结束",
            Self::Resumed => "恢复审查",
            Self::HearingOffered => "告知听证权利",
            Self::HearingRequested => "申请听证",
            Self::ThirdPartyHearingRequested => "利害关系人要求听证",
            Self::HearingWaived => "放弃听证",
            Self::HearingScheduled => "通知听证",
            Self::HearingHeld => "举行听证",
            Self::HearingAnnounced => "公告听证",
            Self::ThirdPartyNotified => "告知利害关系人",
            Self::ThirdPartyHeard => "听取利害关系人意见",
            Self::ThirdPartyWaived => "利害关系人放弃陈述",
            Self::DecisionExtended => "延长期限",
            Self::Granted => "准予许可决定",
            Self::Refused => "不予许可决定",
            Self::Issued => "制证",
            Self::Delivered => "送达",
            Self::Closed => "办结",
            Self::Withdrawn => "撤回",
            Self::ToleranceAccepted => "容缺受理",
            Self::AcceptanceRevoked => "撤销受理",
            Self::DeemedWithdrawn => "视为撤回",
            Self::NotNeeded => "告知无需许可",
            Self::CorrectedOnTheSpot => "当场更正",
            Self::PromiseMade => "告知承诺",
            Self::PromiseChecked => "承诺事后核查",
            Self::RectificationOrdered => "责令限期整改",
            Self::Revoked => "撤销许可",
            Self::Terminated => "终止办理",
            Self::VoidProposed => "提请作废",
            Self::Voided => "作废",
            Self::Forwarded => "初审转报",
            Self::TakenOver => "接收转报",
            Self::RenewalRequested => "申请延续",
            Self::DeemedRenewed => "视为准予延续",
            Self::InspectorsNamed => "指派检验检测检疫人员",
            Self::SelectionRecorded => "招标拍卖考试结果",
            Self::ClericalErrorCorrected => "更正",
            Self::FalsehoodFound => "发现虚假材料",
            Self::FeePaid => "收费",
            Self::PreChecked => "网上预审",
            Self::VoucherHandedOut => "出具书面凭证",
            Self::DelayExplained => "公开说明超期理由",
        }
    }
}
