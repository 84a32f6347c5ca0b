//! Codes: what each position holds, which fault is told first, and how.
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::{
    BasicCode, CaseNumber, Check, Checks, CodeError, CodeNotice, HandlingCode, ImplementationCode,
    ItemCode, LicenseTypeRef, Source, SubItem,
};
use proptest::prelude::*;

/// A made-up body of Shizuishan; type 01, department 31, main 001, sub 000.
const CODE: &str = "1164020001001501113000131001000";

/// The alphabets as sets, written apart from the parser.
const DIGITS: &str = "0123456789";
const CREDIT: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

#[test]
fn a_basic_code_takes_exactly_the_digits_of_its_positions() {
    let provinces = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51,
        52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
    ];
    for number in 0..100 {
        let source = BasicCode::parse(&format!("{number:02}0131001000"));
        assert_eq!(source.is_ok(), number == 0 || provinces.contains(&number), "source {number}");
        let item_type = BasicCode::parse(&format!("00{number:02}31001000"));
        assert_eq!(item_type.is_ok(), number < 30, "type {number}");
        let department = BasicCode::parse(&format!("0001{number:02}001000")).unwrap();
        assert_eq!(department.department(), format!("{number:02}"));
        let noticed = department.notices().iter().eq([CodeNotice::Department]);
        assert_eq!(noticed, number < 2, "department {number}");
    }
    for number in 0..1000 {
        let main = BasicCode::parse(&format!("000131{number:03}000"));
        assert_eq!(main.map(|code| code.main_item()).ok(), (number > 0).then_some(number));
        let sub = BasicCode::parse(&format!("000131001{number:03}")).unwrap().sub_item();
        match sub {
            SubItem::Number(sub) => assert_eq!(sub.get(), number),
            SubItem::None => assert_eq!(number, 0),
            SubItem::Divided => panic!("{number}"),
        }
    }
}

#[test]
fn a_province_may_number_its_departments_as_it_likes() {
    let code = BasicCode::parse("640100001000").unwrap();
    assert!(code.notices().is_empty());
    assert!(matches!(code.source(), Source::Province(province) if province.as_str() == "640000"));
}

#[test]
fn a_directory_node_parses_and_is_never_implemented() {
    let node = BasicCode::parse("00010400100Y").unwrap();
    assert!(node.is_directory_node());
    assert_eq!(node.sub_item(), SubItem::Divided);
    assert!(!BasicCode::parse("000104001001").unwrap().is_directory_node());

    refused(ImplementationCode::parse("116402000100150111300010400100Y"), "directory-node", 29, 31);
    refused(HandlingCode::parse("116402000100150111300010400100Y01"), "directory-node", 29, 31);
    refused(
        CaseNumber::parse("116402000100150111300010400100Y202606010001"),
        "directory-node",
        29,
        31,
    );
}

#[test]
fn basic_codes_are_refused_where_the_fault_is() {
    refused(BasicCode::parse(""), "length", 1, 1);
    refused(BasicCode::parse("00013100100"), "length", 1, 11);
    refused(BasicCode::parse("0001310010000"), "length", 1, 13);
    refused(BasicCode::parse("0001310O1000"), "character", 8, 8);
    refused(BasicCode::parse("00013100１000"), "character", 9, 9);
    refused(BasicCode::parse("00013100100y"), "lower-case", 12, 12);
    refused(BasicCode::parse("00013100100X"), "character", 12, 12);
    refused(BasicCode::parse("00013100101Y"), "character", 12, 12);
    refused(BasicCode::parse("0001310010Y0"), "character", 11, 11);
    refused(BasicCode::parse("100131001000"), "source", 1, 2);
    refused(BasicCode::parse("003031001000"), "item-type", 3, 4);
    refused(BasicCode::parse("000131000001"), "main-item", 7, 9);
}

/// Every character at every position: the alphabet decides, then the checks.
#[test]
fn every_single_substitution_of_an_implementation_code_is_judged_by_its_position() {
    for position in 1..=ImplementationCode::LEN {
        for byte in 0..=0x7f_u8 {
            let mut changed = CODE.as_bytes().to_vec();
            changed[position - 1] = byte;
            let changed = String::from_utf8(changed).unwrap();
            let character = char::from(byte);
            let alphabet = match position {
                3..=8 => DIGITS,
                17 => "0123456789X",
                ..=18 => CREDIT,
                31 => "0123456789Y",
                _ => DIGITS,
            };
            let read = ImplementationCode::parse(&changed);
            let fault = read.map_err(|error| error.code());
            if character.is_ascii_lowercase() {
                refused(read, "lower-case", position, position);
            } else if !alphabet.contains(character) {
                refused(read, "character", position, position);
            } else if changed == CODE {
                assert!(fault.is_ok());
            } else if position <= 18 {
                // One changed character breaks the check of GB 32100, or leaves
                // the country first.
                assert!(matches!(fault, Err("credit-check" | "division")), "{changed}");
            } else if position == 19 {
                assert_eq!(fault.is_ok(), "123456".contains(character), "{changed}");
            }
        }
    }
}

