//! Items as public services of the European core vocabulary.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::guide_page::{copies, promised, statutory};
use crate::workbook::LeftOut;
use crate::{Item, LimitUnit, Text, TimeLimit};

/// Writes items as JSON-LD after CPSV-AP 3.2 (SEMIC, release 3.2.0), so that a
/// program that knows no Chinese catalog can still read what is offered.
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
///
/// Working days stay text: `xsd:duration` has no such unit, and calling them
/// days would promise too much.
///
/// ```
/// use gov_catalog::{CpsvAp, Item};
///
/// let json = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/item.json"));
/// let item = Item::from_json(json).unwrap();
/// let written = CpsvAp::at("https://example.gov.cn/").unwrap().write([&item]);
/// assert!(written.json_ld.contains("cpsv:PublicService"));
/// assert!(written.left_out.iter().any(|left| left.path == "questions"));
/// ```
///
/// Deliberately absent: reading. The vocabulary has no place for versions, codes
/// inside codes, or two kinds of limit, so nothing could come back whole.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CpsvAp<'a> {
    base: &'a str,
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

impl<'a> CpsvAp<'a> {
    /// Under which address the services, bodies and divisions are known: `http:`
    /// or `https:`, ending with `/` or `#`, of printable ASCII without what JSON-LD
    /// and Turtle escape.
    #[must_use]
    pub fn at(base: &'a str) -> Option<Self> {
        let known = base.starts_with("https://") || base.starts_with("http://");
        let plain =
            base.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte));
        (known && plain && base.ends_with(['/', '#'])).then_some(Self { base })
    }

    /// Writes items; the same items give the same text.
    pub fn write<'i>(&self, items: impl IntoIterator<Item = &'i Item>) -> CpsvApWritten {
        let mut graph = Vec::new();
        let mut bodies = Vec::new();
        let mut left_out = Vec::new();
        for (item, position) in items.into_iter().zip(1..) {
            let body = item.body().code;
            if !bodies.contains(&body) {
                bodies.push(body);
                graph.push(self.body(item));
            }
            graph.push(self.service(item));
            let paths = unmapped(item).into_iter();
            left_out.extend(paths.map(|path| LeftOut { item: position, path: path.into() }));
        }
        let document = json!({ "@context": context(), "@graph": graph });
        CpsvApWritten { json_ld: format!("{document:#}\n"), left_out }
    }

    fn body(&self, item: &Item) -> Value {
        let body = item.body();
        json!({
            "@id": format!("{}bodies/{}", self.base, body.code),
            "@type": "cv:PublicOrganisation",
            "dct:identifier": body.code.as_str(),
            "skos:prefLabel": zh(&body.name),
            "dct:spatial": self.place(item),
        })
    }

    fn place(&self, item: &Item) -> Value {
        let division = item.division();
        json!({
            "@id": format!("{}divisions/{}", self.base, division.as_str()),
            "@type": "dct:Location",
            "dct:identifier": division.as_str(),
        })
    }

    fn service(&self, item: &Item) -> Value {
        let id = format!("{}services/{}/{}", self.base, item.code(), item.version());
        let part = |kind: &str, nth: usize| format!("{id}/{kind}/{nth}");
        let mut service = json!({
            "@id": id,
            "@type": "cpsv:PublicService",
            "dct:identifier": format!("{}/{}", item.code(), item.version()),
            "dct:title": zh(item.name()),
            "dct:description": zh(&description(item)),
            "dct:language": { "@id": "http://publications.europa.eu/resource/authority/language/ZHO", "@type": "dct:LinguisticSystem" },
            "dct:spatial": self.place(item),
            "cv:hasCompetentAuthority": { "@id": format!("{}bodies/{}", self.base, item.body().code) },
            "cv:hasLegalResource": numbered(item.basis(), |basis, nth| json!({
                "@id": part("basis", nth), "@type": "eli:LegalResource",
                "dct:title": zh(&basis.to_string()),
            })),
            "cv:holdsRequirement": numbered(item.conditions(), |condition, nth| json!({
                "@id": part("conditions", nth), "@type": "cv:Requirement",
                "dct:identifier": part("conditions", nth), "dct:title": zh(&condition.text),
            })),
            "cpsv:hasInput": numbered(item.materials(), |material, nth| {
                let when = material.only_when.as_ref().map(|when| format!("；{when}")).unwrap_or_default();
                let (needed, form) = (material.requirement.zh(), material.form.zh());
                let copies = copies(material.originals, material.copies);
                let standard = material.acceptance_standard.as_ref().map(|text| format!("；{text}")).unwrap_or_default();
                json!({
                    "@id": part("materials", nth), "@type": "cv:Evidence",
                    "dct:identifier": part("materials", nth), "dct:title": zh(&material.name),
                    "dct:description": zh(&format!("{needed}{when}；{form}；{copies}{standard}")),
                })
            }),
            "cpsv:follows": rules(item, &part),
            "cpsv:produces": {
                "@id": part("outcome", 1), "@type": "cv:Output",
                "dct:identifier": part("outcome", 1), "dct:title": zh(&item.outcome().name),
            },
            "cv:hasCost": numbered(&item.fees().rows, |fee, nth| json!({
                "@id": part("fees", nth), "@type": "cv:Cost",
                "dct:identifier": part("fees", nth),
                "dct:description": zh(&format!("{}：{}", fee.name, fee.standard)),
            })),
            "cv:hasChannel": channels(item, &part),
            "cv:contactPoint": {
                "@id": part("contact", 1), "@type": "cv:ContactPoint",
                "cv:telephone": item.enquiry_phones().iter().map(Text::as_str).collect::<Vec<_>>(),
            },
        });
        let decision = &item.limits().decision;
        if let (LimitUnit::NaturalDay, Value::Object(fields)) = (decision.unit(), &mut service) {
            let duration = format!("P{}D", decision.promised());
            fields.insert(
                "cv:processingTime".into(),
                json!({ "@type": "xsd:duration", "@value": duration }),
            );
        }
        service
    }
}

