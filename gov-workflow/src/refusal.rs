//! Why a command cannot be done.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::actor::Role;
use crate::command::{CommandKind, Doer};
use crate::reckoning::date_zh;
use crate::state::State;
use crate::{Basis, NotCovered};

/// Why a command cannot be done to a case (不能办理的原因).
///
/// It says what stands in the way, where the law says so, and what would make the
/// command possible; never what was entered.
///
/// ```
/// use gov_workflow::Refusal;
///
/// let refusal = Refusal::AcceptedByTheSame;
/// assert_eq!(refusal.to_string(), "decision: who accepted a case never decides it");
/// assert_eq!(refusal.zh(), "受理本办件的人员不得作出决定");
/// assert_eq!(refusal.remedy(), "another officer decides");
/// assert_eq!(refusal.remedy_zh(), "由其他有决定职责的人员作出决定");
/// assert_eq!(refusal.code(), "accepted-by-the-same");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The rules are those of another item or version than the case began with.
    #[error("case: began under another item or version of its procedure")]
    OtherProcedure,
    /// The officer serves another division.
    #[error("officer: serves another division than the procedure")]
    OtherDivision,
    /// The officer works for another body, which has no window for this procedure.
    #[error("officer: works for another body than the procedure")]
    OtherBody,
    /// The officer lacks the role.
    #[error("officer: lacks the role of {}", .role.english())]
    RoleMissing {
        /// The role it takes.
        role: Role,
    },
    /// The actor is not the applicant of this case.
    #[error("applicant: the case is another applicant's")]
    OtherApplicant,
    /// This kind of actor never gives this command.
    #[error("actor: cannot {}", .command.english())]
    WrongActor {
        /// The command.
        command: CommandKind,
    },
    /// The time lies before the last event of the case.
    #[error("time: before the last event of the case, {last}")]
    TimeRunsBackwards {
        /// When the last event happened.
        last: DateTime<FixedOffset>,
    },
    /// The time lies outside the years 1 to 9999.
    #[error("time: outside the years 1 to 9999")]
    TimeOutOfRange,
    /// The state of the case does not allow it.
    #[error("case: cannot {} a case that is {}", .command.english(), .state.english())]
    WrongState {
        /// The command.
        command: CommandKind,
        /// Where the case stands.
        state: State,
    },
    /// The time to answer passed in silence.
    #[error("acceptance: silence has accepted the case as of {on}")]
    DeemedAccepted {
        /// The day of acceptance by law.
        on: NaiveDate,
    },
    /// The time to answer is not over yet.
    #[error("acceptance: the time to answer is not over")]
    SilenceNotOver {
        /// Its last day, when the calendar reaches that far.
        due: Option<NaiveDate>,
    },
    /// The applicant was told before.
    #[error("supplement: requested before, on {on}")]
    AlreadyRequested {
        /// The day of the notice.
        on: NaiveDate,
    },
    /// The list names nothing.
    #[error("materials: the list is empty")]
    ListEmpty,
    /// A material that the guide does not name.
    #[error("materials: number {position} of the list is not in the guide")]
    NotInGuide {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A material that is listed twice.
    #[error("materials: number {position} of the list stands there before")]
    ListedTwice {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// The last day for the supplement is not after today.
    #[error("supplement: the last day to hand it in is not after today")]
    NoTimeLeft,
    /// A required material is not in hand.
    #[error("materials: number {position} of the guide is required and not in hand")]
    MaterialMissing {
        /// Its place in the guide, from 1.
        position: usize,
    },
    /// The applicant was never told what is missing.
    #[error("acceptance: the applicant was not told what is missing")]
    NeverRequested,
    /// The applicant still has time to supplement.
    #[error("acceptance: the applicant has until {until} to supplement")]
    SupplementStillOpen {
        /// The last day.
        until: NaiveDate,
    },
    /// No step of review has ended.
    #[error("decision: nobody has reviewed the case")]
    ReviewMissing,
    /// The check on site has not been made.
    #[error("decision: the check on site has not been made")]
    OnSiteCheckMissing,
    /// Too few officers checked on site.
    #[error("on-site check: expected {required} officers at least, found {found}")]
    TooFewOfficers {
        /// How many it takes, two at least.
        required: usize,
        /// How many were named.
        found: usize,
    },
    /// The officer who records a check on site was not there.
    #[error("on-site check: recorded by an officer who is not among those named")]
    NotAmongOfficers,
    /// The procedure does not allow this special procedure.
    #[error("special procedure: not one of those that the procedure allows")]
    PauseNotListed,
    /// This special procedure runs already.
    #[error("special procedure: runs already")]
    PauseRunning,
    /// More days than the item gives the special procedure.
    #[error("special procedure: more than {longest} days")]
    PauseTooLong {
        /// The most days.
        longest: u16,
    },
    /// This special procedure does not run.
    #[error("special procedure: does not run")]
    PauseNotRunning,
    /// The end lies before the beginning.
    #[error("special procedure: ends before it began on {from}")]
    PauseEndsEarly {
        /// The day it began.
        from: NaiveDate,
    },
    /// The end lies after today.
    #[error("special procedure: ends after today")]
    PauseEndsInFuture,
    /// The time to decide cannot be extended.
    #[error("decision: the time cannot be extended")]
    NotExtendable,
    /// The time to decide was extended before.
    #[error("decision: the time was extended before")]
    ExtendedBefore,
    /// No day more, or more than can be had.
    #[error("decision: the extension is not of 1 to {longest} days")]
    ExtensionTooLong {
        /// The most days.
        longest: u16,
    },
    /// The time to decide is over.
    #[error("decision: the time was over on {due}")]
    DecisionOverdue {
        /// Its last day.
        due: NaiveDate,
    },
    /// The applicant was not told of the right to a hearing.
    #[error("hearing: the right to it was not told")]
    HearingNotOffered,
    /// The right to a hearing was told before.
    #[error("hearing: the right was told before, on {on}")]
    HearingOffered {
        /// The day it was told.
        on: NaiveDate,
    },
    /// The applicant has asked for the hearing, or waived it.
    #[error("hearing: asked for or waived before")]
    HearingChosen,
    /// The time to ask for a hearing is over.
    #[error("hearing: the time to ask for it was over on {until}")]
    HearingRequestLate {
        /// The last day to ask.
        until: NaiveDate,
    },
    /// Nobody has asked for a hearing.
    #[error("hearing: nobody has asked for it")]
    HearingNotRequested,
    /// The hearing was held before.
    #[error("hearing: held before, on {on}")]
    HearingHeldBefore {
        /// The day it was held.
        on: NaiveDate,
    },
    /// Fewer than seven days of notice before the hearing.
    #[error("hearing: before {earliest}, less than seven days away")]
    HearingTooSoon {
        /// The first day that leaves seven days.
        earliest: NaiveDate,
    },
    /// The hearing would come after its time.
    #[error("hearing: after {latest}, the last day for it")]
    HearingTooLate {
        /// The last day.
        latest: NaiveDate,
    },
    /// The day of the hearing was not told.
    #[error("hearing: its day was not told")]
    HearingNotScheduled,
    /// The day of the hearing has not come.
    #[error("hearing: scheduled for {on}")]
    HearingNotYet {
        /// The day that was told.
        on: NaiveDate,
    },
    /// Who examined the case would lead its hearing.
    #[error("hearing: who examined a case does not lead its hearing")]
    HearingByExaminer,
    /// The applicant can still ask for a hearing.
    #[error("decision: the applicant can still ask for a hearing")]
    HearingRightOpen {
        /// The last day to ask, when the calendar reaches that far.
        until: Option<NaiveDate>,
    },
    /// The hearing that was asked for has not been held.
    #[error("decision: the hearing has not been held")]
    HearingNotHeld,
    /// A third party has been neither heard nor waived it.
    #[error("decision: third party {position} has not been heard")]
    ThirdPartyNotHeard {
        /// Which of those notified, from 1.
        position: usize,
    },
    /// No third party waits to be heard.
    #[error("third party: none waits to be heard")]
    NoThirdPartyWaits,
    /// No third party of this number was notified.
    #[error("third party: none of this number was notified")]
    ThirdPartyUnknown,
    /// The third party was heard or waived it before.
    #[error("third party: number {position} was heard or waived it before")]
    ThirdPartyAnswered {
        /// Which of those notified, from 1.
        position: usize,
    },
    /// The guide names no material that may follow.
    #[error("acceptance: the guide names no material that may follow")]
    NotTolerant,
    /// A material that may not follow.
    #[error("materials: number {position} of the list may not follow later")]
    NotMinor {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A promise for a later day than the guide allows.
    #[error("acceptance: promised for a day after {latest}")]
    ToleranceTooLong {
        /// The last day that can be promised.
        latest: NaiveDate,
    },
    /// The case was not accepted tolerantly.
    #[error("acceptance: nothing was to follow")]
    NothingTolerated,
    /// What was promised has come.
    #[error("materials: what was promised has come")]
    ToleranceMet,
    /// What was promised can still come.
    #[error("materials: what was promised can come until {until}")]
    ToleranceOpen {
        /// The last day.
        until: NaiveDate,
    },
    /// The guide provides another outcome for what did not come.
    #[error("materials: the guide provides another outcome for what did not come")]
    ToleranceOtherOutcome,
    /// Who accepted would decide.
    #[error("decision: who accepted a case never decides it")]
    AcceptedByTheSame,
    /// A text that the law or the file needs is blank.
    #[error("{}: the text is blank", .words.english())]
    Blank {
        /// Which text.
        words: Words,
    },
    /// A text is too long to be reported to the national exchange.
    #[error("{}: more than {} characters", .words.english(), .words.longest())]
    TooLong {
        /// Which text.
        words: Words,
    },
    /// The working calendar does not reach that far.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
}

/// A text that somebody has to write.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Words {
    /// Why (理由).
    Reason,
    /// The body to apply to instead (有权机关).
    RightBody,
    /// The body for administrative review (行政复议机关).
    ReviewBody,
    /// The court (人民法院).
    Court,
    /// The name of a step (环节名称).
    Step,
    /// What was found (意见内容).
    Note,
    /// The identifier of a license (证照标识).
    License,
    /// The number of a notice to the applicant (告知文书编号).
    Notice,
    /// The result of a special procedure (特别程序结果).
    Result,
    /// The number of the record of a hearing (听证笔录编号).
    Record,
    /// A third party (利害关系人).
    Party,
    /// What a third party said (陈述意见).
    Statement,
    /// The number of a signed promise (承诺书编号).
    Promise,
}

impl Words {
    /// The most characters, after the national exchange tables of 2020.
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::Reason | Self::Note | Self::Result | Self::Statement => 2000,
            Self::Step => 1000,
            Self::RightBody | Self::ReviewBody | Self::Court | Self::Party => 100,
            Self::License | Self::Notice | Self::Record | Self::Promise => 256,
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::RightBody => "right body",
            Self::ReviewBody => "body for administrative review",
            Self::Court => "court",
            Self::Step => "step",
            Self::Note => "note",
            Self::License => "license",
            Self::Notice => "notice",
            Self::Result => "result",
            Self::Record => "record",
            Self::Party => "third party",
            Self::Statement => "statement",
            Self::Promise => "promise",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::Reason => "理由",
            Self::RightBody => "有权机关",
            Self::ReviewBody => "行政复议机关",
            Self::Court => "人民法院",
            Self::Step => "环节名称",
            Self::Note => "意见内容",
            Self::License => "证照标识",
            Self::Notice => "告知文书编号",
            Self::Result => "特别程序结果",
            Self::Record => "听证笔录编号",
            Self::Party => "利害关系人",
            Self::Statement => "陈述意见",
            Self::Promise => "承诺书编号",
        }
    }
}

