//! A store in one SQLite file.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::{Appended, RequestKey, StoreError, Tenant};
use crate::hex::{Hash, hex, sha256};
use crate::history::History;
use crate::tampering::LineError;
use crate::{CaseNumber, Event};

/// The layout of the file, kept in its `user_version`.
const LAYOUT: i64 = 1;

/// The events of cases in one SQLite file (办件库).
///
/// A write-ahead log with full synchronization: what [`append`](Self::append) confirmed survives
/// a loss of power. Rows are only added; triggers refuse everything else, also
/// from other programs. Several stores may be open on one file.
///
/// ```
/// use gov_workflow::CaseNumber;
/// use gov_workflow::store::{SqliteStore, Tenant};
///
/// let store = SqliteStore::in_memory()?;
/// let nothing = store.load(&Tenant::parse("640200").unwrap(), &CaseNumber::parse("1").unwrap())?;
/// assert_eq!(nothing.count(), 0);
/// # Ok::<(), gov_workflow::store::StoreError>(())
/// ```
#[doc(alias = "办件库")]
#[derive(Debug)]
pub struct SqliteStore {
    connection: Connection,
}

impl SqliteStore {
    /// Opens the file, or makes it.
    ///
    /// # Errors
    ///
    /// A file with another layout, one that is no database, one that cannot be
    /// written or cannot have a write-ahead log.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        let mode: String =
            connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
        if mode != "wal" {
            return Err(StoreError::NoLog);
        }
        Self::prepare(connection)
    }

    /// A store that lives as long as this value, for tests and demonstrations.
    ///
    /// # Errors
    ///
    /// When the engine fails.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(mut connection: Connection) -> Result<Self, StoreError> {
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "trusted_schema", false)?;
        let step = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = step.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let tables: i64 =
            step.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        match (found, tables) {
            (LAYOUT, _) => {}
            (0, 0) => {
                step.execute_batch(include_str!("sqlite.sql"))?;
                step.pragma_update(None, "user_version", LAYOUT)?;
            }
            _ => return Err(StoreError::Layout { expected: LAYOUT, found }),
        }
        step.commit()?;
        Ok(Self { connection })
    }

    /// Stores the events of one decision, all or none.
    ///
    /// A key that was used before answers [`Appended::Repeated`] when the same facts come
    /// again, whoever was faster since; times and people are not compared, as a
    /// second attempt has its own.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] when the case has another version than `expected_version`,
    /// [`StoreError::KeyReused`] when the key came with other facts, and what the engine
    /// cannot do. Nothing is stored then.
    pub fn append(
        &mut self,
        tenant: &Tenant,
        case: &CaseNumber,
        expected_version: u64,
        key: &RequestKey,
        events: &[Event],
    ) -> Result<Appended, StoreError> {
        let lines = json(events)?;
        let facts = fingerprint(events)?;
        let step = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some((version, stored)) = request(&step, tenant, case, key)? {
            let repeated = stored == facts;
            return if repeated {
                Ok(Appended::Repeated { version })
            } else {
                Err(StoreError::KeyReused)
            };
        }
        let mut end = end(&step, tenant, case)?;
        if end.count() != expected_version {
            return Err(StoreError::Conflict { expected: expected_version, found: end.count() });
        }
        for line in &lines {
            let before = end.head();
            end.append(line)?;
            let place = params![
                tenant.as_str(),
                case.as_str(),
                integer(end.count()),
                before,
                end.head(),
                line
            ];
            step.prepare_cached(
                "INSERT INTO case_event (tenant, case_number, number, before, hash, event) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(place)?;
        }
        let version = end.count();
        step.prepare_cached(
            "INSERT INTO case_request (tenant, case_number, request_key, version, facts) \
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            tenant.as_str(),
            case.as_str(),
            key.as_str(),
            integer(version),
            facts
        ])?;
        step.commit()?;
        Ok(Appended::Stored { version })
    }

    /// The history of a case, with its chain checked; empty when there is none.
    ///
    /// Only a [`Checkpoint`](crate::Checkpoint) kept elsewhere shows that the last events are gone.
    ///
    /// # Errors
    ///
    /// What was tampered with, and what the engine cannot do.
    pub fn load(&self, tenant: &Tenant, case: &CaseNumber) -> Result<History, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT number, before, hash, event FROM case_event \
             WHERE tenant = ?1 AND case_number = ?2 ORDER BY number",
        )?;
        let rows = query.query_map([tenant.as_str(), case.as_str()], |row| {
            let (number, event): (i64, String) = (row.get(0)?, row.get(3)?);
            let (before, hash): (Hash, Hash) = (row.get(1)?, row.get(2)?);
            Ok(format!("{number} {} {} {event}\n", hex(&before), hex(&hash)))
        })?;
        let text: String = rows.collect::<Result<_, _>>()?;
        Ok(History::verify(case, text.as_bytes(), None)?)
    }

    /// The version of the case right after the request with this key; none when no
    /// such request was stored. To be asked before deciding anew on a request that
    /// comes a second time.
    ///
    /// # Errors
    ///
    /// What the engine cannot do.
    pub fn version_after(
        &self,
        tenant: &Tenant,
        case: &CaseNumber,
        key: &RequestKey,
    ) -> Result<Option<u64>, StoreError> {
        Ok(request(&self.connection, tenant, case, key)?.map(|(version, _)| version))
    }
}

