//! An item is read whole or refused with every fault and its place.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{
    ExerciseLevel, Item, ItemFault, ItemFaultKind, ItemType, LimitUnit, MaterialForm,
    MaterialSource, Requirement, StepKind,
};
use serde_json::{Value, json};

const JSON: &str = include_str!("data/item.json");

fn fixture() -> Value {
    serde_json::from_str(JSON).unwrap()
}

fn read(value: &Value) -> Result<Item, Vec<ItemFault>> {
    Item::from_json(&value.to_string())
}

#[test]
fn an_item_has_what_was_written() {
    let item = Item::from_json(JSON).unwrap();
    assert_eq!(item.code().to_string(), "11640200PDY00001XK300013190000201");
    assert_eq!(item.code().level(), ExerciseLevel::City);
    assert_eq!((item.name(), item.item_type()), ("示例许可（新办）", ItemType::LICENSE));
    assert_eq!(item.body().code, item.code().body().unwrap());
    assert_eq!(item.body().name, "石嘴山市示例局");
    assert_eq!(item.division().as_str(), "640200");
    assert_eq!((item.version(), item.effective().to_string().as_str()), (2, "2026-03-01"));
    assert_eq!(item.basis()[0].to_string(), "《示例条例》第一条");
    assert_eq!(item.basis()[0].gist.as_deref(), Some("设定本许可。"));
    assert_eq!(item.conditions()[0].text, "有固定场所。");
    assert_eq!(item.site_check().unwrap().officers, 2);
    assert!(!item.fees().is_free());
    assert_eq!(item.fees().rows[0].standard, "每证10元");
    assert_eq!(
        (item.outcome().name.as_str(), item.outcome().validity_years),
        ("示例许可证", Some(5))
    );
    assert_eq!(item.windows()[0].hours, "工作日 9:00-17:00");
    assert_eq!(item.enquiry_phones(), ["0952-0000001"]);
    assert_eq!(item.complaint_phones(), ["0952-0000002", "12345"]);
    assert_eq!(item.notes(), ["全部内容为虚构。"]);
}

#[test]
fn materials_say_whether_when_and_from_whom() {
    let item = Item::from_json(JSON).unwrap();
    let [application, license, list, power] = item.materials() else { panic!() };
    assert_eq!(application.requirement, Requirement::Required);
    assert_eq!(application.source, MaterialSource::Applicant);
    assert_eq!((application.originals, application.copies), (1, 0));
    assert_eq!(application.acceptance_standard.as_deref(), Some("签名或者盖章。"));
    assert_eq!(
        (license.requirement, license.form),
        (Requirement::Optional, MaterialForm::Electronic)
    );
    assert_eq!(license.license_type().unwrap().as_str(), "11100000PDY00001X7001");
    assert_eq!((list.requirement, list.form), (Requirement::MayFollow, MaterialForm::Paper));
    assert_eq!((list.source, list.license_type()), (MaterialSource::Other, None));
    assert_eq!(power.only_when.as_deref(), Some("委托代理人办理时"));
    assert_eq!(item.material("制度清单"), Some(list));
    assert_eq!(item.material("制度"), None);
}

#[test]
fn limits_are_statutory_and_promised() {
    let item = Item::from_json(JSON).unwrap();
    let limits = item.limits().unwrap();
    let days = |limit: &gov_catalog::TimeLimit| (limit.unit(), limit.statutory(), limit.promised());
    assert_eq!(days(&limits.supplement_notice), (LimitUnit::WorkingDay, 5, 1));
    assert_eq!(days(&limits.decision), (LimitUnit::WorkingDay, 20, 10));
    assert_eq!(days(limits.extension.as_ref().unwrap()), (LimitUnit::WorkingDay, 10, 10));
    assert_eq!(days(limits.delivery.as_ref().unwrap()), (LimitUnit::NaturalDay, 10, 0));
    assert_eq!(limits.decision.basis()[0].article.as_deref(), Some("第六条"));
    let kinds: Vec<_> = item.steps().iter().map(|step| step.kind).collect();
    assert_eq!(
        kinds,
        [
            StepKind::Accept,
            StepKind::Review,
            StepKind::SiteCheck,
            StepKind::Decide,
            StepKind::Deliver,
            StepKind::Close
        ],
    );
    assert_eq!(item.steps()[2].limit.as_ref().unwrap().promised(), 3);
}

