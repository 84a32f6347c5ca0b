//! The words that people and programs rely on: codes, English, Chinese.
#![expect(clippy::unwrap_used, reason = "the numbers are known to be right, or wrong")]

use gov_identity::{
    Authority, Category, CreditCode, DivisionCode, DocumentKind, DocumentNumber, ForeignResidentId,
    FormerNumberLink, IdentityKey, LegacyForeignResidentId, LegacyResidentId, Notice, NoticeKind,
    OrganizationCode, ParseError, PilotCreditCode, Registrant, RegistrationNumber, ResidentId,
    ResidentKind, Sex, Subject,
};

const SUBJECTS: [[&str; 3]; 18] = [
    ["resident-id", "citizen identification number", "公民身份号码"],
    ["legacy-resident-id", "citizen identification number of 15 digits", "15位公民身份号码"],
    ["foreign-resident-id", "foreign permanent resident number", "外国人永久居留身份证号码"],
    [
        "legacy-foreign-resident-id",
        "foreign permanent resident number of the old form",
        "旧版外国人永久居留身份证号码",
    ],
    ["former-number-link", "link to the former number", "既往版本号码关联项"],
    ["credit-code", "unified social credit code", "统一社会信用代码"],
    ["pilot-credit-code", "pilot credit code", "试点统一社会信用代码"],
    ["authority", "authority of registration", "登记管理部门"],
    ["category", "category of organization", "机构类别"],
    ["organization-code", "organization code", "组织机构代码"],
    ["registration-number", "registration number", "注册号"],
    ["division-code", "administrative division code", "行政区划代码"],
    ["identity-key", "identity key", "唯一标识"],
    ["document-kind", "holder code", "持证主体代码类型代码"],
    ["document-number", "document number", "证件号码"],
    ["label", "label", "标识"],
    ["channel", "channel", "办理渠道"],
    ["pseudonym", "pseudonym", "假名"],
];

#[test]
fn subjects() {
    let words =
        Subject::ALL.iter().map(|subject| [subject.code(), subject.english(), subject.zh()]);
    assert!(words.eq(SUBJECTS));
}

#[test]
fn errors() {
    error(
        ResidentId::parse("11010519491231002"),
        "length",
        "citizen identification number: expected 18 characters, found 17 (character 18)",
        "公民身份号码第18位：应为18个字符，实为17个",
    );
    error(
        LegacyResidentId::parse("11010512010199X"),
        "character",
        "citizen identification number of 15 digits: a character that is not allowed there (character 15)",
        "15位公民身份号码第15位：此处不允许该字符",
    );
    error(
        ForeignResidentId::parse("811010199901010018"),
        "prefix",
        "foreign permanent resident number: the leading characters belong to no such number (character 1)",
        "外国人永久居留身份证号码第1位：开头字符不属于此类号码",
    );
    error(
        PilotCreditCode::parse("91350211M000YYYY3N"),
        "other-kind",
        "pilot credit code: a number of another kind (character 18)",
        "试点统一社会信用代码第18位：属于另一类号码",
    );
    error(
        RegistrationNumber::parse("990105399999992"),
        "division",
        "registration number: no division of the country begins like that (characters 1 to 2)",
        "注册号第1至2位：没有以此开头的行政区划",
    );
    error(
        LegacyForeignResidentId::parse("QQQ110090123106"),
        "nationality",
        "foreign permanent resident number of the old form: no nationality has that code (characters 1 to 3)",
        "旧版外国人永久居留身份证号码第1至3位：没有该国籍代码",
    );
    error(
        ResidentId::parse("110105198013010013"),
        "date",
        "citizen identification number: no such day in the calendar (characters 11 to 12)",
        "公民身份号码第11至12位：日历上没有这一天",
    );
    error(
        ResidentId::parse("110105179912310016"),
        "date-range",
        "citizen identification number: the day of birth is out of range (characters 7 to 10)",
        "公民身份号码第7至10位：出生日期超出范围",
    );
    error(
        CreditCode::parse("91350100M000100Y56"),
        "organization-check",
        "unified social credit code: the check character of the organization code does not match (character 17)",
        "统一社会信用代码第17位：其中的组织机构代码校验码不符",
    );
    error(
        OrganizationCode::parse("PDY000010"),
        "check-character",
        "organization code: the check character does not match (character 9)",
        "组织机构代码第9位：校验码不符",
    );
    error(
        CreditCode::parse("91350211M000YYYY3K"),
        "check-character",
        "unified social credit code: the check character does not match (character 18); it may be a pilot code of Fujian",
        "统一社会信用代码第18位：校验码不符，也可能是福建试点期间发放的代码，请核对证照",
    );
    error(
        IdentityKey::parse("11010519491231002X"),
        "prefix",
        "identity key: the leading characters belong to no such number (characters 1 to 4)",
        "唯一标识第1至4位：开头字符不属于此类号码",
    );
}

