"""All that can be asked for, by name, in the order to show it in."""

from __future__ import annotations

from dashboard.resources.dictionary import DICTIONARY, TABLES_TOLD
from dashboard.resources.figures import FIGURES_OF_A_VIEW, NATIONAL, RANKING
from dashboard.resources.indicators import INDICATORS_KNOWN, UNITS_KNOWN
from dashboard.resources.measures import MEASURES_STUDIED
from dashboard.resources.peers import AGES, PEERS, STANDINGS
from dashboard.resources.progress import PROGRESS
from dashboard.resources.resource import Resource
from data.catalog import UNITS
from data.tidy.described import tidy_tables

_PEOPLE, _PRICES = UNITS["per_resident"].source, UNITS["constant"].source
_MADE = (
    INDICATORS_KNOWN,
    UNITS_KNOWN,
    FIGURES_OF_A_VIEW,
    NATIONAL,
    RANKING,
    MEASURES_STUDIED,
    PEERS,
    STANDINGS,
    PROGRESS,
    TABLES_TOLD,
    DICTIONARY,
)
"""Those that are made of several answers; each of the others is a view of the database."""

_SOURCES = {
    "recipients": ("forms",),
    "municipalities": ("places", *_PEOPLE, *AGES),
    "counties": ("places", *_PEOPLE),
    "residents": _PEOPLE,
    "ages": AGES,
    "prices": _PRICES,
    "documents": ("commitments",),
    "citations": ("commitments",),
    "sections": ("commitments",),
    "scales": ("commitments",),
    "census": ("census", *_PEOPLE),
}
"""What views rest on whose rows do not name their sources; `forms` is whosever the figures are."""


def _known() -> dict[str, Resource]:
    made = {each.id: each for each in _MADE}
    return {
        name: made.get(name) or Resource(name, sources=_SOURCES.get(name, ()))
        for name in tidy_tables()
    }


RESOURCES = _known()
