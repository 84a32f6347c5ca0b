//! Rows of the national tables, in a named dialect, both ways.
#![cfg(feature = "serde")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{Dialect, Exchange, Item, Sheet, SheetFault, Workbook, Written};

fn item() -> Item {
    Item::from_json(include_str!("data/item.json")).unwrap()
}

fn field<'w>(written: &'w Written, table: &str, row: usize, name: &str) -> &'w str {
    let sheet = written.workbook.sheet(table).unwrap();
    let column = sheet.rows[0].iter().position(|heading| heading == name).unwrap();
    &sheet.rows[row][column]
}

#[test]
fn rows_have_the_fields_of_the_national_tables() {
    let exchange = Exchange::in_dialect(Dialect::C0109);
    let exchange = exchange.materials_in(Dialect::Guangdong).limit_units("W", "N");
    let written = exchange.write([&item()]).unwrap();
    let basic = |name| field(&written, "up_task_general_basic", 1, name);
    assert_eq!(basic("ROW_GUID"), "row-0001");
    assert_eq!(basic("CATALOG_CODE"), "000131900002");
    assert_eq!(basic("TASK_CODE"), "11640200PDY00001XK3000131900002");
    assert_eq!(basic("TASK_HANDLE_ITEM"), "11640200PDY00001XK300013190000201");
    assert_eq!((basic("TASK_STATE"), basic("TASK_VERSION")), ("2", "2"));
    assert_eq!((basic("POWER_SOURCE"), basic("DEPT_TYPE")), ("5", "1"));
    assert_eq!((basic("USE_LEVEL"), basic("SERVER_TYPE")), ("2^3", "1^2"));
    assert_eq!((basic("ANTICIPATE_DAY"), basic("ANTICIPATE_TYPE")), ("20", "W"));
    assert_eq!((basic("PROMISE_DAY"), basic("PROJECT_TYPE")), ("10", "2"));
    assert_eq!((basic("HANDLE_TYPE"), basic("IS_FEE")), ("1^2", "1"));
    assert_eq!(basic("BY_LAW"), "《示例条例》第一条：设定本许可。");
    assert_eq!(basic("SUPERVISE_WAY"), "0952-0000002^12345");
    let extend = |name| field(&written, "up_task_general_extend", 1, name);
    assert_eq!((extend("TASK_GUID"), extend("ONLINE_HANDLE_DEPTH")), ("row-0001", "1^4^6"));
    assert_eq!((extend("IS_EXPRESS"), extend("IS_PAY_ONLINE")), ("0", "1"));
    let material = |row, name| field(&written, "up_task_general_material", row, name);
    assert_eq!(
        (material(1, "IS_NEED"), material(2, "IS_NEED"), material(3, "IS_NEED")),
        ("1", "2", "3")
    );
    assert_eq!((material(2, "MATERIAL_FORMAT"), material(2, "ORDER_NUM")), ("2", "2"));
    assert_eq!(field(&written, "up_task_general_fee_project", 1, "DESC_EXPLAIN"), "首次申领免收。");
}

