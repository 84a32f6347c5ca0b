#![no_main]

use gov_catalog::Item;
use libfuzzer_sys::fuzz_target;

// An item that is read is written and read again as the same item; one that is
// not has at least one fault, each with a place.
fuzz_target!(|text: &str| {
    match Item::from_json(text) {
        Ok(item) => {
            let written = serde_json::to_string(&item).expect("an item can be written");
            assert_eq!(Item::from_json(&written), Ok(item));
        }
        Err(faults) => assert!(!faults.is_empty()),
    }
});
