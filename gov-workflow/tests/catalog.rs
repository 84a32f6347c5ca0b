//! From an item of the catalog to a procedure.

#![cfg(all(feature = "catalog", feature = "serde"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

use std::collections::BTreeSet;

use gov_catalog::{Item, ItemFault};
use gov_workflow::gov_identity::CreditCode;
use gov_workflow::{Basis, Clock, Entrusting, Limit, LimitUnit, Procedure, ProcedureFault, Role};
use serde_json::{Value, json};

fn item(change: impl FnOnce(&mut Value)) -> Result<Item, Vec<ItemFault>> {
    let mut value: Value = serde_json::from_str(include_str!("data/item.json")).unwrap();
    change(&mut value);
    Item::from_json(&value.to_string())
}

fn procedure(change: impl FnOnce(&mut Value)) -> Result<Procedure, Vec<ProcedureFault>> {
    Procedure::try_from(&item(change).unwrap())
}

#[test]
fn an_item_becomes_a_procedure_in_its_own_version() {
    let item = item(|_| {}).unwrap();
    let procedure = Procedure::try_from(&item).unwrap();
    assert_eq!(procedure.item().as_str(), item.code().to_string());
    assert_eq!((procedure.version(), procedure.name()), (2, "示例许可（新办）"));
    assert_eq!((procedure.body(), procedure.division()), (item.body().code, item.division()));
    assert_eq!(procedure.on_site_officers(), Some(2));
    let materials: Vec<_> = procedure
        .materials()
        .iter()
        .map(|material| (material.name.as_str(), material.required))
        .collect();
    let expected =
        [("申请书", true), ("营业执照", false), ("制度清单", false), ("授权委托书", false)];
    assert_eq!(materials, expected, "what is needed in some cases is not required in all");
}

#[test]
fn its_limits_keep_unit_promise_and_basis() {
    let procedure = procedure(|_| {}).unwrap();
    let said = |limit: Option<&Limit>| {
        limit.map(|limit| (limit.days, limit.unit, limit.basis.to_string()))
    };
    let law = |days, unit, article: &str| Some((days, unit, format!("示例条例 {article}")));
    let guide = |days, unit| Some((days, unit, "示例许可（新办） 办事指南".to_owned()));
    let (working, natural) = (LimitUnit::WorkingDay, LimitUnit::NaturalDay);
    assert_eq!(said(Some(procedure.supplement_notice())), law(5, working, "第五条"));
    assert_eq!(said(Some(procedure.decision())), law(20, working, "第六条"));
    assert_eq!(said(procedure.delivery()), law(10, natural, "第七条"));
    assert_eq!(said(procedure.promised(Clock::SupplementNotice)), guide(1, working));
    assert_eq!(said(procedure.promised(Clock::Decision)), guide(10, working));
    assert_eq!(said(procedure.promised(Clock::Delivery)), guide(0, natural));
}

#[test]
fn a_promise_of_the_whole_time_is_none() {
    let procedure = procedure(|item| {
        item["limits"]["decision"]["promised"] = json!(20);
        item["limits"].as_object_mut().unwrap().remove("delivery");
    });
    let procedure = procedure.unwrap();
    assert_eq!(procedure.promised(Clock::Decision), None);
    assert_eq!((procedure.delivery(), procedure.promised(Clock::Delivery)), (None, None));
}

#[test]
fn a_license_without_a_law_of_its_own_stands_under_the_licensing_law() {
    let without_basis = |days: u16| {
        procedure(move |item| {
            item["limits"]["decision"] =
                json!({ "unit": "working-day", "statutory": days, "basis": [] });
        })
    };
    let basis = &without_basis(20).unwrap().decision().basis.clone();
    assert_eq!(basis.to_string(), "行政许可法 art. 42");
    let beyond = [ProcedureFault::BeyondLaw { clock: Clock::Decision }];
    assert_eq!(without_basis(21), Err(beyond.to_vec()));
}

