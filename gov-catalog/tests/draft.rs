//! A draft and its JSON are checked by one reader.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::{
    Basis, Criterion, Fact, FactTest, Facts, Item, ItemDraft, ItemFault, Material, Text, Verdict,
};
use proptest::prelude::*;

fn draft() -> ItemDraft {
    Item::from_json(include_str!("data/item.json")).unwrap().to_draft()
}

/// The faults of a draft, and those of its JSON.
#[track_caller]
fn both(draft: ItemDraft) -> Vec<ItemFault> {
    let json = serde_json::to_string(&draft).unwrap();
    let faults = Item::try_from(draft).unwrap_err();
    assert_eq!(Item::from_json(&json).unwrap_err(), faults);
    faults
}

#[test]
fn a_good_draft_is_the_item_it_came_from() {
    let item = Item::from_json(include_str!("data/item.json")).unwrap();
    assert_eq!(Item::try_from(item.to_draft()).unwrap(), item);
}

#[test]
fn a_draft_tells_the_same_faults_as_its_json() {
    let mut draft = draft();
    draft.name = "".into();
    draft.version = 0;
    draft.ends = Some(draft.effective);
    draft.basis.clear();
    draft.materials.push(Material::new("申请书"));
    draft.fees.rows[0].basis.clear();
    draft.enquiry_phones[0] = "none".into();
    draft.remedies.court.as_mut().unwrap().name = "字".repeat(201).into();
    let told: Vec<_> = both(draft).iter().map(|fault| (fault.path(), fault.code())).collect();
    let expected = [
        ("name", "blank"),
        ("version", "range"),
        ("ends", "ends-before-beginning"),
        ("basis", "empty"),
        ("materials[5].name", "same-name"),
        ("fees.rows[1].basis", "empty"),
        ("enquiry_phones[1]", "phone"),
        ("remedies.court.name", "too-long"),
    ];
    assert_eq!(told, expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn a_rule_that_is_nested_too_deep_is_a_fault() {
    let mut rule = Criterion::fact("面积", FactTest::AtLeast(1));
    for _ in 1..Criterion::MAX_DEPTH {
        rule = Criterion::Not(Box::new(rule));
    }
    let mut draft = draft();
    draft.conditions[0].criterion = Some(rule.clone());
    assert!(Item::try_from(draft.clone()).is_ok());
    draft.conditions[0].criterion = Some(Criterion::Not(Box::new(rule)));
    let json = serde_json::to_string(&draft).unwrap();
    let faults = Item::from_json(&json).unwrap_err();
    assert_eq!(faults[0].code(), "too-deep");
    assert!(Item::try_from(draft).is_err());
}

#[test]
fn texts_of_one_item_share_their_copy() {
    let item = Item::from_json(include_str!("data/item.json")).unwrap();
    let law = |basis: &Basis| basis.law.as_ptr();
    assert_eq!(law(&item.basis()[0]), law(&item.conditions()[0].basis[0]));
}

/// A rule over three flags, and the truth of it by plain two-valued logic.
fn rules() -> impl Strategy<Value = Criterion> {
    let leaf = (prop::sample::select(&NAMES[..]), any::<bool>())
        .prop_map(|(name, wanted)| Criterion::fact(name, FactTest::Is(wanted)));
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Criterion::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Criterion::Any),
            inner.prop_map(|rule| Criterion::Not(Box::new(rule))),
        ]
    })
}

const NAMES: [&str; 3] = ["甲", "乙", "丙"];

fn truth(rule: &Criterion, flags: [bool; 3]) -> bool {
    match rule {
        Criterion::All(parts) => parts.iter().all(|part| truth(part, flags)),
        Criterion::Any(parts) => parts.iter().any(|part| truth(part, flags)),
        Criterion::Not(part) => !truth(part, flags),
        Criterion::Fact(claim) => {
            let flag = NAMES.iter().zip(flags).find(|(name, _)| claim.name == **name).unwrap().1;
            claim.must == FactTest::Is(flag)
        }
    }
}

proptest! {
    /// Known facts: two-valued logic. Unknown ones: whatever they turn out to
    /// be, a settled verdict stays.
    #[test]
    fn unknown_facts_never_change_a_settled_verdict(
        rule in rules(),
        known in any::<[Option<bool>; 3]>(),
    ) {
        let facts = |flags: [Option<bool>; 3]| {
            let flags = NAMES.into_iter().zip(flags);
            flags.filter_map(|(name, flag)| Some((name, Fact::Flag(flag?)))).collect::<Facts>()
        };
        let assessment = rule.evaluate(&facts(known));
        prop_assert_eq!(assessment.open().is_empty(), assessment.verdict() == Verdict::Met);
        for number in 0_u8..8 {
            let guess = [number & 1 != 0, number & 2 != 0, number & 4 != 0];
            let flags: [bool; 3] = std::array::from_fn(|i| known[i].unwrap_or(guess[i]));
            let truth = truth(&rule, flags);
            let settled = rule.evaluate(&facts(flags.map(Some))).verdict();
            prop_assert_eq!(settled == Verdict::Met, truth);
            match assessment.verdict() {
                Verdict::Met => prop_assert!(truth),
                Verdict::Unmet => prop_assert!(!truth),
                Verdict::Unknown => {}
            }
        }
    }
}

#[test]
fn an_assessment_says_which_part_fails() {
    let item = Item::from_json(include_str!("data/item.json")).unwrap();
    let rule = item.conditions()[0].criterion.as_ref().unwrap();
    let date = |text: &str| Fact::Date(text.parse().unwrap());
    let mut facts = Facts::from_iter([
        ("有固定场所", Fact::Flag(true)),
        ("面积", Fact::Number(49)),
        ("人数", Fact::Number(-1)),
        ("业态", Fact::Code(Text::from("03"))),
        ("成立日", date("2000-01-01")),
        ("届满日", date("2099-12-31")),
    ]);
    assert_eq!(rule.evaluate(&facts).verdict(), Verdict::Met);
    facts.insert("人数", Fact::Number(0));
    facts.insert("业态", Fact::Code(Text::from("02")));
    facts.insert("成立日", Fact::Number(1));
    let assessment = rule.evaluate(&facts);
    assert_eq!(assessment.verdict(), Verdict::Unmet);
    let open: Vec<_> = assessment.open().iter().map(|part| (part.to_string(), part.zh())).collect();
    let expected = [
        ("all[2].any[1]: unmet", "面积应不小于50：不符合"),
        ("all[2].any[2]: unmet", "人数应不大于-1：不符合"),
        ("all[3].not: unmet", "不得有“业态应属于01、02”：不符合"),
        ("all[4]: unknown", "成立日应不早于2000-01-01：未知"),
    ];
    assert_eq!(open, expected.map(|(english, chinese)| (english.to_owned(), chinese.to_owned())));
}