#[test]
fn faults_are_told_in_the_order_of_the_standard() {
    let parse = ImplementationCode::parse;
    refused(parse("1164020001001501113000131001"), "length", 1, 28);
    // A wrong character before a wrong check, a wrong check before a wrong level.
    refused(parse("1164020001001501129000131001o00"), "lower-case", 29, 29);
    refused(parse("1164020001001501129000131001000"), "credit-check", 18, 18);
    refused(parse("1164020001001501119990131001000"), "level", 19, 19);
    refused(parse("1164020001001501117000131001000"), "level", 19, 19);
    refused(parse("1164020001001501113990131001000"), "source", 20, 21);
    refused(parse("1164020001001501113003131001000"), "item-type", 22, 23);
    refused(parse("1164020001001501113000131000000"), "main-item", 26, 28);
    refused(parse("1188020001001501113000131001000"), "division", 3, 4);
    refused(parse("11640000010000001R2640720001000"), "organization-check", 17, 17);
    // Both checks fail: that of the credit code is told.
    refused(parse("11640000010000001A2640720001000"), "credit-check", 18, 18);
}

#[test]
fn each_check_has_a_switch_of_its_own() {
    let both = "11640000010000001a2640720001000";
    let read = |checks| {
        ImplementationCode::parse_lenient(both, checks)
            .map(|(code, notices)| (code.to_string(), notices.iter().collect::<Vec<_>>()))
            .map_err(|error| error.code())
    };
    let upper = "11640000010000001A2640720001000".to_owned();
    assert_eq!(
        read(Checks::WARN),
        Ok((
            upper.clone(),
            vec![CodeNotice::LowerCase, CodeNotice::OrganizationCheck, CodeNotice::CreditCheck]
        )),
    );
    assert_eq!(read(Checks::OFF), Ok((upper.clone(), vec![])));
    assert_eq!(read(Checks::STRICT), Err("lower-case"));
    assert_eq!(read(Checks::STRICT.lower_case(Check::Warn)), Err("credit-check"));
    assert_eq!(
        read(Checks::STRICT.lower_case(Check::Off).credit_code(Check::Off)),
        Err("organization-check"),
    );
    assert_eq!(
        read(Checks::OFF.organization_code(Check::Warn)),
        Ok((upper.clone(), vec![CodeNotice::OrganizationCheck])),
    );
    assert_eq!(
        read(Checks::OFF.credit_code(Check::Warn)),
        Ok((upper, vec![CodeNotice::CreditCheck]))
    );
}

#[test]
fn leniency_ends_at_the_structure() {
    for text in ["1188020001001501113000131001000", "1164020001001501117000131001000", "x"] {
        assert!(ImplementationCode::parse_lenient(text, Checks::OFF).is_err(), "{text}");
    }
}

#[test]
fn a_code_with_a_broken_credit_code_says_so_when_asked_for_its_body() {
    let (code, _) =
        ImplementationCode::parse_lenient("11450000007565194J2000115015005", Checks::WARN).unwrap();
    assert_eq!(code.body().unwrap_err().code(), "check-character");
    assert_eq!(code.body_text(), "11450000007565194J");
}

#[test]
fn a_department_outside_the_national_numbers_is_a_notice() {
    let (code, notices) =
        ImplementationCode::parse_lenient("1164020001001501113000101001000", Checks::STRICT)
            .unwrap();
    assert!(notices.iter().eq([CodeNotice::Department]));
    assert_eq!(code.basic().notices(), notices);
}

#[test]
fn a_handling_code_is_an_implementation_code_and_a_number() {
    for sequence in 0..100 {
        let text = format!("{CODE}{sequence:02}");
        match HandlingCode::parse(&text) {
            Ok(code) => {
                assert_eq!(code.sequence(), sequence);
                assert_eq!(code.implementation().as_str(), CODE);
                assert_eq!(code.as_str(), text);
            }
            Err(error) => {
                assert_eq!(sequence, 0);
                refused::<()>(Err(error), "sequence", 32, 33);
            }
        }
    }
    refused(HandlingCode::parse(CODE), "length", 1, 31);
    refused(HandlingCode::parse(&format!("{CODE}0Y")), "character", 33, 33);
}

