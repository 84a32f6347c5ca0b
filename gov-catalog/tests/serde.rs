//! The text form is the wire form, and a bad wire value never shows up in a log.
#![cfg(feature = "serde")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its own data should stop")]

use std::fmt::Debug;
use std::str::FromStr;

use gov_catalog::{
    BasicCode, CaseNumber, GansuCode, GuideBasicCode, HandlingCode, HubeiCode, ImplementationCode,
    ItemCode, ItemType, LicenseTypeRef, SichuanCode,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn text_is_the_wire_form<T>(text: &str)
where
    T: FromStr<Err: Debug> + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let wire = format!("\"{text}\"");
    let code: T = serde_json::from_str(&wire).unwrap();
    assert_eq!(code, text.parse().unwrap());
    assert_eq!(serde_json::to_string(&code).unwrap(), wire);
    for bad in ["\"110105194912310021\"", "110105194912310021", "[110105194912310021]", "null"] {
        let error = serde_json::from_str::<T>(bad).unwrap_err().to_string();
        assert!(!error.contains("110105"), "{error}");
    }
}

#[test]
fn codes_travel_as_text() {
    text_is_the_wire_form::<BasicCode>("00013100100Y");
    text_is_the_wire_form::<ImplementationCode>("1164020001001501113000131001000");
    text_is_the_wire_form::<HandlingCode>("116402000100150111300013100100001");
    text_is_the_wire_form::<ItemCode>("116402000100150111300013100100001");
    text_is_the_wire_form::<ItemCode>("1164020001001501113000131001000");
    text_is_the_wire_form::<CaseNumber>("1164020001001501113000131001000202606010068");
    text_is_the_wire_form::<ItemType>("07");
    text_is_the_wire_form::<LicenseTypeRef>("116402000100150111001");
    text_is_the_wire_form::<GuideBasicCode>("XK0010100Y");
    text_is_the_wire_form::<GansuCode>("62052400MZ-XK-0001");
    text_is_the_wire_form::<HubeiCode>("4201000120100301");
    text_is_the_wire_form::<SichuanCode>("511A0138000000-511602000000-000-115113010833722043-1-00");
}
