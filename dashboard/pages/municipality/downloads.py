"""What is taken away of a municipality's page: tables, the strip of an indicator, the sheet."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Response

from dashboard.charts.dots_plot import draw_dots
from dashboard.charts.png import png
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import LOOKS
from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import table_file
from dashboard.frame.places import place_path
from dashboard.indicators.selection import write_selection
from dashboard.indicators.series import axis_figure
from dashboard.indicators.writing import unit_label
from dashboard.pages.municipality.sheet import county_sheets, sheet_of
from dashboard.pages.municipality.table import plain, readable, standing_table
from dashboard.pages.municipality.why import why_sentence
from dashboard.peers.pictures import named_dots
from dashboard.sheets.pdf import sheets_pdf
from data.dataset.offered import LICENCE
from geo.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.frame.place_view import PlaceView
    from dashboard.language.i18n import Language

TYPES = {"png": "image/png", "svg": "image/svg+xml"}
STRIP_PX, ZOOM = (1600, 700), 2
"""Size of a strip in px, and pixels of a PNG to one of it."""


def table_of(kind: str, query: str, view: PlaceView) -> Response:
    """The page as CSV or XLSX, with peers, distances, unit, sources and licence.

    Raises:
        HTTPException: The query asks for a choice that there is not.
    """
    choice, table = read_file_choice(query), standing_table(view)
    written = plain(table, view) if choice.plain else readable(table, view)
    name = "-".join([_name(view), *choice.named])
    return table_file(kind, name, written, _about(view), view.words, choice.dialect)


def strip_of(indicator: str, ending: str, query: str, site: str, view: PlaceView) -> Response:
    """The strip of an indicator as a file, with all that explains it.

    Args:
        indicator: Its id.
        ending: One of `TYPES`.
        query: Of the address; `look=dark` for a dark ground.
        site: Where the atlas stands.
        view: What the page shows.
    """
    words, look = view.words, dict(parse_qsl(query)).get("look", "")
    own = place_path(view.place, words, view.query(year=view.standing.year, opened=indicator))
    taken = words.t("picture.taken", date=datetime.now(UTC).date(), address=f"{site}{own}")
    picture = named_dots(view.telling(indicator), view.wording(indicator, taken))
    options = ChartOptions(*STRIP_PX, look=look if look in LOOKS else "light")
    svg = draw_dots(picture, options, partial(axis_figure, words=words))
    name = f"{_name(view)}-{indicator}".replace("_", "-")
    body = png(svg, ZOOM) if ending == "png" else svg
    return _file(body, TYPES[ending], f"{name}.{ending}")


def sheet_file(view: PlaceView, site: str) -> Response:
    """The page as one A4 sheet.

    Raises:
        SheetsMissing: What sets sheets is not installed.
    """
    title = view.words.name(view.place, "full")
    body = sheets_pdf([sheet_of(view, site)], title=title)
    return _file(body, "application/pdf", f"{_name(view)}.pdf")


def sheets_file(atlas: Atlas, words: Language, codes: Sequence[str], site: str) -> Response:
    """The sheets of several municipalities in one file.

    Raises:
        SheetsMissing: What sets sheets is not installed.
    """
    name = write_selection(codes).replace(",", "-")
    body = county_sheets(atlas, words, codes, site)
    return _file(body, "application/pdf", f"savivalda-{name}.pdf")


def _file(body: bytes | str, kind: str, name: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-cache",
    }
    return Response(body, media_type=kind, headers=headers)


def _name(view: PlaceView) -> str:
    return f"savivalda-{slug(view.place, view.words.code)}-{view.standing.year}"


def _about(view: PlaceView) -> dict[str, str]:
    """The notes on a table."""
    words, state = view.words, view.standing.state
    weights = ", ".join(
        f"{words.t(f'peers.feature.{name}')} × {weight}" for name, weight in state.weights.items()
    )
    return {
        words.t("municipality.file.name"): words.name(view.place, "full"),
        words.t("municipality.file.money"): unit_label(state.unit, words),
        words.t("municipality.why"): why_sentence(view),
        words.t("municipality.file.weights"): weights,
        words.t("file.figures"): words.t(f"file.figures.{state.figures}"),
        words.t("file.source"): view.source,
        words.t("file.licence"): LICENCE,
        words.t("file.version"): view.atlas.store.version,
    }
