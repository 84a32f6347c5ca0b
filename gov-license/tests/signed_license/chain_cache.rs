//! Chains that passed are believed again, and nothing more than they.

use chrono::{DateTime, FixedOffset, TimeDelta};
use gov_license::{
    AnnotatedCopy, ChainCache, ChainFault, ChainRule, IssuanceRules, Issuer, ObjectId,
    Presentation, SignedLicense, StatusBook, StatusReference, TrustPolicy, TrustStore, VerifyError,
};
use proptest::collection::vec;
use proptest::prelude::*;
use rcgen::{CertificateParams, ExtendedKeyUsagePurpose, date_time_ymd};

use crate::annotated_copy::{COPY_PURPOSE, FOR, USER, copy, copy_policy, trust_under};
use crate::desk::{at, builder, builder_of, now, random};
use crate::forge::{Draft, decode, encode};
use crate::pki::{BUREAU, Key, OTHER, Pki, Plan, policy, trust};
use crate::presentation::{challenge, shown};

/// Without an end of its own, so that certificates alone decide.
fn lasting() -> SignedLicense {
    lasting_under(&Plan::usual())
}

fn lasting_under(plan: &Plan) -> SignedLicense {
    let license = builder().period("2026-01-05".parse().unwrap(), None).build().unwrap();
    plan.issuer().issue(&license, at("2026-01-05T09:00:00+08:00"), &mut random()).unwrap()
}

/// The answer with this cache, which is always the answer without one.
#[track_caller]
fn verdict(
    license: &SignedLicense,
    trust: &TrustStore,
    cache: &mut ChainCache,
    moment: DateTime<FixedOffset>,
) -> Option<VerifyError> {
    let book = StatusBook::new();
    let cold = license.examine(trust, moment);
    assert_eq!(license.examine_with(trust, &book, cache, moment), cold);
    let warm = license.verify_with(trust, &book, cache, moment).err();
    assert_eq!(warm.as_ref(), cold.conclusion());
    warm
}

fn fault(certificate: usize, rule: ChainRule) -> VerifyError {
    VerifyError::Chain(ChainFault::new(certificate, rule))
}

#[test]
fn a_known_chain_is_judged_again_when_the_clock_passes_a_date_in_it() {
    type Params = fn(&mut Plan) -> &mut CertificateParams;
    let all: [Params; 3] =
        [|plan| &mut plan.leaf, |plan| &mut plan.intermediate, |plan| &mut plan.root];
    for (number, params) in (1..).zip(all) {
        let mut plan = Plan::usual();
        params(&mut plan).not_before = date_time_ymd(2026, 5, 1);
        params(&mut plan).not_after = date_time_ymd(2026, 7, 1);
        let (license, trust) = (lasting_under(&plan), plan.trust());
        let mut cache = ChainCache::new(4);
        let mut check = |moment, expected| {
            assert_eq!(verdict(&license, &trust, &mut cache, at(moment)), expected, "{moment}");
        };
        check("2026-06-01T00:00:00Z", None);
        check("2026-05-01T00:00:00Z", None);
        check("2026-04-30T23:59:59Z", Some(fault(number, ChainRule::NotYetValid)));
        check("2026-07-01T00:00:00Z", None);
        check("2026-07-01T00:00:01Z", Some(fault(number, ChainRule::Expired)));
        check("2026-06-01T00:00:00Z", None);
    }
}

#[test]
fn a_chain_may_pass_before_its_last_anchor_and_after() {
    // Two roots of one name and key: the chain outlives the first.
    let mut plan = Plan::usual();
    plan.root.not_after = date_time_ymd(2026, 7, 1);
    let (license, mut trust) = (lasting_under(&plan), plan.trust());
    trust.add_root_der(&Plan::usual().certify().root).unwrap();
    let mut cache = ChainCache::new(4);
    for moment in ["2026-06-30T00:00:00Z", "2026-07-02T00:00:00Z", "2029-12-31T00:00:00Z"] {
        assert_eq!(verdict(&license, &trust, &mut cache, at(moment)), None);
    }
    let expired = Some(fault(1, ChainRule::Expired));
    assert_eq!(verdict(&license, &trust, &mut cache, at("2030-01-02T00:00:00Z")), expired);
}

