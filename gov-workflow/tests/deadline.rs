//! Deadlines, against the vectors and the examples of the standards.

#![cfg(feature = "china-calendar")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use chrono::{Days, NaiveDate, TimeDelta};
use gov_workflow::*;
use proptest::prelude::*;
use town::{Desk, citizen, day, decider, draft, name, receive, reviewer, window};

fn limit(days: u16, unit: LimitUnit) -> Limit {
    Limit { unit, ..Limit::statutory(Clock::Decision, days, Basis::licensing_law(42)) }
}

fn due(start: &str, days: u16, unit: LimitUnit, calendar: &Calendar) -> String {
    Deadline::reckon(limit(days, unit), day(start), calendar).due().unwrap().to_string()
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).unwrap().1.split([';', ' ']).next().unwrap()
}

#[test]
fn the_plain_vectors_are_met() {
    let national = Calendar::china();
    let ningxia = national.with_region(RegionLayer::ningxia());
    let mut met = Vec::new();
    for line in include_str!("data/calendar_vectors.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let ["deadline", id, input, expected, ..] = columns[..] else { continue };
        if input.contains("start=") && !input.contains("accepted=") {
            let (start, days) = (after(input, "start="), after(input, "n=").parse().unwrap());
            let on = |calendar| due(start, days, LimitUnit::WorkingDay, calendar);
            if input.contains("CN+NX") {
                let both = format!("CN={}; NX={}", on(&national), on(&ningxia));
                assert_eq!(both, expected, "{id}");
            } else {
                assert_eq!(on(&national), expected, "{id}");
            }
            met.push(id);
        }
    }
    let plain = "dl-01 dl-03 dl-05 dl-07 dl-09 dl-11 dl-13 dl-15 nx-02 nx-04";
    assert_eq!(met.join(" "), plain);
}

#[test]
fn dl_21_an_instant_item_is_due_on_the_day_itself() {
    for unit in [LimitUnit::WorkingDay, LimitUnit::NaturalDay] {
        assert_eq!(due("2026-03-02", 0, unit, &Calendar::china()), "2026-03-02");
    }
}

#[test]
fn dl_23_natural_days_roll_over_a_break() {
    let china = Calendar::china();
    assert_eq!(due("2026-04-24", 10, LimitUnit::NaturalDay, &china), "2026-05-06");
    assert_eq!(due("2026-04-20", 10, LimitUnit::NaturalDay, &china), "2026-04-30", "no roll");
    // No day at all is no last day that could move: 1 May is a day of rest.
    assert_eq!(due("2026-05-01", 0, LimitUnit::NaturalDay, &china), "2026-05-01");
}

#[test]
fn a_last_day_that_moves_on_never_moves_into_a_pause() {
    let china = Calendar::china();
    let deadline = Deadline::reckon(limit(10, LimitUnit::NaturalDay), day("2026-04-24"), &china);
    // 4 May rolls to the 6th, which a test leaves out; the 9th, a Saturday, is worked.
    let testing = pause(PauseGround::Testing, "2026-05-05", Some("2026-05-08"));
    assert_eq!(deadline.clone().paused(vec![testing]).due(), Ok(day("2026-05-09")));
    // One that begins on the 6th leaves out the days after it.
    let testing = pause(PauseGround::Testing, "2026-05-06", Some("2026-05-08"));
    assert_eq!(deadline.paused(vec![testing]).due(), Ok(day("2026-05-06")));
}

#[test]
fn a_last_day_that_moves_on_past_the_data_is_not_over_before() {
    let text = "# firm: 2026-01-01..2026-12-27\n";
    let calendar = Calendar::parse("week", text).unwrap();
    // 26 December is a Saturday, and the Monday after it is not covered.
    let natural = limit(10, LimitUnit::NaturalDay);
    let deadline = Deadline::reckon(natural, day("2026-12-16"), &calendar);
    assert!(deadline.due().is_err());
    assert_eq!(deadline.is_over(day("2026-12-27")), Ok(false));
    assert!(deadline.is_over(day("2026-12-28")).is_err());
}

