//! The characters of a code: how many, and which ones where.

use crate::error::{CodeError, CodeFault, CodeSubject};

/// The bytes of a text that must have exactly `N` characters.
///
/// Characters are counted, not bytes, so that a text with a full-width digit is
/// told where the digit is and not that it is too long.
pub(crate) const fn fixed<const N: usize>(
    text: &str,
    subject: CodeSubject,
) -> Result<[u8; N], CodeError> {
    match text.as_bytes().first_chunk() {
        Some(code) if text.len() == N && text.is_ascii() => Ok(*code),
        _ => Err(not_fixed(text.as_bytes(), N, subject)),
    }
}

/// Whether it is the length, or a character beyond ASCII.
const fn not_fixed(bytes: &[u8], expected: usize, subject: CodeSubject) -> CodeError {
    let mut rest = bytes;
    let mut found: usize = 0;
    let mut foreign: usize = 0;
    while let [byte, tail @ ..] = rest {
        let continues = *byte & 0b1100_0000 == 0b1000_0000;
        if !continues {
            found += 1;
        }
        if foreign == 0 && !byte.is_ascii() {
            foreign = found;
        }
        rest = tail;
    }
    if found == expected {
        CodeError::at(subject, CodeFault::Character, foreign)
    } else {
        CodeError::length(subject, found)
    }
}

/// Checks the alphabet of each position of a code that begins with a credit
/// code: implementation code, handling code, case number.
pub(crate) const fn with_body(code: &[u8], subject: CodeSubject) -> Result<(), CodeError> {
    let mut rest = code;
    let mut position = 1;
    while let [byte, tail @ ..] = rest {
        let allowed = match position {
            3..=8 => byte.is_ascii_digit(),
            17 => byte.is_ascii_digit() || *byte == b'X',
            1..=18 => credit_value(*byte).is_some(),
            // Only `00Y` at the end of the basic code has a letter.
            31 => byte.is_ascii_digit() || *byte == b'Y',
            _ => byte.is_ascii_digit(),
        };
        if !allowed {
            return Err(wrong(*byte, subject, position));
        }
        position += 1;
        rest = tail;
    }
    Ok(())
}

/// Checks that every character is a digit, save that the last may be `Y`.
pub(crate) const fn basic(code: &[u8], subject: CodeSubject) -> Result<(), CodeError> {
    let mut rest = code;
    let mut position = 1;
    while let [byte, tail @ ..] = rest {
        if !(byte.is_ascii_digit() || tail.is_empty() && *byte == b'Y') {
            return Err(wrong(*byte, subject, position));
        }
        position += 1;
        rest = tail;
    }
    Ok(())
}

/// The fault of one character; a lower-case letter has a name of its own,
/// because it can be repaired.
pub(crate) const fn wrong(byte: u8, subject: CodeSubject, position: usize) -> CodeError {
    let fault = if byte.is_ascii_lowercase() { CodeFault::LowerCase } else { CodeFault::Character };
    CodeError::at(subject, fault, position)
}

/// The value of a character in the alphabet of GB 32100.
pub(crate) const fn credit_value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'0'..=b'9' => byte - b'0',
        b'A'..=b'H' => byte - b'A' + 10,
        b'J'..=b'N' => byte - b'J' + 18,
        b'P'..=b'R' => byte - b'P' + 23,
        b'T' | b'U' => byte - b'T' + 26,
        b'W'..=b'Y' => byte - b'W' + 28,
        _ => return None,
    };
    Some(widen(value))
}

/// The number that a run of digits writes; a byte that is no digit counts 0.
pub(crate) const fn number(digits: &[u8]) -> u32 {
    let mut rest = digits;
    let mut number: u32 = 0;
    while let [digit, tail @ ..] = rest {
        let value = if digit.is_ascii_digit() { *digit - b'0' } else { 0 };
        number = number.wrapping_mul(10).wrapping_add(widen(value));
        rest = tail;
    }
    number
}

/// The text of bytes that a constructor has seen to be ASCII.
pub(crate) const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

#[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
const fn widen(byte: u8) -> u32 {
    byte as u32
}
