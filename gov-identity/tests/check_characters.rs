//! Second opinion: check characters as unrelated programs compute them, see
//! `data/README.md`.

use std::collections::BTreeMap;

use gov_identity::{
    CreditCode, ForeignResidentId, LegacyForeignResidentId, RegistrationNumber, ResidentId,
};

#[test]
fn the_check_character_is_theirs_and_no_other() {
    let mut rows = BTreeMap::<_, usize>::new();
    for line in include_str!("data/check_characters.tsv").lines().skip(1) {
        let (kind, rest) = line.split_once('\t').unwrap();
        let (body, theirs) = rest.split_once('\t').unwrap();
        let accepted: String = ('0'..='9')
            .chain('A'..='Z')
            .filter(|check| {
                let number = format!("{body}{check}");
                match kind {
                    "resident" => ResidentId::parse(&number).is_ok(),
                    "foreign" => ForeignResidentId::parse(&number).is_ok(),
                    "legacy-foreign" => LegacyForeignResidentId::parse(&number).is_ok(),
                    "credit" => CreditCode::parse(&number).is_ok(),
                    "registration" => RegistrationNumber::parse(&number).is_ok(),
                    kind => panic!("{kind}"),
                }
            })
            .collect();
        assert_eq!(accepted, theirs, "{line}");
        *rows.entry(kind).or_default() += 1;
    }
    let kinds = ["credit", "foreign", "legacy-foreign", "registration", "resident"];
    assert!(rows.into_iter().eq(kinds.map(|kind| (kind, 200))));
}
