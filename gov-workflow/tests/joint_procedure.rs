//! What keeps a joint procedure from being published, and how it is written and drawn.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/theme.rs"]
mod theme;
#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use theme::{draft, inner, item};

fn faults(draft: JointDraft) -> Vec<JointFault> {
    JointProcedure::try_new(draft).unwrap_err()
}

#[test]
fn the_lead_takes_in_one_form_with_the_materials_of_all_branches() {
    let mut draft = draft();
    let mut drain = draft.branches[3].procedure.as_draft().clone();
    drain.materials.push(GuideMaterial { name: town::name("照片"), required: false });
    draft.branches[3].procedure = Procedure::try_new(drain).unwrap();
    let joint = JointProcedure::try_new(draft).unwrap();
    let listed: Vec<_> = joint
        .whole()
        .materials()
        .iter()
        .map(|listed| (listed.name.as_str(), listed.required))
        .collect();
    assert_eq!(
        listed,
        [("申请表", true), ("平面图", true), ("健康证", true), ("效果图", true), ("照片", false)]
    );
    assert_eq!(joint.whole().decision(), &Limit::joint_decision());
    assert_eq!(joint.whole().extension(), Some(&Extension::joint_decision(theme::GOVERNMENT)));
    assert_eq!(JointProcedure::try_new(joint.clone().into_draft()), Ok(joint));
}

#[test]
fn needs_form_no_circle_and_name_branches_only() {
    let mut circle = draft();
    circle.branches[0].needs = [item("sign")].into();
    circle.branches[1].needs = [item("fire")].into();
    // fire, food and sign need each other; the drain only stands behind them.
    assert_eq!(faults(circle), [1, 2, 3].map(|position| JointFault::Circular { position }));

    let mut itself = draft();
    itself.branches[3].needs = [item("drain")].into();
    assert_eq!(faults(itself), [JointFault::Circular { position: 4 }]);

    let mut unknown = draft();
    unknown.branches[2].needs = [item("food"), item("noise")].into();
    assert_eq!(faults(unknown), [JointFault::NeedsUnknown { position: 3 }]);
}

#[test]
fn every_fault_is_found_at_once() {
    let mut wrong = draft();
    wrong.version = 0;
    wrong.decision.days = 46;
    wrong.branches[0].in_advance = true;
    wrong.branches[1].limit = Some(inner(21));
    wrong.branches[2].needs = [item("noise")].into();
    wrong.branches.push(wrong.branches[0].clone());
    assert_eq!(
        faults(wrong),
        [
            JointFault::Whole(ProcedureFault::VersionZero),
            JointFault::Whole(ProcedureFault::BeyondLaw { clock: Clock::Decision }),
            JointFault::NothingInAdvance { position: 1 },
            JointFault::NeedsUnknown { position: 3 },
            JointFault::ItemRepeated { position: 5 },
            JointFault::NothingInAdvance { position: 5 },
            JointFault::LimitLonger { position: 2 },
        ]
    );
    let mut named_alike = draft();
    named_alike.item = item("food");
    assert_eq!(faults(named_alike), [JointFault::ItemRepeated { position: 2 }]);
    let mut alone = draft();
    alone.branches.truncate(1);
    assert_eq!(faults(alone), [JointFault::TooFewBranches]);
    let mut crowd = draft();
    let (first, count) = (crowd.branches[0].clone(), JointProcedure::MOST + 1);
    crowd.branches = vec![first; count];
    assert_eq!(faults(crowd), [JointFault::TooManyBranches]);
}

#[test]
fn inner_limits_are_no_longer_than_the_branchs_own() {
    let mut own = draft();
    let mut food = own.branches[1].procedure.as_draft().clone();
    food.promised = vec![inner(8)];
    own.branches[1].procedure = Procedure::try_new(food).unwrap();
    // The body promises eight days to everybody.
    assert_eq!(faults(own.clone()), [JointFault::LimitLonger { position: 2 }]);
    own.branches[1].limit = Some(inner(8));
    assert!(JointProcedure::try_new(own.clone()).is_ok());
    let mut misplaced = inner(5);
    misplaced.origin = Origin::Statutory;
    own.branches[1].limit = Some(misplaced);
    let clock = Clock::Decision;
    let fault = ProcedureFault::Misplaced { clock };
    assert_eq!(faults(own), [JointFault::Branch { position: 2, fault }]);
}

