//! A procedure is published only when its people can finish every case.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use town::*;

fn staff(people: &[Actor]) -> Staff {
    let officer = |actor: &Actor| match actor {
        Actor::Officer(officer) => officer.clone(),
        _ => unreachable!(),
    };
    Staff::try_new(people.iter().map(officer).collect()).unwrap()
}

fn bureau() -> Vec<Actor> {
    vec![window(), reviewer(), decider(), issuer()]
}

/// What the check finds: where, and who is away.
fn stuck(draft: ProcedureDraft, people: &[Actor], absent: usize) -> Vec<(State, Vec<String>)> {
    let faults = Procedure::try_new(draft).unwrap().check(&staff(people), absent);
    let told = |fault: StaffFault| match fault {
        StaffFault::Impasse(story) => {
            (story.state, story.away.iter().map(ToString::to_string).collect())
        }
        other => unreachable!("{other}"),
    };
    faults.err().unwrap_or_default().into_iter().map(told).collect()
}

fn story(draft: ProcedureDraft, people: &[Actor], absent: usize) -> (String, String) {
    let faults = Procedure::try_new(draft).unwrap().check(&staff(people), absent).unwrap_err();
    (faults[0].to_string(), faults[0].zh())
}

#[test]
fn one_of_each_role_finishes_every_case() {
    assert_eq!(stuck(draft(), &bureau(), 0), []);
}

