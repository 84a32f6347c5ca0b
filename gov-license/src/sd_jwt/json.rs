//! JSON as signed texts may use it: no duplicate names, no floats, bounded.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::sd_jwt::limits::ReadLimits;
use crate::sd_jwt::read_error::ReadError;

/// A JSON value that two readers cannot understand differently.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Integer(i64),
    Text(String),
    Array(Vec<Json>),
    Object(Object),
}

/// Members by name; sorted, so that what is written does not depend on chance.
pub(crate) type Object = BTreeMap<String, Json>;

/// Claims by name and type.
pub(crate) trait Members {
    fn text(&self, claim: &'static str) -> Result<Option<&str>, ReadError>;
    fn integer(&self, claim: &'static str) -> Result<Option<i64>, ReadError>;

    fn need_text(&self, claim: &'static str) -> Result<&str, ReadError> {
        self.text(claim)?.ok_or(ReadError::Missing { claim })
    }

    fn need_integer(&self, claim: &'static str) -> Result<i64, ReadError> {
        self.integer(claim)?.ok_or(ReadError::Missing { claim })
    }
}

impl Members for Object {
    fn text(&self, claim: &'static str) -> Result<Option<&str>, ReadError> {
        match self.get(claim) {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text)),
            Some(_) => Err(ReadError::Claim { claim }),
        }
    }

    fn integer(&self, claim: &'static str) -> Result<Option<i64>, ReadError> {
        match self.get(claim) {
            None => Ok(None),
            Some(Json::Integer(value)) => Ok(Some(*value)),
            Some(_) => Err(ReadError::Claim { claim }),
        }
    }
}

/// The largest integer that every JSON reader keeps exactly, 2^53 − 1.
const MAX_INTEGER: i64 = (1 << 53) - 1;

impl Json {
    /// Reads one value and nothing behind it.
    pub(crate) fn read(bytes: &[u8], limits: ReadLimits) -> Result<Self, JsonFault> {
        if bytes.starts_with(b"\xef\xbb\xbf") {
            return Err(JsonFault::ByteOrderMark);
        }
        let text = str::from_utf8(bytes).map_err(|_| JsonFault::NotUtf8)?;
        let fault = Cell::new(None);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let values = Cell::new(limits.max_values);
        let strict = Strict { levels: limits.max_depth, values: &values, fault: &fault };
        let value = strict.deserialize(&mut deserializer).map_err(|error| {
            fault.take().unwrap_or(JsonFault::Syntax { line: error.line(), column: error.column() })
        })?;
        deserializer.end().map_err(|_| JsonFault::TrailingData)?;
        Ok(value)
    }

    /// The text, without blanks. Writing to memory cannot fail.
    pub(crate) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// Why a JSON text is refused.
///
/// ```
/// use gov_license::JsonFault;
///
/// assert_eq!(JsonFault::DuplicateName.to_string(), "a member name stands twice in one object");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum JsonFault {
    /// Not JSON (RFC 8259), lone surrogates included.
    #[error("not JSON, line {line} column {column}")]
    Syntax {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
    },
    /// The bytes are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// A byte order mark stands in front.
    #[error("a byte order mark stands in front")]
    ByteOrderMark,
    /// Something follows the value.
    #[error("something follows the value")]
    TrailingData,
    /// A member name stands twice in one object, perhaps escaped differently.
    #[error("a member name stands twice in one object")]
    DuplicateName,
    /// A number with a fraction, an exponent or a negative zero, or beyond 64 bits.
    #[error("a number is not a plain integer")]
    Float,
    /// An integer beyond ±(2^53 − 1), which not every reader keeps exactly.
    #[error("an integer is outside ±(2^53−1)")]
    IntegerRange,
    /// Objects and arrays within one another beyond the limit.
    #[error("nested too deeply")]
    Depth,
    /// More values than the limit.
    #[error("holds too many values")]
    Values,
}

impl JsonFault {
    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "json-syntax",
            Self::NotUtf8 => "json-not-utf8",
            Self::ByteOrderMark => "json-byte-order-mark",
            Self::TrailingData => "json-trailing-data",
            Self::DuplicateName => "json-duplicate-name",
            Self::Float => "json-float",
            Self::IntegerRange => "json-integer-range",
            Self::Depth => "json-depth",
            Self::Values => "json-values",
        }
    }

    /// The fault as one Chinese sentence for the clerk at the window.
    #[must_use]
    pub fn zh(&self) -> String {
        match self {
            Self::Syntax { line, column } => format!("第{line}行第{column}列不是合法的JSON"),
            Self::NotUtf8 => "不是UTF-8编码".to_owned(),
            Self::ByteOrderMark => "开头带有字节顺序标记".to_owned(),
            Self::TrailingData => "数据之后还有多余内容".to_owned(),
            Self::DuplicateName => "同一对象中成员名重复".to_owned(),
            Self::Float => "出现非整数数值".to_owned(),
            Self::IntegerRange => "整数超出可精确表示的范围".to_owned(),
            Self::Depth => "嵌套层数过多".to_owned(),
            Self::Values => "数据项过多".to_owned(),
        }
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::Array(values) => serializer.collect_seq(values),
            Self::Object(members) => serializer.collect_map(members),
        }
    }
}

/// Reads a value at most so many levels deep. serde's errors are text, so the
/// fault travels beside them.
#[derive(Clone, Copy)]
struct Strict<'a> {
    levels: usize,
    /// How many values may still come.
    values: &'a Cell<usize>,
    fault: &'a Cell<Option<JsonFault>>,
}

impl Strict<'_> {
    fn refuse<T, E: Error>(self, fault: JsonFault) -> Result<T, E> {
        self.fault.set(Some(fault));
        Err(E::custom("refused"))
    }

    fn inner<E: Error>(self) -> Result<Self, E> {
        match self.levels.checked_sub(1) {
            Some(levels) => Ok(Self { levels, ..self }),
            None => self.refuse(JsonFault::Depth),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        match self.values.get().checked_sub(1) {
            Some(rest) => self.values.set(rest),
            None => return self.refuse(JsonFault::Values),
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        if (-MAX_INTEGER..=MAX_INTEGER).contains(&value) {
            Ok(Json::Integer(value))
        } else {
            self.refuse(JsonFault::IntegerRange)
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.refuse(JsonFault::IntegerRange),
        }
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Json, E> {
        self.refuse(JsonFault::Float)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = items.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(Json::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut members = Object::new();
        while let Some(name) = items.next_key::<String>()? {
            match members.entry(name) {
                Entry::Vacant(place) => {
                    place.insert(items.next_value_seed(inner)?);
                }
                Entry::Occupied(_) => return self.refuse(JsonFault::DuplicateName),
            }
        }
        Ok(Json::Object(members))
    }
}
