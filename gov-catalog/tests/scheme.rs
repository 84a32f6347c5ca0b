//! Codes of older and provincial schemes.
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::{
    Checks, CodeError, CodeNotice, GansuCode, GuideBasicCode, HubeiCode, ItemType, LetterTypes,
    Scheme, SchemeCode, SichuanCode, SubItem,
};
use proptest::prelude::*;

const SICHUAN: &str = "511A0138000000-511602000000-000-115113010833722043-1-00";

#[track_caller]
fn refused<T: std::fmt::Debug>(
    result: Result<T, CodeError>,
    code: &str,
    first: usize,
    last: usize,
) {
    let error = result.unwrap_err();
    assert_eq!((error.code(), error.positions()), (code, first..=last));
}

#[test]
fn a_basic_code_of_2016_is_refused_where_the_fault_is() {
    refused(GuideBasicCode::parse("XK0010100"), "length", 1, 9);
    refused(GuideBasicCode::parse("xK00101000"), "lower-case", 1, 1);
    refused(GuideBasicCode::parse("X000101000"), "character", 2, 2);
    refused(GuideBasicCode::parse("XK0010A000"), "character", 7, 7);
    refused(GuideBasicCode::parse("XK0010101Y"), "character", 10, 10);
    refused(GuideBasicCode::parse("XK00101Y00"), "character", 8, 8);
    refused(GuideBasicCode::parse("XK00000001"), "main-item", 3, 7);
    refused(GuideBasicCode::parse("ＸK00101000"), "character", 1, 1);
    assert_eq!(GuideBasicCode::parse("XK99999000").unwrap().main_item(), 99_999);
    assert_eq!(GuideBasicCode::parse("XK00001000").unwrap().sub_item(), SubItem::None);
    let numbered = GuideBasicCode::parse("XK00001999").unwrap().sub_item();
    assert!(matches!(numbered, SubItem::Number(number) if number.get() == 999));
}

#[test]
fn letters_of_types_are_data() {
    let code = GuideBasicCode::parse("CF00001000").unwrap();
    assert_eq!(code.item_type(&LetterTypes::INFERRED), Some(ItemType::PENALTY));
    assert_eq!(code.item_type(&LetterTypes::new(&[("XK", ItemType::LICENSE)])), None);
    let unknown = GuideBasicCode::parse("ZZ00001000").unwrap();
    assert_eq!(unknown.item_type(&LetterTypes::INFERRED), None);
}

#[test]
fn a_code_of_gansu_is_refused_where_the_fault_is() {
    refused(GansuCode::parse("62052400MZ-XK-001"), "length", 1, 17);
    refused(GansuCode::parse("6205240AMZ-XK-0001"), "character", 8, 8);
    refused(GansuCode::parse("62052400mZ-XK-0001"), "lower-case", 9, 9);
    refused(GansuCode::parse("62052400MZ_XK-0001"), "character", 11, 11);
    refused(GansuCode::parse("62052400MZ-XK00001"), "character", 14, 14);
    refused(GansuCode::parse("62052400MZ-XK-0000"), "sequence", 15, 18);
}

#[test]
fn a_code_of_hubei_has_sixteen_digits() {
    let code = HubeiCode::parse("4201000120100301").unwrap();
    assert_eq!(code.region().unwrap().as_str(), "420100");
    assert!(HubeiCode::parse("0001000120100301").unwrap().region().is_err());
    refused(HubeiCode::parse("420100012010030"), "length", 1, 15);
    refused(HubeiCode::parse("420100012010030A"), "character", 16, 16);
}

#[test]
fn a_code_of_sichuan_is_refused_where_the_fault_is() {
    for (text, code, first, last) in [
        ("511A0138000-511602000000-000-115113010833722043-1-00", "character", 12, 12),
        ("511A01380000000-511602000000-000-115113010833722043-1-00", "character", 15, 15),
        ("511a0138000000-511602000000-000-115113010833722043-1-00", "character", 4, 4),
        ("511A0138000000-51160200000-000-115113010833722043-1-00", "character", 27, 27),
        ("511A0138000000-001602000000-000-115113010833722043-1-00", "division", 16, 27),
        ("511A0138000000-511602000000-000-115113010833722044-1-00", "credit-check", 50, 50),
        ("511A0138000000-511602000000-000-115113010833722043-1-00-", "length", 1, 56),
        ("511A0138000000-511602000000-000-115113010833722043-1", "length", 1, 52),
        ("", "character", 1, 1),
    ] {
        refused(SichuanCode::parse(text), code, first, last);
    }
}

#[test]
fn the_national_scheme_is_told_by_length() {
    let read = |text: &str, checks| Scheme::National2018.read(text, checks);
    let strict = |text: &str| read(text, Checks::STRICT).unwrap().0;
    assert!(matches!(strict("000131001000"), SchemeCode::Basic(_)));
    let implementation = "1164020001001501113000131001000";
    assert!(matches!(strict(implementation), SchemeCode::Implementation(_)));
    assert!(matches!(strict(&format!("{implementation}01")), SchemeCode::Handling(_)));
    for case in ["202606010068", "01202606010068"] {
        assert!(matches!(strict(&format!("{implementation}{case}")), SchemeCode::Case(_)));
    }
    let error = read("XK0010100Y", Checks::STRICT).unwrap_err();
    assert_eq!(
        error.to_string(),
        "national code: expected 12, 31, 33, 43 or 45 characters, found 10, \
         the length of a basic code of the 2016 guide",
    );
    let odd = read("11640000010000001R2640720001000", Checks::WARN).unwrap().1;
    assert!(odd.iter().eq([CodeNotice::OrganizationCheck]));
    assert!(read("000101001000", Checks::STRICT).unwrap().1.iter().next().is_some());
}

#[test]
fn what_nobody_can_read_is_kept_as_text() {
    for scheme in [Scheme::Local, Scheme::License39048, Scheme::Guide2016] {
        let text = "2640200007565194XK00101";
        let (code, notices) = scheme.read(text, Checks::STRICT).unwrap();
        assert_eq!(code, SchemeCode::Opaque(scheme, text.into()));
        assert!(notices.is_empty());
    }
    let local = |text: &str| Scheme::Local.read(text, Checks::STRICT);
    assert!(local(&"字".repeat(50)).is_ok());
    refused(local(&"字".repeat(51)), "length", 1, 51);
    refused(local(" "), "length", 1, 1);
    refused(local("a\nb"), "character", 2, 2);
    let error = local("").unwrap_err();
    assert_eq!(error.zh().to_string(), "地方编码应为1至50个字符，实为0个");
}

proptest! {
    /// What reads is written back as it was.
    #[test]
    fn every_reader_gives_the_text_back(
        text in prop_oneof![
            any::<String>(),
            "[A-Z]{2}[0-9]{5}(00Y|[0-9]{3})",
            "[0-9]{8}[A-Z]{2}-[A-Z]{2}-[0-9]{4}",
            "[0-9]{16}",
            Just(SICHUAN.to_owned()),
        ],
    ) {
        for scheme in Scheme::ALL {
            if let Ok((code, _)) = scheme.read(&text, Checks::STRICT) {
                prop_assert_eq!(code.to_string(), text.as_str());
                prop_assert_eq!(code.scheme(), *scheme);
            }
        }
    }
}
