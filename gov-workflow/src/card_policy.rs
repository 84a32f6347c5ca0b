//! From when on a supervision card is due: data, since no national rule says.

use crate::{CardColor, Origin};

/// When which card is due (亮牌规则).
///
/// There is no national threshold. The named ones are what places have published; a
/// body that has its own writes it down as data.
///
/// ```
/// use gov_workflow::{CardColor, CardPolicy, Origin};
///
/// let policy = CardPolicy::suggested();
/// assert_eq!(policy.judge(Origin::Promised, 8, 10), Some(CardColor::Notice));
/// assert_eq!(policy.judge(Origin::Promised, 11, 10), Some(CardColor::Yellow));
/// assert_eq!(policy.judge(Origin::Statutory, 21, 20), Some(CardColor::Red));
/// assert_eq!(policy.judge(Origin::Statutory, 17, 20), None);
/// ```
#[doc(alias = "亮牌规则")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CardPolicy {
    /// Thresholds of the clocks; of those that are met, the gravest counts.
    pub clocks: Vec<CardThreshold>,
    /// The card for a procedure that was broken.
    pub broken: CardColor,
    /// How many supplement notices are in order.
    pub supplement_notices: u32,
    /// Working days to answer a card.
    pub answer_days: u16,
}

/// From when on one kind of limit brings a card (亮牌阈值).
#[doc(alias = "亮牌阈值")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct CardThreshold {
    /// Limits by law or by promise.
    pub origin: Origin,
    /// Days used up beyond the limit, in its unit: −2 is two days left, 1 is a day late.
    pub from: i32,
    /// The card.
    pub color: CardColor,
}

impl CardPolicy {
    /// Our suggestion: a notice when two days or fewer are left, yellow past the promise, red
    /// past the law and for a broken procedure; one supplement notice, as the law has it;
    /// three working days to answer.
    #[must_use]
    pub fn suggested() -> Self {
        use Origin::{Promised, Statutory};
        Self::of([
            (Promised, -2, CardColor::Notice),
            (Statutory, -2, CardColor::Notice),
            (Promised, 1, CardColor::Yellow),
            (Statutory, 1, CardColor::Red),
        ])
    }

    /// The rule engine of Hunan: a warning from two days before the promise ends, and red past
    /// either limit.
    #[must_use]
    pub fn hunan() -> Self {
        use Origin::{Promised, Statutory};
        Self::of([
            (Promised, -2, CardColor::Yellow),
            (Promised, 1, CardColor::Red),
            (Statutory, 1, CardColor::Red),
        ])
    }

    /// Chengdu, 2010: yellow shortly before the end, here the last day but one; red when overdue.
    #[must_use]
    pub fn chengdu() -> Self {
        use Origin::{Promised, Statutory};
        Self::of([
            (Promised, -1, CardColor::Yellow),
            (Promised, 1, CardColor::Red),
            (Statutory, -1, CardColor::Yellow),
            (Statutory, 1, CardColor::Red),
        ])
    }

    /// Another city: a prompt one working day before the end; then by gravity.
    #[must_use]
    pub fn one_day_prompt() -> Self {
        use Origin::{Promised, Statutory};
        Self::of([
            (Promised, -1, CardColor::Notice),
            (Statutory, -1, CardColor::Notice),
            (Promised, 1, CardColor::Yellow),
            (Statutory, 1, CardColor::Red),
        ])
    }

    fn of<const N: usize>(clocks: [(Origin, i32, CardColor); N]) -> Self {
        let threshold = |(origin, from, color)| CardThreshold { origin, from, color };
        Self {
            clocks: clocks.map(threshold).into(),
            broken: CardColor::Red,
            supplement_notices: 1,
            answer_days: 3,
        }
    }

    /// The card for so many days used up of a limit, both in its unit.
    #[must_use]
    pub fn judge(&self, origin: Origin, elapsed: u32, limit: u16) -> Option<CardColor> {
        let over = i64::from(elapsed) - i64::from(limit);
        let met = self
            .clocks
            .iter()
            .filter(|threshold| threshold.origin == origin && over >= i64::from(threshold.from));
        met.map(|threshold| threshold.color).max()
    }
}
