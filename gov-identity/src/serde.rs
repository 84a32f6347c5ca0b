//! Every identifier serializes as its text form and is parsed on the way in.

use alloc::string::{String, ToString};
use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{Channel, Label, Pseudonym, SubjectKey};
use crate::{CreditCode, DivisionCode, IdentityKey, OrganizationCode, ParseError, ResidentId};

macro_rules! text_form {
    ($type:ident, $text:ident, $expecting:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$text().as_ref())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                // A format that finds something other than a string may say what
                // it found: serde_json quotes a number. Its word is not passed on.
                match deserializer.deserialize_str(Text(PhantomData)) {
                    Ok(parsed) => parsed.map_err(D::Error::custom),
                    Err(_) => {
                        Err(D::Error::custom(concat!("expected ", $expecting, " in a string")))
                    }
                }
            }
        }
    };
}

text_form!(CreditCode, as_str, "a unified social credit code");
text_form!(DivisionCode, as_str, "an administrative division code");
text_form!(OrganizationCode, as_str, "an organization code");
text_form!(ResidentId, expose, "a citizen identification number");
text_form!(IdentityKey, expose, "an identity key");

text_form!(Channel, as_str, "a channel");
text_form!(Label, as_str, "a label");
text_form!(Pseudonym, to_string, "a pseudonym");
text_form!(SubjectKey, expose, "an authenticated subject");

/// Reads a string and parses it, keeping the two ways to fail apart.
struct Text<T>(PhantomData<T>);

impl<T: FromStr<Err = ParseError>> Visitor<'_> for Text<T> {
    type Value = Result<T, ParseError>;

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