fn context() -> Value {
    json!({
        "cpsv": "http://purl.org/vocab/cpsv#",
        "cv": "http://data.europa.eu/m8g/",
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

/// Chinese text in simplified characters.
fn zh(text: &str) -> Value {
    json!({ "@language": "zh-Hans", "@value": text })
}

fn numbered<T>(elements: &[T], form: impl Fn(&T, usize) -> Value) -> Vec<Value> {
    elements.iter().zip(1..).map(|(element, nth)| form(element, nth)).collect()
}

/// The type and what the rules say of it.
fn description(item: &Item) -> String {
    let gists: Vec<_> = item.basis().iter().filter_map(|basis| basis.gist.as_deref()).collect();
    format!("{}：{}。{}", item.item_type().zh(), item.name(), gists.join(""))
}

/// What has no class of its own, as rules that a person can read.
fn rules(item: &Item, part: &impl Fn(&str, usize) -> String) -> Vec<Value> {
    let limits = item.limits();
    let limit = |name: &str, limit: &TimeLimit| {
        (name.to_string(), format!("法定{}，承诺{}", statutory(limit), promised(limit)))
    };
    let mut rules = alloc::vec![
        limit("补正告知时限", &limits.supplement_notice),
        limit("审批决定时限", &limits.decision),
    ];
    rules.extend(limits.extension.as_ref().map(|one| limit("延长", one)));
    rules.extend(limits.delivery.as_ref().map(|one| limit("颁发送达时限", one)));
    let steps: Vec<_> =
        item.steps().iter().map(|step| format!("{}（{}）", step.name, step.role)).collect();
    rules.push(("办理流程".into(), steps.join("→")));
    rules.extend(
        item.site_check().map(|check| ("现场核查".into(), format!("不少于{}人", check.officers))),
    );
    rules.extend(item.special_procedures().iter().map(|one| {
        let limit = one.limit.as_ref().map_or_else(|| "所需时间另行告知".into(), statutory);
        (one.name.to_string(), limit)
    }));
    numbered(&rules, |(title, text), nth| {
        json!({
            "@id": part("rules", nth), "@type": "cpsv:Rule", "dct:identifier": part("rules", nth),
            "dct:title": zh(title), "dct:description": zh(text),
        })
    })
}

fn channels(item: &Item, part: &impl Fn(&str, usize) -> String) -> Vec<Value> {
    let mut channels = numbered(item.windows(), |window, nth| {
        json!({
            "@id": part("windows", nth), "@type": "cv:Channel",
            "dct:identifier": part("windows", nth),
            "dct:description": zh(&format!("{}；{}；{}", window.name, window.address, window.hours)),
        })
    });
    for (url, nth) in [&item.online().url, &item.online().mobile_url].into_iter().flatten().zip(1..)
    {
        channels.push(json!({
            "@id": part("online", nth), "@type": "cv:Channel",
            "dct:identifier": part("online", nth), "dct:description": zh(url),
        }));
    }
    channels
}

/// The elements that the item has and the vocabulary has no place for.
fn unmapped(item: &Item) -> Vec<&'static str> {
    let (service, outcome) = (item.service(), item.outcome());
    let elements = [
        ("ends", item.ends().is_some()),
        ("local_codes", *item.local_codes() != crate::LocalCodes::default()),
        ("links", !item.links().is_empty()),
        ("power", *item.power() != crate::Power::default()),
        ("levels", *item.levels() != crate::ItemLevels::default()),
        ("service", *service != crate::Service::default()),
        ("online.depth", !item.online().depth.is_empty()),
        ("topics", *item.topics() != crate::Topics::default()),
        ("conditions.criterion", item.conditions().iter().any(|one| one.criterion.is_some())),
        ("materials.source", item.materials().iter().any(|one| one.license_type().is_some())),
        ("materials.details", item.materials().iter().any(|one| one.details.is_some())),
        ("intermediaries", !item.intermediaries().is_empty()),
        ("outcome.license_type", outcome.license_type.is_some()),
        ("outcome.validity_years", outcome.validity_years.is_some()),
        ("outcome.sample", outcome.sample.is_some()),
        ("complaint_phones", true),
        ("questions", !item.questions().is_empty()),
        ("remedies", *item.remedies() != crate::Remedies::default()),
        ("enforcement", *item.enforcement() != crate::Enforcement::default()),
        ("extension", item.extension().is_some()),
        ("notes", !item.notes().is_empty()),
    ];
    elements.into_iter().filter(|(_, there)| *there).map(|(path, _)| path).collect()
}
