//! What a verifier remembers of the licenses it has verified.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, FixedOffset};
use gov_identity::CreditCode;
use sha2::{Digest, Sha256};

use crate::license_id::LicenseId;
use crate::signed_license::SignedLicense;
use crate::type_code::LicenseTypeCode;
use crate::verify::{VerifiedLicense, VerifyError};

/// The versions seen of each license, and when each signed text was first in
/// hand.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    versions: BTreeMap<Series, BTreeMap<u16, i64>>,
    seen: BTreeMap<[u8; 32], i64>,
}

/// A license through all its versions: type, issuing body, serial.
type Series = (LicenseTypeCode, CreditCode, String);

impl Memory {
    pub(crate) const fn new() -> Self {
        Self { versions: BTreeMap::new(), seen: BTreeMap::new() }
    }

    /// Takes note of a license that was verified, and of the moment.
    pub(crate) fn remember(&mut self, verified: &VerifiedLicense<'_>) {
        let (signed, license) = (verified.signed(), verified.license());
        let since = license.period().starts().max(signed.issued_at());
        let versions = self.versions.entry(series(license.id())).or_default();
        keep_earliest(versions, license.id().version(), since);
        keep_earliest(&mut self.seen, digest(signed), verified.at().timestamp());
    }

    /// The highest version in force at the moment, where this is an older one.
    pub(crate) fn superseded(
        &self,
        id: &LicenseId,
        at: DateTime<FixedOffset>,
    ) -> Option<VerifyError> {
        if self.versions.is_empty() {
            return None;
        }
        let newer = self.versions.get(&series(id))?.range(id.version() + 1..);
        let mut begun = newer.filter(|(_, since)| **since <= at.timestamp());
        let (version, _) = begun.next_back()?;
        Some(VerifyError::Superseded { version: *version })
    }

    /// Whether this signed text was in hand before the moment, in Unix time.
    pub(crate) fn saw_before(&self, signed: &SignedLicense, moment: i64) -> bool {
        self.seen.get(&digest(signed)).is_some_and(|seen| *seen < moment)
    }
}

fn series(id: &LicenseId) -> Series {
    (id.type_code(), id.issuer(), id.serial().to_owned())
}

/// What was signed, certificates and all; which elements are shown plays no part.
fn digest(signed: &SignedLicense) -> [u8; 32] {
    Sha256::digest(signed.signed_bytes()).into()
}

fn keep_earliest<K: Ord>(moments: &mut BTreeMap<K, i64>, key: K, moment: i64) {
    let earliest = moments.entry(key).or_insert(moment);
    *earliest = moment.min(*earliest);
}

/// A serial may be a person's number.
impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Memory")
            .field("licenses", &self.versions.len())
            .field("texts", &self.seen.len())
            .finish()
    }
}
