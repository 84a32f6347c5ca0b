//! The events of a case as a chain that shows where it was broken.

use core::fmt;
use core::mem;
use core::str::{self, FromStr};

use crate::CaseNumber;
use crate::ChainDigest;
use crate::code::{CodeError, CodeSubject};
use crate::hex::Hash;
use crate::tampering::{LineError, Tampering};

/// The events of one case, chained (办件履历).
///
/// The text form has a line for each event, and nothing else:
///
/// ```text
/// <number> <hash of the line before> <hash of this line> <event>\n
/// ```
///
/// The hash is SHA-256 over `gov-workflow history 1`, the case's number, the event's
/// number, the hash before and the bytes of the event, with a line feed after each
/// but the last. The first line's hash before is that of the case's number alone.
/// Numbers count from 1; hashes are 64 lower-case digits, after `sm3:` where the chain is
/// one of SM3 ([`ChainDigest`]); an event is one line of
/// text, the JSON form of an [`Event`](crate::Event) as a rule. This type works
/// without the feature `serde`, which adds `record` and `events`.
///
/// Whoever can rewrite the whole text can also compute the chain anew. What shows
/// that is a [`Checkpoint`] kept outside.
///
/// ```
/// use gov_workflow::{CaseNumber, History, Tampering};
///
/// let case = CaseNumber::parse("2026-0001")?;
/// let mut history = History::new(case.clone());
/// history.append(r#"{"first":1}"#)?;
/// history.append(r#"{"second":2}"#)?;
/// let checkpoint = history.checkpoint();
///
/// let text = history.text().replace("second", "zecond");
/// let found = History::verify(&case, text.as_bytes(), Some(&checkpoint));
/// assert_eq!(found.unwrap_err(), Tampering::Changed { event: 2 });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "办件履历")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct History {
    case: CaseNumber,
    digest: ChainDigest,
    text: String,
    count: u64,
    head: Hash,
    /// The same in its text form, which the next line begins with.
    head_text: String,
}

/// How far a history had come (履历检查点), to be kept where those who keep the
/// history cannot write.
///
/// The text form is the case's number, the count and the hash of the last line,
/// with single spaces.
///
/// ```
/// use gov_workflow::{CaseNumber, Checkpoint, History};
///
/// let checkpoint = History::new(CaseNumber::parse("2026-0001")?).checkpoint();
/// assert_eq!(checkpoint.to_string().parse::<Checkpoint>(), Ok(checkpoint));
/// # Ok::<(), gov_workflow::CodeError>(())
/// ```
#[doc(alias = "履历检查点")]
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Checkpoint {
    case: CaseNumber,
    digest: ChainDigest,
    count: u64,
    head: Hash,
}

const DOMAIN: &[u8] = b"gov-workflow history 1\n";

impl History {
    /// The most bytes of an event: some hundred times what an event needs.
    pub const LONGEST: usize = 1 << 20;

    /// The history of a case to which nothing has happened.
    #[must_use]
    pub fn new(case: CaseNumber) -> Self {
        Self::with_digest(case, ChainDigest::default())
    }

    /// The same, chained by this digest, which every line and checkpoint names.
    #[must_use]
    pub fn with_digest(case: CaseNumber, digest: ChainDigest) -> Self {
        let head = genesis(digest, &case);
        let head_text = digest.text(&head);
        Self { case, digest, text: String::new(), count: 0, head, head_text }
    }

    /// Adds an event in its text form.
    ///
    /// # Errors
    ///
    /// An empty text, one with a line break, one of more than [`LONGEST`](Self::LONGEST)
    /// bytes.
    pub fn append(&mut self, event: &str) -> Result<(), LineError> {
        bounded(event)?;
        // Looking for one byte is many times as fast as looking at every character.
        if [b'\n', b'\r'].iter().any(|byte| event.as_bytes().contains(byte)) {
            let index = event.chars().position(|c| matches!(c, '\n' | '\r'));
            return Err(LineError::LineBreak { position: index.unwrap_or_default() + 1 });
        }
        self.chain(event);
        Ok(())
    }

