//! A refusal in Chinese, for the clerk to read out.

use crate::reckoning::date_zh;
use crate::{Refusal, Selection};

impl Refusal {
    /// The refusal as one Chinese sentence that a clerk can read out.
    #[expect(clippy::too_many_lines, reason = "a line for each refusal, in their order")]
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::OtherProcedure => "本办件适用另一事项或另一版本的办理规程".to_owned(),
            Self::OtherDivision => "工作人员不属于本事项的行政区划".to_owned(),
            Self::OtherBody => "工作人员不属于本事项的实施机关".to_owned(),
            Self::RoleMissing { role } => format!("工作人员没有“{}”职责", role.zh()),
            Self::DeputationNotInForce { from, until } => {
                format!("代行授权的期间为{}至{}", date_zh(*from), date_zh(*until))
            }
            Self::NotEntrusted { role } => format!("受委托机关未受委托履行“{}”职责", role.zh()),
            Self::EntrustingNotInForce { from, until: Some(until) } => {
                format!("委托的期间为{}至{}", date_zh(*from), date_zh(*until))
            }
            Self::EntrustingNotInForce { from, until: None } => {
                format!("委托自{}起", date_zh(*from))
            }
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
                format!("申请人可补正至{}，期限未满", date_zh(*until))
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
            Self::HearingAnnounced { on } => format!("已于{}公告听证", date_zh(*on)),
            Self::HearingChosen => "已经申请或者放弃听证".to_owned(),
            Self::HearingRequestLate { until } => {
                format!("申请听证的期限已于{}届满", date_zh(*until))
            }
            Self::HearingNotRequested => "无人申请听证".to_owned(),
            Self::HearingHeldBefore { on } => format!("已于{}举行听证", date_zh(*on)),
            Self::HearingTooSoon { earliest } => {
                format!("听证应提前七日通知，最早为{}", date_zh(*earliest))
            }
            Self::HearingTooLate { latest } => format!("听证应不迟于{}举行", date_zh(*latest)),
            Self::HearingNotScheduled => "尚未通知听证日期".to_owned(),
            Self::HearingNotYet { on } => format!("听证定于{}举行", date_zh(*on)),
            Self::HearingByExaminer => "审查本办件的人员不得主持听证".to_owned(),
            Self::HearingRightOpen { .. } => {
                "申请听证的期限未满，申请人或者利害关系人尚未选择".to_owned()
            }
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
                format!("承诺补齐的材料可提交至{}，期限未满", date_zh(*until))
            }
            Self::ToleranceOtherOutcome => "逾期未补齐的，办事指南规定作其他处理".to_owned(),
            Self::OtherHandler => "本办件已由其他工作人员承办".to_owned(),
            Self::HandlerAlready => "该工作人员已是承办人".to_owned(),
            Self::NotNeededIsTold => "无需许可的应当告知，不作不予受理".to_owned(),
            Self::NotInHand { position } => format!("所列第{position}项材料尚未收到"),
            Self::AskedBelow => "下级已报送全部申请材料，不得要求申请人重复提供".to_owned(),
            Self::FileForAnother => "转报材料应送其他机关".to_owned(),
            Self::DecidedHere => "本事项由本机关决定，不转报上级".to_owned(),
            Self::DecidedAbove => "本事项由上级机关决定".to_owned(),
            Self::NoPromiseTrack => "本事项不适用告知承诺".to_owned(),
            Self::PromisedBefore => "申请人已经签署承诺书".to_owned(),
            Self::BarredFromPromising { .. } => "申请人曾违背承诺，不适用告知承诺".to_owned(),
            Self::BarredFromApplying { .. } => "申请人在限制期内，不得再次申请该许可".to_owned(),
            Self::NothingPromised => "本办件未适用告知承诺".to_owned(),
            Self::PromiseHolds => "核查未发现承诺不实".to_owned(),
            Self::RectificationNotOrdered => "尚未责令限期整改".to_owned(),
            Self::RectificationOpen { until } => format!("整改期限至{}届满", date_zh(*until)),
            Self::NoTimeToPutRight => "整改期限应在今日之后".to_owned(),
            Self::NothingGranted => "本办件未准予许可".to_owned(),
            Self::VoidNotProposed => "尚无人提请作废".to_owned(),
            Self::VoidedByTheSame => "提请作废的人员不得自行作废".to_owned(),
            Self::NotRenewable => "本事项的许可不办理延续".to_owned(),
            Self::RenewalLate { latest } => format!("延续应不迟于{}申请", date_zh(*latest)),
            Self::NotRenewal => "本办件不是延续申请".to_owned(),
            Self::NotExpired { expires } => {
                format!("原许可有效期至{}，尚未届满", date_zh(*expires))
            }
            Self::RenewedByLaw { on } => format!("逾期未作决定，自{}起视为准予延续", date_zh(*on)),
            Self::QueueUnknown => "未提供数量限制事项的排队情况".to_owned(),
            Self::NotItsTurn { ahead } => format!("在先受理的还有{ahead}件尚未决定"),
            Self::QuotaUsedUp => "许可数量已满".to_owned(),
            Self::NoSelection => "本事项不以招标、拍卖、考试决定".to_owned(),
            Self::SelectionRecorded => "招标、拍卖、考试结果已经记录".to_owned(),
            Self::SelectionPending { selection } => format!("{}结果尚未记录", selection.zh()),
            Self::NotChosen { selection: Selection::Tender } => "申请人没有中标".to_owned(),
            Self::NotChosen { selection: Selection::Auction } => "申请人没有竞得".to_owned(),
            Self::NotChosen { selection: Selection::Examination } => "申请人考试不合格".to_owned(),
            Self::NoTechnicalCheck => "本事项没有检验、检测、检疫".to_owned(),
            Self::TooFewInspectors { required, found } => {
                format!("检验、检测、检疫应指派{required}名以上工作人员，现为{found}名")
            }
            Self::InspectorsNotNamed => "尚未指派检验、检测、检疫人员".to_owned(),
            Self::StepUnknown => "办理规程没有该审查环节".to_owned(),
            Self::StepMissing { position } => format!("第{position}个审查环节尚未完成"),
            Self::FalsehoodFound => "申请人隐瞒情况或者提供虚假材料".to_owned(),
            Self::FalsehoodRecorded => "虚假材料已经记录".to_owned(),
            Self::NothingChanged => "更正前后文字相同".to_owned(),
            Self::FreeOfCharge => "本事项不收费".to_owned(),
            Self::OtherFee => "收费与公布的标准不符".to_owned(),
            Self::PaidBefore => "费用已经收取".to_owned(),
            Self::FeeUnpaid => "费用尚未结清".to_owned(),
            Self::VoucherBefore => "书面凭证已经出具".to_owned(),
            Self::NotOverdue => "办理、送达均未超期".to_owned(),
            Self::AcceptedByTheSame => "受理本办件的人员不得作出决定".to_owned(),
            Self::Blank { words } => format!("缺少{}", words.zh()),
            Self::TooLong { words } => format!("{}超过{}个字符", words.zh(), words.longest()),
            Self::NotCovered(cause) => cause.zh(),
        }
    }
}
