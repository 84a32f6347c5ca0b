//! Why a command cannot be done.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::entrusting::term;
use crate::{CommandKind, NotCovered, Role, Selection, State, Words};

/// Why a command cannot be done to a case (不能办理的原因).
///
/// It says what stands in the way, where the law says so, and what would make the
/// command possible; never what was entered.
///
/// ```
/// use gov_workflow::Refusal;
///
/// let refusal = Refusal::AcceptedByTheSame;
/// assert_eq!(refusal.to_string(), "decision: who accepted a case never decides it");
/// assert_eq!(refusal.zh(), "受理本办件的人员不得作出决定");
/// assert_eq!(refusal.remedy(), "another officer decides");
/// assert_eq!(refusal.remedy_zh(), "由其他有决定职责的人员作出决定");
/// assert_eq!(refusal.code(), "accepted-by-the-same");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// The rules are those of another item or version than the case began with.
    #[error("case: began under another item or version of its procedure")]
    OtherProcedure,
    /// The officer serves another division.
    #[error("officer: serves another division than the procedure")]
    OtherDivision,
    /// The officer works for another body, which has no window for this procedure.
    #[error("officer: works for another body than the procedure")]
    OtherBody,
    /// The officer lacks the role.
    #[error("officer: lacks the role of {}", .role.english())]
    RoleMissing {
        /// The role it takes.
        role: Role,
    },
    /// The officer acts for another outside the time of the deputation.
    #[error("officer: acts for another from {from} to {until} only")]
    DeputationNotInForce {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        until: NaiveDate,
    },
    /// The officer's organ is entrusted with other duties.
    #[error("officer: the organ is not entrusted with {}", .role.english())]
    NotEntrusted {
        /// The role it takes.
        role: Role,
    },
    /// The officer's organ is entrusted at another time.
    #[error("officer: the organ is entrusted {} only", term(*from, *until))]
    EntrustingNotInForce {
        /// The first day.
        from: NaiveDate,
        /// The last day; none where no end is set.
        until: Option<NaiveDate>,
    },
    /// The actor is not the applicant of this case.
    #[error("applicant: the case is another applicant's")]
    OtherApplicant,
    /// This kind of actor never gives this command.
    #[error("actor: cannot {}", .command.english())]
    WrongActor {
        /// The command.
        command: CommandKind,
    },
    /// The time lies before the last event of the case.
    #[error("time: before the last event of the case, {last}")]
    TimeRunsBackwards {
        /// When the last event happened.
        last: DateTime<FixedOffset>,
    },
    /// The time lies outside the years 1 to 9999.
    #[error("time: outside the years 1 to 9999")]
    TimeOutOfRange,
    /// The state of the case does not allow it.
    #[error("case: cannot {} while it is {}", .command.english(), .state.english())]
    WrongState {
        /// The command.
        command: CommandKind,
        /// Where the case stands.
        state: State,
    },
    /// The time to answer passed in silence.
    #[error("acceptance: silence has accepted the case as of {on}")]
    DeemedAccepted {
        /// The day of acceptance by law.
        on: NaiveDate,
    },
    /// The time to answer is not over yet.
    #[error("acceptance: the time to answer is not over")]
    SilenceNotOver {
        /// Its last day, when the calendar reaches that far.
        due: Option<NaiveDate>,
    },
    /// The applicant was told before.
    #[error("supplement: requested before, on {on}")]
    AlreadyRequested {
        /// The day of the notice.
        on: NaiveDate,
    },
    /// The list names nothing.
    #[error("materials: the list is empty")]
    ListEmpty,
    /// A material that the guide does not name.
    #[error("materials: number {position} of the list is not in the guide")]
    NotInGuide {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A material that is listed twice.
    #[error("materials: number {position} of the list stands there before")]
    ListedTwice {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// The last day for the supplement is not after today.
    #[error("supplement: the last day to hand it in is not after today")]
    NoTimeLeft,
    /// A required material is not in hand.
    #[error("materials: number {position} of the guide is required and not in hand")]
    MaterialMissing {
        /// Its place in the guide, from 1.
        position: usize,
    },
    /// The applicant was never told what is missing.
    #[error("acceptance: the applicant was not told what is missing")]
    NeverRequested,
    /// The applicant still has time to supplement.
    #[error("acceptance: the applicant has until {until} to supplement")]
    SupplementStillOpen {
        /// The last day.
        until: NaiveDate,
    },
    /// No step of review has ended.
    #[error("decision: nobody has reviewed the case")]
    ReviewMissing,
    /// The check on site has not been made.
    #[error("decision: the check on site has not been made")]
    OnSiteCheckMissing,
    /// Too few officers checked on site.
    #[error("on-site check: expected {required} officers at least, found {found}")]
    TooFewOfficers {
        /// How many it takes, two at least.
        required: usize,
        /// How many were named.
        found: usize,
    },
    /// The officer who records a check on site was not there.
    #[error("on-site check: recorded by an officer who is not among those named")]
    NotAmongOfficers,
    /// The procedure does not allow this special procedure.
    #[error("special procedure: not one of those that the procedure allows")]
    PauseNotListed,
    /// This special procedure runs already.
    #[error("special procedure: runs already")]
    PauseRunning,
    /// More days than the item gives the special procedure.
    #[error("special procedure: more than {longest} days")]
    PauseTooLong {
        /// The most days.
        longest: u16,
    },
    /// This special procedure does not run.
    #[error("special procedure: does not run")]
    PauseNotRunning,
    /// The end lies before the beginning.
    #[error("special procedure: ends before it began on {from}")]
    PauseEndsEarly {
        /// The day it began.
        from: NaiveDate,
    },
    /// The end lies after today.
    #[error("special procedure: ends after today")]
    PauseEndsInFuture,
    /// The time to decide cannot be extended.
    #[error("decision: the time cannot be extended")]
    NotExtendable,
    /// The time to decide was extended before.
    #[error("decision: the time was extended before")]
    ExtendedBefore,
    /// No day more, or more than can be had.
    #[error("decision: the extension is not of 1 to {longest} days")]
    ExtensionTooLong {
        /// The most days.
        longest: u16,
    },
    /// The time to decide is over.
    #[error("decision: the time was over on {due}")]
    DecisionOverdue {
        /// Its last day.
        due: NaiveDate,
    },
    /// The applicant was not told of the right to a hearing.
    #[error("hearing: the right to it was not told")]
    HearingNotOffered,
    /// The right to a hearing was told before.
    #[error("hearing: the right was told before, on {on}")]
    HearingOffered {
        /// The day it was told.
        on: NaiveDate,
    },
    /// The body has announced a hearing.
    #[error("hearing: announced before, on {on}")]
    HearingAnnounced {
        /// The day of the announcement.
        on: NaiveDate,
    },
    /// The hearing was asked for before, or the applicant has waived it.
    #[error("hearing: asked for or waived before")]
    HearingChosen,
    /// The time to ask for a hearing is over.
    #[error("hearing: the time to ask for it was over on {until}")]
    HearingRequestLate {
        /// The last day to ask.
        until: NaiveDate,
    },
    /// Nobody has asked for a hearing.
    #[error("hearing: nobody has asked for it")]
    HearingNotRequested,
    /// The hearing was held before.
    #[error("hearing: held before, on {on}")]
    HearingHeldBefore {
        /// The day it was held.
        on: NaiveDate,
    },
    /// Fewer than seven days of notice before the hearing.
    #[error("hearing: before {earliest}, less than seven days away")]
    HearingTooSoon {
        /// The first day that leaves seven days.
        earliest: NaiveDate,
    },
    /// The hearing would come after its time.
    #[error("hearing: after {latest}, the last day for it")]
    HearingTooLate {
        /// The last day.
        latest: NaiveDate,
    },
    /// The day of the hearing was not told.
    #[error("hearing: its day was not told")]
    HearingNotScheduled,
    /// The day of the hearing has not come.
    #[error("hearing: scheduled for {on}")]
    HearingNotYet {
        /// The day that was told.
        on: NaiveDate,
    },
    /// Who examined the case would lead its hearing.
    #[error("hearing: who examined a case does not lead its hearing")]
    HearingByExaminer,
    /// The applicant or a third party can still ask for a hearing.
    #[error("decision: a hearing can still be asked for")]
    HearingRightOpen {
        /// The last day to ask, when the calendar reaches that far.
        until: Option<NaiveDate>,
    },
    /// The hearing that was asked for has not been held.
    #[error("decision: the hearing has not been held")]
    HearingNotHeld,
    /// A third party has been neither heard nor waived it.
    #[error("decision: third party {position} has not been heard")]
    ThirdPartyNotHeard {
        /// Which of those notified, from 1.
        position: usize,
    },
    /// No third party waits to be heard.
    #[error("third party: none waits to be heard")]
    NoThirdPartyWaits,
    /// No third party of this number was notified.
    #[error("third party: none of this number was notified")]
    ThirdPartyUnknown,
    /// The third party was heard or waived it before.
    #[error("third party: number {position} was heard or waived it before")]
    ThirdPartyAnswered {
        /// Which of those notified, from 1.
        position: usize,
    },
    /// The guide names no material that may follow.
    #[error("acceptance: the guide names no material that may follow")]
    NotTolerant,
    /// A material that may not follow.
    #[error("materials: number {position} of the list may not follow later")]
    NotMinor {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// A promise for a later day than the guide allows.
    #[error("acceptance: promised for a day after {latest}")]
    ToleranceTooLong {
        /// The last day that can be promised.
        latest: NaiveDate,
    },
    /// The case was not accepted tolerantly.
    #[error("acceptance: nothing was to follow")]
    NothingTolerated,
    /// What was promised has come.
    #[error("materials: what was promised has come")]
    ToleranceMet,
    /// What was promised can still come.
    #[error("materials: what was promised can come until {until}")]
    ToleranceOpen {
        /// The last day.
        until: NaiveDate,
    },
    /// The guide provides another outcome for what did not come.
    #[error("materials: the guide provides another outcome for what did not come")]
    ToleranceOtherOutcome,
    /// The case was handed on to another officer.
    #[error("review: the case was handed on to another officer")]
    OtherHandler,
    /// The officer has the case already.
    #[error("review: the officer has the case already")]
    HandlerAlready,
    /// What needs no license is told, not refused.
    #[error("acceptance: what needs no license is told, not refused")]
    NotNeededIsTold,
    /// A material that nobody has handed in cannot be corrected.
    #[error("materials: number {position} of the list is not in hand")]
    NotInHand {
        /// Its place in the list, from 1.
        position: usize,
    },
    /// The file came from the lower level, and the applicant is not asked again.
    #[error("supplement: the file came from the lower level, the applicant is not asked again")]
    AskedBelow,
    /// The file is meant for another body.
    #[error("file: sent up to another body")]
    FileForAnother,
    /// The item is decided here and not above.
    #[error("case: decided by this body, not by an upper level")]
    DecidedHere,
    /// The item is decided above.
    #[error("decision: taken by the upper level")]
    DecidedAbove,
    /// The item cannot be had on a promise.
    #[error("promise: the item cannot be had on one")]
    NoPromiseTrack,
    /// The promise was signed before.
    #[error("promise: signed before")]
    PromisedBefore,
    /// The applicant broke a promise.
    #[error("promise: the applicant is barred from the track")]
    BarredFromPromising {
        /// The last day of the bar, if it has one.
        until: Option<NaiveDate>,
    },
    /// The applicant is barred from the item.
    #[error("application: the applicant is barred from the item")]
    BarredFromApplying {
        /// The article: 78 of who was refused for it, 79 of whose license was revoked.
        article: u16,
        /// The last day of the bar, if it has one.
        until: Option<NaiveDate>,
    },
    /// The case is not on the promise track.
    #[error("promise: none was made")]
    NothingPromised,
    /// Nothing untrue was found.
    #[error("promise: nothing untrue was found")]
    PromiseHolds,
    /// Nobody has ordered that it be put right.
    #[error("promise: nobody has ordered that it be put right")]
    RectificationNotOrdered,
    /// It can still be put right.
    #[error("promise: can be put right until {until}")]
    RectificationOpen {
        /// The last day.
        until: NaiveDate,
    },
    /// The last day to put it right is not after today.
    #[error("promise: the last day to put it right is not after today")]
    NoTimeToPutRight,
    /// Nothing was granted.
    #[error("case: nothing was granted")]
    NothingGranted,
    /// Nobody has proposed to void the case.
    #[error("void: nobody has proposed it")]
    VoidNotProposed,
    /// Who proposed to void the case would void it.
    #[error("void: who proposed it does not do it")]
    VoidedByTheSame,
    /// No license of the item is renewed.
    #[error("renewal: no license of the item is renewed")]
    NotRenewable,
    /// Asked for by neither reading in time.
    #[error("renewal: asked for after {latest}")]
    RenewalLate {
        /// The last day to ask.
        latest: NaiveDate,
    },
    /// The case renews nothing.
    #[error("renewal: the case renews nothing")]
    NotRenewal,
    /// The license has not expired.
    #[error("renewal: the license holds until {expires}")]
    NotExpired {
        /// Its last day.
        expires: NaiveDate,
    },
    /// The license expired in silence, and is renewed.
    #[error("renewal: silence has renewed the license as of {on}")]
    RenewedByLaw {
        /// The first day after it expired.
        on: NaiveDate,
    },
    /// Nobody has looked who waits for a license whose number is limited.
    #[error("decision: the queue for a limited number was not given")]
    QueueUnknown,
    /// Others were accepted earlier.
    #[error("decision: {ahead} accepted earlier wait")]
    NotItsTurn {
        /// How many wait before it.
        ahead: usize,
    },
    /// No license is left.
    #[error("decision: no license is left")]
    QuotaUsedUp,
    /// The item is granted without a tender, auction or examination.
    #[error("selection: the item has none")]
    NoSelection,
    /// The outcome was recorded before.
    #[error("selection: the outcome was recorded before")]
    SelectionRecorded,
    /// The outcome has not been recorded.
    #[error("decision: the outcome of the {} has not been recorded", .selection.english())]
    SelectionPending {
        /// Of what.
        selection: Selection,
    },
    /// The applicant neither won nor passed.
    #[error("decision: the applicant was not chosen by the {}", .selection.english())]
    NotChosen {
        /// By what.
        selection: Selection,
    },
    /// The item has no technical check.
    #[error("technical check: the item has none")]
    NoTechnicalCheck,
    /// Too few officers were named for the technical check.
    #[error("technical check: expected {required} officers at least, found {found}")]
    TooFewInspectors {
        /// How many it takes, two at least.
        required: usize,
        /// How many were named.
        found: usize,
    },
    /// Nobody was named for the technical check.
    #[error("decision: nobody was named for the technical check")]
    InspectorsNotNamed,
    /// A step that the procedure does not have.
    #[error("review: the procedure has no such step")]
    StepUnknown,
    /// A step of the review has not ended.
    #[error("decision: step {position} of the review has not ended")]
    StepMissing {
        /// Its place in the procedure, from 1.
        position: usize,
    },
    /// Facts were hidden, or materials are false.
    #[error("case: facts were hidden or materials are false")]
    FalsehoodFound,
    /// False materials were recorded before.
    #[error("case: false materials were recorded before")]
    FalsehoodRecorded,
    /// The new text is the old one.
    #[error("correction: the new text is the old one")]
    NothingChanged,
    /// The item costs nothing.
    #[error("fee: the item is free of charge")]
    FreeOfCharge,
    /// Not the fee that is published.
    #[error("fee: not the one that is published")]
    OtherFee,
    /// The fee was paid before.
    #[error("fee: paid before")]
    PaidBefore,
    /// The fee is not paid.
    #[error("case: the fee is not paid")]
    FeeUnpaid,
    /// The voucher was handed out before.
    #[error("voucher: handed out before")]
    VoucherBefore,
    /// No time to decide or to deliver is over.
    #[error("delay: no time to decide or to deliver is over")]
    NotOverdue,
    /// Who accepted would decide.
    #[error("decision: who accepted a case never decides it")]
    AcceptedByTheSame,
    /// A text that the law or the file needs is blank.
    #[error("{}: the text is blank", .words.english())]
    Blank {
        /// Which text.
        words: Words,
    },
    /// A text is too long to be reported to the national exchange.
    #[error("{}: more than {} characters", .words.english(), .words.longest())]
    TooLong {
        /// Which text.
        words: Words,
    },
    /// The working calendar does not reach that far.
    #[error(transparent)]
    NotCovered(#[from] NotCovered),
}
