//! What would happen: the one place where a command becomes events.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use gov_identity::IdentityKey;

use crate::actor::{Actor, Author, Officer};
use crate::case::{CHINA, Case, day};
use crate::correction::amend;
use crate::extension::extend;
use crate::fee::paid;
use crate::first_review::taken_over;
use crate::intake::{defects, filed, in_guide};
use crate::promise::rectify;
use crate::renewal::asked_in_time;
use crate::revocation::falsehood;
use crate::selection::selected;
use crate::{Command, CommandKind, Doer, Event, Fact, Procedure, Refusal, Remedies, Rules};
use crate::{StaffId, State, Words};

impl Case {
    /// What would happen if `actor` gave this command at this time.
    ///
    /// Nothing does happen: [`apply`](Self::apply) the events, after they are stored. The
    /// order of checks: the procedure, the actor, the time, the state, then what the
    /// law asks of this command. An officer of another division is never told where
    /// a case stands.
    ///
    /// The events carry the time `at` in China's time.
    ///
    /// # Errors
    ///
    /// The first reason why it cannot be done.
    pub fn decide(
        &self,
        rules: &Rules,
        command: &Command,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<Vec<Event>, Refusal> {
        self.permit(rules, command.kind(), actor, at)?;
        let facts = self.facts(rules, command, actor, day(at))?;
        let (at, by) = (at.with_timezone(&CHINA), Author::of(actor));
        Ok(facts.into_iter().map(|fact| Event { at, by: by.clone(), fact }).collect())
    }

    /// All that can be said without knowing the particulars of the command.
    pub(crate) fn permit(
        &self,
        rules: &Rules,
        kind: CommandKind,
        actor: &Actor,
        at: DateTime<FixedOffset>,
    ) -> Result<(), Refusal> {
        let (procedure, today) = (rules.procedure(), day(at));
        if let Some(filing) = &self.filing
            && (filing.procedure != procedure.version() || filing.item != *procedure.item())
        {
            return Err(Refusal::OtherProcedure);
        }
        self.admit(procedure, kind, actor, today)?;
        if !(1..=9999).contains(&today.year()) {
            return Err(Refusal::TimeOutOfRange);
        }
        if let Some(last) = self.last.filter(|last| at < *last) {
            return Err(Refusal::TimeRunsBackwards { last });
        }
        if self.state.after(kind.event()).is_err() {
            return Err(self.out_of_turn(kind));
        }
        self.guard(rules, kind, actor, today)
    }

    /// Whether this actor may give such commands at all, that day.
    pub(crate) fn admit(
        &self,
        procedure: &Procedure,
        kind: CommandKind,
        actor: &Actor,
        today: NaiveDate,
    ) -> Result<(), Refusal> {
        match (kind.doer(), actor, actor.officer()) {
            (Doer::Applicant | Doer::ApplicantOr(_), Actor::Applicant(key), _) => {
                let other = self.filing.as_ref().is_some_and(|filing| filing.applicant != *key);
                if other { Err(Refusal::OtherApplicant) } else { Ok(()) }
            }
            (Doer::ApplicantOr(role) | Doer::Officer(role), _, Some(officer)) => {
                procedure.admit(officer, role, today)?;
                actor.in_force(today)
            }
            (Doer::Clock, Actor::Clock, _) => Ok(()),
            _ => Err(Refusal::WrongActor { command: kind }),
        }
    }

    /// Why the state does not allow it, as exactly as can be said.
    fn out_of_turn(&self, kind: CommandKind) -> Refusal {
        let answers = matches!(
            kind,
            CommandKind::RequestSupplement
                | CommandKind::Accept
                | CommandKind::AcceptTolerantly
                | CommandKind::RefuseAcceptance
                | CommandKind::DeclareNotNeeded
        );
        let deemed = self.acceptance.as_ref().filter(|acceptance| acceptance.by == Author::Clock);
        match (deemed, &self.notice) {
            (Some(deemed), _) if answers && self.state.is_undecided() => {
                Refusal::DeemedAccepted { on: deemed.on }
            }
            (_, Some(notice))
                if kind == CommandKind::RequestSupplement
                    && self.state == State::SupplementRequested =>
            {
                Refusal::AlreadyRequested { on: notice.on }
            }
            _ => Refusal::WrongState { command: kind, state: self.state },
        }
    }

    /// What happens, once it may.
    #[expect(clippy::too_many_lines, reason = "a line for each command, in their order")]
    fn facts(
        &self,
        rules: &Rules,
        command: &Command,
        actor: &Actor,
        today: NaiveDate,
    ) -> Result<Vec<Fact>, Refusal> {
        let procedure = rules.procedure();
        Ok(vec![match command {
            Command::Receive { case, applicant, channel, materials } => {
                own(actor, applicant)?;
                in_guide(procedure, materials)?;
                filed(procedure, case, applicant, *channel, materials)
            }
            Command::ReceiveRenewal { case, applicant, channel, materials, license, expires } => {
                own(actor, applicant)?;
                in_guide(procedure, materials)?;
                asked_in_time(procedure, *expires, today)?;
                written(license, Words::License)?;
                let received = filed(procedure, case, applicant, *channel, materials);
                let (license, expires) = (license.clone(), *expires);
                return Ok(vec![received, Fact::RenewalRequested { license, expires }]);
            }
            Command::TakeOver { case, file } => return taken_over(procedure, case, file),
            Command::RequestSupplement { missing, until } => {
                defects(procedure, missing)?;
                if *until <= today {
                    return Err(Refusal::NoTimeLeft);
                }
                Fact::SupplementRequested { missing: missing.clone(), until: *until }
            }
            Command::Supplement { materials } => {
                in_guide(procedure, materials)?;
                return self.supplemented(materials);
            }
            Command::Accept => Fact::Accepted { on: today },
            Command::DeemAccepted => {
                let since = self.filing.as_ref().map(|filing| filing.complete_since);
                Fact::DeemedAccepted { on: since.unwrap_or(today) }
            }
            Command::RefuseAcceptance { ground, reason, remedies } => {
                return self.refuse_acceptance(rules, ground, reason, remedies, today);
            }
            Command::StartReview => Fact::ReviewStarted,
            Command::RecordReview { step, opinion, note } => {
                written(step, Words::Step)?;
                if !procedure.steps().is_empty() && !procedure.steps().contains(step) {
                    return Err(Refusal::StepUnknown);
                }
                written(note, Words::Note)?;
                Fact::ReviewRecorded { step: step.clone(), opinion: *opinion, note: note.clone() }
            }
            Command::Reassign { to, reason } => self.hand_on(to, reason, actor)?,
            Command::CheckOnSite { officers, opinion, note } => {
                together(procedure, officers, actor)?;
                written(note, Words::Note)?;
                let (officers, note) = (officers.clone(), note.clone());
                Fact::OnSiteChecked { officers, opinion: *opinion, note }
            }
            Command::StartSpecialProcedure { ground, days, notice } => {
                self.pause(procedure, ground, *days, notice)?
            }
            Command::EndSpecialProcedure { ground, on, result } => {
                return self.resume(ground, *on, result, today);
            }
            Command::OfferHearing { .. }
            | Command::RequestHearing
            | Command::RequestThirdPartyHearing { .. }
            | Command::WaiveHearing
            | Command::ScheduleHearing { .. }
            | Command::AnnounceHearing { .. }
            | Command::HoldHearing { .. } => self.heard(rules, command, today)?,
            Command::NotifyThirdParty { party } => {
                written(party, Words::Party)?;
                Fact::ThirdPartyNotified { party: party.clone() }
            }
            Command::HearThirdParty { party, statement } => self.hear(*party, statement)?,
            Command::WaiveThirdParty { party } => {
                self.waits(*party)?;
                Fact::ThirdPartyWaived { party: *party }
            }
            Command::ExtendDecision { days, reason, notice } => {
                extend(procedure, *days, reason, notice)?
            }
            Command::Grant => Fact::Granted,
            Command::Refuse { reason, remedies } => {
                reasoned(reason, remedies)?;
                Fact::Refused { reason: reason.clone(), remedies: remedies.clone() }
            }
            Command::Issue { license } => {
                written(license, Words::License)?;
                Fact::Issued { license: license.clone() }
            }
            Command::Deliver { way, receiver } => {
                Fact::Delivered { way: *way, receiver: receiver.clone() }
            }
            Command::Close => Fact::Closed,
            Command::Withdraw => Fact::Withdrawn,
            Command::AcceptTolerantly { missing, until, promise } => {
                self.tolerate(rules, missing, *until, promise, today)?
            }
            Command::RevokeAcceptance { reason, remedies } => {
                reasoned(reason, remedies)?;
                Fact::AcceptanceRevoked { reason: reason.clone(), remedies: remedies.clone() }
            }
            Command::DeemWithdrawn => Fact::DeemedWithdrawn,
            Command::DeclareNotNeeded { reason } => {
                written(reason, Words::Reason)?;
                Fact::NotNeeded { reason: reason.clone() }
            }
            Command::CorrectOnTheSpot { materials, note } => {
                self.correct(procedure, materials, note)?
            }
            Command::MakePromise { promise } => {
                written(promise, Words::Promise)?;
                Fact::PromiseMade { promise: promise.clone() }
            }
            Command::CheckPromise { kept, note } => {
                written(note, Words::Note)?;
                Fact::PromiseChecked { kept: *kept, note: note.clone() }
            }
            Command::OrderRectification { reason, until, notice } => {
                rectify(reason, *until, notice, today)?
            }
            Command::Revoke { ground, reason, remedies } => {
                self.revoke(procedure, *ground, reason, remedies, today)?
            }
            Command::Terminate { ground, reason } => {
                written(reason, Words::Reason)?;
                Fact::Terminated { ground: *ground, reason: reason.clone() }
            }
            Command::ProposeVoid { reason } => {
                written(reason, Words::Reason)?;
                Fact::VoidProposed { reason: reason.clone() }
            }
            Command::Void => Fact::Voided,
            Command::Forward { opinion, report } => self.forward(procedure, *opinion, report)?,
            Command::DeemRenewed => Fact::DeemedRenewed { on: self.expired(today)? },
            Command::NameInspectors { officers } => {
                let required = usize::from(procedure.inspectors().unwrap_or(2));
                if officers.len() < required {
                    return Err(Refusal::TooFewInspectors { required, found: officers.len() });
                }
                Fact::InspectorsNamed { officers: officers.clone() }
            }
            Command::RecordSelection { chosen, record } => selected(*chosen, record)?,
            Command::CorrectClericalError { document, old, new, notice } => {
                amend(*document, old, new, notice)?
            }
            Command::RecordFalsehood { note } => {
                written(note, Words::Note)?;
                falsehood(procedure, note, today)
            }
            Command::RecordPayment { fen, receipt } => paid(procedure, *fen, receipt)?,
            Command::PreCheck { outcome, note } => {
                written(note, Words::Note)?;
                Fact::PreChecked { outcome: *outcome, note: note.clone() }
            }
            Command::ExplainDelay { reason } => {
                written(reason, Words::Reason)?;
                Fact::DelayExplained { reason: reason.clone() }
            }
            Command::HandOutVoucher { number } => {
                written(number, Words::Voucher)?;
                Fact::VoucherHandedOut { number: number.clone() }
            }
        }])
    }
}

/// Whether an applicant applies in person and not for somebody else.
fn own(actor: &Actor, applicant: &IdentityKey) -> Result<(), Refusal> {
    if matches!(actor, Actor::Applicant(key) if key != applicant) {
        Err(Refusal::OtherApplicant)
    } else {
        Ok(())
    }
}

/// Whether officers enough checked on site, the one who records it among them.
fn together(
    procedure: &Procedure,
    officers: &BTreeSet<StaffId>,
    actor: &Actor,
) -> Result<(), Refusal> {
    let there = |officer: &Officer| officers.contains(&officer.staff);
    let required = usize::from(procedure.on_site_officers().unwrap_or(2));
    if officers.len() < required {
        return Err(Refusal::TooFewOfficers { required, found: officers.len() });
    }
    if actor.officer().is_some_and(there) { Ok(()) } else { Err(Refusal::NotAmongOfficers) }
}

pub(crate) fn reasoned(reason: &str, remedies: &Remedies) -> Result<(), Refusal> {
    written(reason, Words::Reason)?;
    written(&remedies.review, Words::ReviewBody)?;
    written(&remedies.court, Words::Court)
}

pub(crate) fn written(text: &str, words: Words) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        Err(Refusal::Blank { words })
    } else if text.chars().nth(words.longest()).is_some() {
        Err(Refusal::TooLong { words })
    } else {
        Ok(())
    }
}
