//! Rows for the exchange: a projection that is repeatable and never guesses.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use gov_workflow::report::*;
use gov_workflow::*;
use town::*;

fn granted() -> Desk {
    let mut draft = draft();
    draft.promised = vec![Limit::promised(Clock::Decision, 10, Basis::licensing_law(42))];
    Desk::reviewed(rules_of(draft))
        .done(&decider(), &Command::Grant, "2026-03-04T09:00:00")
        .done(&issuer(), &issue(), "2026-03-05T09:00:00")
        .done(&window(), &deliver(), "2026-03-05T10:00:00")
}

fn report(desk: &Desk, particulars: &Particulars) -> Report {
    Report::of(&desk.events, &desk.rules, particulars).unwrap()
}

fn rows(report: &Report, table: Table) -> Vec<&Row> {
    report.rows.iter().filter(|row| row.table() == table).collect()
}

fn whole() -> Particulars {
    let mut particulars = Particulars::default();
    for (table, field, value) in [
        (Table::Accept, "APPLYER_NAME", "张示例"),
        (Table::Accept, "APPLYER_TYPE", "1"),
        (Table::Accept, "ORG_NAME", "示例市审批服务管理局"),
        (Table::Accept, "PROJECT_TYPE", "1"),
        (Table::Process, "EVENT_NAME", "1"),
        (Table::Result, "RESULT_TYPE", "1"),
        (Table::Result, "IS_DELIVERY_RESULTS", "0"),
        (Table::Material, "GET_TYPE", "1"),
    ] {
        particulars.set(table, field, value).unwrap();
    }
    particulars
}

#[test]
fn what_the_events_hold_goes_into_the_rows() {
    let report = report(&granted(), &whole());
    assert_eq!(report.gaps, []);
    let accept = rows(&report, Table::Accept);
    let [row] = accept.as_slice() else { panic!("one acceptance") };
    for (field, value) in [
        ("PROJECT_NO", "2026-0001"),
        ("CATALOG_CODE", "000131001000"),
        ("TASK_CODE", "1164020010001501113000131001000"),
        ("TASK_NAME", "示例许可"),
        ("TASK_VERSION", "1"),
        ("APPLYER_PAGE_TYPE", "111"),
        ("APPLYER_PAGE_CODE", "11010519491231002X"),
        ("APPLY_TYPE", "2"),
        ("APPLY_DATE", "20260302T093000"),
        ("ACCEPT_DATE", "20260302T100000"),
        ("PROMISE_DATE", "20260316T000000"),
        ("ORG_CODE", "11640200PDY00001XK"),
        ("ORG_NAME", "示例市审批服务管理局"),
    ] {
        assert_eq!(row.expose(field), Some(value), "{field}");
    }
    assert_eq!(row.expose("TASK_HANDLE_ITEM"), None);
    let steps = rows(&report, Table::Process);
    let step = |index: usize, field| steps.get(index).unwrap().expose(field).unwrap();
    assert_eq!(steps.len(), 7);
    assert_eq!((step(0, "PROCESS_NAME"), step(0, "HANDLE_USER_NAME")), ("收件", "申请人"));
    assert_eq!(
        (step(3, "HANDLE_EXPLAIN"), step(3, "HANDLE_USER_NAME")),
        ("初审：材料属实", "R-01")
    );
    assert_eq!(step(4, "EVENT_END_TIME"), "20260304T090000");
    let results = rows(&report, Table::Result);
    let [result] = results.as_slice() else { panic!("one result") };
    assert_eq!(result.expose("RESULT_DATE"), Some("20260304T090000"));
    assert_eq!(result.expose("RESULT_CETR_NO"), Some("示例证字第0001号"));
    let names: Vec<_> = rows(&report, Table::Material)
        .iter()
        .map(|row| row.expose("MATERIAL_NAME").unwrap())
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names.contains(&"申请表") && names.contains(&"租赁合同"));
}

