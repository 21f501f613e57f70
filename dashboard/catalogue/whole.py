"""The whole data set in the catalogue: its files, what it was made of, its former versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.catalogue import facts, terms
from dashboard.catalogue.facts import CATALOG
from dashboard.catalogue.versions import SERIES, former_versions
from dashboard.frame.places import DATA_SLUGS
from dashboard.frame.site import SITE

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.catalogue.terms import Node
    from dashboard.language.i18n import Language
    from data.dataset.offered import DataFile

WHOLE = f"{CATALOG}#data"

FORMATS: dict[str, Node] = {
    "csv": {"dct:format": terms.file_type("CSV"), "dcat:mediaType": terms.media_type("text/csv")},
    "parquet": {
        "dct:format": terms.file_type("PARQUET"),
        "dcat:mediaType": terms.media_type("application/vnd.apache.parquet"),
    },
    "xlsx": {
        "dct:format": terms.file_type("XLSX"),
        "dcat:mediaType": terms.media_type(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
    },
    "duckdb": {"dct:format": terms.file_type("OCTET")},  # nobody has registered a type for it
    "json": {
        "dct:format": terms.file_type("JSON"),
        "dcat:mediaType": terms.media_type("application/json"),
    },
}
ZIPPED: dict[str, Node] = {
    "csv": {
        "dct:conformsTo": terms.term(
            "https://specs.frictionlessdata.io/data-package/", "dct:Standard"
        )
    },
    "parquet": {},
}
"""Forms that come as an archive of a file a table, and what holds for it."""


def whole(atlas: Atlas) -> Node:
    """The whole data set as it is now."""
    demo, former = atlas.is_demo, former_versions(atlas)
    sources = facts.sources(atlas)
    before = {"dcat:prev": terms.named(former[0])} if former else {}
    return {
        "@id": WHOLE,
        "@type": "dcat:Dataset",
        "dct:title": terms.told(lambda words: facts.title(words, demo=demo)),
        "dct:description": terms.told(lambda words: facts.description(words, demo=demo)),
        "dct:identifier": WHOLE,
        **facts.shared(atlas),
        **facts.cover(),
        "dct:issued": terms.moment(atlas.store.built_at),
        "dcat:version": atlas.store.version,
        "adms:versionNotes": terms.told(lambda words: words.t("data.version.explained")),
        "dcat:landingPage": facts.page_of(DATA_SLUGS),
        "dcat:inSeries": {"@id": SERIES},
        "dcat:hasVersion": [terms.named(each) for each in former],
        **before,
        "dct:provenance": _provenance(sources),
        "prov:wasDerivedFrom": [_source(each) for each in sources],
        "dcat:distribution": [_file(each) for each in atlas.files()],
    }


def _file(file: DataFile) -> Node:
    """One of its forms; where it lies changes with every version."""
    archive = {"dcat:packageFormat": terms.media_type("application/zip")}
    return {
        "@id": f"{CATALOG}#file-{file.kind}",
        "@type": "dcat:Distribution",
        "dct:title": dict.fromkeys(("lt", "en"), file.name),
        "dct:description": terms.told(lambda words: words.t(f"data.take.{file.kind}")),
        "dct:license": terms.named(terms.LICENCE_TERM),
        "dcat:accessURL": [
            terms.address(each["@id"]) for each in facts.page_of(DATA_SLUGS, "#take")
        ],
        "dcat:downloadURL": terms.address(f"{SITE}/data/{file.name}"),
        "dcat:byteSize": terms.literal(file.bytes, "nonNegativeInteger"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": terms.term(
                "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"
            ),
            "spdx:checksumValue": terms.literal(file.sha256, "hexBinary"),
        },
        **FORMATS[file.kind],
        **(archive | ZIPPED[file.kind] if file.kind in ZIPPED else {}),
    }


def _provenance(sources: list[dict[Any, Any]]) -> Node:
    """All sources in one text, for readers who know no more of them."""

    def said(words: Language) -> str:
        return "; ".join(
            f"{each[f'title_{words.code}']} ({each['publisher']}, {each['retrieved']:%Y-%m-%d})"
            for each in sources
        )

    return {"@type": "dct:ProvenanceStatement", "rdfs:label": terms.told(said)}


def _source(source: dict[Any, Any]) -> Node:
    """A source with its publisher and licence; one that is not published has no page."""

    def rights(words: Language) -> Any:
        return source[f"licence_{words.code}"]

    page = {"foaf:page": terms.term(source["url"], "foaf:Document")} if source["url"] else {}
    return {
        "@id": f"{CATALOG}#source-{source['source']}",
        "@type": "prov:Entity",
        "dct:title": terms.told(lambda words: source[f"title_{words.code}"]),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": source["publisher"]},
        "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": terms.told(rights)},
        **page,
    }
