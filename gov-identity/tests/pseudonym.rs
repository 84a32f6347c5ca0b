//! Pseudonyms, labels and subject keys: stable, unlinkable, silent.

use gov_identity::{IdentityKey, Label, Pseudonym, Pseudonymizer, SubjectKey};
use proptest::prelude::*;

const NUMBER: &str = "11010519491231002X";

#[test]
fn pseudonyms_are_those_that_python_and_openssl_compute() {
    let key: [u8; 32] = core::array::from_fn(|index| u8::try_from(index).unwrap());
    let pseudonymizer = Pseudonymizer::new(&key);
    let vectors = include_str!("data/pseudonym_vectors.tsv");
    let mut count = 0;
    for line in vectors.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<_> = line.split('\t').collect();
        let [purpose, identity, digest] = cells[..] else { panic!("{line}") };
        let (purpose, identity) =
            (Label::parse(purpose).unwrap(), IdentityKey::parse(identity).unwrap());
        let pseudonym = pseudonymizer.pseudonym(&purpose, &identity);
        assert_eq!(pseudonym.to_string(), format!("{purpose}:{digest}"));
        assert_eq!(Pseudonym::parse(&pseudonym.to_string()), Ok(pseudonym.clone()));
        assert_eq!(pseudonym.purpose(), &purpose);
        assert_eq!(pseudonym.digest().len(), 32);
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn key_purpose_and_person_each_make_another_pseudonym() {
    let key = |text| IdentityKey::parse(text).unwrap();
    let label = |text| Label::parse(text).unwrap();
    let (one, two) = (Pseudonymizer::new(&[1; 32]), Pseudonymizer::new(&[2; 32]));
    let person = key("111:11010519491231002X");
    let base = one.pseudonym(&label("rating"), &person);
    assert_eq!(base, one.pseudonym(&label("rating"), &person), "stable");
    assert_ne!(base.digest(), two.pseudonym(&label("rating"), &person).digest());
    assert_ne!(base.digest(), one.pseudonym(&label("survey"), &person).digest());
    let other = key("111:440524188001010014");
    assert_ne!(base.digest(), one.pseudonym(&label("rating"), &other).digest());
}

#[test]
fn the_key_is_wiped_on_drop_and_never_shown() {
    fn wiped<T: zeroize::ZeroizeOnDrop>(_: &T) {}
    let pseudonymizer = Pseudonymizer::new(&[65; 32]);
    wiped(&pseudonymizer);
    assert_eq!(format!("{pseudonymizer:?}"), "Pseudonymizer(..)");
    let person = IdentityKey::parse("111:11010519491231002X").unwrap();
    let pseudonym = pseudonymizer.pseudonym(&Label::parse("rating").unwrap(), &person);
    assert_eq!(format!("{pseudonym:?}"), "Pseudonym(rating:..)");
}

#[test]
fn a_pseudonym_that_is_none_is_refused_at_its_place() {
    let digits = "0".repeat(64);
    let refused = |text: &str, code: &str, position: usize| {
        let error = Pseudonym::parse(text).unwrap_err();
        assert_eq!((error.code(), *error.positions().start()), (code, position), "{text}");
    };
    refused("rating", "prefix", 1);
    refused(&format!(":{digits}"), "length", 1);
    refused(&format!("rating:{digits}0"), "length", 65);
    refused("rating:00", "length", 3);
    refused(&format!("two words:{digits}"), "character", 4);
    for position in 1..=64 {
        for stray in ["A", "g", " "] {
            let text = format!("rating:{0:0>1$}{stray}{0:0>2$}", "", position - 1, 64 - position);
            refused(&text, "character", position);
        }
    }
}

#[test]
fn subject_keys_have_three_text_forms_and_show_none() {
    let pseudonym = format!("pseudonym:rating:{}", "0a".repeat(32));
    for (text, debug) in [
        ("111:11010519491231002X", "SubjectKey(IdentityKey(111:..))"),
        ("001:91640200MA0000007F", "SubjectKey(IdentityKey(001:91640200MA0000007F))"),
        ("414:E12345678", "SubjectKey(IdentityKey(414:..))"),
        (&pseudonym, "SubjectKey(Pseudonym(rating:..))"),
        ("network:N3k7Qw", "SubjectKey(network:..)"),
    ] {
        let key = SubjectKey::parse(text).unwrap();
        assert_eq!(key.expose(), text);
        assert_eq!(format!("{key:?}"), debug);
        assert_eq!(key.is_person(), !text.starts_with("001"), "{text}");
    }
    for text in ["", "network:", "pseudonym:rating", "passport:E12345678", NUMBER] {
        let error = SubjectKey::parse(text).unwrap_err();
        assert!(!format!("{error} {error:?} {}", error.zh()).contains(NUMBER), "{text}");
    }
}

#[test]
fn labels_are_1_to_128_characters_without_blanks() {
    assert!(Label::parse(&"长".repeat(128)).is_ok());
    let refused = |text: &str, code: &str, position: usize| {
        let error = Label::parse(text).unwrap_err();
        assert_eq!((error.code(), *error.positions().start()), (code, position), "{text:?}");
    };
    refused("", "length", 1);
    refused(&"长".repeat(129), "length", 129);
    refused(" a", "character", 1);
    refused("经办\u{3000}人", "character", 3);
    refused("a\n", "character", 2);
    refused("a\0", "character", 2);
    assert_eq!(format!("{:?}", Label::parse("经办人").unwrap()), "Label(经办人)");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_and_comes_back(text in "\\PC{0,200}") {
        if let Ok(label) = Label::parse(&text) {
            prop_assert_eq!(label.as_str(), text.as_str());
        }
        if let Ok(key) = SubjectKey::parse(&text) {
            prop_assert_eq!(SubjectKey::parse(&key.expose()), Ok(key));
        }
    }
}
