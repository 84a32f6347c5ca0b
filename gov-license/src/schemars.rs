//! JSON Schemas of the serialized forms. A pattern says the shape; the parser
//! also knows the checks, so every text that parses matches.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::element::Element;
use crate::face::Face;
use crate::holder_code::HolderCode;
use crate::license::License;
use crate::license_id::LicenseId;
use crate::life::Life;
use crate::life_event::LifeEvent;
use crate::signed_license::SignedLicense;
use crate::type_code::LicenseTypeCode;

macro_rules! schema {
    ($type:ident, $generator:ident => $schema:expr) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("gov_license::", stringify!($type)))
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

schema!(LicenseId, _generator => json_schema!({
    "type": "string",
    "title": "电子证照标识",
    "pattern": "^1\\.2\\.156\\.3005\\.2\\.[0-9A-Z]{18}[0-9]{3}\\.[0-9A-Z]{18}\\.[0-9A-Z]{1,64}\\.[0-9]{3}\\.[0-9A-Z]$",
}));
schema!(LicenseTypeCode, _generator => json_schema!({
    "type": "string",
    "title": "证照类型代码",
    "pattern": "^[0-9A-Z]{18}[0-9]{3}$",
}));
schema!(HolderCode, _generator => json_schema!({
    "type": "string",
    "title": "持证主体代码类型代码",
    "pattern": "^[0-9]{3}$",
}));
schema!(SignedLicense, _generator => json_schema!({
    "type": "string",
    "title": "电子证照",
    "pattern": "^[0-9A-Za-z_-]+\\.[0-9A-Za-z_-]+\\.[0-9A-Za-z_-]+~(?:[0-9A-Za-z_-]+~)*$",
}));
schema!(Face, _generator => json_schema!({
    "type": "object",
    "title": "照面信息",
    "additionalProperties": { "type": "string", "minLength": 1 },
}));
schema!(License, generator => {
    let text = |element: Element| json_schema!({
        "type": "string", "title": element.zh(), "minLength": 1,
    });
    let date = |element: Element| json_schema!({
        "type": "string", "title": element.zh(), "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    });
    // One as itself, two or more as an array.
    let several = |one: Schema| json_schema!({
        "anyOf": [one.clone(), { "type": "array", "items": one, "minItems": 2 }],
    });
    let credit_code = generator.subschema_for::<gov_identity::CreditCode>();
    let holder_code = generator.subschema_for::<HolderCode>();
    json_schema!({
        "type": "object",
        "title": "电子证照",
        "properties": {
            (Element::Identifier.name()): generator.subschema_for::<LicenseId>(),
            (Element::TypeCode.name()): generator.subschema_for::<LicenseTypeCode>(),
            (Element::Name.name()): text(Element::Name),
            (Element::Number.name()): text(Element::Number),
            (Element::IssuingAuthorityName.name()): several(text(Element::IssuingAuthorityName)),
            (Element::IssuingAuthorityCode.name()): several(credit_code),
            (Element::IssuedDate.name()): date(Element::IssuedDate),
            (Element::EffectiveDate.name()): date(Element::EffectiveDate),
            (Element::ExpiringDate.name()): date(Element::ExpiringDate),
            (Element::HolderName.name()): several(text(Element::HolderName)),
            (Element::HolderCode.name()): several(text(Element::HolderCode)),
            (Element::HolderType.name()): several(holder_code),
            "face": generator.subschema_for::<Face>(),
            "status": {
                "type": "object",
                "properties": {
                    "uri": { "type": "string", "minLength": 1 },
                    "idx": { "type": "integer", "minimum": 0, "maximum": u32::MAX },
                },
                "required": ["uri", "idx"],
                "additionalProperties": false,
            },
        },
        "required": [
            Element::Identifier.name(),
            Element::TypeCode.name(),
            Element::Name.name(),
            Element::Number.name(),
            Element::IssuingAuthorityName.name(),
            Element::IssuingAuthorityCode.name(),
            Element::IssuedDate.name(),
            Element::EffectiveDate.name(),
        ],
        "dependentRequired": {
            (Element::HolderCode.name()): [Element::HolderType.name()],
            (Element::HolderType.name()): [Element::HolderCode.name()],
        },
        "additionalProperties": false,
    })
});
schema!(Life, generator => {
    let date = |element: Element| json_schema!({
        "type": "string", "title": element.zh(), "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    });
    let moment = |zh: &str| json_schema!({ "type": "string", "title": zh, "format": "date-time" });
    json_schema!({
        "type": "object",
        "title": "证照生命周期",
        "properties": {
            (Element::Identifier.name()): generator.subschema_for::<LicenseId>(),
            "previous": generator.subschema_for::<LicenseId>(),
            (Element::EffectiveDate.name()): date(Element::EffectiveDate),
            (Element::ExpiringDate.name()): date(Element::ExpiringDate),
            "renewal_days": { "type": "integer", "minimum": 0, "maximum": u32::MAX },
            "acts": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "event": { "enum": LifeEvent::ALL.map(LifeEvent::code) },
                        "effective": moment("生效时间"),
                        "recorded": moment("登记时间"),
                    },
                    "required": ["event", "effective", "recorded"],
                    "additionalProperties": false,
                },
            },
        },
        "required": [
            Element::Identifier.name(),
            Element::EffectiveDate.name(),
            "renewal_days",
            "acts",
        ],
        "additionalProperties": false,
    })
});
