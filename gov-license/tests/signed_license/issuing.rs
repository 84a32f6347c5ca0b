//! Before a license is signed: its type, and the version it follows.

use gov_license::{
    FaceField, FieldKind, IssueError, Issuer, LicenseBuilder, LicenseDirectory, LicenseType,
    LicenseTypeRecord, Mismatch, ValueFault,
};

use crate::desk::{at, builder, day, license, now, random, signed};
use crate::pki::{BUREAU, Plan};

fn field(name: &str, required: bool, kind: FieldKind) -> FaceField {
    FaceField { name: name.into(), zh: name.into(), required, kind }
}

/// One version of the type of the desk's license.
fn version(version: u32, effective: &str, face: Vec<FaceField>) -> LicenseType {
    LicenseType::try_new(LicenseTypeRecord {
        type_code: format!("{BUREAU}001"),
        type_name: "食品经营许可证".into(),
        authority_name: "样例市审批服务管理局".into(),
        authority_code: BUREAU.to_string(),
        holder_category: Some("自然人".into()),
        version,
        effective: effective.into(),
        face,
        ..LicenseTypeRecord::default()
    })
    .unwrap()
}

fn text(name: &str) -> FaceField {
    field(name, true, FieldKind::Text { max: 20 })
}

fn directory() -> LicenseDirectory {
    let first = vec![text("经营者名称"), text("经营项目"), text("住所")];
    let mut second = first.clone();
    second.push(field("面积", true, FieldKind::Number { unit: "平方米".into() }));
    let mut directory = LicenseDirectory::new();
    directory.publish(version(1, "2026-01-01", first)).unwrap();
    directory.publish(version(2, "2026-07-01", second)).unwrap();
    directory
}

fn issue(builder: LicenseBuilder) -> Result<(), IssueError> {
    let issuer = Plan::usual().issuer().with_directory(directory());
    issuer.issue(&builder.build().unwrap(), now(), &mut random()).map(|_| ())
}

#[test]
fn a_license_is_held_against_its_type_before_it_is_signed() {
    assert_eq!(issue(builder()), Ok(()));
    let refused = |mismatches: &[Mismatch]| Err(IssueError::Type(mismatches.to_vec()));
    // Everything that is wrong, at once.
    let wrong = builder().face("备注", "无").face("面积", "很大");
    let unknown = [Mismatch::Unknown { field: 4 }, Mismatch::Unknown { field: 5 }];
    assert_eq!(issue(wrong), refused(&unknown));
    // The version that counts on the day of issue, whenever it is signed.
    let later = |builder: LicenseBuilder| builder.issued_on(day("2026-07-01"));
    assert_eq!(issue(later(builder())), refused(&[Mismatch::Missing { field: 4 }]));
    let fault = ValueFault::Number;
    let value = [Mismatch::Value { field: 4, fault }];
    assert_eq!(issue(later(builder().face("面积", "很大"))), refused(&value));
    assert_eq!(issue(later(builder().face("面积", "12.5"))), Ok(()));
    let early = builder().issued_on(day("2025-12-31"));
    assert_eq!(issue(early), refused(&[Mismatch::UnknownType]));

    let error = IssueError::Type(unknown.to_vec());
    assert_eq!(
        error.to_string(),
        "issue: license: face field 4 is unknown to the type; \
         license: face field 5 is unknown to the type"
    );
    assert_eq!(error.zh(), "照面字段第4项不属于该证照类型；照面字段第5项不属于该证照类型");
}

#[test]
fn without_a_directory_a_license_is_signed_as_it_is() {
    let any = builder().face("备注", "无").build().unwrap();
    let issuer: Issuer<_> = Plan::usual().issuer();
    assert!(issuer.issue(&any, now(), &mut random()).is_ok());
}

#[test]
fn a_license_that_was_read_is_held_against_its_type_as_far_as_it_is_shown() {
    let directory = directory();
    let shown = signed().show(&["face.经营项目"]).unwrap();
    assert_eq!(directory.check_shown(shown.unverified()), Ok(()));
    let missing = [1, 3].map(|field| Mismatch::Missing { field });
    assert_eq!(directory.check(shown.unverified()), Err(missing.to_vec()));
    assert_eq!(directory.check(signed().unverified()), Ok(()));
    let unknown = LicenseDirectory::new().check_shown(shown.unverified());
    assert_eq!(unknown, Err(vec![Mismatch::UnknownType]));
}

#[test]
fn the_next_version_says_the_same_until_it_is_changed() {
    let old = license();
    let renewed = old.next_version().unwrap();
    let renewed = renewed.issued_on(day("2026-11-20")).face("备注", "延续").build().unwrap();
    assert_eq!(renewed.id().version(), 2);
    assert_eq!(renewed.id().previous_version().as_ref(), Some(old.id()));
    assert_eq!((renewed.name(), renewed.number()), (old.name(), old.number()));
    assert_eq!(renewed.issuing_authority_name(), old.issuing_authority_name());
    assert_eq!((renewed.holder(), renewed.holder_name()), (old.holder(), old.holder_name()));
    assert_eq!(renewed.face().len(), old.face().len() + 1);
    assert_eq!(renewed.face().get("住所"), old.face().get("住所"));
    // What every version has of its own is not carried over.
    assert_eq!((renewed.period().first(), renewed.period().last()), (day("2026-11-20"), None));
    assert_eq!(renewed.status(), None);
    let undated = old.next_version().unwrap().build().unwrap_err();
    assert_eq!(undated.code(), "license-missing");
    // A holder who was not shown is not made up.
    let shown = signed().show(&[]).unwrap();
    let nobody = shown.unverified().next_version().unwrap().issued_on(day("2026-11-20"));
    assert_eq!(nobody.build().unwrap_err().code(), "license-missing");
    let issued = at("2026-11-20T09:00:00+08:00");
    assert!(Plan::usual().issuer().issue(&renewed, issued, &mut random()).is_ok());
}
