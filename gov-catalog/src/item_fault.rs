//! What can be wrong with an item that is read.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use gov_identity::ParseError;

use crate::{CodeError, LimitError, Rule};

/// One fault of an item, with its place.
///
/// The fault never repeats what was written there; a field that the format does
/// not know is told by its position in its record.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::Item;
///
/// let faults = Item::from_json(r#"{"type": "32", "surprise": 1}"#).unwrap_err();
/// let fault = faults.iter().find(|fault| fault.path() == "type").unwrap();
/// assert_eq!(fault.code(), "item-type");
/// assert_eq!(fault.to_string(), "type: item type: no such item type (characters 1 to 2)");
/// assert_eq!(fault.zh(), "事项类型：事项类型第1至2位：没有此事项类型");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{}{kind}", Prefix(.path))]
pub struct ItemFault {
    path: Vec<Segment>,
    kind: ItemFaultKind,
}

/// What is wrong at the place.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ItemFaultKind {
    /// The text is no JSON.
    #[error("not JSON (line {line}, column {column})")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The text is larger than an item can be.
    #[error("larger than {max} bytes")]
    TooLarge {
        /// The most that is read.
        max: usize,
    },
    /// The field must be there.
    #[error("missing")]
    Missing,
    /// The record has a field that the format does not know.
    #[error("field {position} is not known")]
    Unknown {
        /// Which of the fields, from 1.
        position: usize,
    },
    /// The record has one field twice.
    #[error("field {position} is given twice")]
    Twice {
        /// Which of the fields is the second, from 1.
        position: usize,
    },
    /// The value is of another kind.
    #[error("expected {}", .expected.english())]
    Kind {
        /// What the format has there.
        expected: Expected,
    },
    /// The text is empty or white space.
    #[error("blank")]
    Blank,
    /// The text is too long.
    #[error("more than {max} characters")]
    TooLong {
        /// The most that is read.
        max: usize,
    },
    /// The text is none of the words of the format.
    #[error("none of the words that can stand here")]
    Word,
    /// The list must have an element.
    #[error("empty list")]
    Empty,
    /// The number is out of range.
    #[error("not {min} to {max}")]
    Range {
        /// The least.
        min: u64,
        /// The most.
        max: u64,
    },
    /// A code of an item, of a type, of a license type.
    #[error("{0}")]
    Code(CodeError),
    /// A credit code or the code of a division.
    #[error("{0}")]
    Identity(ParseError),
    /// No `yyyy-mm-dd` of the calendar.
    #[error("not a day of the calendar as yyyy-mm-dd")]
    Date,
    /// The limits contradict each other.
    #[error("{0}")]
    Limit(LimitError),
    /// The type differs from the one inside the code.
    #[error("differs from the type inside the code")]
    TypeDiffers,
    /// The body differs from the one inside the code.
    #[error("differs from the body inside the code")]
    BodyDiffers,
    /// An earlier material has the same name.
    #[error("material {first} has the same name")]
    SameName {
        /// The earlier material, from 1.
        first: usize,
    },
    /// An earlier row has the same identifier.
    #[error("row {first} has the same identifier")]
    SameIdentifier {
        /// The earlier row, from 1.
        first: usize,
    },
    /// A catch-all line such as "other materials".
    #[error("a catch-all line; every material must be named (行政许可法 art. 30)")]
    CatchAll,
    /// A telephone has digits and hyphens only.
    #[error("not a telephone number")]
    Phone,
    /// The version ends before it begins.
    #[error("not after the day on which the version begins")]
    EndsBeforeBeginning,
    /// A rule is nested too deep.
    #[error("nested deeper than {max}")]
    TooDeep {
        /// The deepest that is read.
        max: usize,
    },
    /// A rule must have exactly one of the forms.
    #[error("expected exactly one form of rule")]
    Form,
}

/// The kind of value that a place wants.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Expected {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// A list.
    List,
    /// A record of fields.
    Record,
    /// Yes or no.
    Flag,
}

/// One step of the way to a place: a field by its English and Chinese name, or
/// an element of a list, from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Segment {
    Field(&'static str, &'static str),
    Element(usize),
}

impl ItemFault {
    pub(crate) const fn new(path: Vec<Segment>, kind: ItemFaultKind) -> Self {
        Self { path, kind }
    }

    /// Where: fields joined by dots, elements of lists counted from 1, such as
    /// `materials[2].name`. Empty for the whole item.
    #[must_use]
    pub fn path(&self) -> String {
        Path(&self.path).to_string()
    }

