"""Two years side by side, and their difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.palette import UNKNOWN_COLOUR, ZERO_COLOUR, diverging, projected
from dashboard.charts.picture import LegendEntry
from dashboard.forum.changing import changing
from dashboard.forum.kinds import SceneKind
from dashboard.forum.legend import slide_keys
from dashboard.forum.maps import map_places
from dashboard.forum.saying import group_of, unanswered
from dashboard.forum.tables import figures_table
from dashboard.indicators.headline import lowered
from dashboard.indicators.marks import BREAK
from dashboard.indicators.picture import fills, glyphs
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
        return unanswered(telling, scene, heading, key="forum.nothing_compares")
    shown, (first, last) = found.shown, found.years
    keys = _both_keys(telling, found)
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
        tuple(fills(shown, row, projected)),
        tuple(glyphs(shown)[row]),
        keys,
    )


def _both_keys(telling: DeckTelling, found: Changing) -> tuple[LegendEntry, ...]:
    """The classes, which both years share, and what of either has none; short, without counts."""
    words, shown = telling.words, found.shown
    keys = slide_keys(telling, shown)
    classes = [key for key in keys if not key.sign]
    looks = {*fills(shown, found.before, projected), *fills(shown, found.after, projected)}
    others = (
        LegendEntry(ZERO_COLOUR, words.t("forum.two_years.zero"), sign="0"),
        LegendEntry(UNKNOWN_COLOUR, words.t("forum.two_years.without")),
    )
    return (*classes, *(key for key in others if key.colour in looks))


def _difference(found: Changing) -> MapPanel:
    """Seven classes of steps that are as long on both sides."""
    step = _step(found.values, found.shown.decimals)
    classes = [_class(value, step) for value in found.values.tolist()]
    colours = diverging()
    return MapPanel(
        found.telling.words.t("forum.two_years.difference"),
        tuple(UNKNOWN_COLOUR if at is None else colours[at + SIDE] for at in classes),
        tuple(BREAK if at is None else "" for at in classes),
        tuple(_legend(found, step, classes)),
    )


def _step(values: NDArray[np.float64], decimals: int) -> float:
    """The length of a class: a round number that keeps most changes within the inner ones."""
    known = np.abs(values[~np.isnan(values)])
    rough = max(float(np.quantile(known, USUAL)) / SIDE, 10.0**-decimals)
    unit = 10.0 ** np.floor(np.log10(rough))
    return float(
        next(unit * part for part in (1, 2, 3, 4, 5, 6, 8, 10) if unit * part >= rough * 0.999)
    )


def _class(value: float, step: float) -> int | None:
    """-3 to 3: 0 is no change; None where it is not known."""
    if np.isnan(value):
        return None
    away = min(SIDE, int(np.ceil(abs(value) / step - 1e-9)))
    return int(np.sign(value)) * away


def _legend(found: Changing, step: float, classes: list[int | None]) -> list[LegendEntry]:
    """From the largest growth down, with what does not compare last."""
    entries = [
        LegendEntry(diverging()[at + SIDE], _span(found, step, at), classes.count(at))
        for at in range(SIDE, -SIDE - 1, -1)
    ]
    unknown = classes.count(None)
    label = lowered(found.telling.labels["not_comparable"])
    return [*entries, *([LegendEntry(UNKNOWN_COLOUR, label, unknown, BREAK)] if unknown else [])]


def _span(found: Changing, step: float, at: int) -> str:
    """How far a class reaches: `iki +0,5`, `> +1 proc. p.`; the ends say the unit."""
    words = found.telling.words
    if at == 0:
        return words.t("forum.two_years.same")
    sign = "+" if at > 0 else words.signs[ord("-")]
    if abs(at) < SIDE:
        return words.t("forum.two_years.up_to", end=sign + axis_figure(step * abs(at), words))
    end = found.in_unit(sign + axis_figure(step * (SIDE - 1), words))
    return f"{'>' if at > 0 else '<'} {end}"


KIND = SceneKind(
    "two_years", 7, ("indicator", "unit", "area", "year", "before", "select"), two_years_slide
)
