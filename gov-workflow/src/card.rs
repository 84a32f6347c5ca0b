//! A card that supervision shows.

use core::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::CreditCode;

use crate::case::day;
use crate::reckoning::date_zh;
use crate::{Calendar, CardPolicy, CaseNumber, Clock, LimitUnit, NotCovered, StaffId};

/// How grave a card is (亮牌颜色), the least grave first.
#[doc(alias = "亮牌颜色")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by practice: a hint, a warning, a foul")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CardColor {
    /// A notice (提示).
    Notice,
    /// A yellow card (黄牌).
    Yellow,
    /// A red card (红牌).
    Red,
}

/// What supervision looks at (监察规则), S1 to S13 of the rule engine of Hunan.
///
/// ```
/// use gov_workflow::SupervisionRule;
///
/// let rule = SupervisionRule::OverPromise;
/// assert_eq!((rule.id(), rule.zh()), ("S5", "超承诺时限"));
/// assert_eq!(rule.to_string(), "longer than promised");
/// ```
#[doc(alias = "监察规则")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum SupervisionRule {
    /// S1: deleted, returned or void without a reason (作废、退回、删除无理由).
    EndedWithoutReason,
    /// S2: required materials missing at acceptance (受理时缺必要材料).
    MaterialMissing,
    /// S3: a charge where none is due, or none where one is (收费异常).
    Charge,
    /// S4: a refusal without a reason (不予受理、不予许可无理由).
    RefusedWithoutReason,
    /// S5: longer than promised (超承诺时限).
    OverPromise,
    /// S6: longer than the law allows (超法定时限).
    OverLaw,
    /// S7: a special procedure over its own limit (特别程序超时).
    SpecialProcedureLate,
    /// S8: the result of a special procedure dated before its request (特别程序结果早于申请).
    SpecialProcedureDated,
    /// S9: more supplement notices than are in order (补正次数超限).
    SupplementNotices,
    /// S10: a supplement dated before its notice (补正受理早于告知).
    SupplementDated,
    /// S11: acceptance dated after closing (受理晚于办结).
    AcceptanceDated,
    /// S12: not as many steps as defined (环节数与定义不符).
    StepCount,
    /// S13: a card answered late (亮牌答复超时).
    AnswerLate,
}

/// What was found (监察数值).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum CardValue {
    /// So many days used up of a limit.
    Days {
        /// Of which clock.
        clock: Clock,
        /// Days used up.
        elapsed: u32,
        /// Days of the limit.
        limit: u16,
        /// Days of which kind.
        unit: LimitUnit,
    },
    /// A place in a list, from 1: the material of the guide.
    Material {
        /// The place.
        position: usize,
    },
    /// More than are in order.
    Count {
        /// As many as there are.
        found: u32,
        /// As many as are in order.
        allowed: u32,
    },
    /// A day that lies wrongly to another.
    Dated {
        /// The day.
        on: NaiveDate,
        /// The other day.
        other: NaiveDate,
    },
    /// A text is blank.
    Blank,
}

/// A card of electronic supervision (电子监察亮牌).
///
/// [`Supervision::watch`](crate::Supervision::watch) shows it; the unit answers it, and
/// who shows cards can lift a wrong one, with a reason.
///
/// `Display` and [`zh`](Self::zh) name rule, value and unit, and nobody's number.
#[doc(alias = "亮牌")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Card {
    /// The case (办件编号).
    pub case: CaseNumber,
    /// The rule (监察规则).
    pub rule: SupervisionRule,
    /// How grave.
    pub color: CardColor,
    /// What was found.
    pub value: CardValue,
    /// The unit that has to answer (责任单位).
    pub unit: CreditCode,
    /// When it was shown.
    pub at: DateTime<FixedOffset>,
    /// What the unit answered, if it has (答复).
    pub answer: Option<CardAnswer>,
    /// Why it was lifted, if it was (撤牌).
    pub lifting: Option<CardLifting>,
}

