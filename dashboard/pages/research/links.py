"""Links to what is taken away: pictures, tables, the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.downloads.table import KINDS
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchPicture, ResearchTable

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
PROGRAM = "code.py"


def picture_files(picture: ResearchPicture, bench: Bench) -> Component:
    """A picture as SVG and as PNG, both drawn by the server."""
    return _files(picture, TYPES, "commitments.download", bench)


def table_files(table: ResearchTable, bench: Bench) -> Component:
    """A table as CSV and as XLSX."""
    return _files(table, KINDS, "research.download.table", bench)


def _files(
    taken: ResearchPicture | ResearchTable, kinds: Iterable[str], label: str, bench: Bench
) -> Component:
    named = {kind: bench.words.t(label, what=taken.heading, kind=kind.upper()) for kind in kinds}
    links = [_link(f"{taken.id}.{kind}", kind.upper(), name, bench) for kind, name in named.items()]
    return html.Div(links, className="downloads")


def program_file(bench: Bench) -> Component:
    """The program as a file."""
    return _link(PROGRAM, "PY", f"{bench.words.t('research.code')}: {PROGRAM}", bench)


def _link(file: str, text: str, label: str, bench: Bench) -> Component:
    """A file of exactly this view: of its year, whatever year is the newest some day."""
    address = f"/download/{bench.words.code}/research/{file}?{bench.query(year=bench.year)}"
    return html.A(text, href=address, download=True, **aria(label=label))
