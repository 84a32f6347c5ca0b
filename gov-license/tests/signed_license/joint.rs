//! Licenses that several hold together or several bodies issue.

use gov_license::gov_identity::{CreditCode, IdentityKey};
use gov_license::{
    Contradiction, Element, LicenseBuilder, LicenseError, LicenseStatus, LicenseType,
    LicenseTypeRecord, Mismatch, ReadError, SignedLicense, TextFault, VerificationResult,
    VerifyError,
};
use serde_json::json;

use crate::desk::{HOLDER, builder, now, random};
use crate::forge::{Draft, refused};
use crate::pki::{BUREAU, OTHER, Plan};

/// A number that GB 11643 itself gives as an example, and an organization.
const SECOND: &str = "111:440524188001010014";
const THIRD: &str = "001:11640200PDY000028K";

fn key(text: &str) -> IdentityKey {
    IdentityKey::parse(text).unwrap()
}

fn joint() -> LicenseBuilder {
    builder()
        .joint_holder(key(SECOND), "另一样例人")
        .joint_holder(key(THIRD), "样例单位")
        .joint_issuer(OTHER, "样例市自然资源局")
}

fn issued() -> SignedLicense {
    let license = joint().build().unwrap();
    Plan::usual().issuer().issue(&license, now(), &mut random()).unwrap()
}

#[test]
fn all_holders_and_all_bodies_are_read_as_they_were_written() {
    let signed = issued();
    assert!(signed.verify(&Plan::usual().trust(), now()).is_ok());
    let license = signed.unverified();
    assert_eq!(*license, joint().build().unwrap());
    assert_eq!(license.holders(), [key(HOLDER), key(SECOND), key(THIRD)]);
    assert_eq!(license.holder(), Some(&key(HOLDER)));
    let names: Vec<_> = license.holder_names().collect();
    assert_eq!(names, ["样例人", "另一样例人", "样例单位"]);
    let bodies: Vec<_> = license.joint_issuers().collect();
    assert_eq!(bodies, [(OTHER, "样例市自然资源局")]);
    assert_eq!(license.issuer(), BUREAU);
    assert!(!format!("{license:?}").contains("样例人"));
    // The claims are arrays where there are several, and texts where there is one.
    let draft = Draft::of(&signed);
    let codes = json!([BUREAU.as_str(), OTHER.as_str()]);
    assert_eq!(draft.payload["CertificateIssuingAuthorityCode"], codes);
    let usual = Draft::usual();
    assert_eq!(usual.payload["CertificateIssuingAuthorityCode"], BUREAU.as_str());
    // The next version is held by the same.
    let next = license.next_version().unwrap().issued_on(license.issued_on()).build().unwrap();
    assert_eq!(next.holders(), license.holders());
    assert_eq!(next.joint_issuers().collect::<Vec<_>>(), bodies);
}

#[test]
fn holders_are_shown_together_or_not_at_all() {
    let show = |names: &[&str]| issued().show(names).unwrap();
    assert_eq!(show(&[]).unverified().holders(), []);
    let (code, kind) = ("CertificateHolderCode", "CertificateHolderType");
    assert_eq!(show(&[code, kind]).unverified().holders().len(), 3);
    assert_eq!(show(&[code]).unverified().holders(), []);
    // The subject is the first of them.
    assert_eq!(show(&["sub"]).unverified().holders(), [key(HOLDER)]);
    let named = show(&["sub", "CertificateHolderName"]);
    assert_eq!(named.unverified().holder_names().len(), 3);
    assert!(named.verify(&Plan::usual().trust(), now()).is_ok());
}

