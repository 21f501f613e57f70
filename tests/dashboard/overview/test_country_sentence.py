"""The country's sentence says what the tables say: of which year, of whom, what nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.language.i18n import language
from dashboard.overview.overview import Overview, read_overview
from dashboard.overview.saying import alike_sentence, caution
from tests.dashboard.overview.overview_tables import (
    GONE,
    ORDER,
    OverviewTables,
    leave,
    municipalities_en,
    savivaldybes,
    two,
)

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.overview.split import HundredEuros, SplitOverYears
    from tests.dashboard.overview.conftest import Edit

LT, EN = language("lt"), language("en")
NGO = "ngo_competition"
WON = "Iš 100 biudžeto eurų NVO konkursuose laimėjo "


def whose(of: HundredEuros) -> set[str]:
    return {code for code, taken in zip(ORDER, of.taken, strict=True) if taken}


def split_of(overview: Overview) -> SplitOverYears:
    assert overview.split is not None
    return overview.split


def compare(atlas: Atlas, year: int, before: int) -> None:
    """All that is said of the split, where three parts are known of enough."""
    tables, lt, en = OverviewTables(atlas.store.path), *(read_overview(atlas, w) for w in (LT, EN))
    found = split_of(lt)
    now = tables.together(year)
    assert (found.now.year, whose(found.now)) == (year, now)
    shares = tables.hundred(year, now)
    assert found.now.shares == pytest.approx(shares)
    assert lt.sentence == WON + two(shares[NGO])
    written = f"{shares[NGO]:.2f}"
    assert en.sentence == f"Of every €100 of municipal budgets, NGOs won €{written} in competitions"
    assert lt.whose.startswith(f"{year} m., {savivaldybes(len(now))} iš 60.")
    assert en.whose.startswith(f"{year}, {municipalities_en(len(now))} of 60.")
    assert found.before is not None
    then = tables.together(before)
    assert (found.before.year, whose(found.before)) == (before, then)
    was = tables.hundred(before, then)
    assert found.before.shares == pytest.approx(was)
    assert lt.before == f"{before} m. – {two(was[NGO])} ({savivaldybes(len(then))})."
    assert en.before == f"In {before}: €{was[NGO]:.2f} ({municipalities_en(len(then))})."
    both = now & then
    first, last = (tables.hundred(each, both)[NGO] for each in (before, year))
    assert alike_sentence(found, LT).startswith(f"{savivaldybes(len(both))}, kuri")
    assert alike_sentence(found, LT).endswith(f": {before} m. {two(first)}, {year} m. {two(last)}.")
    assert alike_sentence(found, EN) == (
        f"{municipalities_en(len(both))} known in both years – NGOs by competition: "
        f"€{first:.2f} in {before}, €{last:.2f} in {year}."
    )


def test_of_the_demonstration_set(atlas: Atlas) -> None:
    compare(atlas, 2025, 2015)
    assert read_overview(atlas, LT).whose == "2025 m., 56 savivaldybės iš 60."


def test_among_invented_figures_no_real_one_counts(among: Atlas) -> None:
    compare(among, 2025, 2015)
    split = split_of(read_overview(among, LT))
    assert split.before is not None
    for each in (split.now, split.before):
        assert each.demo
        assert each.sources == ("demo",)
    assert "13" in OverviewTables(among.store.path).paid.loc[2015].index, "it has a real form"
    assert "13" not in whose(split.before)


def test_a_real_whole_and_an_invented_part_are_never_one_share(changed: Edit) -> None:
    usual = split_of(read_overview(changed(), LT)).now
    code = min(whose(usual))
    of_whole = f"indicator = 'total' AND municipality = '{code}'"
    real = f"UPDATE mart_indicator SET demo = FALSE WHERE {of_whole}"
    now = split_of(read_overview(changed(real), LT)).now
    assert whose(now) == whose(usual) - {code}


def test_of_real_figures_alone(alone: Atlas) -> None:
    """Vilnius in six years, Klaipėda in one of them: the newest is as good as any."""
    overview, tables = read_overview(alone, LT), OverviewTables(alone.store.path)
    split = split_of(overview)
    assert (split.now.year, whose(split.now), split.now.demo) == (2022, {"13"}, False)
    now, was = (tables.hundred(year, {"13"})[NGO] for year in (2022, 2015))
    assert overview.sentence == WON + two(now)
    assert overview.whose == (
        "2022 m. Vilniaus miesto savivaldybėje. Kitų savivaldybių palyginamų skaičių kol kas nėra."
    )
    assert overview.before == f"2015 m. – {two(was)}."
    assert read_overview(alone, EN).whose == (
        "2022, in Vilnius City. There are no comparable figures of other municipalities yet."
    )


def test_few_are_compared_with_themselves_alone(changed: Edit, alone: Atlas) -> None:
    """In 2021 Klaipėda is known too, which says nothing of Vilnius."""
    gone = f"UPDATE mart_indicator SET {GONE} WHERE year < 2021"
    atlas = changed(gone, of=alone.store.path)
    tables, overview = OverviewTables(atlas.store.path), read_overview(atlas, LT)
    assert tables.together(2021) == {"13", "21"}
    assert overview.before == f"2021 m. – {two(tables.hundred(2021, {'13'})[NGO])}."


def test_where_nobody_tells_what_ngos_won_it_is_said_who_got_the_money_and_why(
    vilnius: Atlas,
) -> None:
    overview, tables = read_overview(vilnius, LT), OverviewTables(vilnius.store.path)
    known = ("public", "budgetary")
    now, was = (tables.hundred(year, {"13"}, known) for year in (2022, 2021))
    assert split_of(overview).now.shares == pytest.approx(now)
    said = f"Iš 100 biudžeto eurų biudžetinėms įstaigoms teko {two(now['budgetary'])}"
    assert overview.sentence == said
    assert overview.whose == (
        "2022 m. Vilniaus miesto savivaldybėje. Kitų savivaldybių palyginamų skaičių kol kas nėra."
    )
    assert caution(split_of(overview), LT) == (
        "Tai pateiktos mokėjimo paraiškos, o ne išmokėtos lėšos. "
        "Kiek NVO laimėjo konkursuose, nežinoma: lentelė nepažymi, kas skirta konkurso būdu, "
        "ir neparodo, kiek administracija perdavė NVO."
    )
    assert overview.before == f"2021 m. – {two(was['budgetary'])}.", "2015 says nothing of public"
    english = read_overview(vilnius, EN)
    assert english.sentence.endswith(f"budgetary institutions got €{now['budgetary']:.2f}")
    assert "the table does not mark what was awarded by competition" in caution(
        split_of(english), EN
    )


@pytest.mark.parametrize("left", [1, 2, 12, 39])
def test_where_the_newest_year_has_too_few_the_last_good_one_is_shown_and_why(
    changed: Edit, left: int
) -> None:
    atlas = changed(leave(2025, left))
    compare(atlas, 2024, 2015)
    forms = "savivaldybės" if left == 1 else "savivaldybių"
    assert read_overview(atlas, LT).whose == (
        "2024 m., 59 savivaldybės iš 60. "
        f"2025 m. kol kas yra tik {left} {forms} skaičiai, todėl rodomi 2024 m."
    )
    has = "municipality has" if left == 1 else "municipalities have"
    assert read_overview(atlas, EN).whose.endswith(
        f" For 2025 only {left} {has} figures so far, so 2024 is shown."
    )


def test_forty_are_enough(changed: Edit) -> None:
    atlas = changed(leave(2025, 40))
    tables, overview = OverviewTables(atlas.store.path), read_overview(atlas, LT)
    assert overview.whose == "2025 m., 40 savivaldybių iš 60."
    now, before = split_of(overview).now, split_of(overview).before
    assert before is not None
    assert (whose(now), before.year) == (tables.together(2025), 2015)


def test_a_year_of_too_few_of_them_does_not_compare(changed: Edit) -> None:
    now = whose(split_of(read_overview(changed(), LT)).now)
    for left, before in ((40, 2015), (39, 2016)):
        atlas = changed(leave(2015, left))
        both = now & OverviewTables(atlas.store.path).together(2015)
        assert (3 * len(both) >= 2 * len(now)) is (before == 2015)
        compare(atlas, 2025, before)


def test_where_no_year_has_enough_it_is_the_newest_with_at_least_half_as_many_as_any(
    changed: Edit,
) -> None:
    few = [leave(year, 2 if year == 2025 else 12) for year in range(2015, 2026)]
    overview = read_overview(changed(*few), LT)
    assert overview.whose == (
        "2024 m., 12 savivaldybių iš 60. Kitų savivaldybių palyginamų skaičių kol kas nėra. "
        "2025 m. kol kas yra tik 2 savivaldybių skaičiai, todėl rodomi 2024 m."
    )
    assert not overview.shown.is_enough


def test_a_first_year_of_which_nothing_compares_is_passed_over(changed: Edit) -> None:
    gone = f"UPDATE mart_indicator SET {GONE} WHERE year IN (2015, 2016)"
    compare(changed(gone), 2025, 2017)
    breaks = "UPDATE mart_indicator SET state = 'not_comparable', counts = FALSE WHERE year = 2015"
    compare(changed(breaks), 2025, 2016)


def test_without_any_earlier_year_nothing_is_compared(changed: Edit) -> None:
    atlas = changed(f"UPDATE mart_indicator SET {GONE} WHERE year < 2025")
    overview = read_overview(atlas, LT)
    assert split_of(overview).years == (split_of(overview).now,)
    assert overview.before == ""


def test_a_part_that_few_know_goes_to_the_rest_and_takes_no_municipality_away(
    changed: Edit,
) -> None:
    atlas = changed(leave(2025, 39, ["public"]), leave(2025, 45, ["budgetary"]))
    tables, split = OverviewTables(atlas.store.path), split_of(read_overview(atlas, LT))
    parts = (NGO, "budgetary")
    now = tables.together(2025, parts)
    assert (whose(split.now), len(now)) == (now, 45)
    assert split.now.shares == pytest.approx(tables.hundred(2025, now, parts))
    assert "public" not in split.now.shares


def test_where_most_tell_only_their_whole_budget_the_map_is_of_that(changed: Edit) -> None:
    overview = read_overview(changed(*(
        leave(year, 3, ["ngo_competition_share", NGO]) for year in range(2015, 2026)
    )), LT)  # fmt: skip
    assert overview.shown.figures.view.indicator == "total"
    assert overview.shown.is_enough
    assert overview.sentence.startswith("Iš 100 biudžeto eurų biudžetinėms įstaigoms teko ")
    assert caution(split_of(overview), LT) == "Kiek NVO laimėjo konkursuose, dar nežinoma."


def test_where_nobody_tells_the_parts_it_is_said_so(changed: Edit) -> None:
    overview = read_overview(
        changed(f"UPDATE mart_indicator SET {GONE} WHERE indicator <> 'total'"), LT
    )
    assert overview.sentence == "Kam teko savivaldybių biudžetų eurai, dar nežinoma"
    assert overview.whose == "Žinoma tik, kiek jų išmokėta iš viso."


def test_where_nothing_is_known_nothing_is_claimed(changed: Edit) -> None:
    overview = read_overview(changed(f"UPDATE mart_indicator SET {GONE}"), LT)
    assert overview.sentence == "Savivaldybių skaičių dar nėra"
    assert overview.whose.startswith("Žemėlapis ir sakiniai atsiras")
    assert (overview.before, overview.split) == ("", None)


def test_money_that_was_declared_to_be_none_counts(changed: Edit) -> None:
    where = f"year = 2025 AND indicator IN ('{NGO}', 'ngo_competition_share') AND state = 'ok'"
    atlas = changed(
        f"UPDATE mart_indicator SET numerator = 0, state = 'declared_zero' WHERE {where}"
    )
    overview = read_overview(atlas, LT)
    assert overview.sentence == f"{WON}0,00"
    assert overview.whose == "2025 m., 56 savivaldybės iš 60."
    assert split_of(overview).now.shares["rest"] >= 0
