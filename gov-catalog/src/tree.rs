//! A tree that is put together from the cells of many rows.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::node::Node;

/// A record, a list or a value.
#[derive(Clone)]
pub(crate) enum Tree<'w> {
    Value(Node<'w>),
    Record(Vec<(Cow<'w, str>, Tree<'w>)>),
    List(Vec<Tree<'w>>),
}

/// No record of an item has as many fields; more of them are refused, so that
/// looking for one stays cheap whatever is read.
const MOST_FIELDS: usize = 64;

impl<'w> Tree<'w> {
    /// A record without fields.
    pub(crate) const fn record() -> Self {
        Self::Record(Vec::new())
    }

    /// Puts a value at a path such as `steps[2].limit.unit` and makes the records
    /// on the way. An element of a list is one that is there, or the next.
    /// None takes away what is there. Answers whether the path leads anywhere.
    pub(crate) fn set(&mut self, path: &str, value: Option<Self>) -> bool {
        if let Some(value) = value {
            return self.reach(path).map(|place| *place = value).is_some();
        }
        let (record, name) = path.rsplit_once('.').unwrap_or(("", path));
        let Some(Self::Record(fields)) = self.at(record) else { return false };
        fields.retain(|(field, _)| field != name);
        true
    }

    /// The place of a path, made where it is not there.
    fn reach(&mut self, path: &str) -> Option<&mut Self> {
        let mut tree = self;
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let (name, number) = part_of(part)?;
            tree = tree.field(Cow::Owned(name.into()))?;
            if let Some(number) = number {
                tree = tree.element(number)?;
            }
        }
        Some(tree)
    }

    /// The element of a list, from 1; one behind the last is made.
    fn element(&mut self, number: usize) -> Option<&mut Self> {
        if matches!(self, Self::Record(fields) if fields.is_empty()) {
            *self = Self::List(Vec::new());
        }
        let Self::List(elements) = self else { return None };
        let place = number.checked_sub(1)?;
        if place == elements.len() {
            elements.push(Self::record());
        }
        elements.get_mut(place)
    }

    /// Adds an element to the list at a path whose records are there, and
    /// answers its position.
    pub(crate) fn add(&mut self, path: &str) -> Option<usize> {
        let (record, name) = path.rsplit_once('.').unwrap_or(("", path));
        let list = self.at(record)?.field(Cow::Owned(name.into()))?;
        if matches!(list, Self::Record(fields) if fields.is_empty()) {
            *list = Self::List(Vec::new());
        }
        let Self::List(elements) = list else { return None };
        elements.push(Self::record());
        Some(elements.len())
    }

    /// The place of a path that is there already, such as `steps[2].limit`.
    pub(crate) fn at(&mut self, path: &str) -> Option<&mut Self> {
        let mut tree = self;
        for part in path.split('.').filter(|part| !part.is_empty()) {
            let (name, number) = part_of(part)?;
            let Self::Record(fields) = tree else { return None };
            tree = fields.iter_mut().find(|(field, _)| *field == name).map(|(_, tree)| tree)?;
            if let Some(number) = number {
                let Self::List(elements) = tree else { return None };
                tree = elements.get_mut(number.checked_sub(1)?)?;
            }
        }
        Some(tree)
    }

    /// A field of this record, made where it is not there.
    pub(crate) fn field(&mut self, name: Cow<'w, str>) -> Option<&mut Self> {
        let Self::Record(fields) = self else { return None };
        let place = match fields.iter().position(|(field, _)| *field == name) {
            Some(place) => place,
            None if fields.len() >= MOST_FIELDS => return None,
            None => {
                fields.push((name, Self::record()));
                fields.len() - 1
            }
        };
        fields.get_mut(place).map(|(_, tree)| tree)
    }

    /// Gives the records at a path, through all lists on the way, a list of
    /// rules, for no row is no rule.
    pub(crate) fn with_rules(&mut self, path: &str) {
        match self {
            Self::List(elements) => elements.iter_mut().for_each(|one| one.with_rules(path)),
            Self::Record(fields) if path.is_empty() => {
                if !fields.iter().any(|(field, _)| field == "basis") {
                    fields.push(("basis".into(), Self::List(Vec::new())));
                }
            }
            Self::Record(fields) => {
                let (name, rest) = path.split_once('.').unwrap_or((path, ""));
                let found = fields.iter_mut().find(|(field, _)| field == name);
                if let Some((_, tree)) = found {
                    tree.with_rules(rest);
                }
            }
            Self::Value(_) => {}
        }
    }

    /// Puts in what is left open: fields that are not there, elements of lists
    /// without any. Elements that are there are completed from the first one.
    pub(crate) fn complete(&mut self, from: &Self) {
        match (self, from) {
            (Self::Record(fields), Self::Record(others)) => {
                for (name, other) in others {
                    match fields.iter_mut().find(|(field, _)| field == name) {
                        Some((_, tree)) => tree.complete(other),
                        None => fields.push((name.clone(), other.clone())),
                    }
                }
            }
            (Self::List(elements), Self::List(others)) if elements.is_empty() => {
                elements.clone_from(others);
            }
            (Self::List(elements), Self::List(others)) => {
                if let Some(first) = others.first() {
                    for element in elements {
                        element.complete(first);
                    }
                }
            }
            _ => {}
        }
    }

    pub(crate) fn node(self) -> Node<'w> {
        match self {
            Self::Value(node) => node,
            Self::List(elements) => Node::List(elements.into_iter().map(Self::node).collect()),
            Self::Record(fields) => {
                Node::Record(fields.into_iter().map(|(name, tree)| (name, tree.node())).collect())
            }
        }
    }
}

impl<'w> From<Node<'w>> for Tree<'w> {
    fn from(node: Node<'w>) -> Self {
        match node {
            Node::List(elements) => Self::List(elements.into_iter().map(Self::from).collect()),
            Node::Record(fields) => Self::Record(
                fields.into_iter().map(|(name, node)| (name, Self::from(node))).collect(),
            ),
            node => Self::Value(node),
        }
    }
}

/// One part of a path: a name, and perhaps the number of an element.
fn part_of(part: &str) -> Option<(&str, Option<usize>)> {
    match part.strip_suffix(']') {
        Some(part) => {
            let (name, number) = part.split_once('[')?;
            Some((name, Some(number.parse().ok()?)))
        }
        None => Some((part, None)),
    }
}
