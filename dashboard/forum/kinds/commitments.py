"""What the state promised in its newest action plan, and how far it got.

Where nobody has assessed that plan yet, the last one that was assessed stands beside it.
"""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from dashboard.charts.svg import LOOKS
from dashboard.commitments.labels import whole_text
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import counts_sentence, head_text
from dashboard.commitments.standing import head, look
from dashboard.commitments.state import PlanState, write_plan_state
from dashboard.commitments.view import read_plan_view
from dashboard.forum.kinds import SceneKind
from dashboard.frame.source_line import source_text
from dashboard.slides.content import Cell, Slide, SpokenTable, TableBody, WordsBody

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.language.i18n import Language

SOURCE = "commitments"
MOST_ROWS = 12
LONGEST_TITLE = 31
"""Letters of a commitment that a room reads in a row."""

GLYPHS = {"idle": "○", "begun": "◔", "halfway": "◑", "done": "✓", "told": "–", "unknown": "?"}
"""Signs of the looks of statuses, so that no colour is needed."""


def _slide(telling: DeckTelling, scene: Scene) -> Slide:
    words = telling.words
    title, source = words.t("forum.commitments.slide"), source_text((SOURCE,), telling.atlas, words)
    views = _views(telling)
    found = [(view, item) for view in views for item in view.found]
    if not found:
        return Slide(scene.kind, title, "", WordsBody((words.t("forum.nothing"),)), source=source)
    head_row = (words.t("forum.commitments.made"), words.t("forum.commitments.status"))
    rest = (
        words.n("forum.commitments.rest", len(found) - MOST_ROWS) if len(found) > MOST_ROWS else ""
    )
    body = TableBody(head_row, tuple(_row(view, item) for view, item in found[:MOST_ROWS]), rest)
    standing = [item for _, item in found]
    spoken = tuple(
        (f"{_number(item)} {whole_text(item.commitment.title, words)}", head_text(item, view))
        for view, item in found
    )
    return Slide(
        scene.kind, title, " ".join(counts_sentence(view, _name(view)) for view in views), body,
        small=" ".join(filter(None, (_newest(standing, views[0]), _ours(standing, words)))),
        source=source, table=SpokenTable(title, head_row, spoken),
    )  # fmt: skip


def _views(telling: DeckTelling) -> tuple[PlanView, ...]:
    """The newest plan, and the last assessed one before it if nobody assessed that."""
    plans = read_plans(telling.atlas, telling.words)
    made = {item.plan for item in plans.commitments.values()}
    kept: list[PlanView] = []
    for plan in reversed([plan for plan in plans.plans if plan in made]):
        query = write_plan_state(PlanState(plan=plan))
        view = read_plan_view(telling.atlas, telling.words, query)
        assessed = any(item.now for item in view.found)
        if assessed or not kept:
            kept.append(view)
        if assessed:
            break
    return tuple(kept)


def _name(view: PlanView) -> str:
    """Of its plan, without its years."""
    return view.plans.plans[view.state.plan].title.text


def _ours(found: Sequence[Standing], words: Language) -> str:
    """Which titles no source has in this language, and so are our own; empty without any."""
    ours = [_number(item) for item in found if item.commitment.title.original]
    return words.t("forum.commitments.ours", listed=", ".join(ours)) if ours else ""


def _number(item: Standing) -> str:
    return f"{item.commitment.plan}–{item.commitment.number}"


def _row(view: PlanView, item: Standing) -> tuple[Cell, ...]:
    said = head(item)
    name = look(said.status if said else None)
    colour = f"light-dark({LOOKS['light'][name]}, {LOOKS['dark'][name]})"
    title = shorten(
        item.commitment.title.text, LONGEST_TITLE, placeholder="…", break_on_hyphens=False
    )
    status = head_text(item, view) if said else view.words.t("forum.commitments.unknown")
    return Cell(f"{_number(item)} {title}"), Cell(status, colour, GLYPHS[name])


def _newest(found: Sequence[Standing], view: PlanView) -> str:
    """Who assessed last, and when, as far as that is told."""
    words = view.words
    said = [item.now for item in found if item.now]
    if not said:
        return ""
    days = [each.observed for each in said if each.observed]
    last = max(days) if days else None
    who = dict.fromkeys(view.plans.assessors[each.assessor] for each in said
                        if last in (None, each.observed))  # fmt: skip
    return words.t(
        "forum.commitments.newest" if last else "forum.commitments.newest_undated",
        assessor=", ".join(who),
        date=words.date(last) if last else "",
    )


KIND = SceneKind(SOURCE, 11, (), _slide, source=SOURCE)
