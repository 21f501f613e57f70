"""How a relation must not be read, and what of it a picture cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.marks import MOST_NAMED
from dashboard.research.leaving import names_of
from dashboard.research.reckoned import too_few_text
from dashboard.research.relation.telling import FEWEST_SURE, is_clear, names, sentence_of
from dashboard.research.writing import name_of
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.relation.reckoning import Relation
    from dashboard.research.subjects import Subject

PER_RESIDENT = ("per_resident", "constant_per_resident", "per_10000")
"""Units of what is divided by the number of residents."""


def cautions_of(relation: Relation, bench: Bench) -> tuple[str, ...]:
    """Why it must not be read as a cause, and what else is to be minded."""
    words, pairs, said = bench.words, relation.pairs, []
    name = names(relation, words)
    if relation.n < FEWEST:
        said.append(too_few_text(relation.n, words))
    elif relation.coefficients and not pairs.same:
        said.append(words.t("research.coincidence"))
        if all(_per_resident(one.subject) for one, _ in pairs.told):
            said.append(words.t("research.relation.divisor"))
        if _unsure(relation):
            said.append(words.t("research.relation.unsure", fewest=FEWEST_SURE))
    if relation.n >= FEWEST:
        said += [words.t("research.constant", name=name[letter], year=bench.year)
                 for letter in relation.constant]  # fmt: skip
    told = [(name[letter], *each) for letter, each in zip("yx", pairs.told, strict=False)]
    if bench.third is not None:
        third = bench.third
        told.append((name_of(third.subject, words), third, third.row(bench.year)))
    for called, one, row in told:
        if one.years[row] != bench.year:
            year = {"year": one.years[row], "asked": bench.year}
            said.append(words.t("research.relation.other_year", name=called, **year))
    if pairs.log and relation.coefficients:
        said.append(words.t("research.relation.logs"))
    sentence = sentence_of(relation, bench)
    return tuple(each for each in dict.fromkeys(said) if each != sentence)


def _unsure(relation: Relation) -> bool:
    """Whether what is told to be clear rests on few points, in all or in a part."""
    parts = [found for _, _, found in relation.parts if found and is_clear(found)]
    return any(found.n < FEWEST_SURE for found in (*relation.coefficients, *parts))


def _per_resident(subject: Subject) -> bool:
    return subject.unit in PER_RESIDENT


def below_text(relation: Relation, words: Language) -> tuple[str, ...]:
    """How many a logarithmic axis cannot show."""
    places = [int(at) for at in relation.pairs.below.nonzero()[0]]
    if not places:
        return ()
    few = f" ({names_of(places, words)})" if len(places) <= MOST_NAMED else ""
    return (words.n("research.relation.below", len(places), places=few),)


def sizeless_text(relation: Relation, bench: Bench) -> tuple[str, ...]:
    """How many points have no figure of what sizes and colours tell."""
    words, third = bench.words, bench.third
    if third is None:
        return ()
    missing = relation.pairs.shown & np.isnan(third.values[third.row(bench.year)])
    if not missing.any():
        return ()
    name = name_of(third.subject, words)
    return (words.n("research.relation.sizeless", int(missing.sum()), name=name),)
