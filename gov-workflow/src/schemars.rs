//! JSON Schemas of the wire forms written by hand.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::{CaseNumber, ItemCode, JointDraft, JointProcedure, MaterialName, Procedure};
use crate::{ProcedureDraft, StaffId};

macro_rules! text_schema {
    ($type:ident, $zh:literal, $pattern:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("gov_workflow::", stringify!($type)))
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "title": $zh, "pattern": $pattern })
            }
        }
    };
}

text_schema!(CaseNumber, "办件编号", "^[!-~]{1,64}$");
text_schema!(ItemCode, "事项编码", "^[!-~]{1,64}$");
text_schema!(StaffId, "工号", "^[!-~]{1,64}$");
text_schema!(MaterialName, "材料名称", r"^\S(?:[^\x00-\x1F\x7F]{0,198}\S)?$");

impl JsonSchema for Procedure {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Procedure")
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Borrowed("gov_workflow::Procedure")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        ProcedureDraft::json_schema(generator)
    }
}

impl JsonSchema for JointProcedure {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("JointProcedure")
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Borrowed("gov_workflow::JointProcedure")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        JointDraft::json_schema(generator)
    }
}
