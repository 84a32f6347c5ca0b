//! Copies that a library makes for one user and one purpose.

use chrono::{DateTime, FixedOffset};
use gov_license::{
    AnnotatedCopy, ChainFault, ChainRule, CopyError, HeaderFault, IssueError, ObjectId, ReadError,
    StatusBook, TrustPolicy, TrustStore, VerifyError,
};
use rcgen::ExtendedKeyUsagePurpose;
use serde_json::{Value, json};

use crate::desk::{at, license, now, signed};
use crate::forge::{Draft, decode, jws};
use crate::pki::{BUREAU, Key, OTHER, Plan, policy};

pub(crate) const USER: &str = "样例市不动产登记中心";
pub(crate) const FOR: &str = "办理不动产登记";
pub(crate) const COPY_PURPOSE: [u64; 4] = [2, 999, 36903, 3];

/// The library of the usual bureau, with a key of its own.
pub(crate) fn library() -> Plan {
    let mut plan = Plan::usual();
    plan.leaf_key = Key::from_seed([7; 32]);
    plan.leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::Other(COPY_PURPOSE.to_vec())];
    plan
}

pub(crate) fn copy_policy() -> TrustPolicy {
    let purpose = COPY_PURPOSE.map(|arc| arc.to_string()).join(".");
    policy().with_copy_signing(ObjectId::parse(&purpose).unwrap())
}

pub(crate) fn trust_under(policy: TrustPolicy) -> TrustStore {
    let mut trust = TrustStore::new(policy);
    trust.add_root_der(&Plan::usual().certify().root).unwrap();
    trust
}

/// Made now, good for a day.
pub(crate) fn copy() -> AnnotatedCopy {
    let shown = signed().show(&["face.经营项目"]).unwrap();
    let until = now() + chrono::Days::new(1);
    library().issuer().annotate(&shown, USER, FOR, now(), until).unwrap()
}

fn check(
    copy: &AnnotatedCopy,
    user: &str,
    purpose: &str,
    at: DateTime<FixedOffset>,
) -> Result<(), CopyError> {
    let trust = trust_under(copy_policy());
    copy.verify(&trust, &StatusBook::new(), user, purpose, at).map(|_| ())
}

#[test]
fn a_copy_says_for_whom_and_what_for_and_shows_the_chosen_elements() {
    let read = AnnotatedCopy::parse(copy().as_str()).unwrap();
    assert_eq!(read, copy());
    let trust = trust_under(copy_policy());
    let verified = read.verify(&trust, &StatusBook::new(), USER, FOR, now()).unwrap();
    assert_eq!((verified.user(), verified.purpose(), verified.maker()), (USER, FOR, BUREAU));
    let shown = verified.license().license();
    assert_eq!((shown.id(), shown.holder()), (license().id(), None));
    assert_eq!(shown.face().iter().count(), 1);
    assert!(!format!("{verified:?}").contains("JY26402000000001"));
}

#[test]
fn a_copy_is_worth_nothing_outside_its_user_purpose_and_time() {
    let copy = copy();
    assert_eq!(check(&copy, "样例市医院", FOR, now()), Err(CopyError::OtherUser));
    assert_eq!(check(&copy, USER, "办理贷款", now()), Err(CopyError::OtherPurpose));
    assert_eq!(check(&copy, USER, &FOR.replace("登记", ""), now()), Err(CopyError::OtherPurpose));
    assert_eq!(check(&copy, USER, FOR, at("2026-06-02T09:59:59+08:00")), Ok(()));
    assert_eq!(check(&copy, USER, FOR, at("2026-06-02T10:00:00+08:00")), Err(CopyError::Expired));
    assert_eq!(check(&copy, USER, FOR, at("2026-06-01T09:59:00+08:00")), Ok(()));
    let future = Err(CopyError::MadeInFuture { seconds: 61 });
    assert_eq!(check(&copy, USER, FOR, at("2026-06-01T09:58:59+08:00")), future);
}

#[test]
fn a_purpose_has_one_to_two_hundred_characters() {
    let annotate = |user: &str, purpose: &str| {
        let until = now() + chrono::Days::new(1);
        library().issuer().annotate(&signed(), user, purpose, now(), until).map(|_| ())
    };
    let refused = |claim| Err(IssueError::Unreadable(ReadError::Claim { claim }));
    assert_eq!(annotate(USER, "办"), Ok(()));
    assert_eq!(annotate(USER, &"办".repeat(200)), Ok(()));
    assert_eq!(annotate(USER, &"办".repeat(201)), refused("purpose"));
    assert_eq!(annotate(USER, ""), refused("purpose"));
    assert_eq!(annotate(USER, "办\n理"), refused("purpose"));
    assert_eq!(annotate(" ", FOR), refused("user"));
    let ended = library().issuer().annotate(&signed(), USER, FOR, now(), now());
    assert_eq!(ended.map(|_| ()), refused("exp"));
}