#[test]
fn dialects_write_the_same_word_with_different_numbers() {
    let need = |dialect| {
        let written = Exchange::in_dialect(dialect).write([&item()]).unwrap();
        (1..=3)
            .map(|row| field(&written, "up_task_general_material", row, "IS_NEED").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(need(Dialect::Guangdong), ["1", "2", "3"]);
    assert_eq!(need(Dialect::Guangxi), ["0", "1", "2"]);
    // Where the dialect has no number the field is empty and told.
    assert_eq!(need(Dialect::C0109), ["", "", ""]);
    let plain = Exchange::in_dialect(Dialect::C0109).national_only();
    let written = plain.write([&item()]).unwrap();
    assert!(written.left_out.iter().any(|left| left.path == "materials[1].requirement"));
}

#[test]
fn every_value_that_is_too_long_is_told_and_nothing_is_written() {
    let mut draft = item().to_draft();
    draft.windows[0].address = "路".repeat(300).into();
    let window = draft.windows[0].clone();
    draft.windows.push(window);
    draft.service.joint_bodies = vec!["局".repeat(150).into(), "厅".repeat(150).into()];
    let faults = Exchange::in_dialect(Dialect::C0109)
        .write([&item(), &Item::try_from(draft).unwrap()])
        .unwrap_err();
    let told: Vec<_> = faults
        .iter()
        .map(|fault| (fault.item(), fault.table(), fault.field(), fault.code()))
        .collect();
    assert_eq!(
        told,
        [
            (2, "up_task_general_basic", "TRANSACT_ADDR", "field-too-long"),
            (2, "up_task_general_extend", "OTHER_DEPT", "field-too-long"),
        ],
    );
}

#[test]
fn elements_without_a_field_are_told() {
    let plain = Exchange::in_dialect(Dialect::Guangdong).national_only();
    let written = plain.write([&item()]).unwrap();
    let paths: Vec<_> = written.left_out.iter().map(|left| left.path.as_str()).collect();
    for path in [
        "limits.supplement_notice",
        "materials[4].only_when",
        "site_check",
        "outcome.license_type",
        "remedies",
        "notes",
    ] {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
    assert!(!paths.contains(&"YES_NO"));
}

fn exchange() -> Exchange<'static> {
    Exchange::in_dialect(Dialect::C0109).materials_in(Dialect::Guangdong).limit_units("W", "N")
}

fn cell<'w>(workbook: &'w mut Workbook, table: &str, row: usize, name: &str) -> &'w mut String {
    let sheet = workbook.sheets.iter_mut().find(|sheet| sheet.name == table).unwrap();
    let column = sheet.rows[0].iter().position(|heading| heading == name).unwrap();
    &mut sheet.rows[row - 1][column]
}

fn told(faults: &[SheetFault]) -> Vec<(Option<&str>, usize, &str)> {
    faults.iter().map(|fault| (fault.sheet(), fault.row(), fault.code())).collect()
}

const BASIC: &str = "up_task_general_basic";
const MATERIAL: &str = "up_task_general_material";
const SUPPLEMENT: &str = "up_task_general_supplement";

#[test]
fn rows_are_read_in_their_order_and_under_any_case_of_their_names() {
    let mut workbook = exchange().write([&item()]).unwrap().workbook;
    workbook.sheets.reverse();
    for sheet in &mut workbook.sheets {
        sheet.name = sheet.name.replacen("up_", "dn_", 1);
        sheet.rows[0].iter_mut().for_each(|name| *name = name.to_lowercase());
        sheet.rows[0].push("CD_BATCH".into());
        sheet.rows[1..].reverse();
        sheet.rows[1..].iter_mut().for_each(|row| row.push("batch-1".into()));
    }
    let read = exchange().read(&workbook).unwrap();
    assert_eq!(read.items, [item()]);
    assert_eq!(read.unread, []);
}

#[test]
fn every_fault_of_a_row_is_told_at_once_with_its_field() {
    let mut workbook = exchange().write([&item()]).unwrap().workbook;
    *cell(&mut workbook, BASIC, 2, "PROJECT_TYPE") = "7".into();
    *cell(&mut workbook, BASIC, 2, "ANTICIPATE_DAY") = "二十".into();
    *cell(&mut workbook, BASIC, 2, "PROMISE_TYPE") = "N".into();
    *cell(&mut workbook, BASIC, 2, "CATALOG_CODE") = "000131900009".into();
    *cell(&mut workbook, BASIC, 2, "IS_FEE") = "0".into();
    *cell(&mut workbook, MATERIAL, 2, "IS_NEED") = "9".into();
    *cell(&mut workbook, MATERIAL, 3, "ORDER_NUM") = "b".into();
    *cell(&mut workbook, MATERIAL, 4, "TASK_GUID") = "nobody".into();
    *cell(&mut workbook, MATERIAL, 5, "MATERIAL_NAME") = "其他材料".into();
    *cell(&mut workbook, SUPPLEMENT, 2, "VALUE_TYPE") = "tree".into();
    let faults = exchange().read(&workbook).unwrap_err();
    for expected in [
        (Some(BASIC), 2, "dialect-number"),
        (Some(BASIC), 2, "kind"),
        (Some(BASIC), 2, "contradicts"),
        (Some(MATERIAL), 2, "dialect-number"),
        (Some(MATERIAL), 3, "no-such-value"),
        (Some(MATERIAL), 4, "no-such-guid"),
        (Some(MATERIAL), 5, "catch-all"),
        (Some(SUPPLEMENT), 2, "no-such-value"),
    ] {
        assert!(told(&faults).contains(&expected), "{expected:?} {:?}", told(&faults));
    }
    let contradictions: Vec<_> =
        faults.iter().filter(|fault| fault.code() == "contradicts").collect();
    assert_eq!(contradictions.len(), 3);
    assert_eq!(
        contradictions[0].to_string(),
        "sheet up_task_general_basic, row 2, column 3: contradicts another field of the item",
    );
    assert_eq!(
        contradictions[0].zh(),
        "《up_task_general_basic》表第2行第3列：与该事项的另一字段矛盾",
    );
}

