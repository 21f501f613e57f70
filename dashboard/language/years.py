"""Years as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language


def spans(years: Sequence[int], words: Language) -> str:
    """Years in short, gaps and all: `2015–2018, 2020, 2026`.

    Args:
        years: Ascending, at least one.
        words: Language.
    """
    starts = [year for year in years if year - 1 not in years]
    ends = [year for year in years if year + 1 not in years]
    pairs = zip(starts, ends, strict=True)
    return words.t(
        "years.spans",
        years=", ".join(
            str(first) if first == last else f"{first}–{last}" for first, last in pairs
        ),
    )
