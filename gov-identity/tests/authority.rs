//! Authorities and categories: the table of the standard, its amendment, and
//! what practice adds.

use gov_identity::{Authority, Category, CategoryBasis, CreditCode};

/// Pairs by where they stand written, one authority a line.
const STANDARD_2015: &str = "11 12 13 19 / 51 52 53 59 / 91 92 93 / Y1";
const AMENDMENT_2016: &str =
    "21 29 / 31 32 33 34 35 39 / 41 49 / 61 62 69 / 71 72 79 / 81 89 / A1 A9 / N1 N2 N3 N9";
const OBSERVED: &str = "36 / 54 55 / 82 / 99 / G1 G9 / J1 J9 / Q1 Q2 Q3 Q9";

#[test]
fn every_pair_is_listed_where_it_stands_written_and_no_other_is() {
    let mut listed = 0;
    for first in characters() {
        for second in characters() {
            let pair = format!("{first}{second}");
            let category = Category::parse(&pair).unwrap();
            let basis = match () {
                () if STANDARD_2015.contains(&pair) => Some(CategoryBasis::Standard2015),
                () if AMENDMENT_2016.contains(&pair) => Some(CategoryBasis::Amendment2016),
                () if OBSERVED.contains(&pair) => Some(CategoryBasis::ObservedPractice),
                () => None,
            };
            assert_eq!(category.basis(), basis, "{pair}");
            assert_eq!(category.zh().is_some(), basis.is_some(), "{pair}");
            assert_eq!(category.english().is_some(), basis.is_some(), "{pair}");
            assert_eq!(category.as_str(), pair);
            assert_eq!(category.authority().as_str(), first.to_string());
            listed += usize::from(basis.is_some());
        }
    }
    assert_eq!(listed, 12 + 24 + 13);
}

#[test]
fn the_nine_of_every_authority_is_any_other() {
    for pair in ["19", "29", "39", "49", "59", "69", "79", "89", "99", "A9", "N9", "G9", "J9", "Q9"]
    {
        let category = Category::parse(pair).unwrap();
        assert_eq!((category.zh(), category.english()), (Some("其他"), Some("other")), "{pair}");
    }
}

#[test]
fn names_are_those_of_the_standard() {
    for (pair, zh) in [
        ("11", "机关"),
        ("12", "事业单位"),
        ("32", "公证处"),
        ("34", "司法鉴定机构"),
        ("35", "仲裁委员会"),
        ("51", "社会团体"),
        ("52", "民办非企业单位"),
        ("53", "基金会"),
        ("54", "村民委员会"),
        ("55", "居民委员会"),
        ("71", "宗教活动场所"),
        ("81", "基层工会"),
        ("91", "企业"),
        ("92", "个体工商户"),
        ("93", "农民专业合作社"),
    ] {
        let name = Category::parse(pair).unwrap().zh();
        assert!(name.is_some_and(|name| name.contains(zh)), "{pair} {name:?}");
    }
}

#[test]
fn authorities_have_names_and_constants() {
    let named: String = characters()
        .filter(|c| {
            Authority::parse(&c.to_string()).is_ok_and(|authority| authority.zh().is_some())
        })
        .collect();
    assert_eq!(named, "123456789AGJNQY");
    for (authority, character, zh) in [
        (Authority::ESTABLISHMENT, "1", "机构编制"),
        (Authority::FOREIGN_AFFAIRS, "2", "外交"),
        (Authority::JUSTICE, "3", "司法行政"),
        (Authority::CULTURE, "4", "文化"),
        (Authority::CIVIL_AFFAIRS, "5", "民政"),
        (Authority::TOURISM, "6", "旅游"),
        (Authority::RELIGION, "7", "宗教"),
        (Authority::TRADE_UNIONS, "8", "工会"),
        (Authority::MARKET_REGULATION, "9", "市场监管（原工商）"),
        (Authority::MILITARY, "A", "中央军委改革和编制办公室"),
        (Authority::AGRICULTURE, "N", "农业"),
        (Authority::OTHER, "Y", "其他"),
    ] {
        assert_eq!(authority.as_str(), character);
        assert_eq!(authority.zh(), Some(zh));
        assert_eq!(authority.to_string(), character);
    }
}

#[test]
fn a_credit_code_says_who_registered_it() {
    let code = CreditCode::from_static("N3100000PDY001346F");
    assert_eq!(code.authority(), Authority::AGRICULTURE);
    assert_eq!(code.category(), Category::parse("N3").unwrap());
    assert_eq!(code.division().as_str(), "100000");
    assert_eq!(code.organization_code().as_str(), "PDY001346");
}

fn characters() -> impl Iterator<Item = char> {
    "0123456789ABCDEFGHJKLMNPQRTUWXY".chars()
}