#[test]
fn what_is_written_reads_back() {
    let item = Item::from_json(JSON).unwrap();
    let json = serde_json::to_string(&item).unwrap();
    assert_eq!(Item::from_json(&json).unwrap(), item);
    assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), fixture());
}

/// Fields that a record may do without, by the end of their path.
const OPTIONAL: &[&str] = &[
    "basis.article",
    "basis.gist",
    "basis.rank",
    "body.short_name",
    "conditions.criterion",
    "ends",
    "enforcement",
    "enforcement.levy",
    "enforcement.punishment",
    "enforcement.reducible",
    "extension",
    "intermediaries",
    "intermediaries.institutions",
    "levels",
    "levels.accept",
    "levels.decide",
    "levels.exercised",
    "limit.promised",
    "limits.decision.promised",
    "limits.delivery",
    "limits.delivery.promised",
    "limits.extension",
    "limits.promise_note",
    "limits.statutory_note",
    "limits.supplement_notice.promised",
    "links",
    "local_codes",
    "local_codes.directory",
    "local_codes.item",
    "local_codes.row",
    "materials.acceptance_standard",
    "materials.details",
    "materials.details.blank_form",
    "materials.details.filling",
    "materials.details.kind",
    "materials.details.paper_format",
    "materials.details.remark",
    "materials.details.sample",
    "materials.details.signature",
    "materials.details.source_note",
    "materials.only_when",
    "materials.source.license_type",
    "notes",
    "online",
    "online.depth",
    "online.mobile_single_sign_on",
    "online.mobile_url",
    "online.single_sign_on",
    "online.url",
    "outcome.kind",
    "outcome.license_type",
    "outcome.sample",
    "outcome.validity_years",
    "power",
    "power.announcement",
    "power.body_kind",
    "power.department",
    "power.entrusted_by",
    "power.parent",
    "power.source",
    "questions",
    "remedies",
    "remedies.court",
    "remedies.review",
    "remedies.review.address",
    "remedies.review.phone",
    "remedies.review.url",
    "remedies.rights",
    "rows.reducible_when",
    "rows.remark",
    "service",
    "service.appointment",
    "service.area",
    "service.at_center",
    "service.audience",
    "service.channels",
    "service.joint_bodies",
    "service.online_payment",
    "service.posting",
    "service.promptness",
    "service.quota",
    "service.terminals",
    "service.visits",
    "service.visits_reason",
    "site_check",
    "site_check.except",
    "site_check.limit",
    "special_procedures",
    "special_procedures.limit",
    "state",
    "steps.limit",
    "topics",
    "topics.corporate",
    "topics.local_corporate",
    "topics.local_personal",
    "topics.personal",
    "windows.division",
];

/// Whether a place is an optional one.
fn is_optional(place: &[Segment]) -> bool {
    let fields = place.iter().filter_map(|segment| match segment {
        Segment::Field(field) => Some(field.as_str()),
        Segment::Element(_) => None,
    });
    let path = fields.collect::<Vec<_>>().join(".");
    OPTIONAL.iter().any(|end| match path.strip_suffix(end) {
        Some("") => true,
        // A field of the item itself is no end of a longer path.
        Some(before) => end.contains('.') && before.ends_with('.'),
        None => false,
    })
}

/// What removing a place is told as: a rule that loses its form lacks a form.
fn missing(place: &[Segment]) -> (String, &'static str) {
    const FORMS: [&str; 10] = [
        "all",
        "any",
        "not",
        "fact",
        "at_least",
        "at_most",
        "not_before",
        "not_after",
        "is",
        "one_of",
    ];
    let (last, record) = place.split_last().unwrap();
    match last {
        Segment::Field(field) if FORMS.contains(&field.as_str()) => (path(record), "form"),
        _ => (path(place), "missing"),
    }
}

#[test]
fn every_field_is_asked_for_unless_it_is_optional() {
    let mut used = std::collections::BTreeSet::new();
    for place in places(&fixture()) {
        let Some(Segment::Field(field)) = place.last() else { continue };
        let mut item = fixture();
        let record = at(&mut item, &place[..place.len() - 1]).as_object_mut().unwrap();
        record.remove(field).unwrap();
        let result = read(&item);
        if is_optional(&place) {
            assert!(result.is_ok(), "{}", path(&place));
            used.insert(field.clone());
        } else {
            assert_eq!(told(&result.expect_err(&path(&place))), [missing(&place)]);
        }
    }
    let ends = OPTIONAL.iter().map(|end| end.rsplit('.').next().unwrap());
    assert!(ends.clone().all(|end| used.contains(end)), "the fixture has every optional field");
}

