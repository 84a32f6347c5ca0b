//! First review below, decision above: art. 35 and 43 of the Licensing Law.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::*;
use town::*;
use variants::*;

fn above() -> Desk {
    Desk::new(rules_of(upper())).done(
        &upper_window(),
        &take_over(&forwarded()),
        "2026-03-05T09:00:00",
    )
}

#[test]
fn art_35_opinion_and_whole_file_go_up() {
    let desk = forwarded();
    assert_eq!(desk.case.state(), State::Forwarded);
    let file = desk.case.forwarded_file(desk.rules.procedure()).unwrap();
    assert_eq!((file.to, file.from, file.case.as_str()), (PROVINCE, BUREAU, "2026-0001"));
    assert_eq!((&file.materials, file.opinion), (desk.case.materials(), Opinion::InFavor));
    assert!(!format!("{file:?} {:?}", take_over(&desk)).contains("1101051949"), "no number");
    assert_eq!((file.applicant, file.report.as_str()), (citizen_key(), "初审同意"));
    assert_eq!(Case::replay(&desk.events), Ok(desk.case));
}

#[test]
fn art_35_the_lower_level_never_decides_and_the_upper_level_never_forwards() {
    let time = "2026-03-04T09:00:00";
    Desk::reviewed(rules_of(reporting()))
        .refused(&decider(), &Command::Grant, time, Refusal::DecidedAbove)
        .refused(&decider(), &refuse(), time, Refusal::DecidedAbove);
    Desk::reviewed(rules()).refused(&decider(), &forward(), time, Refusal::DecidedHere);
}

#[test]
fn art_35_nothing_goes_up_unreviewed_incomplete_or_by_who_accepted() {
    let unread = Refusal::ReviewMissing;
    let time = "2026-03-04T09:00:00";
    Desk::accepted(rules_of(reporting())).refused(&decider(), &forward(), time, unread);
    let mute = Command::Forward { opinion: Opinion::Against, report: String::new() };
    let blank = Refusal::Blank { words: Words::Note };
    Desk::reviewed(rules_of(reporting())).refused(&decider(), &mute, time, blank);
    let same = Refusal::AcceptedByTheSame;
    Desk::received(rules_of(reporting()))
        .done(&factotum(), &Command::Accept, "2026-03-02T10:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-02T11:00:00")
        .done(&reviewer(), &review(), "2026-03-02T12:00:00")
        .refused(&factotum(), &forward(), time, same);
    let missing = Refusal::MaterialMissing { position: 2 };
    Desk::new(rules_of(reporting()))
        .done(&citizen(), &receive(&[]), "2026-03-02T09:30:00")
        .done(&window(), &request(&["申请表"], "2026-03-20"), "2026-03-02T10:00:00")
        .done(&citizen(), &supplement(&["申请表"]), "2026-03-02T11:00:00")
        .done(&window(), &Command::Accept, "2026-03-02T12:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-02T13:00:00")
        .done(&reviewer(), &review(), "2026-03-02T14:00:00")
        .refused(&decider(), &forward(), time, missing);
}

#[test]
fn art_35_the_upper_level_never_asks_the_applicant_again() {
    let desk = above();
    assert_eq!(desk.case.state(), State::Submitted);
    let (from, number) = desk.case.taken_over().unwrap();
    assert_eq!((*from, number.as_str()), (BUREAU, "2026-0001"));
    let asked = request(&["照片"], "2026-03-20");
    let desk = desk
        .refused(&upper_window(), &asked, "2026-03-05T10:00:00", Refusal::AskedBelow)
        .done(&upper_window(), &Command::Accept, "2026-03-05T11:00:00");
    assert_eq!(desk.case.acceptance().unwrap().on, day("2026-03-05"));
    // A file that lacks something is the lower level's fault: it is accepted all the same.
    let mut file = forwarded().case.forwarded_file(&Procedure::try_new(upper()).unwrap()).unwrap();
    file.materials.remove(&name("租赁合同"));
    let case = CaseNumber::parse("P-0009").unwrap();
    let take_over = Command::TakeOver { case, file: Box::new(file) };
    Desk::new(rules_of(upper())).done(&upper_window(), &take_over, "2026-03-05T09:00:00").done(
        &upper_window(),
        &Command::Accept,
        "2026-03-05T10:00:00",
    );
}

#[test]
fn art_35_a_file_is_taken_over_by_the_body_it_names() {
    let for_another = Refusal::FileForAnother;
    let take_over = take_over(&forwarded());
    let time = "2026-03-05T09:00:00";
    Desk::new(rules()).refused(&window(), &take_over, time, for_another);
    let wrong = Refusal::WrongActor { command: CommandKind::TakeOver };
    Desk::new(rules_of(upper())).refused(&citizen(), &take_over, time, wrong);
}

#[test]
fn art_43_the_first_review_has_twenty_days_of_its_own_and_no_extension() {
    let desk = Desk::accepted(rules_of(reporting()));
    let clocks: Vec<_> = desk
        .case
        .deadlines(&desk.rules)
        .iter()
        .map(|deadline| (deadline.limit().clock, deadline.due().unwrap().to_string()))
        .collect();
    let expected = [
        (Clock::SupplementNotice, "2026-03-09".to_owned()),
        (Clock::FirstReview, "2026-03-30".to_owned()),
    ];
    assert_eq!(clocks, expected, "no clock to decide runs below");
    desk.refused(&head(), &extend(10), "2026-03-04T09:00:00", Refusal::NotExtendable);
    let mut long = reporting();
    long.first_review.as_mut().unwrap().limit.days = 21;
    let fault = ProcedureFault::BeyondLaw { clock: Clock::FirstReview };
    assert_eq!(Procedure::try_new(long), Err(vec![fault]));
    let mut own = reporting();
    own.first_review.as_mut().unwrap().upper = BUREAU;
    assert_eq!(Procedure::try_new(own), Err(vec![ProcedureFault::UpperIsSame]));
}

#[test]
fn art_43_what_art_45_leaves_out_is_left_out_of_the_first_review_too() {
    let mut draft = reporting();
    draft.special_procedures = special_draft().special_procedures;
    let desk = Desk::reviewed(rules_of(draft))
        .done(&reviewer(), &pause(PauseGround::ExpertReview, 8), "2026-03-04T09:00:00")
        .done(&reviewer(), &resume(PauseGround::ExpertReview, "2026-03-13"), "2026-03-13T16:00:00");
    assert_eq!(desk.case.deadlines(&desk.rules)[1].due(), Ok(day("2026-04-08")));
}
