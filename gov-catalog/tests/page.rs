//! Pages say the same as the item, and text is text in both forms.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a page that an unrelated reader cannot read should stop the test"
)]

use gov_catalog::{Line, Page};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use quick_xml::events::Event as Xml;

/// A page with the text at every place that takes text.
fn page(text: &str) -> Page {
    let line = || Line::text(text);
    Page::new(text)
        .subtitle(text)
        .section("one", text)
        .paragraph(line())
        .facts([("标签", vec![line(), line()])])
        .list([line(), Line::link(text, "https://example.gov.cn/?a=1&b=(2)|'\"<>")])
        .steps([line()])
        .table(text, ["甲", "乙"], [vec![vec![line()], vec![line(), line()]]])
        .footer(line())
}

/// All text between the tags, by an unrelated reader; the style is left out.
fn xml_text(html: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(html);
    reader.config_mut().check_end_names = true;
    let (mut texts, mut style, mut current) = (Vec::new(), false, String::new());
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(tag) => {
                texts.push(std::mem::take(&mut current));
                style = tag.name().as_ref() == "style";
            }
            Xml::End(_) | Xml::Empty(_) => {
                texts.push(std::mem::take(&mut current));
                style = false;
            }
            Xml::Text(text) if !style => current.push_str(&text.xml10_content()),
            Xml::GeneralRef(name) => current.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "#39" => "'",
                other => panic!("{other}"),
            }),
            Xml::Eof => return texts,
            _ => {}
        }
    }
}

/// All text, by an unrelated reader; a break is a new line.
fn markdown_text(markdown: &str) -> (String, usize) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_FOOTNOTES;
    let (mut text, mut html) = (String::new(), 0);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(part) => text.push_str(&part),
            Event::InlineHtml(tag) if &*tag == "<br>" => text.push('\n'),
            Event::Start(_) | Event::End(_) | Event::Rule => {}
            _ => html += 1,
        }
    }
    (text, html)
}

fn shown(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => '\u{fffd}',
            c => c,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn html_is_well_formed_and_shows_the_text_as_written(text in "[a-z<>&\"'/;!\\-\\[\\]#\n\u{0}\u{7f}一\u{202e}]{1,24}|\\PC{1,24}") {
        prop_assume!(!text.trim().is_empty());
        let texts = xml_text(&page(&text).to_html());
        let seen = texts.iter().filter(|seen| **seen == shown(&text)).count();
        // Title, three headings, navigation, subtitle, paragraph, two facts,
        // three points, caption, three lines of cells, footer.
        prop_assert!(seen >= 16, "{seen} {texts:?}");
    }

    #[test]
    fn markdown_reads_nothing_as_markup(text in "[a-z0-9<>&\"'/;!*_`~|\\\\\\[\\]()#+=:.\\-\n$^{}@一 ]{1,24}|\\PC{1,24}") {
        let plain = Page::new("题").section("one", "节").list([Line::text(text.as_str())]);
        let empty = Page::new("题").section("one", "节").list([Line::text("空")]);
        let (seen, other) = markdown_text(&plain.to_markdown());
        let (frame, _) = markdown_text(&empty.to_markdown());
        let frame = frame.trim_end_matches('空');
        let expected = shown(text.trim());
        let seen = seen.strip_prefix(frame).unwrap();
        let squeeze = |text: &str| text.split('\n').map(str::trim).collect::<Vec<_>>().join("\n");
        if !text.trim().is_empty() {
            prop_assert_eq!(squeeze(seen), squeeze(&expected.replace('\t', "\u{fffd}")));
        }
        prop_assert_eq!(other, 0);
    }

    #[test]
    fn no_text_runs_or_loads_anything(text in "\\PC{0,64}") {
        let html = page(&text).to_html().replace(&gov_text(&text), "");
        prop_assert!(!html.contains("<script") && !html.contains("javascript:"));
    }
}

fn gov_text(text: &str) -> String {
    if text.is_empty() { "\u{1}".into() } else { text.into() }
}

#[test]
fn an_address_of_another_scheme_is_no_address() {
    for href in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.com/",
        "java\tscript:alert(1)",
        " https://example.gov.cn/",
        "\\\\example.com",
        "",
    ] {
        assert_eq!(Line::link("text", href).href(), None, "{href:?}");
    }
    for href in ["https://example.gov.cn/a?b=c:d", "tel:0952-0000001", "a/b.html", "#top", "?q=a:b"]
    {
        assert_eq!(Line::link("text", href).href(), Some(href));
    }
}

#[test]
fn an_empty_block_and_an_empty_fact_leave_no_trace() {
    let empty = Page::new("题")
        .paragraph(" ")
        .list([])
        .steps([])
        .facts([("标签", Vec::new())])
        .table("表", ["甲"], []);
    assert_eq!(empty, Page::new("题"));
    assert!(!empty.to_html().contains("<nav"));
}

#[test]
fn a_block_before_any_section_opens_one() {
    let page = Page::new("题").paragraph("文");
    assert!(page.to_markdown().contains("## 概要\n\n文\n"));
}

#[test]
fn a_short_row_is_filled_up_and_a_long_one_is_cut() {
    let cell = || vec![Line::text("格")];
    let page =
        Page::new("题").table("表", ["甲", "乙"], [vec![cell()], vec![cell(), cell(), cell()]]);
    assert!(page.to_markdown().contains("| 甲 | 乙 |\n| --- | --- |\n| 格 |  |\n| 格 | 格 |\n"));
}