    /// Adds an event in its JSON form, which has no line breaks to look for.
    #[cfg(feature = "serde")]
    pub(crate) fn append_json(&mut self, event: &str) -> Result<(), LineError> {
        bounded(event)?;
        self.chain(event);
        Ok(())
    }

    fn chain(&mut self, event: &str) {
        self.count += 1;
        let number = self.count.to_string();
        self.head = link(self.digest, &self.case, &number, &self.head_text, event.as_bytes());
        let before = mem::replace(&mut self.head_text, self.digest.text(&self.head));
        let line = [&number, " ", &before, " ", &self.head_text, " ", event, "\n"];
        self.text.reserve(line.iter().map(|part| part.len()).sum());
        self.text.extend(line);
    }

    /// Reads the text form of a case's history, and only an untouched one.
    ///
    /// Without a checkpoint, a history that lost its last events or was rewritten as
    /// a whole cannot be told from a good one.
    ///
    /// # Errors
    ///
    /// The first thing found: changed lines, then missing or moved ones, then what
    /// the checkpoint shows.
    pub fn verify(
        case: &CaseNumber,
        text: &[u8],
        checkpoint: Option<&Checkpoint>,
    ) -> Result<Self, Tampering> {
        if checkpoint.is_some_and(|checkpoint| checkpoint.case != *case) {
            return Err(Tampering::OtherCase);
        }
        let lines = lines(case, text)?;
        in_order(&lines)?;
        chained(case, &lines)?;
        if let Some(checkpoint) = checkpoint {
            met(&lines, checkpoint)?;
        }
        let of_checkpoint = checkpoint.map(|checkpoint| checkpoint.digest).unwrap_or_default();
        let digest = lines.last().map_or(of_checkpoint, |last| last.digest);
        let mut history = Self::with_digest(case.clone(), digest);
        if let Some(last) = lines.last() {
            (history.count, history.head) = (last.number, last.hash);
            history.head_text = digest.text(&last.hash);
        }
        // Every line was read as UTF-8 before.
        str::from_utf8(text).unwrap_or_default().clone_into(&mut history.text);
        Ok(history)
    }

    /// Goes on where a store left off, without the lines before.
    #[cfg(feature = "sqlite")]
    pub(crate) fn resume(case: CaseNumber, count: u64, head: Hash) -> Self {
        let (digest, text) = (ChainDigest::Sha256, String::new());
        Self { case, digest, text, count, head, head_text: digest.text(&head) }
    }

    /// The hash of the last line.
    #[cfg(feature = "sqlite")]
    pub(crate) const fn head(&self) -> Hash {
        self.head
    }

    /// The case.
    #[must_use]
    pub const fn case_number(&self) -> &CaseNumber {
        &self.case
    }

    /// The digest by which it is chained (链式摘要算法).
    #[must_use]
    pub const fn digest(&self) -> ChainDigest {
        self.digest
    }

    /// How many events there are.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The text form.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The events in their text form, in order.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter_map(|line| line.splitn(4, ' ').nth(3))
    }

    /// How far it has come, to be kept outside.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        let (case, digest) = (self.case.clone(), self.digest);
        Checkpoint { case, digest, count: self.count, head: self.head }
    }
}

impl Checkpoint {
    /// The case.
    #[must_use]
    pub const fn case_number(&self) -> &CaseNumber {
        &self.case
    }

    /// The digest of the chain (链式摘要算法).
    #[must_use]
    pub const fn digest(&self) -> ChainDigest {
        self.digest
    }

    /// How many events there were.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.count
    }

    /// The hash of the last line.
    #[must_use]
    pub const fn head(&self) -> [u8; 32] {
        self.head
    }
}

fn bounded(event: &str) -> Result<(), LineError> {
    if event.is_empty() {
        return Err(LineError::Empty);
    }
    if event.len() > History::LONGEST { Err(LineError::TooLong) } else { Ok(()) }
}

/// A line whose own hash is right.
struct Line {
    digest: ChainDigest,
    number: u64,
    before: Hash,
    hash: Hash,
}

