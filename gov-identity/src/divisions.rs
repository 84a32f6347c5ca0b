//! The table of divisions from province to county (行政区划表), 1980 to 2024.

use core::fmt;
use core::iter;
use core::ops::RangeInclusive;

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use crate::{DivisionCode, DivisionLevel};

mod directory;
mod full_name;
mod interval;
mod notice;
mod packed;
mod status;

pub use self::directory::{DirectoryError, DirectoryFault, DivisionDirectory};
pub use self::full_name::FullName;
pub use self::interval::DivisionInterval;
pub use self::status::DivisionStatus;

use self::packed::{
    CODE_SHIFT, FROM_SHIFT, OPEN, Provinces, ROW, ROW_BITS, Row, YEAR, code_in, code_of, group_of,
    name_at, new_row, number_of,
};

/// The table of divisions from province to county, with its history
/// (行政区划表).
///
/// It answers what a code meant on a date, and what became of it. Sources are
/// four open copies of the year-end tables of the Ministry of Civil Affairs;
/// `data/DIVISIONS.md` names them, the rules of merging and the gaps. Steps are
/// whole years: a division founded in the course of a year counts for all of
/// it, one abolished in the course of a year for none of it.
///
/// *Unknown is an answer.* Outside [`years`](Self::years) and below the county
/// the table says [`DivisionStatus::NotCovered`]; towns and villages come from
/// a [`DivisionDirectory`](crate::DivisionDirectory) of one's own. No person is
/// ever refused because of a table: numbers are kept for life, and some carry
/// codes that were never published.
///
/// A lookup is one binary search among the rows of a province and allocates
/// nothing; the whole table takes 107 KB.
///
/// ```
/// use chrono::NaiveDate;
/// use gov_identity::{DivisionCode, DivisionStatus, Divisions};
///
/// let china = Divisions::china();
/// let day = |year| NaiveDate::from_ymd_opt(year, 7, 1).unwrap();
///
/// let xuanwu = DivisionCode::from_static("110104");
/// assert_eq!(china.status(xuanwu, day(2009)), DivisionStatus::Current);
/// assert_eq!(china.status(xuanwu, day(2010)), DivisionStatus::Historical);
/// assert_eq!(china.name(xuanwu, day(2009)), Some("宣武区"));
/// assert_eq!(china.full_name(xuanwu, day(2009)).unwrap().to_string(), "北京市宣武区");
///
/// let heirs: Vec<_> = china.successors(xuanwu, day(2009)).collect();
/// assert_eq!(heirs, [DivisionCode::from_static("110102")]);
/// assert_eq!(china.status(xuanwu, day(2031)), DivisionStatus::NotCovered);
/// ```
#[doc(alias = "行政区划表")]
#[derive(Clone, Copy)]
pub struct Divisions {
    rows: &'static [[u8; 4]],
    provinces: &'static Provinces,
    row_names: &'static [[u8; 2]],
    successions: &'static [[u8; 4]],
    unpublished: &'static [[u8; 4]],
    unpublished_names: &'static [[u8; 2]],
    names: &'static str,
    first_year: u16,
    last_year: u16,
}

/// What became of a division (变更后的区划): the codes that took over together.
/// See [`Divisions::successors`].
#[derive(Clone)]
pub struct Successors {
    divisions: Divisions,
    group: core::slice::Iter<'static, [u8; 4]>,
    year: Option<i32>,
}

impl Divisions {
    /// The table that is compiled in.
    #[must_use]
    pub const fn china() -> Self {
        packed::CHINA
    }

    /// The years whose year-end tables it holds.
    #[must_use]
    pub fn years(&self) -> RangeInclusive<i32> {
        i32::from(self.first_year)..=i32::from(self.last_year)
    }