#[test]
fn what_nobody_said_is_a_gap_and_not_a_guess() {
    let gaps = report(&granted(), &Particulars::default()).gaps;
    let of = |table, row: usize| -> Vec<_> {
        let here = gaps.iter().filter(|gap| gap.table == table && gap.row == row);
        here.map(|gap| (gap.field, gap.kind)).collect()
    };
    assert_eq!(
        of(Table::Accept, 1),
        [
            ("APPLYER_NAME", GapKind::Missing),
            ("APPLYER_TYPE", GapKind::CodeUnknown),
            ("ORG_NAME", GapKind::Missing),
            ("PROJECT_TYPE", GapKind::CodeUnknown),
        ]
    );
    assert_eq!(of(Table::Process, 7), [("EVENT_NAME", GapKind::CodeUnknown)]);
    assert_eq!(
        of(Table::Result, 1),
        [("RESULT_TYPE", GapKind::CodeUnknown), ("IS_DELIVERY_RESULTS", GapKind::CodeUnknown),]
    );
    assert_eq!(of(Table::Material, 2), [("GET_TYPE", GapKind::CodeUnknown)]);
}

#[test]
fn what_is_too_long_is_a_gap_and_not_a_stump() {
    let mut particulars = whole();
    particulars.set(Table::Accept, "ZIP_CODE", "7530001").unwrap();
    let report = report(&granted(), &particulars);
    let kind = GapKind::TooLong { longest: 6, found: 7 };
    let gap = Gap { table: Table::Accept, row: 1, field: "ZIP_CODE", kind };
    assert_eq!(report.gaps, [gap]);
    assert_eq!(rows(&report, Table::Accept).first().unwrap().expose("ZIP_CODE"), None);
    assert_eq!(
        gap.to_string(),
        "report: ZIP_CODE of up_pro_accept, row 1: expected 6 characters at most, found 7"
    );
    assert_eq!(gap.zh(), "上报：up_pro_accept第1行ZIP_CODE最长6个字符，现为7个字符");
    assert_eq!(gap.code(), "too-long");
}

#[test]
fn particulars_never_overrule_the_events_and_only_fill_known_fields() {
    let mut particulars = whole();
    particulars.set(Table::Accept, "PROJECT_NO", "other").unwrap();
    let report = report(&granted(), &particulars);
    assert!(report.rows.iter().all(|row| row.expose("PROJECT_NO") == Some("2026-0001")));
    let error = particulars.set(Table::Result, "ORG_NAME", "x").unwrap_err();
    assert_eq!(error.to_string(), "report: up_pro_result has no such field");
    assert_eq!(
        (error.code(), error.zh().as_str()),
        ("no-such-field", "上报：up_pro_result没有该字段",)
    );
}

#[test]
fn the_same_events_give_the_same_rows_and_every_row_its_own_name() {
    let (once, again) = (report(&granted(), &whole()), report(&granted(), &whole()));
    assert_eq!(once, again);
    let names: std::collections::BTreeSet<_> =
        once.rows.iter().map(|row| row.expose("ROW_GUID").unwrap()).collect();
    assert_eq!(names.len(), once.rows.len());
    assert!(names.iter().all(|name| name.len() == 32));
}

#[test]
fn a_case_reports_no_further_than_it_has_come() {
    let report = report(&Desk::received(rules()), &whole());
    let tables: Vec<_> = report.rows.iter().map(Row::table).collect();
    assert_eq!(tables, [Table::Process, Table::Material, Table::Material]);
}

#[test]
fn a_special_procedure_is_reported_when_it_ends() {
    let ground = PauseGround::ExpertReview;
    let mut draft = draft();
    draft.special_procedures = vec![SpecialProcedure { ground: ground.clone(), days: Some(20) }];
    let start = Command::StartSpecialProcedure {
        ground: ground.clone(),
        days: 10,
        notice: "示例告知第1号".to_owned(),
    };
    let end =
        Command::EndSpecialProcedure { ground, on: day("2026-03-11"), result: "同意".to_owned() };
    let desk = Desk::reviewed(rules_of(draft)).done(&reviewer(), &start, "2026-03-04T09:00:00");
    assert_eq!(rows(&report(&desk, &whole()), Table::SpecialProcedure).len(), 0);
    let report = report(&desk.done(&reviewer(), &end, "2026-03-11T09:00:00"), &whole());
    let special = rows(&report, Table::SpecialProcedure);
    let [row] = special.as_slice() else { panic!("one special procedure") };
    for (field, value) in [
        ("SPECIAL_TYPE", "2"),
        ("SPECIAL_NAME", "专家评审"),
        ("SPECIAL_TIME", "20260304T000000"),
        ("SPECIAL_REASON", "《行政许可法》第四十五条"),
        ("END_TIME", "20260311T000000"),
        ("RESULT", "同意"),
        ("HANDLE_USER", "R-01"),
    ] {
        assert_eq!(row.expose(field), Some(value), "{field}");
    }
    assert_eq!(report.gaps, []);
}

