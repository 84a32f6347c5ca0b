//! What the law asks of a command beyond the state and the actor.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::actor::Actor;
use crate::{Case, CommandKind, Procedure, Refusal, Rules, State};

impl Case {
    /// What the law asks beyond the state.
    pub(crate) fn guard(
        &self,
        rules: &Rules,
        kind: CommandKind,
        actor: &Actor,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        if self.renewal.is_some() && kind.settles() {
            self.not_renewed_by_law(today)?;
        }
        match kind {
            CommandKind::Receive | CommandKind::TakeOver => {
                rules.circumstances().may_apply(rules.procedure().item(), today)
            }
            CommandKind::ReceiveRenewal => {
                rules.procedure().renewal().ok_or(Refusal::NotRenewable)?;
                rules.circumstances().may_apply(rules.procedure().item(), today)
            }
            CommandKind::RequestSupplement
            | CommandKind::Accept
            | CommandKind::AcceptTolerantly
            | CommandKind::RefuseAcceptance
            | CommandKind::DeclareNotNeeded
            | CommandKind::MakePromise
            | CommandKind::PreCheck
            | CommandKind::DeemAccepted => self.guard_intake(rules, kind, today),
            CommandKind::RevokeAcceptance => self.guard_lapse(rules.procedure(), kind, today),
            CommandKind::DeemWithdrawn => match self.state {
                State::SupplementRequested => self.guard_late_supplement(rules, kind, today),
                _ => self.guard_lapse(rules.procedure(), kind, today),
            },
            CommandKind::OfferHearing
            | CommandKind::AnnounceHearing
            | CommandKind::RequestHearing
            | CommandKind::RequestThirdPartyHearing
            | CommandKind::WaiveHearing
            | CommandKind::ScheduleHearing
            | CommandKind::HoldHearing => self.guard_hearing(rules, kind, actor, today),
            CommandKind::HearThirdParty | CommandKind::WaiveThirdParty => self.one_waits(),
            CommandKind::ExtendDecision => self.extendable(rules, today),
            CommandKind::Grant | CommandKind::Refuse | CommandKind::Forward => {
                self.guard_decision(rules, kind, actor, today)
            }
            CommandKind::StartReview | CommandKind::RecordReview => self.handled_by(actor),
            _ => self.guard_rest(rules, kind, actor, today),
        }
    }

    /// What is rarer.
    fn guard_rest(
        &self,
        rules: &Rules,
        kind: CommandKind,
        actor: &Actor,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let procedure = rules.procedure();
        match kind {
            CommandKind::StartSpecialProcedure if procedure.special_procedures().is_empty() => {
                Err(Refusal::PauseNotListed)
            }
            CommandKind::CheckPromise | CommandKind::OrderRectification => {
                self.guard_promise(rules, kind, today)
            }
            CommandKind::Revoke => self.something_granted(),
            CommandKind::Void => self.another_voids(actor),
            CommandKind::DeemRenewed => self.expired(today).map(|_| ()),
            CommandKind::NameInspectors => {
                procedure.inspectors().map(|_| ()).ok_or(Refusal::NoTechnicalCheck)
            }
            CommandKind::RecordSelection => self.selectable(procedure),
            CommandKind::RecordFalsehood if self.falsehood => Err(Refusal::FalsehoodRecorded),
            CommandKind::RecordPayment => self.chargeable(procedure),
            CommandKind::Close => self.settled(procedure),
            CommandKind::ExplainDelay => self.overdue(rules, today),
            CommandKind::HandOutVoucher if self.voucher.is_some() => Err(Refusal::VoucherBefore),
            _ => Ok(()),
        }
    }

    fn guard_decision(
        &self,
        rules: &Rules,
        kind: CommandKind,
        actor: &Actor,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        let procedure = rules.procedure();
        if kind == CommandKind::Refuse {
            if self.state == State::SupplementRequested {
                return self.guard_late_supplement(rules, kind, today);
            }
            if self.lapsed_to_refusal(procedure, today)? {
                return self.another_decides(actor);
            }
        }
        match (kind, procedure.first_review()) {
            (CommandKind::Forward, None) => return Err(Refusal::DecidedHere),
            (CommandKind::Grant | CommandKind::Refuse, Some(_)) => {
                return Err(Refusal::DecidedAbove);
            }
            _ => {}
        }
        self.ripe(rules, actor, today)?;
        if kind == CommandKind::Refuse {
            return Ok(());
        }
        if self.falsehood && kind == CommandKind::Grant {
            return Err(Refusal::FalsehoodFound);
        }
        if kind == CommandKind::Grant {
            Self::one_left(rules)?;
            self.was_chosen(procedure)?;
        }
        match self.promised_materials(procedure) {
            Some(promised) => self.complete_but_for(procedure, promised),
            None => self.complete_but_for(procedure, &BTreeSet::new()),
        }
    }

    /// Whether it is decided without a review: on a promise, for a falsehood, since what was
    /// asked for or promised did not come.
    pub(crate) fn is_decided_unreviewed(&self, procedure: &Procedure, today: NaiveDate) -> bool {
        self.promised.is_some()
            || self.falsehood
            || self.state == State::SupplementRequested
            || self.lapsed_to_refusal(procedure, today) == Ok(true)
    }

    /// Who accepted never decides.
    fn another_decides(&self, actor: &Actor) -> Result<(), Refusal> {
        match &self.acceptance {
            Some(acceptance) if acceptance.by.shares_a_person_with(actor) => {
                Err(Refusal::AcceptedByTheSame)
            }
            _ => Ok(()),
        }
    }

    /// Whether a decision can be taken, and by this officer.
    fn ripe(&self, rules: &Rules, actor: &Actor, today: NaiveDate) -> Result<(), Refusal> {
        let procedure = rules.procedure();
        self.another_decides(actor)?;
        // What is promised is decided on the spot and checked afterwards, and who was
        // untrue is refused for that.
        if self.promised.is_none() && !self.falsehood {
            if self.reviews == 0 && !procedure.is_instant() {
                return Err(Refusal::ReviewMissing);
            }
            let done = |step| self.steps.iter().any(|done| done == step);
            if let Some(index) = procedure.steps().iter().position(|step| !done(step)) {
                return Err(Refusal::StepMissing { position: index + 1 });
            }
            if self.on_site_checks == 0 && procedure.on_site_officers().is_some() {
                return Err(Refusal::OnSiteCheckMissing);
            }
            if !self.inspectors_named && procedure.inspectors().is_some() {
                return Err(Refusal::InspectorsNotNamed);
            }
        }
        self.in_turn(rules)?;
        self.all_heard()?;
        let waived = self.third_parties_waived();
        self.hearing.as_ref().map_or(Ok(()), |hearing| hearing.done(rules, waived, today))
    }
}
