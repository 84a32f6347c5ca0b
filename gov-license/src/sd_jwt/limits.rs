//! Bounds of what is read.

/// How much a reader is willing to look at.
///
/// ```
/// use gov_license::{ReadError, ReadLimits, SignedLicense};
///
/// let limits = ReadLimits { max_bytes: 8, ..ReadLimits::default() };
/// let error = SignedLicense::parse_within("123456789", limits).unwrap_err();
/// assert_eq!(error, ReadError::TooLong { limit: 8 });
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[expect(clippy::exhaustive_structs, reason = "a plain record for callers to fill in")]
pub struct ReadLimits {
    /// Longest text, in bytes; 65,536 unless told otherwise.
    pub max_bytes: usize,
    /// Most objects and arrays within one another; 16 unless told otherwise.
    pub max_depth: usize,
    /// Most values in one JSON text, each of which takes more room than it has
    /// bytes; 65,536 unless told otherwise.
    pub max_values: usize,
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self { max_bytes: 64 * 1024, max_depth: 16, max_values: 65_536 }
    }
}
