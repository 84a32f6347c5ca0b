//! Merging profiles: in any order, any number of times, and nothing is lost.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta};
use gov_identity::{IdentityKey, Label, Profile, Statement, TrustClass};
use proptest::prelude::*;

#[expect(clippy::unwrap_used, reason = "literals that are right")]
fn person() -> IdentityKey {
    IdentityKey::parse("111:11010519491231002X").unwrap()
}

#[expect(clippy::unwrap_used, reason = "literals that are right")]
fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn statement(value: &str, source: &str, trust: TrustClass, day: i64) -> Statement {
    let at = DateTime::UNIX_EPOCH.fixed_offset() + TimeDelta::days(day);
    Statement { value: value.into(), source: label(source), trust, at }
}

fn profile(statements: &[(&str, Statement)]) -> Profile {
    let mut profile = Profile::new(person());
    for (attribute, statement) in statements {
        profile.state(label(attribute), statement.clone());
    }
    profile
}

fn any_statements() -> impl Strategy<Value = Vec<(&'static str, Statement)>> {
    let statement = (
        prop::sample::select(vec!["name", "phone"]),
        prop::sample::select(vec!["1", "2"]),
        prop::sample::select(vec!["portal", "window", "register"]),
        prop::sample::select(TrustClass::ALL.to_vec()),
        0..4_i64,
    );
    let statement = statement.prop_map(|(attribute, value, source, trust, day)| {
        (attribute, self::statement(value, source, trust, day))
    });
    prop::collection::vec(statement, 0..8)
}

proptest! {
    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        a in any_statements(), b in any_statements(), c in any_statements(),
    ) {
        let [a, b, c] = [profile(&a), profile(&b), profile(&c)];
        let merge = |one: &Profile, other: &Profile| one.merge(other).unwrap();
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        prop_assert_eq!(merge(&a, &a), a.clone());
        prop_assert_eq!(merge(&merge(&a, &b), &b), merge(&a, &b));
        prop_assert_eq!(merge(&a, &Profile::new(person())), a);
    }

    #[test]
    fn merging_loses_no_statement_and_makes_none_up(a in any_statements(), b in any_statements()) {
        let merged = profile(&a).merge(&profile(&b)).unwrap();
        let stated: BTreeSet<_> = a.iter().chain(&b).map(|(name, statement)| (label(name), statement.clone())).collect();
        let kept: BTreeSet<_> = merged.statements().map(|(name, statement)| (name.clone(), statement.clone())).collect();
        prop_assert_eq!(kept, stated);
    }

    #[test]
    fn conflicts_are_the_attributes_on_which_latest_words_differ(a in any_statements()) {
        let profile = profile(&a);
        for name in ["name", "phone"] {
            let of_name: Vec<_> = a.iter().filter(|(attribute, _)| *attribute == name).map(|(_, statement)| statement).collect();
            let latest = |source: &Label| of_name.iter().filter(|other| other.source == *source).map(|other| other.at).max();
            let values: BTreeSet<_> = of_name.iter().filter(|one| Some(one.at) == latest(&one.source)).map(|one| &one.value).collect();
            prop_assert_eq!(profile.conflicts().any(|attribute| attribute.as_str() == name), values.len() > 1);
            let best = of_name.iter().max_by_key(|one| (one.trust, one.at)).map(|one| (one.trust, one.at));
            prop_assert_eq!(profile.best(&label(name)).map(|one| (one.trust, one.at)), best);
        }
    }
}

#[test]
fn a_source_that_changed_its_mind_is_no_conflict() {
    let old = statement("0952-1", "portal", TrustClass::Uploaded, 1);
    let new = statement("0952-2", "portal", TrustClass::Uploaded, 2);
    let changed = profile(&[("phone", old), ("phone", new.clone())]);
    assert_eq!(changed.conflicts().count(), 0);
    assert_eq!(changed.current(&label("phone")).collect::<Vec<_>>(), [&new]);
    assert_eq!(changed.best(&label("phone")), Some(&new));
    assert_eq!(changed.statements().count(), 2, "the old word is kept");
    assert_eq!(changed.best(&label("name")), None);
}

#[test]
fn a_source_that_says_two_things_at_once_is_a_conflict_with_itself() {
    let one = statement("0952-1", "portal", TrustClass::Uploaded, 1);
    let two = statement("0952-2", "portal", TrustClass::Uploaded, 1);
    assert_eq!(profile(&[("phone", one), ("phone", two)]).conflicts().count(), 1);
}

#[test]
fn the_better_class_wins_over_the_later_word() {
    let register = statement("A", "register", TrustClass::Authoritative, 1);
    let portal = statement("B", "portal", TrustClass::Pledged, 9);
    let both = profile(&[("name", portal), ("name", register.clone())]);
    assert_eq!(both.best(&label("name")), Some(&register));
    let letters: String = TrustClass::ALL.iter().rev().map(|class| class.letter()).collect();
    assert_eq!(letters, "ABCD");
    assert!(TrustClass::ALL.is_sorted());
    assert_eq!(
        TrustClass::ALL.map(TrustClass::zh),
        ["自制承诺", "上传待核", "窗口核验", "制发机构签发"]
    );
}

#[test]
fn two_subjects_are_never_one_profile() {
    let other = Profile::new(IdentityKey::parse("111:440524188001010014").unwrap());
    let error = Profile::new(person()).merge(&other).unwrap_err();
    assert_eq!(error.code(), "other-subject");
    assert_eq!(error.to_string(), "profile: it is of another subject");
    assert_eq!(error.zh(), "用户档案：两份档案不属于同一主体");
}

#[test]
fn debug_shows_nothing_that_is_stated() {
    let stated = statement("张三", "portal", TrustClass::Uploaded, 1);
    let profile = profile(&[("name", stated.clone())]);
    assert_eq!(format!("{profile:?}"), "Profile(IdentityKey(111:..), {Label(name): 1})");
    assert_eq!(
        format!("{stated:?}"),
        "Statement(Uploaded by portal at 1970-01-02 00:00:00 +00:00)"
    );
}

#[cfg(feature = "serde")]
#[test]
fn json_round_trips() {
    let stated = statement("0952-1", "portal", TrustClass::Uploaded, 1);
    let profile = profile(&[("phone", stated)]);
    let json = serde_json::to_string(&profile).unwrap();
    assert_eq!(
        json,
        r#"{"subject":"111:11010519491231002X","attributes":{"phone":[{"trust":"uploaded","at":"1970-01-02T00:00:00Z","source":"portal","value":"0952-1"}]}}"#,
    );
    assert_eq!(serde_json::from_str::<Profile>(&json).unwrap(), profile);
    assert!(serde_json::from_str::<Profile>(&json.replace("trust", "faith")).is_err());
}
