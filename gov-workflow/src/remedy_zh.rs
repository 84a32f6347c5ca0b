//! What would make a refused command possible, in Chinese.

use crate::reckoning::date_zh;
use crate::way::way;
use crate::{Doer, Refusal};

impl Refusal {
    /// What would make the command possible, in Chinese (如何才能办理).
    #[expect(
        clippy::match_same_arms,
        clippy::too_many_lines,
        reason = "a line for each refusal, in their order"
    )]
    #[must_use]
    pub fn remedy_zh(&self) -> String {
        match self {
            Self::OtherProcedure => "按本办件开始时的办理规程办理".to_owned(),
            Self::OtherDivision => "由本事项所在行政区划的工作人员办理".to_owned(),
            Self::OtherBody => "由实施机关或其综合窗口的工作人员办理".to_owned(),
            Self::RoleMissing { role } => format!("由具有“{}”职责的工作人员办理", role.zh()),
            Self::DeputationNotInForce { .. } => "由被代行人或者期间内的代行人办理".to_owned(),
            Self::NotEntrusted { .. } | Self::EntrustingNotInForce { .. } => {
                "由委托机关的工作人员办理".to_owned()
            }
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
            Self::DeemedAccepted { .. } => {
                "由系统记录视为受理后继续审查，办理期限自该日起算".to_owned()
            }
            Self::SilenceNotOver { due: Some(due) } => format!("待{}届满后再办理", date_zh(*due)),
            Self::SilenceNotOver { due: None } => "待期限届满后再办理".to_owned(),
            Self::AlreadyRequested { .. } => {
                "补正只告知一次；待补正或者补正期限届满后，按现有材料答复".to_owned()
            }
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
            Self::PauseNotListed => {
                "采用本事项规定的特别程序；机关自行实地核查不停止计时".to_owned()
            }
            Self::PauseRunning => "先结束该特别程序".to_owned(),
            Self::PauseTooLong { longest } => format!("告知申请人的时间不超过{longest}日"),
            Self::PauseNotRunning => "结束正在进行的特别程序".to_owned(),
            Self::PauseEndsEarly { from } => format!("填写{}及以后的日期", date_zh(*from)),
            Self::PauseEndsInFuture => "待特别程序结束后再记录".to_owned(),
            Self::NotExtendable | Self::ExtendedBefore => "在现有期限内作出决定".to_owned(),
            Self::ExtensionTooLong { longest } => format!("延长1至{longest}日"),
            Self::DecisionOverdue { .. } => "立即作出决定，届满的期限不能延长".to_owned(),
            Self::HearingNotOffered => "先告知申请人听证权利".to_owned(),
            Self::HearingOffered { .. } => "由申请人选择".to_owned(),
            Self::HearingAnnounced { .. } => "举行已公告的听证".to_owned(),
            Self::HearingChosen => "已作选择，不再变更".to_owned(),
            Self::HearingRequestLate { .. } => "申请听证的期限已过".to_owned(),
            Self::HearingNotRequested => "由申请人或者利害关系人提出听证申请".to_owned(),
            Self::HearingHeldBefore { .. } => "根据听证笔录作出决定".to_owned(),
            Self::HearingTooSoon { earliest } => format!("定于{}或其后", date_zh(*earliest)),
            Self::HearingTooLate { latest } => format!("定于{}或其前", date_zh(*latest)),
            Self::HearingNotScheduled => "提前七日通知听证时间、地点".to_owned(),
            Self::HearingNotYet { on } => format!("于{}举行", date_zh(*on)),
            Self::HearingByExaminer => "由其他工作人员主持听证".to_owned(),
            Self::HearingRightOpen { until: Some(until) } => {
                format!("等待申请人、利害关系人选择，或者待{}届满", date_zh(*until))
            }
            Self::HearingRightOpen { until: None } => "等待申请人、利害关系人选择".to_owned(),
            Self::HearingNotHeld => "先举行听证".to_owned(),
            Self::ThirdPartyNotHeard { .. } => "听取其意见，或者记录其放弃".to_owned(),
            Self::NoThirdPartyWaits => "先告知利害关系人".to_owned(),
            Self::ThirdPartyUnknown => "填写已告知的利害关系人序号，从1起".to_owned(),
            Self::ThirdPartyAnswered { .. } => "填写尚未陈述的利害关系人".to_owned(),
            Self::NotTolerant => "待材料齐全后受理".to_owned(),
            Self::NotMinor { .. } => "由申请人在受理前提交该材料".to_owned(),
            Self::ToleranceTooLong { latest } => format!("承诺于{}或其前补齐", date_zh(*latest)),
            Self::NothingTolerated => "本办件没有承诺补齐的材料".to_owned(),
            Self::ToleranceMet => "继续办理".to_owned(),
            Self::ToleranceOpen { until } => format!("等待补齐，或者待{}届满", date_zh(*until)),
            Self::ToleranceOtherOutcome => "按办事指南规定处理".to_owned(),
            Self::OtherHandler => "由承办人办理，或者再次变更承办人".to_owned(),
            Self::HandlerAlready => "继续审查".to_owned(),
            Self::NotNeededIsTold => "告知申请人无需许可".to_owned(),
            Self::NotInHand { .. } => "由申请人提交该材料".to_owned(),
            Self::AskedBelow => "按下级报送的材料处理".to_owned(),
            Self::FileForAnother => "由转报材料指明的机关接收".to_owned(),
            Self::DecidedHere => "由本机关作出决定".to_owned(),
            Self::DecidedAbove => "出具初审意见后转报上级".to_owned(),
            Self::NoPromiseTrack => "按一般程序办理".to_owned(),
            Self::PromisedBefore => "受理本办件".to_owned(),
            Self::BarredFromPromising { .. } => "按一般程序办理".to_owned(),
            Self::BarredFromApplying { until: Some(until), .. } => {
                format!("待{}届满后申请", date_zh(*until))
            }
            Self::BarredFromApplying { until: None, .. } => "限制没有截止日期".to_owned(),
            Self::NothingPromised => "本办件不适用该操作".to_owned(),
            Self::PromiseHolds => "经核查发现承诺不实后办理".to_owned(),
            Self::RectificationNotOrdered => "先责令限期整改".to_owned(),
            Self::RectificationOpen { until } => format!("待{}届满后核查", date_zh(*until)),
            Self::NoTimeToPutRight => "另定今日之后的日期".to_owned(),
            Self::NothingGranted => "没有可处理的许可".to_owned(),
            Self::VoidNotProposed => "先由其他工作人员提请作废".to_owned(),
            Self::VoidedByTheSame => "由其他工作人员作废".to_owned(),
            Self::NotRenewable => "按新申请办理".to_owned(),
            Self::RenewalLate { .. } => "按新申请办理".to_owned(),
            Self::NotRenewal => "作出决定".to_owned(),
            Self::NotExpired { expires } => format!("待{}届满", date_zh(*expires)),
            Self::RenewedByLaw { .. } => "由系统记录视为准予延续后，制作延续后的证照".to_owned(),
            Self::QueueUnknown => "提供该事项的受理顺序，本办件应在其中".to_owned(),
            Self::NotItsTurn { .. } => "按受理先后顺序作出决定".to_owned(),
            Self::QuotaUsedUp => "说明理由不予许可，或者等待名额".to_owned(),
            Self::NoSelection => "无须记录结果".to_owned(),
            Self::SelectionRecorded => "根据结果作出决定".to_owned(),
            Self::SelectionPending { selection } => format!("先记录{}结果", selection.zh()),
            Self::NotChosen { .. } => "说明理由不予许可".to_owned(),
            Self::NoTechnicalCheck => "无须指派人员".to_owned(),
            Self::TooFewInspectors { required, .. } => format!("指派{required}名以上工作人员"),
            Self::InspectorsNotNamed => "先指派检验、检测、检疫人员".to_owned(),
            Self::StepUnknown => "填写办理规程所列的环节".to_owned(),
            Self::StepMissing { .. } => "先完成该审查环节".to_owned(),
            Self::FalsehoodFound => "说明理由不予受理或者不予许可".to_owned(),
            Self::FalsehoodRecorded => "说明理由不予受理或者不予许可".to_owned(),
            Self::NothingChanged => "填写正确的文字".to_owned(),
            Self::FreeOfCharge => "不得收费".to_owned(),
            Self::OtherFee => "按公布的标准收费".to_owned(),
            Self::PaidBefore => "不得重复收费".to_owned(),
            Self::FeeUnpaid => "先收取费用".to_owned(),
            Self::VoucherBefore => "凭证只出具一次".to_owned(),
            Self::NotOverdue => "未超期的无须说明".to_owned(),
            Self::AcceptedByTheSame => "由其他有决定职责的人员作出决定".to_owned(),
            Self::Blank { words } => format!("填写{}", words.zh()),
            Self::TooLong { words } => format!("不超过{}个字符", words.longest()),
            Self::NotCovered(_) => "载入该年度放假安排后的工作日历".to_owned(),
        }
    }
}
