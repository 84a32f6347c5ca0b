//! Which days are working days, as far as the notices go.

use core::fmt;
use core::ops::Deref;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::day_count::DayCount;
use crate::hex::hex;
use crate::limit::Origin;
use crate::not_covered::NotCovered;
use crate::office::BodyLayer;
use crate::workdays::{CalendarError, CalendarFault, SpecialDay, Workdays};

/// A working calendar (工作日历): the ordinary week, and the days that notices
/// take out of it or put into it.
///
/// It knows the days its data covers and answers [`NotCovered`] for the others:
/// a notice for a year comes out in the autumn before, and nobody can guess it.
/// Every question costs one look into counted days, however far apart the days lie. A
/// clone shares the data, which costs an atomic count, and nothing at all for
/// `Calendar::china`.
///
/// ```
/// # #[cfg(feature = "china-calendar")] {
/// use chrono::NaiveDate;
/// use gov_workflow::Calendar;
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let calendar = Calendar::china();
/// // Accepted before the National Day of 2017, twenty working days.
/// assert_eq!(calendar.nth_working_day_after(day(2017, 9, 29), 20), Ok(day(2017, 11, 2)));
/// assert_eq!(calendar.is_working_day(day(2026, 10, 10)), Ok(true), "a make-up Saturday");
/// assert!(calendar.is_working_day(day(2027, 1, 4)).is_err(), "no notice yet");
/// # }
/// ```
#[doc(alias = "工作日历")]
#[derive(Clone, Eq, PartialEq)]
pub struct Calendar(Shared);

/// What the clones of a calendar share.
#[derive(Clone)]
enum Shared {
    /// There as long as the program: a clone is a copied pointer.
    #[cfg(feature = "china-calendar")]
    Always(&'static Data),
    /// There as long as its last owner: a clone counts up, and down when it is dropped.
    Counted(Arc<Data>),
}

#[derive(Clone, Eq, PartialEq)]
struct Data {
    version: String,
    first: NaiveDate,
    last: NaiveDate,
    /// The last day that a caller may ask for as a provisional reading.
    provisional: NaiveDate,
    /// In the order of the days.
    special: Vec<SpecialDay>,
    count: DayCount,
    regions: Vec<Region>,
    body: Option<BodyLayer>,
    /// This calendar with the body's days laid over it.
    office: Option<Calendar>,
}

/// What a laid-over region knows.
#[derive(Clone, Eq, PartialEq)]
struct Region {
    years: BTreeSet<i32>,
    strict: bool,
}

/// The days on which a region departs from the calendar beneath (地区日历层).
///
/// ```
/// use gov_workflow::RegionLayer;
///
/// let text = "# covered years: 2019\n2019-06-05\toff\t开斋节\t2019\n";
/// assert!(RegionLayer::parse("NX", text).is_ok());
/// ```
#[derive(Debug)]
pub struct RegionLayer {
    version: String,
    days: Workdays,
    years: BTreeSet<i32>,
}

impl Calendar {
    /// The national calendar (全国工作日历), firm from 2007-01-01 to 2026-12-25.
    ///
    /// The days are those of the yearly notices of the State Council's office,
    /// as the project `holiday-cn` collected them (MIT license, in the file).
    #[cfg(feature = "china-calendar")]
    #[must_use]
    #[expect(clippy::expect_used, reason = "a file of this crate; `tests/calendar.rs` reads it")]
    pub fn china() -> Self {
        use std::sync::LazyLock;
        static CHINA: LazyLock<Calendar> = LazyLock::new(|| {
            let text = include_str!("../data/workdays_cn.tsv");
            Calendar::parse("CN", text).expect("the national calendar is well-formed")
        });
        Self(Shared::Always(&CHINA.0))
    }

    /// Reads a calendar in the form of `data/workdays_cn.tsv`: a line
    /// `# firm: FIRST..LAST`, perhaps a line `# provisional: FIRST..LAST`, and rows of
    /// day, `off` or `work`, name and year of the notice, with tabs between them.
    ///
    /// `name` goes into the [`version`](Self::version).
    ///
    /// # Errors
    ///
    /// Every line that cannot be read, and a text that does not say what it covers.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<CalendarError>> {
        let days = Workdays::parse(text)?;
        let whole = |fault| CalendarError::whole(text, fault);
        let (first, last) = days.firm.ok_or_else(|| whole(CalendarFault::NoCover))?;
        let provisional = match days.provisional {
            Some((next, end)) if last.succ_opt() == Some(next) => end,
            Some(_) => return Err(whole(CalendarFault::Gap)),
            None => last,
        };
        let version = format!("{name} {first}..{last}{}", source(&days, text));
        let special = days.days.into_values().collect();
        let (count, regions, body, office) = (DayCount::default(), vec![], None, None);
        let data =
            Data { version, first, last, provisional, special, count, regions, body, office };
        Ok(data.counted())
    }

