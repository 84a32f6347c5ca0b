//! Renewal: a license that expires while the body keeps silent is renewed.

use chrono::{Days, NaiveDate};

use crate::case::day;
use crate::{Basis, Calendar, Case, Deadline, LimitUnit, NotCovered, Procedure, Refusal, Rules};

/// How a license of the item is renewed (延续), 行政许可法 art. 50.
///
/// ```
/// use chrono::NaiveDate;
/// use gov_workflow::{Calendar, Renewal};
///
/// let calendar = Calendar::parse("week", "# firm: 2026-01-01..2026-12-25\n").unwrap();
/// let expires = NaiveDate::from_ymd_opt(2026, 6, 30).unwrap();
/// let ask_by = Renewal::licensing_law().ask_by(expires, &calendar).unwrap();
/// assert_eq!(ask_by.to_string(), "2026-05-31");
/// ```
#[doc(alias = "延续")]
#[derive(Clone, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Renewal {
    /// How many days before it expires the holder asks.
    pub days: u16,
    /// Days of which kind; the law does not say.
    pub unit: LimitUnit,
    /// Where the law says so.
    pub basis: Basis,
}

/// What a renewal renews (原许可).
///
/// ```
/// # use gov_workflow::Case;
/// assert!(Case::draft().renewal().is_none());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Renewed {
    /// The license (证照标识).
    pub license: String,
    /// The last day on which it holds (有效期截止日).
    pub expires: NaiveDate,
}

impl Renewal {
    /// Thirty days, read as natural days: the reading that is milder to the holder.
    #[must_use]
    pub fn licensing_law() -> Self {
        Self { days: 30, unit: LimitUnit::NaturalDay, basis: Basis::licensing_law(50) }
    }

    /// The last day to ask in the unit of the item, for the holder to be reminded of.
    ///
    /// # Errors
    ///
    /// When working days are counted and the calendar does not cover them.
    pub fn ask_by(&self, expires: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, NotCovered> {
        let mut ask_by = self.mildest(expires);
        if self.unit == LimitUnit::WorkingDay {
            while calendar.working_days_between(ask_by, expires)? < self.days.into() {
                ask_by = ask_by.pred_opt().unwrap_or(NaiveDate::MIN);
            }
        }
        Ok(ask_by)
    }

    /// So many working days are never fewer than as many natural days, so that natural
    /// days bind the holder least, whatever the unit.
    fn mildest(&self, expires: NaiveDate) -> NaiveDate {
        expires.checked_sub_days(Days::new(self.days.into())).unwrap_or(NaiveDate::MIN)
    }
}

impl Case {
    /// What the case renews, if it does (延续).
    #[must_use]
    pub const fn renewal(&self) -> Option<&Renewed> {
        self.renewal.as_ref()
    }

    /// The time to decide before silence renews it.
    pub(crate) fn expiry(&self, rules: &Rules) -> Option<Deadline> {
        let (renewed, filing) = (self.renewal.as_ref()?, self.filing.as_ref()?);
        Some(Deadline::renewal(day(filing.received_at), renewed.expires, rules.calendar()))
    }

    /// Whether the license has expired, and so is renewed by law.
    pub(crate) fn expired(&self, today: NaiveDate) -> Result<NaiveDate, Refusal> {
        let Renewed { expires, .. } = self.renewal.as_ref().ok_or(Refusal::NotRenewal)?;
        match expires.succ_opt() {
            Some(on) if on <= today => Ok(on),
            _ => Err(Refusal::NotExpired { expires: *expires }),
        }
    }

    /// Silence until the license expired has renewed it, whether it is recorded yet or not.
    pub(crate) fn not_renewed_by_law(&self, today: NaiveDate) -> Result<(), Refusal> {
        match self.expired(today) {
            Ok(on) => Err(Refusal::RenewedByLaw { on }),
            Err(_) => Ok(()),
        }
    }
}

/// Whether the holder asks in time. Who is in time by one reading is in time.
pub(crate) fn asked_in_time(
    procedure: &Procedure,
    expires: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let latest = procedure.renewal().ok_or(Refusal::NotRenewable)?.mildest(expires);
    if today <= latest { Ok(()) } else { Err(Refusal::RenewalLate { latest }) }
}
