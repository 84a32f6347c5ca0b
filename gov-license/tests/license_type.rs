//! Types of license, their directory, and licenses held against them.
#![cfg(test)]

use chrono::NaiveDate;
use gov_license::gov_identity::{CreditCode, IdentityKey};
use gov_license::{
    AuthorityLevel, CodeName, DirectoryElement, FaceField, FieldFault, FieldKind, HolderScope,
    License, LicenseBuilder, LicenseDirectory, LicenseId, LicenseType, LicenseTypeCode,
    LicenseTypeCodeError, LicenseTypeFault, LicenseTypeRecord, Mismatch, PublishError, RelatedItem,
    TextFault, ValueFault,
};

const BUREAU: CreditCode = CreditCode::from_static("11640200PDY00001XK");
const CODE: LicenseTypeCode = LicenseTypeCode::from_static("11640200PDY00001XK001");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn field(name: &str, required: bool, kind: FieldKind) -> FaceField {
    FaceField { name: name.into(), zh: name.into(), required, kind }
}

fn codes() -> FieldKind {
    let code = |code: &str, zh: &str| CodeName { code: code.into(), zh: zh.into() };
    FieldKind::Code { codes: vec![code("01", "小型餐饮"), code("02", "大型餐饮")] }
}

fn record() -> LicenseTypeRecord {
    LicenseTypeRecord {
        type_code: CODE.to_string(),
        type_name: "食品经营许可证".into(),
        authority_name: "样例市审批服务管理局".into(),
        authority_code: BUREAU.to_string(),
        authority_level: Some("地市级".into()),
        holder_category: Some("混合".into()),
        items: vec![RelatedItem { name: "食品经营许可".into(), code: "000131014000".into() }],
        validity_range: Some("5年".into()),
        issuing_level: Some("区县级".into()),
        version: 1,
        effective: "2026-01-01".into(),
        face: vec![
            field("项目", true, FieldKind::Text { max: 5 }),
            field("首发日期", false, FieldKind::Date),
            field("面积", true, FieldKind::Number { unit: "平方米".into() }),
            field("类别", false, codes()),
            field("照片", false, FieldKind::ImageDigest),
        ],
    }
}

fn kind() -> LicenseType {
    LicenseType::try_new(record()).unwrap()
}

fn builder() -> LicenseBuilder {
    License::builder(LicenseId::try_new(CODE, BUREAU, "2026000001", 1).unwrap())
        .name("食品经营许可证")
        .number("1")
        .issuing_authority_name("样例市审批服务管理局")
        .issued_on(day("2026-01-05"))
        .holder(IdentityKey::parse("111:11010519491231002X").unwrap(), "样例人")
}

fn good() -> LicenseBuilder {
    builder().face("项目", "热食类食品").face("面积", "120.5")
}

#[track_caller]
fn faults(change: impl FnOnce(&mut LicenseTypeRecord), expected: &[LicenseTypeFault]) {
    let mut record = record();
    change(&mut record);
    assert_eq!(LicenseType::try_new(record).map(|_| ()), Err(expected.to_vec()));
}

#[test]
fn a_type_is_what_its_entry_says() {
    let kind = kind();
    assert_eq!((kind.code(), kind.name(), kind.authority()), (CODE, "食品经营许可证", BUREAU));
    assert_eq!(kind.authority_level(), Some(AuthorityLevel::Prefecture));
    assert_eq!(kind.issuing_level(), Some(AuthorityLevel::County));
    assert_eq!(kind.holders(), Some(HolderScope::Mixed));
    assert_eq!((kind.version(), kind.effective()), (1, day("2026-01-01")));
    assert_eq!(kind.fields(), record().face);
    assert_eq!(kind.record(), &record());
}

#[test]
fn the_defining_body_is_the_head_of_the_type_code() {
    let other =
        |record: &mut LicenseTypeRecord| record.authority_code = "11640200PDY000028K".into();
    faults(other, &[LicenseTypeFault::Authority]);
    faults(|record| record.authority_code.clear(), &[LicenseTypeFault::Authority]);
}

