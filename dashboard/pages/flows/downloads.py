"""What is taken away of a municipality's flows: two pictures, and a table of each."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from fastapi import Response

from dashboard.charts.png import png
from dashboard.charts.sankey import draw_sankey
from dashboard.charts.series import ChartOptions
from dashboard.charts.svg import LOOKS
from dashboard.charts.treemap import draw_treemap
from dashboard.downloads.choices import read_file_choice
from dashboard.downloads.table import KINDS, table_file
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import FLOW_SLUGS
from dashboard.indicators.remarks import remark_line
from dashboard.pages.flows.pictures import provisional_note, sankey_picture, treemap_picture
from dashboard.pages.flows.tables import file_table
from dashboard.pages.flows.telling import flow_sentence, title_of
from data.dataset.offered import LICENCE
from geo.slugs import slug

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.flows.view import FlowView

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
PICTURE_PX, ZOOM = (1600, 1100), 2
"""Size of a picture in px, and pixels of a PNG to one of it."""

ROOMS = {"sankey": "flows", "treemap": "treemap"}
"""Where the files of each picture, and of its table, lie."""


def download_links(name: str, view: FlowView) -> Component:
    """Links to a picture and its table."""
    words, query = view.words, view.query(year=view.year)
    start = f"/download/{words.code}/{ROOMS[name]}/{view.place.code}"
    links = [
        html.A(
            kind.upper(),
            href=f"{start}.{kind}?{query}",
            download=True,
            **aria(
                label=words.t(
                    "commitments.download",
                    what=words.t(f"flows.{name}{'.table' if kind in KINDS else ''}"),
                    kind=kind.upper(),
                )
            ),
        )
        for kind in (*KINDS, *TYPES)
    ]
    return html.Div(links, className="downloads")


def table_of(what: str, kind: str, query: str, view: FlowView) -> Response:
    """A table as CSV or XLSX.

    Raises:
        HTTPException: The query asks for a choice that there is not.
    """
    choice, words = read_file_choice(query), view.words
    about = {
        words.t("file.sentence"): f"{title_of(view)}. {flow_sentence(view)}",
        words.t("file.source"): view.source,
        **_noted(view),
        words.t("file.licence"): LICENCE,
        words.t("file.version"): view.atlas.store.version,
    }
    name = "-".join([_name(what, view), *choice.named])
    table = file_table(what, view, plain=choice.plain)
    return table_file(kind, name, table, about, words, choice.dialect)


def _noted(view: FlowView) -> dict[str, str]:
    """What else has to be known of the figures, where there is such."""
    words = view.words
    said = {
        words.t("file.column.note").capitalize(): provisional_note(view),
        words.t("remark.label"): " · ".join(remark_line(each, words) for each in view.remarks),
    }
    return {label: text for label, text in said.items() if text}


def picture_of(what: str, ending: str, query: str, site: str, view: FlowView) -> Response:
    """A picture with all that explains it.

    Args:
        what: Of which room, `flows` or `treemap`.
        ending: One of `TYPES`.
        query: Of the address; `look=dark` for a dark ground.
        site: Where the atlas stands.
        view: What the page shows.
    """
    look = dict(parse_qsl(query)).get("look", "")
    address = f"{site}{view.path(year=view.year)}"
    taken = view.words.t("picture.taken", date=datetime.now(UTC).date(), address=address)
    options = ChartOptions(*PICTURE_PX, look=look if look in LOOKS else "light")
    if what == "flows":
        svg = draw_sankey(sankey_picture(view, taken), options)
    else:
        svg = draw_treemap(treemap_picture(view, taken), options)
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(what, view)}.{ending}"',
        "Cache-Control": "no-cache",
    }
    body = png(svg, ZOOM) if ending == "png" else svg
    return Response(body, media_type=TYPES[ending], headers=headers)


def _name(what: str, view: FlowView) -> str:
    words = view.words
    room = FLOW_SLUGS[words.code] if what == "flows" else f"{FLOW_SLUGS[words.code]}-{what}"
    chosen = [part for part in (view.state.area, view.state.kind) if part != "all"]
    return "-".join(["savivalda", room, slug(view.place, words.code), str(view.year), *chosen])
