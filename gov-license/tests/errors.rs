//! Every error in words: the code for programs, English for developers,
//! Chinese for the clerk. The three are pinned.
#![cfg(test)]

use chrono::NaiveDate;
use gov_license::gov_identity::{CreditCode, ParseError};
use gov_license::{
    AnchorError, Axis, ChainFault, ChainRule, Contradiction, CopyError, DigestFault,
    DisclosureFault, Element, FaceError, HeaderFault, IssueError, IssuerError, JsonFault,
    LicenseError, LicenseIdError, LicenseIdPart, LicenseTypeCode, LicenseTypeCodeError, Mismatch,
    Piece, PresentError, PresentationError, ReadError, ShowError, SignerError, StatusEntryError,
    StatusListError, TextFault, Verdict, VerifyError,
};

const BUREAU: CreditCode = CreditCode::from_static("11640200PDY00001XK");
const OTHER: CreditCode = CreditCode::from_static("11640200PDY000028K");

fn fault() -> ParseError {
    CreditCode::parse("x").unwrap_err()
}

/// Code, English, Chinese.
macro_rules! rows {
    ($($error:expr),* $(,)?) => {
        vec![$(($error.code().to_owned(), $error.to_string(), $error.zh().to_string())),*]
    };
}

#[expect(clippy::too_many_lines, reason = "one row for every error there is")]
fn all() -> Vec<(String, String, String)> {
    let first: NaiveDate = "2026-01-05".parse().unwrap();
    let type_code = LicenseTypeCode::from_static("11640200PDY00001XK001");
    let name = TextFault::Character { position: 2 };
    let mut rows = rows![
        LicenseTypeCodeError::Length { found: 3 },
        LicenseTypeCodeError::Sequence,
        LicenseTypeCodeError::Authority(fault()),
        LicenseIdError::Parts { found: 3 },
        LicenseIdError::Root,
        LicenseIdError::Length { part: LicenseIdPart::Serial, found: 65 },
        LicenseIdError::Character { position: 4 },
        LicenseIdError::Version,
        LicenseIdError::CheckCharacter { expected: 'U' },
        LicenseIdError::TypeCode(LicenseTypeCodeError::Sequence),
        LicenseIdError::Issuer(fault()),
        FaceError::Name { field: 2, fault: TextFault::Blank },
        FaceError::Value { field: 2, fault: name },
        FaceError::Reserved { field: 2 },
        FaceError::Duplicate { field: 2 },
        LicenseError::Missing { element: Element::HolderCode },
        LicenseError::Text { element: Element::Name, fault: name },
        LicenseError::Date { element: Element::IssuedDate },
        LicenseError::Twice { element: Element::HolderCode },
        LicenseError::Period,
        LicenseError::Face(FaceError::Duplicate { field: 2 }),
        IssuerError::Certificate,
        IssuerError::OtherKey,
        IssueError::OtherIssuer,
        IssueError::HolderKey,
        IssueError::License(LicenseError::Text {
            element: Element::HolderName,
            fault: TextFault::NotNormal { position: 2 },
        }),
        IssueError::Type(vec![Mismatch::OtherType, Mismatch::Holder]),
        IssueError::Random,
        IssueError::Signer(SignerError),
        IssueError::WrongSignature,
        IssueError::Unreadable(ReadError::TooLong { limit: 9 }),
        AnchorError::Pem,
        AnchorError::NotRoot,
        AnchorError::Certificate(ChainFault::new(1, ChainRule::NotAuthority)),
        ReadError::TooLong { limit: 9 },
        ReadError::NotSdJwt,
        ReadError::KeyBinding,
        ReadError::Pieces,
        ReadError::Encoding { piece: Piece::Signature },
        ReadError::NotAnObject { piece: Piece::Header },
        ReadError::SignatureLength { found: 63 },
        ReadError::ForeignClaim { claim: "aud" },
        ReadError::Missing { claim: "jti" },
        ReadError::Claim { claim: "iat" },
        ReadError::Identifier(LicenseIdError::Root),
        ReadError::Code { claim: "sub", fault: fault() },
        ReadError::License(LicenseError::Period),
        VerifyError::Contradiction(Contradiction::Issuer),
        VerifyError::Chain(ChainFault::new(2, ChainRule::Expired)),
        VerifyError::SignatureUnchecked,
        VerifyError::SignatureAlgorithm,
        VerifyError::SignatureMalformed,
        VerifyError::SignatureInvalid,
        VerifyError::NoBody,
        VerifyError::OtherBody { named: OTHER, claimed: BUREAU },
        VerifyError::NoRight { body: BUREAU, type_code },
        VerifyError::SignedInFuture { seconds: 61 },
        VerifyError::NotYetValid { first },
        VerifyError::Expired { last: first },
        VerifyError::StatusUnknown,
        VerifyError::StatusOutdated,
        VerifyError::StatusIndex,
        VerifyError::StatusValue { value: 3 },
        VerifyError::StatusInvalid,
        VerifyError::StatusSuspended,
        VerifyError::SigningTimeUnproven { certificate: 1 },
        VerifyError::Superseded { version: 2 },
        ReadError::Compression,
        ReadError::ListTooLong { limit: 9 },
        ShowError::Name { position: 2 },
        ShowError::Unreadable(ReadError::TooLong { limit: 9 }),
        PresentError::NoHolderKey,
        PresentError::OtherKey,
        PresentError::Signer(SignerError),
        PresentError::WrongSignature,
        PresentError::Unreadable(ReadError::TooLong { limit: 9 }),
        PresentationError::License(VerifyError::StatusSuspended),
        PresentationError::KeyBindingMissing,
        PresentationError::NoHolderKey,
        PresentationError::SignatureInvalid,
        PresentationError::Disclosures,
        PresentationError::Audience,
        PresentationError::Nonce,
        PresentationError::SignedInFuture { seconds: 61 },
        PresentationError::TooOld { seconds: 301 },
        CopyError::NoPurpose,
        CopyError::Chain(ChainFault::new(1, ChainRule::Purpose)),
        CopyError::SignatureInvalid,
        CopyError::OtherMaker,
        CopyError::MadeInFuture { seconds: 61 },
        CopyError::Expired,
        CopyError::OtherUser,
        CopyError::OtherPurpose,
        CopyError::License(VerifyError::StatusSuspended),
        StatusEntryError::Index { places: 8 },
        StatusEntryError::Value { max: 3 },
        StatusListError::NoPurpose,
        StatusListError::Chain(ChainFault::new(1, ChainRule::Purpose)),
        StatusListError::SignatureInvalid,
        StatusListError::SignedInFuture { seconds: 61 },
        StatusListError::Rollback,
        StatusListError::Equivocation,
        StatusListError::IllegalTransition { index: 7 },
    ];
    for fault in [
        JsonFault::Syntax { line: 1, column: 2 },
        JsonFault::NotUtf8,
        JsonFault::ByteOrderMark,
        JsonFault::TrailingData,
        JsonFault::DuplicateName,
        JsonFault::Float,
        JsonFault::IntegerRange,
        JsonFault::Depth,
        JsonFault::Values,
    ] {
        rows.extend(rows![fault, ReadError::Json { piece: Piece::Disclosure(3), fault }]);
    }
    for fault in [
        HeaderFault::AlgorithmMissing,
        HeaderFault::AlgorithmNone,
        HeaderFault::Algorithm,
        HeaderFault::TypeMissing,
        HeaderFault::Type,
        HeaderFault::Critical,
        HeaderFault::ChainMissing,
        HeaderFault::Chain,
    ] {
        rows.extend(rows![ReadError::Header(fault)]);
    }
    for fault in
        [DigestFault::Algorithm, DigestFault::Form, DigestFault::Duplicate, DigestFault::Reserved]
    {
        rows.extend(rows![ReadError::Digest(fault)]);
    }
    for fault in [
        DisclosureFault::Form,
        DisclosureFault::Salt,
        DisclosureFault::SaltTwice,
        DisclosureFault::Reserved,
        DisclosureFault::Clear,
        DisclosureFault::NameTwice,
        DisclosureFault::Unreferenced,
        DisclosureFault::Twice,
    ] {
        rows.extend(rows![ReadError::Disclosure { number: 3, fault }]);
    }
    for contradiction in [
        Contradiction::Identifier,
        Contradiction::TypeCode,
        Contradiction::TokenType,
        Contradiction::IssuingAuthority,
        Contradiction::Issuer,
        Contradiction::Begin,
        Contradiction::End,
        Contradiction::Holder,
    ] {
        rows.extend(rows![contradiction]);
    }
    for rule in [
        ChainRule::Form,
        ChainRule::Length,
        ChainRule::Version,
        ChainRule::SerialNumber,
        ChainRule::AlgorithmTwice,
        ChainRule::Algorithm,
        ChainRule::PublicKey,
        ChainRule::OtherAlgorithm,
        ChainRule::NotYetValid,
        ChainRule::Expired,
        ChainRule::Extension,
        ChainRule::CriticalExtension,
        ChainRule::NameConstraints,
        ChainRule::NotAuthority,
        ChainRule::Authority,
        ChainRule::PathLength,
        ChainRule::KeyCertSign,
        ChainRule::DigitalSignature,
        ChainRule::Purpose,
        ChainRule::Root,
        ChainRule::Name,
        ChainRule::KeyIdentifier,
        ChainRule::Signature,
        ChainRule::Anchor,
        ChainRule::AuthorityKeyIdentifier,
        ChainRule::SubjectKeyIdentifier,
        ChainRule::BasicConstraints,
        ChainRule::PolicyConstraints,
        ChainRule::Subject,
        ChainRule::KeyCertSignOfLeaf,
        ChainRule::PurposeForm,
        ChainRule::Revoked,
        ChainRule::PathValidation,
    ] {
        rows.extend(rows![ChainFault::new(1, rule)]);
    }
    rows
}

