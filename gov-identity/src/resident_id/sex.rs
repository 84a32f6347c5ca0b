//! Sex as numbers of persons say it.

/// Sex as the sequence of a number says it (性别), GB/T 2261.1.
///
/// ```
/// use gov_identity::{ResidentId, Sex};
///
/// assert_eq!(ResidentId::parse("11010519491231002X")?.sex(), Sex::Female);
/// assert_eq!(Sex::Female.zh(), "女");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "性别")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[expect(clippy::exhaustive_enums, reason = "a digit is odd or even")]
pub enum Sex {
    /// Odd sequence (男).
    Male,
    /// Even sequence (女).
    Female,
}

impl Sex {
    /// What the last digit of a sequence says.
    pub(crate) const fn of_sequence(digit: u8) -> Self {
        if digit % 2 == 1 { Self::Male } else { Self::Female }
    }

    /// The Chinese word, as cards print it.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Male => "男",
            Self::Female => "女",
        }
    }
}
