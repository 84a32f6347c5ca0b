//! Checking whole tables: every finding at its place, nothing repeated, nothing kept.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use gov_identity::{
    Column, RowCheck, RowFinding, RowFindings, RowReport, RowSummary, Severity, Subject, check_rows,
};

const GOOD: &str = "11010519491231002X";
const BAD: &str = "110105194913310021";

fn told(findings: &RowFindings) -> Vec<(u64, usize, &'static str, Severity)> {
    let tell = |f: &RowFinding| (f.row(), f.column(), f.code(), f.severity());
    findings.list().iter().map(tell).collect()
}

#[test]
fn findings_stand_at_their_row_and_column() {
    use Severity::{Error, Notice};
    let rows = [
        vec![GOOD, "whatever", "91640200MA0000007F", "640202"],
        vec![BAD, BAD, "", ""],
        vec!["", "", "88110105PDY0015067", "64020A"],
        vec![GOOD],
        vec![],
        vec![GOOD, "", "91640200MA0000007F", "640202", BAD],
    ];
    let check = RowCheck::new([
        Column::Required(Subject::ResidentId),
        Column::Any,
        Column::Required(Subject::CreditCode),
        Column::Optional(Subject::DivisionCode),
    ]);
    let mut findings = RowFindings::up_to(100);
    let summary = check_rows(rows, &check, |report| findings.take(report));
    assert_eq!(
        told(&findings),
        [
            (2, 1, "date", Error),
            (2, 3, "missing", Error),
            (3, 1, "missing", Error),
            (3, 3, "pair-unlisted", Notice),
            (3, 4, "character", Error),
            (4, 3, "missing", Error),
            (5, 1, "missing", Error),
            (5, 3, "missing", Error),
        ],
    );
    assert_eq!((summary.rows(), summary.errors(), summary.notices()), (6, 7, 1));
    assert!(!summary.is_stopped());
}

#[test]
fn every_kind_of_column_reads_its_own_numbers() {
    let samples = [
        (Subject::ResidentId, GOOD),
        (Subject::LegacyResidentId, "110105491231002"),
        (Subject::ForeignResidentId, "932682198501010017"),
        (Subject::LegacyForeignResidentId, "SAU320085010102"),
        (Subject::FormerNumberLink, "011"),
        (Subject::CreditCode, "91640200MA0000007F"),
        (Subject::PilotCreditCode, "91350211M000YYYY3K"),
        (Subject::Authority, "9"),
        (Subject::Category, "91"),
        (Subject::OrganizationCode, "PDY00001X"),
        (Subject::RegistrationNumber, "110108000000016"),
        (Subject::DivisionCode, "640202"),
        (Subject::IdentityKey, "111:11010519491231002X"),
        (Subject::DocumentKind, "111"),
        (Subject::DocumentNumber, "E12345678"),
        (Subject::Label, "d-1"),
        (Subject::Channel, "window"),
        (
            Subject::Pseudonym,
            "rating:0000000000000000000000000000000000000000000000000000000000000000",
        ),
    ];
    assert_eq!(samples.len(), Subject::ALL.len());
    for (subject, good) in samples {
        let check = RowCheck::new([Column::Required(subject)]);
        let rows = [[good], ["\u{1}"], [""]];
        let mut findings = RowFindings::up_to(9);
        check_rows(rows, &check, |report| findings.take(report));
        let errors: Vec<_> =
            told(&findings).into_iter().filter(|told| told.3 == Severity::Error).collect();
        let rows: Vec<u64> = errors.iter().map(|told| told.0).collect();
        assert_eq!(rows, [2, 3], "{subject:?} {errors:?}");
        assert!(findings.list().iter().all(|finding| finding.subject() == subject));
    }
}

#[test]
fn bytes_that_are_no_text_are_told_and_not_repeated() {
    let rows: [[&[u8]; 1]; 1] = [[b"\xd5\xc5\xc8\xfd"]]; // 张三 in GBK.
    let mut findings = RowFindings::up_to(9);
    let check = RowCheck::new([Column::Required(Subject::ResidentId)]);
    check_rows(rows, &check, |report| findings.take(report));
    let [finding] = findings.list() else { panic!() };
    assert_eq!(finding.code(), "not-text");
    assert_eq!(finding.to_string(), "row 1, column 1: citizen identification number: not UTF-8");
    assert_eq!(finding.zh().to_string(), "第1行第1列：公民身份号码不是UTF-8文本");
}

