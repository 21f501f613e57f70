"""A difference as its map takes it: fixed classes around nought, and what places say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.picture import LegendEntry, MapPicture, PicturedPlace
from dashboard.charts.pointed_map import PointedMap
from dashboard.indicators.marks import NO_FIGURE
from dashboard.indicators.picture import REAL_GROUND, short_name
from dashboard.research.difference.bins import (
    CLASSES,
    class_decimals,
    classes_around,
    limits_around,
    spans_around,
)
from dashboard.research.difference.telling import DifferenceWords
from dashboard.research.measured import LEFT_OUT, TAKEN
from dashboard.research.pointing import OUTSIDE, REASON_SIGNS, selected_of, selecting
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing


@dataclass(frozen=True)
class DifferencePictures:
    """Makes the map of a difference, and writes for its other pictures.

    Attributes:
        bench: A bench of levels.
        it: The difference.
        title: Of the view.
    """

    bench: Bench
    it: Differing
    title: str

    @cached_property
    def said(self) -> DifferenceWords:
        """Writes."""
        return DifferenceWords(self.it, self.bench.words, self.bench.state.select)

    @cached_property
    def unit(self) -> str:
        """Of the differences, in words."""
        writer = self.it.writer(self.bench.words)
        if writer.subject.kind == "percent":
            return self.bench.words.t("research.difference.points")
        return self.bench.writer(self.it.after).unit

    @cached_property
    def decimals(self) -> int:
        """Digits that classes are told with."""
        return class_decimals(self.limits[0], self.it.writer(self.bench.words).decimals)

    @cached_property
    def limits(self) -> tuple[float, float, float]:
        """Of the classes, whatever years are chosen."""
        decimals = self.it.writer(self.bench.words).decimals
        return limits_around(self.it.all_values, decimals)

    @cached_property
    def shown(self) -> list[bool]:
        """Which municipalities have a colour: those that count, and real ones beside them."""
        beside = (self.it.reasons == "kind") & ~np.isnan(self.it.values)
        chosen = self.it.members & ((self.it.reasons == TAKEN) | beside)
        found: list[bool] = chosen.tolist()
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each says when it is pointed at."""
        return {place.code: self._title(at) for at, place in enumerate(municipalities())}

    def _title(self, at: int) -> str:
        words, value, reason = self.bench.words, self.it.values[at], str(self.it.reasons[at])
        name = words.name(municipalities()[at])
        if not self.it.members[at]:
            return words.t("research.difference.point.outside", name=name)
        why = words.t(f"research.reason.{reason}") if reason else ""
        if np.isnan(value):
            return f"{name}: {why}"
        told = words.t(
            "research.difference.point",
            name=name,
            figure=self.said.figures[at],
            before=self.said.levels[0][at],
            after=self.said.levels[1][at],
        )
        return f"{told} ({why})" if why else told

    def map(self) -> PointedMap:
        """The map in classes around nought."""
        words, colours = self.bench.words, palette.diverging()
        classes = classes_around(self.it.values, self.limits, self.decimals).tolist()
        places = []
        for at, place in enumerate(municipalities()):
            reason, colour = str(self.it.reasons[at]), palette.UNKNOWN_COLOUR
            if not self.it.members[at]:
                colour, reason = OUTSIDE, TAKEN
            elif self.shown[at]:
                colour = colours[classes[at]]
            sign = REASON_SIGNS.get(reason, "")
            real = reason == "kind" and self.shown[at]
            name = short_name(place, words)
            places.append(PicturedPlace(place.code, name, colour, sign, real))
        picture = MapPicture(
            places=tuple(places),
            legend=self._legend(classes),
            selected=selected_of(self.bench, [text or NO_FIGURE for text in self.said.figures]),
            caption=self.bench.caption(
                self.title,
                self.said.sentence(),
                self.it.sourced,
                "boundaries",
                unit=self.unit,
                notes=(words.t("research.difference.classes"),),
            ),
            unnamed=words.t("map.unnamed"),
        )
        return PointedMap(picture, self.titles, selecting(self.bench))

    def _legend(self, classes: list[int]) -> tuple[LegendEntry, ...]:
        """Classes from the largest rises, then why there is none."""
        words, taken = self.bench.words, self.it.taken.tolist()
        spans = spans_around(self.limits, self.decimals, words)
        counts = [
            sum(cls == number for cls, counts in zip(classes, taken, strict=True) if counts)
            for number in range(CLASSES)
        ]
        entries = zip(palette.diverging(), spans, counts, strict=True)
        keys = [LegendEntry(*entry) for entry in entries][::-1]
        for reason in LEFT_OUT:
            count = int(((self.it.reasons == reason) & self.it.members).sum())
            if count:
                real = reason == "kind"
                label = words.t("legend.real" if real else f"research.reason.{reason}")
                ground = REAL_GROUND if real else palette.UNKNOWN_COLOUR
                label = label[:1].upper() + label[1:]
                keys.append(LegendEntry(ground, label, count, REASON_SIGNS[reason]))
        outside = int((~self.it.members).sum())
        if outside:
            label = words.t("research.difference.outside")
            keys.append(LegendEntry(OUTSIDE, label, outside))
        return tuple(keys)
