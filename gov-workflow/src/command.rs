//! What somebody wants to happen to a case.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use gov_identity::{Channel, IdentityKey};

use crate::TerminationGround;
use crate::{CaseNumber, CommandKind, Defect, DeliveryWay, Document, ForwardedFile, Ground};
use crate::{
    MaterialName, Opinion, PauseGround, PreCheckOutcome, Remedies, RevocationGround, StaffId,
};

/// What somebody wants to happen to a case (办理操作).
///
/// Whether it can is for [`Case::decide`](crate::Case::decide) to say.
///
/// ```
/// use gov_workflow::{Command, CommandKind};
///
/// assert_eq!(Command::Accept.kind(), CommandKind::Accept);
/// ```
#[doc(alias = "办理操作")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new command")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Command {
    /// Take an application in (收件).
    Receive {
        /// The number the system gives it.
        case: CaseNumber,
        /// Who applies.
        applicant: IdentityKey,
        /// The way it came.
        channel: Channel,
        /// What is handed in.
        materials: BTreeSet<MaterialName>,
    },
    /// Tell the applicant, once, everything that is missing (一次性告知补正).
    RequestSupplement {
        /// Everything that is missing or defective.
        missing: Vec<Defect>,
        /// The last day to hand it in.
        until: NaiveDate,
    },
    /// Hand in materials later (补正).
    Supplement {
        /// What is handed in.
        materials: BTreeSet<MaterialName>,
    },
    /// Accept (受理).
    Accept,
    /// Record that silence has accepted (视为受理).
    DeemAccepted,
    /// Refuse to accept (不予受理).
    RefuseAcceptance {
        /// Which of the grounds of the law.
        ground: Ground,
        /// Why, for this applicant.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// Begin to examine (开始审查).
    StartReview,
    /// End a step of the examination with an opinion (出具审查意见).
    RecordReview {
        /// The name of the step, such as 初审.
        step: String,
        /// The opinion.
        opinion: Opinion,
        /// What was found.
        note: String,
    },
    /// Hand the case on to another officer, who examines it from then on (变更承办人).
    Reassign {
        /// The number of that officer.
        to: StaffId,
        /// Why.
        reason: String,
    },
    /// Record a check on site (实地核查).
    CheckOnSite {
        /// The officers, two at least, the one who records it among them.
        officers: BTreeSet<StaffId>,
        /// What it speaks for.
        opinion: Opinion,
        /// What was found.
        note: String,
    },
    /// Begin a special procedure (启动特别程序).
    StartSpecialProcedure {
        /// Which one, and by which law.
        ground: PauseGround,
        /// How many days it will take.
        days: u16,
        /// The number of the writing that tells the applicant so.
        notice: String,
    },
    /// End a special procedure (结束特别程序).
    EndSpecialProcedure {
        /// Which one.
        ground: PauseGround,
        /// On which day it ended.
        on: NaiveDate,
        /// With which result.
        result: String,
    },
    /// Tell the applicant, and the third parties notified, of the right to a hearing
    /// (告知听证权利).
    OfferHearing {
        /// The number of the notice.
        notice: String,
    },
    /// Ask for a hearing (申请听证).
    RequestHearing,
    /// Record that a third party asks for a hearing (利害关系人要求听证).
    RequestThirdPartyHearing {
        /// Which of those notified, from 1.
        party: usize,
    },
    /// Waive the hearing, for the applicant alone (放弃听证).
    WaiveHearing,
    /// Tell the day of the hearing (通知听证).
    ScheduleHearing {
        /// The day.
        on: NaiveDate,
        /// The number of the notice.
        notice: String,
    },
    /// Announce a hearing of the body's own motion, for a matter of public interest (公告听证).
    AnnounceHearing {
        /// The day.
        on: NaiveDate,
        /// The number of the announcement.
        notice: String,
    },
    /// Record that the hearing was held today (举行听证).
    HoldHearing {
        /// The number of its record.
        record: String,
    },
    /// Tell a third party whose interests are directly concerned (告知利害关系人).
    NotifyThirdParty {
        /// Who: a name or a description, never a personal number.
        party: String,
    },
    /// Hear a third party (听取利害关系人意见).
    HearThirdParty {
        /// Which of those notified, from 1.
        party: usize,
        /// What it said.
        statement: String,
    },
    /// Record that a third party does not want to be heard (利害关系人放弃陈述).
    WaiveThirdParty {
        /// Which of those notified, from 1.
        party: usize,
    },
    /// Extend the time to decide, once (延长期限).
    ExtendDecision {
        /// By how many days, in the unit of the limit.
        days: u16,
        /// Why.
        reason: String,
        /// The number of the notice to the applicant.
        notice: String,
    },
    /// Decide in favor (准予许可).
    Grant,
    /// Decide against (不予许可).
    Refuse {
        /// The reasons.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// Make the license (制证).
    Issue {
        /// Its identifier (电子证照标识 or license number).
        license: String,
    },
    /// Hand the result over (送达).
    Deliver {
        /// In which way.
        way: DeliveryWay,
        /// To whom.
        receiver: IdentityKey,
    },
    /// Finish (办结).
    Close,
    /// Take the application back (撤回).
    Withdraw,
    /// Accept although a minor material is missing (容缺受理).
    AcceptTolerantly {
        /// What is missing.
        missing: BTreeSet<MaterialName>,
        /// The last day to hand it in, as the applicant promises.
        until: NaiveDate,
        /// The number of the signed promise.
        promise: String,
    },
    /// Revoke an acceptance, since a promised material did not come (撤销受理).
    RevokeAcceptance {
        /// Why, for this applicant.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// Record that a promised material did not come, which takes the application back
    /// (视为撤回).
    DeemWithdrawn,
    /// Tell the applicant that no license is needed (告知无需许可).
    DeclareNotNeeded {
        /// Why, for this applicant.
        reason: String,
    },
    /// Put an error right on the spot (当场更正).
    CorrectOnTheSpot {
        /// Which of the materials in hand.
        materials: BTreeSet<MaterialName>,
        /// What was wrong, and what was put right.
        note: String,
    },
    /// Choose the promise track and sign the promise (选择告知承诺).
    MakePromise {
        /// The number of the signed promise.
        promise: String,
    },
    /// Record a check of what was promised (承诺事后核查).
    CheckPromise {
        /// Whether it is true.
        kept: bool,
        /// What was found.
        note: String,
    },
    /// Order that what was untrue be put right (责令限期整改).
    OrderRectification {
        /// What is untrue.
        reason: String,
        /// The last day to put it right.
        until: NaiveDate,
        /// The number of the notice.
        notice: String,
    },
    /// Revoke what was granted (撤销许可).
    Revoke {
        /// Which of the grounds of the law.
        ground: RevocationGround,
        /// Why, in this case.
        reason: String,
        /// Where to turn to.
        remedies: Remedies,
    },
    /// End the case without a decision (终止办理).
    Terminate {
        /// Why it cannot be decided.
        ground: TerminationGround,
        /// Why, in this case.
        reason: String,
    },
    /// Propose to declare the case void for a technical error (提请作废).
    ProposeVoid {
        /// Which error.
        reason: String,
    },
    /// Declare the case void, as somebody else proposed (作废).
    Void,
    /// End the first review and send opinion and whole file up (初审转报).
    Forward {
        /// What the first review speaks for.
        opinion: Opinion,
        /// The opinion in words.
        report: String,
    },
    /// Take in what the lower level sent up (接收下级转报).
    TakeOver {
        /// The number the system gives it here.
        case: CaseNumber,
        /// The whole file.
        file: Box<ForwardedFile>,
    },
    /// Take in an application to renew a license (收件：延续申请).
    ReceiveRenewal {
        /// The number the system gives it.
        case: CaseNumber,
        /// Who applies.
        applicant: IdentityKey,
        /// The way it came.
        channel: Channel,
        /// What is handed in.
        materials: BTreeSet<MaterialName>,
        /// The license to be renewed.
        license: String,
        /// The last day on which that license holds.
        expires: NaiveDate,
    },
    /// Record that silence has renewed the license (视为准予延续).
    DeemRenewed,
    /// Name the officers of a technical check (指派检验检测检疫人员).
    NameInspectors {
        /// The officers, two at least.
        officers: BTreeSet<StaffId>,
    },
    /// Record what came of a tender, an auction or an examination (记录招标拍卖考试结果).
    RecordSelection {
        /// Whether the applicant won or passed.
        chosen: bool,
        /// The number of the record that says so (中标通知书、成交确认书、成绩单编号).
        record: String,
    },
    /// Put right a slip of the pen in a decision or license (更正).
    CorrectClericalError {
        /// Where it stands.
        document: Document,
        /// The text as it stands; never a personal number.
        old: String,
        /// The text as it should be; never a personal number.
        new: String,
        /// The number of the notice to the applicant.
        notice: String,
    },
    /// Record that facts were hidden or materials are false (记录虚假材料).
    RecordFalsehood {
        /// What was found.
        note: String,
    },
    /// Record that the fee was paid (收费).
    RecordPayment {
        /// How much, in fen (分).
        fen: u64,
        /// The number of the receipt.
        receipt: String,
    },
    /// Say what an online check before acceptance found (网上预审).
    PreCheck {
        /// What it found.
        outcome: PreCheckOutcome,
        /// What the applicant is told.
        note: String,
    },
    /// Hand out the sealed and dated voucher of the answer (出具书面凭证).
    HandOutVoucher {
        /// Its number.
        number: String,
    },
    /// Explain to the public why a time to decide or to deliver is over (公开说明超期理由).
    ExplainDelay {
        /// Why, for everybody to read; never a personal number.
        reason: String,
    },
}

impl Command {
    /// Which kind of command this is.
    #[must_use]
    pub const fn kind(&self) -> CommandKind {
        match self {
            Self::Receive { .. } => CommandKind::Receive,
            Self::RequestSupplement { .. } => CommandKind::RequestSupplement,
            Self::Supplement { .. } => CommandKind::Supplement,
            Self::Accept => CommandKind::Accept,
            Self::DeemAccepted => CommandKind::DeemAccepted,
            Self::RefuseAcceptance { .. } => CommandKind::RefuseAcceptance,
            Self::StartReview => CommandKind::StartReview,
            Self::RecordReview { .. } => CommandKind::RecordReview,
            Self::Reassign { .. } => CommandKind::Reassign,
            Self::CheckOnSite { .. } => CommandKind::CheckOnSite,
            Self::StartSpecialProcedure { .. } => CommandKind::StartSpecialProcedure,
            Self::EndSpecialProcedure { .. } => CommandKind::EndSpecialProcedure,
            Self::OfferHearing { .. } => CommandKind::OfferHearing,
            Self::RequestHearing => CommandKind::RequestHearing,
            Self::RequestThirdPartyHearing { .. } => CommandKind::RequestThirdPartyHearing,
            Self::WaiveHearing => CommandKind::WaiveHearing,
            Self::ScheduleHearing { .. } => CommandKind::ScheduleHearing,
            Self::AnnounceHearing { .. } => CommandKind::AnnounceHearing,
            Self::HoldHearing { .. } => CommandKind::HoldHearing,
            Self::NotifyThirdParty { .. } => CommandKind::NotifyThirdParty,
            Self::HearThirdParty { .. } => CommandKind::HearThirdParty,
            Self::WaiveThirdParty { .. } => CommandKind::WaiveThirdParty,
            Self::ExtendDecision { .. } => CommandKind::ExtendDecision,
            Self::Grant => CommandKind::Grant,
            Self::Refuse { .. } => CommandKind::Refuse,
            Self::Issue { .. } => CommandKind::Issue,
            Self::Deliver { .. } => CommandKind::Deliver,
            Self::Close => CommandKind::Close,
            Self::Withdraw => CommandKind::Withdraw,
            Self::AcceptTolerantly { .. } => CommandKind::AcceptTolerantly,
            Self::RevokeAcceptance { .. } => CommandKind::RevokeAcceptance,
            Self::DeemWithdrawn => CommandKind::DeemWithdrawn,
            Self::DeclareNotNeeded { .. } => CommandKind::DeclareNotNeeded,
            Self::CorrectOnTheSpot { .. } => CommandKind::CorrectOnTheSpot,
            Self::MakePromise { .. } => CommandKind::MakePromise,
            Self::CheckPromise { .. } => CommandKind::CheckPromise,
            Self::OrderRectification { .. } => CommandKind::OrderRectification,
            Self::Revoke { .. } => CommandKind::Revoke,
            Self::Terminate { .. } => CommandKind::Terminate,
            Self::ProposeVoid { .. } => CommandKind::ProposeVoid,
            Self::Void => CommandKind::Void,
            Self::Forward { .. } => CommandKind::Forward,
            Self::TakeOver { .. } => CommandKind::TakeOver,
            Self::ReceiveRenewal { .. } => CommandKind::ReceiveRenewal,
            Self::DeemRenewed => CommandKind::DeemRenewed,
            Self::NameInspectors { .. } => CommandKind::NameInspectors,
            Self::RecordSelection { .. } => CommandKind::RecordSelection,
            Self::CorrectClericalError { .. } => CommandKind::CorrectClericalError,
            Self::RecordFalsehood { .. } => CommandKind::RecordFalsehood,
            Self::RecordPayment { .. } => CommandKind::RecordPayment,
            Self::PreCheck { .. } => CommandKind::PreCheck,
            Self::HandOutVoucher { .. } => CommandKind::HandOutVoucher,
            Self::ExplainDelay { .. } => CommandKind::ExplainDelay,
        }
    }
}
