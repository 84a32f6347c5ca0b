//! Basic code of the technical guide of 2016 (国办函〔2016〕108号).

use core::fmt;
use core::num::NonZeroU16;
use core::str::FromStr;

use crate::characters::{self, number};
use crate::{CodeError, CodeFault, CodeSubject, ItemType, SubItem};

/// Basic code of ten characters (基本编码), technical guide of 2016; DB52/T 1264-2018
/// has the same.
///
/// | Position | Meaning | Values |
/// | -------- | ------- | ------ |
/// | 1 to 2 | letters of the type (类型) | `XK` license; others by [`LetterTypes`] |
/// | 3 to 7 | main item (主项) | 00001 to 99999 |
/// | 8 to 10 | sub-item (子项) | `000` none, `00Y` has some, 001 to 999 |
///
/// ```
/// use gov_catalog::{GuideBasicCode, ItemType, LetterTypes, SubItem};
///
/// let code: GuideBasicCode = "XK0010100Y".parse()?;
/// assert_eq!((code.letters(), code.main_item()), ("XK", 101));
/// assert_eq!(code.sub_item(), SubItem::Divided);
/// assert_eq!(code.item_type(&LetterTypes::INFERRED), Some(ItemType::LICENSE));
/// # Ok::<(), gov_catalog::CodeError>(())
/// ```
///
/// Deliberately absent: the implementation code of that scheme. The order of its
/// parts is unknown, and their lengths add up to more than GB/T 39046 allows; it
/// is kept as text.
#[doc(alias = "基本编码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct GuideBasicCode([u8; Self::LEN]);

/// Which letters write which type (类型字母): only `XK` is certain, so the table
/// is data.
///
/// ```
/// use gov_catalog::{ItemType, LetterTypes};
///
/// const OWN: LetterTypes = LetterTypes::new(&[("XK", ItemType::LICENSE)]);
/// assert_eq!(OWN.item_type("XK"), Some(ItemType::LICENSE));
/// assert_eq!(OWN.item_type("CF"), None);
/// assert_eq!(LetterTypes::INFERRED.item_type("CF"), Some(ItemType::PENALTY));
/// ```
#[doc(alias = "类型字母")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LetterTypes(&'static [(&'static str, ItemType)]);

impl LetterTypes {
    /// `XK`, which the guide has, and nine that are inferred from one source.
    pub const INFERRED: Self = Self(&[
        ("XK", ItemType::LICENSE),
        ("CF", ItemType::PENALTY),
        ("QZ", ItemType::COMPULSION),
        ("ZS", ItemType::LEVY),
        ("JF", ItemType::PAYMENT),
        ("JC", ItemType::INSPECTION),
        ("QR", ItemType::CONFIRMATION),
        ("JL", ItemType::AWARD),
        ("CJ", ItemType::ADJUDICATION),
        ("QT", ItemType::OTHER_POWER),
    ]);

    /// A table of one's own.
    #[must_use]
    pub const fn new(rows: &'static [(&'static str, ItemType)]) -> Self {
        Self(rows)
    }

    /// The type that letters write, if the table knows them.
    #[must_use]
    pub fn item_type(&self, letters: &str) -> Option<ItemType> {
        self.0.iter().find(|(known, _)| *known == letters).map(|(_, item_type)| *item_type)
    }
}

impl GuideBasicCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 10;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// - another length
    /// - `xk00101000`: a lower-case letter; `X000101000`: no letter at position 2
    /// - `XK00000000`: the main item is 00000
    /// - `XK0010101Y`: `Y` stands only after `00`
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let subject = CodeSubject::GuideBasicCode;
        let code: [u8; Self::LEN] = characters::fixed(text, subject)?;
        let allowed = |position: usize, byte: u8| match position {
            1 | 2 => byte.is_ascii_uppercase(),
            10 => byte.is_ascii_digit() || byte == b'Y' && matches!(code, [.., b'0', b'0', _]),
            _ => byte.is_ascii_digit(),
        };
        if let Some((position, byte)) = (1..).zip(code).find(|(p, byte)| !allowed(*p, *byte)) {
            return Err(characters::wrong(byte, subject, position));
        }
        let [_, _, main @ .., _, _, _] = &code;
        if number(main) == 0 {
            return Err(CodeError::new(subject, CodeFault::MainItem, 3, 7));
        }
        Ok(Self(code))
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// The two letters of the type.
    #[must_use]
    pub const fn letters(&self) -> &str {
        let [letters @ .., _, _, _, _, _, _, _, _] = &self.0;
        characters::text(letters)
    }

    /// The type, as far as a table knows the letters.
    #[must_use]
    pub fn item_type(&self, letters: &LetterTypes) -> Option<ItemType> {
        letters.item_type(self.letters())
    }

    /// The main item, 1 to 99999.
    #[must_use]
    pub const fn main_item(&self) -> u32 {
        let [_, _, main @ .., _, _, _] = &self.0;
        number(main)
    }

    /// The sub-item.
    #[must_use]
    pub fn sub_item(&self) -> SubItem {
        let [.., x, y, z] = self.0;
        if z == b'Y' {
            return SubItem::Divided;
        }
        let number = u16::try_from(number(&[x, y, z])).ok().and_then(NonZeroU16::new);
        number.map_or(SubItem::None, SubItem::Number)
    }
}

impl FromStr for GuideBasicCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for GuideBasicCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for GuideBasicCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GuideBasicCode({self})")
    }
}
