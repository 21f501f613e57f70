"""What of a distribution is to be minded: too few, all alike, left out, signs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dashboard.indicators.figures import SIGNS
from dashboard.research.leaving import MARKS_SAID, left_out_text, older_text, repeated_text
from dashboard.research.reckoned import too_few_text
from data.statistics.known import FEWEST

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.distribution.rows import Spread


def cautions_of(spread: Spread, bench: Bench) -> tuple[str, ...]:
    """Too few figures, or figures that do not differ."""
    words, said = bench.words, []
    few = [row for row in spread.parts if row.n < FEWEST]
    most = max((row.n for row in spread.rows), default=0)
    if most < FEWEST:
        said.append(too_few_text(most, words))
    elif few:
        parts = ", ".join(f"{row.name} ({row.n})" for row in few)
        said.append(words.t("research.few_parts", parts=parts, fewest=FEWEST))
    if spread.by == "year" and spread.measured.subject.measure == "rank":
        said.append(words.t("research.ranks_anew"))
    same = [row.name for row in spread.rows if row.alike]
    if same and len(same) < len(spread.rows):
        said.append(words.t("research.distribution.constant", parts=", ".join(same)))
    return tuple(said)


def left_out(spread: Spread, bench: Bench) -> tuple[str, ...]:
    """The rule, and how many were left out: named in one year, counted by reason in several."""
    words, one = bench.words, spread.measured
    if spread.by != "year":
        return left_out_text(spread.told, words)
    taken = int(one.taken.sum())
    whole = int(one.members.sum()) * len(one.years)
    reasons = Counter(str(each) for each in one.reasons[:, one.members].ravel() if each)
    said = [words.t("research.rule")]
    said.append(
        words.t("research.distribution.taken", taken=words.number(taken), of=words.number(whole))
    )
    if reasons:
        parts = [f"{words.t(f'research.reason.{name}')} – {words.number(count)}"
                 for name, count in reasons.most_common()]  # fmt: skip
        said.append(words.t("research.distribution.left", parts="; ".join(parts)))
    return tuple(said)


def older_text_of(spread: Spread, words: Language) -> tuple[str, ...]:
    """That newer years repeat an older figure, or of which year those of the year are."""
    if spread.by == "year":
        return repeated_text(spread.measured, [row.year for row in spread.rows], words)
    said = [older_text(one, row, words) for one, row in spread.told]
    return tuple(filter(None, said))


def whiskers_text(spread: Spread, words: Language) -> tuple[str, ...]:
    """What a box shows, where there is any."""
    boxed = any(row.box for row in spread.rows)
    return (words.t("research.distribution.whiskers"),) if boxed else ()


def signs_text(spread: Spread, words: Language) -> tuple[str, ...]:
    """What each sign means, and in which years it stands; in which years figures are older."""
    one, rows, said = (
        spread.measured,
        [row.year for row in spread.rows],
        [*older_text_of(spread, words)],
    )
    for mark in MARKS_SAID:
        years = [one.years[row] for row in rows if (one.marks[mark][row] & one.there[row]).any()]
        if years:
            text = words.t(f"research.sign.{mark}")
            listed = ", ".join(map(str, years))
            said.append(words.t("research.sign", sign=SIGNS[mark], text=text, years=listed))
    return tuple(said)
