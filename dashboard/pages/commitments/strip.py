"""The commitments in time: a strip of years each, and planned days against those that came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.marks import in_language, mark
from dashboard.commitments.sentence import late_text
from dashboard.commitments.timeline import Year, days_late, strip, undated, years_of
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.plain_table import day, plain_table

if TYPE_CHECKING:
    from datetime import date

    from dash.development.base_component import Component

    from dashboard.commitments.model import Assessment, Commitment, Plans
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def heat_strip(view: PlanView) -> Component:
    """A row a commitment, a column a year, and one for what was said without a day."""
    plans, state, words = view.plans, view.state, view.words
    years = years_of(plans)
    head = [words.t("commitments.column.title"), *map(str, years), words.t("commitments.undated")]
    rows = []
    for item in (standing.commitment for standing in view.found):
        plan = plans.plans[item.plan]
        cells = [_cell(cell, words) for cell in strip(item, plan, years, state.assessor, state.on)]
        last = None if state.on else undated(item, state.assessor)
        rows.append(html.Tr([_name(item, words, view.path), *cells, _undated(last)], role="row"))
    heads = [html.Th(html.Span(text), scope="col", role="columnheader") for text in head]
    # The roles still hold where a narrow screen lays the rows out as grids.
    table = html.Table(
        [
            html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
            html.Tbody(rows, role="rowgroup"),
        ],
        className="strip",
        role="table",
        style={"--columns": len(head) - 1},
        **aria(labelledby="time-title"),
    )
    return html.Div(
        table,
        className="table-scroll strip-scroll",
        role="region",
        tabIndex=0,
        **aria(label=words.t("commitments.time_region")),
    )


def strip_legend(words: Language) -> Component:
    """What the looks of the cells mean."""
    kinds = ("running", "due", "fresh", "kept")
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(className=f"cell-sample cell-{kind}", **aria(hidden="true")),
                    words.t(f"commitments.strip.{kind}"),
                ]
            )
            for kind in kinds
        ],
        className="strip-legend",
    )


def _name(item: Commitment, words: Language, path: str) -> Component:
    label = [f"{item.plan}–{item.number} ", *in_language(item.title, words)]
    return html.Th(html.A(label, href=f"{path}/{item.key}"), scope="row", role="rowheader")


def _cell(cell: Year, words: Language) -> Component:
    kinds = {"running": cell.running, "due": cell.due, "fresh": cell.fresh}
    names = " ".join(f"cell-{kind}" for kind, is_so in kinds.items() if is_so)
    if cell.said is None:
        said = words.t("commitments.strip.running") if cell.running else ""
        return html.Td(html.Span(said, className="visually-hidden"), className=names, role="cell")
    return _said(cell.said, names if cell.fresh else f"{names} cell-kept")


def _undated(said: Assessment | None) -> Component:
    return _said(said, "cell-fresh") if said else html.Td(role="cell")


def _said(said: Assessment, names: str) -> Component:
    text = said.status.label
    return html.Td(
        [mark(said.status), html.Span(text, className="visually-hidden")],
        className=names,
        title=text,
        role="cell",
    )


def planned_and_actual(view: PlanView) -> list[Component]:
    """A table of those that have a date, and in words what no source tells."""
    words = view.words
    shown = (item.commitment for item in view.found)
    dated = [item for item in shown if any(times(item).values())]
    if not dated:
        return [html.P(words.t("commitments.no_dates"))]
    columns = ("title", "start", "deadline", "revised", "finished", "late")
    rows = [
        [
            html.A(in_language(item.title, words), href=f"{view.path}/{item.key}"),
            *(day_or_none(when, words) for when in times(item).values()),
            lateness(item, view.plans, words),
        ]
        for item in dated
    ]
    headings = [words.t(f"commitments.column.{name}") for name in columns]
    unknown = sum(1 for item in dated if item.finished is None)
    note = [html.P(words.n("commitments.no_end", unknown), className="source")] if unknown else []
    return [plain_table(headings, rows, labelled_by="planned-title"), *note]


def times(item: Commitment) -> dict[str, date | None]:
    """The days of a commitment, planned and real."""
    return {
        "start": item.start,
        "deadline": item.deadline,
        "revised": item.revised,
        "finished": item.finished,
    }


def day_or_none(when: date | None, words: Language) -> Component:
    """A day, or that no source gives one."""
    return day(when) if when else html.Span(words.t("commitments.no_date"), className="untold")


def lateness(item: Commitment, plans: Plans, words: Language) -> Component | str:
    """By how many days it was late, if that can be known."""
    text = late_text(item, plans.known_on, words)
    return text if days_late(item) is not None else html.Span(text, className="untold")
