//! Rows 12 to 14, 20 and 21: moments, edges, skew, keys that end.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use gov_license::{
    Axis, ChainCache, ChainFault, ChainRule, Contradiction, License, ReadError, SignedLicense,
    StatusBook, TrustStore, Verdict, VerifyError,
};
use rcgen::date_time_ymd;
use serde_json::json;

use crate::desk::{at, builder, day, license, now, random, signed};
use crate::forge::{Draft, refused};
use crate::pki::{Key, Plan, policy, trust as trust_under};
use crate::window::{book, issue, trust};

fn verify(signed: &SignedLicense, moment: DateTime<FixedOffset>) -> Option<VerifyError> {
    signed.verify(&trust(), moment).err()
}

#[test]
fn pitfall_12_a_moment_is_asked_about_and_a_cache_never_answers_for_another() {
    // 2025-01-01 to 2030-01-01, 00:00 UTC, is the period of the certificate.
    let endless = issue(builder().period(day("2026-01-05"), None), at("2026-01-05T09:00:00+08:00"));
    let (trust, book, mut cache) = (trust(), StatusBook::new(), ChainCache::new(10));
    let report = endless.examine(&trust, now());
    assert_eq!(report.at(), now());
    let mut verify = |trust: &TrustStore, moment: &str| {
        endless.verify_with(trust, &book, &mut cache, at(moment)).map(|held| held.at()).map_err(
            |error| match error {
                VerifyError::Chain(fault) => fault.rule(),
                other => panic!("{other}"),
            },
        )
    };
    assert_eq!(verify(&trust, "2026-06-01T10:00:00+08:00"), Ok(now()));
    assert!(verify(&trust, "2030-01-01T00:00:00Z").is_ok());
    // The same cache, the clock a second on.
    assert_eq!(verify(&trust, "2030-01-01T00:00:01Z"), Err(ChainRule::Expired));
    assert!(verify(&trust, "2026-06-01T10:00:00+08:00").is_ok());
    // The same cache, another store.
    let nobody = TrustStore::new(policy());
    assert_eq!(verify(&nobody, "2026-06-01T10:00:00+08:00"), Err(ChainRule::Anchor));
    let mut impostor = Plan::usual();
    impostor.root_key = Key::from_seed([11; 32]);
    let other = trust_under(&impostor.certify().root);
    assert_eq!(verify(&other, "2026-06-01T10:00:00+08:00"), Err(ChainRule::Signature));
    assert!(verify(&trust, "2026-06-01T10:00:00+08:00").is_ok());
}

#[test]
fn pitfall_13_every_edge_of_a_period_is_decided_once() {
    let issued = at("2026-01-04T12:00:00+08:00");
    let signed = issue(builder(), issued);
    let (first, last) = (day("2026-01-05"), day("2026-12-31"));
    // `nbf == now` holds, `exp == now` does not: days of China, ends included.
    for (moment, expected) in [
        ("2026-01-04T23:59:59+08:00", Some(VerifyError::NotYetValid { first })),
        ("2026-01-05T00:00:00+08:00", None),
        ("2026-01-04T16:00:00Z", None),
        ("2026-12-31T23:59:59+08:00", None),
        ("2027-01-01T00:00:00+08:00", Some(VerifyError::Expired { last })),
        ("2026-12-31T16:00:00Z", Some(VerifyError::Expired { last })),
        // A leap second belongs to the minute it ends.
        ("2026-12-31T23:59:60+08:00", None),
    ] {
        assert_eq!(verify(&signed, at(moment)), expected, "{moment}");
    }
    let exp = |seconds: i64| {
        let draft = Draft::usual().set("exp", json!(seconds)).read().unwrap();
        verify(&draft, now())
    };
    assert_eq!(exp(1_798_732_800), None);
    assert_eq!(exp(1_798_732_799), Some(VerifyError::Contradiction(Contradiction::End)));
    // Dates are days: no moment, no leap second, no year beyond four digits.
    let claim = "CertificateExpiringDate";
    for text in ["2026-12-31T23:59:60", "2026-12-31T00:00:00Z", "10000-01-01", "+10000-01-01"] {
        refused(&Draft::usual().set(claim, json!(text)).text(), ReadError::Claim { claim });
    }
    let far = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
    let lasting = issue(builder().period(first, Some(far)), issued);
    assert_eq!(verify(&lasting, now()), None);
    assert_eq!(lasting.unverified().period().last(), Some(far));
    let beyond = far.succ_opt().unwrap();
    assert_eq!(builder().period(first, Some(beyond)).build().unwrap_err().code(), "license-date");
}

