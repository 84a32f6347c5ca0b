//! JSON-LD of the European core vocabulary as items.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde::Deserialize;

use crate::cpsv_ap::{CpsvAp, CpsvApRead};
use crate::cpsv_ap_fault::{CpsvApFault, CpsvApFaultKind};
use crate::cpsv_ap_write::PREFIXES;
use crate::exchange_cell::parts;
use crate::node::Node;
use crate::reader::Reader;
use crate::sheet_import::item_without_rows;
use crate::sheet_schema::PLACES;
use crate::supplement::{self, Plain};
use crate::tree::Tree;
use crate::{Item, ItemCode, item_read};

pub(crate) fn read(json_ld: &str) -> Result<CpsvApRead, Vec<CpsvApFault>> {
    let whole = |kind| vec![CpsvApFault::new(String::new(), kind)];
    if json_ld.len() > CpsvAp::MAX_JSON_LD {
        return Err(whole(CpsvApFaultKind::TooLarge { max: CpsvAp::MAX_JSON_LD }));
    }
    let document: Node<'_> = serde_json::from_str(json_ld).map_err(|error| {
        whole(CpsvApFaultKind::Syntax { line: error.line(), column: error.column() })
    })?;
    let mut import = Import::default();
    import.twice("", &document);
    let read = import.document(&document);
    if import.faults.is_empty() { Ok(read) } else { Err(import.faults) }
}

/// What the vocabulary gives back of a service and its body.
pub(crate) fn found<'n>(service: &'n Node<'n>, body: &'n Node<'n>) -> Tree<'n> {
    let mut draft = Draft::default();
    draft.service("", service);
    draft.body("", body);
    draft.rules();
    draft.tree
}

#[derive(Default)]
struct Import {
    faults: Vec<CpsvApFault>,
}

/// An item that is being put together, and where its elements stand.
struct Draft<'n> {
    tree: Tree<'n>,
    places: BTreeMap<String, String>,
}

impl Default for Draft<'_> {
    fn default() -> Self {
        Self { tree: item_without_rows(), places: BTreeMap::new() }
    }
}

impl Import {
    fn fault(&mut self, pointer: impl Into<String>, kind: CpsvApFaultKind) {
        self.faults.push(CpsvApFault::new(pointer.into(), kind));
    }

