//! How long something may take, and who says so.

use crate::Basis;

/// A time limit before it meets a calendar (时限).
///
/// ```
/// use gov_workflow::{Basis, Clock, Limit, LimitUnit};
///
/// let limit = Limit::decision();
/// assert_eq!((limit.clock, limit.days, limit.unit), (Clock::Decision, 20, LimitUnit::WorkingDay));
/// assert_eq!(limit.basis, Basis::licensing_law(42));
/// ```
#[doc(alias = "时限")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Limit {
    /// What has to be done in this time.
    pub clock: Clock,
    /// Set by law or promised by the body.
    pub origin: Origin,
    /// How many days; 0 is the day itself (即办).
    pub days: u16,
    /// Days of which kind.
    pub unit: LimitUnit,
    /// Where counting starts.
    pub start_rule: StartRule,
    /// The law, or the guide that promises.
    pub basis: Basis,
}

/// What has to be done in time (时限种类).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Clock {
    /// Telling the applicant once what is missing (一次性告知), from receipt.
    SupplementNotice,
    /// Deciding (作出决定), from acceptance.
    Decision,
    /// Issuing and delivering (颁发、送达), from the decision in favor.
    Delivery,
    /// Asking for a hearing (申请听证), from the notice of the right.
    HearingRequest,
    /// Holding the hearing (举行听证), from the request.
    Hearing,
    /// Ending the first review (初审), from acceptance by the lower level.
    FirstReview,
    /// Naming the officers of a technical check (指派检验、检测、检疫人员), from acceptance.
    TechnicalCheck,
    /// Checking what was promised (承诺事后核查), from the decision in favor.
    PromiseCheck,
    /// Deciding on a renewal (作出延续决定), from the request until the license expires; silence
    /// renews it then.
    Renewal,
}

/// Who set the limit (时限来源).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by logic: the law or less than the law")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum Origin {
    /// Statutory (法定时限).
    Statutory,
    /// Promised (承诺时限), never longer than the statutory one.
    Promised,
}

/// What is counted (时限单位).
#[doc(alias = "时限单位")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum LimitUnit {
    /// Working days (工作日), 行政许可法 art. 82.
    WorkingDay,
    /// Natural days (自然日); a last day on a day of rest moves on to the next
    /// working day (民法典 art. 203).
    NaturalDay,
}

/// Where counting starts (起算规则).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum StartRule {
    /// The day after; the start day is not counted (民法典 art. 201).
    DayAfter,
    /// As [`DayAfter`](Self::DayAfter), with a start on a day of rest taken as the next working
    /// day: the choice of a body, milder to it than the rule.
    DayAfterWorkingDay,
}

impl Limit {
    /// Five working days to tell what is missing, 行政许可法 art. 32.
    #[must_use]
    pub fn supplement_notice() -> Self {
        Self::statutory(Clock::SupplementNotice, 5, Basis::licensing_law(32))
    }

    /// Twenty working days to decide, 行政许可法 art. 42.
    #[must_use]
    pub fn decision() -> Self {
        Self::statutory(Clock::Decision, 20, Basis::licensing_law(42))
    }

    /// Ten working days to issue and deliver, 行政许可法 art. 44.
    #[must_use]
    pub fn delivery() -> Self {
        Self::statutory(Clock::Delivery, 10, Basis::licensing_law(44))
    }

    /// Forty-five working days to decide in unified, joint or centralized handling
    /// (统一办理、联合办理、集中办理), 行政许可法 art. 42 para. 2.
    #[must_use]
    pub fn joint_decision() -> Self {
        Self::statutory(Clock::Decision, 45, Basis::joint_handling())
    }

    /// Five working days to ask for a hearing, 行政许可法 art. 47.
    #[must_use]
    pub fn hearing_request() -> Self {
        Self::statutory(Clock::HearingRequest, 5, Basis::licensing_law(47))
    }

    /// Twenty working days to hold the hearing, 行政许可法 art. 47.
    #[must_use]
    pub fn hearing() -> Self {
        Self::statutory(Clock::Hearing, 20, Basis::licensing_law(47))
    }

    /// Twenty working days for the first review by the lower level, 行政许可法 art. 43.
    #[must_use]
    pub fn first_review() -> Self {
        Self::statutory(Clock::FirstReview, 20, Basis::licensing_law(43))
    }

    /// Five working days to name the officers of a technical check, 行政许可法 art. 55.
    #[must_use]
    pub fn technical_check() -> Self {
        Self::statutory(Clock::TechnicalCheck, 5, Basis::licensing_law(55))
    }

    /// On the spot: the registration of a body, 行政许可法 art. 56.
    #[must_use]
    pub fn registration() -> Self {
        Self::statutory(Clock::Decision, 0, Basis::licensing_law(56))
    }

    /// Working days set by a law, counted from the day after.
    #[must_use]
    pub const fn statutory(clock: Clock, days: u16, basis: Basis) -> Self {
        let (unit, start_rule) = (LimitUnit::WorkingDay, StartRule::DayAfter);
        Self { clock, origin: Origin::Statutory, days, unit, start_rule, basis }
    }

    /// Working days promised by the body, counted from the day after.
    #[must_use]
    pub const fn promised(clock: Clock, days: u16, basis: Basis) -> Self {
        let (unit, start_rule) = (LimitUnit::WorkingDay, StartRule::DayAfter);
        Self { clock, origin: Origin::Promised, days, unit, start_rule, basis }
    }

    /// Whether keeping this limit always keeps the other one, whatever the calendar.
    ///
    /// So many working days are never shorter than as many natural days.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let comparable = self.unit == other.unit || self.unit == LimitUnit::NaturalDay;
        comparable && self.days <= other.days && self.start_rule <= other.start_rule
    }
}

impl Clock {
    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::SupplementNotice => "notice of what is missing",
            Self::Decision => "decision",
            Self::Delivery => "issuing and delivery",
            Self::HearingRequest => "request for a hearing",
            Self::Hearing => "hearing",
            Self::FirstReview => "first review",
            Self::TechnicalCheck => "naming of the officers of a technical check",
            Self::PromiseCheck => "check of the promise",
            Self::Renewal => "decision on the renewal",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::SupplementNotice => "一次性告知补正",
            Self::Decision => "作出决定",
            Self::Delivery => "颁发、送达",
            Self::HearingRequest => "申请听证",
            Self::Hearing => "举行听证",
            Self::FirstReview => "初审",
            Self::TechnicalCheck => "指派检验检测检疫人员",
            Self::PromiseCheck => "核查承诺",
            Self::Renewal => "作出延续决定",
        }
    }
}

impl Origin {
    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Statutory => "statutory",
            Self::Promised => "promised",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::Statutory => "法定",
            Self::Promised => "承诺",
        }
    }
}

impl LimitUnit {
    /// The unit as it follows this number of days.
    pub(crate) const fn english(self, days: u16) -> &'static str {
        match (self, days) {
            (Self::WorkingDay, 1) => "working day",
            (Self::WorkingDay, _) => "working days",
            (Self::NaturalDay, 1) => "natural day",
            (Self::NaturalDay, _) => "natural days",
        }
    }

    pub(crate) const fn zh(self) -> &'static str {
        match self {
            Self::WorkingDay => "个工作日",
            Self::NaturalDay => "个自然日",
        }
    }
}
