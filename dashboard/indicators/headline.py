"""What a view says above all: of the country, or of the municipalities that are selected.

Who is selected is the subject: with the figure, the place among how many, and how far it lies from
the country's. Several are told by the first and by their extremes, a whole county by its own. Real
figures among invented ones have sentences of their own, and are compared with nothing. The scripts
say the same for every other year and choice (assets/map/sentence.js).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import SIGNS, VALUE_STATES
from dashboard.indicators.marks import flagged, signs
from dashboard.indicators.selection import whole_county
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.writing import FigureWriter, title
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class Headline:
    """What stands above a view.

    Attributes:
        heading: Of the page and of its picture.
        title: In the browser's tab and where a link is shown: the heading and the figures.
        sentence: All of it, in a sentence or two.
    """

    heading: str
    title: str
    sentence: str


def headline(
    shown: MapView, row: int, words: Language, select: Sequence[str], states: Mapping[str, str]
) -> Headline:
    """Says it in one language.

    Args:
        shown: The view.
        row: Number of the year in `shown.years`.
        words: The language.
        select: Codes of the selected municipalities.
        states: Labels of the code list `value_state`.
    """
    start = words.t("sentence.start", title=title(shown.view, words), year=shown.years[row])
    if not select:
        return Headline(start, start, map_sentence(shown, row, words))
    year, county = _YearFigures(shown, row, words, states), whole_county(select)
    if county:
        heading = words.t("headline.heading", name=words.name(county, "full"), start=start)
        said = year.group(words.located(county), select)
        sentence = words.t("headline.county", start=start, said=said)
        return Headline(heading, heading, sentence + year.reals(select))
    codes = [place.code for place in municipalities()]
    at, *others = (codes.index(code) for code in select)
    place, said = municipalities()[at], year.said(at)
    where = words.located(place)
    sentence = words.t("headline.sentence", start=start, where=where, said=said)
    if others:
        sentence += f" {year.group(words.t('group.selected'), select, nation=False)}."
        sentence += year.reals(select[1:])
    return Headline(
        words.t("headline.heading", name=words.name(place), start=start),
        words.t("headline.title", name=words.name(place), said=said, start=start),
        sentence,
    )


def place_sentence(
    shown: MapView, row: int, words: Language, at: int, states: Mapping[str, str]
) -> str:
    """One municipality's figure, its place and its distance from the country's.

    What is shown and of which year is not said: it stands above. Arguments as of `headline`, but
    for the number of the municipality.
    """
    where = words.located(municipalities()[at])
    said = _YearFigures(shown, row, words, states).said(at)
    sentence = words.t("group.one", where=where, said=said)
    return sentence[:1].upper() + sentence[1:]


def distances(shown: MapView, words: Language) -> NDArray[np.object_]:
    """Years × municipalities: how far each figure lies from the country's, as both are written.

    Nothing stands where they are the same, and where there is no figure that counts.
    """
    figures = shown.values.round(shown.decimals)
    apart = np.abs(figures - shown.national.round(shown.decimals)[:, None])
    known = shown.counted & (apart.round(shown.decimals) > 0)
    return FigureWriter.of(shown.view, words).distances(np.where(known, apart, np.nan))


def lowered(label: str) -> str:
    """A label as it stands within a sentence."""
    return label[:1].lower() + label[1:]


class _YearFigures:
    """The figures of a year in words."""

    def __init__(
        self, shown: MapView, row: int, words: Language, states: Mapping[str, str]
    ) -> None:
        self.words, self.labels = words, states
        self.writer = FigureWriter.of(shown.view, words)
        self.values, self.states = shown.values[row], shown.states[row]
        self.signs, self.ranks = signs(shown)[row], shown.ranks[row]
        self.real = shown.real[row]
        # Of whom it is known what they sent is not told beside an invented country.
        self.known = {at for year, at in shown.origins if year == row and shown.invented}
        self.count = int(shown.counted[row].sum())
        self.national = float(shown.national[row])
        self.apart = distances(shown, words)[row]
        estimated = (flagged(shown)["estimated"] & shown.counted)[row].any()
        self.country = self.writer.figure(self.national) + (SIGNS["estimated"] if estimated else "")

    def said(self, at: int) -> str:
        """A municipality's figure, place and distance, or what is said instead."""
        if self.real[at]:
            return self.words.t("headline.real", figure=self._unranked(at))
        if not self.ranks[at]:
            return self._unranked(at) + ("" if at in self.known else self.nation())
        return ", ".join(filter(None, [self._ranked(at), self._distance(at)]))

    def group(self, group: str, select: Sequence[str], *, nation: bool = True) -> str:
        """The extremes of several, who of them has no figure, and the country's if it is wanted."""
        places = [at for at in _chosen(select) if not self.real[at]]
        ranked = [at for at in places if self.ranks[at]]
        country = self.nation() if nation else ""
        if not places:
            return self.words.t("group.real", group=group)
        if not ranked:
            return self.words.t("group.none", group=group) + country
        ends = min(self.ranks[at] for at in ranked), max(self.ranks[at] for at in ranked)
        first, last = ([at for at in ranked if self.ranks[at] == end] for end in ends)
        missing = [at for at in places if not self.ranks[at]]
        extremes = self.words.t(
            "group.extremes" if ends[0] < ends[1] else "group.same",
            group=group,
            most=self._names(first),
            largest=self._ranked(first[0]),
            least=self._names(last),
            smallest=self._ranked(last[0]),
            gap=self.words.t("group.missing", names=self._names(missing)) if missing else "",
        )
        return extremes + country

    def reals(self, select: Sequence[str]) -> str:
        """A sentence of its own on real figures, compared with nothing; empty without any."""
        told = [
            f"{self._names([at])} – {self._figure(at)}" for at in _chosen(select) if self.real[at]
        ]
        return " " + self.words.t("group.apart", figures="; ".join(told)) if told else ""

    def nation(self) -> str:
        """The country's figure behind what was said."""
        if np.isnan(self.national) or self.count == 1:
            return ""
        name = self.words.t(f"national.{self.writer.national}")
        return self.words.t("headline.nation", name=name, national=self.country)

    def _ranked(self, at: int) -> str:
        place = self.words.t("rank.of", rank=self.ranks[at], count=self.count)
        return f"{self._figure(at)}, {place}" if self.count > 1 else self._figure(at)

    def _unranked(self, at: int) -> str:
        figure = self._figure(at)
        if self.states[at] == VALUE_STATES[0]:
            return figure
        label = lowered(self.labels[self.states[at]])
        return f"{figure} ({label})" if figure else label

    def _figure(self, at: int) -> str:
        figure = self.writer.figure(self.values[at])
        return figure and f"{figure}{self.signs[at]}"

    def _distance(self, at: int) -> str:
        if np.isnan(self.national) or self.count == 1:
            return ""
        side = "more" if self.values[at] > self.national else "less"
        return self.words.t(
            f"apart.{side if self.apart[at] else 'same'}",
            distance=self.apart[at],
            nation=self.words.t(f"apart.{self.writer.national}"),
            national=self.country,
        )

    def _names(self, places: Sequence[int]) -> str:
        return ", ".join(self.words.name(municipalities()[at]) for at in places)


def _chosen(select: Sequence[str]) -> list[int]:
    """Numbers of the selected, by alphabet."""
    return [at for at, place in enumerate(municipalities()) if place.code in select]
