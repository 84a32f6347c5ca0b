//! One slip of the pen is never read as another number.
#![expect(clippy::unwrap_used, reason = "the numbers are known to be right")]

use gov_identity::{
    CreditCode, ForeignResidentId, LegacyForeignResidentId, LegacyResidentId, OrganizationCode,
    ParseError, PilotCreditCode, RegistrationNumber, ResidentId,
};

type Door = fn(&str) -> Result<(), ParseError>;

/// Numbers of the official samples and made-up ones, `X` and `0` as checks among them.
const CHECKED: [(Door, &[&str]); 6] = [
    (
        |text| ResidentId::parse(text).map(drop),
        &[
            "11010519491231002X",
            "440524188001010014",
            "110105180001010010",
            "810000199408230021",
            "830000199201300022",
        ],
    ),
    (
        |text| ForeignResidentId::parse_any_nationality(text).map(drop),
        &["932682198501010017", "911124198108030024", "93101019990101004X"],
    ),
    (
        |text| LegacyForeignResidentId::parse(text).map(drop),
        &["SAU320085010102", "HMD429926010177"],
    ),
    (
        |text| CreditCode::parse(text).map(drop),
        &["91350100M000100Y43", "91640200MA0000007F", "91110105PDY0104960", "N3100000PDY001346F"],
    ),
    (|text| OrganizationCode::parse(text).map(drop), &["PDY00001X", "000000000", "ZZZZZZZZ3"]),
    (
        |text| RegistrationNumber::parse(text).map(drop),
        &["110108000000016", "100000399999993", "110105999999997"],
    ),
];

/// All of ASCII, and beyond it what keyboards and forms produce.
fn characters() -> impl Iterator<Item = char> {
    ('\0'..='\x7f').chain(['０', '９', 'Ｘ', 'ｘ', 'Ⅹ', '二', 'é', '\u{200B}', '\u{FEFF}', '😀'])
}

#[test]
fn every_single_substitution_is_refused() {
    for (door, numbers) in CHECKED {
        for number in numbers {
            assert_eq!(door(number), Ok(()), "{number}");
            for (position, character, changed) in substitutions(number) {
                // Modulo ten and modulo eleven some letters weigh the same as
                // others: no parser of these two codes can tell them apart.
                let same = match number.len() {
                    15 if number.starts_with(char::is_alphabetic) => {
                        congruent(number, position, character, 10)
                    }
                    9 => congruent(number, position, character, 11),
                    _ => false,
                };
                assert!(same || door(&changed).is_err(), "{changed}");
            }
        }
    }
}

#[test]
fn letters_that_weigh_the_same_are_the_only_blind_spot_of_organization_codes() {
    let number = "PDY00001X";
    let mut unseen = 0;
    for (position, character, changed) in
        substitutions(number).filter(|(position, ..)| *position < 8)
    {
        let same = congruent(number, position, character, 11);
        assert_eq!(OrganizationCode::parse(&changed).is_ok(), same, "{changed}");
        unseen += usize::from(same);
    }
    // P has two others of its value modulo eleven, the other seven have three.
    assert_eq!(unseen, 2 + 7 * 3);
}

#[test]
fn a_slip_in_fifteen_digits_goes_unseen_but_a_letter_does_not() {
    for position in 0..LegacyResidentId::LEN {
        for character in characters().filter(|character| !character.is_ascii_digit()) {
            let changed = substituted("110105120101996", position, character);
            let error = LegacyResidentId::parse(&changed).unwrap_err();
            assert_eq!(error.code(), "character");
            assert_eq!(error.positions(), position + 1..=position + 1);
        }
    }
}

#[test]
fn a_pilot_code_still_has_the_check_inside_it() {
    let number = "91350211M000YYYY3K";
    for (position, character, changed) in substitutions(number) {
        let same = (8..17).contains(&position) && congruent(number, position, character, 11);
        if PilotCreditCode::parse(&changed).is_ok() {
            assert!(position < 8 || same || position == 17, "{changed}");
        }
    }
}

