//! What can be wrong with JSON-LD that is read.

use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::ItemFault;

/// One fault of a JSON-LD document, with its JSON pointer (RFC 6901).
///
/// ```
/// use gov_catalog::CpsvAp;
///
/// let faults = CpsvAp::read(r#"{"@context": {}, "@graph": []}"#).unwrap_err();
/// assert_eq!(faults[0].to_string(), "/@context: not the prefixes of CPSV-AP 3.2");
/// assert_eq!(faults[0].zh(), "/@context：不是CPSV-AP 3.2的前缀");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CpsvApFault {
    pointer: String,
    kind: CpsvApFaultKind,
}

/// What is wrong there.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CpsvApFaultKind {
    /// The text is no JSON.
    #[error("not JSON (line {line}, column {column})")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// The text is larger than what is read.
    #[error("larger than {max} bytes")]
    TooLarge {
        /// The most that is read.
        max: usize,
    },
    /// The prefixes are not there, or stand for something else.
    #[error("not the prefixes of CPSV-AP 3.2")]
    Context,
    /// The document has no list of nodes.
    #[error("no graph")]
    NoGraph,
    /// A record has one name twice.
    #[error("a name is given twice")]
    Twice,
    /// The node is not in the graph, or is of another class.
    #[error("the graph has no such organization")]
    NoSuchNode,
    /// The supplement is no list of pairs of path and value.
    #[error("not a pair of path and value")]
    NoPair,
    /// No element of an item has this path, or not in this order.
    #[error("no element has this path here")]
    NoSuchPlace,
    /// An element of the item is wrong.
    #[error("{0}")]
    Element(ItemFault),
}

impl CpsvApFault {
    pub(crate) const fn new(pointer: String, kind: CpsvApFaultKind) -> Self {
        Self { pointer, kind }
    }

    /// Where, as a JSON pointer; list elements counted from 0, as it wants them.
    /// Empty for the whole document.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> &CpsvApFaultKind {
        &self.kind
    }

    /// The kind of fault as a word that programs can rely on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.kind {
            CpsvApFaultKind::Syntax { .. } => "syntax",
            CpsvApFaultKind::TooLarge { .. } => "too-large",
            CpsvApFaultKind::Context => "context",
            CpsvApFaultKind::NoGraph => "no-graph",
            CpsvApFaultKind::Twice => "field-twice",
            CpsvApFaultKind::NoSuchNode => "no-such-node",
            CpsvApFaultKind::NoPair => "no-pair",
            CpsvApFaultKind::NoSuchPlace => "no-such-place",
            CpsvApFaultKind::Element(fault) => fault.code(),
        }
    }

    /// The fault as one Chinese sentence.
    #[must_use]
    pub fn zh(&self) -> String {
        let place = if self.pointer.is_empty() { "文档" } else { &self.pointer };
        let what = match &self.kind {
            CpsvApFaultKind::Syntax { line, column } => {
                format!("第{line}行第{column}列不是合法的JSON")
            }
            CpsvApFaultKind::TooLarge { max } => format!("超过{max}字节"),
            CpsvApFaultKind::Context => "不是CPSV-AP 3.2的前缀".into(),
            CpsvApFaultKind::NoGraph => "缺少节点列表".into(),
            CpsvApFaultKind::Twice => "有重复的名称".into(),
            CpsvApFaultKind::NoSuchNode => "图中没有所指的机关".into(),
            CpsvApFaultKind::NoPair => "不是路径和取值".into(),
            CpsvApFaultKind::NoSuchPlace => "事项没有此路径的要素，或者次序不对".into(),
            CpsvApFaultKind::Element(fault) => fault.zh(),
        };
        format!("{place}：{what}")
    }
}

impl core::error::Error for CpsvApFault {}

impl fmt::Display for CpsvApFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "document" } else { &self.pointer };
        write!(f, "{place}: {}", self.kind)
    }
}
