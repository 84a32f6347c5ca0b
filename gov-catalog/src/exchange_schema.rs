//! Which tables the national exchange has, which fields they have, and what of an
//! item stands in a field.

use crate::dialect::DialectError;
use crate::exchange::Exchange;
use crate::vocabulary::Word;
use crate::{
    Audience, BodyKind, HandlingArea, HandlingChannel, ItemState, ItemType, LimitUnit,
    MaterialForm, MaterialKind, MaterialSource, Numbered, OnlineDepth, OutcomeKind, PowerSource,
    Promptness, Requirement,
};
use alloc::string::String;

/// A table of a family: the list of the item whose elements are its rows, and
/// its fields beside the keys.
pub(crate) struct TableSchema {
    /// Path of the list; none where an item has one row.
    pub(crate) list: Option<&'static str>,
    pub(crate) fields: &'static [Field],
}

/// A field: its name, the most characters it holds, the element in it.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) max: usize,
    /// From the row's element; `[].` for a part of each element of a list.
    pub(crate) path: &'static str,
    pub(crate) form: Form,
    /// The families that have it; empty for all.
    pub(crate) families: &'static [Family],
}

/// How an element stands in a field.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    Text,
    Number,
    /// 1 or 0.
    Flag,
    /// Texts, each on a line.
    Lines,
    /// Texts joined by `^`.
    Joined,
    /// A word, as the number of a dialect.
    Word(Numbers),
    /// Words, as numbers joined by `^`.
    Words(Numbers),
    /// Rules, each on a line.
    Laws,
    /// The field follows from others: keys, and what the tables say twice.
    Derived(Derived),
}

/// Fields that follow from others.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Derived {
    RowGuid,
    TaskGuid,
    BasicCode,
    ImplementationCode,
    HandlingCode,
    /// The days that are promised, and those of the law where nothing is.
    Promise,
    PromiseUnit,
    IsFee,
    IsOnline,
    OnlineUrl,
    /// Originals and copies together.
    Pages,
    IsReducible,
    Order,
}