#[test]
fn a_character_of_another_alphabet_is_found_at_its_place() {
    for (door, numbers) in CHECKED {
        for number in numbers {
            for position in 0..number.len() {
                for character in characters().filter(|character| !character.is_ascii_alphanumeric())
                {
                    let error = door(&substituted(number, position, character)).unwrap_err();
                    assert_eq!(error.code(), "character", "{number} {position}");
                    assert_eq!(error.positions(), position + 1..=position + 1, "{number}");
                }
            }
        }
    }
}

#[test]
fn the_five_letters_that_credit_codes_leave_out_are_found_first() {
    for letter in ["I", "O", "S", "V", "Z"] {
        for position in [0, 1, 8, 15, 17] {
            let changed = substituted(&"0".repeat(18), position, letter.chars().next().unwrap());
            let error = CreditCode::parse(&changed).unwrap_err();
            assert_eq!(
                (error.code(), error.positions()),
                ("character", position + 1..=position + 1)
            );
        }
    }
}

#[test]
fn two_neighbors_changed_places_are_refused_by_mod_11_2() {
    let residents = ["11010519491231002X", "440524188001010014", "110105186906309997"];
    let foreigners = ["932682198501010017", "951036197506150067"];
    for number in residents {
        for changed in transpositions(number) {
            assert!(ResidentId::parse(&changed).is_err(), "{changed}");
        }
    }
    for number in foreigners {
        for changed in transpositions(number) {
            assert!(ForeignResidentId::parse_any_nationality(&changed).is_err(), "{changed}");
        }
    }
}

#[test]
fn two_neighbors_changed_places_are_refused_by_mod_31() {
    for number in ["91350100M000100Y43", "91640200MA0000007F", "91110105PDY0104960"] {
        for changed in transpositions(number) {
            assert!(CreditCode::parse(&changed).is_err(), "{changed}");
        }
    }
}

#[test]
fn a_character_too_few_or_too_many_is_a_wrong_length() {
    for (door, numbers) in CHECKED {
        for number in numbers {
            for end in 0..number.len() {
                let error = door(number.split_at(end).0).unwrap_err();
                assert_eq!(error.code(), "length");
                assert_eq!(error.positions(), end + 1..=end + 1, "{number}");
            }
            for more in ["0", " ", "\n", "\r\n", "Ⅹ"] {
                let error = door(&format!("{number}{more}")).unwrap_err();
                assert_eq!(error.code(), "length");
                assert_eq!(error.positions(), number.len() + 1..=number.len() + 1, "{number}");
            }
        }
    }
}

/// Every substitution of one character: its place counted from 0, the new
/// character, the new text.
fn substitutions(number: &str) -> impl Iterator<Item = (usize, char, String)> {
    let places = 0..number.len();
    let all = places.flat_map(|position| characters().map(move |character| (position, character)));
    all.map(move |(position, character)| {
        (position, character, substituted(number, position, character))
    })
    .filter(move |(.., changed)| changed != number)
}

/// Whether a new character has the value of the old one, in base 36, modulo some number.
fn congruent(number: &str, position: usize, character: char, modulus: u32) -> bool {
    let value = |character: char| {
        let upper = character.is_ascii_digit() || character.is_ascii_uppercase();
        upper.then(|| character.to_digit(36)).flatten().map(|value| value % modulus)
    };
    let old = number.chars().nth(position).and_then(value);
    old.is_some() && old == value(character)
}

fn substituted(number: &str, position: usize, character: char) -> String {
    let (before, rest) = number.split_at(position);
    let (_, after) = rest.split_at(1);
    format!("{before}{character}{after}")
}

fn transpositions(number: &str) -> impl Iterator<Item = String> {
    (1..number.len()).filter_map(move |second| {
        let mut bytes = number.as_bytes().to_vec();
        bytes.swap(second - 1, second);
        let changed = String::from_utf8(bytes).unwrap();
        (changed != number).then_some(changed)
    })
}
