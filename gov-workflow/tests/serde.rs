//! The wire form: what is written is read, and nothing else is.

#![cfg(feature = "serde")]
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
use serde_json::{Value, json};
use town::*;
use variants::*;

fn all_events() -> Vec<Event> {
    every_event().into_iter().chain(rare_events()).collect()
}

fn tag(value: &Value) -> String {
    match value {
        Value::String(tag) => tag.clone(),
        Value::Object(fields) => fields.keys().next().unwrap().clone(),
        other => panic!("{other}"),
    }
}

#[test]
fn every_kind_of_event_round_trips() {
    let events = all_events();
    let mut kinds: Vec<EventKind> = events.iter().map(|event| event.fact.kind()).collect();
    for event in &events {
        let line = event.to_json().unwrap();
        assert!(!line.contains('\n'));
        assert_eq!(Event::from_json(&line).as_ref(), Ok(event));
        let value: Value = serde_json::from_str(&line).unwrap();
        let kind = serde_json::to_value(event.fact.kind()).unwrap();
        assert_eq!(tag(&value["fact"]), kind.as_str().unwrap(), "fact and kind share their word");
    }
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, EventKind::ALL);
}

#[test]
fn the_form_of_an_event_is_this() {
    let events = every_event();
    let received = json!({
        "at": "2026-03-02T09:30:00+08:00",
        "by": "applicant",
        "fact": { "received": {
            "case": "2026-0001",
            "item": "1164020010001501113000131001000",
            "procedure": 1,
            "applicant": "111:11010519491231002X",
            "channel": "web",
            "materials": ["申请表"],
        } },
    });
    assert_eq!(serde_json::to_value(&events[0]).unwrap(), received);
    let requested = json!({
        "at": "2026-03-05T09:00:00+08:00",
        "by": { "officer": {
            "staff": "W-01", "body": "11640200PDY000028K", "division": "640200",
        } },
        "fact": { "supplement-requested": {
            "missing": [{ "material": "租赁合同", "reason": "缺页" }],
            "until": "2026-03-20",
        } },
    });
    assert_eq!(serde_json::to_value(&events[1]).unwrap(), requested);
    assert_eq!(serde_json::to_value(&events.last().unwrap().fact).unwrap(), json!("withdrawn"));
}

