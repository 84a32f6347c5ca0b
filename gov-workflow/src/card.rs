//! A card that supervision shows.

use core::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::CreditCode;

use crate::case::day;
use crate::reckoning::date_zh;
use crate::{
    Calendar, CardPolicy, CaseNumber, Clock, LimitUnit, NotCovered, StaffId, SupervisionRule,
};

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
    /// A fee, in fen.
    Fee {
        /// What was paid.
        paid: u64,
        /// What is due; none where the published standard reckons it for each case.
        due: Option<u64>,
    },
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
                let (clock, unit) = (clock.english(), unit.english(*limit));
                write!(f, "{clock}: {elapsed} of {limit} {unit}")
            }
            Self::Material { position } => write!(f, "material {position} of the guide"),
            Self::Count { found, allowed } => write!(f, "{found} where {allowed} are in order"),
            Self::Dated { on, other } => write!(f, "{on} against {other}"),
            Self::Blank => f.write_str("the text is blank"),
            Self::Fee { paid, due: Some(due) } => write!(f, "{paid} fen where {due} are due"),
            Self::Fee { paid, due: None } => write!(f, "{paid} fen where a fee is due"),
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
            Self::Fee { paid, due: Some(due) } => format!("实收{paid}分，应收{due}分"),
            Self::Fee { paid, due: None } => format!("实收{paid}分，本事项应当收费"),
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
