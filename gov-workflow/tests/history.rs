//! A history shows where it was broken.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails where it stands")]

#[cfg(feature = "sm")]
use gov_workflow::ChainDigest;
use gov_workflow::{CaseNumber, Checkpoint, History, LineError, Tampering};

fn case() -> CaseNumber {
    CaseNumber::parse("2026-0001").unwrap()
}

fn history(events: u32) -> History {
    let mut history = History::new(case());
    for number in 1..=events {
        history.append(&format!("{{\"event\":{number},\"名\":\"甲\"}}")).unwrap();
    }
    history
}

fn found(text: impl AsRef<[u8]>, checkpoint: Option<&Checkpoint>) -> Result<(), Tampering> {
    History::verify(&case(), text.as_ref(), checkpoint).map(drop)
}

fn lines(history: &History) -> Vec<String> {
    history.text().split_inclusive('\n').map(str::to_owned).collect()
}

#[test]
fn an_untouched_history_is_read_as_it_was_written() {
    for events in 0..5 {
        let history = history(events);
        let read = History::verify(&case(), history.text().as_bytes(), Some(&history.checkpoint()));
        assert_eq!(read.as_ref(), Ok(&history));
        let mut longer = read.unwrap();
        longer.append("{}").unwrap();
        assert_eq!(found(longer.text(), Some(&history.checkpoint())), Ok(()));
        assert_eq!(longer.lines().last(), Some("{}"));
        assert_eq!(longer.lines().count(), usize::try_from(longer.count()).unwrap());
    }
}

#[test]
fn the_first_line_is_what_the_documentation_says() {
    // Computed with coreutils: printf '…' | sha256sum.
    let mut history = History::new(case());
    history.append("{}").unwrap();
    let expected = "1 \
        c431605907d328636fe6689e35e9ad141221a115f6fab74f3763077b83ea7779 \
        829cdcbcda5d34231cf60ac476ae442750f5a4a5f8c8201732eed2685f0c2c6f {}\n";
    assert_eq!(history.text(), expected);
}

#[test]
fn a_checkpoint_holds_the_hash_of_the_last_line() {
    let history = history(3);
    let hash = history.text().lines().last().unwrap().split(' ').nth(2).unwrap();
    let byte = |pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
    let bytes: Vec<u8> = hash.as_bytes().chunks(2).map(byte).collect();
    assert_eq!(bytes, history.checkpoint().head());
}

#[test]
fn the_longest_event_is_taken_and_one_byte_more_is_not() {
    let mut history = History::new(case());
    let longest = "1".repeat(History::LONGEST);
    assert_eq!(history.append(&longest), Ok(()));
    assert_eq!(history.append(&format!("{longest}1")), Err(LineError::TooLong));
    assert_eq!(history.count(), 1);
}

#[test]
fn every_single_byte_changed_is_found_and_named() {
    let history = history(3);
    let text = history.text().as_bytes();
    let mut event = 1;
    for (index, original) in text.iter().enumerate() {
        for byte in 0..=u8::MAX {
            if byte != *original {
                let mut changed = text.to_vec();
                changed[index] = byte;
                assert_eq!(found(changed, None), Err(Tampering::Changed { event }), "byte {index}");
            }
        }
        event += u64::from(*original == b'\n');
    }
}

#[test]
fn every_single_byte_dropped_is_found_and_named() {
    let history = history(3);
    let text = history.text().as_bytes();
    let mut event = 1;
    for (index, byte) in text.iter().enumerate() {
        let mut dropped = text.to_vec();
        dropped.remove(index);
        assert_eq!(found(dropped, None), Err(Tampering::Changed { event }), "byte {index}");
        event += u64::from(*byte == b'\n');
    }
}

#[test]
fn every_single_byte_added_is_found_and_named() {
    let history = history(2);
    let text = history.text().as_bytes();
    let mut event = 1;
    for index in 0..=text.len() {
        for byte in 0..=u8::MAX {
            let mut longer = text.to_vec();
            longer.insert(index, byte);
            // A second line feed after a whole line is a line of its own.
            let doubled = byte == b'\n' && text.get(index) == Some(&b'\n');
            let event = event + u64::from(doubled);
            assert_eq!(found(longer, None), Err(Tampering::Changed { event }), "{byte} at {index}");
        }
        event += u64::from(text.get(index) == Some(&b'\n'));
    }
}

#[test]
fn a_deleted_event_is_named_wherever_it_stood() {
    let history = history(5);
    for gone in 1..5 {
        let mut lines = lines(&history);
        lines.remove(gone - 1);
        let event = u64::try_from(gone).unwrap();
        assert_eq!(found(lines.concat(), None), Err(Tampering::Deleted { event }));
    }
}

