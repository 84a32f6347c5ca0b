//! Checking CSV files as people keep them.
#![cfg(feature = "csv")]

use std::io::{self, Read};
use std::ops::ControlFlow;

use gov_identity::{Column, CsvError, RowCheck, RowFinding, RowFindings, Subject, check_csv};

const BAD: &str = "110105194913310021";

fn check() -> RowCheck {
    RowCheck::new([Column::Any, Column::Required(Subject::ResidentId)])
}

/// Rows and columns of the findings.
fn places(file: &[u8], has_heading: bool) -> Vec<(u64, usize, &'static str)> {
    let mut findings = RowFindings::up_to(99);
    let result = check_csv(file, has_heading, &check(), |report| findings.take(report));
    assert!(result.is_ok());
    let place = |finding: &RowFinding| (finding.row(), finding.column(), finding.code());
    findings.list().iter().map(place).collect()
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    let dated = |row| (row, 2, "date");
    assert_eq!(places(format!("a,{BAD}\nb,{BAD}\n").as_bytes(), false), [dated(1), dated(2)]);
    assert_eq!(places(format!("姓名,号码\nb,{BAD}").as_bytes(), true), [dated(2)]);
    assert_eq!(places(format!("a,b\r\nb,{BAD}\r\n").as_bytes(), true), [dated(2)], "CRLF");
    assert_eq!(
        places(format!("\u{feff}a,{BAD}\n").as_bytes(), false),
        [dated(1)],
        "byte order mark"
    );
    let empty = format!("a,{BAD}\n\n\nb,{BAD}\n\r\nc,{BAD}\n");
    assert_eq!(
        places(empty.as_bytes(), false),
        [dated(1), dated(4), dated(6)],
        "empty lines count"
    );
    let tall = format!("\"a\nb\nc\",{BAD}\nd,{BAD}\n");
    assert_eq!(places(tall.as_bytes(), false), [dated(1), dated(2)], "a tall cell is one row");
    let both = format!("\n\"a\nb\",{BAD}\n\nd,{BAD}\n");
    assert_eq!(places(both.as_bytes(), false), [dated(2), dated(4)]);
    let heading = format!("\n姓名,号码\nb,{BAD}\n");
    assert_eq!(
        places(heading.as_bytes(), true)[0],
        (2, 2, "length"),
        "an empty first line is the heading's row"
    );
}

#[test]
fn rows_of_any_length_and_bytes_of_any_kind_are_taken() {
    let mut file =
        b"\xd5\xc5\xc8\xfd,11010519491231002X\nalone\n\"a\"\"b\",11010519491231002X,more\n"
            .to_vec();
    assert_eq!(places(&file, false), [(2, 2, "missing")], "names in GBK are not looked at");
    file.extend(b"x,\xff\n");
    assert_eq!(places(&file, false), [(2, 2, "missing"), (4, 2, "not-text")]);
    assert_eq!(places(b"", false), []);
    assert_eq!(places(b"only,a heading", true), []);
}

#[test]
fn the_heading_is_not_a_row_of_the_summary() {
    let file = format!("a,b\nc,{BAD}\n");
    let rows = |has_heading| {
        check_csv(file.as_bytes(), has_heading, &check(), |_| ControlFlow::Continue(()))
            .unwrap()
            .rows()
    };
    assert_eq!((rows(true), rows(false)), (1, 2));
}

#[test]
fn the_caller_breaks_off() {
    let file = format!("a,{BAD}\nb,{BAD}\n");
    let summary = check_csv(file.as_bytes(), false, &check(), |_| ControlFlow::Break(())).unwrap();
    assert_eq!((summary.rows(), summary.errors(), summary.is_stopped()), (1, 1, true));
}

#[test]
fn a_row_that_never_ends_is_given_up_after_a_megabyte() {
    let endless = "\"".as_bytes().chain(io::repeat(b'x'));
    let counted = Counted { inner: endless, read: 0 };
    let mut counted = counted;
    let error =
        check_csv(&mut counted, false, &check(), |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "long-row");
    assert_eq!(error.to_string(), "CSV file: a row is longer than 1048576 bytes");
    assert_eq!(error.zh(), "CSV文件：某一行超过1048576字节");
    assert!(counted.read < 2 * CsvError::MAX_ROW, "{}", counted.read);

    // Many rows that are long together are no long row.
    let line = format!("{},11010519491231002X\n", "x".repeat(500_000));
    let file = line.repeat(10);
    let summary =
        check_csv(file.as_bytes(), false, &check(), |_| ControlFlow::Continue(())).unwrap();
    assert_eq!((summary.rows(), summary.errors()), (10, 0));
}

/// Counts what is read.
struct Counted<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.read += u64::try_from(length).unwrap_or(u64::MAX);
        Ok(length)
    }
}

#[test]
fn a_file_that_cannot_be_read_on_is_an_error() {
    struct Torn;
    impl Read for Torn {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("torn 11010519491231002X"))
        }
    }
    let error = check_csv(Torn, false, &check(), |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), "io");
    assert_eq!(error.to_string(), "CSV file: it cannot be read on");
    assert_eq!(error.zh(), "CSV文件：无法继续读取");
}
