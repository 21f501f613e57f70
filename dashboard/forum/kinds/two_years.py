"""Two years side by side, and their difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.palette import UNKNOWN_COLOUR, diverging
from dashboard.charts.picture import LegendEntry
from dashboard.forum.changing import changing
from dashboard.forum.kinds import SceneKind
from dashboard.forum.kinds.changes import changes_sentence
from dashboard.forum.maps import map_places
from dashboard.forum.nothing import nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.picture import fills, glyphs, legend_keys
from dashboard.indicators.writing import FigureWriter, title, unit_label
from dashboard.slides.content import MapPanel, MapsBody, Slide

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
        return nothing(telling, scene, heading, "forum.nothing_compares")
    shown = found.shown
    first, last = shown.years[found.before], shown.years[found.after]
    known = np.flatnonzero(~np.isnan(found.values)).tolist()
    own = [at for at in telling.places(scene) if at in known]
    return Slide(
        kind=scene.kind,
        title=words.t(
            "forum.two_years.title", title=title(shown.view, words), before=first, after=last
        ),
        sentence=changes_sentence(telling, found, own or known),
        body=MapsBody(
            map_places(telling, scene),
            _panel(telling, scene, found, found.before),
            _panel(telling, scene, found, found.after),
            _difference(telling, found),
            telling.select(scene),
            unit_label(shown.view.unit, words),
        ),
        demo=telling.demo(shown, found.before, found.after),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, found.before, found.after),
    )


def _panel(telling: DeckTelling, scene: Scene, found: Changing, row: int) -> MapPanel:
    shown = found.shown
    return MapPanel(
        telling.words.t("year.of", year=shown.years[row]),
        tuple(fills(shown, row)),
        tuple(glyphs(shown)[row]),
        legend_keys(shown, row, telling.wording(scene, shown)),
    )


def _difference(telling: DeckTelling, found: Changing) -> MapPanel:
    """Seven classes of steps that are as long on both sides."""
    step = _step(found.values, found.shown.decimals)
    classes = [_class(value, step) for value in found.values.tolist()]
    colours = diverging()
    return MapPanel(
        telling.words.t("forum.two_years.difference"),
        tuple(UNKNOWN_COLOUR if at is None else colours[at + SIDE] for at in classes),
        tuple("≠" if at is None else "" for at in classes),
        tuple(_legend(telling, found, step, classes)),
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


def _legend(
    telling: DeckTelling, found: Changing, step: float, classes: list[int | None]
) -> list[LegendEntry]:
    """From the largest growth down, with what is not known last."""
    entries = [
        LegendEntry(diverging()[at + SIDE], _span(telling, found, step, at), classes.count(at))
        for at in range(SIDE, -SIDE - 1, -1)
    ]
    unknown = classes.count(None)
    label = telling.words.t("forum.two_years.unknown")
    return [*entries, *([LegendEntry(UNKNOWN_COLOUR, label, unknown, "≠")] if unknown else [])]


def _span(telling: DeckTelling, found: Changing, step: float, at: int) -> str:
    """How far a class reaches: `iki +0,5 proc. p.`."""
    words = telling.words
    if at == 0:
        return words.t("forum.two_years.same")
    away, writer = abs(at), FigureWriter.of(found.shown.view, words)
    ends = np.array([step * (away - 1), step * away])
    low, high = writer.distances(ends)
    sign = "+" if at > 0 else "−"
    if away == SIDE:
        return words.t("forum.two_years.more", sign=sign, low=low)
    return words.t("forum.two_years.up_to", sign=sign, high=high)


KIND = SceneKind(
    "two_years", 7, ("indicator", "unit", "area", "year", "before", "select"), two_years_slide
)
