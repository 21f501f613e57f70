"""Do it yourself: a query and a program that give just this number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from data.asking.snippets import python_snippet, sql_snippet

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.figure.view import FigureView


def oneself(view: FigureView) -> list[Component]:
    """Both, and the file that they are for."""
    words = view.words
    files = {file.kind: file for file in view.atlas.files()}
    database = files.get("duckdb")
    link = [html.A(database.name, href=f"/data/{database.name}", download=True)] if database else []
    snippets = {"sql": sql_snippet(view.figure), "python": python_snippet(view.figure)}
    return [
        html.P([words.t("figure.oneself.about"), " ", *link]),
        *(
            html.Details(
                [
                    html.Summary(words.t(f"figure.oneself.{name}")),
                    html.Pre(
                        html.Code(text),
                        tabIndex=0,
                        **aria(label=words.t(f"figure.oneself.{name}")),
                    ),
                ],
                id=f"oneself-{name}",
                className="fold",
            )
            for name, text in snippets.items()
        ),
    ]
