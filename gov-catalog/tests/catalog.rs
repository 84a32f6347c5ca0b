//! Versions: which one stands when, and what can follow it.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{
    Body, Catalog, ChangeKind, Diff, ExerciseLevel, Item, ItemCode, ItemDraft, ItemState, ItemType,
    Material, PublishError, Rule, ServiceRules,
};
use proptest::prelude::*;

const CATALOG: &str = include_str!("data/catalog.json");
const DIVISIONS: &str = include_str!("data/divisions_shizuishan.tsv");

fn base() -> ItemDraft {
    static BASE: LazyLock<ItemDraft> =
        LazyLock::new(|| Catalog::from_json(CATALOG).unwrap().iter().next().unwrap().to_draft());
    BASE.clone()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn version(number: u32, effective: &str, ends: Option<&str>, state: ItemState) -> Item {
    let mut draft = base();
    (draft.version, draft.state) = (number, state);
    (draft.effective, draft.ends) = (day(effective), ends.map(day));
    Item::try_from(draft).unwrap()
}

fn in_use(number: u32, effective: &str, ends: Option<&str>) -> Item {
    version(number, effective, ends, ItemState::InUse)
}

#[test]
fn a_version_stands_from_its_first_day_until_the_next_one() {
    let items = [
        in_use(1, "2026-01-01", None),
        in_use(2, "2026-06-01", Some("2026-09-01")),
        in_use(4, "2027-01-01", None),
    ];
    let catalog = Catalog::from_items(items).unwrap();
    let code = base().code;
    for (date, expected) in [
        ("2025-12-31", None),
        ("2026-01-01", Some(1)),
        ("2026-05-31", Some(1)),
        ("2026-06-01", Some(2)),
        ("2026-08-31", Some(2)),
        ("2026-09-01", None),
        ("2026-12-31", None),
        ("2027-01-01", Some(4)),
        ("2999-12-31", Some(4)),
    ] {
        let view = catalog.as_of(day(date));
        assert_eq!(view.date(), day(date));
        assert_eq!(view.get(code).map(Item::version), expected, "{date}");
        let all: Vec<_> = view.iter().map(Item::version).collect();
        assert_eq!(all, Vec::from_iter(expected), "{date}");
    }
    assert_eq!(catalog.get(code).unwrap().version(), 4);
    assert_eq!(catalog.version(code, 2).unwrap().effective(), day("2026-06-01"));
    assert!(catalog.version(code, 3).is_none());
    let versions: Vec<_> = catalog.versions(code).map(Item::version).collect();
    assert_eq!(versions, [4, 2, 1]);
    assert_eq!((catalog.len(), catalog.newest().count()), (3, 1));
    let other: ItemCode = "11640200PDY00001XK3000131900002".parse().unwrap();
    assert!(catalog.get(other).is_none() && catalog.versions(other).next().is_none());
}

#[test]
fn what_is_suspended_stands_and_takes_no_new_cases() {
    let items = [
        in_use(1, "2026-01-01", None),
        version(2, "2026-06-01", None, ItemState::Suspended),
        in_use(3, "2027-01-01", None),
    ];
    let catalog = Catalog::from_items(items).unwrap();
    let view = catalog.as_of(day("2026-07-01"));
    assert!(view.get(base().code).is_none());
    assert_eq!(view.standing(base().code).unwrap().version(), 2);
    assert_eq!(view.iter().count(), 0);
    assert!(catalog.as_of(day("2027-01-01")).get(base().code).is_some());
}

#[test]
fn what_cannot_follow_is_refused() {
    let (live, over) = (ItemState::InUse, ItemState::Cancelled);
    for (first, second, expected) in [
        ((2, "2026-01-01", None, live), (2, "2027-01-01"), PublishError::Version),
        ((2, "2026-01-01", None, live), (1, "2027-01-01"), PublishError::Version),
        ((1, "2026-01-01", None, live), (2, "2026-01-01"), PublishError::Overlap),
        ((1, "2026-01-01", None, live), (2, "2025-01-01"), PublishError::Overlap),
        ((1, "2026-01-01", Some("2026-06-01"), live), (2, "2026-05-31"), PublishError::Overlap),
        ((1, "2026-01-01", None, over), (2, "2027-01-01"), PublishError::CodeReused),
    ] {
        let mut catalog = Catalog::default();
        catalog.publish(version(first.0, first.1, first.2, first.3)).unwrap();
        assert_eq!(catalog.publish(in_use(second.0, second.1, None)), Err(expected));
        assert_eq!(catalog.len(), 1, "a refused version leaves no trace");
    }
    let mut catalog = Catalog::default();
    catalog.publish(in_use(1, "2026-01-01", Some("2026-06-01"))).unwrap();
    catalog.publish(in_use(2, "2026-06-01", None)).unwrap();
}

#[test]
fn refusals_speak_both_languages_and_name_their_rule() {
    let table = [
        (PublishError::Version, "version", "the version is not above the published one"),
        (PublishError::Overlap, "overlap", "the period overlaps that of the published version"),
        (
            PublishError::CodeReused,
            "code-reused",
            "the item is cancelled and its code is never given again",
        ),
        (PublishError::Full, "full", "more versions than a catalog can hold"),
    ];
    for (error, code, english) in table {
        assert_eq!((error.code(), error.to_string().as_str()), (code, english));
    }
    assert_eq!(PublishError::CodeReused.zh(), "事项已取消，其编码不得再次使用");
    assert_eq!(PublishError::Overlap.zh(), "有效期与已发布的版本重叠");
    assert_eq!(PublishError::CodeReused.rule(), Some(Rule::OneCodeOneItem));
    assert_eq!(PublishError::Overlap.rule(), Some(Rule::DatedVersions));
}

#[test]
fn every_fault_of_a_catalog_is_told_with_its_position() {
    let item: serde_json::Value = serde_json::from_str(CATALOG).unwrap();
    let (mut good, mut bad) = (item[0].clone(), item[0].clone());
    bad["version"] = 0.into();
    bad["name"] = " ".into();
    let json = serde_json::json!([good, bad, {}]).to_string();
    let faults = Catalog::from_json(&json).unwrap_err();
    let told: Vec<_> = faults.iter().map(|fault| (fault.position(), fault.code())).collect();
    assert_eq!(told[..2], [(2, "blank"), (2, "range")]);
    assert!(told[2..].iter().all(|told| *told == (3, "missing")));

    good["version"] = 2.into();
    let json = serde_json::json!([good, item[0], good]).to_string();
    let faults = Catalog::from_json(&json).unwrap_err();
    let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
    // Version 1 comes first, so that the two of version 2 both follow it.
    assert_eq!(
        told,
        [
            "item 1: the period overlaps that of the published version",
            "item 3: the period overlaps that of the published version",
        ],
    );
    for (json, code) in [("{}", "kind"), ("[", "syntax"), ("[]x", "syntax"), ("1", "kind")] {
        let faults = Catalog::from_json(json).unwrap_err();
        assert_eq!((faults.len(), faults[0].position(), faults[0].code()), (1, 0, code), "{json}");
    }
    assert_eq!(Catalog::from_json("[1]").unwrap_err()[0].to_string(), "item 1: expected a record");
}

#[test]
fn what_is_written_reads_back_in_any_order() {
    let items = [
        in_use(1, "2026-01-01", None),
        in_use(2, "2026-06-01", Some("2026-09-01")),
        in_use(3, "2027-01-01", None),
    ];
    let catalog = Catalog::from_items(items.clone()).unwrap();
    let json = serde_json::to_string(&catalog).unwrap();
    let again = Catalog::from_json(&json).unwrap();
    assert!(again.iter().eq(items.iter()));
    let again: Catalog = serde_json::from_str(&json).unwrap();
    assert!(again.iter().eq(items.iter()));
    let [one, two, three] = items.clone();
    let shuffled = Catalog::from_items([three, one, two]).unwrap();
    assert!(shuffled.iter().eq(items.iter()));
    let error = serde_json::from_str::<Catalog>("[{}]").unwrap_err().to_string();
    assert!(error.starts_with("item 1: code: missing"), "{error}");
}

#[test]
fn items_of_one_catalog_share_their_texts() {
    let item: serde_json::Value = serde_json::from_str(CATALOG).unwrap();
    let mut other = item[0].clone();
    other["code"] = "11640200PDY00001XK3000131900002".into();
    let json = serde_json::json!([item[0], other]).to_string();
    let catalog = Catalog::from_json(&json).unwrap();
    let names: Vec<_> = catalog.iter().map(|item| item.name().as_ptr()).collect();
    assert_eq!(names[0], names[1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is offered, the versions of a code that got in never overlap,
    /// and on every day at most one stands.
    #[test]
    fn periods_never_overlap(
        offered in prop::collection::vec((1_u32..6, 0_u64..40, prop::option::of(1_u64..20)), 0..12),
    ) {
        let start = day("2026-01-01");
        let mut catalog = Catalog::default();
        for (number, first, length) in offered {
            let mut draft = base();
            draft.version = number;
            draft.effective = start + Days::new(first);
            draft.ends = length.map(|length| draft.effective + Days::new(length));
            // Refused or not: the law below holds.
            let _ = catalog.publish(Item::try_from(draft).unwrap());
        }
        let versions: Vec<_> = catalog.iter().collect();
        prop_assert!(versions.is_sorted_by(|one, next| one.version() < next.version()));
        for offset in 0..70 {
            let date = start + Days::new(offset);
            let begun = |item: &&&Item| {
                item.effective() <= date && item.ends().is_none_or(|ends| date < ends)
            };
            // Of the open-ended ones that have begun, the last one stands.
            let expected = versions.iter().rfind(begun).filter(|last| {
                versions.iter().all(|item| item.version() <= last.version() || item.effective() > date)
            });
            let standing = catalog.as_of(date).standing(base().code);
            prop_assert_eq!(standing.map(Item::version), expected.map(|item| item.version()));
        }
    }
}

#[test]
fn five_levels_of_one_item_on_real_divisions() {
    let divisions = DIVISIONS.lines().filter(|line| !line.starts_with('#'));
    let divisions: Vec<DivisionCode> =
        divisions.map(|line| line.split_once('\t').unwrap().0.parse().unwrap()).collect();
    let mut items = Vec::new();
    for (division, body) in divisions.iter().zip(1..) {
        let level = ExerciseLevel::from(division.level());
        // The five levels of the region share one made-up body here.
        let code = format!("11640200PDY00001XK{}000131{:03}001", level.digit(), body);
        let mut draft = base();
        draft.code = code.parse().unwrap();
        draft.division = *division;
        draft.levels.exercised = ExerciseLevel::ALL[1..].to_vec();
        draft.levels.accept = Some(ExerciseLevel::Village);
        draft.levels.decide = Some(level);
        items.push(Item::try_from(draft).unwrap());
    }
    let catalog = Catalog::from_items(items).unwrap();
    assert_eq!(catalog.check(), []);
    let levels: std::collections::BTreeSet<_> =
        catalog.iter().map(|item| item.code().level()).collect();
    assert!(levels.into_iter().eq(ExerciseLevel::ALL[1..].iter().copied()), "2, 3, 4, 5 and 6");
    let city = DivisionCode::from_static("640200");
    let below = catalog.iter().filter(|item| city.contains(item.division())).count();
    assert_eq!(below, divisions.len() - 1, "all but the region itself");
}

#[test]
fn the_line_between_powers_and_services_is_data() {
    let types = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "20", "21"];
    let items = types.map(|digits| {
        let mut draft = base();
        draft.code = format!("11640200PDY00001XK300{digits}31900001").parse().unwrap();
        draft.item_type = draft.code.item_type();
        Item::try_from(draft).unwrap()
    });
    let catalog = Catalog::from_items(items).unwrap();
    let view = catalog.as_of(day("2026-03-01"));
    let services = |rules: &ServiceRules| -> Vec<_> {
        view.services(rules).map(|item| item.item_type().to_string()).collect()
    };
    assert_eq!(services(&ServiceRules::OF_2017), ["01", "04", "05", "07", "20", "21"]);
    assert_eq!(services(&ServiceRules::OF_2022), ["01", "05", "07", "08", "09", "10", "20", "21"],);
    assert_eq!(services(&ServiceRules::new(&[ItemType::PENALTY], false)), ["02"]);
    let powers: Vec<_> = view.powers().map(|item| item.item_type().to_string()).collect();
    assert_eq!(powers, &types[..11]);
}

#[test]
fn a_difference_is_told_element_by_element() {
    let old = base();
    let mut new = base();
    new.version = 2;
    new.effective = day("2027-01-01");
    new.name = "示例证核发".into();
    new.materials.insert(0, Material::new("身份证明"));
    new.materials[1].copies = 2;
    new.materials.remove(3);
    new.steps.swap(1, 2);
    new.service.terminals = None;
    new.fees.rows[0].basis[0].article = Some("第十条".into());
    new.enquiry_phones.push("0952-0000005".into());
    let [old, new] = [old, new].map(|draft| Item::try_from(draft).unwrap());
    let diff = Diff::between(&old, &new);
    let told: Vec<_> =
        diff.changes().iter().map(|change| (change.to_string(), change.zh())).collect();
    let expected = [
        ("name: “示例许可” becomes “示例证核发”", "事项名称（name）：“示例许可”改为“示例证核发”"),
        ("service.terminals: “false” is gone", "办理方式（service.terminals）：删去“false”"),
        (
            "materials[申请书].copies: “0” becomes “2”",
            "申请材料（materials[申请书].copies）：“0”改为“2”",
        ),
        ("materials: “制度清单” is gone", "申请材料（materials）：删去“制度清单”"),
        ("materials: “身份证明” is new", "申请材料（materials）：增加“身份证明”"),
        ("steps: in another order", "办理环节（steps）：次序调整"),
        (
            "fees.rows[工本费].basis: “示例条例 第九条” is gone",
            "收费（fees.rows[工本费].basis）：删去“示例条例 第九条”",
        ),
        (
            "fees.rows[工本费].basis: “示例条例 第十条” is new",
            "收费（fees.rows[工本费].basis）：增加“示例条例 第十条”",
        ),
        ("enquiry_phones: “0952-0000005” is new", "咨询电话（enquiry_phones）：增加“0952-0000005”"),
    ];
    assert_eq!(told, expected.map(|(english, chinese)| (english.to_owned(), chinese.to_owned())));
    assert!(diff.touches_directory(), "the name is unified");
    assert_eq!(diff.changes()[5].kind(), &ChangeKind::Reordered);
    assert!(Diff::between(&old, &old).changes().is_empty());
}

#[test]
fn every_element_has_a_chinese_name_in_a_difference() {
    let item = Item::from_json(include_str!("data/item.json")).unwrap();
    let minimal = Item::from_json(CATALOG.trim().trim_start_matches('[').trim_end_matches(']'));
    let minimal = minimal.unwrap();
    let mut other = minimal.to_draft();
    other.body = Body::new(other.body.code, "另一名称");
    for (old, new) in [(&item, &minimal), (&minimal, &Item::try_from(other).unwrap())] {
        for change in Diff::between(old, new).changes() {
            assert!(!change.zh().starts_with('（'), "{change}");
        }
    }
}
