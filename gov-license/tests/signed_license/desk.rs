//! A license on the desk: what most tests begin with.
use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_license::gov_identity::{CreditCode, IdentityKey};
use gov_license::{License, LicenseBuilder, LicenseId, LicenseTypeCode, SignedLicense};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::pki::{BUREAU, Plan};

/// The official specimen of the standard, not a person.
pub(crate) const HOLDER: &str = "111:11010519491231002X";

pub(crate) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn now() -> DateTime<FixedOffset> {
    at("2026-06-01T10:00:00+08:00")
}

pub(crate) fn random() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([9; 32])
}

pub(crate) fn type_code(body: CreditCode) -> LicenseTypeCode {
    LicenseTypeCode::parse(&format!("{body}001")).unwrap()
}

pub(crate) fn builder_of(body: CreditCode) -> LicenseBuilder {
    License::builder(LicenseId::try_new(type_code(body), body, "2026000001", 1).unwrap())
        .name("食品经营许可证")
        .number("JY26402000000001")
        .issuing_authority_name("样例市审批服务管理局")
        .issued_on(day("2026-01-05"))
        .period(day("2026-01-05"), Some(day("2026-12-31")))
        .holder(IdentityKey::parse(HOLDER).unwrap(), "样例人")
        .face("经营者名称", "样例小吃店")
        .face("经营项目", "热食类食品制售")
        .face("住所", "样例市样例路1号\n二层")
}

pub(crate) fn builder() -> LicenseBuilder {
    builder_of(BUREAU)
}

pub(crate) fn license() -> License {
    builder().build().unwrap()
}

/// The license, signed by the usual bureau on the day of issue.
pub(crate) fn signed() -> SignedLicense {
    let issued = at("2026-01-05T09:00:00+08:00");
    Plan::usual().issuer().issue(&license(), issued, &mut random()).unwrap()
}
