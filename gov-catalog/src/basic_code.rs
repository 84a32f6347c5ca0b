//! Basic code (基本编码), scheme `National2018`.

use core::fmt;
use core::num::NonZeroU16;
use core::str::FromStr;

use gov_identity::DivisionCode;

use crate::ItemType;
use crate::characters::{self, number};
use crate::checks::{CodeNotice, CodeNotices};
use crate::error::{CodeError, CodeFault, CodeSubject};

/// Code of an item of the directory (基本编码, `CATALOG_CODE`), ZWFW C 0109.1-2018
/// and GB/T 39554.1-2020.
///
/// | Position | Meaning | Values |
/// | -------- | ------- | ------ |
/// | 1 to 2 | source (来源) | `00` nation, else the digits of a province |
/// | 3 to 4 | item type (事项类型) | [`ItemType`] |
/// | 5 to 6 | department (部门) | two digits; a numbering of the nation or of the province |
/// | 7 to 9 | main item (主项) | 001 to 999 |
/// | 10 to 12 | sub-item (子项) | 001 to 999, `000` none, `00Y` a main item that has some |
///
/// ```
/// use gov_catalog::{BasicCode, ItemType, Source, SubItem};
///
/// const REGISTRATION: BasicCode = BasicCode::from_static("000131001000");
/// assert_eq!(REGISTRATION.source(), Source::Nation);
/// assert_eq!(REGISTRATION.item_type(), ItemType::LICENSE);
/// assert_eq!(REGISTRATION.department(), "31");
/// assert_eq!(REGISTRATION.main_item(), 1);
/// assert_eq!(REGISTRATION.sub_item(), SubItem::None);
/// ```
///
/// Deliberately absent: the names of departments. Their national numbering was
/// never published, only inferred. The ten-character code of the 2016 guide is
/// another type, [`GuideBasicCode`](crate::GuideBasicCode).
#[doc(alias = "基本编码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BasicCode([u8; Self::LEN]);

/// Who put an item into the directory (来源).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "`00` or a province: the scheme has no third")]
pub enum Source {
    /// The national directory, `00`.
    Nation,
    /// A province that added the item to its own directory.
    Province(DivisionCode),
}

/// The sub-item part of a basic code (子项).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[expect(clippy::exhaustive_enums, reason = "the scheme writes nothing else")]
pub enum SubItem {
    /// `000`: the main item has no sub-items and is the item itself.
    None,
    /// `00Y`: the main item has sub-items; the code names a node of the directory.
    Divided,
    /// 001 to 999.
    Number(NonZeroU16),
}

impl BasicCode {
    /// Length of the text form, in characters.
    pub const LEN: usize = 12;

    /// Reads the text form.
    ///
    /// # Errors
    ///
    /// The first fault in this order:
    ///
    /// - `XK0010100Y` has ten characters
    /// - `00013100100Z`: position 12 holds neither a digit nor `Y`
    /// - `990131001000`: no province is `99`
    /// - `003131001000`: no item type is `31`
    /// - `000131000000`: the main item is 000
    /// - `00013100101Y`: `Y` stands only after `00`
    pub const fn parse(text: &str) -> Result<Self, CodeError> {
        let subject = CodeSubject::BasicCode;
        let code: [u8; Self::LEN] = match characters::fixed(text, subject) {
            Ok(code) => code,
            Err(error) => return Err(error),
        };
        if let Err(error) = characters::basic(&code, subject) {
            return Err(error);
        }
        Self::from_characters(code, subject, 1)
    }

    /// Reads characters already seen to be digits, the last perhaps `Y`, that
    /// begin at `first` of a longer code.
    pub(crate) const fn from_characters(
        code: [u8; Self::LEN],
        subject: CodeSubject,
        first: usize,
    ) -> Result<Self, CodeError> {
        let [a, b, c, d, _, _, main @ .., x, y, z] = code;
        if read_source([a, b]).is_none() {
            return Err(CodeError::new(subject, CodeFault::Source, first, first + 1));
        }
        if ItemType::from_digits([c, d]).is_none() {
            return Err(CodeError::new(subject, CodeFault::ItemType, first + 2, first + 3));
        }
        if number(&main) == 0 {
            return Err(CodeError::new(subject, CodeFault::MainItem, first + 6, first + 8));
        }
        if z == b'Y' && !matches!([x, y], [b'0', b'0']) {
            return Err(CodeError::at(subject, CodeFault::Character, first + 11));
        }
        Ok(Self(code))
    }