#[test]
fn a_pause_of_nothing_leaves_a_deadline_as_it_was() {
    let deadline = Deadline::reckon(Limit::decision(), day("2026-03-02"), &Calendar::china());
    assert_eq!(deadline.clone().paused([]), deadline);
}

fn town() -> Desk {
    let rules = Rules::new(Procedure::try_new(draft()).unwrap(), Calendar::china());
    Desk::new(rules)
}

fn decision_due(desk: &Desk) -> String {
    let deadlines = desk.case.deadlines(&desk.rules);
    let decision = deadlines.iter().find(|deadline| deadline.limit().clock == Clock::Decision);
    decision.unwrap().due().unwrap().to_string()
}

#[test]
fn dl_17_a_supplement_starts_the_decision_at_its_acceptance() {
    let desk = town()
        .done(&citizen(), &receive(&["申请表"]), "2026-03-02T09:00:00")
        .done(&window(), &town::request(&["租赁合同"], "2026-03-20"), "2026-03-05T09:00:00")
        .done(&citizen(), &town::supplement(&["租赁合同"]), "2026-03-12T09:00:00")
        .done(&window(), &Command::Accept, "2026-03-12T10:00:00");
    assert_eq!(desk.case.acceptance().unwrap().on, day("2026-03-12"));
    assert_eq!(decision_due(&desk), "2026-04-10");
}

#[test]
fn dl_19_the_bodys_own_visit_does_not_stop_the_clock() {
    let desk = town()
        .done(&citizen(), &receive(&["申请表", "租赁合同"]), "2026-03-02T09:00:00")
        .done(&window(), &Command::Accept, "2026-03-02T10:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-03-10T09:00:00")
        .done(&reviewer(), &town::check(&["R-01", "R-02"]), "2026-03-24T16:00:00");
    assert_eq!(decision_due(&desk), "2026-03-30");
}

#[test]
fn silence_of_2023_uses_up_five_days_of_the_decision() {
    let desk = town().done(&citizen(), &receive(&["申请表"]), "2023-06-01T09:00:00");
    let notice = desk.case.deadlines(&desk.rules).remove(0);
    assert_eq!(notice.due(), Ok(day("2023-06-08")));
    let desk = desk.done(&Actor::Clock, &Command::DeemAccepted, "2023-06-09T00:00:00");
    assert_eq!(decision_due(&desk), "2023-06-30");
}

#[test]
fn el_02_elapsed_days_are_working_days() {
    let china = Calendar::china();
    let deadline = Deadline::reckon(Limit::decision(), day("2017-09-29"), &china);
    assert_eq!(deadline.elapsed(day("2017-10-10")), Ok(3));
    assert_eq!(deadline.remaining(day("2017-10-10")), Ok(17));
    assert_eq!(deadline.remaining(day("2017-11-03")), Ok(-1));
    let natural = Deadline::reckon(limit(10, LimitUnit::NaturalDay), day("2017-09-29"), &china);
    assert_eq!(natural.elapsed(day("2017-10-10")), Ok(11));
    assert_eq!(natural.elapsed(day("2017-09-01")), Ok(0));
    assert!(deadline.elapsed(day("2027-01-01")).is_err());
}

#[test]
fn a_deadline_is_over_the_day_after_its_last() {
    let china = Calendar::china();
    let deadline = Deadline::reckon(Limit::decision(), day("2017-09-29"), &china);
    assert_eq!(deadline.is_over(day("2017-11-02")), Ok(false));
    assert_eq!(deadline.is_over(day("2017-11-03")), Ok(true));
    // The last day lies past the data, and still some answers are certain.
    let unknown = Deadline::reckon(Limit::decision(), day("2026-12-21"), &china);
    assert!(unknown.due().is_err());
    assert_eq!(unknown.is_over(day("2026-12-25")), Ok(false), "covered, and not yet due");
    assert_eq!(unknown.is_over(day("2027-01-10")), Ok(false), "twenty days after twenty days");
    assert!(unknown.is_over(day("2027-01-11")).is_err());
    let before = Deadline::reckon(Limit::decision(), day("2006-12-01"), &china);
    assert!(before.is_over(day("2007-06-01")).is_err(), "the start is not covered");
    let strict = china.with_strict_region(RegionLayer::ningxia());
    let regional = Deadline::reckon(Limit::decision(), day("2022-12-28"), &strict);
    assert!(regional.is_over(day("2023-06-01")).is_err(), "no layer for 2023");
}

