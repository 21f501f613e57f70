"""Which municipality an embed is of, and among which peers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.address import Note
from dashboard.embeds.embed import EmbedAsked
from dashboard.frame.finding import find_key
from dashboard.frame.page import NoItem
from dashboard.frame.place_view import read_place_view
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.peers.state import read_peers_state, write_peers_state
from data.catalog import INDICATORS
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.embeds.embed import Embed
    from dashboard.frame.place_view import PlaceView
    from dashboard.language.i18n import Language


def ask_place(
    make: Callable[[PlaceView, str], Embed],
) -> Callable[[Atlas, Language, str], EmbedAsked]:
    """What reads an address as a municipality's page does, and makes an embed of its view.

    Args:
        make: Makes it of the view and of the indicator that is asked for.
    """

    def ask(atlas: Atlas, words: Language, query: str) -> EmbedAsked:
        given = {name: text.strip() for name, text in parse_qsl(query)}
        if not given.get("municipality"):
            raise NoItem(words.t("embed.place"))
        place = find_municipality(find_key(given["municipality"], words))
        wanted = given.get("indicator") or DEFAULT_INDICATOR
        indicator = wanted if wanted in INDICATORS else DEFAULT_INDICATOR
        state = read_peers_state(query)
        unused = [] if wanted == indicator else [Note("indicator", wanted)]
        key = f"{place.code} {indicator} {write_peers_state(state)}"
        view = partial(read_place_view, atlas, words, query, place)
        return EmbedAsked(key, (*state.notes, *unused), lambda: make(view(), indicator))

    return ask
