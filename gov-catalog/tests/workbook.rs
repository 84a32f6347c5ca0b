//! A workbook gives back what went in, and tells every fault with its cell.
#![cfg(feature = "serde")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::{Item, Sheet, SheetFault, Workbook};
use proptest::prelude::*;
use serde_json::{Value, json};

const JSON: &str = include_str!("data/item.json");

/// The specimen without the rules for programs, which no table can hold.
fn specimen() -> Value {
    let mut item: Value = serde_json::from_str(JSON).unwrap();
    for condition in item["conditions"].as_array_mut().unwrap() {
        condition.as_object_mut().unwrap().remove("criterion");
    }
    item
}

fn read(value: &Value) -> Item {
    Item::from_json(&value.to_string()).unwrap()
}

/// The workbook of an item from which nothing is left out.
fn workbook(item: &Item) -> Workbook {
    let written = Workbook::write([item]);
    assert_eq!(written.left_out, []);
    written.workbook
}

fn told(faults: &[SheetFault]) -> Vec<(Option<&str>, usize, Option<usize>, &str)> {
    let told = faults.iter();
    told.map(|fault| (fault.sheet(), fault.row(), fault.column(), fault.code())).collect()
}

fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> &'w mut Sheet {
    workbook.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap()
}

fn cell<'w>(workbook: &'w mut Workbook, name: &str, row: usize, heading: &str) -> &'w mut String {
    let sheet = sheet(workbook, name);
    let column = sheet.rows[0].iter().position(|cell| cell == heading).unwrap();
    &mut sheet.rows[row - 1][column]
}

#[test]
fn every_element_of_the_specimen_comes_back() {
    let item = read(&specimen());
    assert_eq!(workbook(&item).items().unwrap(), [item]);
}

#[test]
fn several_items_keep_their_order_and_their_rows() {
    let mut other = specimen();
    other["version"] = json!(3);
    other["materials"].as_array_mut().unwrap().truncate(1);
    let mut last = specimen();
    last["code"] = json!("11640200PDY00001XK300013190000202");
    let items = [read(&specimen()), read(&other), read(&last)];
    assert_eq!(Workbook::write(&items).workbook.items().unwrap(), items);
}

#[test]
fn what_a_table_cannot_hold_is_told() {
    let mut item: Value = serde_json::from_str(JSON).unwrap();
    item["service"]["joint_bodies"] = json!(["一\n二"]);
    item["materials"][0]["details"] = json!({});
    let written = Workbook::write([&read(&item)]);
    let paths: Vec<_> = written.left_out.iter().map(|left| left.path.as_str()).collect();
    assert_eq!(paths, ["service.joint_bodies", "conditions[1].criterion", "materials[1].details"]);
    assert_eq!(written.left_out[0].item, 1);
    assert_eq!(written.left_out[0].code(), "left-out");
    assert_eq!(written.left_out[0].zh(), "第1个事项的要素service.joint_bodies无法写入此格式");
}

#[test]
fn a_template_has_every_column_and_no_item() {
    let template = Workbook::template();
    assert_eq!(template.sheets.len(), 12);
    assert!(template.sheets.iter().all(|sheet| sheet.rows.len() == 1));
    assert_eq!(template.items().unwrap(), []);
    for sheet in &template.sheets {
        let mut headings = sheet.rows[0].clone();
        headings.sort();
        headings.dedup();
        assert_eq!(headings.len(), sheet.rows[0].len(), "{}", sheet.name);
    }
}

#[test]
fn order_of_sheets_and_columns_is_free_and_blank_rows_are_nothing() {
    let item = read(&specimen());
    let mut workbook = workbook(&item);
    workbook.sheets.reverse();
    for sheet in &mut workbook.sheets {
        for row in &mut sheet.rows {
            row.reverse();
        }
        let blank = sheet.rows[0].iter().map(|_| " ".into()).collect();
        sheet.rows.insert(1, blank);
        sheet.rows.push(Vec::new());
    }
    assert_eq!(workbook.items().unwrap(), [item]);
}

#[test]
fn chinese_names_and_words_of_the_format_are_both_read() {
    let item = read(&specimen());
    let mut workbook = workbook(&item);
    assert_eq!(cell(&mut workbook, "申请材料", 2, "是否必需"), "必要");
    *cell(&mut workbook, "申请材料", 2, "是否必需") = "required".into();
    sheet(&mut workbook, "申请材料").rows[0][2] = "name".into();
    assert_eq!(workbook.items().unwrap(), [item]);
}

