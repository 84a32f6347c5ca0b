//! What can be wrong with the plan of a theme.

use core::fmt;

/// A fault of a plan, with the item it concerns, from 1.
///
/// ```
/// use gov_catalog::{Theme, ThemePlan};
///
/// let plan = ThemePlan::new("一件事");
/// let faults = Theme::of(&plan, []).unwrap_err();
/// assert_eq!(faults[0].to_string(), "theme: no items");
/// assert_eq!(faults[0].zh().to_string(), "一件事：没有事项");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ThemeFault {
    item: Option<usize>,
    kind: ThemeFaultKind,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ThemeFaultKind {
    /// The plan has no items.
    Empty,
    /// No item has this code.
    NotFound,
    /// An earlier item of the plan has the same code.
    Twice {
        /// The earlier item, from 1.
        first: usize,
    },
    /// It waits for an item that is not in the plan.
    Outside {
        /// Which of those it waits for, from 1.
        nth: usize,
    },
    /// Items wait for each other in a circle.
    Circle,
}

impl ThemeFault {
    pub(crate) const fn whole(kind: ThemeFaultKind) -> Self {
        Self { item: None, kind }
    }

    pub(crate) const fn at(item: usize, kind: ThemeFaultKind) -> Self {
        Self { item: Some(item), kind }
    }

    /// Which item of the plan, from 1; none for the whole plan.
    #[must_use]
    pub const fn item(&self) -> Option<usize> {
        self.item
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> ThemeFaultKind {
        self.kind
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            ThemeFaultKind::Empty => "theme-empty",
            ThemeFaultKind::NotFound => "theme-item-not-found",
            ThemeFaultKind::Twice { .. } => "theme-item-twice",
            ThemeFaultKind::Outside { .. } => "theme-waits-outside",
            ThemeFaultKind::Circle => "theme-circle",
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub const fn zh(&self) -> impl fmt::Display + use<> {
        Chinese(*self)
    }
}

impl core::error::Error for ThemeFault {}

impl fmt::Display for ThemeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.item {
            Some(item) => write!(f, "item {item}: ")?,
            None => f.write_str("theme: ")?,
        }
        match self.kind {
            ThemeFaultKind::Empty => f.write_str("no items"),
            ThemeFaultKind::NotFound => f.write_str("no item has this code"),
            ThemeFaultKind::Twice { first } => write!(f, "the same as item {first}"),
            ThemeFaultKind::Outside { nth } => {
                write!(f, "waits for an item outside the theme (number {nth} of its list)")
            }
            ThemeFaultKind::Circle => f.write_str("items wait for each other in a circle"),
        }
    }
}

struct Chinese(ThemeFault);

impl fmt::Display for Chinese {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.item {
            Some(item) => write!(f, "第{item}个事项：")?,
            None => f.write_str("一件事：")?,
        }
        match self.0.kind {
            ThemeFaultKind::Empty => f.write_str("没有事项"),
            ThemeFaultKind::NotFound => f.write_str("目录中没有此编码的事项"),
            ThemeFaultKind::Twice { first } => write!(f, "与第{first}个事项重复"),
            ThemeFaultKind::Outside { nth } => write!(f, "第{nth}个前置事项不在一件事之内"),
            ThemeFaultKind::Circle => f.write_str("事项互为前置，无法排序"),
        }
    }
}
