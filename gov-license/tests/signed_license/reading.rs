//! What is refused before any question of trust. Every text here carries the
//! bureau's own signature, so only reading stands in its way.

use gov_license::{
    HeaderFault, JsonFault, LicenseError, LicenseIdError, Piece, ReadError, ReadLimits,
    SignedLicense,
};
use serde_json::{Value, json};

use crate::desk::{now, signed};
use crate::forge::{Draft, decode, encode, refused, sign};
use crate::pki::Plan;

#[test]
fn the_draft_itself_is_a_license() {
    let signed = Draft::usual().read().unwrap();
    assert!(signed.verify(&Plan::usual().trust(), now()).is_ok());
    assert_eq!("".parse::<SignedLicense>().unwrap_err(), ReadError::NotSdJwt);
}

#[test]
fn the_compact_form_is_the_only_form() {
    let text = signed().as_str().to_owned();
    let jws = text.split('~').next().unwrap();
    refused(jws, ReadError::NotSdJwt);
    refused(text.trim_end_matches('~'), ReadError::KeyBinding);
    refused(&format!("{text}e30.e30.AA"), ReadError::KeyBinding);
    refused("~", ReadError::Pieces);
    refused("e30~", ReadError::Pieces);
    refused("e30.e30~", ReadError::Pieces);
    refused("e30.e30.e30.AA~", ReadError::Pieces);
    // Two tildes at the end are one disclosure without text.
    let number = text.matches('~').count();
    let piece = Piece::Disclosure(number);
    let empty = JsonFault::Syntax { line: 1, column: 0 };
    refused(&format!("{text}~"), ReadError::Json { piece, fault: empty });
    refused(&format!(" {text}"), ReadError::Encoding { piece: Piece::Header });
}

#[test]
fn a_text_longer_than_the_limit_is_not_looked_at() {
    let text = signed().as_str().to_owned();
    let within = |max_bytes| {
        let limits = ReadLimits { max_bytes, ..ReadLimits::default() };
        SignedLicense::parse_within(&text, limits).map(|_| ())
    };
    assert_eq!(within(text.len()), Ok(()));
    assert_eq!(within(text.len() - 1), Err(ReadError::TooLong { limit: text.len() - 1 }));
    refused(&"a".repeat(65_537), ReadError::TooLong { limit: 65_536 });
    refused(&"a".repeat(65_536), ReadError::NotSdJwt);
}

#[test]
fn base64url_has_one_form() {
    let text = signed().as_str().to_owned();
    let (header, rest) = text.split_once('.').unwrap();
    let refused_header = |header: &str| {
        refused(&format!("{header}.{rest}"), ReadError::Encoding { piece: Piece::Header });
    };
    refused_header(&format!("{header}="));
    refused_header(&format!("{header}\n"));
    refused_header(&format!("{header}+"));
    refused_header(&format!("{header}/"));
    refused_header(&header[..header.len() - header.len() % 4 - 3]);

    // A signature of 64 bytes leaves four bits over in its last character.
    let (jws, disclosures) = text.split_once('~').unwrap();
    let (head, last) = jws.split_at(jws.len() - 1);
    for other in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars() {
        let changed = format!("{head}{other}~{disclosures}");
        let canonical = matches!(other, 'A' | 'Q' | 'g' | 'w');
        match SignedLicense::parse(&changed) {
            Ok(_) => assert!(canonical, "{other}"),
            Err(error) => {
                assert_eq!(error, ReadError::Encoding { piece: Piece::Signature }, "{last}");
                assert!(!canonical, "{other}");
            }
        }
    }
    let short = format!("{}~{disclosures}", &jws[..jws.len() - 3]);
    refused(&short, ReadError::Encoding { piece: Piece::Signature });
    let short = format!("{}~{disclosures}", &jws[..jws.len() - 2]);
    refused(&short, ReadError::SignatureLength { found: 63 });
}

