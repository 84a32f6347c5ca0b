//! The packed tables, bit by bit; `examples/pack_divisions.rs` makes them.

use super::Divisions;
use crate::DivisionCode;

/// Where the rows of each pair of first digits begin, and where the last ends:
/// a search looks at the rows of one province instead of all.
pub(super) type Provinces = [u16; 101];

/// The packed tables; `examples/pack_divisions.rs` makes them and says how.
static PACKED: &[u8] = include_bytes!("divisions.bin");
static PROVINCES: Provinces = provinces(PACKED);
pub(super) const CHINA: Divisions = match Divisions::unpack(PACKED, &PROVINCES) {
    Some(divisions) => divisions,
    None => panic!("divisions.bin is not what pack_divisions makes"),
};
pub(super) const CODE_SHIFT: u32 = 12;
pub(super) const FROM_SHIFT: u32 = 6;
pub(super) const YEAR: u32 = 0b11_1111;
pub(super) const ROW_BITS: u32 = 13;
pub(super) const ROW: u32 = (1 << ROW_BITS) - 1;
/// The last year of a row that is still listed.
pub(super) const OPEN: u32 = YEAR;

impl Divisions {
    /// The parts of the packed file; none when it does not add up.
    const fn unpack(packed: &'static [u8], provinces: &'static Provinces) -> Option<Self> {
        let Some((head, rest)) = packed.split_first_chunk::<12>() else { return None };
        let [a, b, c, d, e, f, g, h, i, j, k, l] = *head;
        let [rows, successions, unpublished] = [[a, b], [c, d], [e, f]];
        let Some((rows, rest)) = part::<4>(rest, rows) else { return None };
        let Some((row_names, rest)) = part::<2>(rest, [a, b]) else { return None };
        let Some((successions, rest)) = part::<4>(rest, successions) else { return None };
        let Some((unpublished, rest)) = part::<4>(rest, unpublished) else { return None };
        let Some((unpublished_names, rest)) = part::<2>(rest, [e, f]) else { return None };
        let Some((names, [])) = part::<1>(rest, [k, l]) else { return None };
        let Ok(names) = core::str::from_utf8(names.as_flattened()) else { return None };
        Some(Self {
            rows,
            provinces,
            row_names,
            successions,
            unpublished,
            unpublished_names,
            names,
            first_year: u16::from_le_bytes([g, h]),
            last_year: u16::from_le_bytes([i, j]),
        })
    }
}

/// A row of the table; years are counted from the first.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) index: usize,
    pub(super) code: u32,
    pub(super) from: u32,
    pub(super) to: u32,
}

impl Row {
    pub(super) const fn stands_in(self, year: u32) -> bool {
        self.from <= year && year <= self.to
    }

    /// The year asked for, or the last one of the row before it.
    pub(super) const fn last_by(self, year: u32) -> u32 {
        if year < self.to { year } else { self.to }
    }
}

/// The six digits down to the county; none for a town or village.
///
/// Read in the pieces of eight and four bytes in which such codes are copied,
/// two digits at a time: half of what a lookup costs beside the search.
pub(super) fn number_of(code: DivisionCode) -> Option<u32> {
    let [a, b, c, d, e, f, g, h, below @ ..] = *code.digits();
    let digits = u64::from_le_bytes([a, b, c, d, e, f, g, h]) ^ u64::from_le_bytes([b'0'; 8]);
    let is_county = digits >> 48 == 0 && u32::from_le_bytes(below) == u32::from_le_bytes([b'0'; 4]);
    let [first, _, second, _, third, ..] =
        digits.wrapping_mul(10).wrapping_add(digits >> 8).to_le_bytes();
    let number = u32::from(first) * 10_000 + u32::from(second) * 100 + u32::from(third);
    is_county.then_some(number)
}

/// Six digits as a code; every number comes from the table.
pub(super) fn code_of(number: u32) -> DivisionCode {
    let digit = |unit: u32| b'0' + u8::try_from(number / unit % 10).unwrap_or_default();
    DivisionCode::from_digits([100_000, 10_000, 1_000, 100, 10, 1].map(digit))
}

pub(super) const fn code_in(row: [u8; 4]) -> u32 {
    u32::from_le_bytes(row) >> CODE_SHIFT
}

/// The old row and the year of a succession, which sort its group together.
pub(super) const fn group_of(succession: [u8; 4]) -> u32 {
    u32::from_le_bytes(succession) >> ROW_BITS
}

/// The row that took over.
pub(super) fn new_row(succession: [u8; 4]) -> usize {
    usize::try_from(u32::from_le_bytes(succession) & ROW).unwrap_or(usize::MAX)
}

pub(super) fn name_at(names: &'static str, place: [u8; 2]) -> &'static str {
    let start = usize::from(u16::from_le_bytes(place));
    let length = names.as_bytes().get(start).copied().map_or(0, usize::from);
    names.get(start + 1..start + 1 + length).unwrap_or("")
}

/// The beginnings of the provinces, found by one walk over the rows.
#[expect(
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "const; a slip fails the build"
)]
const fn provinces(packed: &'static [u8]) -> Provinces {
    let Some((head, rest)) = packed.split_first_chunk::<12>() else { return [0; 101] };
    let Some((rows, _)) = part::<4>(rest, [head[0], head[1]]) else { return [0; 101] };
    let mut provinces = [0; 101];
    let mut province = 0;
    while province < provinces.len() {
        let mut row = if province == 0 { 0 } else { provinces[province - 1] };
        while (row as usize) < rows.len()
            && (code_in(rows[row as usize]) as usize) < province * 10_000
        {
            row += 1;
        }
        provinces[province] = row;
        province += 1;
    }
    provinces
}

/// So many pieces of `N` bytes, and what follows.
#[expect(clippy::as_conversions, reason = "`usize::from` is not const")]
const fn part<const N: usize>(
    bytes: &'static [u8],
    count: [u8; 2],
) -> Option<(&'static [[u8; N]], &'static [u8])> {
    let length = u16::from_le_bytes(count) as usize * N;
    let Some((part, rest)) = bytes.split_at_checked(length) else { return None };
    let (pieces, []) = part.as_chunks() else { return None };
    Some((pieces, rest))
}
