//! A case: what has happened so far, read in order.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use gov_identity::CreditCode;

use crate::third_party::Answer;
use crate::{Acceptance, Author, Bar, CaseNumber, Decision, Event, Extension, Fact, Filing};
use crate::{Hearing, MaterialName, Notice, Opinion, Pause, Promised, Renewed, State, Tolerated};
use crate::{StaffId, TransitionError};

/// One application under one item (办件), from receipt to closing.
///
/// A case is the sum of its events. [`decide`](Self::decide) says what would
/// happen, [`apply`](Self::apply) makes it so, and [`replay`](Self::replay) does the
/// same for events that happened long ago: there is no second way to a state.
///
/// ```
/// use gov_workflow::{Case, State};
///
/// let case = Case::draft();
/// assert_eq!(case.state(), State::Draft);
/// ```
#[doc(alias = "办件")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Case {
    pub(crate) state: State,
    pub(crate) events: u64,
    pub(crate) last: Option<DateTime<FixedOffset>>,
    pub(crate) filing: Option<Filing>,
    /// The guide's materials that are there and not reported defective.
    pub(crate) materials: BTreeSet<MaterialName>,
    pub(crate) notice: Option<Notice>,
    pub(crate) acceptance: Option<Acceptance>,
    pub(crate) reviews: u32,
    /// The steps of the review that have ended, each once.
    pub(crate) steps: Vec<String>,
    pub(crate) on_site_checks: u32,
    /// To whom it was handed on, and in which body.
    pub(crate) handler: Option<(Option<CreditCode>, StaffId)>,
    /// Who has examined it, and so does not lead its hearing.
    pub(crate) examiners: Vec<Author>,
    pub(crate) pauses: Vec<Pause>,
    pub(crate) extension: Option<Extension>,
    pub(crate) hearing: Option<Hearing>,
    /// What each third party that was notified has answered.
    pub(crate) third_parties: Vec<Option<Answer>>,
    pub(crate) tolerated: Option<Tolerated>,
    pub(crate) decision: Option<Decision>,
    pub(crate) license: Option<String>,
    pub(crate) promised: Option<Promised>,
    pub(crate) renewal: Option<Renewed>,
    /// To which body, with which opinion in which words.
    pub(crate) forwarded: Option<(CreditCode, Opinion, String)>,
    /// From which body, and its number there.
    pub(crate) taken_over: Option<(CreditCode, CaseNumber)>,
    pub(crate) inspectors_named: bool,
    /// Whether the applicant won or passed, once recorded.
    pub(crate) chosen: Option<bool>,
    pub(crate) falsehood: bool,
    pub(crate) bar: Option<Bar>,
    pub(crate) void_proposed: Option<Author>,
    pub(crate) paid: Option<u64>,
    pub(crate) voucher: Option<String>,
}

impl Default for Case {
    fn default() -> Self {
        Self::draft()
    }
}

impl Case {
    /// A case to which nothing has happened.
    #[must_use]
    pub const fn draft() -> Self {
        Self {
            state: State::Draft,
            events: 0,
            last: None,
            filing: None,
            materials: BTreeSet::new(),
            notice: None,
            acceptance: None,
            reviews: 0,
            steps: Vec::new(),
            on_site_checks: 0,
            handler: None,
            examiners: Vec::new(),
            pauses: Vec::new(),
            extension: None,
            hearing: None,
            third_parties: Vec::new(),
            tolerated: None,
            decision: None,
            license: None,
            promised: None,
            renewal: None,
            forwarded: None,
            taken_over: None,
            inspectors_named: false,
            chosen: None,
            falsehood: false,
            bar: None,
            void_proposed: None,
            paid: None,
            voucher: None,
        }
    }

