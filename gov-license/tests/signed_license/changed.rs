//! Whatever is changed on the way, the license no longer verifies, and nothing
//! panics.

use gov_license::{Issuer, ReadLimits, SignedLicense, Signer, TrustStore};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::desk::{license, now, random, signed};
use crate::forge::{Draft, decode};
use crate::pki::{BUREAU, Pki, Plan, trust};

#[track_caller]
fn check_changed(text: &str, trust: &TrustStore) {
    if let Ok(signed) = SignedLicense::parse(text) {
        assert!(signed.verify(trust, now()).is_err(), "{text}");
    }
}

#[test]
fn no_single_changed_byte_verifies() {
    // A short chain, so that every place can be tried.
    let Pki { leaf, intermediate, .. } = Plan::usual().certify();
    let issuer = Issuer::try_new(BUREAU, Plan::usual().leaf_key.signer(), vec![leaf]).unwrap();
    check_every_byte(&issuer, &trust(&intermediate));
}

/// Issues a license and changes each of its bytes.
pub(crate) fn check_every_byte(issuer: &Issuer<impl Signer>, trust: &TrustStore) {
    let signed = issuer.issue(&license(), now(), &mut random()).unwrap();
    assert!(signed.verify(trust, now()).is_ok());
    let text = signed.as_str();
    let payload_end = text.rfind('.').unwrap();
    for position in 0..text.len() {
        for bit in 0..7 {
            // Of header and payload two bits each: there a change is found by
            // arithmetic, which takes its time.
            if position < payload_end && bit != 0 && bit != position % 7 {
                continue;
            }
            let mut bytes = text.as_bytes().to_vec();
            bytes[position] ^= 1 << bit;
            check_changed(&String::from_utf8(bytes).unwrap(), trust);
        }
    }
}

#[test]
fn no_shortened_text_verifies_but_one_with_fewer_disclosures() {
    let signed = signed();
    let text = signed.as_str();
    let trust = Plan::usual().trust();
    let jws = text.find('~').unwrap();
    for end in 0..text.len() {
        let shown_less = end > jws && text[..end].ends_with('~');
        let read = SignedLicense::parse(&text[..end]);
        assert_eq!(read.is_ok(), shown_less, "{end}");
        if let Ok(signed) = read {
            assert!(signed.verify(&trust, now()).is_ok());
        }
    }
}

/// A text with some pieces cut out, doubled or replaced.
fn mutated() -> impl Strategy<Value = String> {
    let edit = (any::<prop::sample::Index>(), 0..40_usize, "[-_A-Za-z0-9.~={}\"\\\\ ]{0,12}");
    vec(edit, 1..4).prop_map(|edits| {
        let mut text = signed().as_str().to_owned();
        for (place, length, insert) in edits {
            let start = place.index(text.len());
            let end = (start + length).min(text.len());
            text.replace_range(start..end, &insert);
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_mutated_text_verifies(text in mutated()) {
        let same = text == signed().as_str();
        let trust = Plan::usual().trust();
        if let Ok(signed) = SignedLicense::parse(&text) {
            // What may change is which of the disclosures are there.
            let jws = |text: &str| text.split('~').next().unwrap().to_owned();
            let verified = signed.verify(&trust, now()).is_ok();
            prop_assert!(same || !verified || jws(&text) == jws(crate::desk::signed().as_str()));
        }
    }

    #[test]
    fn reading_any_text_answers(text in "\\PC{0,200}") {
        prop_assert!(SignedLicense::parse(&text).is_err());
    }

    #[test]
    fn reading_any_json_answers(
        header in "[{}\\[\\]\":,a-z0-9.\\\\u-]{0,60}",
        payload in "[{}\\[\\]\":,_sd0-9.\\\\u-]{0,60}",
    ) {
        let text = crate::forge::sign(&header, &payload, std::slice::from_ref(&header));
        prop_assert!(SignedLicense::parse(&text).is_err());
    }

    #[test]
    fn a_mutated_certificate_never_verifies(
        which in 0..2_usize,
        place in any::<prop::sample::Index>(),
        mask in 1..=255_u8,
    ) {
        let Pki { root, intermediate, leaf } = Plan::usual().certify();
        let mut chain = [leaf, intermediate];
        let place = place.index(chain[which].len());
        chain[which][place] ^= mask;
        let signed = Draft::usual().chain(&[&chain[0], &chain[1]]).read().unwrap();
        prop_assert!(signed.verify(&trust(&root), now()).is_err());
    }

    #[test]
    fn limits_hold_whatever_they_are(max_bytes in 0..6000_usize, max_depth in 0..6_usize, max_values in 20..60_usize) {
        let signed = signed();
        let limits = ReadLimits { max_bytes, max_depth, max_values };
        let read = SignedLicense::parse_within(signed.as_str(), limits);
        // The digests stand three levels deep: payload, face, list. With the
        // sixteen of them there are 36 values in the payload.
        let expected =
            max_bytes >= signed.as_str().len() && max_depth >= 3 && max_values >= 36;
        prop_assert_eq!(read.is_ok(), expected);
    }
}

#[test]
fn the_signature_is_over_the_text_and_not_over_its_meaning() {
    let draft = Draft::usual();
    let signed = signed();
    let (jws, disclosures) = signed.as_str().split_once('~').unwrap();
    let mut pieces = jws.split('.');
    let (header, payload, signature) =
        (pieces.next().unwrap(), pieces.next().unwrap(), pieces.next().unwrap());
    // The same claims with one more blank.
    let mut spaced = decode(payload);
    spaced.push(b' ');
    let text = format!("{header}.{}.{signature}~{disclosures}", crate::forge::encode(&spaced));
    let changed = SignedLicense::parse(&text).unwrap();
    assert_eq!(changed.unverified(), draft.read().unwrap().unverified());
    let error = changed.verify(&Plan::usual().trust(), now()).unwrap_err();
    assert_eq!(error, gov_license::VerifyError::SignatureInvalid);
}
