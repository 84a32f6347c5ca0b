//! Codes serialize as their text, a license as its elements by their English
//! names, a signed license as its compact form. Everything read is checked, and
//! no error repeats what was read.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use chrono::NaiveDate;
use gov_identity::{CreditCode, IdentityKey};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::element::Element;
use crate::face::{Face, FaceError};
use crate::holder_code::HolderCode;
use crate::license::License;
use crate::license_error::LicenseError;
use crate::license_id::LicenseId;
use crate::license_id_error::LicenseIdError;
use crate::period::{Period, read_date, write_date};
use crate::signed_license::SignedLicense;
use crate::status_reference::StatusReference;
use crate::type_code::LicenseTypeCode;

macro_rules! text_form {
    ($type:ident, $expecting:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
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

text_form!(LicenseId, "a license identifier");
text_form!(LicenseTypeCode, "a license type code");
text_form!(HolderCode, "a holder code");
text_form!(SignedLicense, "a signed license");

/// Reads a string and parses it, keeping the two ways to fail apart.
struct Text<T>(PhantomData<T>);

impl<T: FromStr> Visitor<'_> for Text<T> {
    type Value = Result<T, T::Err>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(text.parse())
    }
}

impl Serialize for Face {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Face {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_map(Fields) {
            Ok(face) => face.map_err(D::Error::custom),
            Err(_) => Err(D::Error::custom("expected face fields as names and texts")),
        }
    }
}

/// Reads the fields in their order.
struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Result<Face, FaceError>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("face fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
        let mut face = Face::new();
        while let Some((name, value)) = fields.next_entry::<String, String>()? {
            if let Err(fault) = face.insert(name, value) {
                while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                return Ok(Err(fault));
            }
        }
        Ok(Ok(face))
    }
}

/// One text as itself, more as an array.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
enum Texts {
    #[default]
    None,
    One(String),
    Several(Vec<String>),
}

impl Texts {
    fn of(texts: impl Iterator<Item = impl ToString>) -> Self {
        let mut texts: Vec<_> = texts.map(|text| text.to_string()).collect();
        match texts.pop() {
            None => Self::None,
            Some(only) if texts.is_empty() => Self::One(only),
            Some(last) => {
                texts.push(last);
                Self::Several(texts)
            }
        }
    }

    const fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// An array has two at least, so that every list has one form.
    fn read(self, element: Element) -> Result<Vec<String>, RecordFault> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::One(text) => Ok(vec![text]),
            Self::Several(texts) if texts.len() > 1 => Ok(texts),
            Self::Several(_) => Err(RecordFault::Several(element)),
        }
    }
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusRecord {
    uri: String,
    idx: u32,
}

/// The elements as they are written. What they must agree on is checked on the
/// way to a [`License`].
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    #[serde(rename = "CertificateIdentifier")]
    id: String,
    #[serde(rename = "CertificateTypeCode")]
    type_code: String,
    #[serde(rename = "CertificateName")]
    name: String,
    #[serde(rename = "CertificateNumber")]
    number: String,
    #[serde(rename = "CertificateIssuingAuthorityName")]
    issuing_authority_name: Texts,
    #[serde(rename = "CertificateIssuingAuthorityCode")]
    issuer: Texts,
    #[serde(rename = "CertificateIssuedDate")]
    issued_on: String,
    #[serde(rename = "CertificateEffectiveDate")]
    first: String,
    #[serde(rename = "CertificateExpiringDate", default, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    #[serde(rename = "CertificateHolderName", default, skip_serializing_if = "Texts::is_none")]
    holder_name: Texts,
    #[serde(rename = "CertificateHolderCode", default, skip_serializing_if = "Texts::is_none")]
    holder_code: Texts,
    #[serde(rename = "CertificateHolderType", default, skip_serializing_if = "Texts::is_none")]
    holder_type: Texts,
    #[serde(default, skip_serializing_if = "Face::is_empty")]
    face: Face,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<StatusRecord>,
}

/// Why a record is no license. Read as text only, through serde.
#[derive(Debug, thiserror::Error)]
enum RecordFault {
    #[error("{0}")]
    Identifier(LicenseIdError),
    #[error("license: {} differs from the identifier", .0.name())]
    Differs(Element),
    #[error("license: {} is not a date as YYYY-MM-DD", .0.name())]
    Date(Element),
    #[error("license: holder code and holder type stand together or not at all")]
    HalfHolder,
    #[error("license: holder: {0}")]
    Holder(gov_identity::ParseError),
    #[error("license: {} is an array of less than two", .0.name())]
    Several(Element),
    #[error("license: the issuing bodies have not as many names as codes")]
    Issuers,
    #[error("license: the holders have not as many names as codes")]
    Holders,
    #[error("license: {}: {}", Element::IssuingAuthorityCode.name(), .0)]
    Issuer(gov_identity::ParseError),
    #[error("license: the status is not a place in a list")]
    Status,
    #[error("{0}")]
    License(LicenseError),
}

