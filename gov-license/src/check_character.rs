//! Check character of the license identifier (校验位), ISO/IEC 7064 MOD 37,36.

/// The check character of a text of digits and upper-case letters (校验位),
/// ISO/IEC 7064:2003 MOD 37,36, in China GB/T 17710-2008.
///
/// `None` when the text holds any other character. For a license identifier
/// the text is type code, issuer, serial and version, joined without the root
/// and without full stops (GB/T 36904).
///
/// ```
/// // A Global Release Identifier as its registry prints it: A1-2425G-ABC1234002-M.
/// assert_eq!(gov_license::check_character("A12425GABC1234002"), Some('M'));
/// assert_eq!(gov_license::check_character("lower"), None);
/// ```
#[must_use]
pub fn check_character(text: &str) -> Option<char> {
    let mut running = 36;
    for character in text.chars() {
        running = (running + value(character)?) % 36;
        if running == 0 {
            running = 36;
        }
        running = running * 2 % 37;
    }
    char::from_digit((37 - running) % 36, 36).map(|check| check.to_ascii_uppercase())
}

/// Digits count 0 to 9, letters 10 to 35; all twenty-six letters are used.
fn value(character: char) -> Option<u32> {
    if is_allowed(character) { character.to_digit(36) } else { None }
}

/// The alphabet of every part of the identifier.
pub(crate) const fn is_allowed(character: char) -> bool {
    character.is_ascii_digit() || character.is_ascii_uppercase()
}
