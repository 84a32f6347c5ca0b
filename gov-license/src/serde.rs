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
use crate::license::{License, LicenseError};
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
    issuing_authority_name: String,
    #[serde(rename = "CertificateIssuingAuthorityCode")]
    issuer: String,
    #[serde(rename = "CertificateIssuedDate")]
    issued_on: String,
    #[serde(rename = "CertificateEffectiveDate")]
    first: String,
    #[serde(rename = "CertificateExpiringDate", default, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    #[serde(rename = "CertificateHolderName", default, skip_serializing_if = "Option::is_none")]
    holder_name: Option<String>,
    #[serde(rename = "CertificateHolderCode", default, skip_serializing_if = "Option::is_none")]
    holder_code: Option<String>,
    #[serde(rename = "CertificateHolderType", default, skip_serializing_if = "Option::is_none")]
    holder_type: Option<String>,
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
            issuing_authority_name: license.issuing_authority_name().to_owned(),
            issuer: license.issuer().to_string(),
            issued_on: date(license.issued_on()),
            first: date(license.period().first()),
            last: license.period().last().map(date),
            holder_name: license.holder_name().map(str::to_owned),
            holder_code: license.holder().map(|key| key.expose_number().to_owned()),
            holder_type: license.holder().map(|key| key.holder_code().to_owned()),
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
        if CreditCode::parse(&record.issuer) != Ok(id.issuer()) {
            return Err(RecordFault::Differs(Element::IssuingAuthorityCode));
        }
        let first = date(Element::EffectiveDate, &record.first)?;
        let last = record.last.map(|text| date(Element::ExpiringDate, &text)).transpose()?;
        let period = Period::try_new(first, last);
        let status = record.status.map(|status| StatusReference::try_new(status.uri, status.idx));
        Self {
            id,
            name: record.name,
            number: record.number,
            issuing_authority_name: record.issuing_authority_name,
            issued_on: date(Element::IssuedDate, &record.issued_on)?,
            period: period.ok_or(RecordFault::License(LicenseError::Period))?,
            holder: holder(record.holder_type, record.holder_code)?,
            holder_name: record.holder_name,
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

fn holder(
    kind: Option<String>,
    number: Option<String>,
) -> Result<Option<IdentityKey>, RecordFault> {
    match (kind, number) {
        (None, None) => Ok(None),
        (Some(kind), Some(number)) => {
            let key = IdentityKey::parse(&format!("{kind}:{number}"));
            key.map(Some).map_err(RecordFault::Holder)
        }
        _ => Err(RecordFault::HalfHolder),
    }
}
