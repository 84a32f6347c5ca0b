//! What makes a license, and what makes a face.
#![cfg(test)]

use chrono::NaiveDate;
use gov_license::gov_identity::IdentityKey;
use gov_license::{
    Element, Face, FaceError, License, LicenseBuilder, LicenseError, LicenseId, ObjectId, Period,
    StatusReference, TextFault,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn builder() -> LicenseBuilder {
    let text = "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U";
    License::builder(LicenseId::parse(text).unwrap())
        .name("许可证")
        .number("1")
        .issuing_authority_name("样例局")
        .issued_on(day("2026-01-05"))
        .holder(IdentityKey::parse("001:11640200PDY00001XK").unwrap(), "样例单位")
}

#[track_caller]
fn refused(builder: LicenseBuilder, error: LicenseError) {
    assert_eq!(builder.build(), Err(error));
}

#[test]
fn a_license_is_what_was_given() {
    let license = builder().face("甲", "1").face("乙", "2").build().unwrap();
    assert_eq!((license.name(), license.number()), ("许可证", "1"));
    assert_eq!(license.issuing_authority_name(), "样例局");
    assert_eq!(license.issuer().as_str(), "11430000006122244L");
    assert_eq!(license.type_code().as_str(), "11100000000013338W011");
    assert_eq!(license.issued_on(), day("2026-01-05"));
    // Without a period it is valid for good from the date of issue.
    assert_eq!(Some(license.period()), Period::try_new(day("2026-01-05"), None));
    assert_eq!(license.holder_name(), Some("样例单位"));
    assert_eq!(license.holder_code().unwrap().as_str(), "001");
    assert_eq!(license.face().iter().collect::<Vec<_>>(), [("甲", "1"), ("乙", "2")]);
    assert_eq!(license.status(), None);
}

#[test]
fn what_every_license_has_is_asked_for() {
    let id = builder().build().unwrap().id().clone();
    refused(License::builder(id.clone()), LicenseError::Missing { element: Element::IssuedDate });
    let dated = License::builder(id).issued_on(day("2026-01-05"));
    refused(dated, LicenseError::Missing { element: Element::HolderCode });
    let blank = |element| LicenseError::Text { element, fault: TextFault::Blank };
    refused(builder().name(" "), blank(Element::Name));
    refused(builder().number(""), blank(Element::Number));
    refused(builder().issuing_authority_name("\n"), blank(Element::IssuingAuthorityName));
    let key = IdentityKey::parse("001:11640200PDY00001XK").unwrap();
    refused(builder().holder(key, "\u{3000}"), blank(Element::HolderName));
    let fault = TextFault::Character { position: 2 };
    refused(builder().name("许\n可"), LicenseError::Text { element: Element::Name, fault });
}

#[test]
fn dates_have_four_digits_of_year_and_an_order() {
    let far = NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap();
    let early = NaiveDate::from_ymd_opt(0, 12, 31).unwrap();
    let date = |element| LicenseError::Date { element };
    refused(builder().issued_on(far), date(Element::IssuedDate));
    refused(builder().issued_on(early), date(Element::IssuedDate));
    refused(builder().period(early, None), date(Element::EffectiveDate));
    refused(builder().period(day("2026-01-01"), Some(far)), date(Element::ExpiringDate));
    refused(builder().period(day("2026-01-02"), Some(day("2026-01-01"))), LicenseError::Period);
    let one_day = builder().period(day("9999-12-31"), Some(day("9999-12-31"))).build().unwrap();
    assert_eq!(one_day.period().first(), day("9999-12-31"));
}

#[test]
fn a_face_keeps_its_order_and_each_name_once() {
    let mut face = Face::new();
    assert!(face.is_empty());
    face.insert("乙", "2\n3").unwrap();
    face.insert("甲", "1").unwrap();
    assert_eq!(face.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["乙", "甲"]);
    assert_eq!((face.len(), face.get("甲"), face.get("丙")), (2, Some("1"), None));
    assert_eq!(face.insert("甲", "2"), Err(FaceError::Duplicate { field: 3 }));
    for name in ["_sd", "_sd_alg", "..."] {
        assert_eq!(face.insert(name, "2"), Err(FaceError::Reserved { field: 3 }));
    }
    let fault = TextFault::Character { position: 2 };
    assert_eq!(face.insert("丙\n", "2"), Err(FaceError::Name { field: 3, fault }));
    assert_eq!(face.insert("丙", ""), Err(FaceError::Value { field: 3, fault: TextFault::Blank }));
    assert_eq!(face.len(), 2);
    assert_eq!(format!("{face:?}"), "{\"乙\", \"甲\"}");
    refused_field(builder().face("甲", "1").face("甲", "2"), 2);
}

#[track_caller]
fn refused_field(builder: LicenseBuilder, field: usize) {
    refused(builder, LicenseError::Face(FaceError::Duplicate { field }));
}

#[test]
fn every_character_without_a_face_is_refused() {
    let faceless = |c: char| {
        matches!(u32::from(c),
            0..=9 | 11..=0x1f | 0x7f..=0x9f | 0x61c | 0x200e | 0x200f | 0x2028..=0x202e
            | 0x2066..=0x2069 | 0xfeff | 0xfdd0..=0xfdef)
            || u32::from(c) % 0x1_0000 >= 0xfffe
    };
    for character in '\0'..=char::MAX {
        let result = Face::new().insert("名", format!("字{character}"));
        let fault = TextFault::Character { position: 2 };
        let expected =
            if faceless(character) { Err(FaceError::Value { field: 1, fault }) } else { Ok(()) };
        assert_eq!(result, expected, "{:#x}", u32::from(character));
    }
}

#[test]
fn a_status_reference_has_an_address() {
    assert_eq!(StatusReference::try_new("", 0), Err(TextFault::Blank));
    let fault = TextFault::Character { position: 2 };
    assert_eq!(StatusReference::try_new("a\nb", 0), Err(fault));
    let status = StatusReference::try_new("https://a.cn", u32::MAX).unwrap();
    assert_eq!((status.uri(), status.index()), ("https://a.cn", u32::MAX));
}

#[test]
fn object_identifiers_are_read_in_one_form() {
    for good in
        ["0.0", "1.39", "2.999.1", "2.5.4.97", "2.25.329800735698586629295641978511506172918"]
    {
        assert_eq!(ObjectId::parse(good).unwrap().to_string(), good);
    }
    for bad in [
        "",
        "1",
        "3.1",
        "1.40",
        "2.",
        ".2",
        "2..1",
        "2.01",
        "2.+1",
        "2.-1",
        "2.1 ",
        "a.b",
        "1.2.x",
        "2.340282366920938463463374607431768211456",
    ] {
        assert_eq!(ObjectId::parse(bad), None, "{bad}");
    }
}