#[test]
fn nobody_stands_twice_and_every_name_is_one() {
    let build = |builder: LicenseBuilder| builder.build().map(|_| ());
    let twice = |element| Err(LicenseError::Twice { element });
    assert_eq!(build(joint().joint_holder(key(HOLDER), "x")), twice(Element::HolderCode));
    assert_eq!(build(joint().joint_holder(key(THIRD), "x")), twice(Element::HolderCode));
    let body = Element::IssuingAuthorityCode;
    assert_eq!(build(joint().joint_issuer(BUREAU, "x")), twice(body));
    assert_eq!(build(joint().joint_issuer(OTHER, "x")), twice(body));
    let blank = |element| Err(LicenseError::Text { element, fault: TextFault::Blank });
    let third = CreditCode::parse("91640200MA0000007F").unwrap();
    assert_eq!(build(joint().joint_issuer(third, " ")), blank(Element::IssuingAuthorityName));
    let nameless = builder().joint_holder(key(SECOND), "");
    assert_eq!(build(nameless), blank(Element::HolderName));
}

/// The desk's license with these claims about its holders, and no others.
fn about(claims: &[(&str, serde_json::Value)]) -> Draft {
    let mut draft = Draft::usual().show(&[]);
    for (number, (name, value)) in claims.iter().enumerate() {
        draft.disclose("/_sd", &json!([format!("{number:0>22}"), name, value]).to_string());
    }
    draft
}

#[test]
fn lists_that_do_not_fit_one_another_are_refused_or_contradict() {
    let (code, kind, name) =
        ("CertificateHolderCode", "CertificateHolderType", "CertificateHolderName");
    let numbers = json!(["11010519491231002X", "440524188001010014"]);
    let good = [("sub", json!(HOLDER)), (code, numbers.clone()), (kind, json!(["111", "111"]))];
    assert_eq!(about(&good).read().unwrap().unverified().holders(), [key(HOLDER), key(SECOND)]);
    for (claim, claims) in [
        (code, vec![(code, numbers.clone()), (kind, json!("111"))]),
        (code, vec![(code, json!(["11010519491231002X"])), (kind, json!("111"))]),
        (kind, vec![(code, json!("11010519491231002X")), (kind, json!([]))]),
        (kind, vec![(code, numbers.clone()), (kind, json!(["111", 111]))]),
        (name, vec![(name, json!(["样例人"]))]),
        (name, vec![(name, json!({}))]),
    ] {
        refused(&about(&claims).text(), ReadError::Claim { claim });
    }
    let contradicts = |claims: &[(&str, serde_json::Value)]| {
        let read = about(claims).read().unwrap();
        let error = read.verify(&Plan::usual().trust(), now()).unwrap_err();
        assert_eq!(error, VerifyError::Contradiction(Contradiction::Holder));
    };
    let kinds = (kind, json!(["111", "111"]));
    contradicts(&[("sub", json!(SECOND)), (code, numbers.clone()), kinds.clone()]);
    contradicts(&[(code, numbers.clone()), kinds, (name, json!("样例人"))]);

    let (codes, names) = ("CertificateIssuingAuthorityCode", "CertificateIssuingAuthorityName");
    let bodies = json!([BUREAU.as_str(), OTHER.as_str()]);
    let claim = codes;
    refused(&Draft::usual().set(codes, bodies.clone()).text(), ReadError::Claim { claim });
    let two = Draft::usual().set(names, json!(["甲局", "乙局"]));
    refused(&two.text(), ReadError::Claim { claim });
    let two = |codes_: serde_json::Value| {
        Draft::usual().set(names, json!(["甲局", "乙局"])).set(codes, codes_)
    };
    assert!(two(bodies).read().unwrap().verify(&Plan::usual().trust(), now()).is_ok());
    // The body of the identifier comes first.
    let turned = two(json!([OTHER.as_str(), BUREAU.as_str()])).read().unwrap_err();
    let twice = LicenseError::Twice { element: Element::IssuingAuthorityCode };
    assert_eq!(turned, ReadError::License(twice));
    let third = two(json!([OTHER.as_str(), "91640200MA0000007F"])).read().unwrap();
    let error = third.verify(&Plan::usual().trust(), now()).unwrap_err();
    assert_eq!(error, VerifyError::Contradiction(Contradiction::IssuingAuthority));
}

