//! What a joint refusal says, word for word: to programs, to developers, to clerks.

use gov_workflow::*;

/// code, English, Chinese, basis, what would help in English and in Chinese.
type Said = [&'static str; 6];

#[expect(clippy::too_many_lines, reason = "one screen for each language, and no logic")]
fn table() -> Vec<(JointRefusal, Said)> {
    let (position, needs) = (2, 1);
    let art_26 = "行政许可法 art. 26";
    vec![
        (
            JointRefusal::Whole(Refusal::NotExtendable),
            [
                "not-extendable",
                "decision: the time cannot be extended",
                "本事项的办理期限不能延长",
                "行政许可法 art. 42",
                "decide in the time there is",
                "在现有期限内作出决定",
            ],
        ),
        (
            JointRefusal::Branch { position, refusal: Refusal::ReviewMissing },
            [
                "review-missing",
                "branch 2: decision: nobody has reviewed the case",
                "第2项联办事项：本办件尚无审查意见",
                "行政许可法 art. 34",
                "an officer reviews the case and records an opinion",
                "先由审查人员出具审查意见",
            ],
        ),
        (
            JointRefusal::UnknownBranch,
            [
                "unknown-branch",
                "branch: no branch has this item",
                "该事项不在联办事项之内",
                "",
                "name the item of a branch",
                "填写联办事项的事项编码",
            ],
        ),
        (
            JointRefusal::WholeOnly { command: CommandKind::Accept },
            [
                "whole-only",
                "branch: cannot accept for one branch alone",
                "“受理”应对联办件整体进行，不能只对一项",
                art_26,
                "the lead or the applicant does it for all",
                "由牵头部门或者申请人对整体办理",
            ],
        ),
        (
            JointRefusal::BranchOnly { command: CommandKind::Grant },
            [
                "branch-only",
                "joint case: cannot grant for the whole at once",
                "“准予许可”应由各联办事项分别进行",
                "行政许可法 art. 38",
                "each body does it to its branch",
                "由各部门对本部门事项办理",
            ],
        ),
        (
            JointRefusal::NotJoint { command: CommandKind::Deliver },
            [
                "not-joint",
                "joint case: cannot deliver in a joint case",
                "联办件不进行“送达”",
                "",
                "hand over all results together",
                "统一送达全部结果",
            ],
        ),
        (
            JointRefusal::NotJoint { command: CommandKind::Close },
            [
                "not-joint",
                "joint case: cannot close in a joint case",
                "联办件不进行“办结”",
                "",
                "close the joint case as a whole",
                "对联办件办结",
            ],
        ),
        (
            JointRefusal::NotJoint { command: CommandKind::AcceptTolerantly },
            [
                "not-joint",
                "joint case: cannot accept tolerantly in a joint case",
                "联办件不进行“容缺受理”",
                "",
                "nothing: a joint case goes without it",
                "联办件无此环节",
            ],
        ),
        (
            JointRefusal::WrongState { state: JointState::InProgress },
            [
                "wrong-state",
                "joint case: not possible while it is in progress",
                "联办件处于“联办中”，不能进行该操作",
                "",
                "wait until all branches are decided",
                "待全部联办事项作出决定",
            ],
        ),
        (
            JointRefusal::WrongState { state: JointState::Submitted },
            [
                "wrong-state",
                "joint case: not possible while it is submitted",
                "联办件处于“已提交”，不能进行该操作",
                "",
                "the lead accepts the application for all",
                "先由牵头部门统一受理",
            ],
        ),
        (
            JointRefusal::WrongState { state: JointState::Closed },
            [
                "wrong-state",
                "joint case: not possible while it is closed",
                "联办件处于“办结”，不能进行该操作",
                "",
                "nothing: the joint case has gone past this",
                "联办件已过此环节",
            ],
        ),
        (
            JointRefusal::NotBegun { position },
            [
                "not-begun",
                "branch 2: has not begun",
                "第2项联办事项尚未开始",
                "",
                "the lead passes it on when the results are there",
                "待前置结果齐备，由牵头部门告知",
            ],
        ),
        (
            JointRefusal::BegunBefore { position },
            [
                "begun-before",
                "branch 2: has begun before",
                "第2项联办事项已经开始",
                "",
                "go on with the branch",
                "继续办理该事项",
            ],
        ),
        (
            JointRefusal::LeftOut { position },
            [
                "left-out",
                "branch 2: was left out",
                "第2项联办事项已不再办理",
                "",
                "nothing: a new application can be made",
                "可另行申请",
            ],
        ),
        (
            JointRefusal::ResultMissing { position, needs },
            [
                "result-missing",
                "branch 2: waits for the result of branch 1",
                "第2项联办事项须待第1项的结果",
                art_26,
                "branch 1 is decided first",
                "先办理第1项联办事项",
            ],
        ),
        (
            JointRefusal::ResultFailed { position, needs },
            [
                "result-failed",
                "branch 2: branch 1 has ended without the result it needs",
                "第1项未取得结果，第2项联办事项不能准予",
                "",
                "the body refuses the branch, or the applicant takes it back",
                "由该部门不予许可，或者由申请人撤回",
            ],
        ),
        (
            JointRefusal::NotJoined { position },
            [
                "not-joined",
                "joint case: branch 2 is not decided",
                "第2项联办事项尚未作出决定",
                art_26,
                "branch 2 is decided first",
                "先对第2项联办事项作出决定",
            ],
        ),
        (
            JointRefusal::NotIssued { position },
            [
                "not-issued",
                "joint case: the license of branch 2 is not made",
                "第2项联办事项尚未制证",
                art_26,
                "the license of branch 2 is made",
                "先为第2项联办事项制证",
            ],
        ),
        (
            JointRefusal::NotHandedOver,
            [
                "not-handed-over",
                "joint case: its results are not handed over",
                "联办结果尚未送达",
                art_26,
                "hand the results over",
                "先统一送达",
            ],
        ),
        (
            JointRefusal::NoResults,
            [
                "no-results",
                "joint case: there is no result to hand over",
                "联办件没有可送达的结果",
                "",
                "close the joint case",
                "直接办结",
            ],
        ),
        (
            JointRefusal::DecidedBefore { position },
            [
                "decided-before",
                "joint case: branch 2 is decided",
                "第2项联办事项已作出决定",
                "",
                "take back the branches that are open",
                "逐项撤回尚未决定的事项",
            ],
        ),
        (
            JointRefusal::NumberTooLong { longest: 61 },
            [
                "number-too-long",
                "case number: more than 61 characters",
                "办件编号超过61个字符",
                "",
                "give it a shorter number",
                "改用较短的办件编号",
            ],
        ),
    ]
}

#[test]
fn every_joint_refusal_says_what_is_written_here() {
    for (refusal, said) in table() {
        let basis = refusal.basis().map(|basis| basis.to_string()).unwrap_or_default();
        let says = [
            refusal.code().to_owned(),
            refusal.to_string(),
            refusal.zh(),
            basis,
            refusal.remedy(),
            refusal.remedy_zh(),
        ];
        assert_eq!(says, said.map(str::to_owned));
    }
}

#[test]
fn an_explanation_names_the_branch_whose_case_cannot_take_it() {
    let refusal = JointRefusal::Branch { position: 2, refusal: Refusal::ReviewMissing };
    let why = JointExplanation::new(JointCommandKind::Close, Some(refusal));
    assert_eq!(
        why.to_string(),
        "cannot close: branch 2: decision: nobody has reviewed the case (行政许可法 art. 34); \
         possible when: an officer reviews the case and records an opinion",
    );
    let can = JointExplanation::new(JointCommandKind::Close, None);
    assert_eq!((can.to_string().as_str(), can.zh().as_str()), ("can close", "可以办结。"));
}

#[test]
fn an_event_out_of_order_says_so() {
    let at = chrono::DateTime::parse_from_rfc3339("2026-03-02T09:30:00+08:00").unwrap_or_default();
    let event = JointEvent { at, by: Author::Clock, fact: JointFact::Joined };
    let error =
        JointCase::replay([&event]).map_err(|error| (error.code(), error.to_string(), error.zh()));
    let said = (
        "out-of-order",
        "joint case: the event cannot happen to one that is a draft".to_owned(),
        "联办件处于“草稿”，不能发生该事件".to_owned(),
    );
    assert_eq!(error, Err(said));
    let event =
        JointEvent { fact: JointFact::Whole(Fact::Accepted { on: at.date_naive() }), ..event };
    let error =
        JointCase::replay([&event]).map_err(|error| (error.code(), error.to_string(), error.zh()));
    let said = (
        "transition",
        "joint case: Accepted cannot happen to a case that is a draft".to_owned(),
        "联办件处于“草稿”，不能发生“受理”".to_owned(),
    );
    assert_eq!(error, Err(said));
}
