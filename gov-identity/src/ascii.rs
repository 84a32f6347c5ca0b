//! Text of fixed length: the form of every code in this crate.

use chrono::NaiveDate;

use crate::error::{Fault, ParseError};
use crate::subject::Subject;

mod eight_digits;

pub(crate) use self::eight_digits::EightDigits;

/// The characters of a text that must have `N` of them, one byte each.
///
/// Whether they are ASCII is not looked at here: who reads the bytes refuses
/// what its alphabet does not have, through [`stray`].
pub(crate) const fn fixed<const N: usize>(
    text: &str,
    subject: Subject,
) -> Result<[u8; N], ParseError> {
    match text.as_bytes().first_chunk() {
        Some(fixed) if text.len() == N => Ok(*fixed),
        _ => squeezed(text, subject),
    }
}

/// A byte that the alphabet of its position does not have.
#[cold]
pub(crate) const fn stray<const N: usize>(
    text: &str,
    _: &[u8; N],
    subject: Subject,
    position: u8,
) -> ParseError {
    let found = length(text);
    if found == N {
        ParseError::at(subject, Fault::Character, position)
    } else {
        ParseError::length(subject, N, found)
    }
}

/// The text when it has `N` characters in more than `N` bytes: in the place of
/// each character beyond ASCII stands a byte that no alphabet has.
#[cold]
const fn squeezed<const N: usize>(text: &str, subject: Subject) -> Result<[u8; N], ParseError> {
    let found = length(text);
    if found != N {
        return Err(ParseError::length(subject, N, found));
    }
    let mut characters = [0xFF; N];
    let mut slots: &mut [u8] = &mut characters;
    let mut rest = text.as_bytes();
    while let [byte, tail @ ..] = rest {
        if !continues(*byte) {
            let Some((slot, others)) = slots.split_first_mut() else { break };
            if byte.is_ascii() {
                *slot = *byte;
            }
            slots = others;
        }
        rest = tail;
    }
    Ok(characters)
}

/// The position of the first byte that is no digit.
pub(crate) const fn first_non_digit(bytes: &[u8]) -> Option<u8> {
    let mut rest = bytes;
    let mut position = 1;
    while let [byte, tail @ ..] = rest {
        if !byte.is_ascii_digit() {
            return Some(position);
        }
        position += 1;
        rest = tail;
    }
    None
}

/// Number of characters, not of bytes.
pub(crate) const fn length(text: &str) -> usize {
    let mut rest = text.as_bytes();
    let mut length = 0;
    while let [byte, tail @ ..] = rest {
        if !continues(*byte) {
            length += 1;
        }
        rest = tail;
    }
    length
}

/// Whether a byte of UTF-8 belongs to the character before it.
const fn continues(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// The number that a run of digits writes, which the caller has seen to be digits.
pub(crate) const fn number(digits: &[u8]) -> u32 {
    let mut rest = digits;
    let mut number: u32 = 0;
    while let [digit, tail @ ..] = rest {
        number = number.wrapping_mul(10).wrapping_add(value(*digit));
        rest = tail;
    }
    number
}

/// The value of a byte that the caller has seen to be a digit.
#[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
pub(crate) const fn value(digit: u8) -> u32 {
    (digit as u32).wrapping_sub(b'0' as u32)
}

/// The value of a digit or of an upper-case letter, A being 10.
#[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
pub(crate) const fn base36(byte: u8) -> u32 {
    match byte {
        b'A'..=b'Z' => (byte - b'A' + 10) as u32,
        digit => value(digit),
    }
}

/// Whether two digits are those of a month.
pub(crate) const fn is_month(digits: [u8; 2]) -> bool {
    matches!(number(&digits), 1..=12)
}

/// Whether a month, known to be one, has that day in that year: what [`day`]
/// answers, without making the date.
pub(crate) const fn is_day(year: u32, month: [u8; 2], day: [u8; 2]) -> bool {
    let (month, day) = (number(&month), number(&day));
    let last = match month {
        2 if day == 29 && is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day >= 1 && day <= last
}

const fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// The day of the calendar that the digits of month and day name in a year.
#[expect(clippy::as_conversions, reason = "four digits fit")]
pub(crate) const fn day(year: u32, month: [u8; 2], day: [u8; 2]) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year as i32, number(&month), number(&day))
}

/// The parts one after the other, filled up with zeros.
pub(crate) const fn joined<const N: usize>(parts: &[&[u8]]) -> [u8; N] {
    let mut joined = [b'0'; N];
    let mut slots: &mut [u8] = &mut joined;
    let mut parts = parts;
    while let [part, parts_after @ ..] = parts {
        let Some((here, slots_after)) = slots.split_at_mut_checked(part.len()) else { break };
        here.copy_from_slice(part);
        slots = slots_after;
        parts = parts_after;
    }
    joined
}

/// The text of bytes that a constructor has seen to be ASCII.
pub(crate) const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}
