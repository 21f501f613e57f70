"""The numbers of a relation: coefficients and slope of all, Spearman of each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.relation.sloping import slope_statistic
from dashboard.research.view import Statistic

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.relation.reckoning import Relation
    from data.statistics.association import Association


def statistics_of(relation: Relation, words: Language) -> tuple[Statistic, ...]:
    """The coefficients, the slope, and Spearman of each part."""
    log = relation.pairs.log
    told = []
    for each in relation.coefficients:
        label = words.t(f"research.relation.{each.kind}")
        if log and each.kind == "pearson":
            label = words.t("research.relation.of_logs", label=label)
        told.append(_statistic(each, label, words))
    slope = slope_statistic(relation, words)
    parts = [
        _statistic(found, words.t("research.relation.spearman"), words, part.id, part.name)
        for part, _, found in relation.parts
        if found
    ]
    return (*told, *([slope] if slope else ()), *parts)


def _statistic(
    found: Association, label: str, words: Language, group: str = "", group_name: str = ""
) -> Statistic:
    return Statistic(
        found.kind,
        label,
        found.value,
        words.number(found.value, 2),
        interval_text(words.number(found.low, 2), words.number(found.high, 2), found.n, words),
        words.t(f"research.relation.about.{found.kind}"),
        group,
        group_name,
        found.low,
        found.high,
        found.n,
    )


def interval_text(low: str, high: str, n: int, words: Language) -> str:
    """An interval in words, with the number of points."""
    return words.t("research.interval", low=low, high=high, n=words.number(n))
