//! Case number (办件编号), scheme `National2018`.

use core::fmt;
use core::str::FromStr;

use chrono::{Datelike, NaiveDate};

use crate::characters::{self, number};
use crate::checks::{Checks, CodeNotices};
use crate::error::{CodeError, CodeFault, CodeSubject};
use crate::implementation_code::upper_case;
use crate::{HandlingCode, ImplementationCode, ItemCode};

/// Number of one application (办件编号, `PROJECT_NO`).
///
/// | Position | Meaning |
/// | -------- | ------- |
/// | 1 to 31, or to 33 | [`ImplementationCode`] or [`HandlingCode`] |
/// | the next 8 | day of receipt, `yyyymmdd` |
/// | the last 4 | serial of the day (流水号), 0001 to 9999 |
///
/// Practice in two provinces writes 43 characters. Whether the number of a
/// handling item begins with 31 or 33 is not settled, so both are read.
///
/// ```
/// use gov_catalog::CaseNumber;
///
/// let case: CaseNumber = "1164020001001501113000131001000202606010068".parse()?;
/// assert_eq!(case.date().to_string(), "2026-06-01");
/// assert_eq!(case.serial(), 68);
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
///
/// Deliberately absent: the numbers that local systems give out in their own
/// form. They are opaque text of up to 50 characters and no business of a parser.
#[doc(alias = "办件编号")]
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct CaseNumber {
    item: ItemCode,
    date: NaiveDate,
    serial: u16,
}

impl CaseNumber {
    /// Reads the text form with every check ([`Checks::STRICT`]).
    ///
    /// # Errors
    ///
    /// The first fault in this order: length; the item code as
    /// [`HandlingCode::parse`] has it; a day that is not in the calendar; the
    /// serial 0000.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        Self::parse_lenient(text, Checks::STRICT).map(|(case, _)| case)
    }

    /// Reads the text form of a number whose credit code may break its checks.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), save what `checks` warn of or switch off.
    pub fn parse_lenient(text: &str, checks: Checks) -> Result<(Self, CodeNotices), CodeError> {
        match text.chars().count() {
            43 => read::<43, { ImplementationCode::LEN }>(text, checks),
            45 => read::<45, { HandlingCode::LEN }>(text, checks),
            found => Err(CodeError::length(SUBJECT, found)),
        }
    }

    /// The item that was applied for.
    #[must_use]
    pub const fn item(&self) -> ItemCode {
        self.item
    }

    /// The day in the number.
    #[must_use]
    pub const fn date(&self) -> NaiveDate {
        self.date
    }

    /// The serial of that day, 1 to 9999.
    #[must_use]
    pub const fn serial(&self) -> u16 {
        self.serial
    }
}

const SUBJECT: CodeSubject = CodeSubject::CaseNumber;

/// Reads `N` characters of which the first `ITEM` are the code of the item.
fn read<const N: usize, const ITEM: usize>(
    text: &str,
    checks: Checks,
) -> Result<(CaseNumber, CodeNotices), CodeError> {
    let code: [u8; N] = characters::fixed(text, SUBJECT)?;
    let (code, notices) = upper_case(code, checks)
        .map_err(|position| CodeError::at(SUBJECT, CodeFault::LowerCase, position))?;
    characters::with_body(&code, SUBJECT)?;
    let (item, day) = code.split_at(ITEM);
    let (item, more) = read_item(item, checks)?;
    let fault = |fault, first, last| CodeError::new(SUBJECT, fault, ITEM + first, ITEM + last);
    let (year, month, date, serial) = match day {
        [a, b, c, d, e, f, g, h, serial @ ..] => (
            number(&[*a, *b, *c, *d]),
            number(&[*e, *f]),
            number(&[*g, *h]),
            u16::try_from(number(serial)).unwrap_or(0),
        ),
        _ => return Err(CodeError::length(SUBJECT, N)),
    };
    let date = i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, date))
        .ok_or(fault(CodeFault::Date, 1, 8))?;
    if serial == 0 {
        return Err(fault(CodeFault::Sequence, 9, 12));
    }
    Ok((CaseNumber { item, date, serial }, notices.and(more)))
}

/// The item code inside a case number, its faults told as the number's own.
fn read_item(item: &[u8], checks: Checks) -> Result<(ItemCode, CodeNotices), CodeError> {
    let text = characters::text(item);
    let read = if item.len() == HandlingCode::LEN {
        HandlingCode::parse_lenient(text, checks).map(|(code, notices)| (code.into(), notices))
    } else {
        ImplementationCode::parse_lenient(text, checks)
            .map(|(code, notices)| (code.into(), notices))
    };
    read.map_err(|error| error.inside(SUBJECT))
}

impl FromStr for CaseNumber {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.date.year(), self.date.month(), self.date.day());
        write!(f, "{}{year:04}{month:02}{day:02}{:04}", self.item, self.serial)
    }
}