#[test]
fn a_start_on_a_day_of_rest_can_be_taken_as_the_next_working_day() {
    let china = Calendar::china();
    let saturday = day("2026-03-07");
    let milder = Limit { start_rule: StartRule::DayAfterWorkingDay, ..Limit::decision() };
    let strict = Deadline::reckon(Limit::decision(), saturday, &china);
    let mild = Deadline::reckon(milder.clone(), saturday, &china);
    assert_eq!(strict.due(), Ok(day("2026-04-03")));
    assert_eq!(mild.due(), Ok(day("2026-04-07")), "Qingming is off from 4 to 6 April");
    assert_eq!(
        (strict.elapsed(day("2026-03-09")), mild.elapsed(day("2026-03-09"))),
        (Ok(1), Ok(0))
    );
    let monday = Deadline::reckon(milder, day("2026-03-09"), &china);
    assert_eq!(monday.due(), mild.due());
    assert!(mild.explain().contains("a start on a day of rest is taken as the next working day"));
    assert!(mild.explain_zh().contains("起算日为休息日的，视为次一工作日"));
}

#[test]
fn a_deadline_explains_itself_in_english() {
    let china = Calendar::china();
    let text = Deadline::reckon(Limit::decision(), day("2017-09-29"), &china).explain();
    let expected = "\
decision: 20 working days, statutory (行政许可法 art. 42)
start: 2017-09-29 (Friday), not counted
inside: 2017-09-30 (Saturday) make-up working day, Mid-Autumn Festival and National Day
inside: 2017-10-01 to 2017-10-08 off, Mid-Autumn Festival and National Day
other Saturdays and Sundays are not counted
last day: 2017-11-02 (Thursday)
calendar: ";
    assert_eq!(text, format!("{expected}{}\n", china.version()));
}

#[test]
fn one_day_is_not_written_as_several() {
    let first = |days, unit| {
        let deadline = Deadline::reckon(limit(days, unit), day("2026-03-02"), &Calendar::china());
        deadline.explain().lines().next().unwrap().to_owned()
    };
    for (days, unit, text) in [
        (0, LimitUnit::WorkingDay, "0 working days,"),
        (1, LimitUnit::WorkingDay, "1 working day,"),
        (2, LimitUnit::WorkingDay, "2 working days,"),
        (1, LimitUnit::NaturalDay, "1 natural day,"),
        (2, LimitUnit::NaturalDay, "2 natural days,"),
    ] {
        assert!(first(days, unit).contains(text), "{text}");
    }
}

#[test]
fn a_deadline_explains_itself_in_chinese() {
    let china = Calendar::china();
    let text = Deadline::reckon(Limit::decision(), day("2017-09-29"), &china).explain_zh();
    let expected = "\
法定作出决定期限：20个工作日（《行政许可法》第四十二条）
起算：2017年9月29日（星期五），当日不计入
其间：2017年9月30日（星期六）中秋节、国庆节调休上班，计入
其间：2017年10月1日至2017年10月8日中秋节、国庆节放假，不计入
其余星期六、星期日不计入
届满：2017年11月2日（星期四）
日历版本：";
    assert_eq!(text, format!("{expected}{}\n", china.version()));
}

