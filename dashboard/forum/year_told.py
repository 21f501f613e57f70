"""The figures of a scene's municipalities in one year, in words that sentences are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from dashboard.forum.saying import group_of
from dashboard.indicators.headline import place_sentence
from dashboard.indicators.marks import signs_of
from dashboard.indicators.picture import Wording, short_name, told
from dashboard.indicators.writing import FigureWriter
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView

MOST_NAMED = 2
"""Municipalities with the same figure that are named; more of them are counted."""


@dataclass(frozen=True)
class YearTold:
    """Tells of a year.

    Attributes:
        telling: What is told from.
        shown: The view.
        row: Number of the year.
        places: Numbers of the municipalities.
        group: Where they are, as sentences begin.
        signed: Whether figures have their signs, which the slide has to explain.
    """

    telling: DeckTelling
    shown: MapView
    row: int
    places: Sequence[int]
    group: str
    signed: bool = True

    @classmethod
    def of(cls, telling: DeckTelling, scene: Scene, shown: MapView, row: int) -> YearTold:
        """Tells of a scene's municipalities; of the country where it has none."""
        places = telling.places(scene)
        group = group_of(telling, scene) if places else telling.words.t("forum.in_country")
        return cls(telling, shown, row, places or range(len(municipalities())), group)

    @property
    def country(self) -> YearTold:
        """Tells of the country in the same year."""
        every, group = range(len(municipalities())), self.telling.words.t("forum.in_country")
        signed = len(self.places) == len(every)
        return replace(self, places=every, group=group, signed=signed)

    @cached_property
    def writer(self) -> FigureWriter:
        """Writes figures of the view."""
        return FigureWriter.of(self.shown.view, self.telling.words)

    @cached_property
    def texts(self) -> list[str]:
        """Of each municipality, the figure with its signs, or what is said instead."""
        return told(self.shown, self.row, Wording(self.telling.words, self.telling.labels))

    @cached_property
    def ranked(self) -> list[int]:
        """Those of them whose figure counts, the largest first."""
        counted = [at for at in self.places if self.shown.counted[self.row, at]]
        return sorted(counted, key=lambda at: (-float(self.shown.values[self.row, at]), at))

    @cached_property
    def count(self) -> int:
        """How many of all municipalities count."""
        return int(self.shown.counted[self.row].sum())

    def figure(self, at: int) -> str:
        """A figure with its signs; empty where there is none."""
        figure = self.writer.figure(float(self.shown.values[self.row, at]))
        return figure + (signs_of(self.shown, self.row, at) if figure and self.signed else "")

    def names(self, places: Sequence[int], *, short: bool = False) -> str:
        """Who they are, or how many; `short` as on the map."""
        words = self.telling.words
        if len(places) > MOST_NAMED:
            return words.n("data.matrix.places", len(places))
        name = partial(short_name, words=words) if short else words.name
        return ", ".join(name(municipalities()[at]) for at in places)

    def rank(self, at: int) -> str:
        """A place among all that count."""
        rank = self.shown.ranks[self.row, at]
        return self.telling.words.t("rank.of", rank=rank, count=self.count)

    def level(self, at: int) -> list[int]:
        """All of those ranked that share a rank."""
        ranks = self.shown.ranks[self.row]
        return [other for other in self.ranked if ranks[other] == ranks[at]]

    def alone(self) -> str:
        """What is said of an only municipality, or where none of them counts; else empty."""
        if len(self.places) == 1:
            labels = self.telling.labels
            return place_sentence(self.shown, self.row, self.telling.words, self.places[0], labels)
        if self.ranked:
            return ""
        real = any(self.shown.real[self.row, at] for at in self.places)
        said = self.telling.words.t("group.real" if real else "group.none", group=self.group)
        return f"{said}{self.nation()}."

    def nation(self) -> str:
        """The country's figure behind what was said; empty where there is none."""
        national = self.telling.nation(self.shown, self.row)
        if not national:
            return ""
        name = self.telling.words.t(f"national.{self.writer.national}")
        return self.telling.words.t("headline.nation", name=name, national=national)

    def extremes(self) -> str:
        """The largest and the smallest of them, without an end."""
        most, least = self.level(self.ranked[0]), self.level(self.ranked[-1])
        return self.telling.words.t(
            "group.same" if most == least else "group.extremes",
            group=self.group,
            most=self.names(most),
            largest=self.figure(most[0]),
            least=self.names(least),
            smallest=self.figure(least[0]),
            gap="",
        )

    def counted(self) -> str:
        """How many of all municipalities count."""
        return self.telling.words.n("sentence.counted", self.count)

    def moved(self, before: int) -> str:
        """The country's figure in an earlier year and in this one."""
        telling, shown, years = self.telling, self.shown, self.shown.years
        national = shown.national.round(shown.decimals)
        change = self.writer.differences(national[[self.row]] - national[[before]])
        return telling.words.t(
            "forum.moved",
            name=telling.words.t(f"national.{self.writer.national}"),
            first=years[before],
            before=telling.nation(shown, before),
            last=years[self.row],
            after=telling.nation(shown, self.row),
            change=change[0],
        )
