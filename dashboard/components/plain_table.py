"""A table of words: on a narrow screen each row becomes a card, and stays a table to readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.components.aria import aria

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dash.development.base_component import Component


def plain_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    labelled_by: str,
    header: int = 0,
    heads: Sequence[Component] = (),
    sorts: Sequence[str] = (),
) -> Component:
    """Rows under headings.

    Args:
        headings: One a column.
        rows: What each cell holds: text or components, as many as there are headings.
        labelled_by: Id of the heading that names the table.
        header: Number of the column that names its row.
        heads: What stands in the head instead of the bare headings.
        sorts: The `aria-sort` of each column, if the table can be sorted.
    """
    order = [aria(sort=sort) for sort in sorts] or [{}] * len(headings)
    # The roles say what the elements are anyway; they still hold where the style sheet lays cells
    # out as blocks, which takes a table's meaning away in browsers.
    return html.Table(
        [
            html.Thead(
                html.Tr(
                    [
                        html.Th(text, scope="col", role="columnheader", **how)
                        for text, how in zip(heads or headings, order, strict=True)
                    ],
                    role="row",
                ),
                role="rowgroup",
            ),
            html.Tbody([_row(headings, row, header) for row in rows], role="rowgroup"),
        ],
        className="plain-table",
        role="table",
        **aria(labelledby=labelled_by),
    )


def day(when: date) -> Component:
    """A day, short and unbroken."""
    return html.Time(f"{when:%Y-%m-%d}", dateTime=f"{when:%Y-%m-%d}", className="day")


def _row(headings: Sequence[str], row: Sequence[Any], header: int) -> Component:
    cells: list[Component] = []
    for number, (heading, cell) in enumerate(zip(headings, row, strict=True)):
        label: dict[str, Any] = {"data-label": heading}
        if number == header:
            cells.append(html.Th(cell, scope="row", role="rowheader", **label))
        else:
            cells.append(html.Td(cell, role="cell", **label))
    return html.Tr(cells, role="row")
