"""The table of all commitments shown; its headings are links that sort it by the address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dash import html

from dashboard.components.aria import aria
from dashboard.components.commitment_marks import status_mark, title_link
from dashboard.components.plain_table import day, plain_table
from dashboard.plans.state import SORTS, write_plan_state
from dashboard.plans.table import ordered

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.i18n import Language
    from dashboard.plans.model import Plans
    from dashboard.plans.standing import Standing
    from dashboard.plans.state import PlanState
    from dashboard.plans.view import PlanView


def commitment_table(view: PlanView) -> Component:
    """A row a commitment."""
    plans, state, words, path = view.plans, view.state, view.words, view.path
    rows = [_row(item, plans, words, path) for item in ordered(view.found, plans, state.sort)]
    return plain_table(
        [words.t(f"commitments.column.{name}") for name in SORTS],
        rows,
        labelled_by="table-title",
        header=1,
        heads=[_heading(name, state, words, path) for name in SORTS],
        sorts=[_direction(name, state) for name in SORTS],
    )


def _row(item: Standing, plans: Plans, words: Language, path: str) -> list[Component | str]:
    commitment, now = item.commitment, item.now
    due = commitment.revised or commitment.deadline
    untold = html.Span(words.t("commitments.not_told"), className="untold")
    seen = day(now.observed) if now and now.observed else words.t("commitments.no_date")
    return [
        commitment.number,
        title_link(commitment, words, path),
        plans.plans[commitment.plan].named,
        ", ".join(commitment.institutions.values()) or untold,
        status_mark(item.status, words),
        seen if now else "–",
        day(due) if due else untold,
    ]


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
        href=f"{path}{query}",
        **{"data-stay": ""},
    )
