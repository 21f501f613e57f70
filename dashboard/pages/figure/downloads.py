"""The rows behind a figure as a file, each with its file, sheet and cells."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import KINDS, table_file
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import FIGURE_SLUGS
from dashboard.frame.source_line import source_text
from dashboard.indicators.remarks import remark_text
from dashboard.indicators.sources import source_ids
from dashboard.pages.figure.origins import Origins
from data.asking.trace import figure_rows
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from dash.development.base_component import Component
    from fastapi import Response

    from dashboard.pages.figure.view import FigureView
    from data.asking.trace import FigureRow

UNTOLD = {"from_file", "from_rows"}


def download_links(view: FigureView) -> Component:
    """Links to the rows, or of the country to its municipalities."""
    words, (_, _, query) = view.words, view.path().partition("?")
    what = words.t("figure.rows" if view.place else "figure.municipalities")
    return html.Div(
        [
            html.A(
                kind.upper(),
                href=f"/download/{words.code}/figure.{kind}?{query}",
                download=True,
                **aria(label=words.t("commitments.download", what=what, kind=kind.upper())),
            )
            for kind in KINDS
        ],
        className="downloads",
    )


def file_of(kind: str, query: str, site: str, view: FigureView) -> Response:
    """The rows, or of the country its municipalities, as CSV or XLSX."""
    choice, words = read_file_choice(query), view.words
    table = all_rows(view) if view.place else view.terms.reset_index(drop=True)
    said = " · ".join(remark_text(each, words) for each in view.remarks)
    remarks = {words.t("remark.label"): said} if said else {}
    about = {
        words.t("file.sentence"): view.sentence,
        words.t("file.source"): source_line(view),
        **remarks,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): view.atlas.store.version,
        words.t("figure.address"): words.t(
            "figure.taken", date=datetime.now(UTC).date(), address=f"{site}{view.path()}"
        ),
    }
    where = view.state.municipality or "lt"
    name = f"savivalda-{FIGURE_SLUGS[words.code]}-{view.indicator.id}-{where}-{view.year}"
    return table_file(kind, "-".join([name, *choice.named]), table, about, words, choice.dialect)


def all_rows(view: FigureView) -> pd.DataFrame:
    """Every row behind the figure of a municipality, in columns that last.

    Returns:
        The columns of the table, amounts as they are; numerator and denominator: what the row
        adds; once: what it counts once by; file, sheet, rows, cells (`column=E12`, parted by
        spaces): where it was read from; demo: it is invented; corrected: what was corrected of it.
    """
    rows = figure_rows(view.atlas.store, view.figure)
    origins = Origins(view.atlas.store, view.indicator.table, rows)
    return pd.DataFrame([_row(row, origins, view) for row in rows]).convert_dtypes()


def _row(row: FigureRow, origins: Origins, view: FigureView) -> dict[str, Any]:
    read = {name: origins.cells(name, row) for name in row if name not in UNTOLD}
    cells = " ".join(f"{name}={','.join(found)}" for name, found in read.items() if found)
    return {
        **{name: value for name, value in row.items() if name not in UNTOLD},
        "file": row["from_file"],
        "sheet": origins.sheet(row) or None,
        "rows": row["from_rows"],
        "cells": cells or None,
        "demo": bool(view.own["demo"]),
    }


def source_line(view: FigureView) -> str:
    """What the figure rests on."""
    return source_text(source_ids_of(view), view.atlas, view.words)


def source_ids_of(view: FigureView) -> tuple[str, ...]:
    """The sources that it rests on."""
    among = view.shown.there.copy()
    among[[row for row in range(len(view.shown.years)) if row != view.row]] = False
    if view.place:
        among[:, [at for at in range(among.shape[1]) if at != view.at]] = False
    else:
        among &= view.shown.counted
    return source_ids(view.shown, among)
