"""What of the map can be found: its indicators, and counties, which it can select."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.places import map_path
from dashboard.indicators.selection import county_key, members
from dashboard.searching.findable import Findable
from data.catalog import INDICATORS
from geo.places import counties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def findables(atlas: Atlas, words: Language) -> Iterable[Findable]:  # noqa: ARG001 - always the same
    """Every county, with its municipalities selected, and every indicator."""
    for county in counties():
        yield Findable(
            "county",
            words.name(county, "full"),
            map_path(words, f"select={county_key(county)}"),
            words.n("search.municipalities", len(members(county))),
            " ".join((county.name_lt, county.name_full_lt, county.name_en, county.nuts3)),
        )
    for item in INDICATORS.values():
        yield Findable(
            "indicator",
            words.t(f"indicator.{item.id}.name"),
            map_path(words, f"indicator={item.id}"),
            words.t(f"group.{item.group}.name"),
            f"{item.id.replace('_', ' ')} {words.t(f'indicator.{item.id}.method')}",
        )
