//! Where in an identifier: characters counted from 1, as the standards count.

use core::fmt;
use core::ops::RangeInclusive;

#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(crate) struct Place {
    first: u8,
    last: u8,
}

/// A [`Place`] in Chinese.
pub(crate) struct Chinese(Place);

impl Place {
    pub(crate) const fn new(first: u8, last: u8) -> Self {
        Self { first, last }
    }

    #[cfg(feature = "serde")]
    pub(crate) const fn first(self) -> u8 {
        self.first
    }

    #[cfg(feature = "serde")]
    pub(crate) const fn last(self) -> u8 {
        self.last
    }

    pub(crate) fn positions(self) -> RangeInclusive<usize> {
        usize::from(self.first)..=usize::from(self.last)
    }

    pub(crate) const fn zh(self) -> Chinese {
        Chinese(self)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = self;
        if first == last {
            write!(f, "character {first}")
        } else {
            write!(f, "characters {first} to {last}")
        }
    }
}

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(Place { first, last }) = self;
        if first == last { write!(f, "第{first}位") } else { write!(f, "第{first}至{last}位") }
    }
}
