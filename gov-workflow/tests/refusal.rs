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
