"""What can be shown in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.embeds.card import ask_card
from dashboard.embeds.map import ask_map
from dashboard.embeds.ranking import ask_ranking
from dashboard.embeds.strip import ask_strip
from dashboard.embeds.trend import ask_trend

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.embeds.embed import EmbedAsked
    from dashboard.language.i18n import Language

KINDS: dict[str, Callable[[Atlas, Language, str], EmbedAsked]] = {
    "map": ask_map,
    "trend": ask_trend,
    "ranking": ask_ranking,
    "strip": ask_strip,
    "card": ask_card,
}
"""By the name in the address, as `frame.places.EMBEDS`: reads its query; raises NoItem."""
