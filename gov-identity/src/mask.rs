//! Showing a number without giving it away (脱敏).

use core::fmt;

/// How much of a person's number people may see (脱敏规则).
///
/// No binding rule exists; choose *one* policy for one publication, since
/// fragments from differently masked lists can be joined. A mask is for
/// reading, never for comparing or for a key. Where a policy would leave fewer
/// than four characters hidden, as on a short number, it hides all of them.
///
/// ```
/// use gov_identity::{MaskPolicy, ResidentId};
///
/// let id = ResidentId::parse("11010519491231002X")?;
/// assert_eq!(id.masked(MaskPolicy::LastTwo).to_string(), "1***************2X");
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "脱敏")]
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum MaskPolicy {
    /// No character at all.
    #[default]
    Hidden,
    /// The first character and the last two.
    LastTwo,
    /// The first six and the last four, as most windows print it. It leaves
    /// about 36,500 candidates a century, and fewer to who knows a birthday.
    FirstSixLastFour,
    /// The year of birth; nothing where the number has none.
    YearOnly,
    /// So many characters from either end.
    Custom {
        /// Characters shown at the beginning.
        first: u8,
        /// Characters shown at the end.
        last: u8,
    },
}

/// A number as a [`MaskPolicy`] shows it; `Debug` shows no more.
#[derive(Clone, Copy)]
pub struct Masked<'a> {
    text: &'a str,
    year: Option<&'static [usize]>,
    policy: MaskPolicy,
}

/// Where a number of eighteen characters keeps the year of birth, counted from 0.
pub(crate) const YEAR_OF_EIGHTEEN: &[usize] = &[6, 7, 8, 9];

const FEWEST_HIDDEN: usize = 4;

impl<'a> Masked<'a> {
    pub(crate) const fn new(
        text: &'a str,
        year: Option<&'static [usize]>,
        policy: MaskPolicy,
    ) -> Self {
        Self { text, year, policy }
    }

    fn shows(&self, index: usize, length: usize) -> bool {
        let ends = |first: u8, last: u8| {
            let (first, last) = (usize::from(first), usize::from(last));
            first + last + FEWEST_HIDDEN <= length && (index < first || index + last >= length)
        };
        match self.policy {
            MaskPolicy::Hidden => false,
            MaskPolicy::LastTwo => ends(1, 2),
            MaskPolicy::FirstSixLastFour => ends(6, 4),
            MaskPolicy::YearOnly => self.year.is_some_and(|year| year.contains(&index)),
            MaskPolicy::Custom { first, last } => ends(first, last),
        }
    }
}

impl fmt::Display for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = self.text.chars().count();
        self.text.chars().enumerate().try_for_each(|(index, character)| {
            let shown = if self.shows(index, length) { character } else { '*' };
            fmt::Write::write_char(f, shown)
        })
    }
}

impl fmt::Debug for Masked<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Masked({self})")
    }
}
