//! Documents that name a person or body without a citizen number or credit code.

use alloc::boxed::Box;
use core::fmt;

use crate::error::{Fault, ParseError};
use crate::lenient::is_blank;
use crate::subject::Subject;
use crate::{CreditCode, ResidentId, ascii};

/// A document and its number (证件), by shape only: such numbers carry no
/// published check.
///
/// ```
/// use gov_identity::{Document, DocumentKind};
///
/// let passport = Document::parse(DocumentKind::ORDINARY_PASSPORT, "E12345678")?;
/// assert_eq!(passport.kind().zh(), Some("普通护照护照号"));
/// assert_eq!(format!("{passport:?}"), "Document(414:..)");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "证件")]
#[derive(Clone, Eq, Hash, PartialEq)]
pub struct Document {
    pub(crate) kind: DocumentKind,
    number: DocumentNumber,
}

/// What kind of document (证件类型): three digits, GB/T 36903 annex A.
///
/// An open set: a code without a constant is kept and written back.
///
/// ```
/// use gov_identity::DocumentKind;
///
/// assert_eq!(DocumentKind::parse("511")?.zh(), Some("台湾居民来往大陆通行证号码"));
/// assert_eq!(DocumentKind::parse("123")?.zh(), None);
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "持证主体代码类型代码")]
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct DocumentKind([u8; 3]);

/// The number of a document (证件号码): 1 to 64 characters, none of them a
/// blank, a control character, or one that shows nothing or turns the direction
/// of the text. Some, as those of officers, hold Chinese characters.
///
/// ```
/// use gov_identity::DocumentNumber;
///
/// let number = DocumentNumber::parse("军字第0000000号")?;
/// assert_eq!(number.expose(), "军字第0000000号");
/// assert_eq!(format!("{number:?}"), "DocumentNumber(..)");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "证件号码")]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct DocumentNumber(Box<str>);

impl Document {
    /// Reads the number of a document.
    ///
    /// # Errors
    ///
    /// Those of [`DocumentNumber::parse`]. Of the kinds that have a type of
    /// their own, `111` and `001`, those of
    /// [`ResidentId::parse_citizen`] and [`CreditCode::parse`].
    pub fn parse(kind: DocumentKind, number: &str) -> Result<Self, ParseError> {
        match kind {
            DocumentKind::CITIZEN => drop(ResidentId::parse_citizen(number)?),
            DocumentKind::CREDIT_CODE => drop(CreditCode::parse(number)?),
            _ => {}
        }
        Ok(Self { kind, number: DocumentNumber::parse(number)? })
    }

    /// A number of an organization that was checked as such.
    pub(crate) fn of_organization(number: &str) -> Self {
        Self { kind: DocumentKind::OTHER_ORGANIZATION, number: DocumentNumber(number.into()) }
    }

    /// What kind of document it is.
    #[must_use]
    pub const fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// All of the number.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.number.expose()
    }
}

impl DocumentKind {
    /// Unified social credit code (统一社会信用代码).
    pub const CREDIT_CODE: Self = Self(*b"001");
    /// Another document of an organization (其他法人或其他组织有效证件).
    pub const OTHER_ORGANIZATION: Self = Self(*b"099");
    /// Citizen identification number (公民身份号码).
    pub const CITIZEN: Self = Self(*b"111");
    /// Diplomatic passport (外交护照).
    pub const DIPLOMATIC_PASSPORT: Self = Self(*b"411");
    /// Service passport (公务护照).
    pub const SERVICE_PASSPORT: Self = Self(*b"412");
    /// Passport for public affairs (公务普通护照).
    pub const PUBLIC_AFFAIRS_PASSPORT: Self = Self(*b"413");
    /// Ordinary passport (普通护照).
    pub const ORDINARY_PASSPORT: Self = Self(*b"414");
    /// Travel permit of Taiwan residents (台湾居民来往大陆通行证).
    pub const TAIWAN_TRAVEL_PERMIT: Self = Self(*b"511");
    /// Travel permit of Hong Kong and Macao residents (港澳居民来往内地通行证).
    pub const HONG_KONG_MACAO_TRAVEL_PERMIT: Self = Self(*b"516");
    /// Another document of a person (其他自然人有效证件).
    pub const OTHER: Self = Self(*b"999");

    /// Reads three digits.
    ///
    /// # Errors
    ///
    /// `11` is too short; `11A` has a letter.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        match ascii::fixed(text, Subject::DocumentKind) {
            Ok(code) => match ascii::first_non_digit(&code) {
                Some(position) => Err(ascii::stray(text, &code, Subject::DocumentKind, position)),
                None => Ok(Self(code)),
            },
            Err(error) => Err(error),
        }
    }

    /// The three digits.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        ascii::text(&self.0)
    }

    /// The Chinese name, where annex A lists the code.
    #[must_use]
    pub const fn zh(self) -> Option<&'static str> {
        Some(match &self.0 {
            b"001" => "统一社会信用代码",
            b"099" => "其他法人或其他组织有效证件代码",
            b"111" => "公民身份号码",
            b"114" => "中国人民解放军军官证编号",
            b"115" => "中国人民武装警察部队警官证编号",
            b"118" => "中国人民解放军士兵证编号",
            b"119" => "中国人民武装警察部队士兵证编号",
            b"120" => "中国人民解放军文职人员证编号",
            b"122" => "中国人民武装警察部队文职人员证编号",
            b"411" => "外交护照护照号",
            b"412" => "公务护照护照号",
            b"413" => "公务普通护照护照号",
            b"414" => "普通护照护照号",
            b"511" => "台湾居民来往大陆通行证号码",
            b"516" => "港澳居民来往内地通行证号码",
            b"999" => "其他自然人有效证件代码",
            _ => return None,
        })
    }

    /// Whether it is a document of a natural person: all but `001` and `099`.
    #[must_use]
    pub const fn is_person(self) -> bool {
        !matches!(&self.0, b"001" | b"099")
    }
}

impl DocumentNumber {
    /// Longest number, in characters.
    pub const MAX: usize = 64;

    /// Reads a number.
    ///
    /// # Errors
    ///
    /// When it is empty, longer than [`MAX`](Self::MAX), or holds a blank, a
    /// control character or an invisible one: two keys that look the same
    /// would name two persons.
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        let length = text.chars().count();
        if length == 0 || length > Self::MAX {
            let expected = length.clamp(1, Self::MAX);
            return Err(ParseError::length(Subject::DocumentNumber, expected, length));
        }
        match (1..).zip(text.chars()).find(|(_, character)| is_blank(*character)) {
            Some((position, _)) => {
                Err(ParseError::at(Subject::DocumentNumber, Fault::Character, position))
            }
            None => Ok(Self(text.into())),
        }
    }

    /// All of the number.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocumentKind({self})")
    }
}

impl fmt::Debug for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DocumentNumber(..)")
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({}:..)", self.kind)
    }
}
