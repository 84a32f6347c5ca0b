//! Licenses as QR codes: made, drawn, read by another's decoder, completed.

use gov_license::{
    Issuer, JsonFault, Piece, Presentation, QrError, QrLicense, ReadError, SignedLicense,
    StatusBook,
};
use proptest::prelude::*;
use rcgen::DnType;
use serde_json::{Value, json};

use crate::base45::{decode as base45_decode, encode as base45_encode};
use crate::desk::{license, now, random, signed};
use crate::forge::{Draft, decode, encode, sign};
use crate::pki::{BUREAU, Key, Pki, Plan, trust};
use crate::presentation::{bound, challenge, phone, shown};

/// What is shown to a person who only asks what may be sold here.
fn shown_little() -> Presentation {
    Presentation::of(signed().show(&["face.经营项目"]).unwrap())
}

fn code_of(text: &str) -> String {
    let compressed = miniz_oxide::deflate::compress_to_vec_zlib(text.as_bytes(), 10);
    format!("GL1:{}", base45_encode(&compressed))
}

fn text_in(code: &QrLicense) -> String {
    let compressed = base45_decode(&code.as_str()[4..]).unwrap();
    String::from_utf8(miniz_oxide::inflate::decompress_to_vec_zlib(&compressed).unwrap()).unwrap()
}

