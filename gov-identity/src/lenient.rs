//! What people and forms write in place of the text form, and how it is read.

use alloc::string::String;
use alloc::vec::Vec;

use crate::notice::{Notice, NoticeKind};
use crate::subject::Subject;

/// Longer texts are no number in any writing and are left as they are.
const LONGEST: usize = 64;

/// The text with its characters as the standards write them, and what was done.
///
/// Blanks and invisible characters around it go; full-width digits and letters,
/// lower case and the Roman numeral ten become plain upper case.
pub(crate) fn repair(text: &str, subject: Subject) -> (String, Vec<Notice>) {
    let trimmed = text.trim_matches(is_blank);
    if trimmed.chars().nth(LONGEST).is_some() {
        return (trimmed.into(), Vec::new());
    }
    let narrow = each(trimmed, narrowed);
    let plain = each(&narrow.text, numeral);
    let upper = each(&plain.text, |character| character.to_ascii_uppercase());

    let length = position(trimmed.chars().count());
    let trim = (trimmed.len() < text.len()).then_some((1, length));
    let done = [
        (NoticeKind::Trimmed, trim),
        (NoticeKind::FullWidth, narrow.place),
        (NoticeKind::RomanNumeral, plain.place),
        (NoticeKind::LowerCase, upper.place),
    ];
    let notices = done.into_iter().filter_map(|(kind, place)| {
        place.map(|(first, last)| Notice::new(subject, kind, first, last))
    });
    (upper.text, notices.collect())
}

/// A blank, a line end, or a character that shows nothing at all.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || is_invisible(character)
}

/// Characters that show nothing, or turn the direction of what follows.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// Full-width forms (全角) as their plain ones.
fn narrowed(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
        }
        other => other,
    }
}

/// The Roman numeral ten, of either case, as the letter it stands for.
const fn numeral(character: char) -> char {
    match character {
        '\u{2169}' | '\u{2179}' => 'X',
        other => other,
    }
}

/// A text after a change of characters, and from where to where it changed.
struct Changed {
    text: String,
    place: Option<(u8, u8)>,
}

fn each(text: &str, change: impl Fn(char) -> char) -> Changed {
    let mut place = None;
    let changed = text.chars().enumerate().map(|(index, character)| {
        let new = change(character);
        if new != character {
            let here = position(index + 1);
            place = Some((place.map_or(here, |(first, _)| first), here));
        }
        new
    });
    Changed { text: changed.collect(), place }
}

fn position(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}
