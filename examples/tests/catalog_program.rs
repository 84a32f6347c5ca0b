//! The command line of the catalog: what it tells, and how it ends.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gov_catalog::{Item, Workbook};
use serde_json::Value;

fn catalog(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalog")).args(arguments).output().unwrap()
}

/// What it tells programs, and how it ended.
fn told(arguments: &[&str]) -> (Value, Option<i32>) {
    let output = catalog(&[arguments, &["--json"]].concat());
    (serde_json::from_slice(&output.stdout).unwrap(), output.status.code())
}

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/catalog").join(name).display().to_string()
}

fn item(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(data(name)).unwrap()).unwrap()
}

fn write(folder: &Path, name: &str, value: &Value) -> String {
    let path = folder.join(name);
    fs::write(&path, value.to_string()).unwrap();
    path.display().to_string()
}

#[test]
fn the_catalog_of_the_examples_has_no_error_and_no_warning() {
    let (report, code) = told(&["check", &data("")]);
    assert_eq!(code, Some(0));
    assert_eq!(report["ok"], true);
    let findings = report["findings"].as_array().cloned().unwrap_or_default();
    assert!(findings.iter().all(|finding| finding["severity"] == "notice"), "{findings:#?}");
}

#[test]
fn a_finding_names_its_rule_and_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let mut item = item("outdoor_advertisement.json");
    item["complaint_phones"] = item["enquiry_phones"].clone();
    let path = write(folder.path(), "item.json", &item);
    let (report, code) = told(&["check", &path]);
    assert_eq!((code, &report["ok"]), (Some(1), &Value::Bool(false)));
    assert_eq!(report["findings"][0]["rule"], "5.7");
    let text = String::from_utf8(catalog(&["check", &path]).stdout).unwrap();
    assert!(text.contains("咨询与投诉使用同一电话"), "{text}");
    assert!(text.contains("the same telephone takes enquiries and complaints"), "{text}");
}

#[test]
fn every_fault_of_every_file_is_told_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut one = item("outdoor_advertisement.json");
    one["version"] = 0.into();
    one["type"] = "99".into();
    write(folder.path(), "one.json", &one);
    fs::write(folder.path().join("two.json"), "{").unwrap();
    fs::write(folder.path().join("three.xlsx"), "no workbook").unwrap();
    let (report, code) = told(&["check", &folder.path().display().to_string()]);
    assert_eq!(code, Some(1));
    let codes: Vec<_> =
        report["faults"].as_array().unwrap().iter().map(|fault| &fault["code"]).collect();
    assert_eq!(codes, ["item-type", "range", "xlsx-unreadable", "syntax"]);
    assert!(report["faults"][0]["file"].as_str().unwrap().ends_with("one.json"));
}

#[test]
fn a_workbook_and_csv_in_a_folder_are_the_same_catalog() {
    let folder = tempfile::tempdir().unwrap();
    let json = fs::read_to_string(data("drainage_permit.json")).unwrap();
    let item = Item::from_json(&json).unwrap();
    let written = Workbook::write([&item]);
    assert_eq!(written.left_out, []);
    fs::write(folder.path().join("list.xlsx"), written.workbook.to_xlsx().unwrap()).unwrap();
    let sheets = folder.path().join("csv");
    fs::create_dir(&sheets).unwrap();
    for sheet in &written.workbook.sheets {
        fs::write(sheets.join(format!("{}.csv", sheet.name)), sheet.to_csv()).unwrap();
    }
    for path in [folder.path().join("list.xlsx"), sheets] {
        let path = path.display().to_string();
        let (report, code) = told(&["diff", &data("drainage_permit.json"), &path]);
        assert_eq!(code, Some(0));
        assert_eq!(report["summary"]["en"], "0 new, 0 changed, 0 gone");
    }
}

#[test]
fn a_changed_version_is_told_and_a_change_without_new_version_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let old = data("outdoor_advertisement.json");
    let mut item = item("outdoor_advertisement.json");
    item["limits"]["decision"]["promised"] = 5.into();
    let same = write(folder.path(), "same.json", &item);
    assert_eq!(told(&["diff", &old, &same]).1, Some(1));
    item["version"] = 2.into();
    item["effective"] = "2027-01-01".into();
    let next = write(folder.path(), "next.json", &item);
    let (report, code) = told(&["diff", &old, &next]);
    assert_eq!(code, Some(0));
    assert_eq!(report["changed"][0]["changes"][0]["path"], "limits.decision.promised");
    assert_eq!(
        (&report["changed"][0]["from"], &report["changed"][0]["to"]),
        (&1.into(), &2.into())
    );
}

