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
    assert_eq!(links.len(), 43 * 2 + 2);
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
    assert_eq!(report["left_out"].as_array().unwrap().len(), 2);
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
