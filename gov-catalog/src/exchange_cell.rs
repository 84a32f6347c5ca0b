//! What stands in a field of the exchange tables, both ways.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::dialect::DialectError;
use crate::exchange::Exchange;
use crate::exchange_schema::{Field, Form};
use crate::node::Node;
use crate::tree::Tree;

/// The text of a field, for the element that its row is of. What has no number
/// in the dialect stays empty.
pub(crate) fn write(exchange: &Exchange<'_>, field: &Field, element: &Node<'_>) -> String {
    if let Some((list, part)) = field.path.split_once("[].") {
        let elements = get(element, list).map(elements).unwrap_or_default();
        let lines = elements.iter().filter_map(|one| get(one, part)).filter_map(text);
        return lines.collect::<Vec<_>>().join("\n");
    }
    let Some(node) = get(element, field.path) else { return String::new() };
    match (field.form, node) {
        (Form::Word(numbers), Node::Text(word)) => {
            (numbers.write)(exchange, word).unwrap_or_default()
        }
        (Form::Words(numbers), Node::List(words)) => {
            let words = words.iter().filter_map(text);
            let mut numbers: Vec<_> =
                words.filter_map(|word| (numbers.write)(exchange, word)).collect();
            numbers.sort();
            numbers.join("^")
        }
        (Form::Joined, Node::List(texts)) => {
            texts.iter().filter_map(text).collect::<Vec<_>>().join("^")
        }
        (Form::Laws, Node::List(rules)) => rules.iter().map(law).collect::<Vec<_>>().join("\n"),
        (_, Node::Text(text)) => text.to_string(),
        (_, Node::Number(number)) => number.to_string(),
        (_, Node::Flag(flag)) => if *flag { "1" } else { "0" }.into(),
        _ => String::new(),
    }
}

/// Puts what a field says into the tree of its item. What does not look like the
/// field's kind stays text, and the reader says what it expected.
pub(crate) fn read<'w>(
    exchange: &Exchange<'_>,
    field: &Field,
    cell: &'w str,
    base: &str,
    tree: &mut Tree<'w>,
) -> Result<(), DialectError> {
    let path = below(base, field.path);
    if let Some((list, part)) = path.split_once("[].") {
        for (line, number) in lines(cell).zip(1_usize..) {
            tree.set(&format!("{list}[{number}].{part}"), Some(Tree::Value(Node::text(line))));
        }
        return Ok(());
    }
    let value = match field.form {
        Form::Text | Form::Lines | Form::Derived(_) => Node::text(cell),
        Form::Number => number(cell),
        Form::Flag => match cell {
            "1" => Node::Flag(true),
            "0" => Node::Flag(false),
            _ => Node::text(cell),
        },
        Form::Joined => Node::List(cell.split('^').map(Node::text).collect()),
        Form::Word(numbers) => Node::text((numbers.read)(exchange, cell)?),
        Form::Words(numbers) => {
            let words = cell.split('^').map(|number| (numbers.read)(exchange, number));
            Node::List(words.map(|word| word.map(Node::text)).collect::<Result<_, _>>()?)
        }
        Form::Laws => Node::List(laws(cell)),
    };
    tree.set(&path, Some(Tree::from(value)));
    Ok(())
}

/// A whole number, or the text that is none.
pub(crate) fn number(cell: &str) -> Node<'_> {
    cell.trim().parse().map_or(Node::text(cell), Node::Number)
}

/// A path below an element, or at the item itself.
pub(crate) fn below(base: &str, path: &str) -> String {
    if base.is_empty() { path.into() } else { format!("{base}.{path}") }
}

/// The node at a path without positions.
pub(crate) fn get<'n, 'a>(node: &'n Node<'a>, path: &str) -> Option<&'n Node<'a>> {
    path.split('.').filter(|part| !part.is_empty()).try_fold(node, |node, part| match node {
        Node::Record(fields) => fields.iter().find(|(name, _)| name == part).map(|(_, node)| node),
        _ => None,
    })
}

/// The elements of a list.
pub(crate) fn elements<'n, 'a>(node: &'n Node<'a>) -> &'n [Node<'a>] {
    match node {
        Node::List(elements) => elements,
        _ => &[],
    }
}

fn text<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

fn lines(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('\n').filter(|line| !line.trim().is_empty())
}

/// A rule as one line: law, article and gist, as a guide prints them.
pub(crate) fn law(rule: &Node<'_>) -> String {
    let part = |name| get(rule, name).and_then(text).unwrap_or_default();
    let (law, article, gist) = (part("law"), part("article"), part("gist"));
    let colon = if gist.is_empty() { "" } else { "：" };
    format!("《{law}》{article}{colon}{gist}")
}

/// Rules from lines. A line that begins with no law goes on with the gist of the
/// rule before it; without one it is the law.
fn laws(cell: &str) -> Vec<Node<'_>> {
    let mut rules: Vec<[String; 3]> = Vec::new();
    for line in lines(cell) {
        match (parts(line), rules.last_mut()) {
            (Some([law, article, gist]), _) => {
                rules.push([law.into(), article.into(), gist.into()]);
            }
            (None, Some([_, _, gist])) if !gist.is_empty() => {
                gist.push('\n');
                gist.push_str(line);
            }
            (None, _) => rules.push([line.into(), String::new(), String::new()]),
        }
    }
    let node = |text: String| (!text.is_empty()).then_some(Node::Text(Cow::Owned(text)));
    let rules = rules.into_iter().map(|[law, article, gist]| {
        Node::record([("law", node(law)), ("article", node(article)), ("gist", node(gist))])
    });
    rules.collect()
}

/// Law, article and gist of a line such as `《示例条例》第一条：设定本许可。`.
pub(crate) fn parts(line: &str) -> Option<[&str; 3]> {
    let (law, rest) = line.trim().strip_prefix('《')?.split_once('》')?;
    let (article, gist) = rest.split_once('：').unwrap_or((rest, ""));
    Some([law, article.trim(), gist])
}