fn lines(case: &CaseNumber, text: &[u8]) -> Result<Vec<Line>, Tampering> {
    let mut lines = Vec::new();
    for (event, line) in (1..).zip(text.split_inclusive(|byte| *byte == b'\n')) {
        let read = match read(case, line) {
            Some(read) => read,
            None if names_unknown_digest(line) => return Err(Tampering::UnknownDigest { event }),
            None => return Err(Tampering::Changed { event }),
        };
        lines.push(read);
    }
    Ok(lines)
}

fn read(case: &CaseNumber, line: &[u8]) -> Option<Line> {
    let line = str::from_utf8(line.strip_suffix(b"\n")?).ok()?;
    let mut parts = line.splitn(4, ' ');
    let (digits, before, hash, event) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let number = digits.parse().ok().filter(|number: &u64| number.to_string() == digits)?;
    let (digest, hash) = ChainDigest::read(hash)?;
    let right = link(digest, case, digits, before, event.as_bytes()) == hash;
    let (_, before) = ChainDigest::read(before).filter(|(other, _)| *other == digest)?;
    right.then_some(Line { digest, number, before, hash })
}

/// Whether both hashes of the line are of a digest that is not known here.
fn names_unknown_digest(line: &[u8]) -> bool {
    let mut parts = str::from_utf8(line).unwrap_or_default().splitn(4, ' ').skip(1);
    let (before, hash) = (parts.next(), parts.next());
    [before, hash].into_iter().all(|text| text.is_some_and(ChainDigest::is_unknown))
}

/// Numbers must run 1, 2, 3.
fn in_order(lines: &[Line]) -> Result<(), Tampering> {
    let Some((expected, found)) =
        (1..).zip(lines).find(|(expected, line)| *expected != line.number)
    else {
        return Ok(());
    };
    // A smaller number was there before; a greater one is early, if the expected follows.
    if found.number < expected || lines.iter().any(|line| line.number == expected) {
        Err(Tampering::Reordered { event: found.number })
    } else {
        Err(Tampering::Deleted { event: expected })
    }
}

/// Each line must name the hash of the one before it.
fn chained(case: &CaseNumber, lines: &[Line]) -> Result<(), Tampering> {
    let digest = lines.first().map(|line| line.digest).unwrap_or_default();
    let mut before = genesis(digest, case);
    for line in lines {
        if line.before != before || line.digest != digest {
            // The first line has nothing before it but the case.
            return Err(Tampering::Changed { event: line.number.saturating_sub(1).max(1) });
        }
        before = line.hash;
    }
    Ok(())
}

fn met(lines: &[Line], checkpoint: &Checkpoint) -> Result<(), Tampering> {
    let event = checkpoint.count;
    let last = lines.last().map_or(0, |line| line.number);
    if last < event {
        return Err(Tampering::Truncated { event: last + 1 });
    }
    let head = match event {
        0 => (checkpoint.digest, genesis(checkpoint.digest, &checkpoint.case)),
        _ => match lines.iter().find(|line| line.number == event) {
            Some(line) => (line.digest, line.hash),
            None => return Err(Tampering::Deleted { event }),
        },
    };
    if head == (checkpoint.digest, checkpoint.head) {
        Ok(())
    } else {
        Err(Tampering::Rewritten { event })
    }
}

fn genesis(digest: ChainDigest, case: &CaseNumber) -> Hash {
    digest.of(&[DOMAIN, case.as_str().as_bytes()])
}

/// The hash of a line; `before` is in its text form.
fn link(digest: ChainDigest, case: &CaseNumber, number: &str, before: &str, event: &[u8]) -> Hash {
    let [case, number, before] = [case.as_str(), number, before].map(str::as_bytes);
    digest.of(&[DOMAIN, case, b"\n", number, b"\n", before, b"\n", event])
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.case, self.count, self.digest.text(&self.head))
    }
}

impl FromStr for Checkpoint {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let wrong = CodeError::form(CodeSubject::Checkpoint);
        let mut parts = text.split(' ');
        let (Some(case), Some(digits), Some(head), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(wrong);
        };
        let count = digits.parse().ok().filter(|count: &u64| count.to_string() == digits);
        let (Some(count), Some((digest, head))) = (count, ChainDigest::read(head)) else {
            return Err(wrong);
        };
        Ok(Self { case: CaseNumber::parse(case)?, digest, count, head })
    }
}