#[test]
fn every_fault_is_told_at_once_with_its_cell() {
    let mut workbook = workbook(&read(&specimen()));
    *cell(&mut workbook, "事项", 2, "法定办结时限") = "二十".into();
    *cell(&mut workbook, "事项", 2, "咨询电话") = "0952-0000001\n电话".into();
    *cell(&mut workbook, "事项", 2, "网上支付") = "有".into();
    *cell(&mut workbook, "申请材料", 3, "材料名称") = "其他材料".into();
    cell(&mut workbook, "申请材料", 4, "材料名称").clear();
    *cell(&mut workbook, "申请材料", 5, "是否必需") = "看情况".into();
    *cell(&mut workbook, "办理环节", 2, "版本") = "9".into();
    *cell(&mut workbook, "依据", 2, "依据对象") = "别的".into();
    *cell(&mut workbook, "依据", 3, "序号") = "99".into();
    let faults = workbook.items().unwrap_err();
    let column = |name: &str, heading: &str| {
        let sheet = workbook.sheet(name).unwrap();
        Some(sheet.rows[0].iter().position(|cell| cell == heading).unwrap() + 1)
    };
    assert_eq!(
        told(&faults),
        [
            (Some("事项"), 2, None, "empty"),
            (Some("事项"), 2, column("事项", "网上支付"), "kind"),
            (Some("事项"), 2, column("事项", "法定办结时限"), "kind"),
            (Some("事项"), 2, column("事项", "咨询电话"), "phone"),
            (Some("申请材料"), 3, column("申请材料", "材料名称"), "catch-all"),
            (Some("申请材料"), 4, column("申请材料", "材料名称"), "missing"),
            (Some("申请材料"), 5, column("申请材料", "是否必需"), "word"),
            (Some("办理环节"), 2, None, "no-such-item"),
            (Some("依据"), 2, None, "unknown-place"),
            (Some("依据"), 3, None, "no-such-element"),
        ],
    );
}

#[test]
fn sheets_and_headings_have_faults_of_their_own() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let workbook = Workbook::new(vec![
        Sheet::new("目录", Vec::new()),
        Sheet::new(
            "事项",
            vec![row(&["事项编码", "价格", "事项编码", "版本"]), row(&["", "", "", "", "多"])],
        ),
        Sheet::new("事项", Vec::new()),
        Sheet::new("申请材料", Vec::new()),
        Sheet::new("办理环节", vec![row(&["环节名称"])]),
    ]);
    let faults = workbook.items().unwrap_err();
    let mut told = told(&faults);
    told.retain(|(.., code)| !["missing", "empty"].contains(code));
    assert_eq!(
        told,
        [
            (None, 0, None, "unknown-sheet"),
            (Some("事项"), 1, Some(2), "unknown-column"),
            (Some("事项"), 1, Some(3), "column-twice"),
            (Some("事项"), 2, Some(5), "no-heading"),
            (Some("事项"), 0, None, "sheet-twice"),
            (Some("申请材料"), 0, None, "no-headings"),
            (Some("办理环节"), 1, None, "no-key"),
        ],
    );
    let sentences: Vec<_> = faults.iter().map(SheetFault::zh).collect();
    assert_eq!(sentences[0], "第1张表：事项清单没有此名称的表");
    assert!(sentences.contains(&"《事项》表第1行第3列：与第1列同名".to_owned()));
    assert!(sentences.contains(&"《办理环节》表第1行：缺少“事项编码”列或者“版本”列".to_owned()));
    let english: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(english[0], "sheet number 1: no sheet of items has this name");
    assert!(
        english.contains(&"sheet 事项, row 1, column 3: column 1 has the same heading".to_owned())
    );
}

#[test]
fn a_workbook_needs_its_sheet_of_items() {
    let faults = Workbook::default().items().unwrap_err();
    assert_eq!(told(&faults), [(None, 0, None, "no-items")]);
    assert_eq!(faults[0].to_string(), "workbook: the sheet of items is missing");
    assert_eq!(faults[0].zh(), "工作簿：缺少《事项》表");
}

#[test]
fn the_same_item_twice_is_a_fault_of_the_second_row() {
    let mut workbook = workbook(&read(&specimen()));
    let sheet = sheet(&mut workbook, "事项");
    let row = sheet.rows[1].clone();
    sheet.rows.push(row);
    let faults = workbook.items().unwrap_err();
    assert_eq!(told(&faults), [(Some("事项"), 3, None, "item-twice")]);
    assert_eq!(faults[0].zh(), "《事项》表第3行：与第2行的编码和版本相同");
}

/// Fields whose text is free.
const FREE: [&str; 22] = [
    "name",
    "text",
    "gist",
    "article",
    "law",
    "answer",
    "question",
    "role",
    "remark",
    "only_when",
    "except",
    "standard",
    "reducible_when",
    "hours",
    "address",
    "quota",
    "visits_reason",
    "sample",
    "filling",
    "signature",
    "rights",
    "statutory_note",
];