#[test]
fn an_explicit_null_is_no_value() {
    for place in places(&fixture()) {
        let Some(Segment::Field(_)) = place.last() else { continue };
        let mut item = fixture();
        *at(&mut item, &place) = Value::Null;
        match read(&item) {
            Ok(_) => assert!(is_optional(&place), "{}", path(&place)),
            Err(faults) => assert_eq!(told(&faults), [missing(&place)]),
        }
    }
}

#[test]
fn no_record_takes_a_field_it_does_not_know() {
    let mut records = 0;
    for place in places(&fixture()) {
        let mut item = fixture();
        let Some(record) = at(&mut item, &place).as_object_mut() else { continue };
        let position = record.len() + 1;
        record.insert("zzz".into(), json!(1));
        let faults = read(&item).unwrap_err();
        assert_eq!(told(&faults), [(path(&place), "unknown-field")]);
        assert_eq!(faults[0].kind(), ItemFaultKind::Unknown { position });
        records += 1;
    }
    assert!(records > 30, "the fixture has every kind of record");
}

#[test]
fn no_value_takes_another_kind() {
    for place in places(&fixture()) {
        let mut item = fixture();
        *at(&mut item, &place) = json!(1.5);
        let faults = read(&item).expect_err(&path(&place));
        assert_eq!(told(&faults), [(path(&place), "kind")]);
    }
}

#[test]
fn no_text_is_blank() {
    for place in places(&fixture()) {
        let mut item = fixture();
        if !at(&mut item, &place).is_string() {
            continue;
        }
        *at(&mut item, &place) = json!(" ");
        assert_eq!(read(&item).unwrap_err()[0].path(), path(&place));
    }
}

#[test]
fn one_field_cannot_be_given_twice() {
    let json = JSON.replacen("\"version\": 2,", "\"version\": 2, \"version\": 3,", 1);
    let faults = Item::from_json(&json).unwrap_err();
    assert_eq!(told(&faults), [(String::new(), "field-twice")]);
    assert_eq!(faults[0].kind(), ItemFaultKind::Twice { position: 7 });
    assert_eq!(faults[0].to_string(), "field 7 is given twice");
    assert_eq!(faults[0].zh(), "第7个字段重复");
}

#[test]
fn all_faults_are_told_at_once() {
    let mut item = fixture();
    item["code"] = json!("11640200PDY00001XK30001319000020");
    item["type"] = json!("31");
    item["body"]["code"] = json!("11640200PDY00001XX");
    item["division"] = json!("6402O0");
    item["version"] = json!(0);
    item["effective"] = json!("2026-02-30");
    item["basis"] = json!([]);
    item["conditions"][0]["basis"] = json!({});
    item["materials"][1]["name"] = json!("申请书");
    item["materials"][2]["name"] = json!("其他材料");
    item["materials"][2]["requirement"] = json!("perhaps");
    item["materials"][3]["originals"] = json!(100);
    item["limits"]["decision"]["promised"] = json!(21);
    item["limits"]["delivery"]["statutory"] = json!(-1);
    item["steps"][2]["limit"]["promised"] = json!(6);
    item["site_check"]["officers"] = json!(1);
    item["fees"]["rows"][0]["basis"] = json!([]);
    item["outcome"]["license_type"] = json!("11100000PDY00001X7000");
    item["windows"] = json!([]);
    item["enquiry_phones"] = json!(["0952 0000001"]);
    item["extra"] = json!("?");
    let expected = [
        ("code", "length"),
        ("type", "item-type"),
        ("body.code", "check-character"),
        ("division", "character"),
        ("version", "range"),
        ("effective", "date"),
        ("basis", "empty"),
        ("conditions[1].basis", "kind"),
        ("materials[2].name", "same-name"),
        ("materials[3].name", "catch-all"),
        ("materials[3].requirement", "word"),
        ("materials[4].originals", "range"),
        ("limits.decision", "promise-exceeds-statute"),
        ("limits.delivery.statutory", "kind"),
        ("steps[3].limit", "promise-exceeds-statute"),
        ("site_check.officers", "range"),
        ("fees.rows[1].basis", "empty"),
        ("outcome.license_type", "sequence"),
        ("windows", "empty"),
        ("enquiry_phones[1]", "phone"),
        ("", "unknown-field"),
    ];
    let faults = read(&item).unwrap_err();
    assert_eq!(told(&faults), expected.map(|(path, code)| (path.to_owned(), code)));
}

