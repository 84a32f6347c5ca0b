#![no_main]

use gov_license::{ObjectId, SignedLicense, TrustPolicy, TrustStore};
use libfuzzer_sys::fuzz_target;

const LICENSES: [(&str, &[u8]); 2] = [
    (
        include_str!("../../gov-license/tests/data/license.sd-jwt"),
        include_bytes!("../../gov-license/tests/data/root.der"),
    ),
    (
        include_str!("../../gov-license/tests/data/sm2_license.sd-jwt"),
        include_bytes!("../../gov-license/tests/data/sm2_root.der"),
    ),
];

// Whatever is done to a license on the way, under either algorithm: when it still
// verifies, its signed part is untouched and its disclosures are the issuer's.
fuzz_target!(|input: (bool, Vec<(u16, u8, Vec<u8>)>)| {
    let (is_sm2, edits) = input;
    let (text, root) = LICENSES[usize::from(is_sm2)];
    let mut changed = text.as_bytes().to_vec();
    for (place, length, insert) in edits {
        let start = usize::from(place) % (changed.len() + 1);
        let end = (start + usize::from(length)).min(changed.len());
        changed.splice(start..end, insert);
    }
    let Ok(changed) = String::from_utf8(changed) else { return };
    let Ok(license) = SignedLicense::parse(&changed) else { return };
    let usage = ObjectId::parse("2.999.36903.1").expect("an object identifier");
    let mut trust = TrustStore::new(TrustPolicy::new(usage));
    trust.add_root_der(root).expect("the root of the tests");
    let at = "2026-06-01T10:00:00+08:00".parse().expect("a moment");
    if license.verify(&trust, at).is_ok() {
        let pieces = |text: &str| text.split('~').map(str::to_owned).collect::<Vec<_>>();
        let (issued, shown) = (pieces(text), pieces(&changed));
        assert_eq!(shown[0], issued[0]);
        assert!(shown.iter().all(|piece| issued.contains(piece)));
    }
});
