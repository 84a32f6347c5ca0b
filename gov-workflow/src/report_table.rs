//! The tables of the national exchange, as they stood in 2020.

/// A table of the national exchange (上报数据表), in the form of 2020. Versions 3 and 4 exist;
/// what they hold is not known.
///
/// ```
/// use gov_workflow::report::Table;
///
/// assert_eq!(Table::Accept.name(), "up_pro_accept");
/// assert_eq!(Table::Accept.fields().len(), 30);
/// ```
#[doc(alias = "上报数据表")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Table {
    /// `up_pro_accept` (受理).
    Accept,
    /// `up_pro_process` (办理环节).
    Process,
    /// `up_pro_special_procedure` (特别程序).
    SpecialProcedure,
    /// `up_pro_result` (办理结果).
    Result,
    /// `up_pro_material` (办件材料).
    Material,
}

/// A field of a table (上报字段).
#[doc(alias = "上报字段")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// The name, spelt as the exchange spells it.
    pub name: &'static str,
    /// Most characters.
    pub longest: usize,
    /// Whether it may be empty.
    pub optional: bool,
    /// Whether it holds a code whose list is not published.
    pub code_unknown: bool,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 5] =
        [Self::Accept, Self::Process, Self::SpecialProcedure, Self::Result, Self::Material];

    /// The name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accept => "up_pro_accept",
            Self::Process => "up_pro_process",
            Self::SpecialProcedure => "up_pro_special_procedure",
            Self::Result => "up_pro_result",
            Self::Material => "up_pro_material",
        }
    }

    /// The fields, in the order of the table.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Accept => &ACCEPT,
            Self::Process => &PROCESS,
            Self::SpecialProcedure => &SPECIAL_PROCEDURE,
            Self::Result => &RESULT,
            Self::Material => &MATERIAL,
        }
    }
}

const fn must(name: &'static str, longest: usize) -> Field {
    Field { name, longest, optional: false, code_unknown: false }
}

const fn may(name: &'static str, longest: usize) -> Field {
    Field { name, longest, optional: true, code_unknown: false }
}

/// A code that must be there and whose list is not at hand.
const fn code(name: &'static str) -> Field {
    Field { name, longest: 2, optional: false, code_unknown: true }
}

const ACCEPT: [Field; 30] = [
    must("ROW_GUID", 50),
    must("PROJECT_NO", 50),
    must("CATALOG_CODE", 12),
    may("LOCAL_CATALOG_CODE", 50),
    must("TASK_CODE", 36),
    may("LOCAL_TASK_CODE", 50),
    may("TASK_HANDLE_ITEM", 50),
    must("TASK_NAME", 1000),
    must("TASK_VERSION", 10),
    may("PROJECT_NAME", 1000),
    must("APPLYER_NAME", 100),
    code("APPLYER_TYPE"),
    must("APPLYER_PAGE_TYPE", 70),
    must("APPLYER_PAGE_CODE", 500),
    may("CONTACT_NAME", 100),
    may("CONTACT_TYPE", 6),
    may("CONTACT_CODE", 50),
    may("CONTACT_MOBILE", 11),
    may("ZIP_CODE", 6),
    may("ADDRESS", 1000),
    may("LEGAL", 100),
    must("APPLY_TYPE", 2),
    must("APPLY_DATE", 15),
    must("ACCEPT_DATE", 15),
    must("ORG_CODE", 64),
    must("ORG_NAME", 100),
    may("HANDLE_USER_NAME", 100),
    may("ACCEPT_DOC_NO", 50),
    code("PROJECT_TYPE"),
    may("PROMISE_DATE", 15),
];

const PROCESS: [Field; 9] = [
    must("ROW_GUID", 50),
    must("PROJECT_NO", 50),
    must("PROCESS_NAME", 1000),
    code("EVENT_NAME"),
    must("HANDLE_EXPLAIN", 2000),
    must("HANDLE_USER_NAME", 100),
    must("EVENT_START_TIME", 15),
    must("EVENT_END_TIME", 15),
    may("REMARK", 256),
];

const SPECIAL_PROCEDURE: [Field; 12] = [
    must("ROW_GUID", 50),
    must("PROJECT_NO", 50),
    must("SPECIAL_TYPE", 2),
    must("SPECIAL_NAME", 1000),
    must("SPECIAL_TIME", 15),
    must("SPECIAL_REASON", 2000),
    may("APPLYER_USER_NAME", 100),
    must("END_TIME", 15),
    may("RESULT", 2000),
    may("SPECIAL_EXPLAIN", 2000),
    may("HANDLE_USER", 100),
    may("REMARK", 256),
];

const RESULT: [Field; 11] = [
    must("ROW_GUID", 50),
    must("PROJECT_NO", 50),
    code("RESULT_TYPE"),
    must("RESULT_DATE", 15),
    may("RESULT_EXPLAIN", 2000),
    may("RESULT_CETR_NAME", 256),
    may("RESULT_CETR_NO", 2000),
    code("IS_DELIVERY_RESULTS"),
    may("HANDLE_USER_NAME", 100),
    may("SATISFACTION", 2),
    may("REMARK", 256),
];

const MATERIAL: [Field; 7] = [
    must("ROW_GUID", 50),
    must("PROJECT_NO", 50),
    must("MATERIAL_NAME", 200),
    may("MATERIAL_ATTACH_NAME", 200),
    code("GET_TYPE"),
    may("GET_NUM", 5),
    may("REMARK", 1000),
];
