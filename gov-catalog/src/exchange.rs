//! National exchange tables (国家政务服务数据交换表).

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use crate::exchange_fault::ExchangeFault;
use crate::workbook::{LeftOut, Sheet, Workbook, Written};
use crate::{Basis, Dialect, Item, ItemType, LimitUnit, Material, Numbered, TimeLimit};

/// Writes items as rows of the national exchange tables (交换表), state of 2020:
/// one sheet for each table, the first row with the names of its fields.
///
/// Tables that are sent up have the prefix `up_`; the family follows the type of
/// the item: `task_general`, `task_punish`, `task_handle` (levy), `task_check`,
/// `task_public`. Several values in a field are joined by `^`.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Dialect, Exchange, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let exchange = Exchange::in_dialect(Dialect::C0109).materials_in(Dialect::Guangdong);
/// let written = exchange.write([&item]).unwrap();
/// let basic = written.workbook.sheet("up_task_general_basic").unwrap();
/// assert_eq!(basic.rows[0][1], "TASK_NAME");
/// assert_eq!(basic.rows[1][1], "示例许可（新办）");
/// // What has no field, or no number in this dialect, is told.
/// assert!(written.left_out.iter().any(|left| left.path == "outcome.kind"));
/// ```
///
/// Deliberately absent: the fields that say how a batch was sent (`CD_TIME`,
/// `CD_BATCH`, `CD_OPERATION`, `DATA_SOURCE`): whoever sends it adds them. And
/// reading: the tables have one text for all rules of an element, and no limit
/// of the notice, so an item could not come back whole.
#[doc(alias = "交换表")]
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    dialect: Dialect,
    materials: Dialect,
    limit_units: Option<(&'a str, &'a str)>,
}

/// Name of a field and the most characters it holds.
type Field = (&'static str, usize);

/// Free text, bounded only by what an item holds.
const FREE: usize = usize::MAX;

impl<'a> Exchange<'a> {
    /// Rows with the numbers of this dialect.
    #[must_use]
    pub const fn in_dialect(dialect: Dialect) -> Self {
        Self { dialect, materials: dialect, limit_units: None }
    }

    /// The same with the table of materials in another dialect: those who publish
    /// numbers for materials publish no others.
    #[must_use]
    pub const fn materials_in(self, materials: Dialect) -> Self {
        Self { materials, ..self }
    }

    /// The same with codes for working day and natural day (`ANTICIPATE_TYPE`).
    /// No list of them is published; one product writes `W` and `N`.
    #[must_use]
    pub const fn limit_units(self, working_day: &'a str, natural_day: &'a str) -> Self {
        Self { limit_units: Some((working_day, natural_day)), ..self }
    }

    /// Writes items, and says which of their elements have no place there.
    ///
    /// # Errors
    ///
    /// *Every* value that is longer than its field.
    pub fn write<'i>(
        &self,
        items: impl IntoIterator<Item = &'i Item>,
    ) -> Result<Written, Vec<ExchangeFault>> {
        let mut tables = Tables::default();
        for (item, position) in items.into_iter().zip(1..) {
            Rows { tables: &mut tables, exchange: *self, item, position }.write();
        }
        if tables.faults.is_empty() {
            Ok(Written { workbook: Workbook::new(tables.sheets), left_out: tables.left_out })
        } else {
            Err(tables.faults)
        }
    }
}

#[derive(Default)]
struct Tables {
    sheets: Vec<Sheet>,
    left_out: Vec<LeftOut>,
    faults: Vec<ExchangeFault>,
}

/// The rows of one item.
struct Rows<'r> {
    tables: &'r mut Tables,
    exchange: Exchange<'r>,
    item: &'r Item,
    position: usize,
}

