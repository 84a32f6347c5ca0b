//! Where the status of a license can be learned.

use crate::text::TextFault;

/// A place in a token status list (IETF draft-ietf-oauth-status-list).
///
/// ```
/// use gov_license::StatusReference;
///
/// let status = StatusReference::try_new("https://status.example.cn/2026/1", 42).unwrap();
/// assert_eq!(status.index(), 42);
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct StatusReference {
    uri: String,
    index: u32,
}

impl StatusReference {
    /// A list by its address and the place in it, counted from 0.
    ///
    /// # Errors
    ///
    /// A blank address, or one with a character without a face.
    pub fn try_new(uri: impl Into<String>, index: u32) -> Result<Self, TextFault> {
        let uri = uri.into();
        TextFault::check_line(&uri)?;
        Ok(Self { uri, index })
    }

    /// The address of the list, which is also its name.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// The place in the list, counted from 0.
    #[must_use]
    pub const fn index(&self) -> u32 {
        self.index
    }
}
