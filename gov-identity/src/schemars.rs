//! JSON Schemas of the text forms. A pattern says the shape; the parser also
//! knows the calendar and the checks, so every text that parses matches.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{Channel, Label, Pseudonym, SubjectKey};
use crate::{CreditCode, DivisionCode, IdentityKey, OrganizationCode, ResidentId};

macro_rules! text_schema {
    ($type:ident, $zh:literal, $pattern:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("gov_identity::", stringify!($type)))
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "title": $zh, "pattern": $pattern })
            }
        }
    };
}

text_schema!(
    CreditCode,
    "统一社会信用代码",
    "^[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{8}[0-9X][0-9A-HJ-NP-RTUW-Y]$"
);
text_schema!(DivisionCode, "行政区划代码", "^(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$");
text_schema!(OrganizationCode, "组织机构代码", "^[0-9A-Z]{8}[0-9X]$");
text_schema!(ResidentId, "公民身份号码", "^[1-8][0-9]{5}(?:18|19|20|21)[0-9]{9}[0-9X]$");
text_schema!(IdentityKey, "唯一标识", "^[0-9]{3}:\\S{1,64}$");
text_schema!(Channel, "办理渠道", "^[a-z][a-z0-9-]{0,23}$");
text_schema!(Label, "标识", "^\\S{1,128}$");
text_schema!(Pseudonym, "假名", "^\\S{1,128}:[0-9a-f]{64}$");
text_schema!(SubjectKey, "认证主体", "^(?:[0-9]{3}|pseudonym|network):\\S{1,193}$");
