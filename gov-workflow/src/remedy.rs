//! What would make a refused command possible.

use crate::way::way;
use crate::{Doer, Refusal};

impl Refusal {
    /// What would make the command possible.
    #[expect(
        clippy::match_same_arms,
        clippy::too_many_lines,
        reason = "a line for each refusal, in their order"
    )]
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::OtherProcedure => "use the procedure that the case began with".to_owned(),
            Self::OtherDivision => "an officer of the procedure's division does it".to_owned(),
            Self::OtherBody => {
                "an officer of the procedure's body or its windows does it".to_owned()
            }
            Self::RoleMissing { role } => {
                format!("an officer with the role of {} does it", role.english())
            }
            Self::DeputationNotInForce { .. } => {
                "the principal does it, or a deputy whose time it is".to_owned()
            }
            Self::NotEntrusted { .. } | Self::EntrustingNotInForce { .. } => {
                "an officer of the body that entrusts does it".to_owned()
            }
            Self::OtherApplicant => "the applicant of the case does it".to_owned(),
            Self::WrongActor { command } => match command.doer() {
                Doer::Applicant => "the applicant does it".to_owned(),
                Doer::ApplicantOr(role) => {
                    format!(
                        "the applicant does it, or an officer with the role of {}",
                        role.english()
                    )
                }
                Doer::Officer(role) => {
                    format!("an officer with the role of {} does it", role.english())
                }
                Doer::Clock => "the system records it when the time has come".to_owned(),
            },
            Self::TimeRunsBackwards { .. } => "check the clock and try again".to_owned(),
            Self::TimeOutOfRange => "check the clock".to_owned(),
            Self::WrongState { command, state } => way(*command, *state).0.to_owned(),
            Self::DeemedAccepted { .. } => {
                "go on with the review once the system has recorded it; the time to decide runs from that day".to_owned()
            }
            Self::SilenceNotOver { due: Some(due) } => format!("wait until {due} is over"),
            Self::SilenceNotOver { due: None } => "wait until the time is over".to_owned(),
            Self::AlreadyRequested { .. } => {
                "wait for the supplement or its last day, then answer on what is there; the law knows one notice".to_owned()
            }
            Self::ListEmpty => "list at least one material of the guide".to_owned(),
            Self::NotInGuide { .. } => "list materials of the guide only".to_owned(),
            Self::ListedTwice { .. } => "list each material once".to_owned(),
            Self::NoTimeLeft => "name a day after today".to_owned(),
            Self::MaterialMissing { .. } => "the applicant hands the material in".to_owned(),
            Self::NeverRequested => "tell the applicant once what is missing".to_owned(),
            Self::SupplementStillOpen { until } => format!("wait until {until} is over"),
            Self::ReviewMissing => "an officer reviews the case and records an opinion".to_owned(),
            Self::OnSiteCheckMissing => "officers check on site together and record it".to_owned(),
            Self::TooFewOfficers { .. } => "name all officers who were there".to_owned(),
            Self::NotAmongOfficers => "one of the officers who were there records it".to_owned(),
            Self::PauseNotListed => "use a special procedure of the procedure; the body's own visit does not stop the clock".to_owned(),
            Self::PauseRunning => "end it before it begins anew".to_owned(),
            Self::PauseTooLong { longest } => format!("tell the applicant of {longest} days at most"),
            Self::PauseNotRunning => "end one that runs".to_owned(),
            Self::PauseEndsEarly { from } => format!("name a day from {from} on"),
            Self::PauseEndsInFuture => "record the end when it has come".to_owned(),
            Self::NotExtendable | Self::ExtendedBefore => "decide in the time there is".to_owned(),
            Self::ExtensionTooLong { longest } => format!("extend by 1 to {longest} days"),
            Self::DecisionOverdue { .. } => "decide at once; what is over cannot be extended".to_owned(),
            Self::HearingNotOffered => "tell the applicant of the right to a hearing".to_owned(),
            Self::HearingOffered { .. } => "the applicant chooses".to_owned(),
            Self::HearingAnnounced { .. } => "hold the hearing that was announced".to_owned(),
            Self::HearingChosen => "nothing: the choice is made once".to_owned(),
            Self::HearingRequestLate { .. } => "nothing: the time to ask is over".to_owned(),
            Self::HearingNotRequested => "the applicant or a third party asks for it".to_owned(),
            Self::HearingHeldBefore { .. } => "decide on its record".to_owned(),
            Self::HearingTooSoon { earliest } => format!("name {earliest} or a later day"),
            Self::HearingTooLate { latest } => format!("name {latest} or an earlier day"),
            Self::HearingNotScheduled => "tell the day seven days before".to_owned(),
            Self::HearingNotYet { on } => format!("hold it on {on}"),
            Self::HearingByExaminer => "another officer leads the hearing".to_owned(),
            Self::HearingRightOpen { until: Some(until) } => format!("wait until all have chosen, or until {until} is over"),
            Self::HearingRightOpen { until: None } => "wait until all have chosen".to_owned(),
            Self::HearingNotHeld => "hold the hearing".to_owned(),
            Self::ThirdPartyNotHeard { .. } => "hear the third party, or record its waiver".to_owned(),
            Self::NoThirdPartyWaits => "notify the third party first".to_owned(),
            Self::ThirdPartyUnknown => "name one that was notified, by its number from 1".to_owned(),
            Self::ThirdPartyAnswered { .. } => "name one that still waits".to_owned(),
            Self::NotTolerant => "accept it when it is complete".to_owned(),
            Self::NotMinor { .. } => "the applicant hands the material in before acceptance".to_owned(),
            Self::ToleranceTooLong { latest } => format!("promise {latest} or an earlier day"),
            Self::NothingTolerated => "nothing: no material was promised".to_owned(),
            Self::ToleranceMet => "go on with the case".to_owned(),
            Self::ToleranceOpen { until } => format!("wait for the material, or until {until} is over"),
            Self::ToleranceOtherOutcome => "end the case as the guide provides".to_owned(),
            Self::OtherHandler => "that officer does it, or the case is handed on again".to_owned(),
            Self::HandlerAlready => "go on with the review".to_owned(),
            Self::NotNeededIsTold => "declare that no license is needed".to_owned(),
            Self::NotInHand { .. } => "the applicant hands the material in".to_owned(),
            Self::AskedBelow => "decide on the file of the lower level".to_owned(),
            Self::FileForAnother => "the body that the file names takes it over".to_owned(),
            Self::DecidedHere => "decide on the case".to_owned(),
            Self::DecidedAbove => "forward the case with the opinion of the first review".to_owned(),
            Self::NoPromiseTrack => "go on in the normal way".to_owned(),
            Self::PromisedBefore => "accept the case".to_owned(),
            Self::BarredFromPromising { .. } => "go on in the normal way".to_owned(),
            Self::BarredFromApplying { until: Some(until), .. } => {
                format!("apply once {until} is over")
            }
            Self::BarredFromApplying { until: None, .. } => "nothing: the bar names no end".to_owned(),
            Self::NothingPromised => "nothing: the case is not on the promise track".to_owned(),
            Self::PromiseHolds => "a check finds the promise untrue".to_owned(),
            Self::RectificationNotOrdered => "order that it be put right".to_owned(),
            Self::RectificationOpen { until } => format!("wait until {until} is over"),
            Self::NoTimeToPutRight => "name a day after today".to_owned(),
            Self::NothingGranted => "nothing: there is no license".to_owned(),
            Self::VoidNotProposed => "another officer proposes it".to_owned(),
            Self::VoidedByTheSame => "another officer voids the case".to_owned(),
            Self::NotRenewable => "apply anew".to_owned(),
            Self::RenewalLate { .. } => "apply anew".to_owned(),
            Self::NotRenewal => "decide on the case".to_owned(),
            Self::NotExpired { expires } => format!("wait until {expires} is over"),
            Self::RenewedByLaw { .. } => "issue the renewed license once the system has recorded it".to_owned(),
            Self::QueueUnknown => "give the queue of the item and the body, with this case in it".to_owned(),
            Self::NotItsTurn { .. } => "decide in the order of acceptance".to_owned(),
            Self::QuotaUsedUp => "refuse with reasons, or wait for a license".to_owned(),
            Self::NoSelection => "nothing: nobody is chosen".to_owned(),
            Self::SelectionRecorded => "decide by the outcome".to_owned(),
            Self::SelectionPending { selection } => {
                format!("record the outcome of the {}", selection.english())
            }
            Self::NotChosen { .. } => "refuse with reasons".to_owned(),
            Self::NoTechnicalCheck => "nothing: no officers are named".to_owned(),
            Self::TooFewInspectors { required, .. } => format!("name {required} officers at least"),
            Self::InspectorsNotNamed => "name the officers of the technical check".to_owned(),
            Self::StepUnknown => "name a step of the procedure".to_owned(),
            Self::StepMissing { .. } => "an officer ends that step with an opinion".to_owned(),
            Self::FalsehoodFound => "refuse to accept, or refuse, with reasons".to_owned(),
            Self::FalsehoodRecorded => "refuse to accept, or refuse, with reasons".to_owned(),
            Self::NothingChanged => "write what is meant".to_owned(),
            Self::FreeOfCharge => "nothing: no fee is taken".to_owned(),
            Self::OtherFee => "take the fee that is published".to_owned(),
            Self::PaidBefore => "nothing: the fee is taken once".to_owned(),
            Self::FeeUnpaid => "record the payment".to_owned(),
            Self::VoucherBefore => "nothing: there is one voucher".to_owned(),
            Self::NotOverdue => "nothing: there is no delay to explain".to_owned(),
            Self::AcceptedByTheSame => "another officer decides".to_owned(),
            Self::Blank { .. } => "write the text".to_owned(),
            Self::TooLong { words } => format!("write at most {} characters", words.longest()),
            Self::NotCovered(_) => "load the calendar with the notice for that year".to_owned(),
        }
    }
}
