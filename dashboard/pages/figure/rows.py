"""The rows behind a figure: what each says, what it adds, and the cells that it was read from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import competition_path, recipient_path
from dashboard.frame.plain_table import plain_table
from dashboard.pages.figure.origins import Origins

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.figure.view import FigureView
    from data.asking.trace import FigureRow

COLUMNS = {
    "allocation": ("entity", "area", "how"),
    "competition": ("competition", "area", "applications", "funded", "awarded"),
    "service": ("service", "area", "provider_kind", "transfer_stage"),
    "openness": ("ngo_council", "meetings", "ngo_share", "open_budget", "published_results"),
}
"""What is told of the rows of each table; the first names the row, but of openness."""

TOGETHER = {"entity": ("entity", "recipient_kind"), "how": ("mode", "programme", "financing")}
"""Columns that are told in one."""

ADDED = {"allocation": "executed"}
"""The column of a table whose cell is what a row adds, where there is one."""

CODES = {
    "recipient_kind": "recipient_kind",
    "area": "policy_area",
    "mode": "award_mode",
    "financing": "financing",
    "service": "service",
    "provider_kind": "provider_kind",
    "transfer_stage": "transfer_stage",
}
"""The code list of a column."""

PRIVATE = "private"
COMPETITION = ("competition", "programme")
"""Where a competition's name stands: in its own table, and in payments whose mode is called so."""
MOST_CELLS = 3
"""Cells of one value that are named; the file of all rows has the others."""


def rows_table(view: FigureView) -> Component:
    """A table of the rows of the page, and what all of them come to."""
    table, words = view.indicator.table, view.words
    columns, parts = COLUMNS[table], parts_of(view)
    told = _RowsTold(view)
    body = [
        [
            *(told.cell(column, row) for column in columns),
            *(told.added(part, row) for part in parts),
            told.origin(row),
        ]
        for row in view.rows
    ]
    sums = {"numerator": view.counted.numerator, "denominator": view.counted.denominator}
    whole = [html.Strong(told.number(part, sums[part])) for part in parts]
    blank = [""] * (len(columns) - 1)
    body.append([html.Strong(words.t("figure.rows.sum")), *blank, *whole, ""])
    names = [*columns, *(f"to_{part}" for part in parts), "origin"]
    heads = [words.t(f"figure.column.{name}") for name in names]
    return plain_table(heads, body, labelled_by="rows-title", sorts=dict.fromkeys(names, ""))


def parts_of(view: FigureView) -> tuple[str, ...]:
    """To which parts of the figure rows add."""
    return ("numerator", "denominator") if view.indicator.rate else ("numerator",)


def pager(view: FigureView) -> list[Component]:
    """Leads to the other pages of rows."""
    words = view.words
    if view.pages == 1:
        return []
    steps = {"before": view.page - 1, "after": view.page + 1}
    links = [
        html.A(
            words.t(f"figure.rows.{name}"),
            href=f"{view.path(page=number)}#rows",
            id=f"rows-{name}",
            **{"data-stay": ""},
        )
        for name, number in steps.items()
        if 1 <= number <= view.pages
    ]
    said = words.t("figure.rows.page", page=view.page, pages=view.pages)
    label = aria(label=words.t("figure.rows.pages"))
    return [html.Nav([html.Span(said), *links], className="pager", **label)]


