//! Base 45 (RFC 9285): two bytes in three characters that a QR code packs well.
//!
//! Written here: the crate `base45` 3.2 takes the last two characters modulo
//! 256, so that one text has several forms, which section 6 of the RFC forbids.

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2) * 3);
    for pair in bytes.chunks(2) {
        let value = pair.iter().fold(0, |value, byte| value << 8 | usize::from(*byte));
        let digits = [value, value / 45, value / 2025];
        let digits = digits.iter().take(pair.len() + 1);
        text.extend(digits.filter_map(|digit| ALPHABET.get(digit % 45)).copied().map(char::from));
    }
    text
}

/// `None` for another alphabet, one character over, or a number too large for
/// its bytes.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2 + 1);
    for group in text.as_bytes().chunks(3) {
        let mut value = 0;
        for character in group.iter().rev() {
            value = value * 45 + ALPHABET.iter().position(|known| known == character)?;
        }
        match group.len() {
            3 => bytes.extend(u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}
