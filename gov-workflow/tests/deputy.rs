//! One officer who acts for another for a while: both are named, and both count.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

fn member(staff: &str, roles: &[Role]) -> Officer {
    match officer(staff, BUREAU, roles) {
        Actor::Officer(officer) => officer,
        other => panic!("{other:?}"),
    }
}

/// B-02 decides for D-01 in the first week of March.
fn deputation() -> Deputation {
    Deputation {
        deputy: member("B-02", &[Role::Review]),
        principal: member("D-01", &[Role::Decision, Role::Issuance]),
        roles: [Role::Decision].into(),
        from: day("2026-03-02"),
        until: day("2026-03-06"),
        order: "示例授权第1号".to_owned(),
    }
}

fn deputy() -> Actor {
    Actor::Deputy(Deputy::try_new(deputation()).unwrap())
}

fn between(deputy: &str, principal: &str, role: Role) -> Actor {
    let deputation = Deputation {
        deputy: member(deputy, &[]),
        principal: member(principal, &[role]),
        roles: [role].into(),
        ..deputation()
    };
    Actor::Deputy(Deputy::try_new(deputation).unwrap())
}

#[test]
fn an_event_and_the_public_progress_name_both() {
    let desk = Desk::reviewed(rules()).done(&deputy(), &Command::Grant, "2026-03-04T09:00:00");
    let by = &desk.events.last().unwrap().by;
    let both = Author::Deputy {
        staff: StaffId::parse("B-02").unwrap(),
        body: BUREAU,
        division: TOWN,
        principal: StaffId::parse("D-01").unwrap(),
    };
    assert_eq!(*by, both);
    assert_eq!(by.staff().map(StaffId::as_str), Some("B-02"));
    assert_eq!(by.principal().map(StaffId::as_str), Some("D-01"));
    let progress = Progress::of(&desk.events, &desk.rules).unwrap();
    let step = progress.steps.last().unwrap();
    let names = (step.staff.as_ref(), step.acting_for.as_ref());
    assert_eq!(names, (both.staff(), both.principal()));
    assert_eq!(step.post, Some(Role::Decision));
    let drawn = Diagram::of_case("示例", &desk.events).unwrap().mermaid();
    assert!(drawn.contains("准予许可决定，2026-03-04，B-02（代D-01）"));
    assert_eq!(Case::replay(&desk.events).as_ref(), Ok(&desk.case));
}

#[test]
fn a_deputy_has_the_duties_that_are_carried_and_no_others() {
    let desk = Desk::reviewed(rules());
    for command in [review(), Command::StartReview] {
        let lacks = Refusal::RoleMissing { role: Role::Review };
        desk.clone().refused(&deputy(), &command, "2026-03-04T09:00:00", lacks);
    }
    let lacks = Refusal::RoleMissing { role: Role::Issuance };
    desk.refused(&deputy(), &issue(), "2026-03-04T09:00:00", lacks);
}

#[test]
fn a_deputy_acts_from_the_first_day_to_the_last() {
    let desk = Desk::reviewed(rules());
    let (from, until) = (day("2026-03-02"), day("2026-03-06"));
    let over = Refusal::DeputationNotInForce { from, until };
    desk.clone().refused(&deputy(), &Command::Grant, "2026-03-07T00:00:00", over);
    desk.clone().done(&deputy(), &Command::Grant, "2026-03-06T23:59:59");
    let early = Refusal::DeputationNotInForce { from, until };
    desk.clone().refused(&deputy(), &Command::Grant, "2026-03-01T23:59:59", early);
    let listed = |time| next_commands(&desk.case, &desk.rules, &deputy(), at(time));
    assert_eq!(
        listed("2026-03-04T09:00:00"),
        [CommandKind::Grant, CommandKind::Refuse, CommandKind::Terminate]
    );
    assert_eq!(listed("2026-03-07T09:00:00"), []);
}

#[test]
fn nobody_decides_what_they_accepted_in_whoevers_name() {
    let grant = Command::Grant;
    let reviewed = |by: &Actor| {
        Desk::received(rules())
            .done(by, &Command::Accept, "2026-03-02T10:00:00")
            .done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00")
            .done(&reviewer(), &review(), "2026-03-03T10:00:00")
    };
    let accepting = |staff: &str| officer(staff, BUREAU, &[Role::Acceptance]);
    let deciding = |staff: &str| officer(staff, BUREAU, &[Role::Decision]);
    let time = "2026-03-04T09:00:00";
    let same = Refusal::AcceptedByTheSame;
    let as_a = between("B-02", "A-01", Role::Decision);
    let of_a = between("B-02", "A-01", Role::Acceptance);
    // The one who acts accepted it.
    reviewed(&accepting("B-02")).refused(&as_a, &grant, time, same);
    // The one in whose name accepted it.
    reviewed(&accepting("A-01")).refused(&as_a, &grant, time, same);
    // It was accepted by a deputy, and decided by either of the two.
    for staff in ["B-02", "A-01"] {
        reviewed(&of_a).refused(&deciding(staff), &grant, time, same);
    }
    reviewed(&of_a).refused(&between("C-03", "A-01", Role::Decision), &grant, time, same);
    // Two other people, and the same number in another body.
    reviewed(&of_a).done(&between("C-03", "D-01", Role::Decision), &grant, time);
    reviewed(&officer("B-02", HALL, &[Role::Acceptance])).done(&as_a, &grant, time);
}

