//! What a delegation reaches (授权范围).

use alloc::collections::BTreeSet;

use crate::{DivisionCode, Label};

/// What a delegation reaches (授权范围): which items, in which roles, in which
/// divisions. What is not restricted is open; a division includes all below it.
///
/// ```
/// use gov_identity::{DivisionCode, Label, Scope};
///
/// let item = Label::parse("640200-0001")?;
/// let scope = Scope::all().with_items([item.clone()]).with_divisions(["640200".parse()?]);
/// assert!(scope.has_item(&item) && !scope.has_item(&Label::parse("640200-0002")?));
/// assert!(scope.has_division(DivisionCode::from_static("640202")));
/// assert!(scope.is_within(&Scope::all()) && !Scope::all().is_within(&scope));
/// # Ok::<(), gov_identity::ParseError>(())
/// ```
#[doc(alias = "授权范围")]
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Scope {
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    items: Option<BTreeSet<Label>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    roles: Option<BTreeSet<Label>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    divisions: Option<BTreeSet<DivisionCode>>,
}

impl Scope {
    /// Everything (全部授权).
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// Only these items (事项), by the codes that the catalog gives them.
    #[must_use]
    pub fn with_items(self, items: impl IntoIterator<Item = Label>) -> Self {
        Self { items: Some(items.into_iter().collect()), ..self }
    }

    /// Only in these roles (角色), such as handing in or collecting.
    #[must_use]
    pub fn with_roles(self, roles: impl IntoIterator<Item = Label>) -> Self {
        Self { roles: Some(roles.into_iter().collect()), ..self }
    }

    /// Only in these divisions (区域) and those below them.
    #[must_use]
    pub fn with_divisions(self, divisions: impl IntoIterator<Item = DivisionCode>) -> Self {
        Self { divisions: Some(divisions.into_iter().collect()), ..self }
    }

    /// Whether an item is among them.
    #[must_use]
    pub fn has_item(&self, item: &Label) -> bool {
        self.items.as_ref().is_none_or(|items| items.contains(item))
    }

    /// Whether a role is among them; no role is enough only where none is asked.
    #[must_use]
    pub fn has_role(&self, role: Option<&Label>) -> bool {
        match (&self.roles, role) {
            (None, _) => true,
            (Some(roles), Some(role)) => roles.contains(role),
            (Some(_), None) => false,
        }
    }

    /// Whether a division is among them, or below one of them.
    #[must_use]
    pub fn has_division(&self, division: DivisionCode) -> bool {
        let divisions = self.divisions.as_ref();
        divisions.is_none_or(|divisions| divisions.iter().any(|above| above.contains(division)))
    }

    /// Whether it reaches nowhere that the other does not.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let within =
            |ours: &Option<BTreeSet<Label>>, theirs: &Option<BTreeSet<Label>>| match (ours, theirs)
            {
                (_, None) => true,
                (Some(ours), Some(theirs)) => ours.is_subset(theirs),
                (None, Some(_)) => false,
            };
        let divisions_within = match (&self.divisions, &other.divisions) {
            (_, None) => true,
            (Some(ours), Some(_)) => ours.iter().all(|division| other.has_division(*division)),
            (None, Some(_)) => false,
        };
        within(&self.items, &other.items) && within(&self.roles, &other.roles) && divisions_within
    }
}
