"""What a view tells in words and numbers: findings, statistics, cautions, what was left out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.research.view import ResearchView, Statistic

COLUMNS = ("statistic", "value", "interval", "about")


def told(view: ResearchView, words: Language) -> list[Component]:
    """Panels, as many as there is something to tell in."""
    found = [*_findings(view, words), *_statistics(view, words)]
    return [*found, *_reading(view)]


def _findings(view: ResearchView, words: Language) -> Iterator[Component]:
    if view.findings:
        listed = html.Ul([html.Li(said) for said in view.findings], className="findings")
        heading = html.H2(words.t("research.findings"), id="findings-title")
        yield html.Section([heading, listed], className="panel", id="findings")


def _statistics(view: ResearchView, words: Language) -> Iterator[Component]:
    """A row each; those of parts of the choice under the names of these."""
    if not view.statistics:
        return
    columns = [name for name in COLUMNS if name != "interval" or _any(view, "interval")]
    columns = [name for name in columns if name != "about" or _any(view, "about")]
    names = {name: words.t(f"research.column.{name}") for name in columns}
    heads = [
        html.Th(text, scope="col", role="columnheader", className=f"column-{name}")
        for name, text in names.items()
    ]
    bodies = []
    for group, members in groupby(view.statistics, key=lambda each: each.group):
        rows = [_row(each, names) for each in members]
        bodies.append(html.Tbody([*_group(group, len(columns)), *rows], role="rowgroup"))
    table = html.Table(
        [html.Thead(html.Tr(heads, role="row"), role="rowgroup"), *bodies],
        className="plain-table statistics",
        role="table",
        **aria(labelledby="statistics-title"),
    )
    heading = html.H2(words.t("research.statistics"), id="statistics-title")
    yield html.Section([heading, table], className="panel", id="statistics")


def _any(view: ResearchView, part: str) -> bool:
    return any(getattr(each, part) for each in view.statistics)


def _group(name: str, columns: int) -> list[Component]:
    if not name:
        return []
    head = html.Th(name, colSpan=columns, scope="rowgroup", className="group", role="rowheader")
    return [html.Tr(head, role="row")]


def _row(each: Statistic, names: dict[str, str]) -> Component:
    told = {"value": each.text, "interval": each.interval, "about": each.about}
    cells = [
        html.Td(told[name], role="cell", className=f"column-{name}", **{"data-label": label})
        for name, label in names.items()
        if name in told
    ]
    return html.Tr([html.Th(each.label, scope="row", role="rowheader"), *cells], role="row")


def _reading(view: ResearchView) -> Iterator[Component]:
    """How it must not be read, what counts, and what signs mean."""
    parts: list[Component] = [html.P(said, className="caution") for said in view.cautions]
    parts += [*_left_out(view.left_out)]
    parts += [html.P(said) for said in view.notes]
    if parts:
        yield html.Div(parts, className="panel reading", id="reading")


def _left_out(said: tuple[str, ...]) -> Iterator[Component]:
    """How many figures count; by which rule and who was left out why, for who wants to know."""
    if not said:
        return
    rule, *rest = said
    summary, reasons = (rest[0], rest[1:]) if rest else (rule, [])
    inner: list[Component] = [html.P(rule)] if rest else []
    inner += [html.Ul([html.Li(reason) for reason in reasons])] if reasons else []
    yield html.Details([html.Summary(summary), *inner], id="left-out", className="unfold")
