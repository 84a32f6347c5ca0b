//! What programs call a refusal, and where the law says so.

use crate::{Basis, Doer, Refusal, Words};

impl Refusal {
    /// The kind of refusal as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherProcedure => "other-procedure",
            Self::OtherDivision => "other-division",
            Self::OtherBody => "other-body",
            Self::RoleMissing { .. } => "role-missing",
            Self::DeputationNotInForce { .. } => "deputation-not-in-force",
            Self::OtherApplicant => "other-applicant",
            Self::WrongActor { .. } => "wrong-actor",
            Self::TimeRunsBackwards { .. } => "time-runs-backwards",
            Self::TimeOutOfRange => "time-out-of-range",
            Self::WrongState { .. } => "wrong-state",
            Self::DeemedAccepted { .. } => "deemed-accepted",
            Self::SilenceNotOver { .. } => "silence-not-over",
            Self::AlreadyRequested { .. } => "already-requested",
            Self::ListEmpty => "list-empty",
            Self::NotInGuide { .. } => "not-in-guide",
            Self::ListedTwice { .. } => "listed-twice",
            Self::NoTimeLeft => "no-time-left",
            Self::MaterialMissing { .. } => "material-missing",
            Self::NeverRequested => "never-requested",
            Self::SupplementStillOpen { .. } => "supplement-still-open",
            Self::ReviewMissing => "review-missing",
            Self::OnSiteCheckMissing => "on-site-check-missing",
            Self::TooFewOfficers { .. } => "too-few-officers",
            Self::NotAmongOfficers => "not-among-officers",
            Self::PauseNotListed => "pause-not-listed",
            Self::PauseRunning => "pause-running",
            Self::PauseTooLong { .. } => "pause-too-long",
            Self::PauseNotRunning => "pause-not-running",
            Self::PauseEndsEarly { .. } => "pause-ends-early",
            Self::PauseEndsInFuture => "pause-ends-in-future",
            Self::NotExtendable => "not-extendable",
            Self::ExtendedBefore => "extended-before",
            Self::ExtensionTooLong { .. } => "extension-too-long",
            Self::DecisionOverdue { .. } => "decision-overdue",
            Self::HearingNotOffered => "hearing-not-offered",
            Self::HearingOffered { .. } => "hearing-offered",
            Self::HearingChosen => "hearing-chosen",
            Self::HearingRequestLate { .. } => "hearing-request-late",
            Self::HearingNotRequested => "hearing-not-requested",
            Self::HearingHeldBefore { .. } => "hearing-held-before",
            Self::HearingTooSoon { .. } => "hearing-too-soon",
            Self::HearingTooLate { .. } => "hearing-too-late",
            Self::HearingNotScheduled => "hearing-not-scheduled",
            Self::HearingNotYet { .. } => "hearing-not-yet",
            Self::HearingByExaminer => "hearing-by-examiner",
            Self::HearingRightOpen { .. } => "hearing-right-open",
            Self::HearingNotHeld => "hearing-not-held",
            Self::ThirdPartyNotHeard { .. } => "third-party-not-heard",
            Self::NoThirdPartyWaits => "no-third-party-waits",
            Self::ThirdPartyUnknown => "third-party-unknown",
            Self::ThirdPartyAnswered { .. } => "third-party-answered",
            Self::NotTolerant => "not-tolerant",
            Self::NotMinor { .. } => "not-minor",
            Self::ToleranceTooLong { .. } => "tolerance-too-long",
            Self::NothingTolerated => "nothing-tolerated",
            Self::ToleranceMet => "tolerance-met",
            Self::ToleranceOpen { .. } => "tolerance-open",
            Self::ToleranceOtherOutcome => "tolerance-other-outcome",
            Self::OtherHandler => "other-handler",
            Self::HandlerAlready => "handler-already",
            Self::AcceptedByTheSame => "accepted-by-the-same",
            Self::Blank { .. } => "blank",
            Self::TooLong { .. } => "too-long",
            Self::NotCovered(_) => "calendar-not-covered",
        }
    }

    /// Where the law says so; none for what is order rather than law.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        let article = match self {
            Self::OtherDivision | Self::OtherBody => 22,
            Self::OtherApplicant => 29,
            Self::WrongState { command, .. } => return command.basis(),
            Self::WrongActor { command } if command.doer() == Doer::Clock => 32,
            Self::DeemedAccepted { .. }
            | Self::SilenceNotOver { .. }
            | Self::AlreadyRequested { .. }
            | Self::NeverRequested
            | Self::SupplementStillOpen { .. }
            | Self::NoTimeLeft
            | Self::MaterialMissing { .. }
            | Self::Blank { words: Words::RightBody } => 32,
            Self::NotInGuide { .. } => 31,
            Self::ReviewMissing
            | Self::OnSiteCheckMissing
            | Self::TooFewOfficers { .. }
            | Self::NotAmongOfficers => 34,
            Self::Blank { words: Words::Reason | Words::ReviewBody | Words::Court } => 38,
            Self::ThirdPartyNotHeard { .. } | Self::NoThirdPartyWaits | Self::ThirdPartyUnknown => {
                36
            }
            Self::NotExtendable
            | Self::ExtendedBefore
            | Self::ExtensionTooLong { .. }
            | Self::DecisionOverdue { .. } => 42,
            Self::PauseNotListed | Self::PauseTooLong { .. } | Self::PauseEndsInFuture => 45,
            Self::HearingNotOffered
            | Self::HearingRequestLate { .. }
            | Self::HearingNotRequested
            | Self::HearingTooLate { .. }
            | Self::HearingRightOpen { .. } => 47,
            Self::HearingTooSoon { .. }
            | Self::HearingNotScheduled
            | Self::HearingNotYet { .. }
            | Self::HearingByExaminer
            | Self::HearingNotHeld => 48,
            Self::NotCovered(_) => 82,
            Self::AcceptedByTheSame | Self::RoleMissing { .. } => return Some(Basis::separation()),
            _ => return None,
        };
        Some(Basis::licensing_law(article))
    }
}
