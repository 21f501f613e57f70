"""The story of the year in a few sentences, each of which is left out where figures lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.yearly import AnalysisYear
from dashboard.research.subjects import Subject
from data.statistics.inequality import gini
from data.statistics.known import FEWEST, all_equal, known

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.analysis.telling import AnalysisTelling

BILLION, MILLION = 1e9, 1e6
SHARE = ("ngo_competition_share", "percent")
REAL_MONEY = ("ngo_competition", "constant_per_resident")
DIGITS = 3
"""Of the index of inequality, as the view writes it."""

WHOLE = 100.0
"""Per cent."""


def summary(telling: AnalysisTelling) -> tuple[str, ...]:
    """What the year was like: money, its share, what changed, how unequal, services, openness."""
    told = (_money, _spread, _change, _per_resident, _inequality, _services, _openness)
    return tuple(said for tell in told if (said := tell(telling)))


def _money(telling: AnalysisTelling) -> str:
    """How much was paid, how much of it to NGOs by competition, and what share that is."""
    words = telling.words
    total, ngo = (AnalysisYear.of(telling, each, "eur") for each in ("total", "ngo_competition"))
    both = total.taken & ngo.taken
    if not both.any():
        paid = _amount(float(total.values[total.taken].sum()), telling)
        count = int(total.taken.sum())
        return words.n("analysis.said.money_alone", count, year=telling.year, total=paid)
    share = AnalysisYear.of(telling, *SHARE)
    return words.n(
        "analysis.said.money",
        int(both.sum()),
        year=telling.year,
        total=_amount(float(total.values[both].sum()), telling),
        ngo=_amount(float(ngo.values[both].sum()), telling),
        share=share.national(telling.year),
        before=share.before(),
    )


def _amount(euros: float, telling: AnalysisTelling) -> str:
    """A sum of euros as it is said: in billions, millions, or in full."""
    words = telling.words
    if euros >= BILLION:
        return words.t("analysis.amount.billion", number=words.number(euros / BILLION, 2))
    if euros >= MILLION:
        return words.t("analysis.amount.million", number=words.number(euros / MILLION, 1))
    return words.money(euros)


def _spread(telling: AnalysisTelling) -> str:
    """Where the share is largest and smallest, and what half of the municipalities reach."""
    share = AnalysisYear.of(telling, *SHARE)
    figures = known(share.counted)
    if len(figures) < FEWEST or all_equal(figures):
        return ""
    return telling.words.t(
        "analysis.said.spread",
        most=share.where(figures.max()),
        largest=share.writer.figure(figures.max()),
        least=share.where(figures.min()),
        smallest=share.writer.figure(figures.min()),
        median=share.writer.figure(float(np.median(figures))),
    )


def _change(telling: AnalysisTelling) -> str:
    """How many rose and fell since the first year, and who most."""
    share = AnalysisYear.of(telling, *SHARE)
    since = share.first
    if since is None:
        return ""
    changed = telling.measured(Subject(*SHARE, measure="change"), since)
    row = changed.row(telling.year)
    moved = np.where(changed.taken[row], changed.values[row].round(share.writer.decimals), np.nan)
    if len(known(moved)) < FEWEST or not (moved > 0).any():
        return ""
    at = int(np.nanargmax(moved))
    start = share.shown.values[share.shown.years.index(since), at]
    return telling.words.t(
        f"analysis.said.change{_whole(moved)}",
        since=since,
        up=telling.words.number(int((moved > 0).sum())),
        down=telling.words.number(int((moved < 0).sum())),
        of=telling.words.n("analysis.said.comparable", len(known(moved))),
        most=share.where_at(at),
        start=share.writer.figure(float(start)),
        end=share.writer.figure(float(share.values[at])),
    )


def _whole(moved: NDArray[np.float64]) -> str:
    """The end of the key: whether all rose, or none fell, or some of each."""
    if (moved < 0).any():
        return ""
    return "_all" if (known(moved) > 0).all() else "_up"


def _per_resident(telling: AnalysisTelling) -> str:
    """What a resident's part of NGO competitions is, without inflation."""
    money = AnalysisYear.of(telling, *REAL_MONEY)
    if not money.taken.any():
        return ""
    return telling.words.t(
        "analysis.said.per_resident",
        value=money.national(telling.year),
        before=money.before(),
        prices=telling.prices,
    )


def _inequality(telling: AnalysisTelling) -> str:
    """Whether municipalities have come to be more alike."""
    money, words = AnalysisYear.of(telling, *REAL_MONEY), telling.words
    now = _gini(money.counted)
    before = _gini(money.counted_in(money.first)) if money.first else float("nan")
    if np.isnan(now):
        return ""
    if np.isnan(before):
        return words.t("analysis.said.gini_now", now=words.number(now, DIGITS))
    moved = round(now, DIGITS) - round(before, DIGITS)
    how = "more" if moved > 0 else "less" if moved < 0 else "same"
    return words.t(
        f"analysis.said.gini_{how}",
        now=words.number(now, DIGITS),
        before=words.number(before, DIGITS),
        since=money.first,
    )


def _gini(figures: NDArray[np.float64]) -> float:
    return gini(figures) if len(known(figures)) >= FEWEST else float("nan")


def _services(telling: AnalysisTelling) -> str:
    """How many services were handed over, and who has handed over none."""
    services, words = AnalysisYear.of(telling, "services_transferred", "percent"), telling.words
    if not services.taken.any():
        return ""
    none = int((services.counted == 0).sum())
    said = words.t(
        "analysis.said.services",
        value=services.national(telling.year),
        before=services.before(),
    )
    return f"{said}{words.n('analysis.said.services_none', none)}." if none else f"{said}."


def _openness(telling: AnalysisTelling) -> str:
    """How open municipalities are on average, and how many wholly."""
    openness, words = AnalysisYear.of(telling, "openness", "percent"), telling.words
    if not openness.taken.any():
        return ""
    whole = int((openness.counted == WHOLE).sum())
    said = words.t(
        "analysis.said.openness",
        value=openness.national(telling.year),
        before=openness.before(),
    )
    return f"{said}{words.n('analysis.said.openness_whole', whole)}." if whole else f"{said}."
