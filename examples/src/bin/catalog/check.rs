//! `catalog check`.

use gov_catalog::{Severity, Theme};
use serde_json::json;

use crate::Sources;
use crate::shelf::{self, Shelf};
use crate::tell::{Teller, Tone};

pub(crate) fn run(sources: &Sources, mut teller: Teller) -> bool {
    let Some(shelf) = shelf::read(sources, &mut teller) else {
        return teller
            .finish("目录没有读入：请先改正以上问题。", "nothing was read: mend these first");
    };
    let found = findings(&shelf, &mut teller);
    let (items, themes) = (shelf.catalog.len(), shelf.themes.len());
    let Found { errors, warnings, notices } = found;
    teller.finish(
        &format!("{items}个事项、{themes}个主题：错误{errors}，警告{warnings}，提示{notices}。"),
        &format!(
            "{items} items, {themes} themes: {errors} errors, {warnings} warnings, {notices} notices"
        ),
    )
}

/// How many findings there were of each severity.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notices: usize,
}

/// Tells all findings; an error or a warning fails the command.
pub(crate) fn findings(shelf: &Shelf, teller: &mut Teller) -> Found {
    let mut found = Found::default();
    for finding in shelf.catalog.check() {
        let tone = match finding.severity() {
            Severity::Notice => {
                found.notices += 1;
                Tone::Plain
            }
            Severity::Warning => {
                found.warnings += 1;
                Tone::Warn
            }
            Severity::Error => {
                found.errors += 1;
                Tone::Bad
            }
        };
        let value = json!({
            "rule": finding.rule().id(),
            "severity": finding.severity().as_str(),
            "item": finding.item().as_str(),
            "version": finding.version(),
            "field": finding.field(),
            "basis": finding.rule().basis(),
            "zh": finding.zh(),
            "en": finding.to_string(),
        });
        teller.entry("findings", tone, value, &finding.zh(), &finding.to_string());
    }
    for (path, plan) in &shelf.themes {
        let Err(faults) = Theme::of(plan, shelf.catalog.newest()) else { continue };
        for fault in faults {
            found.errors += 1;
            let (file, zh) = (path.display(), fault.zh().to_string());
            let value = json!({
                "file": file.to_string(), "code": fault.code(), "zh": zh, "en": fault.to_string(),
            });
            teller.entry(
                "findings",
                Tone::Bad,
                value,
                &format!("{file}：{zh}"),
                &format!("{file}: {fault}"),
            );
        }
    }
    if found.errors + found.warnings > 0 {
        teller.fail();
    }
    found
}
