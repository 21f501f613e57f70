"""Links to what is taken away: pictures, tables, the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.downloads.table import KINDS
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchPicture, ResearchTable

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
PROGRAM = "code.py"


def picture_files(picture: ResearchPicture, bench: Bench) -> Component:
    """A picture as SVG and as PNG, both drawn by the server."""
    label = bench.words.t
    links = [
        _link(
            f"{picture.id}.{kind}",
            kind.upper(),
            label("commitments.download", what=picture.heading, kind=kind.upper()),
            bench,
        )
        for kind in TYPES
    ]
    return html.Div(links, className="downloads")


def table_files(table: ResearchTable, bench: Bench) -> Component:
    """A table as CSV and as XLSX."""
    label = bench.words.t
    links = [
        _link(
            f"{table.id}.{kind}",
            kind.upper(),
            label("research.download.table", what=table.heading, kind=kind.upper()),
            bench,
        )
        for kind in KINDS
    ]
    return html.Div(links, className="downloads")


def program_file(bench: Bench) -> Component:
    """The program as a file."""
    return _link(PROGRAM, "PY", f"{bench.words.t('research.code')}: {PROGRAM}", bench)


def _link(file: str, text: str, label: str, bench: Bench) -> Component:
    """A file of exactly this view: of its year, whatever year is the newest some day."""
    address = f"/download/{bench.words.code}/research/{file}?{bench.query(year=bench.year)}"
    return html.A(text, href=address, download=True, **aria(label=label))
