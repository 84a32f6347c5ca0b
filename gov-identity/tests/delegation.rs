//! The whole law of a delegation, and every reason why it does not cover.

use chrono::{DateTime, FixedOffset, TimeDelta};
use gov_identity::{
    Delegation, DelegationError, DelegationEvent, DelegationState, DelegationStep, DelegationTerms,
    DivisionCode, IdentityKey, Label, NotDelegated, Scope,
};

/// Columns are [`DelegationEvent::ALL`]; a dot is an event that cannot happen.
const LAW: &str = "
          | Confirm   | Suspend   | Resume    | Revoke  | Expire  | Consume
Proposed  | Confirmed | .         | .         | Revoked | Expired | .
Confirmed | .         | Suspended | .         | Revoked | Expired | Consumed
Suspended | .         | .         | Confirmed | Revoked | Expired | .
Revoked   | .         | .         | .         | .       | .       | .
Expired   | .         | .         | .         | .       | .       | .
Consumed  | .         | .         | .         | .       | .       | .
";

const COMPANY: &str = "001:91640200MA0000007F";
const DELEGATE: &str = "111:11010519491231002X";
const CHIEF: &str = "111:440524188001010014";
const STRANGER: &str = "111:11010518000101007X";
const COUNTY: DivisionCode = DivisionCode::from_static("640202");

/// Days after the period begins; it lasts for 30.
fn day(days: i64) -> DateTime<FixedOffset> {
    DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::days(20_000 + days)
}

#[expect(clippy::unwrap_used, reason = "literals that are right")]
fn key(text: &str) -> IdentityKey {
    IdentityKey::parse(text).unwrap()
}

#[expect(clippy::unwrap_used, reason = "literals that are right")]
fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn terms() -> DelegationTerms {
    DelegationTerms {
        id: label("d-1"),
        principal: key(COMPANY),
        delegate: key(DELEGATE),
        granted_by: key(CHIEF),
        scope: Scope::all(),
        valid_from: day(0),
        valid_until: day(30),
        one_time: false,
        redelegation: false,
        parent: None,
    }
}

fn step(event: DelegationEvent, days: i64, by: &str) -> DelegationStep {
    DelegationStep { event, at: day(days), by: key(by), evidence: None }
}

/// Confirmed on the day before the period begins.
#[expect(clippy::unwrap_used, reason = "terms of the tests that are right")]
fn confirmed(terms: DelegationTerms) -> Delegation {
    let mut delegation = Delegation::propose(terms).unwrap();
    delegation.record(step(DelegationEvent::Confirm, -1, DELEGATE)).unwrap();
    delegation
}

#[test]
fn the_law() {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let mut expected = LAW.trim_matches('\n').lines().map(cells);
    let head = DelegationEvent::ALL.map(|event| format!("{event:?}"));
    assert_eq!(expected.next().unwrap()[1..], head);
    for state in DelegationState::ALL {
        let mut row = vec![format!("{state:?}")];
        row.extend(DelegationEvent::ALL.map(|event| match state.after(event) {
            Ok(next) => format!("{next:?}"),
            Err(error) => {
                assert_eq!((error.from(), error.event()), (state, event));
                ".".to_owned()
            }
        }));
        assert_eq!(expected.next().unwrap(), row);
        let dead_end = DelegationEvent::ALL.iter().all(|event| state.after(*event).is_err());
        assert_eq!(state.is_final(), dead_end, "{state:?}");
    }
    assert_eq!(expected.next(), None);
}

#[test]
fn recording_follows_the_law_and_who_may_do_it() {
    use DelegationEvent::*;
    let people =
        [(COMPANY, "principal"), (DELEGATE, "delegate"), (CHIEF, "granted by"), (STRANGER, "")];
    // To each state one way that leads there, on day 1.
    let ways: [(DelegationState, &[(DelegationEvent, &str)]); 5] = [
        (DelegationState::Proposed, &[]),
        (DelegationState::Confirmed, &[(Confirm, DELEGATE)]),
        (DelegationState::Suspended, &[(Confirm, DELEGATE), (Suspend, CHIEF)]),
        (DelegationState::Revoked, &[(Revoke, COMPANY)]),
        (DelegationState::Consumed, &[(Confirm, DELEGATE), (Consume, DELEGATE)]),
    ];
    for (state, way) in ways {
        let mut delegation =
            Delegation::propose(DelegationTerms { one_time: true, ..terms() }).unwrap();
        for (event, by) in way {
            delegation.record(step(*event, 1, by)).unwrap();
        }
        assert_eq!(delegation.state_at(day(1)), state);
        for event in DelegationEvent::ALL {
            for (person, role) in people {
                let mut after = delegation.clone();
                let recorded = after.record(step(event, 2, person));
                let allowed = match event {
                    Confirm | Consume => role == "delegate",
                    Suspend | Resume => ["principal", "granted by"].contains(&role),
                    Revoke => !role.is_empty(),
                    Expire => true,
                };
                let expected = match state.after(event) {
                    Err(error) => Err(DelegationError::State(error)),
                    Ok(_) if !allowed => Err(DelegationError::WrongPerson),
                    Ok(_) if event == Expire => Err(DelegationError::NotOver),
                    Ok(_) => Ok(()),
                };
                assert_eq!(recorded, expected, "{state:?} {event:?} {role}");
                let next = if recorded.is_ok() { state.after(event).unwrap() } else { state };
                assert_eq!(after.state_at(day(2)), next);
                assert_eq!(after.state_at(day(1)), state, "the past stays");
            }
        }
    }
}

