//! A theme asks for each paper once, says who asks, and knows the order.
#![cfg(feature = "serde")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::{
    Item, ItemCode, LimitUnit, Material, MaterialDetails, MaterialForm, MaterialKind, Requirement,
    Theme, ThemeFault, ThemeFaultKind, ThemeItem, ThemePlan, TimeLimit,
};
use proptest::prelude::*;

const CODES: [&str; 4] = [
    "11640200PDY00001XK300013190000201",
    "11640200PDY00001XK300013190000202",
    "11640200PDY00001XK300013190000203",
    "11640200PDY00001XK300013190000204",
];

fn code(number: usize) -> ItemCode {
    CODES[number].parse().unwrap()
}

fn item(number: usize, materials: Vec<Material>, days: u16) -> Item {
    let json = include_str!("data/item.json");
    let mut draft = Item::from_json(json).unwrap().to_draft();
    draft.code = code(number);
    draft.name = format!("事项{number}").into();
    draft.materials = materials;
    draft.limits.as_mut().unwrap().decision =
        TimeLimit::try_new(LimitUnit::WorkingDay, days, Some(days / 2)).unwrap();
    Item::try_from(draft).unwrap()
}

fn material(name: &str, requirement: Requirement, form: MaterialForm, originals: u8) -> Material {
    let mut material = Material::new(name);
    (material.requirement, material.form, material.originals) = (requirement, form, originals);
    material
}

fn plan(items: &[(usize, &[usize])]) -> ThemePlan {
    let mut plan = ThemePlan::new("开店");
    for (number, after) in items {
        let mut item = ThemeItem::new(code(*number));
        item.after = after.iter().map(|number| code(*number)).collect();
        plan.items.push(item);
    }
    plan
}

#[test]
fn the_strictest_requirement_the_most_copies_and_both_forms_count() {
    let asked = [
        material("营业执照", Requirement::Optional, MaterialForm::Either, 0),
        material("营业执照", Requirement::Required, MaterialForm::Paper, 2),
        material("营业执照", Requirement::MayFollow, MaterialForm::Electronic, 1),
    ];
    let items: Vec<_> =
        asked.into_iter().zip(0..).map(|(material, n)| item(n, vec![material], 10)).collect();
    let plan = plan(&[(0, &[]), (1, &[]), (2, &[])]);
    let theme = Theme::of(&plan, &items).unwrap();
    let [merged] = &theme.materials()[..] else { panic!() };
    assert_eq!((merged.requirement, merged.originals), (Requirement::Required, 2));
    assert_eq!(merged.forms, [MaterialForm::Paper, MaterialForm::Electronic]);
    assert!(merged.only_when.is_empty());
    let asked: Vec<_> = merged.asked_by.iter().map(|asked| asked.item.name()).collect();
    assert_eq!(asked, ["事项0", "事项1", "事项2"]);
}

#[test]
fn what_is_needed_only_sometimes_stays_so_unless_somebody_always_needs_it() {
    let when = |condition: Option<&str>, requirement| {
        let mut material = material("证明", requirement, MaterialForm::Either, 1);
        material.only_when = condition.map(Into::into);
        vec![material]
    };
    let plan = plan(&[(0, &[]), (1, &[])]);
    let merged = |items: &[Item]| {
        let theme = Theme::of(&plan, items).unwrap();
        let when: Vec<_> = theme.materials()[0].only_when.iter().map(ToString::to_string).collect();
        when
    };
    let sometimes = item(0, when(Some("甲时"), Requirement::Required), 10);
    let other = item(1, when(Some("乙时"), Requirement::Required), 10);
    let always = item(1, when(None, Requirement::Required), 10);
    let milder = item(1, when(None, Requirement::MayFollow), 10);
    assert_eq!(merged(&[sometimes.clone(), other]), ["甲时", "乙时"]);
    assert!(merged(&[sometimes.clone(), always]).is_empty());
    assert_eq!(merged(&[sometimes, milder]), ["甲时"]);
}

