//! What can be published as a procedure.

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
use town::{draft, name};

fn faults(change: impl FnOnce(&mut ProcedureDraft)) -> Vec<ProcedureFault> {
    let mut draft = draft();
    change(&mut draft);
    Procedure::try_new(draft).err().unwrap_or_default()
}

fn guide() -> Basis {
    Basis::new("示例许可", "办事指南")
}

#[test]
fn the_licensing_law_is_the_default() {
    let procedure = Procedure::try_new(draft()).unwrap();
    let limits =
        [Some(procedure.supplement_notice()), Some(procedure.decision()), procedure.delivery()];
    let said = limits.map(|limit| {
        let Limit { days, unit, basis, .. } = limit.unwrap();
        (*days, *unit, basis.to_string())
    });
    let days = |days, article| (days, LimitUnit::WorkingDay, format!("行政许可法 art. {article}"));
    assert_eq!(said, [days(5, 32), days(20, 42), days(10, 44)]);
    assert_eq!(procedure.promised(Clock::Decision), None);
    assert!(!procedure.is_instant());
    assert_eq!(procedure.clone().into_draft(), draft());
}

#[test]
fn a_promise_never_outlasts_the_law() {
    let promise = |days| Limit::promised(Clock::Decision, days, guide());
    for days in [0, 1, 19, 20] {
        assert_eq!(faults(|draft| draft.promised.push(promise(days))), []);
    }
    let longer = [ProcedureFault::PromiseLonger { clock: Clock::Decision }];
    assert_eq!(faults(|draft| draft.promised.push(promise(21))), longer);
    // Twenty natural days are never longer than twenty working days; the reverse is not so.
    let natural = Limit { unit: LimitUnit::NaturalDay, ..promise(20) };
    assert_eq!(faults(|draft| draft.promised.push(natural)), []);
    let reverse = faults(|draft| {
        draft.decision.unit = LimitUnit::NaturalDay;
        draft.promised.push(promise(20));
    });
    assert_eq!(reverse, longer);
    let milder = Limit { start_rule: StartRule::DayAfterWorkingDay, ..promise(20) };
    assert_eq!(faults(|draft| draft.promised.push(milder)), longer);
    let of_nothing = faults(|draft| {
        draft.delivery = None;
        draft.promised.push(Limit::promised(Clock::Delivery, 1, guide()));
    });
    assert_eq!(of_nothing, [ProcedureFault::PromiseLonger { clock: Clock::Delivery }]);
}

#[test]
fn the_licensing_law_gives_no_more_than_it_gives() {
    let beyond = |clock| [ProcedureFault::BeyondLaw { clock }];
    assert_eq!(faults(|draft| draft.supplement_notice.days = 6), beyond(Clock::SupplementNotice));
    assert_eq!(faults(|draft| draft.decision.days = 21), beyond(Clock::Decision));
    let delivery = faults(|draft| draft.delivery.as_mut().unwrap().days = 11);
    assert_eq!(delivery, beyond(Clock::Delivery));
    // Another law may give more, and some give less.
    let other = Basis::new("中华人民共和国示例法", "17");
    assert_eq!(other.to_string(), "示例法 art. 17");
    assert_eq!(faults(|draft| draft.decision = Limit::statutory(Clock::Decision, 60, other)), []);
    assert_eq!(faults(|draft| draft.supplement_notice.days = 1), []);
}

#[test]
fn a_limit_stands_in_its_own_field() {
    let misplaced = |clock| [ProcedureFault::Misplaced { clock }];
    let swapped = faults(|draft| draft.decision = Limit::delivery());
    assert_eq!(swapped, misplaced(Clock::Decision));
    let promised = Limit::promised(Clock::Decision, 20, guide());
    assert_eq!(faults(|draft| draft.decision = promised.clone()), misplaced(Clock::Decision));
    assert_eq!(faults(|draft| draft.promised.push(Limit::decision())), misplaced(Clock::Decision));
    let twice = faults(|draft| draft.promised = vec![promised.clone(), promised]);
    assert_eq!(twice, misplaced(Clock::Decision));
}

#[test]
fn all_faults_are_told_at_once() {
    let found = faults(|draft| {
        draft.version = 0;
        draft.name = " ".to_owned();
        draft.materials.push(GuideMaterial { name: name("照片"), required: true });
        draft.on_site_officers = Some(1);
    });
    let expected = [
        ProcedureFault::VersionZero,
        ProcedureFault::NameMissing,
        ProcedureFault::MaterialRepeated { position: 4 },
        ProcedureFault::OneOfficer,
    ];
    assert_eq!(found, expected);
}

