//! Whom the command line trusts.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::Args;
use gov_license::{ObjectId, SignedStatusList, StatusBook, TrustPolicy, TrustStore, UnknownStatus};

use crate::paper::{self, Ended, Failure};

/// Anchors, purposes, lists. The purposes of the demonstration stand under the
/// number that RFC 5612 keeps for documentation; a real trust list names its own.
#[derive(Args)]
pub(crate) struct Trust {
    /// A root to trust, in PEM; as often as needed.
    #[arg(long, required = true)]
    root: Vec<PathBuf>,
    /// The extended key usage of certificates that sign licenses.
    #[arg(long, default_value = "1.3.6.1.4.1.32473.36903.1", value_parser = oid)]
    license_signing: ObjectId,
    /// The same for status lists.
    #[arg(long, default_value = "1.3.6.1.4.1.32473.36903.2", value_parser = oid)]
    status_signing: ObjectId,
    /// The same for annotated copies.
    #[arg(long, default_value = "1.3.6.1.4.1.32473.36903.3", value_parser = oid)]
    copy_signing: ObjectId,
    /// A status list to know the status by; as often as needed.
    #[arg(long)]
    status_list: Vec<PathBuf>,
    /// Accepts a license whose status cannot be learned.
    #[arg(long)]
    accept_unknown_status: bool,
    /// Certificates in PEM that a QR code is completed with.
    #[arg(long)]
    known: Vec<PathBuf>,
}

impl Trust {
    pub(crate) fn store(&self) -> Ended<TrustStore> {
        let mut policy = TrustPolicy::new(self.license_signing.clone())
            .with_status_signing(self.status_signing.clone())
            .with_copy_signing(self.copy_signing.clone());
        if self.accept_unknown_status {
            policy = policy.with_unknown_status(UnknownStatus::Accept);
        }
        let mut store = TrustStore::new(policy);
        for path in &self.root {
            store.add_root_pem(&paper::text(path)?).map_err(|error| {
                let file = path.display();
                Failure::unreadable(format!("{file}：{}", error.zh()), format!("{file}: {error}"))
            })?;
        }
        Ok(store)
    }

    /// The lists, checked as they come in.
    pub(crate) fn book(&self, store: &TrustStore, at: DateTime<FixedOffset>) -> Ended<StatusBook> {
        let mut book = StatusBook::new();
        for path in &self.status_list {
            let file = path.display();
            let text = paper::text(path)?;
            let list = SignedStatusList::parse(text.trim_end()).map_err(|error| {
                Failure::unreadable(format!("{file}：{}", error.zh()), format!("{file}: {error}"))
            })?;
            book.add(list, store, at).map_err(|error| {
                Failure::refused(format!("{file}：{}", error.zh()), format!("{file}: {error}"))
            })?;
        }
        Ok(book)
    }

    pub(crate) fn known(&self) -> Ended<Vec<Vec<u8>>> {
        known(&self.known)
    }
}

/// All certificates of these files.
pub(crate) fn known(paths: &[PathBuf]) -> Ended<Vec<Vec<u8>>> {
    let each: Vec<_> =
        paths.iter().map(|path| paper::certificates(path)).collect::<Result<_, _>>()?;
    Ok(each.into_iter().flatten().collect())
}

fn oid(text: &str) -> Result<ObjectId, String> {
    ObjectId::parse(text).ok_or_else(|| "not an object identifier".into())
}
