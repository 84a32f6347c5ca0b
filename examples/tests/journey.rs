//! The main road, from the outside: the program is run, and its files are spoiled.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const WRITTEN: [&str; 6] =
    ["license.sd-jwt", "chain.pem", "root.pem", "history.txt", "checkpoint.txt", "case.sqlite"];

#[test]
fn the_road_ends_in_a_license_that_verifies() {
    let (folder, journey) = played(&[]);
    assert!(journey.status.success());
    assert!(stdout(&journey).contains("everything holds: the license verifies"));
    assert!(one_window(&["verify", path(&folder)]).status.success());
}

#[test]
fn three_attempts_are_refused_by_law() {
    let (_folder, journey) = played(&["--json"]);
    let report: Value = serde_json::from_slice(&journey.stdout).unwrap();
    assert_eq!(report["verified"], true);
    let refused: Vec<&Value> = steps(&report, "refused");
    let said = |step: &Value| {
        let details = step["details"].as_array().unwrap().clone();
        details.iter().map(|detail| detail["zh"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let laws = [
        ("not-in-guide", "行政许可法》第三十一条"),
        ("deemed-accepted", "行政许可法》第三十二条"),
        ("accepted-by-the-same", "石嘴山市推进“互联网+政务服务”工作实施方案"),
    ];
    assert_eq!(refused.len(), laws.len());
    for (step, (code, law)) in refused.into_iter().zip(laws) {
        let said = said(step);
        assert!(said.iter().any(|text| text == code), "{code}: {said:?}");
        assert!(said.iter().any(|text| text.contains(law)), "{law}: {said:?}");
    }
}

#[test]
fn every_step_says_when_who_and_on_which_basis() {
    let (_folder, journey) = played(&["--json"]);
    let report: Value = serde_json::from_slice(&journey.stdout).unwrap();
    let done: Vec<&Value> =
        steps(&report, "done").into_iter().filter(|step| step.get("at").is_some()).collect();
    assert_eq!(done.len(), 13);
    for step in &done {
        assert!(step["who"].is_string(), "{step}");
    }
    let labels = |label: &str| {
        let has = |step: &&&Value| {
            step["details"].as_array().unwrap().iter().any(|detail| detail["label"] == label)
        };
        done.iter().filter(has).count()
    };
    assert_eq!(labels("依据 basis"), 12, "closing alone is left to practice");
    assert_eq!(labels("期限 deadline"), 6);
}

#[test]
fn a_run_can_be_repeated_to_the_byte() {
    let (one, first) = played(&["--json", "--today", "2025-09-22"]);
    let (other, second) = played(&["--json", "--today", "2025-09-22"]);
    assert_eq!(first.stdout, second.stdout);
    for file in WRITTEN {
        let read = |folder: &TempDir| fs::read(folder.path().join(file)).unwrap();
        assert_eq!(read(&one), read(&other), "{file}");
    }
}

#[test]
fn another_seed_gives_other_keys() {
    let (one, _) = played(&["--seed", "one"]);
    let (other, _) = played(&["--seed", "other"]);
    for file in ["license.sd-jwt", "chain.pem", "root.pem"] {
        let read = |folder: &TempDir| fs::read(folder.path().join(file)).unwrap();
        assert_ne!(read(&one), read(&other), "{file}");
    }
}

/// In every file, bytes spread from the first to the last.
#[test]
fn a_changed_byte_is_named_and_fails() {
    let (folder, _) = played(&[]);
    for file in ["license.sd-jwt", "chain.pem", "root.pem", "history.txt", "checkpoint.txt"] {
        let place = folder.path().join(file);
        let good = fs::read(&place).unwrap();
        for sample in 0..=24 {
            let at = sample * (good.len() - 1) / 24;
            let mut bad = good.clone();
            bad[at] ^= 0b1;
            fs::write(&place, bad).unwrap();
            let verified = one_window(&["verify", path(&folder), "--json"]);
            assert_eq!(verified.status.code(), Some(1), "{file}, byte {at}");
            let report: Value = serde_json::from_slice(&verified.stdout).unwrap();
            let named = steps(&report, "failed");
            let names_it = |step: &&Value| step["what"]["zh"].as_str().unwrap().starts_with(file);
            // A spoiled checkpoint can only show as a history that does not meet it.
            let names_the_history =
                |step: &&Value| step["what"]["zh"].as_str().unwrap().starts_with("history.txt");
            assert!(
                named.iter().any(names_it)
                    || file == "checkpoint.txt" && named.iter().any(names_the_history),
                "{file}, byte {at}: {named:?}"
            );
        }
        fs::write(&place, good).unwrap();
    }
    assert!(one_window(&["verify", path(&folder)]).status.success(), "all was put back");
}

#[test]
fn what_is_missing_is_named() {
    for file in WRITTEN {
        let (folder, _) = played(&[]);
        fs::remove_file(folder.path().join(file)).unwrap();
        let verified = one_window(&["verify", path(&folder)]);
        assert_eq!(verified.status.code(), Some(1), "{file}");
        assert!(stdout(&verified).contains(file));
    }
}

#[test]
fn a_license_past_its_period_does_not_verify() {
    let (folder, _) = played(&[]);
    let at = |moment: &str| one_window(&["verify", path(&folder), "--at", moment]).status.success();
    assert!(at("2031-03-08T23:59:59+08:00"), "the last day is inside");
    assert!(!at("2031-03-09T00:00:00+08:00"));
}

#[test]
fn no_number_of_a_person_is_printed_or_written() {
    let (folder, journey) = played(&[]);
    for file in WRITTEN {
        let bytes = fs::read(folder.path().join(file)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("440524199602290019"), "{file}");
    }
    assert!(!stdout(&journey).contains("440524199602290019"));
}

#[test]
fn a_day_beyond_the_calendar_is_an_error_and_no_guess() {
    let (_folder, journey) = played(&["--today", "2026-12-21"]);
    assert_eq!(journey.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&journey.stderr).contains("2026-12-2"));
}

fn played(options: &[&str]) -> (TempDir, Output) {
    let folder = TempDir::new().unwrap();
    let output = one_window(&[&["journey", "--out", path(&folder)], options].concat());
    (folder, output)
}

fn one_window(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_one-window")).args(arguments).output().unwrap()
}

fn path(folder: &TempDir) -> &str {
    Path::to_str(folder.path()).unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn steps<'a>(report: &'a Value, outcome: &str) -> Vec<&'a Value> {
    let all = report["steps"].as_array().unwrap();
    all.iter().filter(|step| step["outcome"] == outcome).collect()
}
