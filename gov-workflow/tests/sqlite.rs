//! The store keeps what it confirmed, once, in order, for ever.

#![cfg(feature = "sqlite")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails where it stands"
)]

#[path = "fixture/town.rs"]
mod town;
#[path = "fixture/variants.rs"]
mod variants;

use std::path::Path;

use gov_workflow::store::{Appended, RequestKey, SqliteStore, StoreError, Tenant};
use gov_workflow::{CaseNumber, Event, Tampering};
use rusqlite::Connection;
use town::{Desk, every_event, rules};

fn tenant(text: &str) -> Tenant {
    Tenant::parse(text).unwrap()
}

fn case() -> CaseNumber {
    CaseNumber::parse("2026-0001").unwrap()
}

fn key(text: &str) -> RequestKey {
    RequestKey::parse(text).unwrap()
}

fn events() -> Vec<Event> {
    Desk::reviewed(rules()).events
}

/// The first case of a store, whose first three events came in two requests.
fn begun(store: &mut SqliteStore) {
    let (city, mut events) = (tenant("640200"), events());
    events.truncate(3);
    let (first, rest) = events.split_at(1);
    let stored = store.append(&city, &case(), 0, &key("a"), first);
    assert_eq!(stored, Ok(Appended::Stored { version: 1 }));
    let stored = store.append(&city, &case(), 1, &key("b"), rest);
    assert_eq!(stored, Ok(Appended::Stored { version: 3 }));
}

#[test]
fn what_was_stored_is_loaded() {
    let mut store = SqliteStore::in_memory().unwrap();
    begun(&mut store);
    let history = store.load(&tenant("640200"), &case()).unwrap();
    assert_eq!(history.count(), 3);
    assert_eq!(history.events(), Ok(events()[..3].to_vec()));
    assert_eq!(history.replay().unwrap().version(), 3);
}

#[test]
fn every_kind_of_event_survives_the_store() {
    let mut store = SqliteStore::in_memory().unwrap();
    let all = every_event();
    store.append(&tenant("640200"), &case(), 0, &key("a"), &all).unwrap();
    assert_eq!(store.load(&tenant("640200"), &case()).unwrap().events(), Ok(all));
}

#[test]
fn the_number_of_a_void_case_is_never_used_again() {
    let mut store = SqliteStore::in_memory().unwrap();
    let void = Desk::received(rules())
        .done(&town::window(), &variants::propose_void(), "2026-03-02T10:00:00")
        .done(&town::decider(), &gov_workflow::Command::Void, "2026-03-02T11:00:00");
    let (city, number) = (tenant("640200"), void.case.filing().unwrap().case.clone());
    store.append(&city, &number, 0, &key("a"), &void.events).unwrap();
    let anew = store.append(&city, &number, 0, &key("b"), &void.events[..1]);
    assert_eq!(anew, Err(StoreError::Conflict { expected: 0, found: 3 }));
    let case = store.load(&city, &number).unwrap().replay().unwrap();
    let (citizen, anew) = (town::citizen(), town::receive(&[]));
    let refused = case.decide(&void.rules, &anew, &citizen, town::at("2026-03-03T09:00:00"));
    assert_eq!(refused.unwrap_err().code(), "wrong-state");
}

#[test]
fn who_is_slower_gets_a_conflict_and_stores_nothing() {
    let mut store = SqliteStore::in_memory().unwrap();
    begun(&mut store);
    let (city, events) = (tenant("640200"), events());
    for expected in [0, 2, 4, u64::MAX] {
        let slower = store.append(&city, &case(), expected, &key("c"), &events[3..]);
        assert_eq!(slower, Err(StoreError::Conflict { expected, found: 3 }));
    }
    assert_eq!(store.load(&city, &case()).unwrap().count(), 3);
    assert_eq!(store.version_after(&city, &case(), &key("c")), Ok(None), "the key is free");
    let again = store.append(&city, &case(), 3, &key("c"), &events[3..]);
    assert_eq!(again, Ok(Appended::Stored { version: 4 }));
}

