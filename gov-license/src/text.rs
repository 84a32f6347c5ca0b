//! What text on a license may hold.

use unicode_normalization::UnicodeNormalization;

/// Why a text cannot stand on a license.
///
/// A reader sees no control character and no direction mark, so two licenses
/// that look the same could say different things. Such text is refused when
/// issuing and when reading.
///
/// ```
/// use gov_license::{Face, FaceError, TextFault};
///
/// let error = Face::new().insert("项目", "\u{202e}反").unwrap_err();
/// let fault = TextFault::Character { position: 1 };
/// assert_eq!(error, FaceError::Value { field: 1, fault });
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TextFault {
    /// Nothing, or nothing but blanks.
    #[error("is blank")]
    Blank,
    /// A control character, a direction mark, a noncharacter, or a line break
    /// where one line is asked for.
    #[error("holds a character without a face, number {position}")]
    Character {
        /// Position, counted from 1.
        position: usize,
    },
    /// Written with combining characters where Unicode has one whole (form NFC).
    /// Asked when issuing only: a license that was signed is read as it is.
    #[error("is not in normal form, from character {position}")]
    NotNormal {
        /// Position of the first difference, counted from 1.
        position: usize,
    },
}

impl TextFault {
    /// Text of one or more lines.
    pub(crate) fn check(text: &str) -> Result<(), Self> {
        if text.trim().is_empty() {
            return Err(Self::Blank);
        }
        match (1..).zip(text.chars()).find(|(_, character)| is_faceless(*character)) {
            Some((position, _)) => Err(Self::Character { position }),
            None => Ok(()),
        }
    }

    /// Text of one line.
    pub(crate) fn check_line(text: &str) -> Result<(), Self> {
        Self::check(text)?;
        match (1..).zip(text.chars()).find(|(_, character)| *character == '\n') {
            Some((position, _)) => Err(Self::Character { position }),
            None => Ok(()),
        }
    }

    /// Text in Unicode normalization form C, so that two issuers write one name
    /// in one way.
    pub(crate) fn check_normal(text: &str) -> Result<(), Self> {
        let mut pairs = (1..).zip(text.chars().zip(text.nfc()));
        match pairs.find(|(_, (written, normal))| written != normal) {
            Some((position, _)) => Err(Self::NotNormal { position }),
            None => Ok(()),
        }
    }

    /// The fault as the end of a Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Blank => "为空".to_owned(),
            Self::Character { position } => format!("第{position}个字符不可显示"),
            Self::NotNormal { position } => format!("从第{position}个字符起不是Unicode规范形式"),
        }
    }
}

fn is_faceless(character: char) -> bool {
    match character {
        '\n' => false,
        // Marks of direction, separators of lines, byte order mark, noncharacters.
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fdd0}'..='\u{fdef}' => true,
        _ => character.is_control() || u32::from(character) & 0xfffe == 0xfffe,
    }
}
