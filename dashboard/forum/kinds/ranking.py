"""The deck's municipalities in order, with their places among all, beside the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.kinds import SceneKind
from dashboard.forum.saying import unanswered
from dashboard.forum.tables import figures_table
from dashboard.forum.year_told import YearTold
from dashboard.indicators.counting import national_name
from dashboard.indicators.picture import short_name
from dashboard.indicators.writing import unit_label
from dashboard.slides.content import BarsBody, Slide, SlideBar, SpokenTable
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling

MOST = 12
"""Bars of a deck without municipalities: the first of the country."""


def ranking_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """Bars from the largest down, then those beside the others, those without a figure last."""
    shown = telling.shown(scene)
    row, words = telling.row(scene, shown), telling.words
    year, heading = YearTold.of(telling, scene, shown, row), telling.heading(shown, row)
    chosen = telling.places(scene)
    places = chosen or year.ranked[:MOST]
    if not shown.there[row].any():
        return unanswered(telling, scene, heading)
    left = year.count - len(places)
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=year.alone() or _sentence(year),
        body=BarsBody(
            tuple(ranked_bars(year, places, own=bool(chosen))),
            unit_label(shown.view.unit, words),
            decimals=shown.decimals,
            rest="" if chosen or left < 1 else words.n("forum.ranking.rest", left),
        ),
        demo=telling.demo(shown, row),
        small=telling.small(shown, [row], places),
        source=telling.source(shown),
        table=_with_ranks(figures_table(telling, scene, shown, row, places=places), year, places),
    )


def ranked_bars(year: YearTold, places: Sequence[int], *, own: bool) -> list[SlideBar]:
    """A bar of each municipality and of the country.

    Args:
        year: Tells of the year.
        places: Numbers of the municipalities.
        own: Whether they are the deck's.
    """
    counted, there = year.shown.counted[year.row], year.shown.there[year.row]
    bars = [_bar(year, at, own=own) for at in places]
    ordered = [bar for at, bar in zip(places, bars, strict=True) if counted[at]] + _nation(year)
    ordered.sort(key=lambda bar: -(bar.value or 0))
    beside = [bar for at, bar in zip(places, bars, strict=True) if there[at] and not counted[at]]
    without = [bar for at, bar in zip(places, bars, strict=True) if not there[at]]
    return [*ordered, *beside, *without]


def _bar(year: YearTold, at: int, *, own: bool) -> SlideBar:
    """Hollow where it has a figure but no place among the others."""
    shown, row = year.shown, year.row
    there, rank = bool(shown.there[row, at]), int(shown.ranks[row, at])
    return SlideBar(
        name=short_name(municipalities()[at], year.telling.words),
        text=year.texts[at],
        value=float(shown.values[row, at]) if there else None,
        kind="own" if own else "plain",
        rank=str(rank) if rank else "",
        hollow=there and not rank,
    )


def _nation(year: YearTold) -> list[SlideBar]:
    """The country's bar, where its figure is of more than one municipality."""
    figure = year.telling.nation(year.shown, year.row)
    if not figure:
        return []
    value = float(year.shown.national[year.row])
    return [SlideBar(national_name(year.shown, year.telling.words), figure, value, "nation")]


def _sentence(year: YearTold) -> str:
    """How many lie above the country, and who is first; without a country, who is."""
    if not year.telling.nation(year.shown, year.row):
        return f"{year.extremes()}."
    words, shown, first = year.telling.words, year.shown, year.level(year.ranked[0])
    figures = shown.values[year.row].round(shown.decimals)
    above = sum(figures[at] > shown.national[year.row].round(shown.decimals) for at in year.ranked)
    told = {
        "nation": words.t(f"apart.{year.writer.national}"),
        "national": year.telling.nation(shown, year.row),
        "above": int(above),
        "most": year.names(first),
    }
    if len(year.places) == len(municipalities()):
        figure, count = year.figure(first[0]), len(year.ranked)
        return words.t("forum.ranking.country", count=count, figure=figure, **told)
    rank = year.rank(first[0])
    return words.n("forum.ranking.sentence", len(year.ranked), group=year.group, rank=rank, **told)


def _with_ranks(table: SpokenTable, year: YearTold, places: Sequence[int]) -> SpokenTable:
    """With a column of places."""
    ranks = [str(year.shown.ranks[year.row, at] or "–") for at in places]
    ranks += ["–"] * (len(table.rows) - len(ranks))
    rows = tuple((*row, rank) for row, rank in zip(table.rows, ranks, strict=True))
    return SpokenTable(table.caption, (*table.head, year.telling.words.t("table.rank")), rows)


KIND = SceneKind("ranking", 5, ("indicator", "unit", "area", "year", "select"), ranking_slide)
