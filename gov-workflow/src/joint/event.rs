//! What happened to a joint case.

use chrono::{DateTime, FixedOffset};

use crate::{Author, ItemCode};
use crate::{DeliveryWay, Event, Fact};

/// One thing that happened to a joint case (联办事件): who, when, what.
///
/// The events of each branch are in it as they are, so that whatever reads the events of
/// a case (replay, progress, supervision, exchange rows) reads those of a branch.
///
/// ```
/// use chrono::DateTime;
/// use gov_workflow::{Author, Fact, ItemCode, JointEvent, JointFact};
///
/// let at = DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00")?;
/// let item = ItemCode::parse("item-1").unwrap();
/// let fact = JointFact::Branch { item: item.clone(), fact: Fact::Granted };
/// let event = JointEvent { at, by: Author::Clock, fact };
/// assert_eq!(event.of_branch(&item).unwrap().fact, Fact::Granted);
/// assert_eq!(event.of_whole(), None);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[doc(alias = "联办事件")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "who, when, what: nothing else belongs here")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct JointEvent {
    /// When, in China's time.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub by: Author,
    /// What, and to which part.
    pub fact: JointFact,
}

/// What happened, and to which part of the joint case (联办事实).
#[doc(alias = "联办事实")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new event")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case", deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum JointFact {
    /// To the application as a whole (整体): intake, acceptance, extension, withdrawal.
    Whole(Fact),
    /// To the case of one branch (联办事项).
    Branch {
        /// Its item.
        item: ItemCode,
        /// What.
        fact: Fact,
    },
    /// The body of a later branch was told that the results it needs are there (前置办结告知).
    /// Its branch is received and accepted by the same act.
    PassedOn {
        /// Its item.
        item: ItemCode,
        /// The number of the notice.
        notice: String,
    },
    /// A branch that had not begun is left out (不再办理).
    LeftOut {
        /// Its item.
        item: ItemCode,
        /// The item whose result will not come; none where the applicant took it back.
        needs: Option<ItemCode>,
    },
    /// Every branch is decided, or has ended in another way (会合). The time to hand over
    /// runs from here.
    Joined,
    /// All results were handed over together (统一送达).
    HandedOver {
        /// In which way.
        way: DeliveryWay,
    },
    /// Finished (办结).
    Closed,
}

impl JointEvent {
    /// The event of the whole, if it is one.
    #[must_use]
    pub fn of_whole(&self) -> Option<Event> {
        match &self.fact {
            JointFact::Whole(fact) => Some(self.as_event(fact)),
            _ => None,
        }
    }

    /// The event of this branch's case, if it is one.
    #[must_use]
    pub fn of_branch(&self, item: &ItemCode) -> Option<Event> {
        match &self.fact {
            JointFact::Branch { item: own, fact } if own == item => Some(self.as_event(fact)),
            _ => None,
        }
    }

    pub(crate) fn as_event(&self, fact: &Fact) -> Event {
        Event { at: self.at, by: self.by.clone(), fact: fact.clone() }
    }
}
