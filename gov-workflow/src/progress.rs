//! What the public may see of a case.

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::{IdentityKey, ResidentId};

use crate::{Case, CaseNumber, Clock, CommandKind, Doer, DueUnknown, Event, EventKind, Fact};
use crate::{Origin, Role, Rules, StaffId, State, TransitionError};

/// What the public may see of a case (办理进度).
///
/// State, steps, posts, due dates and why the body is late, and nothing else: no applicant,
/// no receiver, no opinion, no other reason. A staff number is public, unless it reads like a citizen's number.
///
/// ```
/// use gov_workflow::{Progress, State};
/// # use gov_workflow::gov_identity::{CreditCode, DivisionCode, IdentityKey};
/// # use gov_workflow::*;
/// # let item = ItemCode::parse("1164020010001501113000131001000").unwrap();
/// # let body = CreditCode::from_static("91640200MA0000007F");
/// # let draft = ProcedureDraft::licensing(item, "示例许可", body, DivisionCode::from_static("640200"));
/// # let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// # let rules = Rules::new(Procedure::try_new(draft).unwrap(), calendar);
/// # let applicant = IdentityKey::parse("111:11010519491231002X").unwrap();
/// # let citizen = Actor::Applicant(applicant.clone());
/// # let number = CaseNumber::parse("2026-0001").unwrap();
/// # let (channel, materials) = (Channel::WEB, [].into());
/// # let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap();
/// # let receive = Command::Receive { case: number, applicant, channel, materials };
/// # let events = Case::draft().decide(&rules, &receive, &citizen, at).unwrap();
/// let progress = Progress::of(&events, &rules)?;
/// assert_eq!(progress.state, State::Submitted);
/// assert_eq!(progress.posts, [Role::Acceptance]);
/// assert_eq!(progress.due[0].on.unwrap().to_string(), "2026-03-09");
/// # Ok::<(), TransitionError>(())
/// ```
#[doc(alias = "办理进度")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// The case (办件编号); none for a draft.
    pub case: Option<CaseNumber>,
    /// The item's name (事项名称).
    pub item: String,
    /// Where it stands (办件状态).
    pub state: State,
    /// What was done, in order (办理环节).
    pub steps: Vec<ProgressStep>,
    /// The posts that can act now (当前责任岗位); empty when it is over.
    pub posts: Vec<Role>,
    /// Whom it was handed on to (承办人); none where any officer of the post can act.
    pub handler: Option<StaffId>,
    /// When what is still to be done is due (办理期限).
    pub due: Vec<ProgressDue>,
    /// Why the body was late, as it explained (超期理由), 优化营商环境条例 art. 36.
    pub delays: Vec<ProgressDelay>,
}

/// Why the body was late (超期理由).
#[doc(alias = "超期理由")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ProgressDelay {
    /// When it explained.
    pub at: DateTime<FixedOffset>,
    /// Its words to the public.
    pub reason: String,
}

/// One thing that was done (办理环节).
#[doc(alias = "办理环节")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ProgressStep {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// What.
    pub kind: EventKind,
    /// The post that did it; none for the applicant and for time.
    pub post: Option<Role>,
    /// The staff number, if an officer did it.
    pub staff: Option<StaffId>,
    /// The staff number of the one for whom it was done, if it was done for another (代行).
    pub acting_for: Option<StaffId>,
}

/// When something is due (办理期限).
#[doc(alias = "办理期限")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct ProgressDue {
    /// What.
    pub clock: Clock,
    /// By law or by promise.
    pub origin: Origin,
    /// The last day, or why nobody can name it.
    pub on: Result<NaiveDate, DueUnknown>,
}

impl Progress {
    /// The public view of these events.
    ///
    /// # Errors
    ///
    /// Events that do not make a case.
    pub fn of(events: &[Event], rules: &Rules) -> Result<Self, TransitionError> {
        let case = Case::replay(events)?;
        let state = case.state();
        let due = case.deadlines(rules).into_iter().filter(|deadline| {
            let clock = deadline.limit().clock;
            (clock != Clock::SupplementNotice || state == State::Submitted)
                && (clock != Clock::Decision || state.is_undecided())
                && (clock != Clock::FirstReview || state.is_undecided())
                && (clock != Clock::Renewal || state.is_undecided())
                && (clock != Clock::TechnicalCheck || case.inspectors_due())
                && (clock != Clock::Delivery || matches!(state, State::Granted | State::Issued))
                && (clock != Clock::PromiseCheck || case.promise_unchecked())
        });
        let due = due.map(|deadline| ProgressDue {
            clock: deadline.limit().clock,
            origin: deadline.limit().origin,
            on: deadline.due(),
        });
        Ok(Self {
            case: case.filing().map(|filing| filing.case.clone()),
            item: rules.procedure().name().to_owned(),
            state,
            steps: events.iter().map(ProgressStep::of).collect(),
            posts: posts(state),
            handler: case.handler().filter(|staff| !reads_like_a_person(staff)).cloned(),
            due: due.collect(),
            delays: events.iter().filter_map(ProgressDelay::of).collect(),
        })
    }
}

impl ProgressDelay {
    pub(crate) fn of(event: &Event) -> Option<Self> {
        match &event.fact {
            Fact::DelayExplained { reason } => Some(Self { at: event.at, reason: reason.clone() }),
            _ => None,
        }
    }
}

impl ProgressStep {
    pub(crate) fn of(event: &Event) -> Self {
        let (at, kind) = (event.at, event.fact.kind());
        let shown = |staff: &&StaffId| !reads_like_a_person(staff);
        let post = event.by.staff().and_then(|_| post(kind));
        let staff = event.by.staff().filter(shown).cloned();
        Self { at, kind, post, staff, acting_for: event.by.principal().filter(shown).cloned() }
    }
}

/// Whether somebody put a citizen's number where a staff number belongs.
pub(crate) fn reads_like_a_person(staff: &StaffId) -> bool {
    ResidentId::parse(staff.as_str()).is_ok()
        || IdentityKey::candidates(staff.as_str()).iter().any(IdentityKey::is_person)
}

/// The posts that lead on from a state; supplements and withdrawing are the applicant's, and
/// what corrects or undoes is nobody's duty.
fn posts(state: State) -> Vec<Role> {
    if state.is_final() {
        return Vec::new();
    }
    let here = |kind: &CommandKind| kind.leads_on() && state.after(kind.event()).is_ok();
    let mut posts: Vec<_> = CommandKind::ALL
        .into_iter()
        .filter(here)
        .filter_map(|kind| match kind.doer() {
            Doer::Officer(role) => Some(role),
            _ => None,
        })
        .collect();
    posts.sort_unstable();
    posts.dedup();
    posts
}

/// The post that does what such an event tells.
fn post(kind: EventKind) -> Option<Role> {
    let kind = match kind {
        // They come with the receipt, from the same hands.
        EventKind::TakenOver | EventKind::RenewalRequested => EventKind::Received,
        other => other,
    };
    let command = CommandKind::ALL.into_iter().find(|command| command.event() == kind)?;
    match command.doer() {
        Doer::Officer(role) | Doer::ApplicantOr(role) => Some(role),
        _ => None,
    }
}
