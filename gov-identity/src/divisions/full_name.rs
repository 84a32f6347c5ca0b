//! The name of a division with those above it (全称).

use core::fmt;

/// The name of a division with those of the levels above it (区划全称), from
/// the province down; written without a blank between, as addresses are.
///
/// ```
/// use gov_identity::{DivisionCode, Divisions};
///
/// let china = Divisions::china();
/// let name = china.full_name(DivisionCode::from_static("640202"), china.data_date()).unwrap();
/// assert_eq!(name.to_string(), "宁夏回族自治区石嘴山市大武口区");
/// assert_eq!(name.parts().collect::<Vec<_>>(), ["宁夏回族自治区", "石嘴山市", "大武口区"]);
/// ```
#[doc(alias = "全称")]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct FullName<'a>([&'a str; 5]);

impl<'a> FullName<'a> {
    /// Takes the names from the division itself upwards.
    pub(crate) fn from_below(names: impl Iterator<Item = &'a str>) -> Self {
        let mut parts = [""; 5];
        for (part, name) in parts.iter_mut().rev().zip(names) {
            *part = name;
        }
        Self(parts)
    }

    /// The names, from the province down.
    pub fn parts(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.into_iter().filter(|part| !part.is_empty())
    }
}

impl fmt::Display for FullName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().try_for_each(|part| f.write_str(part))
    }
}
