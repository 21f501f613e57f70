"""Says how two subjects go together: in a sentence, in further ones, and as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.marks import MOST_NAMED
from dashboard.research.amounts import called
from dashboard.research.leaving import names_of
from dashboard.research.reckoned import too_few_text
from dashboard.research.relation.sloping import slope_statistic, slope_text
from dashboard.research.view import Statistic
from dashboard.research.writing import MeasuredWriter
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.relation.reckoning import Relation
    from data.statistics.association import Association

STRENGTHS = (("weak", 0.0), ("moderate", 0.3), ("strong", 0.6))
"""What a coefficient of at least such a size is called."""

PER_RESIDENT = ("per_resident", "constant_per_resident", "per_10000")
"""Units of what is divided by the number of residents."""


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
    if found.low <= 0 <= found.high:
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
        words.t("research.relation.part", name=part.name, rho=words.number(found.value, 2))
        for part, found in told
        if not found.low <= 0 <= found.high
    ]
    if not clear:
        return words.t("research.relation.parts_unclear")
    return words.t("research.relation.parts", parts="; ".join(clear))


def _few_parts(relation: Relation, words: Language) -> str:
    few = [(part, n) for part, n, _ in relation.parts if n < FEWEST]
    if not few:
        return ""
    said = ", ".join(f"{part.name} ({n})" for part, n in few)
    return words.t("research.few_parts", parts=said, fewest=FEWEST)


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
    if relation.n >= FEWEST:
        said += [words.t("research.constant", name=name[letter], year=bench.year)
                 for letter in relation.constant]  # fmt: skip
    for (one, row), letter in zip(pairs.told, "yx", strict=False):
        if one.years[row] != bench.year:
            year = {"year": one.years[row], "asked": bench.year}
            said.append(words.t("research.relation.other_year", name=name[letter], **year))
    if pairs.log and relation.coefficients:
        said.append(words.t("research.relation.logs"))
    sentence = sentence_of(relation, bench)
    return tuple(each for each in dict.fromkeys(said) if each != sentence)


def _per_resident(subject: object) -> bool:
    return getattr(subject, "unit", "") in PER_RESIDENT


def below_text(relation: Relation, words: Language) -> tuple[str, ...]:
    """How many a logarithmic axis cannot show."""
    places = [int(at) for at in relation.pairs.below.nonzero()[0]]
    if not places:
        return ()
    few = f" ({names_of(places, words)})" if len(places) <= MOST_NAMED else ""
    return (words.n("research.relation.below", len(places), places=few),)


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
