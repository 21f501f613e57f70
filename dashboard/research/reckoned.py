"""The table of reckoned numbers that views with statistics have beside that of figures."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.research.view import ResearchTable
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language
    from dashboard.research.view import Statistic


def statistics_table(statistics: Sequence[Statistic], words: Language) -> ResearchTable:
    """The table `statistics`: a row a number."""
    return ResearchTable(
        "statistics",
        words.t("research.statistics"),
        lambda: _readable(statistics, words),
        lambda: _plain(statistics),
    )


def too_few_text(n: int, words: Language) -> str:
    """That there are too few figures, or none, for statistics."""
    if not n:
        return words.t("research.none", fewest=FEWEST)
    return words.n("research.too_few", n, fewest=FEWEST)


def _readable(statistics: Sequence[Statistic], words: Language) -> pd.DataFrame:
    heads = [words.t(f"research.column.{name}") for name in ("statistic", "part")]
    heads += [words.t("file.column.value")]
    heads += [words.t(f"research.column.{name}") for name in ("interval", "about")]
    rows = [(each.label, each.group_name, each.text, each.interval, each.about)
            for each in statistics]  # fmt: skip
    found = pd.DataFrame(rows, columns=heads)
    return found if any(each.group for each in statistics) else found.drop(columns=heads[1])


def _plain(statistics: Sequence[Statistic]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "statistic": each.id,
                "group": each.group,
                "value": _known(each.value),
                "low": _known(each.low),
                "high": _known(each.high),
                "n": each.n,
            }
            for each in statistics
        ],
        columns=["statistic", "group", "value", "low", "high", "n"],
    ).astype({"n": "Int64"})


def _known(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None
