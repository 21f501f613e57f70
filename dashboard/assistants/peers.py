"""Tool `peers`: where a municipality stands among those like it, by every indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import numpy as np
from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import Field

from dashboard.assistants.arguments import FiguresArg, LangArg, PlaceArg, YearArg  # noqa: TC001
from dashboard.assistants.meant import municipality_meant, one_of
from dashboard.assistants.told import RowsAnswer, ToldRow, carried, cell, table_text, telling
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import title
from dashboard.language.i18n import language
from dashboard.peers.notes import standing_notes
from dashboard.peers.reading import read_standing
from dashboard.peers.state import PeersState
from dashboard.peers.telling import StandingWords
from data.catalog import YEARS
from data.peers.groups import FEWEST_NEAREST, GROUPINGS, MOST_NEAREST, USUAL_NEAREST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.peers.standing import PeerStanding


class PeersAnswer(RowsAnswer):
    """Where a municipality stands; a row an indicator."""

    municipality: str
    year: int
    peers: list[str] = Field(description="Names of those that it is compared with, nearest first")
    remarks: list[str]


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def peers(
        municipality: PlaceArg,
        group: Annotated[
            Literal[*GROUPINGS[:-1]],  # type: ignore[valid-type]
            Field(
                description="With whom: nearest (by residents, density, age, budget and type), "
                "group (the official one), county, neighbours (by border) or all"
            ),
        ] = "nearest",
        nearest: Annotated[
            int, Field(ge=FEWEST_NEAREST, le=MOST_NEAREST, description="How many the nearest are")
        ] = USUAL_NEAREST,
        year: YearArg = None,
        figures: FiguresArg = "all",
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, PeersAnswer]:
        """Compare a municipality with its peers by every indicator.

        Its figure, their median and quartiles, its rank among them and among all (1 is the
        largest), the national figure.
        """
        words, place = language(lang), municipality_meant(atlas, municipality)
        if year is not None:
            one_of("year", str(year), tuple(map(str, YEARS)))
        state = PeersState(year=year, peers=group, nearest=nearest, figures=figures)
        standing = read_standing(atlas, municipalities().index(place), state)
        labels = atlas.labels("value_state", words, figures)
        rows = [_row(StandingWords(it, words, labels)) for it in standing.indicators.values()]
        answer = PeersAnswer(
            **carried(atlas, words, _sources(standing), [bool(row["demo"]) for row in rows]),
            rows=rows,
            municipality=words.name(place),
            year=standing.year,
            peers=[words.name(municipalities()[at]) for at in standing.circle.peers],
            remarks=standing_notes(standing, words),
        )
        said = f"{answer.municipality}, {answer.year}: {', '.join(answer.peers)}"
        return telling(answer, said, *answer.remarks, table_text(rows))

    return (peers,)


def _row(told: StandingWords) -> ToldRow:
    it, words = told.it, told.words
    middle, row, own = it.middle, it.row, it.own
    there = [own, *(at for at in it.peers if it.shown.counted[row, at])]
    return {
        "indicator": it.indicator,
        "title": title(it.shown.view, words),
        "value": cell(float(it.shown.values[row, own])),
        "text": told.figure(),
        "counts": bool(it.shown.counted[row, own]),
        "peers_median": cell(middle.median) if middle else None,
        "peers_low_quartile": cell(middle.low) if middle else None,
        "peers_high_quartile": cell(middle.high) if middle else None,
        "rank_among_peers": it.among_peers.rank if it.among_peers else None,
        "of_peers": it.among_peers.count if it.among_peers else None,
        "rank_among_all": it.among_all.rank if it.among_all else None,
        "of_all": it.among_all.count if it.among_all else None,
        "national": cell(float(it.shown.national[row])),
        "demo": bool(it.shown.marks["demo"][row, own]),
        "peers_demo": bool(it.shown.marks["demo"][row, there[1:]].any()),
    }


def _sources(standing: PeerStanding) -> list[str]:
    found = []
    for it in standing.indicators.values():
        told = np.zeros_like(it.shown.there)
        told[it.row] = it.shown.there[it.row]
        found.append(source_ids(it.shown, told))
    return [*dict.fromkeys(each for ids in found for each in ids)]