#[test]
fn a_period_ends_by_itself_whatever_was_written_down() {
    let mut delegation = confirmed(terms());
    let at = |delegation: &Delegation, days| delegation.state_at(day(days));
    assert_eq!(at(&delegation, -2), DelegationState::Proposed);
    assert_eq!(at(&delegation, -1), DelegationState::Confirmed);
    assert_eq!(
        delegation.state_at(day(30) - TimeDelta::nanoseconds(1)),
        DelegationState::Confirmed
    );
    assert_eq!(at(&delegation, 30), DelegationState::Expired);
    let late = delegation.record(step(DelegationEvent::Suspend, 30, CHIEF));
    assert!(
        matches!(late, Err(DelegationError::State(error)) if error.from() == DelegationState::Expired)
    );
    delegation.record(step(DelegationEvent::Expire, 30, STRANGER)).unwrap();
    assert_eq!(at(&delegation, 40), DelegationState::Expired);
    assert_eq!(delegation.steps().len(), 2);

    let mut revoked = confirmed(terms());
    revoked.record(step(DelegationEvent::Revoke, 3, CHIEF)).unwrap();
    assert_eq!(at(&revoked, 40), DelegationState::Revoked, "revoked stays revoked");
    let never = Delegation::propose(terms()).unwrap();
    assert_eq!(at(&never, 30), DelegationState::Expired);
}

#[test]
fn steps_never_go_back_in_time() {
    let mut delegation = confirmed(terms());
    let early = step(DelegationEvent::Suspend, -2, CHIEF);
    assert_eq!(delegation.record(early), Err(DelegationError::Backwards));
    delegation.record(step(DelegationEvent::Suspend, -1, CHIEF)).unwrap();
}

#[test]
fn one_time_is_one_time() {
    let item = label("item");
    let mut once = confirmed(DelegationTerms { one_time: true, ..terms() });
    let consume = |days| step(DelegationEvent::Consume, days, DELEGATE);
    assert_eq!(once.record(consume(-1)), Err(DelegationError::NotUsedUp), "not yet in force");
    assert_eq!(once.covers(&item, COUNTY, day(1)), Ok(()));
    once.record(consume(1)).unwrap();
    assert_eq!(once.covers(&item, COUNTY, day(1)), Err(NotDelegated::Consumed));
    assert!(once.record(consume(1)).is_err());
    assert_eq!(confirmed(terms()).record(consume(1)), Err(DelegationError::NotUsedUp));
}