/// What the unit says to a card (亮牌答复).
#[doc(alias = "亮牌答复")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CardAnswer {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The answer.
    pub text: String,
}

/// Why a card was lifted (撤牌理由).
#[doc(alias = "撤牌")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CardLifting {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who lifted it.
    pub by: StaffId,
    /// Why.
    pub reason: String,
}

impl Card {
    /// Whether it still counts.
    #[must_use]
    pub const fn stands(&self) -> bool {
        self.lifting.is_none()
    }

    /// Records the unit's answer.
    ///
    /// # Errors
    ///
    /// A blank answer, one dated before the card, a second one, one to a lifted card.
    pub fn answer(&mut self, at: DateTime<FixedOffset>, text: &str) -> Result<(), CardError> {
        self.open(at, text)?;
        if self.answer.is_some() {
            return Err(CardError::AlreadyAnswered);
        }
        self.answer = Some(CardAnswer { at, text: text.to_owned() });
        Ok(())
    }

    /// Lifts a wrong card.
    ///
    /// # Errors
    ///
    /// A blank reason, a time before the card, a card that was lifted before.
    pub fn lift(
        &mut self,
        at: DateTime<FixedOffset>,
        by: StaffId,
        reason: &str,
    ) -> Result<(), CardError> {
        self.open(at, reason)?;
        self.lifting = Some(CardLifting { at, by, reason: reason.to_owned() });
        Ok(())
    }

    fn open(&self, at: DateTime<FixedOffset>, text: &str) -> Result<(), CardError> {
        if !self.stands() {
            Err(CardError::AlreadyLifted)
        } else if at < self.at {
            Err(CardError::BeforeCard)
        } else if text.trim().is_empty() {
            Err(CardError::Blank)
        } else {
            Ok(())
        }
    }

    /// The card for a late answer (S13), judged at a time; none while there is still time,
    /// when the answer came in time, and for a card that was lifted.
    ///
    /// # Errors
    ///
    /// When the calendar is needed and does not reach that far.
    pub fn late_answer(
        &self,
        policy: &CardPolicy,
        calendar: &Calendar,
        at: DateTime<FixedOffset>,
    ) -> Result<Option<Self>, NotCovered> {
        let answered = self.answer.as_ref().map_or(at, |answer| answer.at);
        let limit = policy.answer_days;
        let due = calendar.nth_working_day_after(day(self.at), limit.into())?;
        if !self.stands() || day(answered) <= due {
            return Ok(None);
        }
        Ok(Some(Self {
            rule: SupervisionRule::AnswerLate,
            color: policy.broken,
            value: CardValue::Dated { on: day(answered), other: due },
            at,
            answer: None,
            ..self.clone()
        }))
    }

    /// The card in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let (color, case, rule) = (self.color.zh(), &self.case, self.rule);
        let (id, name, value) = (rule.id(), rule.zh(), self.value.zh());
        format!("{color}：办件{case}，{name}（{id}），{value}，责任单位{}", self.unit.as_str())
    }
}

impl fmt::Display for Card {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { case, rule, color, value, unit, .. } = self;
        let (color, id, unit) = (color.english(), rule.id(), unit.as_str());
        write!(f, "{color}: case {case}, {rule} ({id}), {value}, answered for by {unit}")
    }
}

impl fmt::Display for CardValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days { clock, elapsed, limit, unit } => {
                let (clock, unit) = (clock.english(), unit.english());
                write!(f, "{clock}: {elapsed} of {limit} {unit}")
            }
            Self::Material { position } => write!(f, "material {position} of the guide"),
            Self::Count { found, allowed } => write!(f, "{found} where {allowed} are in order"),
            Self::Dated { on, other } => write!(f, "{on} against {other}"),
            Self::Blank => f.write_str("the text is blank"),
        }
    }
}