#[test]
fn who_examined_a_case_leads_its_hearing_in_nobodys_name() {
    let desk = Desk::reviewed(rules())
        .done(&reviewer(), &offer_hearing(), "2026-03-03T12:00:00")
        .done(&citizen(), &Command::RequestHearing, "2026-03-04T09:00:00")
        .done(&chair(), &schedule_hearing("2026-03-16"), "2026-03-04T10:00:00");
    let for_chair = |deputy: &str| {
        let deputation = Deputation {
            deputy: member(deputy, &[]),
            principal: member("R-09", &[Role::Review]),
            roles: [Role::Review].into(),
            until: day("2026-03-31"),
            ..deputation()
        };
        Actor::Deputy(Deputy::try_new(deputation).unwrap())
    };
    let examined = Refusal::HearingByExaminer;
    let time = "2026-03-16T09:00:00";
    let desk = desk.refused(&for_chair("R-01"), &hold_hearing(), time, examined);
    desk.done(&for_chair("R-08"), &hold_hearing(), time);
}

#[test]
fn a_deputation_that_does_not_hold_says_why() {
    let oneself = Deputation { deputy: member("D-01", &[Role::Review]), ..deputation() };
    let mut other_body = deputation();
    other_body.deputy.body = HALL;
    let mut other_division = deputation();
    other_division.deputy.division = ELSEWHERE;
    let no_duty = Deputation { roles: [].into(), ..deputation() };
    let not_held = Deputation { roles: [Role::Head].into(), ..deputation() };
    let backwards = Deputation { until: day("2026-03-01"), ..deputation() };
    let blank = Deputation { order: " ".to_owned(), ..deputation() };
    let apart = "deputation: the two officers serve different bodies or divisions";
    let apart_zh = "代行授权：代行人与被代行人不在同一机构、同一区划";
    for (deputation, code, english, chinese) in [
        (
            oneself,
            "oneself",
            "deputation: an officer acts for oneself",
            "代行授权：不能代行本人职责",
        ),
        (other_body, "other-body", apart, apart_zh),
        (other_division, "other-body", apart, apart_zh),
        (no_duty, "no-duty", "deputation: no duty is carried", "代行授权：没有写明代行的职责"),
        (
            not_held,
            "not-held",
            "deputation: the principal lacks the role of head of the body",
            "代行授权：被代行人没有“机关负责人”职责",
        ),
        (
            backwards,
            "backwards",
            "deputation: ends before it begins",
            "代行授权：终止日期早于起始日期",
        ),
        (
            blank,
            "order",
            "deputation: the order has no proper number",
            "代行授权：授权文号不合格式",
        ),
    ] {
        let fault = Deputy::try_new(deputation).unwrap_err();
        assert_eq!(
            (fault.code(), fault.to_string().as_str(), fault.zh().as_str()),
            (code, english, chinese)
        );
    }
    let one_day = Deputation { until: day("2026-03-02"), ..deputation() };
    let deputy = Deputy::try_new(one_day).unwrap();
    assert_eq!(deputy.period(), (day("2026-03-02"), day("2026-03-02")));
    assert_eq!(deputy.order(), "示例授权第1号");
}

#[test]
#[cfg(feature = "serde")]
fn both_stand_in_the_line_of_the_event() {
    let desk = Desk::reviewed(rules()).done(&deputy(), &Command::Grant, "2026-03-04T09:00:00");
    let event = desk.events.last().unwrap();
    let line = event.to_json().unwrap();
    assert_eq!(
        line,
        r#"{"at":"2026-03-04T09:00:00+08:00","by":{"deputy":{"staff":"B-02","body":"11640200PDY00001XK","division":"640200","principal":"D-01"}},"fact":"granted"}"#
    );
    assert_eq!(Event::from_json(&line).as_ref(), Ok(event));
    let text = serde_json::to_string(&deputation()).unwrap();
    assert_eq!(serde_json::from_str::<Deputation>(&text).unwrap(), deputation());
}