#[test]
fn pitfall_14_skew_is_about_the_signing_and_nothing_else() {
    let ahead = |seconds| issue(builder(), now() + TimeDelta::seconds(seconds));
    assert_eq!(verify(&ahead(59), now()), None);
    assert_eq!(verify(&ahead(60), now()), None);
    let future = VerifyError::SignedInFuture { seconds: 61 };
    assert_eq!(verify(&ahead(61), now()), Some(future));
    // A minute after its end a license is over, and so is a list.
    let over = at("2027-01-01T00:00:00+08:00");
    let last = day("2026-12-31");
    assert_eq!(verify(&signed(), over), Some(VerifyError::Expired { last }));
    let listed = crate::window::listed();
    let status = |moment| {
        let report = listed.examine_with_status(&trust(), &book(0, now()), moment);
        report.on(Axis::Status).next().cloned()
    };
    let end = now() + chrono::Days::new(1);
    assert_eq!(status(end - TimeDelta::seconds(1)), None);
    assert_eq!(status(end), Some(VerifyError::StatusOutdated));
}

#[test]
fn pitfall_20_keys_change_and_each_license_keeps_the_chain_it_was_signed_under() {
    // The bureau has a new key and a new certificate; the old one still counts.
    let old = signed();
    let mut renewed = Plan::usual();
    renewed.leaf_key = Key::from_seed([13; 32]);
    let new = renewed.issuer().issue(&license(), now(), &mut random()).unwrap();
    assert_eq!((verify(&old, now()), verify(&new, now())), (None, None));
    // A certificate that ended since: the date of signing is the signer's own
    // word, so the license ends with the certificate and is issued anew.
    let mut short = Plan::usual();
    short.leaf.not_after = date_time_ymd(2026, 5, 31);
    let signed = short.issuer().issue(&license(), at("2026-01-05T09:00:00+08:00"), &mut random());
    let ended = VerifyError::Chain(ChainFault::new(1, ChainRule::Expired));
    assert_eq!(verify(&signed.unwrap(), now()), Some(ended));
    // Two anchors of one name with two keys: each carries its own.
    let mut impostor = Plan::usual();
    impostor.root_key = Key::from_seed([11; 32]);
    let roots = [Plan::usual().certify().root, impostor.certify().root];
    let under_other = impostor.issuer().issue(&license(), now(), &mut random()).unwrap();
    for order in [[&roots[0], &roots[1]], [&roots[1], &roots[0]]] {
        let mut both = TrustStore::new(policy());
        for root in order {
            both.add_root_der(root).unwrap();
        }
        assert!(old.verify(&both, now()).is_ok() && under_other.verify(&both, now()).is_ok());
    }
    let signature = VerifyError::Chain(ChainFault::new(2, ChainRule::Signature));
    assert_eq!(old.verify(&trust_under(&roots[1]), now()).unwrap_err(), signature);
}