impl CardValue {
    fn zh(self) -> String {
        match self {
            Self::Days { clock, elapsed, limit, unit } => {
                let (clock, unit) = (clock.zh(), unit.zh());
                format!("{clock}已用{elapsed}{unit}，时限{limit}{unit}")
            }
            Self::Material { position } => format!("办事指南第{position}项材料"),
            Self::Count { found, allowed } => format!("实际{found}次，限{allowed}次"),
            Self::Dated { on, other } => format!("日期{}，对照{}", date_zh(on), date_zh(other)),
            Self::Blank => "内容为空".to_owned(),
        }
    }
}

impl CardColor {
    /// The card in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Notice => "提示",
            Self::Yellow => "黄牌",
            Self::Red => "红牌",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Yellow => "yellow card",
            Self::Red => "red card",
        }
    }
}

impl SupervisionRule {
    /// All rules, S1 to S13.
    pub const ALL: [Self; 13] = [
        Self::EndedWithoutReason,
        Self::MaterialMissing,
        Self::Charge,
        Self::RefusedWithoutReason,
        Self::OverPromise,
        Self::OverLaw,
        Self::SpecialProcedureLate,
        Self::SpecialProcedureDated,
        Self::SupplementNotices,
        Self::SupplementDated,
        Self::AcceptanceDated,
        Self::StepCount,
        Self::AnswerLate,
    ];

    /// Number, English and Chinese name.
    const fn names(self) -> [&'static str; 3] {
        match self {
            Self::EndedWithoutReason => ["S1", "ended without a reason", "作废、退回、删除无理由"],
            Self::MaterialMissing => {
                ["S2", "accepted without a required material", "受理时缺必要材料"]
            }
            Self::Charge => ["S3", "charged wrongly", "收费异常"],
            Self::RefusedWithoutReason => {
                ["S4", "refused without a reason", "不予受理、不予许可无理由"]
            }
            Self::OverPromise => ["S5", "longer than promised", "超承诺时限"],
            Self::OverLaw => ["S6", "longer than the law allows", "超法定时限"],
            Self::SpecialProcedureLate => {
                ["S7", "special procedure over its limit", "特别程序超时"]
            }
            Self::SpecialProcedureDated => {
                ["S8", "special procedure ended before it began", "特别程序结果早于申请"]
            }
            Self::SupplementNotices => ["S9", "too many supplement notices", "补正次数超限"],
            Self::SupplementDated => {
                ["S10", "supplement dated before its notice", "补正受理早于告知"]
            }
            Self::AcceptanceDated => ["S11", "acceptance dated after closing", "受理晚于办结"],
            Self::StepCount => ["S12", "not as many steps as defined", "环节数与定义不符"],
            Self::AnswerLate => ["S13", "card answered late", "亮牌答复超时"],
        }
    }

    /// The number, `S1` to `S13`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        let [id, _, _] = self.names();
        id
    }

    /// The rule in Chinese.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        let [_, _, zh] = self.names();
        zh
    }
}

impl fmt::Display for SupervisionRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [_, english, _] = self.names();
        f.pad(english)
    }
}

/// Why a card cannot be answered or lifted.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// The text is blank.
    #[error("card: the text is blank")]
    Blank,
    /// The time lies before the card.
    #[error("card: the time lies before the card")]
    BeforeCard,
    /// It was answered before.
    #[error("card: answered before")]
    AlreadyAnswered,
    /// It was lifted before.
    #[error("card: lifted before")]
    AlreadyLifted,
}

impl CardError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::BeforeCard => "before-card",
            Self::AlreadyAnswered => "already-answered",
            Self::AlreadyLifted => "already-lifted",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Blank => "答复或撤牌理由为空",
            Self::BeforeCard => "时间早于亮牌时间",
            Self::AlreadyAnswered => "该牌已答复",
            Self::AlreadyLifted => "该牌已撤销",
        }
        .to_owned()
    }
}
