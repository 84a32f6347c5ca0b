//! `license copy`.

use std::path::Path;

use chrono::Days;
use gov_license::Issuer;
use gov_license::gov_identity::CreditCode;

use crate::paper::{self, Ended, Failure, Paper};
use crate::{Chosen, Output};

/// The library: the body it belongs to, which is the issuer unless told
/// otherwise, and the files of its key and its certificates.
type Library<'a> = (Option<CreditCode>, &'a Path, &'a Path);

pub(crate) fn run(
    file: &Path,
    (maker, key, chain): Library<'_>,
    chosen: &Chosen,
    (user, purpose): (&str, &str),
    days: u64,
    output: &Output,
) -> Ended<bool> {
    let license = chosen.of(Paper::license(file)?)?;
    let at = output.at()?;
    let until = at.checked_add_days(Days::new(days));
    let until = until.ok_or_else(|| Failure::unreadable("天数过大", "too many days"))?;
    let maker = maker.unwrap_or_else(|| license.unverified().issuer());
    let issuer = Issuer::try_new(maker, paper::key(key)?, paper::certificates(chain)?)
        .map_err(|error| Failure::refused(error.zh(), error))?;
    let copy = issuer
        .annotate(&license, user, purpose, at, until)
        .map_err(|error| Failure::refused(error.zh(), error))?;
    output.write(copy.as_str())
}
