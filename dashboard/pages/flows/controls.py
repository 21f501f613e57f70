"""What can be chosen of a municipality's flows: a form whose answers are the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import figures_choice, select_field
from dashboard.frame.places import flows_path
from data.asking.flows import ALL_KINDS
from data.catalog import ALL_AREAS

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.flows.view import FlowView

FORM = "flows-form"


def controls(view: FlowView) -> Component:
    """The form, with what is chosen now; a script sends it at every change."""
    state, words = view.state, view.words
    fields = [select_field("year", words.t("flows.head.year"), _years(view), str(view.year))]
    if view.is_shown:
        for name, column, every, chosen in (
            ("area", "area", ALL_AREAS, state.area),
            ("kind", "recipient_kind", ALL_KINDS, state.kind),
        ):
            labels, codes = view.labels(column), view.occurring(column)
            if chosen not in (every, *codes):
                codes.append(chosen)
            choices = [(every, words.t(f"flows.every.{name}"))]
            choices += [(code, labels[code]) for code in codes]
            fields.append(select_field(name, words.t(f"flows.head.{column}"), choices, chosen))
    return html.Form(
        [
            html.Div(fields, className="choices"),
            html.Button(words.t("control.show"), type="submit", className="primary unscripted"),
        ],
        id=FORM,
        method="get",
        action=flows_path(view.place, words),
        className="peers-form",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("flows.form"))},
    )


def figures_box(view: FlowView) -> list[Component]:
    """The mark of invented or real figures of the year, and the box that leaves only real ones."""
    words = view.words
    if view.atlas.is_demo and (view.now["demo"] or view.state.figures == "real"):
        return [figures_choice(view.state.figures, FORM, words)]
    kind = "demo" if view.now["demo"] else "real"
    mark = html.Span(
        words.t(f"{kind}.badge"), className=f"{kind}-badge", title=words.t(f"{kind}.explained")
    )
    return [mark] if view.is_shown else []


def _years(view: FlowView) -> list[tuple[str, str]]:
    """The newest first; those without figures say so, and where some are real, which."""
    words, mixed = view.words, not view.years["demo"].all() and view.years["demo"].any()
    choices = []
    for year, row in view.years.iloc[::-1].iterrows():
        said = ""
        if not row["shown"]:
            said = words.t("flows.year.none", year=year)
        elif mixed:
            said = words.t(f"flows.year.{'demo' if row['demo'] else 'real'}", year=year)
        choices.append((str(year), said or str(year)))
    return choices
