//! How several bodies handle one application together.

use std::collections::BTreeSet;

use gov_identity::{CreditCode, DivisionCode};

use crate::joint::fault::JointFault;
use crate::{
    Calendar, Circumstances, Extension, GuideMaterial, ItemCode, Procedure, ProcedureDraft, Rules,
};
use crate::{Clock, Limit};

/// How several bodies handle one application together (并联审批规程, 一件事), checked and
/// numbered.
///
/// ```
/// use gov_identity::{CreditCode, DivisionCode};
/// use gov_workflow::{Branch, ItemCode, JointDraft, JointFault, JointProcedure};
/// use gov_workflow::{Procedure, ProcedureDraft};
///
/// let (town, lead) = (DivisionCode::from_static("640200"), CreditCode::from_static("11640200PDY00001XK"));
/// let branch = |item: &str, name: &str, body: CreditCode| {
///     let item = ItemCode::parse(item).unwrap();
///     Branch::parallel(Procedure::try_new(ProcedureDraft::licensing(item, name, body, town)).unwrap())
/// };
/// let food = branch("item-1", "食品经营许可", lead);
/// let sign = branch("item-2", "户外广告设置许可", CreditCode::from_static("11640200PDY0000449"));
/// let sign = sign.after([food.procedure.item().clone()]);
/// let government = CreditCode::from_static("11640200PDY0000524");
/// let theme = ItemCode::parse("theme-1").unwrap();
/// let draft = JointDraft::licensing(theme, "开办餐馆", lead, town, government, vec![food, sign]);
/// let joint = JointProcedure::try_new(draft).unwrap();
/// assert_eq!(joint.whole().decision().days, 45);
///
/// let mut alone = joint.into_draft();
/// alone.branches.truncate(1);
/// assert_eq!(JointProcedure::try_new(alone).unwrap_err(), [JointFault::TooFewBranches]);
/// ```
#[doc(alias = "并联审批")]
#[doc(alias = "一件事")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct JointProcedure {
    draft: JointDraft,
    whole: Procedure,
    /// As the branches bring them, with their inner limits promised.
    branches: Vec<Procedure>,
}

/// A joint procedure that nobody has checked yet (并联审批规程草案).
#[doc(alias = "并联审批规程草案")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct JointDraft {
    /// The code of the theme or stage (主题编码); none of the branches has it.
    pub item: ItemCode,
    /// The version of this procedure, from 1 (版本).
    pub version: u32,
    /// The name in Chinese (主题名称).
    pub name: String,
    /// The lead department (牵头部门): takes in, accepts for all, hands out for all.
    pub lead: CreditCode,
    /// The division of the lead (行政区划).
    pub division: DivisionCode,
    /// Other bodies whose windows take in and hand out for the lead (综合窗口所属机构).
    pub windows: BTreeSet<CreditCode>,
    /// Lower divisions whose windows take in and hand out for the lead (受理层级).
    #[cfg_attr(feature = "serde", serde(default))]
    pub window_divisions: BTreeSet<DivisionCode>,
    /// Time to tell, once and for all branches, what is missing (一次性告知期限).
    pub supplement_notice: Limit,
    /// Time until every branch is decided (联办法定时限), from the one acceptance.
    pub decision: Limit,
    /// By how much that can be extended, once (可延长期限).
    pub extension: Option<Extension>,
    /// Time to hand over all results, from the last decision (送达期限).
    pub delivery: Option<Limit>,
    /// Shorter times that are promised for the whole (承诺时限).
    pub promised: Vec<Limit>,
    /// What is handled together (联办事项), in the order of the form.
    pub branches: Vec<Branch>,
}

/// One item of a joint procedure, with its own body (联办事项).
#[doc(alias = "联办事项")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Branch {
    /// How its body handles it.
    pub procedure: Procedure,
    /// Its time to decide inside the joint case (内部时限), never longer than its own;
    /// none where its own holds.
    pub limit: Option<Limit>,
    /// The items whose results it needs (前置事项).
    pub needs: BTreeSet<ItemCode>,
    /// Whether it is accepted with the others and examined before the results that it
    /// needs are there (提前审查); else its receipt is the notice that they are.
    pub in_advance: bool,
}

