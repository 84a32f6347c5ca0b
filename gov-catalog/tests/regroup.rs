//! Items become one, an item becomes several: new codes, old ones closed, links
//! both ways.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use chrono::NaiveDate;
use gov_catalog::{
    BasicCode, Catalog, CodeRegistry, Diff, ExerciseLevel, Item, ItemCode, ItemDraft, ItemState,
    LinkKind, MintError, MoveRefusal, PublishError, Rule,
};

const ONE: &str = "11640200PDY00001XK3000131900001";
const OTHER: &str = "11640200PDY00001XK3000131900003";
const THIRD: &str = "11640200PDY00001XK3000131007000";

fn code(text: &str) -> ItemCode {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The item of the specimen's catalog under another code and name.
fn draft(code: ItemCode, name: &str) -> ItemDraft {
    let catalog = Catalog::from_json(include_str!("data/catalog.json")).unwrap();
    let mut draft = catalog.iter().next().unwrap().to_draft();
    (draft.code, draft.name, draft.item_type) = (code, name.into(), code.item_type());
    draft
}

fn catalog(codes: &[&str]) -> Catalog {
    let items = codes.iter().map(|text| {
        let name = format!("示例许可{}", text.get(19..).unwrap());
        Item::try_from(draft(code(text), &name)).unwrap()
    });
    Catalog::from_items(items).unwrap()
}

fn basic(text: &str) -> BasicCode {
    BasicCode::parse(text).unwrap()
}

#[test]
fn two_items_become_one_under_a_code_that_was_never_given() {
    let mut catalog = catalog(&[ONE, OTHER]);
    let mut registry = CodeRegistry::of(&catalog);
    let (on, eve) = (day("2027-01-01"), day("2026-12-31"));
    let merged = draft(code(ONE), "示例统一许可");
    let parents = [code(ONE), code(OTHER)];
    let merging = catalog.merge(&mut registry, &parents, merged, None, on).unwrap();
    assert_eq!(catalog.len(), 2, "nothing happens before it is applied");
    // Sub-items of one main item become the next sub-item.
    let new = merging.versions()[0].code();
    assert_eq!(new.as_str(), "11640200PDY00001XK3000131900004");
    assert!(registry.has(new));
    catalog.apply(merging).unwrap();

    let before = catalog.as_of(eve);
    assert!(before.get(code(ONE)).is_some() && before.get(code(OTHER)).is_some());
    assert!(before.get(new).is_none());
    let after = catalog.as_of(on);
    assert!(after.get(code(ONE)).is_none() && after.get(code(OTHER)).is_none());
    let item = after.get(new).unwrap();
    assert_eq!((item.name(), item.version(), item.effective()), ("示例统一许可", 1, on));
    let links: Vec<_> = item.links().iter().map(|link| (link.kind, link.item)).collect();
    assert_eq!(links, [(LinkKind::MergedFrom, code(ONE)), (LinkKind::MergedFrom, code(OTHER))]);
    for parent in parents {
        let closed = catalog.get(parent).unwrap();
        assert_eq!((closed.state(), closed.effective()), (ItemState::Cancelled, on));
        let last = closed.links().last().unwrap();
        assert_eq!((last.kind, last.item), (LinkKind::MergedInto, new));
        assert_eq!(after.now_in_place_of(parent), [item]);
        assert_eq!(before.now_in_place_of(parent)[0].code(), parent);
    }
    assert_eq!(catalog.check(), []);
    // The old code is closed for good.
    let mut again = catalog.get(code(ONE)).unwrap().to_draft();
    (again.version, again.effective, again.state) = (9, day("2028-01-01"), ItemState::InUse);
    let again = Item::try_from(again).unwrap();
    assert_eq!(catalog.publish(again), Err(PublishError::CodeReused));
    assert_eq!(registry.record(code(ONE)), Err(MintError::Given));
}

#[test]
fn one_item_becomes_several_and_each_says_where_it_comes_from() {
    let mut catalog = catalog(&[THIRD]);
    let mut registry = CodeRegistry::of(&catalog);
    let on = day("2027-01-01");
    let parts = vec![draft(code(THIRD), "示例新办许可"), draft(code(THIRD), "示例变更许可")];
    let splitting = catalog.split(&mut registry, code(THIRD), parts, on).unwrap();
    let codes: Vec<_> = splitting.versions().iter().map(Item::code).collect();
    // A main item without sub-items has none, so the parts are main items.
    assert_eq!(codes[0].basic(), basic("000131008000"));
    assert_eq!(codes[1].basic(), basic("000131009000"));
    assert_eq!(codes[2], code(THIRD));
    catalog.apply(splitting).unwrap();
    let now = catalog.as_of(on).now_in_place_of(code(THIRD));
    assert_eq!(
        now.iter().map(|item| item.name()).collect::<Vec<_>>(),
        ["示例新办许可", "示例变更许可"]
    );
    for item in now {
        assert_eq!(item.links()[0].kind, LinkKind::SplitFrom);
        assert_eq!(item.links()[0].item, code(THIRD));
    }
    assert_eq!(catalog.check(), []);

    // What came of a split can be merged again; who asks for the oldest code is
    // led all the way.
    let later = day("2028-01-01");
    let merged = draft(code(THIRD), "示例许可（统一）");
    let merging = catalog.merge(&mut registry, &codes[..2], merged, None, later).unwrap();
    assert_eq!(merging.versions()[0].code().basic(), basic("000131010000"));
    catalog.apply(merging).unwrap();
    let now = catalog.as_of(later).now_in_place_of(code(THIRD));
    assert_eq!(now.iter().map(|item| item.name()).collect::<Vec<_>>(), ["示例许可（统一）"]);
    assert_eq!(catalog.as_of(day("2027-06-01")).now_in_place_of(code(THIRD)).len(), 2);
    assert_eq!(catalog.check(), []);
}

#[test]
fn handling_items_become_handling_items() {
    let handling = ["11640200PDY00001XK300013190000201", "11640200PDY00001XK300013190000301"];
    let catalog = catalog(&handling);
    let mut registry = CodeRegistry::of(&catalog);
    let parents = handling.map(code);
    let merged = draft(parents[0], "示例统一许可");
    let on = day("2027-01-01");
    let merging = catalog.merge(&mut registry, &parents, merged, None, on).unwrap();
    assert_eq!(merging.versions()[0].code().as_str(), "11640200PDY00001XK300013190000401");
}

#[test]
fn copies_of_other_bodies_take_the_code_that_the_directory_item_got() {
    let county = ONE.replacen("XK3", "XK4", 1);
    let other = OTHER.replacen("XK3", "XK4", 1);
    let catalog = catalog(&[ONE, OTHER, &county, &other]);
    let mut registry = CodeRegistry::of(&catalog);
    let on = day("2027-01-01");
    let merged = |at: &str| draft(code(at), "示例统一许可");
    let city = [code(ONE), code(OTHER)];
    let first = catalog.merge(&mut registry, &city, merged(ONE), None, on).unwrap();
    let basic = first.versions()[0].code().basic();
    let counties = [code(&county), code(&other)];
    let copy = catalog.merge(&mut registry, &counties, merged(&county), Some(basic), on).unwrap();
    let copy = copy.versions()[0].code();
    assert_eq!((copy.basic(), copy.level()), (basic, ExerciseLevel::County));
    // A second time it would be the same code, and is none.
    let again = catalog.merge(&mut registry, &counties, merged(&county), Some(basic), on);
    assert_eq!(again, Err(MoveRefusal::Mint(MintError::Given)));
}

#[test]
fn what_cannot_be_regrouped_is_refused_and_mints_nothing() {
    let payment = "11640200PDY00001XK3000531900001";
    let county = ONE.replacen("XK3", "XK4", 1);
    let catalog = catalog(&[ONE, OTHER, payment, &county]);
    let registry = CodeRegistry::of(&catalog);
    let on = day("2027-01-01");
    let merge = |parents: &[&str], merged: ItemDraft, basic| {
        let mut registry = registry.clone();
        let parents: Vec<_> = parents.iter().map(|text| code(text)).collect();
        let refusal = catalog.merge(&mut registry, &parents, merged, basic, on).unwrap_err();
        assert_eq!(registry, CodeRegistry::of(&catalog), "nothing was given");
        refusal
    };
    let merged = || draft(code(ONE), "示例统一许可");
    assert_eq!(merge(&[], merged(), None), MoveRefusal::TooFew);
    assert_eq!(merge(&[ONE], merged(), None), MoveRefusal::TooFew);
    assert_eq!(merge(&[ONE, ONE], merged(), None), MoveRefusal::TooFew);
    assert_eq!(merge(&[ONE, payment], merged(), None), MoveRefusal::Unlike);
    assert_eq!(merge(&[ONE, &county], merged(), None), MoveRefusal::Unlike);
    assert_eq!(merge(&[ONE, THIRD], merged(), None), MoveRefusal::NotInForce);
    let other_type = Some(basic("000531900009"));
    assert_eq!(merge(&[ONE, OTHER], merged(), other_type), MoveRefusal::BasicCode);
    let mut nameless = merged();
    nameless.name = " ".into();
    assert!(matches!(merge(&[ONE, OTHER], nameless, None), MoveRefusal::Item(_)));

    let mut empty = CodeRegistry::default();
    let one = vec![merged()];
    assert_eq!(catalog.split(&mut empty, code(ONE), one, on), Err(MoveRefusal::TooFew));
    // A registry that does not know the catalog gives no code of it twice.
    let parts = vec![merged(), merged()];
    let refusal = catalog.split(&mut empty, code(ONE), parts, on).unwrap_err();
    assert_eq!(refusal, MoveRefusal::Mint(MintError::Given));
    assert_eq!((refusal.code(), refusal.zh()), ("given", "编码已经使用过，不得再次使用"));
    assert_eq!(MoveRefusal::TooFew.zh(), "合并或者拆分至少涉及两个事项，且不得重复");
    assert_eq!(MoveRefusal::Unlike.zh(), "事项的实施主体、层级或者类型不同");
    assert_eq!(MoveRefusal::Unlike.code(), "unlike");
    assert_eq!(MoveRefusal::TooFew.to_string(), "fewer than two, or one of them twice");
}

#[test]
fn the_words_of_a_difference_say_what_became_of_it() {
    let mut catalog = catalog(&[ONE, OTHER]);
    let mut registry = CodeRegistry::of(&catalog);
    let parents = [code(ONE), code(OTHER)];
    let merged = draft(code(ONE), "示例统一许可");
    let on = day("2027-01-01");
    catalog.apply(catalog.merge(&mut registry, &parents, merged, None, on).unwrap()).unwrap();
    let versions: Vec<_> = catalog.versions(code(ONE)).collect();
    let diff = Diff::between(versions[1], versions[0]);
    let words: Vec<_> = diff.changes().iter().map(gov_catalog::Change::zh).collect();
    assert!(words.contains(&"事项状态（state）：“in-use”改为“cancelled”".to_owned()), "{words:?}");
    assert!(
        words.contains(&"事项沿革（links）：增加“并入11640200PDY00001XK3000131900004”".to_owned()),
        "{words:?}"
    );
}

#[test]
fn links_that_dangle_or_lead_one_way_are_found() {
    let mut one = draft(code(ONE), "示例许可一");
    one.links.push(gov_catalog::Link::new(LinkKind::MergedFrom, code(THIRD)));
    one.links.push(gov_catalog::Link::new(LinkKind::SplitFrom, code(OTHER)));
    // A body above may stand in another catalog.
    one.links.push(gov_catalog::Link::new(
        LinkKind::HandedDownFrom,
        code("11640200PDY00001XK2000131900001"),
    ));
    one.power.source = Some(gov_catalog::PowerSource::HandedDown);
    let mut other = draft(code(OTHER), "示例许可二");
    other.state = ItemState::Cancelled;
    let items = [one, other].map(|draft| Item::try_from(draft).unwrap());
    let catalog = Catalog::from_items(items).unwrap();
    let found: Vec<_> = catalog
        .check()
        .iter()
        .filter(|finding| finding.rule() == Rule::Links)
        .map(|finding| (finding.field(), finding.other().unwrap(), finding.chinese()))
        .collect();
    assert_eq!(
        found,
        [
            ("links[1]".to_owned(), code(THIRD), "目录中没有所指的事项"),
            ("links[2]".to_owned(), code(OTHER), "对方事项没有相应的沿革"),
        ],
    );
    assert_eq!((Rule::Links.id(), Rule::from_id("2.4")), ("2.4", Some(Rule::Links)));
}