#[test]
fn findings_say_themselves_in_both_languages_and_never_repeat_the_cell() {
    let rows = [[BAD], [""], ["110105194912310003"]];
    let mut findings = RowFindings::up_to(9);
    let check = RowCheck::new([Column::Required(Subject::ResidentId)]);
    check_rows(rows, &check, |report| findings.take(report));
    let texts: Vec<_> =
        findings.list().iter().map(|f| (f.to_string(), f.zh().to_string())).collect();
    let expected = [
        (
            "row 1, column 1: citizen identification number: no such day in the calendar (characters 11 to 12)",
            "第1行第1列：公民身份号码第11至12位：日历上没有这一天",
        ),
        ("row 2, column 1: citizen identification number: missing", "第2行第1列：公民身份号码缺失"),
    ];
    for ((english, zh), (expected, expected_zh)) in texts.iter().zip(expected) {
        assert_eq!((english.as_str(), zh.as_str()), (expected, expected_zh));
    }
    assert!(texts[2].0.starts_with("row 3, column 1: citizen identification number: sequence 000"));
    assert!(texts[2].1.starts_with("第3行第1列：公民身份号码第15至17位："));
    assert!(!format!("{findings:?}").contains("110105"));
}

#[test]
fn a_list_is_bounded_and_the_rest_is_counted() {
    let mut findings = RowFindings::up_to(3);
    let check = RowCheck::new([Column::Required(Subject::ResidentId)]);
    let summary =
        check_rows(std::iter::repeat_n([BAD], 1_000), &check, |report| findings.take(report));
    assert_eq!((findings.list().len(), findings.omitted(), summary.errors()), (3, 997, 1_000));
}

#[test]
fn the_caller_ends_an_endless_table() {
    let check = RowCheck::new([Column::Required(Subject::ResidentId)]);
    let summary = check_rows(std::iter::repeat([BAD]), &check, |_| ControlFlow::Break(()));
    assert_eq!((summary.rows(), summary.errors(), summary.is_stopped()), (1, 1, true));
    let at_progress = |report| match report {
        RowReport::Progress { .. } => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    };
    let summary = check_rows(std::iter::repeat([GOOD]), &check, at_progress);
    assert_eq!((summary.rows(), summary.is_stopped()), (10_000, true));
}

#[test]
fn progress_comes_every_so_many_rows() {
    let progress = |every: u64| {
        let mut told = Vec::new();
        let check =
            RowCheck::new([Column::Required(Subject::ResidentId)]).with_progress_every(every);
        check_rows(std::iter::repeat_n([GOOD], 7), &check, |report| {
            if let RowReport::Progress { rows } = report {
                told.push(rows);
            }
            ControlFlow::Continue(())
        });
        told
    };
    assert_eq!(progress(3), [3, 6]);
    assert_eq!(progress(1), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(progress(8), [0; 0]);
    assert_eq!(progress(0), [0; 0]);
}

#[test]
fn a_birth_after_today_is_refused_when_the_day_is_given() {
    let check = RowCheck::new([Column::Required(Subject::ResidentId)]);
    let today = NaiveDate::from_ymd_opt(1949, 12, 30).unwrap();
    let errors =
        |check: &RowCheck| check_rows([[GOOD]], check, |_| ControlFlow::Continue(())).errors();
    assert_eq!(errors(&check), 0);
    assert_eq!(errors(&check.clone().with_today(today)), 1);
    assert_eq!(errors(&check.with_today(today.succ_opt().unwrap())), 0);
}

#[test]
fn notices_may_be_left_out() {
    let check = RowCheck::new([Column::Required(Subject::ResidentId)]).without_notices();
    let summary = check_rows([["110105194912310003"]], &check, |_| ControlFlow::Break(()));
    assert_eq!((summary.rows(), summary.notices(), summary.is_stopped()), (1, 0, false));
    assert_eq!(RowSummary::default().rows(), 0);
}

#[cfg(feature = "divisions")]
#[test]
fn the_table_of_divisions_is_asked_when_given() {
    use gov_identity::Divisions;
    let cell = |subject, text: &str, divisions: bool| {
        let check = RowCheck::new([Column::Required(subject)]);
        let check = if divisions { check.with_divisions(Divisions::china()) } else { check };
        let mut findings = RowFindings::up_to(9);
        check_rows([[text]], &check, |report| findings.take(report));
        findings.list().iter().map(RowFinding::code).collect::<Vec<_>>()
    };
    for (subject, text, code) in [
        (Subject::ResidentId, "440524200101019963", "abolished-before-birth"),
        (Subject::LegacyResidentId, "440524950101001", "abolished-before-birth"),
        (Subject::CreditCode, "91119900PDY001565F", "unknown-prefecture"),
        (Subject::PilotCreditCode, "91359911M000YYYY3K", "unknown-prefecture"),
        (Subject::RegistrationNumber, "119900399999995", "unknown-prefecture"),
    ] {
        assert!(!cell(subject, text, false).contains(&code), "{subject:?}");
        assert!(cell(subject, text, true).contains(&code), "{subject:?}");
    }
    assert_eq!(
        cell(Subject::ResidentId, "830000199201300022", true),
        [""; 0],
        "permits have no county"
    );
}
