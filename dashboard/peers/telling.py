"""Where a municipality stands among its peers, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.headline import lowered
from dashboard.indicators.marks import signs_of
from dashboard.indicators.state import DEFAULT_INDICATOR
from dashboard.indicators.writing import FigureWriter, title
from dashboard.peers.standing import BUDGET, FURTHEST_BACK
from data.catalog import INDICATORS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.language.i18n import Language
    from dashboard.peers.standing import IndicatorStanding, PeerStanding
    from data.peers.standing import Place


@dataclass(frozen=True)
class StandingWords:
    """Tells of one indicator.

    Attributes:
        it: Where the municipality stands by it.
        words: The language.
        labels: Labels of the code list `value_state` in it.
    """

    it: IndicatorStanding
    words: Language
    labels: Mapping[str, str]

    @cached_property
    def writer(self) -> FigureWriter:
        """Writes figures of the indicator."""
        return FigureWriter.of(self.it.shown.view, self.words)

    def figure(self, at: int | None = None) -> str:
        """The figure of a municipality, the own one unless another is named, with its signs.

        Its state stands instead where there is none, and in brackets where it is not like others.
        """
        at, shown, row = self.it.own if at is None else at, self.it.shown, self.it.row
        figure = self.writer.figure(shown.values[row, at])
        state = self.labels[shown.states[row, at]]
        if not figure:
            return lowered(state)
        text = f"{figure}{signs_of(shown, row, at)}"
        return text if shown.states[row, at] == "ok" else f"{text} ({lowered(state)})"

    @property
    def is_apart(self) -> bool:
        """Whether the own figure is real among invented ones, and so compared with none."""
        return bool(self.it.shown.real[self.it.row, self.it.own])

    @cached_property
    def median(self) -> str:
        """The peers' median; empty where it is not given."""
        return self.writer.figure(self.it.middle.median) if self.it.middle else ""

    @property
    def nation(self) -> str:
        """The country's figure; empty where there is none."""
        return self.writer.figure(float(self.it.shown.national[self.it.row]))

    def distance(self) -> str:
        """How far the own figure lies from the peers' median; empty where one is not known."""
        side, distance = self._apart()
        return self.words.t(f"peers.distance.{side}", distance=distance) if side else ""

    def from_median(self) -> str:
        """The same as a clause that names the median."""
        side, distance = self._apart()
        told = {"distance": distance, "median": self.median}
        return self.words.t(f"peers.from_median.{side}", **told) if side else ""

    def _apart(self) -> tuple[str, str]:
        """Whether the figure is more, less or the same as the median, and by how much."""
        if self.it.middle is None or np.isnan(self.it.value):
            return "", ""
        decimals = self.it.shown.decimals
        difference = round(self.it.value, decimals) - round(self.it.middle.median, decimals)
        written = self.writer.distances(np.array([abs(difference)]))[0]
        if round(abs(difference), decimals) == 0:
            return "same", written
        return ("more" if difference > 0 else "less"), written

    def change(self, years: int) -> str:
        """The change on some years before; empty where it is not known."""
        difference = self.it.change(years)
        if difference is None:
            return ""
        before = np.array([self.it.value - difference])
        return str(self.writer.changes(np.array([difference]), before)[0])

    def span(self) -> str:
        """How sure the rank among peers is; empty where there is none."""
        span = self.it.span
        if span is None:
            return ""
        if span[0] == span[1]:
            return self.words.t("peers.span.one", rank=span[0])
        return self.words.t("peers.span.some", first=span[0], last=span[1])

    def takes(self) -> str:
        """What it would take to reach the peers' median; empty where nothing is to be said."""
        reach = self.it.reach
        if reach is None or not round(reach.amount):
            return ""
        if not INDICATORS[self.it.indicator].in_money:
            return self.words.n(f"peers.takes.{self.it.indicator}", int(reach.amount))
        amount = self.words.money(reach.amount)
        if reach.share is None:
            return self.words.t("peers.takes.euros", amount=amount)
        share, year = self.words.percent(reach.share, 2), self.it.shown.years[self.it.row]
        return self.words.t("peers.takes.euros_of", amount=amount, share=share, year=year)

    def first_sentence(self) -> str:
        """The figure and the place among peers and among all."""
        shown, words = self.it.shown, self.words
        year = shown.years[self.it.row]
        start = words.t("sentence.start", title=title(shown.view, words), year=year)
        where, said = words.located(municipalities()[self.it.own]), self.figure()
        if self.is_apart:
            said = words.t("headline.real", figure=said)
        places = {"peers": self.it.among_peers, "all": self.it.among_all}
        told = [
            words.t(f"peers.headline.{name}", place=place_text(place, words))
            for name, place in places.items()
            if place
        ]
        return words.t("headline.sentence", start=start, where=where, said=", ".join([said, *told]))

    def second_sentence(self) -> str:
        """The distance from the peers' median and the changes; empty where nothing is known."""
        words, parts = self.words, []
        if distance := self.from_median():
            parts.append(distance)
        changes = {"year": self.change(1), "years": self.change(FURTHEST_BACK)}
        told = [
            words.t(f"peers.change.{name}", change=text) for name, text in changes.items() if text
        ]
        if told:
            parts.append(words.t("peers.headline.change", changes=", ".join(told)))
        said = "; ".join(parts)
        end = "" if said.endswith(".") else "."
        return f"{said[:1].upper()}{said[1:]}{end}" if said else ""


def place_text(place: Place | None, words: Language) -> str:
    """A place among figures, such as `6 vieta iš 9`; empty where there is none."""
    return words.t("rank.of", rank=place.rank, count=place.count) if place else ""


def percentile_text(place: Place | None, words: Language) -> str:
    """Of how many of the others the figure is larger; empty where there is no place."""
    return words.t("peers.percentile", share=words.percent(place.percentile, 0)) if place else ""


def headline_of(
    standing: PeerStanding, words: Language, labels: Mapping[str, str]
) -> tuple[str, str]:
    """Two sentences on the share that NGOs win in competitions; the second may be empty.

    Where the share is not known but the budget is, they are on the budget.
    """
    share, budget = (standing.indicators[name] for name in (DEFAULT_INDICATOR, BUDGET))
    told = budget if not share.is_there and budget.is_there else share
    it = StandingWords(told, words, labels)
    return it.first_sentence(), it.second_sentence()


def feature_text(name: str, value: float, words: Language) -> str:
    """A feature that is a number, written."""
    if np.isnan(value):
        return words.t("peers.unknown")
    written = {
        "residents": lambda: words.number(value),
        "density": lambda: words.number(value, 1),
        "older": lambda: words.percent(value, 1),
        "budget": lambda: words.money(value),
    }
    return written[name]()


@cache
def county_names(words: Language) -> dict[str, str]:
    """Bare names of the counties, by code."""
    names = {each.code: words.name(each) for each in counties()}
    return {
        code: name.removesuffix(" apskr.").removesuffix(" County") for code, name in names.items()
    }