#[test]
fn natural_days_and_unknown_ends_are_explained_too() {
    let china = Calendar::china().with_region(RegionLayer::ningxia());
    let promised = Limit {
        unit: LimitUnit::NaturalDay,
        ..Limit::promised(Clock::Delivery, 10, Basis::new("示例许可", "办事指南"))
    };
    let text = Deadline::reckon(promised.clone(), day("2026-04-24"), &china);
    let expected = "\
issuing and delivery: 10 natural days, promised (示例许可 办事指南)
start: 2026-04-24 (Friday), not counted
inside: 2026-05-01 to 2026-05-05 off, Labor Day
a last day on a day of rest moves to the next working day
note: the regional days off of 2026 are not known
last day: 2026-05-06 (Wednesday)
calendar: ";
    assert_eq!(text.explain(), format!("{expected}{}\n", china.version()));
    let zh = text.explain_zh();
    assert!(zh.contains("承诺颁发、送达期限：10个自然日（《示例许可》办事指南）\n"), "{zh}");
    // A Saturday that is worked is nothing to count here.
    let worked = Deadline::reckon(promised.clone(), day("2026-05-01"), &china).explain_zh();
    assert!(worked.contains("其间：2026年5月9日（星期六）劳动节调休上班\n"), "{worked}");
    assert!(
        zh.contains("劳动节放假\n末日为休息日的，顺延至次一工作日\n注意：2026年地区假日未知\n")
    );

    let late = Deadline::reckon(promised, day("2026-12-20"), &china);
    assert!(late.explain().contains("last day: unknown, calendar: 2026-12-30 is not covered"));
    assert!(late.explain_zh().contains("届满：未知，工作日历没有覆盖2026-12-30"));
}

#[test]
fn a_case_shows_its_clocks_by_law_and_by_promise() {
    let mut draft = draft();
    draft.materials = vec![GuideMaterial { name: name("申请表"), required: true }];
    draft.promised = [(Clock::Decision, 7), (Clock::Delivery, 3)]
        .map(|(clock, days)| Limit::promised(clock, days, Basis::new("示例许可", "办事指南")))
        .to_vec();
    let rules = Rules::new(Procedure::try_new(draft).unwrap(), Calendar::china());
    let desk = Desk::new(rules)
        .done(&citizen(), &receive(&["申请表"]), "2026-02-12T09:00:00")
        .done(&window(), &Command::Accept, "2026-02-13T09:00:00")
        .done(&reviewer(), &Command::StartReview, "2026-02-13T09:00:00")
        .done(&reviewer(), &town::review(), "2026-02-24T09:00:00")
        .done(&decider(), &Command::Grant, "2026-02-25T09:00:00");
    let shown: Vec<_> = desk
        .case
        .deadlines(&desk.rules)
        .iter()
        .map(|clock| (clock.limit().clock, clock.limit().origin, clock.due().unwrap().to_string()))
        .collect();
    let expected = [
        (Clock::SupplementNotice, Origin::Statutory, "2026-02-26"),
        (Clock::Decision, Origin::Statutory, "2026-03-19"),
        (Clock::Decision, Origin::Promised, "2026-03-02"),
        (Clock::Delivery, Origin::Statutory, "2026-03-10"),
        (Clock::Delivery, Origin::Promised, "2026-02-28"),
    ];
    assert_eq!(shown, expected.map(|(clock, origin, due)| (clock, origin, due.to_owned())));
}

fn pause(ground: PauseGround, from: &str, to: Option<&str>) -> Pause {
    Pause { ground, from: day(from), to: to.map(day) }
}

fn decision(start: &str) -> Deadline {
    Deadline::reckon(Limit::decision(), day(start), &Calendar::china())
}

#[test]
fn dl_13_an_extension_lengthens_the_same_run() {
    let extended = decision("2026-03-02").extended(Extension::decision());
    assert_eq!((extended.due(), extended.days()), (Ok(day("2026-04-14")), 30));
    assert_eq!(extended.remaining(day("2026-04-14")), Ok(0));
    assert_eq!(extended.clone().extended(Extension::decision()), extended, "there is only one");
    let joint = Limit { days: 45, ..Limit::decision() };
    let joint = Deadline::reckon(joint, day("2026-03-02"), &Calendar::china());
    let joint = joint.extended(Extension::joint_decision(town::STRANGER));
    assert_eq!(joint.days(), 60);
    let sixty = Calendar::china().nth_working_day_after(day("2026-03-02"), 60).unwrap();
    assert_eq!(joint.due(), Ok(sixty));
}

