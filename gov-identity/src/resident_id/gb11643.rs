//! The form that GB 11643-1999 gave citizen numbers and that other numbers of
//! persons took over: eighteen characters, the day of birth at 7 to 14, the
//! sequence at 15 to 17, and at 18 the check of ISO 7064 MOD 11-2.

use chrono::NaiveDate;

use crate::ascii::{self, EightDigits};
use crate::error::{Fault, ParseError};
use crate::notice::{Notice, NoticeKind};
use crate::subject::Subject;

use super::Sex;

pub(crate) const LEN: usize = 18;

pub(crate) type Number = [u8; LEN];

/// First and last year of birth that the form admits. The oldest sample of the
/// standard is from 1880; the upper end only keeps slips of the pen out.
pub(crate) const BIRTH_YEARS: (u32, u32) = (1800, 2199);

/// Eighteen characters of the alphabet, and whether the last one is right.
#[inline]
pub(crate) const fn read(text: &str, subject: Subject) -> Result<(&Number, bool), ParseError> {
    if let Some(number) = text.as_bytes().first_chunk()
        && text.len() == LEN
        && let Some(sum) = weigh(number)
    {
        return Ok((number, sum % 11 == 1));
    }
    Err(fault(text, subject))
}

/// What is wrong with a text that is no eighteen characters of the alphabet.
#[cold]
const fn fault(text: &str, subject: Subject) -> ParseError {
    let number: Number = match ascii::fixed(text, subject) {
        Ok(number) => number,
        Err(error) => return error,
    };
    let [digits @ .., _] = &number;
    let position = match ascii::first_non_digit(digits) {
        Some(position) => position,
        None => 18,
    };
    ascii::stray(text, &number, subject, position)
}

/// The weighted sum of all eighteen; none when one is outside the alphabet.
#[expect(clippy::as_conversions, reason = "`u64::from` is not const")]
const fn weigh(number: &Number) -> Option<u64> {
    let ([first, second], [digit, check]) = number.as_chunks() else { return None };
    let (Some(first), Some(second)) = (EightDigits::read(*first), EightDigits::read(*second))
    else {
        return None;
    };
    let check = match *check {
        b'X' => 10,
        digit @ b'0'..=b'9' => digit - b'0',
        _ => return None,
    };
    if !digit.is_ascii_digit() {
        return None;
    }
    let sum = first.weigh([7, 9, 10, 5, 8, 4, 2, 1]) + second.weigh([6, 3, 7, 9, 10, 5, 8, 4]);
    Some(sum + (*digit - b'0') as u64 * 2 + check as u64)
}

/// The character that makes seventeen digits a number.
#[expect(clippy::as_conversions, reason = "below 10")]
pub(crate) const fn check_character(digits: &[u8; LEN - 1]) -> u8 {
    let mut rest: &[u8] = digits;
    let mut sum = 0;
    while let [digit, tail @ ..] = rest {
        sum = sum * 2 + ascii::value(*digit);
        rest = tail;
    }
    match (12 - sum * 2 % 11) % 11 {
        10 => b'X',
        value => b'0' + value as u8,
    }
}

/// Refuses a day that no calendar has, and a year out of range.
#[inline]
pub(crate) const fn check_birth(number: &Number, subject: Subject) -> Result<(), ParseError> {
    let [_, _, _, _, _, _, year @ .., m, n, d, e, _, _, _, _] = number;
    let year = ascii::number(year);
    let (earliest, latest) = BIRTH_YEARS;
    let (fault, first, last) = if !ascii::is_month([*m, *n]) {
        (Fault::Date, 11, 12)
    } else if !ascii::is_day(year, [*m, *n], [*d, *e]) {
        (Fault::Date, 13, 14)
    } else if year < earliest {
        (Fault::DateRange, 7, 10)
    } else if year > latest {
        (Fault::DateRange, 7, 14)
    } else {
        return Ok(());
    };
    Err(ParseError::new(subject, fault, first, last))
}

/// Refuses a birth after `today`.
pub(crate) fn check_today(
    birth: NaiveDate,
    today: NaiveDate,
    subject: Subject,
) -> Result<(), ParseError> {
    if birth <= today {
        return Ok(());
    }
    Err(ParseError::new(subject, Fault::DateRange, 7, 14))
}

/// The day of birth of a number that was read.
pub(crate) const fn birth_date(number: &Number) -> NaiveDate {
    let [_, _, _, _, _, _, year @ .., m, n, d, e, _, _, _, _] = number;
    match ascii::day(ascii::number(year), [*m, *n], [*d, *e]) {
        Some(date) => date,
        None => NaiveDate::MIN, // Never: `check_birth` saw this very date.
    }
}

/// The sex that the sequence says.
pub(crate) const fn sex(number: &Number) -> Sex {
    let [.., digit, _] = *number;
    Sex::of_sequence(digit)
}

/// What is odd about the sequence.
pub(crate) const fn sequence_notice(number: &Number, subject: Subject) -> Option<Notice> {
    match number {
        [.., b'0', b'0', b'0', _] => Some(Notice::new(subject, NoticeKind::SequenceZero, 15, 17)),
        _ => None,
    }
}
