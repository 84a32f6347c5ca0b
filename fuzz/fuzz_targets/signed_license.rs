#![no_main]

use gov_license::{ObjectId, SignedLicense, TrustPolicy, TrustStore};
use libfuzzer_sys::fuzz_target;

// What is read is kept to the byte, and nobody is trusted without an anchor.
fuzz_target!(|text: &str| {
    let Ok(license) = SignedLicense::parse(text) else { return };
    assert_eq!(license.as_str(), text);
    let usage = ObjectId::parse("2.999.1").expect("an object identifier");
    let trust = TrustStore::new(TrustPolicy::new(usage));
    let at = "2026-03-02T09:30:00+08:00".parse().expect("a moment");
    assert!(license.verify(&trust, at).is_err());
});