/// The version and the facts of an earlier request.
fn request(
    connection: &Connection,
    tenant: &Tenant,
    case: &CaseNumber,
    key: &RequestKey,
) -> Result<Option<(u64, Hash)>, StoreError> {
    let mut query = connection.prepare_cached(
        "SELECT version, facts FROM case_request \
         WHERE tenant = ?1 AND case_number = ?2 AND request_key = ?3",
    )?;
    let found: Option<(i64, Hash)> = query
        .query_row([tenant.as_str(), case.as_str(), key.as_str()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(found.map(|(version, facts)| (version.unsigned_abs(), facts)))
}

/// The end of a case's chain.
fn end(step: &Transaction<'_>, tenant: &Tenant, case: &CaseNumber) -> Result<History, StoreError> {
    let mut query = step.prepare_cached(
        "SELECT number, hash FROM case_event WHERE tenant = ?1 AND case_number = ?2 \
         ORDER BY number DESC LIMIT 1",
    )?;
    let last: Option<(i64, Hash)> = query
        .query_row([tenant.as_str(), case.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match last {
        Some((number, hash)) => History::resume(case.clone(), number.unsigned_abs(), hash),
        None => History::new(case.clone()),
    })
}

fn json(events: &[Event]) -> Result<Vec<String>, StoreError> {
    if events.is_empty() {
        return Err(StoreError::Nothing);
    }
    let line = |event: &Event| event.to_json().map_err(|_| StoreError::Line(LineError::Empty));
    events.iter().map(line).collect()
}

/// What the events tell, without when and who.
fn fingerprint(events: &[Event]) -> Result<Hash, StoreError> {
    let facts: Vec<_> = events.iter().map(|event| &event.fact).collect();
    let facts = serde_json::to_vec(&facts).map_err(|_| StoreError::Line(LineError::Empty))?;
    Ok(sha256(&[&facts]))
}

/// SQLite counts to 2^63 - 1; no case has more events.
fn integer(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}

impl From<rusqlite::Error> for StoreError {
    /// Keeps the code and drops the text, which may name files and values.
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(cause, _) => Self::Engine { code: cause.extended_code },
            _ => Self::Engine { code: 0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SqliteStore;

    #[test]
    fn what_is_confirmed_is_synchronized() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path().join("cases.db")).unwrap();
        let level: i64 =
            store.connection.pragma_query_value(None, "synchronous", |row| row.get(0)).unwrap();
        assert_eq!(level, 2, "FULL");
    }
}