#[test]
fn moved_events_are_told_from_deleted_ones() {
    let history = history(5);
    for first in 0..5 {
        for second in first + 1..5 {
            let mut lines = lines(&history);
            lines.swap(first, second);
            let event = u64::try_from(second + 1).unwrap();
            assert_eq!(found(lines.concat(), None), Err(Tampering::Reordered { event }));
        }
        let mut lines = lines(&history);
        lines.insert(5, lines[first].clone());
        let event = u64::try_from(first + 1).unwrap();
        assert_eq!(found(lines.concat(), None), Err(Tampering::Reordered { event }), "twice");
    }
}

#[test]
fn a_cut_end_shows_against_a_checkpoint_and_only_there() {
    let history = history(5);
    let checkpoint = history.checkpoint();
    for left in 0..5 {
        let cut = lines(&history)[..left].concat();
        let event = u64::try_from(left + 1).unwrap();
        assert_eq!(found(&cut, Some(&checkpoint)), Err(Tampering::Truncated { event }));
        assert_eq!(found(&cut, None), Ok(()), "the documentation says so");
    }
}

#[test]
fn a_line_written_anew_breaks_the_next_and_a_whole_rewrite_the_checkpoint() {
    let honest = history(3);
    let mut forged = History::new(case());
    forged.append("{\"event\":1,\"名\":\"甲\"}").unwrap();
    forged.append("{\"event\":2,\"名\":\"乙\"}").unwrap();
    let mut mixed = lines(&forged);
    mixed.push(lines(&honest)[2].clone());
    assert_eq!(found(mixed.concat(), None), Err(Tampering::Changed { event: 2 }));

    forged.append("{\"event\":3,\"名\":\"甲\"}").unwrap();
    let rewritten = Err(Tampering::Rewritten { event: 3 });
    assert_eq!(found(forged.text(), Some(&honest.checkpoint())), rewritten);
    assert_eq!(found(forged.text(), None), Ok(()), "the documentation says so");
}

#[test]
fn the_history_of_another_case_does_not_pass() {
    let other = CaseNumber::parse("2026-0002").unwrap();
    let history = history(2);
    let text = history.text().as_bytes();
    let changed = History::verify(&other, text, None);
    assert_eq!(changed, Err(Tampering::Changed { event: 1 }));
    let checkpoint = History::new(other).checkpoint();
    assert_eq!(found(text, Some(&checkpoint)), Err(Tampering::OtherCase));
}

#[test]
fn an_event_is_one_line() {
    let mut history = history(1);
    let before = history.clone();
    let long = "x".repeat(History::LONGEST + 1);
    for (event, error) in [
        ("", LineError::Empty),
        ("{\n}", LineError::LineBreak { position: 2 }),
        ("甲\r", LineError::LineBreak { position: 2 }),
        (&long, LineError::TooLong),
    ] {
        assert_eq!(history.append(event), Err(error));
    }
    assert_eq!(history, before);
    // Any other text is kept as it is, spaces and all.
    history.append(" a  b ").unwrap();
    assert_eq!(history.lines().last(), Some(" a  b "));
    assert_eq!(found(history.text(), Some(&history.checkpoint())), Ok(()));
}

#[test]
fn a_checkpoint_reads_only_its_own_text() {
    let checkpoint = history(3).checkpoint();
    let text = checkpoint.to_string();
    assert_eq!(text.parse(), Ok(checkpoint.clone()));
    assert_eq!((checkpoint.count(), checkpoint.case_number()), (3, &case()));
    let (case, rest) = text.split_once(' ').unwrap();
    for wrong in [
        String::new(),
        format!("{text} "),
        format!(" {text}"),
        text.to_uppercase(),
        format!("{case} 0{rest}"),
        format!("{case} +{rest}"),
        text.split_at(text.len() - 1).0.to_owned(),
    ] {
        let error = wrong.parse::<Checkpoint>().unwrap_err();
        assert_eq!(error.to_string(), "checkpoint: not in its text form", "{wrong:?}");
        assert_eq!((error.zh().as_str(), error.code()), ("履历检查点的格式不对", "form"));
    }
}

