"""The table of all commitments shown; its headings are links that sort it by the address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.commitments.marks import in_language, status_mark
from dashboard.commitments.order import ordered
from dashboard.commitments.sentence import beside_text
from dashboard.commitments.standing import beside
from dashboard.commitments.state import SORTS, write_plan_state
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.plain_table import day, plain_table
from dashboard.pages.commitments.marks import original, title_link

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.commitments.model import Commitment, Plans
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.state import PlanState
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def commitment_table(view: PlanView) -> Component:
    """A row a commitment."""
    plans, state, words, path = view.plans, view.state, view.words, view.path
    rows = [_row(item, view) for item in ordered(view.found, plans, state.sort)]
    others = words.t("commitments.column.others")
    return plain_table(
        [*(words.t(f"commitments.column.{name}") for name in SORTS), others],
        rows,
        labelled_by="table-title",
        header=1,
        heads=[*(_heading(name, state, words, path) for name in SORTS), html.Span(others)],
        sorts={**{name: _direction(name, state) for name in SORTS}, "others": ""},
    )


def _row(item: Standing, view: PlanView) -> list[Component | str | list[Component | str]]:
    plans, words = view.plans, view.words
    commitment, now = item.commitment, item.now
    due = commitment.revised or commitment.deadline
    untold = html.Span(words.t("commitments.not_told"), className="untold")
    seen = day(now.observed) if now and now.observed else words.t("commitments.no_date")
    return [
        commitment.number,
        [title_link(commitment, words, view.path), *original(commitment.title)],
        plans.plans[commitment.plan].named,
        _section(commitment, plans, words) or untold,
        ", ".join(commitment.institutions.values()) or untold,
        plans.themes[commitment.theme],
        commitment.ogp or untold,
        status_mark(item.status, words),
        plans.assessors[now.assessor] if now else "–",
        seen if now else "–",
        day(due) if due else untold,
        beside_text(beside(item, view.state.on), plans.assessors) or "–",
    ]


def _section(item: Commitment, plans: Plans, words: Language) -> list[Component | str]:
    if not item.section:
        return []
    numeral = item.section.partition("-")[2]
    return [f"{numeral}. ", *in_language(plans.sections[item.section], words)]


def _direction(name: str, state: PlanState) -> str:
    if state.sort.removeprefix("-") != name:
        return "none"
    return "descending" if state.sort.startswith("-") else "ascending"


def _heading(name: str, state: PlanState, words: Language, path: str) -> Component:
    following = f"-{name}" if state.sort == name else name
    query = write_plan_state(replace(state, sort=following))
    sign = {"ascending": " ↑", "descending": " ↓", "none": ""}[_direction(name, state)]
    return html.A(
        [words.t(f"commitments.column.{name}"), html.Span(sign, **aria(hidden="true"))],
        id=f"sort-{name}",
        href=f"{path}{query}#table-title",
        **{"data-stay": ""},
    )