    /// Wraps characters that a longer code has already read.
    pub(crate) const fn from_checked(code: [u8; Self::LEN]) -> Self {
        Self(code)
    }

    /// Reads a literal.
    ///
    /// # Panics
    ///
    /// When [`parse`](Self::parse) would fail. Write it in a `const` and the
    /// panic is a compile error.
    #[must_use]
    #[expect(clippy::panic, reason = "the documented purpose: reject a wrong literal")]
    pub const fn from_static(text: &'static str) -> Self {
        match Self::parse(text) {
            Ok(code) => code,
            Err(_) => panic!("not a basic code"),
        }
    }

    /// The text form.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        characters::text(&self.0)
    }

    /// Who put the item into the directory.
    #[must_use]
    pub const fn source(&self) -> Source {
        let [a, b, ..] = self.0;
        match read_source([a, b]) {
            Some(source) => source,
            None => Source::Nation, // Never: every constructor has read it.
        }
    }

    /// The item type.
    #[must_use]
    pub const fn item_type(&self) -> ItemType {
        let [_, _, c, d, ..] = self.0;
        match ItemType::from_digits([c, d]) {
            Some(item_type) => item_type,
            None => ItemType::POWERS, // Never: every constructor has read it.
        }
    }

    /// The two digits of the department; nation and provinces number apart.
    #[must_use]
    pub const fn department(&self) -> &str {
        let [_, _, _, _, department @ .., _, _, _, _, _, _] = &self.0;
        characters::text(department)
    }

    /// The main item, 1 to 999.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "three digits; `try_from` is not const")]
    pub const fn main_item(&self) -> u16 {
        let [_, _, _, _, _, _, main @ .., _, _, _] = &self.0;
        number(main) as u16
    }

    /// The sub-item.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "three digits; `try_from` is not const")]
    pub const fn sub_item(&self) -> SubItem {
        let [.., x, y, z] = self.0;
        match (z, NonZeroU16::new(number(&[x, y, z]) as u16)) {
            (b'Y', _) => SubItem::Divided,
            (_, Some(number)) => SubItem::Number(number),
            (_, None) => SubItem::None,
        }
    }

    /// Whether the code names a node of the directory (`00Y`): it never gets an
    /// implementation code and nobody can apply for it.
    #[must_use]
    pub const fn is_directory_node(&self) -> bool {
        matches!(self.0, [.., b'Y'])
    }

    /// What is odd about the code though it parsed: a national department
    /// outside 02 to 99.
    #[must_use]
    pub const fn notices(&self) -> CodeNotices {
        match self.0 {
            [b'0', b'0', _, _, b'0', b'0' | b'1', ..] => {
                CodeNotices::NONE.with(CodeNotice::Department)
            }
            _ => CodeNotices::NONE,
        }
    }
}

/// The source that two digits write, if there is one.
const fn read_source(digits: [u8; 2]) -> Option<Source> {
    // A division can also begin like the nation (`10`) or like no province.
    if !is_province(digits) {
        return if matches!(digits, [b'0', b'0']) { Some(Source::Nation) } else { None };
    }
    match DivisionCode::parse(characters::text(&digits)) {
        Ok(province) => Some(Source::Province(province)),
        Err(_) => None,
    }
}

/// Whether two digits are those of a province (GB/T 2260; Taiwan is 71).
const fn is_province([tens, ones]: [u8; 2]) -> bool {
    match tens {
        b'1' | b'6' => matches!(ones, b'1'..=b'5'),
        b'2' => matches!(ones, b'1'..=b'3'),
        b'3' => matches!(ones, b'1'..=b'7'),
        b'4' => matches!(ones, b'1'..=b'6'),
        b'5' => matches!(ones, b'0'..=b'4'),
        b'7' => ones == b'1',
        b'8' => matches!(ones, b'1' | b'2'),
        _ => false,
    }
}

impl FromStr for BasicCode {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        Self::parse(text)
    }
}

impl fmt::Display for BasicCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for BasicCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BasicCode({self})")
    }
}