#[test]
fn who_asked_for_a_hearing_is_told_by_the_word_and_old_lines_are_read_as_the_applicants() {
    let line = |fact: &str| {
        let line =
            format!(r#"{{"at":"2026-03-04T09:00:00+08:00","by":"applicant","fact":{fact}}}"#);
        Event::from_json(&line).map(|event| event.fact)
    };
    assert_eq!(line(r#""hearing-requested""#), Ok(Fact::HearingRequested));
    assert_eq!(line(r#""hearing-waived""#), Ok(Fact::HearingWaived));
    let party = r#"{"third-party-hearing-requested":{"party":2}}"#;
    assert_eq!(line(party), Ok(Fact::ThirdPartyHearingRequested { party: 2 }));
    assert!(line(r#""third-party-hearing-requested""#).is_err());
    let asked = serde_json::to_value(ask_as(2)).unwrap();
    assert_eq!(asked, json!({ "request-third-party-hearing": { "party": 2 } }));
}

#[test]
fn a_stray_field_is_refused_at_every_depth() {
    for event in all_events() {
        let value = serde_json::to_value(&event).unwrap();
        let mut paths = vec![vec![]];
        objects(&value, &mut vec![], &mut paths);
        for path in paths {
            let mut changed = value.clone();
            let mut place = &mut changed;
            for step in &path {
                place = match step {
                    Ok(key) => place.get_mut(key).unwrap(),
                    Err(index) => place.get_mut(*index).unwrap(),
                };
            }
            place.as_object_mut().unwrap().insert("stray".to_owned(), json!(1));
            let error = Event::from_json(&changed.to_string());
            assert!(error.is_err(), "{path:?} {changed}");
        }
    }
}

type Step = Result<String, usize>;

fn objects(value: &Value, path: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
    let children: Vec<(Step, &Value)> = match value {
        Value::Object(fields) => {
            fields.iter().map(|(key, child)| (Ok(key.clone()), child)).collect()
        }
        Value::Array(items) => items.iter().enumerate().map(|(i, child)| (Err(i), child)).collect(),
        _ => return,
    };
    for (step, child) in children {
        path.push(step);
        if child.is_object() {
            found.push(path.clone());
        }
        objects(child, path, found);
        path.pop();
    }
}

#[test]
fn an_error_never_repeats_a_persons_number() {
    let line = every_event()[0].to_json().unwrap();
    let number = "11010519491231002X";
    for bad in [
        line.replace("\"111:11010519491231002X\"", "11010519491231002"),
        line.replace("111:11010519491231002X", "111:110105194912310021"),
        line.replace("\"applicant\":\"111:", "\"11010519491231002X\":\"111:"),
        line.replace("web", number),
        line.replace("\"applicant\",", "\"11010519491231002X\","),
        line.replace("2026-03-02T", "11010519491231002XT"),
        format!("\"{number}\""),
    ] {
        let error = Event::from_json(&bad).unwrap_err();
        for said in [error.to_string(), error.zh(), format!("{error:?}")] {
            assert!(!said.contains("1101051949"), "{said}");
        }
    }
    let events = every_event();
    let shown = format!("{events:?}");
    assert!(!shown.contains("1101051949"), "Debug shows no number");
    let case = Case::replay(&events[..3]).unwrap();
    assert!(!format!("{case:?} {:?}", citizen()).contains("1101051949"));
}

#[test]
fn a_persons_number_stands_where_a_person_is_named_and_nowhere_else() {
    for event in all_events() {
        let named = matches!(event.fact, Fact::Received { .. } | Fact::Delivered { .. });
        assert_eq!(event.to_json().unwrap().contains("11010519491231002X"), named);
    }
}

#[test]
fn commands_round_trip() {
    let known = [
        receive(&["申请表"]),
        request(&["租赁合同"], "2026-03-20"),
        supplement(&["租赁合同"]),
        Command::Accept,
        Command::DeemAccepted,
        not_accept(Ground::NotNeeded),
        not_accept(Ground::NotSupplemented),
        not_accept(Ground::NotOurPower { right_body: "示例省主管部门".to_owned() }),
        Command::StartReview,
        review(),
        reassign("R-02"),
        check(&["R-01", "R-02"]),
        pause(PauseGround::ExpertReview, 8),
        resume(PauseGround::SpecialLaw { basis: Basis::new("示例条例", "7") }, "2026-03-13"),
        offer_hearing(),
        Command::RequestHearing,
        Command::WaiveHearing,
        schedule_hearing("2026-03-30"),
        announce_hearing("2026-03-30"),
        hold_hearing(),
        notify(),
        hear(1),
        Command::WaiveThirdParty { party: 1 },
        extend(10),
        accept_tolerantly(&["租赁合同"], "2026-03-10"),
        revoke_acceptance(),
        Command::DeemWithdrawn,
        Command::Grant,
        refuse(),
        issue(),
        deliver(),
        Command::Close,
        Command::Withdraw,
    ];
    let mut kinds = Vec::new();
    for command in known.into_iter().chain(rare_commands()) {
        kinds.push(command.kind());
        let text = serde_json::to_string(&command).unwrap();
        assert_eq!(serde_json::from_str::<Command>(&text).unwrap(), command);
        let kind = serde_json::to_value(command.kind()).unwrap();
        assert_eq!(tag(&serde_json::from_str(&text).unwrap()), kind.as_str().unwrap());
    }
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, CommandKind::ALL);
}

#[test]
fn a_procedure_is_checked_on_the_way_in() {
    let procedure = rules().procedure().clone();
    let value = serde_json::to_value(&procedure).unwrap();
    assert_eq!(serde_json::from_value::<Procedure>(value.clone()).unwrap(), procedure);
    let mut wrong = value.clone();
    wrong["version"] = json!(0);
    wrong["on_site_officers"] = json!(1);
    let error = serde_json::from_value::<Procedure>(wrong).unwrap_err().to_string();
    assert_eq!(
        error,
        "procedure: versions are numbered from 1; \
         procedure: a check on site takes two officers at least",
    );
    let mut stray = value;
    stray["stray"] = json!(1);
    assert!(serde_json::from_value::<Procedure>(stray).is_err());
}

#[test]
fn a_deadline_is_written_with_its_calendar() {
    let deadline = Deadline::reckon(Limit::decision(), day("2026-03-02"), &calendar());
    let expected = json!({
        "limit": {
            "clock": "decision",
            "origin": "statutory",
            "days": 20,
            "unit": "working-day",
            "start_rule": "day-after",
            "basis": { "law": "行政许可法", "article": "42" },
        },
        "start": "2026-03-02",
        "due": "2026-03-30",
        "calendar": calendar().version(),
    });
    assert_eq!(serde_json::to_value(&deadline).unwrap(), expected);
}

#[test]
fn line_breaks_in_the_words_of_an_event_make_no_line() {
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap();
    let fact = Fact::NotNeeded { reason: "一\n二\r\n三".to_owned() };
    let event = Event { at, by: Author::Clock, fact };
    let mut history = History::new(CaseNumber::parse("2026-0001").unwrap());
    history.record(&event).unwrap();
    assert_eq!((history.text().lines().count(), history.text().matches('\r').count()), (1, 0));
    assert_eq!(history.events(), Ok(vec![event]));
}

#[test]
fn an_instant_has_the_form_of_chrono() {
    let second = chrono::DateTime::from_timestamp(1_772_000_000, 0).unwrap();
    let moments = [0, 1, 59, 60, 3_599, 86_399, 86_400, 31_536_000, 240_000_000_000]
        .into_iter()
        .flat_map(|seconds: i64| [seconds, -seconds])
        .map(|seconds| second + chrono::TimeDelta::seconds(seconds))
        .chain([
            second + chrono::TimeDelta::milliseconds(7),
            second + chrono::TimeDelta::nanoseconds(1),
            chrono::DateTime::from_timestamp(-62_167_219_200 - 28_800, 0).unwrap(),
            chrono::DateTime::from_timestamp(-62_167_219_201 - 28_800, 0).unwrap(),
            chrono::DateTime::from_timestamp(253_402_300_799 - 28_800, 0).unwrap(),
            chrono::DateTime::from_timestamp(253_402_300_800 - 28_800, 0).unwrap(),
        ]);
    for moment in moments {
        for offset in [8 * 3600, 0, -5 * 3600, 8 * 3600 + 1] {
            let at = moment.with_timezone(&chrono::FixedOffset::east_opt(offset).unwrap());
            let event = Event { at, by: Author::Clock, fact: Fact::Granted };
            let form = serde_json::to_value(&event).unwrap();
            assert_eq!(form["at"], serde_json::to_value(at).unwrap());
        }
    }
}

#[test]
fn a_history_is_replayed_from_its_lines() {
    let desk = Desk::reviewed(rules());
    let mut history = History::new(CaseNumber::parse("2026-0001").unwrap());
    for event in &desk.events {
        history.record(event).unwrap();
    }
    assert_eq!(history.events(), Ok(desk.events.clone()));
    assert_eq!(history.replay(), Ok(desk.case));

    history.append("{}").unwrap();
    let error = history.replay().unwrap_err();
    assert_eq!(error.to_string(), "history: event 5: event: not in its JSON form (character 2)");
    assert_eq!(error.zh(), "办件履历第5条：事件不符合JSON格式（第2个字符）");
    assert_eq!(error.code(), "json");

    let mut twice = History::new(CaseNumber::parse("2026-0001").unwrap());
    twice.record(&desk.events[0]).unwrap();
    twice.record(&desk.events[0]).unwrap();
    let error = twice.replay().unwrap_err();
    assert_eq!(
        error.to_string(),
        "history: event 2: case: Received cannot happen to a case that is submitted",
    );
    assert_eq!(error.zh(), "办件履历第2条：办件处于“已提交”，不能发生“收件”");
    assert_eq!(error.code(), "transition");
}

#[test]
fn the_form_of_an_entrusting_is_this() {
    let form = json!({
        "by": "11640200PDY00001XK",
        "to": "11640200PDY000036E",
        "division": "640202",
        "roles": ["review", "decision"],
        "basis": { "law": "示例条例", "article": "9" },
        "announcement": "示例公告第1号",
        "from": "2026-03-02",
        "until": null,
    });
    let entrusting: Entrusting = serde_json::from_value(form.clone()).unwrap();
    assert_eq!((entrusting.by, entrusting.to), (BUREAU, STRANGER));
    assert_eq!(serde_json::to_value(&entrusting).unwrap(), form);
}

#[test]
fn a_procedure_of_the_first_form_is_still_read() {
    let mut value = serde_json::to_value(rules().procedure()).unwrap();
    let fields = value.as_object_mut().unwrap();
    for later in [
        "extension",
        "special_procedures",
        "tolerance",
        "late_supplement",
        "steps",
        "promise",
        "sensitive",
        "first_review",
        "renewal",
        "limited",
        "selection",
        "inspectors",
        "fee",
        "entrusted",
        "separation",
        "window_divisions",
    ] {
        assert!(fields.remove(later).is_some(), "{later}");
    }
    let procedure: Procedure = serde_json::from_value(value).unwrap();
    let mut expected = draft();
    // It did not say that time can be extended.
    expected.extension = None;
    assert_eq!(procedure, Procedure::try_new(expected).unwrap());
}

#[test]
fn the_events_of_an_older_case_are_still_read() {
    let line = r#"{"at":"2026-03-02T10:00:00+08:00","by":{"officer":{"staff":"W-01","body":"11640200PDY000028K","division":"640200"}},"fact":{"acceptance-refused":{"ground":"not-needed","reason":"见告知书","remedies":{"review":"示例市人民政府","court":"示例区人民法院"}}}}"#;
    let refused = Event::from_json(line).unwrap();
    assert_eq!(refused.to_json().unwrap(), line);
    let received = every_event().remove(0);
    assert_eq!(Case::replay(&[received, refused]).unwrap().state(), State::NotAccepted);
}

#[test]
fn the_form_of_the_rarer_events_is_this() {
    let events = rare_events();
    let fact = |kind| {
        let event: &Event = events.iter().find(|event| event.fact.kind() == kind).unwrap();
        serde_json::to_value(&event.fact).unwrap()
    };
    let remedies = json!({ "review": "示例市人民政府", "court": "示例区人民法院" });
    let revoked = json!({ "revoked": {
        "ground": "broken-promise",
        "reason": "查证属实",
        "remedies": remedies,
        "bar": {
            "from": "promise-track",
            "item": "1164020010001501113000131001000",
            "since": "2026-03-23",
            "until": null,
            "basis": { "law": "示例省告知承诺办法", "article": "12" },
        },
    } });
    assert_eq!(fact(EventKind::Revoked), revoked);
    let taken_over = json!({ "taken-over": {
        "from": "11640200PDY00001XK",
        "case": "2026-0001",
        "opinion": "in-favor",
        "report": "初审同意",
    } });
    assert_eq!(fact(EventKind::TakenOver), taken_over);
    let terminated =
        json!({ "terminated": { "ground": "applicant-gone", "reason": "见终止决定" } });
    assert_eq!(fact(EventKind::Terminated), terminated);
    let corrected = json!({ "clerical-error-corrected": {
        "document": "license",
        "old": "示例街1号",
        "new": "示例街2号",
        "notice": "示例告字第1号",
    } });
    assert_eq!(fact(EventKind::ClericalErrorCorrected), corrected);
    assert_eq!(fact(EventKind::Voided), json!("voided"));
}

#[test]
fn policies_are_written_as_words() {
    let written = |policy: LateSupplement| serde_json::to_value(policy).unwrap();
    assert_eq!(written(LateSupplement::DeemedWithdrawn), json!("deemed-withdrawn"));
    assert_eq!(written(LateSupplement::NotAccepted), json!("not-accepted"));
    assert_eq!(
        written(LateSupplement::RefusedAfter { days: 2 }),
        json!({ "refused-after": { "days": 2 } })
    );
}

#[test]
fn a_deadline_that_was_paused_and_extended_says_so() {
    let desk = adjourned();
    let deadline = &desk.case.deadlines(&desk.rules)[1];
    let value = serde_json::to_value(deadline).unwrap();
    let extension = json!({
        "days": 10, "approver": null, "basis": { "law": "行政许可法", "article": "42" },
    });
    let pauses = json!([
        { "ground": "expert-review", "from": "2026-03-04", "to": "2026-03-13" },
        { "ground": "hearing", "from": "2026-03-18", "to": "2026-03-30" },
    ]);
    assert_eq!((&value["extension"], &value["pauses"]), (&extension, &pauses));
}

#[test]
fn an_instant_without_a_local_day_is_an_error_and_no_panic() {
    let china = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    let mut event = every_event().remove(0);
    event.at = chrono::DateTime::<chrono::Utc>::MAX_UTC.with_timezone(&china);
    let error = event.to_json().unwrap_err();
    assert_eq!((error.column(), error.code()), (0, "json"));
    let Event { at, by, fact } = event.clone();
    let joint = JointEvent { at, by, fact: JointFact::Whole(fact) };
    assert_eq!(joint.to_json().unwrap_err(), error);
    let mut history = History::new(CaseNumber::parse("2026-0001").unwrap());
    assert_eq!(history.record(&event), Err(LineError::Empty));
    assert_eq!(history.count(), 0);
}
