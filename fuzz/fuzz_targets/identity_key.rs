#![no_main]

use gov_identity::IdentityKey;
use libfuzzer_sys::fuzz_target;

// Two keys are equal just when their texts are, and they sort as their texts do.
fuzz_target!(|texts: (&str, &str)| {
    let (Ok(one), Ok(other)) = (IdentityKey::parse(texts.0), IdentityKey::parse(texts.1)) else {
        return;
    };
    assert_eq!(one.cmp(&other), one.expose().cmp(&other.expose()));
    for key in [one, other] {
        assert_eq!(IdentityKey::parse(&key.expose()), Ok(key.clone()));
        let json = serde_json::to_string(&key).expect("a key is a string");
        assert_eq!(serde_json::from_str::<IdentityKey>(&json).ok(), Some(key));
    }
});
