"""The draft as one file of HTML that asks for nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from itertools import count
from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.frame import html
from dashboard.frame.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.analysis.document import (
        AnalysisDocument,
        AnalysisFigure,
        AnalysisSection,
        AnalysisTable,
    )

STYLE = """
:root{color-scheme:light;--muted:#4c5a67;--line:#d9dedc;--accent:#0f5c76;--target:#8a3b12}
body{margin:0 auto;max-width:56rem;padding:2rem 1.25rem 4rem;color:#10202e;background:#fff;
font:1.05rem/1.6 system-ui,"Segoe UI",Roboto,sans-serif}
h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem}h2{margin:3rem 0 .5rem;font-size:1.4rem}
a{color:var(--accent)}.muted,figcaption,caption,.notes{color:var(--muted)}
.demo{border:2px solid var(--target);color:var(--target);font-weight:700;padding:.4rem .7rem}
.intro{font-style:italic}figure{margin:1.5rem 0}
img{display:block;width:100%;height:auto;border:1px solid var(--line)}
figcaption,caption{font-size:.95rem;text-align:left;padding:.35rem 0}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.95rem;margin:1rem 0;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.3rem .6rem;text-align:left;vertical-align:top}
.notes{font-size:.9rem}nav ol{columns:2}
@media(max-width:40rem){nav ol{columns:1}}
@media print{body{max-width:none;font-size:10.5pt}figure,tr{break-inside:avoid}h2{break-after:avoid}
nav{display:none}}
"""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def analysis_html(document: AnalysisDocument) -> str:
    """The draft as a page: contents, summary, sections with pictures and tables."""
    figures, tables = count(1), count(1)
    sections = [_section(each, document, figures, tables) for each in document.sections]
    demo = [html.P(document.demo, className="demo")] if document.demo else []
    body = html.Main(
        [
            html.H1(document.title),
            html.P(document.kind, className="muted"),
            *demo,
            html.H2(document.summary_heading, id="summary"),
            html.Ul([html.Li(text) for text in document.summary]),
            html.Nav(
                html.Ol(
                    [
                        html.Li(html.A(each.heading, href=f"#{each.id}"))
                        for each in document.sections
                    ]
                ),
                **{"aria-label": document.title},
            ),
            *sections,
        ]
    )
    title = Markup.escape(document.title)
    return Markup(
        '<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<title>{title}</title><link rel="icon" href="data:,"><style>{style}</style></head>'
        "<body>{body}</body></html>\n"
    ).format(
        lang=document.language,
        policy=POLICY,
        title=title,
        style=Markup(STYLE),  # noqa: S704 - our own
        body=render(body),
    )


def _section(
    section: AnalysisSection,
    document: AnalysisDocument,
    figures: Iterator[int],
    tables: Iterator[int],
) -> Component:
    notes = [html.Div([html.P(text) for text in section.notes], className="notes")]
    return html.Section(
        [
            html.H2(section.heading, id=section.id),
            html.P(section.intro, className="intro"),
            *(html.P(text) for text in section.paragraphs),
            *(_figure(each, next(figures), document) for each in section.figures),
            *(_table(each, next(tables), document) for each in section.tables),
            *(notes if section.notes else []),
        ]
    )


def _figure(figure: AnalysisFigure, number: int, document: AnalysisDocument) -> Component:
    coded = b64encode(figure.draw(False).encode()).decode()
    caption = document.figure_word.format(n=number, title=figure.title)
    return html.Figure(
        [
            html.Img(src=f"data:image/svg+xml;base64,{coded}", alt=figure.alternative),
            html.Figcaption(_marked(caption, figure.demo)),
        ]
    )


def _table(table: AnalysisTable, number: int, document: AnalysisDocument) -> Component:
    caption = document.table_word.format(n=number, title=table.title)
    return html.Div(
        html.Table(
            [
                html.Caption(_marked(caption, table.demo)),
                html.Thead(html.Tr([html.Th(text, scope="col") for text in table.head])),
                html.Tbody(
                    [
                        html.Tr(
                            [
                                html.Th(row[0], scope="row"),
                                *(html.Td(text) for text in row[1:]),
                            ]
                        )
                        for row in table.rows
                    ]
                ),
            ]
        ),
        className="scroll",
        tabIndex=0,
        role="region",
        **{"aria-label": caption},
    )


def _marked(caption: str, demo: str) -> str:
    return f"{caption}. {demo}" if demo else caption
