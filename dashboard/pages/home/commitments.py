"""How the state keeps its commitments: the newest plans' statuses, and the target in a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_word, whole_text
from dashboard.commitments.marks import mark
from dashboard.commitments.promise import promise_title, target_text
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.shell import demo_badge
from dashboard.frame.source_line import source_text
from dashboard.language.unbroken import unbroken
from dashboard.overview.facts import ended
from dashboard.overview.promised import (
    plan_name,
    plan_path,
    plan_sentence,
    reached_sentence,
    target_path,
)

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.commitments.model import Status
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.overview.overview import Overview
    from dashboard.overview.promised import PromisedTarget


def commitments(overview: Overview) -> Component:
    """The newest plans and the target."""
    words, target = overview.words, overview.target
    return html.Section(
        [
            html.H2(words.t("home.commitments.title"), id="promises-title"),
            *(part for plan in overview.plans for part in _plan(plan)),
            *(_target(target, overview) if target else []),
            html.P(source_text(["commitments"], overview.atlas, words), className="source"),
        ],
        className="panel home-commitments",
        **aria(labelledby="promises-title"),
    )


def _plan(view: PlanView) -> list[Component]:
    """What became of the plan, its name a link, and its commitments as marks by their status."""
    named = plan_name(view)
    said = plan_sentence(view).removeprefix(named)
    groups = [_group(status, view) for status, count in view.counts.items() if count]
    return [
        html.P([html.A(named, href=plan_path(view)), said], className="plan-said"),
        html.Ul(groups, className="home-marks"),
    ]


def _group(status: Status | None, view: PlanView) -> Component:
    """The commitments with a status: a mark each, which leads to it, and the status in words."""
    marks = [_mark(each, view) for each in view.found if each.status == status]
    return html.Li([*marks, html.Span(status_word(status, view.words), className="status-word")])


def _mark(found: Standing, view: PlanView) -> Component:
    title = whole_text(found.commitment.title, view.words)
    path = f"{view.path}/{found.commitment.key}"
    name = f"{title}: {status_word(found.status, view.words)}"
    return html.A(mark(found.status), href=path, title=title, **aria(label=name))


def _target(target: PromisedTarget, overview: Overview) -> list[Component]:
    """The target, and how many municipalities reached it."""
    words, promise = overview.words, target.promise
    title = html.A(promise_title(promise, words), href=target_path(target, words))
    wanted = ended(target_text(promise, words))
    invented = [" ", demo_badge(words)] if target.last and target.last.demo else []
    source = source_text(target.sources, overview.atlas, words) if target.sources else ""
    return [
        html.P([title, ". ", unbroken(wanted)]),
        html.P([html.Strong(unbroken(reached_sentence(target, words))), *invented]),
        html.P(source, className="source"),
    ]
