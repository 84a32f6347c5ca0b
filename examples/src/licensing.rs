//! Making the license that a case has granted (制证).

use std::error::Error;

use chrono::{DateTime, Datelike, FixedOffset, Months};
use ed25519_dalek::SigningKey;
use gov_catalog::Item;
use gov_identity::IdentityKey;
use gov_license::{
    Ed25519Signer, HolderKey, Issuer, License, LicenseId, LicenseTypeCode, ObjectId, SignedLicense,
    TrustPolicy,
};

use crate::authority::{Authority, LICENSE_SIGNING};
use crate::cast::{REPRESENTATIVE_NAME, SHOP, SHOP_NAME};
use crate::office::Docket;
use crate::seed::Seed;

/// License number: JY for the trade in food, 2 for catering, the division, a
/// serial and a check digit (食品经营许可证编号). Made up.
const NUMBER: &str = "JY26402020000017";

/// A license and the certificates behind it.
pub(crate) struct Signed {
    pub(crate) license: SignedLicense,
    pub(crate) authority: Authority,
    /// The key that the license is bound to.
    pub(crate) phone: SigningKey,
}

/// The license for the case on the desk, signed by the body of the item.
pub(crate) fn issue(
    docket: &Docket,
    item: &Item,
    seed: Seed<'_>,
    at: DateTime<FixedOffset>,
) -> Result<Signed, Box<dyn Error>> {
    let body = item.body();
    let license_type = item.outcome().license_type.ok_or("the item ends in no license")?;
    let id =
        LicenseId::try_new(LicenseTypeCode::parse(license_type.as_str())?, body.code, NUMBER, 1)?;
    // Both dates are those of the decision: 食品经营许可和备案管理办法第二十三条.
    let granted = docket.case.decision().ok_or("the case is not decided")?.on;
    let years = item.outcome().validity_years.map(u32::from);
    let last = years.and_then(|years| {
        granted.checked_add_months(Months::new(years.saturating_mul(12)))?.pred_opt()
    });
    let license = License::builder(id)
        .name(item.outcome().name.as_str())
        .number(NUMBER)
        .issuing_authority_name(body.name.as_str())
        .issued_on(granted)
        .period(granted, last)
        .holder(IdentityKey::from(SHOP), SHOP_NAME)
        .face("法定代表人", REPRESENTATIVE_NAME)
        .face("经营场所", "石嘴山市大武口区样例路1号")
        .face("主体业态", "餐饮服务经营者")
        .face("经营项目", "热食类食品制售")
        .build()?;

    let authority =
        Authority::certify(seed, body.code, &body.name, (granted.year(), granted.year() + 10))?;
    let signer = Ed25519Signer::from_seed(authority.key.as_bytes());
    let issuer = Issuer::try_new(body.code, signer, authority.chain.to_vec())?;
    // The key in the shop's phone, made here as all keys of the demonstration.
    let phone = seed.key("phone");
    let bound = HolderKey::try_new(phone.verifying_key().as_bytes()).ok_or("not a key")?;
    let license = issuer.issue_bound(&license, &bound, at, &mut seed.random("salts"))?;
    Ok(Signed { license, authority, phone })
}

/// Whom the demonstration trusts, and for what.
pub(crate) fn policy() -> Result<TrustPolicy, Box<dyn Error>> {
    let usage = ObjectId::parse(LICENSE_SIGNING).ok_or("not an object identifier")?;
    Ok(TrustPolicy::new(usage))
}
