#![no_main]

use gov_workflow::{CaseNumber, History};
use libfuzzer_sys::fuzz_target;

// A history that verifies is the one that its events make, to the byte; and
// events that are chained here verify until a byte is changed.
fuzz_target!(|input: (&[u8], Vec<String>, usize)| {
    let (text, events, spoil) = input;
    let case = CaseNumber::parse("2026-0001").expect("a case number");
    if let Ok(history) = History::verify(&case, text, None) {
        let mut again = History::new(case.clone());
        for line in history.lines() {
            again.append(line).expect("a line of a history");
        }
        assert_eq!(again.text().as_bytes(), text);
    }

    let mut history = History::new(case.clone());
    for event in &events {
        let _ = history.append(event);
    }
    let checkpoint = history.checkpoint();
    let mut text = history.text().as_bytes().to_vec();
    assert!(History::verify(&case, &text, Some(&checkpoint)).is_ok());
    let length = text.len().max(1);
    if let Some(byte) = text.get_mut(spoil % length) {
        *byte ^= 1;
        assert!(History::verify(&case, &text, Some(&checkpoint)).is_err());
    }
});
