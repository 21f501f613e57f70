"""Says how two subjects go together: in a sentence, and in further ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.amounts import called
from dashboard.research.relation.sloping import slope_text
from dashboard.research.writing import MeasuredWriter
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.relation.reckoning import Relation
    from data.statistics.association import Association

FEWEST_SURE = 10
"""Of fewer points an interval drawn from them is too narrow as often as not."""

STRENGTHS = (("weak", 0.0), ("moderate", 0.3), ("strong", 0.6))
"""What a coefficient of at least such a size is called."""


def names(relation: Relation, words: Language) -> dict[str, str]:
    """What lies across and upwards, by the letters x and y; with units where these can differ."""
    pairs = relation.pairs
    told = {"x": pairs.across, "y": pairs.up}
    found = {letter: called(one, words) for letter, one in told.items()}
    if found["x"] == found["y"]:
        return {letter: MeasuredWriter.of(one, words).title for letter, one in told.items()}
    return found


def title_of(relation: Relation, bench: Bench) -> str:
    """Of the view."""
    words = bench.words
    title = words.t("research.relation.title", **names(relation, words), year=bench.year)
    return _placed(title, bench)


def _placed(title: str, bench: Bench) -> str:
    if not bench.places:
        return title
    return bench.words.t("research.titled_places", title=title, places=bench.places)


def sentence_of(relation: Relation, bench: Bench) -> str:
    """Direction, how strong, how sure, of how many."""
    words, n, found = bench.words, relation.n, relation.spearman
    said = names(relation, words) | {"year": str(bench.year)}
    if relation.pairs.same:
        return words.t("research.relation.same", **said)
    if not n:
        return words.t("research.relation.none", **said)
    if n < FEWEST:
        return words.n("research.relation.few", n, **said)
    if found is None:
        name = said[(relation.constant or "x")[0]]
        return words.t("research.constant", name=name, year=bench.year)
    rho = {"rho": words.number(found.value, 2), "low": words.number(found.low, 2)}
    rho["high"] = words.number(found.high, 2)
    if not is_clear(found):
        return words.n("research.relation.unclear", n, **said, **rho)
    way = "positive" if found.value > 0 else "negative"
    return words.n(f"research.relation.{way}", n, **said, **rho, how=_strength(found, words))


def _strength(found: Association, words: Language) -> str:
    """How strong it is; where the interval says less, between what it may be."""
    ends = sorted((abs(found.low), abs(found.high)))
    low, own, high = (_called(size) for size in (ends[0], abs(found.value), ends[1]))
    strength = words.t(f"research.strength.{own}")
    if low == high:
        return strength
    ends_said = {end: words.t(f"research.strength_of.{it}") for end, it in
                 (("low", low), ("high", high))}  # fmt: skip
    return words.t("research.strength_between", strength=strength, **ends_said)


def _called(size: float) -> str:
    return [name for name, least in STRENGTHS if size >= least][-1]


def findings_of(relation: Relation, bench: Bench) -> tuple[str, ...]:
    """The slope in units, who lies far from the line, and what parts show."""
    words = bench.words
    if relation.pairs.same or not relation.coefficients:
        return ()
    said = [slope_text(relation, names(relation, words), words)]
    said += [_parts(relation, words), _few_parts(relation, words)]
    return tuple(each for each in said if each)


def _parts(relation: Relation, words: Language) -> str:
    """Where a relation is clear, reckoned part by part."""
    told = [(part, found) for part, _, found in relation.parts if found]
    if not told:
        return ""
    clear = [
        words.t(
            "research.relation.part",
            where=part.located,
            rho=words.number(found.value, 2),
            n=words.number(found.n),
        )
        for part, found in told
        if is_clear(found)
    ]
    if not clear:
        return words.t("research.relation.parts_unclear")
    return words.t("research.relation.parts", parts="; ".join(clear))


def is_clear(found: Association) -> bool:
    """Whether its interval leaves nought out."""
    return not found.low <= 0 <= found.high


def _few_parts(relation: Relation, words: Language) -> str:
    few = [(part, n) for part, n, _ in relation.parts if n < FEWEST]
    if not few:
        return ""
    said = ", ".join(f"{part.name} ({n})" for part, n in few)
    return words.t("research.few_parts", parts=said, fewest=FEWEST)
