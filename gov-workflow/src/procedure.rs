//! How one item is handled: by whom, with which materials, in which time.

use std::collections::BTreeSet;

use gov_identity::{CreditCode, DivisionCode};

use crate::limit::{Clock, Limit, Origin};
use crate::procedure_fault::ProcedureFault;
use crate::{Basis, Calendar, Extension, ItemCode, MaterialName, PauseGround, Tolerance};

/// How one item is handled (办理规程), checked and numbered.
///
/// A version never changes; a case keeps the version it began with.
///
/// ```
/// use gov_identity::{CreditCode, DivisionCode};
/// use gov_workflow::{GuideMaterial, ItemCode, MaterialName, Procedure, ProcedureDraft};
///
/// let mut draft = ProcedureDraft::licensing(
///     ItemCode::parse("1164020010001501113000131001000")?,
///     "食品经营许可",
///     CreditCode::from_static("91640200MA0000007F"),
///     DivisionCode::from_static("640200"),
/// );
/// draft.materials.push(GuideMaterial {
///     name: MaterialName::parse("申请书")?,
///     required: true,
/// });
/// let procedure = Procedure::try_new(draft).unwrap();
/// assert_eq!(procedure.decision().days, 20);
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "办理规程")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Procedure(ProcedureDraft);

/// A procedure that nobody has checked yet (办理规程草案).
#[doc(alias = "办理规程草案")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct ProcedureDraft {
    /// The item (事项编码).
    pub item: ItemCode,
    /// The version of this procedure, from 1 (版本).
    pub version: u32,
    /// The item's name in Chinese (事项名称).
    pub name: String,
    /// The body that decides (实施机关).
    pub body: CreditCode,
    /// The division it decides for (行政区划).
    pub division: DivisionCode,
    /// Other bodies whose windows take in and hand out for it (综合窗口所属机构).
    pub windows: BTreeSet<CreditCode>,
    /// Time to tell what is missing (一次性告知期限).
    pub supplement_notice: Limit,
    /// Time to decide, by law (法定办结时限).
    pub decision: Limit,
    /// Time to issue and deliver what was granted (送达期限); none where nothing is made.
    pub delivery: Option<Limit>,
    /// Shorter times that the body promises (承诺时限), one a clock at most; 0 days to
    /// decide make an instant item (即办件).
    pub promised: Vec<Limit>,
    /// The materials of the guide (申请材料); nothing beyond them can be asked for.
    pub materials: Vec<GuideMaterial>,
    /// How many officers, two at least, must check on site before a decision
    /// (实地核查人数); none where no check is needed.
    pub on_site_officers: Option<u8>,
    /// By how much the time to decide can be extended, once (可延长期限); none where
    /// it cannot.
    #[cfg_attr(feature = "serde", serde(default))]
    pub extension: Option<Extension>,
    /// The special procedures that may stop the clock (特别程序). A hearing is the
    /// applicant's right and not listed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub special_procedures: Vec<SpecialProcedure>,
    /// Which materials may follow after acceptance (容缺受理); none where nothing is
    /// accepted incomplete.
    #[cfg_attr(feature = "serde", serde(default))]
    pub tolerance: Option<Tolerance>,
}

/// A special procedure of an item (事项的特别程序).
#[doc(alias = "事项特别程序")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct SpecialProcedure {
    /// Which one, and by which law.
    pub ground: PauseGround,
    /// How many days it takes at most; none where the item does not say.
    pub days: Option<u16>,
}

/// A material of the guide (办事指南所列申请材料).
#[doc(alias = "申请材料")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct GuideMaterial {
    /// The name, which is its key in the guide.
    pub name: MaterialName,
    /// Whether nothing can be accepted without it (必要).
    pub required: bool,
}

impl ProcedureDraft {
    /// A first version with the limits of the Administrative Licensing Law: 5 working
    /// days to tell what is missing, 20 to decide and 10 more by an extension, 10 to
    /// deliver; no promise, no materials, no check on site, no special procedure.
    #[must_use]
    pub fn licensing(
        item: ItemCode,
        name: impl Into<String>,
        body: CreditCode,
        division: DivisionCode,
    ) -> Self {
        Self {
            item,
            version: 1,
            name: name.into(),
            body,
            division,
            windows: BTreeSet::new(),
            supplement_notice: Limit::supplement_notice(),
            decision: Limit::decision(),
            delivery: Some(Limit::delivery()),
            promised: Vec::new(),
            materials: Vec::new(),
            on_site_officers: None,
            extension: Some(Extension::decision()),
            special_procedures: Vec::new(),
            tolerance: None,
        }
    }

