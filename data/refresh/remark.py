"""A sentence in both languages of the atlas, made where it is known what to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.catalog import Lang


class Remark(NamedTuple):
    """The same said twice."""

    lt: str
    en: str

    def said(self, language: Lang) -> str:
        """Return the text in one language."""
        return self.lt if language == "lt" else self.en


def spans(years: Sequence[int]) -> str:
    """Write years shortly: 2015–2018, 2020; an en dash alone when there are none."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    texts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(texts) or "–"


def grouped(number: int) -> str:
    """Write a whole number with no-break spaces between thousands, as both languages can read."""
    return f"{number:,}".replace(",", "\u00a0")


def some(items: Sequence[str], most: int = 5) -> str:
    """List the first few and say how many more there are."""
    more = f" … +{len(items) - most}" if len(items) > most else ""
    return ", ".join(items[:most]) + more
