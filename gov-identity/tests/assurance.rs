//! The scale of assurance, and how a level comes out of dated ways.

use chrono::{DateTime, FixedOffset, TimeDelta};
use gov_identity::{AssuranceLevel, AssurancePolicy, Label, Way, WayKind};
use proptest::prelude::*;

const START: &str = "2026-03-01T09:00:00+08:00";

#[expect(clippy::unwrap_used, reason = "a literal that is right")]
fn start() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(START).unwrap()
}

#[expect(clippy::unwrap_used, reason = "a literal that is right")]
fn label(text: &str) -> Label {
    Label::parse(text).unwrap()
}

fn way(kind: WayKind, level: AssuranceLevel) -> Way {
    Way { kind, level, at: start(), by: label("center") }
}

#[test]
fn the_scale_is_the_published_one() {
    let scale = AssuranceLevel::ALL.map(|level| {
        let ial = level.ial().map_or("-".to_owned(), |ial| ial.to_string());
        let [guangdong, eidas] = [level.guangdong(), level.eidas()].map(|name| name.unwrap_or("-"));
        format!("{level} {} {guangdong} {ial} {eidas}", level.zh())
    });
    assert_eq!(
        scale,
        [
            "anonymous 匿名 - - -",
            "self-declared 自行申报 L2 - -",
            "record-matched 信息核验 L3 1 low",
            "person-bound 本人核验 L4 2 substantial",
            "counter-or-certified 现场或证书核验 L5 3 high",
        ],
    );
    assert!(AssuranceLevel::ALL.is_sorted());
    assert_eq!(AssuranceLevel::default(), AssuranceLevel::Anonymous);
}

#[test]
fn each_way_proves_at_most_its_own_level() {
    use AssuranceLevel::*;
    for (kind, highest) in [
        (WayKind::SelfDeclared, SelfDeclared),
        (WayKind::SmsCode, SelfDeclared),
        (WayKind::TwoElement, RecordMatched),
        (WayKind::ThreeElement, RecordMatched),
        (WayKind::BankCard, RecordMatched),
        (WayKind::Face, PersonBound),
        (WayKind::ElectronicLicense, PersonBound),
        (WayKind::NetworkCertificate, PersonBound),
        (WayKind::DigitalCertificate, CounterOrCertified),
        (WayKind::Counter, CounterOrCertified),
        (WayKind::Other(label("iris")), SelfDeclared),
    ] {
        assert_eq!(kind.highest(), highest);
        let policy = AssurancePolicy::new()
            .with_way(kind.clone(), TimeDelta::days(1))
            .with_issuer(label("center"), CounterOrCertified);
        for claimed in AssuranceLevel::ALL {
            let level = policy.level(&[way(kind.clone(), claimed)], &label("center"), start());
            assert_eq!(level, claimed.min(highest), "{kind:?} claimed as {claimed}");
        }
    }
    let iris = WayKind::Other(label("iris"));
    let policy = AssurancePolicy::new()
        .with_way_up_to(iris.clone(), PersonBound, TimeDelta::days(1))
        .with_issuer(label("center"), CounterOrCertified);
    let level = policy.level(&[way(iris, CounterOrCertified)], &label("center"), start());
    assert_eq!(level, PersonBound, "the caller's own judgment");
}

#[test]
fn a_way_counts_from_its_instant_until_its_time_is_over() {
    let policy = AssurancePolicy::new()
        .with_way(WayKind::Face, TimeDelta::seconds(60))
        .with_issuer(label("center"), AssuranceLevel::CounterOrCertified);
    let ways = [way(WayKind::Face, AssuranceLevel::PersonBound)];
    for (seconds, level) in [
        (-1, AssuranceLevel::Anonymous),
        (0, AssuranceLevel::PersonBound),
        (59, AssuranceLevel::PersonBound),
        (60, AssuranceLevel::Anonymous),
    ] {
        let at = start() + TimeDelta::seconds(seconds);
        assert_eq!(policy.level(&ways, &label("center"), at), level, "{seconds}");
    }
}

#[test]
fn nothing_is_believed_that_the_policy_does_not_name() {
    let counter = [way(WayKind::Counter, AssuranceLevel::CounterOrCertified)];
    let center = label("center");
    let level = |policy: AssurancePolicy| policy.level(&counter, &center, start());
    let day = TimeDelta::days(1);
    assert_eq!(level(AssurancePolicy::new()), AssuranceLevel::Anonymous);
    let no_issuer = AssurancePolicy::new().with_way(WayKind::Counter, day);
    assert_eq!(level(no_issuer.clone()), AssuranceLevel::Anonymous);
    let other = no_issuer.clone().with_issuer(label("other"), AssuranceLevel::CounterOrCertified);
    assert_eq!(level(other), AssuranceLevel::Anonymous);
    let no_way = AssurancePolicy::new().with_issuer(center.clone(), AssuranceLevel::PersonBound);
    assert_eq!(level(no_way), AssuranceLevel::Anonymous);
    for ceiling in AssuranceLevel::ALL {
        let policy = no_issuer.clone().with_issuer(center.clone(), ceiling);
        assert_eq!(level(policy), ceiling, "no more than the issuer is trusted for");
    }
}

fn any_way() -> impl Strategy<Value = Way> {
    let kinds = vec![WayKind::SmsCode, WayKind::TwoElement, WayKind::Face, WayKind::Counter];
    (prop::sample::select(kinds), prop::sample::select(AssuranceLevel::ALL.to_vec()), -50..50_i64)
        .prop_map(|(kind, level, seconds)| Way {
            at: start() + TimeDelta::seconds(seconds),
            ..way(kind, level)
        })
}

proptest! {
    #[test]
    fn more_ways_never_lower_a_level_and_their_order_does_not_matter(
        mut ways in prop::collection::vec(any_way(), 0..6),
        more in any_way(),
    ) {
        let policy = AssurancePolicy::new()
            .with_way(WayKind::SmsCode, TimeDelta::seconds(5))
            .with_way(WayKind::TwoElement, TimeDelta::seconds(40))
            .with_way(WayKind::Face, TimeDelta::seconds(20))
            .with_issuer(label("center"), AssuranceLevel::PersonBound);
        let level = |ways: &[Way]| policy.level(ways, &label("center"), start());
        let before = level(&ways);
        let alone = ways.iter().map(|way| level(std::slice::from_ref(way))).max();
        prop_assert_eq!(alone.unwrap_or_default(), before);
        ways.reverse();
        prop_assert_eq!(level(&ways), before);
        ways.push(more);
        prop_assert!(before <= level(&ways));
    }
}
