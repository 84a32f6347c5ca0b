//! Consistency checks of a catalog (一致性检查).

mod copies;
mod directory;
mod finding;
mod item;
mod moves;
mod place;
mod rule;

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use gov_identity::DivisionCode;

pub use self::finding::Finding;
use self::finding::Findings;
pub use self::rule::{Rule, RuleOrigin, Severity};
use crate::{Catalog, Item, ItemCode, ItemState, Text};

/// How a catalog is checked (检查设置): how grave a breach is, which rules are
/// set aside for which items and why, which area codes telephones have.
///
/// ```
/// use gov_catalog::{CheckSettings, Rule, Severity};
///
/// let mut settings = CheckSettings::default();
/// assert_eq!(settings.severity(Rule::SampleOfResult), Severity::Notice);
/// settings.set_severity(Rule::SampleOfResult, Severity::Error);
/// assert_eq!(settings.severity(Rule::SampleOfResult), Severity::Error);
/// ```
#[doc(alias = "检查设置")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CheckSettings {
    severities: BTreeMap<Rule, Severity>,
    set_aside: BTreeMap<(ItemCode, Rule), Text>,
    area_codes: Vec<(DivisionCode, Text)>,
}

impl Catalog {
    /// Checks the newest version of every item against the rules and against the
    /// others, with the severities of [`Rule::severity`].
    ///
    /// Older versions are left alone: they are published and never change. Rules
    /// of an item's own are applied to items in use, that on links (2.4) to all.
    ///
    /// The findings come in the order of the codes, then of the rules.
    ///
    #[cfg_attr(feature = "serde", doc = "```")]
    #[cfg_attr(not(feature = "serde"), doc = "```ignore")]
    /// use gov_catalog::{Catalog, Rule};
    ///
    /// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/catalog.json"));
    /// let mut catalog = Catalog::from_json(json).unwrap();
    /// assert!(catalog.check().is_empty());
    /// ```
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        self.check_with(&CheckSettings::default())
    }

    /// Checks with settings of one's own.
    #[must_use]
    pub fn check_with(&self, settings: &CheckSettings) -> Vec<Finding> {
        let mut findings = Findings::new(settings);
        for item in self.newest() {
            moves::links(self, item, &mut findings);
        }
        let newest: Vec<&Item> =
            self.newest().filter(|item| item.state() == ItemState::InUse).collect();
        for item in &newest {
            item::check(item, settings, &mut findings);
            moves::check(self, item, &mut findings);
            if let Some(directory) = self.directory() {
                directory::check(directory, item, &mut findings);
            }
        }
        copies::check(&newest, &mut findings);
        findings.sorted()
    }

    /// Checks what a case asks for against the version it was accepted under
    /// (rule 3.1): nothing beyond that guide, whatever version is in force now.
    ///
    /// A version that the catalog does not have is one finding: nothing can be
    /// asked under it.
    #[must_use]
    pub fn check_case(&self, item: ItemCode, version: u32, asked: &[&str]) -> Vec<Finding> {
        let settings = CheckSettings::default();
        let say = |field, english, chinese| {
            Finding::new(&settings, Rule::NothingBeyondGuide, item, version, field)
                .say(english, chinese)
        };
        let Some(pinned) = self.version(item, version) else {
            return vec![say(
                place::VERSION,
                "the catalog has no such version to accept a case under",
                "目录中没有受理时所依据的版本",
            )];
        };
        let beyond = pinned.demands(asked).err().unwrap_or_default();
        let beyond = beyond.into_iter().map(|beyond| {
            say(
                place::MATERIALS,
                "a demand that is not a material of the version the case was accepted under",
                "所要求的材料不在受理时版本的材料目录内",
            )
            .at(beyond.position())
        });
        beyond.collect()
    }
}

impl CheckSettings {
    /// How grave a breach of the rule is.
    #[must_use]
    pub fn severity(&self, rule: Rule) -> Severity {
        self.severities.get(&rule).copied().unwrap_or(rule.severity())
    }

    /// Sets how grave a breach of the rule is.
    pub fn set_severity(&mut self, rule: Rule, severity: Severity) {
        self.severities.insert(rule, severity);
    }

    /// Sets a rule aside for one item, for a written reason. Its findings stay
    /// in the report and carry the reason.
    pub fn set_aside(&mut self, item: ItemCode, rule: Rule, reason: impl Into<Text>) {
        self.set_aside.insert((item, rule), reason.into());
    }

    /// Says which area code the telephones of a division and of all below it have.
    pub fn set_area_code(&mut self, division: DivisionCode, area_code: impl Into<Text>) {
        self.area_codes.push((division, area_code.into()));
    }

    pub(crate) fn reason(&self, item: ItemCode, rule: Rule) -> Option<&Text> {
        self.set_aside.get(&(item, rule))
    }

    /// The area code of a division, the last one said.
    pub(crate) fn area_code(&self, division: DivisionCode) -> Option<&Text> {
        let said = self.area_codes.iter().rev().find(|(above, _)| above.contains(division));
        said.map(|(_, area_code)| area_code)
    }
}

/// Shizuishan dials 0952.
impl Default for CheckSettings {
    fn default() -> Self {
        let shizuishan = DivisionCode::from_static("640200");
        Self {
            severities: BTreeMap::new(),
            set_aside: BTreeMap::new(),
            area_codes: vec![(shizuishan, Text::from("0952"))],
        }
    }
}
