//! Text that many items share.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use core::borrow::Borrow;
use core::fmt;
use core::ops::Deref;

use hashbrown::HashSet;

/// A text of an item (文本), read-only and cheap to copy.
///
/// The items of a catalog name the same laws, bodies, posts and windows over and
/// over. What is read together shares one copy of each, so a catalog takes about
/// the room of its JSON text.
///
/// ```
/// use gov_catalog::Text;
///
/// let law = Text::from("中华人民共和国行政许可法");
/// assert_eq!(law, "中华人民共和国行政许可法");
/// assert!(law.starts_with("中华"));
/// ```
#[doc(alias = "文本")]
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Text(Arc<str>);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Lets a set of texts be asked for a `&str`: both hash alike.
impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::from("")
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().into()
    }
}

impl From<Text> for Cow<'_, str> {
    fn from(text: Text) -> Self {
        Self::Owned(text.into())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

/// The texts met so far, each once.
#[derive(Debug, Default)]
pub(crate) struct Texts(HashSet<Text>);

impl Texts {
    /// The shared copy of a text.
    pub(crate) fn share(&mut self, text: &str) -> Text {
        self.0.get_or_insert_with(text, |text: &str| Text::from(text)).clone()
    }
}
