//! Many statuses in few bytes (IETF draft-ietf-oauth-status-list).

pub(crate) mod book;
pub(crate) mod error;
pub(crate) mod token;

pub use self::book::StatusBook;
pub use self::error::{StatusEntryError, StatusListError};
pub use self::token::SignedStatusList;
use crate::sd_jwt::ReadError;

/// The statuses of many licenses (状态列表), one place each, all valid at first.
///
/// The list says nothing about which license stands where: that is known to
/// whoever holds the license, from its
/// [`StatusReference`](crate::StatusReference).
///
/// ```
/// use gov_license::{StatusList, StatusWidth};
///
/// let mut list = StatusList::new(StatusWidth::Two, 12);
/// list.set(10, StatusList::SUSPENDED)?;
/// assert_eq!(list.get(10), Some(StatusList::SUSPENDED));
/// assert_eq!(list.get(11), Some(StatusList::VALID));
/// assert_eq!(list.get(12), None);
/// # Ok::<(), gov_license::StatusEntryError>(())
/// ```
#[doc(alias = "状态列表")]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StatusList {
    width: StatusWidth,
    bytes: Vec<u8>,
}

/// How many bits one place has; licenses use two.
///
/// ```
/// assert_eq!(gov_license::StatusWidth::Two.bits(), 2);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "the draft has these four")]
pub enum StatusWidth {
    /// One bit: valid or invalid.
    One,
    /// Two bits: suspended as well.
    Two,
    /// Four bits.
    Four,
    /// Eight bits.
    Eight,
}

impl StatusList {
    /// Valid (有效).
    pub const VALID: u8 = 0;
    /// Invalid for good: revoked, canceled or withdrawn (失效).
    pub const INVALID: u8 = 1;
    /// Invalid for the time being (暂停).
    pub const SUSPENDED: u8 = 2;

    /// A list with at least so many places: as many as fill its last byte.
    #[must_use]
    pub fn new(width: StatusWidth, places: usize) -> Self {
        Self { width, bytes: vec![0; places.div_ceil(width.per_byte())] }
    }

    /// How many bits one place has.
    #[must_use]
    pub const fn width(&self) -> StatusWidth {
        self.width
    }

    /// How many places there are.
    #[must_use]
    pub const fn places(&self) -> usize {
        self.bytes.len().saturating_mul(self.width.per_byte())
    }

    /// The status at a place, counted from 0; none outside the list.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<u8> {
        let byte = self.bytes.get(index / self.width.per_byte())?;
        Some(byte >> self.shift(index) & self.width.max())
    }

    /// Sets the status at a place, counted from 0.
    ///
    /// # Errors
    ///
    /// When there is no such place, or the status does not fit into it.
    pub fn set(&mut self, index: usize, status: u8) -> Result<(), StatusEntryError> {
        let (max, shift, places) = (self.width.max(), self.shift(index), self.places());
        if status > max {
            return Err(StatusEntryError::Value { max });
        }
        let byte = self.bytes.get_mut(index / self.width.per_byte());
        let byte = byte.ok_or(StatusEntryError::Index { places })?;
        *byte = *byte & !(max << shift) | status << shift;
        Ok(())
    }

    /// The bytes, compressed as zlib (RFC 1950).
    #[must_use]
    pub fn to_zlib(&self) -> Vec<u8> {
        miniz_oxide::deflate::compress_to_vec_zlib(&self.bytes, 9)
    }

    /// Reads compressed bytes; never makes more than `max_bytes` of them.
    ///
    /// # Errors
    ///
    /// When they are not zlib, or more than `max_bytes` come out.
    pub fn from_zlib(
        width: StatusWidth,
        compressed: &[u8],
        max_bytes: usize,
    ) -> Result<Self, ReadError> {
        use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
        match decompress_to_vec_zlib_with_limit(compressed, max_bytes) {
            Ok(bytes) => Ok(Self { width, bytes }),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => {
                Err(ReadError::ListTooLong { limit: max_bytes })
            }
            Err(_) => Err(ReadError::Compression),
        }
    }

    /// The first place that is invalid here and not in the next list.
    pub(crate) fn first_revived(&self, next: &Self) -> Option<usize> {
        // Most of a list does not change from one day to the next.
        let per_byte = self.width.per_byte();
        let is_same = |at| self.width == next.width && self.bytes.get(at) == next.bytes.get(at);
        (0..self.bytes.len())
            .filter(|at| !is_same(*at))
            .flat_map(|at| at * per_byte..(at + 1) * per_byte)
            .find(|index| {
                self.get(*index) == Some(Self::INVALID) && next.get(*index) != Some(Self::INVALID)
            })
    }

    /// The first place of a byte is in its lowest bits.
    const fn shift(&self, index: usize) -> usize {
        index % self.width.per_byte() * (8 / self.width.per_byte())
    }
}

impl StatusWidth {
    /// Bits per place.
    #[must_use]
    pub const fn bits(self) -> u8 {
        match self {
            Self::One => 1,
            Self::Two => 2,
            Self::Four => 4,
            Self::Eight => 8,
        }
    }

    /// The width of so many bits, if there is one.
    #[must_use]
    pub const fn of_bits(bits: i64) -> Option<Self> {
        match bits {
            1 => Some(Self::One),
            2 => Some(Self::Two),
            4 => Some(Self::Four),
            8 => Some(Self::Eight),
            _ => None,
        }
    }

    const fn per_byte(self) -> usize {
        match self {
            Self::One => 8,
            Self::Two => 4,
            Self::Four => 2,
            Self::Eight => 1,
        }
    }

    const fn max(self) -> u8 {
        u8::MAX >> (8 - self.bits())
    }
}
