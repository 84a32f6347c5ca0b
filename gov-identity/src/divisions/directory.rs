//! A table of divisions of one's own: towns and villages, or a newer year
//! (自有区划表).

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::iter;
use core::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::{DivisionStatus, Divisions, FullName};
use crate::{DivisionCode, DivisionLevel, ParseError};

/// A table of divisions given as data, down to the village (自有区划表).
///
/// The crate holds no towns and villages: their codes change every year and no
/// open list is kept up. Who has a list reads it here and lays it
/// [`over`](Self::over) the national table, whose answers it then comes before;
/// so a newer year of the national table needs no release of this crate.
///
/// One row is one line of two or four cells with tabs between: code, name and,
/// if they are known, the first and last year (empty: still in force). Rows
/// without years hold for all the years that the reader of the list vouches
/// for. Empty lines and lines that start with `#` are left out.
///
/// ```
/// use gov_identity::{DivisionCode, DivisionDirectory, DivisionStatus, Divisions};
///
/// let list = "640202001000\t人民路街道\n640202001001\t永康社区居委会\n";
/// let towns = DivisionDirectory::parse(list, 2020..=2023).unwrap().over(Divisions::china());
///
/// let village = DivisionCode::from_static("640202001001");
/// let day = chrono::NaiveDate::from_ymd_opt(2023, 6, 30).unwrap();
/// assert_eq!(towns.status(village, day), DivisionStatus::Current);
/// assert_eq!(
///     towns.full_name(village, day).unwrap().to_string(),
///     "宁夏回族自治区石嘴山市大武口区人民路街道永康社区居委会",
/// );
/// let other = DivisionCode::from_static("640202009");
/// assert_eq!(towns.status(other, day), DivisionStatus::UnknownTownship);
/// ```
#[doc(alias = "行政区划目录")]
#[derive(Clone)]
pub struct DivisionDirectory {
    rows: Vec<Row>,
    names: String,
    years: RangeInclusive<i32>,
    base: Option<Divisions>,
}

/// A line of a directory that cannot be read.
///
/// ```
/// use gov_identity::DivisionDirectory;
///
/// let faults = DivisionDirectory::parse("64020A\t大武口区\n640202\t\n", 2020..=2023).unwrap_err();
/// let [first, second] = &faults[..] else { panic!() };
/// assert_eq!((first.line(), first.column(), first.code()), (1, 1, "character"));
/// assert_eq!(
///     second.to_string(),
///     "line 2, column 2: the name is empty, too long or holds a control character",
/// );
/// assert_eq!(second.zh().to_string(), "第2行第2列：名称为空、过长或含有控制字符");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[error("line {line}, column {}: {fault}", .fault.column())]
pub struct DirectoryError {
    line: usize,
    fault: DirectoryFault,
}

/// What is wrong with a line of a directory.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DirectoryFault {
    /// Neither two cells nor four.
    #[error("expected 2 or 4 cells, found {found}")]
    Cells {
        /// Cells that were there.
        found: usize,
    },
    /// The first cell is no division code.
    #[error("{0}")]
    Code(ParseError),
    /// No name, one of more than 60 characters, or a control character in it.
    #[error("the name is empty, too long or holds a control character")]
    Name,
    /// The first year is no year of four digits.
    #[error("the first year is not a year of four digits")]
    FirstYear,
    /// The last year is neither empty nor a year of four digits from the first on.
    #[error("the last year is not empty and not a year of four digits from the first on")]
    LastYear,
    /// Another line has the same code for the same year.
    #[error("line {first} has the same code for the same time")]
    Duplicate {
        /// The other line, counted from 1.
        first: usize,
    },
}

#[derive(Clone, Copy)]
struct Row {
    code: DivisionCode,
    from: i32,
    to: i32,
    name_start: usize,
    name_length: usize,
    line: usize,
}

impl DivisionDirectory {
    /// Longest name, in characters.
    pub const NAME_MAX: usize = 60;

    /// Reads a list that holds for these years.
    ///
    /// # Errors
    ///
    /// *Every* line that cannot be read, in the order of the lines: a wrong
    /// number of cells, a code or a year that is none, an empty name, a code
    /// that is there twice for the same time.
    pub fn parse(text: &str, years: RangeInclusive<i32>) -> Result<Self, Vec<DirectoryError>> {
        let mut directory = Self { rows: Vec::new(), names: String::new(), years, base: None };
        let mut errors = Vec::new();
        let lines = (1..).zip(text.lines());
        for (line, text) in lines.filter(|(_, text)| !text.is_empty() && !text.starts_with('#')) {
            if let Err(fault) = directory.read_line(line, text) {
                errors.push(DirectoryError { line, fault });
            }
        }
        directory.rows.sort_by_key(|row| (row.code, row.from, row.line));
        errors.extend(directory.duplicates());
        errors.sort_by_key(|error| error.line);
        if errors.is_empty() { Ok(directory) } else { Err(errors) }
    }

