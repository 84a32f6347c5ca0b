//! The life of one version of a license: events, and the status they give.

use chrono::{DateTime, Days, FixedOffset, NaiveDate};

use crate::license_id::LicenseId;
use crate::license_id_error::LicenseIdError;
use crate::license_status::{Impossible, LicenseStatus};
use crate::life_event::LifeEvent;
use crate::period::Period;

/// The life of one version of a license (证照生命周期): what was recorded, and
/// the status at any moment.
///
/// Nothing is ever taken back out. An event has the moment from which it
/// counts and the moment at which it was recorded; a revocation (撤销) may count
/// from long before. The status follows from the events and the period alone.
///
/// ```
/// use chrono::DateTime;
/// use gov_license::{LicenseId, LicenseStatus, Life, LifeEvent, Period};
///
/// let id: LicenseId =
///     "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U".parse()?;
/// let at = |text| DateTime::parse_from_rfc3339(text).unwrap();
/// let period = Period::try_new("2026-01-01".parse()?, Some("2026-12-31".parse()?)).unwrap();
/// let mut life = Life::new(id, period);
/// let issued = at("2025-12-20T09:00:00+08:00");
/// life.record(LifeEvent::Seal, issued, issued)?;
/// assert_eq!(life.status(issued), LicenseStatus::NotYetEffective);
/// assert_eq!(life.status(at("2026-06-01T00:00:00+08:00")), LicenseStatus::Valid);
/// assert_eq!(life.status(at("2027-01-01T00:00:00+08:00")), LicenseStatus::Expired);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "证照生命周期")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Life {
    pub(crate) id: LicenseId,
    pub(crate) previous: Option<LicenseId>,
    pub(crate) period: Period,
    pub(crate) renewal_days: u32,
    acts: Vec<LifeAct>,
}

/// An event as it was recorded.
///
/// ```
/// use gov_license::LifeAct;
///
/// /// How long an event went unrecorded, in days.
/// fn delay(act: &LifeAct) -> i64 {
///     (act.recorded() - act.effective()).num_days()
/// }
/// # let _ = delay;
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LifeAct {
    pub(crate) event: LifeEvent,
    pub(crate) effective: DateTime<FixedOffset>,
    pub(crate) recorded: DateTime<FixedOffset>,
}

impl LifeAct {
    /// What happened.
    #[must_use]
    pub const fn event(&self) -> LifeEvent {
        self.event
    }

    /// From when it counts.
    #[must_use]
    pub const fn effective(&self) -> DateTime<FixedOffset> {
        self.effective
    }

    /// When it was recorded.
    #[must_use]
    pub const fn recorded(&self) -> DateTime<FixedOffset> {
        self.recorded
    }
}

impl Life {
    /// A draft. Renewal is asked for 30 days before the last day is over
    /// (行政许可法 art. 50).
    #[must_use]
    pub const fn new(id: LicenseId, period: Period) -> Self {
        Self { id, previous: None, period, renewal_days: 30, acts: Vec::new() }
    }

    /// Another term for renewal, where a law, regulation or rule sets one.
    #[must_use]
    pub const fn with_renewal_days(mut self, days: u32) -> Self {
        self.renewal_days = days;
        self
    }

    /// The version of the license.
    #[must_use]
    pub const fn id(&self) -> &LicenseId {
        &self.id
    }

    /// The version it replaced.
    #[must_use]
    pub const fn previous(&self) -> Option<&LicenseId> {
        self.previous.as_ref()
    }

    /// The days of validity.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }

    /// What was recorded, in the order of recording.
    #[must_use]
    pub fn acts(&self) -> &[LifeAct] {
        &self.acts
    }

    /// The status at a moment, by everything recorded.
    ///
    /// Events count in the order of the moments from which they count. One that
    /// is no longer possible because of another with an earlier moment is
    /// passed over.
    #[must_use]
    pub fn status(&self, at: DateTime<FixedOffset>) -> LicenseStatus {
        self.fold(self.acts.iter(), at)
    }

    /// The status at a moment as it was known at another: events recorded later
    /// do not count.
    #[must_use]
    pub fn status_known(
        &self,
        at: DateTime<FixedOffset>,
        known: DateTime<FixedOffset>,
    ) -> LicenseStatus {
        self.fold(self.acts.iter().filter(|act| act.recorded <= known), at)
    }

    /// Records an event that counts from `effective`.
    ///
    /// # Errors
    ///
    /// An event that follows from the dates or makes a new version, one
    /// recorded before the last, and one that cannot happen to a license of the
    /// status it has at `effective`.
    pub fn record(
        &mut self,
        event: LifeEvent,
        effective: DateTime<FixedOffset>,
        recorded: DateTime<FixedOffset>,
    ) -> Result<(), LifeError> {
        if event.makes_version() {
            return Err(LifeError::NewVersion);
        }
        self.push(LifeAct { event, effective, recorded })
    }