/// How a word becomes a number, and the way back.
#[derive(Clone, Copy)]
pub(crate) struct Numbers {
    pub(crate) write: fn(&Exchange<'_>, &str) -> Option<String>,
    pub(crate) read: fn(&Exchange<'_>, &str) -> Result<&'static str, DialectError>,
}

/// A family of tables, by the type of the item.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Family {
    General,
    Punish,
    Levy,
    Check,
    Public,
}

/// The tables of a family, in the order of [`TABLES`].
type Names = [&'static str; 6];

macro_rules! names {
    ($way:literal) => {
        [
            names!($way, "_task_general"),
            names!($way, "_task_punish"),
            names!($way, "_task_handle"),
            names!($way, "_task_check"),
            names!($way, "_task_public"),
        ]
    };
    ($way:literal, $family:literal) => {
        [
            concat!($way, $family, "_basic"),
            concat!($way, $family, "_extend"),
            concat!($way, $family, "_material"),
            concat!($way, $family, "_fee_project"),
            concat!($way, $family, "_questions"),
            concat!($way, $family, "_supplement"),
        ]
    };
}

const SENT_UP: [Names; 5] = names!("up");
const HANDED_DOWN: [Names; 5] = names!("dn");

/// Place of a table in its family.
pub(crate) const BASIC: usize = 0;
pub(crate) const SUPPLEMENT: usize = 5;

impl Family {
    const ALL: [Self; 5] = [Self::General, Self::Punish, Self::Levy, Self::Check, Self::Public];

    /// The family that a type belongs to.
    pub(crate) const fn of(item_type: ItemType) -> Self {
        match item_type {
            ItemType::PENALTY => Self::Punish,
            ItemType::LEVY => Self::Levy,
            ItemType::COMPULSION | ItemType::INSPECTION => Self::Check,
            item_type if item_type.is_public_service() => Self::Public,
            _ => Self::General,
        }
    }

    /// The name of a table that is sent up.
    pub(crate) fn table(self, table: usize) -> &'static str {
        let names = Self::ALL.iter().position(|family| *family == self);
        let names = names.and_then(|place| SENT_UP.get(place));
        names.and_then(|names| names.get(table)).copied().unwrap_or_default()
    }

    /// Family and place of a table, whichever way it goes, with its name.
    pub(crate) fn find(name: &str) -> Option<(Self, usize, &'static str)> {
        for names in [&SENT_UP, &HANDED_DOWN] {
            for (family, tables) in Self::ALL.into_iter().zip(names) {
                let found = (0..).zip(tables).find(|(_, table)| **table == name);
                if let Some((place, table)) = found {
                    return Some((family, place, table));
                }
            }
        }
        None
    }
}

impl Field {
    pub(crate) fn is_in(&self, family: Family) -> bool {
        self.families.is_empty() || self.families.contains(&family)
    }
}

/// Fields that say how a batch was sent, and nothing of the item.
pub(crate) const TRANSPORT: [&str; 4] = ["CD_OPERATION", "CD_TIME", "CD_BATCH", "DATA_SOURCE"];

/// Fields of the national tables that no element stands in.
pub(crate) const OTHER_FIELDS: [&str; 4] =
    ["TOWN_NAME", "TOWN_CODE", "VILLAGE_NAME", "VILLAGE_CODE"];

/// National tables of something other than items: the basic directory, the bodies.
pub(crate) const OTHER_TABLES: [&str; 4] =
    ["up_task_directory", "dn_task_directory", "up_zone_organization", "dn_zone_organization"];

/// Free text, bounded only by what an item holds.
const FREE: usize = usize::MAX;

const fn field(name: &'static str, max: usize, path: &'static str, form: Form) -> Field {
    Field { name, max, path, form, families: &[] }
}

const fn text(name: &'static str, max: usize, path: &'static str) -> Field {
    field(name, max, path, Form::Text)
}

const fn flag(name: &'static str, path: &'static str) -> Field {
    field(name, 2, path, Form::Flag)
}

const fn derived(name: &'static str, max: usize, what: Derived) -> Field {
    field(name, max, "", Form::Derived(what))
}

const fn word<T: Numbered + Word>(name: &'static str, path: &'static str) -> Field {
    field(name, 2, path, Form::Word(numbers::<T>()))
}

const fn words<T: Numbered + Word>(name: &'static str, max: usize, path: &'static str) -> Field {
    field(name, max, path, Form::Words(numbers::<T>()))
}

/// A word of the table of materials, which may have a dialect of its own.
const fn of_material<T: Numbered + Word>(name: &'static str, path: &'static str) -> Field {
    let numbers = Numbers {
        write: |exchange, word| written::<T>(exchange.materials, word),
        read: |exchange, number| read::<T>(exchange.materials, number),
    };
    field(name, 2, path, Form::Word(numbers))
}

const fn numbers<T: Numbered + Word>() -> Numbers {
    Numbers {
        write: |exchange, word| written::<T>(exchange.dialect, word),
        read: |exchange, number| read::<T>(exchange.dialect, number),
    }
}

fn written<T: Numbered + Word>(dialect: crate::Dialect, word: &str) -> Option<String> {
    let value = T::ALL.iter().find(|value| value.word() == word)?;
    value.to_number(Some(dialect)).ok().map(String::from)
}

fn read<T: Numbered + Word>(
    dialect: crate::Dialect,
    number: &str,
) -> Result<&'static str, DialectError> {
    T::from_number(number, Some(dialect)).map(Word::word)
}

/// The digits of the levels are those of the codes.
const LEVELS: Numbers = Numbers {
    write: |_, word| {
        let level = crate::ExerciseLevel::ALL.iter().find(|level| level.word() == word)?;
        Some(String::from(level.digit()))
    },
    read: |_, digit| {
        let mut characters = digit.chars();
        let level = characters.next().and_then(crate::ExerciseLevel::from_digit);
        level.filter(|_| characters.next().is_none()).map(Word::word).ok_or(DialectError::Number)
    },
};

const UNIT: Numbers = Numbers {
    write: |exchange, word| {
        let (working_day, natural_day) = exchange.limit_units?;
        Some(if word == LimitUnit::WorkingDay.word() { working_day } else { natural_day }.into())
    },
    read: |exchange, code| match exchange.limit_units {
        None => Err(DialectError::Unknown),
        Some((working_day, _)) if working_day == code => Ok(LimitUnit::WorkingDay.word()),
        Some((_, natural_day)) if natural_day == code => Ok(LimitUnit::NaturalDay.word()),
        Some(_) => Err(DialectError::Number),
    },
};

const OUTCOME: Numbers = Numbers {
    write: |exchange, word| {
        let kind = OutcomeKind::ALL.iter().find(|kind| kind.word() == word)?;
        exchange.outcome_kinds?.write(*kind).ok().map(String::from)
    },
    read: |exchange, number| {
        let table = exchange.outcome_kinds.ok_or(DialectError::Unknown)?;
        table.read(number).map(Word::word)
    },
};

