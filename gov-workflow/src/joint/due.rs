//! When a joint case is due: the clocks of its parts, and the latest of them.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::joint::case::{JointCase, JointState};
use crate::joint::procedure::{JointRules, Place};
use crate::reckoning::date_zh;
use crate::{Clock, Limit};
use crate::{Deadline, DueUnknown};
use crate::{ItemCode, Procedure};

/// A clock of a joint case, and whose it is (联办期限).
#[doc(alias = "联办期限")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct JointDeadline {
    /// The branch it is for; none for the whole.
    pub branch: Option<ItemCode>,
    /// The clock.
    pub deadline: Deadline,
}

/// The one day on which a joint case is due (联办件办结期限): that of its latest branch.
///
/// `Display` would be too short for it: [`explain`](Self::explain) and
/// [`explain_zh`](Self::explain_zh) name every branch and the limit of the whole.
#[doc(alias = "联办件办结期限")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct JointDue {
    /// The day, or why nobody can name it.
    pub on: Result<NaiveDate, DueUnknown>,
    /// Each branch that is not left out, in the order of the joint procedure.
    pub branches: Vec<BranchDue>,
    /// The law's limit for the whole, with its extension and what is left out.
    pub whole: Deadline,
}

/// When a branch is due (联办事项期限).
#[doc(alias = "联办事项期限")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct BranchDue {
    /// Its number, from 1.
    pub position: usize,
    /// The item's name (事项名称).
    pub name: String,
    /// The day on which it was decided, if it was.
    pub decided: Option<NaiveDate>,
    /// Whether it has begun. One that has not is reckoned from the day on which what it
    /// needs is due.
    pub begun: bool,
    /// The last day to decide; the day of the decision for one that is decided.
    pub on: Result<NaiveDate, DueUnknown>,
}

impl JointCase {
    /// The clocks that have started: those of the whole, then each branch's own to decide
    /// and for its hearing.
    ///
    /// The clock of the whole leaves out what art. 45 leaves out of a branch's, once for
    /// stretches that overlap. The time to hand over runs from the day on which the
    /// branches joined, since all results are handed over together.
    #[must_use]
    pub fn deadlines(&self, rules: &JointRules) -> Vec<JointDeadline> {
        let whole = self.whole.deadlines(rules.whole());
        let mut deadlines: Vec<_> =
            whole.into_iter().map(|deadline| JointDeadline { branch: None, deadline }).collect();
        if let Some(joined) = self.joined.filter(|_| self.has_results()) {
            let limits = rules.whole().procedure().limits(Clock::Delivery);
            let run =
                |limit: &Limit| Deadline::reckon(limit.clone(), joined, rules.whole().calendar());
            deadlines
                .extend(limits.map(run).map(|deadline| JointDeadline { branch: None, deadline }));
        }
        for place in rules.places() {
            let Some(case) = self.branch(place.item()) else { continue };
            let of_branch = |deadline: &Deadline| deadline.limit().clock != Clock::SupplementNotice;
            let own = case.deadlines(place.rules).into_iter().filter(of_branch);
            let branch = || Some(place.item().clone());
            deadlines.extend(own.map(|deadline| JointDeadline { branch: branch(), deadline }));
        }
        deadlines
    }

