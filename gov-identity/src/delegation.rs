//! Who may act for whom, for what, until when (代办授权).

use alloc::vec::Vec;

use chrono::{DateTime, FixedOffset};

use crate::{DivisionCode, IdentityKey, Label};

mod error;
mod scope;
mod state;

pub use self::error::{DelegationError, NotDelegated};
pub use self::scope::Scope;
pub use self::state::{DelegationEvent, DelegationState, DelegationStateError};

/// That one person may act for a person or organization (代办授权).
///
/// The principal proposes, the delegate confirms; what happened is kept as
/// steps, and the state at an instant follows from the steps and the period.
/// Nothing is done twice with one that is good for one time, and nobody passes
/// it on unless the terms say so (民法典 art. 169).
///
/// `Debug` shows no number of a person.
///
/// ```
/// use chrono::DateTime;
/// use gov_identity::{
///     Delegation, DelegationEvent, DelegationStep, DelegationTerms, DivisionCode, IdentityKey,
///     Label, Scope,
/// };
///
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// let delegate = IdentityKey::parse("111:11010519491231002X")?;
/// let mut delegation = Delegation::propose(DelegationTerms {
///     id: Label::parse("d-2026-0001")?,
///     principal: IdentityKey::parse("001:91640200MA0000007F")?,
///     delegate: delegate.clone(),
///     granted_by: IdentityKey::parse("111:440524188001010014")?,
///     scope: Scope::all().with_divisions(["640200".parse()?]),
///     valid_from: at("2026-03-01T00:00:00+08:00"),
///     valid_until: at("2026-04-01T00:00:00+08:00"),
///     one_time: false,
///     redelegation: false,
///     parent: None,
/// })
/// .unwrap();
///
/// let item = Label::parse("640200-0001")?;
/// let county = DivisionCode::from_static("640202");
/// let when = at("2026-03-02T09:00:00+08:00");
/// assert_eq!(delegation.covers(&item, county, when).unwrap_err().code(), "proposed");
///
/// let event = DelegationEvent::Confirm;
/// delegation.record(DelegationStep { event, at: when, by: delegate, evidence: None }).unwrap();
/// assert!(delegation.covers(&item, county, when).is_ok());
///
/// let elsewhere = DivisionCode::from_static("640100");
/// let refusal = delegation.covers(&item, elsewhere, when).unwrap_err();
/// assert_eq!(refusal.zh().to_string(), "代办授权：不包括该区域（依据民法典第171条）");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "代办授权")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Record", into = "Record"))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(with = "Record"))]
pub struct Delegation {
    terms: DelegationTerms,
    steps: Vec<DelegationStep>,
}

/// What is delegated, to whom and until when (授权条款).
#[doc(alias = "授权条款")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct DelegationTerms {
    /// The name of this delegation.
    pub id: Label,
    /// On whose behalf (委托人): an organization or a person.
    pub principal: IdentityKey,
    /// Who acts (受托人、经办人): a person.
    pub delegate: IdentityKey,
    /// Who grants it: the principal, its legal representative or administrator;
    /// the delegate of the delegation that this one is passed on from.
    pub granted_by: IdentityKey,
    /// What it reaches.
    pub scope: Scope,
    /// From when on.
    pub valid_from: DateTime<FixedOffset>,
    /// Until when; this instant is outside.
    pub valid_until: DateTime<FixedOffset>,
    /// Whether it is good for one time only.
    #[cfg_attr(feature = "serde", serde(default))]
    pub one_time: bool,
    /// Whether the delegate may pass it on (转委托), 民法典 art. 169; never what
    /// is good for one time.
    #[cfg_attr(feature = "serde", serde(default))]
    pub redelegation: bool,
    /// The delegation that it is passed on from.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub parent: Option<Label>,
}

/// One thing that happened to a delegation (授权记录).
#[doc(alias = "授权记录")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct DelegationStep {
    /// What happened.
    pub event: DelegationEvent,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it.
    pub by: IdentityKey,
    /// The name of the record that proves it, such as of a face check.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub evidence: Option<Label>,
}