impl Branch {
    /// A branch that needs no other (并联事项).
    #[must_use]
    pub const fn parallel(procedure: Procedure) -> Self {
        Self { procedure, limit: None, needs: BTreeSet::new(), in_advance: false }
    }

    /// The same branch, begun when these items are done (串联事项).
    #[must_use]
    pub fn after(mut self, needs: impl IntoIterator<Item = ItemCode>) -> Self {
        self.needs = needs.into_iter().collect();
        self
    }

    /// Whether the one acceptance accepts it, too.
    #[must_use]
    pub fn begins_with_the_case(&self) -> bool {
        self.needs.is_empty() || self.in_advance
    }
}

impl JointDraft {
    /// A first version with the limits of the Administrative Licensing Law: 5 working days
    /// to tell what is missing, 45 to decide (art. 42 para. 2) and 15 more by the head of
    /// the `government` at that level, 10 to deliver.
    #[must_use]
    pub fn licensing(
        item: ItemCode,
        name: impl Into<String>,
        lead: CreditCode,
        division: DivisionCode,
        government: CreditCode,
        branches: Vec<Branch>,
    ) -> Self {
        Self {
            item,
            version: 1,
            name: name.into(),
            lead,
            division,
            windows: BTreeSet::new(),
            window_divisions: BTreeSet::new(),
            supplement_notice: Limit::supplement_notice(),
            decision: Limit::joint_decision(),
            extension: Some(Extension::joint_decision(government)),
            delivery: Some(Limit::delivery()),
            promised: Vec::new(),
            branches,
        }
    }

    /// The procedure of the lead's part: one form, and the materials of all branches.
    fn whole(&self) -> ProcedureDraft {
        let (item, name) = (self.item.clone(), self.name.clone());
        let mut materials: Vec<GuideMaterial> = Vec::new();
        for listed in self.branches.iter().flat_map(|branch| branch.procedure.materials()) {
            match materials.iter_mut().find(|known| known.name == listed.name) {
                Some(known) => known.required |= listed.required,
                None => materials.push(listed.clone()),
            }
        }
        ProcedureDraft {
            version: self.version,
            windows: self.windows.clone(),
            window_divisions: self.window_divisions.clone(),
            supplement_notice: self.supplement_notice.clone(),
            decision: self.decision.clone(),
            delivery: self.delivery.clone(),
            promised: self.promised.clone(),
            materials,
            extension: self.extension.clone(),
            ..ProcedureDraft::licensing(item, name, self.lead, self.division)
        }
    }
}

impl JointProcedure {
    /// The most branches: some ten times what a theme has.
    pub const MOST: usize = 64;

