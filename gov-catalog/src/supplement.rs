//! What a format has no place for, as paths with values (补充要素).
//!
//! A format that is not ours says some elements of an item and has no place for
//! others. What it says is read back when it is written, and whatever differs
//! from the item goes into rows of path, kind and value beside it. So nothing is
//! lost by construction, and nothing stands there twice.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::node::Node;
use crate::tree::Tree;

/// One element beside a format: what stands at a path of the item.
pub(crate) struct Beside<'a> {
    pub(crate) path: String,
    pub(crate) value: Plain<'a>,
}

/// A value without parts; the parts of a list or a record have paths of their own.
pub(crate) enum Plain<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Flag(bool),
    /// A list, empty until its elements follow.
    List,
    /// A record, empty until its fields follow.
    Record,
    /// Nothing, where the format says something.
    Nothing,
}

/// The longest path that is read, in bytes: three times the deepest criterion.
const MAX_PATH: usize = 512;

/// Kinds of values as tables write them: for programs and for departments.
const KINDS: [(&str, &str); 6] = [
    ("text", "文字"),
    ("number", "整数"),
    ("flag", "是否"),
    ("list", "列表"),
    ("record", "字段组"),
    ("none", "空"),
];

/// What an item has beyond what a format gives back of it.
pub(crate) fn beyond<'a>(item: Node<'a>, found: Node<'_>) -> Vec<Beside<'a>> {
    let mut rows = Rows::default();
    rows.differ("", item, found);
    rows.0
}

/// A part of an item that a format has no place for at all.
pub(crate) fn whole<'a>(path: &str, part: Node<'a>) -> Vec<Beside<'a>> {
    let mut rows = Rows::default();
    rows.whole(path, part);
    rows.0
}

/// The elements that stand beside, without their parts: what is lost when
/// nothing does.
pub(crate) fn roots(beside: Vec<Beside<'_>>) -> Vec<String> {
    let mut roots: Vec<String> = Vec::new();
    for Beside { path, value } in beside {
        let within = roots.last().is_some_and(|root| {
            path.strip_prefix(root.as_str()).is_some_and(|rest| rest.starts_with(['.', '[']))
        });
        if !within && !matches!(value, Plain::Nothing) {
            roots.push(path);
        }
    }
    roots
}

/// Puts an element where it belongs; answers whether its path leads anywhere.
pub(crate) fn put<'a>(tree: &mut Tree<'a>, path: &str, value: Plain<'a>) -> bool {
    let value = match value {
        Plain::Text(text) => Some(Tree::Value(Node::Text(text))),
        Plain::Number(number) => Some(Tree::Value(Node::Number(number))),
        Plain::Flag(flag) => Some(Tree::Value(Node::Flag(flag))),
        Plain::List => Some(Tree::List(Vec::new())),
        Plain::Record => Some(Tree::record()),
        Plain::Nothing => None,
    };
    !path.is_empty() && path.len() <= MAX_PATH && tree.set(path, value)
}

#[derive(Default)]
struct Rows<'a>(Vec<Beside<'a>>);

impl<'a> Rows<'a> {
    fn differ(&mut self, path: &str, item: Node<'a>, found: Node<'_>) {
        match (item, found) {
            (Node::Record(item), Node::Record(mut found)) => {
                for (name, node) in item {
                    let path = below(path, &name);
                    match found.iter().position(|(other, _)| *other == name) {
                        Some(place) => {
                            let (_, other) = found.swap_remove(place);
                            self.differ(&path, node, other);
                        }
                        None if says_nothing(&name, &node) => {}
                        None => self.whole(&path, node),
                    }
                }
                for (name, _) in found {
                    self.push(below(path, &name), Plain::Nothing);
                }
            }
            (Node::List(item), Node::List(found)) if item.len() == found.len() => {
                for ((node, other), number) in item.into_iter().zip(found).zip(1_usize..) {
                    self.differ(&format!("{path}[{number}]"), node, other);
                }
            }
            (Node::Text(item), Node::Text(found)) if item == found => {}
            (Node::Number(item), Node::Number(found)) if item == found => {}
            (Node::Flag(item), Node::Flag(found)) if item == found => {}
            (item, _) => self.whole(path, item),
        }
    }

    fn whole(&mut self, path: &str, node: Node<'a>) {
        match node {
            Node::Text(text) => self.push(path.into(), Plain::Text(text)),
            Node::Number(number) => self.push(path.into(), Plain::Number(number)),
            Node::Flag(flag) => self.push(path.into(), Plain::Flag(flag)),
            Node::List(elements) => {
                self.push(path.into(), Plain::List);
                for (node, number) in elements.into_iter().zip(1_usize..) {
                    self.whole(&format!("{path}[{number}]"), node);
                }
            }
            Node::Record(fields) => {
                self.push(path.into(), Plain::Record);
                for (name, node) in fields {
                    self.whole(&below(path, &name), node);
                }
            }
            // An item has none of these.
            Node::Null | Node::Other | Node::Taken => {}
        }
    }

    fn push(&mut self, path: String, value: Plain<'a>) {
        self.0.push(Beside { path, value });
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { format!("{path}.{name}") }
}

/// Whether leaving the field out reads as the same: an empty group, or an empty
/// list that may be left out.
fn says_nothing(name: &str, node: &Node<'_>) -> bool {
    let must =
        ["basis", "complaint_phones", "conditions", "enquiry_phones", "materials", "rows", "steps"];
    match node {
        Node::Record(fields) => fields.is_empty() && name != "details",
        Node::List(elements) => elements.is_empty() && !must.contains(&name),
        _ => false,
    }
}

impl<'a> Plain<'a> {
    /// The kind, for programs and for departments, and the value.
    pub(crate) fn cells(&self) -> ((&'static str, &'static str), String) {
        let (kind, value) = match self {
            Self::Text(text) => (0, text.to_string()),
            Self::Number(number) => (1, number.to_string()),
            Self::Flag(flag) => (2, if *flag { "1" } else { "0" }.into()),
            Self::List => (3, String::new()),
            Self::Record => (4, String::new()),
            Self::Nothing => (5, String::new()),
        };
        (KINDS.get(kind).copied().unwrap_or_default(), value)
    }

    /// Reads the cells again.
    pub(crate) fn read(kind: &str, value: &'a str) -> Option<Self> {
        let place = KINDS.iter().position(|(english, zh)| *english == kind || *zh == kind)?;
        match (place, value) {
            (0, text) => Some(Self::Text(Cow::Borrowed(text))),
            (1, number) => number.parse().ok().map(Self::Number),
            (2, "1") => Some(Self::Flag(true)),
            (2, "0") => Some(Self::Flag(false)),
            (3, "") => Some(Self::List),
            (4, "") => Some(Self::Record),
            (5, "") => Some(Self::Nothing),
            _ => None,
        }
    }
}
