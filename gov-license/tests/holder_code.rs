//! Holder codes of GB/T 36903, annex A.

use gov_license::gov_identity::IdentityKey;
use gov_license::{HolderCategory, HolderCode};

const VECTORS: &str = include_str!("data/license_vectors.tsv");

#[test]
fn the_listed_codes_are_those_of_annex_a() {
    let rows: Vec<_> = VECTORS
        .lines()
        .filter_map(|line| line.strip_prefix("holdertype\t"))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .collect();
    let codes: Vec<_> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(codes, HolderCode::LISTED);
    for row in rows {
        let code: HolderCode = row[0].parse().unwrap();
        assert_eq!(code.to_string(), row[0]);
        assert_eq!(code.category().unwrap().zh(), row[1]);
        assert_eq!(code.name(), row[2].split(';').next());
        let organization = code.category() == Some(HolderCategory::Organization);
        assert_eq!(code.is_person(), !organization);
    }
}

#[test]
fn of_all_thousand_codes_sixteen_are_listed_and_the_others_kept() {
    for number in 0..1000 {
        let text = format!("{number:03}");
        let code = HolderCode::parse(&text).unwrap();
        assert_eq!(code.as_str(), text);
        let listed = HolderCode::LISTED.contains(&text.as_str());
        assert_eq!(code.name().is_some(), listed, "{text}");
        assert_eq!(code.category().is_some(), listed, "{text}");
    }
    for text in ["", "11", "1111", "11A", "１１１", " 11"] {
        assert!(HolderCode::parse(text).is_err(), "{text}");
    }
    assert_eq!(format!("{:?}", HolderCode::parse("111").unwrap()), "HolderCode(111)");
}

#[test]
fn a_key_is_written_under_its_code() {
    for text in ["111:11010519491231002X", "001:11640200PDY00001XK", "414:E12345678", "099:1"] {
        let key = IdentityKey::parse(text).unwrap();
        assert_eq!(HolderCode::of(&key).as_str(), text.split(':').next().unwrap());
        assert_eq!(HolderCode::of(&key).is_person(), key.is_person());
    }
}
