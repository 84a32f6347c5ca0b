//! What changed between two versions, in words (版本差异).

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::item_tree;
use crate::node::Node;
use crate::{Item, LinkKind};

/// What changed between two versions (版本差异), element by element.
///
/// Elements of a list are matched by their name, so that a material put in
/// front does not change all the others.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use gov_catalog::{Diff, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let old = Item::from_json(json).unwrap();
/// let mut draft = old.to_draft();
/// draft.body.name = "石嘴山市新示例局".into();
/// let new = Item::try_from(draft).unwrap();
///
/// let diff = Diff::between(&old, &new);
/// let [change] = diff.changes() else { panic!() };
/// assert_eq!(change.to_string(), "body.name: “石嘴山市示例局” becomes “石嘴山市新示例局”");
/// assert_eq!(change.zh(), "实施主体（body.name）：“石嘴山市示例局”改为“石嘴山市新示例局”");
/// assert!(!diff.touches_directory());
/// ```
#[doc(alias = "版本差异")]
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Diff {
    changes: Vec<Change>,
}

/// One change (变更).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    path: String,
    kind: ChangeKind,
}

/// How an element changed.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ChangeKind {
    /// It was not there before.
    Added {
        /// The value, or the name of the record.
        new: String,
    },
    /// It is no longer there.
    Removed {
        /// The value, or the name of the record.
        old: String,
    },
    /// It has another value.
    Changed {
        /// The value before.
        old: String,
        /// The value now.
        new: String,
    },
    /// The same elements in another order.
    Reordered,
}

impl Diff {
    /// Compares two versions. Version and first day always differ and are no
    /// change.
    #[must_use]
    pub fn between(old: &Item, new: &Item) -> Self {
        let mut diff = Self::default();
        diff.compare("", &item_tree::item(&old.0), &item_tree::item(&new.0));
        diff.changes.retain(|change| !matches!(change.path(), "version" | "effective"));
        diff
    }

    /// The changes, in the order of the elements.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether an element changed that the directory unifies (section 5: name,
    /// type, competent department, basis, levels): then the directory needs a
    /// new version too.
    #[must_use]
    pub fn touches_directory(&self) -> bool {
        self.changes.iter().any(|change| {
            ["name", "type", "power.department", "levels.exercised"]
                .iter()
                .any(|path| is_within(&change.path, path))
                || is_within(&change.path, "basis")
        })
    }

    fn push(&mut self, path: &str, kind: ChangeKind) {
        self.changes.push(Change { path: path.into(), kind });
    }

    fn compare(&mut self, path: &str, old: &Node<'_>, new: &Node<'_>) {
        match (old, new) {
            (Node::Record(old), Node::Record(new)) => self.records(path, old, new),
            (Node::List(old), Node::List(new)) => self.lists(path, old, new),
            _ if value(old) == value(new) => {}
            _ => self.push(path, ChangeKind::Changed { old: value(old), new: value(new) }),
        }
    }

    fn records(&mut self, path: &str, old: &Fields<'_>, new: &Fields<'_>) {
        for (name, before) in old {
            let path = below(path, name);
            match field(new, name) {
                Some(after) => self.compare(&path, before, after),
                None => self.push(&path, ChangeKind::Removed { old: value(before) }),
            }
        }
        for (name, after) in new {
            if field(old, name).is_none() {
                self.push(&below(path, name), ChangeKind::Added { new: value(after) });
            }
        }
    }

    fn lists(&mut self, path: &str, old: &[Node<'_>], new: &[Node<'_>]) {
        let (before, after) = (keys(old), keys(new));
        for (element, key) in old.iter().zip(&before) {
            match after.iter().position(|other| other == key).and_then(|place| new.get(place)) {
                Some(other) => {
                    self.compare(&alloc::format!("{path}[{}]", key.0), element, other);
                }
                None => self.push(path, ChangeKind::Removed { old: value(element) }),
            }
        }
        for (element, key) in new.iter().zip(&after) {
            if !before.contains(key) {
                self.push(path, ChangeKind::Added { new: value(element) });
            }
        }
        let common = |keys: &[Key], others: &[Key]| -> Vec<Key> {
            keys.iter().filter(|key| others.contains(key)).cloned().collect()
        };
        if common(&before, &after) != common(&after, &before) {
            self.push(path, ChangeKind::Reordered);
        }
    }
}

type Fields<'a> = Vec<(alloc::borrow::Cow<'a, str>, Node<'a>)>;

/// How an element of a list is known, and which of several of that name it is.
type Key = (String, usize);

