//! Text of fixed length: the form of every code in this crate.

use crate::error::{Fault, ParseError, Subject};

/// The bytes of a text that must have exactly `N` characters.
///
/// A character beyond ASCII is refused at its position, not counted as the
/// two or three bytes it is made of.
pub(crate) const fn fixed<const N: usize>(
    text: &str,
    subject: Subject,
) -> Result<[u8; N], ParseError> {
    let bytes = text.as_bytes();
    match bytes.first_chunk() {
        Some(fixed) if bytes.len() == N => {
            if text.is_ascii() {
                Ok(*fixed)
            } else {
                Err(wrong(bytes, N, subject))
            }
        }
        _ => Err(wrong(bytes, N, subject)),
    }
}

/// Which of the two it was: a wrong length, or a character beyond ASCII.
#[cold]
const fn wrong(bytes: &[u8], expected: usize, subject: Subject) -> ParseError {
    let mut rest = bytes;
    let mut found = 0;
    let mut foreign = 0;
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
    if found != expected {
        return ParseError::length(subject, expected, found);
    }
    #[expect(clippy::as_conversions, reason = "no code here has more than 255 characters")]
    ParseError::at(subject, Fault::Character, foreign as u8)
}

/// The number that a run of digits writes; a byte that is no digit counts 0.
pub(crate) const fn number(digits: &[u8]) -> u32 {
    let mut rest = digits;
    let mut number: u32 = 0;
    while let [digit, tail @ ..] = rest {
        number = number.wrapping_mul(10).wrapping_add(value(*digit));
        rest = tail;
    }
    number
}

#[expect(clippy::as_conversions, reason = "`u32::from` is not const")]
const fn value(digit: u8) -> u32 {
    if digit.is_ascii_digit() { (digit - b'0') as u32 } else { 0 }
}

/// The text of bytes that a constructor has seen to be ASCII.
pub(crate) const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}
