//! What happened to a case.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::{Channel, CreditCode, IdentityKey};

use crate::{Author, Bar, CaseNumber, Defect, Document, EventKind, Extension, Ground, ItemCode};
use crate::{
    MaterialName, PauseGround, PreCheckOutcome, Remedies, RevocationGround, StaffId,
    TerminationGround,
};

/// One thing that happened to a case (办件事件): who, when, what.
///
/// Events are only ever added. A case *is* its events, read in order. The JSON form
/// (feature `serde`) is what a [`History`](crate::History) keeps.
///
/// ```
/// use chrono::DateTime;
/// use gov_workflow::{Author, Event, EventKind, Fact};
///
/// let at = DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00")?;
/// let event = Event { at, by: Author::Applicant, fact: Fact::Withdrawn };
/// assert_eq!(event.fact.kind(), EventKind::Withdrawn);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[doc(alias = "办件事件")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "who, when, what: nothing else belongs here")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Event {
    /// When, in China's time.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub by: Author,
    /// What.
    pub fact: Fact,
}

/// What happened, with its particulars (办件事实).
#[doc(alias = "办件事实")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new event")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Fact {
    /// Taken in (收件). The five days to answer run from here.
    Received {
        /// The number of the case.
        case: CaseNumber,
        /// The item applied for.
        item: ItemCode,
        /// The version of the procedure that holds for the whole case.
        procedure: u32,
        /// Who applies.
        applicant: IdentityKey,
        /// The way the application came.
        channel: Channel,
        /// What was handed in.
        materials: BTreeSet<MaterialName>,
    },
    /// The applicant was told, once, what is missing (一次性告知补正).
    SupplementRequested {
        /// Everything that is missing or defective.
        missing: Vec<Defect>,
        /// The last day to hand it in.
        until: NaiveDate,
    },
    /// Materials came in later (收到补正材料).
    SupplementReceived {
        /// What came in.
        materials: BTreeSet<MaterialName>,
    },
    /// The last of the materials asked for came in (补正完成). The five days run anew.
    SupplementCompleted,
    /// Accepted by the body (受理).
    Accepted {
        /// The day of acceptance, from which the clock to decide runs.
        on: NaiveDate,
    },
    /// Accepted by the law (视为受理), the body having kept silent.
    DeemedAccepted {
        /// The day of acceptance: the day of receipt.
        on: NaiveDate,
    },
    /// Not accepted (不予受理).
    AcceptanceRefused {
        /// Which of the grounds of the law.
        ground: Ground,
        /// Why, for this applicant.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// Examination began (开始审查).
    ReviewStarted,
    /// A step of the examination ended (审查意见).
    ReviewRecorded {
        /// The name of the step, such as 初审.
        step: String,
        /// The opinion.
        opinion: Opinion,
        /// What was found.
        note: String,
    },
    /// Handed on to another officer (变更承办人).
    Reassigned {
        /// The number of that officer.
        to: StaffId,
        /// Why.
        reason: String,
    },
    /// Officers checked the substance on site (实地核查).
    OnSiteChecked {
        /// The officers, two at least.
        officers: BTreeSet<StaffId>,
        /// What it speaks for.
        opinion: Opinion,
        /// What was found.
        note: String,
    },
    /// A special procedure began (特别程序开始). The clock to decide stands still.
    SpecialProcedureStarted {
        /// Which one, and by which law.
        ground: PauseGround,
        /// How many days it will take, as the applicant was told in writing.
        days: u16,
        /// The number of that writing.
        notice: String,
    },
    /// A special procedure ended (特别程序结束).
    SpecialProcedureEnded {
        /// Which one.
        ground: PauseGround,
        /// On which day.
        on: NaiveDate,
        /// With which result.
        result: String,
    },
    /// The last special procedure that ran has ended (恢复审查). The clock runs on.
    Resumed,
    /// The applicant, and the third parties notified, were told of the right to a hearing
    /// (告知听证权利). Five days to ask for it run from here.
    HearingOffered {
        /// The number of the notice.
        notice: String,
    },
    /// The applicant asked for a hearing (申请听证). The clock to decide stands still.
    HearingRequested,
    /// A third party asked for a hearing (利害关系人要求听证). The clock to decide stands
    /// still.
    ThirdPartyHearingRequested {
        /// Which of those notified, from 1.
        party: usize,
    },
    /// The applicant does not want a hearing (放弃听证).
    HearingWaived,
    /// The day of the hearing was told (通知听证).
    HearingScheduled {
        /// The day.
        on: NaiveDate,
        /// The number of the notice.
        notice: String,
    },
    /// The body announced a hearing of its own motion (公告听证). The clock to decide stands
    /// still.
    HearingAnnounced {
        /// The day for which it is announced.
        on: NaiveDate,
        /// The number of the announcement.
        notice: String,
    },
    /// The hearing was held (举行听证). The clock to decide runs on.
    HearingHeld {
        /// The number of its record, on which the decision rests.
        record: String,
    },
    /// A third party was told of the application (告知利害关系人).
    ThirdPartyNotified {
        /// Who: a name or a description, never a personal number.
        party: String,
    },
    /// A third party was heard (听取利害关系人意见).
    ThirdPartyHeard {
        /// Which of those notified, from 1.
        party: usize,
        /// What it said.
        statement: String,
    },
    /// A third party does not want to be heard (利害关系人放弃陈述).
    ThirdPartyWaived {
        /// Which of those notified, from 1.
        party: usize,
    },
    /// The time to decide was extended (延长期限), once.
    DecisionExtended {
        /// By how much, by whom, by which law.
        extension: Extension,
        /// Why, as the applicant was told.
        reason: String,
        /// The number of the notice to the applicant.
        notice: String,
    },
    /// Decided in favor (准予许可决定). The clock to deliver runs.
    Granted,
    /// Decided against (不予许可决定).
    Refused {
        /// The reasons.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// The license was made (制证).
    Issued {
        /// Its identifier (电子证照标识 or license number).
        license: String,
    },
    /// The result was handed over (送达).
    Delivered {
        /// In which way.
        way: DeliveryWay,
        /// To whom.
        receiver: IdentityKey,
    },
    /// Finished (办结).
    Closed,
    /// Taken back by the applicant (撤回).
    Withdrawn,
    /// Accepted although a minor material is missing (容缺受理).
    ToleranceAccepted {
        /// The day of acceptance, from which the clock to decide runs.
        on: NaiveDate,
        /// What is missing.
        missing: BTreeSet<MaterialName>,
        /// The last day to hand it in, as promised.
        until: NaiveDate,
        /// The number of the signed promise.
        promise: String,
    },
    /// The acceptance was revoked, since a promised material did not come (撤销受理).
    AcceptanceRevoked {
        /// Why, for this applicant.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// Counts as taken back, since a promised material did not come (视为撤回).
    DeemedWithdrawn,
    /// The applicant was told that no license is needed (告知无需许可).
    NotNeeded {
        /// Why, for this applicant.
        reason: String,
    },
    /// An error was put right on the spot (当场更正). The five days run on.
    CorrectedOnTheSpot {
        /// Which of the materials in hand.
        materials: BTreeSet<MaterialName>,
        /// What was wrong, and what was put right.
        note: String,
    },
    /// The applicant chose the promise track (告知承诺).
    PromiseMade {
        /// The number of the signed promise.
        promise: String,
    },
    /// What was promised was checked (承诺事后核查).
    PromiseChecked {
        /// Whether it is true.
        kept: bool,
        /// What was found.
        note: String,
    },
    /// What was untrue is to be put right (责令限期整改).
    RectificationOrdered {
        /// What is untrue.
        reason: String,
        /// The last day to put it right.
        until: NaiveDate,
        /// The number of the notice.
        notice: String,
    },
    /// What was granted was revoked (撤销许可).
    Revoked {
        /// Which of the grounds of the law.
        ground: RevocationGround,
        /// Why, in this case.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
        /// What the holder may not do for some time.
        bar: Option<Bar>,
    },
    /// Ended without a decision (终止办理).
    Terminated {
        /// Why it could not be decided.
        ground: TerminationGround,
        /// Why, in this case.
        reason: String,
    },
    /// Somebody proposed to declare the case void (提请作废).
    VoidProposed {
        /// Which technical error.
        reason: String,
    },
    /// Declared void by somebody else (作废). The number is never used again.
    Voided,
    /// The first review ended, and went up with the whole file (初审转报).
    Forwarded {
        /// The body that decides.
        to: CreditCode,
        /// What the first review speaks for.
        opinion: Opinion,
        /// The opinion in words.
        report: String,
        /// The whole file.
        materials: BTreeSet<MaterialName>,
    },
    /// It came from the lower level, with opinion and whole file (接收转报). The applicant is not
    /// asked again.
    TakenOver {
        /// The body that reviewed first.
        from: CreditCode,
        /// The number of the case there.
        case: CaseNumber,
        /// What the first review speaks for.
        opinion: Opinion,
        /// The opinion in words.
        report: String,
    },
    /// It asks to renew a license (申请延续). Silence until it expires renews it.
    RenewalRequested {
        /// The license to be renewed.
        license: String,
        /// The last day on which that license holds.
        expires: NaiveDate,
    },
    /// Renewed by the law (视为准予延续), the body having kept silent until the license expired.
    DeemedRenewed {
        /// The first day after the license expired.
        on: NaiveDate,
    },
    /// The officers of a technical check were named (指派检验检测检疫人员).
    InspectorsNamed {
        /// The officers, two at least.
        officers: BTreeSet<StaffId>,
    },
    /// What came of a tender, an auction or an examination was recorded (招标拍卖考试结果).
    SelectionRecorded {
        /// Whether the applicant won or passed.
        chosen: bool,
        /// The number of the record that says so (中标通知书、成交确认书、成绩单编号).
        record: String,
    },
    /// A slip of the pen in a decision or license was put right (更正).
    ClericalErrorCorrected {
        /// Where it stood.
        document: Document,
        /// The text as it stood.
        old: String,
        /// The text as it should be.
        new: String,
        /// The number of the notice to the applicant.
        notice: String,
    },
    /// Facts were hidden or materials are false (发现虚假材料).
    FalsehoodFound {
        /// What was found.
        note: String,
        /// What the applicant may not do for some time, once refused.
        bar: Option<Bar>,
    },
    /// The fee was paid (收费).
    FeePaid {
        /// How much, in fen (分).
        fen: u64,
        /// The number of the receipt.
        receipt: String,
    },
    /// Checked online before acceptance (网上预审), which is no answer. The five days run on.
    PreChecked {
        /// What it found.
        outcome: PreCheckOutcome,
        /// What the applicant was told.
        note: String,
    },
    /// The sealed and dated voucher of the answer was handed out (出具书面凭证).
    VoucherHandedOut {
        /// Its number.
        number: String,
    },
    /// It was explained to the public why a time is over (公开说明超期理由).
    DelayExplained {
        /// Why, for everybody to read.
        reason: String,
    },
}

/// What a step of the examination speaks for (审查意见).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "closed by logic: for or against")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Opinion {
    /// In favor (通过).
    InFavor,
    /// Against (不通过).
    Against,
}

/// How a result reaches the applicant (送达方式).
#[doc(alias = "送达方式")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum DeliveryWay {
    /// Fetched at a window (窗口领取).
    Window,
    /// Sent by post (邮寄送达).
    Courier,
    /// Downloaded (网上下载).
    Online,
    /// Printed at a terminal (自助打印).
    SelfServiceTerminal,
}