fn keys(elements: &[Node<'_>]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::with_capacity(elements.len());
    for element in elements {
        let name = value(element);
        let nth = keys.iter().filter(|(other, _)| *other == name).count();
        keys.push((name, nth));
    }
    keys
}

/// A value as text; a record by what names it.
fn value(node: &Node<'_>) -> String {
    match node {
        Node::Text(text) => text.clone().into_owned(),
        Node::Number(number) => number.to_string(),
        Node::Flag(true) => "true".into(),
        Node::Flag(false) => "false".into(),
        Node::Record(fields) => named(fields),
        Node::List(elements) => elements.iter().map(value).collect::<Vec<_>>().join("、"),
        Node::Null | Node::Other | Node::Taken => String::new(),
    }
}

/// What names a record: its name, its text, its law and article …, else its first field.
fn named(fields: &Fields<'_>) -> String {
    if let [(_, Node::Text(kind)), (name, Node::Text(item))] = fields.as_slice()
        && name == "item"
    {
        let kind = LinkKind::ALL.iter().find(|known| known.as_str() == kind);
        return alloc::format!("{}{item}", kind.map_or("", |kind| kind.zh()));
    }
    let naming = ["name", "text", "law", "article", "question", "item"];
    let mut words: Vec<_> =
        naming.iter().filter_map(|name| field(fields, name)).map(value).collect();
    if words.is_empty() {
        words = fields.iter().map(|(_, node)| value(node)).collect();
    }
    words.join(" ")
}

fn field<'n, 'a>(fields: &'n Fields<'a>, name: &str) -> Option<&'n Node<'a>> {
    fields.iter().find(|(other, _)| other == name).map(|(_, node)| node)
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { alloc::format!("{path}.{name}") }
}

/// Whether a path is that element or lies below it.
fn is_within(path: &str, element: &str) -> bool {
    path.strip_prefix(element).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The elements by their Chinese names.
const ELEMENTS: [(&str, &str); 34] = [
    ("basis", "设定依据"),
    ("body", "实施主体"),
    ("code", "事项编码"),
    ("complaint_phones", "投诉电话"),
    ("conditions", "受理条件"),
    ("division", "行政区划"),
    ("effective", "生效日期"),
    ("ends", "计划取消日期"),
    ("enforcement", "处罚与征收"),
    ("enquiry_phones", "咨询电话"),
    ("extension", "扩展字段"),
    ("fees", "收费"),
    ("intermediaries", "中介服务"),
    ("levels", "层级"),
    ("limits", "时限"),
    ("links", "事项沿革"),
    ("local_codes", "地方编码"),
    ("materials", "申请材料"),
    ("name", "事项名称"),
    ("notes", "备注"),
    ("online", "网上办理"),
    ("outcome", "办理结果"),
    ("power", "权力来源"),
    ("questions", "常见问题"),
    ("remedies", "权利与救济"),
    ("service", "办理方式"),
    ("site_check", "现场核查"),
    ("special_procedures", "特别程序"),
    ("state", "事项状态"),
    ("steps", "办理环节"),
    ("topics", "主题分类"),
    ("type", "事项类型"),
    ("version", "版本"),
    ("windows", "办理窗口"),
];

impl Change {
    /// Where, such as `materials[申请书].copies`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// How it changed.
    #[must_use]
    pub const fn kind(&self) -> &ChangeKind {
        &self.kind
    }

    /// The change as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        let (name, _) = self.path.split_once(['.', '[']).unwrap_or((&self.path, ""));
        let element = ELEMENTS.iter().find(|(english, _)| *english == name);
        let element = element.map_or("", |(_, chinese)| chinese);
        let place = alloc::format!("{element}（{}）", self.path);
        match &self.kind {
            ChangeKind::Added { new } => alloc::format!("{place}：增加“{new}”"),
            ChangeKind::Removed { old } => alloc::format!("{place}：删去“{old}”"),
            ChangeKind::Changed { old, new } => {
                alloc::format!("{place}：“{old}”改为“{new}”")
            }
            ChangeKind::Reordered => alloc::format!("{place}：次序调整"),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.path)?;
        match &self.kind {
            ChangeKind::Added { new } => write!(f, "“{new}” is new"),
            ChangeKind::Removed { old } => write!(f, "“{old}” is gone"),
            ChangeKind::Changed { old, new } => write!(f, "“{old}” becomes “{new}”"),
            ChangeKind::Reordered => f.write_str("in another order"),
        }
    }
}
