//! Limited numbers, tenders, examinations, registrations, technical checks, steps and fees:
//! art. 34, 53 to 59.

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

fn due(desk: &Desk, clock: Clock) -> Vec<String> {
    let of = |deadline: &&Deadline| deadline.limit().clock == clock;
    let deadlines = desk.case.deadlines(&desk.rules);
    deadlines.iter().filter(of).map(|deadline| deadline.due().unwrap().to_string()).collect()
}

const DECIDED: &str = "2026-03-04T09:00:00";

#[test]
fn art_57_a_limited_number_is_decided_strictly_in_the_order_of_acceptance() {
    let ahead = Refusal::NotItsTurn { ahead: 2 };
    let desk = |left, queue: &[&str]| Desk::reviewed(limited(left, queue));
    for command in [Command::Grant, refuse()] {
        desk(5, &["2026-0007", "2026-0003", "2026-0001"]).refused(
            &decider(),
            &command,
            DECIDED,
            ahead,
        );
        desk(5, &["2026-0001", "2026-0002"]).done(&decider(), &command, DECIDED);
        // Unknown is an answer: a queue without this case is none.
        desk(5, &["2026-0002"]).refused(&decider(), &command, DECIDED, Refusal::QueueUnknown);
        let mut blind = draft();
        blind.limited = true;
        Desk::reviewed(rules_of(blind)).refused(
            &decider(),
            &command,
            DECIDED,
            Refusal::QueueUnknown,
        );
    }
    let listed = next_commands(
        &desk(5, &["2026-0003", "2026-0001"]).case,
        &limited(5, &["2026-0003", "2026-0001"]),
        &decider(),
        at(DECIDED),
    );
    assert_eq!(listed, [CommandKind::Terminate], "no button before its turn");
}

#[test]
fn art_57_when_no_license_is_left_none_is_granted() {
    let desk = Desk::reviewed(limited(0, &["2026-0001"]));
    desk.refused(&decider(), &Command::Grant, DECIDED, Refusal::QuotaUsedUp).done(
        &decider(),
        &refuse(),
        DECIDED,
    );
    // Where the number is not limited, a queue means nothing.
    let none = Some(QuotaQueue { left: 0, cases: Vec::new() });
    let free = rules().under(Circumstances { bars: Vec::new(), queue: none });
    Desk::reviewed(free).done(&decider(), &Command::Grant, DECIDED);
}

const TENDER: [Selection; 2] = [Selection::Tender, Selection::Auction];

/// Nothing is granted but to whom the selection chose.
fn chosen_only(selection: Selection) {
    let rules = || rules_of(selective(selection));
    let (pending, lost) =
        (Refusal::SelectionPending { selection }, Refusal::NotChosen { selection });
    let listed = |desk: &Desk| next_commands(&desk.case, &desk.rules, &decider(), at(DECIDED));
    let desk = || Desk::reviewed(rules());
    desk().refused(&decider(), &Command::Grant, DECIDED, pending).done(
        &decider(),
        &refuse(),
        DECIDED,
    );
    assert!(!listed(&desk()).contains(&CommandKind::Grant), "no button before the outcome");
    let won = desk().done(&reviewer(), &record_selection(true), DECIDED);
    assert_eq!(won.case.chosen(), Some(true));
    assert!(listed(&won).contains(&CommandKind::Grant));
    assert_eq!(Case::replay(&won.events).as_ref(), Ok(&won.case));
    won.refused(&reviewer(), &record_selection(false), DECIDED, Refusal::SelectionRecorded).done(
        &decider(),
        &Command::Grant,
        DECIDED,
    );
    let loser = desk().done(&reviewer(), &record_selection(false), DECIDED);
    assert_eq!((desk().case.chosen(), loser.case.chosen()), (None, Some(false)));
    assert!(!listed(&loser).contains(&CommandKind::Grant));
    assert!(listed(&loser).contains(&CommandKind::Refuse));
    let grant = [(Command::Grant, decider(), at(DECIDED))];
    let supposed = what_if(&loser.case, &loser.rules, &grant);
    assert_eq!(supposed.refused, Some((1, lost)));
    loser.refused(&decider(), &Command::Grant, DECIDED, lost).done(&decider(), &refuse(), DECIDED);
}