impl Delegation {
    /// Makes a delegation that waits for its delegate.
    ///
    /// # Errors
    ///
    /// - the delegate is an organization, the principal, or who grants it
    /// - the period ends before it begins
    /// - it is passed on: see [`redelegate`](Self::redelegate)
    pub fn propose(terms: DelegationTerms) -> Result<Self, DelegationError> {
        if terms.parent.is_some() {
            return Err(DelegationError::NotFromParent);
        }
        Self::with_terms(terms)
    }

    /// Passes on what this delegation allows (转委托), waiting for the new
    /// delegate.
    ///
    /// # Errors
    ///
    /// - those of [`propose`](Self::propose)
    /// - the terms of this one do not allow it, or it is not in force at `at`
    /// - the new one names another parent or principal, or is not granted by
    ///   this delegate
    /// - it reaches further, or lasts longer
    pub fn redelegate(
        &self,
        terms: DelegationTerms,
        at: DateTime<FixedOffset>,
    ) -> Result<Self, DelegationError> {
        let ours = &self.terms;
        if !ours.is_passed_on() || self.state_at(at) != DelegationState::Confirmed {
            return Err(DelegationError::RedelegationNotAllowed);
        }
        if !terms.follows(ours) {
            return Err(DelegationError::NotFromParent);
        }
        let longer = terms.valid_from < ours.valid_from || ours.valid_until < terms.valid_until;
        if longer || !terms.scope.is_within(&ours.scope) {
            return Err(DelegationError::Wider);
        }
        Self::with_terms(terms)
    }

    /// Records what happened to it.
    ///
    /// # Errors
    ///
    /// Nothing is recorded when the step is earlier than the last one, cannot
    /// happen in the state of its instant, or is not for that person to do.
    pub fn record(&mut self, step: DelegationStep) -> Result<(), DelegationError> {
        if self.steps.last().is_some_and(|last| step.at < last.at) {
            return Err(DelegationError::Backwards);
        }
        // The end of the period comes by itself; only then can it be written down.
        let state = match step.event {
            DelegationEvent::Expire => self.recorded_state(step.at),
            _ => self.state_at(step.at),
        };
        state.after(step.event)?;
        self.check_person(&step)?;
        match step.event {
            DelegationEvent::Expire if step.at < self.terms.valid_until => {
                Err(DelegationError::NotOver)
            }
            DelegationEvent::Consume if !self.terms.one_time || step.at < self.terms.valid_from => {
                Err(DelegationError::NotUsedUp)
            }
            _ => {
                self.steps.push(step);
                Ok(())
            }
        }
    }

    /// What is delegated.
    #[must_use]
    pub const fn terms(&self) -> &DelegationTerms {
        &self.terms
    }

    /// What happened to it, in order.
    #[must_use]
    pub fn steps(&self) -> &[DelegationStep] {
        &self.steps
    }

    /// Where it stood at an instant, by the steps until then and its period.
    #[must_use]
    pub fn state_at(&self, at: DateTime<FixedOffset>) -> DelegationState {
        let state = self.recorded_state(at);
        if at < self.terms.valid_until {
            return state;
        }
        state.after(DelegationEvent::Expire).unwrap_or(state)
    }

    /// Whether the delegate may act, in no role in particular.
    ///
    /// # Errors
    ///
    /// The first reason why not, in the order of [`NotDelegated`].
    pub fn covers(
        &self,
        item: &Label,
        division: DivisionCode,
        at: DateTime<FixedOffset>,
    ) -> Result<(), NotDelegated> {
        self.covers_through(&[], None, item, division, at)
    }

    /// Whether the delegate may act in a role.
    ///
    /// # Errors
    ///
    /// The first reason why not, in the order of [`NotDelegated`].
    pub fn covers_in_role(
        &self,
        role: &Label,
        item: &Label,
        division: DivisionCode,
        at: DateTime<FixedOffset>,
    ) -> Result<(), NotDelegated> {
        self.covers_through(&[], Some(role), item, division, at)
    }

