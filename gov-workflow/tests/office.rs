//! A closed office lengthens what the body promises and no limit of the law.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::*;

/// Closed on Thursday and Friday, 5 and 6 March; open on Saturday 14 March.
const HALL_DAYS: &str = "\
# 示例政务大厅
2026-03-05\toff\t系统升级\t示例告〔2026〕1号
2026-03-06\toff\t系统升级\t示例告〔2026〕1号
2026-03-14\twork\t延时服务\t示例告〔2026〕2号
";

fn layered() -> Calendar {
    calendar().with_body(BodyLayer::parse("hall", HALL_DAYS).unwrap())
}

#[test]
fn the_law_counts_on_and_the_promise_waits() {
    let mut draft = draft();
    draft.promised = vec![Limit::promised(Clock::Decision, 10, Basis::new("示例指南", "三"))];
    let rules = Rules::new(Procedure::try_new(draft).unwrap(), layered());
    let desk = Desk::accepted(rules);
    let due: Vec<_> = desk
        .case
        .deadlines(&desk.rules)
        .iter()
        .map(|deadline| (deadline.limit().origin, deadline.due().unwrap().to_string()))
        .collect();
    assert_eq!(
        due,
        [
            (Origin::Statutory, "2026-03-09".to_owned()), // The notice of what is missing.
            (Origin::Statutory, "2026-03-30".to_owned()),
            // Ten working days end on the 16th: two more days, one of them the open Saturday.
            (Origin::Promised, "2026-03-17".to_owned()),
        ]
    );
}

#[test]
fn appointments_go_by_the_days_the_office_is_open() {
    let calendar = layered();
    let office = calendar.office();
    for (on, law, open) in [
        ("2026-03-04", true, true),
        ("2026-03-05", true, false),
        ("2026-03-06", true, false),
        ("2026-03-07", false, false),
        ("2026-03-14", false, true),
    ] {
        assert_eq!(calendar.is_working_day(day(on)), Ok(law), "{on}");
        assert_eq!(office.is_working_day(day(on)), Ok(open), "{on}");
    }
    assert_eq!(office.nth_working_day_after(day("2026-03-04"), 1), Ok(day("2026-03-09")));
    assert_eq!(office.working_days_between(day("2026-03-01"), day("2026-03-31")), Ok(21));
    assert_eq!(calendar.working_days_between(day("2026-03-01"), day("2026-03-31")), Ok(22));
    assert!(office.is_working_day(day("2027-03-05")).is_err(), "an order covers no new year");
    assert_eq!(town::calendar().office(), &town::calendar(), "without a layer nothing differs");
}

#[test]
fn the_order_stands_in_the_reckoning_of_a_promise_and_not_in_that_of_the_law() {
    let promised = Limit::promised(Clock::Decision, 5, Basis::new("示例指南", "三"));
    let deadline = Deadline::reckon(promised, day("2026-03-02"), &layered());
    let text = deadline.explain();
    assert!(
        text.contains("inside: 2026-03-05 to 2026-03-06 off, 系统升级（示例告〔2026〕1号）\n"),
        "{text}"
    );
    assert!(text.contains("last day: 2026-03-11 (Wednesday)\n"), "{text}");
    assert!(text.contains(" + hall #"), "{text}");
    let zh = deadline.explain_zh();
    let inside = "其间：2026年3月5日至2026年3月6日系统升级（示例告〔2026〕1号）放假，不计入\n";
    assert!(zh.contains(inside), "{zh}");
    let law = Deadline::reckon(Limit::decision(), day("2026-03-02"), &layered());
    assert!(!law.explain().contains("inside:") && !law.explain().contains("hall"));
}

#[test]
fn the_layer_lies_above_the_region_whichever_comes_first() {
    let region = || {
        let text =
            "# covered years: 2026\n2026-03-05\twork\t示例\t2026\n2026-03-10\toff\t示例\t2026\n";
        RegionLayer::parse("region", text).unwrap()
    };
    let body = || BodyLayer::parse("hall", HALL_DAYS).unwrap();
    let one = calendar().with_region(region()).with_body(body());
    let other = calendar().with_body(body()).with_region(region());
    for calendar in [one, other] {
        assert_eq!(calendar.is_working_day(day("2026-03-05")), Ok(true));
        assert_eq!(calendar.office().is_working_day(day("2026-03-05")), Ok(false));
        assert_eq!(calendar.office().is_working_day(day("2026-03-10")), Ok(false));
    }
    let again = BodyLayer::parse("hall", "2026-03-04\toff\t停电\t示例告〔2026〕3号\n").unwrap();
    let replaced = layered().with_body(again);
    assert_eq!(replaced.office().is_working_day(day("2026-03-05")), Ok(true));
    assert_eq!(replaced.office().is_working_day(day("2026-03-04")), Ok(false));
}

#[test]
fn every_faulty_line_is_reported_in_both_languages() {
    let text = "\
2026-03-05\toff\t系统升级\t示例告〔2026〕1号
2026-03-05\toff\t系统升级\t示例告〔2026〕1号
2026-02-30\toff\t系统升级\t示例告〔2026〕1号
2026-03-06\tclosed\t系统升级\t示例告〔2026〕1号
2026-03-06\toff\t \t示例告〔2026〕1号
2026-03-06\toff\t系统升级\t
2026-03-06\toff\t系统升级
";
    let faults = BodyLayer::parse("hall", text).unwrap_err();
    let found: Vec<_> = faults.iter().map(|fault| (fault.line(), fault.code())).collect();
    assert_eq!(
        found,
        [(2, "repeated"), (3, "date"), (4, "mark"), (5, "name"), (6, "order"), (7, "columns")]
    );
    let order = faults.iter().find(|fault| fault.code() == "order").unwrap();
    assert_eq!(order.to_string(), "calendar line 6: the number of the order is missing");
    assert_eq!(order.zh(), "工作日历第6行：缺少决定文号");
    let days = BodyLayer::parse("hall", HALL_DAYS).unwrap();
    assert_eq!(days.days().len(), 3);
}
