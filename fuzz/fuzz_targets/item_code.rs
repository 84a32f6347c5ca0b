#![no_main]

use gov_catalog::ItemCode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match ItemCode::parse(text) {
        Ok(code) => {
            assert_eq!(code.to_string(), text);
            assert!(text.starts_with(code.body().expect("strict").as_str()));
        }
        Err(error) => {
            let positions = error.positions();
            assert!(1 <= *positions.start() && positions.start() <= positions.end());
        }
    }
});
