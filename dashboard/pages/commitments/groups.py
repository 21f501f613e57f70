"""Completion across institutions and themes: a small bar each, parted by status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.marks import stacked_bar
from dashboard.commitments.standing import counts, grouped
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dash.development.base_component import Component

    from dashboard.commitments.model import Commitment, Plans
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language

NOBODY = ""
"""Stands for the institution where no source names one."""


def groups(view: PlanView) -> Component:
    """Two lists of bars; what belongs to two institutions is counted with both."""
    plans, words = view.plans, view.words
    names = {
        "institution": {**plans.institutions, NOBODY: words.t("commitments.no_institution")},
        "theme": plans.themes,
    }
    members: dict[str, Callable[[Commitment], Iterable[str]]] = {
        "institution": lambda item: item.institutions or (NOBODY,),
        "theme": lambda item: (item.theme,),
    }
    lists = []
    for name, labels in names.items():
        parts = grouped(view.found, members[name])
        rows = [
            _row(label, parts[key], plans, words) for key, label in labels.items() if key in parts
        ]
        lists.append(
            html.Section(
                [
                    html.H3(words.t(f"commitments.groups.{name}"), id=f"group-{name}"),
                    html.Ul(rows, className="group-list", **aria(labelledby=f"group-{name}")),
                    html.P(words.t(f"commitments.groups.{name}_note"), className="source"),
                ]
            )
        )
    return html.Div(lists, className="groups")


def _row(label: str, found: Sequence[Standing], plans: Plans, words: Language) -> Component:
    return html.Li(
        [
            html.Span(label, className="group-name"),
            html.Span(done_text(found, words), className="share"),
            stacked_bar(counts(found, plans.statuses), words),
        ]
    )


def done_text(found: Sequence[Standing], words: Language) -> str:
    """How many of them are done, or that nobody assessed any."""
    done = sum(1 for item in found if item.now and item.now.status.progress == 1)
    assessed = any(item.now for item in found)
    key = "commitments.done_of" if assessed else "commitments.unknown_of"
    return words.t(key, done=done, total=len(found))
