//! A code once given is never given again.
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::{
    BasicCode, CodeRegistry, ExerciseLevel, ImplementationCode, ItemType, MintError, Source,
    SubItem,
};

fn implementation() -> ImplementationCode {
    "11640200PDY00001XK3000131900001".parse().unwrap()
}

#[test]
fn numbers_go_up_and_gaps_stay() {
    let mut registry = CodeRegistry::default();
    let given: BasicCode = "000131005007".parse().unwrap();
    registry.record_basic(given).unwrap();
    assert_eq!(registry.record_basic(given), Err(MintError::Given));
    let next = registry.next_main_item(Source::Nation, ItemType::LICENSE, 31).unwrap();
    assert_eq!(next.as_str(), "000131006000");
    let next = registry.next_sub_item(given).unwrap();
    assert_eq!(next.as_str(), "000131005008");
    let next = registry.next_main_item(Source::Nation, ItemType::LICENSE, 30).unwrap();
    assert_eq!(next.as_str(), "000130001000", "another department counts for itself");
    let ningxia = Source::Province("640000".parse().unwrap());
    let next = registry.next_main_item(ningxia, ItemType::LICENSE, 31).unwrap();
    assert_eq!(next.as_str(), "640131001000");
    let undivided = registry.next_sub_item("000131006001".parse().unwrap());
    assert_eq!(undivided, Err(MintError::Undivided));
    let node: BasicCode = "00013100700Y".parse().unwrap();
    registry.record_basic(node).unwrap();
    let first = registry.next_sub_item(node).unwrap().sub_item();
    assert!(matches!(first, SubItem::Number(number) if number.get() == 1));
}

#[test]
fn numbers_run_out_rather_than_around() {
    let mut registry = CodeRegistry::default();
    registry.record_basic("000131999999".parse().unwrap()).unwrap();
    let main = registry.next_main_item(Source::Nation, ItemType::LICENSE, 31);
    assert_eq!(main, Err(MintError::Exhausted));
    let sub = registry.next_sub_item("000131999999".parse().unwrap());
    assert_eq!(sub, Err(MintError::Exhausted));
    assert_eq!(
        registry.next_main_item(Source::Nation, ItemType::LICENSE, 100),
        Err(MintError::Parts),
    );
    let sequences: Vec<_> =
        (1..=99).map(|_| registry.next_handling(implementation()).unwrap().sequence()).collect();
    assert!(sequences.into_iter().eq(1..=99));
    assert_eq!(registry.next_handling(implementation()), Err(MintError::Exhausted));
}

#[test]
fn an_implementation_code_is_given_once() {
    let mut registry = CodeRegistry::default();
    let body = implementation().body().unwrap();
    let basic = implementation().basic();
    let code = registry.implement(body, ExerciseLevel::City, basic).unwrap();
    assert_eq!(code, implementation());
    assert!(registry.has(code.into()));
    assert_eq!(registry.implement(body, ExerciseLevel::City, basic), Err(MintError::Given));
    assert!(registry.implement(body, ExerciseLevel::County, basic).is_ok());
    let node = registry.implement(body, ExerciseLevel::City, "00013190000Y".parse().unwrap());
    assert_eq!(node, Err(MintError::DirectoryNode));
}

#[test]
#[cfg(feature = "serde")]
fn the_codes_of_cancelled_items_count() {
    use gov_catalog::{Catalog, Item, ItemCode, ItemState};

    let catalog = Catalog::from_json(include_str!("data/catalog.json")).unwrap();
    let mut draft = catalog.iter().next().unwrap().to_draft();
    draft.code = format!("{}07", implementation()).parse().unwrap();
    draft.state = ItemState::Cancelled;
    let catalog = Catalog::from_items([Item::try_from(draft).unwrap()]).unwrap();
    let mut registry = CodeRegistry::of(&catalog);
    let again: ItemCode = format!("{}07", implementation()).parse().unwrap();
    assert_eq!(registry.record(again), Err(MintError::Given));
    assert_eq!(registry.next_handling(implementation()).unwrap().sequence(), 8);
}

#[test]
fn errors_speak_both_languages() {
    let table = [
        (MintError::Given, "given", "编码已经使用过，不得再次使用"),
        (MintError::Exhausted, "exhausted", "顺序号已用完"),
        (MintError::Undivided, "undivided", "主项登记为不设子项"),
        (MintError::DirectoryNode, "directory-node", "目录节点不能实施"),
        (MintError::Parts, "parts", "各段不能组成编码"),
    ];
    for (error, code, chinese) in table {
        assert_eq!((error.code(), error.zh()), (code, chinese));
    }
}
