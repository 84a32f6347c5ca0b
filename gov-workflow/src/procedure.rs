//! How one item is handled: by whom, with which materials, in which time.

use std::collections::BTreeSet;

use gov_identity::{CreditCode, DivisionCode};

use crate::limit::{Clock, Limit};
use crate::procedure_draft::{GuideMaterial, ProcedureDraft, SpecialProcedure};
use crate::procedure_fault::ProcedureFault;
use crate::{Basis, Extension, Fee, FirstReview, ItemCode, LateSupplement, MaterialName};
use crate::{PromiseTrack, Renewal, Role, Selection, SensitiveField, Tolerance};

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

    /// Whether an officer of this division may do for it what takes this role: at a window
    /// also one of a lower division that takes in and hands out for it (受理层级).
    #[must_use]
    pub fn is_served_from(&self, division: DivisionCode, role: Role) -> bool {
        let window = |lower: &DivisionCode| lower.contains(division);
        division == self.0.division
            || role.is_at_window() && self.0.window_divisions.iter().any(window)
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

    /// What becomes of a supplement that never comes (逾期不补正的处理).
    #[must_use]
    pub const fn late_supplement(&self) -> LateSupplement {
        self.0.late_supplement
    }

    /// The steps of the review, by name and in order (审查环节).
    #[must_use]
    pub fn steps(&self) -> &[String] {
        &self.0.steps
    }

    /// How the item can be had on a promise (告知承诺).
    #[must_use]
    pub const fn promise(&self) -> Option<&PromiseTrack> {
        self.0.promise.as_ref()
    }

    /// The fields that the item directly concerns (直接关系的领域).
    #[must_use]
    pub const fn sensitive(&self) -> &BTreeSet<SensitiveField> {
        &self.0.sensitive
    }

    /// The upper level that decides, where this body only reviews first (初审).
    #[must_use]
    pub const fn first_review(&self) -> Option<&FirstReview> {
        self.0.first_review.as_ref()
    }

    /// How a license of the item is renewed (延续).
    #[must_use]
    pub const fn renewal(&self) -> Option<&Renewal> {
        self.0.renewal.as_ref()
    }

    /// Whether the number of licenses is limited (有数量限制).
    #[must_use]
    pub const fn is_limited(&self) -> bool {
        self.0.limited
    }

    /// How those who get a license are chosen (招标、拍卖、考试); none where nobody is.
    #[must_use]
    pub const fn selection(&self) -> Option<Selection> {
        self.0.selection
    }

    /// How many officers are named for the technical check (检验、检测、检疫人数).
    #[must_use]
    pub const fn inspectors(&self) -> Option<u8> {
        self.0.inspectors
    }

    /// What it costs (收费); none where it is free.
    #[must_use]
    pub const fn fee(&self) -> Option<&Fee> {
        self.0.fee.as_ref()
    }

    /// The rule that parts acceptance from decision (受审分离).
    #[must_use]
    pub const fn separation(&self) -> &Basis {
        &self.0.separation
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