#[test]
fn art_53_only_who_won_the_tender_or_the_auction_is_granted_it() {
    for selection in TENDER {
        assert_eq!(selection.article(), 53);
        chosen_only(selection);
    }
}

#[test]
fn art_54_only_who_passed_the_examination_is_granted_it() {
    assert_eq!(Selection::Examination.article(), 54);
    chosen_only(Selection::Examination);
}

#[test]
fn art_53_an_outcome_is_recorded_by_a_reviewer_with_its_record_where_there_is_one() {
    let needless = Refusal::NoSelection;
    Desk::accepted(rules()).refused(&reviewer(), &record_selection(true), DECIDED, needless);
    let desk = Desk::accepted(rules_of(selective(Selection::Tender)));
    let unnumbered = Command::RecordSelection { chosen: true, record: " ".to_owned() };
    let lacks = Refusal::RoleMissing { role: Role::Review };
    let nobody = Refusal::WrongActor { command: CommandKind::RecordSelection };
    desk.refused(
        &reviewer(),
        &unnumbered,
        DECIDED,
        Refusal::Blank { words: Words::SelectionRecord },
    )
    .refused(&decider(), &record_selection(true), DECIDED, lacks)
    .refused(&citizen(), &record_selection(true), DECIDED, nobody);
    // The law speaks of it in two places, and the item says in which.
    let basis = CommandKind::RecordSelection.basis().unwrap();
    assert_eq!(basis.zh(), "《行政许可法》第五十三条、第五十四条");
}

#[test]
fn art_53_a_promise_does_not_stand_for_having_won() {
    let mut draft = promising();
    draft.selection = Some(Selection::Tender);
    let pending = Refusal::SelectionPending { selection: Selection::Tender };
    Desk::new(rules_of(draft))
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:30:00")
        .done(&citizen(), &promise(), "2026-03-02T09:31:00")
        .done(&window(), &Command::Accept, "2026-03-02T10:00:00")
        .refused(&decider(), &Command::Grant, "2026-03-02T10:30:00", pending)
        .done(&reviewer(), &record_selection(true), "2026-03-02T10:40:00")
        .done(&decider(), &Command::Grant, "2026-03-02T10:50:00");
}

#[test]
fn art_57_whom_a_selection_chooses_is_not_served_in_the_order_of_acceptance() {
    for selection in [Selection::Tender, Selection::Auction, Selection::Examination] {
        let mut draft = selective(selection);
        draft.limited = true;
        let fault = ProcedureFault::LimitedAndSelected;
        assert_eq!(Procedure::try_new(draft), Err(vec![fault]));
    }
}

#[test]
fn art_56_who_hands_in_everything_is_registered_on_the_spot() {
    let mut registration = ProcedureDraft::registration(draft().item, "示例登记", BUREAU, TOWN);
    registration.materials = draft().materials;
    registration.windows.insert(HALL);
    let desk = Desk::accepted(rules_of(registration));
    assert!(desk.rules.procedure().is_instant());
    assert_eq!(due(&desk, Clock::Decision), ["2026-03-02"]);
    let deadline = desk.case.deadlines(&desk.rules).remove(1);
    assert_eq!(deadline.limit().basis, Basis::licensing_law(56));
    desk.done(&decider(), &Command::Grant, "2026-03-02T10:05:00");
}

