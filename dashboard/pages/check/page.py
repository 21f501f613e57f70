"""The page where a clerk has a filled-in form checked, and takes an empty one away.

The file is sent by the page's script to the address in routes.py, which answers with the report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.field import Input
from dashboard.frame.page import Content, Page
from dashboard.frame.places import CHECK_SLUGS
from dashboard.frame.rendering import data_block
from dashboard.pages.check.receiving import MOST_BYTES
from dashboard.pages.check.routes import add_routes
from data.catalog import YEARS
from data.forms.checking.sent import LONGEST
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

KINDS = ".xlsx,.xlsm,.ods,.xls,.csv"
"""Endings of the files that can be checked."""


def layout(atlas: Atlas, words: Language, query: str) -> Content:  # noqa: ARG001 - one view
    """The place for the file, the empty form, and where the report will stand."""
    title, sentence = words.t("page.check.title"), words.t("page.check.description")
    body = html.Div(
        [
            html.H1(title),
            html.P(sentence),
            html.Div([_empty_form(words), _drop(words)], className="check-ways"),
            html.Section(
                id="check-result", className="panel check-result", hidden=True,
                **aria(labelledby="verdict"),
            ),
            data_block("check-frame", orjson.dumps(frame(words))),
        ],
        className="stack",
    )  # fmt: skip
    return Content(body, title, sentence)


def frame(words: Language) -> dict[str, Any]:
    """What the script needs: where to send, how much, and what to say."""
    size = words.number(MOST_BYTES / 1e6)
    return {
        "code": words.code,
        "most": MOST_BYTES,
        "checking": words.t("check.checking"),
        "checked": words.t("check.checked"),
        "preparing": words.t("check.preparing"),
        "ready": words.t("check.ready"),
        "one": words.t("check.one"),
        "lost": words.t("check.lost"),
        "large": words.t("check.too_large", size=size),
        "mark": words.t("check.mark"),
        "unchosen": words.t("check.form.unchosen"),
    }


def _drop(words: Language) -> Component:
    """Where a file is dropped or chosen."""
    size = words.number(MOST_BYTES / 1e6)
    limits = words.t("check.drop.limits", size=size, seconds=words.number(LONGEST))
    return html.Section(
        [
            html.H2(words.t("check.drop.title"), id="check-drop-title"),
            html.Div(
                [
                    html.P(words.t("check.drop.text"), id="check-drop-text"),
                    html.P(
                        [
                            Input(
                                type="file",
                                id="check-file",
                                className="visually-hidden",
                                accept=KINDS,
                                **aria(describedby="check-drop-text check-limits"),
                            ),
                            html.Label(
                                words.t("check.drop.choose"),
                                htmlFor="check-file",
                                className="check-button",
                            ),
                        ],
                        className="scripted",
                    ),
                    html.P(words.t("check.drop.unscripted"), className="unscripted"),
                ],
                id="check-drop",
                className="check-drop",
            ),
            html.P(id="check-status", className="check-status", role="status"),
            html.P(id="check-problem", className="check-problem", role="alert"),
            html.P(
                [limits, " ", words.t("check.drop.kept")], id="check-limits", className="source"
            ),
        ],
        className="panel",
        **aria(labelledby="check-drop-title"),
    )


def _empty_form(words: Language) -> Component:
    """Municipality and year, sent to the download as any plain form is."""
    places = [html.Option(words.name(each, "full"), value=each.code) for each in municipalities()]
    years = [
        html.Option(str(year), value=str(year)) for year in range(YEARS[-1] + 1, YEARS[0] - 1, -1)
    ]
    unchosen = html.Option(words.t("check.form.choose"), value="")
    return html.Section(
        [
            html.H2(words.t("check.form.title"), id="check-form-title"),
            html.P(words.t("check.form.text")),
            html.Form(
                [
                    _field("municipality", [unchosen, *places], words),
                    html.P(id="check-unchosen", className="check-problem", role="alert"),
                    _field("year", years, words),
                    html.Button(
                        words.t("check.form.take"), type="submit", className="check-button"
                    ),
                ],
                id="check-form",
                method="get",
                action=f"/download/{words.code}/form.xlsx",
                className="check-form",
            ),
        ],
        className="panel",
        **aria(labelledby="check-form-title"),
    )


def _field(name: str, options: list[Component], words: Language) -> Component:
    list_id = f"form-{name}"
    return html.Div(
        [
            html.Label(words.t(f"check.form.{name}"), htmlFor=list_id),
            html.Select(options, id=list_id, name=name, required=True),
        ],
        className="field",
    )


PAGE = Page("check", CHECK_SLUGS, 9, layout, routes=add_routes)
