"""A table of words: on a narrow screen each row becomes a card, and stays a table to readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dash.development.base_component import Component


def plain_table(
    headings: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    labelled_by: str,
    header: int = 0,
    heads: Sequence[Component] = (),
    sorts: Mapping[str, str] | None = None,
) -> Component:
    """Rows under headings.

    Args:
        headings: One a column.
        rows: What each cell holds: text or components, as many as there are headings.
        labelled_by: Id of the heading that names the table.
        header: Number of the column that names its row.
        heads: What stands in the head instead of the bare headings.
        sorts: The `aria-sort` of each column, if the table can be sorted, empty where not by it;
            by the column's name, which the style sheet knows as `column-<name>`.
    """
    named = sorts or {str(number): "" for number in range(len(headings))}
    order = [aria(sort=sort) if sort else {} for sort in named.values()]
    classes = [f"column-{name}" if sorts else "" for name in named]
    # The roles say what the elements are anyway; they still hold where the style sheet lays cells
    # out as blocks, which takes a table's meaning away in browsers.
    return html.Table(
        [
            html.Thead(
                html.Tr(
                    [
                        html.Th(text, scope="col", role="columnheader", className=name, **how)
                        for text, how, name in zip(heads or headings, order, classes, strict=True)
                    ],
                    role="row",
                ),
                role="rowgroup",
            ),
            html.Tbody([_row(headings, row, header, classes) for row in rows], role="rowgroup"),
        ],
        className="plain-table",
        role="table",
        **aria(labelledby=labelled_by),
    )


def day(when: date) -> Component:
    """A day, short and unbroken."""
    return html.Time(f"{when:%Y-%m-%d}", dateTime=f"{when:%Y-%m-%d}", className="day")


def _row(
    headings: Sequence[str], row: Sequence[Any], header: int, classes: Sequence[str]
) -> Component:
    cells: list[Component] = []
    for number, (heading, cell) in enumerate(zip(headings, row, strict=True)):
        label: dict[str, Any] = {"data-label": heading, "className": classes[number]}
        if number == header:
            cells.append(html.Th(cell, scope="row", role="rowheader", **label))
        else:
            cells.append(html.Td(cell, role="cell", **label))
    return html.Tr(cells, role="row")
