"""Figures on slides are those of the database, computed here anew from its rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

import pytest

from dashboard.charts.palette import UNKNOWN_COLOUR, diverging
from dashboard.forum.deck import Deck, Scene
from dashboard.forum.kinds import kinds
from dashboard.forum.telling import DeckTelling
from dashboard.indicators.selection import members
from dashboard.language.i18n import language
from dashboard.slides.content import BarsBody, LinesBody, MapBody, MapsBody, NumberBody
from data.asking.views import indicator_view, national_view
from data.catalog import resolve
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.answers import Atlas
    from dashboard.slides.content import Slide
    from data.asking.store import Store

CODES = [place.code for place in municipalities()]
EN = language("en")
SHORT = {place.code: place.name_en.removesuffix(" District") for place in municipalities()}
FULL = {place.code: place.name_en for place in municipalities()}
COUNTIES = ("Utena County", "Vilnius County", "Šiauliai County")
VIEWS = (
    ("ngo_competition_share", "percent"), ("total", "per_resident"), ("total", "eur"),
    ("openness", "percent"), ("competitions", "count"), ("average_grant", "eur"),
)  # fmt: skip


@dataclass
class Case:
    """A county, an indicator in a unit, and what the database has of it."""

    atlas: Atlas
    county: str
    indicator: str
    unit: str

    @property
    def select(self) -> tuple[str, ...]:
        return members(next(each for each in counties() if each.name_en == self.county))

    @property
    def decimals(self) -> int:
        return resolve(self.indicator, self.unit).decimals

    @cached_property
    def frame(self) -> pd.DataFrame:
        return indicator_view(self.atlas.store, self.indicator, self.unit)

    @cached_property
    def nation(self) -> pd.Series[float]:
        found = national_view(self.atlas.store, self.indicator, self.unit)
        return found.set_index("year")["value"]

    @cached_property
    def last(self) -> int:
        return int(self.frame[self.frame["value"].notna()]["year"].max())

    def year(self, year: int | None = None) -> pd.DataFrame:
        found = self.frame[self.frame["year"] == (year or self.last)].set_index("municipality")
        found["rank"] = found[found["counts"]]["value"].rank(ascending=False, method="min")
        return found

    def change(self, before: int, after: int) -> pd.Series[float]:
        """By municipality; NaN where a figure does not count or the series breaks between."""
        counted = self.frame[self.frame["counts"]].pivot(
            index="municipality", columns="year", values="value"
        )
        counted = counted.reindex(index=CODES, columns=[before, after]).round(self.decimals)
        between = self.frame["year"].between(before + 1, after)
        broken = self.frame[between & (self.frame["state"] == "not_comparable")]["municipality"]
        found = (counted[after] - counted[before]).round(self.decimals)
        return found.where(~found.index.isin(broken))

    @cached_property
    def first(self) -> int:
        """The first year from which three quarters of those in the county compare that ever do."""
        counts = {
            year: self.change(year, self.last).loc[[*self.select]].notna().sum()
            for year in range(2015, self.last)
        }
        return next(year for year, count in counts.items() if 4 * count >= 3 * max(counts.values()))

    def tell(self, kind: str, **how: object) -> Slide:
        scene = Scene(kind, self.indicator, self.unit, **how)  # type: ignore[arg-type]
        return kinds()[kind].slide(DeckTelling(self.atlas, EN, Deck(select=self.select)), scene)

    def written(self, value: float) -> str:
        """A figure without its signs."""
        kind = resolve(self.indicator, self.unit).unit.kind
        text = f"{value:,.{self.decimals}f}"
        return {"money": f"€{text}", "percent": f"{text}%", "count": text}[kind]


@pytest.fixture(params=COUNTIES)
def county(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=VIEWS, ids="-".join)
def case(request: pytest.FixtureRequest, atlas: Atlas, county: str) -> Case:
    return Case(atlas, county, *request.param)


def test_maps_tell_colour_and_count_what_the_database_has(case: Case) -> None:
    for kind, close in (("map", False), ("county_map", True)):
        body = case.tell(kind).body
        assert isinstance(body, MapBody)
        assert (body.close, body.own) == (close, case.select)
        assert {place.code for place in body.places if place.letter} == {*case.select}
        assert [int(year.label) for year in body.years] == sorted(
            case.frame[case.frame["value"].notna()]["year"].unique()
        )
        for year in body.years:
            found = case.year(int(year.label)).loc[CODES]
            for text, value, fill in zip(year.told, found["value"], year.fills, strict=True):
                if not isnan(value):
                    assert text.rstrip("*†‡°≠✓") == case.written(value)
                else:
                    assert fill == UNKNOWN_COLOUR
            assert sum(entry.count or 0 for entry in year.legend) == len(CODES)
            classes = [entry for entry in year.legend if not entry.sign]
            fills = [
                fill for fill, counts in zip(year.fills, found["counts"], strict=True) if counts
            ]
            assert [fills.count(entry.colour) for entry in classes] == [
                entry.count for entry in classes
            ]


def test_a_ranking_has_the_ranks_among_all_and_the_country(case: Case) -> None:
    slide, found = case.tell("ranking"), case.year()
    assert isinstance(slide.body, BarsBody)
    own = [bar for bar in slide.body.bars if bar.kind == "own"]
    assert sorted(bar.name for bar in own) == sorted(SHORT[code] for code in case.select)
    by_name = {bar.name: bar for bar in own}
    for code in case.select:
        bar, row = by_name[SHORT[code]], found.loc[code]
        assert bar.rank == (f"{row['rank']:.0f}" if row["counts"] else "")
        assert (bar.value is None) == (isnan(row["value"]))
        assert bar.value is None or bar.value == pytest.approx(row["value"])
        assert bar.hollow == (bar.value is not None and not row["counts"])
    (nation,) = (bar.value for bar in slide.body.bars if bar.kind == "nation")
    assert nation == pytest.approx(case.nation[case.last])
    ranked = [bar.value for bar in slide.body.bars if bar.rank or bar.kind == "nation"]
    assert ranked == sorted(ranked, key=lambda value: -(value or 0))
    assert [*slide.body.bars[: len(ranked)]] == [
        bar for bar in slide.body.bars if bar.rank or bar.kind == "nation"
    ]
    counted = found.loc[[*case.select]].query("counts")["value"].round(case.decimals)
    above = int((counted > round(case.nation[case.last], case.decimals)).sum())
    assert f"{above} of {len(counted)} municipalit" in slide.sentence


def test_lines_are_the_figures_of_all_years(case: Case) -> None:
    slide = case.tell("trend")
    assert isinstance(slide.body, LinesBody)
    picture = slide.body.picture
    pivot = case.frame.pivot(index="year", columns="municipality", values="value")
    assert picture.years == tuple(pivot.index)
    assert [line.code for line in picture.lines] == [*case.select][:10]
    for line in picture.lines:
        values = [float("nan") if value is None else value for value in line.values]
        assert values == pytest.approx([*pivot[line.code]], nan_ok=True)
    assert [*picture.national.values] == pytest.approx([*case.nation])
    change = case.change(case.first, case.last).loc[[*case.select]].dropna()
    grew, fell = int((change > 0).sum()), int((change < 0).sum())
    assert len(change) < 2 or f"up in {grew} and down in {fell} of {len(change)}" in slide.sentence


@pytest.mark.parametrize(("before", "year"), [(None, None), (2017, 2023), (2024, 2025)])
def test_changes_are_those_of_both_years_as_they_are_written(
    case: Case, before: int | None, year: int | None
) -> None:
    change = case.change(before or case.first, year or case.last)
    slide = case.tell("changes", before=before, year=year)
    own = change.loc[[*case.select]]
    assert isinstance(slide.body, BarsBody)
    found = {bar.name: bar.value for bar in slide.body.bars}
    assert found == {
        SHORT[code]: None if isnan(value) else pytest.approx(value) for code, value in own.items()
    }
    values = [bar.value for bar in slide.body.bars if bar.value is not None]
    assert values == sorted(values, reverse=True)
    assert f"up in {(own > 0).sum()}, down in {(own < 0).sum()} of {own.notna().sum()}" in (
        slide.sentence
    )
    table = slide.table
    assert table is not None
    assert [row[0] for row in table.rows[:-1]] == [
        name + " District" * (name + " District" in FULL.values())
        for name in (bar.name for bar in slide.body.bars)
    ]


def test_the_map_of_differences_says_of_each_whether_and_how_far_it_grew(case: Case) -> None:
    slide, change = case.tell("two_years"), case.change(case.first, case.last)
    assert isinstance(slide.body, MapsBody)
    panel, colours = slide.body.difference, diverging()
    sides = [None if fill == UNKNOWN_COLOUR else colours.index(fill) - 3 for fill in panel.fills]
    for side, sign, value in zip(sides, panel.signs, change, strict=True):
        assert (side is None) == (sign == "≠") == (isnan(value))
        assert side is None or (side > 0) - (side < 0) == (value > 0) - (value < 0)
    pairs = [(abs(side), abs(value)) for side, value in zip(sides, change, strict=True)
             if side is not None]  # fmt: skip
    for low, high in ((0, 1), (1, 2), (2, 3)):
        under = max((value for side, value in pairs if side == low), default=0)
        assert all(value > under for side, value in pairs if side == high)
    assert [entry.count for entry in panel.legend if not entry.sign] == [
        sides.count(side) for side in (3, 2, 1, 0, -1, -2, -3)
    ]
    signs = [[sign in entry.label for sign in "+-"] for entry in panel.legend if not entry.sign]
    assert signs == [[True, False]] * 3 + [[False, False]] + [[False, True]] * 3
    assert f"up in {(change > 0).sum()} and down in {(change < 0).sum()}" in slide.sentence
    assert (slide.body.before.label, slide.body.after.label) == (str(case.first), str(case.last))


def test_one_number_is_the_country_s_then_and_now_between_the_deck_s_extremes(case: Case) -> None:
    slide, found = case.tell("number"), case.year().loc[[*case.select]].query("counts")
    assert isinstance(slide.body, NumberBody)
    now, then = case.written(case.nation[case.last]), case.written(case.nation[2015])
    assert slide.body.figure.rstrip("*") == now
    assert slide.body.beside[-1][0] == then
    assert slide.body.beside[-1][1].startswith("2015 (")
    extremes = [figure.rstrip("*†°") for figure, _ in slide.body.beside[:-1]]
    ends = (found["value"].max(), found["value"].min())
    assert extremes == [*dict.fromkeys(map(case.written, ends))]
    assert f"{then} in 2015, {now}" in slide.sentence


def test_a_municipality_alone_is_the_number_and_the_country_stands_beside_it(
    atlas: Atlas, store: Store
) -> None:
    frame = indicator_view(store, "openness").query("year == 2025 and counts")
    code, value = frame.iloc[0][["municipality", "value"]]
    telling = DeckTelling(atlas, EN, Deck(select=(code,)))
    body = kinds()["number"].slide(telling, Scene("number", "openness", year=2025)).body
    assert isinstance(body, NumberBody)
    assert body.figure == f"{value:.0f}%"
    nation = national_view(store, "openness").set_index("year")["value"][2025]
    assert body.beside[0] == (f"{nation:.0f}%", f"Lithuania ({len(frame)} of 60)")


def test_a_deck_without_municipalities_shows_the_ends_of_the_country(atlas: Atlas) -> None:
    case = Case(atlas, "", "services_transferred", "percent")
    telling, change = DeckTelling(atlas, EN, Deck()), case.change(2020, 2024)
    scene = Scene("changes", case.indicator, year=2024, before=2020)
    slide = kinds()["changes"].slide(telling, scene)
    assert isinstance(slide.body, BarsBody)
    values = [bar.value for bar in slide.body.bars]
    grew = change[change > 0].sort_values(ascending=False).head(5)
    fell = change[change < 0].sort_values().head(5)[::-1]
    assert values == pytest.approx([*grew, *fell])
    assert f"up in {(change > 0).sum()}, down in {(change < 0).sum()}" in slide.sentence
    ranking = kinds()["ranking"].slide(telling, Scene("ranking", case.indicator)).body
    assert isinstance(ranking, BarsBody)
    first = case.year()["value"].sort_values(ascending=False).head(12)
    assert [bar.value for bar in ranking.bars if bar.kind == "plain"] == pytest.approx([*first])
    assert ranking.rest