#[test]
fn an_entry_says_all_its_faults_at_once() {
    let text = |element| LicenseTypeFault::Text { element, fault: TextFault::Blank };
    let word = |element| LicenseTypeFault::Word { element };
    let field = |field, fault| LicenseTypeFault::Field { field, fault };
    let spoil = |record: &mut LicenseTypeRecord| {
        record.type_code = "1".into();
        record.type_name.clear();
        record.authority_name = " ".into();
        record.items = vec![RelatedItem { name: String::new(), code: String::new() }];
        record.validity_range = Some(String::new());
        record.authority_level = Some("市级".into());
        record.issuing_level = Some("county".into());
        record.holder_category = Some("个人".into());
        record.version = 0;
        record.effective = "2026-1-1".into();
        record.face[0] = FaceField {
            name: String::new(),
            zh: String::new(),
            required: true,
            kind: FieldKind::Text { max: 0 },
        };
        record.face[1].name = "_sd".into();
        record.face[2].kind = FieldKind::Number { unit: String::new() };
        record.face[3].name = "面积".into();
        record.face[3].kind = FieldKind::Code { codes: vec![] };
    };
    faults(
        spoil,
        &[
            LicenseTypeFault::Code(LicenseTypeCodeError::Length { found: 1 }),
            text(DirectoryElement::TypeName),
            text(DirectoryElement::AuthorityName),
            text(DirectoryElement::ItemName),
            text(DirectoryElement::ItemCode),
            text(DirectoryElement::ValidityRange),
            word(DirectoryElement::AuthorityLevel),
            word(DirectoryElement::IssuingLevel),
            word(DirectoryElement::HolderCategory),
            LicenseTypeFault::Version,
            LicenseTypeFault::Date,
            field(1, FieldFault::Name(TextFault::Blank)),
            field(1, FieldFault::ChineseName(TextFault::Blank)),
            field(1, FieldFault::Length),
            field(2, FieldFault::Reserved),
            field(3, FieldFault::Unit(TextFault::Blank)),
            field(4, FieldFault::Duplicate),
            field(4, FieldFault::Codes),
        ],
    );
}

#[test]
fn a_list_of_codes_has_each_code_once_and_no_blank() {
    for codes in
        [[("01", "甲"), ("01", "乙")], [("01", ""), ("02", "乙")], [("", "甲"), ("02", "乙")]]
    {
        let codes = codes.map(|(code, zh)| CodeName { code: code.into(), zh: zh.into() }).to_vec();
        let fault = LicenseTypeFault::Field { field: 1, fault: FieldFault::Codes };
        faults(|record| record.face[0].kind = FieldKind::Code { codes }, &[fault]);
    }
}

#[test]
fn values_look_like_their_kind() {
    let check = |kind: FieldKind, good: &[&str], bad: &[&str], fault| {
        for value in good {
            assert_eq!(kind.check(value), Ok(()), "{value}");
        }
        for value in bad {
            assert_eq!(kind.check(value), Err(fault), "{value}");
        }
    };
    let long = ValueFault::TooLong { max: 2, found: 3 };
    check(FieldKind::Text { max: 2 }, &["字", "两字"], &["三个字", "abc"], long);
    let dates = ["2026-02-29", "20260101", "2026-1-01", "2026-01-01 ", "0000-01-01"];
    check(FieldKind::Date, &["2024-02-29", "9999-12-31"], &dates, ValueFault::Date);
    let numbers =
        ["", "-", "01", "1.", ".5", "+1", "1e3", "1,000", "1.2.3", "１", "5米", "--1", "00"];
    let number = FieldKind::Number { unit: "米".into() };
    check(number, &["0", "-1", "0.50", "12345678901234567890"], &numbers, ValueFault::Number);
    check(codes(), &["01", "02"], &["1", "03", "小型餐饮", ""], ValueFault::Code);
    let digest = format!("sha-256:{}", "0123456789abcdef".repeat(4));
    let upper = digest.to_uppercase();
    let short = digest.strip_suffix('f').unwrap();
    let bare = digest.strip_prefix("sha-256:").unwrap();
    let bad = [upper.as_str(), short, bare, "sha-256:", &format!("{digest}0")];
    check(FieldKind::ImageDigest, &[&digest], &bad, ValueFault::Digest);
}

#[test]
fn a_license_is_held_against_its_type_and_all_mismatches_are_said() {
    assert_eq!(kind().check(&good().build().unwrap()), Ok(()));
    let whole = good().face("首发日期", "2020-01-01").face("类别", "02");
    assert_eq!(kind().check(&whole.build().unwrap()), Ok(()));

    let bad = builder()
        .face("别的", "1")
        .face("首发日期", "去年")
        .face("项目", "六个字的项目")
        .face("类别", "09")
        .face("照片", "无")
        .build()
        .unwrap();
    let value = |field, fault| Mismatch::Value { field, fault };
    let shown = vec![
        Mismatch::Unknown { field: 1 },
        value(2, ValueFault::Date),
        value(3, ValueFault::TooLong { max: 5, found: 6 }),
        value(4, ValueFault::Code),
        value(5, ValueFault::Digest),
    ];
    assert_eq!(kind().check_shown(&bad), Err(shown.clone()));
    let all = [shown, vec![Mismatch::Missing { field: 3 }]].concat();
    assert_eq!(kind().check(&bad), Err(all));
}

