//! What the public may see of a joint case.

use chrono::NaiveDate;

use crate::Event;
use crate::joint::case::{JointCase, JointOutcome, JointState, JointTransitionError};
use crate::joint::event::JointEvent;
use crate::joint::procedure::{JointRules, Place};
use crate::{CaseNumber, DueUnknown, ItemCode, Progress, ProgressDelay, ProgressStep};

/// What the public may see of a joint case (联办进度): the whole, and each branch as the
/// public may see any case.
///
/// ```
/// use gov_workflow::{JointProgress, JointRules, JointState};
///
/// # fn shown(rules: &JointRules) {
/// let progress = JointProgress::of(&[], rules).unwrap();
/// assert_eq!(progress.state, JointState::Draft);
/// # }
/// ```
#[doc(alias = "联办进度")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct JointProgress {
    /// The number of the joint case (办件编号); none for a draft.
    pub case: Option<CaseNumber>,
    /// The name of the theme (主题名称).
    pub name: String,
    /// Where it stands (联办件状态).
    pub state: JointState,
    /// What was done to the whole, in order (办理环节).
    pub steps: Vec<ProgressStep>,
    /// When the latest branch is due, while one is open (办结期限).
    pub due: Option<Result<NaiveDate, DueUnknown>>,
    /// Why the lead was late, as it explained (超期理由).
    pub delays: Vec<ProgressDelay>,
    /// What came of it, once the branches have joined (联办结果).
    pub outcome: Option<JointOutcome>,
    /// Each branch, in the order of the joint procedure (联办事项).
    pub branches: Vec<JointBranchProgress>,
}

/// What the public may see of a branch (联办事项进度).
#[doc(alias = "联办事项进度")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct JointBranchProgress {
    /// Its item (事项编码).
    pub item: ItemCode,
    /// The item's name (事项名称).
    pub name: String,
    /// The branches that it waits for, by their numbers from 1 (前置事项).
    pub waits_for: Vec<usize>,
    /// Whether it was left out before it began (不再办理).
    pub left_out: bool,
    /// How far it has come; none before it begins.
    pub progress: Option<Progress>,
}

impl JointProgress {
    /// The public view of these events.
    ///
    /// # Errors
    ///
    /// Events that do not make a joint case.
    pub fn of(events: &[JointEvent], rules: &JointRules) -> Result<Self, JointTransitionError> {
        let case = JointCase::replay(events)?;
        let whole: Vec<Event> = events.iter().filter_map(JointEvent::of_whole).collect();
        let state = case.state();
        let due = case.due(rules).filter(|_| state == JointState::InProgress);
        let branches = rules.places().map(|place| branch(&case, place, events, rules));
        Ok(Self {
            case: case.whole().filing().map(|filing| filing.case.clone()),
            name: rules.procedure().as_draft().name.clone(),
            state,
            steps: whole.iter().map(ProgressStep::of).collect(),
            due: due.map(|due| due.on),
            delays: whole.iter().filter_map(ProgressDelay::of).collect(),
            outcome: case.outcome(),
            branches: branches.collect::<Result<_, _>>()?,
        })
    }
}

fn branch(
    case: &JointCase,
    place: Place<'_>,
    events: &[JointEvent],
    rules: &JointRules,
) -> Result<JointBranchProgress, JointTransitionError> {
    let own: Vec<Event> = events.iter().filter_map(|event| event.of_branch(place.item())).collect();
    let progress = match own.as_slice() {
        [] => None,
        own => Some(Progress::of(own, place.rules).map_err(JointTransitionError::Case)?),
    };
    let left_out = case.is_left_out(place.item());
    let waits = |other: &Place<'_>| {
        place.branch.needs.contains(other.item()) && !case.is_over(other.item()) && !left_out
    };
    Ok(JointBranchProgress {
        item: place.item().clone(),
        name: place.rules.procedure().name().to_owned(),
        waits_for: rules.places().filter(waits).map(|other| other.position).collect(),
        left_out,
        progress,
    })
}
