//! The basic directory: what items there are, and items held against it.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::{
    BasicCode, Catalog, Directory, DirectoryItem, ExerciseLevel, Item, ItemFault, ItemState, Rule,
};
use serde_json::{Value, json};

const CODE: &str = "000131900001";

fn catalog() -> Catalog {
    Catalog::from_json(include_str!("data/catalog.json")).unwrap()
}

fn item() -> Item {
    catalog().iter().next().unwrap().clone()
}

/// The directory item that the item of the catalog claims.
fn claimed() -> DirectoryItem {
    let item = item();
    let mut claimed = DirectoryItem::new(item.code().basic(), item.name());
    claimed.basis = item.basis().to_vec();
    claimed.levels.clone_from(&item.levels().exercised);
    claimed.department.clone_from(&item.power().department);
    claimed
}

fn found(items: impl IntoIterator<Item = DirectoryItem>) -> Vec<(Rule, String)> {
    let mut catalog = catalog();
    catalog.set_directory(items.into_iter().collect());
    catalog.check().iter().map(|finding| (finding.rule(), finding.field())).collect()
}

#[test]
fn an_item_that_claims_a_directory_item_as_it_is_breaks_no_rule() {
    assert_eq!(found([claimed()]), []);
    // Where the directory says nothing there is nothing to differ from.
    let mut silent = claimed();
    silent.levels.clear();
    silent.department = None;
    silent.basis.clear();
    assert_eq!(found([silent]), []);
}

#[test]
fn what_differs_from_the_directory_is_found() {
    assert_eq!(found([]), [(Rule::UnifiedElements, "code".into())]);
    let after = |change: &dyn Fn(&mut DirectoryItem)| {
        let mut claimed = claimed();
        change(&mut claimed);
        found([claimed])
    };
    let unified = |field: &str| vec![(Rule::UnifiedElements, field.to_owned())];
    assert_eq!(after(&|claimed| claimed.name = "另一许可".into()), unified("name"));
    let department = Some("另一部门".into());
    assert_eq!(
        after(&|claimed| claimed.department.clone_from(&department)),
        unified("power.department")
    );
    assert_eq!(
        after(&|claimed| claimed.basis[0].article = Some("第九十九条".into())),
        unified("basis")
    );
    assert_eq!(
        after(&|claimed| claimed.levels = vec![ExerciseLevel::Town]),
        [(Rule::UnifiedElements, "levels.exercised".into()), (Rule::LevelInSet, "code".into())]
    );
}

#[test]
fn what_the_directory_ended_needs_a_version_that_says_so() {
    let versions = vec![(Rule::DatedVersions, "version".to_owned())];
    for state in [ItemState::Suspended, ItemState::Cancelled] {
        let mut claimed = claimed();
        claimed.state = state;
        assert_eq!(found([claimed]), versions, "{state:?}");
    }
    let mut ending = claimed();
    ending.ends = Some("2027-01-01".parse().unwrap());
    assert_eq!(found([ending]), versions);
}

#[test]
fn a_main_item_with_sub_items_in_the_directory_is_a_node() {
    let mut draft = item().to_draft();
    draft.code = "11640200PDY00001XK3000131900000".parse().unwrap();
    let main = Item::try_from(draft).unwrap();
    let mut of_main = claimed();
    of_main.code = main.code().basic();
    let check = |directory: Directory| {
        let mut catalog = Catalog::from_items([main.clone()]).unwrap();
        catalog.set_directory(directory);
        catalog.check().iter().map(gov_catalog::Finding::rule).collect::<Vec<_>>()
    };
    assert_eq!(check(Directory::from_iter([of_main.clone()])), []);
    let directory = Directory::from_iter([of_main.clone(), claimed()]);
    assert_eq!(directory.sub_items(of_main.code).count(), 1);
    assert_eq!(check(directory), [Rule::NodesNotHandled]);
}

#[test]
fn of_several_versions_the_newest_stands() {
    let mut next = claimed();
    (next.version, next.name) = (2, "新名称".into());
    for items in [[claimed(), next.clone()], [next, claimed()]] {
        let directory = Directory::from_iter(items);
        assert_eq!(directory.get(BasicCode::from_static(CODE)).unwrap().version, 2);
        assert_eq!(directory.iter().count(), 1);
    }
}

#[test]
fn a_directory_comes_back_from_json() {
    let mut whole = claimed();
    whole.bodies = vec!["县级人民政府示例部门".into()];
    whole.local_code = Some("SZS-1".into());
    whole.effective = Some("2026-01-01".parse().unwrap());
    whole.ends = Some("2027-01-01".parse().unwrap());
    let node = DirectoryItem::new(BasicCode::parse("00013190000Y").unwrap(), "示例（主项）");
    let directory = Directory::from_iter([whole, node]);
    let json = serde_json::to_string(&directory).unwrap();
    assert_eq!(Directory::from_json(&json).unwrap(), directory);
}

#[test]
fn every_fault_of_a_directory_is_told_with_its_path() {
    let told = |value: Value| -> Vec<(String, &'static str)> {
        let faults = Directory::from_json(&value.to_string()).unwrap_err();
        faults.iter().map(|fault: &ItemFault| (fault.path(), fault.code())).collect()
    };
    let item = json!({ "code": CODE, "name": "示例许可", "version": 1, "basis": [] });
    let mut bad = item.clone();
    bad["code"] = json!("0001");
    bad["levels"] = json!(["moon"]);
    bad["effective"] = json!("2027-01-01");
    bad["ends"] = json!("2026-01-01");
    bad["surprise"] = json!(1);
    assert_eq!(
        told(json!({ "directory": [item, item, bad] })),
        [
            ("directory[2]".to_owned(), "same-identifier"),
            ("directory[3].code".to_owned(), "length"),
            ("directory[3].levels[1]".to_owned(), "word"),
            ("directory[3].ends".to_owned(), "ends-before-beginning"),
            ("directory[3]".to_owned(), "unknown-field"),
        ],
    );
    assert_eq!(told(json!([])), [(String::new(), "kind")]);
    let faults = Directory::from_json(r#"{"directory": [{}, {}]}"#).unwrap_err();
    assert_eq!(faults[0].zh(), "目录事项第1项的基本编码：缺少");
}
