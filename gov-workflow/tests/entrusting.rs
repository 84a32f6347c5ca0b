//! Article 24, as stories: another organ handles an item in the body's name.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::gov_identity::{CreditCode, DivisionCode};
use gov_workflow::report::{Particulars, Report, Table};
use gov_workflow::*;
use town::*;

/// The organ of a county in the city: reviews and decides for the bureau.
const COUNTY: CreditCode = STRANGER;
/// Registered by the civil affairs.
const CIVIL: CreditCode = CreditCode::from_static("51640200PDY0001083");
const IN_COUNTY: DivisionCode = DivisionCode::from_static("640202");

fn entrusting() -> Entrusting {
    Entrusting {
        by: BUREAU,
        to: COUNTY,
        division: IN_COUNTY,
        roles: [Role::Acceptance, Role::Review, Role::Decision, Role::Issuance].into(),
        basis: Basis::new("示例条例", "9"),
        announcement: "示例公告第1号".to_owned(),
        from: day("2026-03-02"),
        until: Some(day("2026-03-31")),
    }
}

fn entrusted(change: impl FnOnce(&mut Entrusting)) -> ProcedureDraft {
    let (mut draft, mut entrusting) = (draft(), entrusting());
    change(&mut entrusting);
    draft.entrusted.push(entrusting);
    draft
}

fn county(staff: &str, roles: &[Role]) -> Actor {
    match officer(staff, COUNTY, roles) {
        Actor::Officer(officer) => Actor::Officer(Officer { division: IN_COUNTY, ..officer }),
        other => other,
    }
}

fn clerk() -> Actor {
    county("C-01", &[Role::Acceptance])
}

fn examiner() -> Actor {
    county("C-02", &[Role::Review])
}

fn chief() -> Actor {
    county("C-03", &[Role::Decision, Role::Head, Role::Delivery])
}

fn reviewed_in_the_county(draft: ProcedureDraft) -> Desk {
    Desk::received(rules_of(draft))
        .done(&clerk(), &Command::Accept, "2026-03-02T10:00:00")
        .done(&examiner(), &Command::StartReview, "2026-03-03T09:00:00")
        .done(&examiner(), &review(), "2026-03-03T11:00:00")
}

#[test]
fn art_24_an_entrusted_organ_handles_a_case_from_acceptance_to_the_license() {
    let maker = county("C-04", &[Role::Issuance]);
    let desk = reviewed_in_the_county(entrusted(|_| {}))
        .done(&chief(), &Command::Grant, "2026-03-04T09:00:00")
        .done(&maker, &issue(), "2026-03-05T09:00:00")
        .done(&window(), &deliver(), "2026-03-06T09:00:00");
    assert_eq!(desk.case.decision().unwrap().by.body(), Some(COUNTY), "who acted stays known");
    assert_eq!(Case::replay(&desk.events), Ok(desk.case));
}

#[test]
fn art_24_the_body_keeps_its_name_and_goes_on_itself() {
    let desk = Desk::reviewed(rules_of(entrusted(|_| {})));
    let procedure = desk.rules.procedure();
    assert_eq!(procedure.body(), BUREAU);
    assert_eq!(procedure.entrusted(), [entrusting()]);
    let answers = [COUNTY, BUREAU, HALL].map(|acting| procedure.answers_for(acting));
    assert_eq!(answers, [BUREAU, BUREAU, HALL]);
    desk.done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
}

#[test]
fn art_24_a_row_of_the_exchange_names_the_body_that_entrusts() {
    let desk = reviewed_in_the_county(entrusted(|_| {}));
    let report = Report::of(&desk.events, &desk.rules, &Particulars::default()).unwrap();
    let row = report.rows.iter().find(|row| row.table() == Table::Accept).unwrap();
    assert_eq!(row.expose("ORG_CODE"), Some(BUREAU.as_str()));
}

#[test]
fn art_24_a_card_for_what_the_organ_did_goes_to_the_body_that_entrusts() {
    let late = |rules: Rules, actor: &Actor| {
        let desk = Desk::received(rules).done(actor, &Command::Accept, "2026-03-02T10:00:00");
        let policy = CardPolicy::suggested();
        let time = at("2026-06-01T09:00:00");
        Supervision::watch(&desk.events, &desk.rules, &policy, time).unwrap().cards
    };
    let cards = late(rules_of(entrusted(|_| {})), &clerk());
    assert!(!cards.is_empty());
    assert!(cards.iter().all(|card| card.unit == BUREAU), "{cards:?}");
}

