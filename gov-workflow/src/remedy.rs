//! What would make a refused command possible.

use crate::way::way;
use crate::{Doer, Refusal};

impl Refusal {
    /// What would make the command possible.
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
                "go on with the review; the time to decide runs from that day".to_owned()
            }
            Self::SilenceNotOver { due: Some(due) } => format!("wait until {due} is over"),
            Self::SilenceNotOver { due: None } => "wait until the time is over".to_owned(),
            Self::AlreadyRequested { .. } => {
                "decide on what is there; the law knows one notice".to_owned()
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
            Self::HearingChosen => "nothing: the choice is made once".to_owned(),
            Self::HearingRequestLate { .. } => "nothing: the time to ask is over".to_owned(),
            Self::HearingNotRequested => "the applicant asks for it".to_owned(),
            Self::HearingHeldBefore { .. } => "decide on its record".to_owned(),
            Self::HearingTooSoon { earliest } => format!("name {earliest} or a later day"),
            Self::HearingTooLate { latest } => format!("name {latest} or an earlier day"),
            Self::HearingNotScheduled => "tell the day seven days before".to_owned(),
            Self::HearingNotYet { on } => format!("hold it on {on}"),
            Self::HearingByExaminer => "another officer leads the hearing".to_owned(),
            Self::HearingRightOpen { until: Some(until) } => format!("wait for the applicant's choice, or until {until} is over"),
            Self::HearingRightOpen { until: None } => "wait for the applicant's choice".to_owned(),
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
            Self::AcceptedByTheSame => "another officer decides".to_owned(),
            Self::Blank { .. } => "write the text".to_owned(),
            Self::TooLong { words } => format!("write at most {} characters", words.longest()),
            Self::NotCovered(_) => "load the calendar with the notice for that year".to_owned(),
        }
    }
}
