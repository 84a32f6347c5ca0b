//! The catalog of the examples holds together.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails where it stands"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gov_catalog::{
    Catalog, CpsvAp, Dialect, Exchange, ExerciseLevel, Item, ItemType, Requirement, Theme,
    ThemePlan, Workbook,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/catalog")
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut texts: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect();
    texts.sort();
    texts
}

fn items() -> Vec<Item> {
    let read = |(path, text): &(String, String)| {
        Item::from_json(text).unwrap_or_else(|faults| panic!("{path}: {faults:#?}"))
    };
    texts(&folder()).iter().map(read).collect()
}

fn theme(name: &str) -> ThemePlan {
    let text = fs::read_to_string(folder().join("themes").join(name)).unwrap();
    ThemePlan::from_json(&text).unwrap()
}

#[test]
fn every_item_reads_and_has_a_code_of_its_own() {
    let items = items();
    assert!(items.len() >= 30, "{}", items.len());
    let codes: BTreeSet<_> = items.iter().map(Item::code).collect();
    assert_eq!(codes.len(), items.len());
}

#[test]
fn all_three_local_levels_are_there() {
    let levels: BTreeSet<_> = items().iter().map(|item| item.code().level()).collect();
    let local = [ExerciseLevel::City, ExerciseLevel::County, ExerciseLevel::Town];
    assert_eq!(levels, BTreeSet::from(local));
}

#[test]
fn bodies_are_made_up_and_items_say_so() {
    for item in items() {
        let organization = item.body().code.organization_code();
        assert!(organization.as_str().starts_with("PDY"), "{}", item.name());
        assert!(item.body().name.contains("示例"), "{}", item.name());
        assert!(item.notes().iter().any(|note| note.contains("虚构")), "{}", item.name());
    }
}

#[test]
fn every_material_can_be_measured_and_every_license_stands_on_a_rule() {
    for item in items() {
        for material in item.materials() {
            assert!(material.acceptance_standard.is_some(), "{}: {}", item.name(), material.name);
            assert!(!material.basis.is_empty(), "{}: {}", item.name(), material.name);
        }
        if item.item_type() == ItemType::LICENSE {
            assert!(!item.decision().unwrap().basis().is_empty(), "{}", item.name());
        }
    }
}

#[test]
fn the_same_directory_item_is_the_same_everywhere() {
    let items = items();
    let mut shared = 0;
    for (item, position) in items.iter().zip(1..) {
        for other in items.iter().skip(position) {
            if item.code().basic() == other.code().basic()
                && item.code().handling().map(|code| code.sequence())
                    == other.code().handling().map(|code| code.sequence())
            {
                shared += 1;
                assert_eq!(item.name(), other.name());
                assert_eq!(item.basis(), other.basis());
                assert_eq!(item.conditions(), other.conditions());
            }
        }
    }
    assert!(shared >= 3, "{shared}");
}

#[test]
fn opening_a_restaurant_asks_for_each_paper_once() {
    let (items, plan) = (items(), theme("open_a_restaurant.json"));
    let theme = Theme::of(&plan, &items).unwrap();
    let stages = theme.stages();
    assert_eq!(stages.iter().map(Vec::len).collect::<Vec<_>>(), [1, 4]);
    let materials = theme.materials();
    let asked: usize = materials.iter().map(|material| material.asked_by.len()).sum();
    assert!(asked >= materials.len() + 8, "{asked} {}", materials.len());
    let business = materials.iter().find(|material| material.name.as_str() == "营业执照").unwrap();
    assert_eq!(business.asked_by.len(), 4);
    assert_eq!(business.requirement, Requirement::Required);
    // It comes from the first item, so nobody hands it in.
    assert_eq!(business.result_of.unwrap().name(), "个体工商户登记（设立）");
    assert_eq!(theme.form().len(), 5);
    // What is still alike under two names was left apart on purpose.
    for (one, other) in theme.alike() {
        assert_eq!((one.as_str(), other.as_str()), ("居民身份证", "代理人身份证明文件"));
    }
}

#[test]
fn a_dance_hall_is_four_items_and_three_of_them_go_at_once() {
    let (items, plan) = (items(), theme("open_a_dance_hall.json"));
    let theme = Theme::of(&plan, &items).unwrap();
    assert_eq!(theme.items().len(), 4);
    assert_eq!(theme.stages().iter().map(Vec::len).collect::<Vec<_>>(), [1, 3]);
    let materials = theme.materials();
    let named = |name: &str| materials.iter().find(|material| *material.name == *name).unwrap();
    // Asked by three, handed in by nobody: the first item ends in it.
    assert_eq!(named("营业执照").asked_by.len(), 3);
    assert_eq!(named("营业执照").result_of.unwrap().name(), "个体工商户登记（设立）");
    assert_eq!(named("授权委托书").asked_by.len(), 4);
    assert_eq!(theme.form().len(), 4);
    let asked: usize = materials.iter().map(|material| material.asked_by.len()).sum();
    assert_eq!((asked, materials.len()), (17, 10));
    assert_eq!(theme.longest_way().unwrap().unit.as_str(), "working-day");
}

#[test]
fn an_internet_cafe_goes_in_three_steps() {
    let (items, plan) = (items(), theme("open_an_internet_cafe.json"));
    let theme = Theme::of(&plan, &items).unwrap();
    assert_eq!(theme.stages().iter().map(Vec::len).collect::<Vec<_>>(), [1, 1, 1]);
    assert_eq!(theme.longest_way().unwrap().statutory, 20 + 10 + 15);
}

#[test]
fn the_catalog_breaks_no_rule() {
    let catalog = Catalog::from_items(items()).unwrap();
    let findings: Vec<_> = catalog.check().iter().map(ToString::to_string).collect();
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn the_catalog_goes_through_a_workbook_unchanged() {
    let items = items();
    let written = Workbook::write(&items);
    assert_eq!(written.left_out, []);
    let xlsx = written.workbook.to_xlsx().unwrap();
    assert_eq!(Workbook::from_xlsx(&xlsx).unwrap().items().unwrap(), items);
}

#[test]
fn the_catalog_goes_through_exchange_tables_and_json_ld_unchanged() {
    let items = items();
    let exchange = Exchange::in_dialect(Dialect::C0109).materials_in(Dialect::Guangdong);
    let read = exchange.read(&exchange.write(&items).unwrap().workbook).unwrap();
    assert_eq!(read.unread, []);
    let mut read = read.items;
    let place = |item: &Item| items.iter().position(|other| other.code() == item.code());
    read.sort_by_key(place);
    assert_eq!(read, items);
    let json_ld = CpsvAp::at("https://example.gov.cn/").unwrap().write(&items).json_ld;
    assert_eq!(CpsvAp::read(&json_ld).unwrap().items, items);
}

#[test]
fn every_guide_can_be_published() {
    for item in items() {
        let html = item.guide().to_html();
        assert!(html.contains(item.code().as_str()), "{}", item.name());
        assert_eq!(html, item.guide().to_html());
        assert!(item.guide().to_markdown().contains("## 申请材料"), "{}", item.name());
        assert!(item.review_rules().points().all(|point| point.is_measured()), "{}", item.name());
    }
}