    /// Whether the delegate of one that was passed on may act: it and all that
    /// it comes from must allow it, the nearest first.
    ///
    /// # Errors
    ///
    /// The first reason why not, of the first that does not allow it.
    pub fn covers_through(
        &self,
        parents: &[&Self],
        role: Option<&Label>,
        item: &Label,
        division: DivisionCode,
        at: DateTime<FixedOffset>,
    ) -> Result<(), NotDelegated> {
        self.covers_alone(role, item, division, at)?;
        match (&self.terms.parent, parents) {
            (None, _) => Ok(()),
            (Some(_), [parent, above @ ..])
                if parent.terms.is_passed_on() && self.terms.follows(&parent.terms) =>
            {
                parent.covers_through(above, role, item, division, at)
            }
            (Some(_), _) => Err(NotDelegated::Parent),
        }
    }

    fn covers_alone(
        &self,
        role: Option<&Label>,
        item: &Label,
        division: DivisionCode,
        at: DateTime<FixedOffset>,
    ) -> Result<(), NotDelegated> {
        let scope = &self.terms.scope;
        match self.state_at(at) {
            DelegationState::Proposed => Err(NotDelegated::Proposed),
            DelegationState::Suspended => Err(NotDelegated::Suspended),
            DelegationState::Revoked => Err(NotDelegated::Revoked),
            DelegationState::Expired => Err(NotDelegated::Expired),
            DelegationState::Consumed => Err(NotDelegated::Consumed),
            DelegationState::Confirmed if at < self.terms.valid_from => Err(NotDelegated::NotBegun),
            DelegationState::Confirmed if !scope.has_item(item) => Err(NotDelegated::Item),
            DelegationState::Confirmed if !scope.has_division(division) => {
                Err(NotDelegated::Division)
            }
            DelegationState::Confirmed if !scope.has_role(role) => Err(NotDelegated::Role),
            DelegationState::Confirmed => Ok(()),
        }
    }

    fn with_terms(terms: DelegationTerms) -> Result<Self, DelegationError> {
        let DelegationTerms { principal, delegate, granted_by, .. } = &terms;
        if !delegate.is_person() {
            return Err(DelegationError::DelegateNotAPerson);
        }
        if delegate == principal || delegate == granted_by {
            return Err(DelegationError::ToOneself);
        }
        if terms.valid_until <= terms.valid_from {
            return Err(DelegationError::Period);
        }
        Ok(Self { terms, steps: Vec::new() })
    }

    /// The state by the steps alone.
    fn recorded_state(&self, at: DateTime<FixedOffset>) -> DelegationState {
        let steps = self.steps.iter().take_while(|step| step.at <= at);
        steps
            .fold(DelegationState::Proposed, |state, step| state.after(step.event).unwrap_or(state))
    }

    fn check_person(&self, step: &DelegationStep) -> Result<(), DelegationError> {
        let DelegationTerms { principal, delegate, granted_by, .. } = &self.terms;
        let is_granting = step.by == *principal || step.by == *granted_by;
        let allowed = match step.event {
            DelegationEvent::Confirm | DelegationEvent::Consume => step.by == *delegate,
            DelegationEvent::Suspend | DelegationEvent::Resume => is_granting,
            DelegationEvent::Revoke => is_granting || step.by == *delegate,
            DelegationEvent::Expire => true,
        };
        if allowed { Ok(()) } else { Err(DelegationError::WrongPerson) }
    }
}

impl DelegationTerms {
    /// Whether the delegate may pass it on; what is good for one time is not,
    /// since it would then be good for several.
    const fn is_passed_on(&self) -> bool {
        self.redelegation && !self.one_time
    }

    /// Whether it can be what the delegate of the other passed on.
    fn follows(&self, parent: &Self) -> bool {
        self.parent.as_ref() == Some(&parent.id)
            && self.principal == parent.principal
            && self.granted_by == parent.delegate
    }
}

/// A delegation as it is written: read by recording each step again.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
struct Record {
    terms: DelegationTerms,
    #[serde(default)]
    steps: Vec<DelegationStep>,
}

#[cfg(feature = "serde")]
impl TryFrom<Record> for Delegation {
    type Error = DelegationError;

    fn try_from(record: Record) -> Result<Self, DelegationError> {
        let mut delegation = Self::with_terms(record.terms)?;
        record.steps.into_iter().try_for_each(|step| delegation.record(step))?;
        Ok(delegation)
    }
}

#[cfg(feature = "serde")]
impl From<Delegation> for Record {
    fn from(Delegation { terms, steps }: Delegation) -> Self {
        Self { terms, steps }
    }
}