#[test]
fn art_55_two_officers_are_named_within_five_days_of_acceptance() {
    let desk = Desk::reviewed(rules_of(tested()));
    assert_eq!(due(&desk, Clock::TechnicalCheck), ["2026-03-09"]);
    let alone = Refusal::TooFewInspectors { required: 2, found: 1 };
    let unnamed = Refusal::InspectorsNotNamed;
    desk.refused(&reviewer(), &name_inspectors(&["R-01"]), DECIDED, alone)
        .refused(&decider(), &Command::Grant, DECIDED, unnamed)
        .done(&reviewer(), &name_inspectors(&["R-01", "R-09"]), DECIDED)
        .done(&decider(), &Command::Grant, DECIDED);
    let needless = Refusal::NoTechnicalCheck;
    let named = name_inspectors(&["R-01", "R-09"]);
    Desk::accepted(rules()).refused(&reviewer(), &named, DECIDED, needless);
    let mut one = tested();
    one.inspectors = Some(1);
    assert_eq!(Procedure::try_new(one), Err(vec![ProcedureFault::OneInspector]));
}

fn step(name: &str) -> Command {
    Command::RecordReview {
        step: name.to_owned(),
        opinion: Opinion::InFavor,
        note: "属实".to_owned(),
    }
}

#[test]
fn art_34_each_step_that_is_laid_down_ends_before_the_decision() {
    let mut draft = draft();
    draft.steps = vec!["初审".to_owned(), "复核".to_owned()];
    let desk = Desk::reviewed(rules_of(draft.clone()));
    desk.refused(&reviewer(), &step("会签"), DECIDED, Refusal::StepUnknown)
        .done(&reviewer(), &step("初审"), DECIDED)
        .refused(&decider(), &Command::Grant, DECIDED, Refusal::StepMissing { position: 2 })
        .done(&reviewer(), &step("复核"), DECIDED)
        .done(&decider(), &Command::Grant, DECIDED);
    draft.steps = ["初审", " ", "初审"].map(str::to_owned).into();
    let faults =
        [ProcedureFault::StepName { position: 2 }, ProcedureFault::StepRepeated { position: 3 }];
    assert_eq!(Procedure::try_new(draft), Err(faults.into()));
}

#[test]
fn art_58_nothing_is_charged_unless_a_law_says_so() {
    let free = Refusal::FreeOfCharge;
    Desk::accepted(rules()).refused(&window(), &pay(100), DECIDED, free);
    for fee in [
        Fee { fen: Some(0), basis: Basis::new("示例收费条例", "5") },
        Fee { fen: None, basis: Basis::licensing_law(58) },
    ] {
        let mut draft = draft();
        draft.fee = Some(fee);
        assert_eq!(Procedure::try_new(draft), Err(vec![ProcedureFault::FeeWithoutLaw]));
    }
}

#[test]
fn art_59_the_published_fee_is_paid_once_and_before_closing() {
    let handed_out = |draft| {
        Desk::reviewed(rules_of(draft))
            .done(&decider(), &Command::Grant, DECIDED)
            .done(&issuer(), &issue(), DECIDED)
            .done(&window(), &deliver(), DECIDED)
    };
    let unnumbered = Command::RecordPayment { fen: 10_000, receipt: String::new() };
    let desk = handed_out(priced())
        .refused(&window(), &Command::Close, DECIDED, Refusal::FeeUnpaid)
        .refused(&window(), &pay(9_999), DECIDED, Refusal::OtherFee)
        .refused(&window(), &unnumbered, DECIDED, Refusal::Blank { words: Words::Receipt })
        .done(&window(), &pay(10_000), DECIDED)
        .refused(&window(), &pay(10_000), DECIDED, Refusal::PaidBefore)
        .done(&window(), &Command::Close, DECIDED);
    assert_eq!(desk.case.paid(), Some(10_000));
    let mut reckoned = priced();
    reckoned.fee.as_mut().unwrap().fen = None;
    handed_out(reckoned).done(&window(), &pay(1), DECIDED);
    // Who is refused pays nothing.
    Desk::reviewed(rules_of(priced()))
        .done(&decider(), &refuse(), DECIDED)
        .done(&window(), &deliver(), DECIDED)
        .done(&window(), &Command::Close, DECIDED);
}