#[test]
fn art_24_an_organ_that_is_not_entrusted_has_no_say() {
    let (accept, time) = (Command::Accept, "2026-03-02T10:00:00");
    Desk::received(rules()).refused(&clerk(), &accept, time, Refusal::OtherDivision);
    let desk = Desk::received(rules_of(entrusted(|_| {})));
    let at_home = officer("C-01", COUNTY, &[Role::Acceptance]);
    desk.clone().refused(&at_home, &accept, time, Refusal::OtherBody);
    let Actor::Officer(mut elsewhere) = clerk() else { unreachable!() };
    elsewhere.division = DivisionCode::from_static("640205");
    let elsewhere = Actor::Officer(elsewhere);
    desk.clone().refused(&elsewhere, &accept, time, Refusal::OtherDivision);
    let lacks = Refusal::RoleMissing { role: Role::Acceptance };
    desk.refused(&examiner(), &accept, time, lacks);
}

#[test]
fn art_24_the_organ_does_what_it_is_entrusted_with_and_nothing_else() {
    let reviews_only = entrusted(|entrusting| {
        entrusting.roles.remove(&Role::Decision);
    });
    let decision = Refusal::NotEntrusted { role: Role::Decision };
    reviewed_in_the_county(reviews_only)
        .refused(&chief(), &Command::Grant, "2026-03-04T09:00:00", decision)
        .done(&decider(), &Command::Grant, "2026-03-04T09:00:00");
    let delivery = Refusal::NotEntrusted { role: Role::Delivery };
    Desk::reviewed(rules_of(entrusted(|_| {})))
        .done(&decider(), &Command::Grant, "2026-03-04T09:00:00")
        .done(&issuer(), &issue(), "2026-03-05T09:00:00")
        .refused(&chief(), &deliver(), "2026-03-06T09:00:00", delivery);
}

#[test]
fn art_24_the_organ_acts_from_the_first_day_to_the_last() {
    for (from, until, time, allowed) in [
        ("2026-03-03", Some("2026-03-31"), "2026-03-02T23:59:59", false),
        ("2026-03-03", Some("2026-03-31"), "2026-03-03T00:00:00", true),
        ("2026-03-02", Some("2026-03-03"), "2026-03-03T23:59:59", true),
        ("2026-03-02", Some("2026-03-03"), "2026-03-04T00:00:00", false),
        ("2026-03-02", None, "2026-03-06T09:00:00", true),
    ] {
        let (from, until) = (day(from), until.map(day));
        let draft = entrusted(|entrusting| {
            (entrusting.from, entrusting.until) = (from, until);
        });
        let mut desk = Desk::received(rules_of(draft));
        let over = Refusal::EntrustingNotInForce { from, until };
        let expected = if allowed { Ok(()) } else { Err(over) };
        assert_eq!(desk.try_do(&clerk(), &Command::Accept, time), expected, "{time}");
    }
}

#[test]
fn art_24_the_head_of_the_organ_approves_more_time_only_where_that_is_entrusted() {
    let (time, more) = ("2026-03-04T09:00:00", extend(10));
    let not_entrusted = Refusal::NotEntrusted { role: Role::Head };
    let with_head = entrusted(|entrusting| {
        entrusting.roles.insert(Role::Head);
    });
    let approved_above = ProcedureDraft {
        extension: Some(Extension { approver: Some(HALL), ..Extension::decision() }),
        ..with_head.clone()
    };
    reviewed_in_the_county(entrusted(|_| {})).refused(&chief(), &more, time, not_entrusted);
    reviewed_in_the_county(with_head).done(&chief(), &more, time);
    reviewed_in_the_county(approved_above).refused(&chief(), &more, time, not_entrusted);
}

#[test]
fn art_24_who_accepted_does_not_decide_in_the_organ_either() {
    let both = county("C-05", &[Role::Acceptance, Role::Decision]);
    let time = "2026-03-04T09:00:00";
    let desk = Desk::received(rules_of(entrusted(|_| {})))
        .done(&both, &Command::Accept, "2026-03-02T10:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-03T09:00:00")
        .done(&reviewer(), &review(), "2026-03-03T11:00:00");
    desk.clone().refused(&both, &Command::Grant, time, Refusal::AcceptedByTheSame);
    // The same number in the bureau is another person's.
    desk.done(&officer("C-05", BUREAU, &[Role::Decision]), &Command::Grant, time);
}

#[test]
fn a_case_is_handed_on_inside_one_body() {
    let (time, later) = ("2026-03-03T09:00:00", "2026-03-03T10:00:00");
    let namesake = officer("C-06", BUREAU, &[Role::Review]);
    let handler = county("C-06", &[Role::Review]);
    let desk = Desk::received(rules_of(entrusted(|_| {})))
        .done(&clerk(), &Command::Accept, "2026-03-02T10:00:00")
        .done(&examiner(), &Command::StartReview, time)
        .done(&examiner(), &reassign("C-06"), time);
    assert_eq!(desk.case.handler().map(StaffId::as_str), Some("C-06"));
    desk.clone()
        .refused(&examiner(), &reassign("C-06"), later, Refusal::HandlerAlready)
        .refused(&namesake, &review(), later, Refusal::OtherHandler)
        .done(&handler, &review(), later);
    desk.done(&reviewer(), &reassign("C-06"), later)
        .refused(&handler, &review(), later, Refusal::OtherHandler)
        .done(&namesake, &review(), later);
}

