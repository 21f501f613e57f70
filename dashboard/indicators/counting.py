"""What is said beside the lines of a trend: of whom the country is, and where lines break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.marks import BREAK
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dashboard.language.i18n import Language


def national_text(name: str, figure: str, count: int, words: Language, *, same: bool) -> str:
    """The country's figure of a year.

    Args:
        name: What it is called.
        figure: Written out; empty where there is none.
        count: How many municipalities it is of.
        words: Language.
        same: Whether they are those that count in every year.
    """
    key = "trend.national_same" if same else "trend.national"
    return words.t(key, name=name, value=figure or "–", count=count)


def broken_text(place: int, year: int, words: Language) -> str:
    """That the line of a municipality does not run on to a year."""
    name = words.name(municipalities()[place])
    return words.t("trend.break", sign=BREAK, place=name, year=year)


def span_text(years: Sequence[int], counts: Iterable[int], always: int, words: Language) -> str:
    """How many are counted in the first and the last year; nothing where it is always the same.

    Args:
        years: Ascending.
        counts: How many count in each.
        always: How many count in every year.
        words: Language.
    """
    first, *_, last = found = [*counts]
    if set(found) == {always}:
        return ""
    return words.t("trend.span", first=years[0], last=years[-1], before=first, after=last)