#[test]
fn every_number_names_itself_in_its_errors() {
    let subjects = [
        ResidentId::parse("").unwrap_err(),
        LegacyResidentId::parse("").unwrap_err(),
        ForeignResidentId::parse("").unwrap_err(),
        LegacyForeignResidentId::parse("").unwrap_err(),
        FormerNumberLink::parse("").unwrap_err(),
        CreditCode::parse("").unwrap_err(),
        PilotCreditCode::parse("").unwrap_err(),
        Authority::parse("").unwrap_err(),
        Category::parse("").unwrap_err(),
        OrganizationCode::parse("").unwrap_err(),
        RegistrationNumber::parse("").unwrap_err(),
        DivisionCode::parse("").unwrap_err(),
        IdentityKey::parse("").unwrap_err(),
        DocumentKind::parse("").unwrap_err(),
        DocumentNumber::parse("").unwrap_err(),
    ]
    .map(|error| error.subject());
    assert!(subjects.iter().all(|subject| Subject::ALL.contains(subject)));
    let numbers = Subject::ALL.iter().take(subjects.len());
    assert!(numbers.eq(&subjects));
}

#[test]
fn notices() {
    let (_, all) = ResidentId::parse_lenient(" １10105１94912310003").unwrap();
    notice(
        &all,
        NoticeKind::Trimmed,
        "citizen identification number: blanks around it were left out (characters 1 to 18)",
        "公民身份号码第1至18位：前后空白已略去",
    );
    notice(
        &all,
        NoticeKind::FullWidth,
        "citizen identification number: full-width characters, read as plain ones (characters 1 to 7)",
        "公民身份号码第1至7位：全角字符，已按半角读取",
    );
    notice(
        &all,
        NoticeKind::SequenceZero,
        "citizen identification number: sequence 000 is not given out (characters 15 to 17)",
        "公民身份号码第15至17位：顺序码000通常不予赋码，请核对证件",
    );
    let (_, all) = ResidentId::parse_lenient("11010519491231002Ⅹ").unwrap();
    notice(
        &all,
        NoticeKind::RomanNumeral,
        "citizen identification number: a Roman numeral, read as X (character 18)",
        "公民身份号码第18位：罗马数字，已按字母X读取",
    );
    let (_, all) = ResidentId::parse_lenient("110105120101996").unwrap();
    notice(
        &all,
        NoticeKind::Upgraded,
        "citizen identification number: made from 15 digits (characters 1 to 18)",
        "公民身份号码第1至18位：由15位号码升位而来",
    );
    let (_, all) = OrganizationCode::parse_lenient("pdy00001-x").unwrap();
    notice(
        &all,
        NoticeKind::Hyphen,
        "organization code: the hyphen was left out (characters 8 to 9)",
        "组织机构代码第8至9位：连字符已略去",
    );
    let (_, all) = CreditCode::parse_lenient("36110105pdy001370u").unwrap();
    notice(
        &all,
        NoticeKind::LowerCase,
        "unified social credit code: lower case, read as upper case (characters 9 to 18)",
        "统一社会信用代码第9至18位：小写字母，已按大写读取",
    );
    notice(
        &all,
        NoticeKind::PairObservedPractice,
        "unified social credit code: authority and category are known from practice only (characters 1 to 2)",
        "统一社会信用代码第1至2位：登记管理部门与机构类别仅见于实践，标准未列",
    );
    notice(
        &CreditCode::parse("88110105PDY0015067").unwrap().notices(),
        NoticeKind::PairUnlisted,
        "unified social credit code: authority and category are in no known list (characters 1 to 2)",
        "统一社会信用代码第1至2位：登记管理部门与机构类别未见于已知代码表，请核对证照",
    );
    notice(
        &PilotCreditCode::parse("91350211M000YYYY3K").unwrap().notices(),
        NoticeKind::PilotCode,
        "pilot credit code: a code from before the standard, without a matching check character (character 18)",
        "试点统一社会信用代码第18位：标准施行前试点发放的代码，校验码不符，请核对证照",
    );
    notice(
        &ForeignResidentId::parse_any_nationality("91199919990101001X").unwrap().notices(),
        NoticeKind::NationalityUnlisted,
        "foreign permanent resident number: the nationality is not in the list (characters 4 to 6)",
        "外国人永久居留身份证号码第4至6位：国籍代码不在代码表中，请核对证件",
    );
}