#[test]
fn type_and_body_agree_with_the_code() {
    let mut item = fixture();
    item["type"] = json!("07");
    item["body"]["code"] = json!("116402000100150111");
    let faults = read(&item).unwrap_err();
    assert_eq!(
        told(&faults),
        [("type".to_owned(), "type-differs"), ("body".to_owned(), "body-differs")],
    );
    // With a code that cannot be read there is nothing to compare them with.
    item["code"] = json!("");
    assert_eq!(told(&read(&item).unwrap_err()), [("code".to_owned(), "length")]);
}

#[test]
fn a_promise_may_reach_the_law_and_not_pass_it() {
    for (promised, fine) in [(0, true), (19, true), (20, true), (21, false)] {
        let mut item = fixture();
        item["limits"]["decision"]["promised"] = json!(promised);
        assert_eq!(read(&item).is_ok(), fine, "{promised}");
    }
}

#[test]
fn catch_all_lines_are_refused_and_names_alike_are_not() {
    for (name, fine) in [
        ("其他材料", false),
        ("法律法规规定的其他材料", false),
        ("与变更有关的其他相关材料", false),
        ("其它有关材料", false),
        ("其他组织登记证书", true),
        ("相关设备清单", true),
    ] {
        let mut item = fixture();
        item["materials"][0]["name"] = json!(name);
        assert_eq!(read(&item).is_ok(), fine, "{name}");
    }
}

#[test]
fn a_date_has_one_form() {
    for text in ["2026-3-1", "+2026-03-01", "20260301", "2026/03/01", "2026-03-01 ", "2026-13-01"] {
        let mut item = fixture();
        item["effective"] = json!(text);
        assert_eq!(told(&read(&item).unwrap_err()), [("effective".to_owned(), "date")], "{text}");
    }
}

#[test]
fn a_telephone_has_digits_and_hyphens() {
    for (text, fine) in [
        ("12345", true),
        ("0952-12345678-801", true),
        ("110", true),
        ("12", false),
        ("-12345", false),
        ("12345-", false),
        ("(0952)12345", false),
        ("123456789012345678901", false),
        ("1-2-3-4-5-6-7-8-9-0-1-2-3", false),
    ] {
        let mut item = fixture();
        item["enquiry_phones"][0] = json!(text);
        assert_eq!(read(&item).is_ok(), fine, "{text}");
    }
}

#[test]
fn numbers_are_bounded() {
    let table = [
        ("/version", 1, u64::from(u32::MAX)),
        ("/materials/0/originals", 0, 99),
        ("/materials/0/copies", 0, 99),
        ("/limits/extension/statutory", 1, 3660),
        ("/limits/supplement_notice/promised", 0, 5),
        ("/site_check/officers", 2, 99),
        ("/outcome/validity_years", 1, 100),
    ];
    for (place, min, max) in table {
        for (number, fine) in
            [(min, true), (max, true), (max + 1, false), (min.wrapping_sub(1), false)]
        {
            let mut item = fixture();
            *item.pointer_mut(place).unwrap() = json!(number);
            assert_eq!(read(&item).is_ok(), fine, "{place} {number}");
        }
        for number in [json!(-1), json!(1.5)] {
            let mut item = fixture();
            *item.pointer_mut(place).unwrap() = number;
            assert_eq!(read(&item).unwrap_err()[0].code(), "kind", "{place}");
        }
    }
}

/// Lists that cannot be empty; every other list of the fixture can.
const NEVER_EMPTY: [&str; 11] = [
    "basis",
    "complaint_phones",
    "conditions[1].criterion.all",
    "conditions[1].criterion.all[2].any",
    "conditions[1].criterion.all[3].not.fact.must.one_of",
    "enquiry_phones",
    "fees.basis",
    "fees.rows[1].basis",
    "site_check.basis",
    "steps",
    "windows",
];

