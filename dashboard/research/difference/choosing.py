"""Which difference is asked for, and whether there can be one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.research.difference.differing import CHANGE, between_subjects, between_years
from dashboard.research.subjects import LEVEL, measures_of
from dashboard.research.writing import name_of

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing
    from dashboard.research.subjects import Subject


def levelled(bench: Bench) -> Bench:
    """The bench with the figures themselves, whatever measures are chosen."""
    state = bench.state
    subject, other = replace(state.subject, measure=LEVEL), replace(state.other, measure=LEVEL)
    if (subject, other) == (state.subject, state.other):
        return bench
    return replace(bench, state=replace(state, subject=subject, other=other))


def choose(bench: Bench) -> tuple[Differing | None, tuple[str, ...]]:
    """The difference that is asked for, and what has to be said of the choice.

    Args:
        bench: A bench of levels.

    Returns:
        No difference where there can be none; then it is said why.
    """
    return _of_subjects(bench) if bench.state.against == "indicators" else _of_years(bench)


def of_measure(bench: Bench) -> tuple[str, ...]:
    """That the difference is of the figures themselves, where another measure is chosen."""
    state = bench.state
    measures = [state.subject.measure]
    if state.against == "indicators":
        measures.append(state.other.measure)
    odd = any(measure != LEVEL for measure in measures)
    return (bench.words.t("research.difference.levels"),) if odd else ()


def _of_years(bench: Bench) -> tuple[Differing | None, tuple[str, ...]]:
    words, level = bench.words, bench.subject
    first, last = sorted((bench.since, bench.year))
    if CHANGE not in measures_of(level.subject):
        return None, (words.t("research.difference.fixed", name=name_of(level.subject, words)),)
    if first == last:
        return None, (words.t("research.difference.same_year", year=first),)
    said: tuple[str, ...] = ()
    if bench.since > bench.year:
        said = (words.t("research.difference.swapped", first=first, last=last),)
    return between_years(level, first, last), said


def _of_subjects(bench: Bench) -> tuple[Differing | None, tuple[str, ...]]:
    words, after, before = bench.words, bench.subject, bench.other
    names = {
        "subject": bench.writer(after).title,
        "other": bench.writer(before).title,
    }
    if after.subject == before.subject:
        return None, (words.t("research.difference.same_subject", **names),)
    if not in_one_unit(after.subject, before.subject):
        return None, (words.t("research.difference.units", **names),)
    common = [year for year in after.years if year in before.years]
    year = bench.year if bench.year in common else common[-1]
    said = () if year == bench.year else (words.t("research.difference.newest", year=year),)
    return between_subjects(before, after, year), said


def in_one_unit(one: Subject, other: Subject) -> bool:
    """Whether the one can be taken from the other: in the same unit, or both per cent."""
    if one.kind == other.kind == "percent":
        return True
    return bool(one.unit) and one.unit == other.unit


def title_of(bench: Bench, found: Differing | None) -> str:
    """The title of the view."""
    words, after, before = bench.words, bench.writer(bench.subject), bench.writer(bench.other)
    if bench.state.against == "indicators":
        return words.t(
            "research.difference.title.indicators",
            subject=name_of(bench.subject.subject, words),
            other=lowered_name(name_of(bench.other.subject, words)),
            year=found.years[1] if found else bench.year,
            unit=_common_unit(after.unit, before.unit, bench) if found else "",
        ).removesuffix(", ")
    first, last = found.years if found else (bench.since, bench.year)
    return words.t("research.difference.title.years", subject=after.title, first=first, last=last)


def _common_unit(after: str, before: str, bench: Bench) -> str:
    """The unit of both; points where both are per cent of something else."""
    return after if after == before else bench.words.t("research.difference.points")


def lowered_name(name: str) -> str:
    """A name within a sentence, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
