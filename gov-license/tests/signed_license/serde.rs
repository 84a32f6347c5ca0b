//! The serialized forms, and what a schema says of them.

use gov_license::{Face, HolderCode, License, LicenseId, LicenseTypeCode, SignedLicense};
use serde_json::{Value, from_value, json, to_value};

use crate::desk::{builder, license, signed};

fn record() -> Value {
    to_value(license()).unwrap()
}

#[test]
fn a_license_is_its_elements_by_their_names() {
    let expected = json!({
        "CertificateIdentifier": license().id().as_str(),
        "CertificateTypeCode": "11640200PDY00001XK001",
        "CertificateName": "食品经营许可证",
        "CertificateNumber": "JY26402000000001",
        "CertificateIssuingAuthorityName": "样例市审批服务管理局",
        "CertificateIssuingAuthorityCode": "11640200PDY00001XK",
        "CertificateIssuedDate": "2026-01-05",
        "CertificateEffectiveDate": "2026-01-05",
        "CertificateExpiringDate": "2026-12-31",
        "CertificateHolderName": "样例人",
        "CertificateHolderCode": "11010519491231002X",
        "CertificateHolderType": "111",
        "face": { "经营者名称": "样例小吃店", "经营项目": "热食类食品制售", "住所": "样例市样例路1号\n二层" },
    });
    assert_eq!(record(), expected);
    // Through text, so that the order of the fields is kept.
    let text = serde_json::to_string(&license()).unwrap();
    assert_eq!(serde_json::from_str::<License>(&text).unwrap(), license());
    assert!(text.find("经营者名称") < text.find("住所"));
}

#[test]
fn everything_optional_may_be_away() {
    let status = gov_license::StatusReference::try_new("https://a.cn", 7).unwrap();
    let full = builder().status(status).build().unwrap();
    let text = serde_json::to_string(&full).unwrap();
    assert_eq!(serde_json::from_str::<License>(&text).unwrap(), full);
    let mut value = record();
    for name in [
        "CertificateExpiringDate",
        "CertificateHolderName",
        "CertificateHolderCode",
        "CertificateHolderType",
        "face",
    ] {
        value.as_object_mut().unwrap().remove(name).unwrap();
    }
    let bare: License = from_value(value.clone()).unwrap();
    assert_eq!((bare.holder(), bare.holder_name(), bare.face().len()), (None, None, 0));
    assert_eq!(to_value(bare).unwrap(), value);
}

#[test]
fn a_record_that_is_no_license_is_refused_without_repeating_it() {
    let refused = |name: &str, value: Value| {
        let mut record = record();
        record[name] = value;
        from_value::<License>(record).unwrap_err().to_string()
    };
    let id = "license identifier: expected 10 pieces between full stops, found 1";
    assert_eq!(refused("CertificateIdentifier", json!("x")), id);
    for (name, value, error) in [
        (
            "CertificateTypeCode",
            "11640200PDY00001XK002",
            "license: CertificateTypeCode differs from the identifier",
        ),
        ("CertificateTypeCode", "x", "license: CertificateTypeCode differs from the identifier"),
        (
            "CertificateIssuingAuthorityCode",
            "11640200PDY000028K",
            "license: CertificateIssuingAuthorityCode differs from the identifier",
        ),
        (
            "CertificateIssuedDate",
            "20260105",
            "license: CertificateIssuedDate is not a date as YYYY-MM-DD",
        ),
        (
            "CertificateExpiringDate",
            "2026-01-04",
            "license: the last day of validity comes before the first",
        ),
        ("CertificateName", "", "license: CertificateName is blank"),
    ] {
        assert_eq!(refused(name, json!(value)), error);
    }
    let general = "expected the elements of a license by their names";
    assert_eq!(refused("CertificateNumber", json!(110_105_194_912_310_021_u64)), general);
    assert_eq!(refused("11010519491231002X", json!("an unknown element")), general);
    assert_eq!(refused("face", json!({ "a": 110_105_194_912_310_021_u64 })), general);
    assert_eq!(refused("face", json!({ "_sd": "a" })), general);
    let mut half = record();
    half.as_object_mut().unwrap().remove("CertificateHolderType");
    let error = from_value::<License>(half).unwrap_err().to_string();
    assert_eq!(error, "license: holder code and holder type stand together or not at all");
    let error = refused("CertificateHolderCode", json!("110105194912310021"));
    assert!(error.starts_with("license: holder: ") && !error.contains("110105"), "{error}");
    let error = refused("status", json!({ "uri": "", "idx": 1 }));
    assert_eq!(error, "license: the status is not a place in a list");
}

