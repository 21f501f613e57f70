"""Says how figures spread: in a sentence, and in further ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.amounts import called
from dashboard.research.inequality.wording import direction
from dashboard.research.parts import parts_of
from data.statistics.distribution import quantiles
from data.statistics.known import FEWEST
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.distribution.rows import Spread, SpreadRow

MOST_NAMED = 6
"""Outliers named in a sentence."""


def title_of(spread: Spread, bench: Bench) -> str:
    """Of the view."""
    words = bench.words
    title = words.t(
        f"research.distribution.title.{spread.by}",
        name=bench.writer(spread.measured).title,
        year=bench.year,
    )
    if not bench.places:
        return title
    return words.t("research.titled_places", title=title, places=bench.places)


def sentence_of(spread: Spread, bench: Bench) -> str:
    """The middle, and where the middle half lies."""
    words, writer = bench.words, bench.writer(spread.measured)
    name = called(spread.measured, words)
    known = [row for row in spread.parts if row.box]
    if not known:
        return words.t("research.distribution.few", name=name)
    if len({row.numbers["median"] for row in known}) == 1 and all(row.alike for row in known):
        figure = writer.summary(known[0].numbers["median"])
        return words.t("research.distribution.alike", name=name, figure=figure)
    if spread.by == "year":
        return _over_years(known, name, bench)
    middles = sorted(known, key=lambda row: row.numbers["median"])
    low, high = middles[0], middles[-1]
    figures = {"low_figure": writer.summary(low.numbers["median"])}
    figures["high_figure"] = writer.summary(high.numbers["median"])
    where = {part.id: part.located for part in parts_of(spread.by, bench.members, words)}
    ends = {"low": where[low.id], "high": where[high.id]}
    said = {"name": name, "year": bench.year, **figures, **ends}
    if len(known) == 1:
        figures = {end: writer.summary(high.numbers[end]) for end in ("median", "p25", "p75")}
        return words.t("research.distribution.one_part", name=name, year=bench.year,
                       part=high.name, **figures)  # fmt: skip
    few = len(known) < len(spread.parts)
    return words.t(f"research.distribution.parts{'_enough' if few else ''}", fewest=FEWEST, **said)


def _over_years(known: list[SpreadRow], name: str, bench: Bench) -> str:
    writer, first, last = bench.writer(bench.subject), known[0], known[-1]
    said = {end: writer.summary(last.numbers[end]) for end in ("median", "p25", "p75")}
    if first is last:
        return bench.words.t("research.distribution.one_year", name=name, year=last.name, **said)
    before = writer.summary(first.numbers["median"])
    return bench.words.t("research.distribution.years", name=name, first=first.name,
                         last=last.name, before=before, **said)  # fmt: skip


def findings_of(spread: Spread, bench: Bench) -> tuple[str, ...]:
    """Whether they draw apart, and who lies far out."""
    said = [_apart(spread, bench.words), *_outliers(spread, bench)]
    return tuple(each for each in said if each)


def _apart(spread: Spread, words: Language) -> str:
    """The distance of the quartiles by the median, in the first year and in the last.

    Nothing where those that count in both years went another way: others came and went.
    """
    known = [row for row in spread.parts if row.box and not row.alike]
    if spread.by != "year" or len(known) < 2 or not _positive(spread):
        return ""
    first, last = known[0], known[-1]
    figures = spread.measured.counted[[first.year, last.year]]
    before, after = (_relative_distance(row) for row in figures)
    went = direction(before, after)
    same = figures[:, ~np.isnan(figures).any(axis=0)]
    if same.shape[1] < FEWEST or direction(*(_relative_distance(row) for row in same)) != went:
        return ""
    texts = words.percent(before, 0), words.percent(after, 0)
    way = {"same": "same", "rose": "more", "fell": "less"}[went]
    return words.t(f"research.distribution.apart_{way}", first=first.name, last=last.name,
                   before=texts[0], after=texts[1])  # fmt: skip


def _relative_distance(figures: NDArray[np.float64]) -> float:
    """The distance of the quartiles, in per cent of the median."""
    lower, median, upper = quantiles(figures, [0.25, 0.5, 0.75]).tolist()
    return float(100 * (upper - lower) / median) if median > 0 else 0.0


def _positive(spread: Spread) -> bool:
    """Whether shares of the median tell anything: figures of nought and more, medians above it."""
    known = spread.measured.counted[~np.isnan(spread.measured.counted)]
    medians = [row.numbers["median"] for row in spread.parts if row.box]
    # An index draws apart from its base year on by itself.
    level = spread.measured.subject.measure in ("level", "share")
    return level and bool(known.min() >= 0) and min(medians) > 0


def _outliers(spread: Spread, bench: Bench) -> list[str]:
    """Who lies far out, in the newest year or in its part; and who does so most often."""
    words, writer = bench.words, bench.writer(spread.measured)
    known = [row for row in spread.parts if row.box]
    said = []
    for row in known[-1:] if spread.by == "year" else known:
        out = row.outliers
        values = spread.measured.values[row.year]
        middle = row.numbers["median"]
        far = sorted(out, key=lambda at: -abs(values[at] - middle))
        if far:
            names = [f"{words.name(municipalities()[at])} ({writer.figure(values[at])})"
                     for at in far[:MOST_NAMED]]  # fmt: skip
            said.append(
                words.n(
                    "research.distribution.outliers",
                    len(far),
                    part=row.name,
                    names=", ".join(names),
                    more=_more(far, words),
                )
            )
    if spread.by == "year":
        said.append(_often(known, words))
    if spread.by != "year" and not said and not all(row.alike for row in known):
        said.append(words.t("research.distribution.no_outliers"))
    return said


def _more(far: list[int], words: Language) -> str:
    rest = len(far) - MOST_NAMED
    return " " + words.t("research.distribution.more", count=rest) if rest > 0 else ""


def _often(known: list[SpreadRow], words: Language) -> str:
    counts = Counter(at for row in known for at in row.outliers)
    if not counts or max(counts.values()) < 2:
        return ""
    most = max(counts.values())
    names = [words.name(municipalities()[at]) for at, count in counts.items() if count == most]
    if len(names) > MOST_NAMED:
        return ""
    return words.t("research.distribution.often", names=", ".join(sorted(names)), count=most,
                   years=len(known))  # fmt: skip