#[test]
fn a_repeated_request_is_stored_once() {
    let mut store = SqliteStore::in_memory().unwrap();
    begun(&mut store);
    let (city, mut events) = (tenant("640200"), events());
    for expected in [0, 1, 3] {
        let repeated = store.append(&city, &case(), expected, &key("b"), &events[1..3]);
        assert_eq!(repeated, Ok(Appended::Repeated { version: 3 }));
        assert_eq!(repeated.unwrap().version(), 3);
    }
    // A second attempt decides again, a moment later.
    events[1].at += chrono::TimeDelta::seconds(1);
    let later = store.append(&city, &case(), 1, &key("b"), &events[1..3]);
    assert_eq!(later, Ok(Appended::Repeated { version: 3 }));
    assert_eq!(store.load(&city, &case()).unwrap().count(), 3);
    assert_eq!(store.version_after(&city, &case(), &key("a")), Ok(Some(1)));

    let other = store.append(&city, &case(), 3, &key("b"), &events[3..]);
    assert_eq!(other, Err(StoreError::KeyReused));
    assert_eq!(store.load(&city, &case()).unwrap().count(), 3);
}

#[test]
fn tenants_and_cases_do_not_see_each_other() {
    let mut store = SqliteStore::in_memory().unwrap();
    begun(&mut store);
    let elsewhere = [
        (tenant("640300"), case()),
        (tenant("640200"), CaseNumber::parse("2026-0002").unwrap()),
        (tenant("6402002026-0001"), CaseNumber::parse("1").unwrap()),
    ];
    for (tenant, case) in elsewhere {
        assert_eq!(store.load(&tenant, &case).unwrap().count(), 0);
        assert_eq!(store.version_after(&tenant, &case, &key("a")), Ok(None));
        let first = store.append(&tenant, &case, 0, &key("a"), &events()[..1]);
        assert_eq!(first, Ok(Appended::Stored { version: 1 }));
    }
}

#[test]
fn nothing_is_not_a_request() {
    let mut store = SqliteStore::in_memory().unwrap();
    let nothing = store.append(&tenant("640200"), &case(), 0, &key("a"), &[]);
    assert_eq!(nothing, Err(StoreError::Nothing));
}

#[test]
fn a_file_is_opened_again_and_by_two_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db");
    begun(&mut SqliteStore::open(&path).unwrap());
    let (mut one, mut other) =
        (SqliteStore::open(&path).unwrap(), SqliteStore::open(&path).unwrap());
    let (city, events) = (tenant("640200"), events());
    let stored = one.append(&city, &case(), 3, &key("c"), &events[3..4]);
    assert_eq!(stored, Ok(Appended::Stored { version: 4 }));
    let slower = other.append(&city, &case(), 3, &key("d"), &events[3..4]);
    assert_eq!(slower, Err(StoreError::Conflict { expected: 3, found: 4 }));
    assert_eq!(other.load(&city, &case()).unwrap().events(), Ok(events[..4].to_vec()));
}

#[test]
fn many_writers_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db");
    drop(SqliteStore::open(&path).unwrap());
    let withdrawn = &events()[..1];
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let path = &path;
            scope.spawn(move || {
                let mut store = SqliteStore::open(path).unwrap();
                for number in 0..10 {
                    let key = key(&format!("{writer}-{number}"));
                    loop {
                        let version = store.load(&tenant("t"), &case()).unwrap().count();
                        match store.append(&tenant("t"), &case(), version, &key, withdrawn) {
                            Ok(_) => break,
                            Err(StoreError::Conflict { .. }) => {}
                            Err(other) => panic!("{other}"),
                        }
                    }
                }
            });
        }
    });
    let store = SqliteStore::open(&path).unwrap();
    assert_eq!(store.load(&tenant("t"), &case()).unwrap().count(), 40);
}

#[test]
fn the_log_is_written_ahead() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db");
    let mut store = SqliteStore::open(&path).unwrap();
    begun(&mut store);
    let mode: String =
        raw(&path).pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    assert!(folder.path().join("cases.db-wal").exists());
}

fn raw(path: &Path) -> Connection {
    Connection::open(path).unwrap()
}

