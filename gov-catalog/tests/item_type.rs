//! The tables of GB/T 39046: item types (A.1) and exercise levels (A.2).

use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{ExerciseLevel, ItemType};

/// Code, constant, name, whether one applies for it (国发〔2022〕5号).
const TYPES: [(&str, ItemType, &str, bool); 12] = [
    ("00", ItemType::POWERS, "行政权力", false),
    ("01", ItemType::LICENSE, "行政许可", true),
    ("02", ItemType::PENALTY, "行政处罚", false),
    ("03", ItemType::COMPULSION, "行政强制", false),
    ("04", ItemType::LEVY, "行政征收", false),
    ("05", ItemType::PAYMENT, "行政给付", true),
    ("06", ItemType::INSPECTION, "行政检查", false),
    ("07", ItemType::CONFIRMATION, "行政确认", true),
    ("08", ItemType::AWARD, "行政奖励", true),
    ("09", ItemType::ADJUDICATION, "行政裁决", true),
    ("10", ItemType::OTHER_POWER, "其他行政权力", true),
    ("20", ItemType::PUBLIC_SERVICE, "公共服务", true),
];

#[test]
fn the_table_of_types_is_the_one_of_the_standard() {
    for (code, item_type, name, applied_for) in TYPES {
        assert_eq!(ItemType::parse(code), Ok(item_type));
        assert_eq!((item_type.as_str(), item_type.zh()), (code, name));
        assert_eq!(item_type.is_applied_for(), applied_for, "{name}");
        assert!(!item_type.is_extension());
    }
}

#[test]
fn every_pair_of_digits_is_a_type_an_extension_or_refused() {
    for number in 0..100 {
        let text = format!("{number:02}");
        match ItemType::parse(&text) {
            Ok(item_type) => {
                assert!(number < 30);
                assert_eq!(item_type.to_string(), text);
                let named = TYPES.iter().any(|(code, ..)| *code == text);
                assert_eq!(item_type.is_extension(), !named, "{text}");
                let range = if number < 20 {
                    "行政权力（扩展）"
                } else {
                    "公共服务（扩展）"
                };
                assert_eq!(item_type.zh() == range, !named, "{text}");
            }
            Err(error) => {
                assert!(number >= 30);
                assert_eq!(error.code(), "item-type");
            }
        }
    }
    for text in ["", "1", "001", "一"] {
        assert_eq!(ItemType::parse(text).unwrap_err().code(), "length", "{text}");
    }
    assert_eq!(ItemType::parse("0A").unwrap_err().code(), "item-type");
    assert_eq!(ItemType::parse("0一").unwrap_err().positions(), 2..=2);
}

#[test]
fn the_table_of_levels_is_the_one_of_the_standard() {
    let names = ["国家级", "省级", "市级", "县级", "乡镇（街道）", "村（社区）"];
    for ((level, name), digit) in ExerciseLevel::ALL.into_iter().zip(names).zip('1'..) {
        assert_eq!((level.digit(), level.zh()), (digit, name));
        assert_eq!(ExerciseLevel::from_digit(digit), Some(level));
    }
    assert!(ExerciseLevel::ALL.is_sorted());
    for digit in ['0', '7', '8', '9', 'A', '三'] {
        assert_eq!(ExerciseLevel::from_digit(digit), None);
    }
}

#[test]
fn a_division_has_the_level_of_its_government() {
    let codes = ["100000", "640000", "640200", "640202", "640202001", "640202001001"];
    for (code, level) in codes.into_iter().zip(ExerciseLevel::ALL) {
        let division: DivisionCode = code.parse().unwrap();
        assert_eq!(ExerciseLevel::from(division.level()), level, "{code}");
    }
}
