//! A power goes down, is entrusted, comes back.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use chrono::NaiveDate;
use gov_catalog::gov_identity::DivisionCode;
use gov_catalog::{
    Body, Catalog, Holder, Item, ItemCode, ItemState, LinkKind, MoveRefusal, PowerSource, Text,
};

const CITY: &str = "11640200PDY00001XK3000131900001";
const COUNTY: &str = "11640200PDY00001XK4000131900001";
const TOWN: &str = "11640200PDY00001XK5000131900001";

fn catalog() -> Catalog {
    Catalog::from_json(include_str!("data/catalog.json")).unwrap()
}

fn code(text: &str) -> ItemCode {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn holder(text: &str) -> Holder {
    let code = code(text);
    let body = Body::new(code.body().unwrap(), "大武口区示例局");
    Holder::new(code, body, DivisionCode::from_static("640202"))
}

fn announcement() -> Text {
    Text::from("示例公告第2号")
}

#[test]
fn a_power_that_is_handed_down_is_held_below_and_not_above() {
    let mut catalog = catalog();
    let on = day("2027-01-01");
    let handing = catalog.hand_down(code(CITY), holder(COUNTY), on).unwrap();
    assert_eq!(catalog.len(), 1, "nothing happens before it is applied");
    catalog.apply(handing).unwrap();
    let before = catalog.as_of(day("2026-12-31"));
    assert!(before.get(code(CITY)).is_some() && before.get(code(COUNTY)).is_none());
    let after = catalog.as_of(on);
    assert!(after.get(code(CITY)).is_none());
    let lower = after.get(code(COUNTY)).unwrap();
    assert_eq!(lower.power().source, Some(PowerSource::HandedDown));
    assert_eq!(
        (lower.links()[0].kind, lower.links()[0].item),
        (LinkKind::HandedDownFrom, code(CITY))
    );
    assert_eq!((lower.version(), lower.division().as_str()), (1, "640202"));
    assert_eq!(catalog.get(code(CITY)).unwrap().state(), ItemState::Suspended);
    assert_eq!(catalog.check(), []);
}

#[test]
fn what_is_taken_back_is_in_force_above_under_its_old_code() {
    let mut catalog = catalog();
    for (down, back) in [("2027-01-01", "2028-01-01"), ("2029-01-01", "2030-01-01")] {
        let handing = catalog.hand_down(code(CITY), holder(COUNTY), day(down)).unwrap();
        catalog.apply(handing).unwrap();
        assert_eq!(catalog.check(), []);
        let taking = catalog.take_back(code(COUNTY), day(back)).unwrap();
        catalog.apply(taking).unwrap();
        let view = catalog.as_of(day(back));
        assert!(view.get(code(CITY)).is_some() && view.get(code(COUNTY)).is_none());
        assert_eq!(catalog.check(), []);
    }
    let versions: Vec<_> = catalog.versions(code(COUNTY)).map(Item::version).collect();
    assert_eq!(versions, [4, 3, 2, 1]);
}

#[test]
fn who_entrusts_keeps_its_item_and_is_named() {
    let mut catalog = catalog();
    let on = day("2027-01-01");
    let entrusting = catalog.entrust(code(CITY), holder(COUNTY), announcement(), on).unwrap();
    catalog.apply(entrusting).unwrap();
    let view = catalog.as_of(on);
    assert!(view.get(code(CITY)).is_some());
    let entrusted = view.get(code(COUNTY)).unwrap().power();
    assert_eq!(entrusted.source, Some(PowerSource::EntrustedFromAbove));
    assert_eq!(entrusted.entrusted_by.as_deref(), Some("石嘴山市示例局"));
    assert_eq!(entrusted.announcement.as_deref(), Some("示例公告第2号"));
    assert_eq!(catalog.check(), []);

    let town = || holder(TOWN);
    let later = day("2027-06-01");
    let refused = catalog.entrust(code(COUNTY), town(), announcement(), later);
    assert_eq!(refused, Err(MoveRefusal::SubEntrusting));
    assert_eq!(catalog.hand_down(code(COUNTY), town(), later), Err(MoveRefusal::SubEntrusting));

    let taking = catalog.take_back(code(COUNTY), later).unwrap();
    assert_eq!(taking.versions().len(), 1, "the principal never lost its item");
    catalog.apply(taking).unwrap();
    assert!(catalog.as_of(later).get(code(COUNTY)).is_none());
}

#[test]
fn a_move_is_refused_for_what_is_wrong_with_it() {
    let mut catalog = catalog();
    let on = day("2027-01-01");
    let hand = |catalog: &Catalog, from: &str, to: &str, on| {
        catalog.hand_down(code(from), holder(to), on).unwrap_err()
    };
    assert_eq!(hand(&catalog, CITY, COUNTY, day("2020-01-01")), MoveRefusal::NotInForce);
    assert_eq!(hand(&catalog, COUNTY, TOWN, on), MoveRefusal::NotInForce);
    assert_eq!(hand(&catalog, CITY, CITY, on), MoveRefusal::Level);
    assert_eq!(hand(&catalog, CITY, &CITY.replacen("XK3", "XK2", 1), on), MoveRefusal::Level);
    let other = COUNTY.replace("900001", "900002");
    assert_eq!(hand(&catalog, CITY, &other, on), MoveRefusal::BasicCode);
    assert_eq!(catalog.take_back(code(CITY), on), Err(MoveRefusal::NoOrigin));
    let first = day("2026-03-01");
    assert_eq!(hand(&catalog, CITY, COUNTY, first).code(), "overlap", "a version a day");
    let mut planned = catalog.get(code(CITY)).unwrap().to_draft();
    (planned.version, planned.effective) = (2, day("2028-01-01"));
    let mut later = catalog.clone();
    later.publish(Item::try_from(planned).unwrap()).unwrap();
    assert_eq!(hand(&later, CITY, COUNTY, on), MoveRefusal::NotInForce);
    let stranger = Holder::new(
        code(COUNTY),
        Body::new("116402000100150111".parse().unwrap(), "别的局"),
        DivisionCode::from_static("640202"),
    );
    let refusal = catalog.hand_down(code(CITY), stranger, on).unwrap_err();
    assert_eq!(refusal.to_string(), "a new version is at fault in 1 places");

    let entrusting = catalog.entrust(code(CITY), holder(COUNTY), announcement(), on).unwrap();
    catalog.apply(entrusting.clone()).unwrap();
    assert_eq!(hand(&catalog, CITY, COUNTY, day("2027-02-01")), MoveRefusal::AlreadyHeld);
    assert_eq!(catalog.apply(entrusting).unwrap_err().code(), "version", "not twice");
}

#[test]
fn refusals_speak_both_languages() {
    let table = [
        (MoveRefusal::NotInForce, "not-in-force", "事项当日不在有效期内，或者已有更新的版本"),
        (MoveRefusal::Level, "level", "承接主体的层级不低于下放主体"),
        (MoveRefusal::BasicCode, "basic-code", "承接主体的实施编码与事项的基本编码不一致"),
        (MoveRefusal::AlreadyHeld, "already-held", "承接主体已有该事项"),
        (
            MoveRefusal::SubEntrusting,
            "sub-entrusting",
            "受委托的机关不得再委托，也不得下放（行政许可法第二十四条）",
        ),
        (MoveRefusal::NoOrigin, "no-origin", "目录中没有下放或者委托该事项的上级事项"),
    ];
    for (refusal, code, chinese) in table {
        assert_eq!((refusal.code(), refusal.zh()), (code, chinese));
        assert_eq!(refusal.basis().is_some(), refusal == MoveRefusal::SubEntrusting);
    }
    assert_eq!(
        MoveRefusal::SubEntrusting.to_string(),
        "an entrusted body can neither entrust others nor hand down (行政许可法 art. 24)",
    );
}