#[test]
fn every_reason_not_to_cover_comes_in_its_order() {
    use DelegationEvent::*;
    let (item, other) = (label("item"), label("other"));
    let (role, stranger) = (label("hand-in"), label("sign"));
    let narrow = DelegationTerms {
        scope: Scope::all()
            .with_items([item.clone()])
            .with_roles([role.clone()])
            .with_divisions([DivisionCode::from_static("640200")]),
        ..terms()
    };
    let elsewhere = DivisionCode::from_static("640100");
    let with = |steps: &[DelegationStep]| {
        let mut delegation = Delegation::propose(narrow.clone()).unwrap();
        for step in steps {
            delegation.record(step.clone()).unwrap();
        }
        delegation
    };
    let confirm = step(Confirm, -1, DELEGATE);
    let covers = |delegation: &Delegation, role: &Label, item: &Label, division, days| {
        delegation.covers_in_role(role, item, division, day(days))
    };
    // Everything else is wrong as well: the first reason is told.
    let all_wrong =
        |delegation: &Delegation, days| covers(delegation, &stranger, &other, elsewhere, days);
    assert_eq!(all_wrong(&with(&[]), -1), Err(NotDelegated::Proposed));
    let suspended = with(&[confirm.clone(), step(Suspend, -1, CHIEF)]);
    assert_eq!(all_wrong(&suspended, -1), Err(NotDelegated::Suspended));
    let revoked = with(&[confirm.clone(), step(Revoke, -1, DELEGATE)]);
    assert_eq!(all_wrong(&revoked, -1), Err(NotDelegated::Revoked));
    let good = with(&[confirm]);
    assert_eq!(all_wrong(&good, 30), Err(NotDelegated::Expired));
    assert_eq!(all_wrong(&good, -1), Err(NotDelegated::NotBegun));
    assert_eq!(all_wrong(&good, 0), Err(NotDelegated::Item));
    assert_eq!(covers(&good, &stranger, &item, elsewhere, 0), Err(NotDelegated::Division));
    assert_eq!(covers(&good, &stranger, &item, COUNTY, 0), Err(NotDelegated::Role));
    assert_eq!(good.covers(&item, COUNTY, day(0)), Err(NotDelegated::Role), "no role named");
    assert_eq!(covers(&good, &role, &item, COUNTY, 0), Ok(()));
    assert_eq!(covers(&good, &role, &item, DivisionCode::from_static("640200"), 29), Ok(()));
    assert_eq!(
        covers(&good, &role, &item, DivisionCode::from_static("640000"), 0),
        Err(NotDelegated::Division),
        "not above it",
    );
}

#[test]
fn who_may_be_named_and_for_how_long() {
    let refused = |change: fn(&mut DelegationTerms)| {
        let mut terms = terms();
        change(&mut terms);
        Delegation::propose(terms).map(|_| ())
    };
    assert_eq!(
        refused(|terms| terms.delegate = key("001:51440101PDY010007X")),
        Err(DelegationError::DelegateNotAPerson)
    );
    assert_eq!(
        refused(|terms| terms.principal = terms.delegate.clone()),
        Err(DelegationError::ToOneself)
    );
    assert_eq!(
        refused(|terms| terms.granted_by = terms.delegate.clone()),
        Err(DelegationError::ToOneself)
    );
    assert_eq!(refused(|terms| terms.valid_until = terms.valid_from), Err(DelegationError::Period));
    assert_eq!(
        refused(|terms| terms.parent = Some(label("d-0"))),
        Err(DelegationError::NotFromParent)
    );
    assert_eq!(
        refused(|terms| terms.principal = key(STRANGER)),
        Ok(()),
        "a person may be principal"
    );
}

fn child() -> DelegationTerms {
    DelegationTerms {
        id: label("d-2"),
        delegate: key(STRANGER),
        granted_by: key(DELEGATE),
        valid_from: day(5),
        valid_until: day(10),
        parent: Some(label("d-1")),
        scope: Scope::all().with_divisions([COUNTY]),
        ..terms()
    }
}

#[test]
fn nobody_passes_on_what_the_terms_do_not_allow() {
    let refused =
        |parent: &Delegation, child, days| parent.redelegate(child, day(days)).map(|_| ());
    let not_allowed = Err(DelegationError::RedelegationNotAllowed);
    assert_eq!(refused(&confirmed(terms()), child(), 1), not_allowed, "by default");
    let once = DelegationTerms { one_time: true, redelegation: true, ..terms() };
    assert_eq!(refused(&confirmed(once), child(), 1), not_allowed, "one time would become several");

    let open = confirmed(DelegationTerms { redelegation: true, ..terms() });
    assert_eq!(refused(&open, child(), 1), Ok(()));
    assert_eq!(refused(&open, child(), -2), not_allowed, "not confirmed");
    assert_eq!(refused(&open, child(), 30), not_allowed, "over");
    for broken in [
        DelegationTerms { parent: None, ..child() },
        DelegationTerms { parent: Some(label("d-9")), ..child() },
        DelegationTerms { principal: key("001:51440101PDY010007X"), ..child() },
        DelegationTerms { granted_by: key(CHIEF), ..child() },
    ] {
        assert_eq!(refused(&open, broken, 1), Err(DelegationError::NotFromParent));
    }
    for wider in [
        DelegationTerms { valid_from: day(-1), ..child() },
        DelegationTerms { valid_until: day(31), ..child() },
    ] {
        assert_eq!(refused(&open, wider, 1), Err(DelegationError::Wider));
    }
    let scope = Scope::all().with_divisions([DivisionCode::from_static("640200")]);
    let narrow = confirmed(DelegationTerms { redelegation: true, scope, ..terms() });
    assert_eq!(refused(&narrow, child(), 1), Ok(()));
    let everywhere = DelegationTerms { scope: Scope::all(), ..child() };
    assert_eq!(refused(&narrow, everywhere, 1), Err(DelegationError::Wider));
}

