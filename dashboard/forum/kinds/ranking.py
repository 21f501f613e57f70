"""The deck's municipalities in order, with their places among all, beside the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.kinds import SceneKind
from dashboard.forum.maps import sentence_of, title_of
from dashboard.forum.nothing import is_empty, nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.counting import national_name
from dashboard.indicators.picture import short_name, told
from dashboard.indicators.writing import FigureWriter, unit_label
from dashboard.slides.content import BarsBody, Slide, SlideBar
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView

MOST = 12
"""Bars of a deck without municipalities: the first of the country."""


def ranking_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """Bars from the largest down, those without a figure last."""
    shown = telling.shown(scene)
    row, words = telling.row(scene, shown), telling.words
    heading, places = title_of(telling, shown, row), telling.places(scene)
    if is_empty(shown, row):
        return nothing(telling, scene, heading)
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=sentence_of(telling, scene, shown, row),
        body=BarsBody(
            tuple(ranked_bars(telling, scene, shown, row)),
            unit_label(shown.view.unit, words),
            decimals=shown.decimals,
        ),
        demo=telling.demo(shown, row),
        small=telling.small(shown, row, places or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, row),
    )


def ranked_bars(telling: DeckTelling, scene: Scene, shown: MapView, row: int) -> list[SlideBar]:
    """A bar of each of the scene's municipalities and of the country."""
    chosen = telling.places(scene)
    texts = told(shown, row, telling.wording(scene, shown))
    bars = [
        _bar(telling, shown, (row, at), texts[at], own=bool(chosen))
        for at in chosen or _first(shown, row)
    ]
    bars += _nation(telling, shown, row)
    return sorted(bars, key=lambda bar: (bar.value is None, -(bar.value or 0)))


def _bar(
    telling: DeckTelling, shown: MapView, at: tuple[int, int], text: str, *, own: bool
) -> SlideBar:
    value, there = float(shown.values[at]), bool(shown.there[at])
    rank = int(shown.ranks[at])
    return SlideBar(
        name=short_name(municipalities()[at[1]], telling.words),
        text=text,
        value=value if there else None,
        kind="own" if own else "plain",
        rank=str(rank) if rank else "",
        hollow=there and not shown.counted[at],
    )


def _nation(telling: DeckTelling, shown: MapView, row: int) -> list[SlideBar]:
    """The country's bar, where its figure is of more than one municipality."""
    if shown.counted[row].sum() < 2:
        return []
    value = float(shown.national[row])
    figure = FigureWriter.of(shown.view, telling.words).figure(value)
    return [SlideBar(national_name(shown, telling.words), figure, value, "nation")]


def _first(shown: MapView, row: int) -> list[int]:
    """Numbers of the largest of all."""
    ranks = shown.ranks[row].tolist()
    known = [at for at, rank in enumerate(ranks) if rank]
    return sorted(known, key=lambda at: ranks[at])[:MOST]


KIND = SceneKind("ranking", 5, ("indicator", "unit", "area", "year", "select"), ranking_slide)
