//! Items as public services of the European core vocabulary.

use alloc::string::String;
use alloc::vec::Vec;

use crate::cpsv_ap_fault::CpsvApFault;
use crate::workbook::LeftOut;
use crate::{Item, cpsv_ap_read, cpsv_ap_write};

/// Items as JSON-LD after CPSV-AP 3.2 (SEMIC, release 3.2.0), both ways, so that
/// a program that knows no Chinese catalog can still read what is offered.
///
/// | Element | Class or property |
/// | ------- | ----------------- |
/// | item | `cpsv:PublicService` with `dct:identifier`, `dct:title`, `dct:description` |
/// | body | `cv:PublicOrganisation` by `cv:hasCompetentAuthority` |
/// | basis | `eli:LegalResource` by `cv:hasLegalResource` |
/// | conditions | `cv:Requirement` by `cv:holdsRequirement` |
/// | materials | `cv:Evidence` by `cpsv:hasInput` |
/// | limits, steps, check on site | `cpsv:Rule` by `cpsv:follows`, as text |
/// | promise in natural days | `cv:processingTime` |
/// | fees | `cv:Cost` by `cv:hasCost` |
/// | result | `cv:Output` by `cpsv:produces` |
/// | windows, address on the web | `cv:Channel` by `cv:hasChannel` |
/// | telephones | `cv:ContactPoint` by `cv:contactPoint` |
/// | everything else | `gc:supplement`, a JSON literal |
///
/// Working days stay text: `xsd:duration` has no such unit, and calling them
/// days would promise too much.
///
/// The vocabulary has no place for versions in force, codes inside codes or two
/// kinds of limit. These stand in a property of a namespace of the publisher's
/// own (`gc`, the base with `ns/`), as paths with values, so that an item comes
/// back whole. Who knows only CPSV-AP passes over it; [`plain`](Self::plain)
/// leaves it away and tells what is lost by that.
///
/// ```
/// use gov_catalog::{CpsvAp, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let base = CpsvAp::at("https://example.gov.cn/").unwrap();
/// let written = base.write([&item]);
/// assert!(written.json_ld.contains("cpsv:PublicService"));
/// assert_eq!(written.left_out, []);
///
/// let read = CpsvAp::read(&written.json_ld).unwrap();
/// assert_eq!(read.items, [item.clone()]);
///
/// let plain = base.plain().write([&item]);
/// assert!(plain.left_out.iter().any(|left| left.path == "questions"));
/// ```
///
/// Deliberately absent: other JSON-LD forms of the same graph. What is read has
/// the prefixes and the nesting of what is written; to bring a document into
/// that form is the work of a JSON-LD processor.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CpsvAp<'a> {
    pub(crate) base: &'a str,
    pub(crate) supplement: bool,
}

/// The JSON-LD, and what it does not hold.
///
/// ```
/// use gov_catalog::CpsvAp;
///
/// let written = CpsvAp::at("https://example.gov.cn/").unwrap().write([]);
/// assert!(written.left_out.is_empty());
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[must_use = "what was left out is said here and nowhere else"]
#[non_exhaustive]
pub struct CpsvApWritten {
    /// One JSON document.
    pub json_ld: String,
    /// Elements that the vocabulary has no place for, in the order of the items.
    pub left_out: Vec<LeftOut>,
}

/// What came out of JSON-LD.
///
/// ```
/// use gov_catalog::{CpsvAp, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let json_ld = CpsvAp::at("https://example.gov.cn/").unwrap().write([&item]).json_ld;
/// // Somebody adds what an item has no element for.
/// let json_ld = json_ld.replacen("\"cv:contactPoint\"", "\"cv:sector\": 1, \"cv:contactPoint\"", 1);
/// let read = CpsvAp::read(&json_ld).unwrap();
/// assert_eq!(read.items, [item]);
/// assert_eq!(read.unread, ["/@graph/1"]);
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
#[must_use = "what was not read is said here and nowhere else"]
#[non_exhaustive]
pub struct CpsvApRead {
    /// The items, in the order of the graph.
    pub items: Vec<Item>,
    /// JSON pointers to what says something an item has no element for, or says
    /// it otherwise than the item; of a property that is not known, to its node.
    pub unread: Vec<String>,
}

impl<'a> CpsvAp<'a> {
    /// The largest document that is read, in bytes.
    pub const MAX_JSON_LD: usize = 1 << 28;

    /// Under which address the services, bodies and divisions are known: `http:`
    /// or `https:`, ending with `/` or `#`, of printable ASCII without what JSON-LD
    /// and Turtle escape.
    #[must_use]
    pub fn at(base: &'a str) -> Option<Self> {
        let known = base.starts_with("https://") || base.starts_with("http://");
        let plain =
            base.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte));
        (known && plain && base.ends_with(['/', '#'])).then_some(Self { base, supplement: true })
    }

    /// The same without the supplement: for a receiver that takes CPSV-AP only.
    /// What it has no place for is then [`left_out`](CpsvApWritten::left_out).
    #[must_use]
    pub const fn plain(self) -> Self {
        Self { supplement: false, ..self }
    }

    /// Writes items; the same items give the same text. Nothing is lost, unless
    /// [`plain`](Self::plain) says so.
    pub fn write<'i>(&self, items: impl IntoIterator<Item = &'i Item>) -> CpsvApWritten {
        cpsv_ap_write::write(self, items)
    }

    /// Reads items from a document with the prefixes and the nesting of those
    /// that [`write`](Self::write) makes.
    ///
    /// # Errors
    ///
    /// *Every* fault, each with its JSON pointer, and no item: other prefixes, a
    /// body that is not in the graph, a property given twice, a supplement that
    /// leads nowhere, and whatever [`Item::try_from`] would tell of an element. A
    /// text that is no JSON, or larger than [`MAX_JSON_LD`](Self::MAX_JSON_LD), is
    /// one fault.
    pub fn read(json_ld: &str) -> Result<CpsvApRead, Vec<CpsvApFault>> {
        cpsv_ap_read::read(json_ld)
    }
}
