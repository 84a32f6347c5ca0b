//! A page as Markdown (`CommonMark`, tables as GitHub writes them).

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use crate::Page;
use crate::page::{Block, Line};

impl Page {
    /// The page as Markdown; all text is escaped, so it reads as written.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut markdown = String::new();
        // Writing to a string cannot fail.
        let _ = page(&mut markdown, self);
        markdown
    }
}

fn page(f: &mut String, page: &Page) -> fmt::Result {
    writeln!(f, "# {}", Escaped(&page.title))?;
    if let Some(subtitle) = &page.subtitle {
        writeln!(f, "\n{}", Escaped(subtitle))?;
    }
    for section in &page.sections {
        writeln!(f, "\n## {}", Escaped(&section.heading))?;
        for block in &section.blocks {
            f.push('\n');
            self::block(f, block)?;
        }
    }
    if !page.footer.is_empty() {
        f.push_str("\n---\n");
        for line in &page.footer {
            writeln!(f, "\n{}", Markdown(line))?;
        }
    }
    Ok(())
}

fn block(f: &mut String, block: &Block) -> fmt::Result {
    match block {
        Block::Paragraph(line) => writeln!(f, "{}", Markdown(line)),
        Block::Facts(facts) => {
            for (label, lines) in facts {
                writeln!(f, "- **{}**：{}", Escaped(label), Cell(lines))?;
            }
            Ok(())
        }
        Block::List { ordered, lines } => {
            for (line, position) in lines.iter().zip(1..) {
                if *ordered {
                    write!(f, "{position}. ")?;
                } else {
                    f.push_str("- ");
                }
                writeln!(f, "{}", Markdown(line))?;
            }
            Ok(())
        }
        Block::Table { caption, columns, rows } => table(f, caption, columns, rows),
    }
}

fn table(f: &mut String, caption: &str, columns: &[&str], rows: &[Vec<Vec<Line>>]) -> fmt::Result {
    writeln!(f, "**{}**\n", Escaped(caption))?;
    for column in columns {
        write!(f, "| {} ", Escaped(column))?;
    }
    f.push_str("|\n");
    for _ in columns {
        f.push_str("| --- ");
    }
    f.push_str("|\n");
    for row in rows {
        for cell in row {
            write!(f, "| {} ", Cell(cell))?;
        }
        f.push_str("|\n");
    }
    Ok(())
}

/// Lines in one row of the text.
struct Cell<'a>(&'a [Line]);

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (line, position) in self.0.iter().zip(1..) {
            if position > 1 {
                f.write_str("<br>")?;
            }
            write!(f, "{}", Markdown(line))?;
        }
        Ok(())
    }
}

struct Markdown<'a>(&'a Line);

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Escaped(&self.0.text);
        match &self.0.href {
            Some(href) => write!(f, "[{text}]({})", Address(href)),
            None => write!(f, "{text}"),
        }
    }
}

/// An address has no white space; what would end it early is percent-encoded.
struct Address<'a>(&'a str);

impl fmt::Display for Address<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '(' => f.write_str("%28")?,
                ')' => f.write_str("%29")?,
                '<' => f.write_str("%3C")?,
                '>' => f.write_str("%3E")?,
                '|' => f.write_str("%7C")?,
                '&' => f.write_str("&amp;")?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Text of which Markdown reads nothing as markup.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.trim();
        // Where a line begins, `1.` and `-` would open a list.
        let mut number = true;
        let mut first = true;
        for c in text.chars() {
            match c {
                '\n' => {
                    f.write_str("<br>")?;
                    first = true;
                    number = true;
                    continue;
                }
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#' | '$'
                | '!' | '"' | '\'' | '{' | '}' | '^' | '@' => write!(f, "\\{c}")?,
                '+' | '-' | '=' | ':' if first => write!(f, "\\{c}")?,
                '.' | ')' if number && !first => write!(f, "\\{c}")?,
                _ if c.is_control() => f.write_char(char::REPLACEMENT_CHARACTER)?,
                _ => f.write_char(c)?,
            }
            number &= c.is_ascii_digit();
            first = false;
        }
        Ok(())
    }
}