impl Fact {
    /// Which kind of event this is.
    #[must_use]
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Received { .. } => EventKind::Received,
            Self::SupplementRequested { .. } => EventKind::SupplementRequested,
            Self::SupplementReceived { .. } => EventKind::SupplementReceived,
            Self::SupplementCompleted => EventKind::SupplementCompleted,
            Self::Accepted { .. } => EventKind::Accepted,
            Self::DeemedAccepted { .. } => EventKind::DeemedAccepted,
            Self::AcceptanceRefused { .. } => EventKind::AcceptanceRefused,
            Self::ReviewStarted => EventKind::ReviewStarted,
            Self::ReviewRecorded { .. } => EventKind::ReviewRecorded,
            Self::Reassigned { .. } => EventKind::Reassigned,
            Self::OnSiteChecked { .. } => EventKind::OnSiteChecked,
            Self::SpecialProcedureStarted { .. } => EventKind::SpecialProcedureStarted,
            Self::SpecialProcedureEnded { .. } => EventKind::SpecialProcedureEnded,
            Self::Resumed => EventKind::Resumed,
            Self::HearingOffered { .. } => EventKind::HearingOffered,
            Self::HearingRequested => EventKind::HearingRequested,
            Self::ThirdPartyHearingRequested { .. } => EventKind::ThirdPartyHearingRequested,
            Self::HearingWaived => EventKind::HearingWaived,
            Self::HearingScheduled { .. } => EventKind::HearingScheduled,
            Self::HearingHeld { .. } => EventKind::HearingHeld,
            Self::HearingAnnounced { .. } => EventKind::HearingAnnounced,
            Self::ThirdPartyNotified { .. } => EventKind::ThirdPartyNotified,
            Self::ThirdPartyHeard { .. } => EventKind::ThirdPartyHeard,
            Self::ThirdPartyWaived { .. } => EventKind::ThirdPartyWaived,
            Self::DecisionExtended { .. } => EventKind::DecisionExtended,
            Self::Granted => EventKind::Granted,
            Self::Refused { .. } => EventKind::Refused,
            Self::Issued { .. } => EventKind::Issued,
            Self::Delivered { .. } => EventKind::Delivered,
            Self::Closed => EventKind::Closed,
            Self::Withdrawn => EventKind::Withdrawn,
            Self::ToleranceAccepted { .. } => EventKind::ToleranceAccepted,
            Self::AcceptanceRevoked { .. } => EventKind::AcceptanceRevoked,
            Self::DeemedWithdrawn => EventKind::DeemedWithdrawn,
            Self::NotNeeded { .. } => EventKind::NotNeeded,
            Self::CorrectedOnTheSpot { .. } => EventKind::CorrectedOnTheSpot,
            Self::PromiseMade { .. } => EventKind::PromiseMade,
            Self::PromiseChecked { .. } => EventKind::PromiseChecked,
            Self::RectificationOrdered { .. } => EventKind::RectificationOrdered,
            Self::Revoked { .. } => EventKind::Revoked,
            Self::Terminated { .. } => EventKind::Terminated,
            Self::VoidProposed { .. } => EventKind::VoidProposed,
            Self::Voided => EventKind::Voided,
            Self::Forwarded { .. } => EventKind::Forwarded,
            Self::TakenOver { .. } => EventKind::TakenOver,
            Self::RenewalRequested { .. } => EventKind::RenewalRequested,
            Self::DeemedRenewed { .. } => EventKind::DeemedRenewed,
            Self::InspectorsNamed { .. } => EventKind::InspectorsNamed,
            Self::SelectionRecorded { .. } => EventKind::SelectionRecorded,
            Self::ClericalErrorCorrected { .. } => EventKind::ClericalErrorCorrected,
            Self::FalsehoodFound { .. } => EventKind::FalsehoodFound,
            Self::FeePaid { .. } => EventKind::FeePaid,
            Self::PreChecked { .. } => EventKind::PreChecked,
            Self::VoucherHandedOut { .. } => EventKind::VoucherHandedOut,
            Self::DelayExplained { .. } => EventKind::DelayExplained,
        }
    }
}
