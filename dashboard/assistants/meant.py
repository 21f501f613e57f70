"""What an assistant means by what it says: loose words become municipality, indicator and view.

What is not understood raises `WrongAsked`, which names the argument and what comes near.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.language.i18n import CODES, language
from dashboard.pages.search.finding import find
from dashboard.resources.resource import WrongAsked
from dashboard.searching.asked import read_text
from dashboard.searching.matching import has_all
from data.catalog import ALL_AREAS, INDICATORS
from data.errors import near
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities
from geo.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.searching.findable import Findable
    from geo.places import Municipality

SHOWN = 80
"""Characters of a wrong value that an error repeats."""


def municipality_meant(atlas: Atlas, said: str, name: str = "municipality") -> Municipality:
    """The municipality of a code, or of its name in any spelling, case or language.

    Raises:
        WrongAsked: It means none or several.
    """
    said = said.encode("utf-8", "replace").decode()[:SHOWN]
    try:
        return find_municipality(said)
    except AmbiguousPlace as error:
        expected = "the name of one municipality, this fits several"
        raise WrongAsked(name, said, expected, (), error.candidates) from error
    except UnknownPlace as error:
        found, whole = _found(atlas, said, "municipality")
        if len(found) == 1 and whole:
            return find_municipality(found[0].code)
        expected = "a municipality's name or two-digit code"
        likely = [*error.nearest, *(each.name for each in found[:5])]
        raise WrongAsked(name, said, expected, (), likely) from error


def indicator_meant(atlas: Atlas, said: str) -> str:
    """The id of the indicator of an id, or of a name in loose words of either language.

    Raises:
        WrongAsked: It means none or several.
    """
    said = said.encode("utf-8", "replace").decode()[:SHOWN]
    plain = fold(said)
    for each in INDICATORS:
        names = (language(code).t(f"indicator.{each}.name") for code in CODES)
        if plain in (fold(each), *map(fold, names)):
            return each
    found, whole = _found(atlas, said, "indicator")
    ids = [parse_qs(each.path.partition("?")[2])["indicator"][0] for each in found]
    if len(ids) == 1 and whole:
        return ids[0]
    expected = "the id or the name of one indicator"
    likely = [*dict.fromkeys([*ids[:5], *near(said, INDICATORS)])]
    raise WrongAsked("indicator", said, expected, tuple(INDICATORS), likely)


def _found(atlas: Atlas, said: str, kind: str) -> tuple[list[Findable], bool]:
    """What the search finds of a kind, in the first language in which it finds any.

    And whether each has all that was said: a word alone may be misspelled, several may not.
    """
    asked = read_text(said)
    for code in CODES:
        groups = find(asked, atlas, language(code), len(municipalities()))
        for group in groups:
            if group.kind == kind:
                whole = len(asked.words) == 1 or all(has_all(it, asked.words) for it in group.items)
                return [*group.items], whole
    return [], False


def view_meant(
    atlas: Atlas, indicator: str, unit: str = "", area: str = "", figures: str = "all"
) -> MapView:
    """An indicator's figures in a unit and area.

    Raises:
        WrongAsked: One of these is not there; says which are.
    """
    found = INDICATORS[indicator_meant(atlas, indicator)]
    areas = (ALL_AREAS, *atlas.areas) if found.by_area else (ALL_AREAS,)
    return remembered_view(
        atlas,
        ViewRequest(
            found.id,
            one_of("unit", unit or found.units[0], found.units),
            one_of("area", area or ALL_AREAS, areas),
            figures=figures,
        ),
    )


def row_meant(shown: MapView, year: int | None) -> int:
    """Number of a year of a view: of the newest with a figure, where none is said.

    Raises:
        WrongAsked: The view has no such year.
    """
    if year is None:
        return shown.years.index(shown.newest)
    if year not in shown.years:
        raise WrongAsked("year", str(year), "a year of the view", tuple(map(str, shown.years)))
    return shown.years.index(year)


def one_of(name: str, said: str, known: Sequence[str]) -> str:
    """A value that is known.

    Raises:
        WrongAsked: It is not.
    """
    if said not in known:
        shown = said.encode("utf-8", "replace").decode()[:SHOWN]
        raise WrongAsked(name, shown, "one of those listed", tuple(known), near(shown, known))
    return said
