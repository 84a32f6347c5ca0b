//! The rows that a case sends to the national exchange (办件数据上报), tables of 2020.
//!
//! Rows are a projection of the events: the same events give the same rows. What the
//! events do not hold comes in as [`Particulars`]; what is still missing, too long
//! or coded in a way nobody has published is a [`Gap`], never a guess.
//!
//! Deliberately absent: the exchange columns `CD_OPERATION`, `CD_TIME`, `CD_BATCH`, `DATA_SOURCE`, which
//! belong to the transport.

use core::fmt;
use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};

use crate::case::CHINA;
use crate::hex::{hex, sha256};
use crate::report_special::special_procedures;
pub use crate::report_table::{Field, Table};
use crate::{Author, Case, Clock, Event, EventKind, Fact, Rules, TransitionError};

/// One row for the exchange (上报数据行).
///
/// A row of `up_pro_accept` holds the applicant's number, so `Debug` shows the names of
/// fields only; [`expose`](Self::expose) is the door to the values.
#[doc(alias = "上报数据行")]
#[derive(Clone, Eq, PartialEq)]
pub struct Row {
    table: Table,
    values: BTreeMap<&'static str, String>,
}

/// What the events of a case do not hold (办件补充信息): names, addresses, codes of a
/// directory, by table and field.
///
/// ```
/// use gov_workflow::report::{Particulars, Table};
///
/// let mut particulars = Particulars::default();
/// particulars.set(Table::Accept, "ORG_NAME", "示例市审批服务管理局")?;
/// let error = particulars.set(Table::Accept, "ORG_NAMES", "").unwrap_err();
/// assert_eq!(error.to_string(), "report: up_pro_accept has no such field");
/// # Ok::<(), gov_workflow::report::NoSuchField>(())
/// ```
#[doc(alias = "办件补充信息")]
#[derive(Clone, Default)]
pub struct Particulars(BTreeMap<(Table, &'static str), String>);

/// What keeps a row from being complete (上报缺口).
///
/// ```
/// use gov_workflow::report::{Gap, GapKind, Table};
///
/// let gap = Gap { table: Table::Result, row: 1, field: "RESULT_TYPE", kind: GapKind::CodeUnknown };
/// assert_eq!(gap.to_string(), "report: RESULT_TYPE of up_pro_result, row 1: nobody has published its codes");
/// assert_eq!(gap.zh(), "上报：up_pro_result第1行RESULT_TYPE的代码未公布");
/// assert_eq!(gap.code(), "code-unknown");
/// ```
#[doc(alias = "上报缺口")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "where and what: nothing else belongs here")]
pub struct Gap {
    /// The table.
    pub table: Table,
    /// The row in the table, from 1.
    pub row: usize,
    /// The field.
    pub field: &'static str,
    /// What is wrong.
    pub kind: GapKind,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum GapKind {
    /// The field must not be empty, and nobody has said what goes there.
    Missing,
    /// The field must not be empty, and its codes are not published.
    CodeUnknown,
    /// The value is longer than the field.
    TooLong {
        /// Most characters.
        longest: usize,
        /// Characters there are.
        found: usize,
    },
}

/// The rows of a case, and what they lack (上报结果).
#[doc(alias = "上报结果")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// The rows, table by table. A field with a gap is left out of its row.
    pub rows: Vec<Row>,
    /// What is missing, too long or unknown, in the order of the rows.
    pub gaps: Vec<Gap>,
}

impl Report {
    /// Projects the events of a case.
    ///
    /// A case that was not accepted has no row of acceptance, one without a decision none of
    /// a result.
    ///
    /// # Errors
    ///
    /// Events that do not make a case.
    pub fn of(
        events: &[Event],
        rules: &Rules,
        particulars: &Particulars,
    ) -> Result<Self, TransitionError> {
        let case = Case::replay(events)?;
        let mut report = Self { rows: Vec::new(), gaps: Vec::new() };
        for (table, drafts) in [
            (Table::Accept, accept(&case, events, rules).into_iter().collect()),
            (Table::Process, events.iter().map(process).collect()),
            (Table::SpecialProcedure, special_procedures(events)),
            (Table::Result, result(&case, events).into_iter().collect()),
            (Table::Material, materials(events)),
        ] {
            for (index, values) in drafts.into_iter().enumerate() {
                report.add(&case, table, index + 1, values, particulars);
            }
        }
        Ok(report)
    }

    fn add(
        &mut self,
        case: &Case,
        table: Table,
        row: usize,
        mut values: Values,
        particulars: &Particulars,
    ) {
        let number = case.filing().map(|filing| filing.case.as_str()).unwrap_or_default();
        values.insert("ROW_GUID", guid(number, table, row));
        values.insert("PROJECT_NO", number.to_owned());
        for ((of, field), value) in &particulars.0 {
            if *of == table {
                values.entry(field).or_insert_with(|| value.clone());
            }
        }
        for Field { name, longest, optional, code_unknown } in table.fields() {
            let length = values.get(name).map_or(0, |value| value.chars().count());
            let kind = match length {
                0 if *optional => None,
                0 if *code_unknown => Some(GapKind::CodeUnknown),
                0 => Some(GapKind::Missing),
                found if found > *longest => Some(GapKind::TooLong { longest: *longest, found }),
                _ => None,
            };
            if let Some(kind) = kind {
                values.remove(name);
                self.gaps.push(Gap { table, row, field: name, kind });
            }
        }
        self.rows.push(Row { table, values });
    }
}

pub(crate) type Values = BTreeMap<&'static str, String>;

fn accept(case: &Case, events: &[Event], rules: &Rules) -> Option<Values> {
    let (filing, acceptance) = (case.filing()?, case.acceptance()?);
    let procedure = rules.procedure();
    let mut values = Values::from([
        ("TASK_NAME", procedure.name().to_owned()),
        ("TASK_VERSION", filing.procedure.to_string()),
        ("APPLYER_PAGE_TYPE", filing.applicant.holder_code().to_owned()),
        ("APPLYER_PAGE_CODE", filing.applicant.expose_number().to_owned()),
        ("APPLY_TYPE", filing.channel.handling_form().code().to_owned()),
        ("APPLY_DATE", time(filing.received_at)),
        ("ACCEPT_DATE", midnight(acceptance.on)),
        ("ORG_CODE", procedure.body().as_str().to_owned()),
    ]);
    let accepted = events.iter().find(|event| {
        matches!(event.fact.kind(), EventKind::Accepted | EventKind::ToleranceAccepted)
    });
    if let Some(event) = accepted {
        values.insert("ACCEPT_DATE", time(event.at));
    }
    if let Some(voucher) = case.voucher() {
        values.insert("ACCEPT_DOC_NO", voucher.to_owned());
    }
    // 18 characters of the body, 1 of the level, 12 of the catalog; 2 more for a form of handling.
    let item = filing.item.as_str();
    if matches!(item.len(), 31 | 33) {
        let part = |from, to| item.get(from..to).unwrap_or_default().to_owned();
        values.insert("CATALOG_CODE", part(19, 31));
        values.insert("TASK_CODE", part(0, 31));
        if item.len() == 33 {
            values.insert("TASK_HANDLE_ITEM", item.to_owned());
        }
    }
    let promise = procedure.promised(Clock::Decision).is_some();
    let due = case
        .deadlines(rules)
        .into_iter()
        .rfind(|deadline| deadline.limit().clock == Clock::Decision && promise);
    if let Some(due) = due.and_then(|deadline| deadline.due().ok()) {
        values.insert("PROMISE_DATE", midnight(due));
    }
    Some(values)
}

/// The name of a step is its Chinese term; who did it is a staff number, which is public.
fn process(event: &Event) -> Values {
    let (kind, at) = (event.fact.kind(), time(event.at));
    let mut values = Values::from([
        ("PROCESS_NAME", kind.zh().to_owned()),
        ("HANDLE_EXPLAIN", explanation(&event.fact)),
        ("EVENT_START_TIME", at.clone()),
        ("EVENT_END_TIME", at),
    ]);
    let who = match &event.by {
        Author::Officer { staff, .. } | Author::Deputy { staff, .. } => staff.as_str(),
        Author::Applicant => "申请人",
        Author::Clock => "系统",
    };
    values.insert("HANDLE_USER_NAME", who.to_owned());
    values
}

/// What was found or why; the name of the step where nothing more was said.
fn explanation(fact: &Fact) -> String {
    match fact {
        Fact::AcceptanceRefused { reason, .. }
        | Fact::AcceptanceRevoked { reason, .. }
        | Fact::Refused { reason, .. }
        | Fact::NotNeeded { reason }
        | Fact::RectificationOrdered { reason, .. }
        | Fact::Revoked { reason, .. }
        | Fact::Terminated { reason, .. }
        | Fact::DelayExplained { reason }
        | Fact::VoidProposed { reason } => reason.clone(),
        Fact::ReviewRecorded { step, note, .. } => format!("{step}：{note}"),
        Fact::Reassigned { to, reason } => format!("{to}：{reason}"),
        Fact::OnSiteChecked { note, .. }
        | Fact::CorrectedOnTheSpot { note, .. }
        | Fact::PreChecked { note, .. }
        | Fact::PromiseChecked { note, .. }
        | Fact::FalsehoodFound { note, .. } => note.clone(),
        Fact::Forwarded { report, .. } | Fact::TakenOver { report, .. } => report.clone(),
        Fact::SupplementRequested { missing, .. } => {
            let each =
                missing.iter().map(|defect| format!("{}：{}", defect.material, defect.reason));
            each.collect::<Vec<_>>().join("；")
        }
        other => other.kind().zh().to_owned(),
    }
}

fn result(case: &Case, events: &[Event]) -> Option<Values> {
    let decided = events.iter().find(|event| {
        let kind = event.fact.kind();
        matches!(kind, EventKind::Granted | EventKind::Refused | EventKind::DeemedRenewed)
    })?;
    let mut values = Values::from([("RESULT_DATE", time(decided.at))]);
    if let Fact::Refused { reason, .. } = &decided.fact {
        values.insert("RESULT_EXPLAIN", reason.clone());
    }
    if let Some(staff) = decided.by.staff() {
        values.insert("HANDLE_USER_NAME", staff.as_str().to_owned());
    }
    if let Some(license) = case.license() {
        values.insert("RESULT_CETR_NO", license.to_owned());
    }
    Some(values)
}

/// A row for each time a material came in.
fn materials(events: &[Event]) -> Vec<Values> {
    let lists = events.iter().filter_map(|event| match &event.fact {
        Fact::Received { materials, .. } | Fact::SupplementReceived { materials } => {
            Some(materials)
        }
        _ => None,
    });
    let row = |name: &crate::MaterialName| Values::from([("MATERIAL_NAME", name.to_string())]);
    lists.flatten().map(row).collect()
}

/// The same row of the same case has the same name for ever.
fn guid(case: &str, table: Table, row: usize) -> String {
    let place = format!("gov-workflow report 1\n{case}\n{}\n{row}", table.name());
    hex(&sha256(&[place.as_bytes()])).chars().take(32).collect()
}

pub(crate) fn time(at: DateTime<FixedOffset>) -> String {
    at.with_timezone(&CHINA).format("%Y%m%dT%H%M%S").to_string()
}

pub(crate) fn midnight(on: NaiveDate) -> String {
    on.and_time(NaiveTime::MIN).format("%Y%m%dT%H%M%S").to_string()
}

impl Row {
    /// The table.
    #[must_use]
    pub const fn table(&self) -> Table {
        self.table
    }

    /// The value of a field, which may be a person's number; none for an empty one and for
    /// one with a gap.
    #[must_use]
    pub fn expose(&self, field: &str) -> Option<&str> {
        self.values.get(field).map(String::as_str)
    }
}

impl Particulars {
    /// Says what goes into a field of every row of a table that the events do not fill.
    ///
    /// # Errors
    ///
    /// A field that the table does not have.
    pub fn set(
        &mut self,
        table: Table,
        field: &str,
        value: impl Into<String>,
    ) -> Result<(), NoSuchField> {
        let known = table.fields().iter().find(|known| known.name == field);
        let known = known.ok_or(NoSuchField { table })?;
        self.0.insert((table, known.name), value.into());
        Ok(())
    }
}

/// The table has no such field.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("report: {} has no such field", .table.name())]
pub struct NoSuchField {
    table: Table,
}

impl NoSuchField {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "no-such-field"
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        format!("上报：{}没有该字段", self.table.name())
    }
}

impl Gap {
    /// The kind of gap as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            GapKind::Missing => "missing",
            GapKind::CodeUnknown => "code-unknown",
            GapKind::TooLong { .. } => "too-long",
        }
    }

    /// The gap as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        let Self { table, row, field, kind } = self;
        let place = format!("上报：{}第{row}行{field}", table.name());
        match kind {
            GapKind::Missing => format!("{place}不能为空"),
            GapKind::CodeUnknown => format!("{place}的代码未公布"),
            GapKind::TooLong { longest, found } => {
                format!("{place}最长{longest}个字符，现为{found}个字符")
            }
        }
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, row, field, kind } = self;
        write!(f, "report: {field} of {}, row {row}: ", table.name())?;
        match kind {
            GapKind::Missing => f.write_str("must not be empty"),
            GapKind::CodeUnknown => f.write_str("nobody has published its codes"),
            GapKind::TooLong { longest, found } => {
                write!(f, "expected {longest} characters at most, found {found}")
            }
        }
    }
}

impl core::error::Error for Gap {}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({} ", self.table.name())?;
        f.debug_set().entries(self.values.keys()).finish()?;
        f.write_str(")")
    }
}

impl fmt::Debug for Particulars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
