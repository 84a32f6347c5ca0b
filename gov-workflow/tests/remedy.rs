//! Who is refused is told the way.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::at;

/// Where a command is out of turn, and what the case needs first. Only impossible
/// pairs are asked; a dash is a possible one.
const WAY: &str = "
                         | Draft                   | Submitted                            | SupplementRequested                       | Accepted           | InReview           | Suspended                 | Granted            | Refused              | Issued             | Delivered
Receive                  | -                       | nothing: taken in                    | nothing: taken in                         | nothing: taken in  | nothing: taken in  | nothing: taken in         | nothing: taken in  | nothing: taken in    | nothing: taken in  | nothing: taken in
RequestSupplement        | take the application in | -                                    | the applicant hands in what was asked for | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
Supplement               | take the application in | -                                    | -                                         | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
Accept                   | take the application in | -                                    | the applicant hands in what was asked for | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
DeemAccepted             | take the application in | -                                    | the applicant hands in what was asked for | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
RefuseAcceptance         | take the application in | -                                    | -                                         | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
StartReview              | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
RecordReview             | take the application in | accept the case and start the review | the applicant hands in what was asked for | start the review   | -                  | end the special procedure | nothing: past      | nothing: past        | nothing: past      | nothing: past
Reassign                 | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
CheckOnSite              | take the application in | accept the case and start the review | the applicant hands in what was asked for | start the review   | -                  | end the special procedure | nothing: past      | nothing: past        | nothing: past      | nothing: past
StartSpecialProcedure    | take the application in | accept the case and start the review | the applicant hands in what was asked for | start the review   | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
EndSpecialProcedure      | take the application in | nothing: none runs                   | nothing: none runs                        | nothing: none runs | nothing: none runs | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
OfferHearing             | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
RequestHearing           | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
RequestThirdPartyHearing | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
WaiveHearing             | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
ScheduleHearing          | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
AnnounceHearing          | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
HoldHearing              | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
NotifyThirdParty         | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
HearThirdParty           | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
WaiveThirdParty          | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
ExtendDecision           | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
Grant                    | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | end the special procedure | nothing: past      | nothing: past        | nothing: past      | nothing: past
Refuse                   | take the application in | accept the case                      | -                                         | -                  | -                  | end the special procedure | nothing: past      | nothing: past        | nothing: past      | nothing: past
Issue                    | take the application in | grant the license                    | the applicant hands in what was asked for | grant the license  | grant the license  | grant the license         | -                  | nothing: not granted | nothing: past      | nothing: past
Deliver                  | take the application in | decide on the case                   | the applicant hands in what was asked for | decide on the case | decide on the case | decide on the case        | issue the license  | -                    | -                  | nothing: past
Close                    | take the application in | deliver the result                   | the applicant hands in what was asked for | deliver the result | deliver the result | deliver the result        | deliver the result | deliver the result   | deliver the result | -
Withdraw                 | take the application in | -                                    | -                                         | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
AcceptTolerantly         | take the application in | -                                    | the applicant hands in what was asked for | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
RevokeAcceptance         | take the application in | nothing: not accepted                | nothing: not accepted                     | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
DeemWithdrawn            | take the application in | nothing: neither asked nor promised  | -                                         | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
DeclareNotNeeded         | take the application in | -                                    | -                                         | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
CorrectOnTheSpot         | take the application in | -                                    | -                                         | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
MakePromise              | take the application in | -                                    | the applicant hands in what was asked for | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
CheckPromise             | take the application in | decide on the case                   | the applicant hands in what was asked for | decide on the case | decide on the case | decide on the case        | -                  | nothing: not granted | -                  | -
OrderRectification       | take the application in | decide on the case                   | the applicant hands in what was asked for | decide on the case | decide on the case | decide on the case        | -                  | nothing: not granted | -                  | -
Revoke                   | take the application in | decide on the case                   | the applicant hands in what was asked for | decide on the case | decide on the case | decide on the case        | -                  | nothing: not granted | -                  | -
Terminate                | take the application in | -                                    | -                                         | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
ProposeVoid              | take the application in | -                                    | -                                         | -                  | -                  | -                         | -                  | -                    | -                  | -
Void                     | take the application in | -                                    | -                                         | -                  | -                  | -                         | -                  | -                    | -                  | -
Forward                  | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | end the special procedure | nothing: past      | nothing: past        | nothing: past      | nothing: past
TakeOver                 | -                       | nothing: taken in                    | nothing: taken in                         | nothing: taken in  | nothing: taken in  | nothing: taken in         | nothing: taken in  | nothing: taken in    | nothing: taken in  | nothing: taken in
ReceiveRenewal           | -                       | nothing: taken in                    | nothing: taken in                         | nothing: taken in  | nothing: taken in  | nothing: taken in         | nothing: taken in  | nothing: taken in    | nothing: taken in  | nothing: taken in
DeemRenewed              | take the application in | -                                    | -                                         | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
NameInspectors           | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
RecordSelection          | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
CorrectClericalError     | take the application in | decide on the case                   | the applicant hands in what was asked for | decide on the case | decide on the case | decide on the case        | -                  | -                    | -                  | -
RecordFalsehood          | take the application in | -                                    | -                                         | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
RecordPayment            | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | -                  | nothing: not granted | -                  | -
PreCheck                 | take the application in | -                                    | the applicant hands in what was asked for | nothing: past      | nothing: past      | nothing: past             | nothing: past      | nothing: past        | nothing: past      | nothing: past
HandOutVoucher           | take the application in | accept the case, or refuse to        | the applicant hands in what was asked for | -                  | -                  | -                         | nothing: past      | nothing: past        | nothing: past      | nothing: past
ExplainDelay             | take the application in | accept the case                      | the applicant hands in what was asked for | -                  | -                  | -                         | -                  | -                    | -                  | -
";