    /// Records a reissue, renewal, change or replacement, and gives the life of
    /// the new version: issued, with the next identifier, linked back to this.
    ///
    /// # Errors
    ///
    /// An event that makes no new version; an identifier without a next; else as
    /// [`record`](Self::record).
    pub fn succeed(
        &mut self,
        event: LifeEvent,
        period: Period,
        effective: DateTime<FixedOffset>,
        recorded: DateTime<FixedOffset>,
    ) -> Result<Self, LifeError> {
        if !event.makes_version() {
            return Err(LifeError::SameVersion);
        }
        let id = self.id.next_version().map_err(LifeError::Identifier)?;
        self.push(LifeAct { event, effective, recorded })?;
        let sealed = LifeAct { event: LifeEvent::Seal, effective, recorded };
        let (previous, renewal_days) = (Some(self.id.clone()), self.renewal_days);
        Ok(Self { id, previous, period, renewal_days, acts: vec![sealed] })
    }

    pub(crate) fn push(&mut self, act: LifeAct) -> Result<(), LifeError> {
        if act.event.is_by_date() {
            return Err(LifeError::ByDate);
        }
        if self.acts.last().is_some_and(|last| act.recorded < last.recorded) {
            return Err(LifeError::Order);
        }
        self.status(act.effective).after(act.event).map_err(LifeError::Impossible)?;
        self.acts.push(act);
        Ok(())
    }

    fn fold<'a>(
        &self,
        acts: impl Iterator<Item = &'a LifeAct>,
        at: DateTime<FixedOffset>,
    ) -> LicenseStatus {
        let mut acts: Vec<_> = acts.filter(|act| act.effective <= at).collect();
        acts.sort_by_key(|act| act.effective); // Stable: at one moment, as recorded.
        let mut course = Course::of(self.period);
        for act in acts {
            course.advance(act.effective);
            let Ok(next) = course.status.after(act.event) else { continue };
            course.status = next;
            match act.event {
                LifeEvent::FileRenewal => course.is_filed = self.is_in_time(act.effective),
                LifeEvent::RefuseRenewal => course.is_filed = false,
                _ => {}
            }
        }
        course.advance(at);
        course.status
    }

    /// Whether renewal is asked for on or before the day that lies so many days
    /// before the last.
    fn is_in_time(&self, at: DateTime<FixedOffset>) -> bool {
        let latest = |last: NaiveDate| last.checked_sub_days(Days::new(self.renewal_days.into()));
        let latest = self.period.last().and_then(latest);
        latest.and_then(|day| Period::try_new(day, Some(day))).is_some_and(|day| !day.is_over(at))
    }
}

/// A status on its way through time.
struct Course {
    period: Period,
    status: LicenseStatus,
    /// A renewal asked for in time is undecided.
    is_filed: bool,
    /// That renewal counts as granted, so the last day ends nothing any more.
    is_deemed: bool,
}

impl Course {
    const fn of(period: Period) -> Self {
        Self { period, status: LicenseStatus::Draft, is_filed: false, is_deemed: false }
    }

    /// What the dates make of the status until `at`.
    fn advance(&mut self, at: DateTime<FixedOffset>) {
        if self.period.has_begun(at) {
            self.date(LifeEvent::Begin);
        }
        if self.period.is_over(at) {
            // Only a license that is valid on its last day is renewed in silence.
            self.is_deemed |= self.is_filed && self.status == LicenseStatus::Valid;
            self.date(if self.is_deemed { LifeEvent::DeemRenewed } else { LifeEvent::End });
        }
    }

    /// A date changes what it can change.
    fn date(&mut self, event: LifeEvent) {
        self.status = self.status.after(event).unwrap_or(self.status);
    }
}

/// An event that was not recorded.
///
/// ```
/// use gov_license::LifeError;
///
/// assert_eq!(LifeError::ByDate.code(), "life-by-date");
/// assert_eq!(LifeError::ByDate.zh(), "该事件由日期决定，不能登记");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LifeError {
    /// It follows from the dates.
    #[error("life: the event follows from the dates")]
    ByDate,
    /// It makes a new version: see [`Life::succeed`].
    #[error("life: the event makes a new version")]
    NewVersion,
    /// It makes no new version: see [`Life::record`].
    #[error("life: the event makes no new version")]
    SameVersion,
    /// It was recorded before the last.
    #[error("life: the event is recorded before the last one")]
    Order,
    /// It cannot happen to a license of this status.
    #[error("life: {0}")]
    Impossible(Impossible),
    /// There is no next identifier.
    #[error("life: {0}")]
    Identifier(LicenseIdError),
}

impl LifeError {
    /// The kind of error as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ByDate => "life-by-date",
            Self::NewVersion => "life-new-version",
            Self::SameVersion => "life-same-version",
            Self::Order => "life-order",
            Self::Impossible(_) => "life-impossible",
            Self::Identifier(_) => "life-identifier",
        }
    }

    /// The error as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::ByDate => "该事件由日期决定，不能登记".to_owned(),
            Self::NewVersion => "该事件产生新版本证照，应连同新的有效期登记".to_owned(),
            Self::SameVersion => "该事件不产生新版本证照".to_owned(),
            Self::Order => "登记时间早于上一事件".to_owned(),
            Self::Impossible(fault) => fault.zh(),
            Self::Identifier(fault) => fault.zh(),
        }
    }
}
