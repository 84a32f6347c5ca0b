//! What would make a refused command possible.

use crate::command::{CommandKind, Doer};
use crate::reckoning::date_zh;
use crate::refusal::Refusal;
use crate::state::State;

impl Refusal {
    /// What would make the command possible.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::OtherProcedure => "use the procedure that the case began with".to_owned(),
            Self::OtherDivision => "an officer of the procedure's division does it".to_owned(),
            Self::OtherBody => {
                "an officer of the procedure's body or its windows does it".to_owned()
            }
            Self::RoleMissing { role } => {
                format!("an officer with the role of {} does it", role.english())
            }
            Self::OtherApplicant => "the applicant of the case does it".to_owned(),
            Self::WrongActor { command } => match command.doer() {
                Doer::Applicant => "the applicant does it".to_owned(),
                Doer::ApplicantOr(role) => {
                    format!(
                        "the applicant does it, or an officer with the role of {}",
                        role.english()
                    )
                }
                Doer::Officer(role) => {
                    format!("an officer with the role of {} does it", role.english())
                }
                Doer::Clock => "the system records it when the time has come".to_owned(),
            },
            Self::TimeRunsBackwards { .. } => "check the clock and try again".to_owned(),
            Self::TimeOutOfRange => "check the clock".to_owned(),
            Self::WrongState { command, state } => way(*command, *state).0.to_owned(),
            Self::DeemedAccepted { .. } => {
                "go on with the review; the time to decide runs from that day".to_owned()
            }
            Self::SilenceNotOver { due: Some(due) } => format!("wait until {due} is over"),
            Self::SilenceNotOver { due: None } => "wait until the time is over".to_owned(),
            Self::AlreadyRequested { .. } => {
                "decide on what is there; the law knows one notice".to_owned()
            }
            Self::ListEmpty => "list at least one material of the guide".to_owned(),
            Self::NotInGuide { .. } => "list materials of the guide only".to_owned(),
            Self::ListedTwice { .. } => "list each material once".to_owned(),
            Self::NoTimeLeft => "name a day after today".to_owned(),
            Self::MaterialMissing { .. } => "the applicant hands the material in".to_owned(),
            Self::NeverRequested => "tell the applicant once what is missing".to_owned(),
            Self::SupplementStillOpen { until } => format!("wait until {until} is over"),
            Self::ReviewMissing => "an officer reviews the case and records an opinion".to_owned(),
            Self::OnSiteCheckMissing => "officers check on site together and record it".to_owned(),
            Self::TooFewOfficers { .. } => "name all officers who were there".to_owned(),
            Self::NotAmongOfficers => "one of the officers who were there records it".to_owned(),
            Self::AcceptedByTheSame => "another officer decides".to_owned(),
            Self::Blank { .. } => "write the text".to_owned(),
            Self::TooLong { words } => format!("write at most {} characters", words.longest()),
            Self::NotCovered(_) => "load the calendar with the notice for that year".to_owned(),
        }
    }

    /// What would make the command possible, in Chinese (如何才能办理).
    #[must_use]
    pub fn remedy_zh(&self) -> String {
        match self {
            Self::OtherProcedure => "按本办件开始时的办理规程办理".to_owned(),
            Self::OtherDivision => "由本事项所在行政区划的工作人员办理".to_owned(),
            Self::OtherBody => "由实施机关或其综合窗口的工作人员办理".to_owned(),
            Self::RoleMissing { role } => format!("由具有“{}”职责的工作人员办理", role.zh()),
            Self::OtherApplicant => "由本办件的申请人办理".to_owned(),
            Self::WrongActor { command } => match command.doer() {
                Doer::Applicant => "由申请人办理".to_owned(),
                Doer::ApplicantOr(role) => {
                    format!("由申请人或具有“{}”职责的工作人员办理", role.zh())
                }
                Doer::Officer(role) => format!("由具有“{}”职责的工作人员办理", role.zh()),
                Doer::Clock => "期限届满时由系统记录".to_owned(),
            },
            Self::TimeRunsBackwards { .. } => "核对时钟后重试".to_owned(),
            Self::TimeOutOfRange => "核对时钟".to_owned(),
            Self::WrongState { command, state } => way(*command, *state).1.to_owned(),
            Self::DeemedAccepted { .. } => "继续审查，办理期限自该日起算".to_owned(),
            Self::SilenceNotOver { due: Some(due) } => format!("待{}届满后再办理", date_zh(*due)),
            Self::SilenceNotOver { due: None } => "待期限届满后再办理".to_owned(),
            Self::AlreadyRequested { .. } => "补正只告知一次，请按现有材料处理".to_owned(),
            Self::ListEmpty => "至少列出一项办事指南所列材料".to_owned(),
            Self::NotInGuide { .. } => "只列办事指南之内的材料".to_owned(),
            Self::ListedTwice { .. } => "每项材料只列一次".to_owned(),
            Self::NoTimeLeft => "另定今日之后的日期".to_owned(),
            Self::MaterialMissing { .. } => "由申请人提交该材料".to_owned(),
            Self::NeverRequested => "先一次性告知申请人补正".to_owned(),
            Self::SupplementStillOpen { until } => format!("待{}届满后再办理", date_zh(*until)),
            Self::ReviewMissing => "先由审查人员出具审查意见".to_owned(),
            Self::OnSiteCheckMissing => "先由规定人数的工作人员实地核查并记录".to_owned(),
            Self::TooFewOfficers { .. } => "列出全部核查人员".to_owned(),
            Self::NotAmongOfficers => "由参加核查的人员记录".to_owned(),
            Self::AcceptedByTheSame => "由其他有决定职责的人员作出决定".to_owned(),
            Self::Blank { words } => format!("填写{}", words.zh()),
            Self::TooLong { words } => format!("不超过{}个字符", words.longest()),
            Self::NotCovered(_) => "载入该年度放假安排后的工作日历".to_owned(),
        }
    }
}

/// How a case could come from this state to where the command is possible.
const fn way(command: CommandKind, state: State) -> (&'static str, &'static str) {
    use CommandKind as To;
    match (command, state) {
        (_, State::NotAccepted | State::Closed | State::Withdrawn) => {
            ("nothing: the case is over; a new application can be made", "本办件已结束，可另行申请")
        }
        (To::Receive, _) => ("nothing: the case was taken in before", "本办件已经收件"),
        (_, State::Draft) => ("take the application in", "先收件"),
        (To::StartReview | To::Grant | To::Refuse, State::Submitted) => {
            ("accept the case", "先受理")
        }
        (To::RecordReview | To::CheckOnSite, State::Accepted) => ("start the review", "先开始审查"),
        (To::RecordReview | To::CheckOnSite, State::Submitted) => {
            ("accept the case and start the review", "先受理并开始审查")
        }
        (_, State::SupplementRequested) => {
            ("the applicant hands in what was asked for", "先由申请人补正")
        }
        (To::Issue, State::Submitted | State::Accepted | State::InReview) => {
            ("grant the license", "先作出准予决定")
        }
        (To::Deliver, State::Granted) => ("issue the license", "先制证"),
        (To::Deliver, State::Submitted | State::Accepted | State::InReview) => {
            ("decide on the case", "先作出决定")
        }
        (To::Close, _) => ("deliver the result", "先送达"),
        _ => ("nothing: the case has gone past this", "本办件已过此环节"),
    }
}
