//! A page as HTML: landmarks, headings in order, no script, all text escaped.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write};

use crate::Page;
use crate::page::{Block, Line, Section};

/// Nothing is loaded and nothing runs; only the style inside the page counts.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const STYLE: &str = include_str!("page.css");

impl Page {
    /// The page as one HTML file that needs nothing beside it.
    ///
    /// Well-formed as XML too. It has a link that skips to the content, the
    /// landmarks header, navigation, main and footer, headings without gaps,
    /// tables with a caption and with headings of columns and rows, and a style
    /// for screens, phones and paper.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        // Writing to a string cannot fail.
        let _ = page(&mut html, self);
        html
    }
}

/// Text with what HTML would read as markup replaced.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\n' | '\t' => f.write_char(c)?,
                // No character of HTML text, nor of XML.
                _ if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                    f.write_char(char::REPLACEMENT_CHARACTER)?;
                }
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

fn page(f: &mut String, page: &Page) -> fmt::Result {
    let title = Escaped(&page.title);
    write!(
        f,
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\" />\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <link rel=\"icon\" href=\"data:,\" />\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">跳到正文</a>\n<header>\n<h1>{title}</h1>\n",
        Escaped(POLICY),
    )?;
    if let Some(subtitle) = &page.subtitle {
        writeln!(f, "<p>{}</p>", Escaped(subtitle))?;
    }
    f.push_str("</header>\n");
    navigation(f, &page.sections)?;
    f.push_str("<main id=\"content\" tabindex=\"-1\">\n");
    for section in &page.sections {
        self::section(f, section)?;
    }
    f.push_str("</main>\n");
    if !page.footer.is_empty() {
        f.push_str("<footer>\n");
        for line in &page.footer {
            writeln!(f, "<p>{}</p>", Html(line))?;
        }
        f.push_str("</footer>\n");
    }
    f.push_str("</body>\n</html>\n");
    Ok(())
}

fn navigation(f: &mut String, sections: &[Section]) -> fmt::Result {
    if sections.is_empty() {
        return Ok(());
    }
    f.push_str("<nav aria-label=\"本页目录\">\n<ol>\n");
    for section in sections {
        let Section { id, heading, .. } = section;
        writeln!(f, "<li><a href=\"#{}\">{}</a></li>", Escaped(id), Escaped(heading))?;
    }
    f.push_str("</ol>\n</nav>\n");
    Ok(())
}

fn section(f: &mut String, section: &Section) -> fmt::Result {
    let id = Escaped(section.id);
    writeln!(f, "<section id=\"{id}\" aria-labelledby=\"{id}-heading\">")?;
    writeln!(f, "<h2 id=\"{id}-heading\">{}</h2>", Escaped(&section.heading))?;
    for block in &section.blocks {
        self::block(f, block)?;
    }
    f.push_str("</section>\n");
    Ok(())
}

fn block(f: &mut String, block: &Block) -> fmt::Result {
    match block {
        Block::Paragraph(line) => writeln!(f, "<p>{}</p>", Html(line)),
        Block::Facts(facts) => {
            f.push_str("<dl>\n");
            for (label, lines) in facts {
                write!(f, "<div><dt>{}</dt>", Escaped(label))?;
                for line in lines {
                    write!(f, "<dd>{}</dd>", Html(line))?;
                }
                f.push_str("</div>\n");
            }
            f.push_str("</dl>\n");
            Ok(())
        }
        Block::List { ordered, lines } => {
            let tag = if *ordered { "ol" } else { "ul" };
            writeln!(f, "<{tag}>")?;
            for line in lines {
                writeln!(f, "<li>{}</li>", Html(line))?;
            }
            writeln!(f, "</{tag}>")
        }
        Block::Table { caption, columns, rows } => table(f, caption, columns, rows),
    }
}

/// A table in a region of its own: on a narrow screen the region scrolls, and
/// the keyboard reaches it.
fn table(f: &mut String, caption: &str, columns: &[&str], rows: &[Vec<Vec<Line>>]) -> fmt::Result {
    let caption = Escaped(caption);
    // Its name differs from that of the section, which may be the caption's.
    writeln!(
        f,
        "<div class=\"table\" role=\"region\" aria-label=\"{caption}（表格）\" tabindex=\"0\">"
    )?;
    let wide = if columns.len() > 3 { " class=\"wide\"" } else { "" };
    write!(f, "<table{wide}>\n<caption>{caption}</caption>\n<thead>\n<tr>")?;
    for column in columns {
        write!(f, "<th scope=\"col\">{}</th>", Escaped(column))?;
    }
    f.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in rows {
        f.push_str("<tr>");
        for (cell, position) in row.iter().zip(1..) {
            let (open, close) =
                if position == 1 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
            f.push_str(open);
            for (line, position) in cell.iter().zip(1..) {
                if position > 1 {
                    f.push_str("<br />");
                }
                write!(f, "{}", Html(line))?;
            }
            f.push_str(close);
        }
        f.push_str("</tr>\n");
    }
    f.push_str("</tbody>\n</table>\n</div>\n");
    Ok(())
}

struct Html<'a>(&'a Line);

impl fmt::Display for Html<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Escaped(&self.0.text);
        match &self.0.href {
            Some(href) => write!(f, "<a href=\"{}\">{text}</a>", Escaped(href)),
            None => write!(f, "{text}"),
        }
    }
}
