//! A life as it is kept: the period and the acts, from which all else follows.
//!
//! What was kept is lived through again, act by act, so a life that cannot have
//! happened is refused.

use chrono::{DateTime, FixedOffset};
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::element::Element;
use crate::license_id::LicenseId;
use crate::license_id_error::LicenseIdError;
use crate::life::{Life, LifeAct, LifeError};
use crate::life_event::LifeEvent;
use crate::period::{Period, read_date, write_date};

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    #[serde(rename = "CertificateIdentifier")]
    id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(rename = "CertificateEffectiveDate")]
    first: String,
    #[serde(rename = "CertificateExpiringDate", default, skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    renewal_days: u32,
    acts: Vec<ActRecord>,
}

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ActRecord {
    event: String,
    effective: String,
    recorded: String,
}

/// Why a record is no life. Read as text only, through serde.
#[derive(Debug, thiserror::Error)]
enum RecordFault {
    #[error("{0}")]
    Identifier(LicenseIdError),
    #[error("life: the previous version is not the one before")]
    Previous,
    #[error("life: {} is not a date as YYYY-MM-DD", .0.name())]
    Date(Element),
    #[error("life: the last day of validity comes before the first")]
    Period,
    #[error("life: act {0}: not an event")]
    Event(usize),
    #[error("life: act {0}: not a moment as RFC 3339 writes it")]
    Moment(usize),
    #[error("life: act {number}: {fault}")]
    Act { number: usize, fault: LifeError },
}

impl Serialize for Life {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let date = |date| {
            write_date(date).ok_or(serde::ser::Error::custom("life: the year is not written"))
        };
        let act = |act: &LifeAct| ActRecord {
            event: act.event().code().to_owned(),
            effective: act.effective().to_rfc3339(),
            recorded: act.recorded().to_rfc3339(),
        };
        Record {
            id: self.id().to_string(),
            previous: self.previous().map(LicenseId::to_string),
            first: date(self.period().first())?,
            last: self.period().last().map(date).transpose()?,
            renewal_days: self.renewal_days,
            acts: self.acts().iter().map(act).collect(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Life {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let record = Record::deserialize(deserializer)
            .map_err(|_| D::Error::custom("expected the life of a license by its acts"))?;
        Self::try_from(record).map_err(D::Error::custom)
    }
}

impl TryFrom<Record> for Life {
    type Error = RecordFault;

    fn try_from(record: Record) -> Result<Self, RecordFault> {
        let id = LicenseId::parse(&record.id).map_err(RecordFault::Identifier)?;
        let previous = record.previous.map(|text| LicenseId::parse(&text)).transpose();
        let previous = previous.map_err(RecordFault::Identifier)?;
        if previous.is_some() && previous != id.previous_version() {
            return Err(RecordFault::Previous);
        }
        let day = |element, text: &str| read_date(text).ok_or(RecordFault::Date(element));
        let first = day(Element::EffectiveDate, &record.first)?;
        let last = record.last.map(|text| day(Element::ExpiringDate, &text)).transpose()?;
        let period = Period::try_new(first, last).ok_or(RecordFault::Period)?;
        let mut life = Self::new(id, period).with_renewal_days(record.renewal_days);
        life.previous = previous;
        for (number, act) in (1..).zip(record.acts) {
            let event = LifeEvent::parse(&act.event).ok_or(RecordFault::Event(number))?;
            let (effective, recorded) =
                (moment(number, &act.effective)?, moment(number, &act.recorded)?);
            let act = LifeAct { event, effective, recorded };
            life.push(act).map_err(|fault| RecordFault::Act { number, fault })?;
        }
        Ok(life)
    }
}

fn moment(number: usize, text: &str) -> Result<DateTime<FixedOffset>, RecordFault> {
    DateTime::parse_from_rfc3339(text).map_err(|_| RecordFault::Moment(number))
}
