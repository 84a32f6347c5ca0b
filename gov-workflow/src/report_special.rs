//! The rows of special procedures: what lengthened the time to decide, and what stopped it.

use chrono::NaiveDate;

use crate::case::day;
use crate::report::{Values, midnight, time};
use crate::{Event, Fact, PauseGround};

/// The two kinds the exchange knows: 1 an extension, 2 all else. What still stops the
/// clock has no end to report; nobody has published what the end of an extension is. Each
/// row stands where it came to be, so that no later one takes its name.
pub(crate) fn special_procedures(events: &[Event]) -> Vec<Values> {
    let row = |(index, event): (usize, &Event)| {
        let before = events.get(..index).unwrap_or_default();
        let mut row = match &event.fact {
            Fact::DecisionExtended { reason, .. } => Values::from([
                ("SPECIAL_TYPE", "1".to_owned()),
                ("SPECIAL_NAME", event.fact.kind().zh().to_owned()),
                ("SPECIAL_TIME", time(event.at)),
                ("SPECIAL_REASON", reason.clone()),
            ]),
            Fact::SpecialProcedureEnded { ground, on, result } => {
                ended(before, ground, *on, result)?
            }
            Fact::HearingHeld { record } => {
                ended(before, &PauseGround::Hearing, day(event.at), record)?
            }
            _ => return None,
        };
        if let Some(staff) = event.by.staff() {
            row.insert("HANDLE_USER", staff.as_str().to_owned());
        }
        Some(row)
    };
    events.iter().enumerate().filter_map(row).collect()
}

/// What stopped the clock until that day, since it last began.
fn ended(before: &[Event], ground: &PauseGround, on: NaiveDate, result: &str) -> Option<Values> {
    let began = |event: &&Event| match &event.fact {
        Fact::SpecialProcedureStarted { ground: began, .. } => began == ground,
        Fact::HearingRequested
        | Fact::ThirdPartyHearingRequested { .. }
        | Fact::HearingAnnounced { .. } => *ground == PauseGround::Hearing,
        _ => false,
    };
    let since = before.iter().rfind(began)?;
    Some(Values::from([
        ("SPECIAL_TYPE", "2".to_owned()),
        ("SPECIAL_NAME", ground.zh().to_owned()),
        ("SPECIAL_TIME", midnight(day(since.at))),
        ("SPECIAL_REASON", ground.basis().zh()),
        ("END_TIME", midnight(on)),
        ("RESULT", result.to_owned()),
    ]))
}
