//! `catalog publish`.

use std::fs;
use std::io;
use std::path::Path;

use chrono::NaiveDate;
use gov_catalog::{ExerciseLevel, Item, Line, Page, Theme};
use serde_json::json;

use crate::Sources;
use crate::check;
use crate::shelf::{self, Shelf};
use crate::tell::{Teller, Tone};

pub(crate) fn run(
    sources: &Sources,
    out: &Path,
    on: Option<NaiveDate>,
    mut teller: Teller,
) -> bool {
    let Some(shelf) = shelf::read(sources, &mut teller) else {
        return teller
            .finish("没有发布：请先改正以上问题。", "nothing was published: mend these first");
    };
    if check::findings(&shelf, &mut teller).errors > 0 {
        return teller
            .finish("没有发布：目录有错误。", "nothing was published: the catalog has errors");
    }
    let items: Vec<&Item> = match on {
        Some(day) => shelf.catalog.as_of(day).iter().collect(),
        None => shelf.catalog.newest().collect(),
    };
    match write(&shelf, &items, out, &mut teller) {
        Ok(files) => {
            let (items, folder) = (items.len(), out.display());
            teller.finish(
                &format!("{items}个事项已经发布到{folder}，共{files}个文件。"),
                &format!("{items} items published to {folder}, {files} files"),
            )
        }
        Err(error) => {
            teller.fail();
            teller
                .finish(&format!("无法写入{}。", out.display()), &format!("cannot write: {error}"))
        }
    }
}

/// Writes every page twice, and answers how many files there are.
fn write(shelf: &Shelf, items: &[&Item], out: &Path, teller: &mut Teller) -> io::Result<usize> {
    let mut files = 0;
    let mut put = |folder: &str, name: &str, page: &Page| -> io::Result<()> {
        let folder = out.join(folder);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(format!("{name}.html")), page.to_html())?;
        fs::write(folder.join(format!("{name}.md")), page.to_markdown())?;
        files += 2;
        Ok(())
    };
    for item in items {
        put("guides", &name(item), &item.guide().page())?;
        put("review-rules", &name(item), &item.review_rules().page())?;
    }
    let mut themes = Vec::new();
    for (path, plan) in &shelf.themes {
        // A theme of which an item is not in force on the day is not published.
        let Ok(theme) = Theme::of(plan, items.iter().copied()) else {
            let file = path.display().to_string();
            let zh = format!("{file}：当日有事项不在施行，主题没有发布");
            let en = format!("{file}: not published, an item is not in force");
            teller.entry("left_out", Tone::Warn, json!({ "file": file }), &zh, &en);
            continue;
        };
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("theme").to_owned();
        put("themes", &name, &theme.page())?;
        themes.push(Line::link(plan.name.as_str(), &format!("themes/{name}.html")));
    }
    put("", "index", &index(items, themes))?;
    Ok(files)
}

/// Code and version are the identity of an item, so they name its files.
fn name(item: &Item) -> String {
    format!("{}-{}", item.code(), item.version())
}

fn index(items: &[&Item], themes: Vec<Line>) -> Page {
    let mut page = Page::new("政务服务事项公开目录").subtitle(format!("{}个事项", items.len()));
    page = page.section("themes", "一件事").list(themes);
    for (id, level) in [
        ("nation", ExerciseLevel::Nation),
        ("province", ExerciseLevel::Province),
        ("city", ExerciseLevel::City),
        ("county", ExerciseLevel::County),
        ("town", ExerciseLevel::Town),
        ("village", ExerciseLevel::Village),
    ] {
        let rows: Vec<_> = items
            .iter()
            .filter(|item| item.code().level() == level)
            .map(|item| row(item))
            .collect();
        if !rows.is_empty() {
            page = page.section(id, level.zh()).table(
                format!("{}事项", level.zh()),
                ["事项", "类型", "实施主体", "承诺时限", "审查细则"],
                rows,
            );
        }
    }
    page.footer("本目录由事项的当前版本生成。")
}

fn row(item: &Item) -> Vec<Vec<Line>> {
    let name = name(item);
    let promised = item.decision().map_or_else(String::new, |limit| match limit.promised() {
        0 => "当日".to_owned(),
        days => format!("{days}个{}", limit.unit().zh()),
    });
    vec![
        vec![Line::link(item.name(), &format!("guides/{name}.html"))],
        vec![Line::text(item.item_type().zh())],
        vec![Line::text(item.body().name.as_str())],
        vec![Line::text(promised)],
        vec![Line::link("审查细则", &format!("review-rules/{name}.html"))],
    ]
}
