"""The numbers of a distribution: quantiles, mean and how many, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.view import Statistic

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.distribution.rows import Spread, SpreadRow


def statistics_of(spread: Spread, bench: Bench) -> tuple[Statistic, ...]:
    """Quantiles, mean and number of each row that has enough figures."""
    words, writer = bench.words, bench.writer(spread.measured)
    found = []
    for row in spread.rows:
        for name, value in row.numbers.items():
            found.append(_statistic(name, value, writer.summary(value), row, words))
        if row.numbers:
            found.append(_statistic("n", float(row.n), words.number(row.n), row, words))
    return tuple(found)


def _statistic(name: str, value: float, text: str, row: SpreadRow, words: Language) -> Statistic:
    return Statistic(
        name,
        words.t(f"research.distribution.{name}"),
        value,
        text,
        about=words.t(f"research.distribution.about.{name}"),
        group=row.id,
        group_name=row.name,
        n=row.n,
    )