#[test]
fn lists_are_empty_only_where_that_has_a_meaning() {
    for place in places(&fixture()) {
        let mut item = fixture();
        if !at(&mut item, &place).is_array() {
            continue;
        }
        *at(&mut item, &place) = json!([]);
        let path = path(&place);
        match read(&item) {
            Ok(_) => assert!(!NEVER_EMPTY.contains(&path.as_str()), "{path}"),
            Err(faults) => {
                assert!(NEVER_EMPTY.contains(&path.as_str()), "{path}");
                assert_eq!(told(&faults), [(path, "empty")]);
            }
        }
    }
}

#[test]
fn lengths_are_bounded() {
    let table = [
        ("/name", 1000),
        ("/body/name", 200),
        ("/materials/0/name", 200),
        ("/windows/0/address", 500),
        ("/notes/0", 4000),
    ];
    for (place, max) in table {
        let mut item = fixture();
        *item.pointer_mut(place).unwrap() = json!("字".repeat(max));
        assert!(read(&item).is_ok(), "{place}");
        *item.pointer_mut(place).unwrap() = json!("字".repeat(max + 1));
        assert_eq!(read(&item).unwrap_err()[0].kind(), ItemFaultKind::TooLong { max }, "{place}");
    }
}

#[test]
fn a_text_that_is_no_json_is_one_fault_with_line_and_column() {
    let faults = Item::from_json("{\n  \"code\": }").unwrap_err();
    assert_eq!(told(&faults), [(String::new(), "syntax")]);
    assert_eq!(faults[0].to_string(), "not JSON (line 2, column 11)");
    assert_eq!(faults[0].zh(), "第2行第11列不是合法的JSON");
    assert_eq!(Item::from_json("").unwrap_err()[0].code(), "syntax");
    assert_eq!(Item::from_json(&"[".repeat(10_000)).unwrap_err()[0].code(), "syntax");
    assert_eq!(told(&Item::from_json("[]").unwrap_err()), [(String::new(), "kind")]);
}

#[test]
fn a_text_larger_than_an_item_is_not_looked_at() {
    let mut json = JSON.to_owned();
    json.push_str(&" ".repeat(Item::MAX_JSON - json.len()));
    assert!(Item::from_json(&json).is_ok());
    json.push(' ');
    let faults = Item::from_json(&json).unwrap_err();
    assert_eq!(faults[0].to_string(), "larger than 1048576 bytes");
    assert_eq!((faults[0].code(), faults[0].zh().as_str()), ("too-large", "超过1048576字节"));
}

#[test]
fn serde_is_told_the_first_fault() {
    assert_eq!(serde_json::from_str::<Item>(JSON).unwrap(), Item::from_json(JSON).unwrap());
    let mut item = fixture();
    item["version"] = json!(0);
    item["windows"] = json!([]);
    let error = serde_json::from_value::<Item>(item).unwrap_err();
    assert_eq!(error.to_string(), "version: not 1 to 4294967295");
}

#[test]
fn no_fault_repeats_what_was_written() {
    const SECRET: &str = "11010519491231002X";
    for place in places(&fixture()) {
        let mut item = fixture();
        match at(&mut item, &place) {
            Value::Object(record) => drop(record.insert(SECRET.into(), json!(SECRET))),
            Value::Array(list) => list.push(json!([SECRET])),
            value => *value = json!({ SECRET: SECRET }),
        }
        let faults = read(&item).unwrap_err();
        for fault in &faults {
            let shown = format!("{fault} {} {} {fault:?}", fault.zh(), fault.path());
            assert!(!shown.contains(SECRET), "{shown}");
        }
        let serde = serde_json::from_value::<Item>(item).unwrap_err().to_string();
        assert!(!serde.contains(SECRET), "{serde}");
    }
}