    /// Names given twice: of two values one would be lost.
    fn twice(&mut self, pointer: &str, node: &Node<'_>) {
        match node {
            Node::Record(fields) => {
                let mut names: Vec<_> = fields.iter().map(|(name, _)| name).collect();
                names.sort();
                if names.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
                    self.fault(pointer, CpsvApFaultKind::Twice);
                }
                for (name, node) in fields {
                    // Only names that are known stand in a pointer.
                    let known = KNOWN.contains(&&**name);
                    let below = if known { format!("{pointer}/{name}") } else { pointer.into() };
                    self.twice(&below, node);
                }
            }
            Node::List(elements) => {
                for (node, place) in elements.iter().zip(0_usize..) {
                    self.twice(&format!("{pointer}/{place}"), node);
                }
            }
            _ => {}
        }
    }

    fn document(&mut self, document: &Node<'_>) -> CpsvApRead {
        let mut read = CpsvApRead::default();
        let context = field(document, "@context");
        let known = |(prefix, iri): &(&str, &str)| {
            context.and_then(|context| field(context, prefix)).and_then(text) == Some(iri)
        };
        if !PREFIXES.iter().all(known) {
            self.fault("/@context", CpsvApFaultKind::Context);
            return read;
        }
        let Some(Node::List(graph)) = field(document, "@graph") else {
            self.fault("", CpsvApFaultKind::NoGraph);
            return read;
        };
        let mut bodies = BTreeMap::new();
        for node in graph.iter().filter(|node| is_a(node, "cv:PublicOrganisation")) {
            if let Some(id) = field(node, "@id").and_then(text) {
                bodies.insert(id, node);
            }
        }
        let mut reader = Reader::default();
        for (node, place) in graph.iter().zip(0_usize..) {
            let pointer = format!("/@graph/{place}");
            if is_a(node, "cpsv:PublicService") {
                self.service(&pointer, node, &bodies, &mut reader, &mut read);
            } else if !is_a(node, "cv:PublicOrganisation") {
                read.unread.push(pointer);
            }
        }
        read
    }

    fn service(
        &mut self,
        pointer: &str,
        node: &Node<'_>,
        bodies: &BTreeMap<&str, &Node<'_>>,
        reader: &mut Reader,
        read: &mut CpsvApRead,
    ) {
        let mut draft = Draft::default();
        draft.places.insert(String::new(), pointer.into());
        draft.service(pointer, node);
        let authority = format!("{pointer}/cv:hasCompetentAuthority");
        let id = field(node, "cv:hasCompetentAuthority").and_then(|body| field(body, "@id"));
        let body = id.and_then(text).and_then(|id| bodies.get(id));
        match body {
            Some(body) => draft.body(&authority, body),
            None => self.fault(authority, CpsvApFaultKind::NoSuchNode),
        }
        draft.rules();
        let literal = field(node, "gc:supplement");
        self.beside(&format!("{pointer}/gc:supplement"), literal, &mut draft);
        let Draft { tree, places } = draft;
        let item = item_read::item(reader, tree.node());
        for fault in core::mem::take(&mut reader.faults) {
            let place = fault.nearest(&places).cloned().unwrap_or_default();
            self.fault(place, CpsvApFaultKind::Element(fault));
        }
        let (Some(item), Some(body)) = (item, body) else { return };
        unread(pointer, node, body, &item, &mut read.unread);
        read.items.push(item);
    }

    /// Puts the pairs of the supplement where they belong.
    fn beside<'n>(&mut self, pointer: &str, literal: Option<&'n Node<'n>>, draft: &mut Draft<'n>) {
        let Some(literal) = literal else { return };
        let Some(Node::List(pairs)) = field(literal, "@value") else {
            self.fault(pointer, CpsvApFaultKind::NoPair);
            return;
        };
        for (pair, place) in pairs.iter().zip(0_usize..) {
            let pointer = format!("{pointer}/@value/{place}");
            let Some((path, value)) = pair_of(pair) else {
                self.fault(pointer, CpsvApFaultKind::NoPair);
                continue;
            };
            if supplement::put(&mut draft.tree, path, value) {
                draft.places.insert(path.into(), format!("{pointer}/1"));
            } else {
                self.fault(format!("{pointer}/0"), CpsvApFaultKind::NoSuchPlace);
            }
        }
    }
}

fn pair_of<'n>(pair: &'n Node<'n>) -> Option<(&'n str, Plain<'n>)> {
    let Node::List(pair) = pair else { return None };
    let [Node::Text(path), value] = pair.as_slice() else { return None };
    let value = match value {
        Node::Text(text) => Plain::Text(Cow::Borrowed(text)),
        Node::Number(number) => Plain::Number(*number),
        Node::Flag(flag) => Plain::Flag(*flag),
        Node::List(elements) if elements.is_empty() => Plain::List,
        Node::Record(fields) if fields.is_empty() => Plain::Record,
        Node::Null => Plain::Nothing,
        _ => return None,
    };
    Some((path, value))
}

impl<'n> Draft<'n> {
    /// Puts a value at a path, and remembers where it stands.
    fn put(&mut self, path: String, value: Node<'n>, pointer: String) {
        self.tree.set(&path, Some(Tree::from(value)));
        self.places.insert(path, pointer);
    }

    /// The literal of a property, as the text at a path.
    fn literal(&mut self, path: &str, pointer: &str, node: &'n Node<'n>, property: &str) {
        if let Some(text) = literal(node, property) {
            self.put(path.into(), Node::text(text), format!("{pointer}/{property}"));
        }
    }

    fn body(&mut self, pointer: &str, node: &'n Node<'n>) {
        self.literal("body.code", pointer, node, "dct:identifier");
        self.literal("body.name", pointer, node, "skos:prefLabel");
        // Body and code stand in two nodes; a fault leads to the reference.
        for path in ["body.code", "body.name"] {
            self.places.insert(path.into(), pointer.into());
        }
    }

