"""What a view tells in words and numbers: findings, statistics, cautions, what was left out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.research.places import part_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.research.view import ResearchView, Statistic


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
    heads = [
        html.Th(words.t(f"research.column.{name}"), scope="col") for name in ("statistic", "value")
    ]
    said = set[str]()
    # Those of all come before those of parts, so that none seems to be of the part above it.
    found = sorted(view.statistics, key=lambda each: bool(each.group))
    bodies = [
        html.Tbody([*_group(group, words), *(_row(each, said) for each in members)])
        for group, members in groupby(found, key=lambda each: each.group)
    ]
    table = html.Table(
        [html.Thead(html.Tr(heads)), *bodies],
        className="statistics",
        **aria(labelledby="statistics-title"),
    )
    heading = html.H2(words.t("research.statistics"), id="statistics-title")
    yield html.Section([heading, table], className="panel", id="statistics")


def _group(group: str, words: Language) -> list[Component]:
    if not group:
        return []
    name = part_text(group, words)
    return [html.Tr(html.Th(name, colSpan=2, scope="rowgroup", className="group"))]


def _row(each: Statistic, said: set[str]) -> Component:
    """What it is called and tells, if that was not `said` above, its value and interval."""
    about = [html.Span(each.about, className="small")] if {each.about} - said - {""} else []
    said.add(each.about)
    interval = [html.Span(each.interval, className="small")] if each.interval else []
    return html.Tr(
        [html.Th([each.label, *about], scope="row"), html.Td([html.B(each.text), *interval])]
    )


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
