"""What a view tells in words and numbers: findings, statistics, cautions, what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.pages.research.statistics import statistics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.research.view import ResearchView


def told(view: ResearchView, words: Language) -> list[Component]:
    """Panels, as many as there is something to tell in."""
    found = [*_findings(view, words), *statistics(view, words)]
    return [*found, *_reading(view)]


def _findings(view: ResearchView, words: Language) -> Iterator[Component]:
    if view.findings:
        listed = html.Ul([html.Li(said) for said in view.findings], className="findings")
        heading = html.H2(words.t("research.findings"), id="findings-title")
        yield html.Section([heading, listed], className="panel", id="findings")


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