#[test]
fn what_was_passed_on_falls_with_what_it_comes_from() {
    let item = label("item");
    let mut parent = confirmed(DelegationTerms { redelegation: true, ..terms() });
    let mut passed_on = parent.redelegate(child(), day(1)).unwrap();
    passed_on.record(step(DelegationEvent::Confirm, 2, STRANGER)).unwrap();
    let covers =
        |parents: &[&Delegation]| passed_on.covers_through(parents, None, &item, COUNTY, day(6));
    assert_eq!(covers(&[&parent]), Ok(()));
    assert_eq!(covers(&[]), Err(NotDelegated::Parent));
    assert_eq!(passed_on.covers(&item, COUNTY, day(6)), Err(NotDelegated::Parent));
    let closed = confirmed(terms());
    assert_eq!(covers(&[&closed]), Err(NotDelegated::Parent), "it does not allow it");
    let other = confirmed(DelegationTerms { id: label("d-9"), redelegation: true, ..terms() });
    assert_eq!(covers(&[&other]), Err(NotDelegated::Parent));
    parent.record(step(DelegationEvent::Revoke, 5, CHIEF)).unwrap();
    assert_eq!(covers(&[&parent]), Err(NotDelegated::Revoked));
}

#[test]
fn a_scope_is_within_another_just_when_it_reaches_nowhere_else() {
    let (a, b) = (label("a"), label("b"));
    let [city, county] = ["640200", "640202"].map(DivisionCode::from_static);
    let items = [
        Scope::all(),
        Scope::all().with_items([a.clone()]),
        Scope::all().with_items([a.clone(), b.clone()]),
        Scope::all().with_items([]),
    ];
    let mut scopes = Vec::new();
    for scope in items {
        for divisions in [None, Some(vec![]), Some(vec![city]), Some(vec![county])] {
            for roles in [None, Some(vec![a.clone()])] {
                let scope = divisions.iter().fold(scope.clone(), |scope, divisions| {
                    scope.with_divisions(divisions.clone())
                });
                scopes
                    .push(roles.iter().fold(scope, |scope, roles| scope.with_roles(roles.clone())));
            }
        }
    }
    let places = ["100000", "640000", "640200", "640202", "640202001", "640100"]
        .map(DivisionCode::from_static);
    for one in &scopes {
        for other in &scopes {
            // Three axes, each open or a set: inside on every axis.
            let items = [&a, &b, &label("c")]
                .iter()
                .all(|item| !one.has_item(item) || other.has_item(item));
            let roles = [Some(&a), Some(&b), None]
                .iter()
                .all(|role| !one.has_role(*role) || other.has_role(*role));
            let divisions =
                places.iter().all(|place| !one.has_division(*place) || other.has_division(*place));
            assert_eq!(one.is_within(other), items && roles && divisions, "{one:?} {other:?}");
        }
    }
}

#[test]
fn reasons_are_said_in_both_languages_with_their_basis() {
    let reasons = NotDelegated::ALL.map(|reason| {
        format!("{} | {reason} | {} | {}", reason.code(), reason.zh(), reason.basis())
    });
    assert_eq!(
        reasons,
        [
            "proposed | delegation: not confirmed by the delegate (民法典 art. 171) | 代办授权：受托人尚未确认（依据民法典第171条） | 民法典 art. 171",
            "suspended | delegation: suspended (民法典 art. 171) | 代办授权：已停用（依据民法典第171条） | 民法典 art. 171",
            "revoked | delegation: revoked (民法典 art. 171) | 代办授权：已撤销（依据民法典第171条） | 民法典 art. 171",
            "expired | delegation: expired (民法典 art. 171) | 代办授权：已过期（依据民法典第171条） | 民法典 art. 171",
            "consumed | delegation: used already (民法典 art. 171) | 代办授权：一次性授权已使用（依据民法典第171条） | 民法典 art. 171",
            "not-begun | delegation: not yet in force (民法典 art. 171) | 代办授权：尚未生效（依据民法典第171条） | 民法典 art. 171",
            "item | delegation: the item is not included (民法典 art. 171) | 代办授权：不包括该事项（依据民法典第171条） | 民法典 art. 171",
            "division | delegation: the division is not included (民法典 art. 171) | 代办授权：不包括该区域（依据民法典第171条） | 民法典 art. 171",
            "role | delegation: the role is not included (民法典 art. 171) | 代办授权：不包括该角色（依据民法典第171条） | 民法典 art. 171",
            "parent | delegation: the one it is passed on from is missing (民法典 art. 171) | 代办授权：缺少其所依据的原授权（依据民法典第171条） | 民法典 art. 171",
        ],
    );
}