#[test]
fn two_names_are_one_paper_only_where_the_plan_says_so() {
    let license = |name: &str| {
        let mut material = material(name, Requirement::Required, MaterialForm::Either, 1);
        let code = "11100000PDY00001X7001".parse().unwrap();
        material.source = gov_catalog::MaterialSource::government(Some(code));
        vec![material]
    };
    let items = [item(0, license("营业执照"), 10), item(1, license("营业执照复印件"), 10)];
    let mut plan = plan(&[(0, &[]), (1, &[])]);
    {
        let theme = Theme::of(&plan, &items).unwrap();
        assert_eq!(theme.materials().len(), 2);
        let alike: Vec<_> =
            theme.alike().iter().map(|(one, other)| format!("{one} {other}")).collect();
        assert_eq!(alike, ["营业执照 营业执照复印件"]);
    }
    plan.same.push(vec!["营业执照".into(), "营业执照复印件".into()]);
    let theme = Theme::of(&plan, &items).unwrap();
    assert_eq!(theme.materials().len(), 1);
    assert!(theme.alike().is_empty());
    assert!(theme.to_markdown().contains("事项1（原名称：营业执照复印件）"));
}

#[test]
fn the_result_of_an_earlier_item_need_not_be_handed_in() {
    let asked = |code: &str| {
        let mut material = material("示例许可证", Requirement::Required, MaterialForm::Either, 1);
        material.source = gov_catalog::MaterialSource::government(Some(code.parse().unwrap()));
        vec![material]
    };
    // The specimen ends in a license of this type.
    let items =
        |code| [item(0, Vec::new(), 10), item(1, asked(code), 10), item(2, asked(code), 10)];
    let own = items("11100000PDY00001X7002");
    let all_wait = plan(&[(0, &[]), (1, &[0]), (2, &[0])]);
    let theme = Theme::of(&all_wait, &own).unwrap();
    assert_eq!(theme.materials()[0].result_of.unwrap().name(), "事项0");
    assert!(theme.to_markdown().contains("无需提交：“事项0”的结果"));
    // One who does not wait must see it; another type of license is another paper.
    let one_waits = plan(&[(0, &[]), (1, &[0]), (2, &[])]);
    assert_eq!(Theme::of(&one_waits, &own).unwrap().materials()[0].result_of, None);
    let other = items("11100000PDY00001X7001");
    assert_eq!(Theme::of(&all_wait, &other).unwrap().materials()[0].result_of, None);
}

#[test]
fn application_forms_become_one_form_and_no_material() {
    let form = |name: &str| {
        let mut form = Material::new(name);
        let mut details = MaterialDetails::default();
        details.kind = Some(MaterialKind::ApplicationForm);
        form.details = Some(Box::new(details));
        vec![form]
    };
    let items = [item(0, form("甲申请书"), 10), item(1, form("乙申请书"), 10)];
    let plan = plan(&[(0, &[]), (1, &[])]);
    let theme = Theme::of(&plan, &items).unwrap();
    assert!(theme.materials().is_empty());
    let names: Vec<_> = theme.form().iter().map(|asked| asked.material.name.to_string()).collect();
    assert_eq!(names, ["甲申请书", "乙申请书"]);
}

#[test]
fn stages_and_the_longest_way_follow_what_waits_for_what() {
    let items: Vec<_> =
        [10, 20, 3, 6].into_iter().zip(0..).map(|(days, n)| item(n, Vec::new(), days)).collect();
    let plan = plan(&[(3, &[2, 1]), (1, &[0]), (0, &[]), (2, &[])]);
    let theme = Theme::of(&plan, &items).unwrap();
    let stages: Vec<Vec<_>> =
        theme.stages().iter().map(|stage| stage.iter().map(|item| item.name()).collect()).collect();
    assert_eq!(stages, [vec!["事项0", "事项2"], vec!["事项1"], vec!["事项3"]]);
    let way = theme.longest_way().unwrap();
    assert_eq!((way.unit, way.statutory, way.promised), (LimitUnit::WorkingDay, 36, 18));
}

#[test]
fn days_of_two_kinds_are_not_added() {
    let mut natural = item(1, Vec::new(), 10).to_draft();
    natural.limits.as_mut().unwrap().decision =
        TimeLimit::try_new(LimitUnit::NaturalDay, 10, None).unwrap();
    let items = [item(0, Vec::new(), 10), Item::try_from(natural).unwrap()];
    let plan = plan(&[(0, &[]), (1, &[])]);
    assert_eq!(Theme::of(&plan, &items).unwrap().longest_way(), None);
}

