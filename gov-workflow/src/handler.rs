//! The officer to whom a case was handed on.

use gov_identity::CreditCode;

use crate::decide::written;
use crate::{Actor, Case, Fact, Refusal, StaffId, Words};

impl Case {
    /// The officer who examines it since it was handed on (承办人); none where it never was,
    /// and any officer with the duty can.
    #[must_use]
    pub fn handler(&self) -> Option<&StaffId> {
        self.handler.as_ref().map(|(_, staff)| staff)
    }

    /// Whether this actor examines the case: the one it was handed to, in person or by a
    /// deputy.
    pub(crate) fn handled_by(&self, actor: &Actor) -> Result<(), Refusal> {
        let Some((body, handler)) = &self.handler else { return Ok(()) };
        let own = |staff: &StaffId| actor_body(actor) == *body && staff == handler;
        let in_person = actor.officer().is_some_and(|officer| own(&officer.staff));
        let for_them = matches!(actor, Actor::Deputy(deputy) if own(deputy.principal()));
        if in_person || for_them { Ok(()) } else { Err(Refusal::OtherHandler) }
    }

    /// Who examined it before still did: that is in the events, and in every scan of duties.
    pub(crate) fn hand_on(
        &self,
        to: &StaffId,
        reason: &str,
        actor: &Actor,
    ) -> Result<Fact, Refusal> {
        written(reason, Words::Reason)?;
        let already = |(body, staff): &(_, _)| *body == actor_body(actor) && staff == to;
        if self.handler.as_ref().is_some_and(already) {
            return Err(Refusal::HandlerAlready);
        }
        Ok(Fact::Reassigned { to: to.clone(), reason: reason.to_owned() })
    }
}

/// A case is handed on inside one body: staff numbers are unique there only.
fn actor_body(actor: &Actor) -> Option<CreditCode> {
    actor.officer().map(|officer| officer.body)
}