#[test]
fn an_item_code_is_told_by_its_length() {
    let item = ItemCode::parse(CODE).unwrap();
    assert_eq!((item.as_str(), item.handling()), (CODE, None));
    let text = format!("{CODE}07");
    let item = ItemCode::parse(&text).unwrap();
    assert_eq!(item.to_string(), text);
    assert_eq!(item.handling().unwrap().sequence(), 7);
    assert_eq!(item.implementation(), ImplementationCode::from_static(CODE));
    let error = ItemCode::parse("000131001000").unwrap_err();
    assert_eq!(
        error.to_string(),
        "item code: expected 31 or 33 characters, found 12, the length of a basic code",
    );
    assert_eq!(error.zh().to_string(), "事项编码应为31或33个字符，实为12个，与基本编码同长");
}

#[test]
fn a_case_number_begins_with_either_code() {
    for item in [CODE.to_owned(), format!("{CODE}01")] {
        let text = format!("{item}202402290007");
        let case = CaseNumber::parse(&text).unwrap();
        assert_eq!(case.to_string(), text);
        assert_eq!(case.item().as_str(), item);
        assert_eq!(case.date().to_string(), "2024-02-29");
        let first = item.len() + 1;
        refused(CaseNumber::parse(&format!("{item}202302290007")), "date", first, first + 7);
        refused(
            CaseNumber::parse(&format!("{item}202402290000")),
            "sequence",
            first + 8,
            first + 11,
        );
        refused(
            CaseNumber::parse(&format!("{item}20240229000A")),
            "character",
            first + 11,
            first + 11,
        );
    }
    refused(CaseNumber::parse(&format!("{CODE}00202402290007")), "sequence", 32, 33);
    refused(CaseNumber::parse(&format!("{CODE}2024022900007")), "length", 1, 44);
    let broken = "11450000007565194j2000115015005202206230068";
    refused(CaseNumber::parse(broken), "lower-case", 18, 18);
    let (case, notices) = CaseNumber::parse_lenient(broken, Checks::WARN).unwrap();
    assert!(notices.iter().eq([CodeNotice::LowerCase, CodeNotice::CreditCheck]));
    assert_eq!(case.item().implementation().body_text(), "11450000007565194J");
}

#[test]
fn a_license_type_is_a_credit_code_and_a_number() {
    assert!(LicenseTypeRef::parse("116402000100150111001").is_ok());
    refused(LicenseTypeRef::parse("116402000100150111000"), "sequence", 19, 21);
    refused(LicenseTypeRef::parse("116402000100150112001"), "credit-check", 18, 18);
    refused(LicenseTypeRef::parse("118802000100150111001"), "division", 3, 4);
    refused(LicenseTypeRef::parse("11640000010000001R001"), "organization-check", 17, 17);
    refused(LicenseTypeRef::parse("11640200010015011100A"), "character", 21, 21);
    refused(LicenseTypeRef::parse("11640200010015011101"), "length", 1, 20);
}

/// Every fault in English and Chinese, with its code and place.
#[test]
fn messages_name_the_place_and_never_the_text() {
    let table: [(CodeError, &str, &str); 13] = [
        (
            ImplementationCode::parse("1").unwrap_err(),
            "implementation code: expected 31 characters, found 1",
            "实施编码应为31个字符，实为1个",
        ),
        (
            BasicCode::parse("00013100A000").unwrap_err(),
            "basic code: a character that is not allowed there (character 9)",
            "基本编码第9位：此处不允许该字符",
        ),
        (
            BasicCode::parse("00013100100y").unwrap_err(),
            "basic code: a lower-case letter (character 12)",
            "基本编码第12位：字母应为大写",
        ),
        (
            ImplementationCode::parse("1188020001001501113000131001000").unwrap_err(),
            "implementation code: no division of the country begins like that (characters 3 to 4)",
            "实施编码第3至4位：没有以此开头的行政区划",
        ),
        (
            ImplementationCode::parse("11640000010000001R2640720001000").unwrap_err(),
            "implementation code: the check character of the organization code does not match \
             (character 17)",
            "实施编码第17位：其中的组织机构代码校验码不符",
        ),
        (
            HandlingCode::parse("116402000100150112300013100100001").unwrap_err(),
            "handling code: the check character of the credit code does not match (character 18)",
            "业务办理项编码第18位：统一社会信用代码校验码不符",
        ),
        (
            ImplementationCode::parse("1164020001001501117000131001000").unwrap_err(),
            "implementation code: the exercise level is not 1 to 6 (character 19)",
            "实施编码第19位：行使层级应为1至6",
        ),
        (
            BasicCode::parse("990131001000").unwrap_err(),
            "basic code: the source is neither the nation nor a province (characters 1 to 2)",
            "基本编码第1至2位：来源既非国家也非省级",
        ),
        (
            BasicCode::parse("009931001000").unwrap_err(),
            "basic code: no such item type (characters 3 to 4)",
            "基本编码第3至4位：没有此事项类型",
        ),
        (
            BasicCode::parse("000131000000").unwrap_err(),
            "basic code: the main item is 000 (characters 7 to 9)",
            "基本编码第7至9位：主项不能为000",
        ),
        (
            ImplementationCode::parse("116402000100150111300013100100Y").unwrap_err(),
            "implementation code: a node of the directory cannot be handled (characters 29 to 31)",
            "实施编码第29至31位：目录节点不能办理",
        ),
        (
            HandlingCode::parse("116402000100150111300013100100000").unwrap_err(),
            "handling code: the sequence number is zero (characters 32 to 33)",
            "业务办理项编码第32至33位：顺序号不能为零",
        ),
        (
            CaseNumber::parse("1164020001001501113000131001000202613010001").unwrap_err(),
            "case number: no such day in the calendar (characters 32 to 39)",
            "办件编号第32至39位：日历上没有这一天",
        ),
    ];
    for (error, english, chinese) in table {
        assert_eq!(error.to_string(), english);
        assert_eq!(error.zh().to_string(), chinese);
    }
}