impl Rows<'_> {
    fn write(&mut self) {
        self.basic();
        self.extend();
        for (material, nth) in self.item.materials().iter().zip(1..) {
            self.material(material, nth);
        }
        for (fee, nth) in self.item.fees().rows.iter().zip(1_usize..) {
            let row = vec![
                (("FEE_NAME", 200), fee.name.to_string()),
                (("FEE_STAND", FREE), fee.standard.to_string()),
                (("BY_LAW", FREE), laws(&fee.basis)),
                (("IS_DESC", 2), flag(Some(fee.reducible_when.is_some()))),
                (("DESC_EXPLAIN", FREE), text(fee.reducible_when.as_ref())),
                (("REMARK", FREE), text(fee.remark.as_ref())),
                (("ORDER_NUM", 10), nth.to_string()),
            ];
            self.child("fee_project", nth, row);
        }
        for (question, nth) in self.item.questions().iter().zip(1_usize..) {
            let row = vec![
                (("QUESTION", 1000), question.question.to_string()),
                (("ANSWER", FREE), question.answer.to_string()),
                (("ORDER_NUM", 10), nth.to_string()),
            ];
            self.child("questions", nth, row);
        }
        self.without_field();
    }

    fn basic(&mut self) {
        let item = self.item;
        let (code, limits, power) = (item.code(), item.limits(), item.power());
        let (service, online) = (item.service(), item.online());
        let ends = item.ends().map(|date| date.to_string()).unwrap_or_default();
        let exercised: Vec<_> =
            item.levels().exercised.iter().map(|level| level.digit().to_string()).collect();
        let row = vec![
            (("ROW_GUID", 50), self.guid()),
            (("TASK_NAME", 1000), item.name().into()),
            (("CATALOG_CODE", 12), code.basic().to_string()),
            (("LOCAL_CATALOG_CODE", 50), text(item.local_codes().directory.as_ref())),
            (("TASK_CODE", 36), code.implementation().to_string()),
            (("LOCAL_TASK_CODE", 50), text(item.local_codes().item.as_ref())),
            (("TASK_HANDLE_ITEM", 50), code.handling().map(|c| c.to_string()).unwrap_or_default()),
            (("TASK_TYPE", 2), item.item_type().to_string()),
            (("TASK_STATE", 2), self.number("state", Some(item.state()))),
            (("TASK_VERSION", 10), item.version().to_string()),
            (("PLAN_EFFECTIVE_DATE", 10), item.effective().to_string()),
            (("PLAN_CANCEL_DATE", 10), ends),
            (("BY_LAW", FREE), laws(item.basis())),
            (("POWER_SOURCE", 2), self.number("power.source", power.source)),
            (("USE_LEVEL", 11), exercised.join("^")),
            (("DEPT_NAME", 200), item.body().name.to_string()),
            (("DEPT_TYPE", 2), self.number("power.body_kind", power.body_kind)),
            (("DEPT_CODE", 50), item.body().code.to_string()),
            (("ENTRUST_NAME", 100), text(power.entrusted_by.as_ref())),
            (("ANTICIPATE_DAY", 10), limits.decision.statutory().to_string()),
            (("ANTICIPATE_TYPE", 2), self.unit("limits.decision.unit", &limits.decision)),
            (("ANTICIPATE_EXPLAIN", FREE), text(limits.statutory_note.as_ref())),
            (("PROMISE_DAY", 10), limits.decision.promised().to_string()),
            (("PROMISE_TYPE", 2), self.unit("limits.decision.unit", &limits.decision)),
            (("PROMISE_EXPLAIN", FREE), text(limits.promise_note.as_ref())),
            (
                ("ACCEPT_CONDITION", FREE),
                lines(item.conditions().iter().map(|one| one.text.as_str())),
            ),
            (("HANDLE_FLOW", FREE), lines(item.steps().iter().map(|one| one.name.as_str()))),
            (
                ("SPECIAL_PROCEDURE", 500),
                lines(item.special_procedures().iter().map(|one| one.name.as_str())),
            ),
            (("SERVER_TYPE", 32), self.numbers("service.audience", &service.audience)),
            (("PROJECT_TYPE", 2), self.number("service.promptness", service.promptness)),
            (("HANDLE_TYPE", 5), self.numbers("service.channels", &service.channels)),
            (("LIMIT_SCENE_NUM", 10), service.visits.map(|n| n.to_string()).unwrap_or_default()),
            (("IS_FEE", 2), flag(Some(!item.fees().is_free()))),
            (("FEE_BASIS", FREE), laws(&item.fees().basis)),
            (("IS_SINGLE_LOGIN", 2), flag(online.single_sign_on)),
            (("LINK_ADDR", FREE), text(online.url.as_ref())),
            (("APP_IS_SINGLE_LOGIN", 2), flag(online.mobile_single_sign_on)),
            (("MOBILE_TERMINAL_URL", FREE), text(online.mobile_url.as_ref())),
            (("TRANSACT_ADDR", 500), lines(item.windows().iter().map(|one| one.address.as_str()))),
            (("TRANSACT_TIME", 500), lines(item.windows().iter().map(|one| one.hours.as_str()))),
            (("LINK_WAY", FREE), joined(item.enquiry_phones().iter().map(ToString::to_string))),
            (
                ("SUPERVISE_WAY", FREE),
                joined(item.complaint_phones().iter().map(ToString::to_string)),
            ),
        ];
        self.row("basic", row);
    }

    fn extend(&mut self) {
        let item = self.item;
        let (service, online, topics) = (item.service(), item.online(), item.topics());
        let services = item.intermediaries().iter().map(|one| one.name.as_str());
        let topic = |topics: &[crate::Text]| joined(topics.iter().map(ToString::to_string));
        let row = vec![
            (("IS_ENTRY_CENTER", 2), flag(service.at_center)),
            (("HANDLE_AREA", 11), self.numbers("service.area", &service.area)),
            (("OTHER_DEPT", 200), joined(service.joint_bodies.iter().map(ToString::to_string))),
            (("SERVICE_TYPE", 500), lines(services)),
            (("LIMIT_EXPLAIN", FREE), text(service.quota.as_ref())),
            (("RESULT_TYPE", 30), self.unknown("outcome.kind", item.outcome().kind.is_some())),
            (("RESULT_NAME", 200), item.outcome().name.to_string()),
            (("RESULT_GUID", 256), text(item.outcome().sample.as_ref())),
            (("IS_SCHEDULE", 2), flag(service.appointment)),
            (("IS_PAY_ONLINE", 2), flag(service.online_payment)),
            (("IS_EXPRESS", 2), flag(service.posting)),
            (("IS_SERVICE_TERMINALS", 2), flag(service.terminals)),
            (("USER_TOPIC_TYPE", 40), topic(&topics.personal)),
            (("USER_CHARACTER_TOPIC_TYPE", 100), topic(&topics.local_personal)),
            (("CORP_TOPIC_TYPE", 40), topic(&topics.corporate)),
            (("CORP_CHARACTER_TOPIC_TYPE", 100), topic(&topics.local_corporate)),
            (("IS_ONLINE", 2), flag(Some(online.is_offered()))),
            (("ONLINE_HANDLE_DEPTH", 20), self.numbers("online.depth", &online.depth)),
            (("ONLINE_HANDLE_URL", FREE), text(online.url.as_ref())),
            (("LIMIT_SCENE_EXPLAIN", 1000), text(service.visits_reason.as_ref())),
            (("EXTEND_FIELD", 2000), item.extension().unwrap_or_default().into()),
        ];
        self.child("extend", 1, row);
    }

    fn material(&mut self, material: &Material, nth: usize) {
        let details = material.details.as_deref();
        let of = |text: Option<&crate::Text>| text.map(ToString::to_string).unwrap_or_default();
        let dialect = self.exchange.materials;
        let path = |name: &str| format!("materials[{nth}].{name}");
        let kind = details.and_then(|details| details.kind);
        let row = vec![
            (("MATERIAL_NAME", 200), material.name.to_string()),
            (("MATERIAL_TYPE", 2), self.number_in(dialect, &path("details.kind"), kind)),
            (("MATERIAL_FORMAT", 2), self.number_in(dialect, &path("form"), Some(material.form))),
            (
                ("IS_NEED", 2),
                self.number_in(dialect, &path("requirement"), Some(material.requirement)),
            ),
            (("FORM_GUID", FREE), of(details.and_then(|one| one.blank_form.as_ref()))),
            (("EXAMPLE_GUID", FREE), of(details.and_then(|one| one.sample.as_ref()))),
            (("SOURCE_TYPE", 2), self.unknown(&path("source.kind"), true)),
            (("SOURCE_EXPLAIN", 500), of(details.and_then(|one| one.source_note.as_ref()))),
            (
                ("PAGE_NUM", 10),
                u16::from(material.originals).saturating_add(material.copies.into()).to_string(),
            ),
            (("PAGE_FORMAT", 200), of(details.and_then(|one| one.paper_format.as_ref()))),
            (("FILL_EXPLAIN", 500), of(details.and_then(|one| one.filling.as_ref()))),
            (("ACCEPT_STAND", FREE), of(material.acceptance_standard.as_ref())),
            (("BY_LAW", FREE), laws(&material.basis)),
            (("REMARK", FREE), of(details.and_then(|one| one.remark.as_ref()))),
            (("ORDER_NUM", 10), nth.to_string()),
        ];
        let told = [
            ("only_when", material.only_when.is_some()),
            ("source.license_type", material.license_type().is_some()),
            ("details.signature", details.is_some_and(|one| one.signature.is_some())),
        ];
        for (name, _) in told.into_iter().filter(|(_, there)| *there) {
            self.leave_out(&path(name));
        }
        self.child("material", nth, row);
    }

    /// Elements that no field has room for.
    fn without_field(&mut self) {
        let item = self.item;
        let (limits, power, levels) = (item.limits(), item.power(), item.levels());
        let elements = [
            ("body.short_name", item.body().short_name.is_some()),
            ("division", true),
            ("links", !item.links().is_empty()),
            ("power.parent", power.parent.is_some()),
            ("power.department", power.department.is_some()),
            ("power.announcement", power.announcement.is_some()),
            ("levels.accept", levels.accept.is_some()),
            ("levels.decide", levels.decide.is_some()),
            ("conditions.basis", item.conditions().iter().any(|one| !one.basis.is_empty())),
            ("conditions.criterion", item.conditions().iter().any(|one| one.criterion.is_some())),
            ("limits.supplement_notice", true),
            ("limits.extension", limits.extension.is_some()),
            ("limits.delivery", limits.delivery.is_some()),
            ("limits.decision.basis", !limits.decision.basis().is_empty()),
            ("steps.role", true),
            ("steps.limit", item.steps().iter().any(|one| one.limit.is_some())),
            (
                "special_procedures.limit",
                item.special_procedures().iter().any(|one| one.limit.is_some()),
            ),
            ("site_check", item.site_check().is_some()),
            ("intermediaries.basis", item.intermediaries().iter().any(|one| !one.basis.is_empty())),
            (
                "intermediaries.institutions",
                item.intermediaries().iter().any(|one| !one.institutions.is_empty()),
            ),
            ("outcome.license_type", item.outcome().license_type.is_some()),
            ("outcome.validity_years", item.outcome().validity_years.is_some()),
            ("outcome.basis", !item.outcome().basis.is_empty()),
            ("windows.name", true),
            ("windows.division", item.windows().iter().any(|one| one.division.is_some())),
            ("remedies", *item.remedies() != crate::Remedies::default()),
            ("enforcement", *item.enforcement() != crate::Enforcement::default()),
            ("notes", !item.notes().is_empty()),
        ];
        for (path, _) in elements.into_iter().filter(|(_, there)| *there) {
            self.leave_out(path);
        }
    }

    /// The row of the item itself; the department's own name for it, if it has one.
    fn guid(&self) -> String {
        let own = self.item.local_codes().row.as_ref().map(ToString::to_string);
        own.unwrap_or_else(|| format!("{}-{}", self.item.code(), self.item.version()))
    }

    /// A row that hangs on the item.
    fn child(&mut self, table: &str, nth: usize, row: Vec<(Field, String)>) {
        let code = self.item.code();
        let initial = table.chars().next().unwrap_or('r').to_ascii_uppercase();
        let key = vec![
            (("ROW_GUID", 50), format!("{}-{}-{initial}{nth}", code, self.item.version())),
            (("TASK_GUID", 50), self.guid()),
            (("TASK_CODE", 36), code.implementation().to_string()),
            (("TASK_HANDLE_ITEM", 50), code.handling().map(|c| c.to_string()).unwrap_or_default()),
        ];
        self.row(table, key.into_iter().chain(row).collect());
    }

    fn row(&mut self, table: &str, row: Vec<(Field, String)>) {
        let name = format!("up_{}_{table}", family(self.item.item_type()));
        for ((field, max), value) in &row {
            if value.chars().count() > *max {
                let fault = ExchangeFault::new(self.position, name.as_str(), field, *max);
                self.tables.faults.push(fault);
            }
        }
        let sheets = &mut self.tables.sheets;
        if !sheets.iter().any(|sheet| sheet.name == name) {
            let headings = row.iter().map(|((field, _), _)| (*field).into()).collect();
            sheets.push(Sheet::new(name.as_str(), vec![headings]));
        }
        if let Some(sheet) = sheets.iter_mut().find(|sheet| sheet.name == name) {
            sheet.rows.push(row.into_iter().map(|(_, value)| value).collect());
        }
    }

    /// The number of a value; without one the field stays empty and is told.
    fn number<T: Numbered>(&mut self, path: &str, value: Option<T>) -> String {
        self.number_in(self.exchange.dialect, path, value)
    }

    fn number_in<T: Numbered>(&mut self, dialect: Dialect, path: &str, value: Option<T>) -> String {
        let Some(value) = value else { return String::new() };
        match value.to_number(Some(dialect)) {
            Ok(number) => number.into(),
            Err(_) => self.unknown(path, true),
        }
    }

    fn numbers<T: Numbered>(&mut self, path: &str, values: &[T]) -> String {
        let numbers: Vec<_> = values.iter().map(|value| self.number(path, Some(*value))).collect();
        let mut numbers: Vec<_> = numbers.into_iter().filter(|number| !number.is_empty()).collect();
        numbers.sort();
        numbers.join("^")
    }

    /// A field whose numbers nobody published; it stays empty and is told.
    fn unknown(&mut self, path: &str, there: bool) -> String {
        if there {
            self.leave_out(path);
        }
        String::new()
    }

    fn unit(&mut self, path: &str, limit: &TimeLimit) -> String {
        match (self.exchange.limit_units, limit.unit()) {
            (Some((working_day, _)), LimitUnit::WorkingDay) => working_day.into(),
            (Some((_, natural_day)), LimitUnit::NaturalDay) => natural_day.into(),
            (None, _) => self.unknown(path, true),
        }
    }

    fn leave_out(&mut self, path: &str) {
        let left = LeftOut { item: self.position, path: path.into() };
        if !self.tables.left_out.contains(&left) {
            self.tables.left_out.push(left);
        }
    }
}

/// The family of tables that a type belongs to.
const fn family(item_type: ItemType) -> &'static str {
    match item_type {
        ItemType::PENALTY => "task_punish",
        ItemType::LEVY => "task_handle",
        ItemType::COMPULSION | ItemType::INSPECTION => "task_check",
        item_type if item_type.is_public_service() => "task_public",
        _ => "task_general",
    }
}

fn text(text: Option<&crate::Text>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn joined(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("^")
}

fn lines<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// Yes and no, as all but one product write them.
fn flag(flag: Option<bool>) -> String {
    flag.map(|flag| if flag { "1" } else { "0" }).unwrap_or_default().into()
}

/// Rules as one text: law, article and gist, each rule on a line.
fn laws(basis: &[Basis]) -> String {
    let lines = basis.iter().map(|basis| match &basis.gist {
        Some(gist) => format!("{basis}：{gist}"),
        None => basis.to_string(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
