//! A procedure as it is written down, and its faults.

use std::collections::BTreeSet;

use gov_identity::{CreditCode, DivisionCode};

use crate::decide::written;
use crate::limit::{Clock, Limit, Origin};
use crate::procedure_fault::ProcedureFault;
use crate::{
    Basis, Entrusting, Extension, Fee, FirstReview, ItemCode, LateOutcome, LateSupplement,
    MaterialName,
};
use crate::{PauseGround, PromiseTrack, Renewal, Selection, SensitiveField, Tolerance, Words};

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
    /// Lower divisions whose windows take in and hand out for it (受理层级); they decide
    /// nothing.
    #[cfg_attr(feature = "serde", serde(default))]
    pub window_divisions: BTreeSet<DivisionCode>,
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
    /// What becomes of a supplement that never comes (逾期不补正的处理).
    #[cfg_attr(feature = "serde", serde(default))]
    pub late_supplement: LateSupplement,
    /// The steps of the review, by name and in order (审查环节); none where they are
    /// not laid down.
    #[cfg_attr(feature = "serde", serde(default))]
    pub steps: Vec<String>,
    /// How the item can be had on a promise (告知承诺); none where it cannot.
    #[cfg_attr(feature = "serde", serde(default))]
    pub promise: Option<PromiseTrack>,
    /// The fields that the item directly concerns (直接关系的领域).
    #[cfg_attr(feature = "serde", serde(default))]
    pub sensitive: BTreeSet<SensitiveField>,
    /// The upper level that decides, where this body only reviews first (初审).
    #[cfg_attr(feature = "serde", serde(default))]
    pub first_review: Option<FirstReview>,
    /// How a license of the item is renewed (延续); none where it does not expire.
    #[cfg_attr(feature = "serde", serde(default))]
    pub renewal: Option<Renewal>,
    /// Whether the number of licenses is limited (有数量限制), so that cases are decided in the
    /// order of acceptance.
    #[cfg_attr(feature = "serde", serde(default))]
    pub limited: bool,
    /// How those who get a license are chosen (招标、拍卖、考试), so that nothing is granted before
    /// the body that decides has recorded the outcome; none where nobody is.
    #[cfg_attr(feature = "serde", serde(default))]
    pub selection: Option<Selection>,
    /// How many officers, two at least, are named for the technical check (检验、检测、检疫)
    /// within five days of acceptance; none where there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub inspectors: Option<u8>,
    /// What it costs (收费); none where it is free.
    #[cfg_attr(feature = "serde", serde(default))]
    pub fee: Option<Fee>,
    /// The organs that handle the item in the body's name (受委托机关).
    #[cfg_attr(feature = "serde", serde(default))]
    pub entrusted: Vec<Entrusting>,
    /// The rule that parts acceptance from decision (受审分离).
    #[cfg_attr(feature = "serde", serde(default = "Basis::separation"))]
    pub separation: Basis,
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
            window_divisions: BTreeSet::new(),
            supplement_notice: Limit::supplement_notice(),
            decision: Limit::decision(),
            delivery: Some(Limit::delivery()),
            promised: Vec::new(),
            materials: Vec::new(),
            on_site_officers: None,
            extension: Some(Extension::decision()),
            special_procedures: Vec::new(),
            tolerance: None,
            late_supplement: LateSupplement::default(),
            steps: Vec::new(),
            promise: None,
            sensitive: BTreeSet::new(),
            first_review: None,
            renewal: None,
            limited: false,
            selection: None,
            inspectors: None,
            fee: None,
            entrusted: Vec::new(),
            separation: Basis::separation(),
        }
    }

    /// A first version of a registration that gives a body its legal existence (登记): who
    /// hands in everything is registered on the spot, 行政许可法 art. 56.
    #[must_use]
    pub fn registration(
        item: ItemCode,
        name: impl Into<String>,
        body: CreditCode,
        division: DivisionCode,
    ) -> Self {
        let decision = Limit::registration();
        Self { decision, extension: None, ..Self::licensing(item, name, body, division) }
    }

    /// Every fault of the draft, in the order of its fields.
    pub(crate) fn faults(&self) -> Vec<ProcedureFault> {
        let mut faults = Vec::new();
        if self.version == 0 {
            faults.push(ProcedureFault::VersionZero);
        }
        if self.name.trim().is_empty() {
            faults.push(ProcedureFault::NameMissing);
        }
        for (index, lower) in self.window_divisions.iter().enumerate() {
            let position = index + 1;
            if !self.division.contains(*lower) {
                faults.push(ProcedureFault::WindowElsewhere { position });
            }
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
        self.faults_of_variants(&mut faults);
        faults
    }

    /// The faults of what most procedures do not have.
    fn faults_of_variants(&self, faults: &mut Vec<ProcedureFault>) {
        for (index, step) in self.steps.iter().enumerate() {
            let position = index + 1;
            if written(step, Words::Step).is_err() {
                faults.push(ProcedureFault::StepName { position });
            } else if self.steps.iter().take(index).any(|earlier| earlier == step) {
                faults.push(ProcedureFault::StepRepeated { position });
            }
        }
        if let Some(track) = &self.promise {
            if !self.sensitive.is_empty() {
                faults.push(ProcedureFault::PromiseExcluded);
            }
            let check = &track.check;
            if check.clock != Clock::PromiseCheck || check.origin != Origin::Statutory {
                faults.push(ProcedureFault::Misplaced { clock: Clock::PromiseCheck });
            }
            let listed =
                |name: &MaterialName| self.materials.iter().any(|listed| listed.name == *name);
            for (index, name) in track.instead_of.iter().enumerate() {
                if !listed(name) {
                    faults.push(ProcedureFault::PromiseNotInGuide { position: index + 1 });
                }
            }
        }
        if let Some(review) = &self.first_review {
            faults.extend(misplaced(&review.limit, &Limit::first_review()));
            if review.upper == self.body {
                faults.push(ProcedureFault::UpperIsSame);
            }
            let late = matches!(self.late_supplement, LateSupplement::RefusedAfter { .. });
            let refuses = |tolerance: &Tolerance| tolerance.outcome == LateOutcome::Refused;
            if late || self.tolerance.as_ref().is_some_and(refuses) {
                faults.push(ProcedureFault::RefusedBelow);
            }
        }
        if self.limited && self.selection.is_some() {
            faults.push(ProcedureFault::LimitedAndSelected);
        }
        if self.inspectors.is_some_and(|officers| officers < 2) {
            faults.push(ProcedureFault::OneInspector);
        }
        let free = |fee: &Fee| fee.fen == Some(0) || fee.basis.law() == Basis::LICENSING_LAW;
        if self.fee.as_ref().is_some_and(free) {
            faults.push(ProcedureFault::FeeWithoutLaw);
        }
        let entrusting = |(position, fault)| ProcedureFault::Entrusting { position, fault };
        faults.extend(self.faults_of_entrusting().into_iter().map(entrusting));
    }

    pub(crate) const fn statutory(&self, clock: Clock) -> Option<&Limit> {
        match clock {
            Clock::SupplementNotice => Some(&self.supplement_notice),
            Clock::Decision => Some(&self.decision),
            Clock::Delivery => self.delivery.as_ref(),
            Clock::FirstReview => match &self.first_review {
                Some(review) => Some(&review.limit),
                None => None,
            },
            Clock::PromiseCheck => match &self.promise {
                Some(track) => Some(&track.check),
                None => None,
            },
            // The law alone sets these, for every item.
            Clock::HearingRequest | Clock::Hearing | Clock::TechnicalCheck | Clock::Renewal => None,
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
