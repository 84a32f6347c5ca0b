//! Every rule of the nine groups, kept and broken.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{
    Audience, Basis, BasisRank, Body, Catalog, CheckSettings, ExerciseLevel, Fees, Finding,
    HandlingChannel, Intermediary, Item, ItemCode, ItemDraft, ItemState, ItemType, LimitUnit, Link,
    LinkKind, OnlineDepth, OutcomeKind, PowerEntry, PowerList, PowerSource, Promptness, Rule,
    Severity, StepKind, TimeLimit,
};

const CITY: &str = "11640200PDY00001XK3000131900001";
const COUNTY: &str = "11640200PDY00001XK4000131900001";

fn base() -> ItemDraft {
    let catalog = Catalog::from_json(include_str!("data/catalog.json")).unwrap();
    catalog.iter().next().unwrap().to_draft()
}

fn code(text: &str) -> ItemCode {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(unit: LimitUnit, statutory: u16, promised: Option<u16>) -> TimeLimit {
    TimeLimit::try_new(unit, statutory, promised).unwrap()
}

/// The same item under another code.
fn copy(text: &str) -> ItemDraft {
    let mut draft = base();
    draft.code = code(text);
    draft.item_type = draft.code.item_type();
    draft.body = Body::new(draft.code.body().unwrap(), draft.body.name.clone());
    if draft.code.level() == ExerciseLevel::County {
        draft.division = DivisionCode::from_static("640202");
    }
    draft
}

fn catalog(drafts: impl IntoIterator<Item = ItemDraft>) -> Catalog {
    let items = drafts.into_iter().map(|draft| Item::try_from(draft).unwrap());
    Catalog::from_items(items).unwrap()
}

/// One change to an item.
type Change = fn(&mut ItemDraft);

/// Rule and field of each finding.
fn told(findings: &[Finding]) -> Vec<(&'static str, String)> {
    findings.iter().map(|finding| (finding.rule().id(), finding.field())).collect()
}

/// The findings about the base item after a change to it.
fn after(change: impl FnOnce(&mut ItemDraft)) -> Vec<(&'static str, String)> {
    let mut draft = base();
    change(&mut draft);
    told(&catalog([draft]).check())
}

#[track_caller]
fn kept(change: impl FnOnce(&mut ItemDraft)) {
    assert_eq!(after(change), []);
}

#[track_caller]
fn broken<const N: usize>(
    expected: [(&'static str, &str); N],
    change: impl FnOnce(&mut ItemDraft),
) {
    assert_eq!(after(change), expected.map(|(rule, field)| (rule, field.to_owned())));
}

#[track_caller]
fn among<const N: usize>(
    expected: [(&'static str, &str); N],
    drafts: impl IntoIterator<Item = ItemDraft>,
) {
    let expected = expected.map(|(rule, field)| (rule, field.to_owned()));
    assert_eq!(told(&catalog(drafts).check()), expected);
}

#[test]
fn the_rules_are_those_of_the_nine_groups() {
    let ids = [
        "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "3.1", "4.1", "4.2", "5.1", "5.2", "5.3", "5.4",
        "5.5", "5.6", "5.7", "5.8", "6.1", "6.2", "7.1", "7.2", "7.3", "7.4", "8.1", "8.2", "9.1",
        "9.2", "9.3",
    ];
    assert_eq!(Rule::ALL.map(Rule::id), ids);
    assert!(Rule::ALL.is_sorted());
    for rule in Rule::ALL {
        assert_eq!(Rule::from_id(rule.id()), Some(rule));
        assert!(!rule.zh().is_empty() && !rule.english().is_empty() && !rule.basis().is_empty());
    }
    assert_eq!(Rule::from_id("9.4"), None);
    let texts: BTreeSet<_> = Rule::ALL.map(Rule::zh).into_iter().collect();
    assert_eq!(texts.len(), Rule::ALL.len());
}

#[test]
fn a_catalog_in_order_has_no_findings() {
    kept(|_| {});
    among([], [base(), copy(COUNTY)]);
    assert!(Catalog::default().check().is_empty());
}

#[test]
fn r1_1_the_same_basic_code_has_the_same_unified_elements() {
    let mut other = copy(COUNTY);
    other.basis.push(Basis::new("示例地方条例"));
    among([], [base(), other]); // Local rules may be added.
    let mut other = copy(COUNTY);
    other.name = "示例许可证核发".into();
    other.basis[0].article = Some("第二条".into());
    other.power.department = Some("自治区示例二厅".into());
    other.levels.exercised.pop();
    let fields = ["basis", "levels.exercised", "name", "power.department"];
    let findings = catalog([base(), other]).check();
    let told: BTreeSet<_> = told(&findings).into_iter().collect();
    assert_eq!(told, fields.map(|field| ("1.1", field.to_owned())).into());
    assert!(findings.iter().all(|f| f.item() == code(COUNTY) && f.other() == Some(code(CITY))));
}

#[test]
fn r1_1_each_unified_element_counts_for_itself() {
    let changes: [(&str, Change); 4] = [
        ("name", |draft| draft.name = "示例许可证核发".into()),
        ("basis", |draft| draft.basis[0].article = Some("第二条".into())),
        ("power.department", |draft| draft.power.department = None),
        ("levels.exercised", |draft| draft.levels.exercised.truncate(2)),
    ];
    for (field, change) in changes {
        let mut other = copy(COUNTY);
        change(&mut other);
        among([("1.1", field)], [base(), other]);
    }
}

#[test]
fn r1_2_each_element_counts_for_itself() {
    let changes: [(&str, Change); 6] = [
        ("conditions", |draft| draft.conditions[0].text = "有更大的固定场所。".into()),
        ("materials", |draft| draft.materials.truncate(3)),
        ("limits", |draft| {
            draft.limits.as_mut().unwrap().decision = days(LimitUnit::WorkingDay, 19, Some(3));
        }),
        ("fees.rows", |draft| draft.fees.rows[0].standard = "每证20元".into()),
        ("intermediaries", |draft| draft.intermediaries[0].name = "检验".into()),
        ("outcome", |draft| draft.outcome.name = "示例证".into()),
    ];
    for (field, change) in changes {
        let mut other = copy(COUNTY);
        change(&mut other);
        among([("1.2", field)], [base(), other]);
    }
}

#[test]
fn r1_2_a_change_is_no_copy_of_a_new_license() {
    let mut new = copy(&format!("{CITY}01"));
    new.name = "示例许可（新办）".into();
    let mut change = copy(&format!("{CITY}02"));
    change.name = "示例许可（变更）".into();
    change.materials.truncate(1);
    among([], [new.clone(), change.clone()]);
    let mut county = copy(&format!("{COUNTY}01"));
    county.name = "示例许可（变更）".into();
    among([("1.2", "materials")], [new, change, county]);
}

#[test]
fn r1_1_handling_items_share_the_name_before_the_brackets() {
    let named = |sequence: &str, name: &str| {
        let mut draft = copy(&format!("{CITY}{sequence}"));
        draft.name = name.into();
        draft
    };
    among([], [named("01", "示例许可（新办）"), named("02", "示例许可（变更）")]);
    among([("1.1", "name")], [named("01", "示例许可（新办）"), named("02", "示例证（变更）")]);
}

#[test]
fn r1_2_copies_differ_only_where_they_may() {
    let mut other = copy(COUNTY);
    other.body.name = "大武口区示例局".into();
    other.windows[0].address = "示例路9号".into();
    other.enquiry_phones[0] = "0952-0000009".into();
    other.limits.as_mut().unwrap().decision = days(LimitUnit::WorkingDay, 20, Some(3));
    other.levels.accept = Some(ExerciseLevel::County);
    other.levels.decide = Some(ExerciseLevel::County);
    other.topics.local_corporate.push("L3".into());
    among([], [base(), other]);

    let mut other = copy(COUNTY);
    other.conditions[0].text = "有更大的固定场所。".into();
    other.materials[1].requirement = gov_catalog::Requirement::Required;
    other.limits.as_mut().unwrap().decision = days(LimitUnit::WorkingDay, 19, Some(3));
    other.fees.rows[0].standard = "每证20元".into();
    other.intermediaries[0].name = "检验".into();
    other.outcome.name = "示例证".into();
    let findings = catalog([base(), other]).check();
    let fields = ["conditions", "fees.rows", "intermediaries", "limits", "materials", "outcome"];
    let told: BTreeSet<_> = told(&findings).into_iter().collect();
    assert_eq!(told, fields.map(|field| ("1.2", field.to_owned())).into());
}

#[test]
fn r2_1_one_body_has_an_item_under_one_code() {
    let mut other = copy("11640200PDY00001XK4000131900001");
    other.division = base().division;
    among([("2.1", "code")], [base(), other.clone()]);
    other.division = DivisionCode::from_static("640202");
    among([], [base(), other]);
    // Two handling items of one name are one too many.
    among([("2.1", "code")], [copy(&format!("{CITY}01")), copy(&format!("{CITY}02"))]);
}

#[test]
fn r2_2_the_level_of_the_code_is_in_the_set() {
    kept(|draft| draft.levels.exercised = vec![ExerciseLevel::City]);
    kept(|draft| draft.levels.exercised = vec![]);
    broken([("2.2", "levels.exercised")], |draft| {
        draft.levels.exercised = vec![ExerciseLevel::County];
    });
}

#[test]
fn r2_3_code_and_columns_agree_or_there_is_no_item() {
    assert!(Item::try_from(base()).is_ok());
    let mut draft = base();
    draft.item_type = ItemType::AWARD;
    let faults = Item::try_from(draft).unwrap_err();
    assert_eq!(faults[0].rule(), Some(Rule::CodeAgrees));
    let mut draft = base();
    draft.body.code = "116402000100150111".parse().unwrap();
    let faults = Item::try_from(draft).unwrap_err();
    assert_eq!(faults[0].rule(), Some(Rule::CodeAgrees));
}

#[test]
fn r3_1_a_case_asks_what_its_version_lists() {
    let first = base();
    let mut second = base();
    second.version = 2;
    second.effective = day("2027-01-01");
    second.materials[0].name = "新申请书".into();
    let catalog = catalog([first, second]);
    let check = |version, asked: &[&str]| told(&catalog.check_case(code(CITY), version, asked));
    assert_eq!(check(1, &["申请书", "营业执照"]), []);
    assert_eq!(check(2, &["新申请书"]), []);
    assert_eq!(check(1, &["营业执照", "新申请书"]), [("3.1", "materials[2]".to_owned())]);
    assert_eq!(check(3, &[]), [("3.1", "version".to_owned())]);
}

#[test]
fn r4_1_no_promise_and_no_step_exceeds_the_law() {
    kept(|draft| draft.steps[2].limit = Some(days(LimitUnit::WorkingDay, 20, None)));
    kept(|draft| draft.steps[4].limit = Some(days(LimitUnit::WorkingDay, 21, None)));
    kept(|draft| draft.steps[2].limit = Some(days(LimitUnit::NaturalDay, 21, None)));
    broken([("4.1", "steps[3]")], |draft| {
        draft.steps[2].limit = Some(days(LimitUnit::WorkingDay, 21, None));
    });
    let mut json = serde_json::to_value(base()).unwrap();
    json["limits"]["decision"]["promised"] = 21.into();
    let faults = Item::from_json(&json.to_string()).unwrap_err();
    assert_eq!(faults[0].rule(), Some(Rule::PromiseWithinLaw));
}

#[test]
fn r4_2_a_license_takes_twenty_working_days_unless_a_law_is_cited() {
    let law = |law: &str| vec![Basis::new(law)];
    let limit = |unit, statutory| days(unit, statutory, Some(3));
    for (unit, statutory, basis, fine) in [
        (LimitUnit::WorkingDay, 20, vec![], true),
        (LimitUnit::WorkingDay, 21, vec![], false),
        (LimitUnit::WorkingDay, 21, law("中华人民共和国行政许可法"), false),
        (LimitUnit::WorkingDay, 21, law("示例条例"), true),
        (LimitUnit::NaturalDay, 20, vec![], false),
        (LimitUnit::NaturalDay, 20, law("示例条例"), true),
    ] {
        let told = after(|draft| {
            draft.limits.as_mut().unwrap().decision = limit(unit, statutory).with_basis(basis);
        });
        assert_eq!(told.is_empty(), fine, "{unit:?} {statutory}");
        assert!(told.iter().all(|told| *told == ("4.2", "limits.decision".to_owned())));
    }
    kept(|draft| {
        draft.limits.as_mut().unwrap().extension = Some(days(LimitUnit::WorkingDay, 10, None));
    });
    broken([("4.2", "limits.extension")], |draft| {
        draft.limits.as_mut().unwrap().extension = Some(days(LimitUnit::WorkingDay, 11, None));
    });
    // Joint handling: 45 and 15.
    for (decision, extension, fine) in [(45, 15, true), (46, 15, false), (45, 16, false)] {
        let told = after(|draft| {
            draft.service.joint_bodies = vec!["示例二局".into()];
            draft.limits.as_mut().unwrap().decision = limit(LimitUnit::WorkingDay, decision);
            draft.limits.as_mut().unwrap().extension =
                Some(days(LimitUnit::WorkingDay, extension, None));
        });
        assert_eq!(told.is_empty(), fine, "{decision} {extension}");
    }
    // Other types have no such limit.
    let mut other = copy("11640200PDY00001XK3000731900001");
    other.limits.as_mut().unwrap().decision = days(LimitUnit::NaturalDay, 60, None);
    among([], [other]);
}

#[test]
fn r5_1_instant_items_and_only_those_promise_the_same_day() {
    for (promptness, promise, fine) in [
        (Some(Promptness::Instant), Some(0), true),
        (Some(Promptness::Instant), Some(1), false),
        (Some(Promptness::Instant), None, false),
        (Some(Promptness::Promised), Some(0), false),
        (Some(Promptness::Promised), Some(1), true),
        (None, Some(0), true),
    ] {
        let told = after(|draft| {
            draft.service.promptness = promptness;
            draft.limits.as_mut().unwrap().decision = days(LimitUnit::WorkingDay, 20, promise);
        });
        assert_eq!(told.is_empty(), fine, "{promptness:?} {promise:?}");
        assert!(told.iter().all(|told| *told == ("5.1", "service.promptness".to_owned())));
    }
}

#[test]
fn r5_2_visits_agree_with_what_is_online() {
    kept(|draft| {
        draft.service.visits = Some(0);
        draft.online.depth = vec![OnlineDepth::Acceptance, OnlineDepth::Result];
    });
    broken([("5.2", "service.visits")], |draft| {
        draft.online.depth = vec![OnlineDepth::Acceptance, OnlineDepth::Result];
    });
    broken([("5.2", "service.visits_reason")], |draft| draft.service.visits_reason = None);
    broken([("5.2", "service.posting")], |draft| {
        draft.service.visits = Some(0);
        draft.online.depth = vec![OnlineDepth::Enquiry];
    });
    kept(|draft| {
        draft.service.visits = Some(0);
        draft.online.depth = vec![];
        draft.service.posting = Some(true);
    });
    kept(|draft| (draft.service.visits, draft.service.visits_reason) = (None, None));
}

#[test]
fn r5_3_a_fee_says_how_it_is_paid() {
    kept(|draft| draft.service.online_payment = Some(false));
    broken([("5.3", "service.online_payment")], |draft| draft.service.online_payment = None);
    broken([("5.3", "service.online_payment")], |draft| {
        draft.fees = Fees::free(draft.fees.basis.clone());
    });
    kept(|draft| {
        draft.fees = Fees::free(draft.fees.basis.clone());
        draft.service.online_payment = None;
    });
}

#[test]
fn r5_4_a_result_has_a_sample() {
    broken([("5.4", "outcome.sample")], |draft| draft.outcome.sample = None);
    kept(|draft| (draft.outcome.sample, draft.outcome.kind) = (None, Some(OutcomeKind::None)));
}

#[test]
fn r5_5_topics_are_for_those_who_can_apply() {
    broken([("5.5", "topics.personal")], |draft| {
        draft.service.audience = vec![Audience::Enterprise];
    });
    broken([("5.5", "topics.corporate")], |draft| {
        draft.service.audience = vec![Audience::NaturalPerson];
    });
    broken([("5.5", "topics.personal")], |draft| {
        (draft.topics.personal, draft.topics.local_personal) = (vec![], vec![]);
    });
    kept(|draft| draft.topics.personal = vec![]); // The region's own topic is one.
    kept(|draft| draft.service.audience = vec![]);
}

#[test]
fn r5_6_a_license_has_a_question_and_five_steps() {
    broken([("5.6", "questions")], |draft| draft.questions.clear());
    for kind in
        [StepKind::Accept, StepKind::Review, StepKind::Decide, StepKind::Deliver, StepKind::Close]
    {
        broken([("5.6", "steps")], |draft| draft.steps.retain(|step| step.kind != kind));
    }
    kept(|draft| draft.steps.retain(|step| step.kind != StepKind::SiteCheck));
    let mut other = copy("11640200PDY00001XK3000731900001");
    other.questions.clear();
    other.steps.truncate(1);
    among([], [other]);
}

#[test]
fn r5_7_telephones_differ_and_have_the_area_code() {
    broken([("5.7", "complaint_phones[2]")], |draft| draft.enquiry_phones.push("12345".into()));
    for (phone, fine) in [
        ("0952-0000009", true),
        ("0951-0000009", false),
        ("0000009", false),
        ("96199", true),
        ("400-0000009", false),
    ] {
        let told = after(|draft| draft.enquiry_phones = vec![phone.into()]);
        assert_eq!(told.is_empty(), fine, "{phone}");
        assert!(told.iter().all(|told| *told == ("5.7", "enquiry_phones[1]".to_owned())));
    }
    // Elsewhere any area code will do, until one is said.
    let mut draft = base();
    draft.division = DivisionCode::from_static("640100");
    draft.enquiry_phones = vec!["0951-0000009".into()];
    draft.complaint_phones = vec!["0951-0000008".into()];
    let elsewhere = catalog([draft]);
    assert!(elsewhere.check().is_empty());
    let mut settings = CheckSettings::default();
    settings.set_area_code(DivisionCode::from_static("640000"), "0953");
    assert_eq!(elsewhere.check_with(&settings).len(), 2);
    settings.set_area_code(DivisionCode::from_static("640100"), "0951");
    assert!(elsewhere.check_with(&settings).is_empty(), "the last word counts");
}

#[test]
fn r6_1_a_fee_rests_on_a_law_or_an_administrative_regulation() {
    for (rank, fine) in [
        (Some(BasisRank::Law), true),
        (Some(BasisRank::AdministrativeRegulation), true),
        (Some(BasisRank::StateCouncilDecision), false),
        (Some(BasisRank::LocalRegulation), false),
        (Some(BasisRank::DepartmentRule), false),
        (Some(BasisRank::LocalGovernmentRule), false),
        (Some(BasisRank::Document), false),
        (None, false),
    ] {
        let told = after(|draft| draft.fees.rows[0].basis[0].rank = rank);
        assert_eq!(told.is_empty(), fine, "{rank:?}");
        assert!(told.iter().all(|told| *told == ("6.1", "fees.rows[1]".to_owned())));
    }
    let mut draft = base();
    draft.fees.rows[0].basis[0].rank = None;
    let unknown = catalog([draft]).check().remove(0);
    assert_eq!(unknown.chinese(), "未注明依据的效力层级，不能确认是否合法");
    let mut draft = base();
    draft.fees.rows[0].basis[0].rank = Some(BasisRank::DepartmentRule);
    let known = catalog([draft]).check().remove(0);
    assert_eq!(known.chinese(), "收费没有法律或者行政法规依据");
}

#[test]
fn r6_2_an_intermediary_rests_on_a_law_a_regulation_or_a_decision() {
    for (rank, fine) in [
        (BasisRank::Law, true),
        (BasisRank::AdministrativeRegulation, true),
        (BasisRank::StateCouncilDecision, true),
        (BasisRank::LocalRegulation, true),
        (BasisRank::DepartmentRule, false),
        (BasisRank::LocalGovernmentRule, false),
        (BasisRank::Document, false),
    ] {
        let told = after(|draft| draft.intermediaries[0].basis[0].rank = Some(rank));
        assert_eq!(told.is_empty(), fine, "{rank:?}");
    }
    broken([("6.2", "intermediaries[2]")], |draft| {
        draft.intermediaries.push(Intermediary::new("评估"));
    });
}

/// The city's item, handed down to the county.
fn handed_down() -> (ItemDraft, ItemDraft) {
    let mut upper = base();
    upper.ends = Some(day("2027-01-01"));
    let mut lower = copy(COUNTY);
    lower.effective = day("2027-01-01");
    lower.power.source = Some(PowerSource::HandedDown);
    lower.links = vec![Link::new(LinkKind::HandedDownFrom, code(CITY))];
    (upper, lower)
}

#[test]
fn r7_1_what_is_handed_down_is_new_below_and_ends_above() {
    let (upper, lower) = handed_down();
    among([], [upper.clone(), lower.clone()]);
    among([], [lower.clone()]); // The upper item may be in another catalog.

    let mut endless = upper.clone();
    endless.ends = None;
    among([("7.3", "ends"), ("7.1", "ends")], [endless, lower.clone()]);

    let mut unlinked = lower.clone();
    unlinked.links.clear();
    among([("7.1", "links")], [upper.clone(), unlinked]);

    let mut own = lower.clone();
    own.power.source = Some(PowerSource::Own);
    among([("7.1", "power.source")], [upper, own]);

    let mut upward = base();
    upward.power.source = Some(PowerSource::HandedDown);
    upward.links = vec![Link::new(LinkKind::HandedDownFrom, code(COUNTY))];
    among([("7.1", "links")], [upward.clone()]);
    let level = "11640200PDY000028K3000131900001";
    upward.links = vec![Link::new(LinkKind::HandedDownFrom, code(level))];
    among([("7.1", "links")], [upward]);
}

#[test]
fn r7_2_an_entrusted_item_says_by_whom_and_is_not_entrusted_on() {
    let entrusted = || {
        let mut draft = copy(COUNTY);
        draft.power.source = Some(PowerSource::EntrustedFromAbove);
        draft.power.entrusted_by = Some("石嘴山市示例局".into());
        draft.power.announcement = Some("示例公告第1号".into());
        draft.links = vec![Link::new(LinkKind::EntrustedFrom, code(CITY))];
        draft
    };
    among([], [base(), entrusted()]);
    let mut unnamed = entrusted();
    unnamed.power.entrusted_by = None;
    among([("7.2", "power.entrusted_by")], [base(), unnamed]);
    let mut silent = entrusted();
    silent.power.announcement = None;
    among([("7.2", "power.announcement")], [base(), silent]);
    let mut principal = base();
    principal.power = entrusted().power;
    among([("7.2", "links")], [principal, entrusted()]);
}

#[test]
fn r7_3_the_old_holder_has_no_item_in_force() {
    let (upper, lower) = handed_down();
    let mut late = upper.clone();
    late.ends = Some(day("2027-01-02"));
    among([("7.3", "ends")], [late, lower.clone()]);
    let mut suspended = upper;
    suspended.ends = None;
    suspended.state = ItemState::Suspended;
    among([], [suspended, lower]);
    for kind in [
        LinkKind::TakenBackFrom,
        LinkKind::BodyChangedFrom,
        LinkKind::LevelChangedFrom,
        LinkKind::MergedFrom,
        LinkKind::SplitFrom,
    ] {
        let mut new = copy(COUNTY);
        new.links = vec![Link::new(kind, code(CITY))];
        let findings = catalog([base(), new]).check();
        // Who is merged or split says so too (2.4); here nobody did.
        let one_way = kind.back().map(|_| ("2.4", "links[1]".to_owned()));
        let expected = [("7.3", "ends".to_owned())].into_iter().chain(one_way);
        assert_eq!(told(&findings), expected.collect::<Vec<_>>(), "{kind:?}");
        assert_eq!((findings[0].item(), findings[0].other()), (code(CITY), Some(code(COUNTY))));
    }
}

#[test]
fn r7_4_acceptance_is_not_above_the_decision() {
    let levels = |accept, decide| {
        after(|draft| (draft.levels.accept, draft.levels.decide) = (accept, decide))
    };
    for accept in ExerciseLevel::ALL {
        for decide in ExerciseLevel::ALL {
            let fine = accept >= decide;
            assert_eq!(
                levels(Some(accept), Some(decide)).is_empty(),
                fine,
                "{accept:?} {decide:?}"
            );
        }
    }
    assert_eq!(levels(None, Some(ExerciseLevel::City)), [("7.4", "levels.accept".to_owned())]);
    assert_eq!(levels(Some(ExerciseLevel::City), None), [("7.4", "levels.decide".to_owned())]);
    let mut penalty = copy("11640200PDY00001XK3000231900001");
    (penalty.levels.accept, penalty.levels.decide) = (None, None);
    penalty.enforcement.punishment = Some("警告".into());
    among([], [penalty]);
}

#[test]
fn r8_1_every_power_has_a_parent_in_the_list() {
    broken([("8.1", "power.parent")], |draft| draft.power.parent = None);
    let mut catalog = catalog([base()]);
    catalog.set_power_list(PowerList::default());
    assert_eq!(told(&catalog.check()), [("8.1", "power.parent".to_owned())]);
    let power = PowerEntry::new("QL-0900", "示例许可", ItemType::LICENSE);
    catalog.set_power_list(PowerList::from_iter([power]));
    assert!(catalog.check().is_empty());
    let mut service = copy("11640200PDY00001XK3002031900001");
    (service.power.parent, service.power.source) = (None, None);
    among([], [service]);
}

#[test]
fn r8_2_a_power_that_leaves_the_list_ends_its_items() {
    let mut power = PowerEntry::new("QL-0900", "示例许可", ItemType::LICENSE);
    power.from = Some(day("2026-03-01"));
    power.until = Some(day("2027-01-01"));
    let check = |drafts: Vec<ItemDraft>| {
        let mut catalog = catalog(drafts);
        catalog.set_power_list(PowerList::from_iter([power.clone()]));
        told(&catalog.check())
    };
    assert_eq!(check(vec![base()]), [("8.2", "version".to_owned())]);
    let mut ended = base();
    ended.ends = Some(day("2027-01-01"));
    assert_eq!(check(vec![ended.clone()]), []);
    let mut cancelled = base();
    (cancelled.version, cancelled.state) = (2, ItemState::Cancelled);
    cancelled.effective = day("2027-01-01");
    assert_eq!(check(vec![base(), cancelled]), []);
    ended.effective = day("2026-02-28");
    assert_eq!(check(vec![ended]), [("8.2", "version".to_owned())]);
}

#[test]
fn r9_1_nodes_of_the_directory_are_not_handled() {
    let handling = |sequence: &str| {
        let mut draft = copy(&format!("{CITY}{sequence}"));
        draft.name = format!("示例许可（第{sequence}项）").into();
        draft
    };
    among([], [handling("01"), handling("02")]);
    let findings = catalog([base(), handling("01")]).check();
    assert_eq!(told(&findings), [("9.1", "code".to_owned())]);
    assert_eq!(findings[0].item(), code(CITY));
    // A handling item of the same name is a part of it, not a second code.
    among([("9.1", "code")], [base(), copy(&format!("{CITY}01"))]);
    let main = copy("11640200PDY00001XK3000131900000");
    among([("9.1", "code")], [main.clone(), base()]);
    among([], [main]);
    assert!(ItemCode::parse("11640200PDY00001XK300013190000Y").is_err());
}

#[test]
fn r9_2_what_one_applies_for_has_materials() {
    broken([("9.2", "materials")], |draft| draft.materials.clear());
    let mut levy = copy("11640200PDY00001XK3000431900001");
    levy.materials.clear();
    (levy.enforcement.levy, levy.enforcement.reducible) = (Some("示例费".into()), Some(true));
    among([], [levy]);
}

#[test]
fn r9_3_lists_are_sorted_and_have_no_repeats() {
    broken([("9.3", "service.audience")], |draft| {
        draft.service.audience = vec![Audience::Enterprise, Audience::NaturalPerson];
    });
    broken([("9.3", "service.channels")], |draft| {
        draft.service.channels = vec![HandlingChannel::Window; 2];
    });
    broken([("9.3", "service.area")], |draft| {
        draft.service.area = vec![gov_catalog::HandlingArea::Nation; 2];
    });
    broken([("9.3", "online.depth")], |draft| draft.online.depth.reverse());
    broken([("9.3", "levels.exercised")], |draft| draft.levels.exercised.reverse());
    broken([("9.3", "topics.corporate")], |draft| draft.topics.corporate.reverse());
    broken([("9.3", "topics.personal")], |draft| draft.topics.personal = vec!["1".into(); 2]);
    broken([("9.3", "topics.local_personal")], |draft| {
        draft.topics.local_personal = vec!["2".into(), "1".into()];
    });
    broken([("9.3", "topics.local_corporate")], |draft| {
        draft.topics.local_corporate = vec!["2".into(), "1".into()];
    });
}

#[test]
fn a_rule_is_set_aside_for_a_reason_that_stays_in_the_report() {
    let mut draft = base();
    draft.outcome.sample = None;
    let catalog = catalog([draft]);
    let mut settings = CheckSettings::default();
    settings.set_aside(code(CITY), Rule::SampleOfResult, "证照样式尚未公布");
    settings.set_aside(code(COUNTY), Rule::Telephones, "无关");
    settings.set_severity(Rule::SampleOfResult, Severity::Error);
    let findings = catalog.check_with(&settings);
    let [finding] = findings.as_slice() else { panic!() };
    assert_eq!(finding.set_aside(), Some("证照样式尚未公布"));
    assert_eq!(finding.severity(), Severity::Error);
    assert_eq!(
        finding.to_string(),
        format!(
            "5.4 error: item {CITY}, version 1, outcome.sample: the result has no sample (set aside)"
        ),
    );
    assert_eq!(
        finding.zh(),
        format!(
            "【5.4 错误】事项{CITY}第1版的结果样本：办理结果没有样本（不适用：证照样式尚未公布）"
        ),
    );
}

#[test]
fn items_out_of_use_and_older_versions_are_left_alone() {
    let mut first = base();
    first.outcome.sample = None;
    let mut second = base();
    second.version = 2;
    second.effective = day("2027-01-01");
    among([], [first.clone(), second]);
    first.state = ItemState::Suspended;
    among([], [first]);
}

#[test]
fn a_finding_says_which_item_it_disagrees_with() {
    let mut other = copy(COUNTY);
    other.outcome.name = "示例证".into();
    let finding = catalog([base(), other]).check().remove(0);
    assert_eq!(
        finding.to_string(),
        format!(
            "1.2 error: item {COUNTY}, version 1, outcome: \
             differs from the uppermost copy of the same item (see item {CITY})"
        ),
    );
    assert!(finding.zh().ends_with(&format!("（对照事项{CITY}）")));
    let json = serde_json::to_value(&finding).unwrap();
    assert_eq!((json["rule"].as_str(), json["field"].as_str()), (Some("1.2"), Some("outcome")));
}
