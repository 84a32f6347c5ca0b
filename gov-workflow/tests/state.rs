//! The whole law of a case on one screen.

use gov_workflow::{EventKind, State};

/// Columns are [`State::ALL`], rows [`EventKind::ALL`]; a dot is an event that cannot happen.
const LAW: &str = "
                           | Draft     | Submitted           | SupplementRequested | NotAccepted | Accepted        | InReview        | Suspended       | Granted | Refused   | Issued    | Delivered | Closed  | Withdrawn | DeemedWithdrawn | NotNeeded | Terminated | Voided | Forwarded | Revoked
Received                   | Submitted | .                   | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
SupplementRequested        | .         | SupplementRequested | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
SupplementReceived         | .         | stays               | stays               | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
SupplementCompleted        | .         | .                   | Submitted           | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Accepted                   | .         | Accepted            | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
DeemedAccepted             | .         | Accepted            | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
AcceptanceRefused          | .         | NotAccepted         | NotAccepted         | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ReviewStarted              | .         | .                   | .                   | .           | InReview        | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ReviewRecorded             | .         | .                   | .                   | .           | .               | stays           | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Reassigned                 | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
OnSiteChecked              | .         | .                   | .                   | .           | .               | stays           | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
SpecialProcedureStarted    | .         | .                   | .                   | .           | .               | Suspended       | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
SpecialProcedureEnded      | .         | .                   | .                   | .           | .               | .               | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Resumed                    | .         | .                   | .                   | .           | .               | .               | InReview        | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
HearingOffered             | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
HearingRequested           | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ThirdPartyHearingRequested | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
HearingWaived              | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
HearingScheduled           | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
HearingHeld                | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
HearingAnnounced           | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ThirdPartyNotified         | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ThirdPartyHeard            | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ThirdPartyWaived           | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
DecisionExtended           | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Granted                    | .         | .                   | .                   | .           | Granted         | Granted         | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Refused                    | .         | .                   | Refused             | .           | Refused         | Refused         | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Issued                     | .         | .                   | .                   | .           | .               | .               | .               | Issued  | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
Delivered                  | .         | .                   | .                   | .           | .               | .               | .               | .       | Delivered | Delivered | .         | .       | .         | .               | .         | .          | .      | .         | .
Closed                     | .         | .                   | .                   | .           | .               | .               | .               | .       | .         | .         | Closed    | .       | .         | .               | .         | .          | .      | .         | .
Withdrawn                  | .         | Withdrawn           | Withdrawn           | .           | Withdrawn       | Withdrawn       | Withdrawn       | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ToleranceAccepted          | .         | Accepted            | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
AcceptanceRevoked          | .         | .                   | .                   | .           | NotAccepted     | NotAccepted     | NotAccepted     | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
DeemedWithdrawn            | .         | .                   | DeemedWithdrawn     | .           | DeemedWithdrawn | DeemedWithdrawn | DeemedWithdrawn | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
NotNeeded                  | .         | NotNeeded           | NotNeeded           | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
CorrectedOnTheSpot         | .         | stays               | stays               | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
PromiseMade                | .         | stays               | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
PromiseChecked             | .         | .                   | .                   | .           | .               | .               | .               | stays   | .         | stays     | stays     | stays   | .         | .               | .         | .          | .      | .         | .
RectificationOrdered       | .         | .                   | .                   | .           | .               | .               | .               | stays   | .         | stays     | stays     | stays   | .         | .               | .         | .          | .      | .         | .
Revoked                    | .         | .                   | .                   | .           | .               | .               | .               | Revoked | .         | Revoked   | Revoked   | Revoked | .         | .               | .         | .          | .      | .         | .
Terminated                 | .         | Terminated          | Terminated          | .           | Terminated      | Terminated      | Terminated      | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
VoidProposed               | .         | stays               | stays               | .           | stays           | stays           | stays           | stays   | stays     | stays     | stays     | .       | .         | .               | .         | .          | .      | .         | .
Voided                     | .         | Voided              | Voided              | .           | Voided          | Voided          | Voided          | Voided  | Voided    | Voided    | Voided    | .       | .         | .               | .         | .          | .      | .         | .
Forwarded                  | .         | .                   | .                   | .           | Forwarded       | Forwarded       | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
TakenOver                  | .         | stays               | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
RenewalRequested           | .         | stays               | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
DeemedRenewed              | .         | Granted             | Granted             | .           | Granted         | Granted         | Granted         | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
InspectorsNamed            | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
SelectionRecorded          | .         | .                   | .                   | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
ClericalErrorCorrected     | .         | .                   | .                   | .           | .               | .               | .               | stays   | stays     | stays     | stays     | stays   | .         | .               | .         | .          | .      | .         | .
FalsehoodFound             | .         | stays               | stays               | .           | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
FeePaid                    | .         | .                   | .                   | .           | stays           | stays           | stays           | stays   | .         | stays     | stays     | .       | .         | .               | .         | .          | .      | .         | .
PreChecked                 | .         | stays               | .                   | .           | .               | .               | .               | .       | .         | .         | .         | .       | .         | .               | .         | .          | .      | .         | .
VoucherHandedOut           | .         | .                   | .                   | stays       | stays           | stays           | stays           | .       | .         | .         | .         | .       | .         | .               | stays     | .          | .      | .         | .
DelayExplained             | .         | .                   | .                   | .           | stays           | stays           | stays           | stays   | stays     | stays     | stays     | .       | .         | .               | .         | .          | .      | .         | .
";