    fn service(&mut self, pointer: &str, node: &'n Node<'n>) {
        self.identifier(pointer, node);
        self.literal("name", pointer, node, "dct:title");
        if let Some(place) = field(node, "dct:spatial") {
            self.literal("division", &format!("{pointer}/dct:spatial"), place, "dct:identifier");
        }
        self.each(pointer, node, "cv:hasLegalResource", |draft, pointer, node, nth| {
            let title = literal(node, "dct:title");
            let Some([law, article, _]) = title.and_then(parts) else { return };
            let at = |name: &str| format!("basis[{nth}].{name}");
            draft.put(at("law"), Node::text(law), format!("{pointer}/dct:title"));
            if !article.is_empty() {
                draft.put(at("article"), Node::text(article), format!("{pointer}/dct:title"));
            }
        });
        self.each(pointer, node, "cv:holdsRequirement", |draft, pointer, node, nth| {
            draft.literal(&format!("conditions[{nth}].text"), pointer, node, "dct:title");
        });
        self.each(pointer, node, "cpsv:hasInput", |draft, pointer, node, nth| {
            draft.literal(&format!("materials[{nth}].name"), pointer, node, "dct:title");
        });
        self.each(pointer, node, "cpsv:produces", |draft, pointer, node, _| {
            draft.literal("outcome.name", pointer, node, "dct:title");
        });
        self.each(pointer, node, "cv:hasCost", |draft, pointer, node, nth| {
            let text = literal(node, "dct:description").and_then(|text| text.split_once('：'));
            let Some((name, standard)) = text else { return };
            for (part, text) in [("name", name), ("standard", standard)] {
                let path = format!("fees.rows[{nth}].{part}");
                draft.put(path, Node::text(text), format!("{pointer}/dct:description"));
            }
        });
        self.channels(pointer, node);
        if let Some(contact) = field(node, "cv:contactPoint") {
            let pointer = format!("{pointer}/cv:contactPoint/cv:telephone");
            let phones = several(field(contact, "cv:telephone"));
            let phones = phones.iter().filter_map(text).map(Node::text).collect();
            self.put("enquiry_phones".into(), Node::List(phones), pointer);
        }
    }

    /// Code and version, and the type that is inside the code.
    fn identifier(&mut self, pointer: &str, node: &'n Node<'n>) {
        let pointer = format!("{pointer}/dct:identifier");
        let Some(identifier) = literal(node, "dct:identifier") else { return };
        let (code, version) = identifier.rsplit_once('/').unwrap_or((identifier, ""));
        self.put("code".into(), Node::text(code), pointer.clone());
        if let Ok(version) = version.parse() {
            self.put("version".into(), Node::Number(version), pointer.clone());
        }
        if let Ok(code) = ItemCode::parse(code) {
            let item_type = code.item_type().as_str().to_string();
            self.put("type".into(), Node::Text(Cow::Owned(item_type)), pointer);
        }
    }

    /// Windows have three parts; an address on the web has one.
    fn channels(&mut self, pointer: &str, node: &'n Node<'n>) {
        let (mut windows, mut addresses) = (0_usize, ["online.url", "online.mobile_url"].iter());
        self.each(pointer, node, "cv:hasChannel", |draft, pointer, node, _| {
            let Some(text) = literal(node, "dct:description") else { return };
            let pointer = format!("{pointer}/dct:description");
            let parts: Vec<_> = text.split('；').collect();
            if let [name, address, hours] = parts.as_slice() {
                windows += 1;
                for (part, text) in [("name", name), ("address", address), ("hours", hours)] {
                    let path = format!("windows[{windows}].{part}");
                    draft.put(path, Node::text(text), pointer.clone());
                }
            } else if text.starts_with("http")
                && let Some(path) = addresses.next()
            {
                draft.put((*path).into(), Node::text(text), pointer);
            }
        });
    }

    /// Every node of a property, with its position from 1.
    fn each(
        &mut self,
        pointer: &str,
        node: &'n Node<'n>,
        property: &str,
        mut read: impl FnMut(&mut Self, &str, &'n Node<'n>, usize),
    ) {
        let value = field(node, property);
        let alone = !matches!(value, Some(Node::List(_)));
        for (element, nth) in several(value).iter().zip(1..) {
            let pointer = if alone {
                format!("{pointer}/{property}")
            } else {
                format!("{pointer}/{property}/{}", nth - 1)
            };
            read(self, &pointer, element, nth);
        }
    }

