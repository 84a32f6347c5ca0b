//! JSON Schemas of the text forms. A pattern says the shape; the parser also
//! knows the calendar and the checks, so every text that parses matches.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{
    BasicCode, CaseNumber, GansuCode, GuideBasicCode, HandlingCode, HubeiCode, ImplementationCode,
    ItemCode, ItemType, LicenseTypeRef, SichuanCode, Text,
};

/// Eighteen characters of a credit code.
macro_rules! body {
    () => {
        "[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{8}[0-9X][0-9A-HJ-NP-RTUW-Y]"
    };
}

macro_rules! text_schema {
    ($type:ident, $zh:literal, $pattern:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("gov_catalog::", stringify!($type)))
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "title": $zh, "pattern": $pattern })
            }
        }
    };
}

text_schema!(BasicCode, "基本编码", "^[0-9]{2}[0-2][0-9]{6}[0-9]{2}[0-9Y]$");
text_schema!(ImplementationCode, "实施编码", concat!("^", body!(), "[1-6][0-9]{2}[0-2][0-9]{9}$"));
text_schema!(HandlingCode, "业务办理项编码", concat!("^", body!(), "[1-6][0-9]{2}[0-2][0-9]{11}$"));
text_schema!(
    ItemCode,
    "事项编码",
    concat!("^", body!(), "[1-6][0-9]{2}[0-2][0-9]{9}(?:[0-9]{2})?$")
);
text_schema!(
    CaseNumber,
    "办件编号",
    concat!("^", body!(), "[1-6][0-9]{2}[0-2][0-9]{21}(?:[0-9]{2})?$")
);
text_schema!(ItemType, "事项类型", "^[0-2][0-9]$");
text_schema!(LicenseTypeRef, "证照类型代码", concat!("^", body!(), "[0-9]{3}$"));

text_schema!(GuideBasicCode, "2016年技术指南基本编码", "^[A-Z]{2}[0-9]{7}[0-9Y]$");
text_schema!(GansuCode, "甘肃事项编码", "^[0-9]{8}[A-Z]{2}-[A-Z]{2}-[0-9]{4}$");
text_schema!(HubeiCode, "湖北事项编码", "^[0-9]{16}$");
text_schema!(
    SichuanCode,
    "四川事项编码",
    concat!("^[0-9A-Z]{12,14}-[0-9]{12}-[0-9]{3}-", body!(), "-[0-9]-[0-9]{2}$")
);

/// Any text; the reader bounds its length.
impl JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Text")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}