#[test]
fn tables_and_fields_have_faults_of_their_own() {
    let sheet = |name: &str, rows: &[&[&str]]| {
        let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).into()).collect());
        Sheet::new(name, rows.collect())
    };
    let workbook = Workbook::new(vec![
        sheet("up_task_other_basic", &[]),
        sheet(BASIC, &[&["ROW_GUID", "PRICE", "ROW_GUID"], &["a", "", "", "x"], &["a"]]),
        sheet(BASIC, &[]),
        sheet(MATERIAL, &[&["MATERIAL_NAME"]]),
        sheet("up_task_public_basic", &[&["ROW_GUID", "POWER_SOURCE"]]),
        sheet("up_task_general_extend", &[]),
    ]);
    let faults = exchange().read(&workbook).unwrap_err();
    let mut told: Vec<_> = faults
        .iter()
        .map(|fault| (fault.sheet_position(), fault.row(), fault.column(), fault.code()))
        .collect();
    told.retain(|(.., code)| !["missing", "empty"].contains(code));
    assert_eq!(
        told,
        [
            (1, 0, None, "unknown-sheet"),
            (2, 1, Some(2), "unknown-column"),
            (2, 1, Some(3), "column-twice"),
            (2, 2, Some(4), "no-heading"),
            (2, 3, Some(1), "guid-twice"),
            (3, 0, None, "sheet-twice"),
            (4, 1, None, "no-guid"),
            (5, 1, Some(2), "unknown-column"),
            (6, 0, None, "no-headings"),
        ],
    );
    let sentences: Vec<_> = faults.iter().map(SheetFault::zh).collect();
    let has = |sentence: &str| sentences.iter().any(|other| other.contains(sentence));
    assert!(has("与第2行的ROW_GUID相同") && has("缺少ROW_GUID字段或者TASK_GUID字段"));
    let faults = exchange().read(&Workbook::default()).unwrap_err();
    assert_eq!(faults[0].to_string(), "workbook: no table of basic elements");
    assert_eq!(faults[0].zh(), "工作簿：缺少基本要素表");
}

#[test]
fn tables_of_the_directory_and_of_bodies_are_passed_over_and_told() {
    let mut workbook = exchange().write([&item()]).unwrap().workbook;
    workbook.sheets.insert(0, Sheet::new("dn_task_directory", vec![vec!["TASK_NAME".into()]]));
    let read = exchange().read(&workbook).unwrap();
    assert_eq!(read.items, [item()]);
    assert_eq!(read.unread[0].to_string(), "sheet dn_task_directory: not read");
    assert_eq!(read.unread.len(), 1);
}

#[test]
fn numbers_that_nobody_gave_are_refused() {
    let written = exchange().write([&item()]).unwrap().workbook;
    for (table, name) in [
        ("up_task_general_extend", "RESULT_TYPE"),
        (MATERIAL, "SOURCE_TYPE"),
        (BASIC, "ANTICIPATE_TYPE"),
    ] {
        let mut workbook = written.clone();
        *cell(&mut workbook, table, 2, name) = "1".into();
        let without = Exchange::in_dialect(Dialect::C0109).materials_in(Dialect::Guangdong);
        let faults = without.read(&workbook).unwrap_err();
        assert!(told(&faults).contains(&(Some(table), 2, "dialect-unknown")), "{name}");
    }
}

/// Rows of another system: national fields only, and some that no element is for.
fn of_another_system() -> Workbook {
    let mut workbook = exchange().national_only().write([&item()]).unwrap().workbook;
    let extend = workbook.sheets.iter_mut().find(|s| s.name.ends_with("_extend")).unwrap();
    extend.rows[0].extend(["TOWN_NAME".into(), "TOWN_CODE".into()]);
    extend.rows[1].extend(["某镇".into(), String::new()]);
    workbook
}