#[test]
fn who_is_out_of_turn_is_told_the_way() {
    let states = [
        State::Draft,
        State::Submitted,
        State::SupplementRequested,
        State::Accepted,
        State::InReview,
        State::Suspended,
        State::Granted,
        State::Refused,
        State::Issued,
        State::Delivered,
    ];
    let lines = WAY.trim_matches('\n').lines().skip(1);
    assert_eq!(lines.clone().count(), CommandKind::ALL.len());
    for (line, command) in lines.zip(CommandKind::ALL) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(cells[0], format!("{command:?}"));
        for (state, expected) in states.into_iter().zip(&cells[1..]) {
            let possible = state.after(command.event()).is_ok();
            assert_eq!(possible, *expected == "-", "{command:?} {state:?}");
            if !possible {
                let said = Refusal::WrongState { command, state }.remedy();
                let expected = expected
                    .replace(": past", ": the case has gone past this")
                    .replace(": taken in", ": the case was taken in before")
                    .replace(": not accepted", ": there is no acceptance to revoke")
                    .replace(": none runs", ": no special procedure runs")
                    .replace(": not granted", ": nothing was granted")
                    .replace(
                        ": neither asked nor promised",
                        ": the applicant was neither asked for a material nor has promised one",
                    );
                assert_eq!(said, expected, "{command:?} {state:?}");
            }
        }
    }
}

#[test]
fn a_case_sent_up_goes_on_above_and_a_finished_one_is_over() {
    let said = |state| {
        let refusal = Refusal::WrongState { command: CommandKind::Grant, state };
        (refusal.remedy(), refusal.remedy_zh())
    };
    let above =
        ("nothing: the upper level goes on with the case", "本办件已转报，由上级机关继续办理");
    assert_eq!(said(State::Forwarded), (above.0.to_owned(), above.1.to_owned()));
    let over =
        ("nothing: the case is over; a new application can be made", "本办件已结束，可另行申请");
    for state in State::ALL.into_iter().filter(|state| state.is_final()) {
        if state != State::Forwarded {
            assert_eq!(said(state), (over.0.to_owned(), over.1.to_owned()), "{state:?}");
        }
    }
}

#[test]
fn what_is_out_of_turn_is_said_in_a_whole_sentence() {
    let says = |command, state| Refusal::WrongState { command, state }.to_string();
    for (command, state, expected) in [
        (
            CommandKind::RequestSupplement,
            State::Closed,
            "case: cannot request a supplement while it is closed",
        ),
        (
            CommandKind::HandOutVoucher,
            State::Draft,
            "case: cannot hand out the voucher while it is a draft",
        ),
        (
            CommandKind::Grant,
            State::NotNeeded,
            "case: cannot grant while it is without need of a license",
        ),
    ] {
        assert_eq!(says(command, state), expected);
    }
}

