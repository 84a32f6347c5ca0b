//! Page: what is published for people, before it is HTML or Markdown.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::Text;

/// A document for people: a title and sections of facts, lists and tables.
///
/// A guide, review rules and a theme are pages; a program that publishes them
/// can add its own, such as an index. The same page gives the same text each
/// time, as HTML and as Markdown.
///
/// ```
/// use gov_catalog::{Line, Page};
///
/// let page = Page::new("公开目录")
///     .section("items", "事项")
///     .list([Line::link("食品经营许可", "food.html")]);
/// assert!(page.to_html().contains("<a href=\"food.html\">食品经营许可</a>"));
/// assert!(page.to_markdown().contains("- [食品经营许可](food.html)"));
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Page {
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) sections: Vec<Section>,
    pub(crate) footer: Vec<Line>,
}

/// A part of a page under its own heading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) heading: String,
    pub(crate) blocks: Vec<Block>,
}

/// What stands in a section.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Block {
    /// A sentence.
    Paragraph(Line),
    /// Facts by their labels.
    Facts(Vec<(&'static str, Vec<Line>)>),
    /// Points, numbered where their order matters.
    List { ordered: bool, lines: Vec<Line> },
    /// Rows; the first cell of a row is its heading.
    Table { caption: String, columns: Vec<&'static str>, rows: Vec<Vec<Vec<Line>>> },
}

/// A line of text that may lead somewhere.
///
/// ```
/// use gov_catalog::Line;
///
/// assert!(Line::link("石嘴山", "https://example.gov.cn/").href().is_some());
/// // A scheme that could run something is no address; the text remains.
/// assert!(Line::link("石嘴山", "javascript:alert(1)").href().is_none());
/// ```
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Line {
    pub(crate) text: String,
    pub(crate) href: Option<String>,
}

impl Line {
    /// Text alone.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None }
    }

    /// Text that leads to a page of the web, a telephone, or a file beside this
    /// one. An address of any other scheme, or one with white space or control
    /// characters, is left out and the text remains.
    #[must_use]
    pub fn link(text: impl Into<String>, href: &str) -> Self {
        Self { text: text.into(), href: is_address(href).then(|| href.to_owned()) }
    }

    /// Where it leads, if it does.
    #[must_use]
    pub fn href(&self) -> Option<&str> {
        self.href.as_deref()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<Text> for Line {
    fn from(text: Text) -> Self {
        Self::text(text)
    }
}

/// `https:`, `http:`, `tel:`, or a relative address without any scheme.
fn is_address(href: &str) -> bool {
    let plain =
        !href.is_empty() && !href.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
    let scheme = href.split(['/', '?', '#']).next().and_then(|first| first.split_once(':'));
    let known = scheme.is_none_or(|(scheme, _)| {
        ["https", "http", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
    });
    plain && known && !href.starts_with("//")
}

impl Page {
    /// A page without sections.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), subtitle: None, sections: Vec::new(), footer: Vec::new() }
    }

    /// The same page with a line below its title.
    #[must_use]
    pub fn subtitle(self, subtitle: impl Into<String>) -> Self {
        Self { subtitle: Some(subtitle.into()), ..self }
    }

    /// The same page with one more section; `id` is its anchor, of ASCII
    /// letters and hyphens, and used once.
    #[must_use]
    pub fn section(mut self, id: &'static str, heading: impl Into<String>) -> Self {
        self.sections.push(Section { id, heading: heading.into(), blocks: Vec::new() });
        self
    }

    /// The same page with a sentence at the end of its last section.
    #[must_use]
    pub fn paragraph(self, line: impl Into<Line>) -> Self {
        self.block(Block::Paragraph(line.into()))
    }

    /// The same page with a list at the end of its last section.
    #[must_use]
    pub fn list(self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.block(Block::List { ordered: false, lines: lines.into_iter().collect() })
    }

    /// The same page with a numbered list at the end of its last section.
    #[must_use]
    pub fn steps(self, lines: impl IntoIterator<Item = Line>) -> Self {
        self.block(Block::List { ordered: true, lines: lines.into_iter().collect() })
    }

    /// The same page with facts at the end of its last section; what has no
    /// line is left out.
    #[must_use]
    pub fn facts(self, facts: impl IntoIterator<Item = (&'static str, Vec<Line>)>) -> Self {
        self.block(Block::Facts(facts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()))
    }

    /// The same page with a table at the end of its last section. Rows shorter
    /// than the columns are filled up; the first cell of a row is its heading.
    #[must_use]
    pub fn table(
        self,
        caption: impl Into<String>,
        columns: impl IntoIterator<Item = &'static str>,
        rows: impl IntoIterator<Item = Vec<Vec<Line>>>,
    ) -> Self {
        let columns: Vec<_> = columns.into_iter().collect();
        let rows = rows.into_iter().map(|mut row| {
            row.resize(columns.len(), Vec::new());
            row
        });
        let rows = rows.collect();
        self.block(Block::Table { caption: caption.into(), columns, rows })
    }

    /// The same page with a line at its foot.
    #[must_use]
    pub fn footer(mut self, line: impl Into<Line>) -> Self {
        self.footer.push(line.into());
        self
    }

    /// A block without anything in it is no block; one before the first section
    /// opens a section without anchor.
    fn block(mut self, block: Block) -> Self {
        let empty = match &block {
            Block::Paragraph(line) => line.text.trim().is_empty(),
            Block::Facts(facts) => facts.is_empty(),
            Block::List { lines, .. } => lines.is_empty(),
            Block::Table { rows, .. } => rows.is_empty(),
        };
        if empty {
            return self;
        }
        if self.sections.is_empty() {
            self = self.section("start", "概要");
        }
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
        self
    }
}