#[test]
fn the_newest_version_is_taken() {
    let mut newer = item(0, Vec::new(), 10).to_draft();
    newer.version = 9;
    let items = [Item::try_from(newer).unwrap(), item(0, Vec::new(), 10)];
    let plan = plan(&[(0, &[])]);
    assert_eq!(Theme::of(&plan, &items).unwrap().items()[0].version(), 9);
}

#[test]
fn every_fault_of_a_plan_is_told() {
    let items = [item(0, Vec::new(), 10), item(1, Vec::new(), 10)];
    let told = |plan: &ThemePlan| {
        let faults = Theme::of(plan, &items).unwrap_err();
        faults
            .iter()
            .map(|fault| format!("{fault}|{}|{}", fault.zh(), fault.code()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&plan(&[(0, &[2]), (0, &[]), (3, &[])])),
        [
            "item 2: the same as item 1|第2个事项：与第1个事项重复|theme-item-twice",
            "item 3: no item has this code|第3个事项：目录中没有此编码的事项|theme-item-not-found",
            "item 1: waits for an item outside the theme (number 1 of its list)|\
             第1个事项：第1个前置事项不在一件事之内|theme-waits-outside",
        ],
    );
    assert_eq!(
        told(&plan(&[(0, &[1]), (1, &[0])])),
        [
            "theme: items wait for each other in a circle|一件事：事项互为前置，无法排序|theme-circle"
        ],
    );
    assert_eq!(told(&plan(&[(0, &[0])])).len(), 1);
    assert_eq!(told(&plan(&[])), ["theme: no items|一件事：没有事项|theme-empty"]);
    let fault: ThemeFault = Theme::of(&plan(&[(3, &[])]), &items).unwrap_err()[0];
    assert_eq!((fault.item(), fault.kind()), (Some(1), ThemeFaultKind::NotFound));
}

#[test]
fn a_plan_is_read_whole_or_refused_with_every_fault() {
    let mut written = plan(&[(0, &[]), (1, &[0])]);
    written.same.push(vec!["甲".into(), "乙".into()]);
    written.notes.push("备注。".into());
    let json = serde_json::to_string(&written).unwrap();
    assert_eq!(ThemePlan::from_json(&json).unwrap(), written);

    let faults =
        ThemePlan::from_json(r#"{"name": " ", "items": [{"code": "1"}], "x": 1}"#).unwrap_err();
    let told: Vec<_> = faults.iter().map(|fault| (fault.path(), fault.code())).collect();
    assert_eq!(
        told,
        [
            ("name".into(), "blank"),
            ("items[1].code".into(), "length"),
            (String::new(), "unknown-field")
        ],
    );
}

proptest! {
    /// Whatever waits for whatever: an item stands in a later stage than all it
    /// waits for, and a plan without order is refused, never looped over.
    #[test]
    fn an_item_comes_after_all_it_waits_for(edges in proptest::collection::vec((0_usize..4, 0_usize..4), 0..8)) {
        let items: Vec<_> = (0..4).map(|number| item(number, Vec::new(), 10)).collect();
        let after: Vec<Vec<usize>> = (0..4)
            .map(|number| edges.iter().filter(|(from, _)| *from == number).map(|(_, to)| *to).collect())
            .collect();
        let listed: Vec<_> = after.iter().map(Vec::as_slice).zip(0..).map(|(a, n)| (n, a)).collect();
        let plan = plan(&listed);
        // Reachability is the second opinion on circles.
        let mut reach = after.clone();
        for _ in 0..4 {
            reach = reach.iter().map(|to| to.iter().flat_map(|at| reach[*at].iter().chain([at])).copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect()).collect();
        }
        let circle = (0..4).any(|number| reach[number].contains(&number));
        match Theme::of(&plan, &items) {
            Ok(theme) => {
                prop_assert!(!circle);
                let stages = theme.stages();
                let stage = |number: usize| stages.iter().position(|stage| stage.iter().any(|item| item.code() == code(number))).unwrap();
                for (number, waits) in after.iter().enumerate() {
                    prop_assert!(waits.iter().all(|at| stage(*at) < stage(number)));
                }
            }
            Err(_) => prop_assert!(circle),
        }
    }
}