#[test]
fn each_fault_of_the_header_has_its_own_error() {
    let header = |change: fn(&mut Value)| {
        let mut draft = Draft::usual();
        change(&mut draft.header);
        draft.text()
    };
    let fault = |change, fault| refused(&header(change), ReadError::Header(fault));
    fault(|it| drop(it.as_object_mut().unwrap().remove("alg")), HeaderFault::AlgorithmMissing);
    fault(|it| it["alg"] = json!("none"), HeaderFault::AlgorithmNone);
    let mut names = vec!["ES256", "HS256", "RS256", "Ed448", "eddsa", "ED25519", "", "SM2", "None"];
    if cfg!(not(feature = "sm")) {
        names.push("SM2-SM3");
    }
    for name in names {
        let mut draft = Draft::usual();
        draft.header["alg"] = json!(name);
        refused(&draft.text(), ReadError::Header(HeaderFault::Algorithm));
    }
    fault(|it| it["alg"] = json!(null), HeaderFault::Algorithm);
    fault(|it| it["alg"] = json!(["EdDSA"]), HeaderFault::Algorithm);
    fault(|it| drop(it.as_object_mut().unwrap().remove("typ")), HeaderFault::TypeMissing);
    for name in
        ["statuslist+jwt", "kb+jwt", "copy+jwt", "ticket+jwt", "JWT", "vc+sd-jwt", "DC+SD-JWT"]
    {
        let mut draft = Draft::usual();
        draft.header["typ"] = json!(name);
        refused(&draft.text(), ReadError::Header(HeaderFault::Type));
    }
    fault(|it| it["typ"] = json!(1), HeaderFault::Type);
    fault(|it| it["crit"] = json!(["b64"]), HeaderFault::Critical);
    fault(|it| it["crit"] = json!([]), HeaderFault::Critical);
    fault(|it| it["crit"] = json!(null), HeaderFault::Critical);
    fault(|it| drop(it.as_object_mut().unwrap().remove("x5c")), HeaderFault::ChainMissing);
    for chain in
        [json!([]), json!("AA=="), json!([1]), json!(["AA"]), json!(["AB=="]), json!(["-_=="])]
    {
        let mut draft = Draft::usual();
        draft.header["x5c"] = chain;
        refused(&draft.text(), ReadError::Header(HeaderFault::Chain));
    }
}

#[test]
fn the_newer_name_of_the_algorithm_and_hints_are_read() {
    let mut draft = Draft::usual();
    draft.header["alg"] = json!("Ed25519");
    draft.header["kid"] = json!("a hint");
    let signed = draft.read().unwrap();
    assert!(signed.verify(&Plan::usual().trust(), now()).is_ok());
}