    /// No rule is a list without rules.
    fn rules(&mut self) {
        for (path, _) in PLACES {
            self.tree.with_rules(path);
        }
    }
}

/// What stands in the nodes of an item and would not be written so.
fn unread(
    pointer: &str,
    service: &Node<'_>,
    body: &Node<'_>,
    item: &Item,
    unread: &mut Vec<String>,
) {
    let own = CpsvAp { base: "", supplement: false };
    let (own_service, own_body) = (own.service(item), own.body(item));
    let (Ok(again), Ok(body_again)) =
        (Node::deserialize(&own_service), Node::deserialize(&own_body))
    else {
        return;
    };
    differ(pointer, service, &again, unread);
    differ(&format!("{pointer}/cv:hasCompetentAuthority"), body, &body_again, unread);
}

/// Identities are the document's own, and the supplement was read.
const PASSED_OVER: [&str; 3] = ["@id", "dct:identifier", "gc:supplement"];

fn differ(pointer: &str, said: &Node<'_>, own: &Node<'_>, unread: &mut Vec<String>) {
    match (said, own) {
        (Node::Record(said), Node::Record(_)) => {
            for (name, said) in said.iter().filter(|(name, _)| !PASSED_OVER.contains(&&**name)) {
                match field(own, name) {
                    Some(own) => differ(&format!("{pointer}/{name}"), said, own, unread),
                    None => push(unread, pointer),
                }
            }
        }
        (Node::List(said), Node::List(own)) if said.len() == own.len() => {
            for ((said, own), place) in said.iter().zip(own).zip(0_usize..) {
                differ(&format!("{pointer}/{place}"), said, own, unread);
            }
        }
        (Node::List(said), own) if said.len() == 1 => {
            for said in said {
                differ(&format!("{pointer}/0"), said, own, unread);
            }
        }
        (Node::Text(said), Node::Text(own)) if said == own => {}
        (Node::Number(said), Node::Number(own)) if said == own => {}
        _ => push(unread, pointer),
    }
}

fn push(unread: &mut Vec<String>, pointer: &str) {
    if unread.last().is_none_or(|last| last != pointer) {
        unread.push(pointer.into());
    }
}

/// The names that stand in pointers.
const KNOWN: [&str; 24] = [
    "@context",
    "@graph",
    "@value",
    "cpsv:follows",
    "cpsv:hasInput",
    "cpsv:produces",
    "cv:contactPoint",
    "cv:hasChannel",
    "cv:hasCompetentAuthority",
    "cv:hasCost",
    "cv:hasLegalResource",
    "cv:holdsRequirement",
    "cv:processingTime",
    "cv:telephone",
    "dct:description",
    "dct:identifier",
    "dct:language",
    "dct:spatial",
    "dct:title",
    "gc:supplement",
    "skos:prefLabel",
    "@type",
    "@id",
    "@language",
];

fn field<'n>(node: &'n Node<'n>, name: &str) -> Option<&'n Node<'n>> {
    match node {
        Node::Record(fields) => {
            fields.iter().find(|(other, _)| other == name).map(|(_, node)| node)
        }
        _ => None,
    }
}

fn text<'n>(node: &'n Node<'n>) -> Option<&'n str> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

/// A text, with or without its language, alone or as the first of several.
fn literal<'n>(node: &'n Node<'n>, property: &str) -> Option<&'n str> {
    let first = several(field(node, property)).first()?;
    text(first).or_else(|| field(first, "@value").and_then(text))
}

/// The values of a property: none, one, or a list.
fn several<'n>(value: Option<&'n Node<'n>>) -> &'n [Node<'n>] {
    match value {
        Some(Node::List(values)) => values,
        Some(value) => core::slice::from_ref(value),
        None => &[],
    }
}

fn is_a(node: &Node<'_>, class: &str) -> bool {
    several(field(node, "@type")).iter().any(|value| text(value) == Some(class))
}
