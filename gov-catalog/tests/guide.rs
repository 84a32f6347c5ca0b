//! Nothing beyond the guide may be asked.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use gov_catalog::Item;

fn item() -> Item {
    Item::from_json(include_str!("data/item.json")).unwrap()
}

#[test]
fn what_the_guide_lists_may_be_asked() {
    let item = item();
    let names: Vec<_> = item.guide().materials().map(|material| material.name.as_str()).collect();
    assert_eq!(names, ["申请书", "营业执照", "制度清单", "授权委托书"]);
    assert_eq!(item.guide().demands(&names), Ok(()));
    assert_eq!(item.guide().demands(&[]), Ok(()));
    assert_eq!(item.guide().item(), &item);
}

#[test]
fn every_demand_beyond_the_guide_is_told() {
    let item = item();
    let asked = ["申请书", "户口簿", "营业执照", "申请书 ", ""];
    let beyond = item.guide().demands(&asked).unwrap_err();
    let positions: Vec<_> = beyond.iter().map(gov_catalog::Beyond::position).collect();
    assert_eq!(positions, [2, 4, 5]);
    assert_eq!(item.demands(&asked), Err(beyond));
}

#[test]
fn the_refusal_names_its_basis_and_not_the_text() {
    let beyond = item().demands(&["户口簿"]).unwrap_err();
    let [beyond] = beyond.as_slice() else { panic!() };
    assert_eq!((beyond.code(), beyond.basis()), ("beyond-guide", "行政许可法 art. 30, 31"));
    assert_eq!(
        beyond.to_string(),
        "demand 1: not a material of the guide (行政许可法 art. 30, 31)",
    );
    assert_eq!(
        beyond.zh().to_string(),
        "第1项要求不在办事指南的材料目录内，不得索要（行政许可法第三十条、第三十一条）",
    );
}