    /// Checks a draft.
    ///
    /// # Errors
    ///
    /// Every fault at once:
    ///
    /// - fewer than two branches, more than [`MOST`](Self::MOST), one item twice
    /// - a branch that needs an unknown item, or in a circle itself
    /// - a branch that its body only reviews first
    /// - a branch with more time inside than it has of its own
    /// - branches in sequence that take longer than the joint limit
    /// - what [`Procedure::try_new`] finds in the lead's part
    pub fn try_new(draft: JointDraft) -> Result<Self, Vec<JointFault>> {
        let mut faults = Vec::new();
        let whole = Procedure::try_new(draft.whole())
            .map_err(|found| faults.extend(found.into_iter().map(JointFault::Whole)));
        faults.extend(draft.shape());
        let mut branches = Vec::new();
        for (position, branch) in (1..).zip(&draft.branches) {
            match branch.inside(&draft, position) {
                Ok(procedure) => branches.push(procedure),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() {
            faults.extend(draft.paths(&branches));
        }
        match whole {
            Ok(whole) if faults.is_empty() => Ok(Self { draft, whole, branches }),
            _ => Err(faults),
        }
    }

    /// The record this procedure was made of.
    #[must_use]
    pub const fn as_draft(&self) -> &JointDraft {
        &self.draft
    }

    /// The record this procedure was made of, to make the next version.
    #[must_use]
    pub fn into_draft(self) -> JointDraft {
        self.draft
    }

    /// The lead's part: one intake, one acceptance, one limit for all.
    #[must_use]
    pub const fn whole(&self) -> &Procedure {
        &self.whole
    }

    /// What is handled together, in its order (联办事项).
    #[must_use]
    pub fn branches(&self) -> &[Branch] {
        &self.draft.branches
    }
}

impl Branch {
    /// The branch's procedure inside the joint case: with its inner limit as what is
    /// promised, with the windows of the lead, and without a time of its own to deliver, since
    /// all results are handed over together.
    fn inside(&self, joint: &JointDraft, position: usize) -> Result<Procedure, Vec<JointFault>> {
        let own = self.procedure.promised(Clock::Decision).unwrap_or(self.procedure.decision());
        let mut draft = self.procedure.as_draft().clone();
        if let Some(inner) = &self.limit {
            if !inner.is_within(own) {
                return Err(vec![JointFault::LimitLonger { position }]);
            }
            draft.promised.retain(|limit| limit.clock != Clock::Decision);
            draft.promised.push(inner.clone());
        }
        draft.delivery = None;
        draft.promised.retain(|limit| limit.clock != Clock::Delivery);
        draft.windows.extend(joint.windows.iter().copied().chain([joint.lead]));
        let faults = |found: Vec<_>| {
            found.into_iter().map(|fault| JointFault::Branch { position, fault }).collect()
        };
        Procedure::try_new(draft).map_err(faults)
    }
}

/// What a joint case is judged by (联办规则): one version of a joint procedure, and a
/// calendar.
///
/// ```
/// # use gov_workflow::{Calendar, JointCase, JointProcedure, JointRules, JointState};
/// # fn shown(procedure: JointProcedure, calendar: Calendar) {
/// let rules = JointRules::new(procedure, calendar);
/// assert_eq!(JointCase::draft().deadlines(&rules), []);
/// # }
/// ```
#[doc(alias = "联办规则")]
#[derive(Clone, Debug)]
pub struct JointRules {
    procedure: JointProcedure,
    whole: Rules,
    branches: Vec<Rules>,
}

impl JointRules {
    /// Judges by this procedure and this calendar.
    #[must_use]
    pub fn new(procedure: JointProcedure, calendar: Calendar) -> Self {
        let rules = |procedure: &Procedure| Rules::new(procedure.clone(), calendar.clone());
        let branches = procedure.branches.iter().map(rules).collect();
        let whole = Rules::new(procedure.whole.clone(), calendar);
        Self { procedure, whole, branches }
    }

    /// The same rules, with what is known outside the case of this branch (案外情况); nothing
    /// where no branch has this item.
    #[must_use]
    pub fn under(mut self, item: &ItemCode, circumstances: Circumstances) -> Self {
        if let Some(rules) = self.branches.iter_mut().find(|own| own.procedure().item() == item) {
            *rules = rules.clone().under(circumstances);
        }
        self
    }

    /// The joint procedure (并联审批规程).
    #[must_use]
    pub const fn procedure(&self) -> &JointProcedure {
        &self.procedure
    }

    /// The rules of the lead's part.
    #[must_use]
    pub const fn whole(&self) -> &Rules {
        &self.whole
    }

    /// The rules of a branch's case; none where no branch has this item.
    #[must_use]
    pub fn branch(&self, item: &ItemCode) -> Option<&Rules> {
        self.places().find(|place| place.branch.procedure.item() == item).map(|place| place.rules)
    }

    /// The branches with their numbers from 1.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place<'_>> {
        (1..)
            .zip(self.procedure.branches())
            .zip(&self.branches)
            .map(|((position, branch), rules)| Place { position, branch, rules })
    }

    pub(crate) fn place(&self, item: &ItemCode) -> Option<Place<'_>> {
        self.places().find(|place| place.item() == item)
    }
}

/// A branch, its number, and what its case is judged by.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) position: usize,
    pub(crate) branch: &'a Branch,
    pub(crate) rules: &'a Rules,
}

impl<'a> Place<'a> {
    pub(crate) const fn item(&self) -> &'a ItemCode {
        self.branch.procedure.item()
    }
}