    /// Every fault of the draft, in the order of its fields.
    fn faults(&self) -> Vec<ProcedureFault> {
        let mut faults = Vec::new();
        if self.version == 0 {
            faults.push(ProcedureFault::VersionZero);
        }
        if self.name.trim().is_empty() {
            faults.push(ProcedureFault::NameMissing);
        }
        faults.extend(misplaced(&self.supplement_notice, &Limit::supplement_notice()));
        let joint = Some(&self.decision).filter(|limit| limit.basis == Basis::joint_handling());
        let law = joint.map_or_else(Limit::decision, |_| Limit::joint_decision());
        faults.extend(misplaced(&self.decision, &law));
        if let Some(delivery) = &self.delivery {
            faults.extend(misplaced(delivery, &Limit::delivery()));
        }
        let mut promised = BTreeSet::new();
        for limit in &self.promised {
            let clock = limit.clock;
            if limit.origin != Origin::Promised || !promised.insert(clock) {
                faults.push(ProcedureFault::Misplaced { clock });
            } else if !self.statutory(clock).is_some_and(|law| limit.is_within(law)) {
                faults.push(ProcedureFault::PromiseLonger { clock });
            }
        }
        let mut seen = BTreeSet::new();
        for (index, material) in self.materials.iter().enumerate() {
            let position = index + 1;
            if !seen.insert(&material.name) {
                faults.push(ProcedureFault::MaterialRepeated { position });
            }
        }
        if self.on_site_officers.is_some_and(|officers| officers < 2) {
            faults.push(ProcedureFault::OneOfficer);
        }
        if self.extension.as_ref().is_some_and(beyond_law) {
            faults.push(ProcedureFault::ExtensionBeyondLaw);
        }
        let tolerated = self.tolerance.iter().flat_map(|tolerance| &tolerance.materials);
        for (index, name) in tolerated.enumerate() {
            let position = index + 1;
            if !self.materials.iter().any(|listed| listed.required && listed.name == *name) {
                faults.push(ProcedureFault::ToleranceNotRequired { position });
            }
        }
        for (index, special) in self.special_procedures.iter().enumerate() {
            let position = index + 1;
            let earlier = self.special_procedures.iter().take(index);
            if earlier.into_iter().any(|earlier| earlier.ground == special.ground) {
                faults.push(ProcedureFault::SpecialProcedureRepeated { position });
            }
            match &special.ground {
                PauseGround::Hearing => {
                    faults.push(ProcedureFault::HearingListed { position });
                }
                PauseGround::SpecialLaw { basis } if basis.law() == Basis::LICENSING_LAW => {
                    faults.push(ProcedureFault::NotInClosedList { position });
                }
                _ => {}
            }
        }
        faults
    }

    const fn statutory(&self, clock: Clock) -> Option<&Limit> {
        match clock {
            Clock::SupplementNotice => Some(&self.supplement_notice),
            Clock::Decision => Some(&self.decision),
            Clock::Delivery => self.delivery.as_ref(),
            // The law alone sets these, for every item.
            Clock::HearingRequest | Clock::Hearing => None,
        }
    }
}

/// Whether a statutory limit stands in the wrong field, or claims the Licensing Law
/// for more than that law gives. Another law may give more; then it is named.
fn misplaced(limit: &Limit, law: &Limit) -> Option<ProcedureFault> {
    let clock = law.clock;
    if limit.clock != clock || limit.origin != Origin::Statutory {
        Some(ProcedureFault::Misplaced { clock })
    } else if limit.basis.law() == Basis::LICENSING_LAW && !limit.is_within(law) {
        Some(ProcedureFault::BeyondLaw { clock })
    } else {
        None
    }
}

/// Whether an extension claims the Licensing Law for more than that law gives.
fn beyond_law(extension: &Extension) -> bool {
    let most = if extension.basis == Basis::joint_handling() { 15 } else { 10 };
    extension.basis.law() == Basis::LICENSING_LAW && extension.days > most
}

impl Procedure {
    /// Checks a draft.
    ///
    /// # Errors
    ///
    /// Every fault at once:
    ///
    /// - a promise of 25 working days where the law gives 20
    /// - 30 working days to decide with 行政许可法 as the basis
    /// - two materials with one name
    /// - version 0, or no name
    pub fn try_new(draft: ProcedureDraft) -> Result<Self, Vec<ProcedureFault>> {
        let faults = draft.faults();
        if faults.is_empty() { Ok(Self(draft)) } else { Err(faults) }
    }

    /// The record this procedure was made of.
    #[must_use]
    pub const fn as_draft(&self) -> &ProcedureDraft {
        &self.0
    }

