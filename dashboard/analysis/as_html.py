"""The draft as one file of HTML that asks for nothing but itself."""

from __future__ import annotations

import re
from base64 import b64encode
from itertools import count
from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.analysis.page_style import STYLE
from dashboard.frame import html
from dashboard.frame.rendering import render
from dashboard.language.unbroken import unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.analysis.document import (
        AnalysisDocument,
        AnalysisFigure,
        AnalysisPart,
        AnalysisSection,
        AnalysisTable,
    )

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def analysis_html(document: AnalysisDocument) -> str:
    """The draft as a page: summary, contents, sections with pictures and tables."""
    figures, tables = count(1), count(1)
    sections = [
        _section(number, each, document, figures, tables)
        for number, each in enumerate(document.sections, 1)
    ]
    demo = [html.P(document.demo, className="demo")] if document.demo else []
    body = html.Main(
        [
            html.H1(document.title),
            html.P(document.kind, className="muted"),
            *demo,
            html.Section(
                [
                    html.H2(document.summary_heading, id="summary", className="plain"),
                    html.Ul([html.Li(text) for text in document.summary]),
                ],
                className="summary",
            ),
            _contents(document),
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
        body=Markup(unbroken(render(body))),  # noqa: S704 - spaces alone are others
    )


def _contents(document: AnalysisDocument) -> Component:
    entries = [html.Li(html.A(each.heading, href=f"#{each.id}")) for each in document.sections]
    return html.Nav(
        [html.H2(document.contents_heading, id="contents", className="plain"), html.Ol(entries)],
        **{"aria-labelledby": "contents"},
    )


def _section(
    number: int,
    section: AnalysisSection,
    document: AnalysisDocument,
    figures: Iterator[int],
    tables: Iterator[int],
) -> Component:
    notes = [html.P(" ".join(section.notes), className="notes")] if section.notes else []
    return html.Section(
        [
            html.H2(f"{number}. {section.heading}", id=section.id),
            html.P(section.intro, className="intro"),
            *(shown for part in section.parts for shown in _part(part, document, figures, tables)),
            *notes,
        ]
    )


def _part(
    part: AnalysisPart, document: AnalysisDocument, figures: Iterator[int], tables: Iterator[int]
) -> Iterator[Component]:
    if part.heading:
        yield html.H3(part.heading)
    yield from (html.P(text) for text in part.paragraphs)
    yield from (_figure(each, next(figures), document) for each in part.figures)
    yield from (_table(each, next(tables), document) for each in part.tables)


def _figure(figure: AnalysisFigure, number: int, document: AnalysisDocument) -> Component:
    coded = b64encode(figure.draw(False).encode()).decode()
    caption = document.figure_word.format(n=number, title=figure.title)
    picture = html.Img(src=f"data:image/svg+xml;base64,{coded}", alt=figure.alternative)
    return html.Figure(
        [_scrolled(picture, caption), html.Figcaption(_marked(caption, figure.demo))]
    )


def _table(table: AnalysisTable, number: int, document: AnalysisDocument) -> Component:
    caption = document.table_word.format(n=number, title=table.title)
    looks = [{"className": "number"} if numeric else {} for numeric in table.numeric]
    head = zip(table.head, looks, strict=True)
    return _scrolled(
        html.Table(
            [
                html.Caption(_marked(caption, table.demo)),
                html.Thead(html.Tr([html.Th(text, scope="col", **look) for text, look in head])),
                html.Tbody([_row(row, looks) for row in table.rows]),
            ]
        ),
        caption,
    )


def _row(row: tuple[str, ...], looks: list[dict[str, str]]) -> Component:
    cells = zip(row[1:], looks[1:], strict=True)
    return html.Tr(
        [
            html.Th(row[0], scope="row"),
            *(html.Td(text, **(look or _dated(text))) for text, look in cells),
        ]
    )


def _dated(text: str) -> dict[str, str]:
    """Keeps a day on one line."""
    return {"className": "date"} if DAY.fullmatch(text) else {}


def _scrolled(shown: Component, name: str) -> Component:
    """What may be wider than a phone, moved by keyboard too."""
    return html.Div(shown, className="scroll", tabIndex=0, role="region", **{"aria-label": name})


def _marked(caption: str, demo: str) -> list[Component | str]:
    if not demo:
        return [caption]
    return [f"{caption.removesuffix('.')}. ", html.Span(demo, className="demo")]
