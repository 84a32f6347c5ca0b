//! What programs call a refusal, and where the law says so.

use crate::{Basis, Doer, Procedure, Refusal, Words};

impl Refusal {
    /// The kind of refusal as a word that programs can rely on.
    #[expect(clippy::too_many_lines, reason = "a line for each refusal, in their order")]
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherProcedure => "other-procedure",
            Self::OtherDivision => "other-division",
            Self::OtherBody => "other-body",
            Self::RoleMissing { .. } => "role-missing",
            Self::DeputationNotInForce { .. } => "deputation-not-in-force",
            Self::NotEntrusted { .. } => "not-entrusted",
            Self::EntrustingNotInForce { .. } => "entrusting-not-in-force",
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
            Self::HearingAnnounced { .. } => "hearing-announced",
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
            Self::NotNeededIsTold => "not-needed-is-told",
            Self::NotInHand { .. } => "not-in-hand",
            Self::AskedBelow => "asked-below",
            Self::FileForAnother => "file-for-another",
            Self::DecidedHere => "decided-here",
            Self::DecidedAbove => "decided-above",
            Self::NoPromiseTrack => "no-promise-track",
            Self::PromisedBefore => "promised-before",
            Self::BarredFromPromising { .. } => "barred-from-promising",
            Self::BarredFromApplying { .. } => "barred-from-applying",
            Self::NothingPromised => "nothing-promised",
            Self::PromiseHolds => "promise-holds",
            Self::RectificationNotOrdered => "rectification-not-ordered",
            Self::RectificationOpen { .. } => "rectification-open",
            Self::NoTimeToPutRight => "no-time-to-put-right",
            Self::NothingGranted => "nothing-granted",
            Self::VoidNotProposed => "void-not-proposed",
            Self::VoidedByTheSame => "voided-by-the-same",
            Self::NotRenewable => "not-renewable",
            Self::RenewalLate { .. } => "renewal-late",
            Self::NotRenewal => "not-renewal",
            Self::NotExpired { .. } => "not-expired",
            Self::RenewedByLaw { .. } => "renewed-by-law",
            Self::QueueUnknown => "queue-unknown",
            Self::NotItsTurn { .. } => "not-its-turn",
            Self::QuotaUsedUp => "quota-used-up",
            Self::NoSelection => "no-selection",
            Self::SelectionRecorded => "selection-recorded",
            Self::SelectionPending { .. } => "selection-pending",
            Self::NotChosen { .. } => "not-chosen",
            Self::NoTechnicalCheck => "no-technical-check",
            Self::TooFewInspectors { .. } => "too-few-inspectors",
            Self::InspectorsNotNamed => "inspectors-not-named",
            Self::StepUnknown => "step-unknown",
            Self::StepMissing { .. } => "step-missing",
            Self::FalsehoodFound => "falsehood-found",
            Self::FalsehoodRecorded => "falsehood-recorded",
            Self::NothingChanged => "nothing-changed",
            Self::FreeOfCharge => "free-of-charge",
            Self::OtherFee => "other-fee",
            Self::PaidBefore => "paid-before",
            Self::FeeUnpaid => "fee-unpaid",
            Self::VoucherBefore => "voucher-before",
            Self::NotOverdue => "not-overdue",
            Self::AcceptedByTheSame => "accepted-by-the-same",
            Self::Blank { .. } => "blank",
            Self::TooLong { .. } => "too-long",
            Self::NotCovered(_) => "calendar-not-covered",
        }
    }

    /// Where the law says so; none for what is order rather than law. What parts acceptance
    /// from decision is [`Basis::separation`] here.
    #[expect(clippy::match_same_arms, reason = "a line for each refusal, in their order")]
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        let article = match self {
            Self::OtherDivision | Self::OtherBody => 22,
            Self::NotEntrusted { .. } | Self::EntrustingNotInForce { .. } => 24,
            Self::OtherApplicant => 29,
            Self::WrongState { command, .. } => return command.basis(),
            Self::WrongActor { command } if command.doer() == Doer::Clock => {
                return command.basis();
            }
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
            Self::NotNeededIsTold | Self::NotInHand { .. } => 32,
            Self::StepMissing { .. } => 34,
            Self::AskedBelow | Self::FileForAnother | Self::DecidedHere | Self::DecidedAbove => 35,
            Self::NotRenewable
            | Self::RenewalLate { .. }
            | Self::NotRenewal
            | Self::NotExpired { .. }
            | Self::RenewedByLaw { .. } => 50,
            Self::NoSelection => return Some(Basis::selection()),
            Self::NotOverdue => return Some(Basis::delay()),
            Self::SelectionPending { selection } | Self::NotChosen { selection } => {
                selection.article()
            }
            Self::NoTechnicalCheck | Self::TooFewInspectors { .. } | Self::InspectorsNotNamed => 55,
            Self::QueueUnknown | Self::NotItsTurn { .. } | Self::QuotaUsedUp => 57,
            Self::FreeOfCharge => 58,
            Self::OtherFee | Self::PaidBefore | Self::FeeUnpaid => 59,
            Self::BarredFromApplying { article, .. } => *article,
            Self::FalsehoodFound => 78,
            Self::NotCovered(_) => 82,
            Self::AcceptedByTheSame | Self::RoleMissing { .. } => return Some(Basis::separation()),
            _ => return None,
        };
        Some(Basis::licensing_law(article))
    }
    /// Where the law says so, under this procedure: the rule that parts acceptance from
    /// decision is its own.
    #[must_use]
    pub fn basis_under(&self, procedure: &Procedure) -> Option<Basis> {
        match self {
            Self::AcceptedByTheSame | Self::RoleMissing { .. } => {
                Some(procedure.separation().clone())
            }
            _ => self.basis(),
        }
    }
}