#[test]
fn a_status_list_speaks_until_its_last_anchor_ends() {
    let short = {
        let mut plan = Plan::usual();
        plan.root.not_after = date_time_ymd(2026, 6, 2);
        plan.certify().root
    };
    let long = Plan::usual().certify().root;
    for roots in [[&short, &long], [&long, &short]] {
        let mut trust = TrustStore::new(policy().with_status_signing(crate::status::purpose()));
        for root in roots {
            trust.add_root_der(root).unwrap();
        }
        let place = StatusReference::try_new("https://status.example.cn/2026/1", 1).unwrap();
        let license = builder().status(place).build().unwrap();
        let license = Plan::usual().issuer().issue(&license, now(), &mut random()).unwrap();
        let mut book = StatusBook::new();
        let list = crate::status::published(&[], "2026-06-02T07:00:00+08:00");
        book.add(list, &trust, at("2026-06-02T07:00:00+08:00")).unwrap();
        let later = at("2026-06-03T06:00:00+08:00");
        assert_eq!(license.verify_with_status(&trust, &book, later).err(), None);
    }
}

/// Stores that differ from the usual one in one thing each.
fn other_stores() -> Vec<(TrustStore, Option<VerifyError>)> {
    let under = |policy: TrustPolicy| {
        let mut store = TrustStore::new(policy);
        store.add_root_der(&Plan::usual().certify().root).unwrap();
        store
    };
    let oid = |text| ObjectId::parse(text).unwrap();
    let mut stranger = Plan::usual();
    stranger.root_key = Key::from_seed([8; 32]);
    let body = || Some(VerifyError::NoBody);
    let kind = builder().build().unwrap().type_code();
    let loose = IssuanceRules::PathOnly;
    let mut both = Plan::usual().trust();
    both.add_root_der(&stranger.certify().root).unwrap();
    vec![
        (Plan::usual().trust(), None),
        (TrustStore::new(policy()), Some(fault(2, ChainRule::Anchor))),
        // Another root of the same name, in a store that changed as often.
        (stranger.trust(), Some(fault(2, ChainRule::Signature))),
        (both, None),
        (under(policy().with_issuance_rules(loose)), None),
        (under(TrustPolicy::new(oid("2.999.36903.2"))), Some(fault(1, ChainRule::Purpose))),
        (under(policy().with_max_chain(2)), Some(fault(2, ChainRule::Length))),
        (under(policy().with_body_attribute(oid("2.5.4.3"), "NTRCN-")), body()),
        (under(policy().with_body_attribute(oid("2.5.4.97"), "NTRC-")), body()),
        (under(policy().with_right(BUREAU, [kind])), None),
        (
            under(policy().with_right(OTHER, [kind])),
            Some(VerifyError::NoRight { body: BUREAU, type_code: kind }),
        ),
    ]
}

#[test]
fn a_known_chain_is_judged_again_under_other_anchors_or_another_policy() {
    let license = lasting();
    let stores = other_stores();
    let mut cache = ChainCache::new(4);
    for (first, expected_first) in &stores {
        for (second, expected_second) in &stores {
            assert_eq!(&verdict(&license, first, &mut cache, now()), expected_first);
            assert_eq!(&verdict(&license, second, &mut cache, now()), expected_second);
        }
    }
    // An anchor that is taken in later counts from then on.
    let mut store = TrustStore::new(policy());
    assert_eq!(verdict(&license, &store, &mut cache, now()), Some(fault(2, ChainRule::Anchor)));
    store.add_root_der(&Plan::usual().certify().root).unwrap();
    assert_eq!(verdict(&license, &store, &mut cache, now()), None);
}