#[test]
fn nobody_applies_for_a_penalty() {
    let penalty = procedure(|item| {
        item["type"] = json!("02");
        item["code"] = json!("11640200PDY00001XK300023190000201");
    });
    assert_eq!(penalty, Err(vec![ProcedureFault::NotAppliedFor]));
}

#[test]
fn an_item_without_limits_has_no_procedure() {
    let of_type = |digits: &'static str| {
        procedure(move |item| {
            item["type"] = json!(digits);
            item["code"] = json!(format!("11640200PDY00001XK300{digits}31900002"));
            item.as_object_mut().unwrap().remove("limits");
        })
    };
    assert_eq!(of_type("20"), Err(vec![ProcedureFault::NoLimits]));
    assert_eq!(of_type("02"), Err(vec![ProcedureFault::NotAppliedFor]));
}

#[test]
fn the_extension_and_the_special_procedures_come_from_the_item() {
    let made = |special: Value| procedure(move |item| item["special_procedures"] = special.clone());
    let own = json!([{ "law": "示例条例", "article": "第八条" }]);
    let procedure = made(json!([
        { "name": "听证", "basis": own },
        { "name": "专家评审", "limit": { "unit": "working-day", "statutory": 15, "basis": own }, "basis": own },
        { "name": "公示", "basis": own },
    ]));
    let procedure = procedure.unwrap();
    let extension = procedure.extension().unwrap();
    assert_eq!((extension.days, extension.basis.to_string().as_str()), (10, "示例条例 第六条"));
    let special: Vec<_> = procedure
        .special_procedures()
        .iter()
        .map(|special| (special.ground.zh(), special.ground.basis().to_string(), special.days))
        .collect();
    let expected = [
        ("专家评审", "行政许可法 art. 45".to_owned(), Some(15)),
        ("其他法律规定的程序", "示例条例 第八条".to_owned(), None),
    ];
    assert_eq!(special, expected, "a hearing is everybody's right");
    let unnamed = made(json!([{ "name": "公示", "basis": [] }]));
    assert_eq!(unnamed, Err(vec![ProcedureFault::NotInClosedList { position: 1 }]));
}

#[test]
fn art_24_an_item_that_is_entrusted_becomes_part_of_the_procedure_of_who_entrusts() {
    let entrusted = |change: fn(&mut Value)| {
        item(move |item| {
            item["power"]["source"] = json!("entrusted-from-above");
            item["power"]["announcement"] = json!("示例公告第1号");
            change(item);
        })
        .unwrap()
    };
    let (by, basis) = (CreditCode::from_static("11640200PDY000028K"), Basis::new("示例条例", "9"));
    let of = |item: &Item| Entrusting::of_item(item, by, basis.clone());
    let item = entrusted(|item| item["ends"] = json!("2027-01-01"));
    assert_eq!(Procedure::try_from(&item), Err(vec![ProcedureFault::ItemEntrusted]));
    let made = of(&item).unwrap();
    let (to, division) = (item.body().code, item.division());
    assert_eq!((made.by, made.to, made.division), (by, to, division));
    assert_eq!(made.basis, basis);
    assert_eq!(made.announcement, "示例公告第1号");
    assert_eq!((made.from, made.until), (item.effective(), "2026-12-31".parse().ok()));
    let but_the_head: BTreeSet<_> =
        Role::ALL.into_iter().filter(|role| *role != Role::Head).collect();
    assert_eq!(made.roles, but_the_head);
    assert_eq!(of(&entrusted(|_| {})).unwrap().until, None);
    let unannounced = entrusted(|item| {
        item["power"].as_object_mut().unwrap().remove("announcement");
    });
    assert_eq!(of(&unannounced), None);
    assert_eq!(of(&entrusted(|item| item["power"]["source"] = json!("own"))), None);
}

#[test]
fn art_24_an_entrusted_item_says_why_it_is_no_procedure() {
    let fault = ProcedureFault::ItemEntrusted;
    let english = "procedure: the item is handled in another body's name, by that body's procedure";
    assert_eq!((fault.code(), fault.to_string().as_str()), ("item-entrusted", english));
    assert_eq!(fault.zh(), "办理规程：该事项系受委托实施，应适用委托机关的办理规程");
}