#[test]
fn faults_are_told_in_both_languages() {
    let clock = Clock::Decision;
    for (fault, code, english, zh) in [
        (
            ProcedureFault::VersionZero,
            "version-zero",
            "procedure: versions are numbered from 1",
            "办理规程：版本应从1开始编号",
        ),
        (
            ProcedureFault::ItemCode,
            "item-code",
            "procedure: the code of the item is not visible ASCII",
            "办理规程：事项编码不合格式",
        ),
        (
            ProcedureFault::NameMissing,
            "name-missing",
            "procedure: the name of the item is missing",
            "办理规程：缺少事项名称",
        ),
        (
            ProcedureFault::Misplaced { clock },
            "misplaced",
            "procedure: the limit for decision is one of another kind",
            "办理规程：“作出决定”栏填了其他种类的时限",
        ),
        (
            ProcedureFault::BeyondLaw { clock: Clock::SupplementNotice },
            "beyond-law",
            "procedure: the limit for notice of what is missing is longer than the law it names",
            "办理规程：“一次性告知补正”的时限超过所引法律的规定",
        ),
        (
            ProcedureFault::PromiseLonger { clock },
            "promise-longer",
            "procedure: the time promised for decision can outlast the statutory one",
            "办理规程：“作出决定”的承诺时限可能超过法定时限",
        ),
        (
            ProcedureFault::MaterialName { position: 2 },
            "material-name",
            "procedure: material 2 has no proper name",
            "办理规程：第2项材料的名称不合格式",
        ),
        (
            ProcedureFault::MaterialRepeated { position: 2 },
            "material-repeated",
            "procedure: material 2 has the name of an earlier one",
            "办理规程：第2项材料与前面的材料同名",
        ),
        (
            ProcedureFault::WindowElsewhere { position: 1 },
            "window-elsewhere",
            "procedure: window division 1 lies outside the procedure's division",
            "办理规程：第1个受理区划不在本事项行政区划之内",
        ),
        (
            ProcedureFault::OneOfficer,
            "one-officer",
            "procedure: a check on site takes two officers at least",
            "办理规程：实地核查应有两名以上工作人员",
        ),
        (
            ProcedureFault::NoLimits,
            "no-limits",
            "procedure: the item has no limits",
            "办理规程：该事项没有办理时限",
        ),
        (
            ProcedureFault::NotAppliedFor,
            "not-applied-for",
            "procedure: nobody applies for an item of this type",
            "办理规程：该类事项不是依申请办理的事项",
        ),
    ] {
        assert_eq!((fault.code(), fault.to_string().as_str()), (code, english));
        assert_eq!(fault.zh(), zh);
    }
}

#[test]
fn names_are_what_they_say() {
    assert_eq!(CaseNumber::parse(&"9".repeat(64)).unwrap().to_string().len(), 64);
    for (text, position, code) in
        [("", 1, "empty"), (" 1", 1, "character"), ("1号", 2, "character"), ("1\n", 2, "character")]
    {
        let error = StaffId::parse(text).unwrap_err();
        assert_eq!((error.position(), error.code()), (position, code), "{text:?}");
    }
    let long = ItemCode::parse(&"9".repeat(65)).unwrap_err();
    assert_eq!(long.to_string(), "item code: more than 64 characters");
    assert_eq!((long.zh().as_str(), long.position()), ("事项编码超过64个字符", 65));
    for (text, position) in
        [(" 照片", 1), ("照片 ", 3), ("照\n片", 2), ("照片\u{3000}", 3), ("\t照片", 1)]
    {
        let error = MaterialName::parse(text).unwrap_err();
        assert_eq!((error.position(), error.code()), (position, "character"), "{text:?}");
        assert_eq!(
            error.to_string(),
            format!("material name: character {position} is not allowed there")
        );
        assert_eq!(error.zh(), format!("材料名称第{position}个字符不能用在那里"));
    }
    assert!(MaterialName::parse("身份证 复印件（正反面）").is_ok());
    assert!(MaterialName::parse(&"表".repeat(200)).is_ok());
    assert!(MaterialName::parse(&"表".repeat(201)).is_err());
    assert_eq!(
        MaterialName::parse("").unwrap_err().to_string(),
        "material name: the text is empty"
    );
    assert_eq!(MaterialName::parse("").unwrap_err().zh(), "材料名称为空");
}

