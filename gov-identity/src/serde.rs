//! Every identifier serializes as its text form and is parsed on the way in.
//! Errors and notices travel as records of codes and positions; who receives
//! one has the sentences.

use alloc::string::{String, ToString};
use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{
    Authority, Category, CreditCode, DivisionCode, DocumentKind, DocumentNumber, Fault,
    ForeignResidentId, FormerNumberLink, IdentityKey, LegacyForeignResidentId, LegacyResidentId,
    Notice, NoticeKind, OrganizationCode, ParseError, PilotCreditCode, RegistrationNumber,
    ResidentId, Subject,
};
use crate::{Channel, Label, Pseudonym, SubjectKey};

macro_rules! text_form {
    ($type:ident, $text:ident, $parse:ident, $expecting:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$text().as_ref())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // A format that finds something other than a string may say what
                // it found: serde_json quotes a number. Its word is not passed on.
                match deserializer.deserialize_str(Text($type::$parse)) {
                    Ok(parsed) => parsed.map_err(D::Error::custom),
                    Err(_) => {
                        Err(D::Error::custom(concat!("expected ", $expecting, " in a string")))
                    }
                }
            }
        }
    };
}

text_form!(ResidentId, expose, parse, "a citizen identification number");
text_form!(LegacyResidentId, expose, parse, "a citizen identification number of 15 digits");
// What one release wrote, the next must read, whatever its table lists.
text_form!(ForeignResidentId, expose, parse_any_nationality, "a foreign permanent resident number");
text_form!(
    LegacyForeignResidentId,
    expose,
    parse_any_nationality,
    "a foreign permanent resident number of the old form"
);
text_form!(FormerNumberLink, as_str, parse, "a link to the former number");
text_form!(CreditCode, as_str, parse, "a unified social credit code");
text_form!(PilotCreditCode, as_str, parse, "a pilot credit code");
text_form!(Authority, as_str, parse, "an authority of registration");
text_form!(Category, as_str, parse, "a category of organization");
text_form!(OrganizationCode, as_str, parse, "an organization code");
text_form!(RegistrationNumber, as_str, parse, "a registration number");
text_form!(DivisionCode, as_str, parse, "an administrative division code");
text_form!(DocumentKind, as_str, parse, "a holder code");
text_form!(DocumentNumber, expose, parse, "a document number");
text_form!(IdentityKey, expose, parse, "an identity key");

text_form!(Channel, as_str, parse, "a channel");
text_form!(Label, as_str, parse, "a label");
text_form!(Pseudonym, to_string, parse, "a pseudonym");
text_form!(SubjectKey, expose, parse, "an authenticated subject");

/// Reads a string and parses it, keeping the two ways to fail apart.
struct Text<T>(fn(&str) -> Result<T, ParseError>);

impl<T> Visitor<'_> for Text<T> {
    type Value = Result<T, ParseError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(self.0(text))
    }
}

/// A closed list of words that programs rely on.
macro_rules! words {
    ($type:ident, $all:expr, $unknown:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                let known = $all.iter().find(|known| known.code() == word);
                known.copied().ok_or_else(|| D::Error::custom($unknown))
            }
        }
    };
}

words!(Subject, Subject::ALL, "no known identifier");
words!(NoticeKind, NoticeKind::ALL, "no known notice");

/// A [`Notice`] on its way.
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(title = "提示", rename = "Notice"))]
#[serde(deny_unknown_fields)]
pub(crate) struct NoticeRecord {
    subject: Subject,
    code: NoticeKind,
    first: u8,
    last: u8,
}

/// A [`ParseError`] on its way.
#[derive(serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(title = "错误", rename = "ParseError"))]
#[serde(deny_unknown_fields)]
pub(crate) struct ErrorRecord {
    subject: Subject,
    code: FaultCode,
    first: u8,
    last: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    found: Option<usize>,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pilot_exception_possible: bool,
}

/// The word for a [`Fault`]; the lengths travel beside it.
#[derive(Clone, Copy)]
pub(crate) struct FaultCode(Fault);

impl FaultCode {
    pub(crate) const ALL: [Self; 10] = [
        Self(Fault::Length { expected: 0, found: 0 }),
        Self(Fault::Character),
        Self(Fault::Prefix),
        Self(Fault::Division),
        Self(Fault::Nationality),
        Self(Fault::Date),
        Self(Fault::DateRange),
        Self(Fault::OrganizationCheck),
        Self(Fault::CheckCharacter),
        Self(Fault::OtherKind),
    ];

    pub(crate) const fn code(self) -> &'static str {
        self.0.code()
    }
}

words!(FaultCode, FaultCode::ALL, "no known fault");

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (first, last) = (self.place.first(), self.place.last());
        let record = NoticeRecord { subject: self.subject(), code: self.kind(), first, last };
        record.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Notice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let NoticeRecord { subject, code, first, last } = NoticeRecord::deserialize(deserializer)?;
        check_place(first, last)?;
        Ok(Self::new(subject, code, first, last))
    }
}

impl Serialize for ParseError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (expected, found) = match self.fault() {
            Fault::Length { expected, found } => (Some(expected), Some(found)),
            _ => (None, None),
        };
        let record = ErrorRecord {
            subject: self.subject(),
            code: FaultCode(self.fault()),
            first: self.place.first(),
            last: self.place.last(),
            expected,
            found,
            pilot_exception_possible: self.pilot_exception_possible(),
        };
        record.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for ParseError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let record = ErrorRecord::deserialize(deserializer)?;
        let fault = match (record.code.0, record.expected, record.found) {
            (Fault::Length { .. }, Some(expected), Some(found)) => {
                Fault::Length { expected, found }
            }
            (Fault::Length { .. }, _, _) | (_, Some(_), _) | (_, _, Some(_)) => {
                return Err(D::Error::custom("the lengths belong to the fault length"));
            }
            (fault, None, None) => fault,
        };
        check_place(record.first, record.last)?;
        let mut error = Self::new(record.subject, fault, record.first, record.last);
        error.pilot = record.pilot_exception_possible;
        Ok(error)
    }
}

fn check_place<E: Error>(first: u8, last: u8) -> Result<(), E> {
    if first >= 1 && first <= last { Ok(()) } else { Err(E::custom("no such positions")) }
}
