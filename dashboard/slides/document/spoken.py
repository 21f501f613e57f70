"""What a slide shows as words and tables, for those who hear it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from dashboard.slides.content import (
    MapBody,
    NumberBody,
    SourcesBody,
    SpokenTable,
    TableBody,
    WordsBody,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.slides.content import Slide

TABLE = Markup("<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}")
END = Markup("</tbody></table>")
COLUMN = Markup('<th scope="col">{}</th>')
FIRST = Markup('<th scope="row">{}</th>')
FIGURE = Markup("<td>{}</td>")
ROW = Markup("<tr>{}</tr>")
PARAGRAPH = Markup("<p>{}</p>")
LINK = Markup('<p><a href="{address}" tabindex="-1">{address}</a></p>')


def spoken(slide: Slide) -> Markup:
    """The same as a slide's picture."""
    body = slide.body
    if isinstance(body, MapBody) and slide.table:
        year = body.years[body.now]
        names = (place.name for place in body.places)
        head = (slide.table.head[0], year.label)
        return _table(SpokenTable(slide.title, head, tuple(zip(names, year.told, strict=True))))
    if slide.table:
        return _table(slide.table)
    if isinstance(body, TableBody):
        rows = tuple(tuple(cell.spoken or cell.text for cell in row) for row in body.rows)
        return _table(SpokenTable(slide.title, body.head, rows)) + _paragraphs([body.rest])
    if isinstance(body, NumberBody):
        beside = (f"{label}: {figure}" for figure, label in body.beside)
        return _paragraphs([f"{body.figure}: {body.label}", *beside])
    if isinstance(body, WordsBody):
        return _paragraphs([body.heading, *body.lines])
    if isinstance(body, SourcesBody):
        link = LINK.format(address=body.address) if body.address else Markup()
        return _paragraphs(body.paragraphs) + link
    return Markup()


def _table(table: SpokenTable) -> Markup:
    head = Markup().join(map(COLUMN.format, table.head))
    rows = Markup().join(
        ROW.format(FIRST.format(first) + Markup().join(map(FIGURE.format, rest)))
        for first, *rest in table.rows
    )
    return TABLE.format(caption=table.caption, head=head, rows=rows) + END


def _paragraphs(texts: Iterable[str]) -> Markup:
    return Markup().join(PARAGRAPH.format(text) for text in texts if text)