/// Fields that a record may do without.
const SPARE: [&str; 16] = [
    "ends",
    "short_name",
    "gist",
    "article",
    "rank",
    "only_when",
    "details",
    "extension",
    "delivery",
    "site_check",
    "promised",
    "limit",
    "review",
    "court",
    "power",
    "topics",
];

/// The specimen with other texts, without some fields, with shorter lists.
fn change(
    value: &mut Value,
    texts: &mut impl Iterator<Item = String>,
    spare: &mut impl Iterator<Item = bool>,
) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !SPARE.contains(&name.as_str()) || spare.next().unwrap());
            for (name, field) in fields {
                if field.is_string() && FREE.contains(&name.as_str()) {
                    *field = Value::String(texts.next().unwrap());
                } else {
                    change(field, texts, spare);
                }
            }
        }
        Value::Array(elements) => {
            if elements.len() > 1 && spare.next().unwrap() && elements[0].is_object() {
                elements.pop();
            }
            for element in elements {
                change(element, texts, spare);
            }
        }
        _ => {}
    }
}

fn some_item() -> impl Strategy<Value = Item> {
    let text = "[a-z0-9,;\"'^=+@\n\t ：一二三《》_]{1,12}|\\PC{1,12}";
    let texts = proptest::collection::vec(text, 16);
    let spare = proptest::collection::vec(any::<bool>(), 24);
    (texts, spare).prop_filter_map("an item", |(texts, spare)| {
        let mut item = specimen();
        let mut count = 0;
        // Names of materials differ, so every text has a number.
        let mut texts = texts.iter().cycle().map(|text| {
            count += 1;
            format!("{text}{count}")
        });
        change(&mut item, &mut texts, &mut spare.iter().copied().cycle());
        Item::from_json(&item.to_string()).ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_item_comes_back_from_sheets(item in some_item()) {
        prop_assert_eq!(workbook(&item).items().unwrap(), [item]);
    }

    #[cfg(feature = "csv")]
    #[test]
    fn any_item_comes_back_from_csv(item in some_item()) {
        let sheets = workbook(&item).sheets.into_iter();
        let sheets = sheets.map(|sheet| Sheet::from_csv(sheet.name.clone(), sheet.to_csv().as_bytes()).unwrap());
        prop_assert_eq!(Workbook::new(sheets.collect()).items().unwrap(), [item]);
    }
}

#[cfg(feature = "xlsx")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_item_comes_back_from_xlsx_or_the_cell_is_told(item in some_item()) {
        let workbook = workbook(&item);
        match workbook.to_xlsx() {
            Ok(bytes) => {
                prop_assert_eq!(workbook.to_xlsx().unwrap(), bytes.clone());
                prop_assert_eq!(Workbook::from_xlsx(&bytes).unwrap().items().unwrap(), [item]);
            }
            Err(error) => {
                prop_assert_eq!(error.code(), "xlsx-cell");
                let gov_catalog::XlsxError::Cell { sheet, row, column } = error else { panic!() };
                let cell = &workbook.sheets[sheet - 1].rows[row - 1][column - 1];
                let odd = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
                let refused = cell.contains("_x") || cell.chars().any(odd);
                prop_assert!(refused);
            }
        }
    }
}

#[cfg(feature = "csv")]
#[test]
fn csv_is_read_with_and_without_byte_order_mark() {
    let sheet = Sheet::new(
        "表",
        vec![vec!["甲".into(), "乙,\"丙\"\n丁".into()], vec![String::new(), String::new()]],
    );
    let csv = sheet.to_csv();
    assert_eq!(csv, "\u{feff}甲,\"乙,\"\"丙\"\"\n丁\"\r\n,\r\n");
    assert_eq!(Sheet::from_csv("表", csv.as_bytes()).unwrap(), sheet);
    assert_eq!(
        Sheet::from_csv("表", csv.trim_start_matches('\u{feff}').as_bytes()).unwrap(),
        sheet
    );
}

#[cfg(feature = "xlsx")]
#[test]
fn a_sheet_that_begins_below_or_beside_the_corner_keeps_its_places() {
    let rows = vec![Vec::new(), vec![String::new(), "乙".into()]];
    let bytes = Workbook::new(vec![Sheet::new("表", rows)]).to_xlsx().unwrap();
    let sheet = &Workbook::from_xlsx(&bytes).unwrap().sheets[0];
    assert_eq!(sheet.rows, [Vec::<String>::new(), vec![String::new(), "乙".into()]]);
}