    /// Lays it over the national table: what this table does not list, that
    /// one answers.
    #[must_use]
    pub fn over(self, base: Divisions) -> Self {
        Self { base: Some(base), ..self }
    }

    /// The number of rows of its own.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no row of its own.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// What the code was on a date.
    ///
    /// A code it does not list is *unknown* only where it lists others of that
    /// level under the same parent; elsewhere it is not covered.
    #[must_use]
    pub fn status(&self, code: DivisionCode, date: NaiveDate) -> DivisionStatus {
        let year = date.year();
        let base = self.base.map_or(DivisionStatus::NotCovered, |base| base.status(code, date));
        if !self.years.contains(&year) {
            return base;
        }
        match self.rows_of(code) {
            [] if base == DivisionStatus::NotCovered => self.unlisted(code, date),
            [] => base,
            rows if rows.iter().any(|row| row.stands_in(year)) => DivisionStatus::Current,
            [first, ..] if year < first.from => DivisionStatus::NotYet,
            _ => DivisionStatus::Historical,
        }
    }

    /// The name that the code had on a date.
    #[must_use]
    pub fn name(&self, code: DivisionCode, date: NaiveDate) -> Option<&str> {
        let year = date.year();
        let rows = if self.years.contains(&year) { self.rows_of(code) } else { &[] };
        if rows.is_empty() {
            return self.base?.name(code, date);
        }
        rows.iter().find(|row| row.stands_in(year)).map(|row| self.row_name(row))
    }

    /// The name with those of the levels above it, of this table or the one below.
    #[must_use]
    pub fn full_name(&self, code: DivisionCode, date: NaiveDate) -> Option<FullName<'_>> {
        let name = self.name(code, date)?;
        let above = iter::successors(code.parent(), |above| above.parent())
            .filter(|above| above.level() != DivisionLevel::Nation)
            .filter_map(|above| self.name(above, date));
        Some(FullName::from_below(iter::once(name).chain(above)))
    }

    /// The divisions right below one on a date, sorted: what a form offers next.
    #[must_use]
    pub fn children(&self, parent: DivisionCode, date: NaiveDate) -> Vec<DivisionCode> {
        let base = self.base.iter().flat_map(|base| base.listed(date));
        let own = self.rows.iter().map(|row| row.code);
        let is_child = |code: &DivisionCode| {
            parent.contains(*code)
                && self.name(*code, date).is_some()
                && self.parent_on(*code, date) == Some(parent)
        };
        base.chain(own).filter(is_child).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The nearest level above that was in force on the date; the nation when
    /// none is listed.
    fn parent_on(&self, code: DivisionCode, date: NaiveDate) -> Option<DivisionCode> {
        iter::successors(code.parent(), |above| above.parent()).find(|above| {
            above.level() == DivisionLevel::Nation || self.name(*above, date).is_some()
        })
    }

    fn read_line(&mut self, line: usize, text: &str) -> Result<(), DirectoryFault> {
        let (first_year, last_year) = (*self.years.start(), *self.years.end());
        let mut cells = text.split('\t');
        let (code, name, from, to, rest) =
            (cells.next(), cells.next(), cells.next(), cells.next(), cells.next());
        let (Some(code), Some(name), true, None) =
            (code, name, from.is_some() == to.is_some(), rest)
        else {
            return Err(DirectoryFault::Cells { found: text.split('\t').count() });
        };
        let code = DivisionCode::parse(code).map_err(DirectoryFault::Code)?;
        let length = name.chars().count();
        if !(1..=Self::NAME_MAX).contains(&length) || name.chars().any(char::is_control) {
            return Err(DirectoryFault::Name);
        }
        let from = from.map_or(Some(first_year), year).ok_or(DirectoryFault::FirstYear)?;
        let to = to.filter(|to| !to.is_empty()).map_or(Some(last_year.max(from)), year);
        let to = to.filter(|to| from <= *to).ok_or(DirectoryFault::LastYear)?;
        let name_start = self.names.len();
        self.names.push_str(name);
        self.rows.push(Row { code, from, to, name_start, name_length: name.len(), line });
        Ok(())
    }

    /// Rows are sorted by code and first year, so whichever stand in one year
    /// are neighbors, or one of them reaches past its neighbor.
    fn duplicates(&self) -> Vec<DirectoryError> {
        let mut errors = Vec::new();
        let mut longest: Option<&Row> = None;
        for row in &self.rows {
            match longest {
                Some(other) if other.code == row.code && row.from <= other.to => {
                    let (first, line) = (row.line.min(other.line), row.line.max(other.line));
                    errors
                        .push(DirectoryError { line, fault: DirectoryFault::Duplicate { first } });
                    longest = Some(if other.to < row.to { row } else { other });
                }
                _ => longest = Some(row),
            }
        }
        errors
    }

    /// How far a code that is not listed is known.
    fn unlisted(&self, code: DivisionCode, date: NaiveDate) -> DivisionStatus {
        let Some(parent) = code.parent() else {
            return DivisionStatus::NotCovered;
        };
        let level = code.level();
        if self.inside(parent).any(|row| row.code.level() == level) {
            match level {
                DivisionLevel::Village => DivisionStatus::UnknownVillage,
                DivisionLevel::Township => DivisionStatus::UnknownTownship,
                DivisionLevel::County => DivisionStatus::UnknownCounty,
                DivisionLevel::City => DivisionStatus::UnknownPrefecture,
                DivisionLevel::Province | DivisionLevel::Nation => DivisionStatus::UnknownProvince,
            }
        } else {
            match self.status(parent, date) {
                unknown if unknown.is_unknown() => unknown,
                _ => DivisionStatus::NotCovered,
            }
        }
    }

    /// The rows of a division and of all below it.
    fn inside(&self, division: DivisionCode) -> impl Iterator<Item = &Row> {
        let is_nation = division.level() == DivisionLevel::Nation;
        let start = self.rows.partition_point(|row| !is_nation && row.code < division);
        let rows = self.rows.get(start..).unwrap_or_default();
        rows.iter().take_while(move |row| division.contains(row.code))
    }

    fn rows_of(&self, code: DivisionCode) -> &[Row] {
        let start = self.rows.partition_point(|row| row.code < code);
        let rows = self.rows.get(start..).unwrap_or_default();
        let end = rows.partition_point(|row| row.code == code);
        rows.get(..end).unwrap_or_default()
    }

    fn row_name(&self, row: &Row) -> &str {
        self.names.get(row.name_start..row.name_start + row.name_length).unwrap_or_default()
    }
}

