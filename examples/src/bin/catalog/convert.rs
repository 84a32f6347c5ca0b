//! `catalog convert`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gov_catalog::{CpsvAp, DialectError, Item, Workbook};
use serde_json::json;

use crate::shelf;
use crate::tell::{Teller, Tone};
use crate::{Format, Sources};

pub(crate) fn run(
    sources: &Sources,
    to: Format,
    out: &Path,
    base: &str,
    mut teller: Teller,
) -> bool {
    const NOTHING: &str = "nothing was converted: mend these first";
    let refuse = |teller: Teller| teller.finish("没有转换：请先改正以上问题。", NOTHING);
    let Some(shelf) = shelf::read(sources, &mut teller) else { return refuse(teller) };
    for (path, _) in &shelf.themes {
        let file = path.display().to_string();
        let zh = format!("{file}：主题只有JSON格式，没有转换");
        let en = format!("{file}: a theme has only its JSON form, not converted");
        teller.entry("left_out", Tone::Warn, json!({ "file": file }), &zh, &en);
    }
    let items: Vec<&Item> = shelf.catalog.iter().collect();
    let Some(files) = files(&items, sources, to, base, &mut teller) else {
        teller.fail();
        return refuse(teller);
    };
    match write(out, &files) {
        Ok(()) => {
            let (count, out) = (items.len(), out.display());
            teller.finish(
                &format!("{count}个事项已经写入{out}。"),
                &format!("{count} items written to {out}"),
            )
        }
        Err(error) => {
            teller.fail();
            let out = out.display();
            teller.finish(&format!("无法写入{out}。"), &format!("cannot write {out}: {error}"))
        }
    }
}

/// What is to be written: one file, or the files of a folder.
enum Files {
    One(Vec<u8>),
    Folder(Vec<(String, Vec<u8>)>),
}

/// Makes everything before anything is written.
fn files(
    items: &[&Item],
    sources: &Sources,
    to: Format,
    base: &str,
    teller: &mut Teller,
) -> Option<Files> {
    let items = || items.iter().copied();
    let mut fault = |code: &str, zh: &str, en: &str| {
        let value = json!({ "code": code, "zh": zh, "en": en });
        teller.entry("faults", Tone::Bad, value, zh, en);
    };
    match to {
        Format::Json => {
            let items: Vec<_> = items().collect();
            let mut json = serde_json::to_vec_pretty(&items).ok()?;
            json.push(b'\n');
            Some(Files::One(json))
        }
        Format::JsonLd => {
            let Some(cpsv_ap) = CpsvAp::at(base) else {
                fault("base", "地址不能作为标识的开头", "the base is no address to continue");
                return None;
            };
            Some(Files::One(cpsv_ap.write(items()).json_ld.into_bytes()))
        }
        Format::Csv => Some(csv(&Workbook::write(items()).workbook)),
        Format::Xlsx => xlsx(&Workbook::write(items()).workbook, &mut fault),
        Format::ExchangeCsv | Format::ExchangeXlsx => {
            let Some(exchange) = sources.numbers.exchange() else {
                let error = DialectError::Missing;
                fault(error.code(), error.zh(), &error.to_string());
                return None;
            };
            match exchange.write(items()) {
                Ok(written) if to == Format::ExchangeCsv => Some(csv(&written.workbook)),
                Ok(written) => xlsx(&written.workbook, &mut fault),
                Err(faults) => {
                    for one in faults {
                        fault(one.code(), &one.zh(), &one.to_string());
                    }
                    None
                }
            }
        }
    }
}

fn csv(workbook: &Workbook) -> Files {
    let file = |sheet: &gov_catalog::Sheet| (format!("{}.csv", sheet.name), sheet.to_csv().into());
    Files::Folder(workbook.sheets.iter().map(file).collect())
}

fn xlsx(workbook: &Workbook, fault: &mut impl FnMut(&str, &str, &str)) -> Option<Files> {
    let bytes = workbook.to_xlsx();
    bytes.map(Files::One).map_err(|error| fault(error.code(), &error.zh(), &error.to_string())).ok()
}

/// Writes beside the place and moves there in one step, so that no half of it
/// ever stands there.
fn write(out: &Path, files: &Files) -> io::Result<()> {
    if out.exists() {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, "it is there already"));
    }
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let written = match files {
        Files::One(bytes) => fs::write(&part, bytes),
        Files::Folder(files) => fs::create_dir(&part).and_then(|()| {
            files.iter().try_for_each(|(name, bytes)| fs::write(part.join(name), bytes))
        }),
    };
    written.and_then(|()| fs::rename(&part, out)).inspect_err(|_| {
        // What was begun is taken away again, as far as it can be.
        let _ = fs::remove_file(&part);
        let _ = fs::remove_dir_all(&part);
    })
}
