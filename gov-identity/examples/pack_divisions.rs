//! Packs the division tables of `data/` into `src/divisions/divisions.bin`.
//!
//! ```sh
//! cargo run -p gov-identity --example pack_divisions
//! ```
//!
//! Run it after every change of a table; a test compares the file with what
//! [`pack`] makes. All numbers are little-endian.
//!
//! | Part | Bytes | Content |
//! | ---- | ----- | ------- |
//! | head | 6 × 2 | numbers of rows, successions, unpublished codes; first and last year; bytes of names |
//! | rows | 4 each | code (20 bits), first year (6), last year (6; 63: still listed); sorted |
//! | row names | 2 each | where the name of the row begins |
//! | successions | 4 each | old row (13 bits), year (6), new row (13); sorted |
//! | unpublished | 4 each | code; sorted |
//! | unpublished names | 2 each | where the name begins |
//! | names | | one byte of length, then UTF-8; each name once |
//!
//! Years are counted from the first year. The widths hold until 2042 and for
//! 8,191 rows; beyond that the packer refuses and the widths must grow.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The first year of the tables.
const FIRST_YEAR: u32 = 1980;
/// The last year of a row that is still listed.
const OPEN: u32 = 63;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join("data").join(name));
    let packed = pack(
        &read("divisions.tsv")?,
        &read("division_successions.tsv")?,
        &read("divisions_unpublished.tsv")?,
    )?;
    fs::write(root.join("src/divisions/divisions.bin"), &packed)?;
    println!("src/divisions/divisions.bin: {} bytes", packed.len());
    Ok(())
}

/// The packed form of the three tables.
///
/// # Errors
///
/// When a line cannot be read, a succession names a row that is not there, or
/// a number is too big for its width.
pub(crate) fn pack(
    divisions: &str,
    successions: &str,
    unpublished: &str,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut rows = lines(divisions).map(Row::read).collect::<Result<Vec<_>, _>>()?;
    rows.sort_unstable();
    let mut successions = lines(successions)
        .map(|line| succession(line, &rows))
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    successions.sort_unstable();
    let mut unpublished = lines(unpublished).map(observed).collect::<Result<Vec<_>, _>>()?;
    unpublished.sort_unstable();

    let mut names = Names::default();
    let row_names = rows.iter().map(|row| names.place(row.name)).collect::<Result<Vec<_>, _>>()?;
    let observed_names =
        unpublished.iter().map(|(_, name)| names.place(name)).collect::<Result<Vec<_>, _>>()?;

    let first_year = u16::try_from(FIRST_YEAR)?;
    let last_year = u16::try_from(data_year(divisions)?)?;
    let sizes = [rows.len(), successions.len(), unpublished.len()].map(u16::try_from);
    let [row_count, succession_count, unpublished_count] = sizes;
    let head = [
        row_count?,
        succession_count?,
        unpublished_count?,
        first_year,
        last_year,
        u16::try_from(names.bytes.len())?,
    ];

    let mut packed = Vec::new();
    packed.extend(head.iter().flat_map(|number| number.to_le_bytes()));
    for row in &rows {
        packed.extend(row.key()?.to_le_bytes());
    }
    packed.extend(row_names.iter().flat_map(|place| place.to_le_bytes()));
    packed.extend(successions.iter().flat_map(|entry| entry.to_le_bytes()));
    packed.extend(unpublished.iter().flat_map(|(code, _)| code.to_le_bytes()));
    packed.extend(observed_names.iter().flat_map(|place| place.to_le_bytes()));
    packed.extend(&names.bytes);
    Ok(packed)
}

/// One name that a code had for some years.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
struct Row<'a> {
    code: u32,
    from: u32,
    to: Option<u32>,
    name: &'a str,
}

impl<'a> Row<'a> {
    fn read(line: &'a str) -> Result<Self, Box<dyn Error>> {
        let [code, name, from, to] = cells(line)?;
        let to = if to.is_empty() { None } else { Some(to.parse()?) };
        Ok(Self { code: code.parse()?, from: from.parse()?, to, name })
    }

    fn key(&self) -> Result<u32, Box<dyn Error>> {
        let from = fit(self.from - FIRST_YEAR, OPEN)?;
        let to = match self.to {
            Some(to) => fit(to - FIRST_YEAR, OPEN)?,
            None => OPEN,
        };
        Ok(fit(self.code, 1 << 20)? << 12 | from << 6 | to)
    }

    fn lists(&self, code: u32, year: u32) -> bool {
        self.code == code && self.from <= year && self.to.is_none_or(|to| year <= to)
    }
}

/// `old_code, new_code, year`: the old code as the row of the year before, the
/// new code as the row of the year.
fn succession(line: &str, rows: &[Row<'_>]) -> Result<u32, Box<dyn Error>> {
    let [old, new, year] = cells(line)?;
    let year: u32 = year.parse()?;
    let row = |code: &str, year: u32| -> Result<u32, Box<dyn Error>> {
        let code: u32 = code.parse()?;
        let index = rows.iter().position(|row| row.lists(code, year));
        fit(u32::try_from(index.ok_or_else(|| format!("no row for {code} in {year}"))?)?, 1 << 13)
    };
    Ok(row(old, year - 1)? << 19 | fit(year - FIRST_YEAR, OPEN)? << 13 | row(new, year)?)
}

/// `code, name, note`: the note stays in the table.
fn observed(line: &str) -> Result<(u32, &str), Box<dyn Error>> {
    let [code, name, _] = cells(line)?;
    Ok((code.parse()?, name))
}

/// Each name once, one after the other.
#[derive(Default)]
struct Names<'a> {
    bytes: Vec<u8>,
    places: BTreeMap<&'a str, u16>,
}

impl<'a> Names<'a> {
    fn place(&mut self, name: &'a str) -> Result<u16, Box<dyn Error>> {
        if let Some(place) = self.places.get(name) {
            return Ok(*place);
        }
        let place = u16::try_from(self.bytes.len())?;
        let length = u8::try_from(name.len())?;
        if !length.is_ascii() {
            return Err("a name is longer than 127 bytes".into());
        }
        self.bytes.push(length);
        self.bytes.extend(name.bytes());
        self.places.insert(name, place);
        Ok(place)
    }
}

/// The year of the newest table, as the header of the file says it.
fn data_year(divisions: &str) -> Result<u32, Box<dyn Error>> {
    let header = divisions.lines().find_map(|line| line.strip_prefix("# Data date: "));
    let year = header.and_then(|text| text.split(" for ").nth(1)).and_then(|text| text.get(..4));
    Ok(year.ok_or("no data date in the header")?.parse()?)
}

fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

fn cells<const N: usize>(line: &str) -> Result<[&str; N], Box<dyn Error>> {
    let cells: Vec<&str> = line.split('\t').collect();
    cells.try_into().map_err(|_| format!("expected {N} cells in: {line}").into())
}

fn fit(number: u32, bound: u32) -> Result<u32, Box<dyn Error>> {
    if number < bound { Ok(number) } else { Err(format!("{number} is not below {bound}").into()) }
}
