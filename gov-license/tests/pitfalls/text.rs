//! Rows 7 to 11: JSON, numbers, Unicode, members nobody signed, bombs.

use gov_license::{
    Face, FaceError, IssueError, JsonFault, LicenseError, Piece, ReadError, SignedLicense,
    StatusList, StatusWidth, TextFault, VerifyError,
};
use serde_json::json;

use crate::desk::{builder, now, random, signed};
use crate::forge::{Draft, encode, refused, sign};
use crate::pki::Plan;
use crate::window::trust;

/// The desk's license with one more member in front, in the writing given.
fn with(member: &str) -> String {
    let Draft { header, payload, disclosures } = Draft::usual();
    let payload = payload.to_string();
    sign(&header.to_string(), &format!("{{{member},{}", &payload[1..]), &disclosures)
}

fn payload_refused(member: &str, fault: JsonFault) {
    refused(&with(member), ReadError::Json { piece: Piece::Payload, fault });
}

#[test]
fn pitfall_07_a_name_stands_once_in_an_object() {
    for twice in [r#""a":1,"a":1"#, r#""a":1,"\u0061":1"#, r#""status":"a","status":"b""#] {
        payload_refused(twice, JsonFault::DuplicateName);
        // At every depth that is read at all.
        for depth in 1..15 {
            let inside =
                format!(r#""x":{}{{{twice}}}{}"#, "[".repeat(depth - 1), "]".repeat(depth - 1));
            payload_refused(&inside, JsonFault::DuplicateName);
        }
    }
}

#[test]
fn pitfall_08_a_number_is_an_integer_that_every_reader_keeps() {
    let range = JsonFault::IntegerRange;
    for (number, fault) in [
        ("9007199254740991", None),
        ("-9007199254740991", None),
        ("9007199254740992", Some(range)),
        ("9007199254740993", Some(range)),
        ("-9007199254740992", Some(range)),
        ("1.0", Some(JsonFault::Float)),
        ("1e0", Some(JsonFault::Float)),
        ("-0", Some(JsonFault::Float)),
        ("0.30000000000000004", Some(JsonFault::Float)),
    ] {
        let member = format!(r#""x":{number}"#);
        match fault {
            None => assert!(SignedLicense::parse(&with(&member)).is_ok(), "{number}"),
            Some(fault) => payload_refused(&member, fault),
        }
    }
    let huge = SignedLicense::parse(&with(r#""x":1e400"#)).unwrap_err();
    assert_eq!(huge.code(), "json-syntax");
    // Two numbers that a careless reader takes for one do not share a signature.
    let other = |number: &str| {
        let good = with(r#""x":9007199254740991"#);
        let (jws, rest) = good.split_once('~').unwrap();
        let mut pieces = jws.split('.');
        let (header, payload, signature) =
            (pieces.next().unwrap(), pieces.next().unwrap(), pieces.next().unwrap());
        let payload = String::from_utf8(crate::forge::decode(payload)).unwrap();
        let payload = encode(payload.replace("9007199254740991", number).as_bytes());
        SignedLicense::parse(&format!("{header}.{payload}.{signature}~{rest}"))
    };
    assert!(other("9007199254740991").unwrap().verify(&trust(), now()).is_ok());
    let error = other("9007199254740990").unwrap().verify(&trust(), now()).unwrap_err();
    assert_eq!(error, VerifyError::SignatureInvalid);
}

#[test]
fn pitfall_09_a_name_is_written_in_one_way_by_who_issues_and_read_as_signed() {
    // 李é in two spellings: two texts, two licenses, both read as they are.
    let (composed, decomposed) = ("李\u{e9}", "李e\u{301}");
    let read = |name: &str| {
        let signed = Draft::usual().set("CertificateName", json!(name)).read().unwrap();
        assert!(signed.verify(&trust(), now()).is_ok());
        signed
    };
    let (one, other) = (read(composed), read(decomposed));
    assert_eq!(one.unverified().name(), composed);
    assert_eq!(other.unverified().name(), decomposed);
    assert_ne!(one.as_str(), other.as_str());

    // Whoever issues writes the one form.
    let issue = |builder: gov_license::LicenseBuilder| {
        let license = builder.build().unwrap();
        Plan::usual().issuer().issue(&license, now(), &mut random()).map(|_| ())
    };
    assert_eq!(issue(builder().name(composed)), Ok(()));
    let fault = TextFault::NotNormal { position: 2 };
    let element = gov_license::Element::Name;
    let error = LicenseError::Text { element, fault };
    assert_eq!(issue(builder().name(decomposed)), Err(IssueError::License(error)));
    let value = LicenseError::Face(FaceError::Value { field: 4, fault });
    assert_eq!(issue(builder().face("甲", decomposed)), Err(IssueError::License(value)));
    let name = LicenseError::Face(FaceError::Name { field: 4, fault });
    assert_eq!(issue(builder().face(decomposed, "甲")), Err(IssueError::License(name)));
    // Compatibility forms are other characters and stay what they are.
    assert_eq!(issue(builder().name("（ＡＢＣ）㈠")), Ok(()));

    // What has no face is on no license, written or read.
    for (character, position) in [
        ('\u{0}', 2),
        ('\u{feff}', 2),
        ('\u{fffe}', 2),
        ('\u{202e}', 2),
        ('\u{2066}', 2),
        ('\u{200f}', 2),
    ] {
        let text = format!("李{character}");
        let fault = TextFault::Character { position };
        let written = builder().name(&text).build().unwrap_err();
        assert_eq!(written, LicenseError::Text { element, fault });
        let draft = Draft::usual().set("CertificateName", json!(text));
        refused(&draft.text(), ReadError::License(LicenseError::Text { element, fault }));
    }
    let surrogate = SignedLicense::parse(&with(r#""x":"\ud800""#)).unwrap_err();
    assert_eq!(surrogate.code(), "json-syntax");

    // The order of names: by code point here, by UTF-16 elsewhere. Nobody has to
    // agree, since the bytes received are the bytes checked.
    for names in [["\u{fb33}", "\u{1f600}"], ["\u{1f600}", "\u{fb33}"]] {
        let member = format!(r#""x":{{"{}":1,"{}":2}}"#, names[0], names[1]);
        let signed = SignedLicense::parse(&with(&member)).unwrap();
        assert!(signed.verify(&trust(), now()).is_ok());
    }
    let mut face = Face::new();
    face.insert("\u{1f600}", "1").unwrap();
    face.insert("\u{fb33}", "2").unwrap();
    assert_eq!(face.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["\u{1f600}", "\u{fb33}"]);
}

#[test]
fn pitfall_10_nothing_is_shown_that_nobody_signed() {
    // Inside: one more member and the signature is gone.
    let text = signed().as_str().to_owned();
    let (jws, rest) = text.split_once('~').unwrap();
    let mut pieces = jws.split('.').map(str::to_owned);
    let (header, payload, signature) =
        (pieces.next().unwrap(), pieces.next().unwrap(), pieces.next().unwrap());
    let mut claims: serde_json::Value =
        serde_json::from_slice(&crate::forge::decode(&payload)).unwrap();
    claims["x"] = json!(1);
    let changed = encode(claims.to_string().as_bytes());
    let changed = SignedLicense::parse(&format!("{header}.{changed}.{signature}~{rest}")).unwrap();
    assert_eq!(changed.verify(&trust(), now()).unwrap_err(), VerifyError::SignatureInvalid);
    // Outside: a disclosure that no digest asks for, a fourth piece, JSON with
    // an unprotected header.
    let stray = encode(br#"["aaaaaaaaaaaaaaaaaaaaaa","x","y"]"#);
    let number = text.matches('~').count();
    let fault = gov_license::DisclosureFault::Unreferenced;
    refused(&format!("{text}{stray}~"), ReadError::Disclosure { number, fault });
    refused(&format!("{header}.{payload}.{signature}.e30~{rest}"), ReadError::Pieces);
    let json = json!({ "payload": payload, "header": { "x": 1 }, "signature": signature });
    assert_eq!(SignedLicense::parse(&json.to_string()).unwrap_err(), ReadError::NotSdJwt);
    // Nor does anything stand on the license beside what its elements say.
    let shown = signed().show(&[]).unwrap();
    assert_eq!((shown.unverified().face().len(), shown.unverified().holder()), (0, None));
}

/// How much memory and time the bounds leave is measured with a counting
/// allocator beside the tests of reading; here each bomb meets its bound.
#[test]
fn pitfall_11_a_bomb_meets_a_bound_before_it_goes_off() {
    let start = std::time::Instant::now();
    let deep = |depth: usize| format!(r#""x":{}{}"#, "[".repeat(depth), "]".repeat(depth));
    payload_refused(&deep(128), JsonFault::Depth);
    let limit = 65_536;
    refused(&"a".repeat(10 << 20), ReadError::TooLong { limit });
    let keys: Vec<_> = (0..1_000_000).map(|key| format!(r#""k{key}":1"#)).collect();
    refused(&keys.join(","), ReadError::TooLong { limit });
    // As many names as fit, all different, are read; a thousandth twice is not.
    let many: Vec<_> = (0..3000).map(|key| format!(r#""k{key}":1"#)).collect();
    assert!(SignedLicense::parse(&with(&many.join(","))).is_ok());
    payload_refused(&format!(r#"{},"k999":1"#, many.join(",")), JsonFault::DuplicateName);
    // A megabyte that would become a gigabyte is stopped at the bound.
    let zeros = vec![0; 1 << 24];
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 9);
    assert!(bomb.len() < 20_000);
    let bounded = StatusList::from_zlib(StatusWidth::One, &bomb, 1 << 20);
    assert_eq!(bounded, Err(ReadError::ListTooLong { limit: 1 << 20 }));
    // All of it together, unoptimized, on a busy machine.
    assert!(start.elapsed().as_secs() < 20);
}
