"""The versions of the data set, as far as the database knows the builds before its own."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from dashboard.catalogue import facts, terms
from dashboard.catalogue.facts import CATALOG
from dashboard.frame.places import CHANGES_SLUGS
from data.asking.changes import change_counts

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.catalogue.terms import Node

SERIES = f"{CATALOG}#versions"


def series(atlas: Atlas) -> Node:
    """All versions together."""
    return {
        "@id": SERIES,
        "@type": "dcat:DatasetSeries",
        "dct:title": terms.told(lambda words: words.t("catalog.series.title")),
        "dct:description": terms.told(
            lambda words: words.t("catalog.series.description", page=words.t("page.changes.title"))
        ),
        **facts.shared(atlas),
        **facts.cover(),
        "dcat:landingPage": facts.page_of(CHANGES_SLUGS),
    }


def former_versions(atlas: Atlas) -> list[Node]:
    """Those before the present one, the newest first; their files are not offered any more."""
    built, order = {}, []
    for row in change_counts(atlas.store):
        built[row["data_version"]] = row["built_at"]
        order += [row["data_version"], row["former_version"]]
    found = [each for each in dict.fromkeys(order) if each and each != atlas.store.version]
    nodes = []
    for version, before in zip_longest(found, found[1:]):
        node = _former(version)
        if version in built:
            node["dct:issued"] = terms.moment(built[version])
        if before:
            node["dcat:prev"] = {"@id": _id(before)}
        nodes.append(node)
    return nodes


def _former(version: str) -> Node:
    return {
        "@id": _id(version),
        "@type": "dcat:Dataset",
        "dct:title": terms.told(
            lambda words: words.t(
                "catalog.former.title", title=words.t("catalog.data.title"), version=version
            )
        ),
        "dct:description": terms.told(
            lambda words: words.t("catalog.former.description", page=words.t("page.changes.title"))
        ),
        "dct:publisher": {"@id": f"{CATALOG}#publisher"},
        "dcat:version": version,
        "dcat:inSeries": {"@id": SERIES},
        "dcat:landingPage": facts.page_of(CHANGES_SLUGS),
    }


def _id(version: str) -> str:
    return f"{CATALOG}#data-{version}"
