//! A joint case: one application, and the cases it is made of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::Fact;
use crate::case::day;
use crate::joint::command::{happens_to_branch, happens_to_whole};
use crate::joint::event::{JointEvent, JointFact};
use crate::{Case, ItemCode};
use crate::{State, TransitionError};

/// One application handled by several bodies (联办件).
///
/// It is the sum of its events, as a [`Case`] is: [`decide`](Self::decide) says what would
/// happen, [`apply`](Self::apply) makes it so, [`replay`](Self::replay) does the same for
/// events of long ago, each by the functions of the cases inside.
///
/// What one body refuses, the others still decide: each answers for its own. What rests on a
/// refused or withdrawn branch ends: a later branch that has not begun is left out, one
/// examined in advance can be refused or taken back, and never granted.
///
/// ```
/// use gov_workflow::{JointCase, JointState};
///
/// assert_eq!(JointCase::draft().state(), JointState::Draft);
/// ```
#[doc(alias = "联办件")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct JointCase {
    pub(crate) whole: Case,
    pub(crate) branches: BTreeMap<ItemCode, Case>,
    pub(crate) left_out: BTreeSet<ItemCode>,
    passed_on: BTreeSet<ItemCode>,
    pub(crate) joined: Option<NaiveDate>,
    pub(crate) handed_over: Option<NaiveDate>,
    closed: bool,
    events: u64,
    pub(crate) last: Option<DateTime<FixedOffset>>,
}

/// Where a joint case stands (联办件状态).
#[doc(alias = "联办件状态")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "callers must notice a new state")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum JointState {
    /// Nothing has been handed in (草稿).
    Draft,
    /// Handed in, not yet accepted (已提交).
    Submitted,
    /// Waiting for what the one notice asked for (待补正).
    SupplementRequested,
    /// Refused at the door (不予受理).
    NotAccepted,
    /// Told that no license is needed (无需许可).
    NotNeeded,
    /// Accepted by all; the branches go their ways (联办中).
    InProgress,
    /// Every branch is decided or has ended (已会合).
    Joined,
    /// All results are in the applicant's hands (已送达).
    HandedOver,
    /// Finished (办结).
    Closed,
    /// Taken back as a whole (已撤回).
    Withdrawn,
}

/// What came of a joint case (联办结果).
#[doc(alias = "联办结果")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "closed by logic: all, some, none")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub enum JointOutcome {
    /// Every branch was granted (全部准予).
    AllGranted,
    /// Some were granted (部分准予).
    SomeGranted,
    /// None was granted (均未准予).
    NoneGranted,
}

/// The event cannot happen to a joint case as it stands.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum JointTransitionError {
    /// It cannot happen to the whole or to the branch.
    #[error("joint {0}")]
    Case(TransitionError),
    /// It does not follow on what happened before.
    #[error("joint case: the event cannot happen to one that is {}", .state.english())]
    OutOfOrder {
        /// Where the joint case stands.
        state: JointState,
    },
}

impl JointTransitionError {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Case(cause) => cause.code(),
            Self::OutOfOrder { .. } => "out-of-order",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Case(cause) => format!("联{}", cause.zh()),
            Self::OutOfOrder { state } => format!("联办件处于“{}”，不能发生该事件", state.zh()),
        }
    }
}

impl JointState {
    /// Whether the joint case is over. What was closed can still be corrected and revoked;
    /// nothing else happens to it any more.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::NotAccepted | Self::NotNeeded | Self::Closed | Self::Withdrawn)
    }

    /// Whether branches can have been decided in it, while it is not over.
    const fn is_decidable(self) -> bool {
        matches!(self, Self::InProgress | Self::Joined | Self::HandedOver)
    }

    pub(crate) const fn english(self) -> &'static str {
        match self {
            Self::Draft => "a draft",
            Self::Submitted => "submitted",
            Self::SupplementRequested => "waiting for supplements",
            Self::NotAccepted => "not accepted",
            Self::NotNeeded => "without need of a license",
            Self::InProgress => "in progress",
            Self::Joined => "joined",
            Self::HandedOver => "handed over",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state in Chinese, as the applicant reads it.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Submitted => "已提交",
            Self::SupplementRequested => "待补正",
            Self::NotAccepted => "不予受理",
            Self::NotNeeded => "无需许可",
            Self::InProgress => "联办中",
            Self::Joined => "已会合",
            Self::HandedOver => "已送达",
            Self::Closed => "办结",
            Self::Withdrawn => "已撤回",
        }
    }
}

impl Default for JointCase {
    fn default() -> Self {
        Self::draft()
    }
}

impl JointCase {
    /// A joint case to which nothing has happened.
    #[must_use]
    pub const fn draft() -> Self {
        Self {
            whole: Case::draft(),
            branches: BTreeMap::new(),
            left_out: BTreeSet::new(),
            passed_on: BTreeSet::new(),
            joined: None,
            handed_over: None,
            closed: false,
            events: 0,
            last: None,
        }
    }

