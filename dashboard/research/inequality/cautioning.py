"""How inequality over the years must not be read, in words."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from dashboard.research.inequality.wording import years_text
from dashboard.research.leaving import repeated_text
from dashboard.research.subjects import OF_TWO_YEARS
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.research.inequality.telling import InequalityTelling


def cautions_of(telling: InequalityTelling) -> tuple[str, ...]:
    """How all this must not be read."""
    return (*_of_the_measure(telling), *_of_the_set(telling))


def _of_the_measure(telling: InequalityTelling) -> Iterator[str]:
    found, words = telling.found, telling.words
    subject = found.measured.subject
    if subject.measure in ("change", "growth", "yearly", "z"):
        yield words.t("research.inequality.caution.signed")
    elif subject.measure in ("rank", "index"):
        yield words.t(f"research.inequality.caution.{subject.measure}")
    elif found.has_negative:
        yield words.t("research.inequality.caution.negative")
    yield from repeated_text(found.measured, range(len(found.measured.years)), words)
    without = _without_ratio(telling)
    if without:
        yield words.t("research.inequality.caution.no_ratio", years=years_text(without))
    if subject.measure != "rank":
        yield words.t("research.inequality.caution.once")


def _without_ratio(telling: InequalityTelling) -> list[int]:
    """Years that have Gini's index and no P90/P10, as a tenth of municipalities has nought."""
    values, years = telling.found.values, telling.found.measured.years
    ginis, ratios = values.get(("gini", ""), ()), values.get(("p90_p10", ""), ())
    rows = zip(years, ginis, ratios, strict=False)
    return [year for year, index, ratio in rows if isnan(ratio) and not isnan(index)]


def _of_the_set(telling: InequalityTelling) -> Iterator[str]:
    found, words = telling.found, telling.words
    if not found.keys:
        return
    years, counts = found.measured.years, found.counts
    if not found.enough.any():
        yield words.t("research.inequality.caution.few")
        return
    since = found.measured.since if found.measured.subject.measure in OF_TWO_YEARS else None
    few = [
        year
        for year, count in zip(years, counts.tolist(), strict=True)
        if count < FEWEST and (since is None or year > since)
    ]
    if few:
        yield words.t("research.inequality.caution.few_years", years=years_text(few))
    if found.changes:
        enough = counts[found.enough]
        yield words.n(
            f"research.inequality.caution.{'who' if found.same else 'who_few'}",
            int(found.common.sum()),
            low=words.number(int(enough.min())),
            high=words.number(int(enough.max())),
        )