#[test]
fn branches_in_sequence_end_within_the_limit_of_the_whole() {
    let mut long = draft();
    // 20 for fire and 20 for the sign are 40; with the drain after both, 60.
    long.branches[2].needs = [item("fire")].into();
    long.branches[2].limit = None;
    assert!(JointProcedure::try_new(long.clone()).is_ok());
    long.branches[3].needs = [item("sign"), item("fire")].into();
    long.branches[3].in_advance = false;
    assert_eq!(faults(long.clone()), [JointFault::PathLonger { position: 4, days: 60 }]);
    // Examined in advance, it costs no day of its own.
    long.branches[3].in_advance = true;
    assert!(JointProcedure::try_new(long.clone()).is_ok());
    long.branches[3].in_advance = false;
    long.branches[3].limit = Some(inner(5));
    assert!(JointProcedure::try_new(long.clone()).is_ok());
    long.branches[3].limit = Some(inner(6));
    assert_eq!(faults(long), [JointFault::PathLonger { position: 4, days: 46 }]);
}

#[test]
fn every_fault_says_what_is_written_here() {
    let position = 2;
    let inside = ProcedureFault::VersionZero;
    let table = [
        (
            JointFault::Whole(inside),
            "version-zero",
            "joint procedure: versions are numbered from 1",
            "并联审批办理规程：版本应从1开始编号",
        ),
        (
            JointFault::Branch { position, fault: inside },
            "version-zero",
            "branch 2: procedure: versions are numbered from 1",
            "第2项联办事项：办理规程：版本应从1开始编号",
        ),
        (
            JointFault::TooFewBranches,
            "too-few-branches",
            "joint procedure: fewer than two branches",
            "并联审批规程：联办事项少于两项",
        ),
        (
            JointFault::TooManyBranches,
            "too-many-branches",
            "joint procedure: more than 64 branches",
            "并联审批规程：联办事项超过64项",
        ),
        (
            JointFault::ItemRepeated { position },
            "item-repeated",
            "joint procedure: branch 2 has an item that stands there before",
            "并联审批规程：第2项联办事项与前面的事项编码相同",
        ),
        (
            JointFault::NeedsUnknown { position },
            "needs-unknown",
            "joint procedure: branch 2 needs an item that is no branch",
            "并联审批规程：第2项联办事项的前置事项不在联办事项之内",
        ),
        (
            JointFault::NothingInAdvance { position },
            "nothing-in-advance",
            "joint procedure: branch 2 is in advance of no other",
            "并联审批规程：第2项联办事项没有前置事项，不能提前审查",
        ),
        (
            JointFault::DecidedAbove { position },
            "decided-above",
            "joint procedure: branch 2 is decided by an upper level",
            "并联审批规程：第2项联办事项由上级机关决定，应列上级机关的办理规程",
        ),
        (
            JointFault::LimitLonger { position },
            "limit-longer",
            "joint procedure: branch 2 has more time inside than of its own",
            "并联审批规程：第2项联办事项的内部时限长于本事项时限",
        ),
        (
            JointFault::PathLonger { position, days: 60 },
            "path-longer",
            "joint procedure: branch 2 can end after 60 days, later than the whole",
            "并联审批规程：第2项联办事项连同前置事项共需60日，超过联办时限",
        ),
    ];
    for (fault, code, english, chinese) in table {
        assert_eq!(
            (fault.code(), fault.to_string().as_str(), fault.zh().as_str()),
            (code, english, chinese)
        );
    }
}