#[test]
fn faults_speak_both_languages() {
    let mut item = fixture();
    item["name"] = json!("");
    item["type"] = json!("07");
    item["body"]["code"] = json!("116402000100150111");
    item["division"] = json!("64020A");
    item["version"] = json!("1");
    item["effective"] = json!("today");
    item["conditions"] = json!([[]]);
    item["materials"][1]["name"] = json!("申请书");
    item["materials"][2]["name"] = json!("其他材料");
    item["materials"][3]["form"] = json!("stone");
    item["materials"][3]["source"] = json!([]);
    item["limits"]["decision"]["promised"] = json!(21);
    item["steps"] = json!([]);
    item["windows"] = json!("here");
    item["windows"] = json!(1);
    item["enquiry_phones"] = json!(["x"]);
    item["notes"] = json!(["字".repeat(4001)]);
    item.as_object_mut().unwrap().remove("outcome");
    item["zzz"] = json!(1);
    let table = [
        ("name: blank", "事项名称：不能为空"),
        ("type: differs from the type inside the code", "事项类型：与事项编码中的类型不一致"),
        ("body: differs from the body inside the code", "实施主体：与事项编码中的实施主体不一致"),
        (
            &format!("division: {}", DivisionCode::parse("64020A").unwrap_err()),
            &format!("行政区划：{}", DivisionCode::parse("64020A").unwrap_err().zh()),
        ),
        ("version: expected a whole number", "版本：应为整数"),
        (
            "effective: not a day of the calendar as yyyy-mm-dd",
            "生效日期：不是日历上的日期（年-月-日）",
        ),
        ("conditions[1]: expected a record", "受理条件第1项：应为一组字段"),
        ("materials[2].name: material 1 has the same name", "申请材料第2项的名称：与第1项材料同名"),
        (
            "materials[3].name: a catch-all line; every material must be named (行政许可法 art. 30)",
            "申请材料第3项的名称：属于兜底条款，应列明每一份材料（行政许可法第三十条）",
        ),
        (
            "materials[4].form: none of the words that can stand here",
            "申请材料第4项的材料形式：不是允许的取值",
        ),
        ("materials[4].source: expected a record", "申请材料第4项的材料来源：应为一组字段"),
        (
            "limits.decision: the promised limit of 21 exceeds the statutory limit of 20",
            "时限的审批决定：承诺时限21超过法定时限20",
        ),
        ("steps: empty list", "办理环节：至少要有一项"),
        ("outcome: missing", "办理结果：缺少"),
        ("windows: expected a list", "办理窗口：应为列表"),
        ("enquiry_phones[1]: not a telephone number", "咨询电话第1项：不是电话号码"),
        ("notes[1]: more than 4000 characters", "备注第1项：超过4000个字"),
        ("field 34 is not known", "第34个字段不在格式之内"),
    ];
    let faults = read(&item).unwrap_err();
    for (fault, (english, chinese)) in faults.iter().zip(table) {
        assert_eq!((fault.to_string().as_str(), fault.zh().as_str()), (english, chinese));
    }
    assert_eq!(faults.len(), table.len());
    let mut item = fixture();
    item["version"] = json!(0);
    item["name"] = json!(7);
    let faults = read(&item).unwrap_err();
    assert_eq!(faults[0].zh(), "事项名称：应为文字");
    assert_eq!(faults[0].to_string(), "name: expected text");
    assert_eq!(faults[1].zh(), "版本：应为1至4294967295");
}

/// Path and code of each fault.
fn told(faults: &[ItemFault]) -> Vec<(String, &'static str)> {
    faults.iter().map(|fault| (fault.path(), fault.code())).collect()
}

#[derive(Clone)]
enum Segment {
    Field(String),
    Element(usize),
}

/// Every place of a value, itself first.
fn places(value: &Value) -> Vec<Vec<Segment>> {
    let mut all = vec![Vec::new()];
    let mut below = |segment: Segment, value: &Value| {
        for mut place in places(value) {
            place.insert(0, segment.clone());
            all.push(place);
        }
    };
    match value {
        Value::Object(record) => {
            for (field, value) in record {
                below(Segment::Field(field.clone()), value);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                below(Segment::Element(index), value);
            }
        }
        _ => {}
    }
    all
}

fn at<'v>(value: &'v mut Value, place: &[Segment]) -> &'v mut Value {
    place.iter().fold(value, |value, segment| match segment {
        Segment::Field(field) => &mut value[field],
        Segment::Element(index) => &mut value[index],
    })
}

fn path(place: &[Segment]) -> String {
    let dotted = place.iter().map(|segment| match segment {
        Segment::Field(field) => format!(".{field}"),
        Segment::Element(index) => format!("[{}]", index + 1),
    });
    dotted.collect::<String>().trim_start_matches('.').to_owned()
}
