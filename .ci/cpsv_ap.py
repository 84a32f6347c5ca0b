"""Checks JSON-LD of `catalog convert --to json-ld` against CPSV-AP 3.2.0 with a
SHACL engine of another house (pySHACL on RDFLib).

    cpsv_ap.py FILE.jsonld

The official shapes (SEMICeu/CPSV-AP, releases/3.2.0/shacl/cpsv-ap-SHACL.ttl) are not
in this repository. The table below says what they hold of the classes that an item
becomes, read from that file on 2026-11-23 and written down anew; with CPSV_AP_SHAPES
naming a copy of the file, that copy is asked too. The engine itself is put to the test
first: a document without its titles must fail.
"""

import json
import os
import pathlib
import sys

from pyshacl import validate
from rdflib import Graph

PREFIXES = """
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix atu: <http://data.europa.eu/88u/dataset/> .
@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

TEXT = "sh:datatype rdf:langString"


def a(name: str) -> str:
    return f"sh:class {name}"


# Class: property, least, most (None for any), what its values are.
RULES = {
    "cpsv:PublicService": [
        ("dct:identifier", 1, 1, None),
        ("dct:title", 1, None, TEXT),
        ("dct:description", 1, None, TEXT),
        ("cv:hasCompetentAuthority", 1, None, a("cv:PublicOrganisation")),
        ("cv:hasChannel", 0, None, a("cv:Channel")),
        ("cv:hasCost", 0, None, a("cv:Cost")),
        ("cv:hasLegalResource", 0, None, a("eli:LegalResource")),
        ("cv:holdsRequirement", 0, None, a("cv:Requirement")),
        ("cv:contactPoint", 0, None, a("cv:ContactPoint")),
        ("cv:processingTime", 0, 1, "sh:datatype xsd:duration"),
        ("cv:sector", 0, None, a("skos:Concept")),
        ("cv:thematicArea", 0, None, a("skos:Concept")),
        ("cpsv:follows", 0, None, a("cpsv:Rule")),
        ("cpsv:hasInput", 0, None, a("cv:Evidence")),
        ("cpsv:produces", 0, None, a("cv:Output")),
        ("dct:audience", 0, None, a("skos:Concept")),
        ("dct:language", 0, None, a("dct:LinguisticSystem")),
        ("dct:spatial", 0, None, a("dct:Location")),
        ("dct:type", 0, None, a("skos:Concept")),
        ("adms:status", 0, 1, a("skos:Concept")),
    ],
    "cv:PublicOrganisation": [
        ("dct:spatial", 1, None, a("atu:atu-type")),
        ("skos:prefLabel", 1, None, TEXT),
    ],
    "cv:Evidence": [
        ("dct:identifier", 1, 1, None),
        ("dct:title", 1, None, TEXT),
        ("dct:description", 0, None, TEXT),
        ("dct:type", 0, 1, a("skos:Concept")),
        ("dct:language", 0, None, a("dct:LinguisticSystem")),
        ("foaf:page", 0, None, a("foaf:Document")),
    ],
    "cv:Requirement": [
        ("dct:identifier", 1, 1, None),
        ("dct:title", 1, None, TEXT),
        ("dct:type", 0, None, a("skos:Concept")),
        ("cv:fulfils", 0, None, a("cpsv:Rule")),
    ],
    "cpsv:Rule": [
        ("dct:identifier", 1, 1, None),
        ("dct:title", 1, None, TEXT),
        ("dct:description", 1, None, TEXT),
        ("dct:type", 0, 1, a("skos:Concept")),
        ("cpsv:implements", 0, None, a("eli:LegalResource")),
    ],
    "cv:Output": [
        ("dct:identifier", 1, 1, None),
        ("dct:title", 1, None, TEXT),
        ("dct:description", 0, None, TEXT),
        ("dct:type", 0, None, a("skos:Concept")),
    ],
    "cv:Cost": [
        ("dct:identifier", 1, 1, None),
        ("dct:description", 0, None, TEXT),
        ("cv:hasValue", 0, 1, "sh:datatype xsd:double"),
        ("cv:currency", 0, 1, a("skos:Concept")),
    ],
    "cv:Channel": [
        ("dct:identifier", 1, 1, None),
        ("dct:description", 0, None, TEXT),
        ("dct:type", 0, 1, a("skos:Concept")),
        ("cv:openingHours", 0, None, a("time:TemporalEntity")),
    ],
    "cv:ContactPoint": [
        ("cv:contactPage", 0, None, a("foaf:Document")),
        ("cv:openingHours", 0, None, a("time:TemporalEntity")),
    ],
    "eli:LegalResource": [("dct:relation", 0, None, a("eli:LegalResource"))],
}


def shapes() -> Graph:
    lines = [PREFIXES]
    for number, (name, properties) in enumerate(RULES.items()):
        lines.append(f"[] a sh:NodeShape ; sh:targetClass {name}")
        for path, least, most, kind in properties:
            counts = [f"sh:path {path}"]
            counts += [f"sh:minCount {least}"] if least else []
            counts += [f"sh:maxCount {most}"] if most else []
            counts += [kind] if kind else []
            lines.append(f"; sh:property [ {' ; '.join(counts)} ]")
        lines.append(".")
    return Graph().parse(data="\n".join(lines), format="turtle")


def ask(data: Graph, rules: Graph) -> tuple[bool, str]:
    conforms, _, text = validate(data, shacl_graph=rules, inference="none", advanced=False)
    return conforms, text


def main() -> None:
    text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    data = Graph().parse(data=text, format="json-ld")
    sets = {"the table": shapes()}
    if official := os.environ.get("CPSV_AP_SHAPES"):
        sets["the official shapes"] = Graph().parse(official, format="turtle")

    services = len(list(data.query("SELECT ?s { ?s a <http://purl.org/vocab/cpsv#PublicService> }")))
    listed = json.loads(text)["@graph"]
    assert services == sum("cpsv:PublicService" == node["@type"] for node in listed) > 0

    for name, rules in sets.items():
        conforms, report = ask(data, rules)
        assert conforms, f"{name}:\n{report[:4000]}"
        for property in ("dct:title", "dct:spatial"):
            broken = Graph().parse(data=text.replace(f'"{property}"', '"dct:nothing"'), format="json-ld")
            conforms, _ = ask(broken, rules)
            assert not conforms, f"{name} lets pass what has no {property}"
    print(f"✔ {services} services, {len(data)} triples: {', '.join(sets)}")


main()