#[test]
fn every_error_says_what_the_table_says() {
    let table = include_str!("data/errors.tsv");
    let lines = all().into_iter().map(|(code, en, zh)| format!("{code}\t{en}\t{zh}\n"));
    let found: String = lines.collect();
    let mut differing = found.lines().zip(table.lines()).filter(|(found, line)| found != line);
    assert_eq!(differing.next(), None);
    assert_eq!(found.lines().count(), table.lines().count());
}

#[test]
#[ignore = "writes the table anew; read the difference before it is kept"]
fn write_the_table() {
    let lines = all().into_iter().map(|(code, en, zh)| format!("{code}\t{en}\t{zh}\n"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/errors.tsv");
    std::fs::write(path, lines.collect::<String>()).unwrap();
}

#[test]
fn words_for_programs_and_for_people_keep_their_form() {
    for (code, english, chinese) in all() {
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(code.chars().all(kebab), "{code}");
        let first = english.chars().next().unwrap();
        assert!(!english.ends_with('.') && !first.is_uppercase() || english.starts_with("Cert"));
        assert!(chinese.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{chinese}");
        assert!(!chinese.ends_with('。'), "{chinese}");
    }
    assert_eq!(SignerError.to_string(), "signer: the key did not sign");
}

#[test]
fn axes_and_verdicts_have_words_of_their_own() {
    let axes = Axis::ALL.map(|axis| (axis.code(), axis.zh()));
    let expected = [
        ("form", "格式"),
        ("chain", "证书链"),
        ("signature", "签名"),
        ("issuer-right", "颁发权限"),
        ("period", "有效期"),
        ("status", "状态"),
        ("holder-binding", "持证人绑定"),
    ];
    assert_eq!(axes, expected);
    let verdicts = [Verdict::Yes, Verdict::No, Verdict::Undetermined, Verdict::NotCarried];
    let expected =
        [("yes", "是"), ("no", "否"), ("undetermined", "无法确定"), ("not-carried", "未载明")];
    assert_eq!(verdicts.map(|verdict| (verdict.code(), verdict.zh())), expected);
    assert!(VerifyError::StatusUnknown.is_undetermined());
    assert!(!VerifyError::SignatureInvalid.is_undetermined());
}

#[test]
fn elements_and_parts_have_their_names() {
    for (element, name, chinese) in [
        (Element::Name, "CertificateName", "证照名称"),
        (Element::TypeCode, "CertificateTypeCode", "证照类型代码"),
        (Element::Number, "CertificateNumber", "证照编号"),
        (Element::Identifier, "CertificateIdentifier", "证照标识"),
        (Element::IssuingAuthorityName, "CertificateIssuingAuthorityName", "证照颁发机构"),
        (Element::IssuingAuthorityCode, "CertificateIssuingAuthorityCode", "证照颁发机构代码"),
        (Element::IssuedDate, "CertificateIssuedDate", "证照颁发日期"),
        (Element::EffectiveDate, "CertificateEffectiveDate", "证照有效期起始日期"),
        (Element::ExpiringDate, "CertificateExpiringDate", "证照有效期截止日期"),
        (Element::HolderName, "CertificateHolderName", "持证主体"),
        (Element::HolderCode, "CertificateHolderCode", "持证主体代码"),
        (Element::HolderType, "CertificateHolderType", "持证主体代码类型代码"),
    ] {
        assert_eq!((element.name(), element.zh()), (name, chinese));
    }
    for (part, name, chinese) in [
        (LicenseIdPart::TypeCode, "license type code", "证照类型代码"),
        (LicenseIdPart::Issuer, "issuer", "证照颁发机构代码"),
        (LicenseIdPart::LenientIssuer, "issuer", "证照颁发机构代码"),
        (LicenseIdPart::Serial, "serial", "流水号"),
        (LicenseIdPart::Version, "version", "版本号"),
        (LicenseIdPart::Check, "check", "校验位"),
    ] {
        assert_eq!((part.name(), part.zh()), (name, chinese));
    }
}
