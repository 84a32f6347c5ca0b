#![no_main]

use gov_identity::{Fault, IdentityKey, MaskPolicy, ResidentId};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match ResidentId::parse(text) {
        Ok(id) => {
            assert_eq!(id.expose(), text);
            assert!(!format!("{id:?}").contains(id.division().as_str()));
            assert_eq!(id.age_on(id.birth_date()), Some(0));
            assert_eq!(id.masked(MaskPolicy::Hidden).to_string(), "*".repeat(18));
            assert!(IdentityKey::candidates(text).contains(&id.into()));
        }
        Err(error) => {
            let positions = error.positions();
            assert!(1 <= *positions.start() && positions.start() <= positions.end());
            match error.fault() {
                Fault::Length { expected, found } => {
                    assert_eq!((expected, found), (18, text.chars().count()));
                }
                _ => assert!(*positions.end() <= 18),
            }
            let said = error.to_string();
            let digits = |run: &&[u8]| run.iter().all(u8::is_ascii_digit);
            for run in text.as_bytes().windows(6).filter(digits) {
                let run = std::str::from_utf8(run).expect("digits");
                assert!(!said.contains(run), "the number is repeated");
            }
        }
    }
});
