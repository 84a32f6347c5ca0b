//! A tree of values: what JSON gives, and what a draft looks like to the reader.

use alloc::borrow::Cow;
use alloc::vec::Vec;

/// A value of any self-describing format, its records in the order written.
#[derive(Clone)]
pub(crate) enum Node<'a> {
    Null,
    Flag(bool),
    Number(i64),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Record(Vec<(Cow<'a, str>, Node<'a>)>),
    /// Numbers that are no whole ones: nothing here wants them.
    #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "a draft has none"))]
    Other,
    /// A value that was read already.
    Taken,
}

impl<'a> Node<'a> {
    pub(crate) const fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    /// A list, each element of which has a form of its own.
    pub(crate) fn list<T>(elements: &'a [T], form: impl Fn(&'a T) -> Self) -> Self {
        Self::List(elements.iter().map(form).collect())
    }

    /// A record; a field without value is left out.
    pub(crate) fn record<const N: usize>(fields: [(&'static str, Option<Self>); N]) -> Self {
        let fields = fields.into_iter();
        Self::Record(fields.filter_map(|(name, node)| Some((Cow::Borrowed(name), node?))).collect())
    }
}
