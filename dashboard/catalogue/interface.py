"""The interface for programs in the catalogue, and the tables that it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.catalogue import facts, terms
from dashboard.catalogue.facts import CATALOG
from dashboard.catalogue.whole import FORMATS, WHOLE
from dashboard.frame.places import DATA_SLUGS
from dashboard.frame.problem import API_SLUG
from dashboard.frame.site import SITE
from dashboard.indicators.headline import lowered
from dashboard.language.i18n import CODES
from dashboard.resources.registry import RESOURCES

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.catalogue.terms import Node
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource

SERVICE = f"{CATALOG}#api"
API = "/api/v1"
FORMS = ("json", "csv", "parquet")
"""What a table can be asked for as."""


def service(atlas: Atlas) -> Node:
    """The interface."""
    return {
        "@id": SERVICE,
        "@type": "dcat:DataService",
        "dct:title": terms.told(lambda words: words.t("catalog.api.title")),
        "dct:description": terms.told(
            lambda words: facts.noted(words.t("catalog.api.description"), words, demo=atlas.is_demo)
        ),
        **facts.shared(atlas),
        "dct:license": terms.named(terms.LICENCE_TERM),
        "dct:conformsTo": terms.term("https://spec.openapis.org/oas/v3.1.0", "dct:Standard"),
        "foaf:page": facts.page_of(dict.fromkeys(CODES, API_SLUG)),
        "dcat:endpointURL": terms.address(f"{SITE}{API}"),
        "dcat:endpointDescription": terms.address(f"{SITE}/api/openapi.json"),
        "dcat:servesDataset": [{"@id": _id(each)} for each in RESOURCES.values()],
    }


def tables(atlas: Atlas) -> list[Node]:
    """Every table that it gives, as a data set of its own."""
    return [_table(each, atlas) for each in RESOURCES.values()]


def _table(resource: Resource, atlas: Atlas) -> Node:
    table = resource.table
    demo = atlas.is_demo and "demo" in table.columns

    def title(words: Language) -> str:
        name = words.t("shell.title", page=table.title[words.code])
        return facts.invented(name, words) if demo else name

    def description(words: Language) -> str:
        text = words.t("catalog.table.description", row=lowered(table.about[words.code]))
        return facts.noted(text, words, demo=demo)

    return {
        "@id": _id(resource),
        "@type": "dcat:Dataset",
        "dct:title": terms.told(title),
        "dct:description": terms.told(description),
        "dct:identifier": _id(resource),
        **facts.shared(atlas),
        **facts.cover(),
        "dct:isPartOf": {"@id": WHOLE},
        "dcat:version": atlas.store.version,
        "dcat:landingPage": facts.page_of(DATA_SLUGS, "#dictionary"),
        "dcat:distribution": [_form(resource, form, atlas) for form in FORMS],
    }


def _form(resource: Resource, form: str, atlas: Atlas) -> Node:
    """A table as the interface gives it: a part, or what is chosen of it, for each question."""
    chosen = _example(resource, atlas)

    def description(words: Language) -> str:
        text = words.t("catalog.api.description")
        example = ", ".join(f"{name}={value}" for name, value in chosen.items())
        return f"{text} {words.t('catalog.api.example', chosen=example)}" if chosen else text

    asked = urlencode({**chosen, "format": form})
    return {
        "@id": f"{_id(resource)}-{form}",
        "@type": "dcat:Distribution",
        "dct:title": terms.told(
            lambda words: f"{resource.table.title[words.code]}: {form.upper()}"
        ),
        "dct:description": terms.told(description),
        "dct:license": terms.named(terms.LICENCE_TERM),
        "dcat:accessURL": terms.address(f"{SITE}{API}/{resource.id}?{asked}"),
        "dcat:accessService": {"@id": SERVICE},
        **FORMATS[form],
    }


def _example(resource: Resource, atlas: Atlas) -> dict[str, str]:
    """One of each choice without which there are no rows."""
    chosen: dict[str, str] = {}
    for choice in resource.choices:
        if choice.required:
            chosen[choice.name] = choice.known(atlas, chosen)[0]
    return chosen


def _id(resource: Resource) -> str:
    return f"{CATALOG}#table-{resource.id}"