#[test]
fn the_law() {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let mut expected = LAW.trim_matches('\n').lines().map(cells);

    let head = State::ALL.map(|state| format!("{state:?}"));
    assert_eq!(expected.next().unwrap()[1..], head);

    for event in EventKind::ALL {
        let mut row = vec![format!("{event:?}")];
        row.extend(State::ALL.map(|state| match state.after(event) {
            Ok(next) if next == state => "stays".to_owned(),
            Ok(next) => format!("{next:?}"),
            Err(_) => ".".to_owned(),
        }));
        assert_eq!(expected.next().unwrap(), row);
    }
    assert_eq!(expected.next(), None);
}

#[test]
fn a_final_state_is_one_that_only_revocation_leads_out_of() {
    for state in State::ALL {
        let ways = EventKind::ALL.iter().filter_map(|&event| state.after(event).ok());
        let leads_out = ways.filter(|to| !matches!(to, State::Revoked) && *to != state).count();
        assert_eq!(state.is_final(), leads_out == 0, "{state:?}");
    }
}

#[test]
fn what_is_decided_can_be_corrected_and_nothing_else_can() {
    for state in State::ALL {
        let correctable = state.after(EventKind::ClericalErrorCorrected) == Ok(state);
        assert_eq!(state.is_decided(), correctable, "{state:?}");
    }
}

#[test]
fn an_undecided_case_is_one_that_can_be_withdrawn() {
    for state in State::ALL {
        let withdrawable = state.after(EventKind::Withdrawn) == Ok(State::Withdrawn);
        assert_eq!(state.is_undecided(), withdrawable, "{state:?}");
    }
}

#[test]
fn every_state_can_be_reached_and_every_open_one_can_still_end() {
    let next = |states: &[State]| {
        let mut all = states.to_vec();
        for state in states {
            all.extend(EventKind::ALL.iter().filter_map(|&event| state.after(event).ok()));
        }
        all.sort();
        all.dedup();
        all
    };
    let closure = |state| (0..State::ALL.len()).fold(vec![state], |states, _| next(&states));
    let mut all = State::ALL.to_vec();
    all.sort();
    assert_eq!(closure(State::Draft), all);
    for state in State::ALL {
        assert!(closure(state).iter().any(|state| state.is_final()), "{state:?}");
    }
}

#[test]
fn the_error_says_what_does_not_fit_where() {
    let error = State::Draft.after(EventKind::Granted).unwrap_err();
    assert_eq!((error.from(), error.event()), (State::Draft, EventKind::Granted));
    assert_eq!(error.to_string(), "case: Granted cannot happen to a case that is a draft");
    assert_eq!(error.zh(), "办件处于“草稿”，不能发生“准予许可决定”");
    assert_eq!(error.code(), "transition");
}
