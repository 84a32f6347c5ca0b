//! One breach of a rule, with its place.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::place::Place;
use super::{CheckSettings, Rule, Severity};
use crate::{Item, ItemCode, Text};

/// One finding of the consistency checks (检查发现): which rule, how grave, which
/// item in which version, where, and what is the matter.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Catalog, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
/// let catalog = Catalog::from_json(json).unwrap();
/// let mut draft = catalog.iter().next().unwrap().to_draft();
/// draft.complaint_phones = draft.enquiry_phones.clone();
///
/// let catalog = Catalog::from_items([Item::try_from(draft).unwrap()]).unwrap();
/// let finding = &catalog.check()[0];
/// assert_eq!(
///     finding.to_string(),
///     "5.7 error: item 11640200PDY00001XK3000131900001, version 1, complaint_phones[1]: \
///      the same telephone takes enquiries and complaints",
/// );
/// assert_eq!(
///     finding.zh(),
///     "【5.7 错误】事项11640200PDY00001XK3000131900001第1版的投诉电话第1项：咨询与投诉使用同一电话",
/// );
/// ```
#[doc(alias = "检查发现")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    rule: Rule,
    severity: Severity,
    item: ItemCode,
    version: u32,
    #[cfg_attr(feature = "serde", serde(serialize_with = "english"))]
    field: Place,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    position: Option<usize>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    other: Option<ItemCode>,
    english: &'static str,
    chinese: &'static str,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    set_aside: Option<Text>,
}

#[cfg(feature = "serde")]
fn english<S: serde::Serializer>(place: &Place, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(place.0)
}

impl Finding {
    pub(crate) fn new(
        settings: &CheckSettings,
        rule: Rule,
        item: ItemCode,
        version: u32,
        field: Place,
    ) -> Self {
        Self {
            rule,
            severity: settings.severity(rule),
            item,
            version,
            field,
            position: None,
            other: None,
            english: "",
            chinese: "",
            set_aside: settings.reason(item, rule).cloned(),
        }
    }

    pub(crate) fn say(self, english: &'static str, chinese: &'static str) -> Self {
        Self { english, chinese, ..self }
    }

    pub(crate) fn at(self, position: usize) -> Self {
        Self { position: Some(position), ..self }
    }

    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.rule
    }

    /// How grave it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// The item.
    #[must_use]
    pub const fn item(&self) -> ItemCode {
        self.item
    }

    /// Its version.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// Where, such as `steps[2]`; elements counted from 1. In a finding of
    /// rule 3.1 the position is that of the demand.
    #[must_use]
    pub fn field(&self) -> String {
        match self.position {
            Some(position) => format!("{}[{position}]", self.field.0),
            None => self.field.0.into(),
        }
    }

    /// The item that this one disagrees with.
    #[must_use]
    pub const fn other(&self) -> Option<ItemCode> {
        self.other
    }

    /// Why the rule was set aside for this item, if it was.
    #[must_use]
    pub fn set_aside(&self) -> Option<&str> {
        self.set_aside.as_deref()
    }

    /// What is the matter, as English words.
    #[must_use]
    pub const fn english(&self) -> &'static str {
        self.english
    }

    /// What is the matter, as Chinese words.
    #[must_use]
    pub const fn chinese(&self) -> &'static str {
        self.chinese
    }

    /// The finding as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        Chinese(self).to_string()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rule, severity) = (self.rule.id(), self.severity.as_str());
        write!(f, "{rule} {severity}: item {}, version {}, ", self.item, self.version)?;
        write!(f, "{}: {}", self.field(), self.english)?;
        if let Some(other) = self.other {
            write!(f, " (see item {other})")?;
        }
        if self.set_aside.is_some() {
            f.write_str(" (set aside)")?;
        }
        Ok(())
    }
}

struct Chinese<'a>(&'a Finding);

impl fmt::Display for Chinese<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { rule, severity, item, version, field, .. } = self.0;
        write!(f, "【{} {}】事项{item}第{version}版的{}", rule.id(), severity.zh(), field.1)?;
        if let Some(position) = self.0.position {
            write!(f, "第{position}项")?;
        }
        write!(f, "：{}", self.0.chinese)?;
        if let Some(other) = self.0.other {
            write!(f, "（对照事项{other}）")?;
        }
        match &self.0.set_aside {
            Some(reason) => write!(f, "（不适用：{reason}）"),
            None => Ok(()),
        }
    }
}

/// The findings so far.
pub(super) struct Findings<'a> {
    settings: &'a CheckSettings,
    findings: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(super) const fn new(settings: &'a CheckSettings) -> Self {
        Self { settings, findings: Vec::new() }
    }

    /// Adds a finding and gives it back, to be told more of.
    pub(super) fn add(
        &mut self,
        rule: Rule,
        item: &Item,
        field: Place,
        (english, chinese): (&'static str, &'static str),
    ) -> Told<'_> {
        let finding = Finding::new(self.settings, rule, item.code(), item.version(), field);
        self.findings.push(finding.say(english, chinese));
        Told(self.findings.last_mut())
    }

    pub(super) fn sorted(self) -> Vec<Finding> {
        let mut findings = self.findings;
        findings.sort_by_key(|finding| (finding.item, finding.rule, finding.position));
        findings
    }
}

/// A finding that was just added.
pub(super) struct Told<'f>(Option<&'f mut Finding>);

impl Told<'_> {
    /// Which element of the list, from 1.
    pub(super) fn at(mut self, position: usize) -> Self {
        if let Some(finding) = &mut self.0 {
            finding.position = Some(position);
        }
        self
    }

    /// The item that this one disagrees with.
    pub(super) fn beside(mut self, other: ItemCode) -> Self {
        if let Some(finding) = &mut self.0 {
            finding.other = Some(other);
        }
        self
    }
}