#[test]
fn base45_is_that_of_the_rfc() {
    for (bytes, text) in [
        ("", ""),
        ("AB", "BB8"),
        ("Hello!!", "%69 VD92EX0"),
        ("base-45", "UJCLQE7W581"),
        ("ietf!", "QED8WEX0"),
    ] {
        assert_eq!(base45_encode(bytes.as_bytes()), text);
        assert_eq!(base45_decode(text).unwrap(), bytes.as_bytes());
    }
    assert_eq!(base45_decode("FGW").unwrap(), [0xff, 0xff]);
    assert_eq!(base45_decode("U5").unwrap(), [0xff]);
    for text in ["GGW", ":::", "V5", "::", "A", "BB8A", "bb8", "B_8", "B\u{e9}8"] {
        assert_eq!(base45_decode(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn base45_has_one_form(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        prop_assert_eq!(base45_decode(&base45_encode(&bytes)), Some(bytes));
    }

    #[test]
    fn what_base45_reads_it_writes(text in "[0-9A-Z $%*+./:-]{0,12}") {
        if let Some(bytes) = base45_decode(&text) {
            prop_assert_eq!(base45_encode(&bytes), text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(GL1:)?[0-9A-Z $%*+./:-]{0,80}") {
        prop_assert!(QrLicense::parse(&text).is_err());
    }
}

#[test]
fn a_code_holds_what_is_shown_and_the_certificate_of_the_body_alone() {
    let code = QrLicense::of(&shown_little()).unwrap();
    assert_eq!(code, QrLicense::parse(code.as_str()).unwrap());
    let text = text_in(&code);
    let header: Value = serde_json::from_slice(&decode(text.split('.').next().unwrap())).unwrap();
    assert_eq!(header["x5c"].as_array().unwrap().len(), 1);
    let Pki { leaf, .. } = Plan::usual().certify();
    assert!(code.unverified().unverified_chain().eq([leaf.as_slice()]));
    assert_eq!(code.unverified().unverified().face().iter().count(), 1);
    // All but the header travels as it was.
    let rest = |text: &str| text.split_once('.').unwrap().1.to_owned();
    assert_eq!(rest(&text), rest(&shown_little().to_text()));
    assert!(!format!("{code:?} {:?}", code.symbol().unwrap()).contains("样例人"));
}

#[test]
fn whoever_knows_the_certificates_above_completes_and_verifies_it() {
    let Pki { root, intermediate, leaf } = Plan::usual().certify();
    let trust = trust(&root);
    let code = QrLicense::of(&shown_little()).unwrap();
    let mut stranger = Plan::usual();
    stranger.intermediate_key = Key::from_seed([8; 32]);
    let renewed = stranger.certify().intermediate;
    // Whatever else is known, in any order: the one that signed is found.
    let known: [&[&[u8]]; 4] = [
        &[&intermediate],
        &[&root, &leaf, &renewed, &intermediate, b"no certificate"],
        &[&renewed, &intermediate, &root],
        &[&intermediate, &renewed],
    ];
    for known in known {
        let whole = code.complete(known.iter().copied());
        assert_eq!(whole.to_text(), shown_little().to_text());
        assert!(whole.unverified().verify(&trust, now()).is_ok());
    }
}

#[test]
fn a_code_without_its_certificates_says_what_is_missing() {
    let Pki { root, intermediate, .. } = Plan::usual().certify();
    let verify = |code: &QrLicense, known: &[&[u8]]| {
        let whole = code.complete(known.iter().copied());
        let verified = whole.unverified().verify(&trust(&root), now()).map(|_| ());
        verified.unwrap_err().code()
    };
    let code = QrLicense::of(&shown_little()).unwrap();
    assert_eq!(verify(&code, &[]), "certificate-anchor");
    let mut stranger = Plan::usual();
    stranger.intermediate.serial_number = Some(77_u64.into());
    let renewed = stranger.certify().intermediate;
    assert_eq!(verify(&code, &[&renewed]), "signature-invalid");

    // A forged one is called forged, not incomplete.
    let text = text_in(&code);
    let (input, rest) = text.rsplit_once('.').unwrap();
    let (signature, disclosures) = rest.split_once('~').unwrap();
    let mut signature = decode(signature);
    signature[0] ^= 1;
    let forged = format!("{input}.{}~{disclosures}", encode(&signature));
    let forged = QrLicense::parse(&code_of(&forged)).unwrap();
    assert_eq!(verify(&forged, &[&intermediate, &root]), "signature-invalid");
}

#[test]
fn a_license_issued_without_certificates_above_needs_none() {
    let Pki { leaf, intermediate, .. } = Plan::usual().certify();
    let issuer = Issuer::try_new(BUREAU, Plan::usual().leaf_key.signer(), vec![leaf]).unwrap();
    let signed = issuer.issue(&license(), now(), &mut random()).unwrap();
    let code = QrLicense::of(&Presentation::of(signed.clone())).unwrap();
    assert_eq!(text_in(&code), signed.as_str());
    let trust = trust(&intermediate);
    for known in [vec![], vec![intermediate.as_slice()]] {
        let whole = code.complete(known);
        assert_eq!(whole.to_text(), signed.as_str());
        assert!(whole.unverified().verify(&trust, now()).is_ok());
    }
}

#[test]
fn two_certificates_above_are_put_back_in_their_order() {
    let (mut below, mut above) = (Plan::usual(), Plan::usual());
    below.root.distinguished_name.push(DnType::CommonName, "样例上级证书机构");
    above.intermediate.distinguished_name = below.root.distinguished_name.clone();
    let Pki { intermediate: below, leaf, .. } = below.certify();
    let Pki { intermediate: above, root, .. } = above.certify();
    let signed = Draft::usual().chain(&[&leaf, &below, &above]).read().unwrap();
    let code = QrLicense::of(&Presentation::of(signed.clone())).unwrap();
    for known in [[&below, &above, &root], [&root, &above, &below]] {
        let whole = code.complete(known.map(Vec::as_slice));
        assert_eq!(whole.to_text(), signed.as_str());
    }
    let whole = code.complete([above.as_slice()]);
    assert_eq!(whole.unverified().unverified_chain().len(), 1);
}

#[test]
fn what_a_holder_signed_for_a_window_fits_into_a_code_as_well() {
    let Pki { root, intermediate, .. } = Plan::usual().certify();
    let code = QrLicense::of(&shown()).unwrap();
    let scanned = QrLicense::parse(code.as_str()).unwrap().complete([intermediate.as_slice()]);
    assert_eq!(scanned, shown());
    let (trust, book) = (trust(&root), StatusBook::new());
    assert!(scanned.verify(&trust, &book, &challenge(), now()).unwrap().is_bound());
    // Printed without the holder's signature, it is nobody's.
    let printed = QrLicense::of(&Presentation::of(bound())).unwrap();
    let scanned = printed.complete([intermediate.as_slice()]);
    assert!(scanned.verify(&trust, &book, &challenge(), now()).is_err());
    let license = scanned.unverified().verify(&trust, now());
    assert!(license.is_ok());
}

/// The picture as a scanner sees it, from the SVG itself.
fn rasterize(svg: &str) -> (usize, Vec<bool>) {
    let between = |text: &str, from: &str, to: &str| {
        text.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned()
    };
    let size: usize = between(svg, "viewBox=\"0 0 ", " ").parse().unwrap();
    let mut dark = vec![false; size * size];
    for rectangle in between(svg, "fill=\"#000\" d=\"M", "\"").split('M') {
        // `M<left> <top>h<width>v<height>H<left>V<top>`
        let numbers: Vec<usize> =
            rectangle.split([' ', 'h', 'v', 'H', 'V']).map(|text| text.parse().unwrap()).collect();
        let [left, top, width, height, back_left, back_top] = numbers[..] else { panic!() };
        assert_eq!((left, top), (back_left, back_top));
        for y in top..top + height {
            dark[y * size + left..][..width].fill(true);
        }
    }
    (size, dark)
}

/// What an unrelated decoder reads: version, level, text.
fn scan(svg: &str) -> (usize, char, String) {
    let (size, dark) = rasterize(svg);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size, size, |x, y| {
        if dark[y * size + x] { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    let (meta, text) = grids[0].decode().unwrap();
    let level = ['M', 'L', 'H', 'Q'][usize::from(meta.ecc_level)];
    (meta.version.0, level, text)
}

#[test]
fn another_decoder_reads_the_picture() {
    for shown in [shown_little(), Presentation::of(signed()), shown()] {
        let code = QrLicense::of(&shown).unwrap();
        let symbol = code.symbol().unwrap();
        let (version, level, text) = scan(&symbol.to_svg());
        assert_eq!((version, level), (usize::from(symbol.version()), symbol.level()));
        assert_eq!(text, code.as_str());
        let Pki { intermediate, .. } = Plan::usual().certify();
        let whole = QrLicense::parse(&text).unwrap().complete([intermediate.as_slice()]);
        assert_eq!(whole, shown);
    }
}

#[test]
fn a_text_of_one_kilobyte_fits_version_25_at_level_m() {
    // The worst text there is: nothing in it can be compressed but the alphabet.
    let mut bytes = [0; 768];
    random().fill_bytes(&mut bytes);
    let text = encode(&bytes);
    assert_eq!(text.len(), 1024);
    let code = qrcode::QrCode::with_error_correction_level(code_of(&text), qrcode::EcLevel::M);
    let qrcode::Version::Normal(version) = code.unwrap().version() else { panic!() };
    assert!(version <= 25, "{version}");
}

#[test]
fn a_whole_license_has_the_symbols_that_the_documentation_says() {
    let symbol = |shown: &Presentation| {
        let symbol = QrLicense::of(shown).unwrap().symbol().unwrap();
        (symbol.version(), symbol.level())
    };
    assert_eq!(symbol(&Presentation::of(signed().show(&[]).unwrap())), (36, 'M'));
    assert_eq!(symbol(&Presentation::of(signed())), (40, 'M'));
    // Where M has no room, L may.
    let all = bound().present(&challenge(), &phone().signer(), now()).unwrap();
    assert_eq!(symbol(&all), (37, 'L'));
}

#[test]
fn what_no_symbol_holds_is_refused() {
    let long = Draft::usual().set("note", json!("1".repeat(4000))).text();
    let mut noise = [0; 4000];
    random().fill_bytes(&mut noise);
    let wide = Draft::usual().set("note", json!(encode(&noise))).read().unwrap();
    let limit = QrLicense::MAX_CHARACTERS;
    let error = QrLicense::of(&Presentation::of(wide)).unwrap_err();
    assert_eq!(error, QrError::TooLong { limit });
    // What compresses well has room.
    let plain = SignedLicense::parse(&long).unwrap();
    assert!(QrLicense::of(&Presentation::of(plain)).is_ok());
    let text = |length| format!("GL1:{}", "0".repeat(length - 4));
    assert_eq!(QrLicense::parse(&text(limit + 1)), Err(QrError::TooLong { limit }));
    assert_ne!(QrLicense::parse(&text(limit)), Err(QrError::TooLong { limit }));
}

#[test]
fn each_fault_of_a_code_has_its_own_error() {
    let code = QrLicense::of(&shown_little()).unwrap();
    let parse = |text: &str| QrLicense::parse(text).map(|_| ()).unwrap_err();
    assert_eq!(parse(""), QrError::Prefix);
    assert_eq!(parse(&code.as_str().replace("GL1:", "GL2:")), QrError::Prefix);
    assert_eq!(parse(&code.as_str().to_lowercase()), QrError::Prefix);
    assert_eq!(parse("GL1:BB8A"), QrError::Base45);
    assert_eq!(parse("GL1:BB8"), QrError::Compression);
    assert_eq!(parse(&code.as_str()[..901]), QrError::Compression);
    let not_utf8 = miniz_oxide::deflate::compress_to_vec_zlib(b"\xff\xfe", 10);
    assert_eq!(parse(&format!("GL1:{}", base45_encode(&not_utf8))), QrError::Compression);
    let bomb = code_of(&"a".repeat(65_537));
    assert_eq!(parse(&bomb), QrError::Expands { limit: 65_536 });
    let largest = parse(&code_of(&"a".repeat(65_536)));
    assert_eq!(largest, QrError::Unreadable(ReadError::NotSdJwt));
    let fault = JsonFault::Syntax { line: 1, column: 0 };
    let unreadable = ReadError::Json { piece: Piece::Header, fault };
    assert_eq!(parse(&code_of("..~")), QrError::Unreadable(unreadable));
    assert_eq!(parse(&code_of(signed().as_str())), QrError::Certificates);
}

#[test]
fn a_header_written_by_somebody_else_is_left_alone_or_refused() {
    let Draft { header, payload, .. } = Draft::usual();
    let (payload, certificates) = (payload.to_string(), header["x5c"].clone());
    let of = |header: &str| {
        let signed = SignedLicense::parse(&sign(header, &payload, &[])).unwrap();
        let shown = Presentation::of(signed);
        let code = QrLicense::of(&shown)?;
        let Pki { intermediate, .. } = Plan::usual().certify();
        assert_eq!(code.complete([intermediate.as_slice()]), shown);
        Ok(())
    };
    let (leaf, above) = (&certificates[0], &certificates[1]);
    let rest = r#""alg":"EdDSA","typ":"dc+sd-jwt""#;
    assert_eq!(of(&format!(r#"{{"x5c" : [{leaf},{above} ] , {rest}}}"#)), Ok(()));
    assert_eq!(of(&format!(r#"{{"x5c":[{leaf}, {above}],{rest}}}"#)), Err(QrError::Header));
    // The same list once more, before the one that counts.
    assert_eq!(
        of(&format!(r#"{{"hint":[{leaf},{above}],"x5c":[{leaf},{above}],{rest}}}"#)),
        Err(QrError::Certificates)
    );
    let hint = format!(r#"{{"hint":{leaf},"x5c":[{leaf},{above}],{rest}}}"#);
    assert_eq!(of(&hint), Err(QrError::Header));
}

#[test]
fn the_words_of_each_error_are_pinned() {
    let unreadable = QrError::Unreadable(ReadError::NotSdJwt);
    for (error, code, english, chinese) in [
        (
            QrError::TooLong { limit: 9 },
            "qr-too-long",
            "longer than 9 characters",
            "内容超过二维码可容纳的9个字符",
        ),
        (QrError::Prefix, "qr-prefix", "does not begin with GL1:", "不是证照二维码"),
        (QrError::Base45, "qr-base45", "not base 45", "二维码内容不是Base45编码"),
        (QrError::Compression, "qr-compression", "not zlib", "二维码内容无法解压"),
        (
            QrError::Expands { limit: 9 },
            "qr-expands",
            "becomes longer than 9 bytes",
            "二维码内容解压后超过9字节",
        ),
        (
            unreadable,
            "qr-unreadable",
            "signed text: not an SD-JWT in compact form",
            "二维码中的证照有误：不是电子证照的签名格式",
        ),
        (
            QrError::Certificates,
            "qr-certificates",
            "holds other than one certificate",
            "二维码中应只有一张签发证书",
        ),
        (
            QrError::Header,
            "qr-header",
            "the certificates cannot be left away from this header",
            "证照头部写法特殊，无法省去上级证书",
        ),
    ] {
        assert_eq!(error.code(), code);
        assert_eq!(error.to_string(), format!("QR code: {english}"));
        assert_eq!(error.zh(), chinese);
    }
}

#[cfg(feature = "sm")]
#[test]
fn a_license_under_sm2_travels_in_a_code_as_well() {
    use crate::pki::policy;
    use crate::sm2_pki::{sm2_certify, sm2_trust};

    let shown = Presentation::of(crate::under_sm2::signed().show(&["face.经营项目"]).unwrap());
    let code = QrLicense::of(&shown).unwrap();
    let (_, _, text) = scan(&code.symbol().unwrap().to_svg());
    let scanned = QrLicense::parse(&text).unwrap();
    // The authority of the other algorithm has the same name and is not the one.
    let Pki { intermediate: other, .. } = Plan::usual().certify();
    let Pki { intermediate, .. } = sm2_certify(&Plan::usual());
    let whole = scanned.complete([other.as_slice(), &intermediate]);
    assert_eq!(whole, shown);
    assert!(whole.unverified().verify(&sm2_trust(policy()), now()).is_ok());
    let error = scanned.complete([other.as_slice()]);
    let error = error.unverified().verify(&sm2_trust(policy()), now()).unwrap_err();
    assert_eq!(error.code(), "certificate-signature");
}