impl Refusal {
    /// The kind of refusal as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherProcedure => "other-procedure",
            Self::OtherDivision => "other-division",
            Self::OtherBody => "other-body",
            Self::RoleMissing { .. } => "role-missing",
            Self::OtherApplicant => "other-applicant",
            Self::WrongActor { .. } => "wrong-actor",
            Self::TimeRunsBackwards { .. } => "time-runs-backwards",
            Self::TimeOutOfRange => "time-out-of-range",
            Self::WrongState { .. } => "wrong-state",
            Self::DeemedAccepted { .. } => "deemed-accepted",
            Self::SilenceNotOver { .. } => "silence-not-over",
            Self::AlreadyRequested { .. } => "already-requested",
            Self::ListEmpty => "list-empty",
            Self::NotInGuide { .. } => "not-in-guide",
            Self::ListedTwice { .. } => "listed-twice",
            Self::NoTimeLeft => "no-time-left",
            Self::MaterialMissing { .. } => "material-missing",
            Self::NeverRequested => "never-requested",
            Self::SupplementStillOpen { .. } => "supplement-still-open",
            Self::ReviewMissing => "review-missing",
            Self::OnSiteCheckMissing => "on-site-check-missing",
            Self::TooFewOfficers { .. } => "too-few-officers",
            Self::NotAmongOfficers => "not-among-officers",
            Self::PauseNotListed => "pause-not-listed",
            Self::PauseRunning => "pause-running",
            Self::PauseTooLong { .. } => "pause-too-long",
            Self::PauseNotRunning => "pause-not-running",
            Self::PauseEndsEarly { .. } => "pause-ends-early",
            Self::PauseEndsInFuture => "pause-ends-in-future",
            Self::NotExtendable => "not-extendable",
            Self::ExtendedBefore => "extended-before",
            Self::ExtensionTooLong { .. } => "extension-too-long",
            Self::DecisionOverdue { .. } => "decision-overdue",
            Self::HearingNotOffered => "hearing-not-offered",
            Self::HearingOffered { .. } => "hearing-offered",
            Self::HearingChosen => "hearing-chosen",
            Self::HearingRequestLate { .. } => "hearing-request-late",
            Self::HearingNotRequested => "hearing-not-requested",
            Self::HearingHeldBefore { .. } => "hearing-held-before",
            Self::HearingTooSoon { .. } => "hearing-too-soon",
            Self::HearingTooLate { .. } => "hearing-too-late",
            Self::HearingNotScheduled => "hearing-not-scheduled",
            Self::HearingNotYet { .. } => "hearing-not-yet",
            Self::HearingByExaminer => "hearing-by-examiner",
            Self::HearingRightOpen { .. } => "hearing-right-open",
            Self::HearingNotHeld => "hearing-not-held",
            Self::ThirdPartyNotHeard { .. } => "third-party-not-heard",
            Self::NoThirdPartyWaits => "no-third-party-waits",
            Self::ThirdPartyUnknown => "third-party-unknown",
            Self::ThirdPartyAnswered { .. } => "third-party-answered",
            Self::NotTolerant => "not-tolerant",
            Self::NotMinor { .. } => "not-minor",
            Self::ToleranceTooLong { .. } => "tolerance-too-long",
            Self::NothingTolerated => "nothing-tolerated",
            Self::ToleranceMet => "tolerance-met",
            Self::ToleranceOpen { .. } => "tolerance-open",
            Self::ToleranceOtherOutcome => "tolerance-other-outcome",
            Self::AcceptedByTheSame => "accepted-by-the-same",
            Self::Blank { .. } => "blank",
            Self::TooLong { .. } => "too-long",
            Self::NotCovered(_) => "calendar-not-covered",
        }
    }

    /// The refusal as one Chinese sentence that a clerk can read out.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::OtherProcedure => "本办件适用另一事项或另一版本的办理规程".to_owned(),
            Self::OtherDivision => "工作人员不属于本事项的行政区划".to_owned(),
            Self::OtherBody => "工作人员不属于本事项的实施机关".to_owned(),
            Self::RoleMissing { role } => format!("工作人员没有“{}”职责", role.zh()),
            Self::OtherApplicant => "操作人不是本办件的申请人".to_owned(),
            Self::WrongActor { command } => format!("该主体不能进行“{}”", command.zh()),
            Self::TimeRunsBackwards { last } => {
                format!("时间早于本办件上一环节（{}）", last.format("%Y-%m-%d %H:%M:%S"))
            }
            Self::TimeOutOfRange => "时间超出公元1年至9999年".to_owned(),
            Self::WrongState { command, state } => {
                format!("办件处于“{}”，不能进行“{}”", state.zh(), command.zh())
            }
            Self::DeemedAccepted { on } => {
                format!("逾期未告知，本办件自{}起即为受理", date_zh(*on))
            }
            Self::SilenceNotOver { due: Some(due) } => {
                format!("答复期限至{}届满，尚不能视为受理", date_zh(*due))
            }
            Self::SilenceNotOver { due: None } => "答复期限尚未届满，不能视为受理".to_owned(),
            Self::AlreadyRequested { on } => format!("已于{}一次性告知补正", date_zh(*on)),
            Self::ListEmpty => "没有列出材料".to_owned(),
            Self::NotInGuide { position } => format!("所列第{position}项材料不在办事指南之内"),
            Self::ListedTwice { position } => format!("所列第{position}项材料重复"),
            Self::NoTimeLeft => "补正期限应在今日之后".to_owned(),
            Self::MaterialMissing { position } => {
                format!("办事指南第{position}项必要材料尚未收到")
            }
            Self::NeverRequested => "尚未一次性告知申请人补正".to_owned(),
            Self::SupplementStillOpen { until } => {
                format!("申请人可在{}前补正，期限未满", date_zh(*until))
            }
            Self::ReviewMissing => "本办件尚无审查意见".to_owned(),
            Self::OnSiteCheckMissing => "本办件尚未实地核查".to_owned(),
            Self::TooFewOfficers { required, found } => {
                format!("实地核查应有{required}名以上工作人员，现为{found}名")
            }
            Self::NotAmongOfficers => "记录人不在实地核查人员之列".to_owned(),
            Self::PauseNotListed => "本事项没有规定该特别程序".to_owned(),
            Self::PauseRunning => "该特别程序正在进行".to_owned(),
            Self::PauseTooLong { longest } => format!("特别程序时间超过{longest}日"),
            Self::PauseNotRunning => "该特别程序未在进行".to_owned(),
            Self::PauseEndsEarly { from } => {
                format!("特别程序自{}开始，不能早于该日结束", date_zh(*from))
            }
            Self::PauseEndsInFuture => "特别程序的结束日期在今日之后".to_owned(),
            Self::NotExtendable => "本事项的办理期限不能延长".to_owned(),
            Self::ExtendedBefore => "办理期限已经延长过一次".to_owned(),
            Self::ExtensionTooLong { longest } => format!("延长的时间应为1至{longest}日"),
            Self::DecisionOverdue { due } => format!("办理期限已于{}届满", date_zh(*due)),
            Self::HearingNotOffered => "尚未告知听证权利".to_owned(),
            Self::HearingOffered { on } => format!("已于{}告知听证权利", date_zh(*on)),
            Self::HearingChosen => "申请人已经申请或者放弃听证".to_owned(),
            Self::HearingRequestLate { until } => {
                format!("申请听证的期限已于{}届满", date_zh(*until))
            }
            Self::HearingNotRequested => "无人申请听证".to_owned(),
            Self::HearingHeldBefore { on } => format!("已于{}举行听证", date_zh(*on)),
            Self::HearingTooSoon { earliest } => {
                format!("听证应提前七日通知，最早为{}", date_zh(*earliest))
            }
            Self::HearingTooLate { latest } => format!("听证应在{}前举行", date_zh(*latest)),
            Self::HearingNotScheduled => "尚未通知听证日期".to_owned(),
            Self::HearingNotYet { on } => format!("听证定于{}举行", date_zh(*on)),
            Self::HearingByExaminer => "审查本办件的人员不得主持听证".to_owned(),
            Self::HearingRightOpen { .. } => "申请听证的期限未满，申请人尚未选择".to_owned(),
            Self::HearingNotHeld => "申请的听证尚未举行".to_owned(),
            Self::ThirdPartyNotHeard { position } => {
                format!("第{position}名利害关系人的意见尚未听取")
            }
            Self::NoThirdPartyWaits => "没有待听取意见的利害关系人".to_owned(),
            Self::ThirdPartyUnknown => "没有告知过该序号的利害关系人".to_owned(),
            Self::ThirdPartyAnswered { position } => {
                format!("第{position}名利害关系人已陈述或者放弃")
            }
            Self::NotTolerant => "办事指南没有可容缺材料".to_owned(),
            Self::NotMinor { position } => format!("所列第{position}项材料不得容缺"),
            Self::ToleranceTooLong { latest } => format!("承诺补齐日期晚于{}", date_zh(*latest)),
            Self::NothingTolerated => "本办件未容缺受理".to_owned(),
            Self::ToleranceMet => "承诺补齐的材料已经收到".to_owned(),
            Self::ToleranceOpen { until } => {
                format!("承诺补齐的材料可在{}前提交，期限未满", date_zh(*until))
            }
            Self::ToleranceOtherOutcome => "逾期未补齐的，办事指南规定作其他处理".to_owned(),
            Self::AcceptedByTheSame => "受理本办件的人员不得作出决定".to_owned(),
            Self::Blank { words } => format!("缺少{}", words.zh()),
            Self::TooLong { words } => format!("{}超过{}个字符", words.zh(), words.longest()),
            Self::NotCovered(cause) => cause.zh(),
        }
    }

    /// Where the law says so; none for what is order rather than law.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        let article = match self {
            Self::OtherDivision | Self::OtherBody => 22,
            Self::OtherApplicant => 29,
            Self::WrongState { command, .. } => return command.basis(),
            Self::WrongActor { command } if command.doer() == Doer::Clock => 32,
            Self::DeemedAccepted { .. }
            | Self::SilenceNotOver { .. }
            | Self::AlreadyRequested { .. }
            | Self::NeverRequested
            | Self::SupplementStillOpen { .. }
            | Self::NoTimeLeft
            | Self::MaterialMissing { .. }
            | Self::Blank { words: Words::RightBody } => 32,
            Self::NotInGuide { .. } => 31,
            Self::ReviewMissing
            | Self::OnSiteCheckMissing
            | Self::TooFewOfficers { .. }
            | Self::NotAmongOfficers => 34,
            Self::Blank { words: Words::Reason | Words::ReviewBody | Words::Court } => 38,
            Self::ThirdPartyNotHeard { .. } | Self::NoThirdPartyWaits | Self::ThirdPartyUnknown => {
                36
            }
            Self::NotExtendable
            | Self::ExtendedBefore
            | Self::ExtensionTooLong { .. }
            | Self::DecisionOverdue { .. } => 42,
            Self::PauseNotListed | Self::PauseTooLong { .. } | Self::PauseEndsInFuture => 45,
            Self::HearingNotOffered
            | Self::HearingRequestLate { .. }
            | Self::HearingNotRequested
            | Self::HearingTooLate { .. }
            | Self::HearingRightOpen { .. } => 47,
            Self::HearingTooSoon { .. }
            | Self::HearingNotScheduled
            | Self::HearingNotYet { .. }
            | Self::HearingByExaminer
            | Self::HearingNotHeld => 48,
            Self::NotCovered(_) => 82,
            Self::AcceptedByTheSame | Self::RoleMissing { .. } => return Some(Basis::separation()),
            _ => return None,
        };
        Some(Basis::licensing_law(article))
    }
}