#[test]
fn everything_but_the_chain_is_looked_at_every_time() {
    let (trust, mut cache) = (Plan::usual().trust(), ChainCache::new(4));
    assert_eq!(verdict(&lasting(), &trust, &mut cache, now()), None);

    let signed = lasting();
    let (jws, disclosures) = signed.as_str().split_once('~').unwrap();
    let (input, signature) = jws.rsplit_once('.').unwrap();
    let mut signature = decode(signature);
    signature[0] ^= 1;
    let forged = format!("{input}.{}~{disclosures}", encode(&signature));
    let forged = SignedLicense::parse(&forged).unwrap();
    let expected = Some(VerifyError::SignatureInvalid);
    assert_eq!(verdict(&forged, &trust, &mut cache, now()), expected);

    let expired = crate::desk::signed();
    let last = "2026-12-31".parse().unwrap();
    let later = at("2027-01-01T00:00:00+08:00");
    let expected = Some(VerifyError::Expired { last });
    assert_eq!(verdict(&expired, &trust, &mut cache, later), expected);

    let expected = Some(VerifyError::SignedInFuture { seconds: 36_000 });
    let early = at("2026-01-04T23:00:00+08:00");
    assert_eq!(verdict(&lasting(), &trust, &mut cache, early), expected);

    let place = StatusReference::try_new("https://status.example.cn/1", 1).unwrap();
    let license = builder().status(place).build().unwrap();
    let listed = Plan::usual().issuer().issue(&license, now(), &mut random()).unwrap();
    assert_eq!(verdict(&listed, &trust, &mut cache, now()), Some(VerifyError::StatusUnknown));

    // The chain of one body under the license of another.
    let other = builder_of(OTHER).build().unwrap();
    let Pki { leaf, intermediate, .. } = Plan::usual().certify();
    let issuer = Issuer::try_new(OTHER, Plan::usual().leaf_key.signer(), vec![leaf, intermediate]);
    let borrowed = issuer.unwrap().issue(&other, now(), &mut random()).unwrap();
    let expected = Some(VerifyError::OtherBody { named: BUREAU, claimed: OTHER });
    assert_eq!(verdict(&borrowed, &trust, &mut cache, now()), expected);
    assert_eq!(cache.len(), 1);
}

#[test]
fn a_chain_is_known_for_its_purpose_only() {
    // One certificate for licenses and copies: each is asked for its own.
    let mut plan = Plan::usual();
    let purposes = [crate::pki::PURPOSE, COPY_PURPOSE].map(|oid| oid.to_vec());
    plan.leaf.extended_key_usages = purposes.map(ExtendedKeyUsagePurpose::Other).to_vec();
    let until = now() + TimeDelta::days(1);
    let copy_of = |plan: &Plan| {
        plan.issuer().annotate(&lasting_under(plan), USER, FOR, now(), until).unwrap()
    };
    let (trust, book, mut cache) =
        (trust_under(copy_policy()), StatusBook::new(), ChainCache::new(4));
    let mut check = |copy: &AnnotatedCopy| {
        let cold = copy.verify(&trust, &book, USER, FOR, now()).map(|_| ());
        for _ in 0..2 {
            let warm = copy.verify_with(&trust, &book, &mut cache, USER, FOR, now());
            assert_eq!(warm.map(|_| ()), cold);
        }
        cold.is_ok()
    };
    assert!(check(&copy_of(&plan)));
    assert!(check(&copy()));
    assert!(!check(&copy_of(&Plan::usual())));
    let other = copy().verify_with(&trust, &book, &mut cache, "样例市医院", FOR, now()).is_err();
    assert!(other);
}

#[test]
fn a_presentation_is_checked_with_known_chains_as_without() {
    let (trust, book, mut cache) = (Plan::usual().trust(), StatusBook::new(), ChainCache::new(4));
    let late = now() + TimeDelta::seconds(301);
    for (presentation, moment) in
        [(shown(), now()), (shown(), late), (Presentation::of(lasting()), now())]
    {
        let cold = presentation.verify(&trust, &book, &challenge(), moment).map(|_| ());
        for _ in 0..2 {
            let warm = presentation.verify_with(&trust, &book, &mut cache, &challenge(), moment);
            assert_eq!(warm.map(|_| ()), cold);
        }
    }
    assert_eq!(cache.len(), 1);
}

/// Licenses of one body under certificates that differ in their serial number.
fn with_serial(serial: u64) -> SignedLicense {
    let mut plan = Plan::usual();
    plan.leaf.serial_number = Some(serial.into());
    lasting_under(&plan)
}

