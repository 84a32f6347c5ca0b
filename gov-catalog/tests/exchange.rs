//! Rows of the national tables, in a named dialect.
#![cfg(feature = "serde")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

use gov_catalog::{Dialect, Exchange, Item, Written};

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
    let written = Exchange::in_dialect(Dialect::C0109).write([&item()]).unwrap();
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
    let written = Exchange::in_dialect(Dialect::Guangdong).write([&item()]).unwrap();
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