class _RowsTold:
    """Rows in words, with their cells."""

    def __init__(self, view: FigureView) -> None:
        self.view, self.words = view, view.words
        self.origins = Origins(view.atlas.store, view.indicator.table, view.rows)
        self.names = view.names(view.rows)
        self.competitions = view.competitions
        self.labels = {
            column: view.atlas.labels(codes, view.words) for column, codes in CODES.items()
        }

    def cell(self, column: str, row: FigureRow) -> list[Any]:
        """A value or several, each with the cells that it was read from."""
        return [
            html.Div([self._value(name, row), *self._read_from(name, row)])
            for name in TOGETHER.get(column, (column,))
            if row[name] is not None or name == column
        ]

    def added(self, part: str, row: FigureRow) -> list[Any]:
        """What a row adds, with the cell if it is what stands in one."""
        column = ADDED.get(self.view.indicator.table)
        number = self.number(part, row[part])
        if column is None or not row[part] or row["once"] is not None:
            return [number]
        return [number, *self._read_from(column, row), *self._corrected(column, row)]

    def origin(self, row: FigureRow) -> Any:
        """The file and sheet of a row; that it is invented."""
        words = self.words
        if row["from_file"] is None:
            demo = bool(self.view.own["demo"])
            return words.t("figure.origin.demo" if demo else "figure.origin.unknown")
        file = self.view.files.get(row["from_file"], {})
        sheet = self.origins.sheet(row)
        said = [words.t("figure.origin.sheet", sheet=sheet), " "] if sheet else []
        code = html.Code(str(row["from_file"])[:8])
        return [file_text(file, self.view), html.Small([*said, code])]

    def number(self, part: str, number: Any) -> str:
        """What is added to a part of the figure."""
        if number is None:
            return "–"
        indicator = self.view.indicator
        money = indicator.in_money if part == "numerator" else indicator.share_of_money
        if money:
            return self.words.money(float(number), 2)
        return self.words.number(float(number))

    def _value(self, column: str, row: FigureRow) -> Any:
        value, words = row[column], self.words
        if value is None:
            return "–"
        if column == "entity":
            if value == PRIVATE:
                return words.t("person.private")
            return html.A(self.names.get(value, value), href=recipient_path(value, words))
        if column == COMPETITION[0] or (column == COMPETITION[1] and row["mode"] == COMPETITION[0]):
            key = self.competitions.get(value)
            return html.A(value, href=competition_path(key, words)) if key else value
        if column in CODES:
            return self.labels[column].get(value, value)
        return self._plain(column, value)

    def _plain(self, column: str, value: Any) -> str:
        words = self.words
        if isinstance(value, bool):
            return words.t("file.yes" if value else "file.no")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Decimal):
            return (
                words.percent(float(value))
                if column == "ngo_share"
                else words.money(float(value), 2)
            )
        return words.number(value) if isinstance(value, int) else str(value)

    def _read_from(self, column: str, row: FigureRow) -> list[Component]:
        found = self.origins.cells(column, row)
        if not found:
            return []
        more = [self.words.n("figure.cells.more", len(found) - MOST_CELLS)]
        said = [*found[:MOST_CELLS], *(more if len(found) > MOST_CELLS else [])]
        return [html.Small(", ".join(said), className="cells")]

    def _corrected(self, column: str, row: FigureRow) -> list[Component]:
        """What was corrected of a value: what it was, what it is, why."""
        return [
            html.Small(correction_text(each, self.view), className="corrected")
            for each in self.view.corrections
            if each["column"] == column and is_of(each, row)
        ]


def file_text(file: dict[str, Any], view: FigureView) -> str:
    """What a file is: a form of which year, a published table, or transfers; when it came."""
    words = view.words
    if not file:
        return words.t("figure.origin.unknown")
    received = f"{file['received_on']:%Y-%m-%d}"
    if file["kind"] == "table":
        return words.t("figure.origin.table", name=file["name"], received=received)
    return words.t(f"figure.origin.{file['kind']}", year=int(file["year"]), received=received)


def correction_text(correction: dict[str, Any], view: FigureView) -> str:
    """What was corrected, in a line."""
    before, after = (
        "–" if pd.isna(correction[name]) else correction[name] for name in ("before", "after")
    )
    return view.words.t("figure.corrected", before=before, after=after, reason=correction["reason"])


def is_of(correction: dict[str, Any], row: FigureRow) -> bool:
    """Whether a correction is of a row: all columns of its key say the same."""
    pairs = (part.partition("=") for part in str(correction["key"]).split(";"))
    return all(str(row.get(column.strip(), "")) == value.strip() for column, _, value in pairs)
