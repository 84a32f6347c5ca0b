//! The files of a catalog, read whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gov_catalog::{Catalog, Item, Sheet, ThemePlan, Workbook};
use serde_json::{Value, json};

use crate::tell::{Teller, Tone};

/// What was read: the catalog and the themes with their files.
pub(crate) struct Shelf {
    pub(crate) catalog: Catalog,
    pub(crate) themes: Vec<(PathBuf, ThemePlan)>,
}

/// Reads files and folders; every fault of every file is told, and then there
/// is no shelf.
pub(crate) fn read(paths: &[PathBuf], teller: &mut Teller) -> Option<Shelf> {
    let mut reading = Reading { teller, items: Vec::new(), themes: Vec::new(), well: true };
    for path in paths {
        reading.path(path);
    }
    let Reading { items, themes, well, .. } = reading;
    let origins: Vec<PathBuf> = items.iter().map(|(path, _)| path.clone()).collect();
    let catalog = Catalog::from_items(items.into_iter().map(|(_, item)| item)).map_err(|faults| {
        for fault in faults {
            let origin = origins.get(fault.position().saturating_sub(1));
            let path = origin.map_or(Path::new(""), PathBuf::as_path);
            told(teller, path, fault.code(), &fault.zh(), &fault.to_string());
        }
    });
    match catalog {
        Ok(catalog) if well => Some(Shelf { catalog, themes }),
        _ => {
            teller.fail();
            None
        }
    }
}

struct Reading<'t> {
    teller: &'t mut Teller,
    items: Vec<(PathBuf, Item)>,
    themes: Vec<(PathBuf, ThemePlan)>,
    well: bool,
}

impl Reading<'_> {
    fn path(&mut self, path: &Path) {
        if path.is_dir() {
            return self.folder(path);
        }
        if !path.exists() {
            return self.fault(path, "unreadable", "没有此文件", "no such file");
        }
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("json") => self.json(path),
            Some("xlsx") => self.xlsx(path),
            _ => self.fault(
                path,
                "file-kind",
                "不是JSON、XLSX文件或者文件夹",
                "not JSON, XLSX or a folder",
            ),
        }
    }

    /// Everything below, in the order of names; the CSV files of one folder are
    /// the sheets of one workbook.
    fn folder(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else {
            return self.fault(folder, "unreadable", "文件夹无法读取", "the folder cannot be read");
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let has =
            |path: &PathBuf, kind| path.extension().is_some_and(|extension| extension == kind);
        let sheets: BTreeMap<_, _> = paths
            .iter()
            .filter(|path| has(path, "csv"))
            .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path.clone())))
            .collect();
        if !sheets.is_empty() {
            self.csv(folder, &sheets);
        }
        for path in paths {
            if path.is_dir() || has(&path, "json") || has(&path, "xlsx") {
                self.path(&path);
            }
        }
    }

    fn bytes(&mut self, path: &Path) -> Option<Vec<u8>> {
        let bytes = fs::read(path).ok();
        if bytes.is_none() {
            self.fault(path, "unreadable", "文件无法读取", "the file cannot be read");
        }
        bytes
    }

    /// A list is a catalog, a record with `items` a theme, any other an item.
    fn json(&mut self, path: &Path) {
        let Some(bytes) = self.bytes(path) else { return };
        let Ok(text) = String::from_utf8(bytes) else {
            return self.fault(path, "utf-8", "不是UTF-8文字", "not UTF-8");
        };
        match serde_json::from_str(&text) {
            Ok(Value::Array(_)) => match Catalog::from_json(&text) {
                Ok(catalog) => {
                    self.items.extend(catalog.iter().map(|item| (path.to_owned(), item.clone())));
                }
                Err(faults) => {
                    for fault in faults {
                        self.fault(path, fault.code(), &fault.zh(), &fault.to_string());
                    }
                }
            },
            Ok(Value::Object(record)) if record.contains_key("items") => {
                match ThemePlan::from_json(&text) {
                    Ok(plan) => self.themes.push((path.to_owned(), plan)),
                    Err(faults) => self.faults(path, &faults),
                }
            }
            _ => match Item::from_json(&text) {
                Ok(item) => self.items.push((path.to_owned(), item)),
                Err(faults) => self.faults(path, &faults),
            },
        }
    }

    fn xlsx(&mut self, path: &Path) {
        let Some(bytes) = self.bytes(path) else { return };
        match Workbook::from_xlsx(&bytes) {
            Ok(workbook) => self.workbook(path, &workbook),
            Err(error) => self.fault(path, error.code(), &error.zh(), &error.to_string()),
        }
    }

    fn csv(&mut self, folder: &Path, files: &BTreeMap<String, PathBuf>) {
        let mut sheets = Vec::new();
        for (name, path) in files {
            let Some(bytes) = self.bytes(path) else { continue };
            match Sheet::from_csv(name.as_str(), &bytes) {
                Ok(sheet) => sheets.push(sheet),
                Err(error) => self.fault(path, error.code(), &error.zh(), &error.to_string()),
            }
        }
        if sheets.len() == files.len() {
            self.workbook(folder, &Workbook::new(sheets));
        }
    }

    fn workbook(&mut self, path: &Path, workbook: &Workbook) {
        match workbook.items() {
            Ok(items) => self.items.extend(items.into_iter().map(|item| (path.to_owned(), item))),
            Err(faults) => {
                for fault in faults {
                    self.fault(path, fault.code(), &fault.zh(), &fault.to_string());
                }
            }
        }
    }

    fn faults(&mut self, path: &Path, faults: &[gov_catalog::ItemFault]) {
        for fault in faults {
            self.fault(path, fault.code(), &fault.zh(), &fault.to_string());
        }
    }

    fn fault(&mut self, path: &Path, code: &str, zh: &str, en: &str) {
        self.well = false;
        told(self.teller, path, code, zh, en);
    }
}

fn told(teller: &mut Teller, path: &Path, code: &str, zh: &str, en: &str) {
    let file = path.display().to_string();
    let value = json!({ "file": file, "code": code, "zh": zh, "en": en });
    teller.entry("faults", Tone::Bad, value, &format!("{file}：{zh}"), &format!("{file}: {en}"));
}