#[test]
fn a_copy_needs_a_maker_who_may_make_copies() {
    let verify = |plan: &Plan, policy| {
        let until = now() + chrono::Days::new(1);
        let copy = plan.issuer().annotate(&signed(), USER, FOR, now(), until).unwrap();
        let verified = copy.verify(&trust_under(policy), &StatusBook::new(), USER, FOR, now());
        verified.map(|_| ())
    };
    assert_eq!(verify(&library(), copy_policy()), Ok(()));
    assert_eq!(verify(&library(), policy()), Err(CopyError::NoPurpose));
    let refused = Err(CopyError::Chain(ChainFault::new(1, ChainRule::Purpose)));
    assert_eq!(verify(&Plan::usual(), copy_policy()), refused);
    // The certificate names another body than the copy does.
    let mut other = Plan::of(OTHER);
    other.leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::Other(COPY_PURPOSE.to_vec())];
    assert_eq!(verify(&other, copy_policy()), Err(CopyError::OtherMaker));
}

/// A copy as somebody else might write it, signed with this key.
fn draft(key: &Key, change: impl FnOnce(&mut Value, &mut Value)) -> String {
    let text = copy().as_str().to_owned();
    let mut pieces = text.split('.').map(|piece| serde_json::from_slice(&decode(piece)));
    let (mut header, mut payload) =
        (pieces.next().unwrap().unwrap(), pieces.next().unwrap().unwrap());
    change(&mut header, &mut payload);
    jws(&header.to_string(), &payload.to_string(), key)
}

#[test]
fn a_copy_is_only_as_good_as_the_license_in_it() {
    let forged = Draft::usual().set("CertificateName", json!("药品经营许可证")).text();
    let unsigned = forged.replace(forged.split(['.', '~']).nth(2).unwrap(), &"A".repeat(86));
    let text = draft(&library().leaf_key, |_, payload| payload["license"] = json!(unsigned));
    let copy = AnnotatedCopy::parse(&text).unwrap();
    let refused = Err(CopyError::License(VerifyError::SignatureInvalid));
    assert_eq!(check(&copy, USER, FOR, now()), refused);
}

#[test]
fn a_copy_that_was_changed_is_no_ones() {
    let honest = draft(&library().leaf_key, |_, _| ());
    assert_eq!(check(&AnnotatedCopy::parse(&honest).unwrap(), USER, FOR, now()), Ok(()));
    let text = draft(&Plan::usual().leaf_key, |_, payload| payload["purpose"] = json!("办理贷款"));
    let copy = AnnotatedCopy::parse(&text).unwrap();
    assert_eq!(check(&copy, USER, "办理贷款", now()), Err(CopyError::SignatureInvalid));
}

#[test]
fn a_copy_is_read_in_one_way_only() {
    let key = library().leaf_key;
    for claim in ["iss", "iat", "exp", "user", "purpose", "license"] {
        let text = draft(&key, |_, payload| drop(payload.as_object_mut().unwrap().remove(claim)));
        assert_eq!(AnnotatedCopy::parse(&text).unwrap_err(), ReadError::Missing { claim });
        let text = draft(&key, |_, payload| payload[claim] = json!([1]));
        assert_eq!(AnnotatedCopy::parse(&text).unwrap_err(), ReadError::Claim { claim });
    }
    for claim in ["vct", "jti", "sub", "aud", "nonce", "sd_hash", "status_list", "cnf", "_sd"] {
        let text = draft(&key, |_, payload| payload[claim] = json!("x"));
        assert_eq!(AnnotatedCopy::parse(&text).unwrap_err(), ReadError::ForeignClaim { claim });
    }
    let text = draft(&key, |header, _| header["typ"] = json!("dc+sd-jwt"));
    assert_eq!(AnnotatedCopy::parse(&text).unwrap_err(), ReadError::Header(HeaderFault::Type));
    let text = draft(&key, |_, payload| payload["iss"] = json!("002:11640200PDY00001XK"));
    assert_eq!(AnnotatedCopy::parse(&text).unwrap_err(), ReadError::Claim { claim: "iss" });
    let text = draft(&key, |_, payload| payload["iss"] = json!("001:1"));
    assert_eq!(AnnotatedCopy::parse(&text).unwrap_err().code(), "claim-code");
    let error = AnnotatedCopy::parse(&"x".repeat(131_073)).unwrap_err();
    assert_eq!(error, ReadError::TooLong { limit: 131_072 });
}