#[test]
fn a_wrong_length_says_which_code_it_is_the_length_of() {
    let table = [
        (10, "a basic code of the 2016 guide", "2016年技术指南的基本编码"),
        (12, "a basic code", "基本编码"),
        (18, "a credit code", "统一社会信用代码"),
        (31, "an implementation code", "实施编码"),
        (33, "a handling code", "业务办理项编码"),
        (43, "a case number", "办件编号"),
        (45, "a case number", "办件编号"),
    ];
    for length in 0..60 {
        let error = LicenseTypeRef::parse(&"0".repeat(length)).unwrap_err();
        let known = table.iter().find(|(known, ..)| *known == length);
        let (english, chinese) = known.map_or_else(Default::default, |(_, english, chinese)| {
            (format!(", the length of {english}"), format!("，与{chinese}同长"))
        });
        if length == LicenseTypeRef::LEN {
            assert_ne!(error.code(), "length");
            continue;
        }
        assert_eq!(
            error.to_string(),
            format!("license type code: expected 21 characters, found {length}{english}"),
        );
        assert_eq!(
            error.zh().to_string(),
            format!("证照类型代码应为21个字符，实为{length}个{chinese}"),
        );
    }
}

#[test]
fn notices_speak_both_languages() {
    let table = [
        (CodeNotice::LowerCase, "lower-case", "小写字母已改为大写"),
        (
            CodeNotice::OrganizationCheck,
            "organization-check",
            "统一社会信用代码中的组织机构代码校验码不符",
        ),
        (CodeNotice::CreditCheck, "credit-check", "统一社会信用代码校验码不符"),
        (CodeNotice::Department, "department", "国家级事项的部门编号不在02至99之间"),
    ];
    for (notice, code, chinese) in table {
        assert_eq!((notice.code(), notice.zh()), (code, chinese));
    }
    assert_eq!(
        CodeNotice::Department.to_string(),
        "the department of a national item is not 02 to 99",
    );
}

proptest! {
    #[test]
    fn any_text_is_read_back_or_refused_within_itself(text in "[0-9A-Za-z一]{0,48}") {
        let length = text.chars().count().max(1);
        for read in [
            BasicCode::parse(&text).map(|code| code.to_string()),
            ImplementationCode::parse(&text).map(|code| code.to_string()),
            HandlingCode::parse(&text).map(|code| code.to_string()),
            CaseNumber::parse(&text).map(|code| code.to_string()),
            LicenseTypeRef::parse(&text).map(|code| code.to_string()),
        ] {
            match read {
                Ok(read) => prop_assert_eq!(read, text.clone()),
                Err(error) => prop_assert!(*error.positions().end() <= length),
            }
        }
    }

    #[test]
    fn every_basic_code_of_a_good_structure_reads_back(
        source in prop::sample::select(vec![0_u8, 11, 44, 64, 82]),
        item_type in 0_u8..30,
        department in 0_u8..100,
        main in 1_u16..1000,
        sub in 0_u16..1000,
    ) {
        let text = format!("{source:02}{item_type:02}{department:02}{main:03}{sub:03}");
        let code = BasicCode::parse(&text).unwrap();
        prop_assert_eq!(code.as_str(), &text);
        prop_assert_eq!(code.item_type().to_string(), format!("{item_type:02}"));
        prop_assert_eq!(code.main_item(), main);
    }
}

#[track_caller]
fn refused<T: std::fmt::Debug>(read: Result<T, CodeError>, code: &str, first: usize, last: usize) {
    let error = read.unwrap_err();
    assert_eq!((error.code(), error.positions()), (code, first..=last));
}
