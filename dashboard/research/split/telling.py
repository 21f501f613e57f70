"""What is said of the split, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.research.split.figures import NGO
from dashboard.research.split.writing import SplitWriter
from data.catalog import ALL_AREAS
from data.statistics.known import FEWEST
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures

CAREFUL = ("map", "flows")
"""Ways to show the split that can be misread."""


def sentence_of(bench: Bench, figures: SplitFigures) -> str:
    """The country's split in the year and in the first one; for a map, how it is to be read."""
    words, writer = bench.words, SplitWriter(bench.words)
    now = figures.country[:, figures.row]
    if not np.isfinite(now).all():
        return words.t("research.split.none", year=figures.year)
    area = bench.state.subject.area
    within = ""
    if area != ALL_AREAS:
        within = " " + words.t("research.split.within", area=words.t(f"area.{area}"))
    hundred = writer.hundred(now)
    said = words.t("research.split.sentence", year=figures.year, within=within, **hundred)
    first = figures.known_years[0]
    if first < figures.row:
        before = writer.hundred(figures.country[:, first])
        said += words.t("research.split.before", year=figures.years[first], **before)
    reading = f" {_reading(figures, words)}" if bench.state.parts == "map" else ""
    return f"{said}.{reading}"


def _reading(figures: SplitFigures, words: Language) -> str:
    first, last = (figures.years[figures.known_years[at]] for at in (0, -1))
    key = "research.split.reading" if first < last else "research.split.reading_year"
    return words.t(key, first=first, last=last)


def findings_of(bench: Bench, figures: SplitFigures) -> tuple[str, ...]:
    """The set's own split, what lies beside it, who has most for NGOs, who is most unlike."""
    if not figures.taken[figures.row].any():
        return ()
    return (
        *_own(bench, figures),
        *_covered(bench, figures),
        *_ngo(figures, bench.words),
        *_unlike(figures, bench.words),
        *(_same_ones(figures, bench.words) if bench.state.parts == "flows" else ()),
    )


def _own(bench: Bench, figures: SplitFigures) -> Iterator[str]:
    if bench.places:
        own = figures.together(figures.taken)[:, figures.row]
        hundred = SplitWriter(bench.words).hundred(own)
        yield bench.words.t("research.split.own", places=bench.places, **hundred)


def _covered(bench: Bench, figures: SplitFigures) -> Iterator[str]:
    """What of all money, or of all that of the policy area, the three are; where the rest went."""
    words = bench.words
    key = "covered" if bench.state.subject.area == ALL_AREAS else "covered_area"
    if not np.isnan(figures.covered):
        three, rest = (100 * share for share in (figures.covered, 1 - figures.covered))
        yield words.t(f"research.split.{key}", three=words.percent(three), rest=words.percent(rest))


def _ngo(figures: SplitFigures, words: Language) -> Iterator[str]:
    """Whose part of NGOs is largest and smallest, and how many lie above and below the country."""
    row, writer = figures.row, SplitWriter(words)
    ngo = np.where(figures.taken[row], figures.mixtures[NGO, row], np.nan)
    country = float(figures.country[NGO, row])
    if country == 0:
        yield words.t("research.split.no_ngo", year=figures.year)
        return
    if figures.taken[row].sum() < 2:
        return
    most, least = int(np.nanargmax(ngo)), int(np.nanargmin(ngo))
    yield words.t(
        "research.split.largest",
        most=words.located(municipalities()[most]),
        much=writer.share(ngo[most]),
        country=writer.share(country),
    )
    nought = int((ngo == 0).sum())
    if nought:
        yield words.n("research.split.nought", nought)
    else:
        place = words.located(municipalities()[least])
        yield words.t("research.split.smallest", least=place, little=writer.share(ngo[least]))
    more, less = int((ngo > country).sum()), int((ngo < country).sum())
    yield words.n("research.split.more", more, less=words.number(less))


def _unlike(figures: SplitFigures, words: Language) -> Iterator[str]:
    """Who is most unlike the country, and most like it; whom the distance cannot be told of."""
    far, writer = figures.distances, SplitWriter(words)
    if (~np.isnan(far)).sum() > 1:
        most, least = int(np.nanargmax(far)), int(np.nanargmin(far))
        yield words.t(
            "research.split.unlike",
            name=words.name(municipalities()[most]),
            shares=writer.shares(figures.mixtures[:, figures.row, most]),
            distance=words.number(float(far[most]), 2),
            like=words.name(municipalities()[least]),
            near=words.number(float(far[least]), 2),
        )
    untold = int((np.isnan(far) & figures.taken[figures.row]).sum())
    if untold:
        yield words.n("research.split.untold", untold)


def _same_ones(figures: SplitFigures, words: Language) -> Iterator[str]:
    """The first and the last year of those that count in all years, as others come and go."""
    rows = figures.known_years
    always = figures.taken[rows].all(axis=0)
    if len(rows) < 2 or not always.any():
        return
    shares, writer = figures.together(figures.taken & always), SplitWriter(words)
    first, last = rows[0], rows[-1]
    yield words.n(
        "research.split.same",
        int(always.sum()),
        first=figures.years[first],
        last=figures.years[last],
        before=writer.share(float(shares[NGO, first])),
        after=writer.share(float(shares[NGO, last])),
    )


def cautions_of(bench: Bench, figures: SplitFigures) -> tuple[str, ...]:
    """How it must not be read."""
    words, count = bench.words, int(figures.taken[figures.row].sum())
    said = []
    if 0 < count < FEWEST:
        said.append(words.n("research.split.too_few", count, fewest=FEWEST))
    if bench.state.parts in CAREFUL and count:
        said.append(words.t(f"research.split.caution_{bench.state.parts}"))
    return tuple(said)