#[test]
fn json_can_be_understood_in_one_way_only() {
    let Draft { header, payload, disclosures } = Draft::usual();
    let (header, payload) = (header.to_string(), payload.to_string());
    let refused_as = |payload: &str, fault| {
        let error = ReadError::Json { piece: Piece::Payload, fault };
        refused(&sign(&header, payload, &disclosures), error);
    };
    let with = |member: &str| format!("{{{member},{}", &payload[1..]);

    refused_as(&with(r#""jti":"x""#), JsonFault::DuplicateName);
    refused_as(&with(r#""\u006ati":"x""#), JsonFault::DuplicateName);
    refused_as(&with(r#""x":{"y":[{"a":1,"\u0061":1}]}"#), JsonFault::DuplicateName);
    refused_as(&with(r#""x":{"a":1,"a":1}"#), JsonFault::DuplicateName);

    for number in ["1.0", "1e0", "0.1", "-0", "-0.0", "1E2", "18446744073709551616"] {
        refused_as(&with(&format!(r#""x":{number}"#)), JsonFault::Float);
    }
    for number in
        ["9007199254740992", "9007199254740993", "-9007199254740992", "18446744073709551615"]
    {
        refused_as(&with(&format!(r#""x":[{number}]"#)), JsonFault::IntegerRange);
    }
    for number in ["9007199254740991", "-9007199254740991", "0"] {
        let text = sign(&header, &with(&format!(r#""x":{number}"#)), &disclosures);
        assert!(SignedLicense::parse(&text).is_ok(), "{number}");
    }

    refused_as(&format!("\u{feff}{payload}"), JsonFault::ByteOrderMark);
    refused_as(&format!("{payload} {{}}"), JsonFault::TrailingData);
    refused_as(&format!("{payload}\0"), JsonFault::TrailingData);

    let nested =
        |levels: usize| with(&format!(r#""x":{}{}"#, "[".repeat(levels), "]".repeat(levels)));
    assert!(SignedLicense::parse(&sign(&header, &nested(15), &disclosures)).is_ok());
    refused_as(&nested(16), JsonFault::Depth);
    refused_as(&nested(20_000), JsonFault::Depth);

    for syntax in
        [r#""x":"\ud800""#, r#""x":"\udc00\ud800""#, r#""x":1e400"#, r#""x":NaN"#, r#""x":01"#]
    {
        let text = sign(&header, &with(syntax), &disclosures);
        let Err(ReadError::Json { piece, fault: JsonFault::Syntax { line, .. } }) =
            SignedLicense::parse(&text)
        else {
            panic!("{syntax}")
        };
        assert_eq!((piece, line), (Piece::Payload, 1));
    }
}

#[test]
fn json_is_utf8_and_an_object() {
    let Draft { header, payload, .. } = Draft::usual();
    let (header, payload) = (header.to_string(), payload.to_string());
    let with_payload =
        |bytes: &[u8]| format!("{}.{}.AA~", encode(header.as_bytes()), encode(bytes));
    let fault = |bytes: &[u8]| match SignedLicense::parse(&with_payload(bytes)) {
        Err(ReadError::Json { piece: Piece::Payload, fault }) => fault,
        other => panic!("{other:?}"),
    };
    assert_eq!(fault(b"{\"\xff\":1}"), JsonFault::NotUtf8);
    assert_eq!(fault(b"{\"\xed\xa0\x80\":1}"), JsonFault::NotUtf8); // A surrogate in UTF-8.
    for bytes in ["1", "[]", "\"\"", "null", "true"] {
        refused(&with_payload(bytes.as_bytes()), ReadError::NotAnObject { piece: Piece::Payload });
        refused(
            &format!("{}.{}.AA~", encode(bytes.as_bytes()), encode(payload.as_bytes())),
            ReadError::NotAnObject { piece: Piece::Header },
        );
    }
    refused(
        &format!("{}.e30.AA~", encode(b"{\"alg\":\"EdDSA\",\"alg\":\"EdDSA\"}")),
        ReadError::Json { piece: Piece::Header, fault: JsonFault::DuplicateName },
    );
}

#[test]
fn a_claim_of_another_type_of_token_is_refused() {
    for claim in ["aud", "nonce", "sd_hash", "status_list", "ttl"] {
        refused(&Draft::usual().set(claim, json!("x")).text(), ReadError::ForeignClaim { claim });
    }
    assert!(Draft::usual().set("x", json!("an addition of a later time")).read().is_ok());
}

const TEXT_CLAIMS: [&str; 11] = [
    "vct",
    "jti",
    "iss",
    "CertificateName",
    "CertificateTypeCode",
    "CertificateNumber",
    "CertificateIdentifier",
    "CertificateIssuingAuthorityName",
    "CertificateIssuingAuthorityCode",
    "CertificateIssuedDate",
    "CertificateEffectiveDate",
];

#[test]
fn every_claim_is_there_and_in_its_form() {
    for claim in TEXT_CLAIMS {
        refused(&Draft::usual().set(claim, Value::Null).text(), ReadError::Missing { claim });
        for value in [json!(1), json!(["x"]), json!({}), json!(true)] {
            refused(&Draft::usual().set(claim, value).text(), ReadError::Claim { claim });
        }
    }
    for claim in ["iat", "nbf"] {
        refused(&Draft::usual().set(claim, Value::Null).text(), ReadError::Missing { claim });
        refused(&Draft::usual().set(claim, json!("1")).text(), ReadError::Claim { claim });
    }
    refused(&Draft::usual().set("exp", json!("1")).text(), ReadError::Claim { claim: "exp" });
    for face in [json!("x"), json!([]), json!(1)] {
        refused(&Draft::usual().set("face", face).text(), ReadError::Claim { claim: "face" });
    }
    let claim = "CertificateExpiringDate";
    for date in
        ["2026-2-1", "20260201", "2026-02-30", "10000-01-01", "0000-01-01", "长期", " 2026-01-01"]
    {
        refused(&Draft::usual().set(claim, json!(date)).text(), ReadError::Claim { claim });
    }
}

#[test]
fn codes_and_texts_are_what_they_are_called() {
    let error = ReadError::Identifier(LicenseIdError::Parts { found: 1 });
    refused(&Draft::usual().set("jti", json!("x")).text(), error);

    let mut draft = Draft::usual().show(&[]);
    draft.disclose("/_sd", r#"["aaaaaaaaaaaaaaaaaaaaaa","sub","111:110105194912310021"]"#);
    let Err(ReadError::Code { claim: "sub", fault }) = draft.read() else { panic!() };
    assert!(!format!("{fault} {}", fault.zh()).contains("110105"));

    let earlier = Draft::usual().set("CertificateExpiringDate", json!("2026-01-04"));
    refused(&earlier.text(), ReadError::License(LicenseError::Period));

    for text in ["", "  ", "a\tb", "a\nb", "\u{202e}a", "a\u{feff}", "\u{fffe}", "a\u{0}"] {
        let error = Draft::usual().set("CertificateName", json!(text)).read().unwrap_err();
        assert_eq!(error.code(), "license-text", "{text:?}");
    }
    // The same letter written in two ways is two texts; neither is repaired.
    for text in ["\u{e9}", "e\u{301}"] {
        let signed = Draft::usual().set("CertificateName", json!(text)).read().unwrap();
        assert_eq!(signed.unverified().name(), text);
    }
}

#[test]
fn a_status_is_a_place_in_a_list_or_nothing_that_is_understood() {
    let list = |list| json!({ "status_list": list });
    let good = Draft::usual().set("status", list(json!({ "idx": 0, "uri": "https://a.cn" })));
    assert_eq!(good.read().unwrap().unverified().status().unwrap().index(), 0);
    for status in [
        json!("x"),
        json!({}),
        list(json!({})),
        list(json!([])),
        list(json!({ "idx": 0 })),
        list(json!({ "uri": "https://a.cn" })),
        list(json!({ "idx": -1, "uri": "https://a.cn" })),
        list(json!({ "idx": 4_294_967_296_i64, "uri": "https://a.cn" })),
        list(json!({ "idx": "0", "uri": "https://a.cn" })),
        list(json!({ "idx": 0, "uri": "" })),
        list(json!({ "idx": 0, "uri": "https://a.cn", "x": 1 })),
        json!({ "status_list": { "idx": 0, "uri": "https://a.cn" }, "other": {} }),
    ] {
        refused(&Draft::usual().set("status", status).text(), ReadError::Claim { claim: "status" });
    }
    let x = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";
    for cnf in [
        json!(1),
        json!({}),
        json!({ "kid": "x" }),
        json!({ "jwk": 1 }),
        json!({ "jwk": { "kty": "OKP" } }),
        json!({ "jwk": { "kty": "EC", "crv": "Ed25519", "x": x } }),
        json!({ "jwk": { "kty": "OKP", "crv": "X25519", "x": x } }),
        json!({ "jwk": { "kty": "OKP", "crv": "Ed25519", "x": x, "d": x } }),
        json!({ "jwk": { "kty": "OKP", "crv": "Ed25519", "x": "AAAA" } }),
        json!({ "jwk": { "kty": "OKP", "crv": "Ed25519", "x": "A".repeat(43) } }),
    ] {
        refused(&Draft::usual().set("cnf", cnf).text(), ReadError::Claim { claim: "cnf" });
    }
}

#[test]
fn the_members_of_the_payload_are_the_ones_of_the_format() {
    let payload = Draft::usual().payload;
    let names: Vec<_> = payload.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "CertificateEffectiveDate",
        "CertificateExpiringDate",
        "CertificateIdentifier",
        "CertificateIssuedDate",
        "CertificateIssuingAuthorityCode",
        "CertificateIssuingAuthorityName",
        "CertificateName",
        "CertificateNumber",
        "CertificateTypeCode",
        "_sd",
        "_sd_alg",
        "exp",
        "face",
        "iat",
        "iss",
        "jti",
        "nbf",
        "vct",
    ];
    assert_eq!(names, expected);
    assert_eq!(payload["vct"], "urn:oid:1.2.156.3005.2:11640200PDY00001XK001");
    assert_eq!(payload["iss"], "001:11640200PDY00001XK");
    // 2026-01-05 and 2027-01-01, 00:00 in China.
    assert_eq!((&payload["nbf"], &payload["exp"]), (&json!(1_767_542_400), &json!(1_798_732_800)));
    assert_eq!(payload["iat"], 1_767_574_800);
    let header = Draft::usual().header;
    assert_eq!((&header["alg"], &header["typ"]), (&json!("EdDSA"), &json!("dc+sd-jwt")));
    assert_eq!(header["x5c"].as_array().unwrap().len(), 2);
    let disclosed: Value = serde_json::from_slice(&decode(&Draft::usual().disclosures[0])).unwrap();
    assert_eq!((&disclosed[1], &disclosed[2]), (&json!("sub"), &json!("111:11010519491231002X")));
}
