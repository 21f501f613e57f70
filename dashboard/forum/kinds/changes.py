"""What changed most between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.forum.changing import changing
from dashboard.forum.kinds import SceneKind
from dashboard.forum.nothing import nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.picture import short_name
from dashboard.indicators.writing import FigureWriter, title
from dashboard.slides.content import BarsBody, Slide, SlideBar
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.changing import Changing
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling

ENDS = 5
"""Bars at each end in a deck without municipalities."""


def changes_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """A bar of each municipality, the largest growth first."""
    words, found = telling.words, changing(telling, scene)
    if found is None:
        heading = title(telling.shown(scene).view, words)
        return nothing(telling, scene, heading, "forum.nothing_compares")
    shown = found.shown
    years = f"{shown.years[found.before]}–{shown.years[found.after]}"
    heading = words.t("forum.changes.title", title=title(shown.view, words), years=years)
    known, without = _parted(telling, scene, found)
    if not known:
        return nothing(telling, scene, heading, "forum.nothing_compares")
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=changes_sentence(telling, found, known),
        body=BarsBody(
            tuple(_bars(telling, found, known)),
            words.t("forum.changes.unit"),
            decimals=shown.decimals,
            rest=_rest(telling, without),
        ),
        demo=telling.demo(shown, found.before, found.after),
        small=telling.small(shown, found.after, telling.places(scene) or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, found.before, found.after),
    )


def changes_sentence(telling: DeckTelling, found: Changing, known: list[int]) -> str:
    """Who changed most, and how many grew."""
    words, change = telling.words, change_texts(telling, found)
    most = max(known, key=lambda at: abs(float(found.values[at])))
    return words.t(
        "forum.changes.sentence",
        where=words.located(municipalities()[most]),
        change=change[most],
        grew=sum(1 for at in known if found.values[at] > 0),
        fell=sum(1 for at in known if found.values[at] < 0),
        count=len(known),
    )


def change_texts(telling: DeckTelling, found: Changing) -> list[str]:
    """By municipality, the change as the atlas writes changes; of money in per cent."""
    writer = FigureWriter.of(found.shown.view, telling.words)
    before = np.where(np.isnan(found.values), np.nan, found.shown.values[found.before])
    return [*writer.changes(found.values, before)]


def _parted(telling: DeckTelling, scene: Scene, found: Changing) -> tuple[list[int], list[int]]:
    """Numbers of those whose change is known, the largest growth first, and of the others."""
    chosen = telling.places(scene)
    every = sorted(
        np.flatnonzero(~np.isnan(found.values)).tolist(),
        key=lambda at: (-found.values[at], at),
    )
    if not chosen:
        ends = [*every[:ENDS], *every[-ENDS:]] if len(every) > 2 * ENDS else every
        return ends, []
    return [at for at in every if at in chosen], [at for at in chosen if at not in every]


def _bars(telling: DeckTelling, found: Changing, known: list[int]) -> list[SlideBar]:
    writer = FigureWriter.of(found.shown.view, telling.words)
    change, values = change_texts(telling, found), found.shown.values
    return [
        SlideBar(
            short_name(municipalities()[at], telling.words),
            telling.words.t(
                "forum.changes.bar",
                change=change[at] or "–",
                before=writer.figure(values[found.before, at]),
                after=writer.figure(values[found.after, at]),
            ),
            float(found.values[at]),
        )
        for at in known
    ]


def _rest(telling: DeckTelling, without: list[int]) -> str:
    """Who of the deck has no bar."""
    if not without:
        return ""
    names = ", ".join(short_name(municipalities()[at], telling.words) for at in without)
    return telling.words.t("forum.changes.rest", names=names)


KIND = SceneKind(
    "changes", 8, ("indicator", "unit", "area", "year", "before", "select"), changes_slide
)