    /// The case that these events make, in their order.
    ///
    /// # Errors
    ///
    /// The first event that cannot follow on the ones before it.
    pub fn replay<'a>(
        events: impl IntoIterator<Item = &'a Event>,
    ) -> Result<Self, TransitionError> {
        let mut case = Self::draft();
        for event in events {
            case.apply(event)?;
        }
        Ok(case)
    }

    /// Lets the event happen.
    ///
    /// Events that [`decide`](Self::decide) returned for this case always can. This does not
    /// ask again whether they should.
    ///
    /// # Errors
    ///
    /// When the event cannot happen in this state; the case stays as it was.
    pub fn apply(&mut self, event: &Event) -> Result<(), TransitionError> {
        self.state = self.state.after(event.fact.kind())?;
        self.events += 1;
        self.last = Some(event.at);
        self.learn(event);
        Ok(())
    }

    fn learn(&mut self, event: &Event) {
        let today = day(event.at);
        match &event.fact {
            Fact::Received { case, item, procedure, applicant, channel, materials } => {
                self.filing = Some(Filing {
                    case: case.clone(),
                    item: item.clone(),
                    procedure: *procedure,
                    applicant: applicant.clone(),
                    channel: *channel,
                    received_at: event.at,
                    complete_since: today,
                });
                self.materials.clone_from(materials);
            }
            Fact::SupplementRequested { missing, until } => {
                let materials: BTreeSet<_> =
                    missing.iter().map(|defect| defect.material.clone()).collect();
                self.materials.retain(|material| !materials.contains(material));
                self.notice = Some(Notice { on: today, materials, until: *until });
            }
            Fact::SupplementReceived { materials } => {
                self.materials.extend(materials.iter().cloned());
            }
            Fact::SupplementCompleted => {
                if let Some(filing) = &mut self.filing {
                    filing.complete_since = today;
                }
            }
            Fact::Accepted { on } | Fact::DeemedAccepted { on } => {
                self.acceptance = Some(Acceptance { on: *on, by: event.by.clone() });
            }
            Fact::ToleranceAccepted { on, missing, until, .. } => {
                self.acceptance = Some(Acceptance { on: *on, by: event.by.clone() });
                self.tolerated = Some(Tolerated { missing: missing.clone(), until: *until });
            }
            Fact::ReviewRecorded { step, .. } => {
                self.reviews += 1;
                if !self.steps.contains(step) {
                    self.steps.push(step.clone());
                }
                self.examiners.push(event.by.clone());
            }
            Fact::Reassigned { to, .. } => self.handler = Some((event.by.body(), to.clone())),
            Fact::OnSiteChecked { .. } => {
                self.on_site_checks += 1;
                self.examiners.push(event.by.clone());
            }
            Fact::SpecialProcedureStarted { ground, .. } => self.stop(ground, today),
            Fact::SpecialProcedureEnded { ground, on, .. } => self.go_on(ground, *on),
            Fact::DecisionExtended { extension, .. } => self.extension = Some(extension.clone()),
            Fact::HearingOffered { .. }
            | Fact::HearingAnnounced { .. }
            | Fact::ThirdPartyHearingRequested { .. }
            | Fact::HearingWaived
            | Fact::HearingRequested
            | Fact::HearingScheduled { .. }
            | Fact::HearingHeld { .. } => self.learn_of_hearing(&event.fact, today),
            Fact::ThirdPartyNotified { .. } => self.third_parties.push(None),
            Fact::ThirdPartyHeard { party, .. } => self.answered(*party, Answer::Heard),
            Fact::ThirdPartyWaived { party } => self.answered(*party, Answer::Waived),
            Fact::Granted => self.decided(event, true),
            Fact::Refused { .. } => self.decided(event, false),
            Fact::Issued { license } => self.license = Some(license.clone()),
            Fact::AcceptanceRefused { .. }
            | Fact::ReviewStarted
            | Fact::Resumed
            | Fact::Delivered { .. }
            | Fact::Closed
            | Fact::Withdrawn
            | Fact::AcceptanceRevoked { .. }
            | Fact::DeemedWithdrawn => {}
            rarer => self.learn_rarer(rarer, event, today),
        }
    }

    fn learn_rarer(&mut self, fact: &Fact, event: &Event, today: NaiveDate) {
        match fact {
            Fact::PromiseMade { .. }
            | Fact::PromiseChecked { .. }
            | Fact::RectificationOrdered { .. } => self.learn_of_promise(fact, today),
            Fact::RenewalRequested { license, expires } => {
                self.renewal = Some(Renewed { license: license.clone(), expires: *expires });
            }
            Fact::DeemedRenewed { on } => {
                self.decision = Some(Decision { on: *on, by: event.by.clone(), granted: true });
            }
            Fact::Forwarded { to, opinion, report, .. } => {
                self.forwarded = Some((*to, *opinion, report.clone()));
            }
            Fact::TakenOver { from, case, .. } => self.taken_over = Some((*from, case.clone())),
            Fact::InspectorsNamed { .. } => self.inspectors_named = true,
            Fact::SelectionRecorded { chosen, .. } => self.chosen = Some(*chosen),
            Fact::FalsehoodFound { bar, .. } => {
                self.falsehood = true;
                self.bar.clone_from(bar);
            }
            Fact::Revoked { bar, .. } => self.bar.clone_from(bar),
            Fact::VoidProposed { .. } => self.void_proposed = Some(event.by.clone()),
            Fact::FeePaid { fen, .. } => self.paid = Some(*fen),
            Fact::VoucherHandedOut { number } => self.voucher = Some(number.clone()),
            // What only the history keeps.
            _ => {}
        }
    }

    fn decided(&mut self, event: &Event, granted: bool) {
        self.decision = Some(Decision { on: day(event.at), by: event.by.clone(), granted });
    }

    /// Where it stands (办件状态).
    #[must_use]
    pub const fn state(&self) -> State {
        self.state
    }

    /// How many events it has: the version that a store expects next.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.events
    }

    /// When the last event happened.
    #[must_use]
    pub const fn last_event_at(&self) -> Option<DateTime<FixedOffset>> {
        self.last
    }

    /// How it began; none for a draft (申请登记).
    #[must_use]
    pub const fn filing(&self) -> Option<&Filing> {
        self.filing.as_ref()
    }

    /// The materials in hand, those reported defective aside (已收材料).
    #[must_use]
    pub const fn materials(&self) -> &BTreeSet<MaterialName> {
        &self.materials
    }

    /// What the applicant was told to add, once told (补正告知).
    #[must_use]
    pub const fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// How it was accepted (受理情况).
    #[must_use]
    pub const fn acceptance(&self) -> Option<&Acceptance> {
        self.acceptance.as_ref()
    }

    /// What stopped the clock to decide, in the order in which it began (特别程序).
    #[must_use]
    pub fn pauses(&self) -> &[Pause] {
        &self.pauses
    }

    /// By how much the time to decide was extended (延长期限).
    #[must_use]
    pub const fn extension(&self) -> Option<&Extension> {
        self.extension.as_ref()
    }

    /// How far the hearing has come, once it was offered (听证情况).
    #[must_use]
    pub const fn hearing(&self) -> Option<&Hearing> {
        self.hearing.as_ref()
    }

    /// The number of the voucher of the answer, once handed out (受理通知书、不予受理通知书编号).
    #[must_use]
    pub fn voucher(&self) -> Option<&str> {
        self.voucher.as_deref()
    }

    /// How it was decided (决定情况).
    #[must_use]
    pub const fn decision(&self) -> Option<&Decision> {
        self.decision.as_ref()
    }

    /// The license that was made (证照标识).
    #[must_use]
    pub fn license(&self) -> Option<&str> {
        self.license.as_deref()
    }
}

/// The offset of China's time, which holds for every day of every case.
pub(crate) const CHINA: FixedOffset = match FixedOffset::east_opt(8 * 3600) {
    Some(offset) => offset,
    None => unreachable!(), // Eight hours are fewer than twenty-four.
};

/// The day in China at this instant.
pub(crate) fn day(at: DateTime<FixedOffset>) -> NaiveDate {
    let utc = at.naive_utc();
    utc.checked_add_offset(CHINA).unwrap_or(utc).date()
}