#[test]
fn a_reported_row_keeps_its_name_when_more_happens() {
    let (review, testing) = (PauseGround::ExpertReview, PauseGround::Testing);
    let desk = Desk::reviewed(rules_of(special_draft()))
        .done(&reviewer(), &pause(review.clone(), 8), "2026-03-04T09:00:00")
        .done(&reviewer(), &pause(testing.clone(), 8), "2026-03-05T09:00:00")
        .done(&reviewer(), &resume(testing, "2026-03-06"), "2026-03-06T09:00:00")
        .done(&head(), &extend(10), "2026-03-09T09:00:00")
        .done(&reviewer(), &resume(review, "2026-03-10"), "2026-03-10T09:00:00")
        .done(&reviewer(), &offer_hearing(), "2026-03-11T09:00:00")
        .done(&citizen(), &Command::RequestHearing, "2026-03-12T09:00:00")
        .done(&chair(), &schedule_hearing("2026-03-24"), "2026-03-12T10:00:00")
        .done(&chair(), &hold_hearing(), "2026-03-24T09:00:00");
    let named = |events: &[Event]| -> Vec<(Table, String, String)> {
        let report = Report::of(events, &desk.rules, &whole()).unwrap();
        let name = |row: &Row| {
            let said = |field: &str| row.expose(field).unwrap_or_default().to_owned();
            let what = [said("PROCESS_NAME"), said("SPECIAL_NAME"), said("MATERIAL_NAME")].concat();
            (row.table(), said("ROW_GUID"), what)
        };
        report.rows.iter().map(name).collect()
    };
    let last = named(&desk.events);
    for count in 1..desk.events.len() {
        for row in named(&desk.events[..count]) {
            assert!(last.contains(&row), "{row:?} after {count} events");
        }
    }
    let report = report(&desk, &whole());
    let special = rows(&report, Table::SpecialProcedure);
    let shown = |row: &&Row| {
        let said = |field: &str| row.expose(field).unwrap_or_default().to_owned();
        [said("SPECIAL_NAME"), said("SPECIAL_TIME"), said("RESULT"), said("HANDLE_USER")].join(" ")
    };
    assert_eq!(
        special.iter().map(shown).collect::<Vec<_>>(),
        [
            "检测 20260305T000000 评审通过 R-01",
            "延长期限 20260309T090000  J-01",
            "专家评审 20260304T000000 评审通过 R-01",
            "听证 20260312T000000 示例听字第1号 R-09",
        ]
    );
}

#[test]
fn a_hearing_that_a_third_party_asked_for_stopped_the_clock_from_that_day() {
    let desk = Desk::reviewed(rules())
        .done(&reviewer(), &notify(), "2026-03-04T09:00:00")
        .done(&reviewer(), &offer_hearing(), "2026-03-04T10:00:00")
        .done(&citizen(), &Command::WaiveHearing, "2026-03-05T09:00:00")
        .done(&reviewer(), &variants::ask_as(1), "2026-03-06T09:00:00")
        .done(&chair(), &schedule_hearing("2026-03-20"), "2026-03-06T10:00:00")
        .done(&chair(), &hold_hearing(), "2026-03-20T09:00:00");
    let report = report(&desk, &whole());
    let special = rows(&report, Table::SpecialProcedure);
    let said: Vec<_> = ["SPECIAL_NAME", "SPECIAL_TIME", "END_TIME"]
        .into_iter()
        .filter_map(|field| special.first().and_then(|row| row.expose(field)))
        .collect();
    assert_eq!(said, ["听证", "20260306T000000", "20260320T000000"]);
    let steps = rows(&report, Table::Process);
    let asked = steps.iter().any(|row| row.expose("PROCESS_NAME") == Some("利害关系人要求听证"));
    assert!(asked);
}

#[test]
fn an_item_code_of_another_form_leaves_its_parts_open_and_33_characters_name_the_form() {
    let mut draft = draft();
    draft.item = ItemCode::parse("SZS-0001").unwrap();
    let report = report(&Desk::accepted(rules_of(draft.clone())), &whole());
    let fields: Vec<_> = report.gaps.iter().map(|gap| (gap.field, gap.code())).collect();
    assert_eq!(fields, [("CATALOG_CODE", "missing"), ("TASK_CODE", "missing")]);
    draft.item = ItemCode::parse("116402000100150111300013100100001").unwrap();
    let report = self::report(&Desk::accepted(rules_of(draft)), &whole());
    let accept = rows(&report, Table::Accept);
    let row = accept.first().unwrap();
    assert_eq!(row.expose("TASK_CODE"), Some("1164020001001501113000131001000"));
    assert_eq!(row.expose("TASK_HANDLE_ITEM"), Some("116402000100150111300013100100001"));
}