/// The proof of time is the verifier's own memory: it had the license in hand
/// before. Timestamps of third parties are checked by whoever trusts them, who
/// then verifies the license at that moment and remembers it.
#[test]
fn pitfall_21_a_stolen_key_signs_no_past() {
    let stolen = at("2026-03-01T00:00:00+08:00");
    let by_own_account = |moment: &str| issue(builder(), at(moment));
    let honest = by_own_account("2026-01-05T09:00:00+08:00");
    let mut book = StatusBook::new();
    let seen = at("2026-02-01T10:00:00+08:00");
    book.remember(&honest.verify(&trust(), seen).unwrap());

    let chain: Vec<_> = honest.unverified_chain().map(<[u8]>::to_vec).collect();
    for (certificate, der) in (1..).zip(&chain) {
        let mut trust = trust();
        trust.revoke_key(der, stolen).unwrap();
        let examine = |signed: &SignedLicense, book: &StatusBook, moment| {
            let report = signed.examine_with_status(&trust, book, moment);
            (report.verdict(Axis::Chain), report.conclusion().cloned())
        };
        // Backdated or honest: without proof nobody can tell.
        let unproven = VerifyError::SigningTimeUnproven { certificate };
        let backdated = by_own_account("2026-01-06T09:00:00+08:00");
        let undetermined = (Verdict::Undetermined, Some(unproven));
        assert_eq!(examine(&backdated, &book, now()), undetermined);
        assert_eq!(examine(&honest, &StatusBook::new(), now()), undetermined);
        assert!(backdated.verify_with_status(&trust, &book, now()).is_err());
        // Seen before, shown whole or in part: it holds.
        assert_eq!(examine(&honest, &book, now()), (Verdict::Yes, None));
        assert_eq!(examine(&honest.show(&["sub"]).unwrap(), &book, now()), (Verdict::Yes, None));
        // Signed after, by its own account: it does not.
        let after = by_own_account("2026-03-01T00:00:00+08:00");
        let fault = VerifyError::Chain(ChainFault::new(certificate, ChainRule::Revoked));
        assert_eq!(examine(&after, &book, now()), (Verdict::No, Some(fault)));
        // Before the theft nothing had happened; what was seen in its very
        // second was not seen before it.
        let before = stolen - TimeDelta::seconds(1);
        assert_eq!(examine(&honest, &StatusBook::new(), before), (Verdict::Yes, None));
        let mut late = StatusBook::new();
        late.remember(&honest.verify(&crate::window::trust(), stolen).unwrap());
        assert_eq!(examine(&honest, &late, now()).0, Verdict::Undetermined);
        // Of two moments the earlier counts, whichever is said first.
        for order in [[seen, stolen], [stolen, seen]] {
            let mut trust = crate::window::trust();
            for since in order {
                trust.revoke_key(der, since).unwrap();
            }
            let report = honest.examine_with_status(&trust, &book, now());
            assert_eq!(report.verdict(Axis::Chain), Verdict::Undetermined);
        }
    }
    // Another key is not meant, and what is no certificate revokes nothing.
    let mut trust = trust();
    let other = crate::window::plan_for(2, 4).certify().leaf;
    trust.revoke_key(&other, stolen).unwrap();
    assert!(honest.verify(&trust, now()).is_ok());
    assert_eq!(trust.revoke_key(b"x", stolen).unwrap_err().code(), "anchor-certificate");
    // Lists and copies are soon made anew, so no proof is asked of them.
    let mut listed = crate::window::book(0, now());
    let license: License = crate::window::with_status().build().unwrap();
    let license = Plan::usual().issuer().issue(&license, seen, &mut random()).unwrap();
    let status = |book: &StatusBook| {
        let report = license.examine_with_status(&trust, book, now());
        report.on(Axis::Status).next().cloned()
    };
    assert_eq!(status(&listed), Some(VerifyError::StatusOutdated));
    let list = crate::window::published(0, now() + TimeDelta::seconds(1));
    let refused = ChainFault::new(1, ChainRule::Revoked);
    let added = listed.add(list, &trust, now());
    assert_eq!(added, Err(gov_license::StatusListError::Chain(refused.clone())));
    trust.revoke_key(&crate::window::plan_for(3, 7).certify().leaf, stolen).unwrap();
    let copy = crate::window::copy();
    let (user, cause) = (crate::window::USER, crate::window::CAUSE);
    let verified = copy.verify(&trust, &StatusBook::new(), user, cause, now());
    assert_eq!(verified.unwrap_err(), gov_license::CopyError::Chain(refused));
}