#[test]
fn the_chinese_way_says_what_the_english_says() {
    let zh = |command, state| Refusal::WrongState { command, state }.remedy_zh();
    for (command, state, expected) in [
        (
            CommandKind::DeemWithdrawn,
            State::Submitted,
            "没有要求补正或者承诺补齐的材料，不发生视为撤回",
        ),
        (CommandKind::RevokeAcceptance, State::Submitted, "本办件尚未受理，无须撤销受理"),
        (CommandKind::EndSpecialProcedure, State::InReview, "没有正在进行的特别程序"),
        (CommandKind::HandOutVoucher, State::Submitted, "先作出受理或者不予受理的答复"),
        (CommandKind::Revoke, State::Refused, "本办件未准予许可"),
    ] {
        assert_eq!(zh(command, state), expected);
    }
}

#[test]
fn an_explanation_is_one_sentence_in_both_languages() {
    let desk = town::Desk::received(town::rules());
    let now = at("2026-03-02T10:00:00");
    let can = explain(&desk.case, &desk.rules, CommandKind::Accept, &town::window(), now);
    assert_eq!((can.to_string().as_str(), can.zh().as_str()), ("can accept", "可以受理。"));
    assert_eq!((can.command(), can.refusal()), (CommandKind::Accept, None));
    let cannot = explain(&desk.case, &desk.rules, CommandKind::Close, &town::window(), now);
    assert_eq!(
        cannot.to_string(),
        "cannot close: it is submitted; possible when: deliver the result",
    );
    assert_eq!(cannot.zh(), "不能办结：办件处于“已提交”。办法：先送达。");
}

#[test]
fn the_rule_that_parts_acceptance_from_decision_is_the_procedures_own() {
    let mut draft = town::draft();
    let rule = Basis::new("另一示例市实施方案", "第三条");
    draft.separation = rule.clone();
    let desk = town::Desk::received(town::rules_of(draft)).done(
        &town::factotum(),
        &Command::Accept,
        "2026-03-02T10:00:00",
    );
    let procedure = desk.rules.procedure();
    assert_eq!(procedure.separation(), &rule);
    for refusal in [Refusal::AcceptedByTheSame, Refusal::RoleMissing { role: Role::Decision }] {
        assert_eq!(refusal.basis(), Some(Basis::separation()), "the plan of one city, else");
        assert_eq!(refusal.basis_under(procedure).as_ref(), Some(&rule));
        let why = Explanation::under(procedure, CommandKind::Grant, Some(refusal));
        assert_eq!(why.basis(), Some(&rule));
        assert!(why.zh().contains("（《另一示例市实施方案》第三条）"), "{}", why.zh());
    }
    let law = Refusal::ReviewMissing;
    assert_eq!(law.basis_under(procedure), law.basis());
    let now = at("2026-03-03T09:00:00");
    let why = explain(&desk.case, &desk.rules, CommandKind::Grant, &town::factotum(), now);
    assert!(why.to_string().contains("(另一示例市实施方案 第三条)"), "{why}");
}

#[test]
fn every_text_has_a_name_and_a_length() {
    let words = [
        (Words::Reason, "reason", "理由", 2000),
        (Words::RightBody, "right body", "有权机关", 100),
        (Words::ReviewBody, "body for administrative review", "行政复议机关", 100),
        (Words::Court, "court", "人民法院", 100),
        (Words::Step, "step", "环节名称", 1000),
        (Words::Note, "note", "意见内容", 2000),
        (Words::License, "license", "证照标识", 256),
        (Words::Notice, "notice", "告知文书编号", 256),
        (Words::Result, "result", "特别程序结果", 2000),
        (Words::Record, "record", "听证笔录编号", 256),
        (Words::SelectionRecord, "record of the selection", "招标拍卖考试结果文书编号", 256),
        (Words::Party, "third party", "利害关系人", 100),
        (Words::Statement, "statement", "陈述意见", 2000),
        (Words::Promise, "promise", "承诺书编号", 256),
        (Words::OldText, "old text", "更正前文字", 2000),
        (Words::NewText, "new text", "更正后文字", 2000),
        (Words::Receipt, "receipt", "票据号码", 256),
        (Words::Voucher, "voucher", "书面凭证编号", 50),
    ];
    for (words, english, zh, longest) in words {
        let refusal = Refusal::TooLong { words };
        assert_eq!(refusal.to_string(), format!("{english}: more than {longest} characters"));
        assert_eq!(refusal.zh(), format!("{zh}超过{longest}个字符"));
    }
}