#[test]
fn what_rows_of_another_system_leave_open_comes_from_a_draft() {
    let workbook = of_another_system();
    let faults = exchange().read(&workbook).unwrap_err();
    assert!(faults.iter().all(|fault| fault.code() == "missing"), "{faults:?}");
    let missing: Vec<_> = faults.iter().map(ToString::to_string).collect();
    assert!(missing.iter().any(|fault| fault.ends_with("limits.supplement_notice: missing")));
    assert!(missing.iter().any(|fault| fault.ends_with("windows[1].name: missing")));

    let mut open = item().to_draft();
    open.division = DivisionCode::from_static("640221");
    (open.name, open.version) = ("别的事项".into(), 9);
    open.notes.clear();
    let read = exchange().left_open_as(&open).read(&workbook).unwrap();
    let [read_item] = read.items.as_slice() else { panic!() };
    assert_eq!(read_item.division().as_str(), "640221");
    assert_eq!(
        read_item.limits().unwrap().supplement_notice,
        item().limits().unwrap().supplement_notice
    );
    // What the rows say stands, and who the item is nobody else says.
    assert_eq!((read_item.name(), read_item.version()), (item().name(), 2));
    assert_eq!(read_item.decision().unwrap().promised(), 10);
    // The draft's number of copies is not what one row says, and no element is
    // for the name of the town.
    let unread: Vec<_> =
        read.unread.iter().map(|cell| (cell.sheet(), cell.row(), cell.column())).collect();
    assert_eq!(
        unread,
        [(Some("up_task_general_extend"), 2, Some(26)), (Some(MATERIAL), 4, Some(13))],
    );
    assert_eq!(workbook.sheet(MATERIAL).unwrap().rows[0][12], "PAGE_NUM");
    assert_eq!(read.unread[0].code(), "not-read");
    assert_eq!(
        read.unread[0].zh(),
        "《up_task_general_extend》表第2行第26列：此字段的内容未能读入事项",
    );
}

#[test]
fn rules_of_another_system_are_taken_apart_as_far_as_they_can_be() {
    let mut workbook = exchange().write([&item()]).unwrap().workbook;
    let rows = workbook.sheets.iter_mut().find(|sheet| sheet.name == SUPPLEMENT).unwrap();
    let column = rows.rows[0].iter().position(|name| name == "ELEMENT_PATH").unwrap();
    rows.rows.retain(|row| !row[column].starts_with("basis"));
    *cell(&mut workbook, BASIC, 2, "BY_LAW") =
        "《示例条例》第一条：设定本许可。\n第二款从其规定。\n某市规定".into();
    let read = exchange().read(&workbook).unwrap();
    let basis = read.items[0].basis();
    assert_eq!(basis[0].to_string(), "《示例条例》第一条");
    assert_eq!(basis[0].gist.as_deref(), Some("设定本许可。\n第二款从其规定。\n某市规定"));
    assert_eq!(basis.len(), 1);
}

#[test]
fn penalties_and_levies_have_fields_of_their_own() {
    for (code, table, name, value) in [
        ("11640200PDY00001XK3000231900001", "up_task_punish_basic", "PUNISHMENT_METHOD", "警告"),
        ("11640200PDY00001XK3000431900001", "up_task_handle_basic", "COLLECT_TYPE", "排污费"),
    ] {
        let mut draft = item().to_draft();
        draft.code = code.parse().unwrap();
        draft.item_type = draft.code.item_type();
        draft.enforcement.punishment = Some("警告".into());
        draft.enforcement.levy = Some("排污费".into());
        let item = Item::try_from(draft).unwrap();
        let written = exchange().write([&item]).unwrap();
        assert_eq!(field(&written, table, 1, name), value);
        assert_eq!(exchange().read(&written.workbook).unwrap().items, [item]);
    }
}

#[test]
fn two_versions_with_one_row_of_the_department_are_kept_apart() {
    let mut next = item().to_draft();
    next.version = 3;
    next.materials.truncate(1);
    let items = [item(), Item::try_from(next).unwrap()];
    let written = exchange().write(&items).unwrap();
    assert_eq!(field(&written, BASIC, 1, "ROW_GUID"), "row-0001");
    assert_ne!(field(&written, BASIC, 2, "ROW_GUID"), "row-0001");
    assert_eq!(exchange().read(&written.workbook).unwrap().items, items);
}
