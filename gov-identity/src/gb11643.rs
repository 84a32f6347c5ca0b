//! The form that GB 11643-1999 gave citizen numbers and that other numbers of
//! persons took over: eighteen characters, the day of birth at 7 to 14, the
//! sequence at 15 to 17, and at 18 the check of ISO 7064 MOD 11-2.

use chrono::NaiveDate;

use crate::ascii;
use crate::error::{Fault, ParseError};
use crate::notice::{Notice, NoticeKind};
use crate::sex::Sex;
use crate::subject::Subject;

pub(crate) const LEN: usize = 18;

pub(crate) type Number = [u8; LEN];

/// First and last year of birth that the form admits. The oldest sample of the
/// standard is from 1880; the upper end only keeps slips of the pen out.
pub(crate) const BIRTH_YEARS: (u32, u32) = (1800, 2199);

/// Eighteen characters of the alphabet, and whether the last one is right.
pub(crate) const fn read(text: &str, subject: Subject) -> Result<(Number, bool), ParseError> {
    let number: Number = match ascii::fixed(text, subject) {
        Ok(number) => number,
        Err(error) => return Err(error),
    };
    let mut rest: &[u8] = &number;
    let mut position = 1;
    let mut sum = 0_u32;
    while let [byte, tail @ ..] = rest {
        #[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
        let value = match *byte {
            digit @ b'0'..=b'9' => (digit - b'0') as u32,
            b'X' if position == 18 => 10,
            _ => return Err(ascii::stray(text, &number, subject, position)),
        };
        sum = sum * 2 + value; // Below 2^22: reduced once at the end.
        position += 1;
        rest = tail;
    }
    Ok((number, sum % 11 == 1))
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
pub(crate) const fn check_birth(number: &Number, subject: Subject) -> Result<(), ParseError> {
    let [_, _, _, _, _, _, year @ .., m, n, _, _, _, _, _, _] = number;
    let (fault, first, last) = if day_of_birth(number).is_none() {
        if ascii::is_month([*m, *n]) { (Fault::Date, 13, 14) } else { (Fault::Date, 11, 12) }
    } else {
        let (earliest, latest) = BIRTH_YEARS;
        match ascii::number(year) {
            year if year < earliest => (Fault::DateRange, 7, 10),
            year if year > latest => (Fault::DateRange, 7, 14),
            _ => return Ok(()),
        }
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
    match day_of_birth(number) {
        Some(date) => date,
        None => NaiveDate::MIN, // Never: `check_birth` saw this very date.
    }
}

const fn day_of_birth(number: &Number) -> Option<NaiveDate> {
    let [_, _, _, _, _, _, year @ .., m, n, d, e, _, _, _, _] = number;
    ascii::day(ascii::number(year), [*m, *n], [*d, *e])
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