    /// Where its element stands, or the nearest thing around it that is known.
    pub(crate) fn nearest<'p, P>(&self, places: &'p BTreeMap<String, P>) -> Option<&'p P> {
        let path = self.path();
        let mut path = path.as_str();
        loop {
            if let Some(place) = places.get(path) {
                return Some(place);
            }
            let Some(end) = path.rfind(['.', '[']) else { return places.get("") };
            path = path.get(..end).unwrap_or_default();
        }
    }

    /// What is wrong there.
    #[must_use]
    pub const fn kind(&self) -> ItemFaultKind {
        self.kind
    }

    /// The rule of the consistency checks that it breaks, if it is one of those.
    #[must_use]
    pub const fn rule(&self) -> Option<Rule> {
        match &self.kind {
            ItemFaultKind::TypeDiffers | ItemFaultKind::BodyDiffers => Some(Rule::CodeAgrees),
            ItemFaultKind::Limit(_) => Some(Rule::PromiseWithinLaw),
            _ => None,
        }
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.kind {
            ItemFaultKind::Syntax { .. } => "syntax",
            ItemFaultKind::TooLarge { .. } => "too-large",
            ItemFaultKind::Missing => "missing",
            ItemFaultKind::Unknown { .. } => "unknown-field",
            ItemFaultKind::Twice { .. } => "field-twice",
            ItemFaultKind::Kind { .. } => "kind",
            ItemFaultKind::Blank => "blank",
            ItemFaultKind::TooLong { .. } => "too-long",
            ItemFaultKind::Word => "word",
            ItemFaultKind::Empty => "empty",
            ItemFaultKind::Range { .. } => "range",
            ItemFaultKind::Code(error) => error.code(),
            ItemFaultKind::Identity(error) => error.code(),
            ItemFaultKind::Date => "date",
            ItemFaultKind::Limit(error) => error.code(),
            ItemFaultKind::TypeDiffers => "type-differs",
            ItemFaultKind::BodyDiffers => "body-differs",
            ItemFaultKind::SameName { .. } => "same-name",
            ItemFaultKind::SameIdentifier { .. } => "same-identifier",
            ItemFaultKind::CatchAll => "catch-all",
            ItemFaultKind::Phone => "phone",
            ItemFaultKind::EndsBeforeBeginning => "ends-before-beginning",
            ItemFaultKind::TooDeep { .. } => "too-deep",
            ItemFaultKind::Form => "form",
        }
    }

    /// The fault as one Chinese sentence for the clerk who wrote the item.
    #[must_use]
    pub fn zh(&self) -> String {
        Chinese(self).to_string()
    }
}

impl Expected {
    const fn english(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "a whole number",
            Self::List => "a list",
            Self::Record => "a record",
            Self::Flag => "true or false",
        }
    }

    const fn chinese(self) -> &'static str {
        match self {
            Self::Text => "文字",
            Self::Number => "整数",
            Self::List => "列表",
            Self::Record => "一组字段",
            Self::Flag => "是或否（true、false）",
        }
    }
}

struct Path<'a>(&'a [Segment]);

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for segment in self.0 {
            match segment {
                Segment::Field(english, _) if first => f.write_str(english)?,
                Segment::Field(english, _) => write!(f, ".{english}")?,
                Segment::Element(position) => write!(f, "[{position}]")?,
            }
            first = false;
        }
        Ok(())
    }
}

struct Prefix<'a>(&'a [Segment]);

impl fmt::Display for Prefix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "{}: ", Path(self.0)) }
    }
}

struct Chinese<'a>(&'a ItemFault);

impl fmt::Display for Chinese<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.path.iter().peekable();
        while let Some(segment) = rest.next() {
            match segment {
                Segment::Field(_, chinese) => f.write_str(chinese)?,
                Segment::Element(position) => write!(f, "第{position}项")?,
            }
            match (segment, rest.peek()) {
                (_, None) => f.write_str("：")?,
                (Segment::Field(..), Some(Segment::Element(_))) => {}
                (_, Some(_)) => f.write_str("的")?,
            }
        }
        match self.0.kind {
            ItemFaultKind::Syntax { line, column } => {
                write!(f, "第{line}行第{column}列不是合法的JSON")
            }
            ItemFaultKind::TooLarge { max } => write!(f, "超过{max}字节"),
            ItemFaultKind::Missing => f.write_str("缺少"),
            ItemFaultKind::Unknown { position } => write!(f, "第{position}个字段不在格式之内"),
            ItemFaultKind::Twice { position } => write!(f, "第{position}个字段重复"),
            ItemFaultKind::Kind { expected } => write!(f, "应为{}", expected.chinese()),
            ItemFaultKind::Blank => f.write_str("不能为空"),
            ItemFaultKind::TooLong { max } => write!(f, "超过{max}个字"),
            ItemFaultKind::Word => f.write_str("不是允许的取值"),
            ItemFaultKind::Empty => f.write_str("至少要有一项"),
            ItemFaultKind::Range { min, max } => write!(f, "应为{min}至{max}"),
            ItemFaultKind::Code(error) => write!(f, "{}", error.zh()),
            ItemFaultKind::Identity(error) => write!(f, "{}", error.zh()),
            ItemFaultKind::Date => f.write_str("不是日历上的日期（年-月-日）"),
            ItemFaultKind::Limit(error) => write!(f, "{}", error.zh()),
            ItemFaultKind::TypeDiffers => f.write_str("与事项编码中的类型不一致"),
            ItemFaultKind::BodyDiffers => f.write_str("与事项编码中的实施主体不一致"),
            ItemFaultKind::SameName { first } => write!(f, "与第{first}项材料同名"),
            ItemFaultKind::SameIdentifier { first } => write!(f, "与第{first}项标识相同"),
            ItemFaultKind::CatchAll => {
                f.write_str("属于兜底条款，应列明每一份材料（行政许可法第三十条）")
            }
            ItemFaultKind::Phone => f.write_str("不是电话号码"),
            ItemFaultKind::EndsBeforeBeginning => f.write_str("应晚于生效日期"),
            ItemFaultKind::TooDeep { max } => write!(f, "嵌套超过{max}层"),
            ItemFaultKind::Form => f.write_str("应恰有一种判定形式"),
        }
    }
}