#[test]
fn errors_are_said_in_both_languages() {
    let not_possible = DelegationState::Revoked.after(DelegationEvent::Resume).unwrap_err();
    for (error, code, english, zh) in [
        (
            DelegationError::DelegateNotAPerson,
            "delegate-not-a-person",
            "delegation: the delegate is not a person",
            "代办授权：受托人应为自然人",
        ),
        (
            DelegationError::ToOneself,
            "to-oneself",
            "delegation: the delegate is the principal or grants it to themselves",
            "代办授权：受托人不得为委托人或授权人本人",
        ),
        (
            DelegationError::Period,
            "period",
            "delegation: the period ends before it begins",
            "代办授权：有效期的截止时间应晚于起始时间",
        ),
        (
            DelegationError::RedelegationNotAllowed,
            "redelegation-not-allowed",
            "delegation: the delegate may not pass it on (民法典 art. 169)",
            "代办授权：不得转委托（依据民法典第169条）",
        ),
        (
            DelegationError::NotFromParent,
            "not-from-parent",
            "delegation: it does not follow from the one it is passed on from",
            "代办授权：与原授权不相衔接",
        ),
        (
            DelegationError::Wider,
            "wider",
            "delegation: it reaches further than the one it is passed on from",
            "代办授权：超出原授权的范围或期限",
        ),
        (
            DelegationError::Backwards,
            "backwards",
            "delegation: the step is earlier than the one before it",
            "代办授权：该环节早于上一环节",
        ),
        (
            DelegationError::State(not_possible),
            "not-possible",
            "delegation: resume cannot happen to one that is revoked",
            "代办授权已撤销，不能恢复",
        ),
        (
            DelegationError::WrongPerson,
            "wrong-person",
            "delegation: it is not for this person to do that",
            "代办授权：该环节不应由此人办理",
        ),
        (
            DelegationError::NotOver,
            "not-over",
            "delegation: the period is not over",
            "代办授权：有效期尚未届满",
        ),
        (
            DelegationError::NotUsedUp,
            "not-used-up",
            "delegation: it is not used up by one use, or has not begun",
            "代办授权：并非一次性授权，或尚未生效",
        ),
    ] {
        assert_eq!(
            (error.code(), error.to_string(), error.zh().to_string()),
            (code, english.to_owned(), zh.to_owned())
        );
    }
    let names = |state: DelegationState| format!("{} {}", state.code(), state.zh());
    assert_eq!(
        DelegationState::ALL.map(names),
        [
            "proposed 待确认",
            "confirmed 已确认",
            "suspended 已停用",
            "revoked 已撤销",
            "expired 已过期",
            "consumed 已使用"
        ],
    );
}

#[test]
fn debug_shows_no_number_of_a_person() {
    let delegation = confirmed(terms());
    for debug in [
        format!("{delegation:?}"),
        format!("{delegation:#?}"),
        format!("{:?}", delegation.terms()),
        format!("{:?}", delegation.steps()),
    ] {
        for number in ["11010519491231002X", "440524188001010014"] {
            assert!(!debug.contains(number), "{debug}");
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn json_is_read_by_recording_each_step_again() {
    let mut delegation =
        confirmed(DelegationTerms { scope: Scope::all().with_divisions([COUNTY]), ..terms() });
    delegation.record(step(DelegationEvent::Suspend, 2, CHIEF)).unwrap();
    let json = serde_json::to_string(&delegation).unwrap();
    assert_eq!(serde_json::from_str::<Delegation>(&json).unwrap(), delegation);
    assert!(json.contains(r#""scope":{"divisions":["640202"]}"#), "{json}");
    let error = |json: &str| serde_json::from_str::<Delegation>(json).unwrap_err().to_string();
    let twice = json.replace(r#""event":"suspend""#, r#""event":"confirm""#);
    assert_eq!(error(&twice), "delegation: confirm cannot happen to one that is confirmed");
    let stray = json.replace(r#""one_time":false"#, r#""once":true"#);
    assert!(error(&stray).starts_with("unknown field `once`"));
}
