"""The whole catalogue as JSON-LD, from which Turtle is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.catalogue import facts, terms
from dashboard.catalogue.facts import CATALOG
from dashboard.catalogue.interface import SERVICE, service, tables
from dashboard.catalogue.versions import former_versions, series
from dashboard.catalogue.whole import whole
from dashboard.frame.site import SITE

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.catalogue.terms import Node


def json_ld(atlas: Atlas, site: str) -> str:
    """The catalogue as JSON-LD, with a context that needs no fetching.

    Args:
        atlas: The data.
        site: Where the atlas stands, without a slash at its end.
    """
    text: str = atlas.once(("catalog", "jsonld"), lambda: _written(catalog(atlas)))
    return text.replace(SITE, site)


def turtle(atlas: Atlas, site: str) -> str:
    """The same statements as Turtle; arguments as of `json_ld`."""
    text: str = atlas.once(("catalog", "ttl"), lambda: _turtle(catalog(atlas)))
    return text.replace(SITE, site)


def catalog(atlas: Atlas) -> Node:
    """The catalogue and all that it lists, as if the atlas stood at `SITE`."""
    offered = [whole(atlas), *tables(atlas)]
    head = {
        "@id": CATALOG,
        "@type": "dcat:Catalog",
        "dct:title": terms.told(lambda words: words.t("catalog.title")),
        "dct:description": terms.told(
            lambda words: facts.noted(words.t("catalog.description"), words, demo=atlas.is_demo)
        ),
        "dct:publisher": {"@id": f"{CATALOG}#publisher"},
        "dct:license": terms.named(terms.LICENCE_TERM),
        "dct:language": [terms.named(each) for each in terms.LANGUAGES],
        "dct:spatial": {"@id": terms.COUNTRY},
        "dct:issued": terms.moment(atlas.store.built_at),
        "dct:modified": terms.moment(atlas.store.built_at),
        "foaf:homepage": {"@id": f"{SITE}/"},
        "dcat:themeTaxonomy": terms.named(terms.THEMES),
        "dcat:dataset": [terms.named(each) for each in offered],
        "dcat:service": {"@id": SERVICE},
    }
    things = [facts.publisher(), facts.contact(), facts.country(), *offered, service(atlas)]
    versions = [series(atlas), *former_versions(atlas)]
    return {"@context": terms.CONTEXT, "@graph": [head, *things, *versions, *terms.USED]}


def _written(node: dict[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _turtle(node: Node) -> str:
    # Loaded only where it is asked for: it takes memory that most workers never need.
    from rdflib import Graph  # noqa: PLC0415
    from rdflib.plugins.parsers.jsonld import to_rdf  # noqa: PLC0415

    graph = Graph()
    to_rdf(node, graph)
    return graph.serialize(format="turtle")
