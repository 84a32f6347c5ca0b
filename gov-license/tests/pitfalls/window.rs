//! What most pitfalls need beside a license: a window with everything it
//! trusts, lists, a holder's phone, a library.

use chrono::{DateTime, Days, FixedOffset};
use gov_license::{
    AnnotatedCopy, Challenge, Ed25519Signer, HolderKey, Issuer, LicenseBuilder, ObjectId,
    Presentation, SignedLicense, SignedStatusList, Signer, StatusBook, StatusList, StatusReference,
    StatusWidth, TrustPolicy, TrustStore,
};
use rcgen::ExtendedKeyUsagePurpose;

use crate::desk::{at, builder, now, random};
use crate::pki::{Key, Plan, policy};

pub(crate) const URI: &str = "https://status.example.cn/2026/1";
pub(crate) const PLACE: u32 = 42;
pub(crate) const USER: &str = "样例市不动产登记中心";
pub(crate) const CAUSE: &str = "办理不动产登记";

/// The usual bureau with another key, certified for another purpose.
pub(crate) fn plan_for(purpose: u64, seed: u8) -> Plan {
    let mut plan = Plan::usual();
    plan.leaf_key = Key::from_seed([seed; 32]);
    let purpose = ExtendedKeyUsagePurpose::Other(vec![2, 999, 36903, purpose]);
    plan.leaf.extended_key_usages = vec![purpose];
    plan
}

pub(crate) fn publisher() -> Issuer<Ed25519Signer> {
    plan_for(2, 4).issuer()
}

pub(crate) fn library() -> Issuer<Ed25519Signer> {
    plan_for(3, 7).issuer()
}

pub(crate) fn whole_policy() -> TrustPolicy {
    let purpose = |last| ObjectId::parse(&format!("2.999.36903.{last}")).unwrap();
    policy().with_status_signing(purpose(2)).with_copy_signing(purpose(3))
}

pub(crate) fn trust() -> TrustStore {
    let mut trust = TrustStore::new(whole_policy());
    trust.add_root_der(&Plan::usual().certify().root).unwrap();
    trust
}

/// A list of 64 places with one entry, signed at a moment and good for a day.
pub(crate) fn published(status: u8, moment: DateTime<FixedOffset>) -> SignedStatusList {
    let mut list = StatusList::new(StatusWidth::Two, 64);
    list.set(usize::try_from(PLACE).unwrap(), status).unwrap();
    publisher().publish(&list, URI, moment, moment + Days::new(1), None).unwrap()
}

pub(crate) fn book(status: u8, moment: DateTime<FixedOffset>) -> StatusBook {
    let mut book = StatusBook::new();
    book.add(published(status, moment), &trust(), moment).unwrap();
    book
}

pub(crate) fn with_status() -> LicenseBuilder {
    builder().status(StatusReference::try_new(URI, PLACE).unwrap())
}

/// Signed by the usual bureau at a moment.
pub(crate) fn issue(license: LicenseBuilder, moment: DateTime<FixedOffset>) -> SignedLicense {
    Plan::usual().issuer().issue(&license.build().unwrap(), moment, &mut random()).unwrap()
}

pub(crate) fn listed() -> SignedLicense {
    issue(with_status(), at("2026-01-05T09:00:00+08:00"))
}

pub(crate) fn phone() -> Ed25519Signer {
    Ed25519Signer::from_seed(&[5; 32])
}

pub(crate) fn bound() -> SignedLicense {
    let key = HolderKey::try_new(&phone().public_key()).unwrap();
    let issued = at("2026-01-05T09:00:00+08:00");
    let license = builder().build().unwrap();
    Plan::usual().issuer().issue_bound(&license, &key, issued, &mut random()).unwrap()
}

pub(crate) fn challenge() -> Challenge {
    Challenge::try_new("https://window.example.cn", "n-0S6_WzA2Mj").unwrap()
}

pub(crate) fn shown() -> Presentation {
    bound().present(&challenge(), &phone(), now()).unwrap()
}

pub(crate) fn copy() -> AnnotatedCopy {
    let until = now() + Days::new(1);
    library().annotate(&crate::desk::signed(), USER, CAUSE, now(), until).unwrap()
}
