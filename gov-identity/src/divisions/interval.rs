//! A name and the years a code had it (名称沿革).

use core::ops::RangeInclusive;

/// One name that a code had for some years (名称沿革).
///
/// ```
/// use gov_identity::{DivisionCode, Divisions};
///
/// let history = Divisions::china().history(DivisionCode::from_static("340823"));
/// let names: Vec<_> = history.map(|interval| (interval.name(), interval.years())).collect();
/// assert_eq!(names, [("枞阳县", 1988..=2014)]);
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DivisionInterval {
    pub(super) name: &'static str,
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) open: bool,
}

impl DivisionInterval {
    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The years in whose tables the code has this name; to the last year of
    /// the data when it still has it.
    #[must_use]
    pub const fn years(&self) -> RangeInclusive<i32> {
        self.from..=self.to
    }

    /// Whether the code still has the name at the data date.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open
    }
}