#[test]
fn deemed_acceptance_is_dated_back_to_receipt() {
    let desk =
        Desk::received(rules()).done(&Actor::Clock, &Command::DeemAccepted, "2026-03-10T00:00:00");
    let report = report(&desk, &whole());
    let accept = rows(&report, Table::Accept);
    assert_eq!(accept.first().unwrap().expose("ACCEPT_DATE"), Some("20260302T000000"));
}

#[test]
fn debug_shows_fields_and_never_values() {
    let report = report(&granted(), &whole());
    let shown = format!("{report:?} {:?}", whole());
    assert!(shown.contains("APPLYER_PAGE_CODE"));
    assert!(!shown.contains("11010519491231002X") && !shown.contains("张示例"));
}

#[test]
fn every_table_has_distinct_fields_and_a_key() {
    for (table, fields) in Table::ALL.into_iter().zip([30, 9, 12, 11, 7]) {
        let names: std::collections::BTreeSet<_> =
            table.fields().iter().map(|field| field.name).collect();
        assert_eq!(names.len(), fields, "{}", table.name());
        assert!(names.contains("ROW_GUID") && names.contains("PROJECT_NO"));
        assert!(table.fields().iter().all(|field| field.longest > 0));
    }
}

#[test]
fn the_rarer_events_say_why_and_a_renewal_by_silence_has_a_result() {
    let explained = |events: &[Event], kind: EventKind| {
        let desk = Desk::new(rules());
        let index = events.iter().position(|event| event.fact.kind() == kind).unwrap();
        let from = events[..=index]
            .iter()
            .rposition(|event| event.fact.kind() == EventKind::Received)
            .unwrap();
        let events = &events[from..=index];
        let report = Report::of(events, &desk.rules, &Particulars::default()).unwrap();
        let row = rows(&report, Table::Process).pop().unwrap();
        row.expose("HANDLE_EXPLAIN").unwrap().to_owned()
    };
    let events = variants::rare_events();
    for (kind, said) in [
        (EventKind::NotNeeded, "依法不需要取得行政许可"),
        (EventKind::CorrectedOnTheSpot, "日期笔误，已更正"),
        (EventKind::PromiseChecked, "现场核对租赁合同"),
        (EventKind::RectificationOrdered, "租赁合同与承诺不符"),
        (EventKind::Revoked, "查证属实"),
        (EventKind::Terminated, "见终止决定"),
        (EventKind::VoidProposed, "系统重复生成办件"),
        (EventKind::Forwarded, "初审同意"),
        (EventKind::TakenOver, "初审同意"),
        (EventKind::FalsehoodFound, "营业场所照片系伪造"),
    ] {
        assert_eq!(explained(&events, kind), said, "{kind:?}");
    }
    let renewed =
        variants::renewal().done(&Actor::Clock, &Command::DeemRenewed, "2026-04-02T00:00:00");
    let report = report(&renewed, &Particulars::default());
    let result = rows(&report, Table::Result).pop().unwrap();
    assert_eq!(result.expose("RESULT_DATE"), Some("20260402T000000"));
    assert_eq!(result.expose("HANDLE_USER_NAME"), None, "nobody decided");
}

#[test]
fn the_voucher_of_acceptance_is_reported_by_its_number() {
    let desk = Desk::accepted(rules());
    let number = |desk: &Desk| {
        let report = report(desk, &Particulars::default());
        let row = rows(&report, Table::Accept).pop().unwrap();
        row.expose("ACCEPT_DOC_NO").map(str::to_owned)
    };
    assert_eq!(number(&desk), None);
    let desk = desk.done(&window(), &variants::voucher(), "2026-03-02T11:00:00");
    assert_eq!(number(&desk).as_deref(), Some("示例受字第1号"));
}

#[test]
fn a_tolerant_acceptance_is_reported_at_its_own_time() {
    let report = report(&tolerated(LateOutcome::Refused), &whole());
    let [accept] = rows(&report, Table::Accept)[..] else { panic!("one row of acceptance") };
    assert_eq!(accept.expose("ACCEPT_DATE"), Some("20260302T100000"));
}
