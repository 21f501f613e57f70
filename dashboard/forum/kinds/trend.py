"""The deck's municipalities and the country over all years."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dashboard.forum.changing import changing
from dashboard.forum.kinds import SceneKind
from dashboard.forum.saying import unanswered
from dashboard.forum.tables import figures_table
from dashboard.forum.year_told import YearTold
from dashboard.indicators.marks import of_both_kinds
from dashboard.indicators.picture import short_name
from dashboard.indicators.selection import MOST_SELECTED
from dashboard.indicators.series import HOLLOW, axis_figure, trend_picture
from dashboard.indicators.writing import title, unit_label
from dashboard.slides.content import LinesBody, Slide
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.charts.series import TrendPicture
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def trend_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """Lines; beyond as many as can be told apart, municipalities are left out and named."""
    shown, words = telling.shown(scene), telling.words
    years = f"{shown.years[0]}–{shown.years[-1]}"
    heading = words.t("forum.over_years", title=title(shown.view, words), years=years)
    if not shown.there.any():
        return unanswered(telling, scene, heading)
    picture, rows = _picture(telling, scene, shown), range(len(shown.years))
    places = telling.places(scene)
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=_sentence(telling, scene, shown),
        body=LinesBody(
            picture, partial(axis_figure, words=words), unit_label(shown.view.unit, words),
            shown.decimals,
        ),
        demo=telling.demo(shown, *rows),
        small=_small(telling, scene, shown),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, *rows, places=places),
    )  # fmt: skip


def _picture(telling: DeckTelling, scene: Scene, shown: MapView) -> TrendPicture:
    """The picture of the map page, its country called in short; without one, where it is of one."""
    row = telling.row(scene, shown)
    picture = trend_picture(shown, row, telling.wording(scene, shown))
    values = tuple(
        value if telling.nation(shown, at) else None
        for at, value in enumerate(picture.national.values)
    )
    name = telling.nation_name(shown, row) if telling.nation(shown, row) else ""
    return replace(picture, national=replace(picture.national, name=name, values=values))


def _sentence(telling: DeckTelling, scene: Scene, shown: MapView) -> str:
    """How far the country has come since the first year, and how many of the deck's grew."""
    year = YearTold.of(telling, scene, shown, telling.row(scene, shown))
    found, words = changing(telling, replace(scene, before=None)), telling.words
    if found is None or not telling.nation(shown, found.before):
        return year.alone() or f"{year.extremes()}{year.nation()}."
    said = year.moved(found.before)
    known, counts = found.known(year.places), found.counts(year.places)
    if not known:
        return said
    if len(year.places) == 1:
        return f"{said} {found.told(known[0])}"
    told = words.n("forum.trend.moved", counts.pop("count"), group=year.group, **counts)
    return f"{said} {told}"


def _small(telling: DeckTelling, scene: Scene, shown: MapView) -> str:
    """Who has no line, what markers mean, and whose lines have figures of both kinds."""
    words, places = telling.words, telling.places(scene)
    both = [at for at in places if of_both_kinds(shown)[at]]
    names = ", ".join(short_name(municipalities()[at], words) for at in both)
    said = [
        _left_out(telling, scene),
        telling.small(shown, range(len(shown.years)), places, HOLLOW),
        f"{words.t('trend.mixed', line=names)}." if both else "",
    ]
    return " ".join(filter(None, said))


def _left_out(telling: DeckTelling, scene: Scene) -> str:
    """Who has no line."""
    codes = telling.select(scene)[MOST_SELECTED:]
    names = [short_name(place, telling.words) for place in municipalities() if place.code in codes]
    return telling.words.t("forum.trend.rest", names=", ".join(names)) if names else ""


KIND = SceneKind("trend", 6, ("indicator", "unit", "area", "year", "select"), trend_slide)