#[test]
fn one_of_each_role_can_spare_nobody() {
    let away = |name: &str| vec![name.to_owned()];
    let found = stuck(draft(), &bureau(), 1);
    for expected in [
        (State::Submitted, away("W-01")),
        (State::Accepted, away("R-01")),
        (State::InReview, away("D-01")),
        (State::Granted, away("I-01")),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
}

#[test]
fn two_of_each_role_can_spare_any_one() {
    let mut people = bureau();
    people.extend([
        officer("W-02", HALL, &[Role::Acceptance, Role::Delivery]),
        officer("R-02", BUREAU, &[Role::Review]),
        officer("D-02", BUREAU, &[Role::Decision]),
        officer("I-02", BUREAU, &[Role::Issuance]),
    ]);
    assert_eq!(stuck(draft(), &people, 1), []);
    assert!(stuck(draft(), &people, 2).iter().all(|(_, away)| away.len() == 2));
    assert!(!stuck(draft(), &people, 2).is_empty());
}

#[test]
fn who_may_do_everything_still_cannot_do_it_alone() {
    let (english, chinese) = story(draft(), &[factotum()], 0);
    assert_eq!(
        english,
        "staff: with everybody there, applicant: take in, F-01: accept, F-01: start the review; \
         the case is in review; nobody can grant, F-01 since \
         decision: who accepted a case never decides it; nobody can refuse, F-01 since decision: \
         who accepted a case never decides it"
    );
    assert_eq!(
        chinese,
        "办理人员：全员在岗时，申请人进行“收件”，F-01进行“受理”，F-01进行“开始审查”，\
         办件处于“审查中”；无人可以“准予许可”：F-01因受理本办件的人员不得作出决定；无人可以“不予许可”：\
         F-01因受理本办件的人员不得作出决定"
    );
}

#[test]
fn two_who_may_do_everything_suffice_until_one_is_away() {
    let pair = [factotum(), officer("F-02", BUREAU, &Role::ALL)];
    assert_eq!(stuck(draft(), &pair, 0), []);
    assert_eq!(stuck(draft(), &pair, 1), [(State::InReview, vec!["F-01".to_owned()])]);
}

#[test]
fn the_story_names_who_is_away_and_the_role_nobody_has() {
    let people = [window(), reviewer(), decider()];
    let (english, chinese) = story(draft(), &people, 0);
    assert!(english.ends_with(
        "the case is granted; nobody can issue, since nobody there has the role of issuing"
    ));
    assert!(chinese.ends_with("办件处于“准予许可”；无人可以“制证”：在岗人员均没有“制证”职责"));
    let mut people = bureau();
    people.push(officer("W-02", HALL, &[Role::Acceptance, Role::Delivery]));
    people.push(officer("R-02", BUREAU, &[Role::Review]));
    people.push(officer("I-02", BUREAU, &[Role::Issuance]));
    let (english, chinese) = story(draft(), &people, 1);
    assert!(english.starts_with("staff: with D-01 away, applicant: take in"), "{english}");
    assert!(chinese.starts_with("办理人员：D-01缺勤时，"), "{chinese}");
}

#[test]
fn a_check_on_site_takes_as_many_as_the_procedure_says() {
    let mut draft = draft();
    draft.on_site_officers = Some(3);
    let mut people = bureau();
    people.push(officer("R-02", BUREAU, &[Role::Review]));
    let (english, _) = story(draft.clone(), &people, 0);
    assert!(english.contains("expected 3 officers at least, found 2"), "{english}");
    people.push(officer("R-03", BUREAU, &[Role::Review]));
    assert_eq!(stuck(draft.clone(), &people, 0), []);
    assert!(stuck(draft, &people, 1).contains(&(State::InReview, vec!["R-01".to_owned()])));
}

#[test]
fn people_of_another_body_or_division_are_no_help() {
    let mut people = vec![window(), reviewer(), issuer()];
    people.push(officer("D-09", STRANGER, &[Role::Decision]));
    assert_eq!(stuck(draft(), &people, 0), [(State::InReview, vec![])]);
    let Actor::Officer(mut far) = decider() else { unreachable!() };
    far.division = ELSEWHERE;
    people.push(Actor::Officer(far));
    assert_eq!(stuck(draft(), &people, 0), [(State::InReview, vec![])]);
}

#[test]
fn silence_is_no_plan_and_nobody_at_all_is_nobody() {
    let people = [reviewer(), decider(), issuer()];
    let found = stuck(draft(), &people, 0);
    assert_eq!(found[0], (State::Submitted, vec![]));
    let (english, chinese) = story(draft(), &[], 0);
    assert!(english.contains("nobody can accept, since nobody there has the role of acceptance"));
    assert!(chinese.contains("无人可以“受理”：在岗人员均没有“收件受理”职责"));
}

#[test]
fn every_state_on_the_way_to_an_impasse_is_named() {
    let people = [window(), reviewer(), issuer()];
    let faults = Procedure::try_new(draft()).unwrap().check(&staff(&people), 0).unwrap_err();
    let [StaffFault::Impasse(story)] = faults.as_slice() else { unreachable!("{faults:?}") };
    assert_eq!(story.states, [State::Accepted, State::InReview]);
}

#[test]
fn an_instant_item_and_one_without_materials_can_be_finished() {
    let mut draft = draft();
    draft.promised = vec![Limit::promised(Clock::Decision, 0, Basis::licensing_law(34))];
    assert_eq!(stuck(draft.clone(), &[window(), decider(), issuer()], 0), []);
    draft.materials.clear();
    assert_eq!(stuck(draft, &[window(), decider(), issuer()], 0), []);
}

#[test]
fn more_choices_than_can_be_tried_are_an_answer_too() {
    let bodies = [BUREAU, HALL];
    let mut people = Vec::new();
    for bits in 0_u32..32 {
        let roles: Vec<_> =
            (0..5).filter(|bit| bits >> bit & 1 == 1).map(|bit| Role::ALL[bit]).collect();
        for (index, body) in bodies.into_iter().enumerate() {
            people.push(officer(&format!("{bits}-{index}"), body, &roles));
        }
    }
    let procedure = Procedure::try_new(draft()).unwrap();
    assert_eq!(procedure.check(&staff(&people), 3), Err(vec![StaffFault::TooManyChoices]));
}

#[test]
fn faults_say_what_is_written_here() {
    for (fault, code, english, chinese) in [
        (
            StaffFault::DeadStep { state: State::Granted },
            "dead-step",
            "procedure: a case that is granted can never be finished",
            "办理规程：处于“准予许可”的办件无论由谁办理都无法办结",
        ),
        (
            StaffFault::ListedTwice { position: 2 },
            "listed-twice",
            "staff: officer 2 stands in the list before",
            "办理人员：名单第2人重复",
        ),
        (
            StaffFault::TooMany,
            "too-many",
            "staff: more than 4096 officers",
            "办理人员：名单超过4096人",
        ),
        (
            StaffFault::TooManyChoices,
            "too-many-choices",
            "staff: more choices of absent officers than can be tried",
            "办理人员：缺勤组合过多，无法逐一核验",
        ),
    ] {
        let says = (fault.code(), fault.to_string(), fault.zh());
        assert_eq!(says, (code, english.to_owned(), chinese.to_owned()));
    }
}

#[test]
fn each_track_of_a_procedure_can_be_finished() {
    let mut lenient = draft();
    lenient.late_supplement = LateSupplement::DeemedWithdrawn;
    let mut strict = draft();
    strict.late_supplement = LateSupplement::RefusedAfter { days: 2 };
    let mut scarce = draft();
    scarce.limited = true;
    let mut steps = draft();
    steps.steps = vec!["初审".to_owned(), "复核".to_owned()];
    let reviewers = officer("R-02", BUREAU, &[Role::Review]);
    for draft in [
        lenient,
        strict,
        scarce,
        steps,
        variants::promising(),
        variants::renewable(),
        variants::tested(),
        variants::selective(Selection::Tender),
        variants::priced(),
    ] {
        let mut people = bureau();
        people.push(reviewers.clone());
        assert_eq!(stuck(draft, &people, 0), []);
    }
}

#[test]
fn a_first_review_needs_nobody_who_issues_and_somebody_who_forwards() {
    let reporting = variants::reporting;
    assert_eq!(stuck(reporting(), &[window(), reviewer(), decider()], 0), []);
    let (english, chinese) = story(reporting(), &[window(), reviewer()], 0);
    assert!(english.contains("nobody can forward to the upper level"), "{english}");
    assert!(chinese.contains("无人可以“初审转报”"), "{chinese}");
    assert!(!english.contains("nobody can grant"), "{english}");
}

#[test]
fn a_technical_check_takes_two_and_a_fee_takes_a_cashier() {
    let (english, _) = story(variants::tested(), &bureau(), 0);
    assert!(english.contains("expected 2 officers at least, found 1"), "{english}");
    let counter = officer("W-03", HALL, &[Role::Acceptance]);
    let (english, _) = story(variants::priced(), &[counter, reviewer(), decider(), issuer()], 0);
    assert!(english.contains("nobody can deliver"), "{english}");
}
