//! JSON Schemas of the text forms. A pattern says the shape; the parser also
//! knows the calendar and the checks, so every text that parses matches.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::serde::{ErrorRecord, FaultCode, NoticeRecord};
use crate::{
    Authority, Category, CreditCode, DivisionCode, DocumentKind, DocumentNumber, ForeignResidentId,
    FormerNumberLink, IdentityKey, LegacyForeignResidentId, LegacyResidentId, Notice, NoticeKind,
    OrganizationCode, ParseError, PilotCreditCode, RegistrationNumber, ResidentId, Subject,
};
use crate::{Channel, Label, Pseudonym, SubjectKey};

macro_rules! schema {
    ($type:ident, |$generator:pat_param| $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("gov_identity::", stringify!($type)))
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

macro_rules! text_schema {
    ($type:ident, $zh:literal, $pattern:literal) => {
        schema!($type, |_| json_schema!({ "type": "string", "title": $zh, "pattern": $pattern }));
    };
}

text_schema!(ResidentId, "公民身份号码", "^[1-8][0-9]{5}(?:18|19|20|21)[0-9]{9}[0-9X]$");
text_schema!(LegacyResidentId, "15位公民身份号码", "^[1-8][0-9]{14}$");
text_schema!(
    ForeignResidentId,
    "外国人永久居留身份证号码",
    "^9[1-8][0-9]{4}(?:18|19|20|21)[0-9]{9}[0-9X]$"
);
text_schema!(LegacyForeignResidentId, "旧版外国人永久居留身份证号码", "^[A-Z]{3}[1-8][0-9]{11}$");
text_schema!(FormerNumberLink, "既往版本号码关联项", "^[0-9]{3}$");
text_schema!(
    CreditCode,
    "统一社会信用代码",
    "^[0-9A-HJ-NP-RTUW-Y]{2}[1-8][0-9]{5}[0-9A-HJ-NP-RTUW-Y]{8}[0-9X][0-9A-HJ-NP-RTUW-Y]$"
);
text_schema!(
    PilotCreditCode,
    "试点统一社会信用代码",
    "^[0-9A-HJ-NP-RTUW-Y]{2}35[0-9]{4}M000[0-9A-HJ-NP-RTUW-Y]{4}[0-9X][0-9A-HJ-NP-RTUW-Y]$"
);
text_schema!(Authority, "登记管理部门", "^[0-9A-HJ-NP-RTUW-Y]$");
text_schema!(Category, "机构类别", "^[0-9A-HJ-NP-RTUW-Y]{2}$");
text_schema!(OrganizationCode, "组织机构代码", "^[0-9A-Z]{8}[0-9X]$");
text_schema!(RegistrationNumber, "注册号", "^[1-8][0-9]{14}$");
text_schema!(DivisionCode, "行政区划代码", "^(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$");
text_schema!(DocumentKind, "持证主体代码类型代码", "^[0-9]{3}$");
schema!(
    DocumentNumber,
    |_| json_schema!({ "type": "string", "title": "证件号码", "pattern": "^\\S+$", "maxLength": 64 })
);
schema!(IdentityKey, |_| json_schema!({
    "type": "string", "title": "唯一标识", "pattern": "^[0-9]{3}:\\S+$", "maxLength": 68
}));

macro_rules! words_schema {
    ($type:ident, $all:expr) => {
        schema!($type, |_| {
            let words: Vec<_> = $all.iter().map(|word| word.code()).collect();
            json_schema!({ "type": "string", "enum": words })
        });
    };
}

words_schema!(Subject, Subject::ALL);
words_schema!(NoticeKind, NoticeKind::ALL);
words_schema!(FaultCode, FaultCode::ALL);

schema!(Notice, |generator| NoticeRecord::json_schema(generator));
schema!(ParseError, |generator| ErrorRecord::json_schema(generator));

text_schema!(Channel, "办理渠道", "^[a-z][a-z0-9-]{0,23}$");
text_schema!(Label, "标识", "^\\S{1,128}$");
text_schema!(Pseudonym, "假名", "^\\S{1,128}:[0-9a-f]{64}$");
text_schema!(SubjectKey, "认证主体", "^(?:[0-9]{3}|pseudonym|network):\\S{1,193}$");
