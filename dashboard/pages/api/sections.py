"""What the interface is like: examples, parameters, answers, problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.plain_table import plain_table
from dashboard.frame.problem import PROBLEMS
from dashboard.pages.api.examples import EXAMPLES, HERE, written

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.api.examples import ApiExample

PARAMS = ("lang", "format", "fields", "sort", "limit", "cursor", "version")
ANSWERS = ("rows", "mark", "empty", "files", "pages", "keeping", "limits", "others")
"""What there is to know of answers: `api.answers.<name>`."""


def examples(atlas: Atlas, words: Language) -> list[Component]:  # noqa: ARG001 - one for all data
    """Each with what it shows, to be copied."""
    return [html.P(words.t("api.examples.here")), *(_example(each, words) for each in EXAMPLES)]


def _example(example: ApiExample, words: Language) -> Component:
    name = f"example-{example.id}"
    said = words.t(f"api.example.{example.id}")
    before, *after = written(example, words.code).split(HERE)
    code: list[Component | str] = [before]
    for text in after:
        code += [html.Span(HERE, className="atlas-here"), text]
    copy = html.Button(
        words.t("api.copy"),
        type="button",
        className="scripted copy",
        **{"data-copy": name, "data-done": words.t("api.copied")},
        **aria(label=f"{words.t('api.copy')}: {said} ({example.kind})"),
    )
    return html.Figure(
        [
            html.Figcaption([html.Span([said, " ", html.B(example.kind)]), copy]),
            html.Pre(
                html.Code(code, id=name),
                tabIndex=0,
                role="region",
                **aria(label=f"{said} ({example.kind})"),
            ),
        ],
        className="example",
    )


def params(atlas: Atlas, words: Language) -> list[Component]:  # noqa: ARG001 - one for all data
    """What every table takes."""
    rows = [[html.Code(name), words.t(f"api.param.{name}")] for name in PARAMS]
    column = html.I(words.t("api.params.column"))
    rows = [
        [column, words.t("api.params.filter")],
        [[column, html.Code("_from"), ", ", column, html.Code("_to")], words.t("api.params.bound")],
        *rows,
    ]
    headings = [words.t("api.params.name"), words.t("api.params.about")]
    return [
        html.P(words.t("api.params.explained")),
        plain_table(headings, rows, labelled_by="params-title"),
    ]


def answers(atlas: Atlas, words: Language) -> list[Component]:  # noqa: ARG001 - one for all data
    """What answers are like, and how long they may be kept."""
    items = [
        html.Div([html.Dt(words.t(f"api.answers.{name}.title")),
                  html.Dd(words.t(f"api.answers.{name}.text"))])
        for name in ANSWERS
    ]  # fmt: skip
    return [html.Dl(items, className="told")]


def problems(atlas: Atlas, words: Language) -> list[Component]:  # noqa: ARG001 - one for all data
    """What can go wrong; each address of a kind leads here."""
    rows = [
        [
            html.Span(str(status), id=f"problem-{kind}"),
            words.t(f"api.problem.{kind}.title"),
            words.t(f"api.mend.{kind}"),
        ]
        for kind, status in sorted(PROBLEMS.items(), key=lambda item: item[1])
    ]
    headings = [words.t(f"api.problems.{name}") for name in ("status", "what", "mend")]
    return [
        html.P(words.t("api.problems.explained")),
        plain_table(headings, rows, labelled_by="problems-title"),
    ]
