"""What can be chosen on the commitments page: a form whose answers are the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.choices import Choice, assessed_days, options
from dashboard.commitments.state import SORTS
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dash.development.base_component import Component

    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def filters(view: PlanView) -> Component:
    """The form; assets/js/plans.js asks for the answer without loading the page anew."""
    plans, state, words = view.plans, view.state, view.words
    choices = options(plans, words)
    days = [(f"{day:%Y-%m-%d}", words.date(day)) for day in assessed_days(plans, state)]
    fields = [_select(name, choices[name], getattr(state, name), words) for name in choices]
    fields += [
        _select(name, days, str(getattr(state, name) or ""), words) for name in ("on", "since")
    ]
    search = html.Div(
        [
            html.Label(words.t("commitments.filter.q"), htmlFor="q"),
            Input(id="q", name="q", type="search", value=state.q, autoComplete="off"),
        ],
        className="field field-q",
    )
    # The order of the table is chosen elsewhere, and stays.
    order = [Input(name="sort", type="hidden", value=state.sort)] * (state.sort != SORTS[0])
    buttons = [
        html.Button(
            words.t("commitments.filter.show"), id="show", type="submit", className="primary"
        ),
        html.A(
            words.t("commitments.filter.clear"), id="clear", href=view.path, **{"data-stay": ""}
        ),
    ]
    return html.Form(
        [*fields, search, *order, html.Div(buttons, className="filter-buttons")],
        action=view.path,
        method="GET",
        className="plan-filters",
        role="search",
        **{"data-stay": "", **aria(label=words.t("commitments.filter.group"))},
    )


def _select(name: str, choices: Iterable[Choice], chosen: str, words: Language) -> Component:
    empty = ("", words.t(f"commitments.filter.{name}.all"))
    items: Sequence[Choice] = (empty, *choices)
    return html.Div(
        [
            html.Label(words.t(f"commitments.filter.{name}"), htmlFor=name),
            html.Select(
                [
                    html.Option(label, value=value, selected=value == chosen)
                    for value, label in items
                ],
                id=name,
                name=name,
            ),
        ],
        className=f"field field-{name}",
    )