    /// The record this procedure was made of, to make the next version.
    #[must_use]
    pub fn into_draft(self) -> ProcedureDraft {
        self.0
    }

    /// The item (事项编码).
    #[must_use]
    pub const fn item(&self) -> &ItemCode {
        &self.0.item
    }

    /// The version, from 1 (版本).
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.0.version
    }

    /// The item's name in Chinese (事项名称).
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The body that decides (实施机关).
    #[must_use]
    pub const fn body(&self) -> CreditCode {
        self.0.body
    }

    /// The division it decides for (行政区划).
    #[must_use]
    pub const fn division(&self) -> DivisionCode {
        self.0.division
    }

    /// Whether a window of this body takes in and hands out (综合窗口).
    #[must_use]
    pub fn has_window_of(&self, body: CreditCode) -> bool {
        body == self.0.body || self.0.windows.contains(&body)
    }

    /// Time to tell what is missing (一次性告知期限).
    #[must_use]
    pub const fn supplement_notice(&self) -> &Limit {
        &self.0.supplement_notice
    }

    /// Time to decide, by law (法定办结时限).
    #[must_use]
    pub const fn decision(&self) -> &Limit {
        &self.0.decision
    }

    /// Time to issue and deliver (送达期限); none where nothing is made.
    #[must_use]
    pub const fn delivery(&self) -> Option<&Limit> {
        self.0.delivery.as_ref()
    }

    /// The shorter time that the body promises for this clock (承诺时限).
    #[must_use]
    pub fn promised(&self, clock: Clock) -> Option<&Limit> {
        self.0.promised.iter().find(|limit| limit.clock == clock)
    }

    /// The limits of a clock: the law's, then the promised one.
    pub(crate) fn limits(&self, clock: Clock) -> impl Iterator<Item = &Limit> {
        self.0.statutory(clock).into_iter().chain(self.promised(clock))
    }

    /// The materials of the guide, in its order (申请材料).
    #[must_use]
    pub fn materials(&self) -> &[GuideMaterial] {
        &self.0.materials
    }

    /// Whether the guide names this material.
    #[must_use]
    pub fn names(&self, material: &MaterialName) -> bool {
        self.0.materials.iter().any(|listed| listed.name == *material)
    }

    /// How many officers must check on site before a decision (实地核查人数).
    #[must_use]
    pub const fn on_site_officers(&self) -> Option<u8> {
        self.0.on_site_officers
    }

    /// By how much the time to decide can be extended (可延长期限).
    #[must_use]
    pub const fn extension(&self) -> Option<&Extension> {
        self.0.extension.as_ref()
    }

    /// Which materials may follow after acceptance (容缺受理).
    #[must_use]
    pub const fn tolerance(&self) -> Option<&Tolerance> {
        self.0.tolerance.as_ref()
    }

    /// The body whose head approves more time.
    pub(crate) fn approver(&self) -> CreditCode {
        self.extension().and_then(|extension| extension.approver).unwrap_or(self.0.body)
    }

    /// The special procedures that may stop the clock (特别程序).
    #[must_use]
    pub fn special_procedures(&self) -> &[SpecialProcedure] {
        &self.0.special_procedures
    }

    /// Whether it is decided on the spot, without steps of review (即办件), 行政许可法
    /// art. 34.
    #[must_use]
    pub fn is_instant(&self) -> bool {
        self.promised(Clock::Decision).unwrap_or(self.decision()).days == 0
    }
}

/// What a decision is judged by (办理规则): one version of a procedure, and a calendar.
///
/// ```
/// # use gov_identity::{CreditCode, DivisionCode};
/// # use gov_workflow::{Calendar, ItemCode, Procedure, ProcedureDraft, Rules};
/// let draft = ProcedureDraft::licensing(
///     ItemCode::parse("1164020010001501113000131001000")?,
///     "食品经营许可",
///     CreditCode::from_static("91640200MA0000007F"),
///     DivisionCode::from_static("640200"),
/// );
/// let calendar = Calendar::parse("X", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// let rules = Rules::new(Procedure::try_new(draft).unwrap(), calendar);
/// assert_eq!(rules.procedure().version(), 1);
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "办理规则")]
#[derive(Clone, Debug)]
pub struct Rules {
    procedure: Procedure,
    calendar: Calendar,
}

impl Rules {
    /// Judges by this procedure and this calendar.
    #[must_use]
    pub const fn new(procedure: Procedure, calendar: Calendar) -> Self {
        Self { procedure, calendar }
    }

    /// The procedure (办理规程).
    #[must_use]
    pub const fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The calendar (工作日历).
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}
