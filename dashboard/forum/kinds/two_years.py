"""Two years side by side, and their difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.palette import UNKNOWN_COLOUR, diverging
from dashboard.charts.picture import LegendEntry
from dashboard.forum.changing import changing
from dashboard.forum.kinds import SceneKind
from dashboard.forum.maps import map_places
from dashboard.forum.saying import group_of, nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.figures import SIGNS, VALUE_STATES
from dashboard.indicators.marks import BREAK
from dashboard.indicators.picture import GLYPHS, fills, glyphs, legend_keys
from dashboard.indicators.series import axis_figure
from dashboard.indicators.writing import title, unit_label
from dashboard.slides.content import MapPanel, MapsBody, Slide
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.forum.changing import Changing
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling

SIDE = 3
"""Classes on either side of no change."""

USUAL = 0.9
"""Share of the changes that the inner classes hold, so that one outlier does not pale the rest."""


def two_years_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """Both years in the classes that all years share, the difference in classes around none."""
    words, found = telling.words, changing(telling, scene)
    if found is None:
        heading = title(telling.shown(scene).view, words)
        return nothing(telling, scene, heading, key="forum.nothing_compares")
    shown, (first, last) = found.shown, found.years
    keys = _both_keys(telling, scene, found)
    return Slide(
        kind=scene.kind,
        title=words.t(
            "forum.two_years.title", title=title(shown.view, words), before=first, after=last
        ),
        sentence=_sentence(telling, scene, found),
        body=MapsBody(
            map_places(telling, scene),
            _panel(found, found.before, keys),
            _panel(found, found.after, keys),
            _difference(found),
            telling.select(scene),
            unit_label(shown.view.unit, words),
        ),
        demo=telling.demo(shown, found.before, found.after),
        small=telling.small(shown, [found.before, found.after], telling.places(scene) or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, found.before, found.after),
    )


def _sentence(telling: DeckTelling, scene: Scene, found: Changing) -> str:
    """How many of the country grew and fell, and who of the deck changed most."""
    words, places = telling.words, telling.places(scene)
    every = range(len(municipalities()))
    counts = found.counts(every)
    count = counts.pop("count")
    country = words.n("forum.two_years.sentence", count, year=found.years[0], **counts)
    known = found.known(places or every)
    if not known:
        return country
    most = max(known, key=lambda at: abs(float(found.values[at])))
    told = {"name": words.name(municipalities()[most]), "change": found.texts[most]}
    if not places:
        return f"{country} {words.t('forum.two_years.most_of_all', **told)}"
    if len(places) == 1:
        return f"{country} {found.told(most)}"
    group = group_of(telling, scene)
    return f"{country} {words.t('forum.two_years.most', group=group, **told)}"


def _panel(found: Changing, row: int, keys: tuple[LegendEntry, ...]) -> MapPanel:
    shown = found.shown
    return MapPanel(
        found.telling.words.t("year.of", year=shown.years[row]),
        tuple(fills(shown, row)),
        tuple(glyphs(shown)[row]),
        keys,
    )


def _both_keys(telling: DeckTelling, scene: Scene, found: Changing) -> tuple[LegendEntry, ...]:
    """The classes, which both years share, and the states of either; without counts."""
    wording = telling.wording(scene, found.shown)
    keys = [
        replace(key, count=None)
        for row in (found.before, found.after)
        for key in legend_keys(found.shown, row, wording)
    ]
    return tuple(dict.fromkeys(keys))


def _difference(found: Changing) -> MapPanel:
    """Seven classes of steps that are as long on both sides."""
    step = _step(found.values, found.shown.decimals)
    classes = [_class(value, step) for value in found.values.tolist()]
    signs = [found.sign(at) if cls is None else "" for at, cls in enumerate(classes)]
    colours = diverging()
    return MapPanel(
        found.telling.words.t("forum.two_years.difference", unit=found.unit),
        tuple(UNKNOWN_COLOUR if at is None else colours[at + SIDE] for at in classes),
        tuple(signs),
        (*_classes(found, step, classes), *_unknown(found, signs)),
    )


def _step(values: NDArray[np.float64], decimals: int) -> float:
    """The length of a class: a round number that keeps most changes within the inner ones."""
    known = np.abs(values[~np.isnan(values)])
    rough = max(float(np.quantile(known, USUAL)) / SIDE, 10.0**-decimals)
    unit = 10.0 ** np.floor(np.log10(rough))
    return float(next(unit * part for part in (1, 2, 5, 10) if unit * part >= rough * 0.999))


def _class(value: float, step: float) -> int | None:
    """-3 to 3: 0 is no change; None where it is not known."""
    if np.isnan(value):
        return None
    away = min(SIDE, int(np.ceil(abs(value) / step - 1e-9)))
    return int(np.sign(value)) * away


def _classes(found: Changing, step: float, classes: list[int | None]) -> list[LegendEntry]:
    """From the largest growth down."""
    return [
        LegendEntry(diverging()[at + SIDE], _span(found, step, at), classes.count(at))
        for at in range(SIDE, -SIDE - 1, -1)
    ]


def _unknown(found: Changing, signs: list[str]) -> list[LegendEntry]:
    """Why changes are not known, by their signs."""
    words, labels = found.telling.words, found.telling.labels
    said = dict(zip(GLYPHS, (labels[state] for state in VALUE_STATES), strict=True))
    said[SIGNS["real"]] = words.t("legend.real")
    return [
        LegendEntry(UNKNOWN_COLOUR, said.get(sign, said[BREAK]), signs.count(sign), sign)
        for sign in dict.fromkeys(filter(None, signs))
    ]


def _span(found: Changing, step: float, at: int) -> str:
    """How far a class reaches: `iki +0,5`, `> +1`."""
    words = found.telling.words
    if at == 0:
        return words.t("forum.two_years.same")
    sign = "+" if at > 0 else "−"
    if abs(at) == SIDE:
        return f"{'>' if at > 0 else '<'} {sign}{axis_figure(step * (SIDE - 1), words)}"
    return words.t("forum.two_years.up_to", end=f"{sign}{axis_figure(step * abs(at), words)}")


KIND = SceneKind(
    "two_years", 7, ("indicator", "unit", "area", "year", "before", "select"), two_years_slide
)