#[test]
fn publishing_writes_every_page_twice_and_every_link_leads_somewhere() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let (report, code) = told(&["publish", &data(""), "--out", &out.display().to_string()]);
    assert_eq!(code, Some(0), "{report:#}");
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    let links: Vec<PathBuf> = index
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| !href.starts_with('#') && !href.starts_with("data:"))
        .map(|href| out.join(href))
        .collect();
    assert_eq!(links.len(), 43 * 2 + 3);
    for link in links {
        assert!(link.is_file() && link.with_extension("md").is_file(), "{}", link.display());
    }
}

#[test]
fn publishing_on_a_day_leaves_out_what_is_not_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let out = out.display().to_string();
    let (report, code) = told(&["publish", &data(""), "--out", &out, "--on", "2019-01-01"]);
    assert_eq!(code, Some(0));
    // Marriage registration as amended in 2025 is not there in 2019.
    let index = fs::read_to_string(Path::new(&out).join("index.md")).unwrap();
    assert!(index.contains("人力资源服务许可") && !index.contains("婚姻登记"), "{index}");
    assert_eq!(report["left_out"].as_array().unwrap().len(), 3);
}

#[test]
fn a_catalog_with_errors_is_not_published() {
    let folder = tempfile::tempdir().unwrap();
    let mut item = item("outdoor_advertisement.json");
    item["complaint_phones"] = item["enquiry_phones"].clone();
    let path = write(folder.path(), "item.json", &item);
    let out = folder.path().join("out");
    let (_, code) = told(&["publish", &path, "--out", &out.display().to_string()]);
    assert_eq!(code, Some(1));
    assert!(!out.exists());
}

const NUMBERS: [&str; 6] =
    ["--dialect", "c0109", "--materials", "guangdong", "--limit-units", "W,N"];

#[test]
fn every_format_is_written_and_read_again_without_a_change() {
    let folder = tempfile::tempdir().unwrap();
    for (format, name) in [
        ("json", "all.json"),
        ("csv", "sheets"),
        ("xlsx", "list.xlsx"),
        ("exchange-csv", "tables"),
        ("exchange-xlsx", "tables.xlsx"),
        ("json-ld", "services.jsonld"),
    ] {
        let out = folder.path().join(name).display().to_string();
        let arguments = [&["convert", "--to", format, "--out", &out], &NUMBERS[..], &[&data("")]];
        let (report, code) = told(&arguments.concat());
        assert_eq!((code, &report["ok"]), (Some(0), &Value::Bool(true)), "{format} {report:#}");
        assert_eq!(report["left_out"].as_array().unwrap().len(), 3, "themes");
        let arguments = [&["diff"], &NUMBERS[..], &[&data(""), &out]];
        let (report, code) = told(&arguments.concat());
        assert_eq!(code, Some(0), "{format} {report:#}");
        assert_eq!(report["summary"]["en"], "0 new, 0 changed, 0 gone", "{format}");
        assert_eq!(report["unread"], Value::Null, "{format}");
    }
}

#[test]
fn a_conversion_is_whole_or_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut bad = item("outdoor_advertisement.json");
    bad["version"] = 0.into();
    bad["type"] = "99".into();
    let bad = write(folder.path(), "bad.json", &bad);
    let out = folder.path().join("out.xlsx");
    let path = out.display().to_string();
    let convert = |format, sources: &[&str]| {
        told(&[&["convert", "--to", format, "--out", &path], sources].concat())
    };
    let (report, code) = convert("xlsx", &[&bad, &data("drainage_permit.json")]);
    let codes: Vec<_> =
        report["faults"].as_array().unwrap().iter().map(|fault| &fault["code"]).collect();
    assert_eq!(code, Some(1));
    assert_eq!(codes, ["item-type", "range"]);
    // No system is guessed, and no base either.
    let (report, code) = convert("exchange-xlsx", &[&data("drainage_permit.json")]);
    assert_eq!((code, &report["faults"][0]["code"]), (Some(1), &"dialect-missing".into()));
    let (report, code) = convert("json-ld", &["--base", "例", &data("drainage_permit.json")]);
    assert_eq!((code, &report["faults"][0]["code"]), (Some(1), &"base".into()));
    assert!(fs::read_dir(folder.path()).unwrap().count() == 1, "nothing beside bad.json");
    // What is there is not written over.
    fs::write(&out, "mine").unwrap();
    assert_eq!(convert("xlsx", &[&data("drainage_permit.json")]).1, Some(1));
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
}

