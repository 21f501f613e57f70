"""The program that gives the same numbers: to be read, copied, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.pages.research.links import program_file

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView

PROGRAM_TEXT = "program"
"""Id of the program."""


def program(bench: Bench, view: ResearchView) -> list[Component]:
    """A panel; none where a view has no program."""
    if view.code is None:
        return []
    words = bench.words
    name = words.t("research.code")
    copy = html.Button(
        words.t("api.copy"),
        type="button",
        className="scripted copy",
        **{"data-copy": PROGRAM_TEXT, "data-done": words.t("api.copied")},
        **aria(label=words.t("research.code.copy")),
    )
    text = html.Pre(
        html.Code(view.code(), id=PROGRAM_TEXT),
        tabIndex=0,
        role="region",
        **aria(labelledby="program-title"),
    )
    folded = html.Details(
        [
            html.Summary(html.H2(name, id="program-title")),
            html.P(words.t("research.code.about"), className="small"),
            text,
        ],
        id="program-fold",
        className="unfold",
    )
    files = html.Div([copy, program_file(bench)], className="downloads")
    return [html.Section([folded, files], className="panel foldable")]