#[test]
fn the_extension_and_the_special_procedures_keep_to_the_law() {
    let faults = |change: &dyn Fn(&mut ProcedureDraft)| {
        let mut draft = draft();
        change(&mut draft);
        Procedure::try_new(draft).err().unwrap_or_default()
    };
    let more = |days, basis: Basis| {
        faults(&|draft| {
            let basis = basis.clone();
            draft.extension = Some(Extension { days, approver: None, basis });
        })
    };
    let beyond = [ProcedureFault::ExtensionBeyondLaw];
    assert_eq!(more(10, Basis::licensing_law(42)), []);
    assert_eq!(more(11, Basis::licensing_law(42)), beyond);
    assert_eq!(more(60, Basis::new("示例条例", "7")), []);
    let joint = |days| {
        faults(&|draft| {
            draft.decision = Limit { days, ..Limit::joint_decision() };
            draft.extension = Some(Extension::joint_decision(town::HALL));
        })
    };
    assert_eq!((joint(45), joint(46).len()), (vec![], 1));
    assert_eq!(more(16, Extension::joint_decision(town::HALL).basis), beyond);
    assert_eq!(more(15, Extension::joint_decision(town::HALL).basis), []);

    let special = |grounds: Vec<PauseGround>| {
        faults(&|draft| {
            let special =
                |ground: &PauseGround| SpecialProcedure { ground: ground.clone(), days: None };
            draft.special_procedures = grounds.iter().map(special).collect();
        })
    };
    let law = |name: &'static str| PauseGround::SpecialLaw { basis: Basis::new(name, "7") };
    assert_eq!(special(vec![PauseGround::Tender, law("示例条例"), law("其他条例")]), []);
    let found = special(vec![
        PauseGround::Tender,
        PauseGround::Hearing,
        law("行政许可法"),
        PauseGround::Tender,
    ]);
    let said = [
        (
            "hearing-listed",
            "procedure: special procedure 2 is a hearing, which needs no listing",
            "办理规程：第2项特别程序为听证，无须列出",
        ),
        (
            "not-in-closed-list",
            "procedure: special procedure 3 is not in the law it names",
            "办理规程：第3项特别程序不在所引法律规定之内",
        ),
        (
            "special-procedure-repeated",
            "procedure: special procedure 4 stands there before",
            "办理规程：第4项特别程序与前面的重复",
        ),
    ];
    assert_eq!(found.len(), said.len());
    for (fault, (code, english, zh)) in found.iter().zip(said) {
        assert_eq!(
            (fault.code(), fault.to_string().as_str(), fault.zh().as_str()),
            (code, english, zh)
        );
    }
    let [beyond] = beyond;
    assert_eq!(beyond.code(), "extension-beyond-law");
    assert_eq!(beyond.to_string(), "procedure: the extension is longer than the law it names");
    assert_eq!(beyond.zh(), "办理规程：可延长的期限超过所引法律的规定");
}

#[test]
fn what_a_track_opens_is_checked_too() {
    let mut draft = variants::promising();
    let track = draft.promise.as_mut().unwrap();
    track.instead_of = ["婚姻证明", "租赁合同"].map(name).into();
    track.check = Limit::decision();
    draft.sensitive = [SensitiveField::Safety].into();
    draft.steps = vec![String::new(), "初审".to_owned(), "初审".to_owned()];
    draft.first_review = Some(FirstReview::for_body(draft.body));
    draft.late_supplement = LateSupplement::RefusedAfter { days: 2 };
    (draft.limited, draft.selection) = (true, Some(Selection::Tender));
    draft.inspectors = Some(1);
    draft.fee = Some(Fee { fen: Some(0), basis: Basis::new("示例收费条例", "5") });
    let said = [
        ("step-name", "step 1 of the review has no proper name", "第1个审查环节的名称不合格式"),
        (
            "step-repeated",
            "step 3 of the review has the name of an earlier one",
            "第3个审查环节与前面的环节同名",
        ),
        (
            "promise-excluded",
            "an item of safety, health, ecology or finance is not had on a promise",
            "直接关系安全、健康、生态、金融的事项不适用告知承诺",
        ),
        (
            "misplaced",
            "the limit for check of the promise is one of another kind",
            "“核查承诺”栏填了其他种类的时限",
        ),
        (
            "promise-not-in-guide",
            "material 1 that the promise stands for is not in the guide",
            "承诺替代的第1项材料不在办事指南之内",
        ),
        (
            "upper-is-same",
            "the body that reviews first cannot be the one that decides",
            "初审机关与决定机关不能相同",
        ),
        (
            "refused-below",
            "a body that reviews first refuses nothing that comes late",
            "初审机关不得因逾期作出不予许可决定",
        ),
        (
            "limited-and-selected",
            "whom a selection chooses is not served in the order of acceptance",
            "以招标、拍卖、考试决定的事项不按受理先后顺序办理",
        ),
        (
            "one-inspector",
            "a technical check takes two officers at least",
            "检验、检测、检疫应有两名以上工作人员",
        ),
        (
            "fee-without-law",
            "a fee is more than nothing and cites the law that allows it",
            "收费应大于零，并引用准许收费的法律、行政法规",
        ),
    ];
    let found: Vec<_> = Procedure::try_new(draft)
        .unwrap_err()
        .iter()
        .map(|fault| (fault.code(), fault.to_string(), fault.zh()))
        .collect();
    let expected = said.map(|(code, english, zh)| {
        (code, format!("procedure: {english}"), format!("办理规程：{zh}"))
    });
    assert_eq!(found, expected);
    let mut tolerant = variants::reporting();
    tolerant.tolerance = town::tolerant(LateOutcome::Refused).procedure().tolerance().cloned();
    assert_eq!(Procedure::try_new(tolerant.clone()), Err(vec![ProcedureFault::RefusedBelow]));
    tolerant.tolerance.as_mut().unwrap().outcome = LateOutcome::AcceptanceRevoked;
    assert!(Procedure::try_new(tolerant).is_ok());
    let mut promised = variants::promising();
    promised.promise.as_mut().unwrap().check.origin = Origin::Promised;
    let misplaced = ProcedureFault::Misplaced { clock: Clock::PromiseCheck };
    assert_eq!(Procedure::try_new(promised), Err(vec![misplaced]));
}
