"""Which municipalities are studied: all, a county, a group, peers of one, a list of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.chips import Chip, chip_list
from dashboard.pages.research import options
from dashboard.pages.research.fields import grouped_field, list_field, typed_field
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench

LISTED = "listed"
"""Id of the municipalities of the own list."""


def places_fields(bench: Bench) -> list[Component]:
    """The set, and whose peers or which list it is."""
    words, state = bench.words, bench.state
    label = words.t("research.control.places")
    fields = [grouped_field("places", label, options.sets(words), state.places)]
    if state.places == "peers":
        peer = words.t("research.control.peer")
        fields.append(list_field("peer", peer, options.of_peers(words), state.peer))
        fields += [] if state.peer else [_hint("research.control.peer_empty", bench)]
    if state.places == "list":
        fields.append(typed_field("with", words.t("research.control.with"), words))
        empty = _hint("research.control.list_empty", bench)
        fields.append(_listed(bench) if state.listed else empty)
    return fields


def _hint(key: str, bench: Bench) -> Component:
    return html.P(bench.words.t(key), className="small hint")


def _listed(bench: Bench) -> Component:
    """Who is on the list, each a link to the list without it."""
    words, listed = bench.words, bench.state.listed
    names = {place.code: words.name(place) for place in municipalities()}
    chips = (
        Chip(names[code], bench.path(listed=tuple(each for each in listed if each != code)))
        for code in listed
    )
    return chip_list(chips, words, name=LISTED, label=words.t("peers.list"))
