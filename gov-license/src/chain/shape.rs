//! The shape of a certificate (证书结构), tag by tag.
//!
//! The parsers of both gates pass over tags here and there: a sequence that
//! calls itself primitive, a name whose text is not one. The signature covers
//! all of it, so that opens no door; but there should be no license that only
//! this crate accepts. OpenSSL is held against this in `tests/pitfalls`.

const BOOLEAN: u8 = 0x01;
const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const OBJECT_ID: u8 = 0x06;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
/// Version and extensions are tagged by their place.
const VERSION: u8 = 0xa0;
const EXTENSIONS: u8 = 0xa3;

/// Whether the signed part of a certificate has the tags that RFC 5280, 4.1
/// gives it, every length in its shortest form, and no unique identifiers.
pub(crate) fn is_signed_part(der: &[u8]) -> bool {
    signed_part(der).is_some()
}

/// Whether an extension that this profile reads has the tags of its kind; of
/// others nothing is known.
pub(crate) fn is_extension(oid: &[u8], content: &[u8]) -> bool {
    match oid {
        [0x55, 0x1d, 0x0e] => whole(content, OCTET_STRING),
        [0x55, 0x1d, 0x0f] => whole(content, BIT_STRING),
        [0x55, 0x1d, 0x13] => optional(content, &[BOOLEAN, INTEGER]),
        [0x55, 0x1d, 0x23] => optional(content, &[0x80, 0xa1, 0x82]),
        [0x55, 0x1d, 0x25] => list(content, OBJECT_ID, object_id),
        _ => return true,
    }
    .is_some()
}

fn signed_part(der: &[u8]) -> Option<()> {
    let mut body = inside(der, SEQUENCE)?;
    if let Some(version) = body.take(VERSION) {
        whole(version, INTEGER)?;
    }
    body.take(INTEGER)?;
    algorithm(body.take(SEQUENCE)?)?;
    name(body.take(SEQUENCE)?)?;
    let mut period = Elements(body.take(SEQUENCE)?);
    for _ in 0..2 {
        period.take(UTC_TIME).or_else(|| period.take(GENERALIZED_TIME))?;
    }
    period.end()?;
    name(body.take(SEQUENCE)?)?;
    let mut key = Elements(body.take(SEQUENCE)?);
    algorithm(key.take(SEQUENCE)?)?;
    key.take(BIT_STRING)?;
    key.end()?;
    if let Some(extensions) = body.take(EXTENSIONS) {
        list(extensions, SEQUENCE, extension)?;
    }
    body.end()
}

fn algorithm(content: &[u8]) -> Option<()> {
    // Parameters are the algorithm's own.
    object_id(Elements(content).take(OBJECT_ID)?)
}

fn extension(content: &[u8]) -> Option<()> {
    let mut parts = Elements(content);
    object_id(parts.take(OBJECT_ID)?)?;
    let _critical = parts.take(BOOLEAN);
    parts.take(OCTET_STRING)?;
    parts.end()
}

/// Sets of attributes, each an identifier and a text.
fn name(content: &[u8]) -> Option<()> {
    each(content, SET, |set| {
        let is_empty = set.is_empty();
        each(set, SEQUENCE, attribute).filter(|()| !is_empty)
    })
}

fn attribute(content: &[u8]) -> Option<()> {
    let mut parts = Elements(content);
    object_id(parts.take(OBJECT_ID)?)?;
    let tag = *parts.0.first()?;
    let text = parts.take(tag)?;
    parts.end()?;
    is_text(tag, text).then_some(())
}

/// The texts that a name may hold, by their tags (RFC 5280, 4.1.2.4).
fn is_text(tag: u8, text: &[u8]) -> bool {
    let is_character = |value| char::from_u32(value).is_some();
    match tag {
        0x0c => str::from_utf8(text).is_ok(), // UTF8String
        0x13 | 0x14 | 0x16 => true,           // PrintableString, TeletexString, IA5String
        // BMPString and UniversalString: two and four bytes a character.
        0x1e => text.chunks(2).all(|unit| {
            unit.try_into().map(u16::from_be_bytes).is_ok_and(|unit| is_character(unit.into()))
        }),
        0x1c => text
            .chunks(4)
            .all(|unit| unit.try_into().map(u32::from_be_bytes).is_ok_and(is_character)),
        _ => false,
    }
}

/// Arcs of base 128, each in its shortest form and ended.
fn object_id(id: &[u8]) -> Option<()> {
    let mut begins = true;
    for byte in id {
        if begins && *byte == 0x80 {
            return None;
        }
        begins = *byte < 0x80;
    }
    (begins && !id.is_empty()).then_some(())
}

/// A sequence of such elements at most, in this order.
fn optional(der: &[u8], tags: &[u8]) -> Option<()> {
    let mut parts = inside(der, SEQUENCE)?;
    for tag in tags {
        let _ = parts.take(*tag);
    }
    parts.end()
}

/// A sequence of elements of one tag, each as it should be.
fn list(der: &[u8], tag: u8, check: impl Fn(&[u8]) -> Option<()>) -> Option<()> {
    each(inside(der, SEQUENCE)?.0, tag, check)
}

fn each(content: &[u8], tag: u8, check: impl Fn(&[u8]) -> Option<()>) -> Option<()> {
    let mut elements = Elements(content);
    while !elements.0.is_empty() {
        check(elements.take(tag)?)?;
    }
    Some(())
}

fn whole(der: &[u8], tag: u8) -> Option<()> {
    inside(der, tag).map(|_| ())
}

/// What stands in the one element there is.
fn inside(der: &[u8], tag: u8) -> Option<Elements<'_>> {
    let mut outer = Elements(der);
    let content = outer.take(tag)?;
    outer.end()?;
    Some(Elements(content))
}

/// Elements not yet looked at.
struct Elements<'a>(&'a [u8]);

impl<'a> Elements<'a> {
    /// The content of the next element, if it has this tag and the shortest form
    /// of its length. No certificate here is 64 KiB long.
    fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        let (length, rest) = match self.0.strip_prefix(&[tag])? {
            [short @ 0..=0x7f, rest @ ..] => (usize::from(*short), rest),
            [0x81, low @ 0x80..=0xff, rest @ ..] => (usize::from(*low), rest),
            [0x82, high @ 1..=0xff, low, rest @ ..] => {
                (usize::from(u16::from_be_bytes([*high, *low])), rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(content)
    }

    fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