    /// When the last branch is due, from the one acceptance on; none before, and none of a
    /// joint case that was taken back.
    ///
    /// A branch that has not begun is expected to begin on the day on which what it needs
    /// is due, so that the day can only come sooner.
    #[must_use]
    pub fn due(&self, rules: &JointRules) -> Option<JointDue> {
        let begun = self.state() >= JointState::InProgress && self.whole.acceptance().is_some();
        let whole = self.whole.decision_due(rules.whole()).filter(|_| begun)?;
        if self.state() == JointState::Withdrawn {
            return None;
        }
        let mut known: Vec<(&ItemCode, Result<NaiveDate, DueUnknown>)> = Vec::new();
        // No sequence is longer than all branches one after the other.
        for _ in rules.places() {
            for place in rules.places() {
                let ready = |need: &ItemCode| known.iter().any(|(item, _)| *item == need);
                let done = ready(place.item()) || self.has_left(place.item());
                if !done && (self.branch(place.item()).is_some() || place.needs(ready)) {
                    let on = self.branch_due(place, &known);
                    known.push((place.item(), on));
                }
            }
        }
        let branch = |place: Place<'_>| {
            let (_, on) = known.iter().find(|(item, _)| *item == place.item())?;
            let case = self.branch(place.item());
            Some(BranchDue {
                position: place.position,
                name: place.rules.procedure().name().to_owned(),
                decided: case.and_then(|case| case.decision()).map(|decision| decision.on),
                begun: case.is_some(),
                on: *on,
            })
        };
        let branches: Vec<_> = rules.places().filter_map(branch).collect();
        let on = latest(branches.iter().map(|branch| branch.on))?;
        Some(JointDue { on, branches, whole })
    }

    /// Left out, or ended without a decision.
    fn has_left(&self, item: &ItemCode) -> bool {
        let decided = self.branch(item).is_some_and(|case| case.decision().is_some());
        self.is_over(item) && !decided
    }

    fn branch_due(
        &self,
        place: Place<'_>,
        known: &[(&ItemCode, Result<NaiveDate, DueUnknown>)],
    ) -> Result<NaiveDate, DueUnknown> {
        let procedure = place.rules.procedure();
        if let Some(case) = self.branch(place.item()) {
            if let Some(decision) = case.decision() {
                return Ok(decision.on);
            }
            let deadlines = case.deadlines(place.rules);
            let to_decide =
                deadlines.iter().filter(|deadline| deadline.limit().clock == Clock::Decision);
            // The promised limit stands last.
            return to_decide.map(Deadline::due).next_back().unwrap_or(Ok(NaiveDate::MAX));
        }
        let needed = known.iter().filter(|(item, _)| place.branch.needs.contains(*item));
        let start = latest(needed.map(|(_, on)| *on)).unwrap_or(Ok(NaiveDate::MAX))?;
        Deadline::reckon(inner(procedure).clone(), start, place.rules.calendar()).due()
    }
}

impl Place<'_> {
    /// Whether it needs others, and all of them are such.
    fn needs(&self, such: impl Fn(&ItemCode) -> bool) -> bool {
        !self.branch.needs.is_empty() && self.branch.needs.iter().all(such)
    }
}

/// The time to decide that the body works by.
fn inner(procedure: &Procedure) -> &Limit {
    procedure.promised(Clock::Decision).unwrap_or(procedure.decision())
}

/// The latest day; unknown when one of them is.
fn latest(
    days: impl Iterator<Item = Result<NaiveDate, DueUnknown>>,
) -> Option<Result<NaiveDate, DueUnknown>> {
    days.reduce(|one, other| match (one, other) {
        (Ok(one), Ok(other)) => Ok(one.max(other)),
        (Err(cause), _) | (_, Err(cause)) => Err(cause),
    })
}

impl JointDue {
    /// The reckoning in English, line by line: the day, each branch, the limit of the whole.
    #[must_use]
    pub fn explain(&self) -> String {
        let mut text = match self.on {
            Ok(on) => format!("joint case: due {on}, the day of its latest branch\n"),
            Err(cause) => format!("joint case: due day unknown, {cause}\n"),
        };
        for branch in &self.branches {
            let BranchDue { position, name, .. } = branch;
            let how = match (branch.decided, branch.on) {
                (Some(on), _) => format!("decided on {on}"),
                (None, Err(cause)) => format!("due day unknown, {cause}"),
                (None, Ok(on)) if branch.begun => format!("due {on}"),
                (None, Ok(on)) => {
                    format!("due {on}, if what it needs comes on the last day for it")
                }
            };
            line(&mut text, format_args!("branch {position}, {name}: {how}"));
        }
        line(&mut text, format_args!("limit of the whole:"));
        text + &self.whole.explain()
    }

    /// The reckoning in Chinese, line by line (联办期限计算说明).
    #[must_use]
    pub fn explain_zh(&self) -> String {
        let mut text = match self.on {
            Ok(on) => format!("联办件{}届满，以最迟的联办事项为准\n", date_zh(on)),
            Err(cause) => format!("联办件届满日未知，{}\n", cause.zh()),
        };
        for branch in &self.branches {
            let BranchDue { position, name, .. } = branch;
            let how = match (branch.decided, branch.on) {
                (Some(on), _) => format!("已于{}作出决定", date_zh(on)),
                (None, Err(cause)) => format!("届满日未知，{}", cause.zh()),
                (None, Ok(on)) if branch.begun => format!("{}届满", date_zh(on)),
                (None, Ok(on)) => format!("前置事项最迟办结的，{}届满", date_zh(on)),
            };
            line(&mut text, format_args!("第{position}项“{name}”：{how}"));
        }
        line(&mut text, format_args!("联办时限："));
        text + &self.whole.explain_zh()
    }
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}
