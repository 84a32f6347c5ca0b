//! The officer to whom a case was handed on.

use crate::decide::written;
use crate::{Actor, Case, Fact, Refusal, StaffId, Words};

impl Case {
    /// The officer who examines it since it was handed on (承办人); none where it never was,
    /// and any officer with the duty can.
    #[must_use]
    pub const fn handler(&self) -> Option<&StaffId> {
        self.handler.as_ref()
    }

    /// Whether this actor examines the case: the one it was handed to, in person or by a
    /// deputy.
    pub(crate) fn handled_by(&self, actor: &Actor) -> Result<(), Refusal> {
        let Some(handler) = &self.handler else { return Ok(()) };
        let own = actor.officer().is_some_and(|officer| officer.staff == *handler);
        let for_them = matches!(actor, Actor::Deputy(deputy) if deputy.principal() == handler);
        if own || for_them { Ok(()) } else { Err(Refusal::OtherHandler) }
    }

    /// Who examined it before still did: that is in the events, and in every scan of duties.
    pub(crate) fn hand_on(&self, to: &StaffId, reason: &str) -> Result<Fact, Refusal> {
        written(reason, Words::Reason)?;
        if self.handler.as_ref() == Some(to) {
            return Err(Refusal::HandlerAlready);
        }
        Ok(Fact::Reassigned { to: to.clone(), reason: reason.to_owned() })
    }
}
