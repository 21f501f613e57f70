"""Compares every number of a municipality's page with what was reckoned of the tables."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.language.i18n import language
from geo.places import counties, municipalities
from tests.dashboard.pages.municipality.page_read import (
    by_id,
    cells,
    decimals_of,
    figure,
    numbers,
    text,
    write,
)
from tests.dashboard.pages.municipality.reckoned import UNITS

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from tests.dashboard.pages.municipality.reckoned import One, Reckoned

PLACES = {place.code: place for place in municipalities()}
SHARE = "ngo_competition_share"


class Look:
    """Compares one page with what was reckoned."""

    def __init__(self, page: ET.Element, reckoned: Reckoned, lang: str) -> None:
        self.page, self.all, self.lang = page, reckoned, lang
        self.words = language(lang)

    def part(self, name: str) -> ET.Element:
        found = by_id(self.page, name)
        assert found is not None, name
        return found

    def short(self, code: str) -> str:
        return self.words.name(PLACES[code]).removesuffix(" sav.").removesuffix(" District")

    def own(self, one: One, code: str = "") -> str:
        """A figure with its signs; the beginning of what is said where it is not like others."""
        at = one.now.loc[code or self.all.code]
        if math.isnan(at["value"]):
            return ""
        return figure(at["value"], one.indicator, one.unit, self.lang) + at["signs"]

    def ranks(self, one: One, *which: list[str], share: float = math.nan) -> list[str]:
        places = [one.rank(others, share) for others in which]
        return [str(number) for place in places if place for number in place[:2]]

    def away(self, one: One) -> list[str]:
        """How far the figure as written lies from the median as written, if it does."""
        decimals = decimals_of(one.indicator, one.unit)
        off = abs(round(one.value, decimals) - round(one.median, decimals))
        written = write(off, decimals, self.lang)
        return [written] if re.search("[1-9]", written) else []

    def sentences(self, said: str, one: One) -> None:
        """Figure, places, distance from the median, changes."""
        before, _, rest = said.partition(": ")
        assert numbers(before)[-1] == str(self.all.year)
        own = self.own(one)
        assert own in rest
        expected = numbers(own) + self.ranks(one, self.all.peers, one.everybody)
        if not math.isnan(one.value) and not math.isnan(one.median):
            median = figure(one.median, one.indicator, one.unit, self.lang)
            assert f"({median})" in rest
            expected += self.away(one) + numbers(median)
        for years in (1, 5):
            expected += self.change(one, years)
        assert numbers(rest) == expected

    def change(self, one: One, years: int) -> list[str]:
        found = one.change(years)
        if found is None:
            return []
        rise, before = found
        if one.unit in ("percent", "budget_share", "count", "per_10000"):
            decimals = decimals_of(one.indicator, one.unit)
            return [write(rise, decimals, self.lang, plus=True)]
        return [write(100 * rise / before, 1, self.lang, plus=True)] if before else []

    def headline(self) -> None:
        """On the share of competitions; on the budget where that alone is known."""
        share, budget = self.all.one(SHARE), self.all.one("total")
        told = budget if not self.own(share) and self.own(budget) else share
        name = self.words.t(f"indicator.{told.indicator}.name")
        said = text(self.part("sentence"))
        assert said.startswith(name)
        self.sentences(said, told)

    def rows(self) -> None:
        """The table of all indicators, cell by cell."""
        shown = [row.get("id") for row in self.part("panel-indicators").iter("tr") if row.get("id")]
        order = [*UNITS]
        if self.all.asked.get("sort") == "apart":
            far = pd.Series({name: self.all.one(name).far for name in UNITS})
            order = [*far.sort_values(ascending=False, kind="stable").index]
        assert shown == order or (self.all.asked.get("sort") == "name" and {*shown} == {*order})
        for indicator in shown:
            one = self.all.one(indicator)
            heading, own, strip, median, peers, everybody, line = cells(self.part(indicator))
            unit = self.words.t(f"unit.{one.unit}.name", year=2025)
            assert text(heading) == f"{self.words.t(f'indicator.{indicator}.name')} {unit}"
            self.is_own(text(own), one)
            assert numbers(text(strip)) == self.takes(one), indicator
            middle = figure(one.median, indicator, one.unit, self.lang)
            assert text(median).startswith(middle)
            away = [] if "–" in middle or math.isnan(one.value) else self.away(one)
            assert numbers(text(median)) == numbers(middle) + away, indicator
            assert numbers(text(peers)) == self.place(one, self.all.peers) + self.span(one)
            assert numbers(text(everybody)) == self.place(one, one.everybody), indicator
            assert text(line) == ""

    def is_own(self, said: str, one: One, code: str = "") -> None:
        own = self.own(one, code)
        if not own:
            assert numbers(said) == []
        elif one.now.loc[code or self.all.code, "plain"]:
            assert said == own
        else:
            assert re.fullmatch(rf"{re.escape(own)} \(\D+\)", said)

    def place(self, one: One, others: list[str]) -> list[str]:
        found = one.rank(others)
        return [*map(str, found[:2]), write(found[2], 0, self.lang)] if found else []

    def span(self, one: One) -> list[str]:
        found = one.span
        return [*map(str, sorted(set(found)))] if found else []

    def takes(self, one: One) -> list[str]:
        found = one.takes
        if found is None:
            return []
        written = [write(found[0], 0, self.lang)]
        if math.isnan(found[1]):
            return written
        return [*written, write(found[1], 2, self.lang), str(self.all.year)]

    def why(self) -> None:
        """The municipality and its peers, nearest first, feature by feature."""
        panel, features = self.part("panel-why"), self.all.features
        said = text(panel.find("p"))
        assert numbers(said) == ([str(len(self.all.peers))] if self.all.peers else [])
        rows = [cells(row) for row in panel.iter("tr")][1:]
        members, found = [self.all.code, *self.all.peers], {c.code: c for c in counties()}
        assert len(rows) == len(members)
        for code, row in zip(members, rows, strict=True):
            name, people, density, older, budget, group, county, far, differs, share = map(
                text, row
            )
            at = features.loc[code]
            assert name == self.short(code)
            assert people == write(at["residents"], 0, self.lang) + "*" * bool(at["estimated"])
            assert density == write(at["density"], 1, self.lang)
            assert numbers(older) == [write(at["older"], 1, self.lang)]
            euros = [] if math.isnan(at["budget"]) else [write(at["budget"], 0, self.lang)]
            assert numbers(budget) == euros
            assert group == self.words.t(f"peers.kind.{at['group']}")
            assert self.words.name(found[at["county"]]).startswith(county)
            distance = self.all.distances[code]
            known = code != self.all.code and not math.isnan(distance)
            assert far == (write(distance, 2, self.lang) if known else "–")
            assert differs == (self.differs(code) if code != self.all.code else "–")
            self.is_own(share, self.all.one(SHARE), code)
        dated = text(panel.findall("p")[-1])
        older = self.all.base.older_year(self.all.year)
        assert [n for n in numbers(dated) if n != "65"] == [str(self.all.year), str(older)]

    def differs(self, code: str) -> str:
        name, more = self.all.most_apart(code)
        side = {"": "nothing", "group": "group", "county": "county", "ringed": "ringed"}.get(
            name, f"{name}_{'more' if more else 'less'}"
        )
        return self.words.t(f"peers.differs.{side}")

    def what_if(self) -> None:
        """What moves, the share and the places that there would be."""
        one, moved = self.all.one(SHARE), by_id(self.page, "moved")
        if one.moved is None:
            assert moved is None
            assert numbers(text(self.part("panel-what_if"))) == []
            return
        euros, share = one.moved
        after = numbers(figure(share, SHARE, "percent", self.lang))
        after += self.ranks(one, self.all.peers, one.everybody, share=share)
        before = numbers(self.own(one))
        assert numbers(text(moved)) == [write(euros, 0, self.lang), *before, *after]
        output = text(self.part("panel-what_if").find(".//output"))
        assert numbers(output) == [write(float(self.all.asked["move"]), 1, self.lang)]

    def opened(self, indicator: str) -> None:
        """The indicator at length: the sentences, every unit, every group, the dots' names."""
        one, lang = self.all.one(indicator), self.lang
        (row,) = (row for row in self.page.iter("tr") if row.get("class") == "opening")
        self.sentences(text(row.find(".//p")), one)
        median = figure(one.median, indicator, one.unit, lang)
        captions = [text(each) for each in row.iter("figcaption")]
        assert captions[1].endswith(f" {median}")
        units, groups = ([cells(r) for r in table.iter("tr")][1:] for table in row.iter("table"))
        assert len(units) == len(UNITS[indicator])
        for unit, (_, own, middle, peers, everybody, nation) in zip(
            UNITS[indicator], units, strict=True
        ):
            there = self.all.one(indicator, unit)
            self.is_own(text(own), there)
            assert text(middle) == figure(there.median, indicator, unit, lang)
            assert numbers(text(peers)) == self.ranks(there, self.all.peers)
            assert numbers(text(everybody)) == self.ranks(there, there.everybody)
            assert text(nation) == figure(there.nation, indicator, unit, lang), unit
        told = {text(name): numbers(f"{text(place)} {text(more)}") for name, place, more in groups}
        assert told == {
            self.words.t(f"peers.group.{name}"): self.place(one, members)
            for name, members in self.all.groups.items()
        }
        self.dots(row, one)

    def dots(self, row: ET.Element, one: One) -> None:
        """The names and figures of the dots are those of all that count."""
        svg = next(each for each in row.iter("svg") if each.get("class") == "dots-svg")
        titles = [(each.text or "").split(": ") for each in svg.iter("title")]
        expected = {self.short(code): self.own(one, code) for code in one.counted.dropna().index}
        assert {name: said for name, said, *_ in titles} == expected