#[test]
fn rows_are_only_added() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cases.db");
    begun(&mut SqliteStore::open(&path).unwrap());
    let raw = raw(&path);
    for statement in [
        "UPDATE case_event SET event = '{}'",
        "DELETE FROM case_event",
        "DELETE FROM case_event WHERE number = 3",
        "UPDATE case_request SET version = 9",
        "DELETE FROM case_request",
        "INSERT OR REPLACE INTO case_event SELECT * FROM case_event WHERE number = 3",
        "INSERT OR REPLACE INTO case_request SELECT * FROM case_request",
        "INSERT INTO case_event SELECT tenant, case_number, 5, hash, hash, event FROM case_event WHERE number = 3",
        "INSERT INTO case_event SELECT tenant, case_number, 4, before, hash, event FROM case_event WHERE number = 3",
    ] {
        let error = raw.execute(statement, []).unwrap_err().to_string();
        assert!(error == "append only" || error == "chain broken", "{statement}: {error}");
    }
}

#[test]
fn what_gets_past_the_triggers_is_found_by_the_chain() {
    let city = tenant("640200");
    for (statement, finding) in [
        (
            "UPDATE case_event SET event = event || ' ' WHERE number = 2",
            Tampering::Changed { event: 2 },
        ),
        ("DELETE FROM case_event WHERE number = 2", Tampering::Deleted { event: 2 }),
        ("DELETE FROM case_event WHERE number = 1", Tampering::Deleted { event: 1 }),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.db");
        begun(&mut SqliteStore::open(&path).unwrap());
        let raw = raw(&path);
        raw.execute_batch("DROP TRIGGER case_event_update; DROP TRIGGER case_event_delete;")
            .unwrap();
        raw.execute(statement, []).unwrap();
        let found = SqliteStore::open(&path).unwrap().load(&city, &case());
        assert_eq!(found, Err(StoreError::Tampered(finding)), "{statement}");
    }
}

#[test]
fn a_file_of_another_kind_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("foreign.db");
    raw(&foreign).execute_batch("CREATE TABLE something (x)").unwrap();
    let error = SqliteStore::open(&foreign).map(drop);
    assert_eq!(error, Err(StoreError::Layout { expected: 1, found: 0 }));
    let newer = folder.path().join("newer.db");
    raw(&newer).execute_batch("PRAGMA user_version = 2").unwrap();
    let error = SqliteStore::open(&newer).map(drop);
    assert_eq!(error, Err(StoreError::Layout { expected: 1, found: 2 }));
    let text = folder.path().join("text.db");
    std::fs::write(&text, "not a database, but long enough to be taken for one".repeat(9)).unwrap();
    let error = SqliteStore::open(&text).map(drop);
    assert_eq!(error, Err(StoreError::Engine { code: 26 }), "SQLITE_NOTADB");
    let nowhere = folder.path().join("no").join("folder.db");
    let error = SqliteStore::open(&nowhere).map(drop).unwrap_err();
    assert!(!error.to_string().contains("folder"), "{error}");
}

#[test]
fn errors_are_told_in_both_languages() {
    for (error, code, english, zh) in [
        (
            StoreError::Conflict { expected: 1, found: 2 },
            "conflict",
            "store: the case is at version 2, expected 1",
            "办件刚被他人更新，请刷新后重试",
        ),
        (
            StoreError::KeyReused,
            "key-reused",
            "store: the request key was used for other events",
            "该幂等键已用于另一请求",
        ),
        (StoreError::Nothing, "nothing", "store: no events", "没有要保存的事件"),
        (
            StoreError::Tampered(Tampering::Deleted { event: 2 }),
            "deleted",
            "store: history: event 2 was deleted",
            "办件履历第2条被删除",
        ),
        (
            StoreError::Layout { expected: 1, found: 2 },
            "layout",
            "store: the file has layout 2, expected 1",
            "办件库文件格式为2，应为1",
        ),
        (
            StoreError::NoLog,
            "no-log",
            "store: the file cannot have a write-ahead log",
            "该文件系统不支持预写日志",
        ),
        (
            StoreError::Engine { code: 13 },
            "engine",
            "store: the engine failed with code 13",
            "数据库出错，代码13",
        ),
    ] {
        assert_eq!((error.code(), error.to_string().as_str()), (code, english));
        assert_eq!(error.zh(), zh);
    }
}
