//! What keeps a procedure from being published.

use crate::{Clock, EntrustingFault};

/// Something that keeps a procedure from being published.
///
/// ```
/// use gov_workflow::ProcedureFault;
///
/// let fault = ProcedureFault::MaterialRepeated { position: 3 };
/// assert_eq!(fault.to_string(), "procedure: material 3 has the name of an earlier one");
/// assert_eq!(fault.zh(), "办理规程：第3项材料与前面的材料同名");
/// assert_eq!(fault.code(), "material-repeated");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ProcedureFault {
    /// Versions are numbered from 1.
    #[error("procedure: versions are numbered from 1")]
    VersionZero,
    /// The item's code is none that a procedure can bear.
    #[error("procedure: the code of the item is not visible ASCII")]
    ItemCode,
    /// The item's name is missing.
    #[error("procedure: the name of the item is missing")]
    NameMissing,
    /// A limit of another clock or origin stands in the field.
    #[error("procedure: the limit for {} is one of another kind", .clock.english())]
    Misplaced {
        /// The field.
        clock: Clock,
    },
    /// The Licensing Law is named for more time than it gives.
    #[error("procedure: the limit for {} is longer than the law it names", .clock.english())]
    BeyondLaw {
        /// The field.
        clock: Clock,
    },
    /// The promise does not always keep the law.
    #[error("procedure: the time promised for {} can outlast the statutory one", .clock.english())]
    PromiseLonger {
        /// The clock.
        clock: Clock,
    },
    /// A material whose name is blank, too long, or has control characters.
    #[error("procedure: material {position} has no proper name")]
    MaterialName {
        /// Its place in the guide, from 1.
        position: usize,
    },
    /// Two materials with one name.
    #[error("procedure: material {position} has the name of an earlier one")]
    MaterialRepeated {
        /// Its place in the guide, from 1.
        position: usize,
    },
    /// Windows of a division that is no part of the procedure's own.
    #[error("procedure: window division {position} lies outside the procedure's division")]
    WindowElsewhere {
        /// Its place among the window divisions, from 1.
        position: usize,
    },
    /// Fewer than two officers to check on site.
    #[error("procedure: a check on site takes two officers at least")]
    OneOfficer,
    /// The Licensing Law is named for a longer extension than it gives.
    #[error("procedure: the extension is longer than the law it names")]
    ExtensionBeyondLaw,
    /// A special procedure that is listed twice.
    #[error("procedure: special procedure {position} stands there before")]
    SpecialProcedureRepeated {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A hearing in the list of special procedures.
    #[error("procedure: special procedure {position} is a hearing, which needs no listing")]
    HearingListed {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A special procedure that cites the Licensing Law, whose list is closed.
    #[error("procedure: special procedure {position} is not in the law it names")]
    NotInClosedList {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A material that may follow, and is not a required one of the guide.
    #[error("procedure: material {position} that may follow is not a required one of the guide")]
    ToleranceNotRequired {
        /// Its place among those that may follow, from 1.
        position: usize,
    },
    /// A step of the review whose name is blank or too long.
    #[error("procedure: step {position} of the review has no proper name")]
    StepName {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// Two steps of the review with one name.
    #[error("procedure: step {position} of the review has the name of an earlier one")]
    StepRepeated {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A promise track for safety, health, ecology or finance.
    #[error("procedure: an item of safety, health, ecology or finance is not had on a promise")]
    PromiseExcluded,
    /// A material that the promise stands for, and that the guide does not name.
    #[error("procedure: material {position} that the promise stands for is not in the guide")]
    PromiseNotInGuide {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A first review for the same body.
    #[error("procedure: the body that reviews first cannot be the one that decides")]
    UpperIsSame,
    /// A body that reviews first and would refuse what comes late.
    #[error("procedure: a body that reviews first refuses nothing that comes late")]
    RefusedBelow,
    /// A limited number whose holders are chosen, and so not served in order.
    #[error("procedure: whom a selection chooses is not served in the order of acceptance")]
    LimitedAndSelected,
    /// Fewer than two officers for a technical check.
    #[error("procedure: a technical check takes two officers at least")]
    OneInspector,
    /// A fee of nothing, or one that cites the law which forbids fees.
    #[error("procedure: a fee is more than nothing and cites the law that allows it")]
    FeeWithoutLaw,
    /// The body cannot entrust an organ so.
    #[error("procedure: entrusting {position} {fault}")]
    Entrusting {
        /// Its place in the list, from 1.
        position: usize,
        /// What is wrong with it.
        fault: EntrustingFault,
    },
    /// The catalog's item is handled in another body's name.
    #[error("procedure: the item is handled in another body's name, by that body's procedure")]
    ItemEntrusted,
    /// The catalog's item is not one that people apply for.
    #[error("procedure: nobody applies for an item of this type")]
    NotAppliedFor,
    /// The catalog's item has no limits.
    #[error("procedure: the item has no limits")]
    NoLimits,
}

impl ProcedureFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::VersionZero => "version-zero",
            Self::ItemCode => "item-code",
            Self::NameMissing => "name-missing",
            Self::Misplaced { .. } => "misplaced",
            Self::BeyondLaw { .. } => "beyond-law",
            Self::PromiseLonger { .. } => "promise-longer",
            Self::MaterialName { .. } => "material-name",
            Self::MaterialRepeated { .. } => "material-repeated",
            Self::WindowElsewhere { .. } => "window-elsewhere",
            Self::OneOfficer => "one-officer",
            Self::ExtensionBeyondLaw => "extension-beyond-law",
            Self::SpecialProcedureRepeated { .. } => "special-procedure-repeated",
            Self::HearingListed { .. } => "hearing-listed",
            Self::NotInClosedList { .. } => "not-in-closed-list",
            Self::ToleranceNotRequired { .. } => "tolerance-not-required",
            Self::StepName { .. } => "step-name",
            Self::StepRepeated { .. } => "step-repeated",
            Self::PromiseExcluded => "promise-excluded",
            Self::PromiseNotInGuide { .. } => "promise-not-in-guide",
            Self::UpperIsSame => "upper-is-same",
            Self::RefusedBelow => "refused-below",
            Self::LimitedAndSelected => "limited-and-selected",
            Self::OneInspector => "one-inspector",
            Self::FeeWithoutLaw => "fee-without-law",
            Self::Entrusting { fault, .. } => fault.code(),
            Self::ItemEntrusted => "item-entrusted",
            Self::NotAppliedFor => "not-applied-for",
            Self::NoLimits => "no-limits",
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::VersionZero => "办理规程：版本应从1开始编号".to_owned(),
            Self::ItemCode => "办理规程：事项编码不合格式".to_owned(),
            Self::NameMissing => "办理规程：缺少事项名称".to_owned(),
            Self::Misplaced { clock } => format!("办理规程：“{}”栏填了其他种类的时限", clock.zh()),
            Self::BeyondLaw { clock } => {
                format!("办理规程：“{}”的时限超过所引法律的规定", clock.zh())
            }
            Self::PromiseLonger { clock } => {
                format!("办理规程：“{}”的承诺时限可能超过法定时限", clock.zh())
            }
            Self::WindowElsewhere { position } => {
                format!("办理规程：第{position}个受理区划不在本事项行政区划之内")
            }
            Self::OneOfficer => "办理规程：实地核查应有两名以上工作人员".to_owned(),
            Self::NotAppliedFor => "办理规程：该类事项不是依申请办理的事项".to_owned(),
            Self::NoLimits => "办理规程：该事项没有办理时限".to_owned(),
            Self::ExtensionBeyondLaw => "办理规程：可延长的期限超过所引法律的规定".to_owned(),
            Self::SpecialProcedureRepeated { position } => {
                format!("办理规程：第{position}项特别程序与前面的重复")
            }
            Self::HearingListed { position } => {
                format!("办理规程：第{position}项特别程序为听证，无须列出")
            }
            Self::NotInClosedList { position } => {
                format!("办理规程：第{position}项特别程序不在所引法律规定之内")
            }
            Self::ToleranceNotRequired { position } => {
                format!("办理规程：第{position}项可容缺材料不是办事指南的必要材料")
            }
            Self::StepName { position } => {
                format!("办理规程：第{position}个审查环节的名称不合格式")
            }
            Self::StepRepeated { position } => {
                format!("办理规程：第{position}个审查环节与前面的环节同名")
            }
            Self::PromiseExcluded => {
                "办理规程：直接关系安全、健康、生态、金融的事项不适用告知承诺".to_owned()
            }
            Self::PromiseNotInGuide { position } => {
                format!("办理规程：承诺替代的第{position}项材料不在办事指南之内")
            }
            Self::UpperIsSame => "办理规程：初审机关与决定机关不能相同".to_owned(),
            Self::RefusedBelow => "办理规程：初审机关不得因逾期作出不予许可决定".to_owned(),
            Self::LimitedAndSelected => {
                "办理规程：以招标、拍卖、考试决定的事项不按受理先后顺序办理".to_owned()
            }
            Self::OneInspector => "办理规程：检验、检测、检疫应有两名以上工作人员".to_owned(),
            Self::FeeWithoutLaw => {
                "办理规程：收费应大于零，并引用准许收费的法律、行政法规".to_owned()
            }
            Self::Entrusting { position, fault } => {
                format!("办理规程：第{position}项委托：{}", fault.zh())
            }
            Self::ItemEntrusted => {
                "办理规程：该事项系受委托实施，应适用委托机关的办理规程".to_owned()
            }
            Self::MaterialName { position } => {
                format!("办理规程：第{position}项材料的名称不合格式")
            }
            Self::MaterialRepeated { position } => {
                format!("办理规程：第{position}项材料与前面的材料同名")
            }
        }
    }
}