#[test]
fn the_expert_review_of_2024_leaves_out_seven_working_days() {
    let plain = decision("2024-03-04");
    assert_eq!(plain.due(), Ok(day("2024-04-01")));
    let reviewed =
        plain.paused([pause(PauseGround::ExpertReview, "2024-03-11", Some("2024-03-20"))]);
    assert_eq!(reviewed.due(), Ok(day("2024-04-11")));
    assert_eq!(reviewed.elapsed(day("2024-03-11")), Ok(5), "the day it began counts");
    assert_eq!(reviewed.elapsed(day("2024-03-20")), Ok(5), "the day it ended does not");
    assert_eq!(reviewed.elapsed(day("2024-03-21")), Ok(6));
    let china = Calendar::china();
    let expected = "\
decision: 20 working days, statutory (行政许可法 art. 42)
start: 2024-03-04 (Monday), not counted
extended: 10 more, 30 in all (行政许可法 art. 42)
inside: 2024-04-04 to 2024-04-06 off, Qingming
inside: 2024-04-07 (Sunday) make-up working day, Qingming
left out: after 2024-03-11 to 2024-03-20, expert review (行政许可法 art. 45)
other Saturdays and Sundays are not counted
last day: 2024-04-25 (Thursday)
calendar: ";
    let extended = reviewed.extended(Extension::decision());
    assert_eq!(extended.explain(), format!("{expected}{}\n", china.version()));
    let zh = extended.explain_zh();
    for line in [
        "延长：10个工作日，共30个工作日（《行政许可法》第四十二条）\n",
        "不计入：2024年3月11日次日起至2024年3月20日，专家评审（《行政许可法》第四十五条）\n",
        "届满：2024年4月25日（星期四）\n",
    ] {
        assert!(zh.contains(line), "{zh}");
    }
}

#[test]
fn while_the_clock_stands_still_nobody_names_a_last_day() {
    let stopped = decision("2026-03-02").paused([pause(PauseGround::Testing, "2026-03-10", None)]);
    let unknown = DueUnknown::Paused { since: day("2026-03-10") };
    assert_eq!(stopped.due(), Err(unknown));
    assert_eq!(unknown.to_string(), "deadline: stopped since 2026-03-10");
    assert_eq!((unknown.code(), unknown.zh()), ("paused", "期限自2026年3月10日起停止计算".into()));
    assert_eq!(stopped.is_over(day("2026-12-24")), Ok(false));
    assert_eq!(stopped.remaining(day("2026-06-01")), Ok(14));
    let said = stopped.explain();
    assert!(said.contains("left out: after 2026-03-10, testing (行政许可法 art. 45)\n"), "{said}");
    assert!(said.contains("last day: unknown, stopped since 2026-03-10 (Tuesday)\n"), "{said}");
    let zh = stopped.explain_zh();
    assert!(zh.contains("不计入：2026年3月10日次日起，检测（《行政许可法》第四十五条）\n"), "{zh}");
    assert!(zh.contains("届满：未知，期限自2026年3月10日起停止计算\n"), "{zh}");
    // What stops after the last day stops nothing.
    let late = decision("2026-03-02").paused([pause(PauseGround::Hearing, "2026-03-30", None)]);
    assert_eq!(late.due(), Ok(day("2026-03-30")));
}

#[test]
fn a_pause_past_the_calendar_is_not_guessed() {
    let to_the_end = [pause(PauseGround::Tender, "2026-11-02", Some("2027-03-01"))];
    let unknown = decision("2026-10-12").paused(to_the_end);
    assert_eq!(unknown.due().unwrap_err().code(), "calendar-not-covered");
    assert_eq!(unknown.elapsed(day("2026-11-10")), Ok(15), "the tender is under way");
    assert_eq!(unknown.is_over(day("2026-12-25")), Ok(false));
    assert!(unknown.is_over(day("2027-03-02")).is_err());
    let backwards = [pause(PauseGround::Auction, "2026-03-20", Some("2026-03-10"))];
    assert_eq!(decision("2026-03-02").paused(backwards).due(), Ok(day("2026-03-30")));
}