#[test]
fn an_entrusted_organ_keeps_the_procedure_going() {
    let people = |actors: &[Actor]| {
        let officers = actors.iter().map(|actor| actor.officer().unwrap().clone());
        Staff::try_new(officers.collect()).unwrap()
    };
    let bureau = [window(), reviewer(), issuer()];
    let mut checked = entrusted(|_| {});
    checked.on_site_officers = Some(2);
    let alone = Procedure::try_new(draft()).unwrap();
    let procedure = Procedure::try_new(checked).unwrap();
    assert!(alone.check(&people(&bureau), 0).is_err(), "nobody decides");
    let one_each = [&bureau[..], &[chief(), examiner()]].concat();
    assert!(procedure.check(&people(&one_each), 0).is_err(), "nobody checks with a colleague");
    let two = [&one_each[..], &[county("C-07", &[Role::Review])]].concat();
    assert_eq!(procedure.check(&people(&two), 0), Ok(()));
}

/// What is changed, and what is said of it: code, English, Chinese.
type Fault = (fn(&mut Entrusting), EntrustingFault, &'static str, &'static str, &'static str);

#[test]
fn art_24_each_fault_of_an_entrusting_says_where_it_is_and_why() {
    let faults = |change: fn(&mut Entrusting)| {
        Procedure::try_new(entrusted(change)).err().unwrap_or_default()
    };
    assert_eq!(faults(|_| {}), []);
    assert_eq!(faults(|entrusting| entrusting.until = Some(entrusting.from)), []);
    assert_eq!(faults(|entrusting| entrusting.division = TOWN), []);
    let cases: [Fault; 8] = [
        (
            |entrusting| entrusting.by = HALL,
            EntrustingFault::PassedOn,
            "passed-on",
            "comes from another than the procedure's body: what is entrusted is not passed on",
            "委托机关不是本事项的实施机关，受委托机关不得再委托",
        ),
        (
            |entrusting| entrusting.to = BUREAU,
            EntrustingFault::ToItself,
            "to-itself",
            "goes to the procedure's body itself",
            "受委托机关就是实施机关自身",
        ),
        (
            |entrusting| entrusting.to = CreditCode::from_static("91640200MA0000007F"),
            EntrustingFault::NoOrgan,
            "no-organ",
            "goes to a business or a civil organization, and not to an administrative organ",
            "受委托的是企业或者社会组织，不是行政机关",
        ),
        (
            |entrusting| entrusting.to = CIVIL,
            EntrustingFault::NoOrgan,
            "no-organ",
            "goes to a business or a civil organization, and not to an administrative organ",
            "受委托的是企业或者社会组织，不是行政机关",
        ),
        (
            |entrusting| entrusting.division = ELSEWHERE,
            EntrustingFault::Elsewhere,
            "entrusted-elsewhere",
            "goes to a division outside the procedure's own",
            "受委托机关不在本事项行政区划之内",
        ),
        (
            |entrusting| entrusting.roles.clear(),
            EntrustingFault::NoDuty,
            "no-duty-entrusted",
            "covers no duty",
            "没有写明委托的内容",
        ),
        (
            |entrusting| entrusting.announcement = " ".to_owned(),
            EntrustingFault::Unannounced,
            "unannounced",
            "has no proper announcement",
            "没有写明委托公告",
        ),
        (
            |entrusting| entrusting.until = Some(day("2026-03-01")),
            EntrustingFault::Backwards,
            "entrusted-backwards",
            "ends before it begins",
            "终止日期早于起始日期",
        ),
    ];
    for (change, fault, code, english, zh) in cases {
        let found = faults(change);
        assert_eq!(found, [ProcedureFault::Entrusting { position: 1, fault }]);
        let said = (found[0].code(), found[0].to_string(), found[0].zh());
        let english = format!("procedure: entrusting 1 {english}");
        assert_eq!(said, (code, english, format!("办理规程：第1项委托：{zh}")));
    }
}

#[test]
fn an_organ_is_entrusted_once() {
    let mut twice = entrusted(|_| {});
    twice.entrusted.push(Entrusting { division: TOWN, ..entrusting() });
    let fault = EntrustingFault::NamedBefore;
    let faults = Procedure::try_new(twice).unwrap_err();
    assert_eq!(faults, [ProcedureFault::Entrusting { position: 2, fault }]);
    assert_eq!(fault.code(), "named-before");
    assert_eq!(fault.to_string(), "goes to an organ that is named before");
    assert_eq!(fault.zh(), "受委托机关与前面的重复");
}
