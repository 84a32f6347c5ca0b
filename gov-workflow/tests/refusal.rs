//! What a refusal says, word for word: to programs, to developers, to clerks.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;

use gov_workflow::*;
use town::{at, day};

/// code, English, Chinese, basis, what would help in English and in Chinese; a line for
/// each of [`refusals`].
const SAID: &str = include_str!("fixture/refusals.tsv");

#[expect(clippy::too_many_lines, reason = "a line for each refusal, and no logic")]
fn refusals() -> Vec<Refusal> {
    let wrong_state = |command, state| Refusal::WrongState { command, state };
    let wrong_actor = |command| Refusal::WrongActor { command };
    vec![
        Refusal::OtherProcedure,
        Refusal::OtherDivision,
        Refusal::OtherBody,
        Refusal::RoleMissing { role: Role::Decision },
        Refusal::DeputationNotInForce { from: day("2026-03-02"), until: day("2026-03-06") },
        Refusal::NotEntrusted { role: Role::Decision },
        Refusal::EntrustingNotInForce { from: day("2026-03-02"), until: Some(day("2026-03-06")) },
        Refusal::EntrustingNotInForce { from: day("2026-03-02"), until: None },
        Refusal::OtherApplicant,
        wrong_actor(CommandKind::Withdraw),
        wrong_actor(CommandKind::Supplement),
        wrong_actor(CommandKind::Issue),
        wrong_actor(CommandKind::DeemAccepted),
        Refusal::TimeRunsBackwards { last: at("2026-03-02T09:30:00") },
        Refusal::TimeOutOfRange,
        wrong_state(CommandKind::Grant, State::Submitted),
        wrong_state(CommandKind::Withdraw, State::Closed),
        Refusal::DeemedAccepted { on: day("2026-03-02") },
        Refusal::SilenceNotOver { due: Some(day("2026-03-09")) },
        Refusal::SilenceNotOver { due: None },
        Refusal::AlreadyRequested { on: day("2026-03-05") },
        Refusal::ListEmpty,
        Refusal::NotInGuide { position: 2 },
        Refusal::ListedTwice { position: 3 },
        Refusal::NoTimeLeft,
        Refusal::MaterialMissing { position: 2 },
        Refusal::NeverRequested,
        Refusal::SupplementStillOpen { until: day("2026-03-20") },
        Refusal::ReviewMissing,
        Refusal::OnSiteCheckMissing,
        Refusal::TooFewOfficers { required: 2, found: 1 },
        Refusal::NotAmongOfficers,
        Refusal::PauseNotListed,
        Refusal::PauseRunning,
        Refusal::PauseTooLong { longest: 10 },
        Refusal::PauseNotRunning,
        Refusal::PauseEndsEarly { from: day("2026-03-02") },
        Refusal::PauseEndsInFuture,
        Refusal::NotExtendable,
        Refusal::ExtendedBefore,
        Refusal::ExtensionTooLong { longest: 10 },
        Refusal::DecisionOverdue { due: day("2026-03-02") },
        Refusal::HearingNotOffered,
        Refusal::HearingOffered { on: day("2026-03-02") },
        Refusal::HearingAnnounced { on: day("2026-03-02") },
        Refusal::HearingChosen,
        Refusal::HearingRequestLate { until: day("2026-03-02") },
        Refusal::HearingNotRequested,
        Refusal::HearingHeldBefore { on: day("2026-03-02") },
        Refusal::HearingTooSoon { earliest: day("2026-03-02") },
        Refusal::HearingTooLate { latest: day("2026-03-02") },
        Refusal::HearingNotScheduled,
        Refusal::HearingNotYet { on: day("2026-03-02") },
        Refusal::HearingByExaminer,
        Refusal::HearingRightOpen { until: Some(day("2026-03-09")) },
        Refusal::HearingNotHeld,
        Refusal::ThirdPartyNotHeard { position: 2 },
        Refusal::NoThirdPartyWaits,
        Refusal::ThirdPartyUnknown,
        Refusal::ThirdPartyAnswered { position: 2 },
        Refusal::NotTolerant,
        Refusal::NotMinor { position: 2 },
        Refusal::ToleranceTooLong { latest: day("2026-03-02") },
        Refusal::NothingTolerated,
        Refusal::ToleranceMet,
        Refusal::ToleranceOpen { until: day("2026-03-02") },
        Refusal::ToleranceOtherOutcome,
        Refusal::OtherHandler,
        Refusal::HandlerAlready,
        Refusal::AcceptedByTheSame,
        Refusal::Blank { words: Words::RightBody },
        Refusal::Blank { words: Words::Court },
        Refusal::TooLong { words: Words::Step },
        Refusal::NotNeededIsTold,
        Refusal::NotInHand { position: 2 },
        Refusal::AskedBelow,
        Refusal::FileForAnother,
        Refusal::DecidedHere,
        Refusal::DecidedAbove,
        Refusal::NoPromiseTrack,
        Refusal::PromisedBefore,
        Refusal::BarredFromPromising { until: None },
        Refusal::BarredFromApplying { article: 78, until: Some(day("2027-03-02")) },
        Refusal::BarredFromApplying { article: 79, until: None },
        Refusal::NothingPromised,
        Refusal::PromiseHolds,
        Refusal::RectificationNotOrdered,
        Refusal::RectificationOpen { until: day("2026-03-20") },
        Refusal::NoTimeToPutRight,
        Refusal::NothingGranted,
        Refusal::VoidNotProposed,
        Refusal::VoidedByTheSame,
        Refusal::NotRenewable,
        Refusal::RenewalLate { latest: day("2026-03-02") },
        Refusal::NotRenewal,
        Refusal::NotExpired { expires: day("2026-04-01") },
        Refusal::RenewedByLaw { on: day("2026-04-02") },
        Refusal::QueueUnknown,
        Refusal::NotItsTurn { ahead: 3 },
        Refusal::QuotaUsedUp,
        Refusal::NoSelection,
        Refusal::SelectionRecorded,
        Refusal::SelectionPending { selection: Selection::Tender },
        Refusal::SelectionPending { selection: Selection::Auction },
        Refusal::SelectionPending { selection: Selection::Examination },
        Refusal::NotChosen { selection: Selection::Tender },
        Refusal::NotChosen { selection: Selection::Auction },
        Refusal::NotChosen { selection: Selection::Examination },
        Refusal::NoTechnicalCheck,
        Refusal::TooFewInspectors { required: 2, found: 1 },
        Refusal::InspectorsNotNamed,
        Refusal::StepUnknown,
        Refusal::StepMissing { position: 2 },
        Refusal::FalsehoodFound,
        Refusal::FalsehoodRecorded,
        Refusal::NothingChanged,
        Refusal::FreeOfCharge,
        Refusal::OtherFee,
        Refusal::PaidBefore,
        Refusal::FeeUnpaid,
        Refusal::WrongActor { command: CommandKind::DeemRenewed },
        Refusal::WrongActor { command: CommandKind::DeemWithdrawn },
        Refusal::VoucherBefore,
        Refusal::NotOverdue,
        Refusal::NotCovered(town::calendar().is_working_day(day("2027-01-04")).unwrap_err()),
    ]
}

#[test]
fn every_refusal_says_what_is_written_there() {
    let mut said = SAID.lines().skip(1);
    for refusal in refusals() {
        let basis = refusal.basis().map_or("-".to_owned(), |basis| basis.to_string());
        let says = [
            refusal.code().to_owned(),
            refusal.to_string(),
            refusal.zh(),
            basis,
            refusal.remedy(),
            refusal.remedy_zh(),
        ];
        assert_eq!(Some(says.join("\t").as_str()), said.next());
    }
    assert_eq!(said.next(), None);
}