#[test]
fn the_grounds_are_those_of_art_45_or_cite_their_law() {
    let special = Basis::new("示例条例", "7");
    let grounds = [
        (PauseGround::Hearing, "hearing", "听证"),
        (PauseGround::Tender, "tender", "招标"),
        (PauseGround::Auction, "auction", "拍卖"),
        (PauseGround::Inspection, "technical inspection", "检验"),
        (PauseGround::Testing, "testing", "检测"),
        (PauseGround::Quarantine, "quarantine", "检疫"),
        (PauseGround::ExpertAppraisal, "expert appraisal", "鉴定"),
        (PauseGround::ExpertReview, "expert review", "专家评审"),
    ];
    for (ground, english, zh) in grounds {
        assert_eq!((ground.basis(), ground.zh()), (Basis::licensing_law(45), zh));
        let said = decision("2026-03-02").paused([pause(ground, "2026-03-10", None)]).explain();
        assert!(said.contains(&format!(", {english} (行政许可法 art. 45)\n")), "{said}");
    }
    let cited = PauseGround::SpecialLaw { basis: special.clone() };
    assert_eq!((cited.basis(), cited.zh()), (special, "其他法律规定的程序"));
    let said = decision("2026-03-02").paused([pause(cited, "2026-03-10", None)]).explain();
    assert!(said.contains(", procedure of a special law (示例条例 art. 7)\n"), "{said}");
}

/// Counts one day after the other, as a clerk would with a finger.
fn walked(limit: &Limit, days: u32, start: NaiveDate, pauses: &[Pause]) -> Option<NaiveDate> {
    let china = Calendar::china();
    let works = |day| china.is_working_day(day).unwrap();
    let out = |day: NaiveDate| {
        pauses.iter().any(|pause| pause.from < day && pause.to.is_none_or(|to| day <= to))
    };
    let (mut last, mut left) = (start, days);
    for _ in 0..700 {
        let due = match limit.unit {
            LimitUnit::NaturalDay => days == 0 || works(last) && !out(last),
            _ => true,
        };
        if left == 0 && due {
            return Some(last);
        }
        last = last.succ_opt().unwrap();
        let counts = limit.unit == LimitUnit::NaturalDay || works(last);
        if left > 0 && counts && !out(last) {
            left -= 1;
        }
    }
    None
}

proptest! {
    #[test]
    fn a_paused_deadline_is_what_a_walk_over_the_days_finds(
        start in 0_u64..400,
        days in 0_u16..40,
        more in prop::option::of(1_u16..20),
        natural: bool,
        stretches in prop::collection::vec((0_i64..90, prop::option::weighted(0.8, -3_i64..30)), 0..6),
        later in 0_u64..200,
    ) {
        let start = day("2023-06-01") + Days::new(start);
        let unit = if natural { LimitUnit::NaturalDay } else { LimitUnit::WorkingDay };
        let pauses: Vec<Pause> = stretches
            .iter()
            .map(|(after, length)| {
                let from = start + TimeDelta::days(*after - 10);
                let to = length.map(|length| from + TimeDelta::days(length));
                Pause { ground: PauseGround::ExpertReview, from, to }
            })
            .collect();
        let limit = limit(days, unit);
        let mut deadline =
            Deadline::reckon(limit.clone(), start, &Calendar::china()).paused(pauses.clone());
        if let Some(days) = more {
            deadline = deadline.extended(Extension { days, ..Extension::decision() });
        }
        let expected = walked(&limit, deadline.days(), start, &pauses);
        prop_assert_eq!(deadline.due().ok(), expected);
        match deadline.due() {
            Err(DueUnknown::Paused { since }) => {
                prop_assert!(pauses.iter().any(|pause| pause.from <= since.max(start) && pause.to.is_none_or(|to| to >= since)));
                // A natural last day can stop on its way to the next working day.
                prop_assert!(natural || deadline.elapsed(since).unwrap() < deadline.days());
            }
            due => prop_assert!(due.is_ok()),
        }
        let (now, china) = (start + Days::new(later), Calendar::china());
        let counted = start.iter_days().skip(1).take_while(|day| *day <= now).filter(|day| {
            let out = pauses.iter().any(|pause| pause.from < *day && pause.to.is_none_or(|to| *day <= to));
            !out && (natural || china.is_working_day(*day).unwrap())
        });
        prop_assert_eq!(u32::try_from(counted.count()).ok(), deadline.elapsed(now).ok());
    }
}