    /// The joint case that these events make, in their order.
    ///
    /// # Errors
    ///
    /// The first event that cannot follow on the ones before it.
    pub fn replay<'a>(
        events: impl IntoIterator<Item = &'a JointEvent>,
    ) -> Result<Self, JointTransitionError> {
        let mut case = Self::draft();
        for event in events {
            case.apply(event)?;
        }
        Ok(case)
    }

    /// Lets the event happen.
    ///
    /// Events that [`decide`](Self::decide) returned for this joint case always can. This
    /// does not ask again whether they should.
    ///
    /// # Errors
    ///
    /// When the event cannot happen now; the joint case stays as it was.
    pub fn apply(&mut self, event: &JointEvent) -> Result<(), JointTransitionError> {
        let state = self.state();
        let out_of_order = Err(JointTransitionError::OutOfOrder { state });
        match &event.fact {
            JointFact::Whole(fact) => {
                if self.joined.is_some() || !happens_to_whole(fact) {
                    return out_of_order;
                }
                self.whole.apply(&event.as_event(fact)).map_err(JointTransitionError::Case)?;
            }
            JointFact::Branch { item, fact } => {
                if !self.can_reach(state, item, fact) {
                    return out_of_order;
                }
                let branch = self.branches.get(item).cloned();
                let mut branch = branch.unwrap_or_default();
                branch.apply(&event.as_event(fact)).map_err(JointTransitionError::Case)?;
                self.branches.insert(item.clone(), branch);
                // What art. 45 leaves out of a branch's time is left out of the whole's.
                let pauses = self.branches.values().flat_map(|branch| branch.pauses().to_vec());
                self.whole.pauses = pauses.collect();
            }
            JointFact::PassedOn { item, .. } | JointFact::LeftOut { item, .. } => {
                let known = self.branches.contains_key(item) || self.left_out.contains(item);
                if state != JointState::InProgress || known || self.passed_on.contains(item) {
                    return out_of_order;
                }
                let passed_on = matches!(event.fact, JointFact::PassedOn { .. });
                let place = if passed_on { &mut self.passed_on } else { &mut self.left_out };
                place.insert(item.clone());
            }
            JointFact::Joined if state == JointState::InProgress => {
                self.joined = Some(day(event.at));
            }
            JointFact::HandedOver { .. } if state == JointState::Joined => {
                self.handed_over = Some(day(event.at));
            }
            JointFact::Closed if matches!(state, JointState::Joined | JointState::HandedOver) => {
                self.closed = true;
            }
            JointFact::Joined | JointFact::HandedOver { .. } | JointFact::Closed => {
                return out_of_order;
            }
        }
        self.events += 1;
        self.last = Some(event.at);
        Ok(())
    }

    /// Whether such a thing can happen to a branch while the whole stands there.
    fn can_reach(&self, state: JointState, item: &ItemCode, fact: &Fact) -> bool {
        let in_time = match fact {
            Fact::Delivered { .. } | Fact::Closed => {
                matches!(state, JointState::HandedOver | JointState::Closed)
            }
            Fact::Issued { .. } => matches!(state, JointState::InProgress | JointState::Joined),
            Fact::FeePaid { .. } | Fact::DelayExplained { .. } => !state.is_final(),
            Fact::ClericalErrorCorrected { .. } | Fact::Revoked { .. } => {
                state.is_decidable() || state == JointState::Closed
            }
            // A whole that is taken back takes its branches with it.
            Fact::Withdrawn => matches!(state, JointState::InProgress | JointState::Withdrawn),
            _ => state == JointState::InProgress,
        };
        in_time && happens_to_branch(fact) && !self.left_out.contains(item)
    }

    /// Where it stands (联办件状态).
    #[must_use]
    pub const fn state(&self) -> JointState {
        match (self.whole.state(), self.joined, self.handed_over) {
            (State::Draft, ..) => JointState::Draft,
            (State::Submitted, ..) => JointState::Submitted,
            (State::SupplementRequested, ..) => JointState::SupplementRequested,
            (State::NotAccepted, ..) => JointState::NotAccepted,
            (State::NotNeeded, ..) => JointState::NotNeeded,
            (State::Withdrawn, ..) => JointState::Withdrawn,
            _ if self.closed => JointState::Closed,
            (.., Some(_)) => JointState::HandedOver,
            (_, Some(_), None) => JointState::Joined,
            (_, None, None) => JointState::InProgress,
        }
    }

    /// The application as a whole: how it began, what was asked for, how it was accepted.
    #[must_use]
    pub const fn whole(&self) -> &Case {
        &self.whole
    }

    /// The case of a branch; none before it begins.
    #[must_use]
    pub fn branch(&self, item: &ItemCode) -> Option<&Case> {
        self.branches.get(item)
    }

    /// Whether a branch was left out before it began (不再办理).
    #[must_use]
    pub fn is_left_out(&self, item: &ItemCode) -> bool {
        self.left_out.contains(item)
    }

    /// The day on which the last branch was decided or ended (会合日期).
    #[must_use]
    pub const fn joined(&self) -> Option<NaiveDate> {
        self.joined
    }

    /// What came of it, once the branches have joined (联办结果).
    #[must_use]
    pub fn outcome(&self) -> Option<JointOutcome> {
        self.joined?;
        let granted = self.branches.values().filter(|branch| is_granted(branch)).count();
        Some(match granted {
            0 => JointOutcome::NoneGranted,
            all if all == self.branches.len() + self.left_out.len() => JointOutcome::AllGranted,
            _ => JointOutcome::SomeGranted,
        })
    }

    /// How many events it has: the version that a store expects next.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.events
    }

    /// Whether this branch was granted.
    pub(crate) fn is_granted(&self, item: &ItemCode) -> bool {
        self.branches.get(item).is_some_and(is_granted)
    }

    /// Whether this branch is decided, or has ended in another way.
    pub(crate) fn is_over(&self, item: &ItemCode) -> bool {
        let over = |branch: &Case| branch.decision().is_some() || branch.state().is_final();
        self.left_out.contains(item) || self.branches.get(item).is_some_and(over)
    }

    /// Whether there is a result of some branch to hand over.
    pub(crate) fn has_results(&self) -> bool {
        let stands = |branch: &Case| branch.state() != State::Revoked;
        self.branches.values().any(|branch| branch.decision().is_some() && stands(branch))
    }
}

/// What was revoked is granted no more.
fn is_granted(branch: &Case) -> bool {
    branch.decision().is_some_and(|decision| decision.granted) && branch.state() != State::Revoked
}
