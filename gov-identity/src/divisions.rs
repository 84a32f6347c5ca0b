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
mod notice;
mod status;

pub use self::directory::{DirectoryError, DirectoryFault, DivisionDirectory};
pub use self::full_name::FullName;
pub use self::status::DivisionStatus;

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

/// One name that a code had for some years (名称沿革).
///
/// ```
/// use gov_identity::{DivisionCode, Divisions};
///
/// let history = Divisions::china().history(DivisionCode::from_static("340823"));
/// let names: Vec<_> = history.map(|interval| (interval.name(), interval.years())).collect();
/// assert_eq!(names, [("枞阳县", 1988..=2014)]);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DivisionInterval {
    name: &'static str,
    from: i32,
    to: i32,
    open: bool,
}

/// What became of a division (变更后的区划): the codes that took over together.
/// See [`Divisions::successors`].
#[derive(Clone)]
pub struct Successors {
    divisions: Divisions,
    group: core::slice::Iter<'static, [u8; 4]>,
    year: Option<i32>,
}

/// Where the rows of each pair of first digits begin, and where the last ends:
/// a search looks at the rows of one province instead of all.
type Provinces = [u16; 101];

/// The packed tables; `examples/pack_divisions.rs` makes them and says how.
static PACKED: &[u8] = include_bytes!("divisions/divisions.bin");
static PROVINCES: Provinces = provinces(PACKED);
const CHINA: Divisions = match Divisions::unpack(PACKED, &PROVINCES) {
    Some(divisions) => divisions,
    None => panic!("divisions.bin is not what pack_divisions makes"),
};
const CODE_SHIFT: u32 = 12;
const FROM_SHIFT: u32 = 6;
const YEAR: u32 = 0b11_1111;
const ROW_BITS: u32 = 13;
const ROW: u32 = (1 << ROW_BITS) - 1;
/// The last year of a row that is still listed.
const OPEN: u32 = YEAR;

impl Divisions {
    /// The table that is compiled in.
    #[must_use]
    pub const fn china() -> Self {
        CHINA
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

    /// The parts of the packed file; none when it does not add up.
    const fn unpack(packed: &'static [u8], provinces: &'static Provinces) -> Option<Self> {
        let Some((head, rest)) = packed.split_first_chunk::<12>() else { return None };
        let [a, b, c, d, e, f, g, h, i, j, k, l] = *head;
        let [rows, successions, unpublished] = [[a, b], [c, d], [e, f]];
        let Some((rows, rest)) = part::<4>(rest, rows) else { return None };
        let Some((row_names, rest)) = part::<2>(rest, [a, b]) else { return None };
        let Some((successions, rest)) = part::<4>(rest, successions) else { return None };
        let Some((unpublished, rest)) = part::<4>(rest, unpublished) else { return None };
        let Some((unpublished_names, rest)) = part::<2>(rest, [e, f]) else { return None };
        let Some((names, [])) = part::<1>(rest, [k, l]) else { return None };
        let Ok(names) = core::str::from_utf8(names.as_flattened()) else { return None };
        Some(Self {
            rows,
            provinces,
            row_names,
            successions,
            unpublished,
            unpublished_names,
            names,
            first_year: u16::from_le_bytes([g, h]),
            last_year: u16::from_le_bytes([i, j]),
        })
    }
}

/// A row of the table; years are counted from the first.
#[derive(Clone, Copy)]
struct Row {
    index: usize,
    code: u32,
    from: u32,
    to: u32,
}

impl Row {
    const fn stands_in(self, year: u32) -> bool {
        self.from <= year && year <= self.to
    }

    /// The year asked for, or the last one of the row before it.
    const fn last_by(self, year: u32) -> u32 {
        if year < self.to { year } else { self.to }
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

/// The six digits down to the county; none for a town or village.
///
/// Read in the pieces of eight and four bytes in which such codes are copied,
/// two digits at a time: half of what a lookup costs beside the search.
fn number_of(code: DivisionCode) -> Option<u32> {
    let [a, b, c, d, e, f, g, h, below @ ..] = *code.digits();
    let digits = u64::from_le_bytes([a, b, c, d, e, f, g, h]) ^ u64::from_le_bytes([b'0'; 8]);
    let is_county = digits >> 48 == 0 && u32::from_le_bytes(below) == u32::from_le_bytes([b'0'; 4]);
    let [first, _, second, _, third, ..] =
        digits.wrapping_mul(10).wrapping_add(digits >> 8).to_le_bytes();
    let number = u32::from(first) * 10_000 + u32::from(second) * 100 + u32::from(third);
    is_county.then_some(number)
}

/// Six digits as a code; every number comes from the table.
fn code_of(number: u32) -> DivisionCode {
    let digit = |unit: u32| b'0' + u8::try_from(number / unit % 10).unwrap_or_default();
    DivisionCode::from_digits([100_000, 10_000, 1_000, 100, 10, 1].map(digit))
}

const fn code_in(row: [u8; 4]) -> u32 {
    u32::from_le_bytes(row) >> CODE_SHIFT
}

/// The old row and the year of a succession, which sort its group together.
const fn group_of(succession: [u8; 4]) -> u32 {
    u32::from_le_bytes(succession) >> ROW_BITS
}

/// The row that took over.
fn new_row(succession: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(succession) & ROW).unwrap_or(usize::MAX)
}

fn name_at(names: &'static str, place: [u8; 2]) -> &'static str {
    let start = usize::from(u16::from_le_bytes(place));
    let length = names.as_bytes().get(start).copied().map_or(0, usize::from);
    names.get(start + 1..start + 1 + length).unwrap_or("")
}

/// The beginnings of the provinces, found by one walk over the rows.
#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "const; a slip fails the build"
)]
const fn provinces(packed: &'static [u8]) -> Provinces {
    let Some((head, rest)) = packed.split_first_chunk::<12>() else { return [0; 101] };
    let Some((rows, _)) = part::<4>(rest, [head[0], head[1]]) else { return [0; 101] };
    let mut provinces = [0; 101];
    let mut province = 0;
    while province < provinces.len() {
        let mut row = if province == 0 { 0 } else { provinces[province - 1] };
        while (row as usize) < rows.len()
            && (code_in(rows[row as usize]) as usize) < province * 10_000
        {
            row += 1;
        }
        provinces[province] = row;
        province += 1;
    }
    provinces
}

/// So many pieces of `N` bytes, and what follows.
#[expect(clippy::as_conversions, reason = "`usize::from` is not const")]
const fn part<const N: usize>(
    bytes: &'static [u8],
    count: [u8; 2],
) -> Option<(&'static [[u8; N]], &'static [u8])> {
    let length = u16::from_le_bytes(count) as usize * N;
    let Some((part, rest)) = bytes.split_at_checked(length) else { return None };
    let (pieces, []) = part.as_chunks() else { return None };
    Some((pieces, rest))
}

impl fmt::Debug for Divisions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Divisions({:?}, {} rows)", self.years(), self.rows.len())
    }
}

impl DivisionInterval {
    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The years in whose tables the code has this name; to the last year of
    /// the data when it still has it.
    #[must_use]
    pub const fn years(&self) -> RangeInclusive<i32> {
        self.from..=self.to
    }

    /// Whether the code still has the name at the data date.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open
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