#[test]
fn codes_and_signed_licenses_are_their_text() {
    let (id, kind) = (license().id().clone(), license().type_code());
    assert_eq!(to_value(&id).unwrap(), id.as_str());
    assert_eq!(from_value::<LicenseId>(json!(id.as_str())).unwrap(), id);
    assert_eq!(to_value(kind).unwrap(), kind.as_str());
    assert_eq!(from_value::<LicenseTypeCode>(json!(kind.as_str())).unwrap(), kind);
    let code = HolderCode::parse("111").unwrap();
    assert_eq!(from_value::<HolderCode>(to_value(code).unwrap()).unwrap(), code);
    let signed = signed();
    assert_eq!(to_value(&signed).unwrap(), signed.as_str());
    assert_eq!(from_value::<SignedLicense>(json!(signed.as_str())).unwrap(), signed);

    let number = json!(110_105_194_912_310_021_u64);
    let said = |error: serde_json::Error| error.to_string();
    assert_eq!(
        said(from_value::<LicenseId>(number.clone()).unwrap_err()),
        "expected a license identifier in a string"
    );
    assert_eq!(
        said(from_value::<SignedLicense>(json!("x")).unwrap_err()),
        "signed text: not an SD-JWT in compact form"
    );
    assert_eq!(
        said(from_value::<Face>(number).unwrap_err()),
        "expected face fields as names and texts"
    );
    let twice = serde_json::from_str::<Face>(r#"{"a":"1","a":"2","b":"3"}"#).unwrap_err();
    assert!(said(twice).starts_with("face field 2: the name stands already"));
}

#[cfg(feature = "schemars")]
#[test]
fn the_schema_of_a_license_names_what_a_license_writes() {
    let schema = to_value(schemars::schema_for!(License)).unwrap();
    let known = schema["properties"].as_object().unwrap();
    let status = gov_license::StatusReference::try_new("https://a.cn", 7).unwrap();
    let written = to_value(builder().status(status).build().unwrap()).unwrap();
    let written = written.as_object().unwrap();
    assert_eq!(known.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
    // Exactly the required members cannot be left away.
    let required: Vec<_> = schema["required"].as_array().unwrap().iter().collect();
    for name in known.keys() {
        let mut record = written.clone();
        record.remove(name);
        if name.starts_with("CertificateHolder") && name != "CertificateHolderName" {
            continue; // These two go together.
        }
        let needed = from_value::<License>(Value::Object(record)).is_err();
        assert_eq!(needed, required.contains(&&json!(name)), "{name}");
    }
}

#[cfg(feature = "schemars")]
#[test]
fn a_schema_and_its_parser_agree() {
    use jsonschema::validator_for;
    use schemars::schema_for;

    let whole = validator_for(&to_value(schema_for!(License)).unwrap()).unwrap();
    assert!(whole.is_valid(&record()));
    let mut bad = vec![json!({}), json!("x")];
    for (name, value) in [
        ("CertificateIdentifier", json!("x")),
        ("CertificateIssuedDate", json!("20260105")),
        ("CertificateIssuingAuthorityCode", json!("x")),
        ("CertificateNumber", json!(1)),
        ("CertificateName", json!("")),
        ("face", json!({ "a": 1 })),
        ("status", json!({ "uri": "https://a.cn" })),
        ("an unknown element", json!("x")),
    ] {
        let mut record = record();
        record[name] = value;
        bad.push(record);
    }
    for record in bad {
        assert!(!whole.is_valid(&record), "{record}");
        assert!(from_value::<License>(record).is_err());
    }

    let id = validator_for(&to_value(schema_for!(LicenseId)).unwrap()).unwrap();
    let kind = validator_for(&to_value(schema_for!(LicenseTypeCode)).unwrap()).unwrap();
    let code = validator_for(&to_value(schema_for!(HolderCode)).unwrap()).unwrap();
    let text = validator_for(&to_value(schema_for!(SignedLicense)).unwrap()).unwrap();
    assert!(id.is_valid(&json!(license().id().as_str())));
    assert!(kind.is_valid(&json!(license().type_code().as_str())));
    assert!(code.is_valid(&json!("111")));
    assert!(text.is_valid(&json!(signed().as_str())));
    for wrong in ["", "1.2.156.3005.2", "11640200PDY00001XK0011", "11A", "a.b~"] {
        for schema in [&id, &kind, &code, &text] {
            assert!(!schema.is_valid(&json!(wrong)), "{wrong}");
        }
    }
}
