//! Every code serializes as its text form and is parsed on the way in.

use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{
    BasicCode, CaseNumber, CodeError, GansuCode, GuideBasicCode, HandlingCode, HubeiCode,
    ImplementationCode, ItemCode, ItemType, LicenseTypeRef, SichuanCode, Text,
};

macro_rules! text_form {
    ($($type:ident),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // A format that finds something other than a string may say what
                // it found: serde_json quotes a number. Its word is not passed on.
                match deserializer.deserialize_str(Parsed(PhantomData)) {
                    Ok(parsed) => parsed.map_err(D::Error::custom),
                    Err(_) => Err(D::Error::custom("expected a code in a string")),
                }
            }
        }
    )*};
}

text_form!(
    BasicCode,
    CaseNumber,
    GansuCode,
    GuideBasicCode,
    HandlingCode,
    HubeiCode,
    ImplementationCode,
    ItemCode,
    ItemType,
    LicenseTypeRef,
    SichuanCode
);

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// Reads a string and parses it, keeping the two ways to fail apart.
struct Parsed<T>(PhantomData<T>);

impl<T: FromStr<Err = CodeError>> Visitor<'_> for Parsed<T> {
    type Value = Result<T, CodeError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.parse())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        self.visit_str(&text)
    }
}
