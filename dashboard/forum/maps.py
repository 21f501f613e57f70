"""Maps of a view for all its years: of the country, or drawn in to a deck's municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.palette import projected
from dashboard.forum.legend import slide_keys
from dashboard.forum.letters import spotlight_letters
from dashboard.forum.saying import unanswered
from dashboard.forum.tables import figures_table
from dashboard.forum.year_told import YearTold
from dashboard.indicators.picture import fills, glyphs, short_name, told
from dashboard.indicators.writing import unit_label
from dashboard.slides.content import MapBody, MapPlace, MapYear, Slide
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView


def map_slide(telling: DeckTelling, scene: Scene, *, close: bool) -> Slide:
    """A map whose year can be moved; the classes are the same in all years."""
    shown = telling.shown(scene)
    row = telling.row(scene, shown)
    if not shown.there[row].any():
        return unanswered(telling, scene, telling.heading(shown, row))
    rows = [at for at in range(len(shown.years)) if shown.there[at].any()]
    years = tuple(_year(telling, scene, shown, at, close=close) for at in rows)
    now = rows.index(row)
    body = MapBody(
        map_places(telling, scene), years, now, telling.select(scene), close,
        unit_label(shown.view.unit, telling.words),
    )  # fmt: skip
    return Slide(
        kind=scene.kind,
        title=years[now].title,
        sentence=years[now].sentence,
        body=body,
        demo=years[now].demo,
        small=telling.small(shown, rows, telling.places(scene) or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, row),
    )


def map_places(telling: DeckTelling, scene: Scene) -> tuple[MapPlace, ...]:
    """All municipalities; those of the scene have letters."""
    letters = spotlight_letters(telling.select(scene))
    return tuple(
        MapPlace(place.code, short_name(place, telling.words), letters.get(place.code, ""))
        for place in municipalities()
    )


def _year(telling: DeckTelling, scene: Scene, shown: MapView, row: int, *, close: bool) -> MapYear:
    wording, year = telling.wording(scene, shown), YearTold.of(telling, scene, shown, row)
    return MapYear(
        label=str(shown.years[row]),
        title=telling.heading(shown, row),
        sentence=_close_sentence(year) if close else _sentence(year),
        fills=tuple(fills(shown, row, projected)),
        signs=tuple(glyphs(shown)[row]),
        told=tuple(_short(told(shown, row, wording), shown, row)),
        legend=slide_keys(telling, shown, row),
        demo=telling.demo(shown, row),
    )


def _short(texts: list[str], shown: MapView, row: int) -> list[str]:
    """On a map the sign of its legend stands where there is no figure."""
    looks = zip(texts, glyphs(shown)[row], shown.there[row].tolist(), strict=True)
    return [text if there else sign for text, sign, there in looks]


def _close_sentence(year: YearTold) -> str:
    """The extremes of the deck's municipalities beside the country."""
    return year.alone() or f"{year.extremes()}{year.nation()}."


def _sentence(year: YearTold) -> str:
    """Where in the country it is most and least, and what places the deck's municipalities have."""
    words, country = year.telling.words, year.country
    said = country.alone() or f"{country.extremes()}."
    if len(year.places) == len(country.places):
        return f"{said.removesuffix('.')}{year.nation()}."
    if not year.ranked:
        return f"{said} {year.alone()}" if country.ranked else said
    first, last = year.ranked[0], year.ranked[-1]
    if year.rank(first) == year.rank(last):
        told = words.t("forum.map.place", name=year.names(year.ranked), rank=year.rank(first))
    else:
        ranks = year.shown.ranks[year.row]
        told = words.t(
            "forum.map.places", group=year.group, first=ranks[first], last=ranks[last],
            count=year.count,
        )  # fmt: skip
    return f"{said} {told}"
