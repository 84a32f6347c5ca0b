//! What a refusal says, word for word: to programs, to developers, to clerks.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::{at, day};

/// code, English, Chinese, basis, what would help in English and in Chinese.
type Said = [&'static str; 6];

#[expect(clippy::too_many_lines, reason = "one screen for each language, and no logic")]
fn table() -> Vec<(Refusal, Said)> {
    let wrong_state = |command, state| Refusal::WrongState { command, state };
    let wrong_actor = |command| Refusal::WrongActor { command };
    vec![
        (
            Refusal::OtherProcedure,
            [
                "other-procedure",
                "case: began under another item or version of its procedure",
                "本办件适用另一事项或另一版本的办理规程",
                "",
                "use the procedure that the case began with",
                "按本办件开始时的办理规程办理",
            ],
        ),
        (
            Refusal::OtherDivision,
            [
                "other-division",
                "officer: serves another division than the procedure",
                "工作人员不属于本事项的行政区划",
                "行政许可法 art. 22",
                "an officer of the procedure's division does it",
                "由本事项所在行政区划的工作人员办理",
            ],
        ),
        (
            Refusal::OtherBody,
            [
                "other-body",
                "officer: works for another body than the procedure",
                "工作人员不属于本事项的实施机关",
                "行政许可法 art. 22",
                "an officer of the procedure's body or its windows does it",
                "由实施机关或其综合窗口的工作人员办理",
            ],
        ),
        (
            Refusal::RoleMissing { role: Role::Decision },
            [
                "role-missing",
                "officer: lacks the role of decision",
                "工作人员没有“决定”职责",
                "石嘴山市推进“互联网+政务服务”工作实施方案 二(二)2(1)",
                "an officer with the role of decision does it",
                "由具有“决定”职责的工作人员办理",
            ],
        ),
        (
            Refusal::OtherApplicant,
            [
                "other-applicant",
                "applicant: the case is another applicant's",
                "操作人不是本办件的申请人",
                "行政许可法 art. 29",
                "the applicant of the case does it",
                "由本办件的申请人办理",
            ],
        ),
        (
            wrong_actor(CommandKind::Withdraw),
            [
                "wrong-actor",
                "actor: cannot withdraw",
                "该主体不能进行“撤回”",
                "",
                "the applicant does it",
                "由申请人办理",
            ],
        ),
        (
            wrong_actor(CommandKind::Supplement),
            [
                "wrong-actor",
                "actor: cannot supplement",
                "该主体不能进行“补正”",
                "",
                "the applicant does it, or an officer with the role of acceptance",
                "由申请人或具有“收件受理”职责的工作人员办理",
            ],
        ),
        (
            wrong_actor(CommandKind::Issue),
            [
                "wrong-actor",
                "actor: cannot issue",
                "该主体不能进行“制证”",
                "",
                "an officer with the role of issuing does it",
                "由具有“制证”职责的工作人员办理",
            ],
        ),
        (
            wrong_actor(CommandKind::DeemAccepted),
            [
                "wrong-actor",
                "actor: cannot deem accepted",
                "该主体不能进行“视为受理”",
                "行政许可法 art. 32",
                "the system records it when the time has come",
                "期限届满时由系统记录",
            ],
        ),
        (
            Refusal::TimeRunsBackwards { last: at("2026-03-02T09:30:00") },
            [
                "time-runs-backwards",
                "time: before the last event of the case, 2026-03-02 09:30:00 +08:00",
                "时间早于本办件上一环节（2026-03-02 09:30:00）",
                "",
                "check the clock and try again",
                "核对时钟后重试",
            ],
        ),
        (
            Refusal::TimeOutOfRange,
            [
                "time-out-of-range",
                "time: outside the years 1 to 9999",
                "时间超出公元1年至9999年",
                "",
                "check the clock",
                "核对时钟",
            ],
        ),
        (
            wrong_state(CommandKind::Grant, State::Submitted),
            [
                "wrong-state",
                "case: cannot grant a case that is submitted",
                "办件处于“已提交”，不能进行“准予许可”",
                "行政许可法 art. 38",
                "accept the case",
                "先受理",
            ],
        ),
        (
            wrong_state(CommandKind::Withdraw, State::Closed),
            [
                "wrong-state",
                "case: cannot withdraw a case that is closed",
                "办件处于“办结”，不能进行“撤回”",
                "",
                "nothing: the case is over; a new application can be made",
                "本办件已结束，可另行申请",
            ],
        ),
        (
            Refusal::DeemedAccepted { on: day("2026-03-02") },
            [
                "deemed-accepted",
                "acceptance: silence has accepted the case as of 2026-03-02",
                "逾期未告知，本办件自2026年3月2日起即为受理",
                "行政许可法 art. 32",
                "go on with the review; the time to decide runs from that day",
                "继续审查，办理期限自该日起算",
            ],
        ),
        (
            Refusal::SilenceNotOver { due: Some(day("2026-03-09")) },
            [
                "silence-not-over",
                "acceptance: the time to answer is not over",
                "答复期限至2026年3月9日届满，尚不能视为受理",
                "行政许可法 art. 32",
                "wait until 2026-03-09 is over",
                "待2026年3月9日届满后再办理",
            ],
        ),
        (
            Refusal::SilenceNotOver { due: None },
            [
                "silence-not-over",
                "acceptance: the time to answer is not over",
                "答复期限尚未届满，不能视为受理",
                "行政许可法 art. 32",
                "wait until the time is over",
                "待期限届满后再办理",
            ],
        ),
        (
            Refusal::AlreadyRequested { on: day("2026-03-05") },
            [
                "already-requested",
                "supplement: requested before, on 2026-03-05",
                "已于2026年3月5日一次性告知补正",
                "行政许可法 art. 32",
                "decide on what is there; the law knows one notice",
                "补正只告知一次，请按现有材料处理",
            ],
        ),
        (
            Refusal::ListEmpty,
            [
                "list-empty",
                "materials: the list is empty",
                "没有列出材料",
                "",
                "list at least one material of the guide",
                "至少列出一项办事指南所列材料",
            ],
        ),
        (
            Refusal::NotInGuide { position: 2 },
            [
                "not-in-guide",
                "materials: number 2 of the list is not in the guide",
                "所列第2项材料不在办事指南之内",
                "行政许可法 art. 31",
                "list materials of the guide only",
                "只列办事指南之内的材料",
            ],
        ),
        (
            Refusal::ListedTwice { position: 3 },
            [
                "listed-twice",
                "materials: number 3 of the list stands there before",
                "所列第3项材料重复",
                "",
                "list each material once",
                "每项材料只列一次",
            ],
        ),
        (
            Refusal::NoTimeLeft,
            [
                "no-time-left",
                "supplement: the last day to hand it in is not after today",
                "补正期限应在今日之后",
                "行政许可法 art. 32",
                "name a day after today",
                "另定今日之后的日期",
            ],
        ),
        (
            Refusal::MaterialMissing { position: 2 },
            [
                "material-missing",
                "materials: number 2 of the guide is required and not in hand",
                "办事指南第2项必要材料尚未收到",
                "行政许可法 art. 32",
                "the applicant hands the material in",
                "由申请人提交该材料",
            ],
        ),
        (
            Refusal::NeverRequested,
            [
                "never-requested",
                "acceptance: the applicant was not told what is missing",
                "尚未一次性告知申请人补正",
                "行政许可法 art. 32",
                "tell the applicant once what is missing",
                "先一次性告知申请人补正",
            ],
        ),
        (
            Refusal::SupplementStillOpen { until: day("2026-03-20") },
            [
                "supplement-still-open",
                "acceptance: the applicant has until 2026-03-20 to supplement",
                "申请人可在2026年3月20日前补正，期限未满",
                "行政许可法 art. 32",
                "wait until 2026-03-20 is over",
                "待2026年3月20日届满后再办理",
            ],
        ),
        (
            Refusal::ReviewMissing,
            [
                "review-missing",
                "decision: nobody has reviewed the case",
                "本办件尚无审查意见",
                "行政许可法 art. 34",
                "an officer reviews the case and records an opinion",
                "先由审查人员出具审查意见",
            ],
        ),
        (
            Refusal::OnSiteCheckMissing,
            [
                "on-site-check-missing",
                "decision: the check on site has not been made",
                "本办件尚未实地核查",
                "行政许可法 art. 34",
                "officers check on site together and record it",
                "先由规定人数的工作人员实地核查并记录",
            ],
        ),
        (
            Refusal::TooFewOfficers { required: 2, found: 1 },
            [
                "too-few-officers",
                "on-site check: expected 2 officers at least, found 1",
                "实地核查应有2名以上工作人员，现为1名",
                "行政许可法 art. 34",
                "name all officers who were there",
                "列出全部核查人员",
            ],
        ),
        (
            Refusal::NotAmongOfficers,
            [
                "not-among-officers",
                "on-site check: recorded by an officer who is not among those named",
                "记录人不在实地核查人员之列",
                "行政许可法 art. 34",
                "one of the officers who were there records it",
                "由参加核查的人员记录",
            ],
        ),
        (
            Refusal::PauseNotListed,
            [
                "pause-not-listed",
                "special procedure: not one of those that the procedure allows",
                "本事项没有规定该特别程序",
                "行政许可法 art. 45",
                "use a special procedure of the procedure; the body's own visit does not stop the clock",
                "采用本事项规定的特别程序；机关自行实地核查不停止计时",
            ],
        ),
        (
            Refusal::PauseRunning,
            [
                "pause-running",
                "special procedure: runs already",
                "该特别程序正在进行",
                "",
                "end it before it begins anew",
                "先结束该特别程序",
            ],
        ),
        (
            Refusal::PauseTooLong { longest: 10 },
            [
                "pause-too-long",
                "special procedure: more than 10 days",
                "特别程序时间超过10日",
                "行政许可法 art. 45",
                "tell the applicant of 10 days at most",
                "告知申请人的时间不超过10日",
            ],
        ),
        (
            Refusal::PauseNotRunning,
            [
                "pause-not-running",
                "special procedure: does not run",
                "该特别程序未在进行",
                "",
                "end one that runs",
                "结束正在进行的特别程序",
            ],
        ),
        (
            Refusal::PauseEndsEarly { from: day("2026-03-02") },
            [
                "pause-ends-early",
                "special procedure: ends before it began on 2026-03-02",
                "特别程序自2026年3月2日开始，不能早于该日结束",
                "",
                "name a day from 2026-03-02 on",
                "填写2026年3月2日及以后的日期",
            ],
        ),
        (
            Refusal::PauseEndsInFuture,
            [
                "pause-ends-in-future",
                "special procedure: ends after today",
                "特别程序的结束日期在今日之后",
                "行政许可法 art. 45",
                "record the end when it has come",
                "待特别程序结束后再记录",
            ],
        ),
        (
            Refusal::NotExtendable,
            [
                "not-extendable",
                "decision: the time cannot be extended",
                "本事项的办理期限不能延长",
                "行政许可法 art. 42",
                "decide in the time there is",
                "在现有期限内作出决定",
            ],
        ),
        (
            Refusal::ExtendedBefore,
            [
                "extended-before",
                "decision: the time was extended before",
                "办理期限已经延长过一次",
                "行政许可法 art. 42",
                "decide in the time there is",
                "在现有期限内作出决定",
            ],
        ),
        (
            Refusal::ExtensionTooLong { longest: 10 },
            [
                "extension-too-long",
                "decision: the extension is not of 1 to 10 days",
                "延长的时间应为1至10日",
                "行政许可法 art. 42",
                "extend by 1 to 10 days",
                "延长1至10日",
            ],
        ),
        (
            Refusal::DecisionOverdue { due: day("2026-03-02") },
            [
                "decision-overdue",
                "decision: the time was over on 2026-03-02",
                "办理期限已于2026年3月2日届满",
                "行政许可法 art. 42",
                "decide at once; what is over cannot be extended",
                "立即作出决定，届满的期限不能延长",
            ],
        ),
        (
            Refusal::HearingNotOffered,
            [
                "hearing-not-offered",
                "hearing: the right to it was not told",
                "尚未告知听证权利",
                "行政许可法 art. 47",
                "tell the applicant of the right to a hearing",
                "先告知申请人听证权利",
            ],
        ),
        (
            Refusal::HearingOffered { on: day("2026-03-02") },
            [
                "hearing-offered",
                "hearing: the right was told before, on 2026-03-02",
                "已于2026年3月2日告知听证权利",
                "",
                "the applicant chooses",
                "由申请人选择",
            ],
        ),
        (
            Refusal::HearingChosen,
            [
                "hearing-chosen",
                "hearing: asked for or waived before",
                "申请人已经申请或者放弃听证",
                "",
                "nothing: the choice is made once",
                "已作选择，不再变更",
            ],
        ),
        (
            Refusal::HearingRequestLate { until: day("2026-03-02") },
            [
                "hearing-request-late",
                "hearing: the time to ask for it was over on 2026-03-02",
                "申请听证的期限已于2026年3月2日届满",
                "行政许可法 art. 47",
                "nothing: the time to ask is over",
                "申请听证的期限已过",
            ],
        ),
        (
            Refusal::HearingNotRequested,
            [
                "hearing-not-requested",
                "hearing: nobody has asked for it",
                "无人申请听证",
                "行政许可法 art. 47",
                "the applicant asks for it",
                "由申请人提出听证申请",
            ],
        ),
        (
            Refusal::HearingHeldBefore { on: day("2026-03-02") },
            [
                "hearing-held-before",
                "hearing: held before, on 2026-03-02",
                "已于2026年3月2日举行听证",
                "",
                "decide on its record",
                "根据听证笔录作出决定",
            ],
        ),
        (
            Refusal::HearingTooSoon { earliest: day("2026-03-02") },
            [
                "hearing-too-soon",
                "hearing: before 2026-03-02, less than seven days away",
                "听证应提前七日通知，最早为2026年3月2日",
                "行政许可法 art. 48",
                "name 2026-03-02 or a later day",
                "定于2026年3月2日或其后",
            ],
        ),
        (
            Refusal::HearingTooLate { latest: day("2026-03-02") },
            [
                "hearing-too-late",
                "hearing: after 2026-03-02, the last day for it",
                "听证应在2026年3月2日前举行",
                "行政许可法 art. 47",
                "name 2026-03-02 or an earlier day",
                "定于2026年3月2日或其前",
            ],
        ),
        (
            Refusal::HearingNotScheduled,
            [
                "hearing-not-scheduled",
                "hearing: its day was not told",
                "尚未通知听证日期",
                "行政许可法 art. 48",
                "tell the day seven days before",
                "提前七日通知听证时间、地点",
            ],
        ),
        (
            Refusal::HearingNotYet { on: day("2026-03-02") },
            [
                "hearing-not-yet",
                "hearing: scheduled for 2026-03-02",
                "听证定于2026年3月2日举行",
                "行政许可法 art. 48",
                "hold it on 2026-03-02",
                "于2026年3月2日举行",
            ],
        ),
        (
            Refusal::HearingByExaminer,
            [
                "hearing-by-examiner",
                "hearing: who examined a case does not lead its hearing",
                "审查本办件的人员不得主持听证",
                "行政许可法 art. 48",
                "another officer leads the hearing",
                "由其他工作人员主持听证",
            ],
        ),
        (
            Refusal::HearingRightOpen { until: Some(day("2026-03-09")) },
            [
                "hearing-right-open",
                "decision: the applicant can still ask for a hearing",
                "申请听证的期限未满，申请人尚未选择",
                "行政许可法 art. 47",
                "wait for the applicant's choice, or until 2026-03-09 is over",
                "等待申请人选择，或者待2026年3月9日届满",
            ],
        ),
        (
            Refusal::HearingNotHeld,
            [
                "hearing-not-held",
                "decision: the hearing has not been held",
                "申请的听证尚未举行",
                "行政许可法 art. 48",
                "hold the hearing",
                "先举行听证",
            ],
        ),
        (
            Refusal::ThirdPartyNotHeard { position: 2 },
            [
                "third-party-not-heard",
                "decision: third party 2 has not been heard",
                "第2名利害关系人的意见尚未听取",
                "行政许可法 art. 36",
                "hear the third party, or record its waiver",
                "听取其意见，或者记录其放弃",
            ],
        ),
        (
            Refusal::NoThirdPartyWaits,
            [
                "no-third-party-waits",
                "third party: none waits to be heard",
                "没有待听取意见的利害关系人",
                "行政许可法 art. 36",
                "notify the third party first",
                "先告知利害关系人",
            ],
        ),
        (
            Refusal::ThirdPartyUnknown,
            [
                "third-party-unknown",
                "third party: none of this number was notified",
                "没有告知过该序号的利害关系人",
                "行政许可法 art. 36",
                "name one that was notified, by its number from 1",
                "填写已告知的利害关系人序号，从1起",
            ],
        ),
        (
            Refusal::ThirdPartyAnswered { position: 2 },
            [
                "third-party-answered",
                "third party: number 2 was heard or waived it before",
                "第2名利害关系人已陈述或者放弃",
                "",
                "name one that still waits",
                "填写尚未陈述的利害关系人",
            ],
        ),
        (
            Refusal::NotTolerant,
            [
                "not-tolerant",
                "acceptance: the guide names no material that may follow",
                "办事指南没有可容缺材料",
                "",
                "accept it when it is complete",
                "待材料齐全后受理",
            ],
        ),
        (
            Refusal::NotMinor { position: 2 },
            [
                "not-minor",
                "materials: number 2 of the list may not follow later",
                "所列第2项材料不得容缺",
                "",
                "the applicant hands the material in before acceptance",
                "由申请人在受理前提交该材料",
            ],
        ),
        (
            Refusal::ToleranceTooLong { latest: day("2026-03-02") },
            [
                "tolerance-too-long",
                "acceptance: promised for a day after 2026-03-02",
                "承诺补齐日期晚于2026年3月2日",
                "",
                "promise 2026-03-02 or an earlier day",
                "承诺于2026年3月2日或其前补齐",
            ],
        ),
        (
            Refusal::NothingTolerated,
            [
                "nothing-tolerated",
                "acceptance: nothing was to follow",
                "本办件未容缺受理",
                "",
                "nothing: no material was promised",
                "本办件没有承诺补齐的材料",
            ],
        ),
        (
            Refusal::ToleranceMet,
            [
                "tolerance-met",
                "materials: what was promised has come",
                "承诺补齐的材料已经收到",
                "",
                "go on with the case",
                "继续办理",
            ],
        ),
        (
            Refusal::ToleranceOpen { until: day("2026-03-02") },
            [
                "tolerance-open",
                "materials: what was promised can come until 2026-03-02",
                "承诺补齐的材料可在2026年3月2日前提交，期限未满",
                "",
                "wait for the material, or until 2026-03-02 is over",
                "等待补齐，或者待2026年3月2日届满",
            ],
        ),
        (
            Refusal::ToleranceOtherOutcome,
            [
                "tolerance-other-outcome",
                "materials: the guide provides another outcome for what did not come",
                "逾期未补齐的，办事指南规定作其他处理",
                "",
                "end the case as the guide provides",
                "按办事指南规定处理",
            ],
        ),
        (
            Refusal::AcceptedByTheSame,
            [
                "accepted-by-the-same",
                "decision: who accepted a case never decides it",
                "受理本办件的人员不得作出决定",
                "石嘴山市推进“互联网+政务服务”工作实施方案 二(二)2(1)",
                "another officer decides",
                "由其他有决定职责的人员作出决定",
            ],
        ),
        (
            Refusal::Blank { words: Words::RightBody },
            [
                "blank",
                "right body: the text is blank",
                "缺少有权机关",
                "行政许可法 art. 32",
                "write the text",
                "填写有权机关",
            ],
        ),
        (
            Refusal::Blank { words: Words::Court },
            [
                "blank",
                "court: the text is blank",
                "缺少人民法院",
                "行政许可法 art. 38",
                "write the text",
                "填写人民法院",
            ],
        ),
        (
            Refusal::TooLong { words: Words::Step },
            [
                "too-long",
                "step: more than 1000 characters",
                "环节名称超过1000个字符",
                "",
                "write at most 1000 characters",
                "不超过1000个字符",
            ],
        ),
        (
            Refusal::NotCovered(town::calendar().is_working_day(day("2027-01-04")).unwrap_err()),
            [
                "calendar-not-covered",
                "calendar: 2027-01-04 is not covered, the data reaches from 2007-01-01 to 2026-12-25",
                "工作日历没有覆盖2027-01-04，数据自2007-01-01起至2026-12-25止",
                "行政许可法 art. 82",
                "load the calendar with the notice for that year",
                "载入该年度放假安排后的工作日历",
            ],
        ),
    ]
}

#[test]
fn every_refusal_says_what_is_written_here() {
    for (refusal, said) in table() {
        let basis = refusal.basis().map(|basis| basis.to_string()).unwrap_or_default();
        let says = [
            refusal.code().to_owned(),
            refusal.to_string(),
            refusal.zh(),
            basis,
            refusal.remedy(),
            refusal.remedy_zh(),
        ];
        assert_eq!(says, said.map(str::to_owned));
    }
}
