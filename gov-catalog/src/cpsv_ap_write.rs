//! Items as JSON-LD of the European core vocabulary.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::cpsv_ap::{CpsvAp, CpsvApWritten};
use crate::cpsv_ap_read;
use crate::guide_page::{copies, promised, statutory};
use crate::node::Node;
use crate::supplement::{self, Beside, Plain};
use crate::workbook::LeftOut;
use crate::{Item, LimitUnit, Text, TimeLimit, item_tree};

pub(crate) fn write<'i>(
    cpsv_ap: &CpsvAp<'_>,
    items: impl IntoIterator<Item = &'i Item>,
) -> CpsvApWritten {
    let mut graph = Vec::new();
    let mut bodies: Vec<(_, Value)> = Vec::new();
    let mut left_out = Vec::new();
    for (item, position) in items.into_iter().zip(1..) {
        let code = item.body().code;
        let known = bodies.iter().find(|(other, _)| *other == code);
        let body = if let Some((_, body)) = known {
            body.clone()
        } else {
            let body = cpsv_ap.body(item);
            graph.push(body.clone());
            bodies.push((code, body.clone()));
            body
        };
        let mut service = cpsv_ap.service(item);
        let beside = beside(item, &service, &body);
        if cpsv_ap.supplement {
            if let (false, Value::Object(fields)) = (beside.is_empty(), &mut service) {
                fields.insert("gc:supplement".into(), supplement(&beside));
            }
        } else {
            let paths = supplement::roots(beside).into_iter();
            left_out.extend(paths.map(|path| LeftOut { item: position, path }));
        }
        graph.push(service);
    }
    let document = json!({ "@context": cpsv_ap.context(), "@graph": graph });
    CpsvApWritten { json_ld: format!("{document:#}\n"), left_out }
}

/// What the vocabulary does not give back of an item.
fn beside<'i>(item: &'i Item, service: &Value, body: &Value) -> Vec<Beside<'i>> {
    let node = |value| Node::deserialize(value).unwrap_or(Node::Null);
    let (service, body) = (node(service), node(body));
    let found = cpsv_ap_read::found(&service, &body);
    supplement::beyond(item_tree::item(&item.0), found.node())
}

/// A JSON literal: pairs of path and value, in an order that matters.
fn supplement(beside: &[Beside<'_>]) -> Value {
    let pairs = beside.iter().map(|beside| {
        let value = match &beside.value {
            Plain::Text(text) => json!(text),
            Plain::Number(number) => json!(number),
            Plain::Flag(flag) => json!(flag),
            Plain::List => json!([]),
            Plain::Record => json!({}),
            Plain::Nothing => Value::Null,
        };
        json!([beside.path, value])
    });
    json!({ "@type": "@json", "@value": pairs.collect::<Vec<_>>() })
}

/// The prefixes of the vocabulary.
pub(crate) const PREFIXES: [(&str, &str); 6] = [
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

impl CpsvAp<'_> {
    fn context(&self) -> Value {
        let mut context: serde_json::Map<_, _> =
            PREFIXES.iter().map(|(name, iri)| (String::from(*name), json!(iri))).collect();
        context.insert("gc".into(), json!(format!("{}ns/", self.base)));
        Value::Object(context)
    }

    pub(crate) fn body(&self, item: &Item) -> Value {
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
            // A service is offered in a location, an organization covers a unit of
            // the territory: the vocabulary asks for both classes.
            "@type": ["dct:Location", "http://data.europa.eu/88u/dataset/atu-type"],
            "dct:identifier": division.as_str(),
        })
    }

    pub(crate) fn service(&self, item: &Item) -> Value {
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
        let decision = item.decision().filter(|limit| limit.unit() == LimitUnit::NaturalDay);
        if let (Some(decision), Value::Object(fields)) = (decision, &mut service) {
            let duration = format!("P{}D", decision.promised());
            fields.insert(
                "cv:processingTime".into(),
                json!({ "@type": "xsd:duration", "@value": duration }),
            );
        }
        service
    }
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
    let limit = |name: &str, limit: &TimeLimit| {
        (name.to_string(), format!("法定{}，承诺{}", statutory(limit), promised(limit)))
    };
    let mut rules = Vec::new();
    if let Some(limits) = item.limits() {
        rules.push(limit("补正告知时限", &limits.supplement_notice));
        rules.push(limit("审批决定时限", &limits.decision));
        rules.extend(limits.extension.as_ref().map(|one| limit("延长", one)));
        rules.extend(limits.delivery.as_ref().map(|one| limit("颁发送达时限", one)));
    }
    let steps: Vec<_> =
        item.steps().iter().map(|step| format!("{}（{}）", step.name, step.role)).collect();
    if !steps.is_empty() {
        rules.push(("办理流程".into(), steps.join("→")));
    }
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
