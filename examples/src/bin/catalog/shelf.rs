//! The files of a catalog, read whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use gov_catalog::{
    Catalog, CpsvAp, DialectError, Directory, DirectoryItem, Item, PowerEntry, PowerList, Sheet,
    ThemePlan, Workbook,
};
use serde_json::{Value, json};

use crate::tell::{Teller, Tone};
use crate::{Numbers, Sources};

/// What was read: the catalog and the themes with their files.
pub(crate) struct Shelf {
    pub(crate) catalog: Catalog,
    pub(crate) themes: Vec<(PathBuf, ThemePlan)>,
}

/// Reads files and folders; every fault of every file is told, and then there
/// is no shelf.
pub(crate) fn read(sources: &Sources, teller: &mut Teller) -> Option<Shelf> {
    read_paths(&sources.paths, &sources.numbers, teller)
}

pub(crate) fn read_paths(
    paths: &[PathBuf],
    numbers: &Numbers,
    teller: &mut Teller,
) -> Option<Shelf> {
    let mut reading = Reading {
        teller,
        numbers,
        items: Vec::new(),
        themes: Vec::new(),
        powers: Vec::new(),
        directory: Vec::new(),
        well: true,
    };
    for path in paths {
        reading.path(path);
    }
    let Reading { items, themes, powers, directory, well, .. } = reading;
    let origins: Vec<PathBuf> = items.iter().map(|(path, _)| path.clone()).collect();
    let catalog = Catalog::from_items(items.into_iter().map(|(_, item)| item)).map_err(|faults| {
        for fault in faults {
            let origin = origins.get(fault.position().saturating_sub(1));
            let path = origin.map_or(Path::new(""), PathBuf::as_path);
            told(teller, path, fault.code(), &fault.zh(), &fault.to_string());
        }
    });
    match catalog {
        Ok(mut catalog) if well => {
            if !powers.is_empty() {
                catalog.set_power_list(powers.into());
            }
            if !directory.is_empty() {
                catalog.set_directory(directory.into_iter().collect());
            }
            Some(Shelf { catalog, themes })
        }
        _ => {
            teller.fail();
            None
        }
    }
}

struct Reading<'t> {
    teller: &'t mut Teller,
    numbers: &'t Numbers,
    items: Vec<(PathBuf, Item)>,
    themes: Vec<(PathBuf, ThemePlan)>,
    powers: Vec<PowerEntry>,
    directory: Vec<DirectoryItem>,
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
            Some("jsonld") => self.json_ld(path),
            Some("xlsx") => self.xlsx(path),
            _ => self.fault(
                path,
                "file-kind",
                "不是JSON、JSON-LD、XLSX文件或者文件夹",
                "not JSON, JSON-LD, XLSX or a folder",
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
            let known = ["json", "jsonld", "xlsx"];
            if path.is_dir() || known.iter().any(|kind| has(&path, kind)) {
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

    fn text(&mut self, path: &Path) -> Option<String> {
        let text = String::from_utf8(self.bytes(path)?).ok();
        if text.is_none() {
            self.fault(path, "utf-8", "不是UTF-8文字", "not UTF-8");
        }
        text
    }

    fn json_ld(&mut self, path: &Path) {
        let Some(text) = self.text(path) else { return };
        match CpsvAp::read(&text) {
            Ok(read) => {
                for pointer in read.unread {
                    let zh = format!("{pointer}：未能读入事项");
                    self.unread(path, &zh, &format!("{pointer}: not read"));
                }
                self.items.extend(read.items.into_iter().map(|item| (path.to_owned(), item)));
            }
            Err(faults) => {
                for fault in faults {
                    self.fault(path, fault.code(), &fault.zh(), &fault.to_string());
                }
            }
        }
    }

    /// A list is a catalog, a record with `items` a theme, one with `powers` a
    /// power list, one with `directory` a basic directory, any other an item.
    fn json(&mut self, path: &Path) {
        let Some(text) = self.text(path) else { return };
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
            Ok(Value::Object(record)) if record.contains_key("powers") => {
                match PowerList::from_json(&text) {
                    Ok(powers) => self.powers.extend(powers.iter().cloned()),
                    Err(faults) => self.faults(path, &faults),
                }
            }
            Ok(Value::Object(record)) if record.contains_key("directory") => {
                match Directory::from_json(&text) {
                    Ok(directory) => self.directory.extend(directory.iter().cloned()),
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

    /// National exchange tables by the names of their sheets; else a department's
    /// list.
    fn workbook(&mut self, path: &Path, workbook: &Workbook) {
        let national = |name: &str| name.starts_with("up_task_") || name.starts_with("dn_task_");
        if workbook.sheets.iter().any(|sheet| national(&sheet.name)) {
            return self.exchange(path, workbook);
        }
        match workbook.items() {
            Ok(items) => self.items.extend(items.into_iter().map(|item| (path.to_owned(), item))),
            Err(faults) => {
                for fault in faults {
                    self.fault(path, fault.code(), &fault.zh(), &fault.to_string());
                }
            }
        }
    }

    fn exchange(&mut self, path: &Path, workbook: &Workbook) {
        let numbers = self.numbers;
        let Some(exchange) = numbers.exchange() else {
            let error = DialectError::Missing;
            return self.fault(path, error.code(), error.zh(), &error.to_string());
        };
        match exchange.read(workbook) {
            Ok(read) => {
                for cell in read.unread {
                    self.unread(path, &cell.zh(), &cell.to_string());
                }
                self.items.extend(read.items.into_iter().map(|item| (path.to_owned(), item)));
            }
            Err(faults) => {
                for fault in faults {
                    self.fault(path, fault.code(), &fault.zh(), &fault.to_string());
                }
            }
        }
    }

    /// Something that no item has a place for: no fault, and not silent either.
    fn unread(&mut self, path: &Path, zh: &str, en: &str) {
        let file = path.display().to_string();
        let value = json!({ "file": file, "zh": zh, "en": en });
        let (zh, en) = (format!("{file}：{zh}"), format!("{file}: {en}"));
        self.teller.entry("unread", Tone::Warn, value, &zh, &en);
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