#[test]
fn a_bad_workbook_tells_sheet_row_and_column_of_every_fault() {
    let folder = tempfile::tempdir().unwrap();
    let json = fs::read_to_string(data("drainage_permit.json")).unwrap();
    let mut workbook = Workbook::write([&Item::from_json(&json).unwrap()]).workbook;
    let mut spoil = |name: &str, heading: &str| {
        let sheet = workbook.sheets.iter_mut().find(|sheet| sheet.name == name).unwrap();
        let column = sheet.rows[0].iter().position(|cell| cell == heading).unwrap();
        sheet.rows[1][column] = "？".into();
        column + 1
    };
    let days = spoil("事项", "法定办结时限");
    let need = spoil("申请材料", "是否必需");
    let path = folder.path().join("bad.xlsx");
    fs::write(&path, workbook.to_xlsx().unwrap()).unwrap();
    let (report, code) = told(&["check", &path.display().to_string()]);
    assert_eq!(code, Some(1));
    let told: Vec<_> = report["faults"].as_array().unwrap().iter().map(|f| &f["en"]).collect();
    for place in [
        format!("sheet 事项, row 2, column {days}"),
        format!("sheet 申请材料, row 2, column {need}"),
    ] {
        assert!(told.iter().any(|fault| fault.as_str().unwrap().contains(&place)), "{told:?}");
    }
}

#[test]
fn a_power_list_is_read_and_items_are_held_against_it() {
    let folder = tempfile::tempdir().unwrap();
    let item = data("food_business.json");
    let powers = |id: &str| {
        serde_json::json!({
            "powers": [{ "id": id, "name": "食品经营许可", "type": "01" }],
        })
    };
    let right = write(folder.path(), "right.json", &powers("SL-000131900001"));
    assert_eq!(told(&["check", &item, &right]).1, Some(0));
    let wrong = write(folder.path(), "wrong.json", &powers("SL-2"));
    let (report, code) = told(&["check", &item, &wrong]);
    assert_eq!((code, &report["findings"][0]["rule"]), (Some(1), &"8.1".into()));
    let bad = write(folder.path(), "bad.json", &serde_json::json!({ "powers": [{ "id": "1" }] }));
    let (report, code) = told(&["check", &item, &bad]);
    assert_eq!((code, &report["faults"][0]["code"]), (Some(1), &"missing".into()));
}

#[test]
fn a_directory_is_read_and_items_are_held_against_it() {
    let folder = tempfile::tempdir().unwrap();
    let item = data("food_business.json");
    let directory = |code: &str| {
        let entry = serde_json::json!({
            "code": code, "name": "食品经营许可", "version": 1, "basis": [],
        });
        serde_json::json!({ "directory": [entry] })
    };
    let right = write(folder.path(), "right.json", &directory("000131900001"));
    assert_eq!(told(&["check", &item, &right]).1, Some(0));
    let wrong = write(folder.path(), "wrong.json", &directory("000131900002"));
    let (report, code) = told(&["check", &item, &wrong]);
    assert_eq!((code, &report["findings"][0]["rule"]), (Some(1), &"1.1".into()));
}

#[test]
fn a_search_finds_items_by_all_its_words() {
    let (report, code) = told(&["search", "-w", "取水", "-w", "延续", &data("")]);
    assert_eq!(code, Some(0));
    assert_eq!(report["items"].as_array().unwrap().len(), 1);
    assert_eq!(told(&["search", "-w", "潜水艇", &data("")]).1, Some(1));
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    for arguments in [&["frob"][..], &["check"], &["publish", "x"], &["search", "x"]] {
        assert_eq!(catalog(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
