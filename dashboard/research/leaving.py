"""Says what counts, what was left out and why, and what signs beside figures mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.figures import SIGNS
from dashboard.indicators.headline import lowered
from dashboard.indicators.marks import MOST_NAMED
from dashboard.research.writing import name_of
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language
    from dashboard.research.measured import Measured

MARKS_SAID = ("estimated", "corrected", "provisional", "small")
"""Marks whose sign is explained below a view."""


def left_out_text(
    told: Sequence[tuple[Measured, int]], words: Language, taken: int | None = None
) -> tuple[str, ...]:
    """The rule of what counts, of how many figures, and who was left out and why.

    Args:
        told: What is told of, each with the number of a year.
        words: The language.
        taken: How many count; those that count in all that is told, if it is not said.
    """
    if taken is None:
        taken = int(np.all([one.taken[row] for one, row in told], axis=0).sum())
    members = int(told[0][0].members.sum())
    said = [words.t("research.rule"), words.n("research.taken", taken, of=words.number(members))]
    # What all lack is said once; whose it is only where they differ.
    left = [one.left_out(row) for one, row in told]
    alike = all(each == left[0] for each in left)
    for (one, _), reasons in zip(told, left[:1] if alike else left, strict=False):
        name = "" if alike else name_of(one.subject, words)
        said += [_reason(reason, places, name, words) for reason, places in reasons.items()]
    return tuple(said)


def _reason(reason: str, places: list[int], name: str, words: Language) -> str:
    """How many are left out for a reason, and who, where they are few."""
    few = f" ({names_of(places, words)})" if len(places) <= MOST_NAMED else ""
    text = words.n(f"research.left.{reason}", len(places), names=few)
    return words.t("research.left.of", name=name, text=lowered(text)) if name else text


def names_of(places: Sequence[int], words: Language) -> str:
    """The municipalities by name where they are few, else how many they are."""
    if len(places) > MOST_NAMED:
        return words.n("data.matrix.places", len(places))
    return ", ".join(words.name(municipalities()[at]) for at in places)


def notes_text_of(told: Sequence[tuple[Measured, int]], words: Language) -> tuple[str, ...]:
    """What each sign means that stands on a figure that is told, once."""
    said = dict[str, None]()
    for one, row in told:
        for mark in MARKS_SAID:
            places = np.flatnonzero(one.marks[mark][row] & one.there[row]).tolist()
            if places:
                said[
                    words.t(
                        f"mark.{mark}.note",
                        sign=SIGNS[mark],
                        year=one.years[row],
                        places=names_of(places, words),
                        what=_small(one, words),
                    )
                ] = None
        if older := older_text(one, row, words):
            said[older] = None
    return tuple(said)


def older_text(one: Measured, row: int, words: Language) -> str:
    """Of which older year the figures of a year are; empty where they are its own."""
    year = one.years[row]
    of = one.older_years.get(year, year)
    return words.t("research.older_year", year=of) if of != year else ""


def repeated_text(one: Measured, rows: Sequence[int], words: Language) -> tuple[str, ...]:
    """From which year on figures are repeated, as no newer ones are published, if any are."""
    years = [one.years[row] for row in rows]
    if all(one.older_years.get(year, year) == year for year in years):
        return ()
    return (words.t("research.repeated", year=max(one.older_years.values())),)


def _small(one: Measured, words: Language) -> str:
    """What a small denominator is too few of."""
    applications = not one.subject.is_feature and INDICATORS[one.subject.of].of_applications
    return words.t(f"mark.small.{one.subject.of if applications else 'residents'}")
