//! The way from where a case stands to where a command is possible.

use crate::{CommandKind, State};

/// How a case could come from this state to where the command is possible.
pub(crate) const fn way(command: CommandKind, state: State) -> (&'static str, &'static str) {
    use CommandKind as To;
    match (command, state) {
        (_, State::Forwarded) => {
            ("nothing: the upper level goes on with the case", "本办件已转报，由上级机关继续办理")
        }
        (_, over) if over.is_final() => {
            ("nothing: the case is over; a new application can be made", "本办件已结束，可另行申请")
        }
        (To::Receive | To::TakeOver | To::ReceiveRenewal, _) => {
            ("nothing: the case was taken in before", "本办件已经收件")
        }
        (_, State::Draft) => ("take the application in", "先收件"),
        (To::RevokeAcceptance, State::Submitted | State::SupplementRequested) => {
            ("nothing: there is no acceptance to revoke", "本办件尚未受理，无须撤销受理")
        }
        (To::DeemWithdrawn, State::Submitted) => (
            "nothing: the applicant was neither asked for a material nor has promised one",
            "没有要求补正或者承诺补齐的材料，不发生视为撤回",
        ),
        (
            To::EndSpecialProcedure,
            State::Submitted | State::SupplementRequested | State::Accepted | State::InReview,
        ) => ("nothing: no special procedure runs", "没有正在进行的特别程序"),
        (To::RecordReview | To::CheckOnSite | To::StartSpecialProcedure, State::Accepted) => {
            ("start the review", "先开始审查")
        }
        (To::RecordReview | To::CheckOnSite | To::StartSpecialProcedure, State::Submitted) => {
            ("accept the case and start the review", "先受理并开始审查")
        }
        (_, State::SupplementRequested) => {
            ("the applicant hands in what was asked for", "先由申请人补正")
        }
        (
            To::StartReview
            | To::Reassign
            | To::Grant
            | To::Refuse
            | To::OfferHearing
            | To::RequestHearing
            | To::RequestThirdPartyHearing
            | To::WaiveHearing
            | To::ScheduleHearing
            | To::HoldHearing
            | To::AnnounceHearing
            | To::NotifyThirdParty
            | To::HearThirdParty
            | To::WaiveThirdParty
            | To::ExtendDecision
            | To::Forward
            | To::NameInspectors
            | To::RecordSelection
            | To::RecordPayment
            | To::ExplainDelay,
            State::Submitted,
        ) => ("accept the case", "先受理"),
        (To::HandOutVoucher, State::Submitted) => {
            ("accept the case, or refuse to", "先作出受理或者不予受理的答复")
        }
        (
            To::Issue | To::RecordPayment | To::CheckPromise | To::OrderRectification | To::Revoke,
            State::Refused,
        ) => ("nothing: nothing was granted", "本办件未准予许可"),
        (
            To::RecordReview | To::CheckOnSite | To::Grant | To::Refuse | To::Forward,
            State::Suspended,
        ) => ("end the special procedure", "先结束特别程序"),
        (To::Issue, State::Submitted | State::Accepted | State::InReview | State::Suspended) => {
            ("grant the license", "先作出准予决定")
        }
        (To::Deliver, State::Granted) => ("issue the license", "先制证"),
        (
            To::Deliver
            | To::CheckPromise
            | To::OrderRectification
            | To::Revoke
            | To::CorrectClericalError,
            State::Submitted | State::Accepted | State::InReview | State::Suspended,
        ) => ("decide on the case", "先作出决定"),
        (To::Close, _) => ("deliver the result", "先送达"),
        _ => ("nothing: the case has gone past this", "本办件已过此环节"),
    }
}