    /// Lays the days of a region over this calendar; they win.
    ///
    /// In a year that the region's data does not know, the calendar beneath
    /// answers, which is the stricter reading for the body; the year is named by
    /// [`unknown_region_years`](Self::unknown_region_years) and in the
    /// explanation of every deadline that touches it.
    #[must_use]
    pub fn with_region(&self, layer: RegionLayer) -> Self {
        self.lay_over(layer, false)
    }

    /// Like [`with_region`](Self::with_region), but a year that the region's data
    /// does not know is not covered.
    #[must_use]
    pub fn with_strict_region(&self, layer: RegionLayer) -> Self {
        self.lay_over(layer, true)
    }

    fn lay_over(&self, layer: RegionLayer, strict: bool) -> Self {
        let mut data = Data::clone(&self.0);
        let mark = if strict { " strict" } else { "" };
        data.version = format!("{} + {}{mark}", data.version, layer.version);
        data.lay(layer.days.days.into_values());
        data.regions.push(Region { years: layer.years, strict });
        data.counted()
    }

    /// Lays the days over it on which a body's office is closed or open by an order of its
    /// own. They count for what the body promises and for appointments, see
    /// [`office`](Self::office), and lengthen no limit of the law. Another layer takes the place
    /// of the one before.
    #[must_use]
    pub fn with_body(&self, layer: BodyLayer) -> Self {
        let mut data = Data::clone(&self.0);
        data.body = Some(layer);
        data.counted()
    }

    /// The days on which the office is open (对外办公日): this calendar itself where no body's
    /// layer was laid over it.
    #[must_use]
    pub fn office(&self) -> &Self {
        self.0.office.as_ref().unwrap_or(self)
    }

    /// The calendar by which a limit of this origin runs.
    pub(crate) fn of(&self, origin: Origin) -> &Self {
        match origin {
            Origin::Statutory => self,
            Origin::Promised => self.office(),
        }
    }

    /// Also covers the provisional days at the end of the data, read as the
    /// ordinary week. The next notice may change them; the version says so.
    #[must_use]
    pub fn with_provisional_days(&self) -> Self {
        let mut data = Data::clone(&self.0);
        if data.last < data.provisional {
            data.version = format!("{} provisional..{}", data.version, data.provisional);
            data.last = data.provisional;
        }
        data.counted()
    }

    /// Whether people work on this day (是否工作日).
    ///
    /// # Errors
    ///
    /// When the day is not covered.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, NotCovered> {
        self.0.cover(day, day)?;
        Ok(match self.special_day(day) {
            Some(special) => special.works(),
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        })
    }

    /// The `n`-th working day after the start, which itself is not counted; the
    /// start for `n` = 0 (第n个工作日).
    ///
    /// # Errors
    ///
    /// When the start is not covered, or the answer lies past the data.
    #[inline]
    pub fn nth_working_day_after(&self, start: NaiveDate, n: u32) -> Result<NaiveDate, NotCovered> {
        let data = &*self.0;
        data.cover(start, start)?;
        if n == 0 {
            return Ok(start);
        }
        let target = i64::from(data.count.through(start)) + i64::from(n);
        let due = data.count.day_with(target).ok_or_else(|| data.after_last())?;
        data.cover(start, due)?;
        Ok(due)
    }

    /// The number of working days after `a`, up to and with `b`; none when `b` is
    /// not after `a`.
    ///
    /// # Errors
    ///
    /// When one of the two, or a day between them, is not covered.
    pub fn working_days_between(&self, a: NaiveDate, b: NaiveDate) -> Result<u32, NotCovered> {
        let data = &*self.0;
        data.cover(a, a)?;
        data.cover(b, b)?;
        if b <= a {
            return Ok(0);
        }
        data.cover(a, b)?;
        let days = data.count.through(b) - data.count.through(a);
        Ok(u32::try_from(days).unwrap_or_default())
    }

    /// What a notice says about the day, if one does.
    #[must_use]
    pub fn special_day(&self, day: NaiveDate) -> Option<&SpecialDay> {
        let special = &self.0.special;
        let found = special.binary_search_by_key(&day, SpecialDay::date).ok()?;
        special.get(found)
    }

    /// The special days after `a`, up to and with `b`, in their order.
    pub fn special_days_between(
        &self,
        a: NaiveDate,
        b: NaiveDate,
    ) -> impl Iterator<Item = &SpecialDay> {
        let special = &self.0.special;
        let from = special.partition_point(|day| day.date() <= a);
        special.iter().skip(from).take_while(move |day| day.date() <= b)
    }

    /// The years from `a` to `b` about which a laid-over region knows nothing.
    #[must_use]
    pub fn unknown_region_years(&self, a: NaiveDate, b: NaiveDate) -> Vec<i32> {
        let known = |year: &i32| self.0.regions.iter().all(|region| region.years.contains(year));
        (a.year()..=b.year()).filter(|year| !known(year)).collect()
    }

    /// The first and the last day covered.
    #[must_use]
    pub fn range(&self) -> (NaiveDate, NaiveDate) {
        (self.0.first, self.0.last)
    }

    /// Which data with which notices this is (日历版本). Two calendars with the
    /// same version give the same answers.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.version
    }
}

