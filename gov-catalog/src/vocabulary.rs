//! Closed lists of words, one form for all of them.

/// An enumeration whose values have a word for programs and a Chinese name.
///
/// The number that an exchange table writes is not here: it depends on the
/// system that writes it, see `dialect.rs`.
macro_rules! vocabulary {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$doc:meta])* $variant:ident = $word:literal, $zh:literal; )*
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
        #[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$doc])* #[doc = concat!("`", $word, "`.")] $variant, )*
        }

        impl $name {
            /// All values, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word that JSON has.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The Chinese name.
            #[must_use]
            pub const fn zh(self) -> &'static str {
                match self { $(Self::$variant => $zh),* }
            }
        }

        impl crate::vocabulary::Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.as_str()
            }

            fn chinese(self) -> &'static str {
                self.zh()
            }
        }
    )*};
}

pub(crate) use vocabulary;

/// What the reader and the writer of the tree ask of an enumeration.
pub(crate) trait Word: Copy + 'static {
    const ALL: &'static [Self];

    fn word(self) -> &'static str;

    fn chinese(self) -> &'static str;
}
