"""What grew most and who differs most are reckoned anew from the tables, in every state of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.language.i18n import language
from dashboard.overview.grown import more_text
from dashboard.overview.overview import read_overview
from geo.places import municipalities
from geo.slugs import slug
from tests.dashboard.overview.overview_tables import GONE, ORDER, OverviewTables, leave, two
from tests.dashboard.pages.municipality.base_tables import Base
from tests.dashboard.pages.municipality.reckoned import UNITS, Reckoned

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.answers import Atlas
    from dashboard.overview.facts import ToldFact
    from tests.dashboard.overview.conftest import Edit

LT, EN = language("lt"), language("en")
UNIT = "constant_per_resident"
SHARE = "ngo_competition_share"
OF_SHARES = f"indicator = '{SHARE}' AND year = 2025 AND counts"


def facts(atlas: Atlas, code: str = "lt") -> dict[str, ToldFact]:
    return {fact.name: fact for fact in read_overview(atlas, language(code)).facts}


def grew(base: Base, years: list[int]) -> tuple[str, float, float, int]:
    """The kind of money that grew most of those that count in all years: first, last, how many."""
    found = {}
    for name in (each for each, units in UNITS.items() if UNIT in units):
        frame = base.figures(name, UNIT, "all")
        known = frame["counted"].unstack().loc[years]
        alike = known.columns[known.notna().all()]
        top, below = (frame[part].unstack()[alike].sum(axis=1) for part in ("top", "below"))
        first, last = (top[year] / below[year] for year in (years[0], years[-1]))
        if first > 0:
            found[name] = last / first, first, last, len(alike)
    name = max(found, key=lambda each: found[each][0])
    return name, *found[name][1:]


def money(number: float) -> str:
    return f"{two(number)}\u00a0€"


@pytest.mark.parametrize(
    ("statements", "years"),
    [
        ([], [*range(2015, 2026)]),
        ([leave(2025, 12)], [*range(2015, 2025)]),  # the newest year waits
        ([leave(2025, 25)], [*range(2015, 2025)]),  # and takes nobody from those before
        ([leave(2015, 0)], [*range(2016, 2026)]),  # nothing of the first compares
        ([leave(2018, 19)], [y for y in range(2015, 2026) if y != 2018]),  # says too little
        ([leave(2018, 20)], [*range(2019, 2026)]),  # too few are in that and all others
    ],
)
def test_what_grew_most_is_of_the_same_municipalities_without_inflation(
    changed: Edit, statements: list[str], years: list[int]
) -> None:
    atlas = changed(*statements)
    name, first, last, count = grew(Base(atlas.store.path), years)
    assert count >= 20
    fact = facts(atlas)["grown"]
    times = f"{last / first:.1f}".replace(".", ",")
    assert fact.sentence == (
        f"{LT.t(f'indicator.{name}.name')}: nuo {money(first)} gyventojui {years[0]} m. "
        f"iki {money(last)} {years[-1]} m., {times} karto daugiau "
        f"(2025 m. kainomis; tos pačios {count} "
        f"{'savivaldybės' if count % 10 and count > 20 else 'savivaldybių'})."
    )
    english = facts(atlas, "en")["grown"].sentence
    assert f"from €{first:.2f} per resident in {years[0]} to €{last:.2f} in" in english
    # The map knows the same ones only where they count in every year that it has.
    assert fact.path.endswith("&nation=same") is (len(years) == 11)
    assert f"indicator={name}&unit={UNIT}" in fact.path
    assert ("year=2025" in fact.path) is (years[-1] == 2025)
    assert fact.sources[0] == "demo"


def test_nothing_is_said_to_grow_that_did_not(changed: Edit) -> None:
    halved = "UPDATE mart_indicator SET numerator = numerator / 100 WHERE year = 2025"
    assert "grown" not in facts(changed(halved))
    of_few = [leave(year, 19) for year in range(2015, 2025)]
    assert "grown" not in facts(changed(*of_few))


@pytest.mark.parametrize(
    ("times", "lt", "en"),
    [
        (1.006, "+1\u00a0%", "+1%"),
        (1.96, "+96\u00a0%", "+96%"),
        (2.04, "2 kartus daugiau", "2 times as much"),
        (5.0, "5 kartus daugiau", "5 times as much"),
        (5.83, "5,8 karto daugiau", "5.8 times as much"),
        (9.96, "10 kartų daugiau", "10 times as much"),
        (21.0, "21 kartą daugiau", "21 times as much"),
    ],
)
def test_how_much_more_is_declined(times: float, lt: str, en: str) -> None:
    assert (more_text(times, LT), more_text(times, EN)) == (lt, en)


def furthest(base: Base, year: int) -> tuple[str, float, float, int]:
    """Who lies furthest from the median of its peers: code, figure, that median, of how many."""
    found = {}
    for code in ORDER:
        one = Reckoned(base, code, {"year": year}).one(SHARE)
        far = abs(one.value - one.median)
        if far == far:  # noqa: PLR0124 - it is known
            count = int(one.counted[one.all.peers].notna().sum())
            found[code] = far, one.value, one.median, count
    code = max(found, key=lambda each: found[each][0])
    return code, *found[code][1:]


def compare(atlas: Atlas, year: int) -> None:
    code, value, median, count = furthest(Base(atlas.store.path), year)
    place = next(each for each in municipalities() if each.code == code)
    fact = facts(atlas)["apart"]
    assert fact.sentence == (
        f"{place.name_full_lt}: NVO konkurso būdu išmokėtų lėšų dalis {year} m. – "
        f"{two(value)}\u00a0%, {count} panašių savivaldybių mediana – {two(median)}\u00a0%."
    )
    assert fact.path == f"/savivaldybe/{slug(place, 'lt')}?year={year}"
    assert fact.sources == ("demo",)
    assert facts(atlas, "en")["apart"].sentence == (
        f"{place.name_en}: NGO competition share of money paid was {value:.2f}% in {year}; "
        f"the median of {count} similar municipalities was {median:.2f}%."
    )


def test_who_differs_most_lies_furthest_from_the_median_of_those_like_it(atlas: Atlas) -> None:
    compare(atlas, 2025)


def test_real_figures_are_no_peers_of_invented_ones(among: Atlas) -> None:
    compare(among, 2025)


def test_it_is_of_the_year_that_is_shown(changed: Edit) -> None:
    compare(changed(leave(2025, 12)), 2024)


def test_where_all_are_equal_nobody_differs(changed: Edit) -> None:
    equal = f"UPDATE mart_indicator SET numerator = denominator * 0.03 WHERE {OF_SHARES}"
    assert "apart" not in facts(changed(equal))


def test_of_equally_far_ones_the_first_by_alphabet_is_named_though_there_is_no_spread(
    changed: Edit, database: Path
) -> None:
    codes = {place.name_lt: place.code for place in municipalities()}
    equal = f"UPDATE mart_indicator SET numerator = 3, denominator = 100 WHERE {OF_SHARES}"
    far = f"UPDATE mart_indicator SET numerator = 9 WHERE {OF_SHARES} AND municipality IN "
    for names in (("Akmenės r. sav.", "Ukmergės r. sav."), ("Kėdainių r. sav.", "Varėnos r. sav.")):
        both = tuple(codes[name] for name in reversed(names))
        assert set(both) <= OverviewTables(database).places(SHARE, 2025)
        said = facts(changed(equal, f"{far} {both}"))["apart"].sentence
        assert said.startswith(names[0].replace("r. sav.", "rajono savivaldybė: "))
        assert " – 9,00\u00a0%, " in said
        assert said.endswith(" mediana – 3,00\u00a0%.")


def test_who_lies_furthest_below_is_named_too_be_it_with_a_declared_nought(changed: Edit) -> None:
    code = next(place.code for place in municipalities() if place.name_lt == "Ukmergės r. sav.")
    equal = f"UPDATE mart_indicator SET numerator = 3, denominator = 100 WHERE {OF_SHARES}"
    more = f"UPDATE mart_indicator SET numerator = 5 WHERE {OF_SHARES} AND municipality = '91'"
    nought = (
        "UPDATE mart_indicator SET numerator = 0, state = 'declared_zero' "
        f"WHERE {OF_SHARES} AND municipality = '{code}'"
    )
    said = facts(changed(equal, more, nought))["apart"].sentence
    assert said.startswith("Ukmergės rajono savivaldybė: ")
    assert " – 0,00\u00a0%, " in said


def test_nothing_is_compared_with_the_median_of_fewer_than_three(
    changed: Edit, alone: Atlas, vilnius: Atlas
) -> None:
    gone = f"UPDATE mart_indicator SET {GONE} WHERE municipality NOT IN {tuple(ORDER[:3])}"
    for atlas in (alone, vilnius, changed(gone)):
        assert {*facts(atlas)} == {"unanswered"}