#[test]
fn a_type_asks_for_every_holder_and_a_question_names_them_all() {
    let license = joint().build().unwrap();
    let kind = |scope: &str| {
        LicenseType::try_new(LicenseTypeRecord {
            type_code: format!("{BUREAU}001"),
            type_name: "不动产权证书".into(),
            authority_name: "样例市自然资源局".into(),
            authority_code: BUREAU.to_string(),
            holder_category: Some(scope.into()),
            version: 1,
            effective: "2026-01-01".into(),
            ..LicenseTypeRecord::default()
        })
        .unwrap()
    };
    let holder = |scope| kind(scope).check(&license).unwrap_err().contains(&Mismatch::Holder);
    assert_eq!(["自然人", "法人和其他组织", "混合"].map(holder), [true, true, false]);

    let ask = |element, said: &str| {
        let record = Some((&license, LicenseStatus::Valid));
        VerificationResult::verify(&[(element, said)], &[element], record)
    };
    let (valid, mismatch) = (VerificationResult::Valid, VerificationResult::Mismatch);
    assert_eq!(ask(Element::HolderName, "样例人^另一样例人^样例单位"), valid);
    assert_eq!(ask(Element::HolderName, "样例人"), mismatch);
    assert_eq!(ask(Element::HolderType, "111^111^001"), valid);
    let numbers = "11010519491231002X^440524188001010014^11640200PDY000028K";
    assert_eq!(ask(Element::HolderCode, numbers), valid);
    let codes = format!("{BUREAU}^{OTHER}");
    assert_eq!(ask(Element::IssuingAuthorityCode, &codes), valid);
    assert_eq!(ask(Element::IssuingAuthorityCode, BUREAU.as_str()), mismatch);
    assert_eq!(ask(Element::IssuingAuthorityName, "样例市审批服务管理局^样例市自然资源局"), valid);
}

#[cfg(feature = "serde")]
#[test]
fn a_record_has_lists_where_there_are_several() {
    use serde_json::{Value, from_value, to_value};
    let license = joint().build().unwrap();
    let record = to_value(&license).unwrap();
    assert_eq!(record["CertificateHolderType"], json!(["111", "111", "001"]));
    // Through text, so that the order of the fields is kept.
    let text = serde_json::to_string(&license).unwrap();
    assert_eq!(serde_json::from_str::<gov_license::License>(&text).unwrap(), license);
    let refused = |name: &str, value: Value| {
        let mut record = record.clone();
        record[name] = value;
        from_value::<gov_license::License>(record).unwrap_err().to_string()
    };
    assert_eq!(
        refused("CertificateHolderName", json!(["样例人"])),
        "license: CertificateHolderName is an array of less than two"
    );
    assert_eq!(
        refused("CertificateHolderName", json!("样例人")),
        "license: the holders have not as many names as codes"
    );
    assert_eq!(
        refused("CertificateHolderType", json!("111")),
        "license: holder code and holder type stand together or not at all"
    );
    assert_eq!(
        refused("CertificateIssuingAuthorityName", json!("样例局")),
        "license: the issuing bodies have not as many names as codes"
    );
    let error = refused("CertificateIssuingAuthorityCode", json!([BUREAU.as_str(), "x"]));
    assert!(error.starts_with("license: CertificateIssuingAuthorityCode: "), "{error}");
    let other =
        refused("CertificateIssuingAuthorityCode", json!([OTHER.as_str(), BUREAU.as_str()]));
    assert_eq!(other, "license: CertificateIssuingAuthorityCode differs from the identifier");
    #[cfg(feature = "schemars")]
    {
        let schema = to_value(schemars::schema_for!(gov_license::License)).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        assert!(schema.is_valid(&record));
        let mut one = record.clone();
        one["CertificateHolderName"] = json!(["样例人"]);
        assert!(!schema.is_valid(&one));
    }
}
