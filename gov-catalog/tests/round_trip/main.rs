//! What is written in a format is read back: JSON, sheets, CSV, XLSX, exchange
//! tables, JSON-LD. Nothing is lost, whatever elements an item has.
#![cfg(feature = "serde")]
#![expect(
    clippy::assigning_clones,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot read its own data should stop"
)]

mod items;

use gov_catalog::{
    Catalog, CpsvAp, Dialect, Exchange, Item, MaterialSource, NumberTable, OutcomeKind, ThemeItem,
    ThemePlan, Workbook,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::items::{item, items};

/// Numbers as a system might give them; one kind of result has none.
const OUTCOMES: &[(&str, OutcomeKind)] =
    &[("10", OutcomeKind::License), ("20", OutcomeKind::Other), ("90", OutcomeKind::None)];
const SOURCES: &[(&str, MaterialSource)] = &[
    ("0", MaterialSource::Applicant),
    ("1", MaterialSource::government(None)),
    ("2", MaterialSource::Other),
];

fn exchange() -> Exchange<'static> {
    Exchange::in_dialect(Dialect::C0109)
        .materials_in(Dialect::Guangdong)
        .limit_units("W", "N")
        .outcome_kinds(NumberTable::new(OUTCOMES))
        .material_sources(NumberTable::new(SOURCES))
}

/// What a cell may say: nothing, a number, a path, a heading, anything.
fn typed() -> impl Strategy<Value = String> {
    "|[0-9]{1,3}|[a-z_]{1,9}([.\\[][a-z0-9\\]]{0,4}){0,3}|limits\\.decision|materials\\[[0-9]\\]\\.name|TASK_NAME|list|\\PC{0,8}"
}

/// In the order of their codes: the tables of a family stand together.
fn sorted(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| (item.code(), item.version()));
    items
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_item_comes_back_from_json(item in item()) {
        let json = serde_json::to_string(&item).unwrap();
        prop_assert_eq!(Item::from_json(&json).unwrap(), item);
    }

    #[test]
    fn any_items_come_back_from_sheets(items in items()) {
        let written = Workbook::write(&items);
        prop_assert_eq!(&written.left_out, &[]);
        prop_assert_eq!(written.workbook.items().unwrap(), items);
    }

    #[test]
    fn any_items_come_back_from_exchange_tables(items in items()) {
        for exchange in [exchange(), Exchange::in_dialect(Dialect::Guangxi)] {
            let written = exchange.write(&items).unwrap();
            prop_assert_eq!(&written.left_out, &[]);
            let read = exchange.read(&written.workbook).unwrap();
            prop_assert_eq!(&read.unread, &[]);
            prop_assert_eq!(sorted(read.items), sorted(items.clone()));
        }
    }

    #[test]
    fn any_items_come_back_from_json_ld(items in items()) {
        let written = CpsvAp::at("https://example.gov.cn/").unwrap().write(&items);
        prop_assert_eq!(&written.left_out, &[]);
        let read = CpsvAp::read(&written.json_ld).unwrap();
        prop_assert_eq!(read.items, items);
    }

    #[test]
    fn one_item_of_a_body_says_nothing_that_is_not_read(item in item()) {
        let written = CpsvAp::at("https://example.gov.cn/id#").unwrap().write([&item]);
        prop_assert_eq!(CpsvAp::read(&written.json_ld).unwrap().unread, Vec::<String>::new());
    }
}

#[cfg(feature = "csv")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_items_come_back_from_csv(items in items()) {
        for exchanged in [false, true] {
            let workbook = if exchanged {
                exchange().write(&items).unwrap().workbook
            } else {
                Workbook::write(&items).workbook
            };
            let sheets = workbook.sheets.iter().map(|sheet| {
                let csv = sheet.to_csv();
                gov_catalog::Sheet::from_csv(sheet.name.clone(), csv.as_bytes()).unwrap()
            });
            let again = Workbook::new(sheets.collect());
            let read = if exchanged {
                exchange().read(&again).unwrap().items
            } else {
                again.items().unwrap()
            };
            prop_assert_eq!(sorted(read), sorted(items.clone()));
        }
    }
}