impl Serialize for License {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Record::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for License {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let record = Record::deserialize(deserializer)
            .map_err(|_| D::Error::custom("expected the elements of a license by their names"))?;
        Self::try_from(record).map_err(D::Error::custom)
    }
}

impl From<&License> for Record {
    fn from(license: &License) -> Self {
        let date = |date| write_date(date).unwrap_or_default();
        let status = license.status();
        Self {
            id: license.id().to_string(),
            type_code: license.type_code().to_string(),
            name: license.name().to_owned(),
            number: license.number().to_owned(),
            issuing_authority_name: Texts::of(
                std::iter::once(license.issuing_authority_name())
                    .chain(license.joint_issuers().map(|(_, name)| name)),
            ),
            issuer: Texts::of(
                std::iter::once(license.issuer())
                    .chain(license.joint_issuers().map(|(code, _)| code)),
            ),
            issued_on: date(license.issued_on()),
            first: date(license.period().first()),
            last: license.period().last().map(date),
            holder_name: Texts::of(license.holder_names()),
            holder_code: Texts::of(license.holders().iter().map(IdentityKey::expose_number)),
            holder_type: Texts::of(license.holders().iter().map(IdentityKey::holder_code)),
            face: license.face().clone(),
            status: status
                .map(|status| StatusRecord { uri: status.uri().to_owned(), idx: status.index() }),
        }
    }
}

impl TryFrom<Record> for License {
    type Error = RecordFault;

    fn try_from(record: Record) -> Result<Self, RecordFault> {
        let id = LicenseId::parse(&record.id).map_err(RecordFault::Identifier)?;
        if LicenseTypeCode::parse(&record.type_code) != Ok(id.type_code()) {
            return Err(RecordFault::Differs(Element::TypeCode));
        }
        let codes = record.issuer.read(Element::IssuingAuthorityCode)?;
        let names = record.issuing_authority_name.read(Element::IssuingAuthorityName)?;
        if codes.first().map(|code| CreditCode::parse(code)) != Some(Ok(id.issuer())) {
            return Err(RecordFault::Differs(Element::IssuingAuthorityCode));
        }
        if codes.len() != names.len() {
            return Err(RecordFault::Issuers);
        }
        let mut names = names.into_iter();
        let issuing_authority_name = names.next().unwrap_or_default();
        let joint = codes.iter().skip(1).zip(names);
        let joint = joint.map(|(code, name)| Ok((CreditCode::parse(code)?, name)));
        let joint_issuers = joint.collect::<Result<_, _>>().map_err(RecordFault::Issuer)?;
        let holders = holders(record.holder_type, record.holder_code)?;
        let holder_names = record.holder_name.read(Element::HolderName)?;
        if !holders.is_empty() && !holder_names.is_empty() && holders.len() != holder_names.len() {
            return Err(RecordFault::Holders);
        }
        let first = date(Element::EffectiveDate, &record.first)?;
        let last = record.last.map(|text| date(Element::ExpiringDate, &text)).transpose()?;
        let period = Period::try_new(first, last);
        let status = record.status.map(|status| StatusReference::try_new(status.uri, status.idx));
        Self {
            id,
            name: record.name,
            number: record.number,
            issuing_authority_name,
            joint_issuers,
            issued_on: date(Element::IssuedDate, &record.issued_on)?,
            period: period.ok_or(RecordFault::License(LicenseError::Period))?,
            holders,
            holder_names,
            face: record.face,
            status: status.transpose().map_err(|_| RecordFault::Status)?,
        }
        .checked()
        .map_err(RecordFault::License)
    }
}

fn date(element: Element, text: &str) -> Result<NaiveDate, RecordFault> {
    read_date(text).ok_or(RecordFault::Date(element))
}

fn holders(kinds: Texts, numbers: Texts) -> Result<Vec<IdentityKey>, RecordFault> {
    let (kinds, numbers) = (kinds.read(Element::HolderType)?, numbers.read(Element::HolderCode)?);
    if kinds.len() != numbers.len() {
        return Err(RecordFault::HalfHolder);
    }
    let keys = kinds.iter().zip(&numbers);
    keys.map(|(kind, number)| IdentityKey::parse(&format!("{kind}:{number}")))
        .collect::<Result<_, _>>()
        .map_err(RecordFault::Holder)
}