impl RegionLayer {
    /// The layer of Ningxia (宁夏): Eid al-Fitr and Eid al-Adha, for 2016, 2017
    /// and 2019 to 2022. Nothing is known of the other years.
    #[cfg(feature = "china-calendar")]
    #[must_use]
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "a file of this crate; `tests/calendar.rs` reads it"
    )]
    pub fn ningxia() -> Self {
        Self::parse("NX", include_str!("../data/workdays_ningxia.tsv"))
            .expect("the calendar of Ningxia is well-formed")
    }

    /// Reads a layer in the form of `data/workdays_ningxia.tsv`: a line
    /// `# covered years: YEAR YEAR ...` and the rows of a calendar.
    ///
    /// # Errors
    ///
    /// Every line that cannot be read, and a text that does not say which years it
    /// covers or has rows outside of them.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<CalendarError>> {
        let days = Workdays::parse(text)?;
        let whole = |fault| CalendarError::whole(text, fault);
        let years = days.years.clone().ok_or_else(|| whole(CalendarFault::NoCover))?;
        if days.stray_year().is_some() {
            return Err(whole(CalendarFault::Stray));
        }
        let listed: Vec<String> = years.iter().map(ToString::to_string).collect();
        let version = format!("{name} {}{}", listed.join(","), source(&days, text));
        Ok(Self { version, days, years })
    }
}

/// Which notices, and a fingerprint of the text.
fn source(days: &Workdays, text: &str) -> String {
    let print = hex(&crate::hex::sha256(&[text.as_bytes()]));
    let print: String = print.chars().take(16).collect();
    match days.notices() {
        Some((first, last)) => format!(" notices {first}-{last} #{print}"),
        None => format!(" #{print}"),
    }
}

impl Data {
    /// Drops what lies outside the cover, counts the rest, and lays the body's days over it.
    fn counted(mut self) -> Calendar {
        let (first, last) = (self.first, self.provisional);
        self.special.retain(|day| first <= day.date() && day.date() <= last);
        self.count = DayCount::of(&self.special);
        self.office = self.body.take().map(|body| {
            let mut office = self.clone();
            office.version = format!("{} + {}", self.version, body.version);
            office.lay(body.days.iter().cloned());
            self.body = Some(body);
            office.counted()
        });
        Calendar(Shared::Counted(Arc::new(self)))
    }

    /// Puts these days in the place of what was said of them.
    fn lay(&mut self, days: impl Iterator<Item = SpecialDay>) {
        let mut special: BTreeMap<_, _> =
            self.special.drain(..).map(|day| (day.date(), day)).collect();
        special.extend(days.map(|day| (day.date(), day)));
        self.special = special.into_values().collect();
    }

    /// Whether all days from `a` to `b` are covered.
    #[inline]
    fn cover(&self, a: NaiveDate, b: NaiveDate) -> Result<(), NotCovered> {
        let (first, last) = (self.first, self.last);
        if a < first || last < a {
            return Err(NotCovered { day: a, first, last });
        }
        if last < b {
            return Err(self.after_last());
        }
        if self.regions.is_empty() { Ok(()) } else { self.cover_regions(a, b) }
    }

    /// Whether the regions that must be known are, in all years from `a` to `b`.
    fn cover_regions(&self, a: NaiveDate, b: NaiveDate) -> Result<(), NotCovered> {
        let (first, last) = (self.first, self.last);
        for region in self.regions.iter().filter(|region| region.strict) {
            if let Some(year) = (a.year()..=b.year()).find(|year| !region.years.contains(year)) {
                let day = NaiveDate::from_yo_opt(year, 1).map_or(a, |day| day.max(a));
                return Err(NotCovered { day, first, last });
            }
        }
        Ok(())
    }

    #[cold]
    fn after_last(&self) -> NotCovered {
        let (first, last) = (self.first, self.last);
        NotCovered { day: last.succ_opt().unwrap_or(last), first, last }
    }
}

impl Deref for Shared {
    type Target = Data;

    #[inline]
    fn deref(&self) -> &Data {
        match self {
            #[cfg(feature = "china-calendar")]
            Self::Always(data) => data,
            Self::Counted(data) => data,
        }
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        let (one, other): (&Data, &Data) = (self, other);
        core::ptr::eq(one, other) || one == other
    }
}

impl Eq for Shared {}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Calendar({})", self.version())
    }
}