#[cfg(feature = "xlsx")]
proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_items_come_back_from_xlsx_or_the_cell_is_told(items in items()) {
        let workbook = Workbook::write(&items).workbook;
        match workbook.to_xlsx() {
            Ok(bytes) => {
                let again = Workbook::from_xlsx(&bytes).unwrap();
                prop_assert_eq!(again.items().unwrap(), items);
            }
            Err(error) => {
                let gov_catalog::XlsxError::Cell { sheet, row, column } = error else { panic!() };
                let cell = &workbook.sheets[sheet - 1].rows[row - 1][column - 1];
                let odd = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
                prop_assert!(cell.contains("_x") || cell.chars().any(odd));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// With the supplement left away, what is lost is what was told, and no more.
    #[test]
    fn national_tables_alone_lose_what_they_tell(item in item()) {
        let exchange = exchange();
        let whole = exchange.write([&item]).unwrap().workbook;
        let national = exchange.national_only().write([&item]).unwrap();
        let rows = whole.sheets.iter().find(|sheet| sheet.name.ends_with("_supplement")).unwrap();
        let column = rows.rows[0].iter().position(|name| name == "ELEMENT_PATH").unwrap();
        let kind = column + 1;
        let beside = rows.rows.iter().skip(1).filter(|row| row[kind] != "none");
        let told = |path: &str| {
            national.left_out.iter().any(|left| {
                let rest = path.strip_prefix(left.path.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            })
        };
        for row in beside {
            prop_assert!(told(&row[column]), "{}", row[column]);
        }
        prop_assert!(!national.workbook.sheets.iter().any(|s| s.name.ends_with("_supplement")));
    }

    /// Whatever a clerk types into a cell: faults with a place in the workbook, or
    /// items that are written and read again.
    #[test]
    fn any_cell_may_say_anything(
        item in item(),
        typed in proptest::collection::vec((any::<Index>(), any::<Index>(), any::<Index>(), typed()), 1..6),
        exchanged in any::<bool>(),
    ) {
        let mut workbook = if exchanged {
            exchange().write([&item]).unwrap().workbook
        } else {
            Workbook::write([&item]).workbook
        };
        for (sheet, row, column, text) in &typed {
            let sheet = sheet.index(workbook.sheets.len());
            let rows = &mut workbook.sheets[sheet].rows;
            let row = row.index(rows.len());
            let cells = &mut rows[row];
            let column = column.index(cells.len());
            cells[column].clone_from(text);
        }
        let read = if exchanged {
            exchange().read(&workbook).map(|read| read.items)
        } else {
            workbook.items()
        };
        match read {
            Ok(items) => {
                let again = Workbook::write(&items).workbook.items().unwrap();
                prop_assert_eq!(again, items);
            }
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    let Some(place) = fault.sheet_position().checked_sub(1) else { continue };
                    prop_assert!(fault.row() <= workbook.sheets[place].rows.len(), "{}", fault);
                    prop_assert!(!fault.zh().is_empty() && !fault.code().is_empty());
                }
            }
        }
    }

    /// The same for a supplement of JSON-LD that somebody else wrote.
    #[test]
    fn any_pair_of_a_supplement_may_say_anything(
        item in item(),
        pairs in proptest::collection::vec((typed(), typed()), 1..6),
    ) {
        let written = CpsvAp::at("https://example.gov.cn/").unwrap().write([&item]);
        let mut document: serde_json::Value = serde_json::from_str(&written.json_ld).unwrap();
        let supplement = document.pointer_mut("/@graph/1/gc:supplement/@value").unwrap();
        for (path, value) in pairs {
            supplement.as_array_mut().unwrap().push(serde_json::json!([path, value]));
        }
        match CpsvAp::read(&document.to_string()) {
            Ok(read) => prop_assert_eq!(read.items.len(), 1),
            Err(faults) => {
                for fault in faults {
                    prop_assert!(fault.pointer().starts_with("/@graph/1"), "{}", fault);
                }
            }
        }
    }

    #[test]
    fn any_plan_of_a_theme_comes_back_from_json(items in items(), names in "[一二三]{1,9}") {
        let mut plan = ThemePlan::new(names.as_str());
        for item in &items {
            let mut part = ThemeItem::new(item.code());
            part.after.extend(plan.items.last().map(|last: &ThemeItem| last.code));
            plan.items.push(part);
            plan.same.extend((!item.materials().is_empty()).then(|| {
                item.materials().iter().map(|material| material.name.clone()).collect()
            }));
            plan.notes.extend(item.notes().iter().cloned());
        }
        let json = serde_json::to_string(&plan).unwrap();
        prop_assert_eq!(ThemePlan::from_json(&json).unwrap(), plan);
    }

    #[test]
    fn a_catalog_of_versions_comes_back_from_json(item in item()) {
        let mut draft = item.to_draft();
        draft.state = gov_catalog::ItemState::InUse;
        draft.ends = None;
        let first = Item::try_from(draft.clone()).unwrap();
        draft.version += 1;
        draft.effective = draft.effective.succ_opt().unwrap();
        let next = Item::try_from(draft).unwrap();
        let catalog = Catalog::from_items([next, first]).unwrap();
        let again = Catalog::from_json(&serde_json::to_string(&catalog).unwrap()).unwrap();
        prop_assert!(again.iter().eq(catalog.iter()));
    }
}
