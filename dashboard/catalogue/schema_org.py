"""The whole data set as search engines read it: a schema.org `Dataset` in the head of a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dashboard.catalogue import facts
from dashboard.catalogue.facts import CATALOG
from dashboard.catalogue.whole import WHOLE
from dashboard.downloads.table import DATASET_KINDS
from dashboard.frame.places import DATA_SLUGS
from dashboard.frame.site import SITE
from data.catalog import INDICATORS, YEARS
from data.dataset.offered import LICENCE_URL, citation
from geo.boundaries import extent

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.catalogue.terms import Node
    from dashboard.language.i18n import Language
    from data.dataset.offered import DataFile


def dataset_text(atlas: Atlas, words: Language) -> str:
    """The data set as JSON, for the head of a page."""
    said = dataset(atlas, words)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def dataset(atlas: Atlas, words: Language) -> Node:
    """The data set, as if the atlas stood at `SITE`; its words are those of the language."""
    demo = atlas.is_demo
    project = {"@type": "Organization", "name": facts.PUBLISHER, "url": f"{SITE}/"}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": WHOLE,
        "name": facts.title(words, demo=demo),
        "description": facts.description(words, demo=demo),
        "url": f"{SITE}{words.path(f'/{DATA_SLUGS[words.code]}')}",
        "inLanguage": ["lt", "en"],
        "keywords": facts.keywords(words),
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": project,
        "publisher": project,
        "version": atlas.store.version,
        "dateModified": f"{atlas.store.built_at:%Y-%m-%dT%H:%M:%SZ}",
        "citation": citation(atlas.store.version, words.code, demo=demo),
        "temporalCoverage": f"{YEARS[0]}/{YEARS[-1]}",
        "spatialCoverage": _country(words),
        "variableMeasured": [_variable(each, words) for each in INDICATORS],
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "@id": CATALOG,
            "name": words.t("catalog.title"),
            "url": CATALOG,
        },
        "isBasedOn": [_source(each, words) for each in facts.sources(atlas)],
        "distribution": [_file(each, words) for each in atlas.files()],
    }


def _country(words: Language) -> Node:
    west, south, east, north = extent()
    box = f"{south} {west} {north} {east}"
    return {
        "@type": "Place",
        "name": str(words.locale.territories["LT"]),
        "geo": {"@type": "GeoShape", "box": box},
    }


def _variable(indicator: str, words: Language) -> Node:
    return {
        "@type": "PropertyValue",
        "propertyID": indicator,
        "name": words.t(f"indicator.{indicator}.name"),
    }


def _source(source: dict[Any, Any], words: Language) -> Node:
    page = {"url": source["url"]} if source["url"] else {}
    return {
        "@type": "CreativeWork",
        "name": source[f"title_{words.code}"],
        "publisher": {"@type": "Organization", "name": source["publisher"]},
        **page,
    }


def _file(file: DataFile, words: Language) -> Node:
    return {
        "@type": "DataDownload",
        "name": words.t(f"data.take.{file.kind}"),
        "encodingFormat": DATASET_KINDS[file.kind],
        "contentUrl": f"{SITE}/data/{file.name}",
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
        "license": LICENCE_URL,
    }
