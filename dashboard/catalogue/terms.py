"""Terms of the vocabularies that DCAT-AP 3 asks for, and how they are written in JSON-LD.

Specification: https://semiceu.github.io/DCAT-AP/releases/3.0.0/. Every term that is referred to
also says what kind of thing it is, so that a reader need not fetch the vocabulary to know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.language.i18n import CODES, language
from data.dataset.offered import LICENCE, LICENCE_URL

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from dashboard.language.i18n import Language

Node = dict[str, Any]
"""A thing and what is said of it, as JSON-LD."""

_EU = "http://publications.europa.eu/resource/authority"
_TYPES = "https://www.iana.org/assignments/media-types"
_TEXTS = (
    *("dct:title", "dct:description", "dcat:keyword", "rdfs:label"),
    *("skos:prefLabel", "vcard:fn", "adms:versionNotes"),
)

CONTEXT: Node = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gsp": "http://www.opengis.net/ont/geosparql#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
} | {name: {"@id": name, "@container": "@language"} for name in _TEXTS}


def term(address: str, kind: str, **more: Any) -> Node:
    """A thing of a vocabulary."""
    return {"@id": address, "@type": kind, **more}


def named(thing: Node) -> Node:
    """A thing by its name alone, where it is described elsewhere."""
    return {"@id": thing["@id"]}


def address(text: str) -> Node:
    """An address that can be asked; readers without inference are told that it is a resource."""
    return {"@id": text, "@type": "rdfs:Resource"}


def told(text: Callable[[Language], Any]) -> dict[str, Any]:
    """A text in every language, each marked as of its language."""
    return {code: text(language(code)) for code in CODES}


def literal(value: object, kind: str) -> Node:
    """A value of a datatype."""
    return {"@value": str(value), "@type": f"xsd:{kind}"}


def moment(when: datetime) -> Node:
    """A point in time, UTC."""
    return literal(f"{when:%Y-%m-%dT%H:%M:%S}+00:00", "dateTime")


def day(when: date) -> Node:
    """A day."""
    return literal(when.isoformat(), "date")


def media_type(name: str) -> Node:
    """A media type that IANA knows."""
    return term(f"{_TYPES}/{name}", "dct:MediaType")


def file_type(name: str) -> Node:
    """A kind of file, as the EU's Publications Office names it."""
    return term(f"{_EU}/file-type/{name}", "dct:MediaTypeOrExtent")


LICENCE_TERM = term(
    LICENCE_URL,
    "dct:LicenseDocument",
    **{
        "dct:title": told(lambda _: LICENCE),
        "dct:type": term(
            "http://purl.org/adms/licencetype/Attribution",
            "skos:Concept",
            **{"skos:prefLabel": {"en": "Attribution", "lt": "Nurodant autorių"}},
        ),
        "skos:exactMatch": {"@id": f"{_EU}/licence/CC_BY_4_0"},
    },
)
PUBLIC = term(f"{_EU}/access-right/PUBLIC", "dct:RightsStatement")
YEARLY = term(f"{_EU}/frequency/ANNUAL", "dct:Frequency")
LANGUAGES = [term(f"{_EU}/language/{name}", "dct:LinguisticSystem") for name in ("LIT", "ENG")]
THEMES = term(
    f"{_EU}/data-theme",
    "skos:ConceptScheme",
    **{"dct:title": {"en": "Data theme", "lt": "Duomenų tema"}},
)
SUBJECTS = [
    term(f"{_EU}/data-theme/{code}", "skos:Concept", **{"skos:prefLabel": {"lt": lt, "en": en}})
    | {"skos:inScheme": {"@id": THEMES["@id"]}}
    for code, lt, en in (
        ("GOVE", "Vyriausybė ir viešasis sektorius", "Government and public sector"),
        ("ECON", "Ekonomika ir finansai", "Economy and finance"),
        ("SOCI", "Gyventojai ir visuomenė", "Population and society"),
    )
]
"""What the data are about, by the data themes that portals of the EU sort by."""

COUNTRY = f"{_EU}/country/LTU"
USED = [LICENCE_TERM, PUBLIC, YEARLY, *LANGUAGES, THEMES, *SUBJECTS]
"""Described once in the catalogue, and elsewhere only named."""
