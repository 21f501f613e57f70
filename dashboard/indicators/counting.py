"""What is said beside the lines of a trend: of whom the country is, and where lines break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.marks import BREAK
from data.catalog import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language


def national_name(shown: MapView, words: Language) -> str:
    """What the country's figure is called; not the country's where it is of one alone."""
    if shown.counted.sum(axis=1).max() == 1:
        return words.n("real.places", 1)
    found = resolve(shown.view.indicator, shown.view.unit, shown.view.area)
    return words.t(f"national.{found.national}")


def national_text(
    name: str, figure: str, row: int, years: Sequence[int], counts: Sequence[int], words: Language
) -> str:
    """The country's figure of a year, and of how many municipalities it is, first and last.

    Args:
        name: What it is called.
        figure: Written out; empty where there is none.
        row: Number of the year.
        years: Ascending.
        counts: How many municipalities count in each.
        words: Language.
    """
    told = {"name": name, "value": figure or "–", "count": counts[row]}
    if len(set(counts)) == 1:
        return words.t("trend.national", **told)
    ends = {"first": years[0], "last": years[-1], "before": counts[0], "after": counts[-1]}
    return words.t("trend.national_varied", **told, **ends)


def same_text(name: str, figure: str, count: int, words: Language) -> str:
    """The same of the municipalities that count in every year."""
    return words.t("trend.national_same", name=name, value=figure or "–", count=count)


def line_text(text: str, broken: Sequence[int], words: Language, *, mixed: bool = False) -> str:
    """What is said of a municipality's line, in which years it breaks, and what its markers mean.

    Args:
        text: Its name and figure.
        broken: The years.
        words: Language.
        mixed: Whether some of its figures are real and others invented.
    """
    if broken:
        years = ", ".join(map(str, broken))
        text = words.t("trend.break", line=text, sign=BREAK, year=years)
    return words.t("trend.mixed", line=text) if mixed else text
