//! Numbers of persons are not for every screen.

use gov_identity::{IdentityKey, MaskPolicy};

const POLICY: MaskPolicy = MaskPolicy::LastTwo;

/// The text with every number masked that carries the check of a person's
/// number. A number without a check, such as a passport's, cannot be told from
/// other words; the holder's own is masked by [`key`] whatever it is.
pub(crate) fn text(text: &str, reveal: bool) -> String {
    if reveal {
        return text.to_owned();
    }
    let mut shown = String::new();
    let mut word = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            word.push(character);
        } else {
            shown.push_str(&masked(&word));
            word.clear();
            shown.push(character);
        }
    }
    shown + &masked(&word)
}

/// An identity key.
pub(crate) fn key(key: &IdentityKey, reveal: bool) -> String {
    if reveal { key.expose() } else { key.masked(POLICY).to_string() }
}

fn masked(word: &str) -> String {
    let candidates = IdentityKey::candidates(word);
    match candidates.iter().find(|candidate| candidate.is_person()) {
        Some(person) => {
            let whole = person.masked(POLICY).to_string();
            whole.split_once(':').map_or(whole.clone(), |(_, number)| number.to_owned())
        }
        None => word.to_owned(),
    }
}