    /// The day whose state the newest table shows (数据截止日期).
    #[must_use]
    pub fn data_date(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.last_year), 12, 31).unwrap_or_default()
    }

    /// What the code was on a date.
    #[must_use]
    pub fn status(&self, code: DivisionCode, date: NaiveDate) -> DivisionStatus {
        let Some((number, year)) = self.question(code, date) else {
            return DivisionStatus::NotCovered;
        };
        let after = self.rows_until(number, year);
        match self.row_before(after) {
            Some(row) if row.code == number && row.stands_in(year) => DivisionStatus::Current,
            Some(row) if row.code == number => DivisionStatus::Historical,
            _ if self.row(after).is_some_and(|row| row.code == number) => DivisionStatus::NotYet,
            _ => self.unlisted(number, after),
        }
    }

    /// The name that the code had on a date; none when it was not in force then.
    #[must_use]
    pub fn name(&self, code: DivisionCode, date: NaiveDate) -> Option<&'static str> {
        let (number, year) = self.question(code, date)?;
        if number == NATION {
            return Some("中华人民共和国");
        }
        let row = self.row_at(number, year).filter(|row| row.stands_in(year))?;
        Some(self.row_name(row.index))
    }

    /// The name with those of the levels above it, as addresses write it.
    ///
    /// A level without a row of its own is left out: `北京市宣武区`.
    #[must_use]
    pub fn full_name(&self, code: DivisionCode, date: NaiveDate) -> Option<FullName<'static>> {
        let name = self.name(code, date)?;
        let above = iter::successors(code.parent(), |above| above.parent())
            .filter(|above| above.level() != DivisionLevel::Nation)
            .filter_map(|above| self.name(above, date));
        Some(FullName::from_below(iter::once(name).chain(above)))
    }

    /// Which codes took over from the division that has the code on the date,
    /// or had it last before.
    ///
    /// Several where it was divided; itself among them where a part kept the
    /// code. Empty when nothing is known to have happened: the tables of
    /// successors run from 1985 to 2023. Codes were reused, so the date matters.
    #[must_use]
    pub fn successors(&self, code: DivisionCode, date: NaiveDate) -> Successors {
        let group = self.question_any(code, date).and_then(|(number, year)| {
            let row = self.row_at(number, year)?;
            self.next_succession(row, row.last_by(year))
        });
        let year = group.map(|(year, _)| self.calendar_year(year));
        let entries = group.map_or(&[][..], |(_, entries)| entries);
        Successors { divisions: *self, group: entries.iter(), year }
    }

    /// The codes of the newest table that the division of the date lives on in,
    /// sorted: its successors and theirs.
    ///
    /// ```
    /// use gov_identity::{DivisionCode, Divisions};
    ///
    /// let china = Divisions::china();
    /// let born = chrono::NaiveDate::from_ymd_opt(1986, 3, 1).unwrap();
    /// let today = china.current_codes(DivisionCode::from_static("440524"), born);
    /// assert_eq!(today.first().unwrap().as_str(), "440513");
    /// ```
    #[must_use]
    pub fn current_codes(&self, code: DivisionCode, date: NaiveDate) -> Vec<DivisionCode> {
        let Some((number, year)) = self.question_any(code, date) else {
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut current = BTreeSet::new();
        let mut open: Vec<(Row, u32)> =
            self.row_at(number, year).map(|row| (row, row.last_by(year))).into_iter().collect();
        while let Some((row, year)) = open.pop() {
            match self.next_succession(row, year) {
                Some((year, entries)) => {
                    let heirs = entries.iter().filter_map(|entry| self.row(new_row(*entry)));
                    open.extend(
                        heirs
                            .map(|row| (row, year))
                            .filter(|(row, year)| seen.insert((row.index, *year))),
                    );
                }
                None => current.extend(self.lasting(row).map(|row| code_of(row.code))),
            }
        }
        current.into_iter().collect()
    }

    /// The names that the code had, oldest first; [`years`](Self::years) does
    /// not reach back to the beginning of most.
    pub fn history(&self, code: DivisionCode) -> impl Iterator<Item = DivisionInterval> + use<> {
        let (divisions, number) = (*self, number_of(code).unwrap_or_default());
        let start = self.first_row(number).map_or(self.rows.len(), |row| row.index);
        (start..)
            .map_while(move |index| divisions.row(index))
            .take_while(move |row| row.code == number)
            .map(move |row| DivisionInterval {
                name: divisions.row_name(row.index),
                from: divisions.calendar_year(row.from),
                to: divisions.calendar_year(row.to),
                open: row.to == OPEN,
            })
    }

    /// The codes in force on a date, sorted; none outside the years.
    pub fn listed(&self, date: NaiveDate) -> impl Iterator<Item = DivisionCode> + use<> {
        let (divisions, year) = (*self, self.year(date));
        (0..self.rows.len())
            .filter_map(move |index| divisions.row(index))
            .filter(move |row| year.is_some_and(|year| row.stands_in(year)))
            .map(|row| code_of(row.code))
    }

    /// The divisions right below one, on a date: what a form offers next.
    ///
    /// Counties without a city of their own, as in municipalities, come right
    /// below the province.
    pub fn children(
        &self,
        parent: DivisionCode,
        date: NaiveDate,
    ) -> impl Iterator<Item = DivisionCode> + use<> {
        let divisions = *self;
        let below = self.listed(date).filter(move |code| parent.contains(*code));
        below.filter(move |code| divisions.parent_on(*code, date) == Some(parent))
    }

    /// The nearest level above that was in force on the date.
    #[must_use]
    pub fn parent_on(&self, code: DivisionCode, date: NaiveDate) -> Option<DivisionCode> {
        let mut above = code.parent()?;
        while self.name(above, date).is_none() {
            above = above.parent()?;
        }
        Some(above)
    }

    /// Codes that stand on real cards but in no published table (未公布代码),
    /// with the name that users report for some.
    pub fn unpublished(
        &self,
    ) -> impl Iterator<Item = (DivisionCode, Option<&'static str>)> + use<> {
        let names = self.names;
        self.unpublished.iter().zip(self.unpublished_names).map(move |(code, at)| {
            let name = name_at(names, *at);
            (code_of(u32::from_le_bytes(*code)), (!name.is_empty()).then_some(name))
        })
    }

    /// What the code is, whenever it was: in force at some time, or how far it
    /// is known. For codes that come without a date, as in credit codes.
    #[must_use]
    pub fn ever(&self, code: DivisionCode) -> DivisionStatus {
        match number_of(code) {
            None => DivisionStatus::NotCovered,
            Some(number) => {
                let after = self.rows_until(number, OPEN);
                match self.row_before(after).filter(|row| row.code == number) {
                    Some(row) if row.to == OPEN => DivisionStatus::Current,
                    Some(_) => DivisionStatus::Historical,
                    None => self.unlisted(number, after),
                }
            }
        }
    }

    /// How far a code that stands in no table is known. Its neighbors in the
    /// table say it: if any code begins as it does, one of them does.
    #[cold]
    fn unlisted(&self, number: u32, after: usize) -> DivisionStatus {
        if number == NATION {
            return DivisionStatus::Current;
        }
        let neighbors = [self.row_before(after), self.row(after)];
        let known = |unit| neighbors.iter().flatten().any(|row| row.code / unit == number / unit);
        if self.unpublished.binary_search_by_key(&number, |code| u32::from_le_bytes(*code)).is_ok()
        {
            DivisionStatus::ObservedUnpublished
        } else if !known(10_000) {
            DivisionStatus::UnknownProvince
        } else if is_collective(number) && known(100) {
            DivisionStatus::Collective
        } else if known(100) {
            DivisionStatus::UnknownCounty
        } else {
            DivisionStatus::UnknownPrefecture
        }
    }

    /// The code as a number and the year, counted from the first; none where
    /// the table has no say.
    fn question(&self, code: DivisionCode, date: NaiveDate) -> Option<(u32, u32)> {
        Some((number_of(code)?, self.year(date)?))
    }

    /// The same, also after the last year: what was over by then stays over.
    fn question_any(&self, code: DivisionCode, date: NaiveDate) -> Option<(u32, u32)> {
        let (first, last) = (i32::from(self.first_year), i32::from(self.last_year));
        let year = u32::try_from(date.year().min(last) - first).ok()?;
        Some((number_of(code)?, year))
    }

    fn year(&self, date: NaiveDate) -> Option<u32> {
        let (first, last) = (i32::from(self.first_year), i32::from(self.last_year));
        let year = date.year();
        if year > last { None } else { u32::try_from(year - first).ok() }
    }

    /// A year of a row as the calendar counts it; an open end is the last year.
    fn calendar_year(&self, year: u32) -> i32 {
        i32::from(self.first_year).saturating_add_unsigned(year).min(i32::from(self.last_year))
    }

    /// The row that a code has in a year, or had last before.
    fn row_at(&self, number: u32, year: u32) -> Option<Row> {
        self.row_before(self.rows_until(number, year)).filter(|row| row.code == number)
    }

    /// How many rows come before that of the code for any later year.
    fn rows_until(&self, number: u32, year: u32) -> usize {
        let ceiling = number << CODE_SHIFT | year << FROM_SHIFT | YEAR;
        let province = usize::try_from(number / 10_000).unwrap_or_default();
        let (start, end) = match self.provinces.get(province..) {
            Some([start, end, ..]) => (usize::from(*start), usize::from(*end)),
            _ => (0, 0),
        };
        let rows = self.rows.get(start..end).unwrap_or_default();
        start + rows.partition_point(|row| u32::from_le_bytes(*row) <= ceiling)
    }

    fn row_before(&self, index: usize) -> Option<Row> {
        self.row(index.checked_sub(1)?)
    }

    fn first_row(&self, number: u32) -> Option<Row> {
        let first = self.rows.partition_point(|row| code_in(*row) < number);
        self.row(first).filter(|row| row.code == number)
    }

    fn row(&self, index: usize) -> Option<Row> {
        let key = u32::from_le_bytes(*self.rows.get(index)?);
        let (from, to) = (key >> FROM_SHIFT & YEAR, key & YEAR);
        Some(Row { index, code: key >> CODE_SHIFT, from, to })
    }

    fn row_name(&self, index: usize) -> &'static str {
        self.row_names.get(index).map_or("", |at| name_at(self.names, *at))
    }

    /// The rows after this one in which the same division goes on under another
    /// name: same code, no year between.
    fn renamed(&self, row: Row) -> Option<Row> {
        self.row(row.index + 1).filter(|next| next.code == row.code && next.from == row.to + 1)
    }

    /// The row in which the division still stands at the end of the table.
    fn lasting(&self, row: Row) -> Option<Row> {
        let mut row = row;
        while let Some(next) = self.renamed(row) {
            row = next;
        }
        (row.to == OPEN).then_some(row)
    }

    /// The first successions of the division after a year: when, and all of them.
    fn next_succession(&self, row: Row, year: u32) -> Option<(u32, &'static [[u8; 4]])> {
        let mut row = row;
        loop {
            let old = u32::try_from(row.index).ok()? << FROM_SHIFT;
            let after = (old | year) << ROW_BITS | ROW;
            let start =
                self.successions.partition_point(|entry| u32::from_le_bytes(*entry) <= after);
            let rest = self.successions.get(start..)?;
            if let Some(group) = rest.first().map(|entry| group_of(*entry))
                && group & !YEAR == old
            {
                let end = rest.iter().take_while(|entry| group_of(**entry) == group).count();
                return Some((group & YEAR, rest.get(..end)?));
            }
            row = self.renamed(row)?;
        }
    }
}

/// `100000`, which the tables of the Ministry do not list.
const NATION: u32 = 100_000;

/// Endings that stand for a group of counties and are on no table: `00` where
/// the tables have no row for the city, `01`, `02`, `11` and `20` (市辖区、县、
/// 郊区、市区). 441282 is no such ending but was seen on cards in the same way.
const fn is_collective(number: u32) -> bool {
    matches!(number % 100, 0 | 1 | 2 | 11 | 20) || number == 441_282
}

impl fmt::Debug for Divisions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Divisions({:?}, {} rows)", self.years(), self.rows.len())
    }
}

impl Successors {
    /// The first year whose table shows the new state; none without successors.
    #[must_use]
    pub const fn year(&self) -> Option<i32> {
        self.year
    }
}

impl Iterator for Successors {
    type Item = DivisionCode;

    fn next(&mut self) -> Option<DivisionCode> {
        let entry = self.group.next()?;
        self.divisions.row(new_row(*entry)).map(|row| code_of(row.code))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.group.size_hint()
    }
}

impl fmt::Debug for Successors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
