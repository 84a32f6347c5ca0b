//! Keys: one text, one key; what a bare number could be.
#![expect(clippy::unwrap_used, reason = "the numbers are known to be right")]

use std::collections::HashSet;

use gov_identity::{
    CreditCode, Document, DocumentKind, ForeignResidentId, IdentityKey, LegacyForeignResidentId,
    LegacyResidentId, MaskPolicy, OrganizationCode, PilotCreditCode, RegistrationNumber,
    ResidentId,
};
use proptest::prelude::*;

/// Texts of keys of every variant, in the order of the alphabet.
const KEYS: [&str; 13] = [
    "001:91350100M000100Y43",
    "001:91640200MA0000007F",
    "099:110108000000016",
    "099:91350211M000YYYY3K",
    "099:PDY00001X",
    "111:11010519491231002X",
    "111:440524188001010014",
    "114:军字第0000000号",
    "414:E12345678",
    "999:810000199408230021",
    "999:911124198108030024",
    "999:SAU320085010102",
    "999:某证件1",
];

#[test]
fn text_round_trips() {
    for text in KEYS {
        assert_eq!(IdentityKey::parse(text).unwrap().expose(), text);
        assert_eq!(text.parse::<IdentityKey>().unwrap().expose(), text);
    }
}

#[test]
fn keys_sort_as_their_texts() {
    let keys = KEYS.map(|text| IdentityKey::parse(text).unwrap());
    assert!(keys.is_sorted());
    for (a, left) in keys.iter().zip(KEYS) {
        for (b, right) in keys.iter().zip(KEYS) {
            assert_eq!(a.cmp(b), left.cmp(right), "{left} {right}");
            assert_eq!(a == b, left == right);
        }
    }
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), KEYS.len());
}

#[test]
fn a_key_is_the_same_whichever_way_it_was_made() {
    let same = [
        (
            IdentityKey::from(ResidentId::parse("11010519491231002X").unwrap()),
            IdentityKey::from(
                Document::parse(DocumentKind::CITIZEN, "11010519491231002X").unwrap(),
            ),
        ),
        (
            IdentityKey::from(ResidentId::parse("810000199408230021").unwrap()),
            IdentityKey::from(Document::parse(DocumentKind::OTHER, "810000199408230021").unwrap()),
        ),
        (
            IdentityKey::parse("111:810000199408230021").unwrap(),
            IdentityKey::parse("999:810000199408230021").unwrap(),
        ),
        (
            IdentityKey::from(ForeignResidentId::parse("911124198108030024").unwrap()),
            IdentityKey::from(Document::parse(DocumentKind::OTHER, "911124198108030024").unwrap()),
        ),
        (
            IdentityKey::from(
                ForeignResidentId::parse_any_nationality("91199919990101001X").unwrap(),
            ),
            IdentityKey::parse("999:91199919990101001X").unwrap(),
        ),
        (
            IdentityKey::from(LegacyForeignResidentId::parse("SAU320085010102").unwrap()),
            IdentityKey::parse("999:SAU320085010102").unwrap(),
        ),
        (
            IdentityKey::from(CreditCode::from_static("91640200MA0000007F")),
            IdentityKey::from(
                Document::parse(DocumentKind::CREDIT_CODE, "91640200MA0000007F").unwrap(),
            ),
        ),
        (
            IdentityKey::from(PilotCreditCode::parse("91350211M000YYYY3K").unwrap()),
            IdentityKey::parse("099:91350211M000YYYY3K").unwrap(),
        ),
        (
            IdentityKey::from(RegistrationNumber::from_static("110108000000016")),
            IdentityKey::parse("099:110108000000016").unwrap(),
        ),
        (
            IdentityKey::from(OrganizationCode::from_static("PDY00001X")),
            IdentityKey::parse("099:PDY00001X").unwrap(),
        ),
    ];
    for (one, other) in same {
        assert_eq!(one, other);
        assert_eq!(HashSet::from([one, other]).len(), 1);
    }
}

/// Whoever wrote it under `999` meant another document: no key changes its text.
#[test]
fn a_citizen_number_under_another_holder_code_stays_there() {
    for text in ["999:11010519491231002X", "099:91640200MA0000007F", "414:810000199408230021"] {
        let key = IdentityKey::parse(text).unwrap();
        assert_eq!(key.expose(), text);
        assert!(matches!(key, IdentityKey::Document(_)), "{text}");
    }
}

#[test]
fn kinds_with_a_type_of_their_own_are_checked_as_documents_too() {
    for (kind, number, code) in [
        (DocumentKind::CITIZEN, "110105194912310021", "check-character"),
        (DocumentKind::CITIZEN, "810000199408230021", "prefix"),
        (DocumentKind::CREDIT_CODE, "91640200MA00000071", "check-character"),
    ] {
        assert_eq!(Document::parse(kind, number).unwrap_err().code(), code);
    }
}