impl Row {
    const fn stands_in(&self, year: i32) -> bool {
        self.from <= year && year <= self.to
    }
}

/// A year of four digits.
fn year(text: &str) -> Option<i32> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_year { text.parse().ok() } else { None }
}

impl DirectoryError {
    /// The line, counted from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The cell of the line, counted from 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.fault.column()
    }

    /// What is wrong there.
    #[must_use]
    pub const fn fault(&self) -> DirectoryFault {
        self.fault
    }

    /// The kind of fault as a word that programs can rely on; for a code that
    /// cannot be read, the word of its [`ParseError`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.fault {
            DirectoryFault::Cells { .. } => "cells",
            DirectoryFault::Code(error) => error.code(),
            DirectoryFault::Name => "name",
            DirectoryFault::FirstYear => "first-year",
            DirectoryFault::LastYear => "last-year",
            DirectoryFault::Duplicate { .. } => "duplicate",
        }
    }

    /// The error as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl DirectoryFault {
    const fn column(&self) -> usize {
        match self {
            Self::Cells { .. } | Self::Code(_) | Self::Duplicate { .. } => 1,
            Self::Name => 2,
            Self::FirstYear => 3,
            Self::LastYear => 4,
        }
    }
}

struct Chinese(DirectoryError);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let DirectoryError { line, fault } = &self.0;
        write!(f, "第{line}行第{}列：", fault.column())?;
        match fault {
            DirectoryFault::Cells { found } => write!(f, "应为2列或4列，实为{found}列"),
            DirectoryFault::Code(error) => error.zh().fmt(f),
            DirectoryFault::Name => f.write_str("名称为空、过长或含有控制字符"),
            DirectoryFault::FirstYear => f.write_str("起始年份应为四位数字"),
            DirectoryFault::LastYear => f.write_str("终止年份应为空，或为不早于起始年份的四位数字"),
            DirectoryFault::Duplicate { first } => write!(f, "与第{first}行代码相同且年份重叠"),
        }
    }
}

impl fmt::Debug for DivisionDirectory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rows, years, base, .. } = self;
        write!(f, "DivisionDirectory({years:?}, {} rows, over {base:?})", rows.len())
    }
}