#[test]
fn what_a_holder_does_not_show_is_not_missing() {
    let bare = builder().build().unwrap();
    assert_eq!(kind().check_shown(&bare), Ok(()));
    let missing = vec![Mismatch::Missing { field: 1 }, Mismatch::Missing { field: 3 }];
    assert_eq!(kind().check(&bare), Err(missing));
}

#[test]
fn type_and_holder_fit() {
    let mut other = record();
    other.type_code = format!("{BUREAU}002");
    let other = LicenseType::try_new(other).unwrap();
    assert_eq!(other.check(&good().build().unwrap()), Err(vec![Mismatch::OtherType]));

    let company = IdentityKey::parse("001:11640200PDY000028K").unwrap();
    let licenses = [good().build().unwrap(), good().holder(company, "样例单位").build().unwrap()];
    for (scope, expected) in [
        (Some("自然人"), [true, false]),
        (Some("法人和其他组织"), [false, true]),
        (Some("混合"), [true, true]),
        (None, [true, true]),
    ] {
        let mut record = record();
        record.holder_category = scope.map(str::to_owned);
        let kind = LicenseType::try_new(record).unwrap();
        for (license, fits) in licenses.iter().zip(expected) {
            let answer = if fits { Ok(()) } else { Err(vec![Mismatch::Holder]) };
            assert_eq!(kind.check(license), answer);
        }
    }
}

fn version(version: u32, effective: &str) -> LicenseType {
    LicenseType::try_new(LicenseTypeRecord { version, effective: effective.into(), ..record() })
        .unwrap()
}

#[test]
fn versions_follow_one_another_and_never_change() {
    let mut directory = LicenseDirectory::new();
    let refused = |directory: &mut LicenseDirectory, kind, error| {
        let before = directory.clone();
        assert_eq!(directory.publish(kind), Err(error));
        assert_eq!(*directory, before);
    };
    refused(&mut directory, version(2, "2026-01-01"), PublishError::Version { expected: 1 });
    assert_eq!(directory.codes().len(), 0);
    directory.publish(version(1, "2026-01-01")).unwrap();
    refused(&mut directory, version(1, "2026-02-01"), PublishError::Version { expected: 2 });
    refused(&mut directory, version(3, "2026-02-01"), PublishError::Version { expected: 2 });
    refused(&mut directory, version(2, "2026-01-01"), PublishError::Date);
    directory.publish(version(2, "2026-01-02")).unwrap();

    let on = |text| directory.as_of(CODE, day(text)).map(LicenseType::version);
    assert_eq!(on("2025-12-31"), None);
    assert_eq!(on("2026-01-01"), Some(1));
    assert_eq!(on("2026-01-02"), Some(2));
    assert_eq!(directory.versions(CODE).len(), 2);
    assert_eq!(directory.codes().collect::<Vec<_>>(), [CODE]);
    let unknown = LicenseTypeCode::from_static("11100000000013338W009");
    assert_eq!(directory.versions(unknown), []);
    assert_eq!(directory.as_of(unknown, day("2026-01-02")), None);
}

#[test]
fn levels_scopes_and_elements_have_their_names() {
    for (level, zh) in AuthorityLevel::ALL.into_iter().zip([
        "国家级",
        "省级",
        "地市级",
        "区县级",
        "乡镇级",
        "其他",
    ]) {
        assert_eq!((level.zh(), AuthorityLevel::parse(zh)), (zh, Some(level)));
    }
    for (scope, zh) in HolderScope::ALL.into_iter().zip(["自然人", "法人和其他组织", "混合"])
    {
        assert_eq!((scope.zh(), HolderScope::parse(zh)), (zh, Some(scope)));
    }
    for (element, name, zh) in [
        (DirectoryElement::TypeName, "CertificateTypeName", "证照类型名称"),
        (DirectoryElement::TypeCode, "CertificateTypeCode", "证照类型代码"),
        (DirectoryElement::AuthorityName, "CertificateDefineAuthorityName", "证照定义机构"),
        (DirectoryElement::AuthorityCode, "CertificateDefineAuthorityCode", "证照定义机构代码"),
        (DirectoryElement::AuthorityLevel, "CertificateDefineAuthorityLevel", "证照定义机构级别"),
        (DirectoryElement::HolderCategory, "CertificateHolderCategory", "持证主体类别"),
        (DirectoryElement::ItemName, "RelatedItemName", "关联事项名称"),
        (DirectoryElement::ItemCode, "RelatedItemCode", "关联事项代码"),
        (DirectoryElement::ValidityRange, "ValidityRange", "有效期限范围"),
        (DirectoryElement::IssuingLevel, "CertificateIssuingAuthorityLevel", "证照颁发机构级别"),
    ] {
        assert_eq!((element.name(), element.zh()), (name, zh));
    }
}