#[test]
fn findings_are_told_in_both_languages() {
    for (finding, code, english, zh) in [
        (
            Tampering::Changed { event: 2 },
            "changed",
            "history: event 2 was changed",
            "办件履历第2条被改动",
        ),
        (
            Tampering::Deleted { event: 3 },
            "deleted",
            "history: event 3 was deleted",
            "办件履历第3条被删除",
        ),
        (
            Tampering::Reordered { event: 4 },
            "reordered",
            "history: event 4 stands in the wrong place",
            "办件履历第4条位置不对",
        ),
        (
            Tampering::Truncated { event: 5 },
            "truncated",
            "history: cut off, event 5 is the first one missing",
            "办件履历自第5条起被截去",
        ),
        (
            Tampering::Rewritten { event: 6 },
            "rewritten",
            "history: rewritten, event 6 is not the one of the checkpoint",
            "办件履历被改写，第6条与检查点不符",
        ),
        (
            Tampering::OtherCase,
            "other-case",
            "history: the checkpoint is that of another case",
            "检查点属于另一办件",
        ),
    ] {
        assert_eq!((finding.code(), finding.to_string().as_str()), (code, english));
        assert_eq!(finding.zh(), zh);
    }
    for (error, code, english, zh) in [
        (LineError::Empty, "empty", "event: the text is empty", "事件内容为空"),
        (
            LineError::LineBreak { position: 7 },
            "line-break",
            "event: a line break at character 7",
            "事件内容第7个字符是换行",
        ),
        (LineError::TooLong, "length", "event: more than 1048576 bytes", "事件内容超过1048576字节"),
    ] {
        assert_eq!((error.code(), error.to_string().as_str()), (code, english));
        assert_eq!(error.zh(), zh);
    }
}

/// The hashes were computed by `openssl dgst -sm3` over the documented bytes.
#[test]
#[cfg(feature = "sm")]
fn a_history_under_sm3_names_its_digest_and_is_what_openssl_computes() {
    let mut history = History::with_digest(case(), ChainDigest::Sm3);
    history.append(r#"{"first":1}"#).unwrap();
    assert_eq!(
        history.text(),
        "1 sm3:1b175c7e74713adb457d22a22024a38f46e12774aaf07cc5799818478e1f8478 \
         sm3:44b6ff158e173348c143d5b37e70e592c4ff96551f5e33f83d89b6c7951c5624 {\"first\":1}\n"
    );
    history.append(r#"{"second":2}"#).unwrap();
    let checkpoint = history.checkpoint();
    let text = checkpoint.to_string();
    assert!(text.starts_with("2026-0001 2 sm3:"), "{text}");
    assert_eq!(text.parse::<Checkpoint>(), Ok(checkpoint.clone()));
    let read = History::verify(&case(), history.text().as_bytes(), Some(&checkpoint));
    assert_eq!(read, Ok(history.clone()));
    assert_eq!((history.digest(), checkpoint.digest()), (ChainDigest::Sm3, ChainDigest::Sm3));

    for (index, byte) in history.text().bytes().enumerate() {
        let mut changed = history.text().as_bytes().to_vec();
        changed[index] = byte ^ 1;
        assert!(found(changed, Some(&checkpoint)).is_err(), "byte {index}");
    }
    // A checkpoint of one digest says nothing of a chain of the other.
    let mut plain = History::new(case());
    plain.append(r#"{"first":1}"#).unwrap();
    plain.append(r#"{"second":2}"#).unwrap();
    assert_eq!(found(plain.text(), Some(&checkpoint)), Err(Tampering::Rewritten { event: 2 }));
    // Nor does a chain go on in another digest.
    let mixed = format!("{}{}", lines(&history)[0], lines(&plain)[1]);
    assert!(found(mixed, None).is_err());
    // An empty history keeps the digest of its checkpoint.
    let empty = History::with_digest(case(), ChainDigest::Sm3);
    assert_eq!(History::verify(&case(), b"", Some(&empty.checkpoint())), Ok(empty));
}

#[test]
fn an_unknown_digest_is_called_unknown_and_not_tampering() {
    let hash = "0".repeat(64);
    let line = format!("1 blake9:{hash} blake9:{hash} {{}}\n");
    assert_eq!(found(&line, None), Err(Tampering::UnknownDigest { event: 1 }));
    let bare = line.replace("blake9", "");
    assert_eq!(found(&bare, None), Err(Tampering::Changed { event: 1 }));
    #[cfg(not(feature = "sm"))]
    {
        let line = line.replace("blake9", "sm3");
        assert_eq!(found(&line, None), Err(Tampering::UnknownDigest { event: 1 }));
    }
    let finding = Tampering::UnknownDigest { event: 1 };
    assert_eq!(finding.code(), "unknown-digest");
    assert_eq!(
        finding.to_string(),
        "history: event 1 is chained with a digest that is not known here"
    );
    assert_eq!(finding.zh(), "办件履历第1条所用摘要算法无法识别，不能核验");
}
