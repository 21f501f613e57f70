"""What changed most between two years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.changing import changing
from dashboard.forum.kinds import SceneKind
from dashboard.forum.saying import unanswered
from dashboard.forum.tables import figures_table
from dashboard.forum.year_told import MOST_NAMED
from dashboard.indicators.picture import short_name
from dashboard.indicators.writing import title
from dashboard.slides.content import BarsBody, Slide, SlideBar
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.forum.changing import Changing
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling

ENDS = 5
"""Bars at each end in a deck without municipalities."""

LONGEST = 24
"""Letters beside a bar; where figures are longer, only the change is written there."""


def changes_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """A bar of each municipality, the largest growth first, then those that do not compare."""
    words, found, chosen = telling.words, changing(telling, scene), telling.places(scene)
    every = chosen or range(len(municipalities()))
    if found is None or not found.known(every):
        heading = title(telling.shown(scene).view, words)
        why = _why(found, chosen) if found else ""
        return unanswered(telling, scene, heading, why, key="forum.nothing_compares")
    shown, known = found.shown, found.known(every)
    ends = known if chosen else _ends(found, known)
    without = [at for at in chosen if at not in known]
    rest = "" if chosen or len(ends) == len(known) else words.t(
        "forum.changes.rest", ends=ENDS, count=len(known)
    )  # fmt: skip
    return Slide(
        kind=scene.kind,
        title=words.t(
            "forum.changes.title",
            title=title(shown.view, words),
            years="–".join(map(str, found.years)),
        ),
        sentence=changes_sentence(found, every),
        body=BarsBody(
            (*_bars(found, ends, own=bool(chosen)), *_reasons(found, without)),
            found.unit,
            decimals=shown.decimals,
            rest=rest,
        ),
        demo=telling.demo(shown, found.before, found.after),
        small=telling.small(shown, [found.before, found.after], [*ends, *without]),
        source=telling.source(shown),
        table=figures_table(
            telling, scene, shown, found.before, found.after, places=[*ends, *without]
        ),
    )


def _why(found: Changing, chosen: list[int]) -> str:
    """Why nobody of a deck compares, where they are few."""
    if len(chosen) > MOST_NAMED:
        return ""
    words = found.telling.words
    told = (f"{words.name(municipalities()[at])}: {found.why_not(at)}" for at in chosen)
    return f"{'; '.join(told)}."


def changes_sentence(found: Changing, places: Sequence[int]) -> str:
    """From where to where changes reach, and how many grew and fell."""
    words, known = found.telling.words, found.known(places)
    ends = {"from": known[-1], "to": known[0]}
    if len(known) == 1:
        return found.told(known[0])
    counts = found.counts(places)
    return words.n(
        "forum.changes.sentence",
        counts.pop("count"),
        least=found.texts[ends["from"]],
        of_least=words.name(municipalities()[ends["from"]]),
        most=found.texts[ends["to"]],
        of_most=words.name(municipalities()[ends["to"]]),
        **counts,
    )


def _ends(found: Changing, known: list[int]) -> list[int]:
    """Those that grew most, then those that fell most."""
    grew = [at for at in known if found.values[at] > 0][:ENDS]
    fell = [at for at in known if found.values[at] < 0][-ENDS:]
    return [*grew, *fell] or known[:ENDS]


def _bars(found: Changing, known: list[int], *, own: bool) -> list[SlideBar]:
    words, shown = found.telling.words, found.shown
    told = [
        [words.number(value, shown.decimals, sign=sign) for value, sign in (
            (float(found.values[at]), True),
            (float(shown.values[found.before, at]), False),
            (float(shown.values[found.after, at]), False),
        )]
        for at in known
    ]  # fmt: skip
    whole = [
        words.t("forum.changes.bar", change=change, before=before, after=after)
        for change, before, after in told
    ]
    short = max(map(len, whole), default=0) > LONGEST
    texts = [found.texts[at] for at in known] if short else whole
    return [
        SlideBar(
            short_name(municipalities()[at], words),
            text,
            float(found.values[at]),
            "own" if own else "plain",
        )
        for at, text in zip(known, texts, strict=True)
    ]


def _reasons(found: Changing, without: list[int]) -> list[SlideBar]:
    """Why some have no bar, in its place."""
    words = found.telling.words
    return [
        SlideBar(short_name(municipalities()[at], words), found.why_not(at), None) for at in without
    ]


KIND = SceneKind(
    "changes", 8, ("indicator", "unit", "area", "year", "before", "select"), changes_slide
)