#[test]
fn a_joint_procedure_is_drawn_from_one_window_to_the_other() {
    let joint = JointProcedure::try_new(draft()).unwrap();
    let expected = "\
flowchart TD
    title[\"开办餐馆\"]
    s0[\"统一受理\"]
    s1[\"消防检查（20个工作日）\"]
    s2[\"食品经营许可（10个工作日）\"]
    s3[\"户外广告设置许可（5个工作日）\"]
    s4[\"排水许可（20个工作日）\"]
    s5[\"统一送达\"]
    s0 -->|\"受理\"| s1
    s1 -->|\"结果\"| s5
    s0 -->|\"受理\"| s2
    s2 -->|\"结果\"| s5
    s2 -->|\"前置结果\"| s3
    s3 -->|\"结果\"| s5
    s0 -->|\"受理，提前审查\"| s4
    s1 -->|\"前置结果\"| s4
    s4 -->|\"结果\"| s5
";
    assert_eq!(Diagram::of_joint_procedure(&joint).mermaid(), expected);
}

#[cfg(feature = "serde")]
mod wire {
    use super::*;
    use serde_json::{Value, json};
    use theme::{JointDesk, hand_over, pass_on, to, whole};

    fn finished() -> JointDesk {
        let desk = JointDesk::all_granted();
        let desk = ["fire", "food", "sign", "drain"]
            .into_iter()
            .fold(desk, |desk, code| desk.issued(code, "2026-03-10"));
        desk.done(&town::window(), &hand_over(), "2026-03-11T09:00:00").done(
            &town::window(),
            &JointCommand::Close,
            "2026-03-11T10:00:00",
        )
    }

    #[test]
    fn a_joint_history_is_chained_and_replayed_from_its_lines() {
        let left_out = JointDesk::accepted(theme::rules()).done(
            &town::citizen(),
            &to("sign", Command::Withdraw),
            "2026-03-03T09:00:00",
        );
        for desk in [finished(), left_out] {
            let mut history = History::new(CaseNumber::parse("2026-0001").unwrap());
            for event in &desk.events {
                history.append(&event.to_json().unwrap()).unwrap();
            }
            let read: Vec<_> =
                history.lines().map(|line| JointEvent::from_json(line).unwrap()).collect();
            assert_eq!(JointCase::replay(&read), Ok(desk.case));
        }
        assert_eq!(JointEvent::from_json("{}").unwrap_err().code(), "json");
    }

    #[test]
    fn the_form_of_a_joint_event_is_this() {
        let events = finished().events;
        let value = |index: usize| serde_json::to_value(&events[index]).unwrap();
        assert_eq!(
            value(1),
            json!({
                "at": "2026-03-02T10:00:00+08:00",
                "by": { "officer": {
                    "staff": "W-01", "body": "11640200PDY000028K", "division": "640200",
                } },
                "fact": { "whole": { "accepted": { "on": "2026-03-02" } } },
            })
        );
        assert_eq!(
            value(3)["fact"],
            json!({ "branch": { "item": "fire", "fact": { "accepted": { "on": "2026-03-02" } } } })
        );
        let mut stray = value(3);
        stray["fact"]["branch"]["stray"] = json!(1);
        assert!(JointEvent::from_json(&stray.to_string()).is_err());
    }

    #[test]
    fn a_joint_procedure_is_checked_on_the_way_in() {
        let joint = JointProcedure::try_new(draft()).unwrap();
        let value = serde_json::to_value(&joint).unwrap();
        assert_eq!(serde_json::from_value::<JointProcedure>(value.clone()).unwrap(), joint);
        let mut wrong = value;
        wrong["branches"][0]["needs"] = json!(["sign", "noise"]);
        wrong["branches"][1]["needs"] = json!(["fire"]);
        let error = serde_json::from_value::<JointProcedure>(wrong).unwrap_err().to_string();
        assert_eq!(
            error,
            "joint procedure: branch 1 needs an item that is no branch; \
             joint procedure: branch 1 needs its own result; \
             joint procedure: branch 2 needs its own result; \
             joint procedure: branch 3 needs its own result",
        );
    }

    #[test]
    fn joint_commands_round_trip() {
        for command in [
            whole(Command::Accept),
            to("fire", Command::Grant),
            pass_on("sign"),
            hand_over(),
            JointCommand::Close,
        ] {
            let text = serde_json::to_string(&command).unwrap();
            assert_eq!(serde_json::from_str::<JointCommand>(&text).unwrap(), command);
            let kind = serde_json::to_string(&command.kind()).unwrap();
            assert_eq!(serde_json::from_str::<JointCommandKind>(&kind).unwrap(), command.kind());
        }
    }

    #[test]
    fn no_error_or_debug_of_a_joint_case_shows_a_persons_number() {
        let events = finished().events;
        let shown = format!("{events:?} {:?} {:?}", finished().case, hand_over());
        assert!(!shown.contains("1101051949"));
        let line = events[0].to_json().unwrap();
        let bad = line.replace("111:11010519491231002X", "111:110105194912310021");
        let error = JointEvent::from_json(&bad).unwrap_err();
        assert!(!format!("{error} {error:?} {}", error.zh()).contains("1101051949"));
    }

    #[test]
    #[cfg(feature = "schemars")]
    fn the_schemas_name_every_fact_and_every_field() {
        let schema = serde_json::to_value(schemars::schema_for!(JointEvent)).unwrap();
        let facts = schema["$defs"]["JointFact"]["oneOf"].as_array().unwrap();
        let mut known: Vec<String> = Vec::new();
        for fact in facts {
            let fields = fact.get("properties").and_then(Value::as_object);
            known.extend(fields.into_iter().flat_map(|fields| fields.keys().cloned()));
            known.extend(fact.get("const").and_then(Value::as_str).map(str::to_owned));
            let plain = fact.get("enum").and_then(Value::as_array);
            known.extend(plain.into_iter().flatten().map(|word| word.as_str().unwrap().to_owned()));
        }
        known.sort();
        assert_eq!(
            known,
            ["branch", "closed", "handed-over", "joined", "left-out", "passed-on", "whole"]
        );
        let schema = serde_json::to_value(schemars::schema_for!(JointProcedure)).unwrap();
        let named: Vec<_> = schema["properties"].as_object().unwrap().keys().cloned().collect();
        let joint = JointProcedure::try_new(draft()).unwrap();
        let written = serde_json::to_value(&joint).unwrap();
        for field in written.as_object().unwrap().keys() {
            assert!(named.contains(field), "{field}");
        }
    }
}