/// The table of divisions gives these; what they say is pinned here through
/// the table where it is, and their codes in any case.
#[test]
fn codes_of_notices() {
    let codes: Vec<_> = NoticeKind::ALL.iter().map(|kind| kind.code()).collect();
    assert_eq!(
        codes,
        [
            "trimmed",
            "full-width",
            "roman-numeral",
            "lower-case",
            "hyphen",
            "upgraded",
            "sequence-zero",
            "nationality-unlisted",
            "pair-observed-practice",
            "pair-unlisted",
            "pilot-code",
            "historical",
            "created-after-birth",
            "abolished-before-birth",
            "observed-unpublished",
            "unknown-county",
            "unknown-prefecture",
        ]
    );
}

#[test]
fn names_of_sexes_permits_and_registrants() {
    assert_eq!([Sex::Male, Sex::Female].map(Sex::zh), ["男", "女"]);
    let kinds =
        [ResidentKind::Citizen, ResidentKind::HongKong, ResidentKind::Macao, ResidentKind::Taiwan];
    assert_eq!(
        kinds.map(ResidentKind::zh),
        ["居民身份证", "港澳居民居住证", "港澳居民居住证", "台湾居民居住证"]
    );
    let registrants = (0..10).map(|digit| {
        let digits = format!("110105{digit}9999999");
        let numbers =
            (0..10).filter_map(|check| RegistrationNumber::parse(&format!("{digits}{check}")).ok());
        let numbers: Vec<_> = numbers.collect();
        assert_eq!(numbers.len(), 1);
        numbers[0].registrant().zh()
    });
    let expected = [Registrant::DomesticEnterprise; 4]
        .into_iter()
        .chain([Registrant::ForeignInvested; 2])
        .chain([Registrant::IndividualHousehold; 4]);
    assert!(registrants.eq(expected.map(Registrant::zh)));
    assert_eq!(Registrant::DomesticEnterprise.zh(), "内资企业");
    assert_eq!(Registrant::ForeignInvested.zh(), "外商投资企业");
    assert_eq!(Registrant::IndividualHousehold.zh(), "个体工商户");
}

#[track_caller]
fn error<T: std::fmt::Debug>(read: Result<T, ParseError>, code: &str, english: &str, zh: &str) {
    let error = read.unwrap_err();
    assert_eq!([error.code(), &error.to_string(), &error.zh().to_string()], [code, english, zh]);
}

#[track_caller]
fn notice(all: &[Notice], kind: NoticeKind, english: &str, zh: &str) {
    let notice = all.iter().find(|notice| notice.kind() == kind).unwrap();
    assert_eq!([notice.to_string(), notice.zh().to_string()], [english, zh]);
}