const SOURCE: Numbers = Numbers {
    write: |exchange, word| {
        let kind = sources().into_iter().find(|(known, _)| *known == word)?.1;
        exchange.material_sources?.write(kind).ok().map(String::from)
    },
    read: |exchange, number| {
        let table = exchange.material_sources.ok_or(DialectError::Unknown)?;
        let source = table.read(number)?;
        let found = sources().into_iter().find(|(_, known)| *known == source);
        found.map(|(word, _)| word).ok_or(DialectError::Number)
    },
};

const fn sources() -> [(&'static str, MaterialSource); 3] {
    [
        ("applicant", MaterialSource::Applicant),
        ("government", MaterialSource::government(None)),
        ("other", MaterialSource::Other),
    ]
}

/// Every family has these tables, and behind them the supplement of this crate.
pub(crate) const TABLES: [TableSchema; 5] = [
    TableSchema { list: None, fields: BASIC_FIELDS },
    TableSchema { list: None, fields: EXTEND_FIELDS },
    TableSchema { list: Some("materials"), fields: MATERIAL_FIELDS },
    TableSchema { list: Some("fees.rows"), fields: FEE_FIELDS },
    TableSchema { list: Some("questions"), fields: QUESTION_FIELDS },
];

/// The keys of every row that hangs on an item.
pub(crate) const KEYS: [Field; 4] = [
    derived("ROW_GUID", 50, Derived::RowGuid),
    derived("TASK_GUID", 50, Derived::TaskGuid),
    derived("TASK_CODE", 36, Derived::ImplementationCode),
    derived("TASK_HANDLE_ITEM", 50, Derived::HandlingCode),
];

/// The fields of the supplement: path, kind of value, value, order.
pub(crate) const SUPPLEMENT_FIELDS: [&str; 4] =
    ["ELEMENT_PATH", "VALUE_TYPE", "VALUE", "ORDER_NUM"];

const BASIC_FIELDS: &[Field] = &[
    derived("ROW_GUID", 50, Derived::RowGuid),
    text("TASK_NAME", 1000, "name"),
    derived("CATALOG_CODE", 12, Derived::BasicCode),
    text("LOCAL_CATALOG_CODE", 50, "local_codes.directory"),
    derived("TASK_CODE", 36, Derived::ImplementationCode),
    text("LOCAL_TASK_CODE", 50, "local_codes.item"),
    derived("TASK_HANDLE_ITEM", 50, Derived::HandlingCode),
    text("TASK_TYPE", 2, "type"),
    word::<ItemState>("TASK_STATE", "state"),
    field("TASK_VERSION", 10, "version", Form::Number),
    text("PLAN_EFFECTIVE_DATE", 10, "effective"),
    text("PLAN_CANCEL_DATE", 10, "ends"),
    field("BY_LAW", FREE, "basis", Form::Laws),
    Field {
        families: &[Family::General, Family::Punish, Family::Levy, Family::Check],
        ..word::<PowerSource>("POWER_SOURCE", "power.source")
    },
    field("USE_LEVEL", 11, "levels.exercised", Form::Words(LEVELS)),
    text("DEPT_NAME", 200, "body.name"),
    word::<BodyKind>("DEPT_TYPE", "power.body_kind"),
    text("DEPT_CODE", 50, "body.code"),
    text("ENTRUST_NAME", 100, "power.entrusted_by"),
    field("ANTICIPATE_DAY", 10, "limits.decision.statutory", Form::Number),
    field("ANTICIPATE_TYPE", 2, "limits.decision.unit", Form::Word(UNIT)),
    text("ANTICIPATE_EXPLAIN", FREE, "limits.statutory_note"),
    derived("PROMISE_DAY", 10, Derived::Promise),
    derived("PROMISE_TYPE", 2, Derived::PromiseUnit),
    text("PROMISE_EXPLAIN", FREE, "limits.promise_note"),
    field("ACCEPT_CONDITION", FREE, "conditions[].text", Form::Lines),
    field("HANDLE_FLOW", FREE, "steps[].name", Form::Lines),
    field("SPECIAL_PROCEDURE", 500, "special_procedures[].name", Form::Lines),
    words::<Audience>("SERVER_TYPE", 32, "service.audience"),
    word::<Promptness>("PROJECT_TYPE", "service.promptness"),
    words::<HandlingChannel>("HANDLE_TYPE", 5, "service.channels"),
    field("LIMIT_SCENE_NUM", 10, "service.visits", Form::Number),
    derived("IS_FEE", 2, Derived::IsFee),
    field("FEE_BASIS", FREE, "fees.basis", Form::Laws),
    flag("IS_SINGLE_LOGIN", "online.single_sign_on"),
    text("LINK_ADDR", FREE, "online.url"),
    flag("APP_IS_SINGLE_LOGIN", "online.mobile_single_sign_on"),
    text("MOBILE_TERMINAL_URL", FREE, "online.mobile_url"),
    field("TRANSACT_ADDR", 500, "windows[].address", Form::Lines),
    field("TRANSACT_TIME", 500, "windows[].hours", Form::Lines),
    field("LINK_WAY", FREE, "enquiry_phones", Form::Joined),
    field("SUPERVISE_WAY", FREE, "complaint_phones", Form::Joined),
    Field {
        families: &[Family::Punish],
        ..text("PUNISHMENT_METHOD", 3000, "enforcement.punishment")
    },
    Field { families: &[Family::Levy], ..text("COLLECT_TYPE", 200, "enforcement.levy") },
    Field { families: &[Family::Levy], ..flag("IS_PERMIT_REDUCE", "enforcement.reducible") },
];

const EXTEND_FIELDS: &[Field] = &[
    flag("IS_ENTRY_CENTER", "service.at_center"),
    words::<HandlingArea>("HANDLE_AREA", 11, "service.area"),
    field("OTHER_DEPT", 200, "service.joint_bodies", Form::Joined),
    field("SERVICE_TYPE", 500, "intermediaries[].name", Form::Lines),
    text("LIMIT_EXPLAIN", FREE, "service.quota"),
    field("RESULT_TYPE", 30, "outcome.kind", Form::Word(OUTCOME)),
    text("RESULT_NAME", 200, "outcome.name"),
    text("RESULT_GUID", 256, "outcome.sample"),
    flag("IS_SCHEDULE", "service.appointment"),
    flag("IS_PAY_ONLINE", "service.online_payment"),
    flag("IS_EXPRESS", "service.posting"),
    flag("IS_SERVICE_TERMINALS", "service.terminals"),
    field("USER_TOPIC_TYPE", 40, "topics.personal", Form::Joined),
    field("USER_CHARACTER_TOPIC_TYPE", 100, "topics.local_personal", Form::Joined),
    field("CORP_TOPIC_TYPE", 40, "topics.corporate", Form::Joined),
    field("CORP_CHARACTER_TOPIC_TYPE", 100, "topics.local_corporate", Form::Joined),
    derived("IS_ONLINE", 2, Derived::IsOnline),
    words::<OnlineDepth>("ONLINE_HANDLE_DEPTH", 20, "online.depth"),
    derived("ONLINE_HANDLE_URL", FREE, Derived::OnlineUrl),
    text("LIMIT_SCENE_EXPLAIN", 1000, "service.visits_reason"),
    text("EXTEND_FIELD", 2000, "extension"),
];

const MATERIAL_FIELDS: &[Field] = &[
    text("MATERIAL_NAME", 200, "name"),
    of_material::<MaterialKind>("MATERIAL_TYPE", "details.kind"),
    of_material::<MaterialForm>("MATERIAL_FORMAT", "form"),
    of_material::<Requirement>("IS_NEED", "requirement"),
    text("FORM_GUID", FREE, "details.blank_form"),
    text("EXAMPLE_GUID", FREE, "details.sample"),
    field("SOURCE_TYPE", 2, "source.kind", Form::Word(SOURCE)),
    text("SOURCE_EXPLAIN", 500, "details.source_note"),
    derived("PAGE_NUM", 10, Derived::Pages),
    text("PAGE_FORMAT", 200, "details.paper_format"),
    text("FILL_EXPLAIN", 500, "details.filling"),
    text("ACCEPT_STAND", FREE, "acceptance_standard"),
    field("BY_LAW", FREE, "basis", Form::Laws),
    text("REMARK", FREE, "details.remark"),
    derived("ORDER_NUM", 10, Derived::Order),
];

const FEE_FIELDS: &[Field] = &[
    text("FEE_NAME", 200, "name"),
    text("FEE_STAND", FREE, "standard"),
    field("BY_LAW", FREE, "basis", Form::Laws),
    derived("IS_DESC", 2, Derived::IsReducible),
    text("DESC_EXPLAIN", FREE, "reducible_when"),
    text("REMARK", FREE, "remark"),
    derived("ORDER_NUM", 10, Derived::Order),
];

const QUESTION_FIELDS: &[Field] = &[
    text("QUESTION", 1000, "question"),
    text("ANSWER", FREE, "answer"),
    derived("ORDER_NUM", 10, Derived::Order),
];
