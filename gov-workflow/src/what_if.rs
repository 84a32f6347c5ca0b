//! What would become of a case, if.

use chrono::{DateTime, FixedOffset};

use crate::{Actor, Case, Command, Event, Refusal, Rules};

/// What would become of a case (推演结果), as far as the law lets it go.
///
/// ```
/// use gov_workflow::{Calendar, Case, what_if};
/// # use gov_identity::{CreditCode, DivisionCode};
/// # use gov_workflow::{ItemCode, Procedure, ProcedureDraft, Rules};
/// # let draft = ProcedureDraft::licensing(
/// #     ItemCode::parse("1164020010001501113000131001000")?,
/// #     "食品经营许可",
/// #     CreditCode::from_static("91640200MA0000007F"),
/// #     DivisionCode::from_static("640200"),
/// # );
/// # let calendar = Calendar::parse("X", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// # let rules = Rules::new(Procedure::try_new(draft).unwrap(), calendar);
/// let supposed = what_if(&Case::draft(), &rules, &[]);
/// assert_eq!((supposed.case, supposed.refused), (Case::draft(), None));
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "推演")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Supposition {
    /// The case as it would stand, with its state and its clocks.
    pub case: Case,
    /// What would have happened to it.
    pub events: Vec<Event>,
    /// The step at which it would come to a halt, from 1, and why.
    pub refused: Option<(usize, Refusal)>,
}

/// Plays the steps on a copy of the case, one after the other, until one is refused
/// (推演). The case itself stays as it is, and nothing is stored.
///
/// Each step goes through [`Case::decide`], so that it is refused here if and only if
/// it would be then.
#[must_use]
pub fn what_if(
    case: &Case,
    rules: &Rules,
    steps: &[(Command, Actor, DateTime<FixedOffset>)],
) -> Supposition {
    let mut supposed = Supposition { case: case.clone(), events: Vec::new(), refused: None };
    for (index, (command, actor, at)) in steps.iter().enumerate() {
        match supposed.case.decide(rules, command, actor, *at) {
            Ok(events) => {
                for event in events {
                    // What was decided for this case can happen to it.
                    if supposed.case.apply(&event).is_ok() {
                        supposed.events.push(event);
                    }
                }
            }
            Err(refusal) => {
                supposed.refused = Some((index + 1, refusal));
                break;
            }
        }
    }
    supposed
}