#[cfg(feature = "serde")]
mod json {
    use gov_license::DirectoryFault;
    use serde_json::{Value, from_str, json, to_value};

    use super::*;

    fn read(entries: &Value) -> Result<LicenseDirectory, Vec<DirectoryFault>> {
        LicenseDirectory::from_json(&entries.to_string())
    }

    #[test]
    fn a_directory_is_read_from_its_entries() {
        let second = LicenseTypeRecord { version: 2, effective: "2027-01-01".into(), ..record() };
        let directory = read(&json!([record(), second])).unwrap();
        assert_eq!(directory.versions(CODE), [version(1, "2026-01-01"), version(2, "2027-01-01")]);
        let entry = to_value(record()).unwrap();
        assert_eq!(entry["CertificateDefineAuthorityCode"], BUREAU.as_str());
        assert_eq!(entry["RelatedItems"][0]["RelatedItemCode"], "000131014000");
        assert_eq!(entry["face"][0]["kind"], json!({ "text": { "max": 5 } }));
        assert_eq!(entry["face"][4]["kind"], "image-digest");
        assert_eq!(from_str::<LicenseTypeRecord>(&entry.to_string()).unwrap(), record());
    }

    #[test]
    fn a_directory_says_all_its_faults_with_their_entry() {
        let broken = LicenseTypeRecord { version: 0, authority_code: "x".into(), ..record() };
        let found = read(&json!([broken, record(), record()])).unwrap_err();
        let kind = |fault| DirectoryFault::Type { entry: 1, fault };
        let expected = [
            kind(LicenseTypeFault::Authority),
            kind(LicenseTypeFault::Version),
            DirectoryFault::Publish { entry: 3, fault: PublishError::Version { expected: 2 } },
        ];
        assert_eq!(found, expected);

        let mut stray = to_value(record()).unwrap();
        stray["stray"] = json!(1);
        let found = read(&json!([stray, record(), {}])).unwrap_err();
        let expected = [DirectoryFault::Shape { entry: 1 }, DirectoryFault::Shape { entry: 3 }];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_text_that_is_no_directory_says_where() {
        let fault = |line, column| Err(vec![DirectoryFault::Json { line, column }]);
        assert_eq!(LicenseDirectory::from_json("[\n{]"), fault(2, 2));
        assert_eq!(LicenseDirectory::from_json(""), fault(1, 0));
        // A member that stands twice is not passed over.
        let entry = to_value(record()).unwrap().to_string();
        let twice = entry.replacen('{', "{\"version\":1,", 1);
        let column = twice.rfind("\"version\"").unwrap() + "\"version\"".len() + 1;
        assert_eq!(LicenseDirectory::from_json(&format!("[{twice}]")), fault(1, column));
    }

    #[test]
    fn faults_of_a_directory_have_their_words() {
        for (fault, code, english, chinese) in [
            (
                DirectoryFault::Json { line: 1, column: 2 },
                "directory-json",
                "license directory: not an array of entries in JSON, line 1, column 2",
                "不是规范的JSON数组，第1行第2列有误",
            ),
            (
                DirectoryFault::Shape { entry: 4 },
                "directory-shape",
                "entry 4: its members are not those of a license type",
                "第4条的成员与目录条目不符",
            ),
            (
                DirectoryFault::Type { entry: 4, fault: LicenseTypeFault::Version },
                "license-type-version",
                "entry 4: license type: the version is 0",
                "第4条：目录条目版本号应从1开始",
            ),
            (
                DirectoryFault::Publish { entry: 4, fault: PublishError::Date },
                "publish-date",
                "entry 4: license directory: the version counts no later than the one before it",
                "第4条：新版本的生效日期应晚于上一版本",
            ),
        ] {
            assert_eq!((fault.code(), fault.zh().as_str()), (code, chinese));
            assert_eq!(fault.to_string(), english);
        }
    }
}

#[test]
fn every_fault_has_its_words() {
    let blank = TextFault::Blank;
    let field = |fault| LicenseTypeFault::Field { field: 2, fault };
    let type_name = DirectoryElement::TypeName;
    let said = |code: &'static str, english: String, zh: String| format!("{code}|{english}|{zh}");
    let kinds = [
        LicenseTypeFault::Code(LicenseTypeCodeError::Sequence),
        LicenseTypeFault::Authority,
        LicenseTypeFault::Text { element: type_name, fault: blank },
        LicenseTypeFault::Word { element: DirectoryElement::AuthorityLevel },
        LicenseTypeFault::Version,
        LicenseTypeFault::Date,
        field(FieldFault::Name(blank)),
        field(FieldFault::ChineseName(blank)),
        field(FieldFault::Reserved),
        field(FieldFault::Duplicate),
        field(FieldFault::Length),
        field(FieldFault::Unit(blank)),
        field(FieldFault::Codes),
    ];
    let value = |fault| Mismatch::Value { field: 2, fault };
    let mismatches = [
        Mismatch::OtherType,
        Mismatch::Holder,
        Mismatch::Missing { field: 2 },
        Mismatch::Unknown { field: 2 },
        value(ValueFault::TooLong { max: 1, found: 3 }),
        value(ValueFault::Date),
        value(ValueFault::Number),
        value(ValueFault::Code),
        value(ValueFault::Digest),
    ];
    let errors = [PublishError::Version { expected: 2 }, PublishError::Date];
    let mut lines: Vec<_> =
        kinds.iter().map(|it| said(it.code(), it.to_string(), it.zh())).collect();
    lines.extend(mismatches.iter().map(|it| said(it.code(), it.to_string(), it.zh())));
    lines.extend(errors.iter().map(|it| said(it.code(), it.to_string(), it.zh())));
    assert_eq!(lines.join("\n"), WORDS.trim());
}

const WORDS: &str = "
license-type-code|license type: license type code: characters 19 to 21 are not a number from 001|证照类型代码第19至21位应为001起的三位数字
license-type-authority|license type: CertificateDefineAuthorityCode is not the one in the type code|证照定义机构代码与证照类型代码前18位不一致
license-type-text|license type: CertificateTypeName is blank|证照类型名称为空
license-type-word|license type: CertificateDefineAuthorityLevel is not a word of the standard|证照定义机构级别不是标准规定的取值
license-type-version|license type: the version is 0|目录条目版本号应从1开始
license-type-date|license type: the effective date is not a date as YYYY-MM-DD|目录条目生效日期应为YYYY-MM-DD格式的日期
license-type-field|license type: field 2: the name is blank|照面字段第2项的名称为空
license-type-field|license type: field 2: the Chinese name is blank|照面字段第2项的中文名称为空
license-type-field|license type: field 2: the name is reserved|照面字段第2项的名称为保留名称
license-type-field|license type: field 2: the name stands already|照面字段第2项的名称重复
license-type-field|license type: field 2: a text of no characters is allowed|照面字段第2项的最大长度为零
license-type-field|license type: field 2: the unit is blank|照面字段第2项的计量单位为空
license-type-field|license type: field 2: the list of codes is empty, has a blank, or has a code twice|照面字段第2项的代码表为空、有空项或有重复
mismatch-type|license: it is of another type|该证照属于其他证照类型
mismatch-holder|license: such a holder cannot hold licenses of the type|持证主体类别不符合该证照类型
mismatch-missing|license: field 2 of the type is missing|缺少该证照类型的第2个照面字段
mismatch-unknown|license: face field 2 is unknown to the type|照面字段第2项不属于该证照类型
mismatch-value|license: face field 2 has 3 characters, 1 at most are allowed|照面字段第2项最多1个字符，实为3个字符
mismatch-value|license: face field 2 is not a date as YYYY-MM-DD|照面字段第2项应为YYYY-MM-DD格式的日期
mismatch-value|license: face field 2 is not a decimal number without a unit|照面字段第2项应为不带单位的十进制数
mismatch-value|license: face field 2 is not in the list of codes|照面字段第2项不在代码表中
mismatch-value|license: face field 2 is not a digest as sha-256: and 64 digits|照面字段第2项应为sha-256:加64位十六进制摘要
publish-version|license directory: version 2 is next|该证照类型的下一版本号应为2
publish-date|license directory: the version counts no later than the one before it|新版本的生效日期应晚于上一版本
";