#[test]
fn a_key_without_its_holder_code_is_refused() {
    for text in ["11010519491231002X", "", ":", "11:E1", "1111:E1", "11A:E1", "１１１:E1"] {
        let error = IdentityKey::parse(text).unwrap_err();
        assert_eq!((error.code(), error.positions()), ("prefix", 1..=4), "{text}");
    }
    for (text, code) in [
        ("111:110105194912310021", "check-character"),
        ("001:91640200MA00000071", "check-character"),
        ("414:", "length"),
        ("414:E 1", "character"),
        ("414:E\u{202E}1", "character"),
    ] {
        assert_eq!(IdentityKey::parse(text).unwrap_err().code(), code, "{text}");
    }
}

#[test]
fn a_bare_number_is_ranked_with_citizens_first() {
    candidates("11010519491231002X", &["111:11010519491231002X"]);
    // Right by every rule of both.
    candidates("131101180001012314", &["111:131101180001012314", "001:131101180001012314"]);
    // Only the division refuses it as a credit code.
    candidates("110105180001014855", &["111:110105180001014855"]);
    candidates("915010195001010433", &["999:915010195001010433", "001:915010195001010433"]);
    // Fifteen digits: a citizen of long ago, or a registration.
    candidates("110105391202997", &["111:110105183912029971", "099:110105391202997"]);
    candidates("110105120101995", &["111:110105191201019953"]);
    candidates("110108000000016", &["099:110108000000016"]);
    candidates("SAU320085010102", &["999:SAU320085010102"]);
    candidates("810000199408230021", &["999:810000199408230021"]);
    candidates("91640200MA0000007F", &["001:91640200MA0000007F"]);
    candidates("PDY00001X", &["099:PDY00001X"]);
}

#[test]
fn what_has_no_check_is_no_candidate() {
    for text in ["", "E12345678", "110105194912310021", "91350211M000YYYY3K", " 11010519491231002X"]
    {
        candidates(text, &[]);
    }
}

#[test]
fn persons_are_masked_and_organizations_are_not() {
    let masked = KEYS.map(|text| {
        let key = IdentityKey::parse(text).unwrap();
        assert_eq!(key.is_person(), !text.starts_with('0'));
        key.masked(MaskPolicy::LastTwo).to_string()
    });
    assert_eq!(
        masked,
        [
            "001:91350100M000100Y43",
            "001:91640200MA0000007F",
            "099:110108000000016",
            "099:91350211M000YYYY3K",
            "099:PDY00001X",
            "111:1***************2X",
            "111:4***************14",
            "114:军********0号",
            "414:E******78",
            "999:8***************21",
            "999:9***************24",
            "999:S************02",
            "999:****",
        ]
    );
}

#[test]
fn debug_shows_no_number_of_a_person() {
    for text in KEYS {
        let key = IdentityKey::parse(text).unwrap();
        let (code, number) = text.split_once(':').unwrap();
        let debug = format!("{key:?}");
        assert!(debug.contains(code));
        assert!(!key.is_person() || !debug.contains(number), "{debug}");
        let masked = format!("{:?}", key.masked(MaskPolicy::Hidden));
        assert!(!key.is_person() || !masked.contains(number), "{masked}");
    }
}

#[track_caller]
fn candidates(number: &str, keys: &[&str]) {
    let found: Vec<_> = IdentityKey::candidates(number).iter().map(IdentityKey::expose).collect();
    assert_eq!(found, keys, "{number}");
}

/// Holder codes and numbers that often meet on a boundary.
fn texts() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        "[0-9A-Z]{1,18}",
        "\\PC{1,8}",
        proptest::sample::select(
            KEYS.map(|text| text.split_once(':').unwrap().1.to_owned()).to_vec()
        ),
    ];
    let code = prop_oneof![Just("001"), Just("099"), Just("111"), Just("414"), Just("999")];
    (code, number).prop_map(|(code, number)| format!("{code}:{number}"))
}

proptest! {
    #[test]
    fn the_order_of_any_two_keys_is_that_of_their_texts(left in texts(), right in texts()) {
        if let (Ok(a), Ok(b)) = (IdentityKey::parse(&left), IdentityKey::parse(&right)) {
            prop_assert_eq!(a.cmp(&b), a.expose().cmp(&b.expose()));
            prop_assert_eq!(a == b, a.expose() == b.expose());
            prop_assert_eq!(IdentityKey::parse(&a.expose()), Ok(a));
        }
    }

    #[test]
    fn candidates_are_keys_of_the_number(number in "[0-9]{15}|[0-9]{17}[0-9X]|[0-9A-Z]{9}") {
        let keys = IdentityKey::candidates(&number);
        for key in &keys {
            let upgraded = LegacyResidentId::parse(&number).map(|legacy| legacy.upgrade());
            let same = key.expose_number() == number;
            prop_assert!(same || upgraded.is_ok_and(|id| key.expose_number() == id.expose()));
            prop_assert_eq!(&IdentityKey::parse(&key.expose()), &Ok(key.clone()));
        }
        prop_assert!(keys.is_sorted_by_key(|key| !key.is_person()));
    }
}
