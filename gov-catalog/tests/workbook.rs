//! A workbook gives back what went in, and tells every fault with its cell.
#![cfg(feature = "serde")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::{Item, Sheet, SheetFault, Workbook};
use serde_json::{Value, json};

const JSON: &str = include_str!("data/item.json");

/// The specimen without the rules for programs, which have a sheet of their own.
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
    let item = Item::from_json(JSON).unwrap();
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
fn what_no_table_holds_stands_in_a_sheet_of_its_own() {
    let mut item: Value = serde_json::from_str(JSON).unwrap();
    item["service"]["joint_bodies"] = json!(["一\n二"]);
    item["materials"][0]["details"] = json!({});
    let item = read(&item);
    let mut workbook = workbook(&item);
    let beside: Vec<_> = sheet(&mut workbook, "补充要素").rows[1..]
        .iter()
        .map(|row| (row[2].clone(), row[3].clone(), row[4].clone()))
        .collect();
    let row = |path: &str, kind: &str, value: &str| (path.into(), kind.into(), value.into());
    assert_eq!(beside[0], row("service.joint_bodies", "列表", ""));
    assert_eq!(beside[1], row("service.joint_bodies[1]", "文字", "一\n二"));
    assert!(beside.contains(&row("conditions[1].criterion", "字段组", "")));
    assert!(beside.contains(&row("materials[1].details", "字段组", "")));
    assert_eq!(workbook.items().unwrap(), [item]);
}

#[test]
fn what_leads_nowhere_in_that_sheet_is_a_fault_of_its_cell() {
    let mut workbook = workbook(&read(&specimen()));
    let code = cell(&mut workbook, "事项", 2, "事项编码").clone();
    let row = |path: &str, kind: &str, value: &str| {
        vec![code.clone(), "2".into(), path.into(), kind.into(), value.into()]
    };
    let long = format!("power{}", ".parent".repeat(99));
    sheet(&mut workbook, "补充要素").rows.extend([
        row("conditions[9].criterion", "字段组", ""),
        row("conditions[0].text", "文字", "一"),
        row("name.part", "文字", "一"),
        row("", "文字", "一"),
        row(&long, "文字", "一"),
        row("site_check.officers", "数字", "3"),
        row("site_check.officers", "整数", "三"),
        row("site_check.officers", "整数", "1"),
        row("surprise", "文字", "一"),
    ]);
    let faults = workbook.items().unwrap_err();
    assert_eq!(
        told(&faults),
        [
            (Some("事项"), 2, None, "unknown-field"),
            (Some("补充要素"), 2, Some(3), "no-such-place"),
            (Some("补充要素"), 3, Some(3), "no-such-place"),
            (Some("补充要素"), 4, Some(3), "no-such-place"),
            (Some("补充要素"), 5, Some(3), "no-such-place"),
            (Some("补充要素"), 6, Some(3), "no-such-place"),
            (Some("补充要素"), 7, Some(4), "no-such-value"),
            (Some("补充要素"), 8, Some(4), "no-such-value"),
            (Some("补充要素"), 9, Some(5), "range"),
        ],
    );
    assert_eq!(
        faults[1].to_string(),
        "sheet 补充要素, row 2, column 3: no element has this path here"
    );
    assert_eq!(faults[1].zh(), "《补充要素》表第2行第3列：事项没有此路径的要素，或者次序不对");
    assert_eq!(faults[6].zh(), "《补充要素》表第7行第4列：取值类型不明，或者内容与类型不符");
}

#[test]
fn a_template_has_every_column_and_no_item() {
    let template = Workbook::template();
    assert_eq!(template.sheets.len(), 13);
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