#[test]
fn a_full_cache_lets_go_of_the_chain_it_has_had_longest() {
    let trust = Plan::usual().trust();
    let licenses = [10, 11, 12, 13].map(with_serial);
    let mut cache = ChainCache::new(2);
    let mut take = |which: usize| {
        assert_eq!(verdict(&licenses[which], &trust, &mut cache, now()), None);
        assert!(cache.len() <= cache.capacity());
        [0, 1, 2, 3].map(|which| cache.knows(&licenses[which]))
    };
    assert_eq!(take(0), [true, false, false, false]);
    assert_eq!(take(1), [true, true, false, false]);
    // To be seen again makes a chain no younger.
    assert_eq!(take(0), [true, true, false, false]);
    assert_eq!(take(2), [false, true, true, false]);
    assert_eq!(take(3), [false, false, true, true]);
    assert_eq!(take(1), [false, true, false, true]);

    // A chain that passes under another store takes its own old place.
    let mut other = TrustStore::new(policy().with_max_chain(5));
    other.add_root_der(&Plan::usual().certify().root).unwrap();
    assert_eq!(verdict(&licenses[1], &other, &mut cache, now()), None);
    assert_eq!([1, 3].map(|which| cache.knows(&licenses[which])), [true, true]);

    let mut none = ChainCache::new(0);
    assert_eq!(verdict(&licenses[0], &trust, &mut none, now()), None);
    assert!(none.is_empty() && none.capacity() == 0);
}

#[test]
fn what_did_not_pass_is_not_kept() {
    let mut cache = ChainCache::new(4);
    let later = at("2030-01-02T00:00:00Z");
    assert!(verdict(&lasting(), &Plan::usual().trust(), &mut cache, later).is_some());
    assert!(verdict(&lasting(), &TrustStore::new(policy()), &mut cache, now()).is_some());
    assert!(cache.is_empty());
    assert_eq!(format!("{cache:?}"), "ChainCache { capacity: 4, len: 0, .. }");
}

#[test]
fn a_known_chain_is_not_taken_apart_again() {
    let (license, trust, book) = (lasting(), Plan::usual().trust(), StatusBook::new());
    let mut cache = ChainCache::new(4);
    let mut allocations = || {
        let measured = allocation_counter::measure(|| {
            license.verify_with(&trust, &book, &mut cache, now()).unwrap();
        });
        measured.count_total
    };
    let (first, second) = (allocations(), allocations());
    assert!(first > 50 && second < 5, "{first} {second}");
}

/// Changes to the certificates: none, a changed byte, one that lacks, the two
/// in the wrong order.
#[derive(Clone, Debug)]
enum Change {
    None,
    Byte(usize, prop::sample::Index, u8),
    Leave(usize),
    Turn,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => Just(Change::None),
        3 => (0..2_usize, any::<prop::sample::Index>(), 1..=255_u8)
            .prop_map(|(which, place, mask)| Change::Byte(which, place, mask)),
        1 => (0..2_usize).prop_map(Change::Leave),
        1 => Just(Change::Turn),
    ]
}

fn changed(change: &Change) -> SignedLicense {
    let Pki { leaf, intermediate, .. } = Plan::usual().certify();
    let mut chain = vec![leaf, intermediate];
    match change {
        Change::None => {}
        Change::Byte(which, place, mask) => {
            let place = place.index(chain[*which].len());
            chain[*which][place] ^= mask;
        }
        Change::Leave(which) => drop(chain.remove(*which)),
        Change::Turn => chain.reverse(),
    }
    Draft::of(&lasting()).chain(&chain.iter().collect::<Vec<_>>()).read().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// One cache for a whole day at the window: it never changes an answer.
    #[test]
    fn a_cache_changes_no_verdict(
        day in vec((change(), 0..13_usize, -1..=1_i64, 0..4_usize), 1..24),
        capacity in 0..4_usize,
    ) {
        let stores: Vec<_> = other_stores().into_iter().map(|(store, _)| store).collect();
        let Pki { intermediate, .. } = Plan::usual().certify();
        let moments =
            ["2020-01-01", "2022-01-01", "2025-01-01", "2026-06-01", "2030-01-01", "2036-01-01"];
        let mut cache = ChainCache::new(capacity);
        for (change, store, seconds, moment) in day {
            let license = changed(&change);
            let short = trust(&intermediate);
            let store = stores.get(store).unwrap_or(&short);
            let moment = at(&format!("{}T00:00:00Z", moments[moment + 1]));
            verdict(&license, store, &mut cache, moment + TimeDelta::seconds(seconds));
            prop_assert!(cache.len() <= capacity);
        }
    }
}
